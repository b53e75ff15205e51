//! `plan show`: the figures of a plan.

use serde_json::{Map, Value, json};

use crate::{
    analysis::{
        disclosure,
        figures::{AreaFigures, FigureOptions, PlanFigures},
        pool::AreaValue,
    },
    cli::{
        answer::{Answer, columns},
        arguments::PlanShow,
        opening::{self, Open},
        told,
    },
    model::{
        id::IndicatorId,
        indicator::Indicator,
        plan::Plan,
        released::{Profile, Released},
        value::State,
    },
    storage::refused::Refused,
    words::{Words, say},
};

/// Tells all figures under the profile.
pub fn run(asked: &PlanShow, words: &Words) -> Result<Answer, Refused> {
    let open = opening::open(&asked.project, words)?;
    let (plan, assignment) = open.plan(&asked.plan)?;
    let balance = match &asked.balance {
        Some(id) => Some(open.series(id)?.indicator.id.clone()),
        None => None,
    };
    let options = FigureOptions { period: None, balance, city: open.city(&asked.shown) };
    let figures = PlanFigures::of(&open.catalog, plan, &assignment, &options);
    let shown = Shown { open: &open, figures: &figures, profile: asked.shown.profile_of_stdout() };
    let mut json = shown.whole();
    json.insert("plan".into(), plan.name.as_str().into());
    json.insert("areas".into(), figures.areas.iter().map(|it| Value::Object(shown.area(plan, it))).collect());
    Ok(Answer::new(Value::Object(json), shown.text(plan)))
}

struct Shown<'a> {
    open: &'a Open,
    figures: &'a PlanFigures,
    profile: Profile,
}

impl Shown<'_> {
    fn indicator(&self, id: Option<&IndicatorId>) -> Option<&Indicator> {
        id.and_then(|it| self.open.catalog.find(it)).map(|it| &it.indicator)
    }

    fn population(&self, area: &AreaFigures) -> Option<Released<AreaValue>> {
        let people = &self.open.catalog.with_role(crate::model::indicator::Role::Population)?.indicator;
        area.population.map(|it| disclosure::release_value(it, people, self.profile))
    }

    fn amount(&self, area: &AreaFigures) -> Option<Released<AreaValue>> {
        let indicator = self.indicator(self.figures.balanced.as_ref())?;
        area.amount.map(|it| disclosure::release_value(it, indicator, self.profile))
    }

    /// Whether an area's amount is hidden: then no figure may be told from which it could be worked out.
    fn hides_amounts(&self) -> bool {
        let hidden = |it: &AreaFigures| self.amount(it).is_some_and(|it| matches!(it.get().state, State::Suppressed(_)));
        self.figures.areas.iter().any(hidden)
    }

    fn whole(&self) -> Map<String, Value> {
        let mut members = Map::new();
        let figures = self.figures;
        let keys = figures.unassigned.iter().filter_map(|it| self.open.catalog.register.get(*it)).map(|it| it.key.to_string());
        members.insert("unassigned".into(), keys.collect());
        members.insert("cut_edges".into(), figures.cut_edges.into());
        members.insert("cut_edges_unassigned".into(), figures.cut_edges_unassigned.into());
        members.insert("balance".into(), figures.balanced.as_ref().map(|it| it.as_str()).into());
        members.insert("period".into(), figures.period.as_ref().map(|it| it.as_str()).into());
        members.insert("profile".into(), self.profile.code().into());
        let open = |it: Option<f64>| it.filter(|_| !self.hides_amounts());
        told::number(&mut members, "target", open(figures.target));
        told::number(&mut members, "max_deviation", open(figures.max_deviation));
        told::number(&mut members, "parity", open(figures.parity));
        told::number(&mut members, "gini", open(figures.gini));
        members
    }

    fn area(&self, plan: &Plan, area: &AreaFigures) -> Map<String, Value> {
        let known = plan.area(area.area);
        let about = json!({
            "id": known.map(|it| it.code.as_str()),
            "name": known.map(|it| it.name.as_str()),
            "reason": known.map(|it| it.reason.as_str()),
            "districts": area.districts,
            "districts_switched_off": area.switched_off,
            "surface_km2": area.surface_km2,
            "perimeter_km": area.perimeter_km,
            "parts": area.parts,
            "polygons": area.polygons,
        });
        let mut members = if let Value::Object(members) = about { members } else { Map::new() };
        told::named_value(&mut members, "population", self.population(area).as_ref().map(Released::get));
        told::named_value(&mut members, "amount", self.amount(area).as_ref().map(Released::get));
        told::number(&mut members, "deviation", area.deviation.filter(|_| !self.hides_amounts()));
        told::number(&mut members, "polsby_popper", area.polsby_popper);
        told::number(&mut members, "reock", area.reock);
        told::number(&mut members, "convex_hull_ratio", area.convex_hull_ratio);
        members
    }

    fn text(&self, plan: &Plan) -> Vec<String> {
        let words = &self.open.words;
        let indicator = self.indicator(self.figures.balanced.as_ref());
        let row = |it: &AreaFigures| {
            let known = plan.area(it.area);
            let amount = self.amount(it).zip(indicator).map_or_else(|| "–".to_owned(), |(value, by)| told::text(value.get(), by, words));
            let deviation = it.deviation.filter(|_| !self.hides_amounts()).map_or_else(|| "–".to_owned(), |it| words.signed_percent(it, 1));
            vec![
                known.map_or_else(String::new, |it| it.code.clone()),
                known.map_or_else(String::new, |it| it.name.clone()),
                amount,
                deviation,
                words.with_unit(it.surface_km2, 1, "km²"),
            ]
        };
        let mut text = vec![plan.name.clone(), String::new()];
        text.extend(columns(&self.figures.areas.iter().map(row).collect::<Vec<_>>()));
        text.push(String::new());
        let (edges, unassigned) = (self.figures.cut_edges, self.figures.unassigned.len());
        text.push(words.tell(&say!("cli-plan-figures", edges, unassigned)));
        if let Some((parity, gini)) = self.figures.parity.zip(self.figures.gini).filter(|_| !self.hides_amounts()) {
            text.push(words.tell(&say!(
                "cli-plan-balance",
                parity = crate::words::Arg::Percent(parity, 1),
                gini = crate::words::Arg::Decimal(gini, 3)
            )));
        }
        text.extend(disclosure::limit(self.profile).map(|it| words.tell(&it)));
        text
    }
}
