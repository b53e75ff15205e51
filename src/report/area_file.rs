//! Areas or districts with what is known of them, and who belongs where: the content of files for other programs.

use std::sync::Arc;

use crate::{
    analysis::{
        assignment::Assignment,
        city::CitySwitch,
        disclosure,
        overlay::UnitClass,
        pool::{AreaValue, Pool},
    },
    geometry::{DistrictIx, outline::outline},
    model::{
        catalog::{Catalog, Ground, Series, SeriesBreak},
        indicator::{Indicator, Scope},
        period::Period,
        plan::Plan,
        planning_area::PlanningArea,
        quantity::SquareMetres,
        released::{Profile, Released},
        saved_view::Level,
    },
    report::table::{self, Field, Table},
    words::{Words, say},
};

/// One indicator on all units of a file.
#[derive(Debug, Clone)]
pub struct ValueColumn {
    /// Which indicator.
    pub indicator: Indicator,
    /// Which period.
    pub period: Period,
    /// One value per unit.
    pub values: Released<Vec<AreaValue>>,
    /// Whether totals are without the city: switched off, or the series is without it.
    pub without_city: bool,
    /// Who delivered each unit's value.
    pub sources: Vec<String>,
    /// Which units count in its totals: the city's own value of a series without it stands in the file and counts in none.
    pub counts: Vec<bool>,
    /// Where the series breaks.
    pub breaks: Vec<SeriesBreak>,
}

/// A unit of a file.
#[derive(Debug, Clone)]
pub struct UnitRow {
    /// The district's key or the area's code.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Why an area's border runs here; `None` for districts.
    pub reason: Option<String>,
    /// The code of the area that a district belongs to; `None` for areas and for districts in none.
    pub area: Option<String>,
    /// The districts of an area, in key order; a district has itself.
    pub districts: Vec<String>,
    /// Planar surface in km².
    pub surface_km2: f64,
    /// Whether nobody of it counts, because the city is switched off: then it tells no figure.
    pub switched_off: bool,
    members: Vec<DistrictIx>,
}

/// Areas or districts with their values.
#[derive(Debug, Clone)]
pub struct UnitFile {
    /// Districts or areas.
    pub level: Level,
    /// The plan, if there is one.
    pub plan: Option<String>,
    /// The units.
    pub units: Vec<UnitRow>,
    /// What is known of them, the population first.
    pub columns: Vec<ValueColumn>,
    /// Under which rule.
    pub profile: Profile,
    /// Who is named.
    pub notices: Vec<String>,
    /// Whether the city is switched off.
    pub without_city: bool,
    /// The borders.
    pub ground: Arc<Ground>,
    /// The language.
    pub words: Arc<Words>,
}

/// What a file is made of.
#[derive(Debug, Clone, Copy)]
pub struct Origin<'a> {
    /// What is given.
    pub catalog: &'a Catalog,
    /// The plan with its assignment.
    pub plan: Option<(&'a Plan, &'a Assignment)>,
    /// Who counts.
    pub city: &'a CitySwitch,
    /// Under which rule.
    pub profile: Profile,
    /// The language.
    pub words: &'a Arc<Words>,
}

impl UnitFile {
    /// The areas of the plan with the indicators asked for, each at its period. `None` without a plan.
    pub fn of_areas(origin: Origin<'_>, wanted: &[(Arc<Series>, usize)]) -> Option<Self> {
        let (plan, assignment) = origin.plan?;
        let units = plan.areas.iter().enumerate().map(|(label, area)| area_row(origin, assignment, label, area)).collect();
        Some(Self { level: Level::Areas, ..Self::of_districts(origin, wanted) }.with_units(origin, units, wanted))
    }

    /// The districts with the indicators asked for, each at its period.
    pub fn of_districts(origin: Origin<'_>, wanted: &[(Arc<Series>, usize)]) -> Self {
        let empty = Self {
            level: Level::Districts,
            plan: origin.plan.map(|it| it.0.name.clone()),
            units: Vec::new(),
            columns: Vec::new(),
            profile: origin.profile,
            notices: origin.catalog.notices.clone(),
            without_city: origin.city.is_off(),
            ground: Arc::clone(&origin.catalog.ground),
            words: Arc::clone(origin.words),
        };
        let units = origin.catalog.register.iter().map(|(at, known)| district_row(origin, at, known)).collect();
        empty.with_units(origin, units, wanted)
    }

