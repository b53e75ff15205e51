//! How far an area is from its target: a grey band of ±10 %, a bar from the middle, an arrow where it goes on beyond 26 %.
use super::surface::announce;
use crate::views::theme::{Theme, contrast::over};
use eframe::egui::{CornerRadius, Rect, Response, Role, Sense, Shape, Stroke, Ui, Widget, pos2, vec2};

/// Deviations up to this share lie within the target.
pub const TOLERANCE: f64 = 0.10;
/// Where the bar ends and the arrow begins.
const LIMIT: f64 = 0.26;
const HEIGHT: f32 = 16.0;

/// The bar; `name` says the same in words and is read out.
#[must_use = "add it to a Ui"]
#[derive(Debug, Clone)]
pub struct DeviationBar<'a> {
    share: f64,
    width: f32,
    name: &'a str,
}

impl<'a> DeviationBar<'a> {
    /// A deviation as a share of the target: `-0.105` is 10.5 % below it. Not a number draws the scale alone.
    pub fn new(share: f64, name: &'a str) -> Self {
        Self { share, width: 88.0, name }
    }

    /// So many points wide, 88 unless said.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }
}

impl Widget for DeviationBar<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let (rect, response) = ui.allocate_exact_size(vec2(self.width, HEIGHT), Sense::hover());
        announce(&response, Role::Meter, true, None, self.name);
        let theme = Theme::of(ui.ctx());
        let t = &theme.tokens;
        let (middle, y) = (rect.center().x, rect.center().y);
        let x = |share: f64| middle + (share / LIMIT) as f32 * (rect.width() / 2.0 - 4.0);
        let track = if theme.strong() { t.t3 } else { over(t.t3, t.panel, 0.28) };
        ui.painter().hline(rect.x_range(), y, Stroke::new(1.5, track));
        let band = Rect::from_x_y_ranges(x(-TOLERANCE)..=x(TOLERANCE), y - 4.0..=y + 4.0);
        ui.painter().rect_filled(band, CornerRadius::same(1), over(t.t3, t.panel, 0.28));
        if self.share.is_finite() {
            let colour = if self.share.abs() > TOLERANCE { t.warn } else { t.acc };
            let end = x(self.share.clamp(-LIMIT, LIMIT));
            let bar = Rect::from_x_y_ranges(middle.min(end)..=middle.max(end), y - 2.0..=y + 2.0);
            ui.painter().rect_filled(bar, CornerRadius::ZERO, colour);
            if self.share.abs() > LIMIT {
                let tip = end + 4.0 * self.share.signum() as f32;
                let arrow = vec![pos2(tip, y), pos2(end, y - 4.5), pos2(end, y + 4.5)];
                ui.painter().add(Shape::convex_polygon(arrow, colour, Stroke::NONE));
            }
        }
        ui.painter().vline(middle, y - 6.0..=y + 6.0, Stroke::new(1.5, t.t2));
        response
    }
}
