//! How an indicator is coloured: method, number of classes, ramp, and breaks that stay put.

/// How breaks are found.
#[derive(Debug, Clone, PartialEq)]
pub enum ClassMethod {
    /// Equal numbers of districts.
    Quantile,
    /// Equal steps of value.
    EqualInterval,
    /// Least variance within classes, exactly.
    NaturalBreaks,
    /// Steps of one standard deviation around the mean.
    StandardDeviation,
    /// Round numbers.
    Pretty,
    /// The planner's own: the first value of each higher class, ascending.
    Manual(Vec<f64>),
}

impl ClassMethod {
    /// The code in files and on the command line.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Quantile => "quantile",
            Self::EqualInterval => "equal",
            Self::NaturalBreaks => "jenks",
            Self::StandardDeviation => "stddev",
            Self::Pretty => "pretty",
            Self::Manual(_) => "manual",
        }
    }
}

/// The ramps on offer. In dark surroundings sequential ramps are turned, so that more is always farthest from the ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ramp {
    /// Sequential, ColorBrewer.
    YlGnBu,
    /// Sequential, ColorBrewer.
    Purples,
    /// Sequential, ColorBrewer.
    YlOrBr,
    /// Sequential, perceptually even.
    Viridis,
    /// Sequential, made for colour-vision deficiency.
    Cividis,
    /// Diverging, ColorBrewer.
    PuOr,
    /// Diverging, ColorBrewer.
    BrBG,
    /// Qualitative: the area colours.
    Qualitative,
}

impl Ramp {
    /// Every ramp with its code in files.
    pub const ALL: [(Ramp, &'static str); 8] = [
        (Self::YlGnBu, "ylgnbu"),
        (Self::Purples, "purples"),
        (Self::YlOrBr, "ylorbr"),
        (Self::Viridis, "viridis"),
        (Self::Cividis, "cividis"),
        (Self::PuOr, "puor"),
        (Self::BrBG, "brbg"),
        (Self::Qualitative, "qualitative"),
    ];

    /// The ramp behind a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, it)| *it == code).map(|(ramp, _)| *ramp)
    }

    /// The code in files.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(it, _)| *it == self).map_or("ylgnbu", |(_, code)| code)
    }
}

/// How one indicator is classed and coloured.
#[derive(Debug, Clone, PartialEq)]
pub struct Classing {
    /// How breaks are found.
    pub method: ClassMethod,
    /// How many classes, 2 to 9.
    pub classes: u8,
    /// The colours.
    pub ramp: Ramp,
    /// Breaks that hold over years and plans, as the command line writes them: minimum, first value of each higher class, maximum.
    pub frozen: Option<Vec<f64>>,
}

impl Default for Classing {
    fn default() -> Self {
        Self { method: ClassMethod::NaturalBreaks, classes: 5, ramp: Ramp::YlGnBu, frozen: None }
    }
}
