//! `compare`: two plans laid over one another.

use serde_json::{Map, Value, json};

use super::{
    answer::{Answer, headed_columns},
    arguments::Compare,
    opening::{self, Open},
    refusal::impossible,
    told,
};
use crate::{
    analysis::{
        disclosure,
        plan_comparison::{Flow, Pair, PlanComparison},
        pool::AreaValue,
    },
    model::{id::AreaId, indicator::Scope, plan::Plan, quantity::Metres, released::Profile, value::State},
    report::table::state_name,
    storage::refused::Refused,
    words::{Arg, Words, say},
};

/// Compares B with A.
pub fn run(asked: &Compare, words: &Words) -> Result<Answer, Refused> {
    let open = opening::open(&asked.project, words)?;
    let (a, b) = (open.plan(&asked.a)?.0, open.plan(&asked.b)?.0);
    let compared = PlanComparison::of(&open.catalog, a, b, &open.city(&asked.shown), None);
    let compared = compared.ok_or_else(|| impossible(say!("cli-not-comparable"), &open.path))?;
    let profile = asked.shown.profile_of_stdout();
    let released = disclosure::release_comparison(compared, profile);
    let scope = released.get().counted.as_ref().map_or(Scope::All, |it| it.0.indicator.scope);
    let without_city = open.leaves_city_out(&asked.shown, scope);
    let told = Told { open: &open, a, b, compared: released.get(), profile, without_city };
    Ok(Answer::new(Value::Object(told.json()), told.text()).noticing(open.told_of_city(&asked.shown)))
}

struct Told<'a> {
    open: &'a Open,
    a: &'a Plan,
    b: &'a Plan,
    compared: &'a PlanComparison,
    profile: Profile,
    without_city: bool,
}

