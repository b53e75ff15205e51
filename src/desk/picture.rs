//! The picture of what is seen: put together from overlay, board and comparison, the same for screen, wall and paper.

use std::sync::Arc;

use crate::{
    analysis::{
        assignment::Assignment,
        city::CitySwitch,
        disclosure,
        overlay::{Overlay, OverlayError},
        plan_comparison::PlanComparison,
    },
    cartography::{
        compose::{Composition, KeyFigures},
        labels::Named,
        palette::Ground,
        picture::Picture,
    },
    desk::{Desk, look::Page},
    geometry::{ArcIx, DistrictIx},
    model::{
        id::{AreaId, PlanId},
        plan::Plan,
        released::Released,
        saved_view::Level,
        value::State,
    },
    words::{Language, say},
};

/// What a picture depends on. As long as it is equal, the picture is the same and needn't be made again.
#[derive(Debug, Clone, PartialEq)]
pub struct PictureKey {
    numbers: [u64; 11],
    plan: Option<PlanId>,
    flags: (Ground, Language, Page, Level, bool, bool, bool, bool),
}

impl PictureKey {
    /// Where the board's version stands among the numbers.
    const BOARD: usize = 2;

    fn board_version(&self) -> u64 {
        self.numbers[Self::BOARD]
    }

    fn numbers_with_board(&self, version: u64) -> [u64; 11] {
        let mut numbers = self.numbers;
        numbers[Self::BOARD] = version;
        numbers
    }
}

/// „Südharz → Harzrand“ at areas that both plans have under different names.
pub(super) fn tell_both_names(picture: &mut Picture, comparison: &PlanComparison) {
    for label in &mut picture.labels {
        if let Named::Area(area) = label.of
            && let Some(like) = comparison.likeness.get(&area)
        {
            label.text = like.names();
        }
    }
}

/// What of a picture looks different after it followed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Touched {
    /// Districts that moved.
    pub districts: Vec<DistrictIx>,
    /// Borders that are drawn in another way.
    pub arcs: Vec<ArcIx>,
}

impl Desk {
    /// The attribute whose groups get a stronger border: the one the brush paints by, else the register's own grouping.
    pub(super) fn group_attribute(&self) -> Option<String> {
        self.look.brush.group_by.clone().or_else(|| self.groupings().first().cloned())
    }

    /// Attributes that gather districts into groups: more than one value, fewer values than districts, several districts in most.
    /// Found once for a catalog.
    pub fn groupings(&self) -> &[String] {
        self.groupings.get_or_init(|| self.find_groupings())
    }

    fn find_groupings(&self) -> Vec<String> {
        let districts = self.catalog.register.districts();
        let Some(first) = districts.first() else { return Vec::new() };
        let distinct =
            |field: &String| districts.iter().filter_map(|it| it.attributes.get(field)).collect::<std::collections::BTreeSet<_>>().len();
        let is_grouping = |field: &&String| {
            let count = distinct(field);
            count > 4 && count * 10 < districts.len() * 9 && districts.iter().all(|it| it.attributes.contains_key(*field))
        };
        first.attributes.keys().filter(is_grouping).cloned().collect()
    }

