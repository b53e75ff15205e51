//! Intake: the features of a GeoJSON text, one after another, straight into polygons and properties.
//!
//! Members may stand in any order, features in collections within collections, in a bare array, or one a line
//! (RFC 8142, GeoJSON by line).
//! **Promise.** A feature that cannot be read does not spoil the others: it becomes a [`Problem`]. Wrong JSON and caps stop
//! the reading and say where.
//! **Not here.** Keys, names, coordinate systems: see [`super::keys`], [`super::system`].

use std::{collections::HashMap, fmt::Write as _};

use geo::{MultiPolygon, Polygon};

use super::{
    coordinates::{Coordinates, Stop},
    rings::{self, Repairs},
    scalar::Scalar,
};
use crate::{
    model::finding::{Code, Finding, Findings, Place, Severity},
    storage::{
        codes::{self, at, finding},
        limits::Limits,
        refused::Refused,
        watch::Watch,
    },
    words::{Message, say},
};

/// Why a feature gives no boundary.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Problem {
    /// Something in it is wrong.
    Fault(Message, String),
    /// No geometry at all.
    Missing,
    /// A geometry without rings.
    Empty,
    /// A point or line.
    NotAreal(String),
    /// Far from all others.
    OutOfRange(Message),
}

/// A feature as it was read.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Feature {
    /// Its number in the file, from 1.
    pub number: u64,
    /// Its `id` member.
    pub id: Option<Scalar>,
    /// Its properties by number of the field.
    pub properties: Vec<(u32, Scalar)>,
    /// Its boundary.
    pub polygons: Vec<Polygon<f64>>,
    /// Why it has none.
    pub problem: Option<Problem>,
}

impl Feature {
    pub(super) fn property(&self, field: u32) -> Option<&Scalar> {
        self.properties.iter().rev().find(|it| it.0 == field).map(|it| &it.1)
    }

    pub(super) fn boundary(&mut self) -> MultiPolygon<f64> {
        MultiPolygon(std::mem::take(&mut self.polygons))
    }
}

/// How often something was repaired, and in which feature first.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    pub count: u64,
    pub first: u64,
}

impl Tally {
    fn add(&mut self, count: u64, feature: u64) {
        if self.count == 0 && count > 0 {
            self.first = feature;
        }
        self.count += count;
    }
}

/// A step of the path to the place that is being read.
#[derive(Debug, Clone, Copy)]
pub(super) enum Step {
    Member(&'static str),
    Index(usize),
}

/// Everything read so far.
#[derive(Debug)]
pub(super) struct Intake {
    pub limits: Limits,
    pub findings: Findings,
    pub fields: Vec<String>,
    places: HashMap<String, u32>,
    last_seen: Vec<u64>,
    /// By field: where it stands among the properties of the feature that is being read.
    slots: Vec<usize>,
    pub features: Vec<Feature>,
    pub vertices: u64,
    /// The `crs` member of the outermost object.
    pub crs: Option<Scalar>,
    pub current: Feature,
    pub closed: Tally,
    pub short: Tally,
    pub extra_dimensions: Tally,
    pub path: Vec<Step>,
    pub stop: Option<Finding>,
    pool: Vec<Coordinates>,
    seen: u64,
    expected: u64,
    watch: Watch,
    told: Vec<(Code, &'static str)>,
}

impl Intake {
    pub(super) fn new(limits: Limits, watch: Watch) -> Self {
        Self {
            limits,
            findings: Findings::default(),
            fields: Vec::new(),
            places: HashMap::new(),
            last_seen: Vec::new(),
            slots: Vec::new(),
            features: Vec::new(),
            vertices: 0,
            crs: None,
            current: Feature::default(),
            closed: Tally::default(),
            short: Tally::default(),
            extra_dimensions: Tally::default(),
            path: Vec::new(),
            stop: None,
            pool: Vec::new(),
            seen: 0,
            expected: 0,
            watch,
            told: Vec::new(),
        }
    }

    /// How many features there will be, about; asked only where somebody watches.
    pub(super) fn expect_features(&mut self, text: &str) {
        if self.watch.is_kept() {
            self.expected = text.matches("\"geometry\"").count() as u64;
        }
    }

    /// The number of the feature that is being read.
    pub(super) fn number(&self) -> u64 {
        self.seen + 1
    }

    /// The path to the place that is being read, as in `$.features[3].geometry`.
    pub(super) fn json_path(&self) -> String {
        let mut text = String::from("$");
        for step in &self.path {
            let _ = match step {
                Step::Member(name) => write!(text, ".{name}"),
                Step::Index(index) => write!(text, "[{index}]"),
            };
        }
        text
    }

    /// The place that is being read.
    pub(super) fn place(&self) -> Place {
        let in_feature =
            self.path.iter().any(|it| matches!(it, Step::Member("features" | "geometry" | "geometries" | "properties" | "coordinates")));
        let key = self
            .current
            .properties
            .iter()
            .find(|(field, _)| self.fields.get(*field as usize).is_some_and(|it| super::keys::names_a_key(it)));
        Place {
            feature: in_feature.then(|| self.number()),
            key: key.and_then(|(_, value)| value.text()),
            json_path: Some(self.json_path()),
            ..Place::default()
        }
    }

    /// Notes something about the place that is being read. Of each kind and word only the first is told with its place.
    pub(super) fn note(&mut self, severity: Severity, code: Code, word: &'static str, message: Message, remedy: Message) {
        if self.told.contains(&(code, word)) {
            return;
        }
        self.told.push((code, word));
        let place = self.place();
        self.findings.push(at(finding(severity, code, message, remedy), place));
    }

