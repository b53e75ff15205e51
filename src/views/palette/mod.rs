//! The palette: one field that finds places, areas, plans, indicators, saved views and every command.
//!
//! **Promise.** Whatever can be had now can be found here, with its key. Umlauts may be typed as they come: „Goettingen“,
//! „Gottingen“ and „Göttingen“ are one. What was taken lately stands first while nothing is typed.

mod also;
mod entries;
mod find;

use eframe::egui::{
    Align2, Area, Context, CornerRadius, Id, Key, Modal, Modifiers, Order, Rect, Response, Role, ScrollArea, Sense, Ui, UiBuilder, pos2,
    vec2,
};

pub use find::{fold, holds, score};

use crate::{
    desk::{Desk, action::Action},
    views::{
        keys::{Deed, Wish},
        palette::entries::Entry,
        theme::{Theme, metrics, regular, semibold, text},
        widgets::{
            key_hint, paint_area_chip, popover_frame, search_field,
            surface::{announce, line, put_line},
        },
    },
};

/// What is typed and where the arrow keys are; egui keeps it while the palette is open, and what was taken lately beyond.
#[derive(Debug, Clone, Default)]
struct Typed {
    query: String,
    at: usize,
}

/// How many entries are found at most, and how many of the lately taken are remembered.
const FOUND: usize = 60;
const RECENT: usize = 8;
const ROW: f32 = 32.0;

/// The palette, while it is open. What only the window can do comes back as wishes.
pub fn palette_ui(ui: &mut Ui, desk: &Desk, open: &mut bool, asked: &mut Vec<Action>) -> Vec<Wish> {
    let (typed_id, recent_id) = (Id::unique("palette"), Id::unique("palette recent"));
    if !*open {
        ui.data_mut(|it| it.remove::<Typed>(typed_id));
        return Vec::new();
    }
    let mut typed = ui.data(|it| it.get_temp::<Typed>(typed_id)).unwrap_or_default();
    let recent = ui.data(|it| it.get_temp::<Vec<String>>(recent_id)).unwrap_or_default();
    let found = found(desk, &typed.query, &recent);
    let chosen_by_key = keys(ui.ctx(), &mut typed, found.len());
    let place = Area::new(Id::unique("palette area")).order(Order::Foreground).anchor(Align2::CENTER_TOP, vec2(0.0, 72.0));
    let modal = Modal::new(Id::unique("palette modal")).area(place).frame(popover_frame(ui.ctx())).show(ui.ctx(), |ui| {
        let width = (ui.ctx().content_rect().width() - 48.0).min(600.0);
        ui.set_width(width - 2.0 * metrics::PANEL_INSET);
        let field = search_field(ui, typed_id.with("field"), &mut typed.query, &desk.words().say("palette-hint"), None);
        field.request_focus();
        if field.changed() {
            typed.at = 0;
        }
        ui.add_space(6.0);
        list_ui(ui, desk, &found, &typed)
    });
    let chosen = modal.inner.or(chosen_by_key.then_some(typed.at)).and_then(|it| found.get(it));
    *open = chosen.is_none() && !modal.should_close();
    let mut wishes = Vec::new();
    if let Some(entry) = chosen {
        ui.data_mut(|it| it.insert_temp(recent_id, remembered(&recent, &entry.id)));
        for deed in &entry.deeds {
            match deed {
                Deed::Ask(action) => asked.push(action.clone()),
                Deed::Wish(wish) => wishes.push(*wish),
            }
        }
    }
    ui.data_mut(|it| it.insert_temp(typed_id, typed));
    wishes
}

/// Arrows move, Enter takes; answers whether it was pressed.
fn keys(ctx: &Context, typed: &mut Typed, count: usize) -> bool {
    let last = count.saturating_sub(1);
    ctx.input_mut(|it| {
        if it.consume_key(Modifiers::NONE, Key::ArrowDown) {
            typed.at = if typed.at >= last { 0 } else { typed.at + 1 };
        }
        if it.consume_key(Modifiers::NONE, Key::ArrowUp) {
            typed.at = if typed.at == 0 { last } else { typed.at - 1 };
        }
        typed.at = typed.at.min(last);
        it.consume_key(Modifiers::NONE, Key::Enter)
    })
}

