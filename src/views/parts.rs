//! The parts of a page as the keyboard goes through them: tabs, left panel, map or maps, right panel, drawer.
//!
//! **Promise.** F6 goes to the next part that is there, Umschalt+F6 to the one before. A part that has the keyboard shows a ring;
//! Tab goes on to the first thing in it. A part is no stop of the Tab key itself.

use eframe::egui::{Context, Id, Rect, Role, Sense, StrokeKind, Ui};

use crate::views::{theme::Theme, widgets::surface::announce};

/// A part of the page beside the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Part {
    /// The plans: their tabs and what opens panels and drawers, or which of them are compared.
    Tabs,
    /// The indicators, or what the brush does.
    Left,
    /// The areas, or the figures of the comparison.
    Right,
    /// Table, history or views.
    Drawer,
}

/// What is there in this frame, and where.
#[derive(Debug, Default)]
pub(super) struct Parts {
    shown: Vec<(Part, Rect)>,
    /// The maps, which answer for themselves.
    pub(super) maps: Vec<Id>,
}

impl Parts {
    /// A new frame begins.
    pub(super) fn begin(&mut self) {
        self.shown.clear();
        self.maps.clear();
    }

    /// A part in all the room of `ui`, before its contents; `name` is read out.
    pub(super) fn ui(&mut self, ui: &mut Ui, part: Part, name: &str) {
        let rect = ui.max_rect();
        self.shown.push((part, rect));
        let id = id_of(part);
        if !ui.memory(|it| it.has_focus(id)) {
            return;
        }
        let response = ui.interact(rect, id, Sense::focusable_noninteractive());
        announce(&response, Role::Pane, true, None, name);
        let ring = Theme::of(ui.ctx()).focus();
        let painter = ui.ctx().layer_painter(eframe::egui::LayerId::new(eframe::egui::Order::Middle, id));
        painter.rect_stroke(rect.shrink(2.0), 4.0, ring, StrokeKind::Inside);
    }

    /// To the next part, or the one before; from nowhere to the first or the last.
    pub(super) fn go(&self, ctx: &Context, next: bool) {
        let all = self.in_order();
        let now = ctx.memory(|it| it.focused());
        let place = now.and_then(|it| ctx.read_response(it)).map(|it| it.rect.center());
        let inside = |part: &Part| self.shown.iter().any(|it| it.0 == *part && place.is_some_and(|place| it.1.contains(place)));
        let at = all.iter().position(|(part, id)| Some(*id) == now || part.as_ref().is_some_and(inside));
        let wanted = match (at, next) {
            (Some(at), true) => (at + 1) % all.len().max(1),
            (Some(at), false) => at.checked_sub(1).unwrap_or(all.len().saturating_sub(1)),
            (None, true) => 0,
            (None, false) => all.len().saturating_sub(1),
        };
        if let Some((_, id)) = all.get(wanted) {
            ctx.memory_mut(|it| it.request_focus(*id));
            ctx.request_repaint();
        }
    }

    /// What is there, in the order in which one goes through it.
    fn in_order(&self) -> Vec<(Option<Part>, Id)> {
        let there = |part: Part| self.shown.iter().any(|it| it.0 == part).then(|| (Some(part), id_of(part)));
        let maps = self.maps.iter().map(|it| Some((None, *it)));
        let before = [there(Part::Tabs), there(Part::Left)].into_iter();
        before.chain(maps).chain([there(Part::Right), there(Part::Drawer)]).flatten().collect()
    }
}

fn id_of(part: Part) -> Id {
    Id::unique(("part of the page", part))
}
