//! What a killed program leaves behind: the file old or new and whole, every acknowledged step, a lock that doesn't lock anybody out.
//!
//! The parent starts this very test binary again as a child that draws and saves, reads what the child acknowledges, and kills it.
use planraum::{
    model::{
        id::{AreaId, DistrictKey, PlanId},
        plan::Plan,
        planning_area::{Colour, Lock, PlanningArea},
    },
    project::{Command, PlanChange, Project},
    storage::project_file::{Access, Blocks, How, Opened, ProjectFiles},
    words::Message,
};
use std::{
    env, fs,
    io::{self, BufRead, BufReader, Read, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Stdio},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

const ROLE: &str = "PLANRAUM_TEST_ROLE";
const DATA: &str = "PLANRAUM_TEST_WORKPLACE";
const FILE: &str = "PLANRAUM_TEST_FILE";
const FIRST: &str = "PLANRAUM_TEST_FIRST";
const KILLS: u64 = 120;

/// What stands after so many works: which strokes are in the history, and how many of them are done.
#[derive(Debug, Clone, PartialEq, Default)]
struct Expected {
    strokes: Vec<u64>,
    taken: usize,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Work {
    Stroke,
    Undo,
    Redo,
}

impl Expected {
    fn after(works: u64) -> Self {
        let mut expected = Self::default();
        (0..works).for_each(|it| expected.work(it));
        expected
    }

    /// Seven strokes, one undone; a stroke in its place; that one undone and redone; and so on.
    fn next(&self, number: u64) -> Work {
        match number % 11 {
            7 | 9 => Work::Undo,
            10 if self.taken < self.strokes.len() => Work::Redo,
            _ => Work::Stroke,
        }
    }

    fn work(&mut self, number: u64) {
        match self.next(number) {
            Work::Undo => self.taken -= 1,
            Work::Redo => self.taken += 1,
            Work::Stroke => {
                self.strokes.truncate(self.taken);
                self.strokes.push(number);
                self.taken += 1;
            }
        }
    }

    fn project(&self) -> Project {
        let mut project = county();
        for number in self.strokes.iter().take(self.taken) {
            project.apply(stroke(*number)).unwrap();
        }
        project
    }
}

fn county() -> Project {
    let mut plan = Plan::empty(PlanId(1), "Entwurf");
    plan.areas = (1..=5)
        .map(|it| PlanningArea {
            id: AreaId(it),
            code: format!("R{it}"),
            name: format!("Raum {it}"),
            colour: Colour::of_area(it as usize),
            reason: String::new(),
            lock: Lock::Free,
        })
        .collect();
    Project { name: "Landkreis".into(), plans: vec![plan], ..Project::default() }
}

fn stroke(number: u64) -> Command {
    let place = |it: u64| (DistrictKey::new(format!("03159{:03}", (number * 7 + it) % 60)), Some(AreaId((number % 5) as u32 + 1)));
    Command::Together(vec![
        Command::InPlan(PlanId(1), PlanChange::Assign((0..5).map(place).collect())),
        Command::InPlan(PlanId(1), PlanChange::Describe(format!("Strich {number}"))),
    ])
}

/// The child: does nothing in an ordinary run of the tests.
#[test]
fn child() {
    match env::var(ROLE).as_deref() {
        Ok("draw") => draw(),
        Ok("race") => race(),
        _ => {}
    }
}

fn say(line: &str) {
    let mut out = io::stdout();
    out.write_all(format!("\n{line}\n").as_bytes()).and_then(|()| out.flush()).unwrap();
}

fn place_named(name: &str) -> PathBuf {
    PathBuf::from(env::var_os(name).unwrap())
}

/// The work that was left, or the file with its history.
fn reopen(files: &ProjectFiles, file: &Path) -> Opened {
    match files.unfinished().as_slice() {
        [] => files.open(file, How::Edit).unwrap(),
        [one] => files.resume(&one.folder).unwrap(),
        many => panic!("{many:?}"),
    }
}

fn draw() {
    let files = ProjectFiles::in_folder(&place_named(DATA)).unwrap();
    let mut opened = reopen(&files, &place_named(FILE));
    let first: u64 = env::var(FIRST).unwrap().parse().unwrap();
    let mut expected = Expected::after(first);
    say("ready");
    for number in first.. {
        let next = expected.next(number);
        expected.work(number);
        match next {
            Work::Stroke => {
                let title = Message::new("project-name-empty");
                let step = opened.history.take(&mut opened.project, stroke(number), title, "2026-11-23T14:32".into()).unwrap();
                opened.store.record(step).unwrap();
            }
            Work::Undo => assert!(opened.history.undo(&mut opened.project).unwrap()),
            Work::Redo => assert!(opened.history.redo(&mut opened.project).unwrap()),
        }
        if next != Work::Stroke {
            opened.store.set_taken(opened.history.taken()).unwrap();
        }
        let done = number + 1;
        say(&format!("ack {done}"));
        if done % 5 == 0 {
            say(&format!("saving {done}"));
            opened.store.save().unwrap();
            say(&format!("saved {done}"));
        }
    }
}

/// Opens the file, says how that went, and keeps it until nobody listens any more.
fn race() {
    let files = ProjectFiles::in_folder(&place_named(DATA)).unwrap();
    say("ready");
    io::stdin().lock().read_line(&mut String::new()).unwrap();
    let opened = files.open(&place_named(FILE), How::Edit).unwrap();
    match &opened.access {
        Access::Edit => say("mine"),
        Access::ReadBecauseOpen(holder) => say(&format!("held {}", holder.process)),
        other => panic!("{other:?}"),
    }
    io::stdin().lock().read_to_string(&mut String::new()).unwrap();
}

fn start(role: &str, data: &Path, file: &Path, first: u64) -> Child {
    std::process::Command::new(env::current_exe().unwrap())
        .args(["recovery::child", "--exact", "--nocapture", "--test-threads=1"])
        .env(ROLE, role)
        .env(DATA, data)
        .env(FILE, file)
        .env(FIRST, first.to_string())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Everything else the child says, until it is gone. Without somebody reading it would wait for ever.
fn listen(mut out: BufReader<ChildStdout>) -> JoinHandle<Vec<String>> {
    thread::spawn(move || {
        let mut text = String::new();
        out.read_to_string(&mut text).unwrap();
        let complete = text.rfind('\n').map_or(0, |it| it + 1);
        text[..complete].lines().map(str::to_owned).collect()
    })
}

fn numbers<'a>(lines: &'a [String], word: &'a str) -> impl Iterator<Item = u64> + 'a {
    lines.iter().filter_map(move |it| it.strip_prefix(word)?.strip_prefix(' ')?.parse().ok())
}

struct Scene {
    folder: tempfile::TempDir,
    file: PathBuf,
}

impl Scene {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("Freigabe")).unwrap();
        let file = folder.path().join("Freigabe").join("Räume Süd.planraum");
        let files = ProjectFiles::in_folder(&folder.path().join("daten")).unwrap();
        let mut opened = files.create(&county(), &Blocks::new()).unwrap();
        opened.store.save_as(&file).unwrap();
        opened.store.close();
        Self { folder, file }
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("daten")
    }
}

/// What is known for certain: so many works were acknowledged, and the file holds one of these states.
struct Known {
    done: u64,
    saved: u64,
}

#[test]
fn killed_at_any_moment_nothing_acknowledged_is_lost() {
    let scene = Scene::new();
    let mut known = Known { done: 0, saved: 0 };
    let (mut slowest, mut inside_a_save, mut inside_the_opening, mut chance) = (Duration::ZERO, 0, 0, 0x2026_u64);
    for kill in 0..KILLS {
        let mut child = start("draw", &scene.data(), &scene.file, known.done);
        let mut out = BufReader::new(child.stdout.take().unwrap());
        if kill % 3 != 0 {
            wait_for("ready", &mut out); // else the opening is hit as well
        }
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let listener = listen(out);
        thread::sleep(Duration::from_millis(1 + (chance >> 33) % 250));
        child.kill().unwrap();
        child.wait().unwrap();
        let lines = listener.join().unwrap();
        assert!(!lines.iter().any(|it| it.contains("panicked")), "{lines:?}");
        inside_a_save += u32::from(numbers(&lines, "saving").last() != numbers(&lines, "saved").last());
        inside_the_opening += u32::from(kill % 3 == 0 && !lines.iter().any(|it| it == "ready"));
        slowest = slowest.max(check(&scene, &mut known, &lines));
    }
    assert!(slowest < Duration::from_secs(2), "recovery took {slowest:?}");
    assert!(known.done > 50 && inside_a_save > 0, "{} works, {inside_a_save} kills inside a save", known.done);
    let told = format!(
        "{KILLS} kills ({inside_a_save} inside a save, {inside_the_opening} before the project was open), {} works, slowest recovery {slowest:?}",
        known.done
    );
    io::stderr().write_all(format!("{told}\n").as_bytes()).unwrap();
    let left: Vec<_> = fs::read_dir(scene.file.parent().unwrap()).unwrap().flatten().map(|it| it.file_name()).collect();
    assert_eq!(left.len(), 1, "{left:?}");
}

fn wait_for(word: &str, out: &mut impl BufRead) {
    let mut line = String::new();
    while line.trim() != word {
        line.clear();
        assert!(out.read_line(&mut line).unwrap() > 0, "the child ended before it said {word}");
    }
}

/// The file is one of the states it may be in, the working copy holds everything acknowledged; gives how long opening took.
fn check(scene: &Scene, known: &mut Known, lines: &[String]) -> Duration {
    let acknowledged = numbers(lines, "ack").last().unwrap_or(known.done);
    let saved = numbers(lines, "saved").last().unwrap_or(known.saved);
    let saving = numbers(lines, "saving").last().unwrap_or(saved);
    let files = ProjectFiles::in_folder(&scene.data()).unwrap();

    let file = files.read(&scene.file).unwrap().project;
    known.saved =
        [saved, saving].into_iter().find(|it| Expected::after(*it).project() == file).expect("the file is the old or the new one");

    let began = Instant::now();
    let opened = reopen(&files, &scene.file);
    let took = began.elapsed();
    assert_eq!(opened.access, Access::Edit, "the killed child's lock is taken over");
    let same = |works: &u64| {
        let expected = Expected::after(*works);
        (opened.history.steps().len(), opened.history.taken()) == (expected.strokes.len(), expected.taken)
            && opened.project == expected.project()
            && opened.history.steps().iter().zip(&expected.strokes).all(|(step, number)| step.done == stroke(*number))
    };
    // The last work may have been kept without its acknowledgement reaching anybody.
    known.done = [acknowledged, acknowledged + 1].into_iter().find(same).expect("nothing acknowledged is lost");
    opened.store.close();
    took
}

#[test]
fn of_two_programs_that_open_a_file_at_once_one_may_edit() {
    let scene = Scene::new();
    for round in 0..12 {
        // The same user's second window, or a colleague with a workplace of her own.
        let other_data = if round % 2 == 0 { scene.data() } else { scene.folder.path().join("kollegin") };
        let mut children = [start("race", &scene.data(), &scene.file, 0), start("race", &other_data, &scene.file, 0)];
        let mut outs: Vec<_> = children.iter_mut().map(|it| BufReader::new(it.stdout.take().unwrap())).collect();
        outs.iter_mut().for_each(|it| wait_for("ready", it));
        for child in &mut children {
            child.stdin.as_mut().unwrap().write_all(b"go\n").unwrap();
        }
        let answers: Vec<String> = outs.iter_mut().map(answer).collect();
        let winner = answers.iter().position(|it| it == "mine").expect("one of them may edit");
        assert_eq!(answers[1 - winner], format!("held {}", children[winner].id()), "the other learns who");
        children[winner].kill().unwrap();
        for (child, out) in children.iter_mut().zip(outs) {
            drop(child.stdin.take()); // the loser ends by itself
            listen(out).join().unwrap();
            child.wait().unwrap();
        }
        let third = ProjectFiles::in_folder(&scene.data()).unwrap().open(&scene.file, How::Edit).unwrap();
        assert_eq!(third.access, Access::Edit, "round {round}: a dead program holds no lock");
    }
}

/// The first line that tells how the opening went.
fn answer(out: &mut BufReader<ChildStdout>) -> String {
    loop {
        let mut line = String::new();
        assert!(out.read_line(&mut line).unwrap() > 0, "the child ended without an answer");
        if line.starts_with("mine") || line.starts_with("held") {
            return line.trim().to_owned();
        }
    }
}
