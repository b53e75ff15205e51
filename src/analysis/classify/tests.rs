#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
//! Expected figures: mapclassify 2.10.0 and jenkspy 0.4.1, which agree, run on the values made here; their classes
//! are `(a, b]`, so limits were read as the first value above. The step of round numbers follows R's documentation.

use super::*;

/// Skewed, with a gap and an outlier group.
const SKEWED: [f64; 20] =
    [3.0, 7.0, 7.0, 12.0, 15.0, 21.0, 22.0, 22.0, 22.0, 40.0, 41.0, 45.0, 58.0, 60.0, 61.0, 90.0, 91.0, 130.0, 200.0, 201.0];

/// Eighty values with one decimal and many ties.
fn tied() -> Vec<f64> {
    (0..80).map(|i| f64::from((i * i * 31 + 7 * i) % 97) / 10.0).collect()
}

/// Sixty values with two decimals, hardly any ties.
fn spread_out() -> Vec<f64> {
    let value = |i: i32| 2.0 * f64::from(i * 37 % 101).powf(1.5) / 7.0 + f64::from(i % 5 * 3);
    (0..60).map(|i| (value(i) * 100.0).round() / 100.0).collect()
}

fn cut_points(values: &[f64], method: &Method, classes: u8) -> (Vec<f64>, Vec<usize>) {
    let found = classify(values, method, classes).unwrap();
    (inner(&found.breaks).to_vec(), found.counts)
}

#[test]
fn natural_breaks_are_those_of_two_independent_programs() {
    let (tied, spread_out) = (tied(), spread_out());
    for (values, cuts, counts, fit) in [
        (&SKEWED[..], &[130.0][..], &[17, 3][..], 0.7632307320722286),
        (&SKEWED, &[58.0, 200.0], &[12, 6, 2], 0.907467179062328),
        (&SKEWED, &[40.0, 90.0, 130.0, 200.0], &[9, 6, 2, 1, 2], 0.985637165281532),
        (&SKEWED, &[15.0, 40.0, 58.0, 90.0, 130.0, 200.0], &[4, 5, 3, 3, 2, 1, 2], 0.9985242420394235),
        (&spread_out, &[138.48], &[35, 25], 0.7658198088058329),
        (&spread_out, &[56.62, 125.73, 184.2, 245.89], &[19, 14, 10, 10, 7], 0.9645649173732238),
        (&spread_out, &[35.48, 75.59, 125.73, 166.76, 212.62, 265.25], &[13, 10, 10, 8, 6, 8, 5], 0.983572137472573),
        (&tied, &[5.2], &[35, 45], 0.7472048729771151),
        (&tied, &[2.4, 5.2, 7.6], &[14, 21, 18, 27], 0.9439961553014511),
        (&tied, &[1.6, 3.4, 5.2, 7.6], &[8, 11, 16, 18, 27], 0.9640629760554436),
        (&tied, &[1.6, 3.4, 5.2, 6.3, 7.6, 8.6], &[8, 11, 16, 10, 8, 10, 17], 0.98677712129545),
    ] {
        let found = classify(values, &Method::NaturalBreaks, cuts.len() as u8 + 1).unwrap();
        assert_eq!((inner(&found.breaks), &found.counts[..]), (cuts, counts));
        assert!((found.goodness_of_variance_fit - fit).abs() < 1e-12, "{fit} {}", found.goodness_of_variance_fit);
        let (low, high) = values.iter().fold((f64::MAX, f64::MIN), |(low, high), it| (low.min(*it), high.max(*it)));
        assert_eq!((found.breaks[0], found.breaks[cuts.len() + 1]), (low, high));
    }
}

#[test]
fn quantiles_are_type_7_with_the_first_value_of_each_class() {
    // NumPy's limits: 14.4, 22, 50.2, 90.2 · 22, 59.33 · 3.93, 7.47 · 2.6, 4.4, 6.6, 8.6
    for (values, cuts, counts) in [
        (&SKEWED[..], &[15.0, 22.0, 58.0, 91.0][..], &[4, 2, 6, 4, 4][..]),
        (&SKEWED, &[22.0, 60.0], &[6, 7, 7]),
        (&tied(), &[4.0, 7.6], &[27, 26, 27]),
        (&tied(), &[2.6, 4.4, 6.6, 8.6], &[15, 16, 16, 16, 17]),
        (&[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 2.0, 3.0, 4.0], &[1.0, 3.0], &[6, 2, 2]),
    ] {
        let classes = if values.len() == 10 { 5 } else { cuts.len() as u8 + 1 };
        assert_eq!(cut_points(values, &Method::Quantile, classes), (cuts.to_vec(), counts.to_vec()));
    }
}

