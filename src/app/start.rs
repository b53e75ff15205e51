//! Opening the window.

use std::path::PathBuf;

use eframe::egui::{ViewportBuilder, vec2};

use crate::{
    app::{Shell, settings::Shelf},
    words::Words,
};

/// Opens the window and returns when it is closed. The error is a sentence for the terminal: no window could be had.
pub fn open_window(project: Option<PathBuf>) -> Result<(), String> {
    let settings = Shelf::new().settings();
    let words = Words::new(settings.language, &Default::default());
    let viewport = ViewportBuilder::default()
        .with_title("Planraum")
        .with_app_id("planraum")
        .with_inner_size(vec2(1440.0, 900.0))
        .with_min_inner_size(vec2(854.0, 480.0));
    // Map colours are exact and nothing here fades: dithering would only cost time where the processor draws.
    let options = eframe::NativeOptions { viewport, dithering: false, ..Default::default() };
    let opened = eframe::run_native("planraum", options, Box::new(move |cc| Ok(Box::new(Shell::new(cc, settings, project)))));
    opened.map_err(|cause| words.say_with("app-no-window", &[("cause", cause.to_string().into())]))
}
