//! Below the areas: the districts without one, and those where nobody lives.

use eframe::egui::{self, Id, Rect, Sense, Ui, pos2, vec2};

use crate::{
    analysis::figures::Surface,
    desk::{
        Desk,
        action::{Action, Drawing, LookAt},
        drawing::Delta,
    },
    geometry::DistrictIx,
    model::indicator::Role,
    views::{
        icons::Icon,
        numbers::{Basis, Ink, Rule, figure_of, figure_ui, opened_at, rule_card_ui},
        planning::figure::{hit, words_at, words_ending_at},
        theme::{Theme, metrics},
        widgets::{
            Explain as _, Hatch, Row, paint_hatch,
            surface::{announce, inner_focus_ring, touched},
        },
    },
    words::say,
};

const HEIGHT: f32 = 37.0;
/// How many names stand in a row before the rest is counted.
const NAMED: usize = 2;

/// „Nicht zugeordnet“: who they are, how many people, and the way to the next of them.
pub(super) fn unassigned_ui(ui: &mut Ui, desk: &Desk, delta: Option<&Delta>, asked: &mut Vec<Action>) {
    let Some(board) = desk.released_board() else { return };
    let words = desk.words();
    let open = board.unassigned().districts;
    let title = words.say("planning-unassigned");
    let names = if open == 0 { words.say("planning-unassigned-none") } else { named(desk, board.to_place(), open) };
    let said = format!("{title}: {names}");
    let mut next = false;
    let (response, ()) = Row::new(&said, HEIGHT).changing(delta.is_some()).show(ui, |ui| {
        let (rect, theme) = (ui.max_rect(), Theme::of(ui.ctx()));
        let middle = rect.center().y;
        swatch_at(ui, rect.left(), middle, Hatch::Unassigned);
        if open == 0 {
            Icon::Check.paint(ui.painter(), pos2(rect.right() - 7.0, middle), 14.0, theme.tokens.ok);
        } else {
            next = target_ui(ui, desk, (rect.right() - 7.0, middle));
        }
        let end = if open == 0 { rect.right() - 24.0 } else { people_ui(ui, desk, (rect.right() - 24.0, middle)) };
        let left = rect.left() + 28.0;
        let width = words_at(ui, &title, (left, middle), end - left - 8.0, true, theme.tokens.t1);
        words_at(ui, &names, (left + width + 6.0, middle), end - left - width - 14.0, false, theme.tokens.t2);
    });
    if next {
        asked.push(Action::Draw(Drawing::NextUnassigned));
    } else if response.clicked() && open > 0 {
        asked.push(Action::Look(LookAt::Find(board.to_place().collect())));
    }
}

fn people_ui(ui: &mut Ui, desk: &Desk, place: (f32, f32)) -> f32 {
    let Some((board, (series, period))) = desk.released_board().and_then(|it| Some((it, it.balanced()?))) else { return place.0 };
    let released = board.unassigned().balance;
    let figure = figure_of(released.get(), &series.indicator, desk.words());
    let basis = Basis {
        id: Id::unique("unassigned people"),
        of: format!("{}, {}", desk.words().say("planning-unassigned"), series.indicator.name),
        indicator: &series.indicator,
        period,
        value: *released.get(),
        county: None,
        words: desk.words(),
    };
    let ink = Ink { colour: Theme::of(ui.ctx()).tokens.t1, strong: true };
    figure_ui(ui, place, 120.0, (&figure.text, ink), &basis)
}

/// The button that goes to the next of them.
fn target_ui(ui: &mut Ui, desk: &Desk, middle: (f32, f32)) -> bool {
    let theme = Theme::of(ui.ctx());
    let rect = hit(middle);
    let response = ui.interact(rect, Id::unique("next unassigned"), Sense::click());
    let name = desk.words().say("planning-next-unassigned-what");
    announce(&response, egui::Role::Button, true, None, &name);
    ui.painter().rect_filled(rect.shrink(2.0), metrics::CORNER_CONTROL, touched(&theme, &response, egui::Color32::TRANSPARENT));
    Icon::Target.paint(ui.painter(), rect.center(), 15.0, theme.tokens.t2);
    inner_focus_ring(ui, &response, rect, metrics::CORNER_CONTROL);
    response.explain(&name, Some("N"), None).clicked()
}

