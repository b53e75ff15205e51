//! What leaves the house, put together from what is seen.
//!
//! The map goes out as it is seen: same plan, indicator, classes, city switch, profile and section. A file is always light.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    analysis::{
        assignment::Assignment,
        disclosure,
        overlay::{Overlay, OverlayError, OverlayQuestion},
        plan_comparison::PlanComparison,
    },
    cartography::{compose::KeyFigures, legend::Legend, palette::Ground, picture::Picture},
    desk::{
        Desk,
        action::Export,
        look::{CompareMode, Page},
        picture::tell_both_names,
    },
    model::{
        catalog::Series,
        classing::Classing,
        id::AreaId,
        plan::Plan,
        planning_area::Colour,
        released::{Profile, Released},
        saved_view::Level,
    },
    report::{
        Document,
        area_file::{AssignmentFile, Origin, UnitFile},
        map::{MapSheet, page::Layout},
        table::Table,
    },
};

impl Desk {
    /// The document for an export; `None` where there is nothing to hand out.
    pub(super) fn document(&self, export: Export) -> Option<Document> {
        match export {
            Export::Map => self.map_document(),
            Export::Table => self.table_document(),
            Export::Areas => self.areas_document(),
            Export::Assignment => {
                let (plan, assignment) = self.plan_as_seen()?;
                Some(Document::Assignment(AssignmentFile::of(plan, &assignment, &self.catalog)))
            }
        }
    }

    /// The plan with everything that was drawn on it up to now.
    pub(super) fn plan_as_seen(&self) -> Option<(&Plan, Assignment)> {
        let plan = self.shown_plan()?;
        Some((plan, Assignment::of(plan, &self.catalog.register)))
    }

    fn map_document(&self) -> Option<Document> {
        if self.look.page == Page::Comparison {
            let document = match self.look.compare.mode {
                CompareMode::Differences => self.comparison_document(),
                CompareMode::SideBySide => self.beside_document(),
            };
            if document.is_some() {
                return document;
            }
        }
        let plan = self.plan_as_seen();
        let plan = plan.as_ref().map(|(plan, assignment)| (*plan, assignment));
        let mut picture = self.picture_now(plan, Ground::Light)?;
        picture.tell_estimates(self.figures_of_areas(plan).as_ref(), &self.words);
        Some(self.sheet(picture, self.composition(plan, Ground::Light, None).chip_colours(None)))
    }

    /// The figures that stand at the names of the areas.
    fn figures_of_areas(&self, plan: Option<(&Plan, &Assignment)>) -> Option<Released<Overlay>> {
        if plan.is_none() || self.coloured_by_areas() {
            return self.balanced_now(plan);
        }
        self.overlay_now(Level::Areas, plan, self.look.profile)?.ok()
    }

    /// The first two plans that are compared, with their differences.
    fn comparison_document(&self) -> Option<Document> {
        let mut plans = self.look.compare.plans.iter().filter_map(|it| self.project.plan(*it));
        let (a, b) = (plans.next()?, plans.next()?);
        let city = self.city_switch();
        let comparison = PlanComparison::of(&self.catalog, a, b, &city, self.population_period())?;
        let comparison = disclosure::release_comparison(comparison, self.look.profile);
        let picture = self.picture_of_differences(&comparison, a, b, Ground::Light)?;
        let assignment = Assignment::of(b, &self.catalog.register);
        let composition = self.composition(Some((b, &assignment)), Ground::Light, None);
        Some(self.sheet(picture, composition.chip_colours(Some(comparison.get()))))
    }

    /// The plans that are compared, each on a map of its own, with one legend.
    fn beside_document(&self) -> Option<Document> {
        let plans = self.look.compare.plans.iter().filter_map(|it| self.project.plan(*it));
        let maps: Vec<MapSheet> = self.pictures_beside(plans.take(4)).collect();
        let legend = Legend::of_all(&maps.iter().map(|it| it.picture.legend.clone()).collect::<Vec<_>>())?;
        let names: Vec<&str> = maps.iter().map(|it| it.picture.title.as_str()).collect();
        let first = &maps.first().filter(|_| maps.len() > 1)?.picture;
        let mut notices: Vec<String> = Vec::new();
        for notice in maps.iter().flat_map(|it| &it.picture.notices) {
            if !notices.contains(notice) {
                notices.push(notice.clone());
            }
        }
        let around = Picture {
            title: names.join(" · "),
            subtitle: first.subtitle.clone(),
            surfaces: Vec::new(),
            borders: Vec::new(),
            labels: Vec::new(),
            legend,
            notices,
            profile: first.profile,
        };
        Some(Document::Map(Box::new(MapSheet { beside: maps, ..self.map_sheet(around, BTreeMap::new()) })))
    }

