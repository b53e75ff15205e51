//! Pills: a word or two on a soft ground. The words say it; the colour only helps.
use super::surface::{announce, focus_ring, line, put_line, touched};
use crate::views::icons::Icon;
use crate::views::theme::{Theme, medium, metrics, semibold};
use eframe::egui::{Color32, CornerRadius, Response, Role, Sense, StrokeKind, Ui, pos2, vec2};

/// What a pill or a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    /// What the program offers: „jetzt“.
    Accent,
    /// What the hand does: „läuft“, „+4.899“.
    Hand,
    /// Outside the target, „Beispielwert“.
    Warning,
    /// Refused, island.
    Error,
    /// Matched, reached.
    Good,
    /// Everything else: „Stadt“.
    Neutral,
}

impl Tone {
    /// Ink and ground.
    pub fn colours(self, theme: &Theme) -> (Color32, Color32) {
        let t = &theme.tokens;
        match self {
            Self::Accent => (t.acc, t.acc_soft),
            Self::Hand => (t.hand, t.hand_soft),
            Self::Warning => (t.warn, t.warn_soft),
            Self::Error => (t.err, t.err_soft),
            Self::Good => (t.ok, t.ok_soft),
            Self::Neutral => (t.t2, t.inked(t.panel, 0.05)),
        }
    }

    /// The glyph that goes with it, where one does.
    pub fn icon(self) -> Option<Icon> {
        match self {
            Self::Warning | Self::Error => Some(Icon::Warning),
            Self::Good => Some(Icon::Check),
            Self::Accent => Some(Icon::Info),
            Self::Hand | Self::Neutral => None,
        }
    }
}

/// A pill that says something.
pub fn pill(ui: &mut Ui, tone: Tone, text: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    let (ink, ground) = tone.colours(&theme);
    let words = line(ui, text, metrics::DENSE, medium(), ink, ui.available_width() - 16.0);
    let (rect, response) = ui.allocate_exact_size(vec2(words.size().x + 16.0, 20.0), Sense::hover());
    announce(&response, Role::Label, true, None, text);
    let corner = CornerRadius::same(metrics::CORNER_CONTROL);
    let edge = if theme.strong() { eframe::egui::Stroke::new(1.0, ink) } else { eframe::egui::Stroke::NONE };
    ui.painter().rect(rect, corner, ground, edge, StrokeKind::Inside);
    put_line(ui, words, rect.left() + 8.0, rect.center().y);
    response
}

/// A pill that filters a list: „Alle“, „Jugend“.
pub fn filter_pill(ui: &mut Ui, text: &str, chosen: bool) -> Response {
    let theme = Theme::of(ui.ctx());
    let (ink, ground) = if chosen { Tone::Accent } else { Tone::Neutral }.colours(&theme);
    let words = line(ui, text, metrics::DENSE, if chosen { semibold() } else { medium() }, ink, ui.available_width() - 14.0);
    let (rect, response) = ui.allocate_exact_size(vec2(words.size().x + 14.0, metrics::HIT), Sense::click());
    announce(&response, Role::Button, ui.is_enabled(), Some(chosen), text);
    let shown = rect.shrink2(vec2(0.0, 1.5));
    let edge = if theme.strong() && chosen { theme.chosen_edge() } else { eframe::egui::Stroke::NONE };
    ui.painter().rect(shown, CornerRadius::same(metrics::CORNER_CONTROL), touched(&theme, &response, ground), edge, StrokeKind::Inside);
    let middle = pos2(rect.left() + 7.0, rect.center().y);
    put_line(ui, words, middle.x, middle.y);
    focus_ring(ui, &response, shown, metrics::CORNER_CONTROL);
    response
}
