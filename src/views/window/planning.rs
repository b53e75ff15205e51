//! How the planning page is laid out.
//!
//! **Not here.** What lies on the map (`cards`, `steps`), what the county is shown beside (`beside`), where notes lie
//! (`notes_place`).

mod beside;
mod cards;
mod notes_place;
mod steps;

use eframe::egui::{CentralPanel, Context, Frame, Panel, Rect, Response, Ui};

use beside::Beside;
use notes_place::Noted;

use crate::{
    desk::{
        Desk,
        action::{Action, LookAt},
        look::{Drawer, Tool},
    },
    model::id::AreaId,
    views::{
        frame::{plan_tabs_ui, rename_plan},
        graphics::Graphics,
        held::{Held, Hold},
        icons::Icon,
        map::{AreaLabel, Canvas, CanvasKind, Folding, MapStep, Shown, ground_of},
        map_gpu::Camera,
        parts::{Part, Parts},
        planning::{
            areas_hidden, city_entry_ui, drawer_ui, left_panel_ui, map_figures_ui, name_area, rename_area, right_panel_ui, whole_drawer_ui,
        },
        theme::{Theme, metrics, text},
        widgets::Button,
    },
    words::Language,
};

/// The page with what it keeps from frame to frame: the camera, folded cards, panels that give way.
#[derive(Debug)]
pub struct Planning {
    canvas: Canvas,
    folding: Folding,
    left_open: bool,
    right_open: bool,
    was_narrow: bool,
    cards: Vec<Rect>,
    beside: Beside,
    noted: Noted,
    enclaves: Option<(EnclaveKey, (String, String))>,
    strip: Option<Rect>,
    held: HeldParts,
    parts: Parts,
}

/// What stands still while the map is dragged.
#[derive(Debug, Default)]
struct HeldParts {
    left: Held,
    right: Held,
    drawer: Held,
    tabs: Held,
    tools: Held,
    legend: Held,
    zoom: Held,
}

/// Below this width one panel at a time lies beside the map.
const NARROW: f32 = 1_000.0;
/// The strip of tabs needs this much room between the panels.
const TABS: f32 = 600.0;
/// As high as a drawer is at least, in points.
const DRAWER: f32 = 160.0;
/// A lower map is of no use beside a drawer, which then takes its place.
const USEFUL_MAP: f32 = 200.0;

impl Default for Planning {
    fn default() -> Self {
        Self {
            canvas: Canvas::new(1, CanvasKind::Desk),
            folding: Folding::default(),
            left_open: true,
            right_open: true,
            was_narrow: false,
            cards: Vec::new(),
            beside: Beside::default(),
            noted: Noted::default(),
            enclaves: None,
            strip: None,
            held: HeldParts::default(),
            parts: Parts::default(),
        }
    }
}

