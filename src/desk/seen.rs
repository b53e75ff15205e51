//! What can be seen on the desk. Views, command line and tests read here and nowhere else.

use std::{path::Path, sync::Arc};

use crate::{
    analysis::{
        disclosure,
        draft::WhyNot,
        figures::PlanFigures,
        overlay::{Overlay, OverlayError, OverlayQuestion},
        plan_comparison::PlanComparison,
        pool::AreaValue,
    },
    desk::{
        Desk, OpenFile, StartPage,
        action::Asking,
        answers::{Answer, PlanAt, Question},
        board::{Board, ReleasedBoard},
        deciding::Deciding,
        drawing::{Delta, DrawingState},
        errand::Errand,
        look::{Colouring, Look, Page, Settings},
        notes::{About, Notes},
    },
    geometry::DistrictIx,
    model::{
        catalog::{Catalog, Series},
        classing::Classing,
        id::{AreaId, IndicatorId, PlanId},
        indicator::Role,
        period::Period,
        plan::Plan,
        released::Released,
        saved_view::{Level, SavedView},
    },
    project::{Project, history::History},
    words::Words,
};

impl Desk {
    /// The texts in the planner's language.
    pub fn words(&self) -> &Arc<Words> {
        &self.words
    }

    /// The settings of this workplace.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// What was decided.
    pub fn project(&self) -> &Arc<Project> {
        &self.project
    }

    /// What is given.
    pub fn catalog(&self) -> &Arc<Catalog> {
        &self.catalog
    }

    /// Every step that was taken.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Changes with every change to the project: what was worked out at one revision holds until the next.
    pub fn revision(&self) -> u64 {
        self.answers.revision()
    }

    /// What the planner looks at.
    pub fn look(&self) -> &Look {
        &self.look
    }

    /// Notes and running jobs.
    pub fn notes(&self) -> &Notes {
        &self.notes
    }

    /// The file behind the project.
    pub fn file(&self) -> &OpenFile {
        &self.file
    }

    /// What the start page offers.
    pub fn start_page(&self) -> &StartPage {
        &self.start
    }

    /// Why the path field is open, if it is.
    pub fn asking(&self) -> Option<Asking> {
        self.asking
    }

    /// The file at which the path field begins, if not where one was the last time.
    pub fn asking_at(&self) -> Option<&Path> {
        self.asking_at.as_deref()
    }

    /// What waits for a decision about a file.
    pub fn deciding(&self) -> Option<&Deciding> {
        self.deciding.as_ref()
    }

    /// The running stroke and what it would do.
    pub fn drawing(&self) -> &DrawingState {
        &self.drawing
    }

    /// The time the shell told.
    pub fn now(&self) -> &str {
        &self.now
    }

    /// Whether there are changes that the project's file doesn't have.
    pub fn is_unsaved(&self) -> bool {
        let saved = self.file.saved.as_ref().map_or(0, |it| it.1);
        self.file.open && (self.file.unsaved_before || saved != self.trail.at(self.history.taken()))
    }

    /// Whether a change is on its way to the working copy.
    pub fn is_recording(&self) -> bool {
        self.unanswered > 0
    }

    /// Whether something is on its way to the disk that the planner counts on: the window doesn't close before it is there.
    pub fn is_keeping(&self) -> bool {
        self.unanswered > 0 || self.notes.running().iter().any(|it| matches!(it.about, About::Saving | About::Writing))
    }

    /// The plan whose tab is chosen.
    pub fn shown_plan(&self) -> Option<&Plan> {
        self.look.plan.and_then(|it| self.project.plan(it))
    }

    /// The indicator that is chosen.
    pub fn shown_indicator(&self) -> Option<&Arc<Series>> {
        self.look.indicator.as_ref().and_then(|it| self.catalog.find(it))
    }

    /// The period that is shown: the chosen one if the indicator has it, else its latest before that, else its latest at all.
    pub fn shown_period(&self) -> Option<&Period> {
        self.period_of(self.shown_indicator()?)
    }

