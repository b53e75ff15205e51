//! The hand: a desk with somebody who runs its errands at once, and a small county to try things on.

use std::{collections::BTreeMap, sync::Arc};

use planraum::{
    analysis::{assignment::Assignment, city::CitySwitch, figures::FigureOptions, figures::PlanFigures},
    cartography::{palette, picture::Picture},
    desk::{
        Desk,
        action::{Action, Drawing, FileWork},
        answers::answer,
        board::{AreaRow, Board},
        errand::{Done, Errand, Opened, Report, Work},
        look::{Brush, Settings, Tool},
        picture::PictureKey,
    },
    geometry::{DistrictIx, Point, locate::Locator, projection::Crs, simplify::Importance, synthetic, topology::Topology},
    model::{
        catalog::{Catalog, District, Ground, Register, Series},
        finding::Findings,
        id::{AreaId, DistrictKey, IndicatorId, PlanId},
        indicator::{Indicator, Pooling, Role},
        period::Period,
        plan::Plan,
        planning_area::{Colour, Lock, PlanningArea},
        value::{Cell, Finite, State},
    },
    project::{Project, history::History, history::Step},
    words::Message,
};

/// A desk whose errands are run at once, and the picture on its wall.
pub struct Hand {
    pub desk: Desk,
    /// The picture as a window keeps it: put right where districts moved, made anew where more changed.
    kept: Option<(PictureKey, Picture)>,
    /// How often it was put right, and how often made anew.
    pub pictures: (usize, usize),
    /// What was to be written down, in order.
    pub steps: Vec<Step>,
    /// Errands that only a window could run.
    pub left: Vec<Errand>,
}

impl Hand {
    /// A desk with this project open on it.
    pub fn over(catalog: Catalog, project: Project) -> Self {
        let mut hand = Self { desk: Desk::new(Settings::default()), kept: None, pictures: (0, 0), steps: Vec::new(), left: Vec::new() };
        hand.desk.set_clock("2026-11-23T14:32");
        let asked = hand.desk.run(Action::File(FileWork::OpenSample));
        let [Errand::Job { job, work: Work::OpenSample }] = asked[..] else { panic!("opening is a job: {asked:?}") };
        let opened = Opened {
            project,
            history: History::default(),
            catalog: Arc::new(catalog),
            path: None,
            saved_at: None,
            place: None,
            findings: Findings::default(),
            read_only: None,
            unsaved: false,
            reading: None,
            beside: Default::default(),
        };
        hand.report(Report::Done { job, result: Box::new(Done::Opened(Box::new(opened))) });
        hand
    }

    /// The small county, its plan shown.
    pub fn over_small_county() -> Self {
        Self::over(small_county(), Project { name: "Klein".into(), plans: vec![small_plan()], ..Project::default() })
    }

    /// Does something and everything that follows from it.
    pub fn run(&mut self, action: Action) {
        let errands = self.desk.run(action);
        self.perform(errands);
    }

    /// Draws something.
    pub fn draw(&mut self, drawing: Drawing) {
        self.run(Action::Draw(drawing));
    }

    fn report(&mut self, report: Report) {
        let errands = self.desk.finish(report);
        self.perform(errands);
    }

    fn perform(&mut self, errands: Vec<Errand>) {
        for errand in errands {
            match errand {
                Errand::Answer { question, catalog, project } => {
                    let answer = answer(&question, &catalog, &project);
                    self.report(Report::Answered(question, Box::new(answer)));
                }
                Errand::Record { session, step, taken } => {
                    self.steps.push(*step);
                    self.report(Report::Recorded { session, taken });
                }
                Errand::Adopt(_) => {}
                other => self.left.push(other),
            }
        }
    }

    /// A brush of so many metres that paints into an area.
    pub fn take_brush(&mut self, area: u32, radius: f64) {
        self.draw(Drawing::Tool(Tool::Paint));
        self.draw(Drawing::Brush(Brush { target: Some(AreaId(area)), radius, ..Brush::default() }));
    }

    /// Changes the brush at hand.
    pub fn brush(&mut self, change: impl FnOnce(&mut Brush)) {
        let mut brush = self.desk.look().brush.clone();
        change(&mut brush);
        self.draw(Drawing::Brush(brush));
    }

