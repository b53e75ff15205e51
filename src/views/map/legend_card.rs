//! The legend on the map: always complete, or folded to one line.

use eframe::egui::{Align, Color32, FontId, Label, Layout, Rect, RichText, Role, ScrollArea, Separator, Ui, Vec2, pos2, vec2};

use crate::{
    cartography::{
        legend::{Legend, Row, Sign},
        said,
    },
    desk::{
        Desk,
        action::{Action, LookAt},
        look::Colouring,
    },
    views::{
        icons::Icon,
        map::scene::{bare, colour32},
        numbers::{Rule, opened_at, rule_card_ui},
        theme::{Theme, metrics, semibold, text},
        widgets::{Button, Explain as _, Hatch, Swatch, floating_card, icon_button, legend_row, segmented, surface::announce, swatch},
    },
    words::{Message, Words},
};

/// Inside the card: one column of rows, and the space between two.
const COLUMN: f32 = 212.0;
const BETWEEN: f32 = 18.0;
/// What the card's frame takes on both sides together.
const FRAME: [f32; 2] = [26.0, 22.0];
/// A row.
const ROW: f32 = 18.0;
/// The line between classes and the rest, with the space around it.
const SEPARATOR: f32 = 7.0;
/// Room of the scroll bar, beside the counts.
const BAR: f32 = 12.0;

/// How wide the card becomes on a map with room for so much height.
pub fn needed_width(ui: &Ui, legend: &Legend, height: f32) -> f32 {
    let columns = if needs_two(ui, legend, height) { 2.0 } else { 1.0 };
    COLUMN * columns + BETWEEN * (columns - 1.0) + FRAME[0]
}

/// Whether all of it has room in one column on a map with so much height.
pub fn fits_one_column(ui: &Ui, legend: &Legend, height: f32) -> bool {
    height >= tall(ui, legend, 1)
}

/// Two columns where one would have to be scrolled; not where two would be scrolled far: such a legend leaves the map its room.
fn needs_two(ui: &Ui, legend: &Legend, height: f32) -> bool {
    height < tall(ui, legend, 1) && tall(ui, legend, 2) <= 2.0 * height
}

/// About how high the card is in so many columns.
fn tall(ui: &Ui, legend: &Legend, columns: usize) -> f32 {
    let said = |text: &str, room: f32| high(ui, text, metrics::HINT, room);
    let rows = ROW * (legend.classes.len() + legend.others.len()).div_ceil(columns) as f32;
    let head = high(ui, &legend.title, metrics::BASE, COLUMN - 28.0).max(24.0) + 44.0 + said("%", COLUMN);
    rows + head + 28.0 * legend.remarks.len() as f32 + FRAME[1]
}

fn high(ui: &Ui, text: &str, size: f32, room: f32) -> f32 {
    ui.fonts_mut(|it| it.layout(text.to_owned(), FontId::new(size, semibold()), Color32::WHITE, room).size().y)
}

