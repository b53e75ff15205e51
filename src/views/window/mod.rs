//! The window: which page is on it, and what lies above every page.
mod planning;

use eframe::egui::{Color32, Context, Frame, Margin, Panel, Ui, ViewportCommand};

pub use planning::Planning;

use crate::{
    desk::{
        Desk,
        action::{Action, AreaWork},
        look::Page,
    },
    model::{id::AreaId, plan::Plan},
    views::{
        comparison::Comparison,
        frame::{app_bar_ui, deciding_ui, notes_ui, path_field_ui, reading_ui, status_bar_ui},
        graphics::Graphics,
        held::Held,
        help::help_ui,
        keys::{self, Deed, Wish},
        palette::palette_ui,
        presenting::Wall,
        start::{start_page_ui, tour},
        theme::{Theme, metrics},
    },
};

/// Everything the window keeps from frame to frame that is not on the desk: cameras, folded cards, what is open.
#[derive(Debug, Default)]
pub struct Window {
    planning: Planning,
    comparison: Comparison,
    wall: Wall,
    palette_open: bool,
    help_open: bool,
    full_screen_before: Option<bool>,
    rename_wanted: bool,
    /// The area that was asked for and is to be named as soon as it is there.
    naming: Option<AreaId>,
    bars: [Held; 2],
}

impl Window {
    /// The planning page with its map.
    pub fn planning(&self) -> &Planning {
        &self.planning
    }

    /// The comparison with its maps.
    pub fn comparison(&self) -> &Comparison {
        &self.comparison
    }

    /// The wall.
    pub fn wall(&self) -> &Wall {
        &self.wall
    }

    /// The whole window.
    pub fn ui(&mut self, ui: &mut Ui, desk: &Desk, graphics: &Graphics, asked: &mut Vec<Action>) {
        let ground = ground(desk, &Theme::of(ui.ctx()));
        if graphics.cleared != Some(ground) {
            ui.painter().rect_filled(ui.max_rect(), 0.0, ground);
        }
        keys::listen(ui.ctx());
        self.name_new_area(ui.ctx(), desk, asked);
        tour::leave_by_key(ui.ctx());
        for deed in keys::pressed(ui.ctx(), desk) {
            match deed {
                Deed::Ask(action) => asked.push(action),
                Deed::Wish(wish) => self.fulfil(ui.ctx(), desk, wish, asked),
            }
        }
        // The palette holds the focus until it is gone.
        if self.rename_wanted && ui.ctx().memory(|it| it.top_modal_layer().is_none()) {
            self.rename_wanted = false;
            self.planning.rename(ui.ctx(), desk, asked);
        }
        self.fill_screen(ui.ctx(), desk.look().presenting.is_some());
        if desk.look().presenting.is_some() {
            return self.wall.ui(ui, desk, graphics, asked); // nothing else before an audience, notes neither
        }
        if !desk.file().open || desk.look().page == Page::Start {
            let wish = start_page_ui(ui, desk, asked);
            wish.into_iter().for_each(|it| self.fulfil(ui.ctx(), desk, it, asked));
        } else {
            self.bars_ui(ui, desk, graphics, asked);
            match desk.look().page {
                Page::Comparison => self.comparison.ui(ui, desk, graphics, asked),
                Page::Planning | Page::Start => self.planning.ui(ui, desk, graphics, asked),
            }
        }
        notes_ui(ui, desk, asked);
        path_field_ui(ui, desk, asked);
        reading_ui(ui, desk, asked);
        deciding_ui(ui, desk, asked);
        let mut wishes = palette_ui(ui, desk, &mut self.palette_open, asked);
        wishes.extend(help_ui(ui, desk, &mut self.help_open));
        wishes.into_iter().for_each(|it| self.fulfil(ui.ctx(), desk, it, asked));
        tour::tour_ui(ui, desk, asked);
        if asked.iter().any(|it| matches!(it, Action::Area(AreaWork::New))) {
            self.naming = desk.shown_plan().map(Plan::next_area_id);
        }
    }

    /// A new area can be named at once.
    fn name_new_area(&mut self, ctx: &Context, desk: &Desk, asked: &mut Vec<Action>) {
        let Some(area) = self.naming.take() else { return };
        if desk.look().page == Page::Planning && desk.look().selection.area == Some(area) {
            self.planning.name(ctx, desk, area, asked);
        }
    }

    fn fulfil(&mut self, ctx: &Context, desk: &Desk, wish: Wish, asked: &mut Vec<Action>) {
        match wish {
            Wish::Palette => self.palette_open = true,
            Wish::Help => self.help_open = true,
            Wish::FullScreen => {
                let full = ctx.input(|it| it.viewport().fullscreen.unwrap_or(false));
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!full));
            }
            Wish::Tour => tour::begin(ctx, desk, asked),
            Wish::Part(next) => match desk.look().page {
                Page::Comparison => self.comparison.go_to_part(ctx, next),
                Page::Planning | Page::Start => self.planning.go_to_part(ctx, next),
            },
            Wish::Map(step) => asked.extend(match desk.look().page {
                Page::Comparison => self.comparison.step(desk, step),
                Page::Planning | Page::Start => self.planning.step(step),
            }),
            Wish::Rename => {
                self.rename_wanted = true;
                ctx.request_repaint();
            }
        }
    }

    /// Presenting fills the screen; afterwards the window is as it was.
    fn fill_screen(&mut self, ctx: &Context, presenting: bool) {
        match (presenting, self.full_screen_before) {
            (true, None) => {
                self.full_screen_before = Some(ctx.input(|it| it.viewport().fullscreen.unwrap_or(false)));
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(true));
            }
            (false, Some(before)) => {
                self.full_screen_before = None;
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(before));
            }
            _ => {}
        }
    }

    fn bars_ui(&mut self, ui: &mut Ui, desk: &Desk, graphics: &Graphics, asked: &mut Vec<Action>) {
        let hold = self.planning.hold(ui, desk, graphics);
        let [above, below] = &mut self.bars;
        let bar = Frame::new().inner_margin(Margin::symmetric(14, 0));
        Panel::top("app bar").exact_size(metrics::APP_BAR).resizable(false).frame(bar).show(ui, |ui| {
            above.show(ui, hold, |ui| app_bar_ui(ui, desk, &mut self.palette_open, asked));
        });
        Panel::bottom("status").exact_size(metrics::STATUS).resizable(false).frame(bar).show(ui, |ui| {
            below.show(ui, hold, |ui| status_bar_ui(ui, desk, asked));
        });
    }
}

/// What every page stands on: the colour of panels, or on the wall the wall's.
pub fn ground(desk: &Desk, theme: &Theme) -> Color32 {
    if desk.look().presenting.is_some() { theme.wall() } else { theme.tokens.panel }
}