impl Planning {
    /// The page in all the room there is.
    pub fn ui(&mut self, ui: &mut Ui, desk: &Desk, graphics: &Graphics, asked: &mut Vec<Action>) {
        let width = ui.available_width();
        self.parts.begin();
        self.give_way(width < NARROW);
        let hold = self.hold(ui, desk, graphics);
        let frame = Frame::new();
        let (left, right) = if width < 1_400.0 { (272.0, 312.0) } else { (288.0, 344.0) };
        // Between two panels the strip of tabs may have too little room; then it goes across, and the panels stand below it.
        let beside = if self.left_open { left } else { 0.0 } + if self.right_open { right } else { 0.0 };
        let across = width - beside < TABS;
        if across {
            self.tabs_ui(ui, desk, hold, asked);
        }
        if self.left_open {
            Panel::left("indicators").exact_size(left).resizable(false).frame(frame).show(ui, |ui| {
                self.parts.ui(ui, Part::Left, &desk.words().say("planning-part-left"));
                self.held.left.show(ui, hold, |ui| left_panel_ui(ui, desk, asked));
            });
        }
        if self.right_open {
            Panel::right("areas").exact_size(right).resizable(false).frame(frame).show(ui, |ui| {
                self.parts.ui(ui, Part::Right, &desk.words().say("planning-part-right"));
                self.held.right.show(ui, hold, |ui| right_panel_ui(ui, desk, asked));
            });
        } else {
            areas_hidden(ui, desk, asked);
        }
        if !across {
            self.tabs_ui(ui, desk, hold, asked);
        }
        let open = desk.look().drawer != Drawer::Closed && !steps::lie_on_map(desk, ui.available_size());
        if open && ui.available_height() < DRAWER + USEFUL_MAP {
            CentralPanel::no_frame().show(ui, |ui| self.whole_drawer_ui(ui, desk, hold, asked));
            return;
        }
        if open {
            let height = (ui.available_height() * 0.42).clamp(DRAWER, 360.0);
            let drawer = Panel::bottom("drawer").default_size(height).max_size(ui.available_height() - USEFUL_MAP);
            drawer.resizable(true).frame(frame).show(ui, |ui| {
                self.parts.ui(ui, Part::Drawer, &desk.words().say("planning-part-drawer"));
                self.held.drawer.show(ui, hold, |ui| drawer_ui(ui, desk, asked));
            });
        }
        CentralPanel::no_frame().show(ui, |ui| self.map_ui(ui, desk, graphics, asked));
    }

    /// The drawer in place of the map: beside one another both would be too low for anything.
    fn whole_drawer_ui(&mut self, ui: &mut Ui, desk: &Desk, hold: Hold<'_>, asked: &mut Vec<Action>) {
        self.parts.ui(ui, Part::Drawer, &desk.words().say("planning-part-drawer"));
        self.held.drawer.show(ui, hold, |ui| whole_drawer_ui(ui, desk, asked));
    }

