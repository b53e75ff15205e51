//! Changes: which districts moved between two versions of a board, so that a picture can be patched instead of made anew.

use std::collections::VecDeque;

use crate::{cartography::compose::Moved, geometry::DistrictIx};

/// A district with the labels it left and came to.
pub(super) type Change = (DistrictIx, Option<usize>, Option<usize>);

/// The last changes, oldest first.
#[derive(Debug, Clone)]
pub(super) struct Changes {
    /// The version before the oldest change remembered.
    from: u64,
    steps: VecDeque<(u64, Vec<Change>)>,
}

impl Changes {
    /// A picture is made at every frame; whoever looks away for longer than this many changes makes it anew.
    const REMEMBERED: usize = 256;

    pub fn since(version: u64) -> Self {
        Self { from: version, steps: VecDeque::new() }
    }

    /// These districts changed, and the board has this version now.
    pub fn add(&mut self, version: u64, changes: impl IntoIterator<Item = Change>) {
        let full = self.steps.len() == Self::REMEMBERED;
        if let Some((gone, _)) = full.then(|| self.steps.pop_front()).flatten() {
            self.from = gone;
        }
        self.steps.push_back((version, changes.into_iter().collect()));
    }

    /// What changed after the board had a version; `None` for a version it never had, or one too long ago.
    pub fn since_version(&self, version: u64) -> Option<Moved> {
        let skip = match version {
            it if it == self.from => 0,
            _ => self.steps.iter().position(|it| it.0 == version)? + 1,
        };
        let mut moved = Moved::default();
        for (district, from, to) in self.steps.iter().skip(skip).flat_map(|it| &it.1) {
            moved.districts.insert(*district);
            moved.areas.extend(from.iter().chain(to));
        }
        Some(moved)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_add_up_from_any_version_that_is_remembered() {
        let mut changes = Changes::since(10);
        changes.add(12, [(DistrictIx(1), None, Some(0)), (DistrictIx(2), Some(1), Some(0))]);
        changes.add(15, [(DistrictIx(2), Some(0), Some(3)), (DistrictIx(3), Some(3), None)]);
        changes.add(16, []);
        let since = |it| {
            let moved = changes.since_version(it)?;
            Some((moved.districts.into_iter().map(|it| it.0).collect::<Vec<_>>(), moved.areas.into_iter().collect::<Vec<_>>()))
        };
        assert_eq!(since(10), Some((vec![1, 2, 3], vec![0, 1, 3])));
        assert_eq!(since(12), Some((vec![2, 3], vec![0, 3])));
        assert_eq!(since(15), Some((vec![], vec![])));
        assert_eq!(since(16), Some((vec![], vec![])));
        assert_eq!((since(9), since(11)), (None, None));
    }

    #[test]
    fn what_is_long_ago_is_forgotten() {
        let mut changes = Changes::since(0);
        (1..=300).for_each(|it| changes.add(it, [(DistrictIx(it as u32), None, None)]));
        assert_eq!(changes.since_version(0), None);
        assert_eq!(changes.since_version(44).map(|it| it.districts.len()), Some(256));
        assert_eq!(changes.since_version(43), None);
    }
}
