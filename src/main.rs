//! Parses the command line, opens the window or runs the command; nothing else.

use std::process::ExitCode;

use planraum::{
    app,
    cli::{self, Ran},
};

fn main() -> ExitCode {
    app::trace::begin();
    match cli::run(std::env::args_os()) {
        Ran::Done(code) => code,
        Ran::Window(project) => match app::open_window(project) {
            Ok(()) => ExitCode::SUCCESS,
            Err(cause) => {
                cli::complain(&cause);
                ExitCode::FAILURE
            }
        },
    }
}
