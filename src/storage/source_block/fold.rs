//! Folding: the project's blocks, in their order, become the catalog.
//!
//! **Promise.** Boundaries come first whatever the order. For the same indicator, period and district the later source counts,
//! each value keeps the source that delivered it, and that something was replaced is told. Where a later source measures something
//! else under the same id (unit, rule of pooling, factor, scope, what is divided by what), values of both never stand together: it
//! replaces the whole indicator.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use super::{decode_boundaries, decode_indicators};
use crate::{
    geometry::{
        DistrictIx,
        projection::{Crs, Projector},
    },
    model::{
        catalog::{Catalog, Deliverer, Series},
        finding::{Finding, Findings, Place, Severity},
        id::IndicatorId,
        indicator::Indicator,
        period::Period,
        source::{Source, SourceKind},
        value::Cell,
    },
    storage::{
        codes::{self, at, finding},
        geojson::BoundaryFile,
        ground::{ground_of_watched, project},
        join::join,
        limits::Limits,
        refused::Refused,
        watch::Watch,
    },
    words::say,
};

/// The catalog of these blocks, and what was noticed while they were put together.
///
/// # Errors
/// A block is damaged, there are no boundaries, or boundaries in different systems cannot be brought together.
pub fn catalog_of<B: AsRef<[u8]>>(blocks: &[(Source, B)], revision: u64, limits: &Limits) -> Result<(Catalog, Findings), Refused> {
    catalog_of_watched(blocks, revision, limits, &Watch::default())
}

/// The same, watched.
///
/// # Errors
/// As [`catalog_of`], and where it was stopped.
pub fn catalog_of_watched<B: AsRef<[u8]>>(
    blocks: &[(Source, B)],
    revision: u64,
    limits: &Limits,
    watch: &Watch,
) -> Result<(Catalog, Findings), Refused> {
    let of_kind = |kind: SourceKind| blocks.iter().filter(move |it| it.0.kind == kind);
    let mut boundaries: Option<BoundaryFile> = None;
    for (source, bytes) in of_kind(SourceKind::Boundaries) {
        watch.check()?;
        let file = decode_boundaries(bytes.as_ref(), limits).map_err(|it| it.of_file(source.file_name.as_ref()))?;
        boundaries = Some(match boundaries {
            None => file,
            Some(first) => together(first, file)?,
        });
    }
    let boundaries = boundaries.ok_or_else(|| {
        Refused::new(finding(Severity::Error, codes::NO_DISTRICTS, say!("storage-no-boundaries"), say!("storage-remedy-no-districts")))
    })?;
    let (register, ground, mut findings) = ground_of_watched(boundaries, &watch.part(0.1, 0.7))?;
    let mut list = Merged::default();
    for (number, (source, bytes)) in of_kind(SourceKind::Indicators).enumerate() {
        watch.part(0.7, 1.0).at(number as u64, blocks.len() as u64)?;
        let file = decode_indicators(bytes.as_ref(), limits).map_err(|it| it.of_file(source.file_name.as_ref()))?;
        let (series, report) = join(&register, file, limits);
        findings.extend(report.findings);
        series.into_iter().for_each(|it| list.add(it, register.len(), source, &mut findings));
    }
    let mut notices: Vec<String> = Vec::new();
    for (source, _) in blocks {
        if !source.notice.trim().is_empty() && !notices.contains(&source.notice) {
            notices.push(source.notice.clone());
        }
    }
    Ok((Catalog::new(register, ground, list.series, notices, revision), findings))
}

/// Two boundary files as one; a district that both have is the first one's.
fn together(mut first: BoundaryFile, mut second: BoundaryFile) -> Result<BoundaryFile, Refused> {
    let apart = |_| {
        let message = say!("storage-boundaries-apart");
        Refused::new(finding(Severity::Error, codes::CRS_UNKNOWN, message, say!("storage-remedy-crs")))
    };
    if first.crs != second.crs {
        to_degrees(&mut first).map_err(apart)?;
        to_degrees(&mut second).map_err(apart)?;
    }
    let twice: HashSet<_> = second.repeated.into_iter().collect();
    for (district, boundary) in second.districts.into_iter().zip(second.polygons) {
        if first.districts.iter().all(|it| it.key != district.key) {
            first.repeated.extend(twice.get(&district.key).cloned());
            first.districts.push(district);
            first.polygons.push(boundary);
        }
    }
    first.bbox_wgs84 = match (first.bbox_wgs84, second.bbox_wgs84) {
        (Some(a), Some(b)) => Some([a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]),
        (a, b) => a.or(b),
    };
    Ok(first)
}