    fn with_units(mut self, origin: Origin<'_>, units: Vec<UnitRow>, wanted: &[(Arc<Series>, usize)]) -> Self {
        let column = |(series, at): &(Arc<Series>, usize)| {
            let pool = Pool::at(origin.catalog, series, *at, origin.city);
            let value = |unit: &UnitRow| match (self.level, unit.members.as_slice()) {
                (Level::Districts, [only]) => pool.district(*only),
                (_, members) => pool.area(members.iter().copied()),
            };
            let values = disclosure::release_values(units.iter().map(value).collect(), &series.indicator, origin.profile);
            let without_city = origin.city.is_off() || series.indicator.scope == Scope::WithoutCity;
            let source = |unit: &UnitRow| series.deliverers(*at, unit.members.iter().copied()).source;
            let counts = |unit: &UnitRow| unit.members.is_empty() || unit.members.iter().any(|it| pool.counts(*it));
            Some(ValueColumn {
                indicator: series.indicator_at(*at),
                period: series.periods().get(*at)?.clone(),
                values,
                without_city,
                sources: units.iter().map(source).collect(),
                counts: units.iter().map(counts).collect(),
                breaks: series.breaks.clone(),
            })
        };
        self.columns = wanted.iter().filter_map(column).collect();
        self.units = units;
        self
    }

    /// One row a unit, one column an indicator (and one for its state, because an empty field says nothing).
    pub fn wide_table(&self) -> Table {
        let words = &self.words;
        let third = if self.level == Level::Areas { "handout-column-reason" } else { "handout-column-area" };
        let key = if self.level == Level::Areas { "handout-column-code" } else { "handout-column-key" };
        let mut columns: Vec<String> = [key, "handout-column-name", third, "handout-column-surface"].map(|it| words.say(it)).to_vec();
        for column in &self.columns {
            let title = format!("{}, {}", table::titled(&column.indicator), words.date(column.period.as_str()));
            columns.extend([title, format!("{} – {}", column.indicator.name, words.say("handout-column-state"))]);
        }
        let row = |(number, unit): (usize, &UnitRow)| {
            let third = unit.reason.as_ref().or(unit.area.as_ref()).map_or("", String::as_str);
            let mut row: Vec<Field> = [unit.key.as_str(), unit.name.as_str(), third].map(Field::from).to_vec();
            row.push(Field::Number(unit.surface_km2));
            for (column, value) in self.columns.iter().filter_map(|it| Some((it, it.values.get().get(number)?))) {
                row.extend(table::value_fields(value, unit.class(), column.counts(number), words).into_iter().take(2));
            }
            row
        };
        let convention = words.language().convention();
        Table { columns, rows: self.units.iter().enumerate().map(row).collect(), notes: self.notes(), convention }
    }

    /// The same as a table, one row a unit and indicator.
    pub fn table(&self) -> Table {
        let words = &self.words;
        let key = if self.level == Level::Areas { "handout-column-code" } else { "handout-column-key" };
        let mut columns = vec![key, "handout-column-name", "handout-column-indicator", "handout-column-title", "handout-column-unit"];
        columns.extend(["handout-column-period", "handout-column-value"]);
        columns.extend(table::VALUE_COLUMNS);
        columns.push("handout-column-source");
        let rows = self.columns.iter().flat_map(|it| {
            let values = self.units.iter().zip(it.values.get()).enumerate();
            values.map(move |(number, (unit, value))| self.row(it, number, unit, value))
        });
        let columns = columns.into_iter().map(|it| words.say(it)).collect();
        Table { columns, rows: rows.collect(), notes: self.notes(), convention: words.language().convention() }
    }

    fn row(&self, column: &ValueColumn, number: usize, unit: &UnitRow, value: &AreaValue) -> Vec<Field> {
        let indicator = &column.indicator;
        let texts =
            [&unit.key, &unit.name, &indicator.id.to_string(), &indicator.name, &indicator.unit, column.period.as_str()].map(Field::from);
        let mut row = texts.to_vec();
        row.extend(table::value_fields(value, unit.class(), column.counts(number), &self.words));
        row.push(column.sources.get(number).map_or("", String::as_str).into());
        row
    }

