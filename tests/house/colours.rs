//! Colours on the map: neighbours in a ramp, and neighbouring areas of the plans that ship, can be told apart.

use std::collections::BTreeSet;

use planraum::{
    cartography::palette::{Ground, colours},
    model::{
        classing::Ramp,
        colour_distance::{apart, lab},
    },
    storage::{limits::Limits, sample::sample, source_block::catalog_of},
};

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

/// Neighbours keep the 20 that the design asks for, in the drafts and in the starting plan, where two were 11.4 apart.
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
                assert!(distance >= 20.0, "{}: {} and {}: {distance:.1}", plan.name, one.name, other.name);
                pairs += 1;
            }
        }
    }
    assert!(pairs > 20, "{pairs}");
}
