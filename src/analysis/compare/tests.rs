#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
//! Expected figures of drawn plans: scipy 1.17.1 (matching) and scikit-learn 1.9.1 (Rand, mutual information), run on
//! the same label vectors.

use super::*;
use proptest::strategy::Strategy as _;

fn assigned(labels: &[u32]) -> Vec<Option<u32>> {
    labels.iter().map(|it| Some(*it)).collect()
}

fn close(found: Option<f64>, wanted: f64) {
    assert!((found.unwrap() - wanted).abs() < 1e-6, "{found:?} should be {wanted}");
}

#[test]
fn four_districts_by_hand() {
    let (a, b) = (assigned(&[1, 1, 2, 2]), vec![Some(1), Some(2), Some(2), None]);
    let found = compare(&a, &b, &[100.0, 200.0, 300.0, 400.0]).unwrap();
    assert_eq!((found.population_moved, found.share_moved), (600.0, Some(0.6)));
    close(found.variation_of_information, 1.005496);
    close(found.normalised_information_distance, 0.709165);
    close(Some(found.adjusted_rand_index), -0.285714);
    assert_eq!((found.unweighted.districts_moved, found.unweighted.share_moved), (2, Some(0.5)));
    close(found.unweighted.variation_of_information, 1.039721);
    let pair = |a, b, population| Match { a, b, population, districts: 1 };
    assert_eq!(found.matching, [pair(1, 1, 100.0), pair(2, 2, 300.0)]);
    assert_eq!(
        found.moves,
        [
            Move { from: Some(1), to: Some(2), districts: vec![1], population: 200.0 },
            Move { from: Some(2), to: None, districts: vec![3], population: 400.0 },
        ]
    );
    assert_eq!(
        found.continuity,
        [
            Continuity { area: 1, largest_part_in: Some(2), share: 200.0 / 300.0 },
            Continuity { area: 2, largest_part_in: Some(2), share: 300.0 / 700.0 },
        ]
    );
}

/// The sample county's demo plan and plan B by key, 03159001 … 03159039 and the uninhabited Harz; population 2023.
#[rustfmt::skip]
const COUNTY: [(u32, u32, f64); 40] = [
    (2, 2, 6181.0), (5, 5, 8059.0), (6, 5, 10258.0), (6, 5, 7428.0), (4, 4, 2236.0), (4, 4, 787.0), (3, 3, 14095.0),
    (2, 2, 538.0), (2, 2, 4381.0), (4, 4, 20320.0), (3, 4, 1941.0), (5, 5, 430.0), (2, 2, 14544.0), (4, 4, 3969.0),
    (3, 3, 8693.0), (7, 7, 120261.0), (1, 1, 23418.0), (5, 5, 3968.0), (6, 5, 12783.0), (5, 5, 931.0), (2, 2, 943.0),
    (4, 4, 1026.0), (3, 4, 1081.0), (2, 2, 1454.0), (4, 4, 942.0), (5, 5, 21382.0), (4, 4, 1773.0), (4, 4, 921.0),
    (2, 2, 12310.0), (4, 4, 827.0), (2, 2, 1828.0), (3, 4, 1609.0), (3, 4, 1319.0), (1, 1, 7710.0), (3, 4, 1272.0),
    (6, 5, 4407.0), (4, 4, 653.0), (4, 4, 465.0), (5, 5, 1809.0), (0, 0, 0.0),
];

