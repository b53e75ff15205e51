//! What stands around every page: app bar, plan tabs, status bar, notes, jobs, the path field.
mod app_bar;
mod deciding;
mod notes;
mod path_field;
mod plan_description;
mod plan_menu;
mod plan_tabs;
mod project_menu;
mod project_state;
mod reading;
mod status_bar;

pub use app_bar::app_bar_ui;
pub use deciding::deciding_ui;
pub use notes::{notes_ui, place_notes};
pub use path_field::path_field_ui;
pub use plan_menu::rename_plan;
pub use plan_tabs::plan_tabs_ui;
pub use reading::reading_ui;
pub use status_bar::{next_scale, status_bar_ui};
