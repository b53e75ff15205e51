//! Whoever opens a project again is where they were; the program may have ended without a word in between.

use std::path::{Path, PathBuf};

use planraum::{
    app::seat::Seat,
    desk::{
        action::{Action, FileWork, LookAt},
        look::{Colouring, Settings},
    },
    model::{
        id::IndicatorId,
        period::Period,
        saved_view::{Extent, Level},
    },
    project::Command,
};

struct Planner(Seat);

impl Planner {
    fn at(folder: &Path) -> Self {
        Self(Seat::in_folder(&folder.join("daten"), Settings::default()))
    }

    fn does(&mut self, action: Action) {
        self.0.does(action, "2026-11-23T14:32");
    }

    fn looks(&mut self, at: LookAt) {
        self.does(Action::Look(at));
    }

    /// Another plan, indicator, period and part of the map than those that a project opens with.
    fn goes_elsewhere(&mut self) {
        let bounds = self.0.desk.catalog().ground.topology.bounds().unwrap();
        let plan = self.0.desk.project().plans[2].id;
        assert_ne!(self.0.desk.look().plan, Some(plan));
        self.looks(LookAt::Plan(plan));
        self.looks(LookAt::Indicator(IndicatorId::new("arbeitslose")));
        self.looks(LookAt::Period(Period::parse("2019").unwrap()));
        self.looks(LookAt::Level(Level::Areas));
        self.looks(LookAt::Colouring(Colouring::Areas));
        self.looks(LookAt::WithCity(false));
        self.looks(LookAt::Extent(Some(Extent { centre: bounds.centre(), height: 9_000.0 })));
    }

    /// What is found again.
    fn place(&self) -> String {
        let look = self.0.desk.look();
        let (plan, indicator, period) = (look.plan, &look.indicator, &look.period);
        format!("{plan:?} {indicator:?} {period:?} {:?} {:?} {} {:?}", look.level, look.colouring, look.with_city, look.extent)
    }
}

#[test]
fn a_reopened_project_is_where_it_was_left() {
    let folder = tempfile::tempdir().unwrap();
    let mut planner = Planner::at(folder.path());
    planner.does(Action::File(FileWork::OpenSample));
    planner.goes_elsewhere();
    let (place, file) = (planner.place(), folder.path().join("kreis.planraum"));
    planner.does(Action::File(FileWork::SaveAs(file.clone())));
    planner.does(Action::File(FileWork::Close));
    planner.does(Action::File(FileWork::Open(file.clone())));
    assert_eq!(planner.place(), place);
    drop(planner);
    let mut tomorrow = Planner::at(folder.path());
    tomorrow.does(Action::File(FileWork::Open(file)));
    assert_eq!(tomorrow.place(), place);
}

#[test]
fn after_a_crash_one_goes_on_where_one_was() {
    let folder = tempfile::tempdir().unwrap();
    let mut planner = Planner::at(folder.path());
    planner.does(Action::File(FileWork::OpenSample));
    planner.does(Action::Edit(Command::Rename("Anders".into())));
    planner.goes_elsewhere();
    let place = planner.place();
    drop(planner); // nothing is closed
    let mut next = Planner::at(folder.path());
    let left: Vec<PathBuf> = next.0.desk.start_page().left_behind.iter().map(|it| it.path.clone()).collect();
    assert_eq!(left.len(), 1);
    next.does(Action::File(FileWork::Resume(left[0].clone())));
    assert_eq!(next.0.desk.project().name, "Anders");
    assert_eq!(next.place(), place);
}

#[test]
fn what_is_gone_meanwhile_gives_way_to_what_one_sees_first() {
    let folder = tempfile::tempdir().unwrap();
    let mut planner = Planner::at(folder.path());
    planner.does(Action::File(FileWork::OpenSample));
    let (first, file) = (planner.place(), folder.path().join("kreis.planraum"));
    planner.does(Action::File(FileWork::SaveAs(file.clone())));
    planner.does(Action::File(FileWork::Close));
    planner.does(Action::File(FileWork::Open(file.clone())));
    assert_eq!(planner.place(), first, "whoever went nowhere sees the first view");
    planner.looks(LookAt::Extent(Some(Extent { centre: [0.0, 0.0], height: 100.0 })));
    planner.looks(LookAt::Indicator(IndicatorId::new("gibt_es_nicht")));
    planner.does(Action::File(FileWork::Close));
    planner.does(Action::File(FileWork::Open(file)));
    assert!(planner.0.desk.look().extent.is_none(), "nobody looks at an empty map");
    assert!(planner.0.desk.shown_indicator().is_some());
}
