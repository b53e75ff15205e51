//! A legend explains what is drawn, wherever it stands: at the desk, on the wall, beside several maps.
use super::*;
use planraum::{
    cartography::{
        legend::{Legend, Row, Sign},
        palette::Ground as Paper,
        surfaces::Surface,
    },
    desk::{
        action::{AreaWork, Drawing, Showing},
        look::{Colouring, CompareMode},
    },
    geometry::DistrictIx,
    model::{id::IndicatorId, saved_view::Level},
};

fn sign(surface: Surface) -> Sign {
    match surface {
        Surface::Plain(colour) => Sign::Colour(colour),
        Surface::Estimated(_) => Sign::Estimated,
        Surface::Partial => Sign::Partial,
        Surface::Secret => Sign::Secret,
        Surface::Missing => Sign::Missing,
        Surface::Uninhabited => Sign::Uninhabited,
        Surface::Unassigned => Sign::Unassigned,
        Surface::SwitchedOff => Sign::SwitchedOff,
        Surface::Range => Sign::Range,
        Surface::Changed(_) => Sign::Changed,
        Surface::Bare => Sign::Bare,
    }
}

fn row(legend: &Legend, sign: Sign) -> Option<&Row> {
    legend.classes.iter().chain(&legend.others).find(|it| it.sign == sign)
}

/// Auditors found „unbewohnt 0“ beside the hatched Harz, and on the wall no row for that hatch at all.
#[test]
fn whatever_is_drawn_stands_in_the_legend_with_its_count() {
    let mut seat = Seat::with_sample(settings(Language::German));
    let plan = seat.plan("Entwurf A");
    seat.does(Action::Look(LookAt::Plan(plan)));
    seat.does(Action::Draw(Drawing::Put { districts: vec![DistrictIx(3)], area: None }));
    seat.does(Action::Look(LookAt::Indicator(IndicatorId::new("kinder_sgb2"))));
    for level in [Level::Areas, Level::Districts] {
        for colouring in [Colouring::Indicator, Colouring::Areas] {
            for with_city in [true, false] {
                seat.does(Action::Look(LookAt::Level(level)));
                seat.does(Action::Look(LookAt::Colouring(colouring)));
                seat.does(Action::Look(LookAt::WithCity(with_city)));
                let picture = seat.desk.picture(Paper::Light).unwrap();
                let seen = (level, colouring, with_city);
                for surface in &picture.surfaces {
                    let found = row(&picture.legend, sign(*surface)).unwrap_or_else(|| panic!("{surface:?} {seen:?}"));
                    assert_ne!(found.count, Some(0), "{surface:?} {seen:?}");
                }
                let by_districts = (level, colouring) == (Level::Districts, Colouring::Indicator);
                let open = if by_districts { Sign::UnassignedOutline } else { Sign::Unassigned };
                assert_eq!(row(&picture.legend, open).and_then(|it| it.count), Some(1), "hatched or outlined as on the map {seen:?}");
                let drawn = picture.surfaces.iter().filter(|it| **it == Surface::Uninhabited).count();
                assert_eq!(row(&picture.legend, Sign::Uninhabited).and_then(|it| it.count), Some(drawn), "{seen:?}");
                assert_eq!(drawn, 1, "the Harz");
            }
        }
    }
}

#[test]
fn the_wall_explains_the_hatch_of_the_uninhabited() {
    let mut seat = Seat::with_sample(settings(Language::German));
    let plan = seat.plan("Entwurf A");
    seat.does(Action::Look(LookAt::Plan(plan)));
    seat.does(Action::Look(LookAt::Indicator(IndicatorId::new("kinder_sgb2"))));
    seat.does(Action::Look(LookAt::Level(Level::Areas)));
    seat.does(Action::Show(Showing::SaveView { title: "Kinder".into(), sentence: String::new() }));
    let view = seat.desk.project().views.last().map(|it| it.id);
    seat.does(Action::Show(Showing::Start(view)));
    let harness = before(seat, SIZE);
    assert_eq!(said(&harness, "unbewohnt").len(), 1);
    assert_eq!(said(&harness, "geheim").len(), 0, "what does not occur is left out there");
}

/// Auditors found only the first plan's areas beside several maps.
#[test]
fn beside_several_maps_the_areas_of_all_are_listed() {
    let mut seat = Seat::with_sample(settings(Language::German));
    seat.compares();
    let b = seat.plan("Entwurf B");
    seat.does(Action::Look(LookAt::Plan(b)));
    seat.does(Action::Area(AreaWork::New));
    let new = seat.desk.shown_plan().unwrap().areas.last().unwrap().clone();
    seat.does(Action::Area(AreaWork::Rename(new.id, "Nur in B".into())));
    seat.compares();
    seat.does(Action::Look(LookAt::CompareMode(CompareMode::SideBySide)));
    seat.does(Action::Look(LookAt::Colouring(Colouring::Areas)));
    let harness = before(seat, SIZE);
    let rows = said(&harness, "");
    let of = |name: &str| rows.iter().filter(|it| it.contains(name)).count();
    assert!(of("Nur in B") > 0, "{rows:?}");
    assert!(rows.iter().any(|it| it == "Entwurf A (fiktiv) · Entwurf B (fiktiv)"), "{rows:?}");
}

/// Auditors found that a legend of many areas ran off the map.
#[test]
fn a_long_legend_stays_on_the_map() {
    let mut seat = Seat::with_sample(settings(Language::German));
    let plan = seat.plan("Entwurf A");
    seat.does(Action::Look(LookAt::Plan(plan)));
    seat.does(Action::Look(LookAt::Colouring(Colouring::Areas)));
    (0..30).for_each(|_| seat.does(Action::Area(AreaWork::New)));
    let harness = before(seat, vec2(1440.0, 720.0));
    let map = harness.get_by(|it| it.role() == egui::accesskit::Role::Canvas).rect();
    let card = harness.ctx.memory(|it| it.area_rect(egui::Id::unique("legend"))).unwrap();
    assert!(map.contains_rect(card), "{card:?} {map:?}");
    assert!(harness.get_by_label("Legende einklappen").rect().intersects(card));
}

/// The pale middle of a diverging ramp was the middle class, whatever lay in it, and nothing said what it meant.
#[test]
fn a_diverging_ramp_says_where_it_turns() {
    let mut seat = Seat::with_sample(settings(Language::German));
    let plan = seat.plan("Entwurf A");
    seat.does(Action::Look(LookAt::Plan(plan)));
    let id = planraum::model::id::IndicatorId::new("kinder_sgb2");
    seat.does(Action::Look(LookAt::Indicator(id.clone())));
    let turns = |seat: Seat| {
        let harness = before(seat, SIZE);
        let county = harness.state().desk.overlay().unwrap().as_ref().as_ref().unwrap().get().county.shown().unwrap();
        let told = said(&harness, "Die Farben wechseln beim Wert des Landkreises: ");
        (harness.state().desk.words().number(county, 1), told)
    };
    let ramp = |ramp| {
        planraum::project::Command::SetClassing(id.clone(), Some(planraum::model::classing::Classing { ramp, ..Default::default() }))
    };
    assert_eq!(turns(Seat::with_sample(settings(Language::German))).1, Vec::<String>::new(), "others have no middle");
    seat.does(Action::Edit(ramp(planraum::model::classing::Ramp::PuOr)));
    let (county, told) = turns(seat);
    assert!(!told.is_empty() && told.iter().all(|it| it.contains(&county)), "{county}: {told:?}");
}
