//! The sample county as a map value: its 40 areas, an invented plan and invented classes.
use std::{collections::BTreeMap, fs, path::PathBuf, sync::Arc};

use eframe::egui::{Color32, vec2};
use geo::{LineString, MultiPolygon, Polygon};
use geojson::{FeatureCollection, GeometryValue, Position};
use planraum::{
    geometry::{
        projection::{Crs, Projector},
        simplify::Importance,
        topology::Topology,
    },
    views::{
        map_gpu::{Camera, FillStyle, Ink, LineKind, MapLook, MapMesh, MapPaint, Mark, Pattern},
        theme::{MapTokens, Scheme, Theme, area_colour},
    },
};

/// Boundaries, names and the two ways of grouping them.
pub struct County {
    pub topology: Topology,
    pub names: Vec<String>,
    pub groups: Vec<String>,
    /// Area of the invented plan, `None` for Harz and (in the picture) Adelebsen.
    pub areas: Vec<Option<usize>>,
    pub mesh: Arc<MapMesh>,
}

/// What the map shows.
#[derive(Clone, Copy, PartialEq)]
pub enum Shows {
    Indicator,
    Plan,
    Comparison,
}

fn file() -> PathBuf {
    let shipped = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("maps/lkgoe_gemeinden_heute.geojson");
    let folder = std::env::var_os("PLANRAUM_TEST_DATA").map(PathBuf::from).unwrap_or_default();
    if shipped.exists() { shipped } else { folder.join("lkgoe_heute_vg250/lkgoe_gemeinden_heute.geojson") }
}

fn ring(points: &[Position], projector: &Projector) -> LineString<f64> {
    let mut points: Vec<[f64; 2]> = points.iter().map(|it| [it[0], it[1]]).collect();
    projector.project(&mut points).unwrap();
    points.into_iter().map(|[x, y]| (x, y)).collect()
}

fn polygon(rings: &[Vec<Position>], projector: &Projector) -> Polygon<f64> {
    let mut rings = rings.iter().map(|it| ring(it, projector));
    Polygon::new(rings.next().unwrap(), rings.collect())
}

impl County {
    pub fn read() -> Self {
        let text = fs::read_to_string(file()).unwrap();
        let features: FeatureCollection = text.parse().unwrap();
        let projector = Projector::between(Crs::WGS84, Crs::Epsg(25832)).unwrap();
        let (mut boundaries, mut names, mut groups) = (Vec::new(), Vec::new(), Vec::new());
        for feature in features.features {
            let text = |key: &str| feature.property(key).and_then(|it| it.as_str()).unwrap_or_default().to_owned();
            names.push(text("GEN"));
            groups.push(text("SG"));
            boundaries.push(match feature.geometry.unwrap().value {
                GeometryValue::Polygon { coordinates } => MultiPolygon(vec![polygon(&coordinates, &projector)]),
                GeometryValue::MultiPolygon { coordinates } => coordinates.iter().map(|it| polygon(it, &projector)).collect(),
                other => panic!("{other:?}"),
            });
        }
        let topology = Topology::build(&boundaries, 0.5).topology;
        let mesh = Arc::new(MapMesh::build(&topology, &Importance::of(&topology), true));
        let areas = names.iter().zip(&groups).map(|(name, group)| area(name, group)).collect();
        Self { topology, names, groups, areas, mesh }
    }

    fn named(&self, name: &str) -> usize {
        self.names.iter().position(|it| it.starts_with(name)).unwrap()
    }

    /// The whole county in light or dark.
    pub fn map(&self, shows: Shows, scheme: Scheme, size: eframe::egui::Vec2) -> MapPaint {
        let theme = Theme::new(scheme);
        MapPaint {
            view: 1,
            mesh: Arc::clone(&self.mesh),
            camera: Camera::fitting(self.mesh.bounds(), size, 24.0),
            fills: Arc::new(self.fills(shows, &theme.map)),
            lines: Arc::new(self.lines(shows)),
            marks: Arc::new(self.around(self.named("Bad Lauterberg"), LineKind::Hover)),
            look: Arc::new(MapLook::themed(&theme, 1.0)),
            moving: false,
        }
    }

    fn fills(&self, shows: Shows, tokens: &MapTokens) -> Vec<FillStyle> {
        let special = self.special();
        let style = |district: usize| match (shows, special.get(&district)) {
            (_, Some(Pattern::Uninhabited)) => FillStyle::hatched(tokens.empty, Pattern::Uninhabited, Ink::Empty as u8),
            (Shows::Indicator, Some(pattern)) => FillStyle::hatched(tokens.paper, *pattern, Ink::Hatch as u8),
            (Shows::Indicator, None) => FillStyle::plain(RAMP[(district * 7 + district / 5) % 6]),
            (Shows::Plan, _) => self.plan_style(district),
            (Shows::Comparison, _) => self.changed_style(district),
        };
        (0..self.names.len()).map(style).collect()
    }

