//! A few options of which one holds: „Gemeinde | Samtgemeinde“.
use super::surface::{announce, inner_focus_ring, line, put_line, touched};
use crate::views::theme::{Theme, medium, metrics, semibold};
use eframe::egui::{Color32, CornerRadius, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

/// Shows the options, as wide as there is room, and answers with the one asked for. `name` says what is chosen here.
pub fn segmented(ui: &mut Ui, name: &str, options: &[&str], chosen: usize) -> Option<usize> {
    let theme = Theme::of(ui.ctx());
    let width = ui.available_width().min(options.len() as f32 * 180.0);
    let (id, rect) = ui.allocate_space(vec2(width, metrics::CONTROL));
    let corner = CornerRadius::same(metrics::CORNER_CONTROL);
    ui.painter().rect_filled(rect, corner, theme.tokens.raised);
    let mut asked = None;
    let wanted: Vec<f32> = options.iter().map(|it| wanted(ui, it)).collect();
    for (at, (option, cell)) in options.iter().zip(cells(rect, &wanted)).enumerate() {
        if segment(ui, id.with(at), (cell, corners(at, options.len())), (name, option), at == chosen) {
            asked = Some(at);
        }
        if at > 0 {
            ui.painter().vline(cell.left(), cell.y_range(), Stroke::new(1.0, theme.tokens.ctl));
        }
    }
    ui.painter().rect_stroke(rect, corner, theme.control_edge(), StrokeKind::Inside);
    asked.filter(|it| *it != chosen)
}

fn segment(ui: &Ui, id: Id, (cell, corner): (Rect, CornerRadius), (name, option): (&str, &str), chosen: bool) -> bool {
    let theme = Theme::of(ui.ctx());
    let t = &theme.tokens;
    let response = ui.interact(cell, id, Sense::click());
    announce(&response, Role::RadioButton, ui.is_enabled(), Some(chosen), &format!("{name}: {option}"));
    let ground = if chosen { t.acc_soft } else { t.raised };
    ui.painter().rect_filled(cell, corner, touched(&theme, &response, ground));
    let (family, ink): (_, Color32) = if chosen { (semibold(), t.acc) } else { (medium(), t.t2) };
    let words = line(ui, option, metrics::BASE, family, ink, cell.width() - 8.0);
    let left = cell.center().x - words.size().x / 2.0;
    put_line(ui, words, left, cell.center().y);
    inner_focus_ring(ui, &response, cell, metrics::CORNER_CONTROL);
    response.clicked()
}

/// What an option needs to be read whole, in points.
fn wanted(ui: &Ui, option: &str) -> f32 {
    line(ui, option, metrics::BASE, semibold(), Color32::PLACEHOLDER, f32::INFINITY).size().x.ceil() + 10.0
}

/// How wide the switch has to be for all options to be read whole, in points.
pub fn segmented_width(ui: &Ui, options: &[&str]) -> f32 {
    options.iter().map(|it| wanted(ui, it)).sum()
}

/// The places of the options: all alike; where that cuts one although there is room for all, each as its words need it.
fn cells(rect: Rect, wanted: &[f32]) -> Vec<Rect> {
    let (count, needed) = (wanted.len().max(1) as f32, wanted.iter().sum::<f32>());
    let alike = rect.width() / count;
    let (spare, cut) = (rect.width() - needed, wanted.iter().any(|it| *it > alike));
    let widths = wanted.iter().map(|it| if cut && spare >= 0.0 { it + spare / count } else { alike });
    let mut right = rect.left();
    let ends = widths.map(|it| {
        let left = right;
        right += it;
        (left.round(), right.round().min(rect.right()))
    });
    ends.map(|(left, right)| Rect::from_min_max(pos2(left, rect.top()), pos2(right, rect.bottom()))).collect()
}

/// Only the outer corners are round.
fn corners(at: usize, count: usize) -> CornerRadius {
    let (first, last) = (at == 0, at + 1 == count);
    let round = |it: bool| if it { metrics::CORNER_CONTROL } else { 0 };
    CornerRadius { nw: round(first), sw: round(first), ne: round(last), se: round(last) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// „Nebenein…“ was cut beside „Unterschiede“, which had room to spare.
    #[test]
    fn an_option_that_needs_more_takes_what_another_has_to_spare() {
        let widths = |wide: f32, wanted: &[f32]| -> Vec<f32> {
            cells(Rect::from_min_size(pos2(0.0, 0.0), vec2(wide, 28.0)), wanted).iter().map(Rect::width).collect()
        };
        assert_eq!(widths(240.0, &[90.0, 106.0]), [120.0, 120.0], "alike where all fit");
        assert_eq!(widths(200.0, &[90.0, 106.0]), [92.0, 108.0]);
        assert_eq!(widths(180.0, &[90.0, 106.0]), [90.0, 90.0], "there is no room to share");
    }
}
