//! Columns: which column of a table holds the districts and which their areas, and whether the first line is a heading.
//!
//! Two columns are district and area, in this order unless the heading says otherwise; a third names the area. Of wider tables only
//! the heading can tell, in words of German or English offices or of redistricting programs.
//! **Promise.** What cannot be told is refused: no column is taken for areas only because it stands second.

use super::table::{Raw, Row};
use crate::{
    model::finding::{Finding, Place, Severity},
    storage::{
        codes::{self, at, finding},
        join::first,
        refused::Refused,
    },
    words::say,
};

/// What a column of districts is called; those in which areas are called so too stand last.
const DISTRICT_WORDS: [&str; 30] = [
    "district",
    "districtkey",
    "districtid",
    "key",
    "ags",
    "ars",
    "rs",
    "schluessel",
    "schlüssel",
    "gemeindeschlüssel",
    "gemeindeschluessel",
    "regionalschlüssel",
    "regionalschluessel",
    "gebiet",
    "gebietsschlüssel",
    "gebietsschluessel",
    "gebietseinheit",
    "gemeinde",
    "gemeindename",
    "gebietsname",
    "ort",
    "ortsteil",
    "geoid",
    "blockid",
    "block",
    "precinct",
    "id",
    "unit",
    "kennziffer",
    "nummer",
];
const AREA_WORDS: [&str; 28] = [
    "area",
    "areaid",
    "areacode",
    "areakey",
    "raum",
    "raumcode",
    "raumnummer",
    "raumnr",
    "raumid",
    "planungsraum",
    "planungsräume",
    "planungsraumcode",
    "sozialplanungsraum",
    "sozialraum",
    "planningarea",
    "zone",
    "bezirk",
    "region",
    "cluster",
    "gruppe",
    "group",
    "label",
    "assignment",
    "assigned",
    "zuordnung",
    "plan",
    "districtno",
    "district", // of a block
];
const NAME_WORDS: [&str; 8] = ["name", "areaname", "raumname", "planungsraumname", "sozialraumname", "bezeichnung", "title", "titel"];

/// A word of a heading as the lists have it: small, without marks between its parts, without the year behind it.
fn word(text: &str) -> String {
    let text = text.to_lowercase();
    let word: String = text.chars().filter(|it| !it.is_whitespace() && !"_-.".contains(*it)).collect();
    word.trim_end_matches(|it: char| it.is_ascii_digit()).to_owned()
}

fn is_in(words: &[&str], text: &str) -> bool {
    words.contains(&word(text).as_str())
}

/// Where district, area and the area's name stand.
struct Columns {
    district: usize,
    area: usize,
    name: Option<usize>,
}

const USUAL: Columns = Columns { district: 0, area: 1, name: Some(2) };

/// The rows below the heading, with district and area in their places. `known` says of a text whether it is a district of the map.
pub(super) fn arrange(mut raw: Vec<Raw>, known: impl Fn(&str) -> bool) -> Result<Vec<Row>, Refused> {
    let width = raw.iter().map(|it| it.fields.len()).max().unwrap_or(0);
    let headed = width > 1 && raw.first().is_some_and(|it| is_heading(it, &raw, &known));
    let heading = if headed { Some(raw.remove(0)) } else { None };
    let columns = match &heading {
        Some(heading) => named(heading, width)?,
        None if width > 3 => return Err(unclear(say!("storage-plan-without-heading", count = width), raw.first().map(|it| it.line))),
        None => USUAL,
    };
    let row = |it: Raw| {
        let field = |at: usize| it.fields.get(at).cloned().unwrap_or_default();
        let whole = it.fields.len() > columns.district.max(columns.area);
        Row {
            line: it.line,
            district: field(columns.district),
            area: field(columns.area),
            name: columns.name.map(field).unwrap_or_default(),
            whole,
        }
    };
    let rows = raw.into_iter().map(row);
    Ok(rows.filter(|it| !(it.district.is_empty() && it.area.is_empty())).collect())
}

