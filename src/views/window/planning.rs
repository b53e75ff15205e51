//! How the planning page is laid out, and what lies on its map.

use eframe::egui::{Align2, Area, CentralPanel, Context, Frame, Id, Order, Panel, Pos2, Rect, Response, Ui, pos2, vec2};

use crate::{
    analysis::repair::Enclave,
    desk::{
        Desk,
        action::{Action, Drawing, LookAt},
        look::{Drawer, Tool},
    },
    geometry::DistrictIx,
    model::{id::AreaId, saved_view::Extent},
    views::{
        frame::{place_notes, plan_tabs_ui, rename_plan},
        graphics::Graphics,
        held::{Held, Hold},
        icons::Icon,
        map::{
            Canvas, CanvasKind, Card, Shown, Wordy, area_card_ui, delta_card_ui, ground_of, hover_card_ui, legend_card_ui, scale_bar_ui,
            tool_strip_ui,
        },
        map_gpu::Camera,
        planning::{areas_hidden, city_entry_ui, drawer_ui, left_panel_ui, map_figures_ui, name_area, rename_area, right_panel_ui},
        theme::{Theme, metrics, text},
        widgets::{Button, Notice, NoticeAnswer, Tone, floating_card, give_room, icon_button},
        window::parts::{Part, Parts},
    },
    words::Language,
};

/// The page with what it keeps from frame to frame: the camera, folded cards, panels that give way.
#[derive(Debug)]
pub struct Planning {
    canvas: Canvas,
    legend_folded: bool,
    left_open: bool,
    right_open: bool,
    was_narrow: bool,
    cards: Vec<Rect>,
    lasting: Vec<Rect>, // the cards that stay, with the place of a legend that is still to come
    enclaves: Option<(EnclaveKey, (String, String))>,
    strip: Option<Rect>,
    held: HeldParts,
    parts: Parts,
}

/// What stands still while the map is dragged.
#[derive(Debug, Default)]
struct HeldParts {
    left: Held,
    right: Held,
    drawer: Held,
    tabs: Held,
    tools: Held,
    legend: Held,
    zoom: Held,
}

/// Room that the legend takes, its distance from the edge included.
const LEGEND_WIDTH: f32 = 240.0;
/// Room that a card in the corner takes, its distance from the next included.
const CARD_WIDTH: f32 = 276.0;
/// Below this width one panel at a time lies beside the map.
const NARROW: f32 = 1_000.0;
/// The strip of tabs needs this much room between the panels.
const TABS: f32 = 600.0;
/// On a map narrower than this tools and legend stand above one another, and the tools are icons alone.
const TIGHT: f32 = 540.0;

/// Room of the scale bar at the lower left.
const SCALE_WIDTH: f32 = 150.0;
/// A note needs this much room to be read.
const NOTE_WIDTH: f32 = 320.0;

/// What a card that stays speaks of.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Pinned {
    District(DistrictIx),
    Area(AreaId),
}

impl Default for Planning {
    fn default() -> Self {
        Self {
            canvas: Canvas::new(1, CanvasKind::Desk),
            legend_folded: false,
            left_open: true,
            right_open: true,
            was_narrow: false,
            cards: Vec::new(),
            lasting: Vec::new(),
            enclaves: None,
            strip: None,
            held: HeldParts::default(),
            parts: Parts::default(),
        }
    }
}

