//! The egui style made of the tokens, so that egui's own widgets (tables, menus, scroll bars, plots) look like ours.
use super::{Theme, medium, metrics, regular, semibold, text};
use eframe::egui::style::{HandleShape, ScrollAnimation, ScrollStyle, Selection, TextCursorStyle, WidgetVisuals, Widgets};
use eframe::egui::{Color32, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle, Visuals, vec2};

/// How long panels and cards move, in seconds.
const MOTION: f32 = 0.08;

pub(super) fn style(theme: &Theme, reduced_motion: bool) -> Style {
    let mut style = Style { visuals: visuals(theme), ..Style::default() };
    style.text_styles = [
        (TextStyle::Small, FontId::new(metrics::HINT, regular())),
        (text::dense_style(), FontId::new(metrics::DENSE, regular())),
        (TextStyle::Body, FontId::new(metrics::BASE, regular())),
        (TextStyle::Button, FontId::new(metrics::BASE, medium())),
        (TextStyle::Heading, FontId::new(metrics::CARD, semibold())),
        (TextStyle::Name("page".into()), FontId::new(metrics::PAGE, semibold())),
        (TextStyle::Name("figure".into()), FontId::new(metrics::FIGURE, semibold())),
        (TextStyle::Name("report".into()), FontId::new(metrics::REPORT, semibold())),
        (TextStyle::Monospace, FontId::new(metrics::DENSE, FontFamily::Monospace)),
    ]
    .into();
    style.drag_value_text_style = TextStyle::Body;
    style.animation_time = if reduced_motion { 0.0 } else { MOTION };
    style.scroll_animation = if reduced_motion { ScrollAnimation::none() } else { ScrollAnimation::duration(MOTION) };
    style.compact_menu_style = false;
    style.always_scroll_the_only_direction = false;
    set_spacing(&mut style);
    style.interaction.tooltip_delay = 0.4;
    style.interaction.selectable_labels = false; // a drag over a panel is no wish to copy; values that are worth it say so
    style.interaction.resize_grab_radius_side = 4.0;
    style
}

fn set_spacing(style: &mut Style) {
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(8.0, 6.0);
    spacing.window_margin = Margin::same(16);
    spacing.menu_margin = Margin::same(6);
    spacing.button_padding = vec2(10.0, 5.0); // with a line of 18 a button is 28 high
    spacing.indent = 20.0;
    spacing.interact_size = vec2(metrics::HIT, metrics::HIT);
    spacing.slider_width = 160.0;
    spacing.slider_rail_height = 4.0;
    spacing.combo_width = 120.0;
    spacing.text_edit_width = 240.0;
    spacing.icon_width = 16.0;
    spacing.icon_width_inner = 10.0;
    spacing.icon_spacing = 8.0;
    spacing.tooltip_width = 320.0;
    spacing.menu_width = 280.0;
    spacing.menu_spacing = 2.0;
    spacing.combo_height = 320.0;
    spacing.scroll = ScrollStyle {
        bar_width: 8.0,
        floating_width: 4.0,
        floating_allocated_width: 0.0,
        handle_min_length: 24.0,
        dormant_handle_opacity: 0.35, // a list that goes on says so before the pointer comes near
        active_handle_opacity: 0.6,
        interact_handle_opacity: 1.0,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        interact_background_opacity: 0.25,
        ..ScrollStyle::floating()
    };
    spacing.scroll.fade.strength = 0.0; // no gradients
}