#[test]
fn the_county_s_two_plans() {
    let area = |it: u32| (it > 0).then_some(it);
    let a: Vec<_> = COUNTY.iter().map(|it| area(it.0)).collect();
    let b: Vec<_> = COUNTY.iter().map(|it| area(it.1)).collect();
    let population: Vec<f64> = COUNTY.iter().map(|it| it.2).collect();
    let found = compare(&a, &b, &population).unwrap();
    assert_eq!(found.population_moved, 42_098.0);
    close(found.share_moved, 0.127976);
    close(found.variation_of_information, 0.258949);
    close(found.normalised_information_distance, 0.116590);
    close(Some(found.adjusted_rand_index), 0.655039);
    assert_eq!(found.unweighted.districts_moved, 9);
    close(found.unweighted.share_moved, 0.225);
    close(found.unweighted.variation_of_information, 0.521385);
    close(found.unweighted.normalised_information_distance, 0.227576);
    assert_eq!(found.matching.iter().map(|it| (it.a, it.b)).collect::<Vec<_>>(), [(1, 1), (2, 2), (3, 3), (4, 4), (5, 5), (7, 7)]);
    let moves: Vec<_> = found.moves.iter().map(|it| (it.from, it.to, it.districts.len(), it.population)).collect();
    assert_eq!(moves, [(Some(3), Some(4), 5, 7_222.0), (Some(6), Some(5), 4, 34_876.0)]);
}

/// Regionalisations of Guerry's France (SKATER k = 4, 6, 8; REDCAP k = 6), by unit.
const S4: &str = "3231112121112113332431212241111143412143342111442242242322423111221234222232111133322";
const S6: &str = "3231112121112115332631212261111163412143342111442242262322423111221234222252111155522";
const S8: &str = "3231112121117115332631212261111163412143842111442242262322423111221234222252111155522";
const W6: &str = "4241112121116133332341212231111133312134432111332232232322324111221243222232111153322";

#[test]
fn regionalisations_of_france() {
    let labels = |it: &str| it.chars().map(|it| it.to_digit(10)).collect::<Vec<_>>();
    for (a, b, moved, vi, rand) in [(S6, W6, 14, 0.576944, 0.816535), (S4, S6, 9, 0.206771, 0.936643), (S6, S8, 2, 0.090178, 0.971767)] {
        let found = compare(&labels(a), &labels(b), &[1.0; 85]).unwrap();
        assert_eq!(found.unweighted.districts_moved, moved);
        assert_eq!(found.population_moved, moved as f64, "a person in each district");
        close(found.unweighted.variation_of_information, vi);
        close(Some(found.adjusted_rand_index), rand);
    }
    let found = compare(&labels(S6), &labels(W6), &[1.0; 85]).unwrap();
    close(found.unweighted.normalised_information_distance, 0.235754);
    let pairs: Vec<_> = found.matching.iter().map(|it| (it.a, it.b, it.districts)).collect();
    assert_eq!(pairs, [(1, 1, 28), (2, 2, 27), (3, 4, 7), (4, 3, 8), (5, 5, 1), (6, 6, 0)], "6 keeps its name only");
}

/// Two drawn plans with weights, from a linear congruential generator that other programs can follow.
fn drawn(seed: u64, districts: usize, areas: [u64; 2], unassigned: u64) -> (Vec<Option<u32>>, Vec<Option<u32>>, Vec<f64>) {
    let mut state = seed;
    let mut next = || {
        state = (state * 1_103_515_245 + 12_345) % (1 << 31);
        state >> 8
    };
    let (mut a, mut b, mut weights) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..districts {
        let area = next() % areas[0];
        let other = if next() % 4 > 0 { area % areas[1] } else { next() % areas[1] };
        let chance = next() % 100;
        a.push((chance >= unassigned).then_some(area as u32 * 3 + 1));
        b.push((chance < unassigned / 2 || chance >= 2 * unassigned).then_some(other as u32 + 2));
        weights.push((next() % 5000) as f64);
    }
    (a, b, weights)
}