/// The card, at most as large as `room`: always complete, in two columns where one would be too high; only what has no room
/// even then is scrolled, never its source. `folded` shows the headline with the colours and the source in one line each.
pub fn legend_card_ui(ui: &mut Ui, desk: &Desk, legend: &Legend, room: Vec2, folded: &mut bool, asked: &mut Vec<Action>) {
    let words = desk.words();
    let two = !*folded && needs_two(ui, legend, room.y) && room.x >= COLUMN * 2.0 + BETWEEN + FRAME[0];
    let wide = match (*folded, two) {
        (true, _) => (room.x - FRAME[0]).clamp(120.0, 300.0),
        (false, true) => COLUMN * 2.0 + BETWEEN,
        (false, false) => COLUMN.min(room.x - FRAME[0]),
    };
    floating_card(ui, |ui| {
        ui.set_width(wide);
        ui.spacing_mut().item_spacing.y = 4.0;
        head_ui(ui, legend, words, folded);
        if *folded {
            return folded_ui(ui, legend, words);
        }
        colouring_ui(ui, desk, asked);
        let legend = &Legend { subtitle: of_what(desk, legend), ..legend.clone() };
        if !legend.subtitle.is_empty() {
            ui.add(Label::new(text::hint(ui, &legend.subtitle)).wrap());
        }
        let of_view = desk.view_with_classes().is_some() && !desk.coloured_by_areas();
        let below: f32 = legend.remarks.iter().map(|it| high(ui, &words.tell(it), metrics::HINT, wide) + 4.0).sum();
        let back = if of_view { metrics::CONTROL } else { 0.0 };
        let left = room.y - ui.min_rect().height() - below - back - FRAME[1];
        let columns = columns_of(legend, two);
        let lines = columns.iter().map(Vec::len).max().unwrap_or(0) as f32;
        let needs = lines * ROW + if two { 0.0 } else { SEPARATOR };
        let scrolls = needs > left;
        let rows = |ui: &mut Ui| {
            if scrolls {
                ui.set_max_width(ui.available_width() - BAR);
            }
            columns_ui(ui, legend, &columns, words);
        };
        match scrolls {
            true => drop(ScrollArea::vertical().id_salt("legend rows").max_height(left.max(48.0)).show(ui, rows)),
            false => rows(ui),
        }
        remarks_ui(ui, legend, words);
        if of_view {
            let back = ui.add(Button::link(&words.say("legend-own-classes")));
            if back.explain(&words.say("legend-own-classes-what"), None, None).clicked() {
                asked.push(Action::Look(LookAt::OwnClasses));
            }
        }
    });
}

/// The headline, and what folds the card at its right end.
fn head_ui(ui: &mut Ui, legend: &Legend, words: &Words, folded: &mut bool) {
    let (icon, name) = if *folded { (Icon::ChevronDown, "legend-unfold") } else { (Icon::ChevronUp, "legend-fold") };
    let one_line = *folded;
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            if icon_button(ui, icon, &words.say(name), None).clicked() {
                *folded = !*folded;
            }
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                let title = Label::new(text::title(ui, &legend.title));
                ui.add_space(if one_line { 5.0 } else { 0.0 });
                ui.add(if one_line { title.truncate() } else { title.wrap() });
            });
        });
    });
}

/// What colours the map: the indicator or the areas.
fn colouring_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    if desk.shown_indicator().is_none() || desk.shown_plan().is_none() {
        return;
    }
    let options = [words.say("legend-by-indicator"), words.say("legend-by-area")];
    let options: Vec<&str> = options.iter().map(String::as_str).collect();
    if let Some(at) = segmented(ui, &words.say("legend-colours"), &options, usize::from(desk.coloured_by_areas())) {
        asked.push(Action::Look(LookAt::Colouring(if at == 0 { Colouring::Indicator } else { Colouring::Areas })));
    }
}

/// „Anteil an: Kinder unter 15 Jahren, in %“ where the denominator has a name, else the unit.
fn of_what(desk: &Desk, legend: &Legend) -> String {
    let whole = desk.shown_indicator().filter(|_| !desk.coloured_by_areas()).map(|it| &it.indicator);
    let whole = whole.filter(|it| it.name == legend.title && it.unit.trim() == "%").and_then(|it| it.denominator.as_ref());
    let named = whole.and_then(|it| desk.catalog().find(it)).map(|it| it.indicator.name.clone());
    named.map_or_else(|| legend.subtitle.clone(), |it| desk.words().say_with("legend-share-of", &[("whole", it.into())]))
}

/// The colours in one strip, the hatches that occur, and whose values these are.
fn folded_ui(ui: &mut Ui, legend: &Legend, words: &Words) {
    let theme = Theme::of(ui.ctx());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(1.0, 2.0);
        let signs = legend.classes.iter().chain(legend.others.iter().filter(|it| it.count != Some(0)));
        for row in signs.take(14) {
            let shown = swatch(ui, swatch_of(row.sign, &theme));
            let count = row.count.map_or_else(String::new, |it| words.count(it));
            announce(&shown, Role::Label, true, None, &format!("{}: {count}", words.tell(&row.text)));
        }
        for remark in &legend.remarks {
            ui.add_space(6.0);
            ui.label(said_below(ui, remark, words));
        }
    });
}

