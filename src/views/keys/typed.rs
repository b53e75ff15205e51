//! What is typed in one frame behind Tab or a click belongs to the field that these lead to.
//!
//! egui moves the focus while the frame is laid out, but a field takes its letters before that: within one frame, which on a
//! slow computer holds several key strokes, the letters behind Tab went into the field that was just left.
//!
//! **Promise.** No key stroke is lost or changes places: what stands behind the move waits for the next frame.

use eframe::egui::{Context, Event, Id, Key, Plugin, PointerButton, RawInput, Ui};

/// Lets a window hear key strokes so; calling it again changes nothing.
pub fn listen(ctx: &Context) {
    ctx.add_plugin(Typed::default());
}

/// Whether text was typed until this frame began: Escape takes the focus from a field before anybody else hears of it.
pub(super) fn was_typing(ctx: &Context) -> bool {
    ctx.data(|it| it.get_temp(Id::unique("was typing"))).unwrap_or_default()
}

/// What waits for the next frame.
#[derive(Debug, Default)]
struct Typed {
    waiting: Vec<Event>,
}

impl Plugin for Typed {
    fn debug_name(&self) -> &'static str {
        "typed behind tab"
    }

    fn on_end_pass(&mut self, ui: &mut Ui) {
        let typing = ui.ctx().text_edit_focused();
        ui.data_mut(|it| it.insert_temp(Id::unique("was typing"), typing));
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        let fresh = std::mem::take(&mut input.events);
        input.events = std::mem::take(&mut self.waiting).into_iter().chain(fresh).collect();
        let behind = input.events.iter().position(moves_focus).map_or(input.events.len(), |it| it + 1);
        if !input.events.iter().skip(behind).any(is_typed) {
            return;
        }
        self.waiting = input.events.split_off(behind);
        ctx.request_repaint();
    }
}

fn moves_focus(event: &Event) -> bool {
    matches!(
        event,
        Event::Key { key: Key::Tab, pressed: true, .. } | Event::PointerButton { button: PointerButton::Primary, pressed: false, .. }
    )
}

/// Letters, and keys that do something to them.
fn is_typed(event: &Event) -> bool {
    matches!(event, Event::Text(_) | Event::Key { pressed: true, .. } | Event::Paste(_) | Event::Cut | Event::Copy | Event::Ime(_))
}

#[cfg(test)]
mod tests {
    use eframe::egui::Modifiers;

    use super::*;

    fn pressed(key: Key) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
    }

    fn text(it: &str) -> Event {
        Event::Text(it.to_owned())
    }

    #[test]
    fn what_stands_behind_a_tab_waits_and_keeps_its_place() {
        let (ctx, mut typed) = (Context::default(), Typed::default());
        let mut frame = |events: Vec<Event>| {
            let mut input = RawInput { events, ..RawInput::default() };
            typed.input_hook(&ctx, &mut input);
            input.events
        };
        let tab = || pressed(Key::Tab);
        assert_eq!(frame(vec![text("a"), tab(), text("b"), tab(), text("c")]), [text("a"), tab()]);
        assert_eq!(frame(vec![text("d")]), [text("b"), tab()]);
        assert_eq!(frame(vec![]), [text("c"), text("d")]);
        assert_eq!(frame(vec![]), []);
        assert_eq!(frame(vec![tab()]), [tab()], "nothing is behind it");
        assert_eq!(frame(vec![text("e")]), [text("e")]);
    }
}
