//! Lists: the features of a collection, the geometries of a collection, the properties of a feature.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{
    coordinates::Stop,
    intake::{Feature, Intake, Step},
    scalar::ScalarSeed,
    thing::{Outcome, Role, Thing},
};
use crate::{model::finding::Severity, storage::codes, words::say};

/// Reads the features of a collection; `false` where the member is no list.
pub(super) struct Features<'a>(pub &'a mut Intake);

impl<'de> DeserializeSeed<'de> for Features<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// What a visitor answers where a list was expected and something else stands: read over it, and say so.
macro_rules! no_list {
    ($expected:literal) => {
        no_list!(visit_bool(bool), visit_i64(i64), visit_u64(u64), visit_f64(f64), visit_str(&str));

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str($expected)
        }

        fn visit_unit<E: Error>(self) -> Result<bool, E> {
            Ok(false)
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<bool, A::Error> {
            while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            Ok(false)
        }
    };
    ($($visit:ident($kind:ty)),*) => { $(fn $visit<E: Error>(self, _: $kind) -> Result<bool, E> { Ok(false) })* };
}

impl<'de> Visitor<'de> for Features<'_> {
    type Value = bool;

    no_list!("a list of features");

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<bool, A::Error> {
        let intake = self.0;
        if intake.path.len() >= intake.limits.nesting {
            intake.stop_at(Stop::TooDeep);
            return Err(A::Error::custom("stop"));
        }
        for index in 0.. {
            let outer = intake.begin_feature();
            intake.path.push(Step::Index(index));
            let Some(outcome) = seq.next_element_seed(Thing { intake: &mut *intake, role: Role::Feature })? else {
                intake.current = outer;
                intake.path.pop();
                break;
            };
            conclude(intake, outcome, outer)?;
            intake.path.pop();
        }
        Ok(true)
    }
}

/// Finishes what an element of a list was.
pub(super) fn conclude<E: Error>(intake: &mut Intake, outcome: Outcome, outer: Feature) -> Result<(), E> {
    match outcome {
        Outcome::Listed => {
            intake.current = outer;
            return Ok(());
        }
        Outcome::NoObject => intake.blame(say!("storage-fault-no-object"), &[]),
        Outcome::Feature => {}
    }
    if intake.finish_feature(outer) { Ok(()) } else { Err(E::custom("stop")) }
}

/// Reads the geometries of a collection into the current feature, or each as a feature of its own.
pub(super) struct Geometries<'a> {
    pub intake: &'a mut Intake,
    pub apart: bool,
}

impl<'de> DeserializeSeed<'de> for Geometries<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Geometries<'_> {
    type Value = bool;

    no_list!("a list of geometries");

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<bool, A::Error> {
        let Self { intake, apart } = self;
        for index in 0.. {
            let outer = if apart { Some(intake.begin_feature()) } else { None };
            intake.path.push(Step::Index(index));
            let outcome = seq.next_element_seed(Thing { intake: &mut *intake, role: Role::Geometry })?;
            if outcome == Some(Outcome::NoObject) {
                intake.blame(say!("storage-fault-no-object"), &[]);
            }
            match (outer, outcome) {
                (Some(outer), None) => intake.current = outer,
                (Some(outer), Some(_)) => conclude(intake, Outcome::Feature, outer)?,
                (None, _) => {}
            }
            intake.path.pop();
            if outcome.is_none() {
                break;
            }
        }
        Ok(true)
    }
}

/// Reads the geometry of a feature; `None` for `null`.
pub(super) struct Geometry<'a>(pub &'a mut Intake);

impl<'de> DeserializeSeed<'de> for Geometry<'_> {
    type Value = Option<Outcome>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<Outcome>, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for Geometry<'_> {
    type Value = Option<Outcome>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a geometry")
    }

    fn visit_none<E: Error>(self) -> Result<Option<Outcome>, E> {
        Ok(None)
    }

    fn visit_unit<E: Error>(self) -> Result<Option<Outcome>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<Outcome>, D::Error> {
        Thing { intake: self.0, role: Role::Geometry }.deserialize(deserializer).map(Some)
    }
}

/// Reads the properties of a feature.
pub(super) struct Properties<'a>(pub &'a mut Intake);

impl<'de> DeserializeSeed<'de> for Properties<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

macro_rules! no_properties {
    ($($visit:ident($kind:ty)),*) => { $(fn $visit<E: Error>(self, _: $kind) -> Result<(), E> { self.wrong(); Ok(()) })* };
}

impl Properties<'_> {
    fn wrong(self) {
        let message = say!("storage-member-wrong-kind", name = "properties");
        self.0.note(Severity::Warning, codes::MEMBER_WRONG_KIND, "properties", message, say!("storage-remedy-check-export"));
    }
}

impl<'de> Visitor<'de> for Properties<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("properties")
    }

    no_properties!(visit_bool(bool), visit_i64(i64), visit_u64(u64), visit_f64(f64), visit_str(&str));

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        self.wrong();
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let intake = self.0;
        while let Some(field) = map.next_key_seed(Field(intake))? {
            let depth_left = intake.limits.nesting.saturating_sub(intake.path.len());
            let value = map.next_value_seed(ScalarSeed { depth_left })?;
            intake.keep_property(field, value);
        }
        Ok(())
    }
}

/// Reads the name of a property as its number; nothing is copied for a name that was seen before.
struct Field<'a>(&'a mut Intake);

impl<'de> DeserializeSeed<'de> for Field<'_> {
    type Value = u32;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<u32, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Field<'_> {
    type Value = u32;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a property's name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<u32, E> {
        self.0.field(name).ok_or_else(|| E::custom("stop"))
    }
}
