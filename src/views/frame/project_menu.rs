//! The menu of the project: files, what is given out, which names stand on the maps, language and colours.

use eframe::egui::Ui;

use crate::{
    desk::{
        Desk,
        action::{Action, Asking, Export, FileWork, LookAt},
        look::{Labels, Scheme, Settings},
    },
    views::{
        icons::Icon,
        widgets::{Explain, MenuItem, menu_button},
    },
    words::Language,
};

/// An entry that opens, saves or gives out something.
struct Entry {
    name: &'static str,
    icon: Icon,
    key: &'static str,
    does: FileWork,
}

fn entries() -> Vec<Vec<Entry>> {
    let entry = |name, icon, key, does| Entry { name, icon, key, does };
    let asks = |name, icon, key, asking| entry(name, icon, key, FileWork::Ask(asking));
    let gives_out = |name, key, export| asks(name, Icon::Download, key, Asking::Export(export));
    vec![
        vec![
            asks("frame-new", Icon::Plus, "N", Asking::New),
            asks("frame-open", Icon::Folder, "O", Asking::Open),
            entry("frame-save", Icon::Save, "S", FileWork::Save),
            asks("frame-save-as", Icon::Save, "", Asking::SaveAs),
        ],
        vec![asks("frame-indicators", Icon::Chart, "", Asking::Indicators)],
        vec![
            gives_out("frame-export-map", "P", Export::Map),
            gives_out("frame-export-table", "", Export::Table),
            gives_out("frame-export-areas", "", Export::Areas),
            gives_out("frame-export-assignment", "", Export::Assignment),
        ],
        vec![entry("frame-close", Icon::Close, "", FileWork::Close)],
    ]
}

/// The button at the end of the bar, and its menu.
pub(super) fn project_menu_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    menu_button(ui, Icon::More, &words.say("frame-menu"), |ui| {
        for group in entries() {
            for entry in group {
                let (text, key) = (words.say(entry.name), words.say_with("key-ctrl", &[("key", entry.key.into())]));
                let mut item = MenuItem::new(&text).icon(entry.icon);
                if !entry.key.is_empty() {
                    item = item.key(&key);
                }
                if ui.add(item).clicked() {
                    asked.push(Action::File(entry.does));
                    ui.close();
                }
            }
            ui.separator();
        }
        labels_ui(ui, desk, asked);
        ui.separator();
        settings_ui(ui, desk, asked);
    });
}

/// Which names stand on the maps.
fn labels_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let (words, labels) = (desk.words(), desk.look().labels);
    for (key, on, wanted) in [
        ("frame-labels-areas", labels.areas, Labels { areas: !labels.areas, ..labels }),
        ("frame-labels-districts", labels.districts, Labels { districts: !labels.districts, ..labels }),
    ] {
        if ui.add(MenuItem::new(&words.say(key)).chosen(on)).clicked() {
            asked.push(Action::Look(LookAt::Labels(wanted)));
            ui.close();
        }
    }
}

/// Language and colours: one click each.
fn settings_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    let now = desk.settings();
    let language = words.say("frame-language");
    if ui.add(MenuItem::new(&language).icon(Icon::Globe)).clicked() {
        let language = if now.language == Language::German { Language::English } else { Language::German };
        asked.push(Action::Settings(Settings { language, ..now.clone() }));
        ui.close();
    }
    let scheme = words.say("frame-scheme");
    if ui.add(MenuItem::new(&scheme).icon(Icon::Contrast)).explain(&scheme, None, None).clicked() {
        let scheme = match now.scheme {
            Scheme::Light => Scheme::Dark,
            Scheme::Dark => Scheme::HighContrast,
            Scheme::HighContrast => Scheme::Light,
        };
        asked.push(Action::Settings(Settings { scheme, ..now.clone() }));
    }
}
