//! The shell: the window, the threads behind it, and the way between them and the desk.
//!
//! **Promise.** The window's thread never waits: it shows the desk, hands errands to the crew and takes in reports.
//! **Not here.** What an action means (`desk`), how anything looks (`views`).
mod apart;
pub mod boundaries;
mod clock;
pub mod crew;
pub mod drawer;
pub mod hands;
mod opening;
mod places;
pub mod seat;
pub mod settings;
mod shell;
mod start;
pub mod trace;
pub mod watching;

pub use shell::Shell;
pub use start::open_window;