    /// Who is named, who is left out, which series break, the profile, its limit.
    pub fn notes(&self) -> Vec<String> {
        let mut notes = self.notices.clone();
        notes.extend(self.told_of_city());
        for told in self.columns.iter().flat_map(|it| table::told_of_breaks(&it.indicator, &it.breaks, &self.words)) {
            if !notes.contains(&told) {
                notes.push(told); // a series has a column for each of its periods
            }
        }
        notes.push(self.words.tell(&say!("handout-profile", profile = super::profile_name(self.profile))));
        notes.extend(self.limit());
        notes
    }

    /// That the city counts in no total, or in none of which indicators.
    pub fn told_of_city(&self) -> Option<String> {
        if self.without_city {
            return Some(self.words.say("handout-without-city"));
        }
        let mut named: Vec<&str> = self.columns.iter().filter(|it| it.without_city).map(|it| it.indicator.name.as_str()).collect();
        named.dedup();
        (!named.is_empty()).then(|| self.words.tell(&say!("handout-series-without-city", indicators = named.join(", "))))
    }

    /// The rule for small numbers, where the profile hides them.
    pub fn limit(&self) -> Option<String> {
        disclosure::limit(self.profile).map(|it| self.words.tell(&it))
    }

    /// The boundary of a unit in metres.
    pub fn boundary(&self, unit: &UnitRow) -> geo::MultiPolygon<f64> {
        let topology = &self.ground.topology;
        match (self.level, unit.members.as_slice()) {
            (Level::Districts, [only]) => topology.polygon(*only),
            (_, members) => outline(topology, members, |it| members.binary_search(&it).is_ok()).to_multi_polygon(topology),
        }
    }
}

impl ValueColumn {
    /// Whether a unit counts in its totals.
    pub fn counts(&self, number: usize) -> bool {
        self.counts.get(number).copied().unwrap_or(true)
    }
}

impl UnitRow {
    /// How it is drawn, where that is no question of its values.
    fn class(&self) -> Option<UnitClass> {
        self.switched_off.then_some(UnitClass::SwitchedOff)
    }
}

fn area_row(origin: Origin<'_>, assignment: &Assignment, label: usize, area: &PlanningArea) -> UnitRow {
    let members = assignment.members(label).to_vec();
    let mut districts: Vec<String> =
        members.iter().filter_map(|it| origin.catalog.register.get(*it)).map(|it| it.key.to_string()).collect();
    districts.sort();
    UnitRow {
        key: area.code.clone(),
        name: area.name.clone(),
        reason: Some(area.reason.clone()),
        area: None,
        districts,
        surface_km2: surface(origin.catalog, &members),
        switched_off: !members.is_empty() && members.iter().all(|it| origin.city.is_switched_off(*it)),
        members,
    }
}

fn district_row(origin: Origin<'_>, at: DistrictIx, known: &crate::model::catalog::District) -> UnitRow {
    let area = origin.plan.and_then(|(plan, assignment)| plan.area(assignment.area_of(at)?));
    UnitRow {
        key: known.key.to_string(),
        name: known.name.clone(),
        reason: None,
        area: area.map(|it| it.code.clone()),
        districts: vec![known.key.to_string()],
        surface_km2: surface(origin.catalog, &[at]),
        switched_off: origin.city.is_switched_off(at),
        members: vec![at],
    }
}

fn surface(catalog: &Catalog, members: &[DistrictIx]) -> f64 {
    SquareMetres(members.iter().map(|it| catalog.ground.topology.surface(*it)).sum()).square_kilometres()
}

/// Which district belongs to which area of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AssignmentFile {
    /// Key and code, in the order of the districts; the code is empty for a district without area.
    pub rows: Vec<(String, String)>,
}

impl AssignmentFile {
    /// All districts of the catalog; keys that it lacks follow, so that nothing of the plan gets lost.
    pub fn of(plan: &Plan, assignment: &Assignment, catalog: &Catalog) -> Self {
        let code = |area| plan.area(area).map(|it| it.code.clone()).unwrap_or_default();
        let known = catalog.register.iter().map(|(at, it)| (it.key.to_string(), assignment.area_of(at).map(code).unwrap_or_default()));
        let unknown = assignment.unknown().iter().map(|it| (it.to_string(), plan.area_of.get(it).copied().map(code).unwrap_or_default()));
        Self { rows: known.chain(unknown).collect() }
    }
}