    /// The maps of plans beside one another as they are seen: the classes of the first hold for all.
    fn pictures_beside<'a>(&'a self, plans: impl Iterator<Item = &'a Plan> + 'a) -> impl Iterator<Item = MapSheet> + 'a {
        let (mut limits, city): (Option<Vec<f64>>, _) = (None, self.city_switch());
        let first = self.look.compare.plans.first().and_then(|it| self.project.plan(*it));
        plans.filter_map(move |plan| {
            let assignment = Assignment::of(plan, &self.catalog.register);
            let before = first.filter(|it| it.id != plan.id);
            let comparison = before.and_then(|it| PlanComparison::of(&self.catalog, it, plan, &city, self.population_period()));
            let name = plan.name.clone();
            let plan = &comparison.as_ref().map_or_else(|| plan.clone(), |it| it.in_a(plan));
            let both = Some((plan, &assignment));
            let overlay = |level, limits: &Option<Vec<f64>>| {
                let frozen = limits.clone().filter(|_| level == Level::Areas);
                self.overlay_classed(level, both, self.look.profile, |it| it.frozen = it.frozen.take().or(frozen))
            };
            let areas = overlay(Level::Areas, &limits).and_then(Result::ok);
            limits = limits.take().or_else(|| Some(areas.as_ref()?.get().classes.as_ref()?.breaks.clone()));
            let shown = overlay(self.look.level, &limits);
            let subtitle = shown.as_ref().and_then(|it| it.as_ref().ok()).map(|it| self.measured(it.get()));
            let balanced = self.balanced_now(both);
            let figures = if self.coloured_by_areas() { &balanced } else { &areas };
            let figures = figures.as_ref().map(KeyFigures::of_overlay);
            let picture = self.composed(both, Ground::Light, shown.as_ref().map(Result::as_ref), figures)?;
            let subtitle = subtitle.filter(|_| !self.coloured_by_areas()).unwrap_or_else(|| picture.subtitle.clone());
            let mut picture = Picture { title: name, subtitle, ..picture };
            comparison.iter().for_each(|it| tell_both_names(&mut picture, it));
            let colours = self.composition(both, Ground::Light, None).chip_colours(None);
            Some(self.map_sheet(picture, colours))
        })
    }

    /// „Kinder in SGB-II-Haushalten · % · 2023“.
    fn measured(&self, overlay: &Overlay) -> String {
        let parts = [overlay.indicator.name.clone(), overlay.indicator.unit.clone(), self.words.date(overlay.period.as_str())];
        parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    fn sheet(&self, picture: Picture, area_colours: BTreeMap<AreaId, Colour>) -> Document {
        Document::Map(Box::new(self.map_sheet(picture, area_colours)))
    }

    fn map_sheet(&self, picture: Picture, area_colours: BTreeMap<AreaId, Colour>) -> MapSheet {
        MapSheet {
            picture,
            beside: Vec::new(),
            area_colours,
            ground: Arc::clone(&self.catalog.ground),
            register: Arc::clone(&self.catalog.register),
            layout: Layout::A4,
            extent: self.look.extent,
            date: self.now.split('T').next().unwrap_or_default().to_owned(),
            words: Arc::clone(&self.words),
        }
    }

    fn table_document(&self) -> Option<Document> {
        let plan = self.plan_as_seen();
        let plan = plan.as_ref().map(|(plan, assignment)| (*plan, assignment));
        let overlay = self.overlay_now(self.look.level, plan, self.look.profile)?.ok()?;
        Some(Document::Table(Table::of_overlay(&overlay, &self.catalog, &self.words)))
    }

    /// The areas with population and, if one is shown, the indicator.
    fn areas_document(&self) -> Option<Document> {
        let (plan, assignment) = self.plan_as_seen()?;
        let city = self.city_switch();
        let origin =
            Origin { catalog: &self.catalog, plan: Some((plan, &assignment)), city: &city, profile: self.look.profile, words: &self.words };
        let shown = self.shown_indicator().zip(self.shown_period());
        let mut wanted: Vec<(Arc<Series>, usize)> = self.population_column().into_iter().collect();
        let column = shown.and_then(|(series, period)| Some((Arc::clone(series), series.period_index(period)?)));
        wanted.extend(column.filter(|it| wanted.first().is_none_or(|first| first.0.indicator.id != it.0.indicator.id)));
        Some(Document::Units(Box::new(UnitFile::of_areas(origin, &wanted)?)))
    }

    fn population_column(&self) -> Option<(Arc<Series>, usize)> {
        let series = self.catalog.with_role(crate::model::indicator::Role::Population)?;
        Some((Arc::clone(series), series.period_index(self.population_period()?)?))
    }

    /// The indicator that is shown, computed now: a file must not hold the answer to an older question.
    /// `None` where none is shown.
    pub(super) fn overlay_now(
        &self,
        level: Level,
        plan: Option<(&Plan, &Assignment)>,
        profile: Profile,
    ) -> Option<Result<Released<Overlay>, OverlayError>> {
        self.overlay_classed(level, plan, profile, |_| ())
    }

    /// The same in other classes than the planner's.
    fn overlay_classed(
        &self,
        level: Level,
        plan: Option<(&Plan, &Assignment)>,
        profile: Profile,
        change: impl FnOnce(&mut Classing),
    ) -> Option<Result<Released<Overlay>, OverlayError>> {
        let series = self.shown_indicator()?;
        let indicator = series.indicator.id.clone();
        let mut classing = self.classing_of(&indicator).into_owned();
        change(&mut classing);
        let question = OverlayQuestion { period: self.shown_period().cloned(), level, classing, profile, ..self.question_about(indicator) };
        Some(Overlay::of(&self.catalog, plan, &question))
    }

    /// The balanced figure of the plan's areas, population unless the planner chose another.
    pub(super) fn balanced_now(&self, plan: Option<(&Plan, &Assignment)>) -> Option<Released<Overlay>> {
        let chosen = plan.and_then(|it| it.0.balance.clone());
        let indicator = chosen.or_else(|| Some(self.population_column()?.0.indicator.id.clone()))?;
        let series = self.catalog.find(&indicator)?;
        let period = self.counting_period().and_then(|it| series.periods().get(series.latest_until(it)?)).cloned();
        let question = OverlayQuestion { period, level: Level::Areas, ..self.question_about(indicator) };
        Overlay::of(&self.catalog, plan, &question).ok()
    }

    fn question_about(&self, indicator: crate::model::id::IndicatorId) -> OverlayQuestion {
        OverlayQuestion {
            city: self.project.city.clone(),
            with_city: self.look.with_city,
            profile: self.look.profile,
            ..OverlayQuestion::about(indicator)
        }
    }
}
