//! Composing a picture: surfaces, borders, labels and legend of what is looked at, put together once for screen, paper and wall.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::{
    analysis::{assignment::Assignment, city::CitySwitch, overlay::Overlay, plan_comparison::PlanComparison, pool::AreaValue},
    cartography::{
        borders,
        labels::{Label, Named},
        legend::{self, Legend},
        palette::Ground,
        picture::Picture,
        said,
        surfaces::{self, Land, Surface},
    },
    geometry::{ArcIx, DistrictIx},
    model::{
        catalog::Catalog,
        classing::Ramp,
        id::AreaId,
        indicator::Indicator,
        period::Period,
        plan::Plan,
        planning_area::Colour,
        released::{Profile, Released},
        saved_view::Level,
    },
    words::{Arg, Message, Words, say},
};

/// What every picture of a catalog needs.
#[derive(Debug, Clone)]
pub struct Composition<'a> {
    /// What is given.
    pub catalog: &'a Catalog,
    /// The plan whose areas are outlined.
    pub plan: Option<(&'a Plan, &'a Assignment)>,
    /// Who counts; switched-off districts are drawn in outline only and counted nowhere.
    pub city: CitySwitch,
    /// How many districts somebody still has to place, where that was counted along; `None` counts them.
    pub open: Option<usize>,
    /// On what the map lies.
    pub ground: Ground,
    /// The attribute whose groups get a stronger hair (Samtgemeinde).
    pub group: Option<&'a str>,
    /// Whether areas carry their names.
    pub area_labels: bool,
    /// Whether districts carry theirs.
    pub district_labels: bool,
    /// The language.
    pub words: &'a Words,
}

/// One figure for each area, which stands below its name.
pub struct KeyFigures<'a> {
    indicator: &'a Indicator,
    period: Option<&'a Period>,
    profile: Profile,
    of: Box<dyn Fn(AreaId) -> Option<Released<AreaValue>> + 'a>,
}

impl<'a> KeyFigures<'a> {
    /// Figures of an indicator; `of` answers for one area.
    pub fn new(
        indicator: &'a Indicator,
        period: Option<&'a Period>,
        profile: Profile,
        of: impl Fn(AreaId) -> Option<Released<AreaValue>> + 'a,
    ) -> Self {
        Self { indicator, period, profile, of: Box::new(of) }
    }

    /// Those of an overlay of areas.
    pub fn of_overlay(released: &'a Released<Overlay>) -> Self {
        let shown = released.get();
        let of = move |area: AreaId| released.part(|it| it.area_value(area));
        Self::new(&shown.indicator, Some(&shown.period), released.profile(), of)
    }

    fn said(&self, area: AreaId, words: &Words) -> String {
        (self.of)(area).map_or_else(String::new, |it| said::short(it.get(), self.indicator, words))
    }
}

/// Districts that went from area to area since a picture was made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Moved {
    /// Which ones; they may be back where they were.
    pub districts: BTreeSet<DistrictIx>,
    /// Labels of the areas that lost or gained one.
    pub areas: BTreeSet<usize>,
}

