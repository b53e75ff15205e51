//! A desk with a small county of our own making on it, and a screen that shows one of its panels.
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use eframe::egui::{self, Ui, Vec2};
use egui_kittest::{
    Harness, Node,
    kittest::{NodeT as _, Queryable as _},
};
use geo::{MultiPolygon, Rect};
use planraum::{
    desk::{
        Desk,
        action::{Action, FileWork, LookAt},
        answers,
        errand::{Done, Errand, Opened, Report},
        look::Settings,
    },
    geometry::{DistrictIx, locate::Locator, projection::Crs, simplify::Importance, topology::Topology},
    model::{
        catalog::{Catalog, District, Ground, Register, Series, SeriesBreak},
        finding::Findings,
        id::{AreaId, DistrictKey, IndicatorId, PlanId},
        indicator::{Indicator, Pooling, Role},
        period::Period,
        plan::Plan,
        planning_area::{Colour, Lock, PlanningArea},
        value::{Cell, Finite, State, SuppressedBy},
    },
    project::{Project, history::History},
    views::theme,
    words::Language,
};

/// A panel of the planning page.
pub type Panel = fn(&mut Ui, &Desk, &mut Vec<Action>);

/// What a screen is made of.
pub struct Screen {
    pub desk: Desk,
    /// Everything that was asked for, in order.
    pub asked: Vec<Action>,
    panel: Panel,
    scheme: theme::Scheme,
    ready: bool,
}

/// A desk on which this project was opened.
pub fn opened(project: Project, catalog: Catalog, language: Language) -> Desk {
    let mut desk = Desk::new(Settings { language, ..Settings::default() });
    desk.set_clock("2026-11-23T14:32");
    let errands = desk.run(Action::File(FileWork::OpenSample));
    let job = errands.iter().find_map(|it| if let Errand::Job { job, .. } = it { Some(*job) } else { None }).unwrap();
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
    let errands = desk.finish(Report::Done { job, result: Box::new(Done::Opened(Box::new(opened))) });
    answer(&mut desk, errands);
    desk
}

/// Runs an action and answers whatever it makes the desk ask.
pub fn run(desk: &mut Desk, action: Action) {
    let errands = desk.run(action);
    answer(desk, errands);
}

fn answer(desk: &mut Desk, mut errands: Vec<Errand>) {
    while let Some(errand) = errands.pop() {
        if let Errand::Answer { question, catalog, project } = errand {
            let answer = answers::answer(&question, &catalog, &project);
            errands.extend(desk.finish(Report::Answered(question, Box::new(answer))));
        }
    }
}

/// Shows a panel of a desk; what it asks for is done before the next frame.
pub fn screen(desk: Desk, panel: Panel, size: Vec2, scheme: theme::Scheme) -> Harness<'static, Screen> {
    let state = Screen { desk, asked: Vec::new(), panel, scheme, ready: false };
    let mut harness = Harness::builder().with_size(size).with_max_steps(30).build_ui_state(show, state);
    harness.run_steps(4);
    harness
}

fn show(ui: &mut Ui, screen: &mut Screen) {
    if !screen.ready {
        theme::install(ui.ctx(), screen.scheme, true);
        screen.ready = true;
        return ui.ctx().request_repaint();
    }
    let rect = ui.ctx().content_rect();
    ui.painter().rect_filled(rect, 0.0, theme::Theme::of(ui.ctx()).tokens.panel);
    let mut asked = Vec::new();
    let mut child = ui.new_child(eframe::egui::UiBuilder::new().max_rect(rect));
    (screen.panel)(&mut child, &screen.desk, &mut asked);
    for action in asked {
        if !matches!(action, Action::Look(LookAt::Hover(_) | LookAt::HoverArea(_))) {
            screen.asked.push(action.clone()); // where the pointer happens to be is no request
        }
        run(&mut screen.desk, action);
    }
}

/// What can be used and carries this name; words that merely stand there are passed over.
pub fn part<'a>(harness: &'a Harness<'_, Screen>, name: &'a str) -> Node<'a> {
    let words = [egui::Role::Label, egui::Role::TextRun];
    let mut found: Vec<Node<'a>> = harness.query_all_by_label(name).filter(|it| !words.contains(&it.accesskit_node().role())).collect();
    assert!(found.len() == 1, "{} parts are called {name}", found.len());
    found.remove(0)
}

