//! Pictures of the pages on a software adapter, for a person to look at: `PLANRAUM_LOOK` names the folder they go to.
use super::*;
use planraum::{
    desk::{action::Showing, look::Scheme},
    model::{id::IndicatorId, saved_view::Level},
    views::baked::Baker,
};

/// A planner before a window that is drawn.
pub(super) struct Shown(pub(super) Seat);

impl eframe::App for Shown {
    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        self.0.show(ui);
    }
}

/// The window on a software adapter, after it came to rest.
pub(super) fn stage(mut seat: Seat, size: Vec2, scale: f32) -> Harness<'static, Shown> {
    let scheme = seat.desk.settings().scheme;
    let builder = Harness::builder().with_size(size).with_pixels_per_point(scale).wgpu();
    let mut harness = builder.build_eframe(move |cc| {
        let scheme = match scheme {
            Scheme::Light => theme::Scheme::Light,
            Scheme::Dark => theme::Scheme::Dark,
            Scheme::HighContrast => theme::Scheme::HighContrast,
        };
        theme::install(&cc.egui_ctx, scheme, true);
        let state = cc.wgpu_render_state.as_ref();
        seat.graphics.painter = MapPainter::new(state);
        seat.graphics.baker = Baker::new(state, seat.graphics.painter);
        Shown(seat)
    });
    harness.run_steps(8);
    harness
}

fn picture(seat: Seat, size: Vec2, scale: f32, name: &str) {
    let mut harness = stage(seat, size, scale);
    let image = harness.render().unwrap();
    let first = *image.get_pixel(0, 0);
    assert!(image.pixels().any(|it| *it != first), "{name} shows nothing");
    if let Some(folder) = std::env::var_os("PLANRAUM_LOOK") {
        image.save(std::path::Path::new(&folder).join(format!("{name}.png"))).unwrap();
    }
}

fn scheme(scheme: Scheme) -> Settings {
    Settings { scheme, ..settings(Language::German) }
}

#[test]
#[ignore = "needs a graphics adapter"]
fn start() {
    let past = |it: Scheme| {
        let mut seat = Seat::new(scheme(it));
        seat.seat.desk.set_clock("2026-11-23T15:00");
        let recent = [("Landkreis Göttingen 2024", "2026-11-23T14:32"), ("Sozialplanungskonferenz Südharz", "2026-11-12T09:10")];
        let recent = recent.map(|(name, at)| planraum::desk::errand::Recent {
            path: "/data/x.planraum".into(),
            name: name.into(),
            at: at.into(),
            plans: 3,
            areas: 7,
            indicators: 26,
            file: Default::default(),
        });
        let left = planraum::desk::errand::LeftBehind {
            path: "/data".into(),
            file: Some("/data/Kita und Grundschule.planraum".into()),
            name: "Kita und Grundschule".into(),
            at: "2026-11-22T17:48".into(),
            steps: 4,
            last: None,
            damaged: false,
            trouble: None,
        };
        seat.seat.take(planraum::desk::errand::Report::StartPage { left_behind: vec![left], recent: recent.to_vec() });
        seat
    };
    picture(past(Scheme::Light), SIZE, 1.0, "start_light");
    picture(past(Scheme::Dark), SIZE, 1.0, "start_dark");
    picture(past(Scheme::HighContrast), vec2(1280.0, 720.0), 1.0, "start_contrast_1280");
    picture(Seat::new(scheme(Scheme::Light)), vec2(640.0, 360.0), 2.0, "start_200");
}

#[test]
#[ignore = "needs a graphics adapter"]
fn comparison() {
    for (it, name) in [(Scheme::Light, "light"), (Scheme::Dark, "dark")] {
        let mut seat = Seat::with_sample(scheme(it));
        seat.compares();
        picture(seat, SIZE, 1.0, &format!("comparison_{name}"));
    }
    let mut seat = Seat::with_sample(scheme(Scheme::Light));
    seat.compares();
    picture(seat, vec2(1440.0, 1900.0), 1.0, "comparison_long");
    let mut seat = Seat::with_sample(scheme(Scheme::Light));
    seat.compares();
    picture(seat, vec2(1280.0, 720.0), 1.0, "comparison_1280");
    let mut seat = Seat::with_sample(scheme(Scheme::Light));
    seat.compares();
    seat.does(Action::Look(LookAt::Level(Level::Areas)));
    seat.does(Action::Look(LookAt::CompareMode(planraum::desk::look::CompareMode::SideBySide)));
    picture(seat, SIZE, 1.0, "comparison_beside");
}

fn wall(it: Scheme, what_if: bool) -> Seat {
    let mut seat = Seat::with_sample(scheme(it));
    let plan = seat.plan("Entwurf A");
    seat.does(Action::Look(LookAt::Plan(plan)));
    seat.does(Action::Look(LookAt::Indicator(IndicatorId::new("kinder_sgb2"))));
    seat.does(Action::Look(LookAt::Level(Level::Areas)));
    let title = "Im Südharz lebt jedes fünfte Kind in einem SGB-II-Haushalt";
    let sentence = "Im Landkreis ist es etwa jedes siebte Kind. Am niedrigsten liegt der Anteil im Umland Ost/Nord.";
    seat.does(Action::Show(Showing::SaveView { title: title.into(), sentence: sentence.into() }));
    let view = seat.desk.project().views.last().map(|it| it.id);
    seat.does(Action::Show(Showing::Start(view)));
    if what_if {
        let friedland = seat.desk.catalog().register.iter().find(|it| it.1.name == "Friedland").unwrap().0;
        seat.does(Action::Look(LookAt::SelectDistrict { district: Some(friedland), add: false }));
        let area = seat.desk.shown_plan().unwrap().areas[2].id;
        seat.does(Action::Show(Showing::WhatIf(friedland, Some(area))));
    }
    seat
}