/// Districts where nobody lives; they are in no class, rank or mean.
pub(super) fn uninhabited_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let catalog = desk.catalog();
    let uninhabited = catalog.uninhabited();
    let empty: Vec<DistrictIx> = catalog.register.iter().map(|it| it.0).filter(|it| uninhabited(*it)).collect();
    if empty.is_empty() {
        return;
    }
    let words = desk.words();
    let said = named(desk, empty.iter().copied(), empty.len());
    let surface = words.with_unit(Surface::of(catalog, &empty).km2, 0, "km²");
    let word = words.tell(&say!("planning-uninhabited-surface", surface = surface.as_str()));
    let (response, ()) = Row::new(&format!("{said}, {word}"), HEIGHT).show(ui, |ui| {
        let (rect, theme) = (ui.max_rect(), Theme::of(ui.ctx()));
        let middle = rect.center().y;
        swatch_at(ui, rect.left(), middle, Hatch::Uninhabited);
        let end = words_ending_at(ui, &word, (rect.right(), middle), theme.tokens.t3);
        let left = rect.left() + 28.0;
        words_at(ui, &said, (left, middle), end - left - 10.0, false, theme.tokens.t2);
        let place = Rect::from_min_max(pos2(end, middle - 9.0), pos2(rect.right(), middle + 9.0));
        let name = format!("{said}: {word}");
        opened_at(ui, place, Id::unique("uninhabited surface"), &name, |ui| {
            rule_card_ui(ui, &surface_rule(desk, &said, &surface, &empty));
        });
    });
    if response.clicked() {
        asked.push(Action::Look(LookAt::Find(empty)));
    }
}

/// The surface, where it comes from, and the people that nobody is: a known 0 of whose count.
fn surface_rule<'a>(desk: &'a Desk, of: &str, said: &str, empty: &[DistrictIx]) -> Rule<'a> {
    let (words, catalog) = (desk.words(), desk.catalog());
    let exact = words.with_unit(Surface::of(catalog, empty).km2, 1, "km²");
    let mut inputs =
        vec![(words.say("planning-rule-surface-of"), exact), (words.say("planning-rule-districts-of"), words.count(empty.len()))];
    if let Some(series) = catalog.with_role(Role::Population) {
        let period = desk.population_period().map_or_else(String::new, |it| words.date(it.as_str()));
        inputs.push((series.indicator.name.clone(), words.whole(0.0)));
        inputs.push((words.say("planning-basis-period"), period));
        inputs.push((words.say("planning-basis-source"), series.indicator.source.clone()));
    }
    Rule { of: of.to_owned(), said: said.to_owned(), rule: words.say("planning-rule-surface"), inputs, words }
}

fn swatch_at(ui: &Ui, left: f32, middle: f32, hatch: Hatch) {
    let rect = Rect::from_min_size(pos2(left, middle - 10.0), vec2(20.0, 20.0));
    paint_hatch(ui.painter(), rect, hatch, &Theme::of(ui.ctx()), 0.8);
}

/// „Adelebsen, Bovenden und 3 weitere“.
fn named(desk: &Desk, districts: impl Iterator<Item = DistrictIx>, count: usize) -> String {
    let register = &desk.catalog().register;
    let names = districts.filter_map(|it| register.get(it)).map(|it| it.name.as_str());
    let names = names.take(NAMED).collect::<Vec<_>>().join(", ");
    match count.saturating_sub(NAMED) {
        0 => names,
        count => desk.words().tell(&say!("planning-names-and-more", names, count)),
    }
}
