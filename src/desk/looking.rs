//! Looking at something else: pages, plans, indicators, periods, selection.

use std::collections::BTreeSet;

use crate::{
    desk::{
        Desk,
        action::LookAt,
        errand::Errand,
        look::{Colouring, Compare, Page},
    },
    geometry::{Bounds, DistrictIx},
    model::{
        catalog::Series,
        id::{AreaId, DistrictKey, IndicatorId, PlanId},
        indicator::{Direction, Pooling},
        released::Profile,
        saved_view::{Extent, Selection},
    },
};

impl Desk {
    pub(super) fn look_at(&mut self, at: LookAt) -> Vec<Errand> {
        match at {
            LookAt::Page(page) => self.turn_to(page),
            LookAt::Plan(plan) => self.look_at_plan(plan),
            LookAt::OwnClasses => self.look.classes_of = None,
            LookAt::Indicator(indicator) => {
                self.look.classes_of = self.look.classes_of.filter(|_| self.look.indicator.as_ref() == Some(&indicator));
                self.look.indicator = Some(indicator);
                self.look.colouring = Colouring::Indicator;
            }
            LookAt::Period(period) => self.look.period = Some(period),
            LookAt::Level(level) => self.look.level = level,
            LookAt::Colouring(colouring) => self.look.colouring = colouring,
            LookAt::WithCity(with_city) => {
                self.look.with_city = with_city;
                self.drawing.forget_board();
            }
            LookAt::Profile(profile) => return self.look_under(profile),
            LookAt::Labels(labels) => self.look.labels = labels,
            LookAt::Extent(extent) => self.look.extent = extent,
            LookAt::Hover(district) => self.look.hover = district,
            LookAt::HoverArea(area) => self.look.hover_area = area,
            LookAt::SelectDistrict { district, add } => self.select_district(district, add),
            LookAt::SelectArea(area) => self.select_area(area),
            LookAt::Find(districts) => self.find(&districts),
            LookAt::Drawer(drawer) => {
                self.look.drawer = drawer;
                (self.look.hover, self.look.hover_area) = (None, None); // a row may have been under the pointer
            }
            LookAt::SearchIndicators(text) => self.look.indicator_search = text,
            LookAt::Department(department) => self.look.department = department,
            LookAt::LifePhase(phase) => self.look.life_phase = phase,
            LookAt::Compare(plans) => self.look.compare.plans = plans.into_iter().take(4).collect(),
            LookAt::CompareIndicators(all) => self.look.compare.beside = all.into_iter().take(Compare::MOST_BESIDE).collect(),
            LookAt::CompareMode(mode) => self.look.compare.mode = mode,
            LookAt::ToggleArea(area) => {
                if !self.look.open_areas.remove(&area) {
                    self.look.open_areas.insert(area);
                }
            }
        }
        Vec::new()
    }

    /// Another profile, which stays this workplace's: a restart must not bring hidden numbers back.
    fn look_under(&mut self, profile: Profile) -> Vec<Errand> {
        self.look.profile = profile;
        self.settings.profile = profile;
        vec![Errand::KeepSettings(self.settings.clone())]
    }

    fn turn_to(&mut self, page: Page) {
        self.drawing.drop_stroke();
        match (std::mem::replace(&mut self.look.page, page), page) {
            (Page::Planning, Page::Comparison) => self.look.compare.opened_at = Some(self.look.extent),
            (Page::Comparison, Page::Planning) => self.look.extent = self.look.compare.opened_at.take().unwrap_or(self.look.extent),
            _ => {}
        }
        if page == Page::Comparison && self.look.compare.plans.len() < 2 {
            self.look.compare.plans = self.plans_worth_comparing();
        }
    }

    /// The plan that is shown and the one beside it; the starting plan only where there is nothing else.
    fn plans_worth_comparing(&self) -> Vec<PlanId> {
        let shown = self.look.plan;
        let mut plans: Vec<_> = self.project.plans.iter().filter(|it| !it.untouchable).map(|it| it.id).collect();
        if plans.len() < 2 {
            plans = self.project.plans.iter().map(|it| it.id).collect();
        }
        let first = shown.filter(|it| plans.contains(it)).or(plans.first().copied());
        let second = plans.iter().copied().find(|it| Some(*it) != first);
        let mut pair: Vec<_> = first.into_iter().chain(second).collect();
        pair.sort_by_key(|id| self.project.plans.iter().position(|it| it.id == *id));
        pair
    }

