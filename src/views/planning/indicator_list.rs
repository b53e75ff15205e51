//! The list of indicators: searched, narrowed by Fachbereich and life phase, grouped by Fachbereich.

use std::sync::Arc;

use eframe::egui::{FocusDirection, Id, Key, Popup, Ui, vec2};

use crate::{
    desk::{
        Desk,
        action::{Action, LookAt},
    },
    model::{
        catalog::Series,
        id::IndicatorId,
        indicator::{Indicator, Pooling, Role},
        period::Period,
        value::State,
    },
    views::{
        icons::Icon,
        palette::{holds, score},
        planning::{kept, parts, topics},
        theme::text,
        widgets::{Button, Explain as _, ListRow, MenuItem, filter_pill, search_field, section},
    },
    words::{Words, say},
};

/// Search field and filter pills.
pub(super) fn filters_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    parts::inset(ui, |ui| {
        let count = desk.catalog().series().len(); // the search looks through all of them, listed or not
        let mut query = desk.look().indicator_search.clone();
        let hint = words.tell(&say!("planning-search-indicators", count));
        let field = search_field(ui, Id::unique("search indicators"), &mut query, &hint, None);
        if field.lost_focus() && ui.input(|it| it.key_pressed(Key::Enter)) {
            let first = listed(desk).first().map(|it| it.indicator.id.clone());
            asked.extend(first.map(|it| Action::Look(LookAt::Indicator(it))));
        }
        if query != desk.look().indicator_search {
            asked.push(Action::Look(LookAt::SearchIndicators(query)));
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(4.0, 0.0);
            departments_ui(ui, desk, asked);
            phases_ui(ui, desk, asked);
        });
    });
}

/// Below this height of the window's content the Fachbereiche wait in a menu, as life phases always do.
const ROOM_FOR_PILLS: f32 = 620.0;

fn departments_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    let chosen = desk.look().department.as_deref();
    let all = distinct(desk, |it| it.department.as_str());
    if all.len() < 2 {
        return;
    }
    let mut ask = |department: Option<&str>| asked.push(Action::Look(LookAt::Department(department.map(str::to_owned))));
    if ui.ctx().content_rect().height() < ROOM_FOR_PILLS {
        let (name, every) = (words.say("planning-department"), words.say("planning-all-departments"));
        if let Some(picked) = narrowed_ui(ui, desk, (&name, &every), chosen, &all) {
            ask(picked);
        }
        return;
    }
    if filter_pill(ui, &words.say("planning-all-departments"), chosen.is_none()).clicked() {
        ask(None);
    }
    for department in all {
        if filter_pill(ui, &topics::said(department, words), chosen == Some(department)).clicked() {
            ask(Some(department).filter(|_| chosen != Some(department)));
        }
    }
}

fn phases_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    let phases = distinct(desk, |it| it.life_phase.as_str());
    if phases.len() < 2 {
        return;
    }
    let (name, every) = (words.say("planning-life-phase"), words.say("planning-every-phase"));
    let picked = narrowed_ui(ui, desk, (&name, &every), desk.look().life_phase.as_deref(), &phases);
    asked.extend(picked.map(|it| Action::Look(LookAt::LifePhase(it.map(str::to_owned)))));
}

/// A small button that shows what the list is narrowed to, and the choices behind it; `None` inside the answer is every one.
fn narrowed_ui<'a>(
    ui: &mut Ui,
    desk: &Desk,
    (name, every): (&str, &str),
    chosen: Option<&str>,
    all: &[&'a str],
) -> Option<Option<&'a str>> {
    let shown = chosen.map_or_else(|| name.to_owned(), |it| topics::said(it, desk.words()));
    let button = Button::quiet(&shown).dense().trailing(Icon::ChevronDown).name(name);
    let button = ui.add(if chosen.is_some() { button.chosen(true) } else { button }).explain(name, None, None);
    let mut picked = None;
    Popup::menu(&button).gap(4.0).accessible_name(name).show(|ui| {
        if ui.add(MenuItem::new(every).chosen(chosen.is_none())).clicked() {
            picked = Some(None);
        }
        for choice in all {
            if ui.add(MenuItem::new(&topics::said(choice, desk.words())).chosen(chosen == Some(*choice))).clicked() {
                picked = Some(Some(*choice));
            }
        }
    });
    picked
}

