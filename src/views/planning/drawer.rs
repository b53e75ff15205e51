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
        widgets::{icon_button, panel_header},
    },
    words::say,
};

/// The open drawer as large as the space it is given; nothing where none is open.
pub fn drawer_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let words = desk.words();
    match desk.look().drawer {
        Drawer::Closed => {}
        Drawer::Table => table::table_ui(ui, desk, asked),
        Drawer::History => {
            head_ui(ui, desk, &words.say("planning-history"), &words.say("planning-history-note"), asked);
            history::history_ui(ui, desk, asked);
        }
        Drawer::Views => {
            let note = words.tell(&say!("planning-views-note", count = desk.project().views.len()));
            head_ui(ui, desk, &words.say("planning-views"), &note, asked);
            saved_views::views_ui(ui, desk, asked);
        }
    }
}

fn head_ui(ui: &mut Ui, desk: &Desk, title: &str, note: &str, asked: &mut Vec<Action>) {
    panel_header(ui, title, note, |ui| close_ui(ui, desk, asked));
}

/// The way out.
pub(super) fn close_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    if icon_button(ui, Icon::Close, &desk.words().say("planning-drawer-close"), None).clicked() {
        asked.push(Action::Look(LookAt::Drawer(Drawer::Closed)));
    }
}