impl Composition<'_> {
    /// An indicator. `areas` are the key figures at the names of the areas: what they have of the same indicator.
    pub fn of_indicator(&self, overlay: &Released<Overlay>, areas: Option<&KeyFigures<'_>>, ramp: Ramp) -> Picture {
        let shown = overlay.get();
        let counted = Self { city: self.city.in_scope(shown.indicator.scope), ..self.clone() };
        let assignment = self.plan.map(|it| it.1);
        let unassigned = assignment.map_or(0, |it| counted.open_districts(it));
        let surfaces = surfaces::of_overlay(counted.land(), overlay, assignment, ramp, self.ground);
        Picture {
            title: shown.indicator.name.clone(),
            subtitle: self.subtitle(shown),
            borders: borders::of_plan(counted.land(), assignment, self.group),
            labels: self.labels(areas),
            legend: counted.legend_of(overlay, ramp, unassigned, &surfaces),
            notices: self.notices(Some(&shown.indicator)),
            profile: overlay.profile(),
            surfaces,
        }
    }

    /// The areas of the plan in their colours; `figures` are the key figures at their names. `None` without a plan. One
    /// without areas shows the districts plainly: hatching all of them would hide the borders that one wants to draw along.
    pub fn of_areas(&self, figures: Option<&KeyFigures<'_>>, profile: Profile) -> Option<Picture> {
        let (plan, assignment) = self.plan?;
        if plan.areas.is_empty() {
            let title = plan.name.clone();
            let picture = Composition { plan: None, ..self.clone() }.of_districts(say!("legend-no-areas"), profile);
            return Some(Picture { legend: Legend { title: title.clone(), ..picture.legend }, title, ..picture });
        }
        let districts: Vec<usize> = (0..plan.areas.len()).map(|it| self.members(assignment, Some(it))).collect();
        let open = self.open_districts(assignment);
        let mut legend = legend::of_areas(plan, &districts, open, self.ground);
        legend.count(legend::Sign::Uninhabited, self.members(assignment, None).saturating_sub(open));
        legend.add_switched_off(&self.city);
        legend.remarks.extend(figures.and_then(|it| source_remark(it.indicator)));
        Some(Picture {
            title: plan.name.clone(),
            subtitle: figures.map_or_else(String::new, |it| self.figure_line(it)),
            surfaces: surfaces::of_areas(self.land(), plan, assignment, self.ground),
            borders: borders::of_plan(self.land(), Some(assignment), self.group),
            labels: self.labels(figures),
            legend,
            notices: self.notices(figures.map(|it| it.indicator)),
            profile: figures.map_or(profile, |it| it.profile),
        })
    }

    /// Nothing but the districts with their names: before there is a plan or a value. `why` stands in the legend.
    pub fn of_districts(&self, why: Message, profile: Profile) -> Picture {
        let title = self.words.say("picture-districts");
        let counted = self.catalog.register.len() - self.city.switched_off().len();
        let mut legend = legend::bare(title.clone(), counted, why);
        legend.add_switched_off(&self.city);
        Picture {
            subtitle: String::new(),
            surfaces: surfaces::bare(self.land()),
            borders: borders::of_plan(self.land(), self.plan.map(|it| it.1), self.group),
            labels: self.labels(None),
            legend,
            notices: self.notices(None),
            profile,
            title,
        }
    }

    /// Puts a picture right after some districts moved between areas: O(moved + districts of the touched areas). `shown` is what
    /// carries the colours, `None` for the areas themselves; `figures` are the key figures at their names.
    pub fn follow(
        &self,
        picture: &mut Picture,
        moved: &Moved,
        shown: Option<(&Released<Overlay>, Ramp)>,
        figures: Option<&KeyFigures<'_>>,
    ) -> Vec<ArcIx> {
        let Some((plan, assignment)) = self.plan else { return Vec::new() };
        let city = shown.map_or_else(|| self.city.clone(), |it| self.city.in_scope(it.0.get().indicator.scope));
        let land = Land { catalog: self.catalog, city: &city };
        let districts = || moved.districts.iter().copied();
        if shown.is_none_or(|it| it.0.get().level == Level::Areas) {
            surfaces::follow(land, (plan, assignment), shown, self.ground, districts(), &mut picture.surfaces);
        }
        let open = self.open_districts(assignment);
        [legend::Sign::Unassigned, legend::Sign::UnassignedOutline].iter().for_each(|it| picture.legend.count(*it, open));
        if shown.is_none() {
            picture.legend.count(legend::Sign::Uninhabited, self.members(assignment, None).saturating_sub(open));
            for label in &moved.areas {
                if let Some(row) = picture.legend.classes.get_mut(*label) {
                    row.count = Some(self.members(assignment, Some(*label)));
                }
            }
        }
        if self.area_labels {
            self.follow_names(&mut picture.labels, moved, figures);
        }
        borders::follow(land, assignment, self.group, districts(), &mut picture.borders)
    }

    /// Areas stand before districts.
    fn follow_names(&self, labels: &mut Vec<Label>, moved: &Moved, figures: Option<&KeyFigures<'_>>) {
        let Some((plan, _)) = self.plan else { return };
        let touched: BTreeSet<AreaId> = moved.areas.iter().filter_map(|it| plan.areas.get(*it)).map(|it| it.id).collect();
        let areas = labels.iter().take_while(|it| matches!(it.of, Named::Area(_))).count();
        let mut names: Vec<Label> = labels.drain(..areas).filter(|it| !matches!(it.of, Named::Area(id) if touched.contains(&id))).collect();
        names.extend(moved.areas.iter().filter_map(|it| self.area_name(*it, figures)));
        labels.splice(..0, self.in_turn(names));
    }

    /// Two plans; the composition's plan is the later one, `a` the one before. `None` without a plan.
    pub fn of_comparison(&self, released: &Released<PlanComparison>, a: &Plan) -> Option<Picture> {
        let comparison = released.get();
        let (b, assignment) = self.plan?;
        let mut labels = self.labels(None);
        for label in &mut labels {
            let Named::Area(id) = label.of else { continue };
            if let Some(likeness) = comparison.likeness.get(&id) {
                label.text = likeness.names();
                label.chip.clone_from(&likeness.chip);
            }
        }
        let title = self.words.tell(&say!("handout-comparison", a = a.name.as_str(), b = b.name.as_str()));
        let mut legend = Legend { title: title.clone(), ..legend::of_comparison(a, b, comparison.counted.is_some()) };
        legend.add_switched_off(&self.city);
        Some(Picture {
            subtitle: self.words.tell(&moved(comparison)),
            surfaces: surfaces::of_comparison(self.land(), assignment, comparison, self.ground),
            borders: borders::of_comparison(self.catalog, comparison, self.group),
            labels,
            legend,
            notices: self.notices(None),
            profile: released.profile(),
            title,
        })
    }

    /// Colours of the chips by area.
    pub fn chip_colours(&self, comparison: Option<&PlanComparison>) -> BTreeMap<AreaId, Colour> {
        let colour = |area: &crate::model::planning_area::PlanningArea| {
            let like = comparison.and_then(|it| it.likeness.get(&area.id));
            (area.id, like.map_or(area.colour, |it| it.colour))
        };
        self.plan.iter().flat_map(|it| &it.0.areas).map(colour).collect()
    }

    /// The legend of an indicator. By areas, too, uninhabited districts are hatched and the city's are drawn in outline only:
    /// counted is what is drawn.
    fn legend_of(&self, overlay: &Released<Overlay>, ramp: Ramp, unassigned: usize, surfaces: &[Surface]) -> Legend {
        let mut legend = legend::of_overlay(overlay, ramp, self.ground, unassigned, self.words);
        legend.count(legend::Sign::Uninhabited, surfaces.iter().filter(|it| **it == Surface::Uninhabited).count());
        let said = legend.others.iter().any(|it| it.sign == legend::Sign::SwitchedOff);
        if self.city.is_off() && !said {
            legend.others.push(legend::switched_off(None));
        }
        legend
    }

    fn land(&self) -> Land<'_> {
        Land { catalog: self.catalog, city: &self.city }
    }

    /// Districts that somebody still has to place: neither uninhabited nor switched off.
    fn open_districts(&self, assignment: &Assignment) -> usize {
        self.open.unwrap_or_else(|| {
            let may_stay = self.land().may_stay();
            assignment.unassigned().iter().filter(|it| !may_stay(**it)).count()
        })
    }

    /// The districts of an area, or without one, that count. O(city).
    fn members(&self, assignment: &Assignment, label: Option<usize>) -> usize {
        let all = label.map_or(assignment.unassigned(), |it| assignment.members(it)).len();
        all - self.city.switched_off().iter().filter(|it| assignment.label_of(**it) == label).count()
    }

    /// Unit, period, plan.
    fn subtitle(&self, overlay: &Overlay) -> String {
        let mut parts = vec![overlay.indicator.unit.clone(), self.words.date(overlay.period.as_str())];
        parts.extend(self.plan.map(|it| it.0.name.clone()));
        parts.extend((overlay.level == Level::Areas).then(|| self.words.say("handout-by-area")));
        parts.retain(|it| !it.is_empty());
        parts.join(" · ")
    }

    fn figure_line(&self, figures: &KeyFigures<'_>) -> String {
        let (indicator, period) = (figures.indicator.name.as_str(), figures.period.map(|it| self.words.date(it.as_str())));
        match period.filter(|it| !indicator.contains(it.as_str())) {
            Some(period) => self.words.tell(&say!("handout-areas-with", indicator, period)),
            None => self.words.tell(&say!("handout-areas-with-named", indicator)),
        }
    }

    /// Owners of borders and of the values shown, each once.
    fn notices(&self, indicator: Option<&Indicator>) -> Vec<String> {
        let mut notices = self.catalog.notices.clone();
        for line in indicator.into_iter().flat_map(|it| [&it.source, &it.licence]) {
            if !line.is_empty() && !notices.iter().any(|it| it.contains(line.as_str())) {
                notices.push(line.clone());
            }
        }
        notices
    }

    fn labels(&self, figures: Option<&KeyFigures<'_>>) -> Vec<Label> {
        let mut labels = if self.area_labels { self.area_names(figures) } else { Vec::new() };
        if self.district_labels {
            labels.extend(self.district_names());
        }
        labels
    }

    fn area_names(&self, figures: Option<&KeyFigures<'_>>) -> Vec<Label> {
        let count = self.plan.map_or(0, |it| it.0.areas.len());
        self.in_turn((0..count).filter_map(|it| self.area_name(it, figures)).collect())
    }

    /// Areas with the fewest districts have the fewest places for a name: they choose first.
    fn in_turn(&self, mut names: Vec<Label>) -> Vec<Label> {
        let Some((plan, assignment)) = self.plan else { return names };
        let turns = plan.areas.iter().enumerate().map(|(label, it)| (it.id, (assignment.members(label).len(), label)));
        let turns: HashMap<AreaId, (usize, usize)> = turns.collect();
        names.sort_by_key(|it| match it.of {
            Named::Area(id) => turns.get(&id).copied(),
            Named::District(_) => None,
        });
        names
    }

    /// The name of the area with this label, in its largest part.
    fn area_name(&self, number: usize, figures: Option<&KeyFigures<'_>>) -> Option<Label> {
        let (plan, assignment) = self.plan?;
        let (area, site) = (plan.areas.get(number)?, self.catalog.ground.locator.site(assignment.members(number))?);
        let (at, others) = site.places.split_first()?;
        Some(Label {
            of: Named::Area(area.id),
            at: *at,
            others: others.to_vec(),
            room: site.room,
            chip: area.chip().to_owned(),
            text: area.name.clone(),
            figure: figures.map_or_else(String::new, |it| it.said(area.id, self.words)),
        })
    }

    fn district_names(&self) -> Vec<Label> {
        let topology = &self.catalog.ground.topology;
        let label = |(district, known): (DistrictIx, &crate::model::catalog::District)| {
            let label = Label {
                of: Named::District(district),
                at: self.catalog.ground.locator.centre(district)?,
                others: Vec::new(),
                room: topology.surface(district).sqrt().min(topology.district_bounds(district)?.width()) * 1.2,
                chip: String::new(),
                text: known.name.clone(),
                figure: String::new(),
            };
            Some((topology.surface(district), label))
        };
        by_size(self.catalog.register.iter().filter_map(label).collect())
    }
}

fn by_size(mut labels: Vec<(f64, Label)>) -> Vec<Label> {
    labels.sort_by(|a, b| b.0.total_cmp(&a.0));
    labels.into_iter().map(|it| it.1).collect()
}

fn source_remark(indicator: &Indicator) -> Option<Message> {
    (!indicator.source.is_empty()).then(|| say!("legend-source", source = indicator.source.as_str()))
}

fn moved(comparison: &PlanComparison) -> Message {
    let (districts, people) = (comparison.changed.len(), &comparison.moved.people);
    match (people.value, people.at_least) {
        (Some(people), _) => say!("handout-moved", people = Arg::Decimal(people, 0), districts),
        (_, Some(least)) => say!("handout-moved-at-least", people = Arg::Decimal(least, 0), districts),
        _ => say!("handout-moved-districts", districts),
    }
}
