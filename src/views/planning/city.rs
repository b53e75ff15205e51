//! Which districts are the city: said where districts are chosen.

use eframe::egui::{Label, Ui};

use crate::{
    desk::{Desk, action::Action},
    project::Command,
    views::{
        planning::parts,
        theme::text,
        widgets::{Explain as _, MenuItem, checkbox},
    },
    words::say,
};

/// „Göttingen als Stadt zählen“, or of several districts at once; nothing where none is chosen.
pub(super) fn city_choice_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let Some(text) = said(desk) else { return };
    parts::rule(ui);
    parts::padded(ui, 5, |ui| {
        let row = checkbox(ui, &text, counts_as_city(desk));
        if row.explain(&desk.words().say("planning-is-city-what"), None, None).clicked() {
            asked.push(turned(desk));
        }
        ui.add(Label::new(text::hint(ui, how(desk))).wrap());
    });
}

/// The same in the menus of the map and of the areas: rarely wanted, it is in nobody's way there.
pub fn city_entry_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let Some(text) = said(desk) else { return };
    let item = ui.add(MenuItem::new(&text).chosen(counts_as_city(desk)));
    if item.explain(&desk.words().say("planning-is-city-what"), None, Some(&how(desk))).clicked() {
        asked.push(turned(desk));
    }
}

/// What is the city now, and who said so: the project, by nothing but this check mark or what it was made with.
fn how(desk: &Desk) -> String {
    const NAMED: usize = 3;
    let (words, register) = (desk.words(), &desk.catalog().register);
    let name = |key| register.find(key).and_then(|it| register.get(it)).map(|it| it.name.as_str());
    let names: Vec<&str> = desk.project().city.iter().filter_map(name).collect();
    let more = names.len().saturating_sub(NAMED);
    let named = names.iter().take(NAMED).copied().collect::<Vec<_>>().join("; ");
    words.tell(&say!("planning-city-how", count = names.len(), names = named, more))
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
