//! The room `views`.