    /// The state of the desk that everything around the map may be shown in as it stood, while the map is dragged.
    pub fn hold<'a>(&self, ui: &Ui, desk: &Desk, graphics: &'a Graphics) -> Hold<'a> {
        let dragged = self.canvas.is_dragged(ui) && desk.drawing().stroke().is_none();
        Hold { changes: dragged.then(|| desk.changes()), baker: graphics.baker.as_ref() }
    }

    /// Where the map looks.
    pub fn camera(&self) -> Option<Camera> {
        self.canvas.camera()
    }

    /// The labels of areas where they were painted last.
    pub fn area_labels(&self) -> &[AreaLabel] {
        self.canvas.area_labels()
    }

    /// Another part of the map, by key.
    pub fn step(&mut self, step: MapStep) -> Option<Action> {
        self.canvas.step(step)
    }

    /// The tabs of the plans, and what opens and closes the panels.
    fn tabs_ui(&mut self, ui: &mut Ui, desk: &Desk, hold: Hold<'_>, asked: &mut Vec<Action>) {
        let narrow = self.was_narrow;
        Panel::top("plan tabs")
            .exact_size(metrics::PANEL_HEAD)
            .resizable(false)
            .frame(Frame::new().inner_margin(eframe::egui::Margin::symmetric(6, 0)))
            .show(ui, |ui| {
                self.parts.ui(ui, Part::Tabs, &desk.words().say("planning-part-tabs"));
                let mut held = std::mem::take(&mut self.held.tabs);
                held.show(ui, hold, |ui| {
                    ui.horizontal_centered(|ui| {
                        self.panel_switches(ui, desk, narrow);
                        plan_tabs_ui(ui, desk, asked);
                    });
                });
                self.held.tabs = held;
            });
    }

    /// The keyboard goes to the next part of the page, or to the one before.
    pub fn go_to_part(&self, ctx: &Context, next: bool) {
        self.parts.go(ctx, next);
    }

    /// Opens the name of the chosen area, else that of the plan.
    pub fn rename(&mut self, ctx: &Context, desk: &Desk, asked: &mut Vec<Action>) {
        let Some(plan) = desk.shown_plan() else { return };
        match desk.look().selection.area.and_then(|it| plan.area(it)) {
            Some(area) => {
                self.show_areas();
                rename_area(ctx, desk, area.id, asked);
            }
            None => rename_plan(ctx, plan),
        }
    }

    /// Opens the name of an area that was just made; named or not, its details fold again.
    pub fn name(&mut self, ctx: &Context, desk: &Desk, area: AreaId, asked: &mut Vec<Action>) {
        self.show_areas();
        name_area(ctx, desk, area, asked);
    }

    fn show_areas(&mut self) {
        self.left_open &= !self.was_narrow || self.right_open;
        self.right_open = true;
    }

    /// When the window becomes narrow the panels give way to the map; when it becomes wide they come back.
    fn give_way(&mut self, narrow: bool) {
        if narrow != self.was_narrow {
            (self.left_open, self.right_open) = (!narrow, !narrow);
            self.folding.begin_anew();
            self.was_narrow = narrow;
        }
    }

    fn panel_switches(&mut self, ui: &mut Ui, desk: &Desk, narrow: bool) {
        let words = desk.words();
        let (left, right) = (words.say("frame-hide-left"), words.say("frame-hide-right"));
        if ui.add(Button::quiet("").icon(Icon::Chart).chosen(self.left_open).name(&left)).clicked() {
            self.left_open = !self.left_open;
            self.right_open &= !(narrow && self.left_open);
        }
        if ui.add(Button::quiet("").icon(Icon::Layers).chosen(self.right_open).name(&right)).clicked() {
            self.right_open = !self.right_open;
            self.left_open &= !(narrow && self.right_open);
        }
    }

    fn map_ui(&mut self, ui: &mut Ui, desk: &Desk, graphics: &Graphics, asked: &mut Vec<Action>) {
        let rect = ui.max_rect();
        let Some(mesh) = &graphics.mesh else {
            ui.painter().rect_filled(rect, 0.0, Theme::of(ui.ctx()).tokens.ground);
            ui.put(rect, eframe::egui::Label::new(text::second(ui, desk.words().say("map-preparing"))));
            return;
        };
        let ground = ground_of(ui);
        let make = || desk.picture(ground);
        let shown = Shown {
            mesh,
            graphics,
            key: desk.picture_key(ground, None),
            make: &make,
            plan: desk.look().plan,
            taken: &self.cards,
            lasting: self.beside.cards(),
            beside: &[],
        };
        let response = self.canvas.ui(ui, desk, &shown, asked);
        self.parts.maps.push(response.id);
        if desk.look().tool == Tool::Select {
            self.map_menu_ui(&response, desk, asked);
        }
        map_figures_ui(ui, desk, self.canvas.area_labels(), &self.cards);
        self.cards_ui(ui, desk, graphics, rect, asked);
    }

    /// The right button asks about the district under the pointer, or about what is chosen if it lies there.
    fn map_menu_ui(&self, response: &Response, desk: &Desk, asked: &mut Vec<Action>) {
        let pointed = response.interact_pointer_pos().filter(|_| response.secondary_clicked()).zip(self.canvas.camera());
        if let Some((at, camera)) = pointed {
            let district = desk.catalog().ground.locator.district_at(camera.to_map(response.rect, at));
            let key = district.and_then(|it| desk.catalog().register.get(it)).map(|it| &it.key);
            if key.is_none_or(|it| !desk.look().selection.districts.contains(it)) {
                asked.push(Action::Look(LookAt::SelectDistrict { district, add: false }));
            }
        }
        if !desk.look().selection.districts.is_empty() || pointed.is_some() {
            response.context_menu(|ui| city_entry_ui(ui, desk, asked));
        }
    }
}

/// What the words about enclaves depend on: the board's version, how many are marked, the language.
type EnclaveKey = (u64, usize, Language);
