//! Trend: an indicator over its periods, for a selection beside the county.
//!
//! **Promise.** A line runs only through known values of neighbouring periods of the series; it stops at a gap and at a break
//! of the series. What a profile hides is a gap.
//! **Not here.** Forecasts. How a line is drawn: `views`.

use std::collections::BTreeSet;

use crate::{
    analysis::{
        city::CitySwitch,
        disclosure,
        overlay::OverlayError,
        pool::{AreaValue, Pool},
    },
    geometry::DistrictIx,
    model::{
        catalog::{Catalog, Series, SeriesBreak},
        id::{DistrictKey, IndicatorId},
        indicator::{Indicator, Scope},
        period::Period,
        released::{Profile, Released},
    },
};

/// The area of a [`crate::model::catalog::Reference`] that stands for those who could not be placed.
const UNASSIGNABLE: &str = "unassignable";

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendQuestion {
    /// Which indicator.
    pub indicator: IndicatorId,
    /// The districts whose common value is asked for: the selection, or the members of an area.
    pub selection: BTreeSet<DistrictIx>,
    /// The city's keys.
    pub city: BTreeSet<DistrictKey>,
    /// Whether the city counts.
    pub with_city: bool,
    /// Who looks.
    pub profile: Profile,
}

/// An indicator over time.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeSeries {
    /// Which indicator.
    pub indicator: Indicator,
    /// Every period of the series, in order.
    pub points: Vec<TrendPoint>,
    /// Where the series breaks, in order.
    pub breaks: Vec<SeriesBreak>,
    /// Whether city districts are left out of the county.
    pub without_city: bool,
    /// Under which rule it is shown.
    pub profile: Profile,
}

/// One period.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendPoint {
    /// When.
    pub period: Period,
    /// The selection; `None` if nothing is selected.
    pub selection: Option<AreaValue>,
    /// All districts that count.
    pub county: AreaValue,
    /// The county as its office published it; `None` without such a figure, or where the city is switched off.
    pub published: Option<AreaValue>,
    /// Cases that could be placed in no district, as published.
    pub unassignable: Option<AreaValue>,
}

impl TimeSeries {
    /// The answer, after disclosure under the question's profile.
    pub fn of(catalog: &Catalog, question: &TrendQuestion) -> Result<Released<Self>, OverlayError> {
        let unknown = || OverlayError::NoSuchIndicator(question.indicator.clone());
        let series = catalog.find(&question.indicator).ok_or_else(unknown)?;
        let city = CitySwitch::new(&catalog.register, &question.city, question.with_city);
        let points: Vec<TrendPoint> = (0..)
            .zip(series.periods())
            .map(|(at, period)| point(&Pool::at(catalog, series, at, &city), series, period, question, &city))
            .collect();
        Ok(disclosure::release_series(Self {
            indicator: series.indicator.clone(),
            without_city: series.indicator.scope == Scope::WithoutCity || points.iter().any(|it| it.county.city_left_out),
            points,
            breaks: series.breaks.clone(),
            profile: question.profile,
        }))
    }

    /// The lines to draw: runs of neighbouring points (years, value) without gap or break. One point alone is a run too.
    pub fn lines(&self, of: impl Fn(&TrendPoint) -> Option<AreaValue>) -> Vec<Vec<[f64; 2]>> {
        let mut lines: Vec<Vec<[f64; 2]>> = Vec::new();
        let mut open = false;
        for point in &self.points {
            open &= !self.breaks.iter().any(|it| it.period == point.period);
            let value = of(point).and_then(|it| it.value);
            if let Some(value) = value {
                let place = [point.period.end_in_years(), value];
                match lines.last_mut().filter(|_| open) {
                    Some(line) => line.push(place),
                    None => lines.push(vec![place]),
                }
            }
            open = value.is_some();
        }
        lines
    }
}

