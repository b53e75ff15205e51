//! A planning area (Sozialplanungsraum): a name, a colour, and the reason for its border.

use crate::model::id::AreaId;

/// What a lock allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lock {
    /// Districts come and go.
    #[default]
    Free,
    /// Neither gains nor loses a district.
    Fixed,
    /// May gain, never loses.
    KeepAtLeast,
}

/// A colour of the map, sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// The twelve area colours in the order in which they are given out (chosen for colour-vision deficiency; see `views::theme`).
    pub const AREAS: [Colour; 12] = [
        Colour([0xB6, 0xA5, 0x5C]),
        Colour([0x59, 0x89, 0x95]),
        Colour([0xB9, 0x77, 0x4A]),
        Colour([0xB3, 0xE3, 0xF0]),
        Colour([0x90, 0x78, 0xBE]),
        Colour([0xF9, 0xBC, 0x8B]),
        Colour([0xD1, 0xE6, 0xC1]),
        Colour([0x56, 0xB6, 0xBB]),
        Colour([0xBA, 0xB3, 0xFE]),
        Colour([0x97, 0x79, 0x69]),
        Colour([0x9F, 0xC1, 0xAE]),
        Colour([0x9F, 0xA2, 0x82]),
    ];

    /// The same colour with white in it: each round another share, at most two thirds, the first ones far apart.
    #[must_use]
    pub fn lighter(self, round: u8) -> Self {
        let share = u32::from(round.reverse_bits()) * 2;
        let mix = |it: u8| u32::from(it) + (255 - u32::from(it)) * share / (3 * 255);
        Self(self.0.map(|it| u8::try_from(mix(it)).unwrap_or(u8::MAX)))
    }

    /// The colour given to the n-th area.
    pub fn of_area(number: usize) -> Self {
        Self::AREAS[number % Self::AREAS.len()]
    }
}

/// A planning area.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanningArea {
    /// Its id within the plan.
    pub id: AreaId,
    /// Its short name in files and on the map chip: `R1`; unique within the plan.
    pub code: String,
    /// Its name for people.
    pub name: String,
    /// Its colour on the map.
    pub colour: Colour,
    /// Why the border runs here; goes into reports.
    pub reason: String,
    /// What may happen to it.
    pub lock: Lock,
}

impl PlanningArea {
    /// What stands on the chip: the digits that end the code, else the first two characters.
    pub fn chip(&self) -> &str {
        let digits = self.code.trim_start_matches(|it: char| !it.is_ascii_digit());
        if !digits.is_empty() && digits.len() <= 3 && digits.bytes().all(|it| it.is_ascii_digit()) {
            return digits;
        }
        self.code.char_indices().nth(2).map_or(self.code.as_str(), |(at, _)| &self.code[..at])
    }
}
