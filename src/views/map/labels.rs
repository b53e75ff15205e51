//! Labels on the screen: measured, placed, painted with a halo.

use std::sync::Arc;

use eframe::egui::{Align2, Color32, FontId, Galley, Id, Painter, Pos2, Rect, Role, Sense, Ui, Vec2, pos2, vec2};

use crate::{
    cartography::labels::{Form, Label, Named, Placed, Size, Whose, place_at_home},
    geometry::{DistrictIx, Point},
    model::{
        id::AreaId,
        planning_area::{Colour, Lock},
    },
    views::{
        baked::{Baker, Still},
        icons::Icon,
        map::scene::Scene,
        map_gpu::Camera,
        painted::{Painted, painted_unseen},
        theme::{CHIP_EDGE, CHIP_INK, Theme, bold, medium, semibold},
        widgets::surface::announce,
    },
};

/// Sizes of labels; presenting takes larger ones.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LabelSizes {
    /// Names of areas.
    pub area: f32,
    /// Figures of areas.
    pub figure: f32,
    /// Names of districts.
    pub district: f32,
    /// Width of the halo on each side.
    pub halo: f32,
}

impl LabelSizes {
    /// At the desk.
    pub const DESK: Self = Self { area: 13.0, figure: 13.0, district: 11.0, halo: 1.6 };

    /// At the desk; with high contrast the halo is half as wide again.
    pub fn desk(theme: &Theme) -> Self {
        let halo = Self::DESK.halo * if theme.strong() { 1.5 } else { 1.0 };
        Self { halo, ..Self::DESK }
    }

    /// On the wall, by the height of the map: at 1080p the figures of areas are 34 high and nothing is below 24.
    pub fn wall(height: f32) -> Self {
        let scale = height / 880.0;
        Self { area: 25.0 * scale, figure: 34.0 * scale, district: 24.0 * scale, halo: 4.0 * scale }
    }
}

/// Whether the map rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// It does, or nothing has to be spared.
    Rest,
    /// It moves.
    Moves,
    /// It moves and the processor draws: names of districts wait, halos are thinner.
    MovesPlainly,
}

/// Where labels may stand.
pub struct Room<'a> {
    /// The map on the screen.
    pub rect: Rect,
    /// Where it looks.
    pub camera: Camera,
    /// Cards that must not be covered.
    pub taken: &'a [Rect],
    /// What stands on the other maps with the same camera.
    pub beside: &'a [Rect],
    /// Whether it rests.
    pub motion: Motion,
    /// Whose a place of the map is; `None` outside of all districts, `Some(None)` in one that belongs to none.
    pub area_at: &'a dyn Fn(Point) -> Option<Option<AreaId>>,
    /// What makes an image of labels that stand.
    pub baker: Option<&'a Baker>,
}

/// What labels were placed for; while it holds, they stay where they are.
#[derive(Debug, Clone, PartialEq)]
struct Key {
    picture: u64,
    camera: Camera,
    rect: Rect,
    taken: Vec<Rect>,
    beside: Vec<Rect>,
}

impl Key {
    /// How far the map was dragged since: a dragged map takes its labels along, and only when it rests are they placed anew.
    fn drift(&self, now: &Self) -> Option<Vec2> {
        let same = self.picture == now.picture && self.rect == now.rect && self.camera.metres_per_point == now.camera.metres_per_point;
        same.then(|| now.camera.to_screen(now.rect, self.camera.centre) - self.camera.to_screen(self.rect, self.camera.centre))
    }
}

/// The labels of one map, placed anew only when picture, camera or room differ.
#[derive(Debug, Default)]
pub struct LabelsKept {
    key: Option<Key>,
    placed: Vec<Placed>,
    areas: Vec<AreaLabel>,
    painted: Option<(Dress, Painted)>,
    still: (Still, Option<Dress>),
}

/// What labels look like; while it holds, a dragged map takes along what was painted.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Dress {
    theme: Theme,
    sizes: LabelSizes,
    plainly: bool,
}

/// The label of an area as it was painted last.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaLabel {
    /// Which area.
    pub area: AreaId,
    /// The figure below its name; may be empty.
    pub figure: String,
    /// Where that stands.
    pub figure_at: Rect,
}

impl LabelsKept {
    /// The labels of areas where they were painted last.
    pub fn areas(&self) -> &[AreaLabel] {
        &self.areas
    }

