//! The never-arrows of the house: reads the sources and names file, line and room of every arrow that points the wrong way.

use std::{fs, path::Path};

/// A room, the rooms it may know, and what else must not stand in it.
struct Room {
    name: &'static str,
    may_know: &'static [&'static str],
    never: &'static [&'static str],
}

const PURE: &[&str] = &[
    "std::fs",
    "std::thread",
    "std::time",
    "std::env",
    "std::net",
    "egui",
    "eframe",
    "rusqlite",
    "jiff",
    "directories",
    "rfd",
    "println!",
];
const NO_WINDOW: &[&str] = &["egui", "eframe", "rfd", "std::thread", "SystemTime", "Instant", "jiff", "rusqlite", "std::fs", "std::net"];

/// `std::net` and its kind stand nowhere: the program uses no network.
const ROOMS: &[Room] = &[
    Room { name: "words", may_know: &[], never: PURE },
    Room { name: "geometry", may_know: &["words"], never: PURE },
    Room {
        name: "model",
        may_know: &["geometry", "words"],
        never: &["std::fs", "std::thread", "std::time", "egui", "rusqlite", "serde", "jiff", "rand", "println!"],
    },
    Room { name: "project", may_know: &["model", "geometry", "words"], never: PURE },
    Room { name: "analysis", may_know: &["model", "geometry", "words"], never: PURE },
    Room { name: "cartography", may_know: &["model", "geometry", "words", "analysis"], never: PURE },
    Room { name: "derived", may_know: &["model", "geometry", "words", "project", "analysis", "cartography"], never: PURE },
    Room {
        name: "report",
        may_know: &["model", "geometry", "words", "project", "analysis", "cartography", "derived"],
        never: &["std::fs", "std::thread", "egui", "eframe", "rusqlite", "rfd", "println!"],
    },
    Room {
        name: "desk",
        may_know: &["model", "geometry", "words", "project", "analysis", "cartography", "derived", "report"],
        never: NO_WINDOW,
    },
    Room { name: "storage", may_know: &["model", "geometry", "words", "project"], never: &["egui", "eframe", "rfd", "std::net"] },
    Room {
        name: "views",
        may_know: &["model", "geometry", "words", "project", "analysis", "cartography", "desk"],
        never: &["std::fs", "std::thread", "rusqlite", "rfd", ".apply(", "std::net"],
    },
    Room {
        name: "cli",
        may_know: &["model", "geometry", "words", "project", "analysis", "cartography", "derived", "report", "desk", "storage"],
        never: &["egui", "eframe", "rfd", "std::net"],
    },
    Room {
        name: "app",
        may_know: &["model", "geometry", "words", "project", "analysis", "cartography", "derived", "report", "desk", "storage", "views"],
        never: &["std::net"],
    },
];

#[test]
fn no_arrow_points_the_wrong_way() {
    let mut wrong = Vec::new();
    for room in ROOMS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(room.name);
        assert!(folder.is_dir(), "room {} is missing", room.name);
        for (file, text) in sources(&folder) {
            wrong.extend(wrong_arrows(room, &file, &text));
        }
    }
    assert!(wrong.is_empty(), "arrows that point the wrong way:\n{}", wrong.join("\n"));
}

#[test]
fn every_folder_under_src_is_a_room() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(src).unwrap().map(Result::unwrap).filter(|it| it.path().is_dir()) {
        let name = entry.file_name().to_string_lossy().into_owned();
        assert!(ROOMS.iter().any(|it| it.name == name), "src/{name} is no room of the house");
    }
}

#[test]
fn only_disclosure_releases() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = 0;
    for (file, text) in sources(&src) {
        for (line, code) in code_lines(&text).filter(|(_, code)| code.contains("by_disclosure(")) {
            let home = file.contains("analysis/disclosure") || file.ends_with("model/released.rs");
            assert!(home, "{file}:{line}: only analysis::disclosure may make a Released: {code}");
            found += 1;
        }
    }
    assert!(found > 0, "the search itself must find at least where it is defined");
}

/// Ways to numbers that nothing was hidden from.
const UNRELEASED: &[&str] = &[
    ".board()",
    "Board::of(",
    ".known_value(",
    "of_cell(",
    "series.cell(",
    "Pool::at(",
    "PlanFigures::of(",
    "PlanComparison::of(",
    "PlanComparison::among(",
    "Ledger::",
];

/// What a view shows has passed disclosure: it reads the board, values and comparisons only as they were released.
#[test]
fn no_view_reads_what_was_not_released() {
    let views = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/views");
    let mut wrong = Vec::new();
    for (file, text) in sources(&views) {
        wrong.extend(unreleased(&file, &text));
    }
    assert!(wrong.is_empty(), "views that read what nobody released:\n{}", wrong.join("\n"));
    let planted = "//! desk.board() in a comment is fine\nlet row = desk.board().row(area);\nlet shown = desk.released_board();\n";
    assert_eq!(unreleased("x.rs", planted).len(), 1, "the check itself finds one");
}

