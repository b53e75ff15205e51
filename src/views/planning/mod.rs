//! The planning page's panels: the indicator and its classes on the left, the areas on the right, and the drawers.
//!
//! **Promise.** A panel shows what is on the desk and asks for actions. Text that is being typed and what is folded open lives
//! in egui's memory; everything else is the desk's. Each number can be opened: numerator, denominator, period, source, rule.
//! **Not here.** The map, its tools and cards, the bars around the page.

mod area_details;
mod area_row;
mod areas;
mod city;
mod class_menu;
mod classes;
mod district_rows;
mod drawer;
mod figure;
mod groups;
mod histogram;
mod history;
mod indicator_list;
mod indicators;
mod kept;
mod map_figures;
mod painting;
mod parts;
mod period;
mod rules;
mod saved_views;
mod selection;
mod shown;
mod stroke;
mod table;
mod table_columns;
mod table_filter;
mod table_rows;
mod target;
mod topics;
mod trend;
mod trend_plot;

pub use areas::areas_hidden;
pub use city::city_entry_ui;
pub use drawer::{drawer_ui, whole_drawer_ui};
pub use history::history_height;
pub use map_figures::map_figures_ui;
pub use painting::{BRUSH_WIDTHS, brush_step};
pub use selection::{name_area, rename_area};
pub use shown::Shown;

use eframe::egui::Ui;

use crate::desk::{Desk, action::Action};

/// The left panel: the indicator and how it is classed, or, while a tool draws, what the brush does. 288 points wide, 272 in
/// small windows.
pub fn left_panel_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    match desk.look().tool.draws() {
        true => {
            indicator_list::seek_again(ui);
            painting::painting_ui(ui, desk, asked);
        }
        false => indicators::indicators_ui(ui, desk, asked),
    }
}

/// The right panel: the areas of the plan with their figures, and below them the chosen one. 344 points wide, 312 in small
/// windows.
pub fn right_panel_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    areas::areas_ui(ui, desk, asked);
}