impl Planning {
    /// The page in all the room there is.
    pub fn ui(&mut self, ui: &mut Ui, desk: &Desk, graphics: &Graphics, asked: &mut Vec<Action>) {
        let width = ui.available_width();
        self.parts.begin();
        self.give_way(width < NARROW);
        let hold = self.hold(ui, desk, graphics);
        let frame = Frame::new();
        let (left, right) = if width < 1_400.0 { (272.0, 312.0) } else { (288.0, 344.0) };
        // Between two panels the strip of tabs may have too little room; then it goes across, and the panels stand below it.
        let beside = if self.left_open { left } else { 0.0 } + if self.right_open { right } else { 0.0 };
        let across = width - beside < TABS;
        if across {
            self.tabs_ui(ui, desk, hold, asked);
        }
        if self.left_open {
            Panel::left("indicators").exact_size(left).resizable(false).frame(frame).show(ui, |ui| {
                self.parts.ui(ui, Part::Left, &desk.words().say("planning-part-left"));
                self.held.left.show(ui, hold, |ui| left_panel_ui(ui, desk, asked));
            });
        }
        if self.right_open {
            Panel::right("areas").exact_size(right).resizable(false).frame(frame).show(ui, |ui| {
                self.parts.ui(ui, Part::Right, &desk.words().say("planning-part-right"));
                self.held.right.show(ui, hold, |ui| right_panel_ui(ui, desk, asked));
            });
        } else {
            areas_hidden(ui, desk, asked);
        }
        if desk.look().drawer != Drawer::Closed {
            let height = (ui.available_height() * 0.42).clamp(160.0, 360.0);
            Panel::bottom("drawer").default_size(height).resizable(true).frame(frame).show(ui, |ui| {
                self.parts.ui(ui, Part::Drawer, &desk.words().say("planning-part-drawer"));
                self.held.drawer.show(ui, hold, |ui| drawer_ui(ui, desk, asked));
            });
        }
        if !across {
            self.tabs_ui(ui, desk, hold, asked);
        }
        CentralPanel::no_frame().show(ui, |ui| self.map_ui(ui, desk, graphics, asked));
    }

