//! When a file was written, as its folder tells it.

use std::{fs, path::Path};

/// Local time to the minute, as `2026-11-23T14:32`; `None` if the file can't be reached or its folder keeps no times.
pub fn written_at(path: &Path) -> Option<String> {
    let at = fs::metadata(path).and_then(|it| it.modified()).ok()?;
    let at = jiff::Timestamp::try_from(at).ok()?.to_zoned(jiff::tz::TimeZone::system());
    Some(at.strftime("%Y-%m-%dT%H:%M").to_string())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::{
        fs::File,
        time::{Duration, SystemTime},
    };

    use super::*;

    #[test]
    fn a_file_tells_when_it_was_written_and_a_missing_one_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.planraum");
        assert_eq!(written_at(&path), None);
        let days = Duration::from_secs(3 * 86_400);
        File::create(&path).unwrap().set_modified(SystemTime::now() - days).unwrap();
        let zoned = jiff::Zoned::now().checked_sub(jiff::Span::new().hours(72)).unwrap();
        let said = written_at(&path).unwrap();
        assert!(said.starts_with(&zoned.strftime("%Y-%m-%d").to_string()), "{said}");
    }
}
