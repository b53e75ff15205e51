//! The keys: every command of the window with its name, its keys and when it can be had. One list feeds the keyboard, the
//! palette and the help page, so that none of them can promise what the others don't keep.
//!
//! **Promise.** Keys are logical (on QWERTZ, Z is where Z stands). While text is typed, letters are letters; while a dialog or
//! a menu is open, keys belong to it; the card of a number only tells, and closes when a key does something else. A key that was taken is seen by nobody else in that frame.
//! **Not here.** What a command does (`desk`), how it looks (`palette`, `help`).

mod commands;
mod moves;
mod typed;

use eframe::egui::{Context, Event, Key, Modifiers, Popup};

pub use commands::{COMMANDS, DIGITS};
pub use typed::listen;

use crate::{
    desk::{Desk, action::Action},
    views::{
        map::{MapStep, map_has_focus},
        numbers::only_a_card_is_open,
    },
    words::Words,
};

/// What came of a command.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    /// The desk is asked for this.
    Ask(Action),
    /// The window does it itself.
    Wish(Wish),
}

/// What only the window can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Wish {
    /// Search for places, areas and commands.
    Palette,
    /// The help page.
    Help,
    /// Full screen, or back from it.
    FullScreen,
    /// The round through the program in five steps.
    Tour,
    /// The name of the chosen area, else of the plan, to be written anew.
    Rename,
    /// The keyboard to the next part of the page, or to the one before.
    Part(bool),
    /// Another part of the map, or nearer, or farther.
    Map(MapStep),
}

/// A key with what is held down beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keys {
    /// The key.
    pub key: Key,
    /// With Strg.
    pub ctrl: bool,
    /// With Umschalt.
    pub shift: bool,
}

impl Keys {
    /// The key alone.
    pub const fn plain(key: Key) -> Self {
        Self { key, ctrl: false, shift: false }
    }

    /// With Umschalt.
    pub const fn shift(key: Key) -> Self {
        Self { key, ctrl: false, shift: true }
    }

    /// With Strg.
    pub const fn ctrl(key: Key) -> Self {
        Self { key, ctrl: true, shift: false }
    }

    /// With Strg and Umschalt.
    pub const fn ctrl_shift(key: Key) -> Self {
        Self { key, ctrl: true, shift: true }
    }

    /// „Strg Umschalt Z“, as it stands on the keyboard.
    pub fn said(self, words: &Words) -> String {
        let mut said = name_of(self.key, words);
        if self.shift {
            said = words.say_with("keys-shift", &[("key", said.into())]);
        }
        if self.ctrl {
            said = words.say_with("key-ctrl", &[("key", said.into())]);
        }
        said
    }

    /// Whether an event is this. Signs may need Umschalt or AltGr on one keyboard and not on another, so those don't matter for them.
    fn is(self, key: Key, modifiers: Modifiers) -> bool {
        let sign = matches!(
            key,
            Key::Plus | Key::Minus | Key::Equals | Key::OpenBracket | Key::CloseBracket | Key::Period | Key::Comma | Key::Questionmark
        );
        let held = modifiers.ctrl || modifiers.command;
        match sign {
            true => self.key == key && (self.ctrl == held || modifiers.alt),
            false => self.key == key && self.ctrl == held && self.shift == modifiers.shift && !modifiers.alt,
        }
    }
}

/// What stands on a key.
fn name_of(key: Key, words: &Words) -> String {
    let named = match key {
        Key::Delete => "keys-delete",
        Key::Home => "keys-home",
        Key::End => "keys-end",
        Key::PageUp => "keys-page-up",
        Key::PageDown => "keys-page-down",
        Key::Space => "keys-space",
        Key::Backspace => "keys-backspace",
        Key::Escape => return "Esc".to_owned(),
        Key::ArrowLeft => return "←".to_owned(),
        Key::ArrowRight => return "→".to_owned(),
        Key::ArrowUp => return "↑".to_owned(),
        Key::ArrowDown => return "↓".to_owned(),
        Key::Plus => return "+".to_owned(),
        Key::Equals => return "=".to_owned(),
        Key::Minus => return "−".to_owned(),
        Key::OpenBracket => return "[".to_owned(),
        Key::CloseBracket => return "]".to_owned(),
        Key::Period => return ".".to_owned(),
        Key::Comma => return ",".to_owned(),
        other => return other.name().to_owned(),
    };
    words.say(named)
}

