//! Things: the objects of GeoJSON (collections, features, geometries), read member by member in whatever order they come.
//!
//! **Promise.** What a member should be but isn't is told and passed over; wrong JSON and caps end the reading.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{
    coordinates::{Coordinates, FaultKind, Part},
    intake::{Intake, Problem, Step},
    lists::{Features, Geometries, Geometry, Properties},
    scalar::{Scalar, ScalarSeed},
};
use crate::{model::finding::Severity, storage::codes, words::say};

/// Where an object stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It is the text, or a line of it.
    Root,
    /// In a list of features.
    Feature,
    /// In a feature or a collection of geometries.
    Geometry,
}

/// What an object turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// No object at all.
    NoObject,
    /// A feature or geometry; it waits in the intake until it is finished.
    Feature,
    /// A collection; what is in it is finished already.
    Listed,
}

/// Reads one object and what is in it into the intake.
pub(super) struct Thing<'a> {
    pub intake: &'a mut Intake,
    pub role: Role,
}

/// The types of RFC 7946, written in any case.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Type {
    FeatureCollection,
    Feature,
    Areal { many: bool },
    Collection,
    NotAreal(String),
    Unknown(String),
}

impl Type {
    const NOT_AREAL: [&'static str; 4] = ["Point", "MultiPoint", "LineString", "MultiLineString"];

    fn of(text: &str) -> (Self, bool) {
        let exact = |name: &str| (name == text, name.eq_ignore_ascii_case(text));
        for (name, it) in [
            ("FeatureCollection", Self::FeatureCollection),
            ("Feature", Self::Feature),
            ("Polygon", Self::Areal { many: false }),
            ("MultiPolygon", Self::Areal { many: true }),
            ("GeometryCollection", Self::Collection),
        ] {
            if exact(name).1 {
                return (it, exact(name).0);
            }
        }
        match Self::NOT_AREAL.iter().find(|name| exact(name).1) {
            Some(name) => (Self::NotAreal((*name).to_owned()), exact(name).0),
            None => (Self::Unknown(text.to_owned()), true),
        }
    }
}

/// The members that mean something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Member {
    Type,
    Features,
    Geometry,
    Geometries,
    Properties,
    Id,
    Coordinates,
    Crs,
    Bbox,
    Other,
}

impl Member {
    const NAMES: [(Member, &'static str); 9] = [
        (Self::Type, "type"),
        (Self::Features, "features"),
        (Self::Geometry, "geometry"),
        (Self::Geometries, "geometries"),
        (Self::Properties, "properties"),
        (Self::Id, "id"),
        (Self::Coordinates, "coordinates"),
        (Self::Crs, "crs"),
        (Self::Bbox, "bbox"),
    ];

    fn name(self) -> &'static str {
        Self::NAMES.iter().find(|it| it.0 == self).map_or("", |it| it.1)
    }
}

impl<'de> Deserialize<'de> for Member {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Name;
        impl Visitor<'_> for Name {
            type Value = Member;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a member's name")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Member, E> {
                Ok(Member::NAMES.iter().find(|it| it.1 == text).map_or(Member::Other, |it| it.0))
            }
        }
        deserializer.deserialize_str(Name)
    }
}

/// What an object said about itself.
#[derive(Default)]
struct Said {
    kind: Option<Type>,
    coordinates: Option<Coordinates>,
    seen: Vec<Member>,
    listed: bool,
}

impl Said {
    fn has(&self, member: Member) -> bool {
        self.seen.contains(&member)
    }
}

impl<'de> DeserializeSeed<'de> for Thing<'_> {
    type Value = Outcome;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Outcome, D::Error> {
        deserializer.deserialize_any(self)
    }
}

macro_rules! no_object {
    ($($visit:ident($kind:ty)),*) => { $(fn $visit<E: Error>(self, _: $kind) -> Result<Outcome, E> { Ok(Outcome::NoObject) })* };
}

