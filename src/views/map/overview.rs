//! The overview: the whole county in a corner of a map that shows little of it, with a frame around what is in sight.
//!
//! **Promise.** A click in it moves the map there, dragging takes the frame along; labels and cards leave it its place.
//! **Not here.** When a camera comes to rest and whom it is told (`canvas`).

use eframe::egui::{CursorIcon, Id, Rect, Response, Role, Sense, StrokeKind, Ui, WidgetInfo, vec2};

use crate::{
    geometry::Bounds,
    views::{
        map_gpu::{Camera, MapPaint, MapPainter},
        theme::Theme,
    },
    words::Words,
};

/// Where the overview lies and where it looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Overview {
    /// Its place on the screen.
    pub rect: Rect,
    camera: Camera,
}

/// On a map lower than this, in points, the overview leaves its place to the legend.
const LEAST_HEIGHT: f32 = 500.0;

impl Overview {
    /// Views of overviews are numbered apart from their maps.
    pub const VIEW: u64 = 1_000;

    /// The overview of a map in `rect`; none while the map shows more than about half of `whole`, or has no room for it.
    pub fn of(whole: Bounds, rect: Rect, camera: Camera) -> Option<Self> {
        let seen = camera.bounds(rect.size());
        let share = |seen: f64, whole: f64| if whole > 0.0 { seen / whole } else { 1.0 };
        if share(seen.width(), whole.width()).max(share(seen.height(), whole.height())) > 0.6 || rect.height() < LEAST_HEIGHT {
            return None;
        }
        let corner = rect.left_bottom() + vec2(14.0, -48.0);
        let inset = Rect::from_min_max(corner - vec2(0.0, 112.0), corner + vec2(150.0, 0.0));
        Some(Self { rect: inset, camera: Camera::fitting(whole, inset.size(), 8.0) })
    }

    /// What the mouse does in it: the map that looks where it points, and whether the mouse is here and not on the map.
    pub fn ui(&self, ui: &Ui, map: Camera, words: &Words) -> (Camera, bool) {
        let sense = (Sense::click_and_drag() | Sense::hover()) - Sense::FOCUSABLE; // keys move the map itself
        let response = ui.interact(self.rect, Id::unique("overview"), sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, words.say("map-overview")));
        let is_here = response.contains_pointer() || response.is_pointer_button_down_on();
        if is_here {
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        }
        (self.moved(&response).map_or(map, |centre| Camera { centre, ..map }), is_here)
    }

    fn moved(&self, response: &Response) -> Option<crate::geometry::Point> {
        let at = response.interact_pointer_pos().filter(|_| response.is_pointer_button_down_on() || response.clicked())?;
        Some(self.camera.to_map(self.rect, at.clamp(self.rect.min, self.rect.max)))
    }

    /// The county, and the frame around what the map in `rect` shows.
    pub fn paint(&self, ui: &Ui, painter: &MapPainter, rect: Rect, map: MapPaint, theme: &Theme) {
        let seen = map.camera.bounds(rect.size());
        painter.paint(ui.painter(), self.rect, MapPaint { camera: self.camera, ..map });
        ui.painter().rect_stroke(self.rect, 4.0, (1.0, theme.tokens.line2), StrokeKind::Inside);
        let [from, to] = [seen.min, seen.max].map(|it| self.camera.to_screen(self.rect, it));
        let frame = Rect::from_two_pos(from, to).intersect(self.rect.shrink(1.0));
        for (width, colour) in [(3.5, theme.map.casing), (1.8, theme.tokens.hand)] {
            ui.painter().rect_stroke(frame, 1.0, (width, colour), StrokeKind::Middle);
        }
    }
}