/// Commands that belong together in the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// Files and what leaves the house.
    File,
    /// Taking back, naming, plans.
    Edit,
    /// Pages, drawers, sizes, colours.
    View,
    /// Drawing on the map.
    Draw,
    /// Moving the map.
    Map,
    /// On the wall.
    Wall,
    /// Help.
    Help,
}

impl Group {
    /// All groups in the order of the help page.
    pub const ALL: [Self; 7] = [Self::File, Self::Edit, Self::View, Self::Draw, Self::Map, Self::Wall, Self::Help];

    /// Its heading.
    pub fn name(self) -> &'static str {
        match self {
            Self::File => "keys-group-file",
            Self::Edit => "keys-group-edit",
            Self::View => "keys-group-view",
            Self::Draw => "keys-group-draw",
            Self::Map => "keys-group-map",
            Self::Wall => "keys-group-wall",
            Self::Help => "keys-group-help",
        }
    }
}

/// Where a command's keys are heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Heard {
    /// Also while text is typed.
    Anywhere,
    /// Not while text is typed.
    OutsideText,
    /// Only while nothing but a map has the focus: arrows move sliders and the focus, Pos1 and + move sliders.
    NothingFocused,
    /// By the part of the page that it concerns; listed in the help only.
    There,
}

/// A command.
pub struct Command {
    /// Its name in the words; also what it is remembered by.
    pub name: &'static str,
    /// With which others it stands.
    pub group: Group,
    /// Its keys, the usual one first; may be none.
    pub keys: &'static [Keys],
    /// Where they are heard.
    pub heard: Heard,
    /// Whether it goes on while the key is held down.
    pub repeats: bool,
    /// What it does now; `None` while it cannot be had.
    pub does: fn(&Desk) -> Option<Deed>,
}

impl std::fmt::Debug for Command {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Command").field("name", &self.name).field("keys", &self.keys).finish_non_exhaustive()
    }
}

impl Command {
    /// The usual key, as it stands on the keyboard.
    pub fn key_said(&self, words: &Words) -> Option<String> {
        self.keys.first().map(|it| it.said(words))
    }
}

/// What was asked for by keys since the last frame. Call it before the pages are shown.
pub fn pressed(ctx: &Context, desk: &Desk) -> Vec<Deed> {
    let card = only_a_card_is_open(ctx);
    if ctx.memory(|it| it.top_modal_layer().is_some()) || (Popup::is_any_open(ctx) && !card) {
        return Vec::new();
    }
    let typing = ctx.text_edit_focused() || typed::was_typing(ctx) && ctx.input(|it| it.key_pressed(Key::Escape));
    let focused = ctx.memory(|it| it.focused().is_some()) && !map_has_focus(ctx);
    let on_wall = desk.look().presenting.is_some();
    let hears = |heard: Heard| match heard {
        Heard::Anywhere => true,
        Heard::OutsideText => !typing,
        Heard::NothingFocused => !focused || on_wall,
        Heard::There => false,
    };
    let mut deeds = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, pressed: true, repeat, modifiers, .. } = event else { return true };
            if card && *key == Key::Escape {
                return true; // it closes the card, and nothing else
            }
            let found = COMMANDS.iter().filter(|it| hears(it.heard) && (it.repeats || !repeat));
            let found = found.filter(|it| it.keys.iter().any(|keys| keys.is(*key, *modifiers)));
            let deed = found.filter_map(|it| (it.does)(desk)).next().or_else(|| {
                let digit = !typing && !repeat && modifiers.is_none();
                commands::digit(*key).filter(|_| digit).and_then(|it| commands::pick_area(desk, it))
            });
            let taken = deed.is_some();
            deeds.extend(deed);
            !taken
        });
    });
    if card && !deeds.is_empty() {
        Popup::close_all(ctx); // what was asked for is seen, not the card before it
    }
    deeds
}