    /// Where names of districts would be hindered on this map, seen from its upper left corner: labels of areas, cards.
    pub fn hindrances(&self, scene: Option<&Scene>) -> Vec<Rect> {
        let Some((key, scene)) = self.key.as_ref().zip(scene) else { return Vec::new() };
        let is_area = |it: &&Placed| matches!(scene.picture.labels.get(it.label), Some(Label { of: Named::Area(_), .. }));
        let label = |it: &Placed| Rect::from_center_size(middle(it), vec2(it.size.width as f32, it.size.height as f32));
        let labels = self.placed.iter().filter(is_area).map(label);
        labels.chain(key.taken.iter().copied()).map(|it| it.translate(-key.rect.min.to_vec2())).collect()
    }

    /// The districts whose names were painted last.
    pub fn districts(&self, scene: Option<&Scene>) -> Vec<DistrictIx> {
        let district = |it: &Placed| match scene?.picture.labels.get(it.label)?.of {
            Named::District(district) => Some(district),
            Named::Area(_) => None,
        };
        self.placed.iter().filter_map(district).collect()
    }

    /// Paints the labels of a picture. `chip_of` tells what an area's chip looks like.
    pub fn paint(&mut self, ui: &Ui, room: &Room<'_>, scene: &Scene, sizes: LabelSizes, chip_of: impl Fn(AreaId) -> Option<Chip>) {
        let painter = ui.painter_at(room.rect);
        let drift = self.keep(&painter, room, scene, sizes);
        let dress = Dress { theme: Theme::of(ui.ctx()), sizes, plainly: room.motion == Motion::MovesPlainly };
        self.areas.clear(); // of a map in motion none can be pointed at
        let Some(drift) = drift else {
            self.painted = None;
            self.areas = self.area_labels(scene);
            let mut still = std::mem::take(&mut self.still);
            still.1 = Some(dress);
            still.0.show(ui.ctx(), ui.layer_id(), room.baker, || self.paint_anew(ui, &painter, scene, dress, &chip_of));
            self.still = still;
            return;
        };
        // An image of them at rest costs less than thin ones drawn anew.
        let rested = self.still.1.is_some_and(|it| Dress { plainly: dress.plainly, ..it } == dress);
        if let Some(image) = self.still.0.image().filter(|_| rested) {
            return image.paint_moved(&painter, drift);
        }
        let kept = self.painted.take().filter(|it| it.0 == dress && it.1.stands(ui.ctx()));
        let (_, painted) = kept.unwrap_or_else(|| {
            let shapes = painted_unseen(ui, |painter| self.paint_anew(ui, painter, scene, dress, &chip_of));
            (dress, Painted::of(ui.ctx(), shapes))
        });
        painted.paint_moved(&painter, drift);
        self.painted = Some((dress, painted));
    }

    fn paint_anew(&self, ui: &Ui, painter: &Painter, scene: &Scene, dress: Dress, chip_of: &dyn Fn(AreaId) -> Option<Chip>) {
        let Dress { theme, sizes, plainly } = dress;
        let ink = Inked { round: !plainly, ..Inked::of(&theme, sizes.halo) };
        for at in &self.placed {
            let Some(label) = scene.picture.labels.get(at.label) else { continue };
            let middle = middle(at);
            match label.of {
                Named::Area(area) => {
                    let name = Name { label, form: at.form, middle, sizes };
                    paint_area(ui, painter, (area, &name), chip_of(area), (&theme, ink));
                }
                Named::District(_) if plainly => {}
                Named::District(_) => {
                    let font = FontId::new(sizes.district, medium());
                    paint_label_text(painter, middle, Align2::CENTER_CENTER, &label.text, font, ink);
                }
            }
        }
    }

    /// Where the labels of areas stand that were placed last.
    fn area_labels(&self, scene: &Scene) -> Vec<AreaLabel> {
        let label = |at: &Placed| {
            let label = scene.picture.labels.get(at.label)?;
            let Named::Area(area) = label.of else { return None };
            let whole = Rect::from_center_size(middle(at), vec2(at.size.width as f32, at.size.height as f32));
            let figure_at = match at.form {
                Form::Full => whole.with_min_y(whole.center().y),
                Form::Short => whole,
                Form::Chip => return None,
            };
            Some(AreaLabel { area, figure: label.figure.clone(), figure_at })
        };
        self.placed.iter().filter_map(label).collect()
    }

    /// Places the labels anew where they have to be; else answers how far the map was dragged since.
    fn keep(&mut self, painter: &Painter, room: &Room<'_>, scene: &Scene, sizes: LabelSizes) -> Option<Vec2> {
        let key =
            Key { picture: scene.number, camera: room.camera, rect: room.rect, taken: room.taken.to_vec(), beside: room.beside.to_vec() };
        let drift = self.key.as_ref().filter(|_| room.motion != Motion::Rest).and_then(|it| it.drift(&key));
        if drift.is_none() && self.key.as_ref() != Some(&key) {
            self.placed = placed(painter, room, &scene.picture.labels, sizes);
            self.key = Some(key);
        }
        drift
    }
}

