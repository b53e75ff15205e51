//! The main journey through the same door as the window: load, overlay, draw, compare, save, lose power, reopen.

use std::path::Path;

use planraum::{
    app::seat::Seat,
    desk::{
        action::{Action, Asking, Drawing, Export, FileWork, LookAt, PlanWork, Showing},
        look::{Page, Settings, Tool},
        notes::Tone,
    },
    geometry::DistrictIx,
    model::{
        id::{DistrictKey, IndicatorId},
        saved_view::Level,
    },
};

/// A planner at a desk with hands of their own.
struct Planner(Seat);

impl std::ops::Deref for Planner {
    type Target = Seat;

    fn deref(&self) -> &Seat {
        &self.0
    }
}

impl Planner {
    fn at(folder: &Path) -> Self {
        Self(Seat::in_folder(folder, Settings::default()))
    }

    fn does(&mut self, action: Action) {
        self.0.does(action, "2026-11-23T14:32");
    }

    fn district(&self, key: &str) -> DistrictIx {
        self.desk.catalog().register.find(&DistrictKey::new(key)).unwrap()
    }

    /// One stroke of the brush over the middle of each district.
    fn paints(&mut self, keys: &[&str], area: &str) {
        let plan = self.desk.shown_plan().unwrap();
        let target = plan.areas.iter().find(|it| it.code == area).map(|it| it.id);
        let middles: Vec<_> = keys.iter().map(|it| self.desk.catalog().ground.locator.centre(self.district(it)).unwrap()).collect();
        self.does(Action::Draw(Drawing::Tool(Tool::Paint)));
        let brush = planraum::desk::look::Brush { target, radius: 0.0, ..self.desk.look().brush.clone() };
        self.does(Action::Draw(Drawing::Brush(brush)));
        for middle in middles {
            self.does(Action::Draw(Drawing::Begin { at: middle, erase: false }));
            self.does(Action::Draw(Drawing::End));
        }
    }

    fn population(&self, area: &str) -> f64 {
        let plan = self.desk.shown_plan().unwrap();
        let area = plan.areas.iter().find(|it| it.code == area).unwrap().id;
        self.desk.board().unwrap().row(area).unwrap().balance.value.unwrap()
    }

    fn shows_plan(&mut self, name: &str) {
        let plan = self.desk.project().plan_named(name).unwrap().id;
        self.does(Action::Look(LookAt::Plan(plan)));
    }

    fn was_refused(&self) -> Vec<String> {
        let notes = self.desk.notes().notes().iter().filter(|it| it.tone == Tone::Refusal);
        notes.map(|it| self.desk.words().tell(&it.message)).collect()
    }
}

#[test]
fn load_overlay_draw_compare_save_reopen() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("Landkreis Göttingen.planraum");
    let mut planner = Planner::at(folder.path());
    planner.does(Action::File(FileWork::OpenSample));
    assert_eq!(planner.desk.look().page, Page::Planning);

    planner.does(Action::Look(LookAt::Indicator(IndicatorId::new("kinder_sgb2"))));
    planner.does(Action::Look(LookAt::Level(Level::Areas)));
    planner.shows_plan("Entwurf A (fiktiv)");
    let overlay = planner.desk.overlay().unwrap().as_ref().as_ref().unwrap().get().clone();
    assert_eq!(overlay.units.len(), 7);
    assert_eq!(planner.population("R1"), 31_128.0);
    assert_eq!(planner.population("R7"), 120_261.0);

    // Bovenden goes from R3 to R7 in a copy, with one stroke.
    let plan = planner.desk.shown_plan().unwrap().id;
    planner.does(Action::Plan(PlanWork::Duplicate(plan)));
    let copy = planner.desk.shown_plan().unwrap().clone();
    assert_ne!(copy.id, plan);
    planner.paints(&["03159007"], "R7");
    assert_eq!(planner.population("R7"), 120_261.0 + 14_095.0);
    assert_eq!(planner.population("R3"), 30_010.0 - 14_095.0);

    planner.does(Action::Look(LookAt::Compare(vec![plan, copy.id])));
    planner.does(Action::Look(LookAt::Page(Page::Comparison)));
    let compared = planner.desk.compared(plan, copy.id).unwrap();
    assert_eq!(compared.get().moved.people.value, Some(14_095.0));
    assert_eq!(compared.get().changed.len(), 1);
    planner.does(Action::Look(LookAt::Page(Page::Planning)));
    planner.does(Action::Show(Showing::SaveView { title: "Südharz".into(), sentence: String::new() }));

    assert!(planner.desk.is_unsaved());
    planner.does(Action::File(FileWork::SaveAs(file.clone())));
    assert!(!planner.desk.is_unsaved(), "{:?}", planner.was_refused());
    planner.paints(&["03159029"], "R7");
    assert!(planner.desk.is_unsaved());
    let (project, steps) = (planner.desk.project().as_ref().clone(), planner.desk.history().taken());
    drop(planner); // the program ends without a word: nothing is closed, nothing saved

    let mut later = Planner::at(folder.path());
    let left = later.desk.start_page().left_behind.clone();
    assert_eq!(left.len(), 1, "the working copy is offered");
    later.does(Action::File(FileWork::Resume(left[0].path.clone())));
    assert_eq!(later.desk.project().as_ref(), &project, "no stroke is lost");
    assert_eq!(later.desk.history().taken(), steps);
    later.does(Action::Undo);
    later.shows_plan(&copy.name);
    assert_eq!(later.population("R7"), 120_261.0 + 14_095.0);
    later.does(Action::Redo);
    assert_eq!(later.desk.project().as_ref(), &project);
    later.does(Action::File(FileWork::Save));
    assert!(later.was_refused().is_empty(), "{:?}", later.was_refused());
    later.does(Action::File(FileWork::Close));

    let mut again = Planner::at(folder.path());
    assert!(again.desk.start_page().left_behind.is_empty());
    again.does(Action::File(FileWork::Open(file)));
    assert_eq!(again.desk.project().as_ref(), &project);
    assert_eq!(again.desk.project().views.last().unwrap().title, "Südharz");
}