    fn look_at_plan(&mut self, plan: PlanId) {
        if self.project.plan(plan).is_some() && self.look.plan != Some(plan) {
            self.drawing.forget_board();
            self.look.plan = Some(plan);
            // A copy has the same areas: whoever duplicates a plan in the middle of painting goes on with the same one.
            let there = |it: &AreaId| self.project.plan(plan).is_some_and(|plan| plan.area(*it).is_some());
            let (of_before, target) = (self.look.selection.area.filter(there), self.look.brush.target.filter(there));
            (self.look.selection.area, self.look.hover_area) = (of_before.filter(|_| self.look.tool.draws()), None);
            self.look.brush.target = target;
            self.look.open_areas.clear();
            self.aim();
        }
    }

    fn select_district(&mut self, district: Option<DistrictIx>, add: bool) {
        let key = district.and_then(|it| self.catalog.register.get(it)).map(|it| it.key.clone());
        let chosen = &mut self.look.selection.districts;
        match key {
            Some(key) if add => {
                if !chosen.remove(&key) {
                    chosen.insert(key);
                }
            }
            Some(key) => {
                chosen.clear();
                chosen.insert(key.clone());
                if !self.look.tool.draws() {
                    let plan = self.look.plan.and_then(|it| self.project.plan(it));
                    self.look.selection.area = plan.and_then(|it| it.area_of.get(&key)).copied();
                }
            }
            None => {
                self.look.selection =
                    Selection { area: self.look.selection.area.filter(|_| self.look.tool.draws()), ..Selection::default() }
            }
        }
    }

    fn select_area(&mut self, area: Option<AreaId>) {
        self.look.selection = Selection { area, ..Selection::default() };
        if area.is_some() {
            self.look.brush.target = area;
        }
    }

    /// Chooses districts and brings them into view with some surroundings.
    pub(super) fn find(&mut self, districts: &[DistrictIx]) {
        let keys: BTreeSet<_> = districts.iter().filter_map(|it| self.catalog.register.get(*it)).map(|it| it.key.clone()).collect();
        let area = if self.look.tool.draws() { self.look.selection.area } else { self.shared_area(&keys) };
        self.look.selection = Selection { districts: keys, area };
        if let Some(bounds) = self.bounds_of(districts) {
            self.bring_into_view(bounds);
        }
    }

    /// The area of the shown plan that all of them lie in.
    fn shared_area(&self, keys: &BTreeSet<DistrictKey>) -> Option<AreaId> {
        let plan = self.look.plan.and_then(|it| self.project.plan(it))?;
        let mut areas = keys.iter().map(|it| plan.area_of.get(it).copied());
        let first = areas.next()??;
        areas.all(|it| it == Some(first)).then_some(first)
    }

    pub(super) fn bounds_of(&self, districts: &[DistrictIx]) -> Option<Bounds> {
        let topology = &self.catalog.ground.topology;
        districts.iter().filter_map(|it| topology.district_bounds(*it)).reduce(Bounds::union)
    }

    /// The map goes there, with some surroundings.
    pub(super) fn bring_into_view(&mut self, bounds: Bounds) {
        let height = bounds.height().max(bounds.width() * 0.6) * 2.5;
        self.look.extent = Some(Extent { centre: bounds.centre(), height: height.max(2_000.0) });
    }

    /// Whether the map shows all of it. How wide the window is the desk doesn't know; maps are hardly narrower than high.
    pub(super) fn is_in_sight(&self, bounds: Bounds) -> bool {
        let Some(Extent { centre, height }) = self.look.extent else { return true };
        let half = height / 2.0;
        (0..2).all(|it| bounds.min[it] >= centre[it] - half && bounds.max[it] <= centre[it] + half)
    }

    /// The indicator that a fresh project shows: a rate that burdens, else any rate, else anything but the population.
    pub(super) fn first_indicator(&self) -> Option<IndicatorId> {
        let series = self.catalog.series();
        let plain = |it: &&std::sync::Arc<Series>| it.indicator.role.is_none() && it.latest_known().is_some();
        let rate = |it: &&std::sync::Arc<Series>| plain(it) && it.indicator.pooling == Pooling::Ratio;
        let children =
            |it: &&std::sync::Arc<Series>| rate(it) && it.indicator.direction == Direction::Burden && !it.indicator.life_phase.is_empty();
        let found = series.iter().find(children).or(series.iter().find(rate)).or(series.iter().find(plain)).or(series.first());
        found.map(|it| it.indicator.id.clone())
    }
}