    /// The button goes down at the first place, over the others, and stays down.
    pub fn drag(&mut self, places: &[Point]) {
        let (first, rest) = places.split_first().unwrap();
        self.draw(Drawing::Begin { at: *first, erase: false });
        rest.iter().for_each(|it| self.draw(Drawing::To(*it)));
    }

    /// A whole stroke.
    pub fn stroke(&mut self, places: &[Point]) {
        self.drag(places);
        self.draw(Drawing::End);
    }

    pub fn board(&self) -> &Board {
        self.desk.board().expect("the board is there")
    }

    pub fn plan(&self) -> &Plan {
        self.desk.shown_plan().expect("a plan is shown")
    }

    pub fn row(&self, area: u32) -> AreaRow {
        self.board().row(AreaId(area)).expect("the area is there")
    }

    /// The people of an area as the board has them now.
    pub fn people(&self, area: u32) -> Option<f64> {
        self.row(area).balance.value
    }

    /// The area of a district in the project.
    pub fn area_of(&self, key: &str) -> Option<u32> {
        self.plan().area_of.get(&key.into()).map(|it| it.0)
    }

    /// The number of the district with a key.
    pub fn district(&self, key: &str) -> DistrictIx {
        self.desk.catalog().register.find(&key.into()).unwrap()
    }

    /// A place within a district.
    pub fn middle(&self, key: &str) -> Point {
        self.desk.catalog().ground.locator.centre(self.district(key)).unwrap()
    }

    /// How many steps are done.
    pub fn taken(&self) -> usize {
        self.desk.history().taken()
    }

    /// The notes that are shown, in German.
    pub fn notes(&self) -> Vec<String> {
        self.desk.notes().notes().iter().map(|it| self.tell(&it.message)).collect()
    }

    pub fn tell(&self, message: &Message) -> String {
        self.desk.words().tell(message).replace(['\u{2068}', '\u{2069}'], "")
    }

    /// Undoes everything there is.
    pub fn undo_all(&mut self) {
        while self.taken() > 0 {
            self.run(Action::Undo);
        }
    }

    /// Does everything again.
    pub fn redo_all(&mut self) {
        while self.desk.history().to_redo().is_some() {
            self.run(Action::Redo);
        }
    }

    /// A frame is drawn: the kept picture must be what making it anew would give.
    pub fn see(&mut self) {
        let wanted = self.desk.picture_key(palette::Ground::Light, None);
        let kept = self.kept.take();
        let followed = kept.and_then(|(had, mut picture)| {
            let same = had == wanted || self.desk.follow_picture(&mut picture, &had, &wanted).is_some();
            same.then_some(picture)
        });
        let made = self.desk.picture(palette::Ground::Light).expect("there is a picture");
        if let Some(picture) = &followed {
            assert_eq!(picture, &made);
            self.pictures.0 += 1;
        } else {
            self.pictures.1 += 1;
        }
        self.kept = Some((wanted, followed.unwrap_or(made)));
    }

    /// What must hold whenever no stroke runs: the board says what working everything out afresh would say, every district
    /// is in one area or none, and nobody is lost.
    pub fn check(&self) {
        let (catalog, board) = (self.desk.catalog(), self.board());
        let assignment = Assignment::of(self.plan(), &catalog.register);
        assert_eq!(board.assignment(), &assignment);
        assert_eq!(board.assignment_before(), &assignment);
        let city = CitySwitch::new(&catalog.register, &self.desk.project().city, self.desk.look().with_city);
        let options = FigureOptions { city, period: self.desk.counting_period().cloned(), ..FigureOptions::default() };
        assert_eq!(board.figures(), &PlanFigures::of(catalog, self.plan(), &assignment, &options));
        assert_eq!(board.figures_before(), board.figures());
        let mut afresh = Board::of(catalog, self.plan(), self.desk.project(), self.desk.look().with_city);
        afresh.show_period(self.plan(), self.desk.counting_period());
        assert_eq!(board.unassigned(), afresh.unassigned(), "surface and sums were counted along");
        assert_eq!(board.enclaves(self.plan()), afresh.enclaves(self.plan()));
        let open = assignment.unassigned().iter().filter(|it| !catalog.is_uninhabited(**it)).count();
        assert_eq!((board.unassigned().districts, board.to_place().count()), (open, open));
        assert_eq!(board.unassigned(), board.unassigned_before());
        let homes: usize = (0..assignment.areas().len()).map(|it| assignment.members(it).len()).sum();
        assert_eq!(homes + assignment.unassigned().len(), catalog.register.len());
        let people: f64 = board.rows().chain([board.unassigned().clone()]).filter_map(|it| it.balance.value).sum();
        let all: f64 = catalog.population(self.desk.counting_period()).unwrap().1.iter().filter_map(Cell::known_value).sum();
        assert_eq!(people, all, "the areas and the rest together are the county");
    }
}