/// Clicks what carries this name.
pub fn click(harness: &mut Harness<'_, Screen>, name: &str) {
    part(harness, name).click();
    harness.run_steps(3);
}

/// Types over what stands in the field of this name and leaves it.
pub fn write(harness: &mut Harness<'_, Screen>, name: &str, text: &str) {
    part(harness, name).focus();
    harness.run_steps(2);
    harness.key_press_modifiers(eframe::egui::Modifiers::COMMAND, eframe::egui::Key::A);
    harness.run_steps(2);
    part(harness, name).type_text(text);
    harness.run_steps(2);
    harness.key_press(eframe::egui::Key::Enter);
    harness.run_steps(3);
}

/// Everything that can be used but has no name, or is too small to be hit.
pub fn faults(harness: &Harness<'_, Screen>) -> Vec<String> {
    let usable = [
        egui::Role::Button,
        egui::Role::RadioButton,
        egui::Role::Switch,
        egui::Role::CheckBox,
        egui::Role::ComboBox,
        egui::Role::Slider,
        egui::Role::TextInput,
        egui::Role::ColumnHeader,
        egui::Role::Row,
    ];
    let mut faults = Vec::new();
    for node in harness.root().children_recursive() {
        let node = node.accesskit_node();

        if !usable.contains(&node.role()) {
            continue;
        }
        if node.label().is_none_or(|it| it.trim().is_empty()) {
            faults.push(format!("{:?} has no name", node.role()));
        }
        let size = node.bounding_box().map_or((99.0, 99.0), |it| (it.x1 - it.x0, it.y1 - it.y0));
        if size.0 < 23.9 || size.1 < 17.9 {
            faults.push(format!("{:?} {:?} is only {size:?} large", node.role(), node.label()));
        }
    }
    faults
}

/// Nine squares of 1 km on a grid: three areas in rows of three, `d8` uninhabited, `d5` without area.
pub fn small(language: Language) -> Desk {
    small_with(language, |_| ())
}

/// The same after something was changed in its series: people, age7, poor, care, cases.
pub fn small_with(language: Language, change: impl FnOnce(&mut [Series])) -> Desk {
    let mut project = Project { name: "Kleiner Kreis".into(), ..Project::default() };
    project.plans = vec![protected(), plan()];
    project.city = BTreeSet::from([DistrictKey::new("d0")]);
    let mut all = all_series();
    change(&mut all);
    opened(project, catalog(all), language)
}

/// The same county before there is any plan.
pub fn small_without_plans(language: Language) -> Desk {
    opened(Project { name: "Kleiner Kreis".into(), ..Project::default() }, catalog(all_series()), language)
}

fn protected() -> Plan {
    Plan { untouchable: true, ..Plan::empty(PlanId(1), "Ausgangsplan") }
}

fn plan() -> Plan {
    let mut plan = Plan::empty(PlanId(2), "Entwurf A");
    plan.areas = (1..=3).map(area).collect();
    let member = |it: u32| (DistrictKey::new(format!("d{it}")), AreaId(it / 3 + 1));
    plan.area_of = (0..8).filter(|it| *it != 5).map(member).collect::<BTreeMap<_, _>>();
    plan
}

fn area(number: u32) -> PlanningArea {
    PlanningArea {
        id: AreaId(number),
        code: format!("R{number}"),
        name: ["Nord", "Mitte", "Süd"][number as usize - 1].to_owned(),
        colour: Colour::of_area(number as usize - 1),
        reason: String::new(),
        lock: Lock::Free,
    }
}