impl<'de> Visitor<'de> for Thing<'_> {
    type Value = Outcome;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a GeoJSON object")
    }

    no_object!(visit_bool(bool), visit_i64(i64), visit_u64(u64), visit_f64(f64), visit_str(&str));

    fn visit_unit<E: Error>(self) -> Result<Outcome, E> {
        Ok(Outcome::NoObject)
    }

    /// A list where an object belongs: of features it is read all the same.
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Outcome, A::Error> {
        if self.role == Role::Geometry {
            while seq.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(Outcome::NoObject);
        }
        let message = say!("storage-features-bare");
        self.intake.note(Severity::Note, codes::FEATURES_BARE, "list", message, say!("storage-remedy-none"));
        Features(self.intake).visit_seq(seq)?;
        Ok(Outcome::Listed)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Outcome, A::Error> {
        let Self { intake, role } = self;
        let mut said = Said::default();
        while let Some(member) = map.next_key::<Member>()? {
            if member != Member::Other && said.has(member) {
                repeated(intake, member);
            }
            said.seen.push(member);
            said.seen.dedup();
            intake.path.push(Step::Member(member.name()));
            if intake.path.len() > intake.limits.nesting {
                intake.stop_at(super::coordinates::Stop::TooDeep);
                return Err(A::Error::custom("stop"));
            }
            read_member(intake, role, member, &mut said, &mut map)?;
            intake.path.pop();
        }
        Ok(finish(intake, role, said))
    }
}

fn repeated(intake: &mut Intake, member: Member) {
    let message = say!("storage-member-repeated", name = member.name());
    match member {
        Member::Coordinates | Member::Geometry | Member::Geometries => intake.blame(message, &[]),
        _ => intake.note(Severity::Warning, codes::MEMBER_REPEATED, member.name(), message, say!("storage-remedy-check-export")),
    }
}

fn read_member<'de, A: MapAccess<'de>>(
    intake: &mut Intake,
    role: Role,
    member: Member,
    said: &mut Said,
    map: &mut A,
) -> Result<(), A::Error> {
    let depth_left = intake.limits.nesting.saturating_sub(intake.path.len());
    match member {
        Member::Type => {
            let value = map.next_value_seed(ScalarSeed { depth_left })?;
            said.kind = Some(kind_of(intake, &value));
        }
        Member::Features => said.listed = map.next_value_seed(Features(intake))?,
        Member::Geometry => match map.next_value_seed(Geometry(intake))? {
            Some(Outcome::NoObject) => intake.blame(say!("storage-fault-no-object"), &[]),
            Some(_) => {}
            None if intake.current.problem.is_none() => intake.current.problem = Some(Problem::Missing),
            None => {}
        },
        Member::Geometries => said.listed = map.next_value_seed(Geometries { intake, apart: role == Role::Root })?,
        Member::Properties => map.next_value_seed(Properties(intake))?,
        Member::Id => intake.current.id = Some(map.next_value_seed(ScalarSeed { depth_left })?),
        Member::Coordinates => {
            let mut coordinates = intake.borrow_coordinates();
            let shape = map.next_value_seed(Part(&mut coordinates));
            if let Some(stop) = coordinates.stop {
                intake.stop_at(stop);
            }
            if shape.is_err() {
                intake.path.extend(coordinates.path().iter().map(|it| Step::Index(*it))); // where the text goes wrong
            }
            coordinates.shape = shape?;
            if let Some(old) = said.coordinates.replace(coordinates) {
                intake.give_back(old);
            }
        }
        Member::Crs => {
            let crs = map.next_value_seed(ScalarSeed { depth_left })?;
            if role == Role::Root {
                intake.crs = Some(crs);
            }
        }
        Member::Bbox => {
            let bbox = map.next_value_seed(ScalarSeed { depth_left })?;
            check_bbox(intake, &bbox);
        }
        Member::Other => {
            map.next_value::<IgnoredAny>()?;
        }
    }
    Ok(())
}

fn kind_of(intake: &mut Intake, value: &Scalar) -> Type {
    let Scalar::Text(text) = value else { return Type::Unknown(value.text().unwrap_or_else(|| "null".to_owned())) };
    let (kind, exact) = Type::of(text);
    if !exact {
        let message = say!("storage-type-case", name = text);
        intake.note(Severity::Warning, codes::TYPE_WRONG, "case", message, say!("storage-remedy-check-export"));
    }
    kind
}

fn check_bbox(intake: &mut Intake, bbox: &Scalar) {
    let numbers: Option<Vec<f64>> = if let Scalar::Nested(text) = bbox { serde_json::from_str(text).ok() } else { None };
    if !matches!(numbers.map(|it| it.len()), Some(4 | 6)) {
        let message = say!("storage-bbox-wrong");
        intake.note(Severity::Warning, codes::MEMBER_WRONG_KIND, "bbox", message, say!("storage-remedy-bbox"));
    }
}