    fn special(&self) -> BTreeMap<usize, Pattern> {
        let of = |names: &[&str], pattern| names.iter().map(|it| (self.named(it), pattern)).collect::<Vec<_>>();
        let secret = of(&["Wulften", "Krebeck", "Elbingerode", "Wollershausen"], Pattern::Secret);
        let missing = of(&["Bühren"], Pattern::Missing);
        [secret, missing, of(&["Harz"], Pattern::Uninhabited)].concat().into_iter().collect()
    }

    fn plan_style(&self, district: usize) -> FillStyle {
        let Some(area) = self.areas[district] else {
            return FillStyle::hatched(Color32::WHITE, Pattern::Unassigned, Ink::Line as u8);
        };
        let paper = Color32::WHITE.lerp_to_gamma(area_colour(area), 0.86);
        let ghost = ["Hattorf", "Hörden"].iter().any(|it| self.names[district].starts_with(it));
        let target = Color32::WHITE.lerp_to_gamma(area_colour(5), 0.82);
        if ghost { FillStyle::hatched(target, Pattern::Ghost, Ink::Hand as u8) } else { FillStyle::plain(paper) }
    }

    fn changed_style(&self, district: usize) -> FillStyle {
        let colour = |area: usize, share: f32| Color32::WHITE.lerp_to_gamma(area_colour(area), share);
        match (self.areas[district], self.later(district)) {
            (before, after) if before == after => FillStyle::plain(colour(before.unwrap_or(11), 0.34)),
            (_, after) => FillStyle::hatched(colour(after.unwrap_or(11), 0.86), Pattern::Changed, Ink::Line as u8),
        }
    }

    /// The area in the second invented plan.
    fn later(&self, district: usize) -> Option<usize> {
        let name = self.names[district].as_str();
        match name {
            "Friedland" => Some(2),
            "Seeburg" | "Seulingen" => Some(3),
            _ if self.groups[district] == "5403" => Some(5),
            _ => self.areas[district],
        }
    }

    fn lines(&self, shows: Shows) -> Vec<u8> {
        let kind = |arc: planraum::geometry::Arc| {
            let (Some(a), Some(b)) = (arc.left, arc.right) else { return self.edge(arc, shows) };
            let differ = |of: &dyn Fn(usize) -> Option<usize>| of(a.index()) != of(b.index());
            let (before, after) = (differ(&|it| self.areas[it]), differ(&|it| self.later(it)));
            match shows {
                Shows::Comparison if before && after => LineKind::Shared,
                Shows::Comparison if before => LineKind::Dropped,
                Shows::Comparison if after => LineKind::New,
                Shows::Indicator if self.adelebsen(arc) => LineKind::Unassigned,
                _ if before && shows != Shows::Comparison => LineKind::Area,
                _ if self.groups[a.index()] == self.groups[b.index()] => LineKind::District,
                _ => LineKind::Group,
            }
        };
        self.topology.arcs().map(|it| kind(it.1) as u8).collect()
    }

    fn adelebsen(&self, arc: planraum::geometry::Arc) -> bool {
        [arc.left, arc.right].into_iter().flatten().any(|it| self.names[it.index()] == "Adelebsen")
    }

    fn edge(&self, arc: planraum::geometry::Arc, shows: Shows) -> LineKind {
        if shows == Shows::Indicator && self.adelebsen(arc) { LineKind::Unassigned } else { LineKind::County }
    }

    /// The borders around a district as marks.
    pub fn around(&self, district: usize, kind: LineKind) -> Vec<Mark> {
        let district = self.topology.districts().nth(district).unwrap();
        self.topology.arcs_of(district).iter().map(|it| Mark { arc: it.arc.0, class: kind as u8 }).collect()
    }

    /// The camera on one district, filling about half the width.
    pub fn near(&self, name: &str, size: eframe::egui::Vec2) -> Camera {
        let district = self.topology.districts().nth(self.named(name)).unwrap();
        Camera::fitting(self.topology.district_bounds(district).unwrap(), size, vec2(size.x, 0.0).x / 5.0)
    }
}

/// ColorBrewer YlGnBu, six classes.
const RAMP: [Color32; 6] = [
    Color32::from_rgb(0xFF, 0xFF, 0xCC),
    Color32::from_rgb(0xC7, 0xE9, 0xB4),
    Color32::from_rgb(0x7F, 0xCD, 0xBB),
    Color32::from_rgb(0x41, 0xB6, 0xC4),
    Color32::from_rgb(0x2C, 0x7F, 0xB8),
    Color32::from_rgb(0x25, 0x34, 0x94),
];

fn area(name: &str, group: &str) -> Option<usize> {
    match (name, group) {
        ("Hann. Münden" | "Staufenberg", _) => Some(0),
        ("Rosdorf" | "Friedland", _) | (_, "5401") => Some(1),
        ("Bovenden" | "Gleichen", _) | (_, "5404") => Some(2),
        ("Duderstadt", _) | (_, "5402") => Some(3),
        ("Osterode am Harz" | "Bad Grund (Harz)", _) | (_, "5403") => Some(4),
        ("Herzberg am Harz" | "Bad Lauterberg im Harz" | "Bad Sachsa" | "Walkenried", _) => Some(5),
        ("Göttingen", _) => Some(6),
        _ => None,
    }
}