fn middle(at: &Placed) -> Pos2 {
    pos2(at.middle[0] as f32, at.middle[1] as f32)
}

/// So many areas, and so many districts, are thought of for one map: however many areas there are, the same districts.
const MOST: usize = 400;

fn placed(painter: &Painter, room: &Room<'_>, labels: &[Label], sizes: LabelSizes) -> Vec<Placed> {
    let (rect, camera) = (room.rect, room.camera);
    let to_medium = |at: [f64; 2]| {
        let it = camera.to_screen(rect, at);
        [f64::from(it.x), f64::from(it.y)]
    };
    let rectangle = |it: &Rect| {
        let [x, y] = [it.center().x, it.center().y].map(f64::from);
        ([x, y], Size { width: f64::from(it.width()), height: f64::from(it.height()) })
    };
    let taken: Vec<_> = room.taken.iter().chain(&around(rect)).map(rectangle).collect();
    let beside: Vec<_> = room.beside.iter().map(rectangle).collect();
    let inside = |label: &&Label| rect.expand(20.0).contains(camera.to_screen(rect, label.at));
    let scale = 1.0 / camera.metres_per_point;
    // Only what is in sight and wide enough is measured: laying out thousands of names would cost more than the map.
    let worth = |label: &&Label| matches!(label.of, Named::Area(_)) || label.room * scale > 24.0;
    let all = |areas: bool| {
        let of = move |it: &&Label| matches!(it.of, Named::Area(_)) == areas;
        labels.iter().enumerate().filter(move |(_, it)| of(it) && inside(it) && worth(it)).map(|it| it.0).take(MOST)
    };
    let candidates: Vec<usize> = all(true).chain(all(false)).collect();
    let chosen: Vec<Label> = candidates.iter().filter_map(|it| labels.get(*it)).cloned().collect();
    let whose = |label: &Label, at: [f64; 2]| match (label.of, (room.area_at)(camera.to_map(rect, pos2(at[0] as f32, at[1] as f32)))) {
        (Named::Area(area), Some(found)) if found != Some(area) => Whose::Other,
        (_, Some(_)) => Whose::Own,
        (_, None) => Whose::Nobody,
    };
    let mut placed = place_at_home(&chosen, |it, form| measure(painter, it, form, sizes), to_medium, scale, (&taken, &beside), &whose);
    for it in &mut placed {
        it.label = candidates.get(it.label).copied().unwrap_or(usize::MAX);
    }
    placed
}

/// What lies outside of the map, so that no name is cut at its edge.
fn around(map: Rect) -> [Rect; 4] {
    let far = map.expand(10_000.0);
    [far.with_max_x(map.left()), far.with_min_x(map.right()), far.with_max_y(map.top()), far.with_min_y(map.bottom())]
}

fn galley(painter: &Painter, text: &str, font: FontId) -> Arc<Galley> {
    painter.layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER)
}

fn measure(painter: &Painter, label: &Label, form: Form, sizes: LabelSizes) -> Size {
    let size = match label.of {
        Named::Area(_) if form == Form::Chip => Vec2::splat(sizes.area * 1.45),
        Named::Area(_) if form == Form::Short => {
            let figure = galley(painter, &label.figure, FontId::new(sizes.figure, medium())).size();
            let lead = lead(label, sizes);
            vec2(lead + figure.x, figure.y.max(lead))
        }
        Named::Area(_) => {
            let name = galley(painter, &label.text, FontId::new(sizes.area, bold())).size();
            let figure = if label.figure.is_empty() {
                Vec2::ZERO
            } else {
                galley(painter, &label.figure, FontId::new(sizes.figure, medium())).size()
            };
            let lead = lead(label, sizes);
            vec2((lead + name.x).max(figure.x), name.y.max(lead) + figure.y)
        }
        Named::District(_) => galley(painter, &label.text, FontId::new(sizes.district, medium())).size(),
    };
    Size { width: f64::from(size.x) + 6.0, height: f64::from(size.y) + 2.0 }
}

/// The room that the chip takes before the name; a label without a chip begins with its name.
fn lead(label: &Label, sizes: LabelSizes) -> f32 {
    if label.chip.is_empty() { 0.0 } else { sizes.area * 1.45 + 5.0 }
}

/// What an area's chip looks like.
#[derive(Debug, Clone, PartialEq)]
pub struct Chip {
    /// Its ground.
    pub colour: Colour,
    /// The lock of its area, if it has one, and what is said of it.
    pub locked: Option<(Lock, String)>,
}

