//! The room `storage`.
pub mod project_file;
