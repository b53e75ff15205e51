//! What time it is, as the desk wants to hear it.

/// Local time as `2026-11-23T14:32`.
pub fn now() -> String {
    jiff::Zoned::now().strftime("%Y-%m-%dT%H:%M").to_string()
}
