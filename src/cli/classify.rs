//! `classify`: class breaks of an indicator, on districts or on the areas of a plan.

use serde_json::json;

use super::{
    answer::{Answer, columns},
    arguments::{Classify, Method},
    opening,
    refusal::impossible,
};
use crate::{
    analysis::{
        classify::{Classes, classify},
        disclosure,
        overlay::{Overlay, OverlayQuestion, method},
    },
    cartography::class_limits,
    model::{
        classing::Classing,
        finding::{Findings, Severity},
        saved_view::Level,
    },
    storage::{
        codes::{self, finding},
        refused::Refused,
    },
    words::{Words, say},
};

/// Finds breaks among what the profile shows.
pub fn run(asked: &Classify, words: &Words) -> Result<Answer, Refused> {
    let open = opening::open(&asked.project, words)?;
    let series = open.series(&asked.indicator)?;
    let at = super::value::period_of(&open, series, asked.period.as_ref())?;
    let plan = asked.plan.as_deref().map(|it| open.plan(it)).transpose()?;
    let count = asked.classes.unwrap_or_else(|| u8::try_from(asked.breaks.len() + 1).unwrap_or(u8::MAX));
    let question = OverlayQuestion {
        period: series.periods().get(at).cloned(),
        level: if plan.is_some() { Level::Areas } else { Level::Districts },
        classing: Classing { method: asked.class_method(), classes: count, ..Classing::default() },
        city: open.project.city.clone(),
        with_city: !asked.shown.without_city,
        profile: asked.shown.profile_of_stdout(),
        ..OverlayQuestion::about(series.indicator.id.clone())
    };
    let overlay = Overlay::of(&open.catalog, plan.as_ref().map(|it| (it.0, &it.1)), &question);
    let overlay = overlay.map_err(|it| impossible(it.message(), &open.path))?;
    let shown = overlay.get();
    let values = shown.classed_values();
    let by_hand = asked.method == Method::Manual && !values.is_empty();
    let classes = match &shown.classes {
        Some(classes) if !by_hand => Ok(classes.clone()), // on the map own limits stay in classes that are empty this year
        _ => classify(&values, &method(&question.classing.method), count),
    };
    let classes = classes.map_err(|it| impossible(it.message(), &open.path))?;
    let json = json!({
        "indicator": series.indicator.id.as_str(),
        "period": shown.period.as_str(),
        "method": question.classing.method.code(),
        "profile": question.profile.code(),
        "city_left_out": shown.without_city,
        "limit": disclosure::limit(question.profile).map(|it| open.words.tell(&it)),
        "breaks": classes.breaks,
        "counts": classes.counts,
        "goodness_of_variance_fit": classes.goodness_of_variance_fit,
        "without_class": {
            "estimated": shown.counts.estimated,
            "partial": shown.counts.partial,
            "suppressed": shown.counts.secret,
            "missing": shown.counts.missing,
            "uninhabited": shown.counts.uninhabited,
            "switched_off": shown.counts.switched_off,
            "range": shown.counts.range,
        },
    });
    let mut text = lines(&classes, series.indicator.shown_decimals().max(2), &open.words);
    text.extend(shown.without_city.then(|| open.words.say("handout-without-city")));
    text.extend(disclosure::limit(question.profile).map(|it| open.words.tell(&it)));
    let mut noticed = open.told_of_city(&asked.shown);
    noticed.extend(told_of_breaks(asked, classes.len()));
    Ok(Answer::new(json, text).noticing(noticed))
}

/// By hand the breaks say how many classes there are, whatever number was asked for.
fn told_of_breaks(asked: &Classify, classes: usize) -> Findings {
    let mut findings = Findings::default();
    let wanted = asked.classes.filter(|it| !asked.breaks.is_empty() && usize::from(*it) != classes);
    if let Some(wanted) = wanted {
        let message = say!("cli-classes-by-breaks", wanted = usize::from(wanted), classes);
        findings.push(finding(Severity::Note, codes::CLASSES_BY_BREAKS, message, say!("cli-remedy-breaks")));
    }
    findings
}

/// A line for each class with the limits that belong to it, all equally wide, and how many are in it.
fn lines(classes: &Classes, decimals: u8, words: &Words) -> Vec<String> {
    let limits: Vec<String> = class_limits::with_ends(&classes.breaks, decimals, words).iter().map(|it| words.tell(it)).collect();
    let width = limits.iter().map(|it| it.chars().count()).max().unwrap_or(0);
    let row = |(text, count): (&String, &usize)| vec![format!("{text:width$}"), words.count(*count)];
    columns(&limits.iter().zip(&classes.counts).map(row).collect::<Vec<_>>())
}
