//! The path field: where no dialog of the operating system can be had, a path can still be typed or pasted.

use std::path::{Path, PathBuf};

use eframe::egui::{Id, Label, Modal, Ui};

use crate::{
    desk::{
        Desk,
        action::{Action, Asking, Export, FileWork},
    },
    views::{
        theme::text,
        widgets::{Button, Field, popover_frame},
    },
};

/// What the card says for what is asked.
struct Said {
    title: &'static str,
    expected: &'static str,
    hint: &'static str,
}

impl Said {
    fn of(asking: Asking) -> Self {
        let (title, expected, hint) = match asking {
            Asking::Open => ("frame-path-open", "frame-path-open-what", "frame-path-hint"),
            Asking::New => ("frame-path-new", "frame-path-new-what", "frame-path-new-hint"),
            Asking::Indicators => ("frame-path-indicators", "frame-path-indicators-what", "frame-path-indicators-hint"),
            Asking::SaveAs => ("frame-path-save", "frame-path-save-what", "frame-path-hint"),
            Asking::Export(Export::Map) => ("frame-path-export", "frame-path-map-what", "frame-path-map-hint"),
            Asking::Export(Export::Areas) => ("frame-path-export", "frame-path-areas-what", "frame-path-areas-hint"),
            Asking::Export(Export::Table) => ("frame-path-export", "frame-path-csv-what", "frame-path-table-hint"),
            Asking::Export(Export::Assignment) => ("frame-path-export", "frame-path-csv-what", "frame-path-assignment-hint"),
        };
        Self { title, expected, hint }
    }
}

/// Where the path begins: at the file it was asked with, else the folder last used, and a name where something is written.
fn beginning(desk: &Desk, asking: Asking) -> String {
    if let Some(at) = desk.asking_at() {
        return at.display().to_string();
    }
    let last = desk.file().path.as_deref().or_else(|| desk.start_page().recent.first().map(|it| it.path.as_path()));
    let Some(folder) = last.and_then(Path::parent).filter(|it| !it.as_os_str().is_empty()) else { return String::new() };
    let written = matches!(asking, Asking::SaveAs);
    let name = desk.file().path.as_deref().and_then(Path::file_name).filter(|_| written);
    folder.join(name.unwrap_or_default()).display().to_string()
}

/// The field, while the desk asks for a path.
pub fn path_field_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let Some(asking) = desk.asking() else { return };
    let words = desk.words();
    let id = Id::unique("path field");
    let mut path = ui.data(|it| it.get_temp::<String>(id)).unwrap_or_else(|| beginning(desk, asking));
    let modal = Modal::new(id.with("modal")).frame(popover_frame(ui.ctx())).show(ui.ctx(), |ui| {
        ui.set_width(460.0);
        let said = Said::of(asking);
        ui.label(text::card_title(ui, words.say(said.title)));
        ui.add(Label::new(text::second(ui, words.say(said.expected))).wrap());
        ui.add_space(8.0);
        let field = Field::new(&words.say("frame-path")).hint(&words.say(said.hint)).show(ui, id.with("text"), &mut path);
        let entered = field.lost_focus() && ui.input(|it| it.key_pressed(eframe::egui::Key::Enter));
        ui.add_space(10.0);
        let mut answer = entered.then_some(true);
        ui.horizontal(|ui| {
            if ui.add(Button::primary(&words.say("frame-path-ok"))).clicked() {
                answer = Some(true);
            }
            if ui.add(Button::plain(&words.say("frame-cancel"))).clicked() {
                answer = Some(false);
            }
        });
        if answer.is_none() && !field.has_focus() && ui.data(|it| it.get_temp::<String>(id)).is_none() {
            field.request_focus(); // once, when it opens
        }
        answer
    });
    let answer = if modal.should_close() { Some(false) } else { modal.inner };
    match answer {
        Some(true) if !path.trim().is_empty() => {
            let path = PathBuf::from(path.trim());
            asked.push(Action::File(FileWork::Path(asking, Some(path))));
            ui.data_mut(|it| it.remove::<String>(id));
        }
        Some(false) => {
            asked.push(Action::File(FileWork::Path(asking, None)));
            ui.data_mut(|it| it.remove::<String>(id));
        }
        _ => {
            ui.data_mut(|it| it.insert_temp(id, path));
        }
    }
}
