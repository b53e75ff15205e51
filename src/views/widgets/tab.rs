//! Tabs of plans: the chosen one stands on a petrol line.
use super::surface::{announce, inner_focus_ring, line, put_line, touch};
use crate::views::icons::Icon;
use crate::views::theme::{Theme, medium, metrics, semibold};
use eframe::egui::{Color32, CornerRadius, Galley, Response, Role, Sense, Ui, pos2, vec2};
use std::sync::Arc;

/// The words of a tab are no wider than this, in points; longer ones are cut with „…“.
pub const WIDEST: f32 = 180.0;

/// A tab as high as the head of a panel; an icon before the words (lock), a dot behind them while `changed`. Whoever shows a
/// name that may be cut lets the pointer read all of it: [`is_cut`].
pub fn tab(ui: &mut Ui, text: &str, icon: Option<Icon>, chosen: bool, changed: bool) -> Response {
    let theme = Theme::of(ui.ctx());
    let t = &theme.tokens;
    let ink = if chosen { t.t1 } else { t.t2 };
    let words = words_of(ui, text, chosen, ink);
    let lead = lead_of(icon);
    let width = tab_width(ui, text, icon, chosen) + if changed { 12.0 } else { 0.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(width, metrics::PANEL_HEAD), Sense::click());
    announce(&response, Role::Tab, ui.is_enabled(), Some(chosen), text);
    ui.painter().rect_filled(
        rect.shrink2(vec2(0.0, 5.0)),
        CornerRadius::same(metrics::CORNER_CONTROL),
        t.t1.gamma_multiply(touch(&response)),
    );
    let middle = rect.center().y;
    if let Some(icon) = icon {
        icon.paint(ui.painter(), pos2(rect.left() + 15.0, middle), 13.0, ink);
    }
    let end = rect.left() + 9.0 + lead + words.size().x;
    put_line(ui, words, rect.left() + 9.0 + lead, middle);
    if changed {
        ui.painter().circle_filled(pos2(end + 7.0, middle), 2.5, t.acc);
    }
    if chosen {
        let bar = rect.with_min_y(rect.bottom() - 2.0);
        ui.painter().rect_filled(bar, CornerRadius::ZERO, t.acc);
    }
    inner_focus_ring(ui, &response, rect, metrics::CORNER_CONTROL);
    response
}

/// How wide a tab is, in points, without the dot of a changed one.
pub fn tab_width(ui: &Ui, text: &str, icon: Option<Icon>, chosen: bool) -> f32 {
    18.0 + lead_of(icon) + words_of(ui, text, chosen, Color32::PLACEHOLDER).size().x
}

/// Whether a tab of this name has no room for all of it.
pub fn is_cut(ui: &Ui, text: &str, chosen: bool) -> bool {
    words_of(ui, text, chosen, Color32::PLACEHOLDER).elided
}

fn lead_of(icon: Option<Icon>) -> f32 {
    if icon.is_some() { 20.0 } else { 0.0 }
}

fn words_of(ui: &Ui, text: &str, chosen: bool, ink: Color32) -> Arc<Galley> {
    line(ui, text, metrics::BASE, if chosen { semibold() } else { medium() }, ink, WIDEST)
}