#[test]
#[ignore = "needs a graphics adapter"]
fn presenting() {
    picture(wall(Scheme::Light, false), vec2(1920.0, 1080.0), 1.0, "wall_light");
    picture(wall(Scheme::Dark, false), vec2(1920.0, 1080.0), 1.0, "wall_dark");
    picture(wall(Scheme::Light, true), vec2(1920.0, 1080.0), 1.0, "wall_what_if");
    picture(wall(Scheme::Light, true), vec2(1280.0, 720.0), 1.0, "wall_1280");
}

#[test]
#[ignore = "needs a graphics adapter"]
fn palette_and_help() {
    use eframe::egui::Modifiers;
    for (modifiers, key, name) in
        [(Modifiers { ctrl: true, command: true, ..Modifiers::NONE }, Key::K, "palette"), (Modifiers::NONE, Key::F1, "help")]
    {
        let seat = Seat::with_sample(scheme(Scheme::Light));
        let builder = Harness::builder().with_size(SIZE).wgpu();
        let mut harness = builder.build_eframe(move |cc| {
            let mut seat = seat;
            theme::install(&cc.egui_ctx, theme::Scheme::Light, true);
            let state = cc.wgpu_render_state.as_ref();
            seat.graphics.painter = MapPainter::new(state);
            seat.graphics.baker = Baker::new(state, seat.graphics.painter);
            Shown(seat)
        });
        harness.run_steps(4);
        harness.key_press_modifiers(modifiers, key);
        harness.run_steps(4);
        let image = harness.render().unwrap();
        if let Some(folder) = std::env::var_os("PLANRAUM_LOOK") {
            image.save(std::path::Path::new(&folder).join(format!("{name}.png"))).unwrap();
        }
    }
}

/// A plan with an enclave, an island and a district without area: their hatches and marks must be seen in every scheme.
fn with_open_ends(it: Scheme) -> Seat {
    use planraum::desk::{action::Drawing, look::Colouring};
    let mut seat = Seat::with_sample(scheme(it));
    let plan = seat.plan("Entwurf A");
    seat.does(Action::Look(LookAt::Plan(plan)));
    seat.does(Action::Look(LookAt::Colouring(Colouring::Areas)));
    let find = |seat: &Seat, name: &str| seat.desk.catalog().register.iter().find(|it| it.1.name == name).unwrap().0;
    let area = |seat: &Seat, name: &str| seat.desk.shown_plan().unwrap().areas.iter().find(|it| it.name == name).unwrap().id;
    let göttingen = find(&seat, "Göttingen");
    let ring: Vec<_> = seat.desk.catalog().ground.topology.neighbours(göttingen).iter().map(|it| it.district).collect();
    let (umland, münden) = (area(&seat, "Umland Ost/Nord"), area(&seat, "Münden"));
    seat.does(Action::Draw(Drawing::Put { districts: ring, area: Some(umland) }));
    seat.does(Action::Draw(Drawing::Put { districts: vec![göttingen], area: Some(münden) }));
    let duderstadt = find(&seat, "Duderstadt");
    seat.does(Action::Draw(Drawing::Put { districts: vec![duderstadt], area: None }));
    seat
}

#[test]
#[ignore = "needs a graphics adapter"]
fn open_ends() {
    for (it, name) in [(Scheme::Light, "light"), (Scheme::Dark, "dark"), (Scheme::HighContrast, "contrast")] {
        picture(with_open_ends(it), SIZE, 1.0, &format!("open_ends_{name}"));
    }
    let mut close = with_open_ends(Scheme::Dark);
    close.does(Action::Look(LookAt::Extent(Some(planraum::model::saved_view::Extent {
        centre: [565_000.0, 5_710_000.0],
        height: 22_000.0,
    }))));
    picture(close, vec2(1280.0, 720.0), 1.0, "open_ends_close");
}

/// The planning page where there is little room: what lies open on the map, and what is left of it.
#[test]
#[ignore = "needs a graphics adapter"]
fn little_room() {
    use planraum::desk::{
        action::Drawing,
        look::{CompareMode, Drawer, Tool},
    };
    let planning = |actions: &[Action]| {
        let mut seat = Seat::with_sample(scheme(Scheme::Light));
        let plan = seat.plan("Entwurf A");
        seat.does(Action::Look(LookAt::Plan(plan)));
        seat.does(Action::Look(LookAt::Indicator(IndicatorId::new("kinder_sgb2"))));
        actions.iter().for_each(|it| seat.does(it.clone()));
        seat
    };
    let (small, double) = (vec2(1280.0, 720.0), vec2(640.0, 360.0));
    let table = Action::Look(LookAt::Drawer(Drawer::Table));
    picture(planning(&[]), small, 1.0, "room_1280");
    picture(planning(std::slice::from_ref(&table)), small, 1.0, "room_1280_table");
    picture(planning(&[Action::Draw(Drawing::Tool(Tool::Paint))]), small, 1.0, "room_1280_paint");
    picture(planning(&[]), double, 2.0, "room_200");
    picture(planning(std::slice::from_ref(&table)), double, 2.0, "room_200_table");
    let mut seat = planning(&[]);
    seat.compares();
    picture(seat, double, 2.0, "room_200_comparison");
    let mut seat = planning(&[]);
    seat.compares();
    seat.does(Action::Look(LookAt::CompareMode(CompareMode::SideBySide)));
    picture(seat, double, 2.0, "room_200_beside");
}
