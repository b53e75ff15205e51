//! Frames: a card on the desk, a card that floats on the map, a popover.
use crate::views::theme::{Theme, metrics};
use eframe::egui::{Context, CornerRadius, Frame, InnerResponse, Margin, Ui, Vec2};

fn frame(theme: &Theme) -> Frame {
    Frame::new().fill(theme.tokens.raised).stroke(theme.quiet_edge()).corner_radius(CornerRadius::same(metrics::CORNER_CARD))
}

/// A card on the desk: no shadow.
pub fn card<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let frame = frame(&Theme::of(ui.ctx())).inner_margin(Margin::same(metrics::PANEL_INSET as i8));
    frame.show(ui, |ui| stacked(ui, contents))
}

/// A card on the map: it casts a shadow.
pub fn floating_card<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let theme = Theme::of(ui.ctx());
    let mut frame = frame(&theme).inner_margin(Margin::symmetric(12, 10)).shadow(theme.card_shadow());
    if !theme.strong() {
        frame = frame.stroke(eframe::egui::Stroke::new(1.0, theme.tokens.line));
    }
    frame.show(ui, |ui| stacked(ui, contents))
}

/// The strip of tools over the map: a floating card with little room around its buttons, which stand in a row.
pub fn tool_strip<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let theme = Theme::of(ui.ctx());
    let frame = frame(&theme).inner_margin(Margin::same(4)).shadow(theme.card_shadow());
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.horizontal(contents).inner
    })
}

/// What lies in an area of its own above the page may be as large as this. An area remembers how large it was and gives no more
/// room than that: whatever gives way in a small window, or to short words, would stay cut in a large one.
pub fn give_room(ui: &mut Ui, room: Vec2) {
    ui.set_max_size(room.max(Vec2::ZERO));
}

/// The frame of popovers, dialogs and the hover card.
pub fn popover_frame(ctx: &Context) -> Frame {
    let theme = Theme::of(ctx);
    frame(&theme).inner_margin(Margin::same(metrics::PANEL_INSET as i8)).shadow(theme.popover_shadow())
}

/// Whatever the card lies in, its contents go down; a line of text is as high as its text.
fn stacked<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.spacing_mut().interact_size.y = LINE;
    ui.vertical(contents).inner
}

/// Height of a line of text.
const LINE: f32 = 18.0;
