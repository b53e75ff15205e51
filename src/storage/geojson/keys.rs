//! Keys: which property is the key, which the name, and what has to be mended so that keys join.
//!
//! **Promise.** A key is text. Of the well-known fields a unique and filled one wins; an unknown field must be unique.
//! **Not here.** How keys of two files are compared: see `storage::join`.

use std::collections::HashSet;

use super::{intake::Feature, scalar::Scalar};

/// Names under which offices and tools deliver keys, better ones first; spelt as by [`plain`].
const KEYS: [&str; 34] = [
    "ags",
    "ags0",
    "ags8",
    "amtlichergemeindeschluessel",
    "gemeindeschluessel",
    "gemeindekennziffer",
    "gkz",
    "ars",
    "ars0",
    "rs",
    "rs0",
    "amtlicherregionalschluessel",
    "regionalschluessel",
    "gebietsschluessel",
    "schluesselnummer",
    "schluessel",
    "key",
    "districtkey",
    "kennziffer",
    "kennung",
    "plrid",
    "raumid",
    "lor",
    "statgeb",
    "gebietsid",
    "stadtteilnr",
    "stadtteilnummer",
    "ortsteilnr",
    "bezirksnr",
    "areaid",
    "districtid",
    "nutscode",
    "nutsid",
    "nuts",
];

/// Names that are keys only where nothing better is there.
const WEAK_KEYS: [&str; 9] = ["id", "nr", "nummer", "number", "code", "identifier", "gid", "objectid", "fid"];

/// Names of names.
const NAMES: [&str; 26] = [
    "gen",
    "name",
    "bezeichnung",
    "gemeindename",
    "gebietsname",
    "stadtteilname",
    "ortsteilname",
    "bezirksname",
    "raumname",
    "plrname",
    "areaname",
    "districtname",
    "stadtteil",
    "ortsteil",
    "ortschaft",
    "quartier",
    "gemeinde",
    "bezirk",
    "nam",
    "label",
    "title",
    "titel",
    "namede",
    "namelocal",
    "nameen",
    "bez",
];

/// A field that features have: a property, or the `id` beside the properties.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Property(u32),
    Id,
}

impl Field {
    /// What a feature says in this field.
    pub fn of(self, feature: &Feature) -> Option<&Scalar> {
        match self {
            Self::Property(field) => feature.property(field),
            Self::Id => feature.id.as_ref(),
        }
    }

    /// The field's name.
    pub fn name(self, fields: &[String]) -> String {
        match self {
            Self::Property(field) => fields.get(field as usize).cloned().unwrap_or_default(),
            Self::Id => "id".to_owned(),
        }
    }
}

/// Whether a name is one under which keys are delivered.
pub(super) fn names_a_key(name: &str) -> bool {
    let plain = plain(name);
    KEYS.contains(&plain.as_str()) || plain == "id"
}

/// A name without case, umlauts and signs: `Schlüssel-Nr.` is `schluesselnr`.
fn plain(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    for sign in name.chars().flat_map(char::to_lowercase) {
        match sign {
            'ä' => text.push_str("ae"),
            'ö' => text.push_str("oe"),
            'ü' => text.push_str("ue"),
            'ß' => text.push_str("ss"),
            it if it.is_alphanumeric() => text.push(it),
            _ => {}
        }
    }
    text
}

/// The field with this name, exactly or but for its case.
pub(super) fn field_named(name: &str, fields: &[String], features: &[Feature]) -> Option<Field> {
    let exact = fields.iter().position(|it| it == name);
    let place = exact.or_else(|| fields.iter().position(|it| it.to_lowercase() == name.to_lowercase()));
    let property = place.and_then(|it| u32::try_from(it).ok()).map(Field::Property);
    property.or_else(|| (name.eq_ignore_ascii_case("id") && features.iter().any(|it| it.id.is_some())).then_some(Field::Id))
}

/// How well a field would do as key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    No,
    /// At least half of the features have one, at least half of these are different.
    Loosely,
    /// The same with nine of ten.
    Nearly,
    Unique,
}

