//! Commands that depend on where the planner stands: one step back, another part of the map, another width of the brush.

use crate::{
    desk::{
        Desk,
        action::{Action, Drawing, LookAt, Showing},
        look::{Brush, Drawer, Page, Settings, Tool},
    },
    views::{
        keys::{Deed, Wish},
        map::MapStep,
        planning::{BRUSH_WIDTHS, brush_step},
    },
};

/// Esc: always one step back, and nothing gets lost by it.
pub fn step_back(desk: &Desk) -> Option<Deed> {
    let look = desk.look();
    let action = if look.presenting.is_some() {
        match (look.selection.districts.is_empty(), look.selection.area) {
            (true, None) => Action::Show(Showing::Stop),
            _ => Action::Look(LookAt::SelectArea(None)),
        }
    } else if desk.drawing().stroke().is_some() {
        Action::Draw(Drawing::Cancel)
    } else if desk.drawing().ghost().is_some_and(|it| it.of_region) {
        Action::Draw(Drawing::Ghost(None)) // the loop is dropped, the tool stays at hand
    } else if look.page == Page::Planning && look.tool != Tool::Select {
        Action::Draw(Drawing::Tool(Tool::Select))
    } else if !look.selection.districts.is_empty() || look.selection.area.is_some() {
        Action::Look(LookAt::SelectArea(None))
    } else if look.page == Page::Comparison {
        Action::Look(LookAt::Page(Page::Planning))
    } else if look.drawer != Drawer::Closed && look.page == Page::Planning {
        Action::Look(LookAt::Drawer(Drawer::Closed))
    } else {
        return None;
    };
    Some(Deed::Ask(action))
}

/// A step of the map. How far it is the canvas knows: while everything is shown, the desk isn't told where the map looks.
pub fn move_map(desk: &Desk, step: MapStep) -> Option<Deed> {
    let look = desk.look();
    let allowed = desk.file().open && look.presenting.is_none() && look.page != Page::Start;
    allowed.then_some(Deed::Wish(Wish::Map(step)))
}

/// The brush one step wider or narrower, through the widths of the slider beside the map.
pub fn brush_width(desk: &Desk, wider: bool) -> Option<Deed> {
    let brush = &desk.look().brush;
    let step = brush_step(brush.radius);
    let next = if wider { step.checked_add(1) } else { step.checked_sub(1) };
    let radius = BRUSH_WIDTHS.get(next?)? / 2.0;
    Some(Deed::Ask(Action::Draw(Drawing::Brush(Brush { radius, ..brush.clone() }))))
}

/// Other settings of the workplace.
pub fn settings(desk: &Desk, change: impl FnOnce(&mut Settings)) -> Option<Deed> {
    let mut settings = desk.settings().clone();
    change(&mut settings);
    (settings != *desk.settings()).then_some(Deed::Ask(Action::Settings(settings)))
}

/// A drawer opened, or closed if it is open.
pub fn drawer(desk: &Desk, drawer: Drawer) -> Deed {
    let wanted = if desk.look().drawer == drawer { Drawer::Closed } else { drawer };
    Deed::Ask(Action::Look(LookAt::Drawer(wanted)))
}
