//! Pictures of the map as the graphics card draws it, on a software adapter.
mod county;

use std::sync::Arc;

use county::{County, Shows};
use eframe::egui::{CentralPanel, Color32, Rect, Ui, Vec2, vec2};
use egui_kittest::{Harness, SnapshotOptions};
use planraum::{
    geometry::{simplify::Importance, synthetic, topology::Topology},
    views::{
        map_gpu::{Camera, FillStyle, LineKind, MapLook, MapMesh, MapPaint, MapPainter, Means},
        theme::{Scheme, Theme, area_colour},
    },
};

/// A window with nothing but maps, side by side.
struct Maps {
    painter: MapPainter,
    shown: Vec<MapPaint>,
}

impl eframe::App for Maps {
    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        CentralPanel::no_frame().show(ui, |ui| {
            let whole = ui.max_rect();
            let width = whole.width() / self.shown.len() as f32;
            for (number, map) in self.shown.iter().enumerate() {
                let corner = whole.min + vec2(width * number as f32, 0.0);
                self.painter.paint(ui.painter(), Rect::from_min_size(corner, vec2(width, whole.height())), map.clone());
            }
        });
    }
}

fn window(size: Vec2, scale: f32, means: Option<Means>, shown: Vec<MapPaint>) -> Harness<'static, Maps> {
    let builder = Harness::builder().with_size(size).with_pixels_per_point(scale).wgpu();
    let mut harness = builder.build_eframe(move |cc| {
        let state = cc.wgpu_render_state.as_ref();
        let painter = match (means, state) {
            (Some(means), Some(state)) => MapPainter::with(state, means),
            _ => MapPainter::new(state),
        };
        Maps { painter, shown }
    });
    harness.run_steps(2);
    harness
}

fn picture(harness: &mut Harness<Maps>) -> Picture {
    let image = harness.render().unwrap();
    Picture { width: image.width() as usize, bytes: image.as_raw().clone() }
}

/// Writes the picture where a person can look at it, if `PLANRAUM_LOOK` names a folder.
fn keep(harness: &mut Harness<Maps>, name: &str) {
    if let Some(folder) = std::env::var_os("PLANRAUM_LOOK") {
        harness.render().unwrap().save(std::path::Path::new(&folder).join(format!("{name}.png"))).unwrap();
    }
}

#[derive(PartialEq)]
struct Picture {
    width: usize,
    bytes: Vec<u8>,
}

impl Picture {
    fn at(&self, x: usize, y: usize) -> [u8; 4] {
        let start = (y * self.width + x) * 4;
        self.bytes[start..start + 4].try_into().unwrap()
    }

    /// Share of pixels that differ by more than a hint.
    fn differs(&self, other: &Self) -> f64 {
        assert_eq!(self.bytes.len(), other.bytes.len());
        let pairs = self.bytes.chunks(4).zip(other.bytes.chunks(4));
        let apart = pairs.filter(|(a, b)| a.iter().zip(*b).any(|(a, b)| 24 < a.abs_diff(*b)));
        apart.count() as f64 / (self.bytes.len() / 4) as f64
    }
}

const SIZE: Vec2 = vec2(780.0, 700.0);

#[test]
#[ignore = "needs a graphics adapter"]
fn the_county_is_drawn_as_the_tokens_say() {
    let county = County::read();
    for (name, shows, scheme) in [
        ("indicator_light", Shows::Indicator, Scheme::Light),
        ("indicator_dark", Shows::Indicator, Scheme::Dark),
        ("plan_light", Shows::Plan, Scheme::Light),
        ("comparison_light", Shows::Comparison, Scheme::Light),
    ] {
        let mut map = county.map(shows, scheme, SIZE);
        keep(&mut window(SIZE, 1.0, None, vec![map.clone()]), name);
        map.camera = county.near("Bad Lauterberg", SIZE);
        keep(&mut window(SIZE, 1.0, None, vec![map.clone()]), &format!("{name}_near"));
        keep(&mut window(SIZE / 2.0, 2.0, None, vec![map]), &format!("{name}_near_200"));
    }
    let size = vec2(360.0, 320.0);
    let small = |shows| county.map(shows, Scheme::Light, size);
    let mut both = window(vec2(720.0, 320.0), 1.0, None, vec![small(Shows::Indicator), MapPaint { view: 2, ..small(Shows::Comparison) }]);
    both.snapshot_options("map_county", &SnapshotOptions::new().threshold(1.0).max_failed_pixels(40));
}

#[test]
#[ignore = "needs a graphics adapter"]
fn a_layout_that_is_never_shown_loses_nothing() {
    let county = County::read();
    let map = county.map(Shows::Plan, Scheme::Light, SIZE);
    let red = MapPaint { fills: Arc::new(vec![FillStyle::plain(Color32::RED); 40]), ..map.clone() };
    for means in [Means::Card, Means::Software] {
        let at_once = picture(&mut window(SIZE, 1.0, Some(means), vec![red.clone()]));
        let mut late = window(SIZE, 1.0, Some(means), vec![map.clone()]);
        let before = picture(&mut late);
        late.state_mut().shown = vec![red.clone()];
        late.run_steps(3); // laid out three times, shown once
        let after = picture(&mut late);
        assert!(before.differs(&after) > 0.2, "the new colours have arrived");
        assert!(after == at_once, "and the picture is the one drawn at once");
        assert!(picture(&mut late) == after, "and drawing it again changes nothing");
    }
}

