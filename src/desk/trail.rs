//! Which steps led to where the project stands: every step has a number of its own, and none is given twice.
//!
//! A count of steps doesn't say what was done: after undoing five steps and taking another five, it is the same again.

/// The numbers of the steps in the history.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trail {
    numbers: Vec<u64>,
    last: u64,
}

impl Trail {
    /// A trail for a history of so many steps.
    pub fn of(steps: usize) -> Self {
        let numbers: Vec<u64> = (1..).take(steps).collect();
        Self { last: numbers.last().copied().unwrap_or(0), numbers }
    }

    /// A step was taken where `taken` steps were done; those undone before it are forgotten.
    pub fn take(&mut self, taken: usize) {
        self.numbers.truncate(taken);
        self.last += 1;
        self.numbers.push(self.last);
    }

    /// The number of the last of so many steps; 0 for none.
    pub fn at(&self, taken: usize) -> u64 {
        taken.checked_sub(1).and_then(|it| self.numbers.get(it)).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_steps_are_not_the_same_steps() {
        let mut trail = Trail::of(5);
        assert_eq!((trail.at(0), trail.at(5)), (0, 5));
        trail.take(4);
        assert_eq!((trail.at(4), trail.at(5)), (4, 6), "another fifth step");
        trail.take(2);
        trail.take(3);
        assert_eq!((trail.at(3), trail.at(4), trail.at(5)), (7, 8, 0));
    }
}