#[test]
fn drawn_plans_have_the_figures_of_other_programs() {
    for ((a, b, weights), people, districts) in [
        (drawn(1, 40, [5, 5], 0), [23029.0, 0.226496189, 1.042900080, 0.334528898, 0.562339133], [9.0, 1.133227874, 0.369300170]),
        (drawn(7, 120, [8, 3], 20), [201410.0, 0.690941026, 2.417434301, 0.746759613, 0.104271777], [82.0, 2.612232984, 0.793487762]),
        (drawn(11, 300, [4, 12], 10), [258056.0, 0.364145389, 1.859312218, 0.579181488, 0.469171674], [105.0, 1.868813611, 0.582611058]),
        (drawn(23, 25, [1, 4], 0), [5551.0, 0.095581652, 0.415908262, 1.000000000, 0.000000000], [4.0, 0.606025203, 1.000000000]),
    ] {
        let found = compare(&a, &b, &weights).unwrap();
        let by_people = [
            Some(found.population_moved),
            found.share_moved,
            found.variation_of_information,
            found.normalised_information_distance,
            Some(found.adjusted_rand_index),
        ];
        let by_district = [
            Some(found.unweighted.districts_moved as f64),
            found.unweighted.variation_of_information,
            found.unweighted.normalised_information_distance,
        ];
        by_people.into_iter().zip(people).chain(by_district.into_iter().zip(districts)).for_each(|(found, wanted)| close(found, wanted));
    }
}

#[test]
fn areas_without_people_are_matched_by_districts_and_at_last_by_name() {
    let (a, b) = (assigned(&[1, 2, 2, 2, 3, 4]), assigned(&[1, 9, 9, 7, 4, 3]));
    let found = compare(&a, &b, &[50.0, 0.0, 0.0, 0.0, 0.0, 5.0]).unwrap();
    let pairs: Vec<_> = found.matching.iter().map(|it| (it.a, it.b, it.population, it.districts)).collect();
    assert_eq!(pairs, [(1, 1, 50.0, 1), (2, 9, 0.0, 2), (3, 4, 0.0, 1), (4, 3, 5.0, 1)]);
    assert_eq!((found.match_of_a(2), found.match_of_b(9), found.match_of_b(7)), (Some(9), Some(2), None));
    let swapped = compare(&assigned(&[1, 2, 2]), &assigned(&[2, 2, 2]), &[5.0, 5.0, 1.0]).unwrap();
    assert_eq!(swapped.match_of_b(2), Some(2));
    assert_eq!(swapped.match_of_a(1), None);
}

#[test]
fn without_people_or_districts_there_is_no_share() {
    let found = compare(&assigned(&[1, 2]), &assigned(&[1, 1]), &[0.0, f64::NAN]).unwrap();
    assert_eq!((found.population_moved, found.share_moved, found.variation_of_information), (0.0, None, None));
    assert_eq!(found.unweighted.districts_moved, 1);
    let nothing = compare(&[], &[], &[]).unwrap();
    assert_eq!((nothing.unweighted.share_moved, nothing.adjusted_rand_index), (None, 1.0));
    assert_eq!(compare(&[None], &[None], &[]), None);
}

#[test]
fn borders_are_kept_new_or_gone() {
    let (a, b) = (vec![Some(1), Some(1), Some(2), None, None], vec![Some(1), Some(2), Some(3), None, Some(3)]);
    let arcs = [(0, 1, 1.0), (1, 2, 10.0), (2, 3, 100.0), (3, 4, 1000.0), (2, 4, 10_000.0), (4, 9, 5.0)];
    assert_eq!(border_change(arcs, &a, &b), BorderChange { shared: 110.0, added: 1001.0, removed: 10_000.0 });
}

/// The best column for each row by trying everything: heaviest, then smallest columns row by row, alone last.
fn best_by_trying_everything(table: &[Vec<u64>], row: usize, taken: &mut Vec<bool>) -> (u64, Vec<Option<u32>>) {
    if row == table.len() {
        return (0, Vec::new());
    }
    let mut best: Option<(u64, Vec<Option<u32>>)> = None;
    let free: Vec<Option<usize>> = (0..taken.len()).filter(|it| !taken[*it] && table[row][*it] > 0).map(Some).chain([None]).collect();
    for choice in free {
        choice.iter().for_each(|it| taken[*it] = true);
        let (rest, mut pairs) = best_by_trying_everything(table, row + 1, taken);
        choice.iter().for_each(|it| taken[*it] = false);
        let weight = rest + choice.map_or(0, |it| table[row][it]);
        pairs.insert(0, choice.map(|it| it as u32));
        if best.as_ref().is_none_or(|best| weight > best.0) {
            best = Some((weight, pairs)); // the first of equals stays
        }
    }
    best.unwrap()
}

