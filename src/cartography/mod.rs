//! The room `cartography`.