/// Most Gemeinden have none: the few that have some still get a class of their own.
#[test]
fn quantiles_are_those_of_the_classes_asked_for_even_where_few_values_differ() {
    let values = [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 2.0];
    assert_eq!(cut_points(&values, &Method::Quantile, 5), (vec![1.0], vec![8, 2]));
    assert_eq!(cut_points(&[0.0, 0.0, 9.0], &Method::Quantile, 5), (vec![9.0], vec![2, 1]));
}

/// Four classes have a limit at the mean, whether three values differ or thirty.
#[test]
fn an_even_number_of_deviations_stays_even() {
    let (found, counts) = cut_points(&[1.0, 1.0, 4.0, 4.0, 10.0, 10.0], &Method::StandardDeviation, 4);
    assert!(found.contains(&5.0), "the mean is a limit: {found:?} {counts:?}");
    let few = classify(&[0.0, 0.0, 9.0], &Method::StandardDeviation, 5).unwrap();
    assert_eq!(few.counts, [2, 1], "two values have no third class between them");
}

/// A limit that is a value but for rounding puts that value into the class above it.
#[test]
fn computed_limits_have_no_rounding_noise() {
    for (values, classes, cuts, counts) in [
        (&[2.1, 2.3, 2.5, 2.7][..], 3, &[2.3, 2.5][..], &[1, 1, 2][..]),
        (&[0.1, 0.2, 0.3, 0.4], 3, &[0.2, 0.3], &[1, 1, 2]),
        (&[1_000_000.1, 1_000_000.3, 1_000_000.5, 1_000_000.7], 3, &[1_000_000.3, 1_000_000.5], &[1, 1, 2]),
        (&[-0.3, -0.1, 0.1, 0.3], 3, &[-0.1, 0.1], &[1, 1, 2]),
    ] {
        assert_eq!(cut_points(values, &Method::EqualInterval, classes), (cuts.to_vec(), counts.to_vec()), "{values:?}");
    }
    let (found, counts) = cut_points(&[0.1, 0.2, 0.3], &Method::StandardDeviation, 2);
    assert_eq!((found, counts), (vec![0.2], vec![1, 2]), "the mean of them is 0.20000000000000004");
}

#[test]
fn equal_intervals_keep_their_empty_classes() {
    let found = classify(&SKEWED, &Method::EqualInterval, 6).unwrap();
    assert_eq!(found.breaks, [3.0, 36.0, 69.0, 102.0, 135.0, 168.0, 201.0]);
    assert_eq!(found.counts, [9, 6, 2, 1, 0, 2]);
    let far = classify(&[f64::MIN, 0.0, f64::MAX], &Method::EqualInterval, 2).unwrap();
    assert_eq!((far.breaks, far.counts), (vec![f64::MIN, 0.0, f64::MAX], vec![1, 2]));
}

#[test]
fn deviations_are_the_population_s_and_symmetric() {
    // mean 57.4, deviation 57.509477479803266: below −1 there is nothing
    for (classes, cuts) in [
        (2, vec![57.4]),
        (4, vec![57.4, 114.90947747980327]),
        (5, vec![28.645261260098367, 86.15473873990163, 143.6642162197049]),
        (6, vec![57.4, 114.90947747980327, 172.41895495960653]),
    ] {
        let (found, _) = cut_points(&SKEWED, &Method::StandardDeviation, classes);
        assert_eq!(found.len(), cuts.len(), "{classes}: {found:?}");
        assert!(found.iter().zip(&cuts).all(|(a, b)| (a - b).abs() < 1e-9), "{classes}: {found:?}");
    }
    let (found, counts) = cut_points(&[5.0, 10.0, 15.0, 5.0, 10.0, 15.0], &Method::StandardDeviation, 3);
    assert_eq!(counts, [2, 2, 2], "{found:?}");
}

