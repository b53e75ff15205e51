//! What an indicator is: its definition, how it pools, who delivers it.

use crate::model::id::IndicatorId;

/// How district values become an area value. Rates are never averaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pooling {
    /// Σ value.
    Sum,
    /// Σ numerator / Σ denominator × factor.
    Ratio,
    /// Σ value × weight / Σ weight.
    Mean,
    /// Cannot be pooled (median, official rate without counts): shown as a range.
    None,
}

impl Pooling {
    /// Every rule with its code in files.
    pub const ALL: [(Pooling, &'static str); 4] = [(Self::Sum, "sum"), (Self::Ratio, "ratio"), (Self::Mean, "mean"), (Self::None, "none")];

    /// The rule behind a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, it)| *it == code).map(|(rule, _)| *rule)
    }

    /// The code in files.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(rule, _)| *rule == self).map_or("none", |(_, code)| code)
    }
}

/// Which way is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// More is worse.
    Burden,
    /// More is better.
    Benefit,
    /// Neither; context.
    #[default]
    Neutral,
}

impl Direction {
    /// The direction behind a code.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "burden" => Some(Self::Burden),
            "benefit" => Some(Self::Benefit),
            "neutral" => Some(Self::Neutral),
            _ => None,
        }
    }

    /// The code in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Burden => "burden",
            Self::Benefit => "benefit",
            Self::Neutral => "neutral",
        }
    }
}

/// What an indicator is to the program itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The population that weighs districts and plans.
    Population,
    /// The register's surface in km².
    RegisterSurface,
    /// The population of one year of age.
    PopulationAge(u16),
}

impl Role {
    /// The role behind a code.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "population" => Some(Self::Population),
            "register_surface_km2" => Some(Self::RegisterSurface),
            _ => code.strip_prefix("population_age:")?.parse().ok().map(Self::PopulationAge),
        }
    }

    /// The code in files.
    pub fn code(self) -> String {
        match self {
            Self::Population => "population".to_owned(),
            Self::RegisterSurface => "register_surface_km2".to_owned(),
            Self::PopulationAge(age) => format!("population_age:{age}"),
        }
    }
}

/// Whether a series covers the city.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// The whole county.
    #[default]
    All,
    /// Everything but the city: it always says so and never joins a total with the city.
    WithoutCity,
}

/// The definition of an indicator, as its database gives it.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// The id in its database.
    pub id: IndicatorId,
    /// The name for people.
    pub name: String,
    /// The unit for people: `%`, `€`, `je 1.000`.
    pub unit: String,
    /// How it pools.
    pub pooling: Pooling,
    /// What a ratio is multiplied by: 100 for percent.
    pub factor: f64,
    /// The indicator that gives the numerator where a row has none of its own.
    pub numerator: Option<IndicatorId>,
    /// The same for the denominator.
    pub denominator: Option<IndicatorId>,
    /// The indicator that weighs a mean.
    pub weight: Option<IndicatorId>,
    /// Which way is good.
    pub direction: Direction,
    /// The department (Fachbereich) that answers for it; empty if none is named.
    pub department: String,
    /// The life phase it belongs to; empty if none is named.
    pub life_phase: String,
    /// Who publishes it.
    pub source: String,
    /// Under which licence.
    pub licence: String,
    /// What exactly is counted.
    pub definition: String,
    /// The smallest count that may be shown outside the profile `intern`.
    pub min_count: u32,
    /// The smallest numerator and the smallest denominator (or weight) that may be told, where indicators are named for them:
    /// their cells must not be read back from these. 0 for an extent, which counts nobody. Set by the catalog, said by no file.
    pub least_named: [Option<u32>; 2],
    /// What it is to the program itself.
    pub role: Option<Role>,
    /// Decimals for people; `None` lets the program choose by unit and size.
    pub decimals: Option<u8>,
    /// Whether it covers the city.
    pub scope: Scope,
    /// The reports it belongs to.
    pub reports: Vec<String>,
    /// The state of the boundaries it was counted for.
    pub territory: String,
}

impl Indicator {
    /// The smallest count shown where a database says nothing.
    pub const USUAL_MIN_COUNT: u32 = 3;

    /// An indicator of which only the id is known: it cannot be pooled until somebody says how.
    pub fn named(id: IndicatorId) -> Self {
        Self {
            name: id.to_string(),
            id,
            unit: String::new(),
            pooling: Pooling::None,
            factor: 1.0,
            numerator: None,
            denominator: None,
            weight: None,
            direction: Direction::Neutral,
            department: String::new(),
            life_phase: String::new(),
            source: String::new(),
            licence: String::new(),
            definition: String::new(),
            min_count: Self::USUAL_MIN_COUNT,
            least_named: [None; 2],
            role: None,
            decimals: None,
            scope: Scope::All,
            reports: Vec::new(),
            territory: String::new(),
        }
    }

    /// Decimals to show: as given; else none for counts and euros, one for all else.
    pub fn shown_decimals(&self) -> u8 {
        self.decimals.unwrap_or(if self.pooling == Pooling::Sum { 0 } else { 1 })
    }
}
