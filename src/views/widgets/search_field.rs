//! The field one searches in.
use super::field::Framed;
use super::key_hint;
use crate::views::icons::Icon;
use crate::views::theme::{Theme, metrics};
use eframe::egui::{Id, Rect, Response, TextEdit, Ui, pos2, vec2};

/// As wide as there is room. `hint` says what is searched (it is also the name); `key` shows while the field is empty.
pub fn search_field(ui: &mut Ui, id: Id, query: &mut String, hint: &str, key: Option<&str>) -> Response {
    let theme = Theme::of(ui.ctx());
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), metrics::INPUT));
    let key = key.filter(|_| query.is_empty()).map(|it| key_hint::measure(ui, it, theme.tokens.t2));
    let end = key.as_ref().map_or(10.0, |(size, _)| size.x + 12.0);
    let inner = Rect::from_min_max(rect.min + vec2(34.0, 0.0), rect.max - vec2(end, 0.0));
    let frame = Framed { id, rect, inner, name: hint, hint, invalid: false };
    let response = frame.show(ui, TextEdit::singleline(query));
    Icon::Search.paint(ui.painter(), pos2(rect.left() + 18.0, rect.center().y), 14.0, theme.tokens.t2);
    if let Some((size, text)) = key {
        let chip = Rect::from_center_size(pos2(rect.right() - 7.0 - size.x / 2.0, rect.center().y), size);
        key_hint::paint(ui, chip, text, theme.tokens.t2.gamma_multiply(0.45));
    }
    response
}