/// Whether the first line is a heading: it calls its columns by name, or it is the only one without digits where all others have some.
fn is_heading(first: &Raw, raw: &[Raw], known: &impl Fn(&str) -> bool) -> bool {
    if first.fields.iter().take(1).any(|it| known(it)) {
        return false;
    }
    let named = first.fields.iter().any(|it| is_in(&AREA_WORDS, it)) || first.fields.first().is_some_and(|it| is_in(&DISTRICT_WORDS, it));
    let digits = |it: &str| it.bytes().any(|it| it.is_ascii_digit());
    let others = |at: usize| raw.iter().skip(1).take(50).filter_map(move |it| it.fields.get(at)).filter(|it| !it.is_empty());
    let stands_out = |at: usize| {
        let text = first.fields.get(at).map_or("", String::as_str);
        !text.is_empty() && !digits(text) && others(at).next().is_some() && others(at).all(|it| digits(it))
    };
    let before_known = first.fields.first().is_some_and(|it| !digits(it)) && others(0).next().is_some_and(|it| known(it));
    named || before_known || stands_out(0) || (first.fields.len() > 1 && stands_out(1) && number_only(raw, 1))
}

/// Whether a column holds nothing but numbers below its first line: what stands above them is no area.
fn number_only(raw: &[Raw], at: usize) -> bool {
    raw.iter().skip(1).filter_map(|it| it.fields.get(at)).all(|it| it.is_empty() || is_number(it))
}

fn is_number(text: &str) -> bool {
    text.replace(',', ".").parse::<f64>().is_ok()
}

fn named(heading: &Raw, width: usize) -> Result<Columns, Refused> {
    let fields = &heading.fields;
    let all =
        |words: &[&str]| -> Vec<usize> { (0..fields.len()).filter(|at| fields.get(*at).is_some_and(|it| is_in(words, it))).collect() };
    let (districts, mut areas) = (all(&DISTRICT_WORDS), all(&AREA_WORDS));
    if areas.len() > 1 || districts == areas {
        areas.retain(|it| !districts.contains(it)); // "district" is the district where anything else is the area
    }
    let name = all(&NAME_WORDS).first().copied();
    let of = |area: usize| districts.iter().copied().find(|it| *it != area);
    match areas.as_slice() {
        [area] => match of(*area) {
            Some(district) => Ok(Columns { district, area: *area, name: name.filter(|it| it != area && *it != district) }),
            None if width < 3 => Ok(Columns { district: 1 - (*area).min(1), area: *area, name: None }),
            None => Err(unclear(say!("storage-plan-without-district-column", present = first(fields)), Some(heading.line))),
        },
        _ if width < 3 => Ok(USUAL),
        _ => Err(unclear(say!("storage-plan-without-area-column", present = first(fields)), Some(heading.line))),
    }
}

fn unclear(message: crate::words::Message, line: Option<u64>) -> Refused {
    let place = Place { line, ..Place::default() };
    Refused::new(at(finding(Severity::Error, codes::PLAN_COLUMNS_UNCLEAR, message, say!("storage-remedy-plan-columns")), place))
}

/// What speaks against a table being a plan: nearly as many areas as districts, or measurements in the place of areas.
pub(super) fn doubts(districts: usize, areas: &[&str]) -> Option<Finding> {
    const FEW: usize = 6;
    let measured = |it: &&str| is_number(it) && it.contains(['.', ',']);
    let message = if !areas.is_empty() && areas.iter().all(measured) {
        say!("storage-plan-of-measurements", example = areas.first().copied().unwrap_or_default())
    } else if districts >= FEW && areas.len() * 5 >= districts * 4 {
        say!("storage-plan-of-single-districts", areas = areas.len(), districts)
    } else {
        return None;
    };
    Some(finding(Severity::Warning, codes::PLAN_DOUBTFUL, message, say!("storage-remedy-plan-doubtful")))
}
