//! The nouns of Planraum: districts, indicators, values, plans, sources.
//!
//! **Promise.** Nothing here reads a file, looks at a clock or draws. A value that is secret or was never delivered
//! cannot be mistaken for a number: [`value::Cell`] says which it is.
//! **Not here.** How values of planning areas are computed (`analysis::pool`), how plans change (`project::apply`),
//! how anything is written down (`storage`).
//!
//! Reading order: [`id`], [`period`], [`value`], [`indicator`], [`catalog`], [`plan`], [`saved_view`], [`finding`].

pub mod catalog;
pub mod classing;
pub mod colour_distance;
pub mod colouring;
pub mod finding;
pub mod id;
pub mod indicator;
pub mod natural_order;
pub mod period;
pub mod plan;
pub mod planning_area;
pub mod quantity;
pub mod released;
pub mod saved_view;
pub mod source;
pub mod value;