pub const SMALL: usize = 24;

/// Six columns and four rows of squares of 1 km, `d0` in the south-west. Column 0 and 1 are R1, 2 and 3 R2, 4 is R3; the last
/// column is open. `d23` is a forest without people. Samtgemeinden are blocks of four.
pub fn small_county() -> Catalog {
    let topology = Topology::build(&synthetic::grid(6, 4, 1000.0), 0.0).topology;
    let locator = Locator::new(&topology);
    let ground = Ground { locator, importance: Importance::of(&topology), topology, crs: Crs::from_epsg(25832).unwrap() };
    let district = |it: usize| {
        let group = format!("SG {}", (it % 6) / 2 + 3 * (it / 12));
        District { key: key(it), name: format!("Ort {it}"), attributes: BTreeMap::from([("samtgemeinde".to_owned(), group)]) }
    };
    let register = Register::new((0..SMALL).map(district).collect());
    let people = Indicator { role: Some(Role::Population), ..named("people", Pooling::Sum, 1.0) };
    let inhabitants = |it: usize| if it == SMALL - 1 { 0.0 } else { 100.0 * (it + 1) as f64 };
    let share = |it: usize| {
        let (top, bottom) = ((it % 5 + 2) as f64, 100.0 * (it + 1) as f64);
        let counts = (Finite::new(top), Finite::new(bottom));
        Cell { state: State::Known, value: Finite::new(100.0 * top / bottom), numerator: counts.0, denominator: counts.1, ..Cell::ABSENT }
    };
    let series = vec![
        series(people, "2023-12-31", |it| Cell::known(inhabitants(it))),
        series(named("quota", Pooling::Ratio, 100.0), "2023", |it| if it == SMALL - 1 { Cell::ABSENT } else { share(it) }),
    ];
    Catalog::new(Arc::new(register), Arc::new(ground), series, Vec::new(), 1)
}

fn key(number: usize) -> DistrictKey {
    DistrictKey::new(format!("d{number}"))
}

fn named(id: &str, pooling: Pooling, factor: f64) -> Indicator {
    Indicator { pooling, factor, ..Indicator::named(IndicatorId::new(id)) }
}

fn series(indicator: Indicator, period: &str, cell: impl Fn(usize) -> Cell) -> Arc<Series> {
    let mut series = Series::empty(indicator, vec![Period::parse(period).unwrap()], SMALL);
    (0..SMALL).for_each(|it| series.put(0, DistrictIx(it as u32), cell(it)));
    Arc::new(series)
}

pub fn small_plan() -> Plan {
    let mut plan = Plan::empty(PlanId(1), "Entwurf A");
    plan.areas = (1..=3).map(area).collect();
    let home = |it: usize| Some(AreaId([1, 1, 2, 2, 3][it % 6]));
    plan.area_of = (0..SMALL).filter(|it| it % 6 < 5).filter_map(|it| Some((key(it), home(it)?))).collect();
    plan
}

fn area(number: u32) -> PlanningArea {
    PlanningArea {
        id: AreaId(number),
        code: format!("R{number}"),
        name: format!("Raum {number}"),
        colour: Colour::of_area(number as usize),
        reason: String::new(),
        lock: Lock::Free,
    }
}

/// The middle of the square in this column and row.
pub fn at(column: usize, row: usize) -> Point {
    [column as f64 * 1000.0 + 500.0, row as f64 * 1000.0 + 500.0]
}
