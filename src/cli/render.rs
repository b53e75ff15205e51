//! `render`: one map as SVG or PNG, from the same picture as the screen.

use std::sync::Arc;

use serde_json::json;

use super::{
    answer::Answer,
    arguments::Render,
    opening::{self, Open},
    out,
    refusal::impossible,
};
use crate::{
    analysis::{
        assignment::Assignment,
        overlay::{Overlay, OverlayQuestion},
    },
    cartography::{
        compose::{Composition, KeyFigures},
        palette::Ground,
        picture::Picture,
    },
    model::{id::IndicatorId, plan::Plan, released::Released, saved_view::Level},
    report::{
        Document, Format,
        map::{MapSheet, pixels},
    },
    storage::refused::Refused,
    words::{Words, say},
};

/// Draws the map and puts it down.
pub fn run(asked: &Render, words: &Words) -> Result<Answer, Refused> {
    let open = opening::open(&asked.project, words)?;
    let sheet = sheet(asked, &open)?;
    let (bytes, [width, height]) = match Format::of_path(&asked.out) {
        Some(Format::Png) => {
            let png = pixels::png(&sheet.svg(), asked.layout.usual_dpi()).map_err(|it| impossible(it, &asked.out))?;
            (png.bytes, [png.width, png.height].map(f64::from))
        }
        _ => {
            let size = sheet.size();
            (Document::Map(Box::new(sheet)).bytes_for(&asked.out).map_err(|it| impossible(it, &asked.out))?, size)
        }
    };
    out::lay_down(&asked.out, &bytes, &open, asked.overwrite)?;
    let file = asked.out.display().to_string();
    let text = vec![open.words.tell(&say!("desk-written", file = file.as_str()))];
    Ok(Answer::new(json!({ "file": file, "width": width, "height": height, "profile": asked.shown.profile_of_file().code() }), text)
        .noticing(open.told_of_city(&asked.shown)))
}

/// An indicator on districts or areas, with the plan outlined; without an indicator the plan's areas; without a plan the
/// first indicator that tells something.
fn sheet(asked: &Render, open: &Open) -> Result<MapSheet, Refused> {
    let needs_plan = asked.plan.is_some() || asked.by == Level::Areas || (asked.indicator.is_none() && !open.project.plans.is_empty());
    let plan = if needs_plan { Some(open.plan_or_usual(asked.plan.as_deref())?) } else { None };
    let plan = plan.as_ref().map(|it| (it.0, &it.1));
    let composition = Composition {
        catalog: &open.catalog,
        plan,
        city: open.city(&asked.shown),
        open: None,
        ground: Ground::Light,
        group: None,
        area_labels: true,
        district_labels: true,
        words: &open.words,
    };
    Ok(MapSheet {
        picture: picture(asked, open, &composition, plan)?,
        beside: Vec::new(),
        area_colours: composition.chip_colours(None),
        ground: Arc::clone(&open.catalog.ground),
        register: Arc::clone(&open.catalog.register),
        layout: asked.layout,
        extent: None,
        date: open.date(&asked.shown),
        words: Arc::clone(&open.words),
    })
}

fn picture(asked: &Render, open: &Open, composition: &Composition<'_>, plan: Option<(&Plan, &Assignment)>) -> Result<Picture, Refused> {
    let profile = asked.shown.profile_of_file();
    if let (None, Some((plan, _))) = (&asked.indicator, plan) {
        let balanced = plan.balance.clone().or_else(|| open.population().map(|it| it.0.indicator.id.clone()));
        let figures = balanced.map(|it| overlay(asked, open, &it, Level::Areas, composition.plan)).transpose()?;
        let mut picture = composition
            .of_areas(figures.as_ref().map(KeyFigures::of_overlay).as_ref(), profile)
            .ok_or_else(|| impossible(say!("cli-no-plan-at-all"), &open.path))?;
        picture.tell_estimates(figures.as_ref(), &open.words);
        return Ok(picture);
    }
    let indicator = match &asked.indicator {
        Some(id) => open.series(id)?.indicator.id.clone(),
        None => first_indicator(open)?,
    };
    let shown = overlay(asked, open, &indicator, asked.by, plan)?;
    let areas = plan.map(|_| overlay(asked, open, &indicator, Level::Areas, plan)).transpose()?;
    let ramp = open.project.classing.get(&indicator).cloned().unwrap_or_default().ramp;
    let mut picture = composition.of_indicator(&shown, areas.as_ref().map(KeyFigures::of_overlay).as_ref(), ramp);
    picture.tell_estimates(areas.as_ref().or(Some(&shown)), &open.words);
    Ok(picture)
}

fn first_indicator(open: &Open) -> Result<IndicatorId, Refused> {
    let series = open.catalog.series();
    let first = series.iter().find(|it| it.indicator.role.is_none() && it.latest_known().is_some()).or(series.first());
    first.map(|it| it.indicator.id.clone()).ok_or_else(|| impossible(say!("desk-nothing-to-export"), &open.path))
}

fn overlay(
    asked: &Render,
    open: &Open,
    indicator: &IndicatorId,
    level: Level,
    plan: Option<(&Plan, &Assignment)>,
) -> Result<Released<Overlay>, Refused> {
    let period = match (&asked.period, &asked.indicator) {
        (Some(period), Some(_)) => {
            let series = open.series(indicator.as_str())?;
            series.periods().get(super::value::period_of(open, series, Some(period))?).cloned()
        }
        _ => None,
    };
    let question = OverlayQuestion {
        period,
        level,
        classing: open.project.classing.get(indicator).cloned().unwrap_or_default(),
        city: open.project.city.clone(),
        with_city: !asked.shown.without_city,
        profile: asked.shown.profile_of_file(),
        ..OverlayQuestion::about(indicator.clone())
    };
    Overlay::of(&open.catalog, plan, &question).map_err(|it| impossible(it.message(), &open.path))
}
