//! The bar at the top: project, save state, pages, search, presenting, menu.

use eframe::egui::{Align, Layout, Rect, Ui, Vec2};

use crate::{
    desk::{
        Desk,
        action::{Action, Asking, Export, FileWork, LookAt, Showing},
        look::{Labels, Page, Scheme, Settings},
    },
    views::{
        icons::Icon,
        theme::{Theme, text},
        widgets::{Button, Explain, MenuItem, menu_button, paint_logo},
    },
    words::Language,
};

/// The bar. `search` is set when the palette is asked for.
pub fn app_bar_ui(ui: &mut Ui, desk: &Desk, search: &mut bool, asked: &mut Vec<Action>) {
    let narrow = ui.available_width() < 1_150.0;
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let (square, _) = ui.allocate_exact_size(Vec2::splat(22.0), eframe::egui::Sense::hover());
        paint_logo(ui.painter(), Rect::from_center_size(square.center(), Vec2::splat(20.0)), &Theme::of(ui.ctx()));
        ui.label(text::title(ui, &desk.project().name));
        if !narrow {
            save_state_ui(ui, desk);
        }
        ui.add_space(8.0);
        pages_ui(ui, desk, asked);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            project_menu_ui(ui, desk, asked);
            let words = desk.words();
            let present = words.say("frame-present");
            if ui.add(Button::plain(&present).icon(Icon::Screen).key("F5")).clicked() {
                asked.push(Action::Show(Showing::Start(None)));
            }
            let hint = words.say("frame-search");
            let shown = if narrow { "" } else { hint.as_str() };
            let key = words.say("key-ctrl-k");
            if ui.add(Button::plain(shown).icon(Icon::Search).key(&key).name(&hint)).clicked() {
                *search = true;
            }
        });
    });
}

fn save_state_ui(ui: &mut Ui, desk: &Desk) {
    let words = desk.words();
    let file = desk.file();
    let text = match (&file.read_only, desk.is_unsaved(), &file.saved) {
        (Some(_), _, _) => words.say("frame-read-only"),
        (None, true, _) | (None, false, None) => words.say("frame-unsaved"),
        (None, false, Some((at, _))) => {
            let time = at.split_once('T').map_or(at.as_str(), |(_, time)| time);
            words.say_with("frame-saved", &[("time", time.into())])
        }
    };
    ui.label(text::dense_second(ui, text));
}

fn pages_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.x = 2.0;
    for (page, key) in [(Page::Planning, "frame-planning"), (Page::Comparison, "frame-comparison")] {
        let name = desk.words().say(key);
        if ui.add(Button::quiet(&name).chosen(desk.look().page == page)).clicked() {
            asked.push(Action::Look(LookAt::Page(page)));
        }
    }
}

fn project_menu_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    let ctrl = |key: &str| words.say_with("key-ctrl", &[("key", key.into())]);
    let entries: [(&str, Icon, String, Action); 8] = [
        ("frame-open", Icon::Folder, ctrl("O"), Action::File(FileWork::Ask(Asking::Open))),
        ("frame-save", Icon::Save, ctrl("S"), Action::File(FileWork::Save)),
        ("frame-save-as", Icon::Save, String::new(), Action::File(FileWork::Ask(Asking::SaveAs))),
        ("frame-export-map", Icon::Download, ctrl("P"), Action::File(FileWork::Ask(Asking::Export(Export::Map)))),
        ("frame-export-table", Icon::Download, String::new(), Action::File(FileWork::Ask(Asking::Export(Export::Table)))),
        ("frame-export-areas", Icon::Download, String::new(), Action::File(FileWork::Ask(Asking::Export(Export::Areas)))),
        ("frame-export-assignment", Icon::Download, String::new(), Action::File(FileWork::Ask(Asking::Export(Export::Assignment)))),
        ("frame-close", Icon::Close, String::new(), Action::File(FileWork::Close)),
    ];
    menu_button(ui, Icon::More, &words.say("frame-menu"), |ui| {
        for (key, icon, shortcut, action) in entries {
            let text = words.say(key);
            let mut item = MenuItem::new(&text).icon(icon);
            if !shortcut.is_empty() {
                item = item.key(&shortcut);
            }
            if ui.add(item).clicked() {
                asked.push(action);
                ui.close();
            }
        }
        ui.separator();
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
pub fn settings_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
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
