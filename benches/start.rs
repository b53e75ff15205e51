//! How long the real window takes from its start to the first frame and to the first map of the sample, as
//! `PLANRAUM_TRACE=1` tells it: five starts, median and slowest. Needs a display; without one it says so.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench prints, and stops at the first surprise")]
use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
};

const STARTS: usize = 5;
/// From the start to the first map with its colours, milliseconds.
const GOAL: f64 = 1_000.0;

/// Starts the window on a project and ends it when its map is there: milliseconds to the first frame and to the map.
fn start(project: &Path, data: &Path) -> Option<(f64, f64)> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_planraum"));
    command.arg(project).env("PLANRAUM_TRACE", "1").env("PLANRAUM_DATA_DIR", data).stderr(Stdio::piped()).stdout(Stdio::null());
    let mut child = command.spawn().unwrap();
    let lines = BufReader::new(child.stderr.take().unwrap()).lines().map_while(Result::ok);
    let (mut frame, mut map) = (None, None);
    for line in lines {
        let told = line.strip_prefix("planraum: ").and_then(|it| it.strip_suffix(" ms")).and_then(|it| it.split_once(" after "));
        match told.and_then(|(what, after)| Some((what, after.parse().ok()?))) {
            Some(("first frame", after)) => frame = Some(after),
            Some(("first map", after)) => {
                map = Some(after);
                break;
            }
            _ => {}
        }
    }
    let _ = child.kill();
    let _ = child.wait();
    frame.zip(map)
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("Beispiel.planraum");
    let made = Command::new(env!("CARGO_BIN_EXE_planraum")).arg("new").arg(&project).arg("--sample").output().unwrap();
    assert!(made.status.success(), "{made:?}");
    if cfg!(target_os = "linux") && ["DISPLAY", "WAYLAND_DISPLAY"].iter().all(|it| std::env::var_os(it).is_none()) {
        println!("start to first map: not measured, there is no display here");
        return;
    }
    let mut starts: Vec<_> = (0..STARTS).filter_map(|it| start(&project, &folder.path().join(format!("data {it}")))).collect();
    starts.sort_by(|a, b| a.1.total_cmp(&b.1));
    let (Some(median), Some(slowest)) = (starts.get(starts.len() / 2), starts.last()) else {
        println!("start to first map: the window never showed it");
        return;
    };
    let verdict = if median.1 <= GOAL { "kept" } else { "MISSED" };
    println!(
        "start to first frame: median {:.0} ms; to first map: median {:.0} ms ({verdict}, goal {GOAL} ms), slowest {:.0} ms",
        median.0, median.1, slowest.1
    );
}
