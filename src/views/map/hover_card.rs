//! The card of what is under the pointer, or chosen: value, county, rank, basis, area, date, source. It speaks of what carries
//! the colours: of the district, or of its area where areas are shown.

use std::borrow::Cow;

use eframe::egui::{Align, Label, Layout, Margin, RichText, Ui, vec2};

use crate::{
    analysis::overlay::{Overlay, Rank, Unit, UnitClass},
    cartography::said,
    desk::Desk,
    geometry::DistrictIx,
    model::{
        catalog::District,
        id::{AreaId, PlanId},
        indicator::Pooling,
        plan::Plan,
        planning_area::PlanningArea,
        saved_view::Level,
        value::{MissingReason, State},
    },
    views::{
        map::scene::colour32,
        numbers::{Basis, basis_card_ui, figure_of_unit, opened_ui},
        theme::{Theme, text},
        widgets::{Tone, area_chip, pill, popover_frame},
    },
    words::Words,
};

/// On which map the card lies.
#[derive(Debug, Clone, Copy, Default)]
pub struct Card {
    /// The plan of a map beside others; `None` is the plan that is drawn on.
    pub plan: Option<PlanId>,
    /// Whether it stays, because what it speaks of is chosen: then its numbers can be opened.
    pub pinned: bool,
    /// Three lines: name, value beside the county's, source.
    pub brief: bool,
    /// Two lines, on a map hardly higher than a card: name, value beside the county's. The source stands in the legend.
    pub low: bool,
}

/// What the card speaks of.
struct About<'a> {
    desk: &'a Desk,
    /// The district that was pointed at; `None` where an area is meant as such.
    district: Option<&'a District>,
    /// The area of the district in the plan of this map, as it is painted there.
    area: Option<Cow<'a, PlanningArea>>,
    card: Card,
}

/// The card; nothing if there is nothing to say about the district.
pub fn hover_card_ui(ui: &mut Ui, desk: &Desk, at: DistrictIx, card: Card) {
    let Some(district) = desk.catalog().register.get(at) else { return };
    let area = area_of(desk, at, card.plan).map(|it| painted(desk, it, card.plan));
    let about = About { desk, district: Some(district), area, card };
    card_ui(ui, card.brief, |ui| {
        let by_areas = desk.look().level == Level::Areas || desk.shown_indicator().is_none();
        match about.area.as_deref().filter(|_| by_areas) {
            Some(area) => about.area_ui(ui, area),
            None => about.district_ui(ui, at, district),
        }
    });
}

/// The card of an area that is chosen as such; nothing if the plan doesn't have it.
pub fn area_card_ui(ui: &mut Ui, desk: &Desk, area: AreaId, card: Card) {
    let plan = card.plan.map_or_else(|| desk.shown_plan(), |it| desk.project().plan(it));
    let Some(area) = plan.and_then(|it| it.area(area)) else { return };
    let area = painted(desk, area, card.plan);
    let about = About { desk, district: None, area: Some(area.clone()), card };
    card_ui(ui, card.brief, |ui| about.area_ui(ui, &area));
}

fn card_ui(ui: &mut Ui, brief: bool, contents: impl FnOnce(&mut Ui)) {
    let frame = popover_frame(ui.ctx());
    let frame = if brief { frame.inner_margin(Margin::symmetric(12, 8)) } else { frame };
    frame.show(ui, |ui| {
        ui.set_width(236.0);
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.spacing_mut().interact_size.y = 18.0; // lines of text, not of buttons
        contents(ui);
    });
    // An area that grows upwards lies right only once it knows how high it is.
    let (id, high) = (ui.scope_id().with("height"), ui.min_rect().height());
    if ui.data(|it| it.get_temp::<f32>(id)) != Some(high) {
        ui.data_mut(|it| it.insert_temp(id, high));
        ui.ctx().request_repaint();
    }
}

/// The area of a district: on the board with every move of the stroke, in another plan as it stands.
fn area_of(desk: &Desk, district: DistrictIx, plan: Option<PlanId>) -> Option<&PlanningArea> {
    match plan {
        Some(plan) => {
            let plan: &Plan = desk.project().plan(plan)?;
            plan.area(*plan.area_of.get(&desk.catalog().register.get(district)?.key)?)
        }
        None => desk.shown_plan()?.area(desk.released_board()?.assignment().area_of(district)?),
    }
}

/// On the map of a plan beside others an area looks like the one that it matches, and is called by both names.
fn painted<'a>(desk: &'a Desk, area: &'a PlanningArea, plan: Option<PlanId>) -> Cow<'a, PlanningArea> {
    let compared = plan.and_then(|it| desk.compared_beside(it));
    compared.map_or(Cow::Borrowed(area), |it| Cow::Owned(it.get().painted(area)))
}