/// A name on the map: what stands, where, how large.
struct Name<'a> {
    label: &'a Label,
    form: Form,
    middle: Pos2,
    sizes: LabelSizes,
}

fn paint_area(ui: &Ui, painter: &Painter, (area, it): (AreaId, &Name<'_>), chip_look: Option<Chip>, (theme, ink): (&Theme, Inked)) {
    let Name { label, form, middle, sizes } = *it;
    // A short label has its figure where a full one has its name.
    let (text, font) = match form {
        Form::Full => (label.text.as_str(), FontId::new(sizes.area, bold())),
        Form::Short => (label.figure.as_str(), FontId::new(sizes.figure, medium())),
        Form::Chip => ("", FontId::new(sizes.figure, medium())),
    };
    let name = galley(painter, text, font.clone()).size();
    let chip = sizes.area * 1.45;
    let has_figure = !label.figure.is_empty() && form == Form::Full;
    let lead = if form == Form::Chip { chip } else { lead(label, sizes) };
    let width = lead + name.x;
    let line = middle.y - if has_figure { sizes.figure * 0.68 } else { 0.0 };
    let left = middle.x - width / 2.0;
    if lead > 0.0 {
        let square = Rect::from_center_size(pos2(left + chip / 2.0, line), Vec2::splat(chip));
        if ink.round {
            painter.rect_filled(square.expand(ink.halo), 5.0, ink.casing);
        }
        let ground = chip_look.as_ref().map_or(theme.tokens.raised, |it| super::scene::colour32(it.colour));
        painter.rect(square, sizes.area * 0.3, ground, (1.0, CHIP_EDGE), eframe::egui::StrokeKind::Inside);
        painter.text(square.center(), Align2::CENTER_CENTER, &label.chip, FontId::new(sizes.area * 0.85, semibold()), CHIP_INK);
        if let Some((lock, said)) = chip_look.as_ref().and_then(|it| it.locked.as_ref()) {
            paint_lock(ui, painter, (area, square), *lock, &format!("{}: {said}", label.text));
        }
    }
    if !text.is_empty() {
        paint_label_text(painter, pos2(left + lead, line), Align2::LEFT_CENTER, text, font, ink);
    }
    if has_figure {
        let below = pos2(middle.x, line + (name.y + sizes.figure * 1.36) * 0.49);
        paint_label_text(painter, below, Align2::CENTER_CENTER, &label.figure, FontId::new(sizes.figure, medium()), ink);
    }
}

/// A small lock on the corner of the chip; what may still grow has a plus in it.
fn paint_lock(ui: &Ui, painter: &Painter, (area, chip): (AreaId, Rect), lock: Lock, said: &str) {
    let theme = Theme::of(ui.ctx());
    let radius = chip.width() * 0.42;
    let middle = chip.right_top() + vec2(0.3, -0.3) * radius; // the number stays free
    painter.circle(middle, radius, theme.tokens.raised, (1.0, theme.tokens.t1));
    let icon = if lock == Lock::KeepAtLeast { Icon::Plus } else { Icon::Lock };
    icon.paint(painter, middle, radius * 1.45, theme.tokens.t1);
    let place = Rect::from_center_size(middle, Vec2::splat(2.0 * radius));
    announce(&ui.interact(place, Id::unique(("lock on the map", area.0)), Sense::empty()), Role::Label, true, None, said);
}

/// How a label's letters are drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Inked {
    /// Colour of the letters.
    pub ink: Color32,
    /// Colour of the halo.
    pub casing: Color32,
    /// Width of the halo on each side.
    pub halo: f32,
    /// A round halo, or one to two corners only: light enough where the processor draws a map in motion.
    pub round: bool,
}

impl Inked {
    /// As the theme's map has it.
    pub fn of(theme: &Theme, halo: f32) -> Self {
        Self { ink: theme.map.ink, casing: theme.map.casing, halo, round: true }
    }
}

/// Text with a halo, so that it can be read on any colour.
pub fn paint_label_text(painter: &Painter, at: Pos2, align: Align2, text: &str, font: FontId, ink: Inked) {
    let galley = galley(painter, text, font);
    let corner = align.anchor_size(at, galley.size()).min;
    let (steps, turned) = if ink.round { (8, 0.0) } else { (2, std::f32::consts::FRAC_PI_4) };
    for step in 0..steps {
        let angle = std::f32::consts::TAU * step as f32 / steps as f32 + turned;
        painter.galley(corner + Vec2::angled(angle) * ink.halo, Arc::clone(&galley), ink.casing);
    }
    painter.galley(corner, galley, ink.ink);
}
