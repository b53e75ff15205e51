//! The pages of the window as a planner meets them: by label, by key, in both languages, in small windows.
mod compared;
mod compared_tight;
mod county;
mod decided;
mod detours;
mod dragged;
mod first_time;
mod found;
mod hands_on_map;
mod kept;
mod kept_pictures;
mod legends;
mod linked;
mod many_plans;
mod mended;
mod named;
mod narrow;
mod own_boundaries;
mod pictures;
mod plan_menu;
mod presented;
mod roomy;
mod started;
mod still;
mod together;
mod tried;
mod whole_map;

use std::{rc::Rc, sync::Arc};

use eframe::egui::{self, Key, Modifiers, Ui, Vec2, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use planraum::{
    app::seat,
    desk::{
        action::{Action, FileWork, LookAt, PlanWork},
        look::{Page, Settings},
    },
    model::{
        catalog::Ground,
        id::{DistrictKey, PlanId},
    },
    views::{
        graphics::Graphics,
        map_gpu::{MapMesh, MapPainter, Means},
        theme,
        window::Window,
    },
    words::Language,
};

/// A planner before the window; errands are done at once.
struct Seat {
    seat: seat::Seat,
    window: Window,
    graphics: Graphics,
    mesh_of: Option<Arc<Ground>>,
    asked: Vec<Action>,
    _folder: Rc<tempfile::TempDir>,
}

impl std::ops::Deref for Seat {
    type Target = seat::Seat;

    fn deref(&self) -> &seat::Seat {
        &self.seat
    }
}

impl Seat {
    fn new(settings: Settings) -> Self {
        let folder = Rc::new(tempfile::tempdir().unwrap());
        Self {
            seat: seat::Seat::in_folder(folder.path(), settings),
            window: Window::default(),
            graphics: Graphics { painter: MapPainter::new(None), mesh: None, cleared: None, baker: None },
            mesh_of: None,
            asked: Vec::new(),
            _folder: folder,
        }
    }

    /// With the sample county open.
    fn with_sample(settings: Settings) -> Self {
        let mut seat = Self::new(settings);
        seat.does(Action::File(FileWork::OpenSample));
        assert!(seat.desk.file().open);
        seat
    }

    fn does(&mut self, action: Action) {
        self.seat.does(action, "2026-11-23T14:32");
    }

    fn show(&mut self, ui: &mut Ui) {
        let ground = Arc::clone(&self.desk.catalog().ground);
        if self.mesh_of.as_ref().is_none_or(|it| !Arc::ptr_eq(it, &ground)) {
            let keep = self.graphics.painter.means() == Means::Shapes;
            let mesh = (ground.topology.district_count() > 0).then(|| Arc::new(MapMesh::build(&ground.topology, &ground.importance, keep)));
            (self.graphics.mesh, self.mesh_of) = (mesh, Some(ground));
        }
        let mut asked = Vec::new();
        self.window.ui(ui, &self.seat.desk, &self.graphics, &mut asked);
        for action in asked {
            self.asked.push(action.clone());
            self.does(action);
        }
    }

    fn plan(&self, start: &str) -> PlanId {
        self.desk.project().plans.iter().find(|it| it.name.starts_with(start)).unwrap().id
    }

    fn compares(&mut self) {
        let plans = vec![self.plan("Entwurf A"), self.plan("Entwurf B")];
        self.does(Action::Look(LookAt::Compare(plans)));
        self.does(Action::Look(LookAt::Page(Page::Comparison)));
    }
}

const SIZE: Vec2 = vec2(1440.0, 900.0);

fn settings(language: Language) -> Settings {
    Settings { language, reduced_motion: true, ..Settings::default() }
}

/// A window of this size in points; `show` is what the planner sees.
fn before(seat: Seat, size: Vec2) -> Harness<'static, Seat> {
    let scheme = seat.desk.settings().scheme;
    let mut harness = Harness::builder()
        .with_size(size)
        .with_context_setup(move |ctx| theme::install(ctx, scheme, true))
        .build_ui_state(|ui, seat: &mut Seat| seat.show(ui), seat);
    harness.run_steps(4);
    harness
}

fn clicks(harness: &mut Harness<'_, Seat>, label: &str) {
    harness.get_by_label(label).click();
    harness.run_steps(3);
}

/// Everything on the screen that begins with these words.
fn said(harness: &Harness<'_, Seat>, start: &str) -> Vec<String> {
    let words = harness.query_all_by(|_| true).filter_map(|it| it.accesskit_node().label().or(it.accesskit_node().value()));
    words.filter(|it| it.starts_with(start)).collect()
}

fn presses(harness: &mut Harness<'_, Seat>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(3);
}

/// Everything that can be used without a name, as role and rectangle.
fn unnamed(harness: &Harness<'_, Seat>) -> Vec<String> {
    let usable = |it: egui::accesskit::Role| {
        use egui::accesskit::Role::*;
        matches!(it, Button | CheckBox | RadioButton | ComboBox | TextInput | Slider | Tab | MenuItem | Link | ListBoxOption)
    };
    let nodes = harness.query_all_by(|it| usable(it.role()));
    let nameless = nodes.filter(|it| it.accesskit_node().label().is_none_or(|it| it.trim().is_empty()));
    nameless.map(|it| format!("{:?} {:?}", it.accesskit_node().role(), it.rect())).collect()
}

/// Names that are keys of the words: nobody translated them.
fn unsaid(harness: &Harness<'_, Seat>) -> Vec<String> {
    let looks_like_a_key = |it: &String| {
        let parts: Vec<&str> = it.split('-').collect();
        parts.len() > 1 && parts.iter().all(|it| !it.is_empty() && it.bytes().all(|it| it.is_ascii_lowercase()))
    };
    let labels = harness.query_all_by(|_| true).filter_map(|it| it.accesskit_node().label());
    let values = harness.query_all_by(|_| true).filter_map(|it| it.accesskit_node().value());
    labels.chain(values).filter(looks_like_a_key).collect()
}

/// Whether a thing lies wholly in the window.
fn in_sight(harness: &Harness<'_, Seat>, label: &str, size: Vec2) -> bool {
    let rect = harness.get_by_label(label).rect();
    egui::Rect::from_min_size(egui::Pos2::ZERO, size).expand(0.5).contains_rect(rect)
}

fn key(text: &str) -> DistrictKey {
    DistrictKey::new(text)
}