#[test]
#[ignore = "needs a graphics adapter"]
fn maps_side_by_side_keep_their_own_colours_and_cameras() {
    let county = County::read();
    let size = vec2(400.0, 300.0);
    let plain = |colour, view| {
        let fills = Arc::new(vec![FillStyle::plain(colour); 40]);
        let look = county.map(Shows::Plan, Scheme::Light, size);
        MapPaint { view, fills, marks: Arc::default(), lines: Arc::default(), camera: county.near("Göttingen", size), ..look }
    };
    for means in [Means::Card, Means::Software] {
        let mut far = plain(Color32::GREEN, 3);
        far.camera = Camera { centre: [0.0, 0.0], ..far.camera };
        let shown = vec![plain(Color32::RED, 1), plain(Color32::BLUE, 2), far];
        let picture = picture(&mut window(vec2(1200.0, 300.0), 1.0, Some(means), shown));
        let ground = [0xE8, 0xEC, 0xEA, 255];
        assert_eq!([200, 600, 1000].map(|x| picture.at(x, 150)), [[255, 0, 0, 255], [0, 0, 255, 255], ground], "{means:?}");
    }
}

#[test]
#[ignore = "needs a graphics adapter"]
fn a_software_adapter_shows_the_same_map_at_rest_and_nearly_the_same_in_motion() {
    let county = County::read();
    let map = county.map(Shows::Indicator, Scheme::Light, SIZE);
    let moved = MapPaint { camera: map.camera.dragged(vec2(31.0, -17.0)), ..map.clone() };
    let direct = picture(&mut window(SIZE, 1.0, Some(Means::Card), vec![moved.clone()]));
    let mut soft = window(SIZE, 1.0, Some(Means::Software), vec![map]);
    picture(&mut soft);
    soft.state_mut().shown = vec![MapPaint { moving: true, ..moved.clone() }];
    soft.run_steps(1);
    let in_motion = picture(&mut soft);
    assert!(in_motion.differs(&direct) < 0.002, "moved by whole pixels: {}", in_motion.differs(&direct));
    soft.state_mut().shown = vec![moved];
    soft.run_steps(1);
    let at_rest = picture(&mut soft);
    assert!(at_rest.differs(&direct) < 0.001, "{}", at_rest.differs(&direct));
}

#[test]
#[ignore = "needs a graphics adapter"]
fn without_a_card_shapes_show_nearly_the_same() {
    let county = County::read();
    let map = county.map(Shows::Plan, Scheme::Light, SIZE);
    let direct = picture(&mut window(SIZE, 1.0, Some(Means::Card), vec![map.clone()]));
    let mut shapes = window(SIZE, 1.0, Some(Means::Shapes), vec![map]);
    keep(&mut shapes, "shapes");
    let off = picture(&mut shapes).differs(&direct);
    assert!(off < 0.1, "{off}");
}

#[test]
#[ignore = "needs a graphics adapter"]
fn a_large_map_is_there_at_once_and_sharp_a_moment_later() {
    let topology = Topology::build(&synthetic::coverage(4000, 145, 7), 0.5).topology;
    let mesh = Arc::new(MapMesh::build(&topology, &Importance::of(&topology), true));
    let colours = topology.districts().map(|it| FillStyle::plain(area_colour(it.index())));
    let size = vec2(400.0, 300.0);
    let far = Camera::fitting(mesh.bounds(), size, 0.0);
    let map = MapPaint {
        view: 1,
        camera: Camera { metres_per_point: far.metres_per_point / 40.0, ..far },
        fills: Arc::new(colours.collect()),
        lines: Arc::new(vec![LineKind::District as u8; mesh.arc_count()]),
        marks: Arc::default(),
        look: Arc::new(MapLook::themed(&Theme::new(Scheme::Light), 1.0)),
        moving: false,
        mesh,
    };
    for means in [Means::Card, Means::Software] {
        let mut window = window(size, 1.0, Some(means), vec![map.clone()]);
        let first = picture(&mut window);
        for _ in 0..8 {
            window.run_steps(1);
            picture(&mut window);
        }
        let sharp = picture(&mut window);
        let bare = Picture { width: sharp.width, bytes: [0xE8, 0xEC, 0xEA, 255].repeat(sharp.bytes.len() / 4) };
        assert!(first.differs(&bare) > 0.9, "a coarser map stands in");
        assert!((0.001..0.2).contains(&first.differs(&sharp)), "{means:?}: {} became sharp", first.differs(&sharp));
        assert!(picture(&mut window) == sharp, "and stays");
    }
}
