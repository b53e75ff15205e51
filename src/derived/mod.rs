//! The room `derived`.
