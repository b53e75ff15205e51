//! Which rows of the table are seen: those in whose key, name or area each typed word stands, however its umlauts are written.
use eframe::egui::{Id, Key, Ui};

use crate::{
    analysis::overlay::Unit,
    desk::Desk,
    views::{
        icons::Icon,
        palette::holds,
        planning::{kept, table_rows::area_said},
        widgets::{icon_button, search_field},
    },
};

/// Width of the field, and of the room that its cross has, seen or not: nothing moves when the first letter comes.
const WIDTH: f32 = 150.0;
const CROSS: f32 = 28.0;

/// What is typed in the filter of the table called `table`.
pub(super) fn typed(ui: &Ui, table: Id) -> String {
    kept::state(ui, table.with("filter"), String::new())
}

/// The field, and behind it the cross that empties it; so does Escape. Enter leaves for the first row: then the answer is true.
pub(super) fn filter_ui(ui: &mut Ui, desk: &Desk, table: Id) -> bool {
    let (words, id) = (desk.words(), table.with("filter"));
    let before = typed(ui, table);
    let mut query = before.clone();
    match query.is_empty() {
        true => ui.add_space(CROSS),
        false if icon_button(ui, Icon::Close, &words.say("planning-table-filter-clear"), None).clicked() => query.clear(),
        false => {}
    }
    let field = ui.scope(|ui| {
        ui.set_max_width(WIDTH);
        search_field(ui, id.with("field"), &mut query, &words.say("planning-table-filter"), None)
    });
    let left = field.inner.lost_focus();
    if left && ui.input(|it| it.key_pressed(Key::Escape)) {
        query.clear();
    }
    if query != before {
        kept::set_state(ui, id, query);
    }
    left && ui.input(|it| it.key_pressed(Key::Enter))
}

/// Whether the row of `unit` is seen.
pub(super) fn fits(desk: &Desk, unit: &Unit, query: &str) -> bool {
    query.trim().is_empty() || holds(&format!("{} {} {}", unit.key, unit.name, area_said(desk, unit)), query)
}
