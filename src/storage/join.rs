//! Joining: which district of the map each key of a file means, and what found no partner.
//!
//! Keys are compared as text first. What does not fit is tried again as offices write the same key differently: ARS (12
//! digits) against AGS (8), a leading zero lost in a spreadsheet, the state's two digits left out (LSN), upper and lower
//! case, at last the name where only one district has it.
//! **Promise.** A key that was read differently is told. A district gets the values of one key only: an exact one wins.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    sync::Arc,
};

use crate::{
    geometry::DistrictIx,
    model::{
        catalog::{Catalog, Register, Series},
        finding::{Findings, Place, Severity},
        id::{DistrictKey, IndicatorId},
        indicator::Role,
        value::State,
    },
    storage::{
        codes::{self, at, finding},
        indicators::{IndicatorFile, KeyedSeries},
        limits::Limits,
    },
    words::say,
};

/// How many values of each state found a district.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct States {
    /// Numbers, zeros included.
    pub known: u64,
    /// Secrets.
    pub suppressed: u64,
    /// Holes that the file names.
    pub missing: u64,
}

/// What came of a join.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct JoinReport {
    /// Districts with at least one row.
    pub matched: usize,
    /// Districts of the map without any row, in map order.
    pub only_in_map: Vec<DistrictKey>,
    /// Keys of the file that the map doesn't have, in file order.
    pub only_in_file: Vec<String>,
    /// Keys that stand more than once on either side: several features of the map have it, the file has more than one value in its
    /// place, or another key of the file means the same district.
    pub duplicates: Vec<String>,
    /// The indicators, in file order.
    pub indicators: Vec<IndicatorId>,
    /// Rows that found a district.
    pub values: u64,
    /// Their states.
    pub states: States,
    /// What was noticed.
    pub findings: Findings,
}

impl JoinReport {
    fn add_duplicates(&mut self, keys: impl Iterator<Item = String>) {
        let mut there: HashSet<String> = self.duplicates.iter().cloned().collect();
        self.duplicates.extend(keys.filter(|it| there.insert(it.clone())));
    }
}

/// People are counted by one indicator: the one that the project has already goes on doing so, and that is told where a file brings
/// another one.
pub fn people_counted_already(catalog: &Catalog, file: &IndicatorFile) -> Findings {
    let mut findings = Findings::default();
    let brought = file.series.iter().find(|it| it.indicator.role == Some(Role::Population)).map(|it| it.indicator.id.as_str());
    let there = catalog.with_role(Role::Population).map(|it| it.indicator.id.as_str());
    if let (Some(wanted), Some(id)) = (brought, there)
        && wanted != id
    {
        let message = say!("storage-people-counted-already", wanted, id);
        findings.push(finding(Severity::Warning, codes::ROLE_TAKEN, message, say!("storage-remedy-people-counted", id)));
    }
    findings
}

/// Joins the values of a file to the districts of a map.
pub fn join(register: &Register, file: IndicatorFile, limits: &Limits) -> (Vec<Arc<Series>>, JoinReport) {
    let matching = Matching::of(register, &file.districts);
    let mut report = matching.report(register, &file.districts);
    report.add_duplicates(file.repeated.iter().cloned());
    report.add_duplicates(register.repeated().iter().map(ToString::to_string));
    let mut room = usize::try_from(limits.cells).unwrap_or(usize::MAX);
    let mut joined = Vec::with_capacity(file.series.len());
    for series in file.series {
        let cells = used_periods(&series).len().saturating_mul(register.len());
        if cells > room {
            let place = Place { key: Some(series.indicator.id.to_string()), ..Place::default() };
            let message = say!("storage-too-many-cells", most = limits.cells);
            report.findings.push(at(finding(Severity::Error, codes::TOO_MANY_CELLS, message, say!("storage-remedy-smaller")), place));
            continue;
        }
        room -= cells;
        report.indicators.push(series.indicator.id.clone());
        joined.push(Arc::new(placed(series, &file.periods, &matching.district, register.len(), &mut report)));
    }
    (joined, report)
}

fn used_periods(series: &KeyedSeries) -> BTreeSet<u32> {
    series.values.iter().map(|it| it.period).collect()
}

fn placed(
    series: KeyedSeries,
    periods: &[crate::model::period::Period],
    district: &[Option<DistrictIx>],
    districts: usize,
    report: &mut JoinReport,
) -> Series {
    let used = used_periods(&series).iter().filter_map(|it| periods.get(*it as usize).cloned()).collect();
    let mut joined = Series::empty(series.indicator, used, districts);
    for value in &series.values {
        let place = periods.get(value.period as usize).and_then(|it| joined.period_index(it));
        let district = district.get(value.district as usize).copied().flatten();
        let (Some(period), Some(district)) = (place, district) else { continue };
        joined.put(period, district, value.cell);
        report.values += 1;
        match value.cell.state {
            State::Known | State::Partial => report.states.known += 1,
            State::Suppressed(_) => report.states.suppressed += 1,
            State::Missing(_) => report.states.missing += 1,
        }
    }
    joined.breaks = series.breaks;
    joined.references = series.references;
    joined
}