#[test]
fn round_numbers_step_as_in_r() {
    for (values, classes, cuts) in [
        (&[1.0, 4.0, 7.0, 9.0, 10.0][..], 5, &[2.0, 4.0, 6.0, 8.0][..]), // pretty(1:10): 0, 2 … 10
        (&[0.0, 3.0, 12.0, 50.0, 97.0], 5, &[20.0, 40.0, 60.0, 80.0]),   // pretty(c(0, 97)): 0, 20 … 100
        (&[0.0, 0.3, 0.5, 0.6, 1.0], 5, &[0.2, 0.4, 0.6, 0.8]),          // pretty(0:1)
        (&[-7.0, -2.0, 0.5, 3.0, 12.0], 4, &[-5.0, 0.0, 5.0, 10.0]),
        (&[1234.0, 2000.0, 3000.0, 4100.0, 5678.0], 5, &[2000.0, 3000.0, 4000.0, 5000.0]),
        (&SKEWED, 5, &[50.0, 100.0, 150.0, 200.0]),
    ] {
        let (found, counts) = cut_points(values, &Method::Pretty, classes);
        assert_eq!(found, cuts, "{values:?}");
        assert_eq!(counts.iter().sum::<usize>(), values.len());
    }
}

#[test]
fn limits_by_hand_part_what_lies_between_the_ends_of_the_values() {
    let values = [2.0, 5.0, 10.0, 12.0, 28.0];
    for (limits, breaks, counts) in [
        (vec![10.0, 20.0], vec![2.0, 10.0, 20.0, 28.0], vec![2, 2, 1]),
        (vec![20.0, 10.0, 10.0], vec![2.0, 10.0, 20.0, 28.0], vec![2, 2, 1]),
        (vec![0.0, 10.0, 20.0, 30.0], vec![2.0, 10.0, 20.0, 28.0], vec![2, 2, 1]),
        (vec![0.0, 10.0], vec![2.0, 10.0, 28.0], vec![2, 3]),
        (vec![2.0, 10.0, 28.0], vec![2.0, 10.0, 28.0], vec![2, 3]),
        (vec![13.0, 14.0], vec![2.0, 13.0, 14.0, 28.0], vec![4, 0, 1]),
        (vec![1.0], vec![2.0, 28.0], vec![5]),
        (vec![40.0, 60.0], vec![2.0, 28.0], vec![5]),
    ] {
        let found = classify(&values, &Method::Manual(limits.clone()), 7).unwrap();
        assert_eq!((found.breaks, found.counts, found.below + found.above), (breaks, counts, 0), "{limits:?}");
    }
}

#[test]
fn frozen_limits_paint_everything_and_say_what_lies_outside() {
    let found = Classes::frozen(&[10.0, 20.0, 30.0], &[5.0, 10.0, 20.0, 30.0, 31.0, 40.0]).unwrap();
    assert_eq!((&found.counts[..], found.below, found.above), (&[2, 4][..], 1, 2));
    for (value, class, outside) in [(5.0, 0, true), (10.0, 0, false), (19.9, 0, false), (20.0, 1, false), (30.0, 1, false), (30.1, 1, true)]
    {
        assert_eq!((found.class_of(value), found.is_outside(value)), (Some(class), outside), "{value}");
    }
    assert_eq!(found.class_of(f64::NAN), None);
}

#[test]
fn few_distinct_values_give_few_classes() {
    for method in [Method::Quantile, Method::EqualInterval, Method::NaturalBreaks, Method::StandardDeviation, Method::Pretty] {
        let one = classify(&[4.0, 4.0], &method, 5).unwrap();
        assert_eq!((&one.breaks[..], &one.counts[..]), (&[4.0, 4.0][..], &[2][..]), "{method:?}");
        assert_eq!(one.goodness_of_variance_fit, 1.0);
        let two = classify(&[0.0, -0.0, 9.0], &method, 5).unwrap();
        assert!(two.len() <= 2, "{method:?} {two:?}");
    }
    let natural = classify(&[1.0, 9.0, 9.0], &Method::NaturalBreaks, 5).unwrap();
    assert_eq!((natural.breaks, natural.counts), (vec![1.0, 9.0, 9.0], vec![1, 2]));
}