    /// The number of a field name; `None` beyond the cap, which stops the reading.
    pub(super) fn field(&mut self, name: &str) -> Option<u32> {
        if let Some(place) = self.places.get(name) {
            return Some(*place);
        }
        if self.fields.len() >= self.limits.columns {
            let most = self.limits.columns;
            let message = say!("storage-too-many-columns", most);
            self.stop = Some(at(finding(Severity::Error, codes::TOO_MANY_COLUMNS, message, say!("storage-remedy-smaller")), self.place()));
            return None;
        }
        let place = u32::try_from(self.fields.len()).ok()?;
        self.fields.push(name.to_owned());
        self.last_seen.push(0);
        self.slots.push(usize::MAX);
        self.places.insert(name.to_owned(), place);
        Some(place)
    }

    /// Keeps a property; of one that stands twice in a feature the later counts.
    pub(super) fn keep_property(&mut self, field: u32, value: Scalar) {
        let number = self.number();
        let repeated = self.last_seen.get_mut(field as usize).is_some_and(|it| std::mem::replace(it, number) == number);
        if repeated {
            self.note(Severity::Warning, codes::MEMBER_REPEATED, "property", self.repeated(field), say!("storage-remedy-check-export"));
        }
        let slot = self.slots.get(field as usize).copied().filter(|_| repeated);
        match slot.and_then(|it| self.current.properties.get_mut(it)).filter(|it| it.0 == field) {
            Some(place) => {
                place.1 = value; // an empty one leaves when the feature is complete
            }
            None if value == Scalar::Null => {}
            None => {
                if let Some(slot) = self.slots.get_mut(field as usize) {
                    *slot = self.current.properties.len();
                }
                self.current.properties.push((field, value));
            }
        }
    }

    fn repeated(&self, field: u32) -> Message {
        say!("storage-member-repeated", name = self.fields.get(field as usize).cloned().unwrap_or_default())
    }

    /// Notes the first thing that is wrong with the feature that is being read.
    pub(super) fn blame(&mut self, reason: Message, below: &[usize]) {
        let mut path = self.json_path();
        for index in below {
            let _ = write!(path, "[{index}]");
        }
        if !matches!(self.current.problem, Some(Problem::Fault(..))) {
            self.current.problem = Some(Problem::Fault(reason, path));
        }
    }

    /// Room for the coordinates of one geometry.
    pub(super) fn borrow_coordinates(&mut self) -> Coordinates {
        let mut coordinates = self.pool.pop().unwrap_or_default();
        let depth_left = self.limits.nesting.saturating_sub(self.path.len());
        coordinates.start(self.limits.vertices.saturating_sub(self.vertices), depth_left);
        coordinates
    }

    /// Gives the room back.
    pub(super) fn give_back(&mut self, coordinates: Coordinates) {
        self.vertices += coordinates.positions.len() as u64;
        self.pool.push(coordinates);
    }

    /// Puts the polygons of a geometry into the current feature.
    pub(super) fn add_polygons(&mut self, coordinates: &Coordinates, many: bool) {
        let number = self.number();
        self.extra_dimensions.add(coordinates.extra_dimensions, number);
        match rings::add_polygons(coordinates, many, &mut self.current.polygons) {
            Ok(Repairs { closed, short }) => {
                self.closed.add(closed, number);
                self.short.add(short, number);
            }
            Err(fault) => self.blame(fault.reason(), &[]),
        }
    }

    /// Stops the reading because of a cap.
    pub(super) fn stop_at(&mut self, stop: Stop) {
        let (code, message) = match stop {
            Stop::TooDeep => (codes::NESTING_TOO_DEEP, say!("storage-nesting-too-deep", most = self.limits.nesting)),
            Stop::TooManyVertices => (codes::TOO_MANY_VERTICES, say!("storage-too-many-vertices", most = self.limits.vertices)),
        };
        let place = self.place();
        self.stop = Some(at(finding(Severity::Error, code, message, say!("storage-remedy-smaller")), place));
    }

    /// A feature begins: what was being read before waits.
    pub(super) fn begin_feature(&mut self) -> Feature {
        std::mem::take(&mut self.current)
    }

    /// A feature is complete. `false` if that is one too many, or nobody wants more.
    pub(super) fn finish_feature(&mut self, outer: Feature) -> bool {
        let mut feature = std::mem::replace(&mut self.current, outer);
        self.seen += 1;
        feature.number = self.seen;
        if matches!(feature.problem, Some(Problem::NotAreal(_) | Problem::Missing)) && !feature.polygons.is_empty() {
            feature.problem = None; // a collection of areas and points is an area with points in it
        }
        if feature.problem.is_some() {
            feature.polygons = Vec::new();
        } else if feature.polygons.is_empty() {
            feature.problem = Some(Problem::Empty);
        }
        feature.properties.retain(|it| it.1 != Scalar::Null);
        feature.polygons.shrink_to_fit();
        feature.properties.shrink_to_fit();
        self.features.push(feature);
        if let Err(stopped) = self.watch.at(self.seen, self.expected) {
            self.stop = Some(*Refused::from(stopped).finding);
            return false;
        }
        if self.features.len() <= self.limits.districts {
            return true;
        }
        let message = say!("storage-too-many-districts", most = self.limits.districts);
        self.stop = Some(finding(Severity::Error, codes::TOO_MANY_DISTRICTS, message, say!("storage-remedy-smaller")));
        false
    }
}