impl Told<'_> {
    fn json(&self) -> Map<String, Value> {
        let (compared, mut members) = (self.compared, Map::new());
        let moved = &compared.moved;
        members.insert("a".into(), self.a.name.as_str().into());
        members.insert("b".into(), self.b.name.as_str().into());
        members.insert("profile".into(), self.profile.code().into());
        members.insert("city_left_out".into(), self.without_city.into());
        members.insert("limit".into(), disclosure::limit(self.profile).map(|it| self.open.words.tell(&it)).into());
        members.insert("weighted_by_population".into(), compared.weighted_by_population.into());
        members.insert("without_population".into(), compared.without_population.into());
        members.insert("matching".into(), compared.pairs.iter().map(|it| self.pair(it)).collect());
        people(&mut members, "population_moved", &moved.people);
        told::number(&mut members, "share_moved", moved.share, moved.state);
        told::number(&mut members, "variation_of_information", moved.variation_of_information, moved.state);
        told::number(&mut members, "normalised_information_distance", moved.normalised_information_distance, moved.state);
        members.insert("adjusted_rand_index".into(), compared.adjusted_rand_index.into());
        members.insert("unweighted".into(), self.unweighted());
        members.insert("moves".into(), compared.flows.iter().map(|it| self.flow(it)).collect());
        let lengths = compared.border_lengths;
        let [shared, added, removed] = [lengths.shared, lengths.added, lengths.removed].map(|it| Metres(it).kilometres());
        members.insert("border_km".into(), json!({ "shared": shared, "added": added, "removed": removed }));
        members
    }

    fn pair(&self, it: &Pair) -> Value {
        let mut members = Map::new();
        members.insert("a".into(), code(self.a, Some(it.a)).into());
        members.insert("b".into(), code(self.b, Some(it.b)).into());
        members.insert("name_a".into(), name(self.a, it.a).into());
        members.insert("name_b".into(), name(self.b, it.b).into());
        members.insert("districts".into(), it.districts.into());
        people(&mut members, "population", &it.population);
        Value::Object(members)
    }

    /// „R6 Südharz → Harzrand“, for every area that both plans have under different names.
    fn renamed(&self) -> Vec<String> {
        let said = |area: &crate::model::planning_area::PlanningArea| {
            let like = self.compared.likeness.get(&area.id).filter(|it| it.renamed.is_some())?;
            let code = code(self.a, like.matches).unwrap_or_default();
            Some(self.open.words.tell(&say!("cli-renamed", area = format!("{code} {}", like.names()))))
        };
        self.b.areas.iter().filter_map(said).collect()
    }

    fn unweighted(&self) -> Value {
        let (figures, mut members) = (self.compared.unweighted, Map::new());
        members.insert("districts_moved".into(), figures.districts_moved.into());
        told::number(&mut members, "share_moved", figures.share_moved, told::MISSING);
        told::number(&mut members, "variation_of_information", figures.variation_of_information, told::MISSING);
        told::number(&mut members, "normalised_information_distance", figures.normalised_information_distance, told::MISSING);
        Value::Object(members)
    }

    fn flow(&self, it: &Flow) -> Value {
        let keys = it.districts.iter().filter_map(|it| self.open.catalog.register.get(*it)).map(|it| it.key.to_string());
        let mut members = Map::new();
        members.insert("from".into(), code(self.a, it.from).into());
        members.insert("to".into(), code(self.b, it.to).into());
        members.insert("districts".into(), it.districts.len().into());
        members.insert("district_keys".into(), keys.collect());
        people(&mut members, "population", &it.population);
        Value::Object(members)
    }

    fn text(&self) -> Vec<String> {
        let words = &self.open.words;
        let mut text = vec![words.tell(&say!("handout-comparison", a = self.a.name.as_str(), b = self.b.name.as_str())), String::new()];
        let row = |it: &Flow| {
            let mut cells = vec![self.called(self.a, it.from), self.called(self.b, it.to), words.count(it.districts.len())];
            cells.extend(self.compared.weighted_by_population.then(|| said(&it.population, words)));
            cells
        };
        let heads =
            ["comparison-from", "comparison-to-head", "comparison-districts-head", "comparison-people-head"].map(|it| words.say(it));
        let heads: Vec<String> = match heads {
            [from, to, districts, people] => {
                let of = |head: String, plan: &Plan| format!("{head} ({})", plan.name);
                let people = self.compared.weighted_by_population.then_some(people);
                [of(from, self.a), of(to, self.b), districts].into_iter().chain(people).collect()
            }
        };
        if !self.compared.flows.is_empty() {
            text.extend(headed_columns(&heads, &self.compared.flows.iter().map(row).collect::<Vec<_>>()));
        }
        text.extend(self.renamed());
        text.push(String::new());
        text.push(self.moved());
        let without = self.compared.without_population;
        if without > 0 && self.compared.weighted_by_population {
            text.push(words.tell(&say!("comparison-without-people", count = without)));
        }
        text.extend(self.without_city.then(|| words.say("handout-without-city")));
        text.extend(disclosure::limit(self.profile).map(|it| words.tell(&it)));
        text
    }

    /// „R6 Südharz“, or that it belongs nowhere.
    fn called(&self, plan: &Plan, area: Option<AreaId>) -> String {
        let named = area.and_then(|it| plan.area(it)).map(|it| format!("{} {}", it.code, it.name));
        named.unwrap_or_else(|| self.open.words.say("legend-unassigned"))
    }

    /// How many people move in all, as far as that is known and may be told; else how many districts.
    fn moved(&self) -> String {
        let (moved, districts) = (&self.compared.moved, self.compared.changed.len());
        self.open.words.tell(&match (moved.people.value, moved.share, moved.people.at_least) {
            (Some(people), Some(share), _) => {
                say!("cli-compared", people = Arg::Decimal(people, 0), share = Arg::Percent(share, 1), districts)
            }
            (Some(people), None, _) => say!("handout-moved", people = Arg::Decimal(people, 0), districts),
            (_, _, Some(least)) => say!("handout-moved-at-least", people = Arg::Decimal(least, 0), districts),
            _ => say!("handout-moved-districts", districts),
        })
    }
}

/// People as a value: what is certain of a part is told too.
fn people(members: &mut Map<String, Value>, name: &str, value: &AreaValue) {
    told::named_value(members, name, Some(value));
    if value.state == State::Partial {
        members.insert(format!("{name}_at_least"), value.at_least.into());
    }
}

/// „7.222“, „≥ 4.300“, or why there is no number.
fn said(value: &AreaValue, words: &Words) -> String {
    match (value.value, value.at_least) {
        (Some(people), _) => words.whole(people),
        (_, Some(least)) => format!("≥ {}", words.whole(least)),
        _ => words.tell(&state_name(value.state, None)),
    }
}

fn name(plan: &Plan, area: AreaId) -> Option<&str> {
    plan.area(area).map(|it| it.name.as_str())
}

/// The code of an area, which is what assignment files call it.
fn code(plan: &Plan, area: Option<AreaId>) -> Option<&str> {
    plan.area(area?).map(|it| it.code.as_str())
}
