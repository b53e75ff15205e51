//! Opening the window.

use std::path::PathBuf;

use eframe::egui::{ViewportBuilder, vec2};

use crate::{
    app::{Shell, settings::Shelf},
    words::{Message, say},
};

/// Opens the window and returns when it is closed. The error is a sentence for the terminal: no window could be had.
pub fn open_window(project: Option<PathBuf>) -> Result<(), Message> {
    let settings = Shelf::new().settings();
    let viewport = ViewportBuilder::default()
        .with_title("Planraum")
        .with_app_id("planraum")
        .with_inner_size(vec2(1440.0, 900.0))
        .with_min_inner_size(vec2(854.0, 480.0));
    // Map colours are exact and nothing here fades: dithering would only cost time where the processor draws.
    let options = eframe::NativeOptions { viewport, dithering: false, ..Default::default() };
    let opened = eframe::run_native("planraum", options, Box::new(move |cc| Ok(Box::new(Shell::new(cc, settings, project)))));
    opened.map_err(|cause| no_window(&cause.to_string(), there_is_a_display()))
}

/// Whether there is anything to open a window on; elsewhere than on such systems nobody has to say where it is.
fn there_is_a_display() -> bool {
    let named = |it: &str| std::env::var_os(it).is_some_and(|it| !it.is_empty());
    !cfg!(target_os = "linux") || ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"].into_iter().any(named)
}

/// Why there is no window.
fn no_window(cause: &str, display: bool) -> Message {
    let cause = if display { say!("app-no-window-cause", cause = plain(cause)) } else { say!("app-no-display") };
    say!("app-no-window", cause)
}

/// What the window system said, without the place in somebody's source text.
fn plain(cause: &str) -> &str {
    cause.rsplit_once(".rs:").map_or(cause, |(_, rest)| rest.trim_start_matches(|it: char| it.is_ascii_digit() || ": ".contains(it)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The path of a build machine stood in what a planner read.
    #[test]
    fn no_path_of_a_source_text_is_told() {
        let said = "winit EventLoopError: os error at /root/.cargo/registry/src/winit/src/platform_impl/linux/mod.rs:765: neither set";
        assert_eq!((plain(said), plain("no adapter")), ("neither set", "no adapter"));
    }
}