    /// What the picture of the planning page, or of one plan of a comparison, depends on.
    pub fn picture_key(&self, ground: Ground, plan: Option<PlanId>) -> PictureKey {
        let address = |it: Option<usize>| it.map_or(0, |it| it as u64);
        let overlay = self.overlay().map(|it| Arc::as_ptr(it) as usize);
        let of_areas = self.overlay_at(Level::Areas).map(|it| Arc::as_ptr(it) as usize);
        let of_plan = plan.and_then(|it| self.overlay_of_plan(it)).map(|it| Arc::as_ptr(it) as usize);
        let figures = plan.and_then(|it| self.figures_of(it)).map(|it| Arc::as_ptr(it) as usize);
        let pair = self.shown_pair().and_then(|(a, b)| self.compared(a, b)).map(|it| Arc::as_ptr(it) as usize);
        let compared = plan.and_then(|it| self.compared_beside(it)).map(|it| std::ptr::from_ref(it) as usize).or(pair);
        let numbers = [
            self.catalog.revision,
            self.answers.revision(),
            self.drawing.board().map_or(0, |it| it.version()),
            address(overlay),
            address(of_areas),
            address(of_plan),
            address(compared),
            self.look.plan.map_or(0, |it| u64::from(it.0)),
            address(figures),
            self.look.profile as u64,
            self.look.classes_of.map_or(0, |it| u64::from(it.0) + 1),
        ];
        let look = &self.look;
        let (labels, areas) = (look.labels, self.coloured_by_areas());
        let flags = (ground, self.settings.language, look.page, look.level, areas, labels.areas, labels.districts, look.with_city);
        PictureKey { numbers, plan, flags }
    }

    /// The two plans whose differences are shown.
    pub fn shown_pair(&self) -> Option<(PlanId, PlanId)> {
        match self.look.compare.plans.as_slice() {
            [a, b, ..] if self.look.page == Page::Comparison => Some((*a, *b)),
            _ => None,
        }
    }

    /// The picture of the planning page.
    pub fn picture(&self, ground: Ground) -> Option<Picture> {
        let plan = self.shown_plan();
        let board = self.drawing.board().filter(|it| Some(it.plan()) == self.look.plan);
        let assignment = board.map(|it| it.assignment().clone()).or_else(|| plan.map(|it| Assignment::of(it, &self.catalog.register)));
        self.picture_with(plan.zip(assignment.as_ref()), ground)
    }

    /// The picture of one plan, beside others with the same camera.
    pub fn picture_of_plan(&self, plan: PlanId, ground: Ground) -> Option<Picture> {
        let Some(plan) = self.project.plan(plan) else { return self.picture_with(None, ground) };
        let comparison = self.compared_beside(plan.id).map(|it| it.get());
        let shown = comparison.map_or_else(|| plan.clone(), |it| it.in_a(plan));
        let assignment = Assignment::of(&shown, &self.catalog.register);
        let mut picture = self.picture_with(Some((&shown, &assignment)), ground)?;
        if let Some(comparison) = comparison {
            tell_both_names(&mut picture, comparison);
        }
        Some(picture)
    }

    /// How a plan beside others differs from the first of them, once that is known: its areas look like those they match.
    pub fn compared_beside(&self, plan: PlanId) -> Option<&Released<PlanComparison>> {
        let first = *self.look.compare.plans.first().filter(|it| self.look.page == Page::Comparison && **it != plan)?;
        self.compared(first, plan).map(|it| it.as_ref())
    }

    /// Puts a picture of the planning page right that was made for another key, where districts moved and nothing else changed:
    /// O(moved). `None`, with the picture as it was, where it has to be made anew.
    pub fn follow_picture(&self, picture: &mut Picture, had: &PictureKey, wanted: &PictureKey) -> Option<Touched> {
        let (board, plan) = self.drawing.board().zip(self.shown_plan()).filter(|(board, plan)| board.plan() == plan.id)?;
        let same = PictureKey { numbers: had.numbers_with_board(board.version()), ..had.clone() } == *wanted;
        let moved =
            board.changed_since(had.board_version()).filter(|_| same && wanted.plan.is_none() && self.look.page == Page::Planning)?;
        let group = self.group_attribute();
        let composition = self.composition(Some((plan, board.assignment())), wanted.flags.0, group.as_deref());
        let composition = Composition { open: Some(board.open_districts()), ..composition };
        let areas = self.overlay_at(Level::Areas).and_then(|it| it.as_ref().as_ref().ok());
        let arcs = if self.coloured_by_areas() {
            composition.follow(picture, &moved, None, self.balanced_figures().as_ref())
        } else {
            let overlay = self.overlay()?.as_ref().as_ref().ok()?;
            let ramp = self.classing_of(&overlay.get().indicator.id).ramp;
            composition.follow(picture, &moved, Some((overlay, ramp)), areas.map(|it| self.live_figures(it)).as_ref())
        };
        Some(Touched { districts: moved.districts.into_iter().collect(), arcs })
    }