/// The district of every key of a file.
struct Matching {
    district: Vec<Option<DistrictIx>>,
    adapted: Vec<(usize, DistrictIx)>,
    repeated: Vec<usize>,
}

impl Matching {
    fn of(register: &Register, keys: &[String]) -> Self {
        let mut it = Self { district: vec![None; keys.len()], adapted: Vec::new(), repeated: Vec::new() };
        let mut taken = vec![false; register.len()];
        for (place, key) in keys.iter().enumerate() {
            let exact = register.find(&DistrictKey::new(key)).filter(|_| !key.starts_with('#'));
            it.take(place, exact, &mut taken);
        }
        let forms = Forms::of(register);
        for (place, key) in keys.iter().enumerate() {
            if it.district.get(place).is_some_and(Option::is_some) {
                continue;
            }
            let found = forms.find(key);
            if it.take(place, found, &mut taken) {
                it.adapted.extend(found.map(|district| (place, district)));
            }
        }
        it
    }

    /// Gives a district to a key unless another key has it; the result says whether it was given.
    fn take(&mut self, place: usize, district: Option<DistrictIx>, taken: &mut [bool]) -> bool {
        let Some((district, taken)) = district.and_then(|it| Some((it, taken.get_mut(it.0 as usize)?))) else { return false };
        if std::mem::replace(taken, true) {
            self.repeated.push(place);
            return false;
        }
        if let Some(it) = self.district.get_mut(place) {
            *it = Some(district);
        }
        true
    }

    fn report(&self, register: &Register, keys: &[String]) -> JoinReport {
        let texts = |places: &[usize]| -> Vec<String> { places.iter().filter_map(|it| keys.get(*it).cloned()).collect() };
        let mut joined = vec![false; register.len()];
        self.district.iter().flatten().for_each(|it| {
            if let Some(place) = joined.get_mut(it.0 as usize) {
                *place = true;
            }
        });
        let lonely: Vec<usize> =
            (0..keys.len()).filter(|it| self.district.get(*it) == Some(&None) && !self.repeated.contains(it)).collect();
        let mut report = JoinReport {
            matched: joined.iter().filter(|it| **it).count(),
            only_in_map: register.iter().filter(|it| joined.get(it.0.0 as usize) == Some(&false)).map(|it| it.1.key.clone()).collect(),
            only_in_file: texts(&lonely),
            duplicates: texts(&self.repeated),
            ..JoinReport::default()
        };
        self.tell(register, keys, &mut report);
        report
    }

    fn tell(&self, register: &Register, keys: &[String], report: &mut JoinReport) {
        let findings = &mut report.findings;
        if let Some((place, district)) = self.adapted.first() {
            let (count, key) = (self.adapted.len(), keys.get(*place).cloned().unwrap_or_default());
            let as_key = register.get(*district).map(|it| it.key.to_string()).unwrap_or_default();
            let message = say!("storage-join-keys-adapted", count, key, as_key);
            findings.push(finding(Severity::Note, codes::JOIN_KEYS_ADAPTED, message, say!("storage-remedy-join-adapted")));
        }
        if !report.duplicates.is_empty() {
            let message = say!("storage-join-repeated", count = report.duplicates.len(), keys = first(&report.duplicates));
            findings.push(finding(Severity::Warning, codes::JOIN_REPEATED, message, say!("storage-remedy-join-repeated")));
        }
        if !report.only_in_file.is_empty() {
            let severity = if report.matched == 0 { Severity::Error } else { Severity::Warning };
            let message = say!("storage-join-only-in-file", count = report.only_in_file.len(), keys = first(&report.only_in_file));
            findings.push(finding(severity, codes::JOIN_ONLY_IN_FILE, message, say!("storage-remedy-join-file")));
        }
        if !report.only_in_map.is_empty() {
            let keys: Vec<String> = report.only_in_map.iter().map(ToString::to_string).collect();
            let message = say!("storage-join-only-in-map", count = keys.len(), keys = first(&keys));
            findings.push(finding(Severity::Note, codes::JOIN_ONLY_IN_MAP, message, say!("storage-remedy-join-map")));
        }
    }
}

/// Finds districts of a map by their keys, exactly or as offices write them differently.
#[derive(Debug)]
pub struct Keys<'a> {
    register: &'a Register,
    forms: Forms,
}

impl<'a> Keys<'a> {
    /// The keys of this map.
    pub fn of(register: &'a Register) -> Self {
        Self { register, forms: Forms::of(register) }
    }

    /// The district that a key means.
    pub fn find(&self, key: &str) -> Option<DistrictIx> {
        self.register.find(&DistrictKey::new(key)).or_else(|| self.forms.find(key))
    }

    /// The key of a district as the map writes it.
    pub fn key(&self, district: DistrictIx) -> Option<DistrictKey> {
        self.register.get(district).map(|it| it.key.clone())
    }
}

