//! The scale bar: a round length that fits.

/// A scale bar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScaleBar {
    /// Length on the ground in metres: 1, 2 or 5 times a power of ten.
    pub metres: f64,
    /// The same as a share of the room that was offered, above 0.4 and up to 1.
    pub share: f64,
}

/// The longest round length that fits into `room` metres; `None` for no room at all.
pub fn fitting(room: f64) -> Option<ScaleBar> {
    if !room.is_finite() || room <= 0.0 {
        return None;
    }
    let power = 10_f64.powf(room.log10().floor());
    let metres = [10.0, 5.0, 2.0, 1.0].into_iter().map(|it| it * power).find(|it| *it <= room)?;
    Some(ScaleBar { metres, share: metres / room })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_is_round_and_fits() {
        for (room, metres) in [(12_345.0, 10_000.0), (9_999.0, 5_000.0), (2_000.0, 2_000.0), (1.9, 1.0), (0.7, 0.5)] {
            assert_eq!(fitting(room).map(|it| it.metres), Some(metres), "{room}");
        }
        assert_eq!(fitting(0.0), None);
        assert_eq!(fitting(f64::NAN), None);
        for room in 1..2_000 {
            let share = fitting(f64::from(room)).map_or(0.0, |it| it.share);
            assert!((0.4..=1.0).contains(&share), "{room}: {share}");
        }
    }
}
