//! Names on the map: areas with chip and key figure, districts where they are wide enough, none over another.

use super::{
    MapSheet, ink,
    letters::{Weight, cut, width},
    page::Frame,
    pen::{Anchor, Pen, Type, n},
    several::Cell,
    view::View,
};
use crate::{
    cartography::labels::{self, Form, Label, Named, Placed, Size},
    geometry::Point,
    model::planning_area::Colour,
    report::plain::plain,
};

const AREA: f64 = 13.0;
const DISTRICT: f64 = 11.0;
const CHIP: f64 = 20.0;
const GAP: f64 = 5.0;

/// Draws the labels that find room in the frame.
pub fn labels(pen: &mut Pen, cell: &Cell<'_>, view: &View, unit: f64) {
    let (sheet, frame) = (cell.sheet, &cell.frame);
    let mut labels: Vec<Label> = sheet.picture.labels.iter().map(without_hidden_signs).collect();
    // a small area has one place for its name, a large one several: the small ones choose first
    let areas = labels.iter().take_while(|it| matches!(it.of, Named::Area(_))).count();
    labels[..areas].sort_by(|a, b| a.room.total_cmp(&b.room));
    let placed = labels::place(&labels, |it, form| size(it, form, unit), |it| view.place(it), view.scale, &around(frame));
    pen.open("g", &format!(r#"id="{}""#, cell.name("labels")));
    for it in &placed {
        if let Some(label) = labels.get(it.label).filter(|it| matches!(it.of, Named::Area(_))) {
            leader(pen, view, label, it, unit);
        }
    }
    for it in placed {
        match labels.get(it.label) {
            Some(label) if matches!(label.of, Named::Area(_)) => area(pen, sheet, label, &it, unit),
            Some(label) => {
                let kind = Type { size: DISTRICT * unit, weight: Weight::Control, ink: ink::INK, anchor: Anchor::Middle };
                pen.text_with_halo([it.middle[0], it.middle[1] + DISTRICT * 0.36 * unit], kind, 3.2 * unit, &label.text);
            }
            None => {}
        }
    }
    pen.close("g");
}

fn without_hidden_signs(label: &Label) -> Label {
    let shown = |text: &str| cut(&plain(text));
    Label { chip: shown(&label.chip), text: shown(&label.text), figure: shown(&label.figure), ..label.clone() }
}

fn size(label: &Label, form: Form, unit: f64) -> Size {
    match label.of {
        Named::Area(_) => {
            let name = if form == Form::Full { width(&label.text, AREA, Weight::Name) } else { 0.0 };
            let text = name.max(width(&label.figure, AREA, Weight::Control));
            if form == Form::Chip {
                return Size { width: (chip_width(&label.chip) + 4.0) * unit, height: (CHIP + 4.0) * unit };
            }
            let lines = if label.figure.is_empty() || form == Form::Short { 1.0 } else { 2.0 };
            Size { width: (chip_width(&label.chip) + GAP + text + 4.0) * unit, height: (lines * 16.0 + 4.0) * unit }
        }
        Named::District(_) => Size { width: (width(&label.text, DISTRICT, Weight::Control) + 6.0) * unit, height: (DISTRICT + 5.0) * unit },
    }
}

fn chip_width(chip: &str) -> f64 {
    (width(chip, DISTRICT, Weight::Name) + 8.0).max(CHIP)
}

fn area(pen: &mut Pen, sheet: &MapSheet, label: &Label, placed: &Placed, unit: f64) {
    let Named::Area(id) = label.of else { return };
    let (middle, size) = (placed.middle, placed.size);
    let left = middle[0] - size.width / 2.0 + 2.0 * unit;
    let chip = chip_width(&label.chip) * unit;
    let colour = sheet.area_colours.get(&id).copied().unwrap_or(Colour([255; 3]));
    self::chip(pen, [left, middle[1] - CHIP / 2.0 * unit], chip, &label.chip, colour, unit);
    let text = left + chip + GAP * unit;
    let name = Type { size: AREA * unit, weight: Weight::Name, ink: ink::INK, anchor: Anchor::Start };
    let figure = Type { weight: Weight::Control, ..name };
    let (line, below) = if label.figure.is_empty() { (4.6, 4.6) } else { (-3.0, 13.0) };
    match placed.form {
        Form::Full => {
            pen.text_with_halo([text, middle[1] + line * unit], name, 3.2 * unit, &label.text);
            pen.text_with_halo([text, middle[1] + below * unit], figure, 3.2 * unit, &label.figure);
        }
        Form::Short => pen.text_with_halo([text, middle[1] + 4.6 * unit], figure, 3.2 * unit, &label.figure),
        Form::Chip => {}
    }
}

/// A line from the area to its name, where the name found no room in it.
fn leader(pen: &mut Pen, view: &View, label: &Label, placed: &Placed, unit: f64) {
    let [x, y] = placed.middle;
    let covers = |[at_x, at_y]: Point| (at_x - x).abs() <= placed.size.width / 2.0 && (at_y - y).abs() <= placed.size.height / 2.0;
    let own = std::iter::once(&label.at).chain(&label.others).map(|it| view.place(*it));
    if own.clone().any(covers) {
        return;
    }
    let far = |at: &Point| (at[0] - x).hypot(at[1] - y);
    let Some(own) = own.min_by(|a, b| far(a).total_cmp(&far(b))) else { return };
    let to_chip = [x - placed.size.width / 2.0 + CHIP / 2.0 * unit, y];
    let line = format!(r#"d="M{} {}L{} {}" fill="none" stroke-linecap="round""#, n(own[0]), n(own[1]), n(to_chip[0]), n(to_chip[1]));
    pen.element("path", &format!(r#"{line} stroke="{}" stroke-width="{}""#, ink::CASING, n(3.6 * unit)));
    pen.element("path", &format!(r#"{line} stroke="{}" stroke-width="{}""#, ink::INK, n(1.2 * unit)));
    let dot = format!(r#"cx="{}" cy="{}" r="{}" fill="{}" stroke="{}""#, n(own[0]), n(own[1]), n(2.8 * unit), ink::INK, ink::CASING);
    pen.element("circle", &format!(r#"class="leader" {dot} stroke-width="{}""#, n(1.2 * unit)));
}

/// A number chip: its area's colour, dark edge, dark number.
pub fn chip(pen: &mut Pen, at: Point, width: f64, text: &str, colour: Colour, unit: f64) {
    let look =
        format!(r#"rx="{}" fill="{}" stroke="{}" stroke-width="{}""#, n(CHIP / 2.0 * unit), ink::hex(colour), ink::CHIP_EDGE, n(unit));
    pen.rectangle(at, [width, CHIP * unit], &look);
    let kind = Type { size: DISTRICT * unit, weight: Weight::Name, ink: ink::CHIP_INK, anchor: Anchor::Middle };
    pen.text([at[0] + width / 2.0, at[1] + (CHIP / 2.0 + 4.0) * unit], kind, text);
}

/// What lies outside of the frame, so that no label leaves it.
fn around(frame: &Frame) -> [(Point, Size); 4] {
    const FAR: f64 = 100_000.0;
    let (middle, end) = (frame.middle(), frame.end());
    let beside = Size { width: FAR, height: 4.0 * FAR };
    let above = Size { width: 4.0 * FAR, height: FAR };
    [
        ([frame.at[0] - FAR / 2.0, middle[1]], beside),
        ([end[0] + FAR / 2.0, middle[1]], beside),
        ([middle[0], frame.at[1] - FAR / 2.0], above),
        ([middle[0], end[1] + FAR / 2.0], above),
    ]
}
