//! Planraum.