fn plans(areas: u32) -> impl proptest::strategy::Strategy<Value = Vec<(Option<u32>, Option<u32>, u16)>> {
    proptest::collection::vec((proptest::option::weighted(0.9, 0..areas), proptest::option::weighted(0.9, 0..areas), 0..50_u16), 0..60)
}

fn apart(plans: &[(Option<u32>, Option<u32>, u16)]) -> (Vec<Option<u32>>, Vec<Option<u32>>, Vec<f64>) {
    (plans.iter().map(|it| it.0).collect(), plans.iter().map(|it| it.1).collect(), plans.iter().map(|it| f64::from(it.2)).collect())
}

proptest::proptest! {
    #[test]
    fn matching_is_the_heaviest_with_the_smallest_ids(
        table in (1..6_usize, 1..6_usize).prop_flat_map(|(rows, columns)| {
            proptest::collection::vec(proptest::collection::vec(0..4_u64, columns), rows)
        }),
    ) {
        let mut links = Vec::new();
        for (row, weights) in table.iter().enumerate() {
            for (column, weight) in weights.iter().enumerate().filter(|it| *it.1 > 0) {
                links.push(overlap::Link { row: row as u32, column: column as u32, weight: *weight as i64 });
            }
        }
        let columns = table[0].len();
        let (_, pairs) = best_by_trying_everything(&table, 0, &mut vec![false; columns]);
        proptest::prop_assert_eq!(matching::heaviest(table.len(), columns, &links), pairs);
    }

    #[test]
    fn a_plan_is_at_no_distance_from_itself_under_other_names(drawn in plans(9)) {
        let (a, _, weights) = apart(&drawn);
        let renamed: Vec<_> = a.iter().map(|it| it.map(|it| (it * 7 + 3) % 100_003 * 40_000)).collect();
        for b in [&a, &renamed] {
            let found = compare(&a, b, &weights).unwrap();
            proptest::prop_assert_eq!(found.population_moved, 0.0);
            proptest::prop_assert_eq!(found.unweighted.districts_moved, 0);
            proptest::prop_assert!(found.moves.is_empty());
            proptest::prop_assert_eq!(found.adjusted_rand_index, 1.0);
            for distance in [found.variation_of_information, found.normalised_information_distance,
                found.unweighted.variation_of_information, found.unweighted.normalised_information_distance] {
                proptest::prop_assert_eq!(distance.unwrap_or(0.0), 0.0);
            }
            proptest::prop_assert!(found.continuity.iter().all(|it| it.share == 1.0));
        }
    }

    #[test]
    fn distances_are_the_same_either_way_and_moves_add_up(drawn in plans(6)) {
        let (a, b, weights) = apart(&drawn);
        let (there, back) = (compare(&a, &b, &weights).unwrap(), compare(&b, &a, &weights).unwrap());
        proptest::prop_assert_eq!(there.population_moved, back.population_moved);
        proptest::prop_assert_eq!(there.unweighted.districts_moved, back.unweighted.districts_moved);
        proptest::prop_assert!((there.adjusted_rand_index - back.adjusted_rand_index).abs() < 1e-12);
        let vi = |it: &Comparison| it.variation_of_information.unwrap_or(0.0);
        proptest::prop_assert!((vi(&there) - vi(&back)).abs() < 1e-12);
        proptest::prop_assert_eq!(there.moves.iter().map(|it| it.population).sum::<f64>(), there.population_moved);
        for moved in &there.moves {
            for district in &moved.districts {
                proptest::prop_assert_eq!((a[*district], b[*district]), (moved.from, moved.to));
            }
        }
    }
}
