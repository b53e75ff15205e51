//! Assembly: features become districts, each with one key.
//!
//! **Promise.** Features with equal keys are one district of several parts; a feature without key gets `#` and its number.

use std::collections::{BTreeMap, HashMap, HashSet};

use geo::{Coord, MapCoordsInPlace, MultiPolygon, Polygon};

use super::{
    BoundaryFile, NumericField, Options,
    intake::{Feature, Intake, Problem, Tally},
    keys::{self, Field},
    rings,
    scalar::Scalar,
    system::{self, System},
};
use crate::{
    geometry::{
        Bounds, Point,
        projection::{Crs, Projector},
    },
    model::{
        catalog::District,
        finding::{Findings, Place, Severity},
        id::DistrictKey,
    },
    storage::{
        codes::{self, at, finding},
        refused::Refused,
        text,
    },
    words::say,
};

/// Makes districts of the features that were taken in.
pub(super) fn assemble(mut intake: Intake, options: &Options) -> Result<BoundaryFile, Refused> {
    let mut findings = std::mem::take(&mut intake.findings);
    mend_umlauts(&mut intake, &mut findings);
    let system = system::decide(options.crs, intake.crs.as_ref(), &mut intake.features, &mut findings);
    let key = match wanted(options.key.as_deref(), &intake) {
        Ok(field) => field.or_else(|| keys::find_key(&intake.fields, &intake.features)),
        Err(refused) => return Err(refused.with(findings)),
    };
    let name = match wanted(options.name.as_deref(), &intake) {
        Ok(field) => field.or_else(|| keys::find_name(&intake.fields, &intake.features, key)),
        Err(refused) => return Err(refused.with(findings)),
    };
    let texts = key_texts(key, &intake, &mut findings);
    tell_problems(&intake.features, &texts, &mut findings);
    tell_tallies(&intake, &mut findings);
    let numeric_fields = numeric_fields(&intake, key);
    let (features, vertices) = (intake.features.len(), intake.vertices);
    let fields = Fields { names: &intake.fields, key, name };
    let (districts, mut polygons, repeated) = districts(intake.features, texts, &fields, &mut findings);
    if districts.is_empty() {
        let message = say!("storage-no-districts", features);
        return Err(
            Refused::new(finding(Severity::Error, codes::NO_DISTRICTS, message, say!("storage-remedy-no-districts"))).with(findings)
        );
    }
    if system.swapped {
        polygons.iter_mut().for_each(|it| it.map_coords_in_place(|Coord { x, y }| Coord { x: y, y: x }));
    }
    let System { crs, guessed, .. } = system;
    Ok(BoundaryFile {
        bbox_wgs84: bbox_wgs84(&polygons, crs),
        districts,
        repeated,
        polygons,
        crs,
        crs_was_guessed: guessed,
        key_field: key.map(|it| it.name(fields.names)),
        name_field: name.map(|it| it.name(fields.names)),
        numeric_fields,
        features,
        vertices,
        notice: None,
        findings,
    })
}

struct Fields<'a> {
    names: &'a [String],
    key: Option<Field>,
    name: Option<Field>,
}

/// The field that the planner named, if one was named.
fn wanted(name: Option<&str>, intake: &Intake) -> Result<Option<Field>, Refused> {
    let Some(name) = name else { return Ok(None) };
    keys::field_named(name, &intake.fields, &intake.features).map(Some).ok_or_else(|| {
        let present = intake.fields.iter().take(30).cloned().collect::<Vec<_>>();
        let message = say!("storage-field-unknown", name, present);
        Refused::new(finding(Severity::Error, codes::FIELD_UNKNOWN, message, say!("storage-remedy-field")))
    })
}

fn mend_umlauts(intake: &mut Intake, findings: &mut Findings) {
    let (mut count, mut example) = (0_u64, None);
    for value in intake.features.iter_mut().flat_map(|it| it.properties.iter_mut()) {
        let Scalar::Text(text) = &mut value.1 else { continue };
        if let Some(mended) = text::undo_double_encoding(text) {
            count += 1;
            let wrong = std::mem::replace(text, mended);
            example.get_or_insert_with(|| (wrong, text.clone()));
        }
    }
    for name in &mut intake.fields {
        *name = text::undo_double_encoding(name).unwrap_or_else(|| name.clone());
    }
    if let Some((wrong, right)) = example {
        let message = say!("storage-encoding-double", count, wrong, right);
        findings.push(finding(Severity::Warning, codes::ENCODING_DOUBLE, message, say!("storage-remedy-umlauts")));
    }
}

