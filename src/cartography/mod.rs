//! The map as a value: one picture for screen, paper and wall.
//!
//! **Promise.** What the screen shows and what a file holds are the same picture: same classes, same hatches, same legend.
//! **Not here.** Pixels (`views`), SVG and PNG (`report`), values and classes (`analysis`).
//!
//! Reading order: [`picture`], [`palette`], [`middle`], [`surfaces`], [`borders`], [`class_limits`], [`legend`], [`labels`], [`scale_bar`], [`compose`].
pub mod borders;
pub mod class_limits;
pub mod compose;
pub mod labels;
pub mod legend;
pub mod middle;
pub mod palette;
pub mod picture;
pub mod said;
pub mod scale_bar;
pub mod surfaces;
