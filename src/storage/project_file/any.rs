//! Projects and commands by chance, for properties. Texts hold whatever people and offices type; numbers are anything but NaN.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;

use proptest::{collection::*, option, prelude::*, sample::select};

use crate::{
    model::{
        classing::{ClassMethod, Classing, Ramp},
        id::*,
        period::Period,
        plan::{Plan, Target},
        planning_area::{Colour, Lock, PlanningArea},
        saved_view::{Extent, Level, SavedView, Selection},
        source::{Source, SourceKind},
    },
    project::{Command, PlanChange, Project, ViewChange, history::Step},
    words::{Arg, Message, Terms},
};

pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{0,12}",
        "\\PC{0,8}",
        select(vec!["", "Süd Ä", "'; DROP TABLE plan; --", "a\u{0}b", "\u{202e}rtl", "𝔘\u{1F3D8}", "\r\n\t"]).prop_map(String::from)
    ]
}

fn name() -> impl Strategy<Value = String> {
    text().prop_filter("a name", |it| !it.trim().is_empty())
}

pub fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        any::<f64>().prop_filter("NaN equals nothing", |it| !it.is_nan()),
        select(vec![0.0, -0.0, 0.1, f64::INFINITY, f64::NEG_INFINITY, 1e308, f64::MIN_POSITIVE])
    ]
}

fn key() -> impl Strategy<Value = DistrictKey> {
    prop_oneof![text().prop_map(DistrictKey::new), (0..40_u32).prop_map(|it| DistrictKey::new(format!("{it:08}")))]
}

fn indicator() -> impl Strategy<Value = IndicatorId> {
    text().prop_map(IndicatorId::new)
}

fn area_id() -> impl Strategy<Value = AreaId> {
    prop_oneof![0..6_u32, any::<u32>()].prop_map(AreaId)
}

fn plan_id() -> impl Strategy<Value = PlanId> {
    (0..5_u32).prop_map(PlanId)
}

fn view_id() -> impl Strategy<Value = ViewId> {
    (0..5_u32).prop_map(ViewId)
}

fn colour() -> impl Strategy<Value = Colour> {
    any::<[u8; 3]>().prop_map(Colour)
}

fn lock() -> impl Strategy<Value = Lock> {
    select(vec![Lock::Free, Lock::Fixed, Lock::KeepAtLeast])
}

fn target() -> impl Strategy<Value = Target> {
    prop_oneof![Just(Target::Mean), Just(Target::MeanBesideCity), number().prop_map(Target::Fixed)]
}

fn terms() -> impl Strategy<Value = Terms> {
    [text(), text(), text(), text(), text(), text()].prop_map(|[a, b, c, d, e, f]| {
        let mut terms = Terms::sozialraum();
        let noun = &mut terms.planning_area;
        (noun.singular, noun.genitive, noun.plural, noun.dative_plural, noun.english, noun.english_plural) = (a, b, c, d, e, f);
        terms
    })
}

fn area() -> impl Strategy<Value = PlanningArea> {
    (area_id(), name(), text(), colour(), text(), lock()).prop_map(|(id, code, name, colour, reason, lock)| PlanningArea {
        id,
        code,
        name,
        colour,
        reason,
        lock,
    })
}

pub fn plan() -> impl Strategy<Value = Plan> {
    let parts = (plan_id(), name(), text(), any::<bool>(), vec(area(), 0..5), target(), option::of(indicator()));
    (parts, vec((key(), any::<prop::sample::Index>()), 0..20)).prop_map(|(parts, places)| {
        let (id, name, description, untouchable, mut areas, target, balance) = parts;
        areas.sort_by_key(|it| std::cmp::Reverse(it.id));
        areas.dedup_by_key(|it| it.id);
        let mut area_of = BTreeMap::new();
        if !areas.is_empty() {
            area_of.extend(places.into_iter().map(|(key, it)| (key, it.get(&areas).id)));
        }
        Plan { id, name, description, untouchable, areas, area_of, target, balance }
    })
}

fn classing() -> impl Strategy<Value = Classing> {
    let breaks = || vec(number(), 0..5);
    let method = prop_oneof![
        select(vec![
            ClassMethod::Quantile,
            ClassMethod::EqualInterval,
            ClassMethod::NaturalBreaks,
            ClassMethod::StandardDeviation,
            ClassMethod::Pretty
        ]),
        breaks().prop_map(ClassMethod::Manual)
    ];
    let ramp = select(Ramp::ALL.to_vec()).prop_map(|(ramp, _)| ramp);
    (method, any::<u8>(), ramp, option::of(breaks())).prop_map(|(method, classes, ramp, frozen)| Classing { method, classes, ramp, frozen })
}

fn view() -> impl Strategy<Value = SavedView> {
    let shown = (option::of(plan_id()), option::of(indicator()), option::of(select(vec!["2023", "2023-12-31", "2023/24"])));
    let chosen = (btree_set(key(), 0..4), option::of(area_id()));
    let extent = option::of((number(), number(), number()));
    (view_id(), text(), text(), shown, any::<bool>(), option::of(classing()), extent, chosen, any::<bool>()).prop_map(
        |(id, title, sentence, (plan, indicator, period), areas, classing, extent, (districts, area), with_city)| SavedView {
            id,
            title,
            sentence,
            plan,
            indicator,
            period: period.and_then(Period::parse),
            level: if areas { Level::Areas } else { Level::Districts },
            classing,
            extent: extent.map(|(east, north, height)| Extent { centre: [east, north], height }),
            selection: Selection { districts, area },
            with_city,
        },
    )
}

