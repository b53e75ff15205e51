//! What is handed out.

/// Something that leaves the house.
#[derive(Debug, Clone)]
pub struct Document;
