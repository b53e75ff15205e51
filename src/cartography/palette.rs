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
    let mut colours: Vec<Colour> = (0..classes).map(|it| colour(ramp, it, classes)).collect();
    if ground == Ground::Dark && is_sequential(ramp) {
        colours.reverse();
    }
    colours
}

fn is_sequential(ramp: Ramp) -> bool {
    !matches!(ramp, Ramp::PuOr | Ramp::BrBG | Ramp::Qualitative)
}

fn colour(ramp: Ramp, class: usize, classes: usize) -> Colour {
    match ramp {
        Ramp::Qualitative => Colour::of_area(class),
        Ramp::YlGnBu => brewer(&colorous::YELLOW_GREEN_BLUE, class, classes),
        Ramp::Purples => brewer(&colorous::PURPLES, class, classes),
        Ramp::YlOrBr => brewer(&colorous::YELLOW_ORANGE_BROWN, class, classes),
        Ramp::Viridis => turned(&colorous::VIRIDIS, class, classes),
        Ramp::Cividis => turned(&colorous::CIVIDIS, class, classes),
        Ramp::PuOr => turned(&colorous::PURPLE_ORANGE, class, classes),
        Ramp::BrBG => turned(&colorous::BROWN_GREEN, class, classes),
    }
}

/// ColorBrewer's sequential ramps go from light to dark; the ends are left out so that the lowest class still shows
/// against the ground and the highest keeps its hue.
fn brewer(gradient: &colorous::Gradient, class: usize, classes: usize) -> Colour {
    let share = if classes < 2 { 0.5 } else { class as f64 / (classes - 1) as f64 };
    rgb(gradient.eval_continuous(0.07 + 0.86 * share))
}

/// Ramps that begin dark are turned: on a light ground the lowest class is light.
fn turned(gradient: &colorous::Gradient, class: usize, classes: usize) -> Colour {
    let share = if classes < 2 { 0.5 } else { class as f64 / (classes - 1) as f64 };
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
    use super::*;

    fn lightness(colour: Colour) -> f64 {
        let [r, g, b] = colour.0.map(f64::from);
        0.299 * r + 0.587 * g + 0.114 * b
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
