//! The comparison page: where two plans differ and whom that moves, or up to four plans side by side.
//!
//! **Promise.** It looks and never changes a plan; both plans are spoken of alike. All maps share one camera.
//! **Not here.** What is compared and how: `analysis::plan_comparison`; the picture of it: `desk::picture`.

mod away;
mod deviations;
mod figures;
mod flows;
mod gains;
mod maps;
mod next;
mod pair;
mod panel;
mod parts;
mod reasons;
mod strip;
mod values;

use eframe::egui::{CentralPanel, Context, Frame, Margin, Panel, Rect, Ui, vec2};

use crate::{
    cartography::legend::Legend,
    desk::{Desk, action::Action, look::CompareMode},
    geometry::DistrictIx,
    views::{
        comparison::pair::Pair,
        frame::place_notes,
        graphics::Graphics,
        held::{Held, Hold},
        map::{AreaLabel, Canvas, CanvasKind, Folding, MapStep},
        map_gpu::Camera,
        parts::{Part, Parts},
        theme::{Theme, metrics},
    },
};

/// The page with what it keeps from frame to frame: its maps, folded cards, what is shown in a narrow window.
#[derive(Debug)]
pub struct Comparison {
    differences: Canvas,
    beside: [Canvas; 4],
    cards: Vec<Rect>,
    /// Between which of them the county is shown: a legend opened for a look counts as one line.
    lasting: Vec<Rect>,
    /// Where the buttons lie on the last of several maps, from its lower right corner.
    beside_zoom: Option<Rect>,
    /// Where on the first of them changes out of sight are told, from its upper left corner.
    beside_away: Option<Rect>,
    folding: Folding,
    was_narrow: bool,
    parts: Parts,
    panel_open: bool,
    seen_in: Option<u64>, // the number of the frame
    mode: Option<CompareMode>,
    figures: Held,
    strip: Held,
}

/// Below this width either the map or the figures are shown.
const NARROW: f32 = 1_000.0;
/// Room of the scale bar at the lower left of the map.
const BESIDE_SCALE: f32 = 150.0;

impl Default for Comparison {
    fn default() -> Self {
        let canvas = |view| Canvas::new(view, CanvasKind::Comparison);
        Self {
            differences: canvas(20),
            beside: [canvas(21), canvas(22), canvas(23), canvas(24)],
            cards: Vec::new(),
            lasting: Vec::new(),
            beside_zoom: None,
            beside_away: None,
            folding: Folding::default(),
            was_narrow: false,
            parts: Parts::default(),
            panel_open: false,
            seen_in: None,
            mode: None,
            figures: Held::default(),
            strip: Held::default(),
        }
    }
}

impl Comparison {
    /// The page in all the room there is.
    pub fn ui(&mut self, ui: &mut Ui, desk: &Desk, graphics: &Graphics, asked: &mut Vec<Action>) {
        let theme = Theme::of(ui.ctx());
        let panel = Frame::new();
        self.find_county(desk, ui.ctx().cumulative_frame_nr());
        self.parts.begin();
        if desk.look().compare.plans.len() < 2 {
            CentralPanel::no_frame().frame(panel).show(ui, |ui| next::nothing_to_compare_ui(ui, desk, asked));
            return;
        }
        let hold = Hold { changes: None, baker: graphics.baker.as_ref() };
        let width = ui.available_width();
        let narrow = width < NARROW;
        self.give_way(narrow);
        if !narrow {
            let room = if width < 1_200.0 { 420.0 } else { (width * 0.375).clamp(460.0, 560.0) };
            let legend = self.beside_legend(desk);
            let shown = Panel::right("differences").exact_size(room).resizable(false).frame(panel);
            shown.show(ui, |ui| {
                self.parts.ui(ui, Part::Right, &desk.words().say("comparison-show-figures"));
                self.figures.show(ui, hold, |ui| panel::panel_ui(ui, desk, legend.as_ref(), asked));
            });
        }
        let strip = panel.inner_margin(Margin::symmetric(metrics::PANEL_INSET as i8 - 4, 0));
        Panel::top("compared plans").exact_size(metrics::PANEL_HEAD + 2.0).resizable(false).frame(strip).show(ui, |ui| {
            self.parts.ui(ui, Part::Tabs, &desk.words().say("planning-part-tabs"));
            ui.painter().hline(ui.max_rect().expand(20.0).x_range(), ui.max_rect().bottom() - 0.5, theme.separator());
            self.strip.show(ui, hold, |ui| strip::strip_ui(ui, desk, narrow.then_some(&mut self.panel_open), asked));
        });
        if narrow && self.panel_open {
            let legend = self.beside_legend(desk);
            CentralPanel::no_frame().frame(panel).show(ui, |ui| {
                self.parts.ui(ui, Part::Right, &desk.words().say("comparison-show-figures"));
                panel::panel_ui(ui, desk, legend.as_ref(), asked);
            });
            return;
        }
        CentralPanel::no_frame().show(ui, |ui| {
            place_notes(ui.ctx(), ui.max_rect().shrink2(vec2(BESIDE_SCALE, 14.0))); // not over the figures
            match desk.look().compare.mode {
                CompareMode::Differences => self.differences_ui(ui, desk, graphics, asked),
                CompareMode::SideBySide => self.beside_ui(ui, desk, graphics, asked),
            }
        });
    }