fn visuals(theme: &Theme) -> Visuals {
    let t = &theme.tokens;
    let dark = theme.scheme == super::Scheme::Dark;
    let mut visuals = if dark { Visuals::dark() } else { Visuals::light() };
    visuals.widgets = widgets(theme);
    visuals.selection = Selection { bg_fill: t.acc_soft, stroke: Stroke::new(1.0, t.acc) };
    visuals.hyperlink_color = t.acc;
    visuals.weak_text_color = Some(t.t3);
    visuals.faint_bg_color = t.inked(t.panel, 0.025);
    visuals.extreme_bg_color = t.raised;
    visuals.text_edit_bg_color = Some(t.raised);
    visuals.code_bg_color = t.bg;
    visuals.warn_fg_color = t.warn;
    visuals.error_fg_color = t.err;
    visuals.window_corner_radius = CornerRadius::same(metrics::CORNER_CARD);
    visuals.window_shadow = theme.popover_shadow();
    visuals.window_fill = t.raised;
    visuals.window_stroke = theme.quiet_edge();
    visuals.window_highlight_topmost = false;
    visuals.menu_corner_radius = CornerRadius::same(metrics::CORNER_CARD);
    visuals.panel_fill = t.panel;
    visuals.popup_shadow = theme.popover_shadow();
    visuals.text_cursor = TextCursorStyle { stroke: Stroke::new(1.5, t.t1), blink: false, ..TextCursorStyle::default() };
    visuals.indent_has_left_vline = false;
    visuals.slider_trailing_fill = true;
    visuals.handle_shape = HandleShape::Circle;
    visuals.interact_cursor = None;
    visuals.image_loading_spinners = false;
    visuals.disabled_alpha = 0.5;
    visuals
}

fn widgets(theme: &Theme) -> Widgets {
    let t = &theme.tokens;
    let edge = |colour| Stroke::new(theme.edge(), colour);
    let look = |fill: Color32, edge: Stroke, ink: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: edge,
        fg_stroke: Stroke::new(1.5, ink),
        corner_radius: CornerRadius::same(metrics::CORNER_CONTROL),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: look(t.panel, theme.separator(), t.t1),
        inactive: look(t.raised, edge(t.line2), t.t1),
        hovered: look(t.inked(t.raised, 0.04), edge(t.ctl), t.t1),
        active: look(t.inked(t.raised, 0.08), theme.focus(), t.t1), // egui shows the keyboard focus as this state
        open: look(t.acc_soft, edge(t.acc), t.t1),
    }
}

impl Theme {
    /// The shadow of cards that lie on the map.
    pub fn card_shadow(&self) -> Shadow {
        self.shadow(Shadow { offset: [0, 4], blur: 14, spread: 0, color: self.tokens.shadow.gamma_multiply(0.10) })
    }

    /// The shadow of popovers and of the hover card.
    pub fn popover_shadow(&self) -> Shadow {
        self.shadow(Shadow { offset: [0, 12], blur: 32, spread: 0, color: self.tokens.shadow.gamma_multiply(0.18) })
    }

    fn shadow(&self, shadow: Shadow) -> Shadow {
        if self.flat { Shadow::NONE } else { shadow }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Scheme;
    use super::*;

    #[test]
    fn nothing_keeps_the_default_look_and_nothing_moves_long() {
        for scheme in Scheme::ALL {
            let ours = style(&Theme::new(scheme), false);
            let theirs = Style::default();
            assert_ne!(ours.visuals.widgets, theirs.visuals.widgets);
            assert_ne!(ours.spacing, theirs.spacing);
            assert!(ours.animation_time <= 0.12 && !ours.visuals.text_cursor.blink);
            assert!(ours.visuals.widgets.active.bg_stroke.width >= 2.0, "focus shows on egui's own widgets too");
            assert!(style(&Theme::new(scheme), true).animation_time == 0.0);
        }
    }

    #[test]
    fn high_contrast_has_thick_edges_and_no_shadows() {
        let theme = Theme::new(Scheme::HighContrast);
        assert_eq!((theme.edge(), theme.focus().width), (2.0, 3.0));
        assert_eq!(theme.card_shadow().color, Color32::TRANSPARENT);
    }

    #[test]
    fn what_the_processor_draws_casts_no_shadow() {
        let theme = Theme { flat: true, ..Theme::new(Scheme::Light) };
        assert_eq!([theme.card_shadow(), theme.popover_shadow(), style(&theme, false).visuals.window_shadow], [Shadow::NONE; 3]);
    }
}