    fn picture_with(&self, plan: Option<(&Plan, &Assignment)>, ground: Ground) -> Option<Picture> {
        let is_shown = plan.is_none_or(|it| Some(it.0.id) == self.look.plan);
        let of_plan = plan.and_then(|it| self.overlay_of_plan(it.0.id)).and_then(|it| it.as_ref().as_ref().ok());
        let areas = of_plan.or_else(|| self.overlay_at(Level::Areas).filter(|_| is_shown).and_then(|it| it.as_ref().as_ref().ok()));
        let shown = if is_shown || self.look.level == Level::Districts { self.overlay().map(|it| it.as_ref().as_ref()) } else { None };
        let failed = self.overlay().and_then(|it| it.as_ref().as_ref().err()).map(Err);
        let figures = match (self.coloured_by_areas(), is_shown) {
            (true, true) => self.balanced_figures(),
            (true, false) => plan.and_then(|it| self.balanced_figures_of(it.0.id)),
            (false, true) => areas.map(|it| self.live_figures(it)),
            (false, false) => areas.map(KeyFigures::of_overlay),
        };
        self.composed(plan, ground, failed.or(shown).or(of_plan.map(Ok)), figures)
    }

    /// The picture that leaves the house: the same as on the screen, of answers that are worked out now.
    pub(super) fn picture_now(&self, plan: Option<(&Plan, &Assignment)>, ground: Ground) -> Option<Picture> {
        let at = |level| self.overlay_now(level, plan, self.look.profile);
        let (shown, areas) = (at(self.look.level), at(Level::Areas).and_then(Result::ok));
        let balanced = self.balanced_now(plan);
        let figures = if self.coloured_by_areas() { &balanced } else { &areas };
        self.composed(plan, ground, shown.as_ref().map(Result::as_ref), figures.as_ref().map(KeyFigures::of_overlay))
    }

    /// What is looked at, put together: the one place where it is decided what a map of it shows. `shown` carries the colours
    /// of an indicator; `figures` stand below the names of the areas.
    pub(super) fn composed(
        &self,
        plan: Option<(&Plan, &Assignment)>,
        ground: Ground,
        shown: Option<Result<&Released<Overlay>, &OverlayError>>,
        figures: Option<KeyFigures<'_>>,
    ) -> Option<Picture> {
        let group = self.group_attribute();
        let composition = self.composition(plan, ground, group.as_deref());
        if self.coloured_by_areas() {
            let bare = || composition.of_districts(say!("legend-nothing-to-show"), self.look.profile);
            return Some(composition.of_areas(figures.as_ref(), self.look.profile).unwrap_or_else(bare));
        }
        let mut picture = match shown? {
            Err(why) => return Some(composition.of_districts(why.message(), self.look.profile)),
            Ok(overlay) => composition.of_indicator(overlay, figures.as_ref(), self.classing_of(&overlay.get().indicator.id).ramp),
        };
        picture.legend.remarks.extend(self.view_with_classes().map(|it| say!("legend-classes-of-view", view = it.title.as_str())));
        Some(picture)
    }

