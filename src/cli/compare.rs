//! `compare`: two plans laid over one another.

use serde_json::{Map, Value, json};

use super::{
    answer::{Answer, columns},
    arguments::Compare,
    opening::{self, Open},
    refusal::impossible,
    told,
};
use crate::{
    analysis::{
        disclosure,
        plan_comparison::{Flow, PlanComparison},
        pool::AreaValue,
    },
    model::{
        id::AreaId,
        indicator::{Pooling, Role},
        plan::Plan,
        quantity::Metres,
        released::Profile,
        value::{Cell, State},
    },
    storage::refused::Refused,
    words::{Arg, Words, say},
};

/// Compares B with A.
pub fn run(asked: &Compare, words: &Words) -> Result<Answer, Refused> {
    let open = opening::open(&asked.project, words)?;
    let (a, b) = (open.plan(&asked.a)?.0, open.plan(&asked.b)?.0);
    let compared = PlanComparison::of(&open.catalog, a, b, &open.city(&asked.shown), None);
    let compared = compared.ok_or_else(|| impossible(say!("cli-not-comparable"), &open.path))?;
    let told = Told { open: &open, a, b, compared: &compared, profile: asked.shown.profile_of_stdout() };
    Ok(Answer::new(Value::Object(told.json()), told.text()))
}

struct Told<'a> {
    open: &'a Open,
    a: &'a Plan,
    b: &'a Plan,
    compared: &'a PlanComparison,
    profile: Profile,
}

impl Told<'_> {
    /// People under the profile: a handful that moves is as secret as a handful that lives somewhere.
    fn people(&self, count: Option<f64>) -> AreaValue {
        let missing = AreaValue::without_number(Cell::ABSENT.state);
        let Some(series) = self.open.catalog.with_role(Role::Population) else { return missing };
        let value = count.map_or(missing, |it| AreaValue { value: Some(it), ..AreaValue::without_number(State::Known) });
        debug_assert_eq!(series.indicator.pooling, Pooling::Sum);
        *disclosure::release_value(value, &series.indicator, self.profile).get()
    }

    fn weighted(&self, count: f64) -> Option<f64> {
        self.compared.weighted_by_population.then_some(count)
    }

    /// Whether any number of people is hidden: then no sum or measure may be told from which it could be worked out.
    fn hides(&self) -> bool {
        let hidden = |count: Option<f64>| matches!(self.people(count).state, State::Suppressed(_));
        let measures = &self.compared.measures;
        self.compared.flows.iter().any(|it| hidden(it.population))
            || measures.matching.iter().any(|it| hidden(self.weighted(it.population)))
            || hidden(self.weighted(measures.population_moved))
    }

    fn json(&self) -> Map<String, Value> {
        let (measures, mut members) = (&self.compared.measures, Map::new());
        let open = |it: Option<f64>| it.filter(|_| !self.hides());
        members.insert("a".into(), self.a.name.as_str().into());
        members.insert("b".into(), self.b.name.as_str().into());
        members.insert("profile".into(), self.profile.code().into());
        members.insert("weighted_by_population".into(), self.compared.weighted_by_population.into());
        members.insert("matching".into(), measures.matching.iter().map(|it| self.pair(it)).collect());
        told::number(&mut members, "population_moved", open(self.weighted(measures.population_moved)));
        told::number(&mut members, "share_moved", open(measures.share_moved));
        told::number(&mut members, "variation_of_information", open(measures.variation_of_information));
        told::number(&mut members, "normalised_information_distance", open(measures.normalised_information_distance));
        members.insert("adjusted_rand_index".into(), measures.adjusted_rand_index.into());
        members.insert("unweighted".into(), self.unweighted());
        members.insert("moves".into(), self.compared.flows.iter().map(|it| self.flow(it)).collect());
        let lengths = self.compared.border_lengths;
        let [shared, added, removed] = [lengths.shared, lengths.added, lengths.removed].map(|it| Metres(it).kilometres());
        members.insert("border_km".into(), json!({ "shared": shared, "added": added, "removed": removed }));
        members
    }

    fn pair(&self, it: &crate::analysis::compare::Match) -> Value {
        let mut members = Map::new();
        members.insert("a".into(), code(self.a, Some(AreaId(it.a))).into());
        members.insert("b".into(), code(self.b, Some(AreaId(it.b))).into());
        members.insert("districts".into(), it.districts.into());
        told::named_value(&mut members, "population", Some(&self.people(self.weighted(it.population))));
        Value::Object(members)
    }

    fn unweighted(&self) -> Value {
        let (figures, mut members) = (self.compared.measures.unweighted, Map::new());
        members.insert("districts_moved".into(), figures.districts_moved.into());
        told::number(&mut members, "share_moved", figures.share_moved);
        told::number(&mut members, "variation_of_information", figures.variation_of_information);
        told::number(&mut members, "normalised_information_distance", figures.normalised_information_distance);
        Value::Object(members)
    }

    fn flow(&self, it: &Flow) -> Value {
        let keys = it.districts.iter().filter_map(|it| self.open.catalog.register.get(*it)).map(|it| it.key.to_string());
        let mut members = Map::new();
        members.insert("from".into(), code(self.a, it.from).into());
        members.insert("to".into(), code(self.b, it.to).into());
        members.insert("districts".into(), it.districts.len().into());
        members.insert("district_keys".into(), keys.collect());
        told::named_value(&mut members, "population", Some(&self.people(it.population)));
        Value::Object(members)
    }

    fn text(&self) -> Vec<String> {
        let words = &self.open.words;
        let nowhere = || words.say("legend-unassigned");
        let mut text = vec![words.tell(&say!("handout-comparison", a = self.a.name.as_str(), b = self.b.name.as_str())), String::new()];
        let row = |it: &Flow| {
            let people = self.people(it.population);
            let count = people.value.map_or_else(|| "–".to_owned(), |it| words.whole(it));
            vec![
                code(self.a, it.from).map_or_else(nowhere, str::to_owned),
                "→".into(),
                code(self.b, it.to).map_or_else(nowhere, str::to_owned),
                words.count(it.districts.len()),
                count,
            ]
        };
        text.extend(columns(&self.compared.flows.iter().map(row).collect::<Vec<_>>()));
        text.push(String::new());
        let districts = self.compared.changed.len();
        if let Some(people) = self.weighted(self.compared.measures.population_moved).filter(|_| !self.hides()) {
            let share = Arg::Percent(self.compared.measures.share_moved.unwrap_or(0.0), 1);
            text.push(words.tell(&say!("cli-compared", people = Arg::Decimal(people, 0), share, districts)));
        } else {
            text.push(words.tell(&say!("handout-moved-districts", districts)));
        }
        text.extend(disclosure::limit(self.profile).map(|it| words.tell(&it)));
        text
    }
}

/// The code of an area, which is what assignment files call it.
fn code(plan: &Plan, area: Option<AreaId>) -> Option<&str> {
    plan.area(area?).map(|it| it.code.as_str())
}