/// An object is complete: what is it, and does it have what it needs?
fn finish(intake: &mut Intake, role: Role, mut said: Said) -> Outcome {
    let coordinates = said.coordinates.take();
    let kind = said.kind.take().or_else(|| guess(intake, &said));
    let outcome = match kind {
        Some(Type::FeatureCollection) if role != Role::Geometry => {
            if !said.listed {
                missing(intake, "features");
            }
            Outcome::Listed
        }
        Some(Type::Feature) if role != Role::Geometry => {
            finish_feature(intake, &said);
            Outcome::Feature
        }
        Some(Type::Collection) if role == Role::Root && said.listed => {
            bare(intake);
            Outcome::Listed
        }
        Some(kind) => {
            if role == Role::Root && matches!(kind, Type::Areal { .. }) {
                bare(intake);
            }
            finish_geometry(intake, kind, coordinates.as_ref(), &said);
            Outcome::Feature
        }
        None => {
            intake.blame(say!("storage-fault-no-type"), &[]);
            Outcome::Feature
        }
    };
    if let Some(coordinates) = coordinates {
        intake.give_back(coordinates);
    }
    outcome
}

/// Geometries without features have neither keys nor names.
fn bare(intake: &mut Intake) {
    intake.note(Severity::Warning, codes::GEOMETRY_BARE, "root", say!("storage-geometry-bare"), say!("storage-remedy-geometry-bare"));
}

/// What an object without type must be: a collection of features, a feature, a collection of geometries. Bare coordinates stay unknown.
fn guess(intake: &mut Intake, said: &Said) -> Option<Type> {
    let kind = [(Member::Features, Type::FeatureCollection), (Member::Geometry, Type::Feature), (Member::Geometries, Type::Collection)]
        .into_iter()
        .find(|it| said.has(it.0))
        .map(|it| it.1)?;
    intake.note(Severity::Warning, codes::TYPE_WRONG, "missing", say!("storage-type-missing"), say!("storage-remedy-check-export"));
    Some(kind)
}

fn finish_feature(intake: &mut Intake, said: &Said) {
    if !said.has(Member::Geometry) {
        intake.blame(say!("storage-fault-member-missing", name = "geometry"), &[]);
    }
    if !said.has(Member::Properties) {
        let message = say!("storage-member-missing", name = "properties");
        intake.note(Severity::Note, codes::MEMBER_MISSING, "properties", message, say!("storage-remedy-check-export"));
    }
    if matches!(intake.current.id, Some(Scalar::Flag(_) | Scalar::Nested(_) | Scalar::Null)) {
        intake.current.id = None;
        let message = say!("storage-member-wrong-kind", name = "id");
        intake.note(Severity::Warning, codes::MEMBER_WRONG_KIND, "id", message, say!("storage-remedy-check-export"));
    }
}

fn missing(intake: &mut Intake, name: &'static str) {
    let message = say!("storage-member-missing", name);
    intake.note(Severity::Error, codes::MEMBER_MISSING, name, message, say!("storage-remedy-check-export"));
}

fn finish_geometry(intake: &mut Intake, kind: Type, coordinates: Option<&Coordinates>, said: &Said) {
    let fault = coordinates.and_then(|it| it.fault.clone());
    match (kind, coordinates) {
        (Type::Unknown(name), _) if name == "Topology" => intake.blame(say!("storage-fault-topojson"), &[]),
        (Type::Unknown(name), _) => intake.blame(say!("storage-fault-unknown-type", name), &[]),
        (Type::Feature | Type::FeatureCollection, _) => intake.blame(say!("storage-fault-feature-inside"), &[]),
        (Type::Collection, _) if !said.listed => intake.blame(say!("storage-fault-member-missing", name = "geometries"), &[]),
        (Type::Collection, _) => {}
        (_, None) => intake.blame(say!("storage-fault-member-missing", name = "coordinates"), &[]),
        (_, Some(_)) if fault.is_some() => blame_fault(intake, fault),
        (Type::NotAreal(name), Some(_)) => {
            if intake.current.problem.is_none() {
                intake.current.problem = Some(Problem::NotAreal(name));
            }
        }
        (Type::Areal { many }, Some(coordinates)) => intake.add_polygons(coordinates, many),
    }
}

fn blame_fault(intake: &mut Intake, fault: Option<super::coordinates::Fault>) {
    let Some(fault) = fault else { return };
    intake.path.push(Step::Member(Member::Coordinates.name()));
    intake.blame(FaultKind::reason(fault.kind), &fault.path);
    intake.path.pop();
}
