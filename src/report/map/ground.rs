//! Districts and borders: surfaces by colour and hatch, then every border once, the light line under it first.

use std::collections::BTreeMap;

use super::{
    MapSheet,
    hatch::Hatch,
    ink,
    pen::{Pen, id, line_to, n},
    several::Cell,
    view::View,
};
use crate::{
    cartography::{borders::Border, surfaces::Surface},
    geometry::{ArcIx, Bounds, DistrictIx},
};

/// How a surface looks: its paper, and the hatch on it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Look {
    /// The colour; `None` leaves the ground.
    pub paper: Option<String>,
    /// The hatch.
    pub hatch: Option<Hatch>,
}

impl Look {
    /// The look of a surface, on paper as on screen.
    pub fn of(surface: Surface) -> Self {
        let look = |paper: &str, hatch| Self { paper: Some(paper.to_owned()), hatch };
        match surface {
            Surface::Plain(colour) => look(&ink::hex(colour), None),
            Surface::Estimated(colour) => look(&ink::hex(colour), Some(Hatch::Partial)),
            Surface::Changed(colour) => look(&ink::hex(colour), Some(Hatch::Changed)),
            Surface::Partial => look(ink::PAPER, Some(Hatch::Partial)),
            Surface::Range => look(ink::EMPTY, Some(Hatch::Partial)),
            Surface::Secret => look(ink::PAPER, Some(Hatch::Secret)),
            Surface::Missing => look(ink::PAPER, Some(Hatch::Missing)),
            Surface::Uninhabited => look(ink::EMPTY, Some(Hatch::Uninhabited)),
            Surface::Unassigned => look(ink::PAPER, Some(Hatch::Unassigned)),
            Surface::SwitchedOff => Self { paper: None, hatch: None },
            Surface::Bare => look(ink::EMPTY, None),
        }
    }
}

/// The name of the group that a surface stands in.
fn kind(surface: Surface) -> &'static str {
    match surface {
        Surface::Plain(_) => "plain",
        Surface::Estimated(_) => "estimated",
        Surface::Changed(_) => "changed",
        Surface::Partial => "partial",
        Surface::Range => "range",
        Surface::Secret => "secret",
        Surface::Missing => "missing",
        Surface::Uninhabited => "uninhabited",
        Surface::Unassigned => "unassigned",
        Surface::SwitchedOff => "switched-off",
        Surface::Bare => "bare",
    }
}