fn source() -> impl Strategy<Value = Source> {
    let kind = select(vec![SourceKind::Boundaries, SourceKind::Indicators]);
    (any::<[u8; 32]>(), kind, text(), text()).prop_map(|(id, kind, file_name, notice)| Source { id: SourceId(id), kind, file_name, notice })
}

/// A project as commands could have made it; with sources only where `sources` says so, because those need their blocks.
pub fn project(sources: bool) -> impl Strategy<Value = Project> {
    let lists = (vec(source(), 0..3), vec(plan(), 0..4), vec(view(), 0..4), btree_set(key(), 0..4));
    (text(), lists, btree_map(indicator(), classing(), 0..4), terms()).prop_map(move |(name, lists, classing, terms)| {
        let mut project = Project { name, classing, terms, ..Project::default() };
        let (listed, plans, views, city) = lists;
        project.city = city;
        if sources {
            project.sources = listed;
        }
        for plan in plans {
            let _ = project.apply(Command::AddPlan { position: 0, plan: Box::new(plan) }); // a second with the same name is refused
        }
        for view in views {
            let _ = project.apply(Command::InViews(ViewChange::Add { position: 0, view: Box::new(view) }));
        }
        project
    })
}

fn plan_change() -> impl Strategy<Value = PlanChange> {
    use PlanChange as C;
    prop_oneof![
        name().prop_map(C::Rename),
        text().prop_map(C::Describe),
        any::<bool>().prop_map(C::Protect),
        target().prop_map(C::SetTarget),
        option::of(indicator()).prop_map(C::SetBalance),
        btree_map(key(), option::of(area_id()), 0..8).prop_map(C::Assign),
        (0..9_usize, area()).prop_map(|(position, area)| C::AddArea { position, area: Box::new(area) }),
        area_id().prop_map(C::RemoveArea),
        (area_id(), text()).prop_map(|(area, name)| C::RenameArea(area, name)),
        (area_id(), text()).prop_map(|(area, code)| C::RecodeArea(area, code)),
        (area_id(), colour()).prop_map(|(area, colour)| C::RecolourArea(area, colour)),
        (area_id(), text()).prop_map(|(area, reason)| C::SetReason(area, reason)),
        btree_map(area_id(), lock(), 0..4).prop_map(C::SetLocks),
    ]
}

/// Any command, with sources only where `sources` says so.
pub fn command(sources: bool) -> impl Strategy<Value = Command> {
    use Command as C;
    let view_change = prop_oneof![
        (0..9_usize, view()).prop_map(|(position, view)| ViewChange::Add { position, view: Box::new(view) }),
        view_id().prop_map(ViewChange::Remove),
        view().prop_map(|it| ViewChange::Replace(Box::new(it))),
        (view_id(), 0..9_usize).prop_map(|(view, to)| ViewChange::Move(view, to)),
    ];
    let used = vec(source(), if sources { 0..4 } else { 0..1 });
    let one = prop_oneof![
        1 => text().prop_map(C::Rename),
        1 => used.prop_map(C::UseSources),
        1 => btree_set(key(), 0..4).prop_map(C::SetCity),
        1 => terms().prop_map(|it| C::SetTerms(Box::new(it))),
        1 => (indicator(), option::of(classing())).prop_map(|(indicator, classing)| C::SetClassing(indicator, classing)),
        3 => (0..9_usize, plan()).prop_map(|(position, plan)| C::AddPlan { position, plan: Box::new(plan) }),
        1 => plan_id().prop_map(C::RemovePlan),
        6 => (plan_id(), plan_change()).prop_map(|(plan, change)| C::InPlan(plan, change)),
        2 => view_change.prop_map(C::InViews),
    ];
    one.prop_recursive(3, 8, 3, |inner| vec(inner, 0..3).prop_map(C::Together))
}

/// Any title.
pub fn title() -> impl Strategy<Value = Message> {
    let arg = prop_oneof![
        text().prop_map(Arg::Text),
        any::<i64>().prop_map(Arg::Number),
        (number(), any::<u8>()).prop_map(|(value, decimals)| Arg::Decimal(value, decimals)),
        (number(), any::<u8>()).prop_map(|(value, decimals)| Arg::Percent(value, decimals)),
        text().prop_map(Arg::Date),
        Just(Arg::Message(Box::new(Message::new("project-name-empty")))),
    ];
    let arg = arg.prop_recursive(2, 6, 3, |inner| vec(inner, 0..3).prop_map(Arg::List));
    arg.prop_map(|it| Message::new("project-name-taken").with("name", it))
}

/// A step that was taken on this project; `None` if the command was refused.
pub fn taken(project: &mut Project, command: Command) -> Option<Step> {
    let inverse = project.apply(command.clone()).ok()?;
    Some(Step { done: command, inverse, title: Message::new("project-name-empty"), at: "2026-11-23T14:32".to_owned() })
}