/// The first few, for a sentence.
pub(super) fn first(keys: &[String]) -> Vec<String> {
    let mut list: Vec<String> = keys.iter().take(5).cloned().collect();
    if keys.len() > list.len() {
        list.push("…".to_owned());
    }
    list
}

/// The districts of a map by other ways of writing their keys; a way that two districts share finds neither.
#[derive(Debug)]
struct Forms {
    of: HashMap<String, Option<DistrictIx>>,
    names: HashMap<String, Option<DistrictIx>>,
    state: Option<String>,
}

impl Forms {
    fn of(register: &Register) -> Self {
        let mut it = Self { of: HashMap::new(), names: HashMap::new(), state: common_state(register) };
        for (place, district) in register.iter().filter(|it| !it.1.key.as_str().starts_with('#')) {
            for form in forms(district.key.as_str(), None) {
                add(&mut it.of, form, place);
            }
            add(&mut it.names, folded(&district.name), place);
        }
        it
    }

    fn find(&self, key: &str) -> Option<DistrictIx> {
        let by_form = forms(key, self.state.as_deref()).into_iter().find_map(|it| self.of.get(&it).copied().flatten());
        by_form.or_else(|| self.names.get(&folded(key)).copied().flatten())
    }
}

fn add(to: &mut HashMap<String, Option<DistrictIx>>, form: String, place: DistrictIx) {
    to.entry(form).and_modify(|it| *it = it.filter(|it| *it == place)).or_insert(Some(place));
}

/// Every way in which a key could have been written, best first. `state` are two digits that may have been left out.
fn forms(key: &str, state: Option<&str>) -> Vec<String> {
    let key = key.trim();
    let mut forms = vec![key.to_lowercase()];
    if !key.is_empty() && key.bytes().all(|it| it.is_ascii_digit()) {
        let whole = match key.len() {
            4 | 7 | 11 => format!("0{key}"),
            6 => state.map_or_else(|| key.to_owned(), |it| format!("{it}{key}")),
            _ => key.to_owned(),
        };
        if let (12, Some(county), Some(place)) = (whole.len(), whole.get(..5), whole.get(9..)) {
            forms.push(format!("{county}{place}")); // ARS without the four digits of the Verband is the AGS
        }
        forms.push(whole);
    }
    forms
}

/// The two digits of the state, if every key of the map is an AGS or ARS of the same one.
fn common_state(register: &Register) -> Option<String> {
    let mut states = register.districts().iter().map(|it| {
        let key = it.key.as_str();
        let office = matches!(key.len(), 8 | 12) && key.bytes().all(|it| it.is_ascii_digit());
        key.get(..2).filter(|_| office)
    });
    let first = states.next()??;
    states.all(|it| it == Some(first)).then(|| first.to_owned())
}

/// A name without case, umlauts and blanks around it.
fn folded(name: &str) -> String {
    name.trim().to_lowercase().replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::catalog::District;

    fn register(districts: &[(&str, &str)]) -> Register {
        let district =
            |(key, name): &(&str, &str)| District { key: DistrictKey::new(key), name: (*name).to_owned(), attributes: Default::default() };
        Register::new(districts.iter().map(district).collect())
    }

    fn keys(keys: &[&str]) -> IndicatorFile {
        IndicatorFile { districts: keys.iter().map(|it| (*it).to_owned()).collect(), ..IndicatorFile::default() }
    }

    #[test]
    fn the_same_key_is_found_in_every_way_of_writing_it() {
        let map = register(&[("03159016", "Göttingen"), ("03159001", "Adelebsen")]);
        for key in ["03159016", "3159016", "031590016016", "31590016016", "159016", " 03159016 ", "Göttingen", "GOETTINGEN"] {
            let (_, report) = join(&map, keys(&[key]), &Limits::default());
            assert_eq!((report.matched, report.only_in_map.len()), (1, 1), "{key}");
            assert_eq!(report.findings.listed().iter().any(|it| it.code == codes::JOIN_KEYS_ADAPTED), key != "03159016", "{key}");
        }
        for key in ["03159099", "16", "", "#1"] {
            assert_eq!(join(&map, keys(&[key]), &Limits::default()).1.only_in_file, [key], "{key}");
        }
    }

    #[test]
    fn an_exact_key_wins_over_an_adapted_one() {
        let map = register(&[("03159016", "Göttingen")]);
        let (_, report) = join(&map, keys(&["3159016", "03159016"]), &Limits::default());
        assert_eq!((report.matched, report.duplicates), (1, vec!["3159016".to_owned()]));
    }

    #[test]
    fn a_name_that_two_districts_have_finds_neither() {
        let map = register(&[("1", "Schloßstraße"), ("2", "Schloßstraße")]);
        assert_eq!(join(&map, keys(&["Schloßstraße"]), &Limits::default()).1.only_in_file, ["Schloßstraße"]);
    }

    #[test]
    fn a_map_of_ars_joins_a_file_of_ags() {
        let map = register(&[("031590016016", "Göttingen")]);
        assert_eq!(join(&map, keys(&["03159016"]), &Limits::default()).1.matched, 1);
    }
}
