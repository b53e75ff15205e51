//! A map for paper and wall: the picture that the screen shows, on a sheet with everything that a map must say.
//!
//! Title, legend with all classes and hatches, scale bar, north arrow, sources, the rule for small numbers, date. Real text in
//! the bundled family, elements grouped and named, borders thinned to half a pixel.
//! **Promise.** The same sheet gives the same bytes. Nothing that a name contains can leave its text.
//! **Not here.** Which colours and hatches ([`crate::cartography`]), files ([`crate::report`] only returns bytes).
//!
//! Reading order: [`page`], [`view`], [`several`], [`ground`], [`names`], [`margin`], [`pixels`]; tools: [`pen`], [`letters`], [`hatch`], [`ink`].

pub mod ground;
pub mod hatch;
pub mod ink;
pub mod letters;
pub mod margin;
pub mod names;
pub mod page;
pub mod pen;
pub mod pixels;
pub mod several;
pub mod view;

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    analysis::disclosure,
    cartography::picture::Picture,
    geometry::Bounds,
    model::{
        catalog::{Ground, Register},
        id::AreaId,
        planning_area::Colour,
        saved_view::Extent,
    },
    report::plain::xml,
    words::{Message, Words, say},
};
use hatch::Hatch;
use margin::{Footer, Heading, LegendColumn};
use page::{Frame, Layout, Page};
use pen::{Pen, n};
use several::Cell;
use view::View;

/// A map to hand out.
#[derive(Debug, Clone)]
pub struct MapSheet {
    /// What it shows. With several maps: what stands around them.
    pub picture: Picture,
    /// The maps beside one another, each with the name of its plan as title; empty where it shows one.
    pub beside: Vec<MapSheet>,
    /// The colours of the chips, by area.
    pub area_colours: BTreeMap<AreaId, Colour>,
    /// The borders.
    pub ground: Arc<Ground>,
    /// Keys and names of the districts.
    pub register: Arc<Register>,
    /// The sheet.
    pub layout: Layout,
    /// The part that is shown; `None` is everything.
    pub extent: Option<Extent>,
    /// The printed date, as `2026-11-23`.
    pub date: String,
    /// The language of the sheet, with the county's terms.
    pub words: Arc<Words>,
}

impl MapSheet {
    /// The sheet as SVG.
    pub fn svg(&self) -> String {
        let (heading, footer) = (Heading::of(self), Footer::of(self));
        let page = Page::of(self.layout, heading.height(), footer.height());
        let mut pen = Pen::default();
        self.begin(&mut pen, &page);
        heading.draw(&mut pen, &page.heading);
        self.map(&mut pen, &page);
        footer.draw(&mut pen, &page.footer);
        pen.close("svg");
        pen.finish()
    }

    /// Width and height in CSS pixels.
    pub fn size(&self) -> [f64; 2] {
        self.layout.size()
    }

    /// The rule for small numbers, where the picture's profile hides them.
    pub fn limit(&self) -> Option<Message> {
        disclosure::limit(self.picture.profile)
    }

    /// Who may see it, when it was printed, with what.
    fn imprint(&self) -> String {
        let profile = crate::report::profile_name(self.picture.profile);
        self.words.tell(&say!("handout-imprint", profile, date = crate::words::Arg::Date(self.date.clone())))
    }

    fn begin(&self, pen: &mut Pen, page: &Page) {
        let [width, height] = page.size.map(n);
        let size = match self.layout.paper() {
            Some([width, height]) => format!(r#"width="{width}mm" height="{height}mm""#),
            None => format!(r#"width="{width}" height="{height}""#),
        };
        let family = "'Planraum Inter', Inter, 'Segoe UI', Arial, sans-serif";
        let language = self.words.language().tag();
        pen.open("svg", &format!(
            r#"xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {width} {height}" font-family="{family}" xml:lang="{language}" role="img" aria-label="{}""#,
            xml(&letters::cut(&self.picture.title)),
        ));
        pen.said("title", "", &letters::cut(&self.picture.title));
        pen.said("desc", "", &letters::cut(&self.picture.subtitle));
        pen.open("defs", "");
        Hatch::ALL.iter().for_each(|it| it.define(pen, page.unit));
        for cell in Cell::all(self, page) {
            pen.open("clipPath", &format!(r#"id="{}""#, cell.frame_name()));
            frame(pen, &cell.frame, page.unit, "");
            pen.close("clipPath");
        }
        pen.close("defs");
        pen.rectangle([0.0, 0.0], page.size, &format!(r#"id="sheet" fill="{}""#, ink::SHEET));
    }

    fn map(&self, pen: &mut Pen, page: &Page) {
        let cells = Cell::all(self, page);
        cells.iter().for_each(|it| map(pen, it, page.unit));
        let room = page.legend.size[1] - margin::instruments_height(self.layout) - 8.0 * page.unit;
        LegendColumn::fitting(self, &page.legend, room).draw(pen, &page.legend);
        if let Some(view) = cells.first().map(|it| it.view(page.unit)) {
            margin::instruments(pen, self, &view, &page.legend);
        }
    }

    fn view_in(&self, frame: &Frame, unit: f64) -> View {
        let nothing = Bounds { min: [0.0, 0.0], max: [1.0, 1.0] };
        match &self.extent {
            Some(extent) => View::of_extent(extent, frame),
            None => View::fitting(self.ground.topology.bounds().unwrap_or(nothing), frame, 14.0 * unit),
        }
    }
}

/// One map in its frame.
fn map(pen: &mut Pen, cell: &Cell<'_>, unit: f64) {
    let view = cell.view(unit);
    let seen = view.seen(&cell.frame);
    cell.head(pen, unit);
    pen.open("g", &format!(r#"id="{}" clip-path="url(#{})""#, cell.name("map"), cell.frame_name()));
    frame(pen, &cell.frame, unit, &format!(r#"fill="{}""#, ink::GROUND));
    ground::districts(pen, cell, &view, seen);
    ground::borders(pen, cell, &view, seen, unit);
    names::labels(pen, cell, &view, unit);
    pen.close("g");
    frame(pen, &cell.frame, unit, &format!(r#"fill="none" stroke="{}" stroke-width="{}""#, ink::LINE, n(unit)));
}

fn frame(pen: &mut Pen, frame: &Frame, unit: f64, look: &str) {
    pen.rectangle(frame.at, frame.size, &format!(r#"rx="{}" {look}"#, n(6.0 * unit)));
}

#[cfg(test)]
mod tests;
