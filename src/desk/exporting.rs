//! What leaves the house, put together from what is seen.

use crate::{
    desk::{Desk, action::Export},
    report::Document,
};

impl Desk {
    /// The document for an export; `None` where there is nothing to hand out.
    pub(super) fn document(&self, _export: Export) -> Option<Document> {
        None
    }
}
