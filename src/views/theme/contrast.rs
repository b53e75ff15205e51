//! Contrast of two colours, as WCAG 2.2 defines it (relative luminance, success criteria 1.4.3 and 1.4.11).
use eframe::egui::Color32;

/// Relative luminance of an opaque colour, 0 (black) to 1 (white).
pub fn luminance(colour: Color32) -> f32 {
    let linear = |channel: u8| {
        let it = f32::from(channel) / 255.0;
        if it <= 0.040_45 { it / 12.92 } else { ((it + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
}

/// Contrast ratio of two opaque colours, 1 to 21.
pub fn ratio(a: Color32, b: Color32) -> f32 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// `top` at `share` (0 to 1) over `ground`, both opaque, mixed in sRGB as browsers and the map do.
pub fn over(top: Color32, ground: Color32, share: f32) -> Color32 {
    ground.lerp_to_gamma(top, share.clamp(0.0, 1.0))
}

/// Of two inks the one that reads better on `ground`.
pub fn readable(ground: Color32, first: Color32, second: Color32) -> Color32 {
    if ratio(first, ground) >= ratio(second, ground) { first } else { second }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ratio_is_the_one_of_the_standard() {
        assert!((ratio(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 0.001);
        assert!((ratio(Color32::from_gray(0x77), Color32::WHITE) - 4.48).abs() < 0.01, "the well-known grey that just fails");
        assert_eq!(readable(Color32::WHITE, Color32::GRAY, Color32::BLACK), Color32::BLACK);
    }
}
