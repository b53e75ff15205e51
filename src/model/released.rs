//! What may leave the house. Only `analysis::disclosure` makes one; the architecture test watches over that.

/// Under which rule values are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Profile {
    /// Everything that is in the catalog.
    Intern,
    /// What a conference may see.
    Konferenz,
    /// What everybody may see.
    Oeffentlich,
}

impl Profile {
    /// Every profile with its code.
    pub const ALL: [(Profile, &'static str); 3] =
        [(Self::Intern, "intern"), (Self::Konferenz, "konferenz"), (Self::Oeffentlich, "oeffentlich")];

    /// The profile behind a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, it)| *it == code).map(|(profile, _)| *profile)
    }

    /// The code on the command line.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(it, _)| *it == self).map_or("oeffentlich", |(_, code)| code)
    }
}

/// A value from which everything secret under `profile` has been taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Released<T> {
    value: T,
    profile: Profile,
}

impl<T> Released<T> {
    /// Only `analysis::disclosure` may call this, after it has hidden what `profile` forbids.
    pub fn by_disclosure(value: T, profile: Profile) -> Self {
        Self { value, profile }
    }

    /// What is left to be seen.
    pub fn get(&self) -> &T {
        &self.value
    }

    /// The rule it was released under.
    pub fn profile(&self) -> Profile {
        self.profile
    }

    /// A part of what was released is released too. It is found in the whole by reference, so that nothing else can take its
    /// place.
    pub fn part<U: Clone>(&self, part: impl for<'a> FnOnce(&'a T) -> Option<&'a U>) -> Option<Released<U>> {
        Some(Released { value: part(&self.value)?.clone(), profile: self.profile })
    }
}