/// The key of every feature as text, with lost zeros put back.
fn key_texts(key: Option<Field>, intake: &Intake, findings: &mut Findings) -> Vec<Option<String>> {
    let Some(field) = key else { return vec![None; intake.features.len()] };
    let mut texts: Vec<Option<String>> = intake.features.iter().map(|it| field.of(it).and_then(Scalar::text)).collect();
    let name = field.name(&intake.fields);
    let filled: Vec<&str> = texts.iter().flatten().map(String::as_str).collect();
    let Some(length) = keys::whole_length(&name, &filled) else { return texts };
    let mut count = 0_u64;
    for text in texts.iter_mut().flatten().filter(|it| it.len() + 1 == length) {
        text.insert(0, '0');
        count += 1;
    }
    let message = say!("storage-key-zero-restored", count, name, length);
    findings.push(finding(Severity::Note, codes::KEY_ZERO_RESTORED, message, say!("storage-remedy-key-zero")));
    texts
}

/// Tells why features give no boundary.
fn tell_problems(features: &[Feature], texts: &[Option<String>], findings: &mut Findings) {
    for (feature, key) in features.iter().zip(texts) {
        let Some(problem) = &feature.problem else { continue };
        let mut place = Place { feature: Some(feature.number), key: key.clone(), ..Place::default() };
        let told = match problem {
            Problem::Fault(reason, path) => {
                place.json_path = Some(path.clone());
                let message = say!("storage-geometry-invalid", reason);
                finding(Severity::Error, codes::GEOMETRY_INVALID, message, say!("storage-remedy-check-export"))
            }
            Problem::OutOfRange(reason) => {
                let message = say!("storage-geometry-invalid", reason);
                finding(Severity::Error, codes::COORDINATES_OUT_OF_RANGE, message, say!("storage-remedy-crs"))
            }
            Problem::Missing => finding(
                Severity::Warning,
                codes::GEOMETRY_MISSING,
                say!("storage-geometry-missing"),
                say!("storage-remedy-geometry-missing"),
            ),
            Problem::Empty => {
                finding(Severity::Warning, codes::GEOMETRY_EMPTY, say!("storage-geometry-empty"), say!("storage-remedy-geometry-missing"))
            }
            Problem::NotAreal(kind) => {
                let message = say!("storage-geometry-not-areal", kind);
                finding(Severity::Warning, codes::GEOMETRY_NOT_AREAL, message, say!("storage-remedy-not-areal"))
            }
        };
        findings.push(at(told, place));
    }
}

fn tell_tallies(intake: &Intake, findings: &mut Findings) {
    let mut tell = |tally: Tally, told: crate::model::finding::Finding| {
        if tally.count > 0 {
            findings.push(at(told, Place { feature: Some(tally.first), ..Place::default() }));
        }
    };
    let Intake { closed, short, extra_dimensions, .. } = intake;
    let message = say!("storage-ring-closed", count = closed.count);
    tell(*closed, finding(Severity::Note, codes::RING_CLOSED, message, say!("storage-remedy-none")));
    let message = say!("storage-ring-too-short", count = short.count);
    tell(*short, finding(Severity::Warning, codes::RING_TOO_SHORT, message, say!("storage-remedy-check-export")));
    let message = say!("storage-extra-dimensions", count = extra_dimensions.count);
    tell(*extra_dimensions, finding(Severity::Note, codes::EXTRA_DIMENSIONS, message, say!("storage-remedy-none")));
}

fn numeric_fields(intake: &Intake, key: Option<Field>) -> Vec<NumericField> {
    let mut filled = vec![(0_usize, true); intake.fields.len()];
    for (field, value) in intake.features.iter().filter(|it| it.problem.is_none()).flat_map(|it| &it.properties) {
        if let Some((count, numeric)) = filled.get_mut(*field as usize) {
            *count += 1;
            *numeric &= value.is_number();
        }
    }
    let numeric = (0..)
        .zip(&intake.fields)
        .zip(filled)
        .filter(|((field, _), (count, numeric))| *numeric && *count > 0 && key != Some(Field::Property(*field)));
    numeric.map(|((_, name), (filled, _))| NumericField { name: name.clone(), filled }).collect()
}

/// Where a key stands, and the numbers of the features that have it.
struct Entry {
    place: usize,
    features: Vec<u64>,
}