fn unreleased(file: &str, text: &str) -> Vec<String> {
    let lines = code_lines(text).filter(|(_, code)| UNRELEASED.iter().any(|it| code.contains(it)));
    lines.map(|(line, code)| format!("{file}:{line}: {}", code.trim())).collect()
}

/// The check itself is checked: a source with a wrong arrow must be found out.
#[test]
fn a_wrong_arrow_is_found_out() {
    let room = ROOMS.iter().find(|it| it.name == "geometry").unwrap();
    let text = "//! crate::desk in a comment is fine\nuse crate::desk::Desk;\nfn read() { std::fs::read(\"x\"); }\n#[cfg(test)]\nmod tests { use crate::storage; }\n";
    let found = wrong_arrows(room, "x.rs", text);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(wrong_arrows(room, "x.rs", "use crate::{\n    words::Message,\n    desk,\n};\n").len() == 1, "a grouped use");
}

fn wrong_arrows(room: &Room, file: &str, text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut grouped = false;
    for (line, code) in code_lines(text) {
        let mut known: Vec<String> = code.split("crate::").skip(1).map(first_word).collect();
        if code.contains("use crate::{") || code.contains("use crate::{") {
            grouped = true;
        } else if grouped && code.starts_with("    ") && !code.starts_with("     ") {
            known.push(first_word(code.trim_start()));
        }
        if let Some(inline) = code.split("use crate::{").nth(1).filter(|it| !it.is_empty()) {
            known.extend(top_level_words(inline));
        }
        grouped &= !code.starts_with("};") && !code.trim_end().ends_with("};");
        for other in known.iter().filter(|it| ROOMS.iter().any(|room| room.name == it.as_str())) {
            if other != room.name && !room.may_know.contains(&other.as_str()) {
                wrong.push(format!("{file}:{line}: {} must not know {other}: {}", room.name, code.trim()));
            }
        }
        for word in room.never.iter().filter(|it| code.contains(**it)) {
            wrong.push(format!("{file}:{line}: {} must stay without {word}: {}", room.name, code.trim()));
        }
    }
    wrong
}

fn first_word(text: &str) -> String {
    text.chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect()
}

/// The first word of each item of `a::b, c::{d, e}, f}` at the outer level.
fn top_level_words(list: &str) -> Vec<String> {
    let mut depth = 0;
    let mut words = vec![String::new()];
    for sign in list.chars() {
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => words.push(String::new()),
            _ if depth == 0 => words.last_mut().unwrap().push(sign),
            _ => {}
        }
    }
    words.iter().map(|it| first_word(it.trim())).collect()
}

/// Lines of code with their numbers: without comments, and without the items that stand behind `#[cfg(test)]`.
fn code_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut only_tests: Option<usize> = None; // how far the item is indented that is being passed over
    let code = text.lines().zip(1..).filter(|(line, _)| !line.trim_start().starts_with("//"));
    code.filter_map(move |(line, at)| {
        let indent = line.len() - line.trim_start().len();
        match only_tests {
            None if line.trim_start().starts_with("#[cfg(test)]") => only_tests = Some(indent),
            None => return Some((at, line.split(" // ").next().unwrap_or(line))),
            Some(outer) => {
                let attribute = line.trim_start().starts_with("#[");
                let ends = [';', '}', ','].iter().any(|it| line.ends_with(*it)); // as rustfmt sets it
                if indent == outer && ends && !attribute && !line.is_empty() {
                    only_tests = None;
                }
            }
        }
        None
    })
}

/// A module of tests in the middle of a file hides nothing of what comes after it.
#[test]
fn what_stands_behind_tests_is_read_too() {
    let text = "mod a;\n#[cfg(test)]\nmod tests;\nmod b; // why\n#[cfg(test)]\n#[path = \"x.rs\"]\nmod more {\n    use crate::desk;\n}\nimpl X {\n    #[cfg(test)]\n    fn only(\n        a: u8,\n    ) {\n        a;\n    }\n    fn both() {}\n}\n";
    let read: Vec<&str> = code_lines(text).map(|it| it.1).collect();
    assert_eq!(read, ["mod a;", "mod b;", "impl X {", "    fn both() {}", "}"]);
    let lines = |room: &str| {
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(room)).iter().map(|it| code_lines(&it.1).count()).sum::<usize>()
    };
    assert!(lines("geometry/topology") > 1_000, "{}", lines("geometry/topology"));
}

fn sources(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|it| it == "rs") {
            found.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
        }
    }
    found
}
