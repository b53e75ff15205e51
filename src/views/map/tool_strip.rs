//! The strip of tools above the map.

use eframe::egui::Ui;

use crate::{
    desk::{
        Desk,
        action::{Action, Drawing},
        look::Tool,
    },
    views::{
        icons::Icon,
        widgets::{Button, Explain, tool_strip},
    },
};

/// Which tools show their words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wordy {
    /// All of them.
    All,
    /// The chosen one.
    Chosen,
    /// None: icons alone.
    None,
}

impl Wordy {
    /// As a map has room.
    pub fn of(narrow: bool, tight: bool) -> Self {
        match (narrow, tight) {
            (_, true) => Self::None,
            (true, false) => Self::Chosen,
            (false, false) => Self::All,
        }
    }
}

/// One button a tool.
pub fn tool_strip_ui(ui: &mut Ui, desk: &Desk, wordy: Wordy, asked: &mut Vec<Action>) {
    let words = desk.words();
    tool_strip(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            for tool in Tool::ALL {
                let (icon, name, key) = sign_of(tool);
                let name = words.say(name);
                let chosen = desk.look().tool == tool;
                let said = wordy == Wordy::All || (wordy == Wordy::Chosen && chosen);
                let text = if said { name.as_str() } else { "" };
                let button = ui.add(Button::quiet(text).icon(icon).tool(chosen).name(&name));
                if button.explain(&words.say_with("map-tool-hint", &[("tool", name.as_str().into())]), Some(key), None).clicked() {
                    asked.push(Action::Draw(Drawing::Tool(tool)));
                }
            }
        });
    });
}

/// Icon, name and key of a tool.
pub fn sign_of(tool: Tool) -> (Icon, &'static str, &'static str) {
    match tool {
        Tool::Select => (Icon::Cursor, "map-tool-select", "A"),
        Tool::Paint => (Icon::Brush, "map-tool-paint", "P"),
        Tool::Erase => (Icon::Eraser, "map-tool-erase", "R"),
        Tool::Lasso => (Icon::Lasso, "map-tool-lasso", "L"),
        Tool::Rectangle => (Icon::Rectangle, "map-tool-rectangle", "T"),
        Tool::Lock => (Icon::Lock, "map-tool-lock", "S"),
    }
}
