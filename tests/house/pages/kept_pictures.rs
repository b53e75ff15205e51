//! The five pages that a planner lives on, as kept pictures, in both languages and both themes: what looks different from
//! yesterday is looked at before it is taken. `UPDATE_SNAPSHOTS=1` takes it.
use super::{pictures::stage, *};
use planraum::{
    desk::{
        action::{Drawing, Showing},
        look::{Brush, Scheme, Tool},
    },
    geometry::locate::Rule,
    model::{id::IndicatorId, saved_view::Level},
};

/// Large enough for everything, small enough to be kept.
const KEPT: Vec2 = vec2(1280.0, 720.0);

/// Letters may lie a hair elsewhere on another software adapter; a moved button is more than that.
fn options() -> egui_kittest::SnapshotOptions {
    egui_kittest::SnapshotOptions::new().threshold(1.5).max_failed_pixels(600)
}

/// Takes the picture of a page, in German and light and in English and dark.
fn kept(page: &str, seat: impl Fn(Settings) -> Seat) {
    let mut results = egui_kittest::SnapshotResults::new();
    for (language, scheme, name) in [(Language::German, Scheme::Light, "de_light"), (Language::English, Scheme::Dark, "en_dark")] {
        let mut harness = stage(seat(Settings { scheme, ..settings(language) }), KEPT, 1.0);
        harness.snapshot_options(format!("page_{page}_{name}"), &options());
        results.extend(harness.take_snapshot_results());
    }
}

fn with_plan(settings: Settings) -> Seat {
    let mut seat = Seat::with_sample(settings);
    let plan = seat.plan("Entwurf A");
    seat.does(Action::Look(LookAt::Plan(plan)));
    seat.does(Action::Look(LookAt::Indicator(IndicatorId::new("kinder_sgb2"))));
    seat
}

#[test]
#[ignore = "needs a graphics adapter"]
fn start() {
    kept("start", |it| {
        let mut seat = Seat::new(it);
        seat.seat.desk.set_clock("2026-11-23T15:00");
        seat
    });
}

#[test]
#[ignore = "needs a graphics adapter"]
fn planning() {
    kept("planning", with_plan);
}

/// A stroke from Friedland towards Münden, with the button still down.
#[test]
#[ignore = "needs a graphics adapter"]
fn drawing() {
    kept("drawing", |it| {
        let mut seat = with_plan(it);
        let area = seat.desk.shown_plan().unwrap().areas[0].id;
        seat.does(Action::Draw(Drawing::Tool(Tool::Paint)));
        seat.does(Action::Draw(Drawing::Brush(Brush { target: Some(area), rule: Rule::Centre, radius: 3_000.0, ..Brush::default() })));
        let catalog = Arc::clone(seat.desk.catalog());
        let friedland = catalog.register.iter().find(|it| it.1.name == "Friedland").unwrap().0;
        let at = catalog.ground.locator.centre(friedland).unwrap();
        seat.does(Action::Draw(Drawing::Begin { at, erase: false }));
        seat
    });
}

#[test]
#[ignore = "needs a graphics adapter"]
fn comparison() {
    kept("comparison", |it| {
        let mut seat = with_plan(it);
        seat.compares();
        seat
    });
}

#[test]
#[ignore = "needs a graphics adapter"]
fn presenting() {
    kept("presenting", |it| {
        let mut seat = with_plan(it);
        seat.does(Action::Look(LookAt::Level(Level::Areas)));
        let (title, sentence) = ("Kinder in Haushalten mit SGB II", "Beispielwerte: im Südharz am häufigsten.");
        seat.does(Action::Show(Showing::SaveView { title: title.into(), sentence: sentence.into() }));
        let view = seat.desk.project().views.last().map(|it| it.id);
        seat.does(Action::Show(Showing::Start(view)));
        seat
    });
}
