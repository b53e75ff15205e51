//! Answers: one file per question. Pure functions of the catalog and a plan.
//!
//! **Promise.** Same question, same answer, on every machine. Suppressed, missing and zero never mix.
//! **Not here.** Keeping answers (`derived`), showing them (`views`, `cartography`).
pub mod balance;
pub mod classify;
pub mod compare;
