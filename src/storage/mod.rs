//! Storage: the only room that touches the disk.
//!
//! Foreign files come in through readers that trust nothing; what is wrong with them is told as findings, and a refusal
//! says which file, where in it, what is wrong and what to do.
//!
//! **Reading order.** [`text`] (bytes become text) → [`geojson`] (boundaries) → [`ground`] (boundaries become borders) →
//! [`foreign`] (databases of others; `oversize`: which of their cells is too large) → [`indicators`] and [`properties`] (values) → [`join`] (values find their districts) →
//! [`source_block`] (what was read, as bytes that never change, and the catalog folded of them) → [`plan_file`] (plans as tables) →
//! [`taking_in`] (an indicator file joins a project, or is refused whole) → [`strangers`] (plans made for another map) →
//! [`check`] (any file) → [`sample`] (the county that is compiled in); [`put`] (bytes laid down safely); `causes` (what the
//! system complains of, in words); [`watch`] (how far, and whether to go on); [`project_file`] (our own file
//! and its working copy).
//! **Promise.** Nothing that a file contains can panic, hang past its cap, or change what was there before.
//! **Not here.** What figures mean (`analysis`), what people see (`views`).

pub mod caps;
pub mod causes;
pub mod check;
pub mod codes;
pub mod foreign;
pub mod geojson;
pub mod ground;
pub mod indicators;
pub mod join;
pub mod limits;
mod oversize;
pub mod plan_file;
pub mod project_file;
pub mod properties;
pub mod put;
pub mod refused;
pub mod sample;
pub mod source_block;
pub mod stamp;
pub mod strangers;
pub mod taking_in;
pub mod text;
pub mod watch;
