//! The left panel while nothing is drawn: which indicator, when, on what, in which classes.

use eframe::egui::{Id, ScrollArea, Ui};

use crate::{
    desk::{
        Desk,
        action::{Action, Asking, FileWork, LookAt},
    },
    model::saved_view::Level,
    views::{
        icons::Icon,
        planning::{classes, indicator_list, kept, parts, period},
        theme::text,
        widgets::{Button, Explain as _, panel_header, segmented, toggle_row},
    },
};

/// A panel lower than this, in points, shows the list or what belongs to the chosen indicator, not both.
const LOW: f32 = 450.0;

/// Header, list, and at the foot period, classes, level and city.
pub(super) fn indicators_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    let empty = desk.catalog().series().is_empty();
    if ui.available_height() < LOW && !empty {
        return low_ui(ui, desk, asked);
    }
    panel_header(ui, &words.say("planning-indicator"), "", |_| ());
    if empty {
        return none_ui(ui, desk, asked);
    }
    indicator_list::filters_ui(ui, desk, asked);
    parts::rule(ui);
    parts::foot(ui, "indicator foot", |ui| foot_ui(ui, desk, asked));
    scrolled_list_ui(ui, desk, asked);
}

/// A low panel has no room for a header and both: either the list, or what is shown of the chosen one.
fn low_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    let id = Id::unique("low indicators");
    let shows_foot = kept::state(ui, id, false);
    parts::padded(ui, 6, |ui| {
        let options = [words.say("planning-low-list"), words.say("planning-low-shown")];
        if let Some(at) = segmented(ui, &words.say("planning-low"), &[&options[0], &options[1]], usize::from(shows_foot)) {
            kept::set_state(ui, id, at == 1);
        }
    });
    if shows_foot {
        ScrollArea::vertical().id_salt("low foot").auto_shrink([false, false]).show(ui, |ui| foot_ui(ui, desk, asked));
    } else {
        indicator_list::filters_ui(ui, desk, asked);
        parts::rule(ui);
        scrolled_list_ui(ui, desk, asked);
    }
}

/// Period, classes, level and city.
fn foot_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    if desk.shown_indicator().is_some() {
        period::period_ui(ui, desk, asked);
        classes::classes_ui(ui, desk, asked);
        level_ui(ui, desk, asked);
    }
    city_ui(ui, desk, asked);
}

fn scrolled_list_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let mut area = ScrollArea::vertical().auto_shrink([false, false]);
    if search_changed(ui, desk) {
        area = area.vertical_scroll_offset(0.0);
    }
    area.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(4.0);
        indicator_list::list_ui(ui, desk, asked);
        ui.add_space(6.0);
    });
}

/// Whether something else is searched for than a frame ago: then the first hit is what one wants to see. Once nothing is searched
/// for any more, that is the chosen one again.
fn search_changed(ui: &Ui, desk: &Desk) -> bool {
    let (id, search) = (Id::unique("indicators searched for"), desk.look().indicator_search.trim());
    if kept::state(ui, id, String::new()) == search {
        return false;
    }
    kept::set_state(ui, id, search.to_owned());
    if search.is_empty() {
        indicator_list::seek_again(ui);
    }
    !search.is_empty()
}

/// No indicators yet: what they are good for and how they come in; the map can be drawn on all the same.
fn none_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    parts::padded(ui, 16, |ui| {
        ui.label(text::second(ui, words.say("planning-no-indicators")));
        if ui.add(Button::plain(&words.say("planning-read-indicators")).icon(Icon::Folder)).clicked() {
            asked.push(Action::File(FileWork::Ask(Asking::Indicators)));
        }
        ui.label(text::hint(ui, words.say("planning-no-indicators-yet")));
    });
}

fn level_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    parts::rule(ui);
    parts::padded(ui, 6, |ui| {
        let name = words.say("planning-level");
        let options = [words.say("planning-level-districts"), words.say("planning-level-areas")];
        let chosen = usize::from(desk.look().level == Level::Areas);
        parts::headed(ui, text::title(ui, name.as_str()), |ui| {
            ui.set_max_width(150.0);
            match segmented(ui, &name, &[&options[0], &options[1]], chosen) {
                Some(0) => asked.push(Action::Look(LookAt::Level(Level::Districts))),
                Some(_) => asked.push(Action::Look(LookAt::Level(Level::Areas))),
                None => {}
            }
        });
    });
}

/// „Mit Stadt Göttingen“; hidden where the project names no city.
fn city_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let register = &desk.catalog().register;
    let city = desk.project().city.iter().filter_map(|it| register.find(it)).filter_map(|it| register.get(it));
    let names: Vec<&str> = city.map(|it| it.name.as_str()).collect();
    let words = desk.words();
    let text = match names.as_slice() {
        [] => return,
        [only] => words.say_with("planning-with-city", &[("city", only.trim_start_matches("Stadt ").into())]),
        several => words.say_with("planning-with-cities", &[("count", several.len().into())]),
    };
    parts::rule(ui);
    parts::padded(ui, 5, |ui| {
        let on = desk.look().with_city;
        let row = toggle_row(ui, &text, on).explain(&words.say("planning-with-city-what"), None, None);
        if row.clicked() {
            asked.push(Action::Look(LookAt::WithCity(!on)));
        }
    });
}
