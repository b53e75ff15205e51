//! The legend: every class with its count, and every kind of district that is in no class.

use crate::{
    analysis::{
        city::CitySwitch,
        overlay::{Overlay, UnitClass},
    },
    cartography::{
        class_limits, middle,
        palette::{self, Ground},
        said,
    },
    model::{classing::Ramp, plan::Plan, planning_area::Colour, released::Released, saved_view::Level, value::MissingReason},
    words::{Message, Words, say},
};

/// What stands before the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// A class or an area.
    Colour(Colour),
    /// Known in part, with an estimate: hatched.
    Estimated,
    /// Known in part.
    Partial,
    /// Secret.
    Secret,
    /// Not delivered.
    Missing,
    /// Nobody lives there.
    Uninhabited,
    /// In no area, where areas carry the colours: hatched.
    Unassigned,
    /// In no area, where districts carry the colours: a dashed outline.
    UnassignedOutline,
    /// The city, while it doesn't count.
    SwitchedOff,
    /// Cannot be pooled.
    Range,
    /// A border only in the later plan.
    NewBorder,
    /// A border only in the earlier plan.
    DroppedBorder,
    /// A border in both.
    SharedBorder,
    /// Changes area.
    Changed,
    /// A district about which nothing is said.
    Bare,
}

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it looks like on the map.
    pub sign: Sign,
    /// What it means.
    pub text: Message,
    /// How many; `None` where counting says nothing.
    pub count: Option<usize>,
    /// On several maps that don't agree: how many on each, in their order; else empty.
    pub beside: Vec<Option<usize>>,
}

impl Row {
    fn new(sign: Sign, text: Message, count: Option<usize>) -> Self {
        Self { sign, text, count, beside: Vec::new() }
    }

    fn is_alike(&self, other: &Self) -> bool {
        self.sign == other.sign && self.text == other.text
    }

    /// What each of several legends counts here.
    fn count_each(&mut self, legends: &[Legend], rows: impl Fn(&Legend) -> &Vec<Row>) {
        let counts: Vec<Option<usize>> = legends.iter().map(|it| rows(it).iter().find(|it| it.is_alike(self))?.count).collect();
        self.count = counts.first().copied().flatten().filter(|it| counts.iter().all(|other| *other == Some(*it)));
        self.beside = if self.count.is_some() || counts.iter().all(Option::is_none) { Vec::new() } else { counts };
    }

    /// How many, in words: „5“, or of several maps „5 · 3 · –“. `None` where counting says nothing.
    pub fn counted(&self, words: &Words) -> Option<String> {
        let one = |it: &Option<usize>| it.map_or_else(|| "–".to_owned(), |it| words.count(it));
        let several = || self.beside.iter().map(one).collect::<Vec<_>>().join(TITLES);
        self.count.map(|it| words.count(it)).or_else(|| (!self.beside.is_empty()).then(several))
    }
}

/// A legend.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Legend {
    /// Its headline.
    pub title: String,
    /// What is measured, in which unit.
    pub subtitle: String,
    /// Classes from low to high, or areas.
    pub classes: Vec<Row>,
    /// What is in no class. Always complete: also what happens not to occur, so that a legend means the same on every view.
    pub others: Vec<Row>,
    /// Said below: where values are invented, that the city doesn't count, how classes close.
    pub remarks: Vec<Message>,
}

impl Legend {
    /// The row of a city that is switched off, and the sentence that says so.
    pub fn add_switched_off(&mut self, city: &CitySwitch) {
        if city.is_off() {
            self.others.push(switched_off(Some(city.switched_off().len())));
            self.remarks.push(Message::new("legend-without-city"));
        }
    }

    /// One legend for several maps beside one another: every row that stands in any of them, once, with its count where all
    /// agree on it, else with that of each map. `None` without a map.
    pub fn of_all(legends: &[Self]) -> Option<Self> {
        let (first, rest) = legends.split_first()?;
        let mut all = first.clone();
        for other in rest {
            if !all.title.split(TITLES).any(|it| it == other.title) {
                all.title = [all.title.as_str(), other.title.as_str()].join(TITLES);
            }
            if all.subtitle != other.subtitle {
                all.subtitle.clear();
            }
            all.remarks.extend(other.remarks.iter().filter(|it| !first.remarks.contains(it)).cloned());
            join(&mut all.classes, &other.classes);
            join(&mut all.others, &other.others);
        }
        all.classes.iter_mut().for_each(|row| row.count_each(legends, |it| &it.classes));
        all.others.iter_mut().for_each(|row| row.count_each(legends, |it| &it.others));
        Some(all)
    }

    /// Another count for what is in no class.
    pub fn count(&mut self, sign: Sign, count: usize) {
        self.others.iter_mut().filter(|it| it.sign == sign).for_each(|it| it.count = Some(count));
    }
}

/// Between the titles of several maps.
const TITLES: &str = " · ";

/// Rows of another map beside those at hand.
fn join(rows: &mut Vec<Row>, others: &[Row]) {
    for other in others {
        if !rows.iter().any(|it| it.is_alike(other)) {
            rows.push(other.clone());
        }
    }
}

/// The row of the city while it doesn't count.
pub fn switched_off(count: Option<usize>) -> Row {
    Row::new(Sign::SwitchedOff, Message::new("legend-switched-off"), count)
}

