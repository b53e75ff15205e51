//! A job under way: what, how far, how long still, and a way out.
use super::button::Button;
use crate::views::theme::{Theme, contrast::over, metrics, text};
use eframe::egui::{Align, CornerRadius, Layout, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

/// Progress with „Abbrechen“.
#[must_use = "show it"]
#[derive(Debug, Clone)]
pub struct Progress<'a> {
    text: &'a str,
    share: Option<f32>,
    rest: &'a str,
}

impl<'a> Progress<'a> {
    /// What is being done; `share` from 0 to 1, or `None` where nobody knows.
    pub fn new(text: &'a str, share: Option<f32>) -> Self {
        Self { text, share, rest: "" }
    }

    /// How long still, in words.
    pub fn rest(mut self, rest: &'a str) -> Self {
        self.rest = rest;
        self
    }

    /// Shows it with a button called `cancel`; true when that was asked for.
    pub fn show(self, ui: &mut Ui, cancel: &str) -> bool {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.spacing_mut().interact_size.y = metrics::HIT; // words and button share one middle
            let asked = ui
                .horizontal(|ui| {
                    ui.label(text::base(ui, self.text));
                    ui.label(text::dense_second(ui, self.rest));
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.add(Button::plain(cancel).dense()).clicked()).inner
                })
                .inner;
            self.bar(ui);
            asked
        })
        .inner
    }

    fn bar(&self, ui: &mut Ui) {
        let theme = Theme::of(ui.ctx());
        let t = &theme.tokens;
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 6.0), Sense::hover());
        response.widget_info(|| WidgetInfo {
            value: self.share.map(f64::from),
            ..WidgetInfo::labeled(Role::ProgressIndicator, true, self.text)
        });
        let corner = CornerRadius::same(3);
        ui.painter().rect_filled(rect, corner, over(t.t3, t.raised, 0.28));
        match self.share {
            Some(share) => {
                let end = rect.left() + rect.width() * share.clamp(0.0, 1.0);
                ui.painter().rect_filled(rect.with_max_x(end.max(rect.left() + 6.0)), corner, t.acc);
            }
            None => unknown(ui, rect, Stroke::new(2.0, t.acc)),
        }
    }
}

/// Slanted lines that stand still: under way, nobody knows how far.
fn unknown(ui: &Ui, rect: Rect, stroke: Stroke) {
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let mut x = rect.left();
    while x < rect.right() + rect.height() {
        painter.line_segment([pos2(x, rect.top()), pos2(x - rect.height(), rect.bottom())], stroke);
        x += 8.0;
    }
}
