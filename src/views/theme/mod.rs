//! The look: colours, type, spacing and the egui style made of them, in light, dark and high contrast.
//!
//! Two roles of colour: *petrol* (`acc`) is what the program offers, *orange* (`hand`) is the user's hand. Red and amber
//! belong to errors and warnings. The tokens' contrast ratios are tested in [`tokens`].
//!
//! **Promise.** After [`install`] every egui widget has our look, and [`Theme::of`] answers anywhere without cost.
//! Tests of views need it as well: `Harness::builder().with_context_setup(|ctx| theme::install(ctx, Scheme::Light, true))`.
//! **Not here.** The map's colour ramps: `cartography`. Our own components: `views::widgets`.
pub mod contrast;
mod fonts;
pub mod map;
pub mod metrics;
mod style;
pub mod text;
pub mod tokens;

pub use crate::desk::look::Scheme;
pub use fonts::{bold, font_bytes, medium, regular, semibold};
pub use map::{AREA_COLOURS, CHIP_EDGE, CHIP_INK, MapTokens, area_colour};
pub use tokens::Tokens;

use eframe::egui::{self, Context, Id, Stroke};

/// The look in use: small, and copied freely.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Theme {
    /// Which look.
    pub scheme: Scheme,
    /// Its colours.
    pub tokens: Tokens,
    /// Its colours and line widths on the map.
    pub map: MapTokens,
    /// Without shadows, and plainer while a map moves: the processor draws, and every blended pixel costs it time.
    pub flat: bool,
}

impl Theme {
    /// The look of a scheme.
    pub fn new(scheme: Scheme) -> Self {
        Self { scheme, tokens: Tokens::of(scheme), map: MapTokens::of(scheme), flat: false }
    }

    /// The look that was installed last; light before that.
    pub fn of(ctx: &Context) -> Self {
        ctx.data(|it| it.get_temp(Id::unique("theme"))).unwrap_or_else(|| Self::new(Scheme::Light))
    }

    /// Whether this is high contrast.
    pub fn strong(&self) -> bool {
        self.scheme == Scheme::HighContrast
    }

    /// What the wall is painted with: white paper, or nearly black.
    pub fn wall(&self) -> egui::Color32 {
        if self.scheme == Scheme::Dark { self.tokens.bg } else { self.tokens.raised }
    }

    /// Width of the edge of controls and cards, in points.
    pub fn edge(&self) -> f32 {
        if self.strong() { 2.0 } else { 1.0 }
    }

    /// The edge of inputs, boxes and tracks.
    pub fn control_edge(&self) -> Stroke {
        Stroke::new(self.edge(), self.tokens.ctl)
    }

    /// The quiet edge of buttons and cards.
    pub fn quiet_edge(&self) -> Stroke {
        Stroke::new(self.edge(), self.tokens.line2)
    }

    /// The edge of what is chosen: only high contrast draws one, the others have its ground.
    pub fn chosen_edge(&self) -> Stroke {
        if self.strong() { Stroke::new(2.0, self.tokens.acc) } else { Stroke::NONE }
    }

    /// A line between parts of a panel.
    pub fn separator(&self) -> Stroke {
        Stroke::new(1.0, self.tokens.line)
    }

    /// The ring around what has the keyboard focus.
    pub fn focus(&self) -> Stroke {
        Stroke::new(if self.strong() { 3.0 } else { 2.0 }, self.tokens.acc)
    }
}

/// Gives the window our fonts and our style. `reduced_motion` switches all animation off.
pub fn install(ctx: &Context, scheme: Scheme, reduced_motion: bool) {
    dress(ctx, Theme::new(scheme), reduced_motion);
}

/// The same for a window that the processor draws.
pub fn install_flat(ctx: &Context, scheme: Scheme, reduced_motion: bool) {
    dress(ctx, Theme { flat: true, ..Theme::new(scheme) }, reduced_motion);
}

fn dress(ctx: &Context, theme: Theme, reduced_motion: bool) {
    let scheme = theme.scheme;
    if ctx.data(|it| it.get_temp::<bool>(Id::unique("fonts installed"))).is_none() {
        ctx.set_fonts(fonts::definitions());
        ctx.data_mut(|it| it.insert_temp(Id::unique("fonts installed"), true));
    }
    let style = style::style(&theme, reduced_motion);
    ctx.set_theme(if scheme == Scheme::Dark { egui::Theme::Dark } else { egui::Theme::Light });
    ctx.all_styles_mut(|it| *it = style.clone());
    ctx.data_mut(|it| it.insert_temp(Id::unique("theme"), theme));
}