    /// The same of any indicator.
    fn period_of<'a>(&self, series: &'a Series) -> Option<&'a Period> {
        let chosen = self.look.period.as_ref().and_then(|it| series.period_index(it).or_else(|| series.latest_until(it)));
        series.periods().get(chosen.or_else(|| series.latest_known())?)
    }

    /// When the figures of a plan count: at the period shown; but where people were counted only later, at their latest count,
    /// which is better than none.
    pub fn counting_period(&self) -> Option<&Period> {
        let shown = self.shown_period()?;
        let population = self.catalog.with_role(Role::Population);
        population.is_none_or(|it| it.latest_until(shown).is_some()).then_some(shown)
    }

    /// The period of the population that stands beside what is shown: the latest not after it.
    pub fn population_period(&self) -> Option<&Period> {
        self.catalog.population(self.counting_period()).map(|it| it.0)
    }

    /// The saved view on the wall.
    pub fn view_on_wall(&self) -> Option<&SavedView> {
        self.look.presenting.as_ref().and_then(|it| self.project.view(it.view))
    }

    /// The overlay that colours the map; while the right one is computed, the last one of the same indicator and level.
    pub fn overlay(&self) -> Option<&Arc<Result<Released<Overlay>, OverlayError>>> {
        self.overlay_at(self.look.level)
    }

    /// The same indicator on districts or on areas, whichever the map shows.
    pub fn overlay_at(&self, level: Level) -> Option<&Arc<Result<Released<Overlay>, OverlayError>>> {
        let question = self.overlay_question(level, self.look.plan)?;
        let Question::Overlay { of, .. } = &question else { return None };
        // What another plan's areas have would stand at areas that have nothing to do with them.
        let of_plan = |it: &Question| if let Question::Overlay { plan, .. } = it { plan.map(|it| it.plan) } else { None };
        let similar = |it: &Question| {
            matches!(it, Question::Overlay { of: other, .. } if other.indicator == of.indicator && other.level == level && other.profile == of.profile && other.with_city == of.with_city)
                && of_plan(it) == of_plan(&question)
        };
        match self.answers.get(&question).or_else(|| self.answers.newest(similar)) {
            Some(Answer::Overlay(overlay)) => Some(overlay),
            _ => None,
        }
    }

    /// The overlay of a plan's areas, for maps side by side.
    pub fn overlay_of_plan(&self, plan: PlanId) -> Option<&Arc<Result<Released<Overlay>, OverlayError>>> {
        match self.answers.get(&self.overlay_question(Level::Areas, Some(plan))?) {
            Some(Answer::Overlay(overlay)) => Some(overlay),
            _ => None,
        }
    }

    /// Any indicator on a plan's areas, while plans are compared and it is among those chosen there.
    pub fn overlay_beside(&self, plan: PlanId, indicator: &IndicatorId) -> Option<&Arc<Result<Released<Overlay>, OverlayError>>> {
        match self.answers.get(&self.question_beside(plan, indicator)?) {
            Some(Answer::Overlay(overlay)) => Some(overlay),
            _ => None,
        }
    }

    /// Its values are read, not coloured: the classes of the shown one need not hold for it.
    fn question_beside(&self, plan: PlanId, indicator: &IndicatorId) -> Option<Question> {
        if self.look.indicator.as_ref() == Some(indicator) {
            return self.overlay_question(Level::Areas, Some(plan));
        }
        let series = self.catalog.find(indicator)?;
        Some(self.question_of(series, Level::Areas, Some(plan), Classing::default()))
    }

    /// What an area has of the shown indicator while a stroke runs and after it, read from the board's sums: it never waits
    /// for an answer. `None` without board, area, indicator or value period.
    pub fn live_value(&self, area: AreaId) -> Option<Released<AreaValue>> {
        let board = self.drawing.board().filter(|it| Some(it.plan()) == self.look.plan)?;
        let series = self.shown_indicator()?;
        let value = board.value(area, &series.indicator.id, self.shown_period()?)?;
        Some(disclosure::release_value(value, &series.indicator, self.look.profile))
    }

    /// How many people live in a district, as the profile shows it; `None` where nobody counted people.
    pub fn people_of(&self, district: DistrictIx) -> Option<Released<AreaValue>> {
        let series = self.catalog.with_role(Role::Population)?;
        let value = AreaValue::of_cell(&series.cell(series.period_index(self.population_period()?)?, district), &series.indicator);
        Some(disclosure::release_value(value, &series.indicator, self.look.profile))
    }

    /// Figures and sums of the plan that is shown; while they are computed, none. Nothing in it is released.
    pub fn board(&self) -> Option<&Board> {
        self.drawing.board()
    }

    /// The same as the profile shows it.
    pub fn released_board(&self) -> Option<ReleasedBoard<'_>> {
        self.drawing.board().map(|it| ReleasedBoard::of(it, self.look.profile))
    }

    /// What the running stroke means for each area it touches; without one, what the ghost would mean. As the profile shows it.
    pub fn deltas(&self) -> Vec<Delta> {
        match (self.drawing.stroke(), self.drawing.ghost()) {
            (Some(_), _) => {
                let shown = self.shown_indicator().map(Arc::as_ref).zip(self.shown_period());
                self.released_board().map(|it| it.deltas(shown)).unwrap_or_default()
            }
            (None, Some(ghost)) if ghost.asked.profile == self.look.profile => ghost.deltas.clone(),
            _ => Vec::new(),
        }
    }

    /// The districts that the running stroke, or else the ghost, leaves where they are, and why.
    pub fn refused(&self) -> Vec<(DistrictIx, WhyNot)> {
        match (self.drawing.stroke(), self.drawing.ghost()) {
            (Some(stroke), _) => stroke.refused.iter().map(|(district, why)| (*district, *why)).collect(),
            (None, Some(ghost)) => ghost.refused.clone(),
            _ => Vec::new(),
        }
    }

    /// Two plans compared.
    pub fn compared(&self, a: PlanId, b: PlanId) -> Option<&Arc<Released<PlanComparison>>> {
        let question = self.compare_question(a, b);
        match self.answers.get(&question) {
            Some(Answer::Compared(compared)) => Some(compared),
            _ => None,
        }
    }

    /// The figures of a plan, while plans are compared or shown on the wall.
    pub fn figures_of(&self, plan: PlanId) -> Option<&Arc<Released<PlanFigures>>> {
        match self.answers.get(&self.figures_question(plan)) {
            Some(Answer::Figures(figures)) => Some(figures),
            _ => None,
        }
    }

    fn figures_question(&self, plan: PlanId) -> Question {
        let (with_city, profile) = (self.look.with_city, self.look.profile);
        let chosen = self.project.plan(plan).is_some_and(|it| it.balance.is_some());
        let period = if chosen { self.counting_period() } else { self.population_period() }.cloned();
        Question::Figures { catalog: self.catalog.revision, plan: self.plan_at(plan), with_city, profile, period }
    }

    fn plan_at(&self, plan: PlanId) -> PlanAt {
        PlanAt { plan, revision: self.answers.revision() }
    }

    fn overlay_question(&self, level: Level, plan: Option<PlanId>) -> Option<Question> {
        let series = self.shown_indicator()?;
        Some(self.question_of(series, level, plan, self.classing_beside(&series.indicator.id, level, plan)))
    }

    fn question_of(&self, series: &Series, level: Level, plan: Option<PlanId>, classing: Classing) -> Question {
        let of = OverlayQuestion {
            indicator: series.indicator.id.clone(),
            period: self.period_of(series).cloned(),
            level,
            classing,
            city: self.project.city.clone(),
            with_city: self.look.with_city,
            profile: self.look.profile,
        };
        let plan = plan.filter(|_| level == Level::Areas).map(|it| self.plan_at(it));
        Question::Overlay { catalog: self.catalog.revision, plan, of: Box::new(of) }
    }

    fn compare_question(&self, a: PlanId, b: PlanId) -> Question {
        let (with_city, period, profile) = (self.look.with_city, self.population_period().cloned(), self.look.profile);
        let shown = self.look.compare.plans.split_first().filter(|it| *it.0 == a && it.1.contains(&b));
        let others = shown.map_or_else(Vec::new, |it| it.1.iter().map(|it| self.plan_at(*it)).collect());
        Question::Compare { catalog: self.catalog.revision, a: self.plan_at(a), b: self.plan_at(b), others, with_city, period, profile }
    }

    /// What has to be known for what is seen.
    fn wanted(&self) -> Vec<Question> {
        let mut wanted = Vec::new();
        if !self.file.open {
            return wanted;
        }
        if self.look.page == Page::Comparison {
            let mut plans = self.look.compare.plans.iter().copied();
            if let Some(first) = plans.next() {
                wanted.extend(plans.map(|it| self.compare_question(first, it)));
            }
            wanted.extend(self.look.compare.plans.iter().filter_map(|it| self.overlay_question(Level::Areas, Some(*it))));
            let beside = self.look.compare.beside.iter().flat_map(|it| self.look.compare.plans.iter().map(move |plan| (*plan, it)));
            wanted.extend(beside.filter_map(|(plan, it)| self.question_beside(plan, it)));
            wanted.extend(self.look.compare.plans.iter().map(|it| self.figures_question(*it)));
        }
        if let Some(wall) = &self.look.presenting {
            let plans = [self.view_on_wall().and_then(|it| it.plan).or(wall.before.plan), self.look.plan];
            wanted.extend(plans.into_iter().flatten().map(|it| self.figures_question(it)));
            let before = plans.into_iter().flatten().next().filter(|_| wall.what_if.is_some());
            wanted.extend(before.and_then(|it| self.overlay_question(Level::Areas, Some(it))));
        }
        wanted.extend(self.overlay_question(Level::Districts, None));
        let by_area = self.look.plan.is_some() || self.look.level == Level::Areas; // without any plan the answer says why
        wanted.extend(self.overlay_question(Level::Areas, self.look.plan).filter(|_| by_area));
        wanted.extend(self.board_question());
        let compared = self.look.compare.plans.iter().filter(|_| self.look.page == Page::Comparison);
        let named = compared.copied().map(Some).chain([self.look.plan]);
        wanted.extend(named.map(|it| self.names_question(it)));
        wanted
    }

    fn names_question(&self, plan: Option<PlanId>) -> Question {
        Question::Names { catalog: self.catalog.revision, plan: plan.map(|it| self.plan_at(it)) }
    }

    /// Whether the map of a plan can be put together at once: where its names find room is known, but for areas that changed since.
    pub fn is_ready_to_show(&self, plan: Option<PlanId>) -> bool {
        let of_plan = |it: &Question| matches!(it, Question::Names { catalog, plan: of } if *catalog == self.catalog.revision && of.map(|it| it.plan) == plan);
        !self.file.open || self.answers.newest(of_plan).is_some()
    }

    fn board_question(&self) -> Option<Question> {
        let plan = self.look.plan?;
        let with_city = self.look.with_city;
        let missing = !self.drawing.has_board_of(plan, self.catalog.revision, with_city);
        missing.then(|| Question::Board { catalog: self.catalog.revision, plan: self.plan_at(plan), with_city })
    }

    /// Errands for everything that is wanted and not on its way.
    pub(super) fn ask(&mut self) -> Vec<Errand> {
        self.count_at_shown_period();
        let wanted = self.wanted();
        let fresh: Vec<_> = wanted.into_iter().filter(|it| self.answers.must_ask(it)).collect();
        let errand = |question| Errand::Answer { question, catalog: Arc::clone(&self.catalog), project: Arc::clone(&self.project) };
        fresh.into_iter().map(errand).collect()
    }

    /// The board counts people at the period shown.
    fn count_at_shown_period(&mut self) {
        let (plan, period) = (self.look.plan.and_then(|it| self.project.plan(it)), self.counting_period().cloned());
        self.drawing.show_period(plan, period.as_ref());
    }

    /// Whether anything that is seen is still being computed.
    pub fn is_waiting(&self) -> bool {
        self.wanted().iter().any(|it| self.answers.get(it).is_none() && !matches!(it, Question::Board { .. }))
            || (self.look.plan.is_some() && self.drawing.board().is_none() && self.file.open)
    }

    /// Whether the map is coloured by areas.
    pub fn coloured_by_areas(&self) -> bool {
        let areas = self.look.colouring == Colouring::Areas && self.shown_plan().is_some(); // without a plan there are none
        areas || self.shown_indicator().is_none()
    }
}