    /// The state of the desk that everything around the map may be shown in as it stood, while the map is dragged.
    pub fn hold<'a>(&self, ui: &Ui, desk: &Desk, graphics: &'a Graphics) -> Hold<'a> {
        let dragged = self.canvas.is_dragged(ui) && desk.drawing().stroke().is_none();
        Hold { changes: dragged.then(|| desk.changes()), baker: graphics.baker.as_ref() }
    }

    /// Where the map looks.
    pub fn camera(&self) -> Option<Camera> {
        self.canvas.camera()
    }

    /// The tabs of the plans, and what opens and closes the panels.
    fn tabs_ui(&mut self, ui: &mut Ui, desk: &Desk, hold: Hold<'_>, asked: &mut Vec<Action>) {
        let narrow = self.was_narrow;
        Panel::top("plan tabs")
            .exact_size(metrics::PANEL_HEAD)
            .resizable(false)
            .frame(Frame::new().inner_margin(eframe::egui::Margin::symmetric(6, 0)))
            .show(ui, |ui| {
                self.parts.ui(ui, Part::Tabs, &desk.words().say("planning-part-tabs"));
                let mut held = std::mem::take(&mut self.held.tabs);
                held.show(ui, hold, |ui| {
                    ui.horizontal_centered(|ui| {
                        self.panel_switches(ui, desk, narrow);
                        plan_tabs_ui(ui, desk, asked);
                    });
                });
                self.held.tabs = held;
            });
    }

    /// The keyboard goes to the next part of the page, or to the one before.
    pub fn go_to_part(&self, ctx: &Context, next: bool) {
        self.parts.go(ctx, next);
    }

    /// Opens the name of the chosen area, else that of the plan.
    pub fn rename(&mut self, ctx: &Context, desk: &Desk, asked: &mut Vec<Action>) {
        let Some(plan) = desk.shown_plan() else { return };
        match desk.look().selection.area.and_then(|it| plan.area(it)) {
            Some(area) => {
                self.show_areas();
                rename_area(ctx, desk, area.id, asked);
            }
            None => rename_plan(ctx, plan),
        }
    }

    /// Opens the name of an area that was just made; named or not, its details fold again.
    pub fn name(&mut self, ctx: &Context, desk: &Desk, area: AreaId, asked: &mut Vec<Action>) {
        self.show_areas();
        name_area(ctx, desk, area, asked);
    }

    fn show_areas(&mut self) {
        self.left_open &= !self.was_narrow || self.right_open;
        self.right_open = true;
    }

    /// When the window becomes narrow the panels give way to the map; when it becomes wide they come back.
    fn give_way(&mut self, narrow: bool) {
        if narrow != self.was_narrow {
            (self.left_open, self.right_open) = (!narrow, !narrow);
            self.legend_folded = narrow;
            self.was_narrow = narrow;
        }
    }

    fn panel_switches(&mut self, ui: &mut Ui, desk: &Desk, narrow: bool) {
        let words = desk.words();
        let (left, right) = (words.say("frame-hide-left"), words.say("frame-hide-right"));
        if ui.add(Button::quiet("").icon(Icon::Chart).chosen(self.left_open).name(&left)).clicked() {
            self.left_open = !self.left_open;
            self.right_open &= !(narrow && self.left_open);
        }
        if ui.add(Button::quiet("").icon(Icon::Layers).chosen(self.right_open).name(&right)).clicked() {
            self.right_open = !self.right_open;
            self.left_open &= !(narrow && self.right_open);
        }
    }

    fn map_ui(&mut self, ui: &mut Ui, desk: &Desk, graphics: &Graphics, asked: &mut Vec<Action>) {
        let rect = ui.max_rect();
        let Some(mesh) = &graphics.mesh else {
            ui.painter().rect_filled(rect, 0.0, Theme::of(ui.ctx()).tokens.ground);
            ui.put(rect, eframe::egui::Label::new(text::second(ui, desk.words().say("map-preparing"))));
            return;
        };
        let ground = ground_of(ui);
        let make = || desk.picture(ground);
        let shown = Shown {
            mesh,
            graphics,
            key: desk.picture_key(ground, None),
            make: &make,
            plan: desk.look().plan,
            taken: &self.cards,
            lasting: &self.lasting,
        };
        let response = self.canvas.ui(ui, desk, &shown, asked);
        self.parts.map = Some(response.id);
        if desk.look().tool == Tool::Select {
            self.map_menu_ui(&response, desk, asked);
        }
        map_figures_ui(ui, desk, self.canvas.area_labels(), &self.cards);
        self.cards_ui(ui, desk, graphics, rect, asked);
    }

    /// The right button asks about the district under the pointer, or about what is chosen if it lies there.
    fn map_menu_ui(&self, response: &Response, desk: &Desk, asked: &mut Vec<Action>) {
        let pointed = response.interact_pointer_pos().filter(|_| response.secondary_clicked()).zip(self.canvas.camera());
        if let Some((at, camera)) = pointed {
            let district = desk.catalog().ground.locator.district_at(camera.to_map(response.rect, at));
            let key = district.and_then(|it| desk.catalog().register.get(it)).map(|it| &it.key);
            if key.is_none_or(|it| !desk.look().selection.districts.contains(it)) {
                asked.push(Action::Look(LookAt::SelectDistrict { district, add: false }));
            }
        }
        if !desk.look().selection.districts.is_empty() || pointed.is_some() {
            response.context_menu(|ui| city_entry_ui(ui, desk, asked));
        }
    }

    fn cards_ui(&mut self, ui: &mut Ui, desk: &Desk, graphics: &Graphics, rect: Rect, asked: &mut Vec<Action>) {
        let (narrow, tight) = (rect.width() < 780.0, rect.width() < TIGHT);
        let hold = self.hold(ui, desk, graphics);
        let mut cards = Vec::new();
        // Where the map is narrow the strip keeps only the chosen tool's word and stands beside the legend, not above it.
        let middle = if narrow && !tight { (rect.left() + LEGEND_WIDTH + rect.right()) / 2.0 } else { rect.center().x };
        let strip =
            Area::new(Id::unique("tools")).order(Order::Middle).pivot(Align2::CENTER_TOP).fixed_pos(pos2(middle, rect.top() + 12.0));
        let strip = strip.show(ui.ctx(), |ui| {
            give_room(ui, rect.size() - vec2(24.0, 24.0));
            self.held.tools.show(ui, hold, |ui| {
                tool_strip_ui(ui, desk, Wordy::of(narrow, tight), asked);
            });
        });
        cards.push(strip.response.rect);
        let top = if !tight && (narrow || rect.width() > 1_060.0) { 14.0 } else { 70.0 };
        let mut lasting = None;
        if let Some(legend) = self.canvas.legend(desk) {
            let card = Area::new(Id::unique("legend")).order(Order::Middle).fixed_pos(rect.left_top() + vec2(14.0, top));
            let room = self.canvas.overview(rect).map_or(rect.bottom() - 46.0, |it| it.top() - 8.0) - rect.top() - top;
            let (folded, held) = (&mut self.legend_folded, &mut self.held.legend);
            let card = card.show(ui.ctx(), |ui| {
                give_room(ui, vec2(LEGEND_WIDTH, room));
                held.show(ui, hold, |ui| legend_card_ui(ui, desk, &legend, room, folded, asked));
            });
            cards.push(card.response.rect);
        } else if !self.legend_folded {
            lasting = Some(Rect::from_min_size(rect.left_top() + vec2(14.0, top), vec2(LEGEND_WIDTH - 14.0, rect.height() * 0.45)));
        }
        let zoom = Area::new(Id::unique("zoom"))
            .order(Order::Middle)
            .pivot(Align2::RIGHT_BOTTOM)
            .fixed_pos(rect.right_bottom() - vec2(14.0, 14.0));
        let mut held = std::mem::take(&mut self.held.zoom);
        let zoom = zoom.show(ui.ctx(), |ui| {
            give_room(ui, rect.size());
            held.show(ui, hold, |ui| self.zoom_ui(ui, desk, rect, asked));
        });
        self.held.zoom = held;
        let zoom = zoom.response.rect;
        cards.push(zoom);
        if let Some(camera) = self.canvas.camera() {
            let place = Rect::from_min_max(pos2(rect.left() + 18.0, rect.bottom() - 34.0), pos2(rect.left() + 200.0, rect.bottom() - 12.0));
            scale_bar_ui(ui, place, camera, desk.words(), metrics::HINT);
            cards.push(place);
        }
        self.lasting = cards.iter().copied().chain(lasting).collect();
        self.hover_ui(ui, desk, rect, zoom.top());
        if let Some(pointer) = ui.input(|it| it.pointer.hover_pos()).filter(|it| rect.contains(*it) && desk.look().tool.draws()) {
            delta_card_ui(ui, desk, pointer, rect);
        }
        self.strip = self.island_strip(ui, desk, rect, asked);
        cards.extend(self.strip);
        place_notes(ui.ctx(), self.place_of_notes(rect, zoom));
        self.cards = cards;
    }

    /// Between the scale and the zoom; where that is too little, above them. Never on the strip that tells of enclaves.
    fn place_of_notes(&self, rect: Rect, zoom: Rect) -> Rect {
        let left = self.canvas.overview(rect).map_or(rect.left() + SCALE_WIDTH, |it| it.right());
        let between = Rect::from_min_max(pos2(left + 12.0, rect.top()), pos2(zoom.left() - 12.0, rect.bottom() - 14.0));
        if between.width() >= NOTE_WIDTH && self.strip.is_none() {
            return between;
        }
        let bottom = self.strip.map_or(zoom.top(), |it| it.top()) - 8.0;
        Rect::from_min_max(pos2(rect.left() + 14.0, rect.top()), pos2(rect.right() - 14.0, bottom))
    }

    /// Said as soon as the button is up, whatever tool is at hand: a group of districts lies wholly inside another area. On the
    /// map it is marked, and one key mends it.
    fn island_strip(&mut self, ui: &Ui, desk: &Desk, rect: Rect, asked: &mut Vec<Action>) -> Option<Rect> {
        let marked = desk.marked_enclaves().count();
        let board = desk.released_board().filter(|_| marked > 0)?;
        let words = desk.words();
        let key = (board.version(), marked, words.language());
        let kept = self.enclaves.take().filter(|it| it.0 == key);
        let (_, (title, detail)) = self.enclaves.insert(kept.unwrap_or_else(|| (key, island_words(desk))));
        // Above the zoom buttons, beside the overview.
        let room = self.canvas.overview(rect).map_or(rect, |it| rect.with_min_x(it.right())).shrink2(vec2(12.0, 0.0));
        let width = room.width().min(620.0);
        let middle = rect.center().x.max(room.left() + width / 2.0);
        let area = Area::new(Id::unique("islands")).order(Order::Middle).pivot(Align2::CENTER_BOTTOM);
        let area = area.fixed_pos(pos2(middle, rect.bottom() - 76.0));
        let shown = area.show(ui.ctx(), |ui| {
            give_room(ui, vec2(width, rect.height()));
            let (remedy, leave) = (words.say_with("map-absorb", &[("count", marked.into())]), words.say("map-islands-leave"));
            Notice::new(Tone::Error, title).detail(detail).remedy(&remedy, Some("I")).closable(&leave).show(ui)
        });
        match shown.inner.filter(|_| desk.drawing().stroke().is_none()) {
            Some(NoticeAnswer::Remedy) => asked.push(Action::Draw(Drawing::AbsorbEnclaves)),
            Some(NoticeAnswer::Leave) => asked.push(Action::Draw(Drawing::LeaveEnclaves)),
            None => {}
        }
        Some(shown.response.rect)
    }

    /// Two cards: that of what is chosen stays in the lower right corner, so that its numbers can be opened; that of what is
    /// under the pointer stays out of the pointer's way, and of the other card's. They stand clear of the zoom card, whose upper
    /// edge is `zoom`. While the map is dragged nobody reads them.
    fn hover_ui(&self, ui: &Ui, desk: &Desk, rect: Rect, zoom: f32) {
        let look = desk.look();
        let dragged = ui.input(|it| it.pointer.is_decidedly_dragging());
        if dragged || look.tool.draws() || rect.width() <= 480.0 {
            return;
        }
        // Above whatever lies at the lower edge: the strip that tells of enclaves, the overview.
        let above = |lower: f32, other: Option<Rect>| other.map_or(lower, |it| lower.min(it.top() - 8.0));
        let lower = |distance: f32| above(rect.bottom() - distance, self.strip);
        let right = pos2(rect.right() - 14.0, (zoom - 8.0).min(lower(62.0)));
        let left = pos2(rect.left() + 14.0, above(lower(48.0), self.canvas.overview(rect)));
        let card = |name: &str, pivot: Align2, at: Pos2| {
            Area::new(Id::unique(("hover card", name))).order(Order::Middle).pivot(pivot).fixed_pos(at)
        };
        let (pinned, room) = (self.pinned(desk), rect.width() > 720.0);
        // What is chosen is seen beside its card, not below it.
        let size = vec2(CARD_WIDTH, 240.0);
        let hides = |corner: Rect| pinned.and_then(|it| self.place_of(desk, rect, it)).is_some_and(|it| corner.contains(it));
        let in_right = !hides(Rect::from_min_max(right - size, right)) || hides(Rect::from_min_size(left - vec2(0.0, size.y), size));
        if let Some(pinned) = pinned {
            let chosen = Card { plan: None, pinned: true };
            let (pivot, at) = if in_right { (Align2::RIGHT_BOTTOM, right) } else { (Align2::LEFT_BOTTOM, left) };
            card("chosen", pivot, at).show(ui.ctx(), |ui| match pinned {
                Pinned::District(district) => hover_card_ui(ui, desk, district, chosen),
                Pinned::Area(area) => area_card_ui(ui, desk, area, chosen),
            });
        }
        let pointed = look.hover.filter(|it| pinned != Some(Pinned::District(*it)) && (room || pinned.is_none()));
        let Some(district) = pointed else { return };
        let beside = if pinned.is_some() && in_right { CARD_WIDTH } else { 0.0 };
        let pointer = ui.input(|it| it.pointer.hover_pos());
        let in_its_way = pointer.is_some_and(|it| it.x > rect.right() - 300.0 - beside && it.y > rect.bottom() - 320.0);
        let (pivot, at) = match in_its_way {
            false => (Align2::RIGHT_BOTTOM, right - vec2(beside, 0.0)),
            true => (Align2::LEFT_BOTTOM, if in_right { left } else { left + vec2(CARD_WIDTH, 0.0) }),
        };
        card("pointed at", pivot, at)
            .interactable(false)
            .show(ui.ctx(), |ui| hover_card_ui(ui, desk, district, Card { plan: None, pinned: false }));
    }

    /// Where on the screen lies what is chosen: the middle of a district, the name of an area.
    fn place_of(&self, desk: &Desk, rect: Rect, pinned: Pinned) -> Option<Pos2> {
        match pinned {
            Pinned::District(district) => Some(self.canvas.camera()?.to_screen(rect, desk.catalog().ground.locator.centre(district)?)),
            Pinned::Area(area) => self.canvas.area_labels().iter().find(|it| it.area == area).map(|it| it.figure_at.center()),
        }
    }

    /// The one district that is chosen, else the area that is.
    fn pinned(&self, desk: &Desk) -> Option<Pinned> {
        let chosen = &desk.look().selection;
        match chosen.districts.len() {
            0 => chosen.area.map(Pinned::Area),
            1 => chosen.districts.first().and_then(|it| desk.catalog().register.find(it)).map(Pinned::District),
            _ => None,
        }
    }

    fn zoom_ui(&mut self, ui: &mut Ui, desk: &Desk, rect: Rect, asked: &mut Vec<Action>) {
        let words = desk.words();
        floating_card(ui, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                let camera = self.canvas.camera();
                let mut zoom = |factor: f64| {
                    let extent =
                        camera.map(|it| Extent { centre: it.centre, height: it.metres_per_point * factor * f64::from(rect.height()) });
                    asked.push(Action::Look(LookAt::Extent(extent)));
                };
                if icon_button(ui, Icon::Minus, &words.say("map-zoom-out"), Some("−")).clicked() {
                    zoom(1.5);
                }
                if icon_button(ui, Icon::Plus, &words.say("map-zoom-in"), Some("+")).clicked() {
                    zoom(1.0 / 1.5);
                }
                let all = words.say("map-show-all");
                let shown = if rect.width() < 640.0 { "" } else { all.as_str() };
                if ui.add(Button::quiet(shown).icon(Icon::Home).name(&all)).clicked() {
                    asked.push(Action::Look(LookAt::Extent(None)));
                }
            });
        });
    }
}

