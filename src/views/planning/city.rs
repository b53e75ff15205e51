//! Which districts are the city: said where districts are chosen.

use eframe::egui::Ui;

use crate::{
    desk::{Desk, action::Action},
    project::Command,
    views::{
        planning::parts,
        widgets::{Explain as _, MenuItem, checkbox},
    },
};

/// „Göttingen zählt als Stadt“, or of several districts at once; nothing where none is chosen.
pub(super) fn city_choice_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let Some(text) = said(desk) else { return };
    parts::rule(ui);
    parts::padded(ui, 5, |ui| {
        let row = checkbox(ui, &text, counts_as_city(desk));
        if row.explain(&desk.words().say("planning-is-city-what"), None, None).clicked() {
            asked.push(turned(desk));
        }
    });
}

/// The same in the menu of the map.
pub fn city_entry_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let Some(text) = said(desk) else { return };
    let item = ui.add(MenuItem::new(&text).chosen(counts_as_city(desk)));
    if item.explain(&desk.words().say("planning-is-city-what"), None, None).clicked() {
        asked.push(turned(desk));
    }
}

fn said(desk: &Desk) -> Option<String> {
    let chosen = &desk.look().selection.districts;
    let first = desk.catalog().register.find(chosen.first()?)?;
    let name = desk.catalog().register.get(first)?.name.as_str();
    Some(match chosen.len() {
        1 => desk.words().say_with("planning-is-city", &[("name", name.into())]),
        count => desk.words().say_with("planning-are-city", &[("count", count.into())]),
    })
}

/// Whether everything that is chosen counts as the city.
fn counts_as_city(desk: &Desk) -> bool {
    desk.look().selection.districts.is_subset(&desk.project().city)
}

fn turned(desk: &Desk) -> Action {
    let (city, chosen) = (&desk.project().city, &desk.look().selection.districts);
    let turned = if counts_as_city(desk) { city - chosen } else { city | chosen };
    Action::Edit(Command::SetCity(turned))
}