/// All rows in one column, or in two of about the same length.
fn columns_of(legend: &Legend, two: bool) -> Vec<Vec<&Row>> {
    let all: Vec<&Row> = legend.classes.iter().chain(&legend.others).collect();
    if !two {
        return vec![all];
    }
    let apart = legend.classes.len().abs_diff(legend.others.len()) <= 3; // classes on the left, the rest on the right
    let (left, right) = all.split_at(if apart { legend.classes.len() } else { all.len().div_ceil(2) });
    vec![left.to_vec(), right.to_vec()]
}

fn columns_ui(ui: &mut Ui, legend: &Legend, columns: &[Vec<&Row>], words: &Words) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let [only] = columns else {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = BETWEEN;
            let wide = (ui.available_width() - BETWEEN) / 2.0;
            for column in columns {
                ui.vertical(|ui| {
                    ui.set_width(wide);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    column.iter().for_each(|it| row_ui(ui, legend, it, words));
                });
            }
        });
        return;
    };
    for (at, row) in only.iter().enumerate() {
        if at == legend.classes.len() && at > 0 {
            ui.add(Separator::default().spacing(SEPARATOR));
        }
        row_ui(ui, legend, row, words);
    }
}

/// The rows of a legend in a card with that much height; long ones are scrolled.
pub fn legend_scrolled_ui(ui: &mut Ui, legend: &Legend, height: f32, words: &Words) {
    let scrolled = ScrollArea::vertical().id_salt("legend rows").max_height(height.max(48.0));
    scrolled.show(ui, |ui| legend_ui(ui, legend, words));
}

/// The rows of a legend, wherever it stands.
pub fn legend_ui(ui: &mut Ui, legend: &Legend, words: &Words) {
    if !legend.subtitle.is_empty() {
        ui.label(text::hint(ui, &legend.subtitle));
    }
    ui.spacing_mut().item_spacing.y = 1.0;
    legend.classes.iter().for_each(|it| row_ui(ui, legend, it, words));
    if !legend.classes.is_empty() && !legend.others.is_empty() {
        ui.separator();
    }
    legend.others.iter().for_each(|it| row_ui(ui, legend, it, words));
    remarks_ui(ui, legend, words);
}

/// A remark in the colour of what wants heed; whose values these are wants none, unless they are made up.
fn said_below(ui: &Ui, remark: &Message, words: &Words) -> RichText {
    let text = words.tell(remark);
    let tokens = Theme::of(ui.ctx()).tokens;
    let ink = if wants_heed(remark, &text) { tokens.warn } else { tokens.t3 };
    text::hint(ui, text).color(ink)
}

fn wants_heed(remark: &Message, text: &str) -> bool {
    remark.key != "legend-source" || said::is_invented(text)
}

/// What is said below the rows.
fn remarks_ui(ui: &mut Ui, legend: &Legend, words: &Words) {
    for remark in &legend.remarks {
        ui.add_space(3.0);
        ui.add(Label::new(said_below(ui, remark, words)).wrap());
    }
}

/// The row; its count can be opened.
fn row_ui(ui: &mut Ui, legend: &Legend, row: &Row, words: &Words) {
    let (text, counted) = (words.tell(&row.text), row.counted(words));
    let count = counted.clone().unwrap_or_default();
    let shown = legend_row(ui, swatch_of(row.sign, &Theme::of(ui.ctx())), &text, &count);
    if counted.is_none() {
        return;
    }
    let wide = (7.0 * count.chars().count() as f32).max(metrics::HIT);
    let at = Rect::from_min_max(pos2(shown.rect.right() - wide, shown.rect.top()), shown.rect.right_bottom());
    let name = words.say_with("legend-count", &[("row", text.as_str().into()), ("count", count.as_str().into())]);
    opened_at(ui, at, shown.id.with("count"), &name, |ui| {
        rule_card_ui(ui, &Rule { of: text, said: count, rule: words.say(rule_of(legend, row)), inputs: inputs(legend, words), words });
    });
}

