//! Colours on the map: neighbours in a ramp, and neighbouring areas of the plans that ship, can be told apart.
//!
//! Distances are CIEDE2000 (Sharma, Wu, Dalal 2005, „The CIEDE2000 color-difference formula“), from sRGB under D65.

use std::collections::BTreeSet;

use planraum::{
    cartography::palette::{Ground, colours},
    model::{classing::Ramp, planning_area::Colour},
    storage::{limits::Limits, sample::sample, source_block::catalog_of},
};

fn lab(Colour(rgb): Colour) -> [f64; 3] {
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
    let hue = |b: f64, a: f64| if a == 0.0 && b == 0.0 { 0.0 } else { b.atan2(a).to_degrees().rem_euclid(360.0) };
    let (h1, h2) = (hue(b1, a1), hue(b2, a2));
    let grey = c1 * c2 == 0.0;
    let turn = match h2 - h1 {
        _ if grey => 0.0,
        it if it > 180.0 => it - 360.0,
        it if it < -180.0 => it + 360.0,
        it => it,
    };
    let (dl, dc, dh) = (l2 - l1, c2 - c1, 2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin());
    let (l, c) = (f64::midpoint(l1, l2), f64::midpoint(c1, c2));
    let h = match (h1 - h2).abs() > 180.0 {
        _ if grey => h1 + h2,
        false => f64::midpoint(h1, h2),
        true if h1 + h2 < 360.0 => f64::midpoint(h1, h2) + 180.0,
        true => f64::midpoint(h1, h2) - 180.0,
    };
    let cos = |degrees: f64| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cos(h - 30.0) + 0.24 * cos(2.0 * h) + 0.32 * cos(3.0 * h + 6.0) - 0.20 * cos(4.0 * h - 63.0);
    let sl = 1.0 + 0.015 * (l - 50.0).powi(2) / (20.0 + (l - 50.0).powi(2)).sqrt();
    let (sc, sh) = (1.0 + 0.045 * c, 1.0 + 0.015 * c * t);
    let rotation = 30.0 * (-((h - 275.0) / 25.0).powi(2)).exp();
    let rt = -(2.0 * rotation).to_radians().sin() * 2.0 * (c.powi(7) / (c.powi(7) + 25_f64.powi(7))).sqrt();
    ((dl / sl).powi(2) + (dc / sc).powi(2) + (dh / sh).powi(2) + rt * (dc / sc) * (dh / sh)).sqrt()
}

fn apart(one: Colour, other: Colour) -> f64 {
    ciede2000(lab(one), lab(other))
}

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

const RAMPS: [Ramp; 7] = [Ramp::YlGnBu, Ramp::Purples, Ramp::YlOrBr, Ramp::Viridis, Ramp::Cividis, Ramp::PuOr, Ramp::BrBG];

/// With up to seven classes; nobody tells more apart on paper.
#[test]
fn neighbouring_classes_can_be_told_apart() {
    for ground in [Ground::Light, Ground::Dark] {
        for ramp in RAMPS {
            for classes in 2..=7 {
                let ramp_colours = colours(ramp, classes, ground);
                let least = ramp_colours.windows(2).map(|it| apart(it[0], it[1])).fold(f64::INFINITY, f64::min);
                assert!(least >= LEAST, "{ramp:?}, {classes} classes: {least:.1}");
            }
        }
    }
}

const LEAST: f64 = 6.0;

/// An odd number of classes has a middle one, which is the palest; from there it gets stronger either way, in two hues.
#[test]
fn a_diverging_ramp_turns_in_its_middle() {
    for ramp in [Ramp::PuOr, Ramp::BrBG] {
        for classes in [3, 5, 7, 9] {
            let all: Vec<[f64; 3]> = colours(ramp, classes, Ground::Light).into_iter().map(lab).collect();
            let (low, high) = (&all[..=classes / 2], &all[classes / 2..]);
            assert!(low.windows(2).all(|it| it[0][0] < it[1][0]), "{ramp:?} {classes}: lighter towards the middle");
            assert!(high.windows(2).all(|it| it[0][0] > it[1][0]), "{ramp:?} {classes}: darker from the middle on");
            let middle = all[classes / 2];
            assert!(middle[1].hypot(middle[2]) < 5.0, "{ramp:?} {classes}: no hue in the middle, {middle:?}");
            assert!(apart(colours(ramp, classes, Ground::Light)[0], *colours(ramp, classes, Ground::Light).last().unwrap()) > 30.0); // 43.3 and 31.5
            assert_eq!(colours(ramp, classes, Ground::Light), colours(ramp, classes, Ground::Dark), "its ends mean the same everywhere");
        }
    }
}

#[test]
fn no_two_areas_of_twelve_have_one_colour() {
    let twelve = colours(Ramp::Qualitative, 12, Ground::Light);
    assert_eq!(twelve.iter().map(|it| it.0).collect::<BTreeSet<_>>().len(), 12);
}

/// In both drafts neighbours keep the 20 that the design asks for. The starting plan has more areas than the palette has such colours:
/// its neighbours never share one, and the nearest two of the twelve are 11.4 apart.
#[test]
fn neighbouring_areas_of_the_plans_that_ship_can_be_told_apart() {
    let sample = sample().unwrap();
    let blocks: Vec<_> = sample.project.sources.iter().map(|it| (it.clone(), sample.blocks[&it.id].clone())).collect();
    let (catalog, _) = catalog_of(&blocks, 1, &Limits::default()).unwrap();
    let mut pairs = 0;
    for plan in &sample.project.plans {
        let area = |district| plan.area(*plan.area_of.get(&catalog.register.get(district)?.key)?);
        for (one, other) in catalog.ground.topology.rook_pairs() {
            let (Some(one), Some(other)) = (area(one), area(other)) else { continue };
            if one.id != other.id {
                let distance = apart(one.colour, other.colour);
                let least = if plan.is_starting() { 11.0 } else { 20.0 };
                assert!(distance >= least, "{}: {} and {}: {distance:.1}", plan.name, one.name, other.name);
                pairs += 1;
            }
        }
    }
    assert!(pairs > 20, "{pairs}");
}
