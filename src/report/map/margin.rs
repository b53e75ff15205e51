//! Around the map: title, legend, scale bar, north arrow, and below everything who is named and what is not shown.

use super::{
    MapSheet,
    ground::{self, Look},
    ink,
    letters::{Weight, cut, lines, width},
    page::{Frame, Layout, Page},
    pen::{Anchor, Pen, Type, n},
    view::View,
};
use crate::{
    cartography::{
        borders::Border,
        legend::{Row, Sign},
        scale_bar,
        surfaces::Surface,
    },
    geometry::Point,
    model::planning_area::Colour,
    words::say,
};

const TITLE: f64 = 24.0;
const SUBTITLE: f64 = 13.0;
const SMALL: f64 = 10.5;

fn type_of(size: f64, weight: Weight, ink: &'static str) -> Type {
    Type { size, weight, ink, anchor: Anchor::Start }
}

/// Lines of one size, from top to bottom.
struct Block {
    lines: Vec<String>,
    kind: Type,
    step: f64,
}

impl Block {
    fn of(text: &str, kind: Type, step: f64, room: f64) -> Self {
        Self { lines: lines(text, kind.size, kind.weight, room), kind, step }
    }

    fn height(&self) -> f64 {
        self.lines.len() as f64 * self.step
    }

    fn draw(&self, pen: &mut Pen, at: Point) {
        for (number, line) in self.lines.iter().enumerate() {
            let base = at[1] + number as f64 * self.step + (self.step + self.kind.size * 0.72) / 2.0;
            pen.text([at[0], base], self.kind, line);
        }
    }
}

/// Title and subtitle.
pub struct Heading(Vec<Block>);

impl Heading {
    /// What stands above a map.
    pub fn of(sheet: &MapSheet) -> Self {
        let (unit, room) = (sheet.layout.unit(), Page::full_width(sheet.layout));
        let title = type_of(TITLE * unit, Weight::Title, ink::INK);
        let subtitle = type_of(SUBTITLE * unit, Weight::Text, ink::SECOND);
        Self(vec![
            Block::of(&cut(&sheet.picture.title), title, 30.0 * unit, room),
            Block::of(&cut(&sheet.picture.subtitle), subtitle, 19.0 * unit, room),
        ])
    }

    /// How high it is.
    pub fn height(&self) -> f64 {
        self.0.iter().map(Block::height).sum()
    }

    /// Draws it.
    pub fn draw(&self, pen: &mut Pen, frame: &Frame) {
        stack(pen, "heading", &self.0, frame.at);
    }
}

