//! What all components share: text that gives way, the ink of hover and press, the focus ring.
use crate::views::theme::Theme;
use eframe::egui::{
    Color32, CornerRadius, FontFamily, FontId, Galley, Pos2, Rect, Response, Role, StrokeKind, Ui, WidgetInfo,
    text::{LayoutJob, TextFormat, TextWrapping},
};
use std::sync::Arc;

/// One line of text, cut with „…“ where it is wider than `room` points.
pub fn line(ui: &Ui, text: &str, size: f32, family: FontFamily, colour: Color32, room: f32) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(FontId::new(size, family), colour));
    job.wrap = TextWrapping::truncate_at_width(room.max(0.0));
    ui.painter().layout_job(job)
}

/// The same of one name among others: where it has no room, it loses the words with which another one begins too („…
/// Gieboldehausen“ beside „… Hattorf am Harz“), so that two names that differ never look the same.
pub fn line_among<'a>(
    ui: &Ui,
    text: &str,
    others: impl Iterator<Item = &'a str>,
    (size, family, colour): (f32, FontFamily, Color32),
    room: f32,
) -> Arc<Galley> {
    let whole = line(ui, text, size, family.clone(), colour, f32::INFINITY);
    if whole.size().x <= room {
        return whole;
    }
    line(ui, &told_apart(text, others), size, family, colour, room)
}

/// A name without the words that begin another one as well; at least its last word stays.
pub fn told_apart<'a>(name: &str, others: impl Iterator<Item = &'a str>) -> String {
    let words: Vec<&str> = name.split(' ').collect();
    let shared = |other: &str| words.iter().zip(other.split(' ')).take_while(|(one, other)| *one == other).count();
    let most = others.filter(|it| *it != name).map(shared).max().unwrap_or(0).min(words.len() - 1);
    if most == 0 { name.to_owned() } else { format!("… {}", words.get(most..).unwrap_or_default().join(" ")) }
}

/// Draws a line with its left end at `left`, in the middle of the height around `middle`.
pub fn put_line(ui: &Ui, galley: Arc<Galley>, left: f32, middle: f32) {
    let top = middle - galley.size().y / 2.0;
    ui.painter().galley(Pos2::new(left, top), galley, Color32::PLACEHOLDER);
}

/// `ground` as the pointer changes it: 4 % ink under it, 8 % while pressed.
pub fn touched(theme: &Theme, response: &Response, ground: Color32) -> Color32 {
    theme.tokens.inked(ground, touch(response))
}

/// How much ink lies over something: 0, 0.04 under the pointer, 0.08 while pressed.
pub fn touch(response: &Response) -> f32 {
    match (response.is_pointer_button_down_on(), response.hovered()) {
        (true, _) => 0.08,
        (false, true) => 0.04,
        (false, false) => 0.0,
    }
}

/// The ring around what has the keyboard focus, 2 points away from it.
pub fn focus_ring(ui: &Ui, response: &Response, rect: Rect, corner: u8) {
    if response.has_focus() {
        let ring = Theme::of(ui.ctx()).focus();
        ui.painter().rect_stroke(rect.expand(2.0), CornerRadius::same(corner + 2), ring, StrokeKind::Outside);
    }
}

/// The same ring inside the edge, for rows that fill the width of a panel.
pub fn inner_focus_ring(ui: &Ui, response: &Response, rect: Rect, corner: u8) {
    if response.has_focus() {
        let ring = Theme::of(ui.ctx()).focus();
        ui.painter().rect_stroke(rect.shrink(1.0), CornerRadius::same(corner), ring, StrokeKind::Inside);
    }
}

/// Tells screen readers what this is; `chosen` where it can be chosen or switched.
pub fn announce(response: &Response, role: Role, enabled: bool, chosen: Option<bool>, name: &str) {
    response.widget_info(|| match chosen {
        Some(chosen) => WidgetInfo::selected(role, enabled, chosen, name),
        None => WidgetInfo::labeled(role, enabled, name),
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_begin_alike_are_told_apart_by_what_follows() {
        let names =
            ["Samtgemeinde Dransfeld", "Samtgemeinde Radolfshausen", "Ausgangsplan", "Ausgangsplan – Kopie", "Ausgangsplan – Kopie 2"];
        let short: Vec<String> = names.iter().map(|it| told_apart(it, names.iter().copied())).collect();
        assert_eq!(short, ["… Dransfeld", "… Radolfshausen", "Ausgangsplan", "… Kopie", "… 2"]);
    }
}