/// What the words about enclaves depend on: the board's version, how many are marked, the language.
type EnclaveKey = (u64, usize, Language);

/// „2 Inseln: Elbingerode, Wulften“, „1 Gebiet, ganz von Südharz umgeben · 1 Gebiet, ganz von Osterode umgeben“. Three are
/// named, the others counted.
fn island_words(desk: &Desk) -> (String, String) {
    const NAMED: usize = 3;
    let words = desk.words();
    let plan = desk.shown_plan();
    let marked: Vec<&Enclave> = desk.marked_enclaves().collect();
    let name = |it: &&Enclave| it.districts.first().and_then(|it| desk.catalog().register.get(*it)).map(|it| it.name.clone());
    let names: Vec<String> = marked.iter().filter_map(name).take(NAMED).collect();
    let more = marked.len() - names.len();
    let title = [("names", names.join(", ").into()), ("count", marked.len().into()), ("more", more.into())];
    let detail = |it: &&Enclave| {
        let area = plan?.area(it.mend.to)?.name.as_str();
        Some(words.say_with("map-island-in", &[("count", it.districts.len().into()), ("area", area.into())]))
    };
    let details: Vec<String> = marked.iter().filter_map(detail).take(NAMED).collect();
    (words.say_with("map-islands", &title), details.join(" · "))
}
