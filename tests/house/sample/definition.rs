//! What one indicator of the database says about itself: the columns of the contract's table `indicator`.

/// One row of the table `indicator`; `None` is NULL.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    pub id: String,
    pub name: String,
    pub unit: String,
    pub pooling: String,
    pub factor: Option<f64>,
    pub numerator: Option<String>,
    pub denominator: Option<String>,
    pub weight: Option<String>,
    pub direction: String,
    pub department: String,
    pub life_phase: String,
    pub source: String,
    pub licence: String,
    pub definition: String,
    pub min_count: Option<i64>,
    pub role: Option<String>,
    pub decimals: i64,
    pub scope: Option<String>,
    pub reports: Option<String>,
    pub territory: String,
}

/// What every invented figure says about its origin.
pub const INVENTED: &str = "Beispielwert (erfunden)";
/// Source of the public figures.
pub const REGISTER: &str = "© Statistisches Bundesamt, Gemeindeverzeichnis, 31.12.2023";
const FREE: &str = "frei verwendbar, da erfunden (MIT OR Apache-2.0)";
const REGISTER_LICENCE: &str = "Vervielfältigung und Verbreitung, auch auszugsweise, mit Quellenangabe gestattet";

impl Indicator {
    fn plain(id: &str, name: &str, unit: &str, pooling: &str) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
            unit: unit.into(),
            pooling: pooling.into(),
            factor: None,
            numerator: None,
            denominator: None,
            weight: None,
            direction: "neutral".into(),
            department: String::new(),
            life_phase: "Alle Lebensphasen".into(),
            source: INVENTED.into(),
            licence: FREE.into(),
            definition: String::new(),
            min_count: None,
            role: None,
            decimals: 0,
            scope: None,
            reports: None,
            territory: "2023-12-31".into(),
        }
    }

    /// A count; districts are added up.
    pub fn sum(id: &str, name: &str, unit: &str) -> Self {
        Self::plain(id, name, unit, "sum")
    }

    /// A ratio per 100, one decimal.
    pub fn percent(id: &str, name: &str) -> Self {
        Self::ratio(id, name, "%", 100.0)
    }

    /// A ratio per 1,000, one decimal.
    pub fn per_thousand(id: &str, name: &str) -> Self {
        Self::ratio(id, name, "je 1.000", 1000.0)
    }

    /// A ratio: sum of numerators by sum of denominators times `factor`.
    pub fn ratio(id: &str, name: &str, unit: &str, factor: f64) -> Self {
        Self { factor: Some(factor), decimals: 1, ..Self::plain(id, name, unit, "ratio") }
    }

    /// A mean, pooled with the weight of another indicator.
    pub fn mean(id: &str, name: &str, unit: &str, weight: &str) -> Self {
        Self { weight: Some(weight.into()), decimals: 1, ..Self::plain(id, name, unit, "mean") }
    }

    /// A median or other figure that cannot be pooled.
    pub fn unpooled(id: &str, name: &str, unit: &str) -> Self {
        Self::plain(id, name, unit, "none")
    }

    /// What exactly is counted.
    pub fn means(self, definition: &str) -> Self {
        Self { definition: definition.into(), ..self }
    }

    /// Who keeps it and whose life it is about.
    pub fn belongs(self, department: &str, life_phase: &str) -> Self {
        Self { department: department.into(), life_phase: life_phase.into(), ..self }
    }

    /// The indicators of this file that are its numerator and denominator (empty: none).
    pub fn from(self, numerator: &str, denominator: &str) -> Self {
        let named = |id: &str| (!id.is_empty()).then(|| id.to_owned());
        Self { numerator: named(numerator), denominator: named(denominator), ..self }
    }

    /// Higher is worse.
    pub fn burden(self) -> Self {
        Self { direction: "burden".into(), ..self }
    }

    /// Higher is better.
    pub fn benefit(self) -> Self {
        Self { direction: "benefit".into(), ..self }
    }

    /// Reports that print it, separated by commas.
    pub fn printed_in(self, reports: &str) -> Self {
        Self { reports: Some(reports.into()), ..self }
    }

    /// Digits after the comma.
    pub fn digits(self, decimals: i64) -> Self {
        Self { decimals, ..self }
    }

    /// Small numbers of it are no secret (places, areas, the public population).
    pub fn open(self) -> Self {
        Self { min_count: Some(0), ..self }
    }

    /// Amounts below this are hidden, because too few cases may stand behind them.
    pub fn hidden_below(self, amount: i64) -> Self {
        Self { min_count: Some(amount), ..self }
    }

    /// The city keeps its own figures: the series holds the county without it.
    pub fn without_city(self) -> Self {
        Self { scope: Some("without_city".into()), ..self }
    }

    /// What the program uses it for.
    pub fn serves_as(self, role: &str) -> Self {
        Self { role: Some(role.into()), ..self }
    }

    /// A public figure of the register.
    pub fn public(self) -> Self {
        Self { source: REGISTER.into(), licence: REGISTER_LICENCE.into(), ..self }
    }
}
