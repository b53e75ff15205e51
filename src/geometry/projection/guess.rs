//! Guess: which system numbers without a name are probably in, and which one to compute in.

use super::Crs;
use crate::geometry::Bounds;

/// What the range of the coordinates suggests. Show it with a way to change it.
#[derive(Debug, Clone, PartialEq)]
pub struct Guess {
    /// The likeliest system.
    pub crs: Crs,
    /// Others that the numbers allow, likelier ones first.
    pub alternatives: Vec<Crs>,
    /// Whether latitude and longitude look swapped: numbers of Germany, north first.
    pub swapped: bool,
}

impl Guess {
    fn new(crs: Crs, alternatives: &[Crs]) -> Self {
        Self { crs, alternatives: alternatives.to_vec(), swapped: false }
    }
}

/// Guess from the rectangle around all coordinates. `None` where no system fits, not even a plane one
/// (no number, or beyond every plane).
///
/// The ranges are those of German data: UTM 280–920 km east and 5,200–6,100 km north, Web Mercator
/// 650–1,700 km and 6,000–7,400 km, Gauß-Krüger with its zone in the first digit.
pub fn guess_from_range(bounds: Bounds) -> Option<Guess> {
    let within =
        |x: [f64; 2], y: [f64; 2]| x[0] <= bounds.min[0] && bounds.max[0] <= x[1] && y[0] <= bounds.min[1] && bounds.max[1] <= y[1];
    let north = [5.2e6, 6.1e6];
    if within([5.5, 15.5], [47.0, 55.5]) {
        return Some(Guess::new(Crs::WGS84, &[]));
    }
    if within([47.0, 55.5], [5.5, 15.5]) {
        return Some(Guess { swapped: true, ..Guess::new(Crs::WGS84, &[]) });
    }
    if within([-180.0, 180.0], [-90.0, 90.0]) {
        return Some(Guess::new(Crs::WGS84, &[Crs::Plane]));
    }
    if within([2.8e5, 9.2e5], north) {
        let web = within([6.5e5, 1.7e6], [6.0e6, 7.4e6]).then_some(Crs::Epsg(3857));
        let others: Vec<Crs> = [Some(Crs::UTM33), web].into_iter().flatten().collect();
        return Some(Guess::new(Crs::UTM32, &others));
    }
    if within([6.5e5, 1.7e6], [6.0e6, 7.4e6]) {
        return Some(Guess::new(Crs::Epsg(3857), &[Crs::Plane]));
    }
    let zones = [(2.3e6, 31466), (3.3e6, 31467), (4.3e6, 31468), (5.3e6, 31469), (32.28e6, 4647), (33.2e6, 5650)];
    let zone = zones.iter().find(|(west, _)| within([*west, west + 6.4e5], north));
    if let Some(&(_, code)) = zone {
        return Some(Guess::new(Crs::Epsg(code), &[Crs::Plane]));
    }
    within([-1e12, 1e12], [-1e12, 1e12]).then(|| Guess::new(Crs::Plane, &[Crs::UTM32, Crs::UTM33]))
}

/// The system to measure in, for a map whose rectangle in degrees is given: ETRS89/UTM in Europe
/// (zone 32 or 33 for Germany, by the middle of the map), WGS 84/UTM elsewhere.
pub fn working_crs(degrees: Bounds) -> Crs {
    let [lon, lat] = degrees.centre();
    if !(lon.is_finite() && lat.is_finite()) {
        return Crs::Plane;
    }
    let in_germany = (5.5..=15.5).contains(&lon) && (47.0..=55.5).contains(&lat);
    if in_germany {
        return if lon < 12.0 { Crs::UTM32 } else { Crs::UTM33 };
    }
    let zone = ((lon + 180.0) / 6.0).floor().clamp(0.0, 59.0) as u16 + 1;
    let in_europe = (28..=38).contains(&zone) && (34.0..=84.0).contains(&lat);
    match (in_europe, lat < 0.0) {
        (true, _) => Crs::Epsg(25800 + zone),
        (false, false) => Crs::Epsg(32600 + zone),
        (false, true) => Crs::Epsg(32700 + zone),
    }
}
