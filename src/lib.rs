//! Planraum: drawing, comparing and presenting *Sozialplanungsräume*.
//!
//! **The catalog is given, the project is decided, answers are derived, the view only looks.**
//!
//! # The house
//!
//! Rooms below never know rooms above. `tests/house/architecture.rs` reads the sources and names file, line and room
//! of every arrow that points the wrong way.
//!
//! ```text
//! TOP FLOOR     app       the shell: window, threads, dialogs, jobs
//!               cli       the same desk, driven from a terminal
//!               views     egui: each a function of what it shows; asks, never acts
//! SECOND FLOOR  desk      everything on the planner's desk, without a window: run(Action) -> errands
//!               storage   the only room that touches the disk
//!               report    what is handed out: a map or a table as bytes
//! FIRST FLOOR   derived   answers kept while their question stands
//!               cartography  the map as a value: one picture for screen, paper and wall
//!               analysis  one file per question: pool, classify, compare, figures, disclosure
//!               project   command in, inverse command out; history
//! GROUND        model     the nouns: district, indicator, value, plan, source
//!               geometry  borders stored once, as arcs; projection, outline, locate, simplify
//!               words     text for people, German and English; any room may use it
//! ```
//!
//! # Two ways
//!
//! **Data:** files —[`storage`]→ sources and findings —[`desk`]→ catalog, beside the project —[`derived`]→ answers and
//! pictures —[`views`]→ screen, [`report`] → paper.
//!
//! **Change:** a view, a command line or a test pushes `Action::Edit(Command)` → `Desk::run` → `Project::apply` returns the
//! inverse → history → revision + 1 → errand: write it down. Undo and redo use the same door. A brush stroke in progress
//! belongs to the desk; on release it is one command.
//!
//! # What no room may do
//!
//! - `model`, `project`, `analysis`, `cartography`: no disk, clock, chance, threads or egui.
//! - `Released` is made in `analysis::disclosure` and nowhere else: what leaves the house has passed it.
//! - `views` never call `Project::apply`, never open a file, never start a thread, never know another page.
//! - The window's thread never waits: what takes longer than a few milliseconds is an errand.
//!
//! Reading order: [`model`], [`project`], [`analysis::pool`], [`desk`], then whatever you came for.
pub mod analysis;
pub mod app;
pub mod cartography;
pub mod cli;
pub mod derived;
pub mod desk;
pub mod geometry;
pub mod model;
pub mod project;
pub mod report;
pub mod storage;
pub mod views;
pub mod words;