    /// The page is opened where the last map looked; if that is nowhere, the county comes into sight. Maps beside one another
    /// are opened with all of it on each: they are narrower than the map before, which would show some other part of it.
    fn find_county(&mut self, desk: &Desk, frame: u64) {
        let stayed = self.seen_in.replace(frame).is_some_and(|it| frame <= it + 1);
        if !stayed {
            self.canvases().for_each(Canvas::find_county);
        }
        let mode = desk.look().compare.mode;
        let opened = self.mode.replace(mode) != Some(mode) || !stayed;
        if opened && mode == CompareMode::SideBySide {
            self.beside.iter_mut().for_each(Canvas::show_everything);
        }
    }

    /// When the window becomes narrow or wide, a legend that was opened for a look is one line again.
    fn give_way(&mut self, narrow: bool) {
        if std::mem::replace(&mut self.was_narrow, narrow) != narrow {
            self.folding.begin_anew();
        }
    }

    /// The keyboard goes to the next part of the page, or to the one before.
    pub fn go_to_part(&self, ctx: &Context, next: bool) {
        self.parts.go(ctx, next);
    }

    fn canvases(&mut self) -> impl Iterator<Item = &mut Canvas> {
        std::iter::once(&mut self.differences).chain(&mut self.beside)
    }

    /// Another part of the maps, by key.
    pub fn step(&mut self, desk: &Desk, step: MapStep) -> Option<Action> {
        match desk.look().compare.mode {
            CompareMode::Differences => self.differences.step(step),
            CompareMode::SideBySide => self.beside.first_mut()?.step(step),
        }
    }

    /// Where the map of the differences looks.
    pub fn camera(&self) -> Option<Camera> {
        self.differences.camera()
    }

    /// Where each of the maps beside one another looks.
    pub fn cameras(&self) -> impl Iterator<Item = Camera> + '_ {
        self.beside.iter().filter_map(Canvas::camera)
    }

    /// Where on each of the maps beside one another the figures of areas stand.
    pub fn area_labels(&self) -> impl Iterator<Item = &[AreaLabel]> {
        self.beside.iter().map(Canvas::area_labels)
    }

    /// The districts that each of the maps beside one another names.
    pub fn named_districts(&self) -> impl Iterator<Item = Vec<DistrictIx>> {
        self.beside.iter().map(Canvas::named_districts)
    }

    /// One legend for all maps beside one another.
    fn beside_legend(&self, desk: &Desk) -> Option<Legend> {
        let shown = self.beside.iter().take(desk.look().compare.plans.len());
        Legend::of_all(&shown.filter_map(|it| it.legend(desk)).collect::<Vec<_>>())
    }

    /// The pair of plans whose differences are shown, once they are known.
    fn pair(desk: &Desk) -> Option<Pair<'_>> {
        Pair::of(desk)
    }
}
