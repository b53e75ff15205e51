//! What was read from a boundary file, and the card in which key, name and coordinates are chosen otherwise.

use eframe::egui::{Id, Modal, Ui};

use crate::{
    desk::{
        Desk,
        action::{Action, FileWork},
        reading::{FieldChoice, Reading},
    },
    geometry::projection::Crs,
    views::{
        theme::text,
        widgets::{Button, Dropdown, Notice, NoticeAnswer, Tone, checkbox, popover_frame},
    },
    words::{Words, say},
};

fn choosing() -> Id {
    Id::unique("fields of boundaries")
}

/// „klein.geojson: 23 Gebiete gelesen“ with the way to other fields; stays until it is read or something is done.
pub(super) fn reading_note_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let Some(reading) = desk.reading() else { return };
    let words = desk.words();
    let title = words.tell(&say!("frame-reading", file = reading.file_name(), count = desk.catalog().register.len()));
    let (detail, remedy, close) = (detail(reading, words), words.say("frame-reading-change"), words.say("frame-dismiss"));
    match Notice::new(Tone::Neutral, &title).brief().detail(&detail).remedy(&remedy, None).closable(&close).show(ui) {
        Some(NoticeAnswer::Remedy) => {
            ui.data_mut(|it| it.insert_temp(choosing(), reading.used.clone()));
        }
        Some(NoticeAnswer::Leave) => asked.push(Action::File(FileWork::KeepReading)),
        None => {}
    }
}

/// „Schlüssel aus „AGS“, Name aus „GEN“, WGS 84 (EPSG:4326)“
fn detail(reading: &Reading, words: &Words) -> String {
    let field = |key: &str, missing: &str, field: &Option<String>| match field {
        Some(field) => words.say_with(key, &[("field", field.as_str().into())]),
        None => words.say(missing),
    };
    let key = field("frame-reading-key", "frame-reading-no-key", &reading.used.key);
    let name = field("frame-reading-name", "frame-reading-no-name", &reading.used.name);
    [key, name, crs_name(reading.used.crs, words)].join(", ")
}

fn crs_name(crs: Option<Crs>, words: &Words) -> String {
    crs.map(Crs::name).filter(|it| !it.is_empty()).unwrap_or_else(|| words.say("storage-plane"))
}

/// The card, while it is open. „Neu einlesen“ makes the project anew; Escape leaves it as it is.
pub fn reading_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let Some(mut choice) = ui.data(|it| it.get_temp::<FieldChoice>(choosing())) else { return };
    let close = |ui: &Ui| ui.data_mut(|it| it.remove::<FieldChoice>(choosing()));
    let Some(reading) = desk.reading() else { return close(ui) };
    let words = desk.words();
    let modal = Modal::new(choosing().with("card")).frame(popover_frame(ui.ctx())).show(ui.ctx(), |ui| {
        ui.set_width(460.0);
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.label(text::card_title(ui, words.say_with("frame-reading-title", &[("file", reading.file_name().into())])));
        let fields = desk.fields_read();
        field_ui(ui, &words.say("frame-reading-key-field"), &fields, &mut choice.key);
        field_ui(ui, &words.say("frame-reading-name-field"), &fields, &mut choice.name);
        crs_ui(ui, words, reading, &mut choice.crs);
        numbers_ui(ui, words, reading, &mut choice);
        ui.add_space(6.0);
        let answer = ui.horizontal(|ui| {
            let again = ui.add_enabled(choice != reading.used, Button::primary(&words.say("frame-reading-again"))).clicked();
            let leave = ui.add(Button::plain(&words.say("frame-cancel"))).clicked();
            again.then_some(true).or(leave.then_some(false))
        });
        answer.inner
    });
    match if modal.should_close() { Some(false) } else { modal.inner } {
        Some(again) => {
            if again {
                asked.push(Action::File(FileWork::ReadAgain(choice)));
            }
            close(ui);
        }
        None => {
            ui.data_mut(|it| it.insert_temp(choosing(), choice));
        }
    }
}

/// A field by its name, with an example of what stands in it.
fn field_ui(ui: &mut Ui, title: &str, fields: &[(String, String)], chosen: &mut Option<String>) {
    let said = |(field, example): &(String, String)| format!("{field} – {}", example.chars().take(28).collect::<String>());
    let options: Vec<String> = fields.iter().map(said).collect();
    let options: Vec<&str> = options.iter().map(String::as_str).collect();
    let at = chosen.as_ref().and_then(|it| fields.iter().position(|field| field.0 == *it));
    ui.label(text::dense_second(ui, title));
    let shown = at.and_then(|it| options.get(it)).copied().unwrap_or("–");
    if let Some((field, _)) = Dropdown::new(title, shown).show(ui, &options).and_then(|it| fields.get(it)) {
        *chosen = Some(field.clone());
    }
}

fn crs_ui(ui: &mut Ui, words: &Words, reading: &Reading, chosen: &mut Option<Crs>) {
    let title = words.say("frame-reading-crs");
    let mut systems: Vec<Option<Crs>> = Crs::usual().map(Some).collect();
    if !systems.contains(&reading.used.crs) {
        systems.insert(0, reading.used.crs);
    }
    let options: Vec<String> = systems.iter().map(|it| crs_name(*it, words)).collect();
    let options: Vec<&str> = options.iter().map(String::as_str).collect();
    ui.label(text::dense_second(ui, title.as_str()));
    let shown = crs_name(*chosen, words);
    if let Some(system) = Dropdown::new(&title, &shown).show(ui, &options).and_then(|it| systems.get(it)) {
        *chosen = *system;
    }
}

/// Numbers that stand beside the boundaries: whether they become indicators, and which one counts people.
fn numbers_ui(ui: &mut Ui, words: &Words, reading: &Reading, choice: &mut FieldChoice) {
    if reading.numeric.is_empty() {
        return;
    }
    ui.add_space(4.0);
    let text = words.tell(&say!("frame-reading-numbers", count = reading.numeric.len()));
    if checkbox(ui, &text, choice.numbers).clicked() {
        choice.numbers = !choice.numbers;
        choice.population = choice.population.take().filter(|_| choice.numbers);
    }
    if !choice.numbers {
        return;
    }
    let (title, none) = (words.say("frame-reading-population"), words.say("frame-reading-nobody"));
    let options: Vec<&str> = std::iter::once(none.as_str()).chain(reading.numeric.iter().map(String::as_str)).collect();
    ui.label(text::dense_second(ui, title.as_str()));
    if let Some(at) = Dropdown::new(&title, choice.population.as_deref().unwrap_or(&none)).show(ui, &options) {
        choice.population = at.checked_sub(1).and_then(|it| reading.numeric.get(it)).cloned();
    }
}
