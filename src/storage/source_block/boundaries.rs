//! The form in which boundaries are kept.

use std::collections::{BTreeMap, HashSet};

use geo::{Coord, LineString, MultiPolygon, Polygon};
use serde::{Deserialize, Serialize};

use crate::{
    geometry::projection::Crs,
    model::{catalog::District, finding::Findings, id::DistrictKey},
    storage::{
        geojson::{BoundaryFile, NumericField},
        limits::Limits,
    },
};

type Ring = Vec<(f64, f64)>;

/// Everything of a [`BoundaryFile`] that lasts.
#[derive(Serialize, Deserialize)]
pub(super) struct Form {
    districts: Vec<DistrictForm>,
    crs: String,
    guessed: bool,
    key_field: Option<String>,
    name_field: Option<String>,
    numeric_fields: Vec<(String, u64)>,
    features: u64,
    vertices: u64,
    bbox: Option<[f64; 4]>,
    notice: Option<String>,
}

/// The second version: also which keys several features had. The first is still written where none was repeated.
#[derive(Serialize, Deserialize)]
pub(super) struct Form2 {
    first: Form,
    repeated: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct DistrictForm {
    key: String,
    name: String,
    attributes: BTreeMap<String, String>,
    polygons: Vec<Vec<Ring>>,
}

impl Form2 {
    pub(super) fn of(file: &BoundaryFile) -> Self {
        Self { first: Form::of(file), repeated: file.repeated.iter().map(ToString::to_string).collect() }
    }

    /// The file again; `None` for a form that no reader would have made.
    pub(super) fn file(self, limits: &Limits) -> Option<BoundaryFile> {
        let file = self.first.file(limits)?;
        let repeated: Vec<DistrictKey> = self.repeated.into_iter().map(DistrictKey::new).collect();
        let known: HashSet<&DistrictKey> = file.districts.iter().map(|it| &it.key).collect();
        let holds = !repeated.is_empty() && repeated.iter().all(|it| known.contains(it));
        holds.then_some(BoundaryFile { repeated, ..file })
    }
}

impl Form {
    pub(super) fn of(file: &BoundaryFile) -> Self {
        let district = |(it, boundary): (&District, &MultiPolygon<f64>)| DistrictForm {
            key: it.key.to_string(),
            name: it.name.clone(),
            attributes: it.attributes.clone(),
            polygons: boundary.iter().map(|it| std::iter::once(it.exterior()).chain(it.interiors()).map(ring).collect()).collect(),
        };
        Self {
            districts: file.districts.iter().zip(&file.polygons).map(district).collect(),
            crs: file.crs.to_string(),
            guessed: file.crs_was_guessed,
            key_field: file.key_field.clone(),
            name_field: file.name_field.clone(),
            numeric_fields: file.numeric_fields.iter().map(|it| (it.name.clone(), it.filled as u64)).collect(),
            features: file.features as u64,
            vertices: file.vertices,
            bbox: file.bbox_wgs84,
            notice: file.notice.clone(),
        }
    }

    /// The file again; `None` for a form that no reader would have made.
    pub(super) fn file(self, limits: &Limits) -> Option<BoundaryFile> {
        let crs = Crs::parse(&self.crs)?;
        let bbox_holds = self.bbox.is_none_or(|it| it.iter().all(|number| number.is_finite()));
        if self.districts.is_empty() || self.districts.len() > limits.districts || !bbox_holds {
            return None;
        }
        let mut keys = HashSet::new();
        let (mut districts, mut polygons, mut room) = (Vec::new(), Vec::new(), limits.vertices);
        for it in self.districts {
            if it.key.is_empty() || !keys.insert(it.key.clone()) {
                return None;
            }
            polygons.push(boundary(it.polygons, &mut room)?);
            districts.push(District { key: DistrictKey::new(it.key), name: it.name, attributes: it.attributes });
        }
        let numeric_fields = self.numeric_fields.into_iter().map(|(name, filled)| {
            let filled = usize::try_from(filled).unwrap_or(usize::MAX).min(districts.len());
            NumericField { name, filled }
        });
        Some(BoundaryFile {
            numeric_fields: numeric_fields.collect(),
            districts,
            repeated: Vec::new(),
            polygons,
            crs,
            crs_was_guessed: self.guessed,
            key_field: self.key_field,
            name_field: self.name_field,
            features: usize::try_from(self.features).ok()?,
            vertices: self.vertices,
            bbox_wgs84: self.bbox,
            notice: self.notice,
            findings: Findings::default(),
        })
    }
}

fn ring(ring: &LineString<f64>) -> Ring {
    ring.0.iter().map(|it| (it.x, it.y)).collect()
}

fn boundary(polygons: Vec<Vec<Ring>>, room: &mut u64) -> Option<MultiPolygon<f64>> {
    if polygons.is_empty() {
        return None;
    }
    let polygon = |rings: Vec<Ring>| {
        let mut rings = rings.into_iter().map(|it| line(it, room)).collect::<Option<Vec<_>>>()?.into_iter();
        Some(Polygon::new(rings.next()?, rings.collect()))
    };
    polygons.into_iter().map(polygon).collect::<Option<Vec<_>>>().map(MultiPolygon)
}

/// A ring as readers make them: closed, four positions or more, all of them numbers.
fn line(ring: Ring, room: &mut u64) -> Option<LineString<f64>> {
    *room = room.checked_sub(ring.len() as u64)?;
    let holds = ring.len() >= 4 && ring.first() == ring.last() && ring.iter().all(|it| it.0.is_finite() && it.1.is_finite());
    holds.then(|| LineString::new(ring.into_iter().map(|(x, y)| Coord { x, y }).collect()))
}
