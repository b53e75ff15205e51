//! The rows of the table: what stands in each column, and in which order.

use std::cmp::Ordering;

use crate::{
    analysis::overlay::Unit,
    cartography::said::out_of,
    desk::Desk,
    geometry::DistrictIx,
    model::id::AreaId,
    views::{
        numbers::{figure_of_unit, state_of},
        planning::{shown::Shown, table_columns::Column},
        widgets::Swatch,
    },
    words::Words,
};

/// One row, ready to be written.
pub(super) struct TableRow {
    pub district: Option<DistrictIx>,
    pub area: Option<AreaId>,
    /// In the order of [`Column::ALL`].
    pub cells: [String; 8],
    pub swatch: Option<Swatch>,
    pub chosen: bool,
}

impl TableRow {
    /// What stands in that column.
    pub(super) fn cell(&self, column: Column) -> &str {
        self.cells.get(column as usize).map_or("", String::as_str)
    }
}

/// What a row is sorted by.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum SortKey {
    Text(String),
    Number(Option<f64>),
}

impl SortKey {
    /// What is unknown comes last in either direction.
    pub(super) fn compare(&self, other: &Self, descending: bool) -> Ordering {
        let turned = |it: Ordering| if descending { it.reverse() } else { it };
        match (self, other) {
            (Self::Number(Some(a)), Self::Number(Some(b))) => turned(a.total_cmp(b)),
            (Self::Number(Some(_)), Self::Number(None)) => Ordering::Less,
            (Self::Number(None), Self::Number(Some(_))) => Ordering::Greater,
            (Self::Text(a), Self::Text(b)) => turned(a.cmp(b)),
            _ => Ordering::Equal,
        }
    }
}

/// What the units are sorted by in a column.
pub(super) fn sort_key(desk: &Desk, unit: &Unit, column: Column) -> SortKey {
    match column {
        Column::Key => SortKey::Text(unit.key.clone()),
        Column::Name => SortKey::Text(sortable(&unit.name)),
        Column::Area if unit.district.is_some() => SortKey::Text(sortable(&area_name(desk, area_of(desk, unit)))),
        Column::Area => SortKey::Number(districts_of(desk, unit).map(|it| it as f64)),
        Column::Value => SortKey::Number(unit.value.shown().or(unit.value.at_least)),
        Column::Numerator => SortKey::Number(unit.value.numerator),
        Column::Denominator => SortKey::Number(unit.value.denominator),
        Column::Rank => SortKey::Number(unit.rank.map(|it| it.place as f64)),
        Column::State => SortKey::Text(state(unit, desk.words())),
    }
}

/// Umlauts stand beside their vowels (DIN 5007-1).
fn sortable(text: &str) -> String {
    let plain = |it: char| match it {
        'ä' => "a".to_owned(),
        'ö' => "o".to_owned(),
        'ü' => "u".to_owned(),
        'ß' => "ss".to_owned(),
        other => other.to_string(),
    };
    text.to_lowercase().chars().map(plain).collect()
}

/// The row of a unit.
pub(super) fn row_of(desk: &Desk, shown: &Shown<'_>, unit: &Unit) -> TableRow {
    let (indicator, words) = (&shown.overlay.indicator, desk.words());
    let area = area_of(desk, unit);
    let count = |it: Option<f64>| it.map(|it| words.number(it, if it.fract() == 0.0 { 0 } else { 1 })).unwrap_or_default();
    let figure = figure_of_unit(unit, indicator, words);
    let chosen = match unit.district {
        Some(_) => desk.look().selection.districts.contains(&crate::model::id::DistrictKey::new(&unit.key)),
        None => desk.look().selection.area == unit.area && unit.area.is_some(),
    };
    let fourth = match unit.district {
        Some(_) => area_name(desk, area),
        None => districts_of(desk, unit).map(|it| words.count(it)).unwrap_or_default(),
    };
    TableRow {
        district: unit.district,
        area,
        cells: [
            unit.key.clone(),
            unit.name.clone(),
            fourth,
            if figure.is_number { figure.text } else { "–".to_owned() },
            count(unit.value.numerator),
            count(unit.value.denominator),
            unit.rank.map(|it| words.count(it.place)).unwrap_or_default(),
            state(unit, words),
        ],
        swatch: shown.swatch(unit.class),
        chosen,
    }
}

/// The area that a row names: of a district the one it is in, of an area nothing more than its name.
pub(super) fn area_said(desk: &Desk, unit: &Unit) -> String {
    if unit.district.is_some() { area_name(desk, area_of(desk, unit)) } else { String::new() }
}

fn area_of(desk: &Desk, unit: &Unit) -> Option<AreaId> {
    match unit.district {
        Some(district) => desk.released_board().and_then(|it| it.assignment().area_of(district)),
        None => unit.area,
    }
}

fn area_name(desk: &Desk, area: Option<AreaId>) -> String {
    let area = area.and_then(|it| desk.shown_plan()?.area(it));
    area.map_or_else(|| desk.words().say("planning-table-unassigned"), |it| format!("{} {}", it.chip(), it.name))
}

fn districts_of(desk: &Desk, unit: &Unit) -> Option<usize> {
    Some(desk.released_board()?.row(unit.area?)?.districts)
}

/// The state in words: the reason where there is no number, from how many districts it is where it is an estimate.
fn state(unit: &Unit, words: &Words) -> String {
    use crate::analysis::overlay::UnitClass::{SwitchedOff, Uninhabited};
    match unit.class {
        Uninhabited => words.say("planning-value-uninhabited"),
        SwitchedOff => words.say("planning-value-switched-off"),
        _ => match unit.value.estimate {
            Some(_) => out_of(unit.value.parts, words),
            None if unit.value.rests_on_nothing() => words.say("value-empty-area"),
            None => state_of(unit.value.state, words),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_unknown_comes_last_either_way() {
        for descending in [false, true] {
            let mut keys = [Some(2.0), None, Some(1.0), Some(3.0)].map(SortKey::Number);
            keys.sort_by(|a, b| a.compare(b, descending));
            assert_eq!(keys.last(), Some(&SortKey::Number(None)), "{descending}");
            assert_eq!(keys.first(), Some(&SortKey::Number(Some(if descending { 3.0 } else { 1.0 }))));
        }
    }

    #[test]
    fn umlauts_stand_beside_their_vowels() {
        let mut names = ["Osterode", "Ölper", "Zorge", "Adelebsen", "Ärzen"];
        names.sort_by_key(|it| sortable(it));
        assert_eq!(names, ["Adelebsen", "Ärzen", "Ölper", "Osterode", "Zorge"]);
    }
}