/// Draws all districts that can be seen.
pub fn districts(pen: &mut Pen, cell: &Cell<'_>, view: &View, seen: Bounds) {
    let sheet = cell.sheet;
    let mut groups: BTreeMap<(&'static str, Look), Vec<DistrictIx>> = BTreeMap::new();
    for (district, surface) in (0..).map(DistrictIx).zip(&sheet.picture.surfaces) {
        if sheet.ground.topology.district_bounds(district).is_some_and(|it| it.meets(&seen)) {
            groups.entry((kind(*surface), Look::of(*surface))).or_default().push(district);
        }
    }
    pen.open("g", &format!(r#"id="{}""#, cell.name("districts")));
    for ((kind, look), members) in groups {
        group(pen, cell, view, kind, &look, &members);
    }
    pen.close("g");
}

fn group(pen: &mut Pen, cell: &Cell<'_>, view: &View, kind: &str, look: &Look, members: &[DistrictIx]) {
    let sheet = cell.sheet;
    // A hair of its own colour closes the seam that two smoothed edges leave between them.
    let paper =
        look.paper.as_ref().map_or_else(|| r#"fill="none""#.to_owned(), |it| format!(r#"fill="{it}" stroke="{it}" stroke-width=".4""#));
    pen.open("g", &format!(r#"class="{kind}" fill-rule="evenodd" {paper}"#));
    let paths: Vec<(DistrictIx, String)> = members.iter().map(|it| (*it, boundary(sheet, view, *it))).collect();
    for (district, data) in &paths {
        let Some(known) = sheet.register.get(*district) else { continue };
        pen.open("path", &format!(r#"id="{}" d="{data}""#, cell.name(&id("district", known.key.as_str()))));
        pen.said("title", "", &known.name);
        pen.close("path");
    }
    if let Some(hatch) = look.hatch {
        let all: String = paths.iter().map(|(_, data)| data.as_str()).collect();
        pen.element("path", &format!(r#"d="{all}" stroke="none" fill="url(#{})""#, hatch.id()));
    }
    pen.close("g");
}

/// The rings of a district, as coarse as the page allows; neighbours share their points because each arc is thinned once.
fn boundary(sheet: &MapSheet, view: &View, district: DistrictIx) -> String {
    let (topology, importance) = (&sheet.ground.topology, &sheet.ground.importance);
    let mut data = String::new();
    for ring in topology.polygons_of(district).flat_map(|it| it.rings()) {
        let mut points = importance.ring_at(topology, ring, view.tolerance());
        points.pop(); // the first again
        line_to(&mut data, points.into_iter().map(|it| view.place(it)), true);
    }
    data
}

/// A line of the map.
struct Line {
    kind: Border,
    name: &'static str,
    width: f64,
    casing: f64,
    ink: &'static str,
    opacity: f64,
    dash: Option<[f64; 2]>,
}

/// All kinds of borders, a later one over an earlier one.
const LINES: [Line; 8] = [
    Line { kind: Border::District, name: "border-district", width: 0.6, casing: 0.0, ink: ink::HAIR, opacity: 0.55, dash: None },
    Line { kind: Border::Group, name: "border-group", width: 0.9, casing: 0.0, ink: ink::HAIR, opacity: 0.85, dash: None },
    Line { kind: Border::Shared, name: "border-shared", width: 1.5, casing: 0.0, ink: ink::HAIR, opacity: 1.0, dash: None },
    Line { kind: Border::County, name: "border-county", width: 1.4, casing: 3.2, ink: ink::INK, opacity: 1.0, dash: None },
    Line { kind: Border::Area, name: "border-area", width: 2.0, casing: 4.6, ink: ink::INK, opacity: 1.0, dash: None },
    Line { kind: Border::Dropped, name: "border-dropped", width: 2.0, casing: 0.0, ink: ink::INK, opacity: 1.0, dash: Some([5.0, 4.5]) },
    Line {
        kind: Border::Unassigned,
        name: "border-unassigned",
        width: 2.0,
        casing: 5.0,
        ink: ink::INK,
        opacity: 1.0,
        dash: Some([6.0, 4.0]),
    },
    Line { kind: Border::New, name: "border-new", width: 3.0, casing: 6.0, ink: ink::HAND, opacity: 1.0, dash: None },
];

/// Draws all borders that can be seen.
pub fn borders(pen: &mut Pen, cell: &Cell<'_>, view: &View, seen: Bounds, unit: f64) {
    let sheet = cell.sheet;
    let data: Vec<String> = LINES.iter().map(|it| arcs(sheet, view, seen, it.kind)).collect();
    pen.open("g", &format!(r#"id="{}" fill="none" stroke-linejoin="round" stroke-linecap="round""#, cell.name("borders")));
    for (line, data) in LINES.iter().zip(&data).filter(|(line, data)| line.casing > 0.0 && !data.is_empty()) {
        let look = format!(r#"class="casing" stroke="{}" stroke-width="{}" d="{data}""#, ink::CASING, n(line.casing * unit));
        pen.element("path", &look);
    }
    for (line, data) in LINES.iter().zip(&data).filter(|(_, data)| !data.is_empty()) {
        pen.element("path", &format!(r#"class="{}" {} d="{data}""#, line.name, stroke(line, unit)));
    }
    pen.close("g");
}

/// How a border is drawn.
fn stroke(line: &Line, unit: f64) -> String {
    let mut look = format!(r#"stroke="{}" stroke-width="{}""#, line.ink, n(line.width * unit));
    if line.opacity < 1.0 {
        look += &format!(r#" stroke-opacity="{}""#, n(line.opacity));
    }
    if let Some(dash) = line.dash {
        look += &format!(r#" stroke-linecap="butt" stroke-dasharray="{} {}""#, n(dash[0] * unit), n(dash[1] * unit));
    }
    look
}

/// How a border looks in the legend.
pub fn sample_of(border: Border, unit: f64) -> String {
    LINES.iter().find(|it| it.kind == border).map_or_else(String::new, |it| stroke(it, unit))
}

fn arcs(sheet: &MapSheet, view: &View, seen: Bounds, kind: Border) -> String {
    let topology = &sheet.ground.topology;
    let of_kind =
        (0..).map(ArcIx).zip(&sheet.picture.borders).take(topology.arc_count()).filter(|(_, it)| **it == kind).map(|(arc, _)| arc);
    let mut data = String::new();
    for arc in of_kind {
        if !touches(sheet, arc, seen) {
            continue;
        }
        let points = sheet.ground.importance.points_at(topology, arc, view.tolerance());
        line_to(&mut data, points.into_iter().map(|it| view.place(it)), false);
    }
    data
}

fn touches(sheet: &MapSheet, arc: ArcIx, seen: Bounds) -> bool {
    let known = sheet.ground.topology.arc(arc);
    let near = |it: Option<DistrictIx>| it.and_then(|it| sheet.ground.topology.district_bounds(it)).is_some_and(|it| it.meets(&seen));
    near(known.left) || near(known.right)
}