#[test]
fn what_leaves_the_house_is_written_where_it_was_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let mut planner = Planner::at(folder.path());
    planner.does(Action::File(FileWork::OpenSample));
    planner.shows_plan("Entwurf A (fiktiv)");
    planner.does(Action::Look(LookAt::Indicator(IndicatorId::new("kinder_sgb2"))));
    for (export, name, contains) in [
        (Export::Map, "karte.svg", "Beispielwert (erfunden)"),
        (Export::Table, "tabelle.csv", "03159016"),
        (Export::Areas, "räume.geojson", "FeatureCollection"),
        (Export::Assignment, "zuordnung.csv", "03159016;R7"),
    ] {
        let path = folder.path().join(name);
        planner.does(Action::File(FileWork::Path(Asking::Export(export), Some(path.clone()))));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|cause| panic!("{name}: {cause}; {:?}", planner.was_refused()));
        assert!(text.contains(contains), "{name}: {}", text.chars().take(400).collect::<String>());
    }
}

#[test]
fn a_refused_file_leaves_everything_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let mut planner = Planner::at(folder.path());
    planner.does(Action::File(FileWork::OpenSample));
    let before = planner.desk.project().as_ref().clone();
    let catalog = planner.desk.catalog().revision;
    for (name, bytes) in
        [("leer.geojson", &b""[..]), ("kaputt.json", b"{\"type\": \"FeatureCollection\", \"features\": [{"), ("bild.png", b"\x89PNG\r\n")]
    {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        planner.does(Action::File(FileWork::Open(path)));
        let refused = planner.was_refused();
        assert!(refused.last().is_some_and(|it| it.contains(name)), "{name}: {refused:?}");
        assert_eq!(planner.desk.project().as_ref(), &before);
        assert_eq!(planner.desk.catalog().revision, catalog);
    }
    planner.does(Action::File(FileWork::Open(folder.path().join("gibt es nicht.planraum"))));
    assert!(planner.was_refused().last().is_some_and(|it| it.contains("gibt es nicht.planraum")));
}

/// A project whose first bytes were destroyed was taken for a table, and a damaged working copy of a file that is opened by itself
/// was told on the start page only.
#[test]
fn what_is_damaged_is_told_where_its_file_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Kreis.planraum");
    let mut planner = Planner::at(folder.path());
    planner.does(Action::File(FileWork::OpenSample));
    planner.does(Action::File(FileWork::Path(Asking::SaveAs, Some(path.clone()))));
    planner.does(Action::Show(Showing::SaveView { title: "Danach".into(), sentence: String::new() }));
    drop(planner);
    let copies: Vec<_> =
        std::fs::read_dir(folder.path().join("working")).unwrap().flatten().map(|it| it.path().join("copy.planraum")).collect();
    let [copy] = copies.as_slice() else { panic!("{copies:?}") };
    let whole = std::fs::read(copy).unwrap();
    std::fs::write(copy, &whole[..8_192]).unwrap();
    let mut planner = Planner::at(folder.path());
    planner.does(Action::File(FileWork::Open(path.clone())));
    let warned: Vec<_> = planner.desk.notes().notes().iter().filter(|it| it.tone == Tone::Warning).collect();
    let told = warned.iter().map(|it| planner.desk.words().tell(&it.message)).find(|it| it.contains("Die Arbeitskopie ist beschädigt"));
    assert!(told.is_some_and(|it| it.contains("Hier ist der gespeicherte Stand zu sehen.") && it.contains("copy.planraum")));

    let broken = folder.path().join("kaputt.planraum");
    let bytes = std::fs::read(&path).unwrap();
    for start in [&[0_u8; 200][..], b"a;b\n1;2\n", b"{\"type\":"] {
        std::fs::write(&broken, [start, &bytes[start.len()..]].concat()).unwrap();
        planner.does(Action::File(FileWork::Open(broken.clone())));
        let refused = planner.was_refused();
        let told = refused.last().unwrap();
        assert!(told.contains("beschädigt oder war nie ein Projekt") && told.contains("aus der Datensicherung Ihres Hauses"), "{told}");
    }
}
