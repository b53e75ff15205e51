//! Colours of classes. ColorBrewer and viridis tables come from the crate `colorous`.

use crate::model::{classing::Ramp, planning_area::Colour};

/// On what the map lies. In the dark, sequential ramps are turned, so that more is always farthest from the ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Ground {
    /// Light: screens by day, paper, every file.
    #[default]
    Light,
    /// Dark screens.
    Dark,
}

/// The colours of `classes` classes from low to high.
pub fn colours(ramp: Ramp, classes: usize, ground: Ground) -> Vec<Colour> {
    colours_around(ramp, classes, ground, None)
}

/// The same; the middle of a diverging ramp lies at `middle`, in classes from the lowest, which is 0: a whole number is that class,
/// a half one is the limit between two. Both sides get stronger by equal steps. `None` is the middle class.
pub fn colours_around(ramp: Ramp, classes: usize, ground: Ground, middle: Option<f64>) -> Vec<Colour> {
    let last = classes.saturating_sub(1) as f64;
    let middle = middle.unwrap_or(last / 2.0).clamp(0.0, last);
    let share = |class: usize| match last {
        0.0 => 0.5,
        _ if is_diverging(ramp) => 0.5 + 0.5 * (class as f64 - middle) / middle.max(last - middle),
        _ => class as f64 / last,
    };
    let mut colours: Vec<Colour> = (0..classes).map(|it| colour(ramp, it, share(it))).collect();
    if ground == Ground::Dark && is_sequential(ramp) {
        colours.reverse();
    }
    colours
}

/// Whether a ramp gets stronger to both sides of its middle.
pub fn is_diverging(ramp: Ramp) -> bool {
    matches!(ramp, Ramp::PuOr | Ramp::BrBG)
}

fn is_sequential(ramp: Ramp) -> bool {
    !is_diverging(ramp) && ramp != Ramp::Qualitative
}

/// The colour of a class that lies at this share of a ramp.
fn colour(ramp: Ramp, class: usize, share: f64) -> Colour {
    match ramp {
        Ramp::Qualitative => Colour::of_area(class),
        Ramp::YlGnBu => brewer(&colorous::YELLOW_GREEN_BLUE, share),
        Ramp::Purples => brewer(&colorous::PURPLES, share),
        Ramp::YlOrBr => brewer(&colorous::YELLOW_ORANGE_BROWN, share),
        Ramp::Viridis => turned(&colorous::VIRIDIS, share),
        Ramp::Cividis => turned(&colorous::CIVIDIS, share),
        Ramp::PuOr => turned(&colorous::PURPLE_ORANGE, share),
        Ramp::BrBG => turned(&colorous::BROWN_GREEN, share),
    }
}

/// ColorBrewer's sequential ramps go from light to dark; the ends are left out so that the lowest class still shows
/// against the ground and the highest keeps its hue.
fn brewer(gradient: &colorous::Gradient, share: f64) -> Colour {
    rgb(gradient.eval_continuous(0.07 + 0.86 * share))
}

/// Ramps that begin dark are turned: on a light ground the lowest class is light.
fn turned(gradient: &colorous::Gradient, share: f64) -> Colour {
    rgb(gradient.eval_continuous(1.0 - share))
}

fn rgb(colour: colorous::Color) -> Colour {
    Colour([colour.r, colour.g, colour.b])
}

/// An area's colour at 86 % over white, as the map draws it on a light ground; in the dark it is laid over black.
pub fn on_map(colour: Colour, ground: Ground) -> Colour {
    mixed(colour, if ground == Ground::Light { 255.0 } else { 16.0 }, 0.86)
}

/// The same, faded to 34 %: what a comparison leaves unchanged.
pub fn faded(colour: Colour, ground: Ground) -> Colour {
    mixed(colour, if ground == Ground::Light { 255.0 } else { 16.0 }, 0.34)
}

fn mixed(colour: Colour, ground: f64, share: f64) -> Colour {
    Colour(colour.0.map(|it| (f64::from(it) * share + ground * (1.0 - share)).round() as u8))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn lightness(colour: Colour) -> f64 {
        let [r, g, b] = colour.0.map(f64::from);
        0.299 * r + 0.587 * g + 0.114 * b
    }

    /// The palest colour stood for the middle class, whatever its values meant.
    #[test]
    fn a_diverging_ramp_turns_where_it_is_told_to() {
        for ramp in [Ramp::PuOr, Ramp::BrBG] {
            for middle in 0..5 {
                let all: Vec<f64> = colours_around(ramp, 5, Ground::Light, Some(f64::from(middle))).into_iter().map(lightness).collect();
                let palest = (0..5).max_by(|a, b| all[*a].total_cmp(&all[*b])).unwrap();
                assert_eq!(palest, middle as usize, "{ramp:?}: {all:?}");
            }
            let [low, high] = [1, 2].map(|it| colours_around(ramp, 4, Ground::Light, Some(1.5))[it]);
            assert!(
                low.0[0] > low.0[2] && high.0[2] > high.0[0] || ramp == Ramp::BrBG,
                "no pale class where the middle is a limit: {low:?} {high:?}"
            );
            assert_eq!(colours(ramp, 5, Ground::Light), colours_around(ramp, 5, Ground::Light, Some(2.0)));
        }
        assert_eq!(
            colours(Ramp::YlGnBu, 5, Ground::Light),
            colours_around(Ramp::YlGnBu, 5, Ground::Light, Some(0.0)),
            "others have no middle"
        );
    }

    #[test]
    fn more_is_always_farthest_from_the_ground() {
        for (ramp, _) in Ramp::ALL.into_iter().filter(|(it, _)| is_sequential(*it)) {
            for classes in 2..=9 {
                let light: Vec<f64> = colours(ramp, classes, Ground::Light).into_iter().map(lightness).collect();
                assert!(light.windows(2).all(|it| it[0] > it[1]), "{ramp:?} {classes}: {light:?}");
                let dark: Vec<f64> = colours(ramp, classes, Ground::Dark).into_iter().map(lightness).collect();
                assert!(dark.windows(2).all(|it| it[0] < it[1]), "{ramp:?} {classes}: {dark:?}");
            }
        }
    }
}