fn fit(field: Field, features: &[Feature]) -> Fit {
    let texts: Vec<String> = features.iter().filter_map(|it| field.of(it)).filter(|it| may_be_key(it)).filter_map(Scalar::text).collect();
    let different: HashSet<&String> = texts.iter().collect();
    match (texts.len(), different.len()) {
        (0, _) => Fit::No,
        (filled, different) if filled == features.len() && different == filled => Fit::Unique,
        (filled, different) if filled * 10 >= features.len() * 9 && different * 10 >= filled * 9 => Fit::Nearly,
        (filled, different) if filled * 2 >= features.len() && different * 2 >= filled => Fit::Loosely,
        _ => Fit::No,
    }
}

fn may_be_key(value: &Scalar) -> bool {
    match value {
        Scalar::Text(_) | Scalar::Whole(_) => true,
        Scalar::Number(number) => number.fract() == 0.0 && number.abs() < 1e15, // a program that knows no whole numbers wrote 3159001.0
        _ => false,
    }
}

/// The key field: a well-known name first, of these a unique one; then weak names; then any unique field of short texts;
/// at last the name.
pub(super) fn find_key(fields: &[String], features: &[Feature]) -> Option<Field> {
    let candidates: Vec<(Field, String)> = every_field(fields).map(|it| (it, plain(&it.name(fields)))).collect();
    let of_names = |names: &[&str], wanted: Fit| {
        let mut named = names.iter().flat_map(|name| candidates.iter().filter(move |it| it.1 == *name));
        named.find(|it| fit(it.0, features) >= wanted).map(|it| it.0)
    };
    of_names(&KEYS, Fit::Unique)
        .or_else(|| of_names(&KEYS, Fit::Nearly))
        .or_else(|| of_names(&KEYS, Fit::Loosely)) // parts of districts as features of their own: the office's key is meant
        .or_else(|| of_names(&WEAK_KEYS, Fit::Unique))
        .or_else(|| of_names(&WEAK_KEYS, Fit::Loosely))
        .or_else(|| candidates.iter().find(|it| short_texts(it.0, features) && fit(it.0, features) == Fit::Unique).map(|it| it.0))
        .or_else(|| find_name(fields, features, None).filter(|it| fit(*it, features) >= Fit::Nearly))
}

fn every_field(fields: &[String]) -> impl Iterator<Item = Field> {
    (0..u32::try_from(fields.len()).unwrap_or(u32::MAX)).map(Field::Property).chain([Field::Id])
}

/// Whether a field holds what looks like keys: texts or whole numbers of one kind with digits, without blanks.
fn short_texts(field: Field, features: &[Feature]) -> bool {
    features.iter().all(|feature| {
        let text = field.of(feature).filter(|it| matches!(it, Scalar::Text(_))).and_then(Scalar::text);
        text.is_some_and(|it| it.len() <= 20 && !it.contains(' ') && it.bytes().any(|byte| byte.is_ascii_digit()))
    })
}

/// The name field: a well-known name first, then anything called name; it must be text and mostly filled. Where the name is the
/// only key, it is the name as well.
pub(super) fn find_name(fields: &[String], features: &[Feature], key: Option<Field>) -> Option<Field> {
    let candidates: Vec<(Field, String)> =
        every_field(fields).map(|it| (it, plain(&it.name(fields)))).filter(|it| Some(it.0) != key).collect();
    let named = NAMES.iter().flat_map(|name| candidates.iter().filter(move |it| it.1 == *name));
    let called = candidates.iter().filter(|it| it.1.contains("name") || it.1.contains("bez"));
    let found = named.chain(called).find(|it| tells_apart(it.0, features)).map(|it| it.0);
    found.or_else(|| key.filter(|it| NAMES.contains(&plain(&it.name(fields)).as_str())))
}

fn tells_apart(field: Field, features: &[Feature]) -> bool {
    let texts: Vec<&str> = features
        .iter()
        .filter_map(|it| match field.of(it)? {
            Scalar::Text(text) if !text.trim().is_empty() => Some(text.as_str()),
            _ => None,
        })
        .collect();
    let different: HashSet<&&str> = texts.iter().collect();
    texts.len() * 2 > features.len() && (different.len() * 2 > texts.len() || texts.len() < 3)
}