/// What fits, best first; without a query what was taken lately, then everything else in its order.
fn found(desk: &Desk, query: &str, recent: &[String]) -> Vec<Entry> {
    let all = entries::entries(desk);
    let place = |entry: &Entry| recent.iter().position(|it| *it == entry.id);
    let mut scored: Vec<(i32, Entry)> = all
        .into_iter()
        .filter_map(|entry| {
            let lately = place(&entry).map_or(0, |it| (RECENT - it.min(RECENT)) as i32);
            let score =
                if query.trim().is_empty() { entry.rank + lately * 1_000 } else { score_of(query, &entry)? * 20 + lately + entry.rank };
            Some((score, entry))
        })
        .collect();
    scored.sort_by_key(|it| std::cmp::Reverse(it.0));
    scored.into_iter().map(|it| it.1).take(FOUND).collect()
}

/// How well an entry fits; by another name than its own a little less.
fn score_of(query: &str, entry: &Entry) -> Option<i32> {
    let also = entry.also.iter().filter_map(|it| score(query, it)).max().map(|it| it - 4);
    score(query, &entry.text).max(also)
}

fn remembered(recent: &[String], id: &str) -> Vec<String> {
    let others = recent.iter().filter(|it| *it != id).cloned();
    std::iter::once(id.to_owned()).chain(others).take(RECENT).collect()
}

/// The entries; answers with the one that was clicked.
fn list_ui(ui: &mut Ui, desk: &Desk, found: &[Entry], typed: &Typed) -> Option<usize> {
    if found.is_empty() {
        ui.add_space(8.0);
        ui.label(text::second(ui, desk.words().say_with("palette-nothing", &[("query", typed.query.trim().into())])));
        return None;
    }
    let height = (ui.ctx().content_rect().height() - 200.0).clamp(120.0, 12.0 * ROW);
    let mut clicked = None;
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (at, entry) in found.iter().enumerate() {
            let chosen = at == typed.at;
            let response = entry_ui(ui, desk, entry, chosen);
            if chosen && ui.input(|it| it.key_down(Key::ArrowDown) || it.key_down(Key::ArrowUp)) {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                clicked = Some(at);
            }
        }
    });
    clicked
}

fn entry_ui(ui: &mut Ui, desk: &Desk, entry: &Entry, chosen: bool) -> Response {
    let theme = Theme::of(ui.ctx());
    let t = &theme.tokens;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let kind = desk.words().say(entry.kind);
    announce(&response, Role::ListBoxOption, true, Some(chosen), &format!("{}, {kind}", entry.text));
    let ground = match (chosen, response.hovered()) {
        (true, _) => t.acc_soft,
        (false, true) => t.inked(t.raised, 0.04),
        _ => t.raised,
    };
    let edge = if chosen { theme.chosen_edge() } else { eframe::egui::Stroke::NONE };
    ui.painter().rect(rect, CornerRadius::same(metrics::CORNER_CONTROL), ground, edge, eframe::egui::StrokeKind::Inside);
    let middle = rect.center().y;
    match &entry.chip {
        Some((chip, colour)) => {
            let place = Rect::from_center_size(pos2(rect.left() + 18.0, middle), vec2(18.0, 18.0));
            paint_area_chip(ui.painter(), place, chip, *colour, metrics::HINT - 1.0);
        }
        None => entry.icon.paint(ui.painter(), pos2(rect.left() + 18.0, middle), metrics::ICON, if chosen { t.acc } else { t.t2 }),
    }
    let mut right = rect.right() - 10.0;
    if let Some(key) = &entry.key {
        let size = line(ui, key, metrics::HINT, regular(), t.t2, f32::INFINITY).size().x + 12.0;
        let place = Rect::from_min_max(pos2(right - size.max(18.0), middle - 9.0), pos2(right, middle + 9.0));
        key_hint(&mut ui.new_child(UiBuilder::new().max_rect(place)), key);
        right = place.left() - 10.0;
    }
    let note = line(ui, &kind, metrics::HINT, regular(), t.t3, 140.0);
    let note_left = right - note.size().x;
    put_line(ui, note, note_left, middle);
    let (family, ink) = if chosen { (semibold(), t.acc) } else { (regular(), t.t1) };
    let left = rect.left() + 36.0;
    put_line(ui, line(ui, &entry.text, metrics::BASE, family, ink, note_left - 10.0 - left), left, middle);
    response
}
