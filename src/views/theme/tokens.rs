//! The colours by role, three times. A view names a role and never a colour.
//!
//! **Promise.** Text reaches 4.5 : 1 on the ground it stands on, graphics and focus 3 : 1, in all three schemes: tested below.
use super::Scheme;
use eframe::egui::Color32;

/// Colours by role.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tokens {
    /// The desk behind cards.
    pub bg: Color32,
    /// Bars and side panels.
    pub panel: Color32,
    /// Cards, inputs, popovers.
    pub raised: Color32,
    /// The map outside the county.
    pub ground: Color32,
    /// Separators (decorative).
    pub line: Color32,
    /// Quiet edges of buttons and cards (decorative).
    pub line2: Color32,
    /// Edges of inputs, boxes and tracks.
    pub ctl: Color32,
    /// Text.
    pub t1: Color32,
    /// Secondary text.
    pub t2: Color32,
    /// Hints, units, axes.
    pub t3: Color32,
    /// Petrol: chosen, primary, one's own series.
    pub acc: Color32,
    /// Text on `acc`.
    pub on_acc: Color32,
    /// The chosen row.
    pub acc_soft: Color32,
    /// Orange: hover, brush, what changes.
    pub hand: Color32,
    /// Text on `hand`.
    pub on_hand: Color32,
    /// The row of the change, the gap in focus.
    pub hand_soft: Color32,
    /// Amber: outside the target, „Beispielwert“.
    pub warn: Color32,
    /// Its ground.
    pub warn_soft: Color32,
    /// Red: refusal, island.
    pub err: Color32,
    /// Its ground.
    pub err_soft: Color32,
    /// Green: matched, reached.
    pub ok: Color32,
    /// Its ground.
    pub ok_soft: Color32,
    /// Level „selektiv“ of the chain.
    pub level_s: Color32,
    /// Level „indiziert“ of the chain.
    pub level_i: Color32,
    /// Shadows are ink of this colour; transparent where nothing casts one.
    pub shadow: Color32,
}