/// How long keys of this field are when they are whole, if they lost a leading zero: 8 for the AGS, 12 for the ARS, 5 for counties.
/// `None` where nothing is missing, or nobody can know.
pub(super) fn whole_length(field: &str, keys: &[&str]) -> Option<usize> {
    let digits = |it: &&str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
    let number = keys.iter().filter(|it| digits(it)).count();
    if number == 0 || number * 10 < keys.len() * 9 {
        return None;
    }
    let longest = keys.iter().filter(|it| digits(it)).map(|it| it.len()).max()?;
    let shortest = keys.iter().filter(|it| digits(it)).map(|it| it.len()).min()?;
    let plain = plain(field);
    let office =
        plain.starts_with("ags") || plain.starts_with("ars") || plain.starts_with("rs") || plain.contains("schluessel") || plain == "gkz";
    match (shortest, longest) {
        (7, 7 | 8) if office => Some(8),
        (11, 11 | 12) if office => Some(12),
        (4, 4 | 5) if office => Some(5),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn features(columns: &[(&str, [&str; 4])]) -> (Vec<String>, Vec<Feature>) {
        let fields = columns.iter().map(|it| it.0.to_owned()).collect();
        let feature = |row: usize| Feature {
            number: row as u64 + 1,
            properties: (0..)
                .zip(columns)
                .filter(|it| !it.1.1[row].is_empty())
                .map(|(at, it)| (at, Scalar::Text(it.1[row].into())))
                .collect(),
            ..Feature::default()
        };
        (fields, (0..4).map(feature).collect())
    }

    #[test]
    fn key_and_name_are_found_in_german_and_english() {
        let ags = ["03159001", "03159002", "03159003", "03159004"];
        let names = ["Adelebsen", "Bovenden", "Duderstadt", "Friedland"];
        let kinds = ["Gemeinde", "Gemeinde", "Stadt", "Gemeinde"];
        let twice = ["1", "1", "2", "3"];
        for (columns, key, name) in [
            (vec![("BEZ", kinds), ("GEN", names), ("AGS", ags)], Some("AGS"), Some("GEN")),
            (vec![("name", names), ("Schlüssel", ags)], Some("Schlüssel"), Some("name")),
            (vec![("AGS", twice), ("ARS", ags), ("Stadtteil", names)], Some("ARS"), Some("Stadtteil")),
            (vec![("AGS", twice), ("id", ags), ("Stadtteil", names)], Some("AGS"), Some("Stadtteil")),
            (vec![("name", names)], Some("name"), Some("name")),
            (vec![("STT_CODE", ["A1", "A2", "B1", "B2"]), ("DISTRICT_NAME", names)], Some("STT_CODE"), Some("DISTRICT_NAME")),
            (vec![("BEZ", kinds)], None, None),
        ] {
            let (fields, features) = features(&columns);
            let found = find_key(&fields, &features);
            assert_eq!(found.map(|it| it.name(&fields)).as_deref(), key, "{columns:?}");
            assert_eq!(find_name(&fields, &features, found).map(|it| it.name(&fields)).as_deref(), name, "{columns:?}");
        }
    }

    #[test]
    fn lost_zeros_are_known_where_the_length_is() {
        for (field, keys, length) in [
            ("AGS", vec!["3159001", "3159002"], Some(8)),
            ("AGS", vec!["1001000", "16077"], None),
            ("AGS", vec!["1001000", "16077056"], Some(8)),
            ("AGS", vec!["03159001"], None),
            ("ARS", vec!["31590001001"], Some(12)),
            ("Schlüssel", vec!["3159", "3241"], Some(5)),
            ("STATGEB", vec!["1001", "107015"], None),
            ("id", vec!["1234567"], None),
            ("AGS", vec![], None),
        ] {
            assert_eq!(whole_length(field, &keys), length, "{field} {keys:?}");
        }
    }
}
