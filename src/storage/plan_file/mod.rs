//! Plan files: which district belongs to which area, as a table.
//!
//! Read: `district;area`, also with `,` `|` or tab, with or without heading, quoted or not, in any usual encoding, and the
//! block-assignment files of redistricting programs. A third column names the area; wider tables must name their columns. Written: `;`, byte order mark and
//! CRLF, which is what Excel opens without asking.
//! **Promise.** A district is in one area or in none; what was left out, unknown or named twice is listed.
//! **Not here.** Areas as shapes (`report`).

mod columns;
mod table;

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    geometry::DistrictIx,
    model::{
        catalog::Register,
        finding::{Findings, Place, Severity},
        id::{AreaId, DistrictKey, PlanId},
        plan::Plan,
        planning_area::{Colour, Lock, PlanningArea},
    },
    storage::{
        codes::{self, at, finding},
        join::{Keys, first},
        limits::Limits,
        refused::Refused,
        text,
    },
    words::say,
};

/// A plan file as it was read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlanFile {
    /// Codes of the areas in order of appearance, with the name where the file gives one.
    pub areas: Vec<(String, Option<String>)>,
    /// The place of each assigned district's area in `areas`.
    pub area_of: BTreeMap<DistrictKey, usize>,
    /// Districts of the map that the file leaves out or without area, in map order.
    pub unassigned: Vec<DistrictKey>,
    /// Keys that the map does not have, in file order.
    pub unknown: Vec<String>,
    /// Districts that the file names more than once; the first line counts.
    pub duplicates: Vec<DistrictKey>,
    /// Rows, the heading not counted.
    pub rows: usize,
    /// What was noticed.
    pub findings: Findings,
}

impl PlanFile {
    /// How many districts have an area.
    pub fn assigned(&self) -> usize {
        self.area_of.len()
    }

    /// The file as a plan: areas in the order of the file, coloured in turn; see [`colour_areas`](crate::model::colouring::colour_areas).
    pub fn plan(&self, id: PlanId, name: impl Into<String>) -> Plan {
        let area = |(number, (code, name)): (usize, &(String, Option<String>))| PlanningArea {
            id: area_id(number),
            code: code.clone(),
            name: name.clone().unwrap_or_else(|| code.clone()),
            colour: Colour::of_area(number),
            reason: String::new(),
            lock: Lock::Free,
        };
        let areas = self.areas.iter().enumerate().map(area).collect();
        let area_of = self.area_of.iter().map(|(key, place)| (key.clone(), area_id(*place))).collect();
        Plan { areas, area_of, ..Plan::empty(id, name) }
    }
}

fn area_id(place: usize) -> AreaId {
    AreaId(u32::try_from(place).map_or(u32::MAX, |it| it.saturating_add(1)))
}

/// Reads a plan file for this map.
///
/// # Errors
/// The bytes are no text, there are too many rows, nobody can tell which column is the area, a row has none, a quotation mark stays open at the end of a line, or
/// not one district of the map is in it.
pub fn read(bytes: &[u8], register: &Register, limits: &Limits) -> Result<PlanFile, Refused> {
    let mut file = PlanFile::default();
    let keys = Keys::of(register);
    let rows = columns::arrange(table::read(bytes, limits, &mut file.findings)?, |key| keys.find(key).is_some())?;
    table::refuse_short_lines(&rows)?;
    file.rows = rows.len();
    let mut seen: Vec<Option<Option<usize>>> = vec![None; register.len()];
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows {
        take_row(&mut file, &row, &keys, &mut places, &mut seen);
    }
    if seen.iter().all(Option::is_none) {
        let message = say!("storage-plan-matches-nothing", rows = file.rows);
        let refused = Refused::new(finding(Severity::Error, codes::DISTRICT_UNKNOWN, message, say!("storage-remedy-join-file")));
        return Err(refused.with(file.findings));
    }
    for ((_, district), area) in register.iter().zip(seen) {
        match area.flatten() {
            Some(area) => {
                file.area_of.insert(district.key.clone(), area);
            }
            None => file.unassigned.push(district.key.clone()),
        }
    }
    tell_lists(&mut file);
    let codes: Vec<&str> = file.areas.iter().map(|it| it.0.as_str()).collect();
    columns::doubts(file.area_of.len(), &codes).into_iter().for_each(|it| file.findings.push(it));
    file.area_of.retain(|_, area| *area < file.areas.len());
    Ok(file)
}