fn to_degrees(file: &mut BoundaryFile) -> Result<(), ()> {
    let projector = Projector::between(file.crs, Crs::WGS84).map_err(|_| ())?;
    let mut points = Vec::new();
    let whole = file.polygons.iter_mut().all(|it| project(it, &projector, &mut points));
    file.crs = Crs::WGS84;
    if whole { Ok(()) } else { Err(()) }
}

/// Series of all sources so far.
#[derive(Default)]
struct Merged {
    series: Vec<Arc<Series>>,
    place: HashMap<IndicatorId, usize>,
}

impl Merged {
    fn add(&mut self, later: Arc<Series>, districts: usize, source: &Source, findings: &mut Findings) {
        let id = later.indicator.id.clone();
        let Some(place) = self.place.get(&id).copied() else {
            self.place.insert(id, self.series.len());
            self.series.push(later);
            return;
        };
        let Some(earlier) = self.series.get_mut(place) else { return };
        replaced_by(earlier, &later, &source.file_name).into_iter().for_each(|it| findings.push(it));
        *earlier = if is_another(earlier, &later) { later } else { Arc::new(merged(earlier, &later, districts)) };
    }
}

/// Whether the later one measures something else, so that values of both side by side would be a wrong series.
fn is_another(earlier: &Series, later: &Series) -> bool {
    let (one, other) = (&earlier.indicator, &later.indicator);
    let apart = |of: fn(&Indicator) -> &Option<IndicatorId>| of(one).is_some() && of(other).is_some() && of(one) != of(other);
    (one.pooling, one.factor, one.unit.trim(), one.scope) != (other.pooling, other.factor, other.unit.trim(), other.scope)
        || apart(|it| &it.numerator)
        || apart(|it| &it.denominator)
        || apart(|it| &it.weight)
}

/// Cells that say anything, with the place of their period and their district.
fn told_cells(series: &Series) -> impl Iterator<Item = (usize, DistrictIx, &Cell)> {
    let of_period = |at: usize| (0..).map(DistrictIx).zip(series.at(at)).map(move |(district, cell)| (at, district, cell));
    (0..series.periods().len()).flat_map(of_period).filter(|it| *it.2 != Cell::ABSENT)
}

/// What becomes of an indicator's values when a file brings the indicator again.
pub fn replaced_by(earlier: &Series, later: &Series, name: &str) -> Option<Finding> {
    let id = later.indicator.id.as_str();
    let source = Some(earlier.indicator.source.as_str()).filter(|it| !it.is_empty()).unwrap_or("–");
    let place = Place { key: Some(id.to_owned()), ..Place::default() };
    if is_another(earlier, later) {
        let message = say!("storage-source-replaces-whole", name, count = told_cells(earlier).count(), id, source);
        let remedy = say!("storage-remedy-source-replaces-whole");
        return Some(at(finding(Severity::Warning, codes::SOURCE_REPLACES, message, remedy), place));
    }
    let before =
        |(at, district, _): &(usize, DistrictIx, &Cell)| Some(earlier.cell(earlier.period_index(later.periods().get(*at)?)?, *district));
    let count = told_cells(later).filter(|it| before(it).is_some_and(|before| before != Cell::ABSENT && before != *it.2)).count();
    let message = say!("storage-source-replaces", name, count, id, source);
    let told = finding(Severity::Warning, codes::SOURCE_REPLACES, message, say!("storage-remedy-source-replaces"));
    (count > 0).then(|| at(told, place))
}

/// Both together: the later definition, and of each cell the later one where it says anything, each with whoever delivered it.
/// What was kept back in either is kept back: the larger of the two smallest counts holds.
fn merged(earlier: &Series, later: &Series, districts: usize) -> Series {
    let periods: Vec<Period> = earlier.periods().iter().chain(later.periods()).cloned().collect();
    let mut all = Series::empty(later.indicator.clone(), periods, districts);
    all.indicator.min_count = earlier.indicator.min_count.max(later.indicator.min_count);
    all.indicator.role = later.indicator.role.or(earlier.indicator.role);
    all.take_over(earlier);
    all.take_over(later);
    Deliverer { source: all.indicator.source, licence: all.indicator.licence } = all.all_deliverers();
    all.breaks = if later.breaks.is_empty() { earlier.breaks.clone() } else { later.breaks.clone() };
    all.references = earlier
        .references
        .iter()
        .filter(|it| later.references.iter().all(|new| (&new.area, &new.period) != (&it.area, &it.period)))
        .cloned()
        .collect();
    all.references.extend(later.references.iter().cloned());
    all
}