fn catalog(all: Vec<Series>) -> Catalog {
    let square = |it: usize| {
        let (x, y) = ((it % 3) as f64 * 1000.0, (it / 3) as f64 * 1000.0);
        MultiPolygon(vec![Rect::new((x, y), (x + 1000.0, y + 1000.0)).to_polygon()])
    };
    let boundaries: Vec<_> = (0..9).map(square).collect();
    let topology = Topology::build(&boundaries, 0.0).topology;
    let ground =
        Ground { locator: Locator::new(&topology), importance: Importance::of(&topology), topology, crs: Crs::from_epsg(25832).unwrap() };
    let district = |it: usize| District {
        key: DistrictKey::new(format!("d{it}")),
        name: ["Adorf", "Behausen", "Ceheim", "Defeld", "Erode", "Eftal", "Gehagen", "Habach", "Forst"][it].to_owned(),
        attributes: [("SG".to_owned(), (it / 3).to_string()), ("BEZ".to_owned(), (it % 2).to_string())].into(),
    };
    let register = Register::new((0..9).map(district).collect());
    Catalog::new(Arc::new(register), Arc::new(ground), all.into_iter().map(Arc::new).collect(), Vec::new(), 1)
}

const PEOPLE: [f64; 9] = [1000.0, 1200.0, 800.0, 900.0, 1100.0, 1000.0, 950.0, 1050.0, 0.0];

fn all_series() -> Vec<Series> {
    let people = Indicator { role: Some(Role::Population), ..indicator("people", "Bevölkerung", "Personen", "Demografie", Pooling::Sum) };
    let age =
        Indicator { role: Some(Role::PopulationAge(7)), ..indicator("age7", "Siebenjährige", "Personen", "Demografie", Pooling::Sum) };
    let poor = indicator("poor", "Kinder in Armut", "%", "Soziales", Pooling::Ratio);
    let care = indicator("care", "Kinder in Betreuung", "%", "Jugend", Pooling::Ratio);
    let cases = indicator("cases", "Hilfen, alle Fälle", "Fälle", "Jugend", Pooling::Sum);
    let shares = |year: f64| -> Vec<Cell> { (0..9).map(|it| share(it, 8.0 + f64::from(it) * 2.0 + year)).collect() };
    let mut now = shares(2.0);
    now[3] = Cell::without_number(State::Suppressed(SuppressedBy::Source));
    let counts: Vec<Cell> = PEOPLE.iter().map(|it| Cell::known(*it)).collect();
    let mut poor = series(poor, &[("2021", shares(0.0)), ("2022", vec![Cell::ABSENT; 9]), ("2023", now)]);
    poor.breaks = vec![SeriesBreak { period: Period::parse("2023").unwrap(), reason: "neues Gesetz".into() }];
    vec![
        series(people, &[("2023", counts.clone())]),
        series(age, &[("2023", counts.iter().map(|it| Cell::known(it.known_value().unwrap() / 90.0)).collect())]),
        poor,
        series(care, &[("2021", shares(30.0))]),
        series(cases, &[("2023", (0..9).map(|it| Cell::known(f64::from(it * 3))).collect())]),
    ]
}

fn indicator(id: &str, name: &str, unit: &str, department: &str, pooling: Pooling) -> Indicator {
    Indicator {
        name: name.into(),
        unit: unit.into(),
        pooling,
        factor: if pooling == Pooling::Ratio { 100.0 } else { 1.0 },
        department: department.into(),
        life_phase: if department == "Jugend" { "Kindheit" } else { "Alle" }.into(),
        source: "Beispielwert (erfunden)".into(),
        ..Indicator::named(IndicatorId::new(id))
    }
}

/// So many percent of a tenth of the people; where nobody lives the question makes no sense.
fn share(district: i32, percent: f64) -> Cell {
    let whole = PEOPLE[district as usize] / 10.0;
    if whole == 0.0 {
        return Cell::without_number(State::Missing(planraum::model::value::MissingReason::NotMeaningful));
    }
    let part = (whole * percent / 100.0).round();
    let (value, numerator, denominator) = (Finite::new(100.0 * part / whole), Finite::new(part), Finite::new(whole));
    Cell { state: State::Known, value, numerator, denominator, ..Cell::ABSENT }
}

fn series(indicator: Indicator, periods: &[(&str, Vec<Cell>)]) -> Series {
    let times = periods.iter().map(|it| Period::parse(it.0).unwrap()).collect();
    let mut series = Series::empty(indicator, times, 9);
    for (period, cells) in periods {
        let at = series.period_index(&Period::parse(period).unwrap()).unwrap();
        for (number, cell) in (0..).zip(cells) {
            series.put(at, DistrictIx(number), *cell);
        }
    }
    series
}
