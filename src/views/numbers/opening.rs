//! A number that can be opened: a click shows what it rests on.

use eframe::egui::{
    Align2, Button, Color32, Context, Id, Popup, PopupCloseBehavior, Rect, Response, RichText, Role, Sense, Ui, pos2, vec2,
};

use crate::views::{
    numbers::basis::{Basis, basis_card_ui},
    theme::{metrics, regular, semibold},
    widgets::{
        popover_frame,
        surface::{announce, inner_focus_ring, line, put_line},
    },
};

/// How a figure is written.
#[derive(Debug, Clone, Copy)]
pub struct Ink {
    /// The colour of the letters.
    pub colour: Color32,
    /// Whether they are half bold.
    pub strong: bool,
}

/// Writes `said` with its right end in the middle of `right_middle` and lets it be opened; answers with its left end.
pub fn figure_ui(ui: &mut Ui, right_middle: (f32, f32), room: f32, said: (&str, Ink), basis: &Basis<'_>) -> f32 {
    let (right, middle) = right_middle;
    let family = if said.1.strong { semibold() } else { regular() };
    let text = line(ui, said.0, metrics::BASE, family, said.1.colour, room);
    let left = right - text.size().x;
    let width = text.size().x.max(metrics::HIT);
    let rect = Align2::RIGHT_CENTER.anchor_size(pos2(right, middle), vec2(width, metrics::HIT));
    let response = ui.interact(rect, basis.id, Sense::click());
    announce(&response, Role::Button, ui.is_enabled(), None, &format!("{}: {}", basis.of, said.0));
    put_line(ui, text, left, middle);
    if response.hovered() || response.has_focus() {
        ui.painter().hline(left..=right, middle + 8.0, (1.0, said.1.colour));
    }
    inner_focus_ring(ui, &response, rect.expand2(vec2(3.0, 0.0)), metrics::CORNER_CONTROL);
    opens(&response, &basis.of, |ui| basis_card_ui(ui, basis));
    left
}

/// Words that can be opened, in the flow of a layout.
pub fn opened_ui(ui: &mut Ui, said: RichText, name: &str, card: impl FnOnce(&mut Ui)) -> Response {
    let response = ui.add(Button::new(said).frame(false).min_size(vec2(metrics::HIT, 18.0)));
    announce(&response, Role::Button, ui.is_enabled(), None, name);
    if response.hovered() || response.has_focus() {
        let rect = response.rect;
        ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, (1.0, ui.visuals().text_color()));
    }
    opens(&response, name, card);
    response
}

/// A number painted by somebody else, at this place; `name` says whose and how much.
pub fn opened_at(ui: &mut Ui, rect: Rect, id: eframe::egui::Id, name: &str, card: impl FnOnce(&mut Ui)) -> Response {
    let response = ui.interact(rect, id, Sense::click());
    announce(&response, Role::Button, ui.is_enabled(), None, name);
    if response.hovered() || response.has_focus() {
        ui.painter().hline(rect.x_range(), rect.center().y + 8.0, (1.0, ui.visuals().text_color()));
    }
    inner_focus_ring(ui, &response, rect, metrics::CORNER_CONTROL);
    opens(&response, name, card);
    response
}

/// Lets a click on what answers so open a card, and another one close it.
pub fn opens(response: &Response, name: &str, card: impl FnOnce(&mut Ui)) {
    let popup = Popup::from_toggle_button_response(response).gap(4.0).frame(popover_frame(&response.ctx));
    let id = response.id.with("basis");
    let popup = popup.id(id).accessible_name(name).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    if popup.show(card).is_some() {
        response.ctx.data_mut(|it| it.insert_temp(open_card(), id));
    }
}

fn open_card() -> Id {
    Id::unique("open card of a number")
}

/// Whether the one thing that is open is the card of a number: it only tells, so the window's keys go on working.
pub fn only_a_card_is_open(ctx: &Context) -> bool {
    let card: Option<Id> = ctx.data(|it| it.get_temp(open_card()));
    card.is_some_and(|it| Popup::is_id_open(ctx, it))
}
