//! One area in the list: chip, name, balanced figure, lock; deviation, parts, and the value of the chosen indicator.

use eframe::egui::{Align2, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use crate::{
    analysis::overlay::Unit,
    desk::{
        Desk,
        action::{Action, AreaWork, LookAt},
        board::ReleasedRow,
        drawing::Delta,
        look::next_lock,
    },
    model::{
        plan::Plan,
        planning_area::{Lock, PlanningArea},
    },
    views::{
        icons::Icon,
        numbers::{Basis, Ink, figure_of, figure_of_unit, figure_ui, opened_at, rule_card_ui},
        planning::{
            figure::{hit, words_at},
            parts,
            rules::AreaFigure,
            shown::{Shown, colour},
        },
        theme::{Theme, metrics, regular, semibold},
        widgets::{
            DeviationBar, Explain as _, Row, Swatch, TOLERANCE, paint_area_chip,
            surface::{announce, inner_focus_ring, line, put_line, touched},
        },
    },
    words::say,
};

/// Height of a row with two lines.
pub(super) const HEIGHT: f32 = 58.0;
/// Width of the deviation bar.
const BAR: f32 = 78.0;

/// Where things stand in a row, in points from the window's left.
pub(super) struct Columns {
    pub name: f32,
    /// Right end of the deviation in percent.
    pub deviation: f32,
    /// Left end of the parts.
    pub parts: f32,
}

impl Columns {
    pub(super) fn of(left: f32, right: f32) -> Self {
        let name = left + 28.0;
        let deviation = name + BAR + 64.0;
        Self { name, deviation, parts: deviation + if right - left > 300.0 { 12.0 } else { 8.0 } }
    }
}

/// What is known about an area's row.
struct Seen<'a> {
    desk: &'a Desk,
    area: &'a PlanningArea,
    row: Option<&'a ReleasedRow>,
    delta: Option<&'a Delta>,
    /// The districts while the legend is theirs: then a value has the colour of a district with that value.
    legend: Option<&'a Shown<'a>>,
    top: f32,
    bottom: f32,
    right: f32,
    columns: Columns,
}

/// The row; a click chooses the area. Answers whether the pointer is on it.
pub(super) fn area_row_ui(
    ui: &mut Ui,
    desk: &Desk,
    plan: &Plan,
    area: &PlanningArea,
    (shown, legend, delta): (Option<&Shown<'_>>, Option<&Shown<'_>>, Option<&Delta>),
    asked: &mut Vec<Action>,
) -> bool {
    let chosen = desk.look().selection.area == Some(area.id);
    let row = desk.released_board().and_then(|it| it.row(area.id));
    let row = row.as_ref();
    let name = spoken(desk, area, row);
    let mut requests = Vec::new();
    let (response, ()) = Row::new(&name, HEIGHT).chosen(chosen).changing(delta.is_some() && !chosen).show(ui, |ui| {
        let rect = ui.max_rect();
        let columns = Columns::of(rect.left(), rect.right());
        let seen =
            Seen { desk, area, row, delta, legend, top: rect.top() + 9.0, bottom: rect.bottom() - 9.0, right: rect.right(), columns };
        seen.first_line(ui, plan, &mut requests);
        seen.second_line(ui, shown);
    });
    if response.double_clicked() {
        requests.push(Action::Look(LookAt::ToggleArea(area.id)));
    } else if response.clicked() {
        requests.push(Action::Look(LookAt::SelectArea(Some(area.id))));
    }
    asked.extend(requests);
    response.contains_pointer()
}

/// The row read aloud.
fn spoken(desk: &Desk, area: &PlanningArea, row: Option<&ReleasedRow>) -> String {
    let words = desk.words();
    let empty = row.filter(|it| it.districts == 0 && it.parts == 0).map(|_| words.say("planning-area-empty"));
    let people = empty.or_else(|| row.and_then(|it| it.balance.get().value).map(|it| words.whole(it))).unwrap_or_default();
    let deviation = row.and_then(|it| it.deviation).map(|it| words.signed_percent(it, 1)).unwrap_or_default();
    let said = [area.chip().to_owned(), area.name.clone(), people, deviation];
    said.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ")
}

