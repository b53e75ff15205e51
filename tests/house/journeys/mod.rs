//! Journeys: what a planner does from one end to the other, through the same actions as the window.
pub mod hand;
mod mending;
mod periods;
mod places;
mod plans;
mod sample_county;
mod strokes;
mod undoing;
