//! Starts the window or runs a command.
fn main() {
    planraum::app::trace::begin();
    if let Err(cause) = planraum::app::open_window(std::env::args_os().nth(1).map(Into::into)) {
        eprintln!("{cause}");
    }
}