/// The values of a field over all indicators, in the order in which they first appear.
fn distinct(desk: &Desk, field: impl Fn(&Indicator) -> &str) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    for series in desk.catalog().series().iter().filter(|it| !is_background(&it.indicator)) {
        let value = field(&series.indicator);
        if !value.is_empty() && !found.contains(&value) {
            found.push(value);
        }
    }
    found
}

/// The rows, one group for each Fachbereich; while one searches, those whose name fits before those about which it is said.
pub(super) fn list_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    let rows = listed(desk);
    if rows.is_empty() {
        return nothing_found(ui, desk, asked);
    }
    let period = desk.look().period.clone().or_else(|| desk.shown_period().cloned());
    let groups = if searched(desk).is_empty() { by_department(desk, &rows) } else { by_place(desk, &rows) };
    let in_order: Vec<&Series> = groups.iter().flat_map(|it| it.1.iter().copied()).collect();
    let stop = stop_of(ui, desk, &in_order);
    let stop = stop.map(|it| walk(ui, &in_order, it));
    for (title, group) in &groups {
        ui.add_space(4.0);
        section(ui, title, &words.count(group.len()));
        for series in group {
            let is_stop = stop.as_ref() == Some(&series.indicator.id);
            row_ui(ui, desk, series, (period.as_ref(), is_stop), asked);
        }
    }
    unlisted_ui(ui, desk);
}

/// A heading with the rows below it.
type Group<'a> = (String, Vec<&'a Series>);

