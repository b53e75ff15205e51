//! `plan show`: the figures of a plan.

use serde_json::{Map, Value, json};

use crate::{
    analysis::{
        disclosure,
        figures::{AreaFigures, FigureOptions, PlanFigures},
    },
    cli::{
        answer::{Answer, columns},
        arguments::PlanShow,
        opening::{self, Open},
        told,
    },
    model::{
        id::IndicatorId,
        indicator::{Indicator, Scope},
        plan::{Plan, Target},
        released::Profile,
        value::State,
    },
    storage::refused::Refused,
    words::{Message, Words, say},
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
    let profile = asked.shown.profile_of_stdout();
    let released = disclosure::release_figures(figures, &open.catalog, profile);
    let scope = released.get().balanced.as_ref().and_then(|it| open.catalog.find(it)).map_or(Scope::All, |it| it.indicator.scope);
    let without_city = open.leaves_city_out(&asked.shown, scope);
    let shown = Shown { open: &open, figures: released.get(), profile, without_city };
    let mut json = shown.whole();
    json.insert("plan".into(), plan.name.as_str().into());
    json.insert("areas".into(), shown.figures.areas.iter().map(|it| Value::Object(shown.area(plan, it))).collect());
    let mut noticed = open.told_of_city(&asked.shown);
    noticed.extend(open.told_of_strangers());
    Ok(Answer::new(Value::Object(json), shown.text(plan)).noticing(noticed))
}

struct Shown<'a> {
    open: &'a Open,
    figures: &'a PlanFigures,
    profile: Profile,
    without_city: bool,
}

impl Shown<'_> {
    fn indicator(&self, id: Option<&IndicatorId>) -> Option<&Indicator> {
        id.and_then(|it| self.open.catalog.find(it)).map(|it| &it.indicator)
    }

    /// Why a figure of the balance isn't there: because an area's amount is hidden, from which it could be told, or because
    /// nobody counted.
    fn unknown(&self) -> State {
        let hidden = |it: &AreaFigures| it.amount.is_some_and(|it| it.state == told::HIDDEN);
        if self.figures.areas.iter().any(hidden) { told::HIDDEN } else { told::MISSING }
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
        members.insert("city_left_out".into(), self.without_city.into());
        members.insert("limit".into(), disclosure::limit(self.profile).map(|it| self.open.words.tell(&it)).into());
        let unknown = self.unknown();
        told::number(&mut members, "target", figures.target, unknown);
        let held = figures.held().filter(|_| figures.target.is_some());
        told::number(&mut members, "amount_in_areas", held.map(|it| it.0), unknown);
        members.insert("areas_measured".into(), held.map(|it| it.1).into());
        members.insert("areas_occupied".into(), figures.areas.iter().filter(|it| it.districts > 0).count().into());
        told::number(&mut members, "max_deviation", figures.max_deviation, unknown);
        told::number(&mut members, "parity", figures.parity, unknown);
        told::number(&mut members, "gini", figures.gini, unknown);
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
            "has_target": area.has_target,
            "surface_km2": area.surface_km2,
            "perimeter_km": area.perimeter_km,
            "parts": area.parts,
            "polygons": area.polygons,
        });
        let mut members = if let Value::Object(members) = about { members } else { Map::new() };
        told::named_value(&mut members, "population", area.population.as_ref());
        told::named_value(&mut members, "amount", area.amount.as_ref());
        told::number(&mut members, "deviation", area.deviation, self.unknown());
        told::number(&mut members, "polsby_popper", area.polsby_popper, told::MISSING);
        told::number(&mut members, "reock", area.reock, told::MISSING);
        told::number(&mut members, "convex_hull_ratio", area.convex_hull_ratio, told::MISSING);
        members
    }

    /// What each area should hold and what that rests on: an area that gets empty changes the mean, and with it all deviations.
    fn target(&self, plan: &Plan) -> Option<String> {
        let (words, target) = (&self.open.words, self.figures.target?);
        let target = words.whole(target);
        let (said, rule) = match (&plan.target, self.figures.held()) {
            (Target::Mean, held) => {
                let (sum, count) = held?;
                (say!("planning-target-said", target, sum = words.whole(sum), count), "planning-target-mean-rule")
            }
            (Target::MeanBesideCity, held) => {
                let (sum, count) = held?;
                (say!("planning-target-said-beside-city", target, sum = words.whole(sum), count), "planning-target-beside-city-rule")
            }
            (Target::Fixed(_), _) => (say!("planning-target-said-fixed", target), "planning-target-fixed-rule"),
        };
        Some(words.tell(&say!("cli-plan-target", said, rule = Message::new(rule))))
    }

    fn text(&self, plan: &Plan) -> Vec<String> {
        let words = &self.open.words;
        let indicator = self.indicator(self.figures.balanced.as_ref());
        let row = |it: &AreaFigures| {
            let known = plan.area(it.area);
            let amount = it.amount.zip(indicator).map_or_else(|| "–".to_owned(), |(value, by)| told::text_in_total(&value, by, words));
            let deviation = match it.deviation {
                Some(it) => words.signed_percent(it, 1),
                None if !it.has_target => words.say("planning-area-without-target"),
                None => "–".to_owned(),
            };
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
        let uninhabited = self.figures.unassigned.iter().filter(|it| self.open.catalog.is_uninhabited(**it)).count();
        text.push(words.tell(&say!("cli-plan-figures", edges, unassigned, uninhabited)));
        text.extend(self.target(plan));
        if let Some((parity, gini)) = self.figures.parity.zip(self.figures.gini) {
            text.push(words.tell(&say!(
                "cli-plan-balance",
                parity = crate::words::Arg::Percent(parity, 1),
                gini = crate::words::Arg::Decimal(gini, 3)
            )));
        }
        text.extend(self.without_city.then(|| words.say("handout-without-city")));
        text.extend(disclosure::limit(self.profile).map(|it| words.tell(&it)));
        text
    }
}