#[test]
fn what_cannot_be_classed_is_refused() {
    let natural = Method::NaturalBreaks;
    for (values, method, classes, why) in [
        (&[][..], &natural, 5, ClassifyError::NoValues),
        (&[1.0, f64::NAN], &natural, 5, ClassifyError::ValueNotFinite(1)),
        (&[f64::INFINITY], &natural, 5, ClassifyError::ValueNotFinite(0)),
        (&[1.0], &natural, 0, ClassifyError::NoClasses),
        (&[1.0], &Method::Manual(vec![]), 5, ClassifyError::NoBreaks),
        (&[1.0], &Method::Manual(vec![2.0, f64::NAN]), 5, ClassifyError::BreakNotFinite(1)),
    ] {
        assert_eq!(classify(values, method, classes), Err(why));
    }
}

#[test]
fn bars_never_straddle_two_classes() {
    let found = classify(&SKEWED, &Method::NaturalBreaks, 5).unwrap();
    let bars = histogram(&SKEWED, &found.breaks, 20);
    assert!((18..=24).contains(&bars.len()), "{}", bars.len());
    assert!(bars.windows(2).all(|pair| pair[0].to == pair[1].from));
    for (class, count) in found.counts.iter().enumerate() {
        assert_eq!(bars.iter().filter(|it| it.class == class).map(|it| it.count).sum::<usize>(), *count);
    }
    let outside = histogram(&[-5.0, 5.0, 15.0, f64::NAN], &[0.0, 10.0], 3);
    assert_eq!(
        outside.iter().map(|it| (it.from, it.count)).collect::<Vec<_>>(),
        [(-5.0, 1), (-5.0 + 20.0 / 3.0, 1), (-5.0 + 40.0 / 3.0, 1)]
    );
    assert_eq!(histogram(&[], &[0.0, 1.0], 3), []);
    assert_eq!(histogram(&[1.0], &[], 3), []);
}

/// The least squared deviation within classes, over all ways to cut the sorted values.
fn least_by_trying_everything(sorted: &[f64], classes: usize) -> f64 {
    let squares = |values: &[f64]| {
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        values.iter().map(|it| (it - mean).powi(2)).sum::<f64>()
    };
    if classes == 1 {
        return squares(sorted);
    }
    (classes - 1..sorted.len())
        .map(|at| least_by_trying_everything(&sorted[..at], classes - 1) + squares(&sorted[at..]))
        .fold(f64::INFINITY, f64::min)
}

fn within(values: &[f64], found: &Classes) -> f64 {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    (1.0 - found.goodness_of_variance_fit) * values.iter().map(|it| (it - mean).powi(2)).sum::<f64>()
}

proptest::proptest! {
    #[test]
    fn natural_breaks_equal_trying_everything(
        mut values in proptest::collection::vec(-30..30_i32, 1..13), classes in 1..6_u8, far in 0..2_u8,
    ) {
        values.sort_unstable();
        let offset = if far == 1 { 1e9 } else { 0.0 };
        let values: Vec<f64> = values.into_iter().map(|it| offset + f64::from(it) / 4.0).collect();
        let found = classify(&values, &Method::NaturalBreaks, classes).unwrap();
        let least = least_by_trying_everything(&values, found.len());
        proptest::prop_assert!((within(&values, &found) - least).abs() < 1e-6, "{:?} {least}", found);
    }

    #[test]
    fn every_value_has_one_class_and_equal_values_the_same(
        values in proptest::collection::vec(proptest::num::f64::NORMAL | proptest::num::f64::ZERO, 1..60),
        classes in 1..10_u8,
    ) {
        for method in [Method::Quantile, Method::EqualInterval, Method::NaturalBreaks, Method::StandardDeviation,
            Method::Pretty, Method::Manual(vec![-1.0, 1.0])] {
            let found = classify(&values, &method, classes).unwrap();
            let mut counts = vec![0; found.len()];
            for value in &values {
                counts[found.class_of(*value).unwrap()] += 1;
                proptest::prop_assert!(!found.is_outside(*value));
            }
            proptest::prop_assert_eq!(&counts, &found.counts, "{:?}", method);
            proptest::prop_assert_eq!(found.breaks.len(), found.len() + 1);
            proptest::prop_assert!(found.breaks.is_sorted(), "{:?} {:?}", method, found.breaks);
            proptest::prop_assert!((0.0..=1.0).contains(&found.goodness_of_variance_fit));
            let mut turned = values.clone();
            turned.reverse();
            proptest::prop_assert_eq!(&classify(&turned, &method, classes).unwrap(), &found);
        }
    }
}