fn districts(
    features: Vec<Feature>,
    texts: Vec<Option<String>>,
    fields: &Fields<'_>,
    findings: &mut Findings,
) -> (Vec<District>, Vec<MultiPolygon<f64>>, Vec<DistrictKey>) {
    let (mut districts, mut polygons): (Vec<District>, Vec<MultiPolygon<f64>>) = (Vec::new(), Vec::new());
    let mut entries: HashMap<String, Entry> = HashMap::new();
    let mut without = Vec::new();
    let lookalikes: HashSet<String> = texts.iter().flatten().filter(|it| it.starts_with('#')).cloned().collect();
    for (mut feature, text) in features.into_iter().zip(texts).filter(|it| it.0.problem.is_none()) {
        let boundary = feature.boundary();
        let key = text.unwrap_or_else(|| {
            let key = keyless(feature.number, &lookalikes);
            without.push((feature.number, key.clone()));
            key
        });
        if let Some(entry) = entries.get_mut(&key) {
            entry.features.push(feature.number);
            if let Some(all) = polygons.get_mut(entry.place) {
                all.0.extend(boundary.0);
            }
            continue;
        }
        districts.push(district(&key, &feature, fields));
        polygons.push(boundary);
        entries.insert(key, Entry { place: districts.len() - 1, features: vec![feature.number] });
    }
    shorten_names(&mut districts, findings);
    tell_repeated(&districts, &entries, findings);
    tell_missing(&without, districts.len(), findings);
    let twice = |it: &&District| entries.get(it.key.as_str()).is_some_and(|it| it.features.len() > 1);
    let repeated = districts.iter().filter(twice).map(|it| it.key.clone()).collect();
    (districts, polygons, repeated)
}

/// A name as long as a book is cut, and that is told once.
fn shorten_names(districts: &mut [District], findings: &mut Findings) {
    let (mut count, mut first) = (0_u64, None);
    for district in districts {
        let Some(name) = text::shortened(&district.name) else { continue };
        district.name = name;
        count += 1;
        first.get_or_insert_with(|| district.key.to_string());
    }
    if count > 0 {
        let message = say!("storage-name-shortened", count, most = text::LONGEST_NAME);
        let told = finding(Severity::Warning, codes::NAME_SHORTENED, message, say!("storage-remedy-name-shortened"));
        findings.push(at(told, Place { key: first.and_then(|it| text::shortened(&it).or(Some(it))), ..Place::default() }));
    }
}

/// The key of a feature without key: `#` and its number, and a stroke more where another feature calls itself so. It joins nothing.
fn keyless(number: u64, lookalikes: &HashSet<String>) -> String {
    let mut key = format!("#{number}");
    while lookalikes.contains(&key) {
        key.push('\'');
    }
    key
}

fn district(key: &str, feature: &Feature, fields: &Fields<'_>) -> District {
    let name = fields.name.and_then(|it| it.of(feature)).and_then(Scalar::text);
    let own = |field: u32| fields.key == Some(Field::Property(field)) || fields.name == Some(Field::Property(field));
    let attributes: BTreeMap<String, String> = feature
        .properties
        .iter()
        .filter(|it| !own(it.0))
        .filter_map(|(field, value)| Some((fields.names.get(*field as usize)?.clone(), value.text()?)))
        .collect();
    District { key: DistrictKey::new(key), name: name.unwrap_or_else(|| key.to_owned()), attributes }
}

fn tell_repeated(districts: &[District], entries: &HashMap<String, Entry>, findings: &mut Findings) {
    for district in districts {
        let Some(entry) = entries.get(district.key.as_str()).filter(|it| it.features.len() > 1) else { continue };
        let key = district.key.as_str();
        let place = Place { feature: entry.features.get(1).copied(), key: Some(key.to_owned()), ..Place::default() };
        let numbers: Vec<u64> = entry.features.iter().take(20).copied().collect();
        let message = say!("storage-key-repeated", key, name = &district.name, numbers);
        findings.push(at(finding(Severity::Warning, codes::KEY_REPEATED, message, say!("storage-remedy-key-repeated")), place));
    }
}

fn tell_missing(without: &[(u64, String)], districts: usize, findings: &mut Findings) {
    if districts > 0 && without.len() == districts {
        let message = say!("storage-key-missing-everywhere");
        findings.push(finding(Severity::Warning, codes::KEY_MISSING, message, say!("storage-remedy-key-missing")));
        return;
    }
    for (number, key) in without {
        let place = Place { feature: Some(*number), key: Some(key.clone()), ..Place::default() };
        let message = say!("storage-key-missing", key);
        findings.push(at(finding(Severity::Warning, codes::KEY_MISSING, message, say!("storage-remedy-key-missing")), place));
    }
}

/// West, south, east, north in degrees.
fn bbox_wgs84(polygons: &[MultiPolygon<f64>], crs: Crs) -> Option<[f64; 4]> {
    let all = polygons.iter().flatten();
    let bounds = if crs.is_geographic() {
        all.filter_map(rings::bounds_of).reduce(Bounds::union)
    } else {
        let projector = Projector::between(crs, Crs::WGS84).ok()?;
        all.filter_map(|it| in_degrees(it, &projector)).reduce(Bounds::union)
    }?;
    Some([bounds.min[0], bounds.min[1], bounds.max[0], bounds.max[1]])
}

fn in_degrees(polygon: &Polygon<f64>, projector: &Projector) -> Option<Bounds> {
    let mut points: Vec<Point> = polygon.exterior().0.iter().map(|it| [it.x, it.y]).collect();
    projector.project(&mut points).ok()?;
    Bounds::of(points)
}