fn stack(pen: &mut Pen, name: &str, blocks: &[Block], at: Point) {
    pen.open("g", &format!(r#"id="{name}""#));
    let mut top = at[1];
    for block in blocks {
        block.draw(pen, [at[0], top]);
        top += block.height();
    }
    pen.close("g");
}

/// Sources, the limit of the profile, profile and date.
pub struct Footer(Vec<Block>);

impl Footer {
    /// What stands below a map.
    pub fn of(sheet: &MapSheet) -> Self {
        let (unit, room) = (sheet.layout.unit(), Page::full_width(sheet.layout));
        let kind = type_of(SMALL * unit, Weight::Text, ink::SECOND);
        let notices: Vec<String> = sheet.picture.notices.iter().map(|it| cut(it)).collect(); // each by itself: all are named
        let texts = [Some(notices.join(" · ")), sheet.limit().map(|it| sheet.words.tell(&it)), Some(sheet.imprint())];
        let block = |text: String| Block::of(&text, kind, 14.0 * unit, room);
        Self(texts.into_iter().flatten().filter(|it| !it.is_empty()).map(block).collect())
    }

    /// How high it is.
    pub fn height(&self) -> f64 {
        self.0.iter().map(Block::height).sum()
    }

    /// Draws it.
    pub fn draw(&self, pen: &mut Pen, frame: &Frame) {
        stack(pen, "notices", &self.0, frame.at);
    }
}

/// The legend: every row, smaller and in columns where there are many.
pub struct LegendColumn<'a> {
    sheet: &'a MapSheet,
    unit: f64,
    columns: usize,
    room: f64,
}

impl<'a> LegendColumn<'a> {
    /// The largest form that fits into so much height.
    pub fn fitting(sheet: &'a MapSheet, frame: &Frame, height: f64) -> Self {
        let base = sheet.layout.unit();
        let forms = [(1, 1.0), (1, 0.85), (1, 0.72), (2, 0.72), (2, 0.6), (3, 0.5), (4, 0.4), (5, 0.3), (6, 0.2), (8, 0.15), (12, 0.1)];
        let form = |(columns, size): (usize, f64)| Self { sheet, unit: base * size, columns, room: frame.size[0] };
        let fits = |it: &Self| it.height() <= height;
        forms.map(form).into_iter().find(fits).unwrap_or_else(|| form((12, 0.1)))
    }

    fn column_width(&self) -> f64 {
        self.room / self.columns as f64
    }

    fn head(&self) -> Vec<Block> {
        let (title, subtitle) = (type_of(13.0 * self.unit, Weight::Title, ink::INK), type_of(11.0 * self.unit, Weight::Text, ink::SECOND));
        let legend = &self.sheet.picture.legend;
        vec![
            Block::of(&cut(&legend.title), title, 18.0 * self.unit, self.room),
            Block::of(&cut(&legend.subtitle), subtitle, 16.0 * self.unit, self.room),
        ]
    }

    fn remarks(&self) -> Vec<Block> {
        let kind = type_of(11.0 * self.unit, Weight::Control, ink::SECOND);
        let texts = self.sheet.picture.legend.remarks.iter().map(|it| self.sheet.words.tell(it));
        texts.map(|it| Block::of(&cut(&it), kind, 15.0 * self.unit, self.room)).collect()
    }

    fn rows(&self) -> Vec<(&'a Row, Block, String)> {
        let legend = &self.sheet.picture.legend;
        let all = legend.classes.iter().chain(&legend.others);
        let row = |row: &'a Row| {
            let count = row.counted(&self.sheet.words).unwrap_or_default();
            let kind = type_of(12.0 * self.unit, Weight::Text, ink::INK);
            let room = self.column_width() - (34.0 + 6.0) * self.unit - width(&count, kind.size, Weight::Text) - 4.0 * self.unit;
            (row, Block::of(&cut(&self.sheet.words.tell(&row.text)), kind, 15.0 * self.unit, room.max(20.0 * self.unit)), count)
        };
        all.map(row).collect()
    }

    fn row_height(&self, block: &Block) -> f64 {
        block.height().max(15.0 * self.unit) + 5.0 * self.unit
    }

    /// Rows, column by column: how many stand in each, and how high the highest is.
    fn split(&self, rows: &[(&Row, Block, String)]) -> (usize, f64) {
        let each = rows.len().div_ceil(self.columns).max(1);
        let heights = rows.chunks(each).map(|it| it.iter().map(|(_, block, _)| self.row_height(block)).sum::<f64>());
        (each, heights.fold(0.0, f64::max))
    }

    fn height(&self) -> f64 {
        let blocks: f64 = self.head().iter().chain(&self.remarks()).map(Block::height).sum();
        blocks + self.split(&self.rows()).1 + 16.0 * self.unit
    }

    /// Draws it from the top of the frame.
    pub fn draw(&self, pen: &mut Pen, frame: &Frame) {
        pen.open("g", r#"id="legend""#);
        let mut top = frame.at[1];
        for block in self.head() {
            block.draw(pen, [frame.at[0], top]);
            top += block.height();
        }
        top += 6.0 * self.unit;
        let rows = self.rows();
        let (each, height) = self.split(&rows);
        for (column, rows) in rows.chunks(each).enumerate() {
            let left = frame.at[0] + column as f64 * self.column_width();
            let mut at = top;
            for (row, block, count) in rows {
                self.row(pen, [left, at], row, block, count);
                at += self.row_height(block);
            }
        }
        top += height + 6.0 * self.unit;
        for block in self.remarks() {
            block.draw(pen, [frame.at[0], top]);
            top += block.height();
        }
        pen.close("g");
    }

    fn row(&self, pen: &mut Pen, at: Point, row: &Row, block: &Block, count: &str) {
        let unit = self.unit;
        pen.open("g", r#"class="row""#);
        swatch(pen, at, row.sign, unit);
        block.draw(pen, [at[0] + 34.0 * unit, at[1]]);
        let kind = Type { anchor: Anchor::End, ink: ink::SECOND, ..block.kind };
        pen.text([at[0] + self.column_width() - 4.0 * unit, at[1] + (15.0 * unit + kind.size * 0.72) / 2.0], kind, count);
        pen.close("g");
    }
}

/// What stands before the words: 26 by 14, in the look of the map.
fn swatch(pen: &mut Pen, at: Point, sign: Sign, unit: f64) {
    let size = [26.0 * unit, 14.0 * unit];
    match border_of(sign) {
        Some(border) => {
            let (y, end) = (at[1] + size[1] / 2.0, at[0] + size[0]);
            let line = format!(r#"d="M{} {}H{}" fill="none" {}"#, n(at[0]), n(y), n(end), ground::sample_of(border, unit));
            pen.element("path", &line);
        }
        None => {
            let look = Look::of(surface_of(sign));
            let edge = format!(r#"rx="{}" stroke="{}" stroke-width="{}""#, n(2.0 * unit), ink::HATCH, n(unit * 0.75));
            pen.rectangle(at, size, &format!(r#"fill="{}" {edge}"#, look.paper.as_deref().unwrap_or("none")));
            if let Some(hatch) = look.hatch {
                // in a place of its own, so that every swatch shows the same part of its pattern
                let place =
                    format!(r#"transform="translate({} {})" rx="{}" fill="url(#{})""#, n(at[0]), n(at[1]), n(2.0 * unit), hatch.id());
                pen.rectangle([0.0, 0.0], size, &place);
            }
        }
    }
}

fn border_of(sign: Sign) -> Option<Border> {
    match sign {
        Sign::NewBorder => Some(Border::New),
        Sign::DroppedBorder => Some(Border::Dropped),
        Sign::SharedBorder => Some(Border::Shared),
        Sign::UnassignedOutline => Some(Border::Unassigned),
        _ => None,
    }
}

fn surface_of(sign: Sign) -> Surface {
    const NO_CLASS: Colour = Colour([255; 3]);
    match sign {
        Sign::Colour(colour) => Surface::Plain(colour),
        Sign::Estimated => Surface::Estimated(NO_CLASS),
        Sign::Changed => Surface::Changed(NO_CLASS),
        Sign::Partial => Surface::Partial,
        Sign::Range => Surface::Range,
        Sign::Secret => Surface::Secret,
        Sign::Missing => Surface::Missing,
        Sign::Uninhabited => Surface::Uninhabited,
        Sign::Unassigned => Surface::Unassigned,
        Sign::Bare => Surface::Bare,
        Sign::SwitchedOff | Sign::NewBorder | Sign::DroppedBorder | Sign::SharedBorder | Sign::UnassignedOutline => Surface::SwitchedOff,
    }
}

/// The height that scale bar and north arrow take.
pub fn instruments_height(layout: Layout) -> f64 {
    44.0 * layout.unit()
}

/// Scale bar and north arrow, at the bottom of the frame.
pub fn instruments(pen: &mut Pen, sheet: &MapSheet, view: &View, frame: &Frame) {
    let unit = sheet.layout.unit();
    pen.open("g", r#"id="instruments""#);
    let bottom = frame.end()[1] - 4.0 * unit;
    if let Some(bar) = scale_bar::fitting((frame.size[0] - 60.0 * unit) / view.scale) {
        scale(pen, sheet, [frame.at[0], bottom], bar.metres, bar.metres * view.scale, unit);
    }
    north(pen, sheet, [frame.end()[0] - 14.0 * unit, bottom - 34.0 * unit], unit);
    pen.close("g");
}

/// Two halves, the first dark, so that half the length can be read too.
fn scale(pen: &mut Pen, sheet: &MapSheet, [left, bottom]: Point, metres: f64, length: f64, unit: f64) {
    let (height, top) = (5.0 * unit, bottom - 5.0 * unit);
    let edge = format!(r#"stroke="{}" stroke-width="{}""#, ink::INK, n(unit * 0.75));
    pen.rectangle([left, top], [length / 2.0, height], &format!(r#"fill="{}" {edge}"#, ink::INK));
    pen.rectangle([left + length / 2.0, top], [length / 2.0, height], &format!(r#"fill="{}" {edge}"#, ink::SHEET));
    let text = if metres >= 1_000.0 {
        sheet.words.with_unit(metres / 1_000.0, 0, "km")
    } else {
        sheet.words.with_unit(metres, if metres < 1.0 { 2 } else { 0 }, "m")
    };
    let kind = type_of(11.0 * unit, Weight::Control, ink::INK);
    pen.text([left, top - 5.0 * unit], kind, "0");
    pen.text([left + length, top - 5.0 * unit], Type { anchor: Anchor::End, ..kind }, &text);
}

fn north(pen: &mut Pen, sheet: &MapSheet, [x, top]: Point, unit: f64) {
    let at = |dx: f64, dy: f64| format!("{} {}", n(x + dx * unit), n(top + dy * unit));
    let dark = format!("M{}L{}L{}Z", at(0.0, 0.0), at(-7.0, 22.0), at(0.0, 17.0));
    let light = format!("M{}L{}L{}Z", at(0.0, 0.0), at(7.0, 22.0), at(0.0, 17.0));
    let edge = format!(r#"stroke="{}" stroke-width="{}" stroke-linejoin="round""#, ink::INK, n(unit * 0.75));
    pen.element("path", &format!(r#"d="{dark}" fill="{}" {edge}"#, ink::INK));
    pen.element("path", &format!(r#"d="{light}" fill="{}" {edge}"#, ink::SHEET));
    let kind = Type { anchor: Anchor::Middle, ..type_of(11.0 * unit, Weight::Title, ink::INK) };
    pen.text([x, top + 34.0 * unit], kind, &sheet.words.tell(&say!("handout-north")));
}
