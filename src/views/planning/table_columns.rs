//! The columns of the table: what they are called, how wide they are, and which are left out where there is little room.

use crate::{model::saved_view::Level, views::theme::metrics, words::Words};

/// What stays free right of a column.
const GAP: f32 = 14.0;
/// Columns may be so much narrower than they should be before one is left out.
const NARROWEST: f32 = 0.88;
/// What is left out first: numerator and denominator are one click on the value away, the key names what the name names.
const DISPENSABLE: [&[Column]; 3] = [&[Column::Numerator, Column::Denominator], &[Column::Key], &[Column::Rank]];

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Column {
    Key,
    Name,
    Area,
    Value,
    Numerator,
    Denominator,
    Rank,
    State,
}

impl Column {
    pub(super) const ALL: [Column; 8] =
        [Self::Key, Self::Name, Self::Area, Self::Value, Self::Numerator, Self::Denominator, Self::Rank, Self::State];

    /// Its headline.
    pub(super) fn title(self, level: Level, words: &Words) -> String {
        words.say(match (self, level) {
            (Self::Key, Level::Districts) => "planning-table-key",
            (Self::Key, Level::Areas) => "planning-table-code",
            (Self::Name, _) => "planning-table-name",
            (Self::Area, Level::Districts) => "planning-table-area",
            (Self::Area, Level::Areas) => "planning-table-districts",
            (Self::Value, _) => "planning-table-value",
            (Self::Numerator, _) => "planning-table-numerator",
            (Self::Denominator, _) => "planning-table-denominator",
            (Self::Rank, _) => "planning-table-rank",
            (Self::State, _) => "planning-table-state",
        })
    }

    /// Numbers stand on the right.
    pub(super) fn is_number(self, level: Level) -> bool {
        matches!(self, Self::Value | Self::Numerator | Self::Denominator | Self::Rank) || (self == Self::Area && level == Level::Areas)
    }

    /// Its share of the width that is left over, and its least width in points.
    pub(super) fn width(self, level: Level) -> (f32, f32) {
        match (self, level) {
            (Self::Key, Level::Districts) => (0.0, 88.0),
            (Self::Key, Level::Areas) => (0.0, 56.0),
            (Self::Name, _) => (2.0, 130.0),
            (Self::Area, Level::Districts) => (1.4, 110.0),
            (Self::Area, Level::Areas) => (0.2, 64.0),
            (Self::State, _) => (1.0, 110.0),
            (Self::Rank, _) => (0.1, 60.0),
            _ => (0.3, 84.0),
        }
    }
}

/// A column with its left and its right end.
pub(super) type Placed = (Column, f32, f32);

/// The columns that fit into `width` points from `left` on. The copied table has them all.
pub(super) fn laid_out(level: Level, left: f32, width: f32) -> Vec<Placed> {
    let room = (width - 2.0 * metrics::PANEL_INSET).max(0.0);
    let columns = fitting(level, room);
    let least = least(level, &columns);
    let narrowed = (room / least).min(1.0);
    let rest = (room - least).max(0.0) / columns.iter().map(|it| it.width(level).0).sum::<f32>();
    let mut at = left + metrics::PANEL_INSET;
    let place = |column: Column| {
        let (from, (share, least)) = (at, column.width(level));
        at += least * narrowed + rest * share;
        (column, from, at - GAP)
    };
    columns.into_iter().map(place).collect()
}

fn least(level: Level, columns: &[Column]) -> f32 {
    columns.iter().map(|it| it.width(level).1).sum()
}

fn fitting(level: Level, room: f32) -> Vec<Column> {
    let mut columns = Column::ALL.to_vec();
    for dispensable in DISPENSABLE {
        if least(level, &columns) * NARROWEST > room {
            columns.retain(|it| !dispensable.contains(it));
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    /// In a window of 1280 points the last column ran out of the table.
    #[test]
    fn no_column_runs_out_of_the_table() {
        for level in [Level::Districts, Level::Areas] {
            for width in [380.0_f32, 450.0, 697.0, 900.0, 1600.0] {
                let placed = laid_out(level, 10.0, width);
                let mut at = 10.0 + metrics::PANEL_INSET;
                for (column, from, to) in &placed {
                    assert!((from - at).abs() < 0.01 && to - from > 30.0, "{level:?} {width}: {column:?} from {from} to {to}");
                    at = to + GAP;
                }
                assert!(at <= 10.0 + width - metrics::PANEL_INSET + 0.01, "{level:?} {width}: ends at {at}");
                let kept: Vec<_> = placed.iter().map(|it| it.0).collect();
                assert!([Column::Name, Column::Area, Column::Value, Column::State].iter().all(|it| kept.contains(it)), "{width}");
                assert_eq!(kept.len() == 8, width > 600.0, "{level:?} {width}: {kept:?}");
            }
        }
    }
}