/// The legend of an overlay. Limits are written with the indicator's decimals.
pub fn of_overlay(overlay: &Released<Overlay>, ramp: Ramp, ground: Ground, unassigned: usize, words: &Words) -> Legend {
    let overlay = overlay.get();
    let indicator = &overlay.indicator;
    let colours = middle::colours(overlay, ramp, ground);
    let classes = overlay.classes.iter().flat_map(|classes| {
        let texts = class_limits::open_ended(&classes.breaks, indicator.shown_decimals(), words);
        let rows = texts.into_iter().zip(&colours).zip(&classes.counts);
        rows.map(|((text, colour), count)| Row::new(Sign::Colour(*colour), text, Some(*count))).collect::<Vec<_>>()
    });
    Legend {
        title: indicator.name.clone(),
        subtitle: indicator.unit.clone(),
        classes: classes.collect(),
        others: others(overlay, unassigned, words),
        remarks: middle::remark(overlay, ramp, words).into_iter().chain(remarks(overlay)).collect(),
    }
}

fn others(overlay: &Overlay, unassigned: usize, words: &Words) -> Vec<Row> {
    let counts = &overlay.counts;
    let row = |sign, key, count| Row::new(sign, Message::new(key), Some(count));
    let without_area = if overlay.level == Level::Areas { Sign::Unassigned } else { Sign::UnassignedOutline };
    let mut rows = vec![
        row(Sign::Secret, "legend-secret", counts.secret),
        Row::new(Sign::Missing, missing(overlay, words), Some(counts.missing)),
        row(Sign::Uninhabited, "legend-uninhabited", counts.uninhabited),
        row(without_area, "legend-unassigned", unassigned),
    ];
    let rare = [
        row(Sign::Estimated, "legend-estimated", counts.estimated),
        row(Sign::Partial, "legend-partial", counts.partial),
        row(Sign::Range, "legend-range", counts.range),
        row(Sign::SwitchedOff, "legend-switched-off", counts.switched_off),
    ];
    rows.extend(rare.into_iter().filter(|it| it.count != Some(0)));
    rows
}

/// Why values are missing: not delivered, unless there is another reason on this map.
fn missing(overlay: &Overlay, words: &Words) -> Message {
    let there = |reason: &MissingReason| overlay.units.iter().any(|it| it.class == UnitClass::Missing(*reason));
    let reasons: Vec<MissingReason> = MissingReason::ALL.into_iter().filter(there).collect();
    match reasons.as_slice() {
        [] | [MissingReason::NotDelivered] => Message::new("legend-missing"),
        several => {
            let said: Vec<String> = several.iter().map(|it| said::missing(*it, words)).collect();
            say!("legend-missing-of", reasons = said.join(", "))
        }
    }
}

fn remarks(overlay: &Overlay) -> Vec<Message> {
    let mut remarks = Vec::new();
    if overlay.without_city {
        remarks.push(Message::new("legend-without-city"));
    }
    if !overlay.indicator.source.is_empty() {
        remarks.push(Message::new("legend-source").with("source", overlay.indicator.source.as_str()));
    }
    remarks
}

/// So many estimates are told one by one.
const ESTIMATES_TOLD: usize = 4;

/// „Geschätzt: R3 aus 4 von 5“: of how many districts the estimates of areas are made. `None` without an estimate.
pub fn estimates(areas: &Released<Overlay>, words: &Words) -> Option<Message> {
    let estimated: Vec<_> = areas.get().units.iter().filter(|it| it.value.estimate.is_some()).collect();
    let told = estimated.iter().take(ESTIMATES_TOLD).map(|it| format!("{} {}", it.key, said::out_of(it.value.parts, words)));
    let more = estimated.len().saturating_sub(ESTIMATES_TOLD);
    let told: Vec<String> = told.chain((more > 0).then(|| "…".to_owned())).collect();
    (!told.is_empty()).then(|| say!("legend-estimates", areas = told.join(", ")))
}

/// The legend of a map coloured by areas: name and number of districts.
pub fn of_areas(plan: &Plan, districts: &[usize], unassigned: usize, ground: Ground) -> Legend {
    let row = |(area, count): (&crate::model::planning_area::PlanningArea, &usize)| {
        let text = Message::new("legend-area").with("code", area.chip()).with("area", area.name.as_str());
        Row::new(Sign::Colour(palette::on_map(area.colour, ground)), text, Some(*count))
    };
    Legend {
        title: plan.name.clone(),
        subtitle: String::new(),
        classes: plan.areas.iter().zip(districts).map(row).collect(),
        others: vec![
            Row::new(Sign::Unassigned, Message::new("legend-unassigned"), Some(unassigned)),
            Row::new(Sign::Uninhabited, Message::new("legend-uninhabited"), None),
        ],
        remarks: Vec::new(),
    }
}

/// The legend of a map that shows nothing but where districts are, and why.
pub fn bare(title: String, districts: usize, why: Message) -> Legend {
    let row = Row::new(Sign::Bare, Message::new("legend-bare"), Some(districts));
    Legend { title, subtitle: String::new(), classes: vec![row], others: Vec::new(), remarks: vec![why] }
}

/// The legend of a comparison; areas are matched by people, or where nobody counted them by districts.
pub fn of_comparison(a: &Plan, b: &Plan, counts_people: bool) -> Legend {
    let row = |sign, key| Row::new(sign, Message::new(key).with("a", a.name.as_str()).with("b", b.name.as_str()), None);
    Legend {
        title: String::new(),
        subtitle: String::new(),
        classes: vec![
            row(Sign::NewBorder, "legend-new-border"),
            row(Sign::DroppedBorder, "legend-dropped-border"),
            row(Sign::SharedBorder, "legend-shared-border"),
            row(Sign::Changed, "legend-changed"),
        ],
        others: vec![
            Row::new(Sign::Unassigned, Message::new("legend-unassigned"), None),
            Row::new(Sign::Uninhabited, Message::new("legend-uninhabited"), None),
        ],
        remarks: vec![Message::new(if counts_people { "legend-matched" } else { "legend-matched-districts" })],
    }
}
