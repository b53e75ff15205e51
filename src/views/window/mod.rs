//! The window: which page is on it, and what lies above every page.
mod planning;

use eframe::egui::{Frame, Margin, Panel, Ui};

pub use planning::{Planning, ground_of};

use crate::{
    desk::{Desk, action::Action, look::Page},
    views::{
        frame::{app_bar_ui, notes_ui, path_field_ui, status_bar_ui},
        graphics::Graphics,
        theme::{Theme, metrics},
        widgets::Button,
    },
};

/// Everything the window keeps from frame to frame that is not on the desk: cameras, folded cards, what is open.
#[derive(Debug, Default)]
pub struct Window {
    planning: Planning,
    palette_open: bool,
}

impl Window {
    /// The whole window.
    pub fn ui(&mut self, ui: &mut Ui, desk: &Desk, graphics: &Graphics, asked: &mut Vec<Action>) {
        if !desk.file().open || desk.look().page == Page::Start {
            self.start_ui(ui, desk, asked);
        } else {
            self.bars_ui(ui, desk, asked);
            self.planning.ui(ui, desk, graphics, asked);
        }
        notes_ui(ui, desk, asked);
        path_field_ui(ui, desk, asked);
    }

    fn start_ui(&mut self, ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
        ui.painter().rect_filled(ui.max_rect(), 0.0, Theme::of(ui.ctx()).tokens.panel);
        if ui.add(Button::primary(&desk.words().say("window-open-sample"))).clicked() {
            asked.push(Action::File(crate::desk::action::FileWork::OpenSample));
        }
    }

    fn bars_ui(&mut self, ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
        let theme = Theme::of(ui.ctx());
        let bar = Frame::new().fill(theme.tokens.panel).inner_margin(Margin::symmetric(14, 0));
        Panel::top("app bar").exact_size(metrics::APP_BAR).resizable(false).frame(bar).show(ui, |ui| {
            app_bar_ui(ui, desk, &mut self.palette_open, asked);
        });
        Panel::bottom("status").exact_size(metrics::STATUS).resizable(false).frame(bar).show(ui, |ui| status_bar_ui(ui, desk, asked));
    }
}
