//! The list of commands.

use eframe::egui::Key;

use crate::{
    desk::{
        Desk,
        action::{Action, AreaWork, Asking, Drawing, Export, FileWork, LookAt, PlanWork, Showing},
        look::{Brush, Colouring, Drawer, Labels, Page, Scheme, Tool},
    },
    geometry::DistrictIx,
    model::saved_view::Level,
    views::{
        frame::next_scale,
        keys::{
            Command, Deed, Group,
            Group::{Draw, Edit, File, Map, View, Wall},
            Heard,
            Heard::{Anywhere, NothingFocused, OutsideText, There},
            Keys, Wish,
            moves::{brush_width, drawer, move_map, settings, step_back},
        },
        map::MapStep,
    },
    words::Language,
};

/// The digits of the number row: 1 to 9 choose an area, 0 none.
pub const DIGITS: [Key; 10] =
    [Key::Num0, Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// Which digit a key is.
pub fn digit(key: Key) -> Option<usize> {
    DIGITS.iter().position(|it| *it == key)
}

const fn command(name: &'static str, group: Group, keys: &'static [Keys], heard: Heard, does: fn(&Desk) -> Option<Deed>) -> Command {
    Command { name, group, keys, heard, repeats: false, does }
}

/// The same, going on while the key is held down.
const fn going_on(name: &'static str, group: Group, keys: &'static [Keys], heard: Heard, does: fn(&Desk) -> Option<Deed>) -> Command {
    Command { name, group, keys, heard, repeats: true, does }
}

const fn key(key: Key) -> Keys {
    Keys::plain(key)
}

const fn ctrl(key: Key) -> Keys {
    Keys::ctrl(key)
}

/// Every command, in the order of the help page. Of two with the same key the first that can be had now is meant.
pub const COMMANDS: &[Command] = &[
    command("keys-new", File, &[ctrl(Key::N)], Anywhere, |desk| off_wall(desk, Action::File(FileWork::Ask(Asking::New)))),
    command("keys-open", File, &[ctrl(Key::O)], Anywhere, |desk| off_wall(desk, Action::File(FileWork::Ask(Asking::Open)))),
    command("keys-indicators", File, &[], There, |desk| at_desk(desk, Action::File(FileWork::Ask(Asking::Indicators)))),
    command("keys-sample", File, &[], There, |desk| off_wall(desk, Action::File(FileWork::OpenSample))),
    command("keys-save", File, &[ctrl(Key::S)], Anywhere, |desk| at_desk(desk, Action::File(FileWork::Save))),
    command("keys-save-as", File, &[Keys::ctrl_shift(Key::S)], Anywhere, |desk| at_desk(desk, Action::File(FileWork::Ask(Asking::SaveAs)))),
    command("keys-export-map", File, &[ctrl(Key::P)], Anywhere, |desk| export(desk, Export::Map)),
    command("keys-export-table", File, &[], There, |desk| export(desk, Export::Table)),
    command("keys-export-areas", File, &[], There, |desk| export(desk, Export::Areas)),
    command("keys-export-assignment", File, &[], There, |desk| export(desk, Export::Assignment)),
    command("keys-close", File, &[], There, |desk| at_desk(desk, Action::File(FileWork::Close))),
    going_on("keys-undo", Edit, &[ctrl(Key::Z)], OutsideText, |desk| rewinds(desk, desk.may_undo(), Action::Undo)),
    going_on("keys-redo", Edit, &[ctrl(Key::Y), Keys::ctrl_shift(Key::Z)], OutsideText, |desk| {
        rewinds(desk, desk.may_redo(), Action::Redo)
    }),
    command("keys-rename", Edit, &[key(Key::F2)], There, |desk| on_planning(desk).and(desk.shown_plan()).map(|_| Deed::Wish(Wish::Rename))),
    command("keys-unassign", Edit, &[key(Key::Delete)], OutsideText, unassign),
    command("keys-new-area", Edit, &[], There, |desk| on_plan(desk, Action::Area(AreaWork::New))),
    command("keys-new-plan", Edit, &[], There, |desk| at_desk(desk, Action::Plan(PlanWork::New))),
    command("keys-duplicate-plan", Edit, &[], There, |desk| {
        let plan = desk.shown_plan()?.id;
        at_desk(desk, Action::Plan(PlanWork::Duplicate(plan)))
    }),
    command("keys-back", Edit, &[key(Key::Escape)], OutsideText, step_back),
    command("keys-palette", View, &[ctrl(Key::K), Keys::ctrl_shift(Key::P)], Anywhere, |desk| wish_off_wall(desk, Wish::Palette)),
    command("keys-planning", View, &[], There, |desk| page(desk, Page::Planning)),
    command("keys-comparison", View, &[], There, |desk| page(desk, Page::Comparison)),
    command("keys-next-plan", View, &[ctrl(Key::PageDown)], OutsideText, |desk| step_plan(desk, 1)),
    command("keys-previous-plan", View, &[ctrl(Key::PageUp)], OutsideText, |desk| step_plan(desk, -1)),
    command("keys-present", View, &[key(Key::F5)], Anywhere, |desk| at_desk(desk, Action::Show(Showing::Start(None)))),
    command("keys-next-part", View, &[key(Key::F6)], Anywhere, |desk| on_planning(desk).map(|()| Deed::Wish(Wish::Part(true)))),
    command("keys-next-part-compared", View, &[key(Key::F6)], Anywhere, |desk| on_comparison(desk).map(|()| Deed::Wish(Wish::Part(true)))),
    command("keys-previous-part", View, &[Keys::shift(Key::F6)], Anywhere, |desk| {
        on_planning(desk).or_else(|| on_comparison(desk)).map(|()| Deed::Wish(Wish::Part(false)))
    }),
    command("keys-full-screen", View, &[key(Key::F11)], Anywhere, |_| Some(Deed::Wish(Wish::FullScreen))),
    command("keys-table", View, &[], There, |desk| on_planning(desk).map(|()| drawer(desk, Drawer::Table))),
    command("keys-history", View, &[], There, |desk| on_planning(desk).map(|()| drawer(desk, Drawer::History))),
    command("keys-views", View, &[], There, |desk| on_planning(desk).map(|()| drawer(desk, Drawer::Views))),
    command("keys-save-view", View, &[], There, |desk| {
        at_desk(desk, Action::Show(Showing::SaveView { title: String::new(), sentence: String::new() }))
    }),
    command("keys-by-districts", View, &[], There, |desk| level(desk, Level::Districts)),
    command("keys-by-areas", View, &[], There, |desk| level(desk, Level::Areas)),
    command("keys-colour-areas", View, &[], There, |desk| colouring(desk, Colouring::Areas)),
    command("keys-colour-indicator", View, &[], There, |desk| colouring(desk, Colouring::Indicator)),
    command("keys-city", View, &[], There, |desk| {
        let offered = !desk.project().city.is_empty();
        at_desk(desk, Action::Look(LookAt::WithCity(!desk.look().with_city))).filter(|_| offered)
    }),
    command("keys-labels", View, &[], There, |desk| {
        let on = desk.look().labels.areas || desk.look().labels.districts;
        at_desk(desk, Action::Look(LookAt::Labels(Labels { areas: !on, districts: !on })))
    }),
    going_on("keys-larger", View, &[ctrl(Key::Plus), ctrl(Key::Equals)], Anywhere, |desk| {
        settings(desk, |it| it.scale = next_scale(it.scale, 1.0))
    }),
    going_on("keys-smaller", View, &[ctrl(Key::Minus)], Anywhere, |desk| settings(desk, |it| it.scale = next_scale(it.scale, -1.0))),
    command("keys-usual-size", View, &[ctrl(Key::Num0)], Anywhere, |desk| settings(desk, |it| it.scale = 1.0)),
    command("keys-light", View, &[], There, |desk| settings(desk, |it| it.scheme = Scheme::Light)),
    command("keys-dark", View, &[], There, |desk| settings(desk, |it| it.scheme = Scheme::Dark)),
    command("keys-contrast", View, &[], There, |desk| settings(desk, |it| it.scheme = Scheme::HighContrast)),
    command("keys-motion", View, &[], There, |desk| settings(desk, |it| it.reduced_motion = !it.reduced_motion)),
    command("keys-german", View, &[], There, |desk| settings(desk, |it| it.language = Language::German)),
    command("keys-english", View, &[], There, |desk| settings(desk, |it| it.language = Language::English)),
    command("keys-tool-select", Draw, &[key(Key::A)], OutsideText, |desk| tool(desk, Tool::Select)),
    command("keys-tool-paint", Draw, &[key(Key::P)], OutsideText, |desk| tool(desk, Tool::Paint)),
    command("keys-tool-erase", Draw, &[key(Key::R)], OutsideText, |desk| tool(desk, Tool::Erase)),
    command("keys-tool-lasso", Draw, &[key(Key::L)], OutsideText, |desk| tool(desk, Tool::Lasso)),
    command("keys-tool-rectangle", Draw, &[key(Key::T)], OutsideText, |desk| tool(desk, Tool::Rectangle)),
    command("keys-tool-lock", Draw, &[key(Key::S)], OutsideText, |desk| tool(desk, Tool::Lock)),
    going_on("keys-next-target", Draw, &[key(Key::E)], OutsideText, |desk| on_plan(desk, Action::Draw(Drawing::StepTarget(1)))),
    going_on("keys-previous-target", Draw, &[key(Key::D)], OutsideText, |desk| on_plan(desk, Action::Draw(Drawing::StepTarget(-1)))),
    // Square brackets need AltGr on a German keyboard; + and − bring the map closer.
    going_on("keys-wider", Draw, &[key(Key::Period), key(Key::CloseBracket)], OutsideText, |desk| {
        on_planning(desk).and_then(|()| brush_width(desk, true))
    }),
    going_on("keys-narrower", Draw, &[key(Key::Comma), key(Key::OpenBracket)], OutsideText, |desk| {
        on_planning(desk).and_then(|()| brush_width(desk, false))
    }),
    going_on("keys-next-unassigned", Draw, &[key(Key::N)], OutsideText, |desk| on_plan(desk, Action::Draw(Drawing::NextUnassigned))),
    going_on("keys-next-island", Draw, &[key(Key::U)], OutsideText, |desk| on_plan(desk, Action::Draw(Drawing::NextIsland))),
    command("keys-absorb", Draw, &[key(Key::I)], OutsideText, |desk| on_plan(desk, Action::Draw(Drawing::AbsorbEnclaves))),
    command("keys-show-all", Map, &[key(Key::Home)], NothingFocused, |desk| on_map(desk, Action::Look(LookAt::Extent(None)))),
    going_on("keys-closer", Map, &[key(Key::Plus)], NothingFocused, |desk| move_map(desk, MapStep::Closer)),
    going_on("keys-further", Map, &[key(Key::Minus)], NothingFocused, |desk| move_map(desk, MapStep::Further)),
    going_on("keys-left", Map, &[key(Key::ArrowLeft)], NothingFocused, |desk| move_map(desk, MapStep::Left)),
    going_on("keys-right", Map, &[key(Key::ArrowRight)], NothingFocused, |desk| move_map(desk, MapStep::Right)),
    going_on("keys-up", Map, &[key(Key::ArrowUp)], NothingFocused, |desk| move_map(desk, MapStep::Up)),
    going_on("keys-down", Map, &[key(Key::ArrowDown)], NothingFocused, |desk| move_map(desk, MapStep::Down)),
    command(
        "keys-wall-next",
        Wall,
        &[key(Key::PageDown), key(Key::ArrowRight), key(Key::ArrowDown), key(Key::Space)],
        OutsideText,
        |desk| on_wall(desk, Showing::Next),
    ),
    command(
        "keys-wall-back",
        Wall,
        &[key(Key::PageUp), key(Key::ArrowLeft), key(Key::ArrowUp), key(Key::Backspace)],
        OutsideText,
        |desk| on_wall(desk, Showing::Back),
    ),
    going_on("keys-wall-next-district", Wall, &[key(Key::N)], OutsideText, |desk| step_on_wall(desk, 1)),
    going_on("keys-wall-previous-district", Wall, &[Keys::shift(Key::N)], OutsideText, |desk| step_on_wall(desk, -1)),
    command("keys-wall-black", Wall, &[key(Key::B), key(Key::Period)], OutsideText, |desk| on_wall(desk, Showing::Black)),
    command("keys-wall-first", Wall, &[key(Key::Home)], OutsideText, |desk| {
        on_wall(desk, Showing::Start(desk.project().views.first().map(|it| it.id)))
    }),
    command("keys-wall-last", Wall, &[key(Key::End)], OutsideText, |desk| {
        on_wall(desk, Showing::Start(desk.project().views.last().map(|it| it.id)))
    }),
    command("keys-wall-stop", Wall, &[key(Key::F5)], Anywhere, |desk| on_wall(desk, Showing::Stop)),
    command("keys-wall-keep", Wall, &[], There, |desk| with_copy(desk, Showing::KeepWhatIf)),
    command("keys-wall-drop", Wall, &[], There, |desk| with_copy(desk, Showing::DropWhatIf)),
    command("keys-help", Group::Help, &[key(Key::F1)], Anywhere, |desk| wish_off_wall(desk, Wish::Help)),
    command("keys-tour", Group::Help, &[], There, |desk| wish_off_wall(desk, Wish::Tour)),
];

/// On the wall nothing but the wall's commands are heard.
fn off_wall(desk: &Desk, action: Action) -> Option<Deed> {
    desk.look().presenting.is_none().then_some(Deed::Ask(action))
}

fn wish_off_wall(desk: &Desk, wish: Wish) -> Option<Deed> {
    desk.look().presenting.is_none().then_some(Deed::Wish(wish))
}

/// With a project open.
fn at_desk(desk: &Desk, action: Action) -> Option<Deed> {
    off_wall(desk, action).filter(|_| desk.file().open)
}

/// Back and forth, at the desk and in the copy on the wall; not while the wall is black: what changes must be seen.
fn rewinds(desk: &Desk, may: bool, action: Action) -> Option<Deed> {
    let seen = desk.look().presenting.as_ref().is_none_or(|it| !it.black);
    (may && seen && desk.file().open).then_some(Deed::Ask(action))
}

/// With a map on the page.
fn on_map(desk: &Desk, action: Action) -> Option<Deed> {
    at_desk(desk, action).filter(|_| desk.look().page != Page::Start)
}

/// On the planning page.
fn on_planning(desk: &Desk) -> Option<()> {
    (desk.file().open && desk.look().presenting.is_none() && desk.look().page == Page::Planning).then_some(())
}

/// On the comparison, not on the wall.
fn on_comparison(desk: &Desk) -> Option<()> {
    (desk.file().open && desk.look().presenting.is_none() && desk.look().page == Page::Comparison).then_some(())
}

/// On the planning page with a plan.
fn on_plan(desk: &Desk, action: Action) -> Option<Deed> {
    on_planning(desk).and(desk.shown_plan()).map(|_| Deed::Ask(action))
}

fn on_wall(desk: &Desk, showing: Showing) -> Option<Deed> {
    desk.look().presenting.is_some().then_some(Deed::Ask(Action::Show(showing)))
}

fn with_copy(desk: &Desk, showing: Showing) -> Option<Deed> {
    desk.look().presenting.as_ref().and_then(|it| it.what_if).map(|_| Deed::Ask(Action::Show(showing)))
}

fn export(desk: &Desk, export: Export) -> Option<Deed> {
    at_desk(desk, Action::File(FileWork::Ask(Asking::Export(export))))
}

fn page(desk: &Desk, page: Page) -> Option<Deed> {
    at_desk(desk, Action::Look(LookAt::Page(page))).filter(|_| desk.look().page != page)
}

fn level(desk: &Desk, level: Level) -> Option<Deed> {
    on_map(desk, Action::Look(LookAt::Level(level))).filter(|_| desk.look().level != level)
}

fn colouring(desk: &Desk, colouring: Colouring) -> Option<Deed> {
    on_map(desk, Action::Look(LookAt::Colouring(colouring))).filter(|_| desk.look().colouring != colouring)
}

/// Another plan's tab, around the ends. Not while a stroke runs: it would be dropped without a word.
fn step_plan(desk: &Desk, steps: i64) -> Option<Deed> {
    if desk.drawing().stroke().is_some() {
        return None;
    }
    let (plan, plans) = (desk.shown_plan()?.id, &desk.project().plans);
    let at = i64::try_from(plans.iter().position(|it| it.id == plan)?).ok()?;
    let next = usize::try_from((at + steps).rem_euclid(i64::try_from(plans.len()).ok()?)).ok()?;
    on_plan(desk, Action::Look(LookAt::Plan(plans.get(next)?.id))).filter(|_| plans.len() > 1)
}

fn tool(desk: &Desk, tool: Tool) -> Option<Deed> {
    on_plan(desk, Action::Draw(Drawing::Tool(tool)))
}

/// The districts that are chosen.
fn chosen(desk: &Desk) -> Vec<DistrictIx> {
    desk.look().selection.districts.iter().filter_map(|it| desk.catalog().register.find(it)).collect()
}

/// Takes the chosen districts out of their areas.
fn unassign(desk: &Desk) -> Option<Deed> {
    let districts = chosen(desk);
    (!districts.is_empty()).then(|| on_plan(desk, Action::Draw(Drawing::Put { districts, area: None }))).flatten()
}

/// On the wall: chooses the next district, or the one before, in the order of the register; nobody has to point at it.
fn step_on_wall(desk: &Desk, steps: i64) -> Option<Deed> {
    desk.look().presenting.as_ref().filter(|it| !it.black)?;
    let count = i64::try_from(desk.catalog().register.len()).ok().filter(|it| *it > 0)?;
    let now = desk.look().selection.districts.first().and_then(|it| desk.catalog().register.find(it)).map(|it| i64::from(it.0));
    let next = match now {
        Some(at) => (at + steps).rem_euclid(count),
        None => {
            if steps > 0 {
                0
            } else {
                count - 1
            }
        }
    };
    let district = u32::try_from(next).ok().map(DistrictIx);
    Some(Deed::Ask(Action::Look(LookAt::SelectDistrict { district, add: false })))
}

/// A digit: on the wall the area that the chosen district would go to; on the planning page while drawing the area that the
/// brush paints, else the one that the chosen districts go to.
pub fn pick_area(desk: &Desk, digit: usize) -> Option<Deed> {
    let plan = desk.shown_plan()?;
    let area = match digit {
        0 => None,
        number => Some(plan.areas.get(number - 1)?.id),
    };
    let look = desk.look();
    if look.presenting.is_some() {
        let district = look.selection.districts.first().and_then(|it| desk.catalog().register.find(it))?;
        return Some(Deed::Ask(Action::Show(Showing::WhatIf(district, area))));
    }
    on_planning(desk)?;
    if look.tool.draws() {
        return Some(Deed::Ask(Action::Draw(Drawing::Brush(Brush { target: area, ..look.brush.clone() }))));
    }
    let districts = chosen(desk);
    (!districts.is_empty()).then_some(Deed::Ask(Action::Draw(Drawing::Put { districts, area })))
}