/// What a plan file says before it is known which map it is for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Unplaced {
    /// Different keys in the first column.
    pub districts: usize,
    /// Rows, a heading not counted where it calls itself one.
    pub rows: u64,
    /// Whether nearly every row has a second column.
    pub two_columns: bool,
    /// What was noticed.
    pub findings: Findings,
}

/// Looks at a plan file without its map.
///
/// # Errors
/// The bytes are no text, there are too many rows, or nobody can tell which column is the area.
pub fn without_map(bytes: &[u8], limits: &Limits) -> Result<Unplaced, Refused> {
    let mut findings = Findings::default();
    let rows = columns::arrange(table::read(bytes, limits, &mut findings)?, |_| false)?;
    let districts: BTreeSet<&str> = rows.iter().map(|it| it.district.as_str()).collect();
    let areas: BTreeSet<&str> = rows.iter().map(|it| it.area.as_str()).filter(|it| !it.is_empty()).collect();
    let full = rows.iter().filter(|it| it.whole).count();
    let two_columns = full * 10 >= rows.len() * 9;
    if two_columns {
        table::refuse_short_lines(&rows)?;
        let areas: Vec<&str> = areas.into_iter().collect();
        columns::doubts(districts.len(), &areas).into_iter().for_each(|it| findings.push(it));
    }
    Ok(Unplaced { districts: districts.len(), rows: rows.len() as u64, two_columns, findings })
}

/// Takes one row; `seen` says of each district whether it had a row, and which area it got.
fn take_row(
    file: &mut PlanFile,
    row: &table::Row,
    keys: &Keys<'_>,
    places: &mut BTreeMap<String, usize>,
    seen: &mut [Option<Option<usize>>],
) {
    let key = Some(row.district.clone()).filter(|it| !it.is_empty());
    let place = Place { line: Some(row.line), key, ..Place::default() };
    if row.district.is_empty() {
        let message = say!("storage-line-incomplete");
        file.findings.push(at(finding(Severity::Warning, codes::LINE_INCOMPLETE, message, say!("storage-remedy-line")), place));
        return;
    }
    let Some(DistrictIx(number)) = keys.find(&row.district) else {
        file.unknown.push(row.district.clone());
        return;
    };
    let Some(slot) = seen.get_mut(number as usize) else { return };
    if slot.is_some() {
        file.duplicates.extend(keys.key(DistrictIx(number)).filter(|it| !file.duplicates.contains(it)));
        let message = say!("storage-district-repeated", key = &row.district);
        file.findings.push(at(finding(Severity::Warning, codes::DISTRICT_REPEATED, message, say!("storage-remedy-repeated")), place));
        return;
    }
    *slot = Some(None);
    if row.area.is_empty() {
        return;
    }
    let area = *places.entry(row.area.clone()).or_insert_with(|| {
        file.areas.push((row.area.clone(), None));
        file.areas.len() - 1
    });
    if let Some((_, name)) = file.areas.get_mut(area) {
        let own = || Some(text::shortened(&row.name).unwrap_or_else(|| row.name.clone())).filter(|it| !it.is_empty());
        *name = name.take().or_else(own);
    }
    *slot = Some(Some(area));
}

fn tell_lists(file: &mut PlanFile) {
    if !file.unknown.is_empty() {
        let message = say!("storage-district-unknown", count = file.unknown.len(), keys = first(&file.unknown));
        file.findings.push(finding(Severity::Warning, codes::DISTRICT_UNKNOWN, message, say!("storage-remedy-join-file")));
    }
    if !file.unassigned.is_empty() {
        let keys: Vec<String> = file.unassigned.iter().map(ToString::to_string).collect();
        let message = say!("storage-district-unassigned", count = keys.len(), keys = first(&keys));
        file.findings.push(finding(Severity::Note, codes::DISTRICT_UNASSIGNED, message, say!("storage-remedy-none")));
    }
}

/// A plan as a file: every district of the map in map order, without area where it has none.
pub fn write(plan: &Plan, register: &Register) -> Vec<u8> {
    let rows = register.districts().iter().map(|district| {
        let area = plan.area_of.get(&district.key).and_then(|it| plan.area(*it)).map_or("", |it| it.code.as_str());
        [district.key.as_str(), area]
    });
    table::write(std::iter::once(["district", "area"]).chain(rows))
}

#[cfg(test)]
mod tests;
