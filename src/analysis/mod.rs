//! Answers: one file per question. Pure functions of the catalog and a plan.
//!
//! **Promise.** Same question, same answer, on every machine. Suppressed, missing and zero never mix.
//! **Not here.** Keeping answers (`derived`), showing them (`views`, `cartography`).
pub mod assignment;
pub mod balance;
pub mod city;
pub mod classify;
pub mod compare;
pub mod disclosure;
pub mod draft;
pub mod figures;
pub mod grouping;
pub mod ledger;
pub mod overlay;
pub mod plan_comparison;
pub mod pool;
pub mod repair;
pub mod starting_plan;
#[cfg(test)]
mod testing;
pub mod trend;
