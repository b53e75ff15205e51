//! Projection: which coordinate system numbers are in, and how they become metres and back.
//!
//! **Promise.** Degrees and metres are never mixed up: a [`Crs`] says which of the two it is. A number that lies
//! outside of a projection is told with its place in the list; nothing panics and nothing turns into nonsense silently.
//! **Not here.** Grid shift files: Gauß-Krüger coordinates come out within metres, and [`Crs::metres_off_without_grid`] says so.
//! **Why WGS 84 and ETRS89 are one.** In Germany they differ by less than a metre, and no file says by how much;
//! like the offices' own tools we take one for the other, so that coordinates survive the way there and back.

mod guess;
mod projector;
#[cfg(test)]
mod tests;

pub use guess::{Guess, guess_from_range, working_crs};
pub use projector::{OutOfDomain, Projector, Unsupported};

/// A coordinate reference system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Crs {
    /// A system of the EPSG register. Geographic ones count in degrees, longitude first, as GeoJSON does.
    Epsg(u16),
    /// Plane coordinates in an unknown system: taken for metres, never reprojected.
    Plane,
}

/// Name and definition of the systems that German offices deliver in.
const KNOWN: &[(u16, &str, &str)] = &[
    (4326, "WGS 84", "+proj=longlat +ellps=GRS80 +towgs84=0,0,0"),
    (4258, "ETRS89", "+proj=longlat +ellps=GRS80 +towgs84=0,0,0"),
    (25831, "ETRS89 / UTM 31N", "+proj=utm +zone=31 +ellps=GRS80 +towgs84=0,0,0"),
    (25832, "ETRS89 / UTM 32N", "+proj=utm +zone=32 +ellps=GRS80 +towgs84=0,0,0"),
    (25833, "ETRS89 / UTM 33N", "+proj=utm +zone=33 +ellps=GRS80 +towgs84=0,0,0"),
    (4647, "ETRS89 / UTM 32N (zE-N)", "+proj=etmerc +lon_0=9 +k=0.9996 +x_0=32500000 +ellps=GRS80 +towgs84=0,0,0"),
    (5650, "ETRS89 / UTM 33N (zE-N)", "+proj=etmerc +lon_0=15 +k=0.9996 +x_0=33500000 +ellps=GRS80 +towgs84=0,0,0"),
    (3857, "Web-Mercator", "+proj=webmerc +ellps=GRS80 +towgs84=0,0,0"),
    (31466, "DHDN / Gauß-Krüger 2", "+proj=etmerc +lon_0=6 +x_0=2500000 +datum=potsdam"),
    (31467, "DHDN / Gauß-Krüger 3", "+proj=etmerc +lon_0=9 +x_0=3500000 +datum=potsdam"),
    (31468, "DHDN / Gauß-Krüger 4", "+proj=etmerc +lon_0=12 +x_0=4500000 +datum=potsdam"),
    (31469, "DHDN / Gauß-Krüger 5", "+proj=etmerc +lon_0=15 +x_0=5500000 +datum=potsdam"),
];

impl Crs {
    /// Longitude and latitude, as RFC 7946 wants GeoJSON.
    pub const WGS84: Self = Self::Epsg(4326);
    /// Metres for most of Germany.
    pub const UTM32: Self = Self::Epsg(25832);
    /// Metres for the east of Germany.
    pub const UTM33: Self = Self::Epsg(25833);

    /// The systems that German offices deliver in, those of all of Germany first.
    pub fn usual() -> impl Iterator<Item = Self> {
        KNOWN.iter().map(|it| Self::Epsg(it.0))
    }

    /// Read a name as it stands in a legacy `crs` member or on the command line: `EPSG:25832`,
    /// `urn:ogc:def:crs:EPSG::25832`, `urn:ogc:def:crs:OGC:1.3:CRS84`, `http://www.opengis.net/def/crs/EPSG/0/25832`,
    /// a bare code, `plane`. `None` for anything else, and for systems that cannot be computed here.
    pub fn parse(name: &str) -> Option<Self> {
        let name = name.trim();
        let last = name.rsplit([':', '/', '#']).next()?.trim();
        match last.to_ascii_uppercase().as_str() {
            "CRS84" | "WGS84" => return Some(Self::WGS84),
            "PLANE" => return Some(Self::Plane),
            _ => {}
        }
        let authority = name.len() == last.len() || name.to_ascii_uppercase().contains("EPSG");
        match last.parse::<u32>().ok().filter(|_| authority)? {
            900_913 | 3785 | 102_100 => Some(Self::Epsg(3857)), // what Web Mercator was called before it had a code
            code => Self::from_epsg(u16::try_from(code).ok()?),
        }
    }

    /// The system with this EPSG code; `None` where it cannot be computed here.
    pub fn from_epsg(code: u16) -> Option<Self> {
        projector::open(code).is_some().then_some(Self::Epsg(code))
    }

    /// The EPSG code; `None` for [`Crs::Plane`].
    pub fn code(self) -> Option<u16> {
        match self {
            Self::Epsg(code) => Some(code),
            Self::Plane => None,
        }
    }

    /// Whether the coordinates are degrees.
    pub fn is_geographic(self) -> bool {
        match self {
            Self::Epsg(4326 | 4258) => true,
            Self::Epsg(code) => projector::open(code).is_some_and(|it| it.is_latlong()),
            Self::Plane => false,
        }
    }

    /// Whether positions come out some metres off, because the exact way needs a grid file (Gauß-Krüger, DHDN).
    pub fn metres_off_without_grid(self) -> bool {
        matches!(self, Self::Epsg(31466..=31469 | 4314))
    }

    /// The name for people, such as „ETRS89 / UTM 32N (EPSG:25832)“; empty for [`Crs::Plane`], which `words` names.
    pub fn name(self) -> String {
        let Self::Epsg(code) = self else {
            return String::new();
        };
        match KNOWN.iter().find(|it| it.0 == code) {
            Some((_, name, _)) => format!("{name} (EPSG:{code})"),
            None => format!("EPSG:{code}"),
        }
    }
}

impl std::fmt::Display for Crs {
    /// The form that [`Crs::parse`] reads.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Epsg(code) => write!(out, "EPSG:{code}"),
            Self::Plane => out.write_str("plane"),
        }
    }
}