fn point(pool: &Pool<'_>, series: &Series, period: &Period, question: &TrendQuestion, city: &CitySwitch) -> TrendPoint {
    let reference = |unassignable: bool| {
        let mut all = series.references.iter().filter(|it| it.period == *period);
        let found = all.find(|it| (it.area == UNASSIGNABLE) == unassignable)?;
        Some(AreaValue::of_cell(&found.cell, &series.indicator))
    };
    let whole = !city.is_off() || series.indicator.scope == Scope::WithoutCity;
    TrendPoint {
        period: period.clone(),
        selection: selected(pool, &question.selection),
        county: pool.county(),
        published: reference(false).filter(|_| whole),
        unassignable: reference(true).filter(|_| whole),
    }
}

/// One district alone says what its own cell says, pooled or not.
fn selected(pool: &Pool<'_>, districts: &BTreeSet<DistrictIx>) -> Option<AreaValue> {
    match districts.first() {
        None => None,
        Some(only) if districts.len() == 1 => Some(pool.district(*only)),
        Some(_) => Some(pool.area(districts.iter().copied())),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::{
        analysis::testing::{self, SECRET, indicator, series, share},
        model::{catalog::Reference, indicator::Pooling, value::Cell},
    };

    fn quota() -> Series {
        let years = ["2018", "2019", "2020", "2021", "2022", "2023"];
        let of = |it: f64| [share(it, 100.0), share(2.0 * it, 300.0), share(50.0, 600.0)];
        let mut rows: Vec<[Cell; 3]> = (0..6).map(|it| of(10.0 + f64::from(it))).collect();
        rows[3][0] = SECRET;
        rows[5][1] = share(1.0, 300.0);
        let rows: Vec<(&str, &[Cell])> = years.into_iter().zip(rows.iter().map(|it| &it[..])).collect();
        let mut series = series(indicator("quota", Pooling::Ratio, 100.0), &rows);
        series.breaks = vec![SeriesBreak { period: Period::parse("2020").unwrap(), reason: "anders gezählt".into() }];
        let published = |area: &str, cell| Reference { area: area.into(), period: Period::parse("2019").unwrap(), cell };
        series.references = vec![published("unassignable", share(3.0, 5.0)), published("03159", share(81.0, 1000.0))];
        series
    }

    fn asked(selection: &[u32], profile: Profile, with_city: bool) -> TimeSeries {
        let catalog = testing::catalog(3, 3, vec![quota()]);
        let selection = selection.iter().copied().map(DistrictIx).collect();
        let question = TrendQuestion { indicator: "quota".into(), selection, city: ["d2".into()].into(), with_city, profile };
        TimeSeries::of(&catalog, &question).unwrap().get().clone()
    }

    fn years(lines: &[Vec<[f64; 2]>]) -> Vec<Vec<f64>> {
        lines.iter().map(|line| line.iter().map(|it| it[0] - 1.0).collect()).collect()
    }

    #[test]
    fn lines_stop_at_gaps_and_breaks() {
        let trend = asked(&[0, 1], Profile::Intern, true);
        assert_eq!(years(&trend.lines(|it| it.selection)), [vec![2018.0, 2019.0], vec![2020.0], vec![2022.0, 2023.0]]);
        let first = trend.points[0].selection.unwrap();
        assert_eq!((first.numerator, first.denominator, first.value), (Some(30.0), Some(400.0), Some(7.5)));
        assert_eq!(trend.points[0].county.denominator, Some(1000.0));
    }

    #[test]
    fn what_is_hidden_is_a_gap() {
        let hidden = asked(&[1], Profile::Oeffentlich, true);
        assert_eq!(years(&hidden.lines(|it| it.selection)), [vec![2018.0, 2019.0], vec![2020.0, 2021.0, 2022.0]]);
        assert_eq!(hidden.points[5].selection.unwrap().numerator, None);
        assert_eq!(hidden.points[1].unassignable.unwrap().value, None, "2 of 5 are missing to the whole");
        assert_eq!(hidden.points[1].published.unwrap().value, Some(8.1));
    }

    #[test]
    fn without_the_city_the_published_county_does_not_compare() {
        let trend = asked(&[], Profile::Intern, false);
        assert_eq!((trend.points[1].published, trend.points[1].selection), (None, None));
        assert_eq!(trend.points[1].county.denominator, Some(400.0));
        assert!(trend.without_city);
    }
}
