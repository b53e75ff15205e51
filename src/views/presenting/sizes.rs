//! How large things are on the wall, by the size of the window.

use eframe::egui::Vec2;

use crate::views::theme::metrics::PRESENTING;

/// Sizes in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sizes {
    /// The title.
    pub title: f32,
    /// The one value of a card.
    pub value: f32,
    /// The sentence.
    pub sentence: f32,
    /// Rows of the legend, names.
    pub legend: f32,
    /// The smallest of all: source, counter.
    pub small: f32,
    /// A step of distance.
    pub step: f32,
    /// From the edge of the window to what stands in it.
    pub margin: f32,
}

impl Sizes {
    /// For a window of this size; at 1920 × 1080 the sizes of the tokens.
    pub fn of(window: Vec2) -> Self {
        let scale = (window.y / 1080.0).min(window.x / 1600.0).max(0.1);
        let [title, value, sentence, legend, small] = PRESENTING.map(|it| it * scale);
        Self { title, value, sentence, legend, small, step: 32.0 * scale, margin: 72.0 * scale }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_those_of_the_tokens_at_1080p_and_follow_the_height() {
        let full = Sizes::of(eframe::egui::vec2(1920.0, 1080.0));
        assert_eq!((full.title, full.legend, full.small), (60.0, 28.0, 24.0));
        let half = Sizes::of(eframe::egui::vec2(960.0, 540.0));
        assert_eq!((half.title, half.small), (30.0, 12.0), "in relation to the wall they stay as large");
        assert!(Sizes::of(eframe::egui::vec2(640.0, 720.0)).title < 30.0, "a narrow window is no reason to cut");
    }
}