impl About<'_> {
    fn district_ui(&self, ui: &mut Ui, at: DistrictIx, district: &District) {
        ui.horizontal(|ui| {
            ui.label(text::title(ui, &district.name));
            if let Some(kind) = district.attributes.get("BEZ").filter(|_| !self.card.low) {
                pill(ui, Tone::Neutral, kind);
            }
        });
        let overlay = overlay_at(self.desk, Level::Districts, None);
        match overlay.and_then(|it| Some((it.units.get(at.index())?, it))) {
            Some((unit, overlay)) => {
                self.value_ui(ui, unit, overlay);
                let words = self.desk.words();
                let name = |it: &PlanningArea| format!("{} {}", it.chip(), it.name);
                let area = self.area.as_deref().map_or_else(|| words.say("legend-unassigned"), name);
                self.rows_ui(ui, unit, overlay, Some(("card-area", area)));
            }
            None if self.desk.catalog().series().is_empty() => self.plain_ui(ui, district),
            None => drop(ui.label(text::second(ui, self.desk.words().say("card-no-indicator")))),
        }
    }

    /// Before there are indicators: which district it is.
    fn plain_ui(&self, ui: &mut Ui, district: &District) {
        let words = self.desk.words();
        row_ui(ui, words, "card-key", district.key.to_string());
        if self.area.is_none() {
            row_ui(ui, words, "card-area", words.say("legend-unassigned"));
        }
    }

    fn area_ui(&self, ui: &mut Ui, area: &PlanningArea) {
        ui.horizontal(|ui| {
            area_chip(ui, area.chip(), colour32(area.colour), &area.name);
            ui.add(Label::new(text::title(ui, &area.name)).wrap());
        });
        let overlay = overlay_at(self.desk, Level::Areas, self.card.plan);
        let of_area = |overlay: &'_ Overlay| overlay.units.iter().position(|it| it.area == Some(area.id) && it.district.is_none());
        match overlay.and_then(|it| Some((it.units.get(of_area(it)?)?, it))) {
            Some((unit, overlay)) => {
                let unit = self.live(unit, overlay, area.id);
                self.value_ui(ui, &unit, overlay);
                self.rows_ui(ui, &unit, overlay, self.district.map(|it| ("card-district", it.name.clone())));
            }
            None => self.people_ui(ui, area.id),
        }
    }

    /// Without an indicator: what is balanced.
    fn people_ui(&self, ui: &mut Ui, area: AreaId) {
        let words = self.desk.words();
        let board = self.desk.released_board().filter(|_| self.card.plan.is_none());
        let found = board.and_then(|it| Some((it.balanced()?, it.row(area)?.balance)));
        let Some(((series, period), value)) = found else {
            if self.desk.catalog().series().is_empty() {
                return self.named_ui(ui);
            }
            return drop(ui.label(text::second(ui, words.say("card-no-indicator"))));
        };
        let said = said::value(value.get(), &series.indicator, words);
        let basis = Basis {
            id: ui.scope_id(),
            of: series.indicator.name.clone(),
            indicator: &series.indicator,
            period,
            value: *value.get(),
            county: None,
            words,
        };
        self.figure_ui(ui, said, true, &basis);
        ui.label(text::dense_second(ui, said::headline(&series.indicator)));
        self.named_ui(ui);
    }

    /// Which district the pointer is on.
    fn named_ui(&self, ui: &mut Ui) {
        if let Some(district) = self.district {
            row_ui(ui, self.desk.words(), "card-district", district.name.clone());
        }
    }

    /// The unit with what the board knows of it since the overlay was worked out.
    fn live<'u>(&self, unit: &'u Unit, overlay: &Overlay, area: AreaId) -> Cow<'u, Unit> {
        let moved = self.card.plan.is_none() && self.desk.released_board().is_some_and(|it| it.has_moved());
        let live = self.desk.live_value(area).filter(|_| moved);
        live.map_or(Cow::Borrowed(unit), |it| Cow::Owned(overlay.revalued(unit, &it)))
    }

    fn value_ui(&self, ui: &mut Ui, unit: &Unit, overlay: &Overlay) {
        let (words, indicator) = (self.desk.words(), &overlay.indicator);
        let figure = figure_of_unit(unit, indicator, words);
        let by_class = figure.is_number || matches!(unit.class, UnitClass::Uninhabited | UnitClass::SwitchedOff);
        let said = match unit.value.state {
            _ if by_class => figure.text,
            State::Missing(MissingReason::NotDelivered) if unit.district.is_some() => words.say("planning-value-not-delivered"), // as the table says it
            _ => said::value(&unit.value, indicator, words),
        };
        let basis = Basis {
            id: ui.scope_id(),
            of: format!("{}, {}", unit.name, indicator.name),
            indicator,
            period: Some(&overlay.period),
            value: unit.value,
            county: Some(overlay.county),
            words,
        };
        if self.card.low {
            return self.low_ui(ui, unit, overlay, (said, &basis));
        }
        ui.horizontal_wrapped(|ui| {
            self.figure_ui(ui, said, matches!(unit.value.state, State::Known | State::Partial), &basis);
            if !figure.note.is_empty() {
                ui.label(text::dense_second(ui, figure.note));
            }
        });
        if self.card.brief {
            self.county_and_rank_ui(ui, unit, overlay);
            ui.add(Label::new(text::hint(ui, overlay.indicator.source.as_str())).truncate());
            return;
        }
        let county = said::value(&overlay.county, indicator, words);
        ui.label(text::dense_second(ui, words.say_with("card-county", &[("value", county.into())])));
        ui.add(Label::new(text::dense_second(ui, said::headline(indicator))).wrap());
    }

    /// The value, and in the room that is left the county's and the rank.
    fn low_ui(&self, ui: &mut Ui, unit: &Unit, overlay: &Overlay, (said, basis): (String, &Basis<'_>)) {
        ui.horizontal(|ui| {
            self.figure_ui(ui, said, matches!(unit.value.state, State::Known | State::Partial), basis);
            self.county_and_rank_ui(ui, unit, overlay);
        });
    }

    /// „Landkreis 13,9 % · Rang 31“.
    fn county_and_rank_ui(&self, ui: &mut Ui, unit: &Unit, overlay: &Overlay) {
        let (words, indicator) = (self.desk.words(), &overlay.indicator);
        let county = match overlay.county.shown() {
            Some(value) => said::number(value, indicator, words),
            None => said::value(&overlay.county, indicator, words),
        };
        let county = words.say_with("card-county", &[("value", county.into())]);
        let said = [Some(county), unit.rank.as_ref().map(|it| format!("{} {}", words.say("card-rank"), it.place))];
        ui.add(Label::new(text::dense_second(ui, said.into_iter().flatten().collect::<Vec<_>>().join(" · "))).truncate());
    }

    /// The number; on a card that stays it can be opened.
    fn figure_ui(&self, ui: &mut Ui, said: String, is_known: bool, basis: &Basis<'_>) {
        let name = format!("{}: {said}", basis.of);
        let written = if is_known { text::figure(ui, said) } else { text::card_title(ui, said) };
        let written = if self.card.brief && is_known { text::page_title(ui, written.text()) } else { written };
        match self.card.pinned {
            true => drop(opened_ui(ui, written, &name, |ui| basis_card_ui(ui, basis))),
            false => drop(ui.label(written)),
        }
    }

    /// Who delivered this unit's value: of a district its own source, of an area everybody who is in the period shown.
    fn source_of(&self, unit: &Unit, overlay: &Overlay) -> String {
        let series = self.desk.catalog().find(&overlay.indicator.id);
        let at = series.and_then(|it| it.period_index(&overlay.period));
        let own = series.zip(at).zip(unit.district).map(|((series, at), district)| series.deliverers(at, [district]).source);
        own.unwrap_or_else(|| overlay.indicator.source.clone())
    }

    fn rows_ui(&self, ui: &mut Ui, unit: &Unit, overlay: &Overlay, beside: Option<(&str, String)>) {
        if self.card.brief {
            return;
        }
        let (words, value) = (self.desk.words(), &unit.value);
        if let Some(rank) = &unit.rank {
            row_ui(ui, words, "card-rank", rank_of(rank, overlay, words));
        }
        if let (Some(top), Some(bottom)) = (value.numerator, value.denominator) {
            let said = words.say_with("card-basis-of", &[("top", words.whole(top).into()), ("bottom", words.whole(bottom).into())]);
            row_ui(ui, words, "card-basis", said);
        }
        if let Some((name, said)) = beside {
            row_ui(ui, words, name, said);
        }
        row_ui(ui, words, "card-period", words.date(overlay.period.as_str()));
        row_ui(ui, words, "card-source", self.source_of(unit, overlay));
        if overlay.indicator.pooling == Pooling::Ratio && overlay.indicator.factor != 1.0 && value.numerator.is_none() {
            ui.label(RichText::new(words.say("card-no-counts")).size(11.0).color(Theme::of(ui.ctx()).tokens.t3));
        }
    }
}

/// „2 von 36 Gebieten; 3 ohne sicheren Wert“.
fn rank_of(rank: &Rank, overlay: &Overlay, words: &Words) -> String {
    let key = if overlay.level == Level::Areas { "card-rank-of-areas" } else { "card-rank-of" };
    words.say_with(key, &[("place", rank.place.into()), ("of", rank.of.into()), ("left", overlay.unranked().into())])
}

/// What passed disclosure of the shown indicator, on the map of this plan.
fn overlay_at(desk: &Desk, level: Level, plan: Option<PlanId>) -> Option<&Overlay> {
    let found = match plan.filter(|_| level == Level::Areas) {
        Some(plan) => desk.overlay_of_plan(plan),
        None => desk.overlay_at(level),
    };
    Some(found?.as_ref().as_ref().ok()?.get())
}

fn row_ui(ui: &mut Ui, words: &Words, name: &str, value: String) {
    ui.horizontal(|ui| {
        ui.allocate_ui_with_layout(vec2(76.0, 16.0), Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(76.0);
            ui.add(Label::new(text::dense_second(ui, words.say(name))).truncate());
        });
        ui.add(Label::new(text::dense(ui, value)).wrap());
    });
}
