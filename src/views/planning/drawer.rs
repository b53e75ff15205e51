//! What lies beside the map: the table, the steps that were taken, the saved views.

use eframe::egui::Ui;

use crate::{
    desk::{
        Desk,
        action::{Action, LookAt},
        look::Drawer,
    },
    views::{
        icons::Icon,
        planning::{history, saved_views, table},
        widgets::{Button, icon_button, panel_header},
    },
    words::say,
};

/// The open drawer as large as the space it is given, beside the map; nothing where none is open.
pub fn drawer_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    open_ui(ui, desk, false, asked);
}

/// The open drawer in place of the map: it says how to get back there.
pub fn whole_drawer_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    open_ui(ui, desk, true, asked);
}

fn open_ui(ui: &mut Ui, desk: &Desk, whole: bool, asked: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let words = desk.words();
    match desk.look().drawer {
        Drawer::Closed => {}
        Drawer::Table => table::table_ui(ui, desk, whole, asked),
        Drawer::History => {
            head_ui(ui, desk, &words.say("planning-history"), &words.say("planning-history-note"), whole, asked);
            history::history_ui(ui, desk, asked);
        }
        Drawer::Views => {
            let note = words.tell(&say!("planning-views-note", count = desk.project().views.len()));
            head_ui(ui, desk, &words.say("planning-views"), &note, whole, asked);
            saved_views::views_ui(ui, desk, asked);
        }
    }
}

fn head_ui(ui: &mut Ui, desk: &Desk, title: &str, note: &str, whole: bool, asked: &mut Vec<Action>) {
    panel_header(ui, title, note, |ui| close_ui(ui, desk, whole, asked));
}

/// The way out: a cross, or the way back to the map that the drawer stands in place of.
pub(super) fn close_ui(ui: &mut Ui, desk: &Desk, whole: bool, asked: &mut Vec<Action>) {
    let words = desk.words();
    let left = match whole {
        true => ui.add(Button::plain(&words.say("planning-drawer-to-map")).icon(Icon::Map)).clicked(),
        false => icon_button(ui, Icon::Close, &words.say("planning-drawer-close"), None).clicked(),
    };
    if left {
        asked.push(Action::Look(LookAt::Drawer(Drawer::Closed)));
    }
}
