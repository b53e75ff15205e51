//! The bundled fonts: Planraum Inter in four weights, figures tabular; egui's own fonts behind them for anything else.
use eframe::egui::{FontData, FontDefinitions, FontFamily};
use std::sync::Arc;

const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/PlanraumInter-Regular.otf");
const MEDIUM: &[u8] = include_bytes!("../../../assets/fonts/PlanraumInter-Medium.otf");
const SEMIBOLD: &[u8] = include_bytes!("../../../assets/fonts/PlanraumInter-SemiBold.otf");
const BOLD: &[u8] = include_bytes!("../../../assets/fonts/PlanraumInter-Bold.otf");

/// The four fonts as files, by weight: 400, 500, 600, 700.
pub fn font_bytes() -> [(u16, &'static [u8]); 4] {
    [(400, REGULAR), (500, MEDIUM), (600, SEMIBOLD), (700, BOLD)]
}

/// Weight 400: text.
pub fn regular() -> FontFamily {
    FontFamily::Proportional
}

/// Weight 500: controls.
pub fn medium() -> FontFamily {
    FontFamily::Name("medium".into())
}

/// Weight 600: titles, what is chosen, key figures.
pub fn semibold() -> FontFamily {
    FontFamily::Name("semibold".into())
}

/// Weight 700: names of areas on the map.
pub fn bold() -> FontFamily {
    FontFamily::Name("bold".into())
}

pub(super) fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let fallback = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    for (name, family, bytes) in
        [("Regular", regular(), REGULAR), ("Medium", medium(), MEDIUM), ("SemiBold", semibold(), SEMIBOLD), ("Bold", bold(), BOLD)]
    {
        let name = format!("Planraum Inter {name}");
        fonts.font_data.insert(name.clone(), Arc::new(FontData::from_static(bytes)));
        fonts.families.insert(family, std::iter::once(name).chain(fallback.iter().cloned()).collect());
    }
    fonts
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::super::metrics;
    use super::*;
    use eframe::egui;
    use eframe::egui::FontId;

    fn with_fonts(check: impl FnOnce(&mut egui::epaint::FontsView<'_>)) {
        let ctx = egui::Context::default();
        ctx.set_fonts(definitions());
        ctx.run_ui(egui::RawInput::default(), |_| {}).drop_without_applying_deltas();
        ctx.fonts_mut(check);
    }

    #[test]
    fn figures_are_equally_wide_in_every_weight() {
        with_fonts(|fonts| {
            for family in [regular(), medium(), semibold(), bold()] {
                let font = FontId::new(13.0, family);
                let widths: Vec<f32> = ('0'..='9').map(|it| fonts.glyph_width(&font, it)).collect();
                assert!(widths.iter().all(|it| (it - widths[0]).abs() < 1e-3), "{font:?} {widths:?}");
                assert!((fonts.glyph_width(&font, 'i') - widths[0]).abs() > 1.0, "letters keep their own width");
            }
        });
    }

    #[test]
    fn the_signs_of_our_texts_are_in_our_fonts() {
        let texts = concat!(include_str!("../../../assets/words/de.ftl"), include_str!("../../../assets/words/en.ftl"));
        with_fonts(|fonts| {
            for sign in texts.chars().chain("„“”‚‘’«»–—…−±×·≤≥←→↑↓↔²³½°§€‰✓▲▼".chars()).filter(|it| !it.is_control())
            {
                assert!(fonts.has_glyph(&FontId::new(13.0, semibold()), sign), "{sign}");
            }
        });
    }

    #[test]
    fn lines_are_as_high_as_the_type_scale_says() {
        with_fonts(|fonts| {
            for (size, height) in [(metrics::HINT, 15.0), (metrics::DENSE, 16.0), (metrics::BASE, 18.0), (metrics::CARD, 20.0)] {
                let found = fonts.row_height(&FontId::new(size, regular()));
                assert!((found - height).abs() <= 0.7, "{size}: {found} instead of {height}");
            }
        });
    }

    #[test]
    fn each_file_is_small() {
        assert!(font_bytes().iter().all(|(_, bytes)| bytes.len() < 150_000));
    }
}