    /// What each area of the shown plan has of what is balanced, read from the board's sums: it follows the brush.
    fn balanced_figures(&self) -> Option<KeyFigures<'_>> {
        let board = self.drawing.board().filter(|it| Some(it.plan()) == self.look.plan)?;
        let (series, at) = board.balanced()?;
        let (indicator, period, profile) = (&series.indicator, series.periods().get(at)?, self.look.profile);
        let of = move |area| Some(disclosure::release_value(board.value(area, &indicator.id, period)?, indicator, profile));
        Some(KeyFigures::new(indicator, Some(period), profile, of))
    }

    /// The same of another plan, as soon as its figures are there.
    fn balanced_figures_of(&self, plan: PlanId) -> Option<KeyFigures<'_>> {
        let figures = self.figures_of(plan)?;
        let indicator = &self.catalog.find(figures.get().balanced.as_ref()?)?.indicator;
        let of = |area| figures.part(|it| it.area(area)?.amount.as_ref());
        Some(KeyFigures::new(indicator, figures.get().period.as_ref(), self.look.profile, of))
    }

    /// What each area has of the shown indicator: it follows the brush where the board knows it, else it is the overlay's.
    fn live_figures<'a>(&'a self, overlay: &'a Released<Overlay>) -> KeyFigures<'a> {
        let shown = overlay.get();
        let unit = move |area| overlay.part(|it| it.area_value(area));
        KeyFigures::new(&shown.indicator, Some(&shown.period), overlay.profile(), move |area| self.live_value(area).or_else(|| unit(area)))
    }

    /// Who counts now.
    pub(super) fn city_switch(&self) -> CitySwitch {
        CitySwitch::new(&self.catalog.register, &self.project.city, self.look.with_city)
    }

    /// What every picture of what is seen needs.
    pub(super) fn composition<'a>(
        &'a self,
        plan: Option<(&'a Plan, &'a Assignment)>,
        ground: Ground,
        group: Option<&'a str>,
    ) -> Composition<'a> {
        Composition {
            catalog: &self.catalog,
            plan,
            city: self.city_switch(),
            open: None,
            ground,
            group,
            area_labels: self.look.labels.areas,
            district_labels: self.look.labels.districts,
            words: &self.words,
        }
    }

    /// The picture of the differences between two plans: what each area gains or loses stands below its name.
    pub fn picture_of_differences(&self, released: &Released<PlanComparison>, a: &Plan, b: &Plan, ground: Ground) -> Option<Picture> {
        let (comparison, assignment) = (released.get(), Assignment::of(b, &self.catalog.register));
        let group = self.group_attribute();
        let mut picture = self.composition(Some((b, &assignment)), ground, group.as_deref()).of_comparison(released, a)?;
        for label in &mut picture.labels {
            if let Named::Area(area) = label.of {
                label.figure = self.gain(comparison, area);
            }
        }
        picture.labels.retain(|it| !matches!(it.of, Named::District(district) if comparison.changed.binary_search(&district).is_err()));
        Some(picture)
    }

    /// „+7.138“, „geheim“ or „unverändert“: what the matched area gains or loses; where nobody is counted, in districts.
    fn gain(&self, comparison: &PlanComparison, area: AreaId) -> String {
        let before = comparison.likeness.get(&area).and_then(|it| it.matches);
        let into: Vec<_> = comparison.flows.iter().filter(|it| it.to == Some(area)).collect();
        let out: Vec<_> = comparison.flows.iter().filter(|it| it.from == before && before.is_some()).collect();
        if into.is_empty() && out.is_empty() {
            return self.words.say("picture-unchanged");
        }
        if comparison.counted.is_none() {
            let districts =
                |flows: &[&crate::analysis::plan_comparison::Flow]| flows.iter().map(|it| it.districts.len()).sum::<usize>() as f64;
            return self.words.signed(districts(&into) - districts(&out), 0);
        }
        if into.iter().chain(&out).any(|it| matches!(it.population.state, State::Suppressed(_))) {
            return self.words.say("value-secret");
        }
        let people = |flows: &[&crate::analysis::plan_comparison::Flow]| flows.iter().map(|it| it.population.value).sum::<Option<f64>>();
        people(&into).zip(people(&out)).map_or_else(String::new, |(into, out)| self.words.signed(into - out, 0))
    }
}