/// Who is counted in a row.
fn rule_of(legend: &Legend, row: &Row) -> &'static str {
    let is_class = legend.classes.contains(row);
    match row.text.key {
        "legend-area" => "legend-count-area",
        _ if is_class => "legend-count-class",
        _ => "legend-count-other",
    }
}

/// Of how many, of what, in which unit, and what is said below the legend.
fn inputs(legend: &Legend, words: &Words) -> Vec<(String, String)> {
    let all: usize = legend.classes.iter().chain(&legend.others).filter_map(|it| it.count).sum();
    let remarks = legend.remarks.iter().map(|it| words.tell(it)).collect::<Vec<_>>().join(" ");
    vec![
        (words.say("legend-count-of"), words.count(all)),
        (words.say("planning-basis-definition"), legend.title.clone()),
        (words.say("planning-basis-unit"), legend.subtitle.clone()),
        (words.say("legend-count-remarks"), remarks),
    ]
}

/// A sign as a swatch.
pub fn swatch_of(sign: Sign, theme: &Theme) -> Swatch {
    match sign {
        Sign::Colour(colour) => Swatch::Colour(colour32(colour)),
        Sign::Secret => Swatch::Hatch(Hatch::Secret),
        Sign::Missing => Swatch::Hatch(Hatch::Missing),
        Sign::Uninhabited => Swatch::Hatch(Hatch::Uninhabited),
        Sign::Unassigned => Swatch::Hatch(Hatch::Unassigned),
        Sign::UnassignedOutline => Swatch::Hatch(Hatch::UnassignedOutline),
        Sign::Estimated | Sign::Partial | Sign::Range => Swatch::Hatch(Hatch::Partial),
        Sign::SwitchedOff => Swatch::Colour(theme.tokens.ground),
        Sign::NewBorder => Swatch::Line(theme.tokens.hand, 3.0),
        Sign::DroppedBorder => Swatch::Dashed(theme.map.ink, 2.0),
        Sign::SharedBorder => Swatch::Line(theme.map.hair, 1.5),
        Sign::Changed => Swatch::Hatch(Hatch::Changed),
        Sign::Bare => Swatch::Colour(bare(theme)),
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Context, RawInput};

    use super::*;
    use crate::{model::planning_area::Colour, views::theme::Scheme};

    /// A legend of 402 areas took two columns, was scrolled all the same, and lay on most of the map.
    /// The statistical office's figures stood in the colour of made-up ones.
    #[test]
    fn an_official_source_wants_no_heed() {
        let source = |it: &str| wants_heed(&Message::new("legend-source"), it);
        assert_eq!([source("Quelle: Beispielwert (erfunden)"), source("Quelle: © Statistisches Bundesamt")], [true, false]);
        assert!(wants_heed(&Message::new("legend-without-city"), "Ohne die Stadt"));
    }

    #[test]
    fn only_a_legend_that_two_columns_hold_takes_two() {
        let row =
            || Row { sign: Sign::Colour(Colour::AREAS[0]), text: Message::new("legend-uninhabited"), count: None, beside: Vec::new() };
        let ctx = Context::default();
        crate::views::theme::install(&ctx, Scheme::Light, true);
        let mut wide = Vec::new();
        let mut output = ctx.run_ui(RawInput::default(), |ui| {
            let of = |rows: usize| Legend { title: "Räume".to_owned(), classes: (0..rows).map(|_| row()).collect(), ..Legend::default() };
            wide = [10, 40, 402].map(|it| needed_width(ui, &of(it), 600.0)).to_vec();
        });
        output.textures_delta.clear();
        assert_eq!(wide, [238.0, 468.0, 238.0]);
    }
}
