//! Caps: how large a file may be before it is refused, so that no file can fill the memory or run for ever.

/// The caps of one reading; a setting, the usual ones by default.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file.
    pub file_bytes: u64,
    /// Districts.
    pub districts: usize,
    /// Vertices of all boundaries together.
    pub vertices: u64,
    /// Cells of a table, values of an indicator database.
    pub cells: u64,
    /// Columns of a table, different property names of a boundary file.
    pub columns: usize,
    /// Levels of arrays and objects inside one another.
    pub nesting: usize,
    /// Seconds that a foreign database may keep its reader busy.
    pub seconds: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 500_000_000,
            districts: 200_000,
            vertices: 20_000_000,
            cells: 5_000_000,
            columns: 16_384,
            nesting: 64,
            seconds: 60,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// People's files rely on them: see the contract on messages.
    #[test]
    fn the_caps_are_those_of_the_contract() {
        let it = Limits::default();
        assert_eq!((it.file_bytes, it.districts, it.vertices), (500_000_000, 200_000, 20_000_000));
        assert_eq!((it.cells, it.columns, it.nesting), (5_000_000, 16_384, 64));
    }
}