/// One group for each Fachbereich, in the order in which they first appear.
fn by_department<'a>(desk: &Desk, rows: &'a [&'a Arc<Series>]) -> Vec<Group<'a>> {
    let mut departments: Vec<&str> = Vec::new();
    for series in rows {
        if !departments.contains(&series.indicator.department.as_str()) {
            departments.push(&series.indicator.department);
        }
    }
    let group = |it: &str| rows.iter().filter(|row| row.indicator.department == it).map(|it| it.as_ref()).collect();
    let title = |it: &str| if it.is_empty() { desk.words().say("planning-no-department") } else { topics::said(it, desk.words()) };
    departments.into_iter().map(|it| (title(it), group(it))).collect()
}

/// What was found in names, and what only in all that is said about an indicator.
fn by_place<'a>(desk: &Desk, rows: &'a [&'a Arc<Series>]) -> Vec<Group<'a>> {
    let (in_name, about): (Vec<&Series>, Vec<&Series>) =
        rows.iter().map(|it| it.as_ref()).partition(|it| holds(&it.indicator.name, searched(desk)));
    let groups = [("planning-found-in-names", in_name), ("planning-found-about", about)];
    groups.into_iter().filter(|it| !it.1.is_empty()).map(|(key, rows)| (desk.words().say(key), rows)).collect()
}

/// What is searched for.
fn searched(desk: &Desk) -> &str {
    desk.look().indicator_search.trim()
}

/// Why there are fewer rows than indicators: single years of age wait until they are searched for.
fn unlisted_ui(ui: &mut Ui, desk: &Desk) {
    let unlisted = desk.catalog().series().iter().filter(|it| is_background(&it.indicator) && !is_listed(it, desk)).count();
    if unlisted > 0 && searched(desk).is_empty() {
        let said = desk.words().tell(&say!("planning-unlisted", count = unlisted));
        parts::padded(ui, 8, |ui| ui.label(text::hint(ui, said)));
    }
}

/// Which row the keyboard is at; the list is one stop of the Tab key.
fn stop_of(ui: &Ui, desk: &Desk, rows: &[&Series]) -> Option<IndicatorId> {
    let is_there = |it: &IndicatorId| rows.iter().any(|row| row.indicator.id == *it);
    let at = kept::state(ui, Id::unique(STOP), None::<IndicatorId>)
        .filter(|it| is_there(it) && ui.memory(|memory| memory.has_focus(row_id(it))));
    let chosen = desk.look().indicator.clone().filter(is_there);
    at.or(chosen).or_else(|| rows.first().map(|it| it.indicator.id.clone()))
}

const STOP: &str = "indicator at the keyboard";

fn row_id(indicator: &IndicatorId) -> Id {
    Id::unique(("indicator row", indicator.as_str()))
}

/// Arrows go from row to row, Pos1 and Ende to the first and the last; the focus goes along. Answers with where it is then.
fn walk(ui: &Ui, rows: &[&Series], stop: IndicatorId) -> IndicatorId {
    let id = row_id(&stop);
    if !ui.memory(|it| it.has_focus(id)) {
        return stop;
    }
    if ui.input(|it| it.key_pressed(Key::ArrowDown) || it.key_pressed(Key::ArrowUp)) {
        ui.memory_mut(|it| it.move_focus(FocusDirection::None)); // not to whatever lies below or above the list
    }
    let last = rows.len().saturating_sub(1);
    let Some(at) = rows.iter().position(|it| it.indicator.id == stop) else { return stop };
    let wanted = ui.input(|it| {
        let by = it.num_presses(Key::ArrowDown) as isize - it.num_presses(Key::ArrowUp) as isize;
        let pressed = |key| it.key_pressed(key) && it.modifiers.is_none();
        if pressed(Key::Home) {
            0
        } else if pressed(Key::End) {
            last
        } else {
            at.saturating_add_signed(by).min(last)
        }
    });
    let Some(next) = rows.get(wanted).filter(|_| wanted != at) else { return stop };
    let next = next.indicator.id.clone();
    kept::set_state(ui, Id::unique(STOP), Some(next.clone()));
    ui.memory_mut(|it| it.request_focus(row_id(&next)));
    next
}

/// Once the list is there again, the chosen row comes into view.
pub(super) fn seek_again(ui: &Ui) {
    ui.ctx().data_mut(|it| it.remove_temp::<Option<IndicatorId>>(Id::unique(IN_VIEW)));
}

const IN_VIEW: &str = "indicator in view";

fn row_ui(ui: &mut Ui, desk: &Desk, series: &Series, (period, stop): (Option<&Period>, bool), asked: &mut Vec<Action>) {
    let (indicator, words) = (&series.indicator, desk.words());
    let chosen = desk.look().indicator.as_ref() == Some(&indicator.id);
    let valued = period.is_none_or(|it| has_value(series, it));
    let row = ListRow::new(&indicator.name).note(&indicator.unit).chosen(chosen).quiet(!valued);
    let row = ui.add(row.stop(row_id(&indicator.id), stop));
    if row.gained_focus() {
        kept::set_state(ui, Id::unique(STOP), Some(indicator.id.clone()));
        row.scroll_to_me(None);
    } else if chosen && searched(desk).is_empty() {
        keep_in_view(ui, &row, &indicator.id);
    }
    if row.clicked() && !chosen {
        asked.push(Action::Look(LookAt::Indicator(indicator.id.clone())));
    }
    let what = if indicator.definition.is_empty() { &indicator.name } else { &indicator.definition };
    let limit = match (valued, indicator.pooling) {
        (false, _) => Some(words.say("planning-no-value-then")),
        (true, Pooling::None) => Some(words.say("planning-basis-none")),
        (true, _) => None,
    };
    let _ = row.explain(what, None, limit.as_deref());
}

/// Another indicator was chosen elsewhere: its row comes into view, once.
fn keep_in_view(ui: &Ui, row: &eframe::egui::Response, indicator: &IndicatorId) {
    let id = Id::unique(IN_VIEW);
    if kept::state(ui, id, None).as_ref() == Some(indicator) {
        return;
    }
    if ui.clip_rect().contains_rect(row.rect) {
        ui.ctx().data_mut(|it| it.insert_temp(id, Some(indicator.clone())));
    } else {
        row.scroll_to_me(Some(eframe::egui::Align::Center));
    }
}

fn nothing_found(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    parts::padded(ui, 12, |ui| {
        ui.label(text::second(ui, words.say("planning-nothing-found")));
        if ui.add(Button::plain(&words.say("planning-show-all"))).clicked() {
            asked.push(Action::Look(LookAt::SearchIndicators(String::new())));
            asked.push(Action::Look(LookAt::Department(None)));
            asked.push(Action::Look(LookAt::LifePhase(None)));
        }
    });
}

/// What is listed; while one searches, the best hit first.
fn listed(desk: &Desk) -> Vec<&Arc<Series>> {
    let mut rows: Vec<_> = desk.catalog().series().iter().filter(|it| is_listed(it, desk)).collect();
    rows.sort_by_key(|it| std::cmp::Reverse(fit(&it.indicator, searched(desk))));
    rows
}

/// How well the name of an indicator fits the search; 0 where only what is said about it does.
fn fit(indicator: &Indicator, search: &str) -> i32 {
    if search.is_empty() || !holds(&indicator.name, search) { 0 } else { score(search, &indicator.name).unwrap_or(0).max(1) }
}

/// Single years of age stay in the background until they are searched for.
fn is_listed(series: &Series, desk: &Desk) -> bool {
    let (indicator, look) = (&series.indicator, desk.look());
    let search = searched(desk);
    if search.is_empty() && is_background(indicator) && look.indicator.as_ref() != Some(&indicator.id) {
        return false;
    }
    let narrowed_to = |wanted: &Option<String>, field: &str| wanted.as_deref().is_none_or(|it| it == field);
    narrowed_to(&look.department, &indicator.department)
        && narrowed_to(&look.life_phase, &indicator.life_phase)
        && matches(indicator, search, desk.words())
}

fn is_background(indicator: &Indicator) -> bool {
    matches!(indicator.role, Some(Role::PopulationAge(_)))
}

/// Each word of the search must stand somewhere, however its umlauts are written.
fn matches(indicator: &Indicator, search: &str, words: &Words) -> bool {
    if search.is_empty() {
        return true;
    }
    let topics = [&indicator.department, &indicator.life_phase].map(|it| format!("{it} {}", topics::said(it, words))).join(" ");
    let all = format!("{} {topics} {}", indicator.name, indicator.definition);
    holds(&all, search)
}

/// Whether anybody has a value at the end of that period.
fn has_value(series: &Series, period: &Period) -> bool {
    let then = series.periods().iter().position(|it| it.last_day() == period.last_day());
    then.is_some_and(|at| series.at(at).iter().any(|it| it.state == State::Known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn umlauts_are_found_however_they_are_typed() {
        let named = |name: &str| Indicator { name: name.into(), ..Indicator::named(IndicatorId::new("x")) };
        let words = Words::new(crate::words::Language::English, &crate::words::Terms::default());
        let over = named("Über 65-Jährige");
        for typed in ["uber", "ueber", "Über", "ÜBER jahr", "65 jährige"] {
            assert!(matches(&over, typed, &words), "{typed}");
        }
        assert!(matches(&named("Kita-Betreuung"), "kita", &words));
        assert!(matches(&named("Neue Bauernhöfe"), "er", &words), "what stands there is found as it stands");
        assert!(!matches(&over, "unter", &words));
    }

    #[test]
    fn a_name_that_begins_so_fits_best_and_what_is_said_about_it_least() {
        let named = |name: &str| Indicator { name: name.into(), definition: "Kinder".into(), ..Indicator::named(IndicatorId::new("x")) };
        let fits = ["Kinder in Armut", "Arme Kinder", "Schulkinder", "Wohnen"].map(|it| fit(&named(it), "kinder"));
        assert!(fits.windows(2).all(|it| it[0] > it[1]) && fits[3] == 0, "{fits:?}");
    }
}