impl Seen<'_> {
    fn first_line(&self, ui: &mut Ui, plan: &Plan, asked: &mut Vec<Action>) {
        let theme = Theme::of(ui.ctx());
        let left = self.columns.name - 28.0;
        let chip = Rect::from_center_size(pos2(left + 10.0, self.top), Vec2::splat(20.0));
        paint_area_chip(ui.painter(), chip, self.area.chip(), colour(self.area.colour), metrics::HINT);
        self.lock_ui(ui, plan, asked);
        let mut end = self.right - 24.0;
        end = self.people_ui(ui, end);
        end = self.delta_ui(ui, end);
        words_at(ui, &self.area.name, (self.columns.name, self.top), end - self.columns.name - 8.0, true, theme.tokens.t1);
    }

    /// The balanced figure with what it rests on; answers with its left end.
    fn people_ui(&self, ui: &mut Ui, end: f32) -> f32 {
        if self.is_empty() {
            return end;
        }
        let board = self.desk.released_board();
        let Some(((series, period), row)) = board.and_then(|it| it.balanced()).zip(self.row) else { return end };
        let figure = figure_of(row.balance.get(), &series.indicator, self.desk.words());
        let basis = Basis {
            id: Id::unique(("balance", self.area.id.0)),
            of: format!("{}, {}", self.area.name, series.indicator.name),
            indicator: &series.indicator,
            period,
            value: *row.balance.get(),
            county: None,
            words: self.desk.words(),
        };
        let ink = Ink { colour: Theme::of(ui.ctx()).tokens.t1, strong: true };
        figure_ui(ui, (end, self.top), 120.0, (&figure.text, ink), &basis)
    }

    /// „+4.899“ while a stroke runs; answers with its left end.
    fn delta_ui(&self, ui: &mut Ui, end: f32) -> f32 {
        let Some(delta) = self.delta.filter(|it| it.secret || it.change.is_some_and(|it| it != 0.0)) else { return end };
        let (theme, words) = (Theme::of(ui.ctx()), self.desk.words());
        let said = delta.change.map_or_else(|| words.say("value-secret"), |it| words.signed(it, 0));
        let galley = line(ui, &said, metrics::DENSE, semibold(), theme.tokens.hand, f32::INFINITY);
        let size = galley.size() + vec2(14.0, 4.0);
        let rect = Align2::RIGHT_CENTER.anchor_size(pos2(end - 8.0, self.top), size);
        let response = ui.interact(rect, Id::unique(("delta", self.area.id.0)), Sense::hover());
        announce(&response, Role::Label, true, None, &said);
        let edge = Stroke::new(theme.edge(), theme.tokens.hand);
        ui.painter().rect(rect, metrics::CORNER_CONTROL, theme.tokens.raised, edge, StrokeKind::Inside);
        put_line(ui, galley, rect.left() + 7.0, self.top);
        rect.left()
    }

    /// Free, fixed, may only grow: one button goes round.
    fn lock_ui(&self, ui: &mut Ui, plan: &Plan, asked: &mut Vec<Action>) {
        let words = self.desk.words();
        let lock = self.area.lock;
        let rect = hit((self.right - 7.0, self.top));
        let response = ui.interact(rect, Id::unique(("lock", self.area.id.0)), Sense::click());
        let (icon, key) = match lock {
            Lock::Free => (Icon::Unlock, "planning-lock-free"),
            Lock::Fixed => (Icon::Lock, "planning-lock-fixed"),
            Lock::KeepAtLeast => (Icon::Lock, "planning-lock-keep"),
        };
        let said = words.say(key);
        announce(&response, Role::Button, !plan.untouchable, Some(lock != Lock::Free), &format!("{}: {said}", self.area.name));
        let theme = Theme::of(ui.ctx());
        ui.painter().rect_filled(rect.shrink(2.0), metrics::CORNER_CONTROL, touched(&theme, &response, eframe::egui::Color32::TRANSPARENT));
        let ink = if lock == Lock::Free { theme.tokens.t3 } else { theme.tokens.t1 };
        if lock != Lock::Free {
            ui.painter().rect(
                rect.shrink(2.5),
                metrics::CORNER_SMALL,
                theme.tokens.raised,
                Stroke::new(theme.edge(), ink),
                StrokeKind::Inside,
            );
        }
        icon.paint(ui.painter(), rect.center(), 14.0, ink);
        if lock == Lock::KeepAtLeast {
            Icon::Plus.paint(ui.painter(), rect.right_top() + vec2(-5.0, 6.0), 8.0, ink);
        }
        inner_focus_ring(ui, &response, rect, metrics::CORNER_CONTROL);
        let response = response.explain(&said, None, Some(&words.say("planning-lock-next")));
        if response.clicked() && !plan.untouchable {
            asked.push(Action::Area(AreaWork::Lock(self.area.id, next_lock(lock))));
        }
    }

    fn second_line(&self, ui: &mut Ui, shown: Option<&Shown<'_>>) {
        self.deviation_ui(ui);
        let mut room = self.right - self.columns.parts;
        let parts = self.parts_text();
        let width = parts.as_ref().map_or(0.0, |it| wide(ui, &it.0) + 8.0);
        let value = shown.filter(|_| !self.is_empty()).and_then(|it| Some((it, it.live_area(self.desk, self.area.id)?)));
        let wanted = value.as_ref().map_or(0.0, |(shown, unit)| {
            let text = figure_of_unit(unit, &shown.overlay.indicator, self.desk.words()).text;
            wide(ui, &text) + self.signs(shown, unit)
        });
        let fits = wanted + width <= room;
        // Under its heading the number alone says it, where the words would cut a figure; in a narrow list always, so that all
        // rows are alike.
        let words = fits && room > 120.0;
        let parts = parts.map(|it| (if words { it.0 } else { self.desk.words().count(self.parts_count()) }, it.1));
        if let Some((text, several)) = parts {
            let theme = Theme::of(ui.ctx());
            let ink = if several { theme.tokens.t1 } else { theme.tokens.t3 };
            let wide = words_at(ui, &text, (self.columns.parts, self.bottom), room, false, ink);
            self.opened(ui, AreaFigure::Parts, Align2::LEFT_CENTER.anchor_size(pos2(self.columns.parts, self.bottom), vec2(wide, 18.0)));
            room -= wide + 8.0;
        }
        if let Some((shown, unit)) = value {
            self.value_ui(ui, shown, &unit, room);
        }
    }

    fn deviation_ui(&self, ui: &mut Ui) {
        let (words, theme) = (self.desk.words(), Theme::of(ui.ctx()));
        let middle = self.bottom;
        let held = self.row.map_or(0, |it| it.districts);
        let Some(deviation) = self.row.and_then(|it| it.deviation).filter(|_| held > 0) else {
            let board = self.desk.released_board();
            let said = match (self.parts_count(), board.as_ref().is_some_and(|it| it.hides())) {
                (0, _) => words.say("planning-area-empty"),
                _ if board.as_ref().is_some_and(|it| !it.has_target(self.area.id)) => words.say("planning-area-without-target"),
                (_, true) => words.say("planning-value-secret"),
                // Without anything to balance by, the districts themselves are what there is to count.
                _ if board.is_some_and(|it| it.balanced().is_none()) => words.tell(&say!("planning-area-holds", count = held)),
                _ => words.say("planning-area-not-counted"),
            };
            if self.row.is_some() {
                let right = if self.is_empty() { self.right } else { self.columns.deviation };
                words_at(ui, &said, (self.columns.name, middle), right - self.columns.name, false, theme.tokens.t3);
            }
            return;
        };
        let said = words.signed_percent(deviation, 1);
        let bar = Rect::from_min_size(pos2(self.columns.name, middle - 8.0), vec2(BAR, 16.0));
        let name = words.tell(&say!("planning-deviation", deviation = said.as_str()));
        ui.put(bar, DeviationBar::new(deviation, &name).width(BAR));
        let outside = deviation.abs() > TOLERANCE;
        let (ink, family) = if outside { (theme.tokens.warn, semibold()) } else { (theme.tokens.t2, regular()) };
        let galley = line(ui, &said, metrics::BASE, family, ink, f32::INFINITY);
        let place = Align2::RIGHT_CENTER.anchor_size(pos2(self.columns.deviation, middle), galley.size());
        ui.painter().galley(place.min, galley, ink);
        self.opened(ui, AreaFigure::Deviation, place);
    }

    /// What stands here can be opened.
    fn opened(&self, ui: &mut Ui, figure: AreaFigure, place: Rect) {
        let Some((row, said)) = self.row.and_then(|it| Some((it, figure.said(self.desk, it)?))) else { return };
        let least = Rect::from_center_size(place.center(), vec2(metrics::HIT, 18.0)); // no higher: a click beside it chooses the row
        let name = format!("{}, {said}", self.area.name);
        opened_at(ui, place.union(least), Id::unique((figure, self.area.id.0)), &name, |ui| {
            rule_card_ui(ui, &figure.rule(self.desk, self.area, row, &said));
        });
    }

    /// Whether it holds nothing yet: then there are no figures, and „leer“ is said once.
    fn is_empty(&self) -> bool {
        self.row.is_some_and(|it| it.districts == 0) && self.parts_count() == 0
    }

    fn parts_count(&self) -> usize {
        self.row.map_or(0, |it| it.parts)
    }

    /// „2 Teile“, and whether that is worth seeing.
    fn parts_text(&self) -> Option<(String, bool)> {
        let parts = self.parts_count();
        let text = self.desk.words().tell(&say!("planning-parts", count = parts));
        (parts > 0).then_some((text, parts > 1))
    }

    /// The class of the value as the legend shows it, if there is one.
    fn sign(&self, shown: &Shown<'_>, unit: &Unit) -> Option<Swatch> {
        let among_districts = self.legend.map(|it| it.swatch(it.overlay.class_among(unit)));
        among_districts.unwrap_or_else(|| shown.swatch(unit.class))
    }

    /// Room that the signs before the value take, with what lies between.
    fn signs(&self, shown: &Shown<'_>, unit: &Unit) -> f32 {
        let swatch = if self.sign(shown, unit).is_some() { 20.0 } else { 0.0 };
        swatch + if unit.is_partly_known() { 20.0 } else { 0.0 }
    }

    /// In few words where the words have no room: the sign before them and what is read out say the rest.
    fn briefly(&self, unit: &Unit, said: String) -> String {
        if unit.is_partly_known() { self.desk.words().say("planning-value-partial-brief") } else { said }
    }

    /// The swatch of its class and its value; ◔ where only a part is known.
    fn value_ui(&self, ui: &mut Ui, shown: &Shown<'_>, unit: &Unit, room: f32) {
        let (theme, indicator) = (Theme::of(ui.ctx()), &shown.overlay.indicator);
        let figure = figure_of_unit(unit, indicator, self.desk.words());
        let basis = Basis {
            id: Id::unique(("value", self.area.id.0)),
            of: format!("{}, {}", self.area.name, indicator.name),
            indicator,
            period: Some(&shown.overlay.period),
            value: unit.value,
            county: Some(shown.overlay.county),
            words: self.desk.words(),
        };
        let ink = if figure.is_number { theme.tokens.t1 } else { theme.tokens.t2 };
        let ink = Ink { colour: ink, strong: figure.is_number };
        let text_room = room - self.signs(shown, unit);
        let said = if figure.is_number || wide(ui, &figure.text) <= text_room { figure.text } else { self.briefly(unit, figure.text) };
        let text_room = if figure.is_number { f32::INFINITY } else { text_room };
        let mut left = figure_ui(ui, (self.right, self.bottom), text_room, (&said, ink), &basis) - 8.0;
        if let Some(sign) = self.sign(shown, unit) {
            parts::swatch_at(ui, pos2(left - 12.0, self.bottom), sign);
            left -= 18.0;
        }
        if unit.is_partly_known() {
            let place = Rect::from_center_size(pos2(left - 6.0, self.bottom), Vec2::splat(16.0));
            Icon::Coverage.paint(ui.painter(), place.center(), 13.0, theme.tokens.t2);
            let note = ui.interact(place, Id::unique(("coverage", self.area.id.0)), Sense::hover());
            let words = self.desk.words();
            let said = if figure.note.is_empty() { words.say("planning-value-partial") } else { figure.note.clone() };
            announce(&note, Role::Label, true, None, &said);
            let _ = note.explain(&said, None, Some(&words.say("planning-partial-what")));
        }
    }
}

/// How wide words are in a row.
fn wide(ui: &Ui, text: &str) -> f32 {
    line(ui, text, metrics::BASE, semibold(), eframe::egui::Color32::WHITE, f32::INFINITY).size().x
}
