//! Two plans laid beside one another: which area is which, and what it looks like.

use std::collections::{HashMap, HashSet};

use eframe::egui::Color32;

use crate::{
    analysis::plan_comparison::{PlanComparison, renamed},
    desk::Desk,
    model::{
        id::{AreaId, PlanId},
        plan::Plan,
        planning_area::PlanningArea,
        released::Released,
    },
    views::map::colour32,
};

/// Two plans and what their comparison says.
#[derive(Clone, Copy)]
pub struct Pair<'a> {
    /// What is on the desk.
    pub desk: &'a Desk,
    /// The plan that counts as before.
    pub a: &'a Plan,
    /// The plan that counts as after.
    pub b: &'a Plan,
    /// Their comparison, as the profile shows it.
    pub compared: &'a PlanComparison,
    /// The same with the word that it was released.
    pub released: &'a Released<PlanComparison>,
}

/// An area of A and the one of B that it is; one of them may be missing.
#[derive(Debug, Clone)]
pub struct Twin<'a> {
    /// The area of A; `None` if it is new in B.
    pub a: Option<&'a PlanningArea>,
    /// The area of B; `None` if it is gone in B.
    pub b: Option<&'a PlanningArea>,
    /// What it looks like in both.
    pub sign: Sign,
    /// Whether districts come or go.
    pub changes: bool,
}

/// What an area looks like: A's chip and colour wherever there is one, and its name; of both „Südharz → Harzrand“ where the
/// plans call it differently.
#[derive(Debug, Clone, PartialEq)]
pub struct Sign {
    /// What stands on the chip; empty for "not assigned".
    pub chip: String,
    /// Its name.
    pub name: String,
    /// The colour of the chip.
    pub colour: Color32,
}

/// On which side of the comparison an area stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// In the plan before.
    A,
    /// In the plan after.
    B,
}

impl<'a> Pair<'a> {
    /// The pair that the desk shows; `None` until it is compared.
    pub fn of(desk: &'a Desk) -> Option<Self> {
        let (a, b) = desk.shown_pair()?;
        Self::between(desk, a, b)
    }

    /// Any two of the plans, the first being the one that the others are compared with.
    pub fn between(desk: &'a Desk, a: PlanId, b: PlanId) -> Option<Self> {
        let project = desk.project();
        let released = desk.compared(a, b)?.as_ref();
        Some(Self { desk, a: project.plan(a)?, b: project.plan(b)?, compared: released.get(), released })
    }

    /// The names of all areas of both plans.
    pub fn names(&self) -> Vec<&'a str> {
        self.a.areas.iter().chain(&self.b.areas).map(|it| it.name.as_str()).collect()
    }

    /// Whether people are counted; else districts weigh 1, and nothing speaks of people.
    pub fn counts_people(&self) -> bool {
        self.compared.counted.is_some()
    }

    /// The words for what is counted: `key` of people, the same with `-districts` behind it where nobody counted them.
    pub fn of_whom(&self, key: &'static str, of_districts: &'static str) -> String {
        self.desk.words().say(if self.counts_people() { key } else { of_districts })
    }

    /// Areas of A in their order, then those that are new in B. O(areas + flows).
    pub fn twins(&self) -> Vec<Twin<'a>> {
        let mut matched: HashMap<AreaId, &PlanningArea> = HashMap::new();
        for area in &self.b.areas {
            if let Some(a) = self.matched_by(area.id) {
                matched.entry(a).or_insert(area);
            }
        }
        let of_a = self.a.areas.iter().map(|area| (Some(area), matched.get(&area.id).copied()));
        let (goes, comes): (HashSet<_>, HashSet<_>) = self.compared.flows.iter().map(|it| (it.from, it.to)).unzip();
        let new = self.b.areas.iter().filter(|it| self.matched_by(it.id).is_none()).map(|it| (None, Some(it)));
        let twin = |(a, b): (Option<&'a PlanningArea>, Option<&'a PlanningArea>)| {
            let sign = match (a, b) {
                (Some(area), other) => {
                    let sign = sign_of(area);
                    Sign { name: renamed(&sign.name, other.map(|it| it.name.as_str())), ..sign }
                }
                (None, area) => self.sign(Side::B, area.map(|it| it.id)),
            };
            let changes = a.is_some_and(|it| goes.contains(&Some(it.id))) || b.is_some_and(|it| comes.contains(&Some(it.id)));
            Twin { a, b, sign, changes }
        };
        of_a.chain(new).map(twin).collect()
    }

    /// The area of A that an area of B is.
    fn matched_by(&self, b: AreaId) -> Option<AreaId> {
        self.compared.likeness.get(&b).and_then(|it| it.matches)
    }

    /// What an area of either side looks like: with its name there, and A's chip and colour.
    pub fn sign(&self, side: Side, area: Option<AreaId>) -> Sign {
        let unassigned = || Sign { chip: String::new(), name: self.desk.words().say("legend-unassigned"), colour: Color32::TRANSPARENT };
        let Some(area) = area else { return unassigned() };
        let of_plan = |plan: &Plan| plan.area(area).map(sign_of);
        let like = |it: &crate::analysis::plan_comparison::Likeness| Sign {
            chip: it.chip.clone(),
            name: it.renamed.clone().unwrap_or_else(|| it.name.clone()),
            colour: colour32(it.colour),
        };
        match side {
            Side::A => of_plan(self.a),
            Side::B => self.compared.likeness.get(&area).map(like).or_else(|| of_plan(self.b)),
        }
        .unwrap_or_else(unassigned)
    }
}

fn sign_of(area: &PlanningArea) -> Sign {
    Sign { chip: area.chip().to_owned(), name: area.name.clone(), colour: colour32(area.colour) }
}
