//! Numbers: what a value says, and what it rests on. The same words and the same card wherever a number stands.
//!
//! **Promise.** Each number can be opened: numerator, denominator, period, source, rule; a figure that was worked out from
//! others tells its rule and what went in. Only released values come here.
//! **Not here.** Where numbers stand: the pages.

mod basis;
mod opening;
mod rule;
mod said;

pub use basis::{Basis, basis_card_ui};
pub use opening::{Ink, figure_ui, only_a_card_is_open, opened_at, opened_ui, opens};
pub use rule::{Rule, rule_card_ui, target_said};
pub use said::{Figure, figure_of, figure_of_unit, state_of};
