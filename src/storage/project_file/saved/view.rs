//! Saved views, classings and terms as text.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{
    Unsound,
    real::{Real, numbers, reals},
};
use crate::{
    model::{
        classing::{ClassMethod, Classing, Ramp},
        id::{AreaId, DistrictKey, IndicatorId, PlanId, ViewId},
        period::Period,
        saved_view::{Extent, Level, SavedView, Selection},
    },
    words::{Noun, Terms},
};

/// How an indicator is classed.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SavedClassing {
    method: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    breaks: Option<Vec<Real>>,
    classes: u8,
    ramp: String,
    frozen: Option<Vec<Real>>,
}

impl From<&Classing> for SavedClassing {
    fn from(classing: &Classing) -> Self {
        let breaks = if let ClassMethod::Manual(breaks) = &classing.method { Some(reals(breaks)) } else { None };
        Self {
            method: classing.method.code().to_owned(),
            breaks,
            classes: classing.classes,
            ramp: classing.ramp.code().to_owned(),
            frozen: classing.frozen.as_deref().map(reals),
        }
    }
}

impl TryFrom<SavedClassing> for Classing {
    type Error = Unsound;
    fn try_from(saved: SavedClassing) -> Result<Self, Unsound> {
        let method = match saved.method.as_str() {
            "quantile" => ClassMethod::Quantile,
            "equal" => ClassMethod::EqualInterval,
            "jenks" => ClassMethod::NaturalBreaks,
            "stddev" => ClassMethod::StandardDeviation,
            "pretty" => ClassMethod::Pretty,
            "manual" => ClassMethod::Manual(numbers(saved.breaks.unwrap_or_default())),
            other => return Err(Unsound::at(format!("method {other}"))),
        };
        let ramp = Ramp::from_code(&saved.ramp).ok_or_else(|| Unsound::at(format!("ramp {}", saved.ramp)))?;
        Ok(Self { method, classes: saved.classes, ramp, frozen: saved.frozen.map(numbers) })
    }
}

/// A saved view.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SavedViewBody {
    id: u32,
    title: String,
    sentence: String,
    plan: Option<u32>,
    indicator: Option<String>,
    period: Option<String>,
    by_area: bool,
    classing: Option<SavedClassing>,
    extent: Option<[Real; 3]>, // east, north, height
    districts: BTreeSet<String>,
    area: Option<u32>,
    with_city: bool,
}

impl From<&SavedView> for SavedViewBody {
    fn from(view: &SavedView) -> Self {
        Self {
            id: view.id.0,
            title: view.title.clone(),
            sentence: view.sentence.clone(),
            plan: view.plan.map(|it| it.0),
            indicator: view.indicator.as_ref().map(ToString::to_string),
            period: view.period.as_ref().map(ToString::to_string),
            by_area: view.level == Level::Areas,
            classing: view.classing.as_ref().map(SavedClassing::from),
            extent: view.extent.map(|Extent { centre: [east, north], height }| [Real(east), Real(north), Real(height)]),
            districts: view.selection.districts.iter().map(ToString::to_string).collect(),
            area: view.selection.area.map(|it| it.0),
            with_city: view.with_city,
        }
    }
}

impl TryFrom<SavedViewBody> for SavedView {
    type Error = Unsound;
    fn try_from(saved: SavedViewBody) -> Result<Self, Unsound> {
        let period = |text: String| Period::parse(&text).ok_or_else(|| Unsound::at(format!("period {text}")));
        Ok(Self {
            id: ViewId(saved.id),
            title: saved.title,
            sentence: saved.sentence,
            plan: saved.plan.map(PlanId),
            indicator: saved.indicator.map(IndicatorId::new),
            period: saved.period.map(period).transpose()?,
            level: if saved.by_area { Level::Areas } else { Level::Districts },
            classing: saved.classing.map(Classing::try_from).transpose()?,
            extent: saved.extent.map(|[east, north, height]| Extent { centre: [east.0, north.0], height: height.0 }),
            selection: Selection { districts: saved.districts.into_iter().map(DistrictKey::new).collect(), area: saved.area.map(AreaId) },
            with_city: saved.with_city,
        })
    }
}

/// What the county calls things.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SavedTerms {
    planning_area: SavedNoun,
    conference: SavedNoun,
}

#[derive(Debug, Serialize, Deserialize)]
struct SavedNoun {
    singular: String,
    genitive: String,
    plural: String,
    dative_plural: String,
    english: String,
    english_plural: String,
}

impl From<&Noun> for SavedNoun {
    fn from(noun: &Noun) -> Self {
        let Noun { singular, genitive, plural, dative_plural, english, english_plural } = noun.clone();
        Self { singular, genitive, plural, dative_plural, english, english_plural }
    }
}

impl From<SavedNoun> for Noun {
    fn from(saved: SavedNoun) -> Self {
        let SavedNoun { singular, genitive, plural, dative_plural, english, english_plural } = saved;
        Self { singular, genitive, plural, dative_plural, english, english_plural }
    }
}

impl From<&Terms> for SavedTerms {
    fn from(terms: &Terms) -> Self {
        Self { planning_area: (&terms.planning_area).into(), conference: (&terms.conference).into() }
    }
}

impl From<SavedTerms> for Terms {
    fn from(saved: SavedTerms) -> Self {
        Self { planning_area: saved.planning_area.into(), conference: saved.conference.into() }
    }
}
