//! How far apart two colours look.
//!
//! **Promise.** The published measure, to four decimals: [`apart`] is CIEDE2000 (Sharma, Wu, Dalal 2005, „The CIEDE2000
//! color-difference formula“), from sRGB under D65. About 2 are seen side by side, about 20 at a glance on a map.
//! **Not here.** Who gets which colour ([`colouring`](super::colouring)).

use crate::model::planning_area::Colour;

/// The distance of two colours, 0 for the same.
pub fn apart(one: Colour, other: Colour) -> f64 {
    ciede2000(lab(one), lab(other))
}

/// Lightness and the two axes of hue of CIE 1976 L*a*b*.
pub fn lab(Colour(rgb): Colour) -> [f64; 3] {
    let [r, g, b] = rgb.map(|it| {
        let share = f64::from(it) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    });
    let x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047;
    let y = 0.2126729 * r + 0.7151522 * g + 0.0721750 * b;
    let z = (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883;
    let [x, y, z] = [x, y, z].map(|it| if it > 216.0 / 24389.0 { it.cbrt() } else { (24389.0 / 27.0 * it + 16.0) / 116.0 });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn ciede2000([l1, a1, b1]: [f64; 3], [l2, a2, b2]: [f64; 3]) -> f64 {
    let mean = f64::midpoint(a1.hypot(b1), a2.hypot(b2)).powi(7);
    let g = 0.5 * (1.0 - (mean / (mean + 25_f64.powi(7))).sqrt());
    let (a1, a2) = (a1 * (1.0 + g), a2 * (1.0 + g));
    let (c1, c2) = (a1.hypot(b1), a2.hypot(b2));
    let grey = c1 * c2 == 0.0;
    let (turn, h) = hues([hue(b1, a1), hue(b2, a2)], grey);
    let (dl, dc, dh) = (l2 - l1, c2 - c1, 2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin());
    let (l, c) = (f64::midpoint(l1, l2), f64::midpoint(c1, c2));
    let cos = |degrees: f64| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cos(h - 30.0) + 0.24 * cos(2.0 * h) + 0.32 * cos(3.0 * h + 6.0) - 0.20 * cos(4.0 * h - 63.0);
    let sl = 1.0 + 0.015 * (l - 50.0).powi(2) / (20.0 + (l - 50.0).powi(2)).sqrt();
    let (sc, sh) = (1.0 + 0.045 * c, 1.0 + 0.015 * c * t);
    let rotation = 30.0 * (-((h - 275.0) / 25.0).powi(2)).exp();
    let rt = -(2.0 * rotation).to_radians().sin() * 2.0 * (c.powi(7) / (c.powi(7) + 25_f64.powi(7))).sqrt();
    ((dl / sl).powi(2) + (dc / sc).powi(2) + (dh / sh).powi(2) + rt * (dc / sc) * (dh / sh)).sqrt()
}

/// In degrees.
fn hue(b: f64, a: f64) -> f64 {
    if a == 0.0 && b == 0.0 { 0.0 } else { b.atan2(a).to_degrees().rem_euclid(360.0) }
}

/// From one hue to the other the shorter way round, and the middle of both; of a grey the hue says nothing.
fn hues([h1, h2]: [f64; 2], grey: bool) -> (f64, f64) {
    let turn = match h2 - h1 {
        _ if grey => 0.0,
        it if it > 180.0 => it - 360.0,
        it if it < -180.0 => it + 360.0,
        it => it,
    };
    let middle = match (h1 - h2).abs() > 180.0 {
        _ if grey => h1 + h2,
        false => f64::midpoint(h1, h2),
        true if h1 + h2 < 360.0 => f64::midpoint(h1, h2) + 180.0,
        true => f64::midpoint(h1, h2) - 180.0,
    };
    (turn, middle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_measure_is_the_published_one() {
        for (one, other, distance) in [
            ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
            ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
            ([90.8027, -2.0831, 1.4410], [91.1528, -1.6435, 0.0447], 1.4441),
        ] {
            assert!((ciede2000(one, other) - distance).abs() < 1e-4, "{one:?} {other:?}");
        }
    }
}