/// A colour from `0xRRGGBB`.
pub const fn hex(rgb: u32) -> Color32 {
    let [_, r, g, b] = rgb.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

const LIGHT: Tokens = Tokens {
    bg: hex(0xF1F3F1),
    panel: hex(0xFBFBFA),
    raised: hex(0xFFFFFF),
    ground: hex(0xE8ECEA),
    line: hex(0xDDE1DE),
    line2: hex(0xC4CBC7),
    ctl: hex(0x7F8B86),
    t1: hex(0x182124),
    t2: hex(0x4A565A),
    t3: hex(0x647074),
    acc: hex(0x0B5D66),
    on_acc: hex(0xFFFFFF),
    acc_soft: hex(0xDFEEEE),
    hand: hex(0xC2410C),
    on_hand: hex(0xFFFFFF),
    hand_soft: hex(0xFEF0E5),
    warn: hex(0x7A4F00),
    warn_soft: hex(0xFFF2CC),
    err: hex(0xB3261E),
    err_soft: hex(0xFCE6E3),
    ok: hex(0x1B6B40),
    ok_soft: hex(0xDFF1E6),
    level_s: hex(0x4A6FB5),
    level_i: hex(0x75589F),
    shadow: hex(0x182124),
};

const DARK: Tokens = Tokens {
    bg: hex(0x0F1315),
    panel: hex(0x171C1F),
    raised: hex(0x1F2629),
    ground: hex(0x0C1012),
    line: hex(0x2A3337),
    line2: hex(0x3C484D),
    ctl: hex(0x73838A),
    t1: hex(0xE8EDEE),
    t2: hex(0xAEBABE),
    t3: hex(0x8E9BA0),
    acc: hex(0x54BEC8),
    on_acc: hex(0x06252A),
    acc_soft: hex(0x15363B),
    hand: hex(0xFF9A5C),
    on_hand: hex(0x2B1204),
    hand_soft: hex(0x3B2416),
    warn: hex(0xF2C14E),
    warn_soft: hex(0x352A0E),
    err: hex(0xFF8A80),
    err_soft: hex(0x3C1A18),
    ok: hex(0x6CCB93),
    ok_soft: hex(0x16301F),
    level_s: hex(0x8FA7DE),
    level_i: hex(0xB9A3E0),
    shadow: hex(0x000000),
};

const HIGH_CONTRAST: Tokens = Tokens {
    bg: hex(0xFFFFFF),
    panel: hex(0xFFFFFF),
    raised: hex(0xFFFFFF),
    ground: hex(0xFFFFFF),
    line: hex(0x595959),
    line2: hex(0x000000),
    ctl: hex(0x000000),
    t1: hex(0x000000),
    t2: hex(0x000000),
    t3: hex(0x333333),
    acc: hex(0x00404A),
    on_acc: hex(0xFFFFFF),
    acc_soft: hex(0xCFE8EA),
    hand: hex(0x8A2A00),
    on_hand: hex(0xFFFFFF),
    hand_soft: hex(0xFFE3D1),
    warn: hex(0x5C3A00),
    warn_soft: hex(0xFFEDB8),
    err: hex(0x8C0F0F),
    err_soft: hex(0xFFDCD8),
    ok: hex(0x0B4A28),
    ok_soft: hex(0xD3F0DE),
    level_s: hex(0x4A6FB5),
    level_i: hex(0x75589F),
    shadow: Color32::TRANSPARENT,
};

impl Tokens {
    /// The colours of a scheme.
    pub const fn of(scheme: Scheme) -> Self {
        match scheme {
            Scheme::Light => LIGHT,
            Scheme::Dark => DARK,
            Scheme::HighContrast => HIGH_CONTRAST,
        }
    }

    /// `ground` with so much ink over it: 0.04 under the pointer, 0.08 while pressed.
    pub fn inked(&self, ground: Color32, share: f32) -> Color32 {
        super::contrast::over(self.t1, ground, share)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::super::contrast::{over, ratio};
    use super::super::{AREA_COLOURS, CHIP_EDGE, CHIP_INK, MapTokens};
    use super::*;

    fn weak(pairs: &[(&str, Color32, Color32)], wanted: f32, scheme: Scheme, faults: &mut Vec<String>) {
        for (name, ink, ground) in pairs {
            let found = ratio(*ink, *ground);
            if found < wanted {
                faults.push(format!("{scheme:?}: {name} {found:.2} < {wanted}"));
            }
        }
    }

    #[test]
    fn text_reaches_four_and_a_half_and_graphics_three() {
        let mut faults = Vec::new();
        for scheme in Scheme::ALL {
            let (t, map) = (Tokens::of(scheme), MapTokens::of(scheme));
            let mut text = vec![
                ("on_acc on acc", t.on_acc, t.acc),
                ("on_hand on hand", t.on_hand, t.hand),
                ("acc on acc_soft", t.acc, t.acc_soft),
                ("t1 on acc_soft", t.t1, t.acc_soft),
                ("t2 on acc_soft", t.t2, t.acc_soft),
                ("t3 on acc_soft, for units in a chosen row", t.t3, over(t.acc_soft, t.panel, 0.5)),
                ("hand on hand_soft", t.hand, t.hand_soft),
                ("warn on warn_soft", t.warn, t.warn_soft),
                ("err on err_soft", t.err, t.err_soft),
                ("ok on ok_soft", t.ok, t.ok_soft),
                ("pressed button", t.t1, t.inked(t.raised, 0.08)),
                ("pressed primary button", t.on_acc, over(t.on_acc, t.acc, 0.08)),
                ("map ink on casing", map.ink, map.casing),
                ("map ink on ground", map.ink, t.ground),
            ];
            for (name, ground) in [("bg", t.bg), ("panel", t.panel), ("raised", t.raised)] {
                for ink in [t.t1, t.t2, t.t3, t.acc, t.warn, t.err, t.ok] {
                    text.push((name, ink, ground));
                }
            }
            weak(&text, 4.5, scheme, &mut faults);
            let graphics = [
                ("ctl on raised", t.ctl, t.raised),
                ("ctl on panel", t.ctl, t.panel),
                ("focus on panel", t.acc, t.panel),
                ("focus on bg", t.acc, t.bg),
                ("hand on ground", t.hand, t.ground),
                ("hand on raised", t.hand, t.raised),
                ("level s on raised", t.level_s, t.raised),
                ("level i on raised", t.level_i, t.raised),
                ("hatch on paper", map.hatch, map.paper),
                ("dashes of uninhabited", map.dash, map.empty),
            ];
            weak(&graphics, 3.0, scheme, &mut faults);
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn the_ratios_are_those_that_were_measured() {
        for (scheme, t1, acc, hand) in
            [(Scheme::Light, 15.8, 7.32, 4.34), (Scheme::Dark, 14.6, 7.83, 9.13), (Scheme::HighContrast, 21.0, 11.5, 8.71)]
        {
            let t = Tokens::of(scheme);
            for (found, wanted) in [(ratio(t.t1, t.panel), t1), (ratio(t.acc, t.panel), acc), (ratio(t.hand, t.ground), hand)] {
                assert!((found - wanted).abs() < 0.06, "{scheme:?}: {found} instead of {wanted}");
            }
        }
    }

    #[test]
    fn a_number_reads_on_every_area_colour() {
        for (at, colour) in AREA_COLOURS.into_iter().enumerate() {
            assert!(ratio(CHIP_INK, colour) >= 4.5, "number on colour {at}");
        }
        assert!(ratio(CHIP_EDGE, Color32::WHITE) >= 3.0, "edge of the chip in light");
    }
}
