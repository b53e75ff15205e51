//! What somebody who tried the window found wrong, each as a test that names it.
use super::*;
use planraum::{
    analysis::overlay::UnitClass,
    cartography::palette::Ground as Paper,
    desk::action::{Drawing, Showing},
    desk::look::Tool,
    model::{
        id::{AreaId, IndicatorId},
        released::Profile,
        saved_view::Level,
    },
    project::{Command, PlanChange, Refusal},
};

fn sample() -> Seat {
    Seat::with_sample(settings(Language::German))
}

fn district(seat: &Seat, name: &str) -> planraum::geometry::DistrictIx {
    seat.desk.catalog().register.iter().find(|it| it.1.name == name).unwrap().0
}

/// „an untouchable starting plan“: its menu offered to take its protection away, and other names for it.
#[test]
fn the_starting_plan_can_only_be_duplicated() {
    let mut harness = before(sample(), SIZE);
    let plan = harness.state().plan("Ausgangsplan");
    clicks(&mut harness, "Ausgangsplan");
    clicks(&mut harness, "Variante „Ausgangsplan“");
    assert!(harness.query_by_label("Schutz aufheben").is_none());
    for grey in ["Umbenennen", "Beschreiben …", "Löschen"] {
        assert!(harness.get_by_label(grey).accesskit_node().is_disabled(), "{grey}");
    }
    assert!(!harness.get_by_label("Duplizieren").accesskit_node().is_disabled());
    let desk = &harness.state().desk;
    for change in [PlanChange::Rename("Anders".into()), PlanChange::Describe(String::new()), PlanChange::Protect(false)] {
        let mut project = (**desk.project()).clone();
        let wanted = Command::Together(vec![Command::InPlan(plan, change)]);
        assert_eq!(project.apply(wanted), Err(Refusal::StartingPlan("Ausgangsplan".into())));
        assert_eq!(&project, &**desk.project());
    }
    assert!(matches!((**desk.project()).clone().apply(Command::RemovePlan(plan)), Err(Refusal::StartingPlan(_))));
}

/// „2 Gebiete bleiben, weil ein Raum gesperrt ist“ was said of a plan without any lock: it is protected.
#[test]
fn the_brush_says_that_the_plan_is_protected() {
    let mut seat = sample();
    let plan = seat.plan("Ausgangsplan");
    seat.does(Action::Look(LookAt::Plan(plan)));
    let area = seat.desk.shown_plan().unwrap().areas[0].id;
    seat.does(Action::Draw(Drawing::Tool(Tool::Paint)));
    seat.does(Action::Look(LookAt::SelectArea(Some(area))));
    let bovenden = district(&seat, "Bovenden");
    let at = seat.desk.catalog().ground.locator.centre(bovenden).unwrap();
    let mut harness = before(seat, SIZE);
    harness.state_mut().does(Action::Draw(Drawing::Ghost(Some(at))));
    harness.step();
    assert_eq!(said(&harness, "Ein Gebiet bleibt, weil ein Raum gesperrt ist."), Vec::<String>::new());
    assert_eq!(said(&harness, "„Ausgangsplan“ ist der Ausgangsplan und bleibt, wie er ist.").len(), 1);
}

/// „Zum Verändern bitte kopieren“ stood at the copy, too; and „Entwurf A“ beside „Entwurf A (fiktiv)“.
#[test]
fn copies_and_new_plans_say_nothing_wrong_of_themselves() {
    let mut seat = sample();
    let (start, draft) = (seat.plan("Ausgangsplan"), seat.plan("Entwurf A"));
    seat.does(Action::Plan(PlanWork::Duplicate(start)));
    assert_eq!(seat.desk.shown_plan().unwrap().description, "");
    seat.does(Action::Plan(PlanWork::Describe(draft, "Mit Bahnlinie".into())));
    seat.does(Action::Plan(PlanWork::Duplicate(draft)));
    assert_eq!(seat.desk.shown_plan().unwrap().description, "Mit Bahnlinie", "what a planner wrote of their own plan stays");
    seat.does(Action::Plan(PlanWork::New));
    assert_eq!(seat.desk.shown_plan().unwrap().name, "Entwurf C");
}

/// After a restart small numbers were there again that had been hidden the day before.
#[test]
fn the_profile_outlives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = planraum::app::settings::Shelf::in_folder(folder.path());
    let mut seat = sample();
    seat.does(Action::Look(LookAt::Profile(Profile::Konferenz)));
    shelf.keep_settings(seat.desk.settings());
    let again = Seat::with_sample(shelf.settings());
    assert_eq!(again.desk.look().profile, Profile::Konferenz);
}

/// Strg+Z took a step back in a plan that was not shown: it was said, and nothing was seen.
#[test]
fn undo_shows_the_plan_in_which_it_undoes() {
    let mut seat = sample();
    let (a, b) = (seat.plan("Entwurf A"), seat.plan("Entwurf B"));
    seat.does(Action::Look(LookAt::Plan(a)));
    let bovenden = district(&seat, "Bovenden");
    seat.does(Action::Draw(Drawing::Put { districts: vec![bovenden], area: None }));
    seat.does(Action::Look(LookAt::Plan(b)));
    let told = |seat: &Seat| seat.desk.words().tell(&seat.desk.notes().notes().last().unwrap().message);
    seat.does(Action::Undo);
    assert_eq!(seat.desk.look().plan, Some(a));
    assert!(told(&seat).starts_with("Rückgängig in „Entwurf A (fiktiv)“: "), "{}", told(&seat));
    seat.does(Action::Look(LookAt::Plan(b)));
    seat.does(Action::Redo);
    assert_eq!(seat.desk.look().plan, Some(a));
    assert!(told(&seat).starts_with("Wiederholt in „Entwurf A (fiktiv)“: "), "{}", told(&seat));
    seat.does(Action::Undo);
    assert!(told(&seat).starts_with("Rückgängig: "), "in the plan that is seen: {}", told(&seat));
}

/// With a number's card open every key but Esc was swallowed.
#[test]
fn keys_work_while_the_card_of_a_number_is_open() {
    let mut harness = before(sample(), SIZE);
    let number = said(&harness, "Südharz, ").into_iter().find(|it| it.ends_with(": 34.876")).unwrap();
    harness.get_all_by_label(&number).next().unwrap().click();
    harness.run_steps(3);
    let cards = |harness: &Harness<'_, Seat>| said(harness, "Rechnung").len();
    assert!(cards(&harness) > 0, "a card is open");
    let fields_before = harness.query_all_by_role(egui::accesskit::Role::TextInput).count();
    presses(&mut harness, Modifiers::COMMAND, Key::K);
    assert_eq!(cards(&harness), 0, "the key closes it");
    let fields = harness.query_all_by_role(egui::accesskit::Role::TextInput).count();
    assert!(fields > fields_before, "the search is open");
}

/// Alt and click, the only way to take an area from the map with the mouse, belongs to many a window manager.
#[test]
fn strg_and_click_take_the_area_from_the_map() {
    let mut seat = sample();
    let plan = seat.plan("Entwurf A");
    seat.does(Action::Look(LookAt::Plan(plan)));
    seat.does(Action::Draw(Drawing::Tool(Tool::Paint)));
    let duderstadt = district(&seat, "Duderstadt");
    let area = seat.desk.shown_plan().unwrap().area_of[&seat.desk.catalog().register.get(duderstadt).unwrap().key];
    let centre = seat.desk.catalog().ground.locator.centre(duderstadt).unwrap();
    let mut harness = before(seat, SIZE);
    assert_ne!(harness.state().desk.look().brush.target, Some(area));
    let map = harness.get_by_label(&harness.state().desk.words().say("map-name")).rect();
    let at = harness.state().window.planning().camera().unwrap().to_screen(map, centre);
    let steps = harness.state().desk.history().taken();
    harness.event(egui::Event::PointerMoved(at));
    harness.step();
    harness.event(egui::Event::ModifiersChanged(Modifiers::COMMAND));
    for pressed in [true, false] {
        harness.event(egui::Event::PointerButton { pos: at, button: egui::PointerButton::Primary, pressed, modifiers: Modifiers::COMMAND });
        harness.step();
    }
    assert_eq!(harness.state().desk.look().brush.target, Some(area));
    assert_eq!(harness.state().desk.history().taken(), steps, "nothing is painted");
}

/// „nicht sinnvoll“ was said of a city that is switched off, and its dots were those of a missing value.
#[test]
fn a_city_that_is_out_does_not_count_and_says_so() {
    let mut seat = sample();
    let plan = seat.plan("Entwurf A");
    seat.does(Action::Look(LookAt::Plan(plan)));
    seat.does(Action::Look(LookAt::Level(Level::Areas)));
    seat.does(Action::Look(LookAt::WithCity(false)));
    let mut harness = before(seat, SIZE);
    assert_eq!(said(&harness, "Stadt Göttingen, Kinder in SGB-II-Haushalten: nicht sinnvoll"), Vec::<String>::new());
    assert!(!said(&harness, "Stadt Göttingen, Kinder in SGB-II-Haushalten: zählt nicht mit").is_empty());
    let seat = harness.state_mut();
    let figure = |seat: &Seat| {
        let picture = seat.desk.picture(Paper::Light).unwrap();
        picture.labels.iter().find(|it| it.text == "Stadt Göttingen").unwrap().figure.clone()
    };
    assert_eq!(figure(seat), "zählt nicht mit");
    seat.does(Action::Look(LookAt::WithCity(true)));
    let series = seat.desk.catalog().series().iter();
    let without = series.filter(|it| it.indicator.scope == planraum::model::indicator::Scope::WithoutCity);
    let indicator: IndicatorId = without.map(|it| it.indicator.id.clone()).next().unwrap();
    seat.does(Action::Look(LookAt::Indicator(indicator)));
    seat.does(Action::Look(LookAt::Level(Level::Districts)));
    let goettingen = district(seat, "Göttingen");
    let overlay = seat.desk.overlay().unwrap().as_ref().as_ref().unwrap().get().clone();
    assert_eq!(overlay.unit_of(goettingen).unwrap().class, UnitClass::SwitchedOff);
    let picture = seat.desk.picture(Paper::Light).unwrap();
    assert_eq!(picture.surfaces[goettingen.index()], planraum::cartography::surfaces::Surface::SwitchedOff);
    assert_eq!(figure(seat), "zählt nicht mit");
}

/// A what-if in front of the audience found five classes anew: untouched areas changed their colour.
#[test]
fn a_what_if_keeps_the_classes_that_the_audience_knows() {
    let mut seat = sample();
    let plan = seat.plan("Entwurf A");
    seat.does(Action::Look(LookAt::Plan(plan)));
    seat.does(Action::Look(LookAt::Level(Level::Areas)));
    seat.does(Action::Show(Showing::SaveView { title: "Räume".into(), sentence: String::new() }));
    let view = seat.desk.project().views.last().unwrap().clone();
    let unfrozen = planraum::model::saved_view::SavedView {
        classing: view.classing.clone().map(|it| planraum::model::classing::Classing { frozen: None, ..it }),
        ..view.clone()
    };
    seat.does(Action::Edit(Command::InViews(planraum::project::ViewChange::Replace(Box::new(unfrozen)))));
    seat.does(Action::Show(Showing::Start(Some(view.id))));
    let breaks = |seat: &Seat| seat.desk.overlay().unwrap().as_ref().as_ref().unwrap().get().classes.as_ref().unwrap().breaks.clone();
    let known = breaks(&seat);
    let (goettingen, to) = (district(&seat, "Göttingen"), AreaId(3));
    seat.does(Action::Show(Showing::WhatIf(goettingen, Some(to))));
    assert!(seat.desk.look().presenting.as_ref().unwrap().what_if.is_some());
    assert_eq!(breaks(&seat), known);
}

/// The sample on the wall, with a view of a draft.
fn on_the_wall() -> Seat {
    let mut seat = sample();
    let plan = seat.plan("Entwurf A");
    seat.does(Action::Look(LookAt::Plan(plan)));
    seat.does(Action::Show(Showing::SaveView { title: "Räume".into(), sentence: String::new() }));
    let view = seat.desk.project().views.last().unwrap().id;
    seat.does(Action::Show(Showing::Start(Some(view))));
    seat
}

/// A second what-if within the same minute was refused behind the audience's back, and every area vanished from the map.
#[test]
fn a_second_what_if_within_the_same_minute_has_a_name_of_its_own() {
    let mut seat = on_the_wall();
    let goettingen = district(&seat, "Göttingen");
    let view = seat.desk.look().presenting.as_ref().unwrap().view;
    let mut names = Vec::new();
    for to in [AreaId(3), AreaId(4), AreaId(3)] {
        seat.does(Action::Show(Showing::WhatIf(goettingen, Some(to))));
        assert!(seat.desk.look().presenting.as_ref().unwrap().what_if.is_some());
        let shown = seat.desk.shown_plan().unwrap();
        assert_eq!(
            (shown.id, shown.areas.len()),
            (seat.desk.look().plan.unwrap(), seat.desk.project().plan(seat.plan("Entwurf A")).unwrap().areas.len())
        );
        names.push(shown.name.clone());
        seat.does(Action::Show(Showing::Stop));
        seat.does(Action::Show(Showing::Start(Some(view))));
    }
    assert!(names[0].ends_with(')') && names[1] == format!("{} 2", names[0]) && names[2] == format!("{} 3", names[0]), "{names:?}");
}

/// Ctrl+Z in front of the audience did nothing.
#[test]
fn the_last_change_of_a_what_if_is_taken_back_and_again_by_key() {
    let mut harness = before(on_the_wall(), SIZE);
    let (goettingen, bovenden) = (district(harness.state(), "Göttingen"), district(harness.state(), "Bovenden"));
    let original = harness.state().plan("Entwurf A");
    let project = (**harness.state().desk.project()).clone();
    let what_if = |harness: &Harness<'_, Seat>| harness.state().desk.look().presenting.as_ref().unwrap().what_if;
    presses(&mut harness, Modifiers::CTRL, Key::Z);
    assert_eq!(**harness.state().desk.project(), project, "what was done before stays");
    let mut stood = vec![project];
    for (district, to) in [(goettingen, AreaId(3)), (bovenden, AreaId(4))] {
        harness.state_mut().does(Action::Show(Showing::WhatIf(district, Some(to))));
        stood.push((**harness.state().desk.project()).clone());
    }
    assert!(stood[0] != stood[1] && stood[1] != stood[2]);
    let copy = what_if(&harness);
    for (pressed, step, shown) in
        [(Key::Z, 1, copy), (Key::Z, 0, None), (Key::Z, 0, None), (Key::Y, 1, copy), (Key::Y, 2, copy), (Key::Y, 2, copy)]
    {
        presses(&mut harness, Modifiers::CTRL, pressed);
        let desk = &harness.state().desk;
        assert_eq!(**desk.project(), stood[step], "{pressed:?} {step}");
        assert_eq!((what_if(&harness), desk.look().plan), (shown, shown.or(Some(original))), "{pressed:?} {step}");
    }
    harness.state_mut().does(Action::Show(Showing::DropWhatIf));
    presses(&mut harness, Modifiers::CTRL, Key::Z);
    assert_eq!((what_if(&harness), harness.state().desk.look().plan), (copy, copy), "a copy that was dropped comes back");
    harness.state_mut().does(Action::Show(Showing::KeepWhatIf));
    presses(&mut harness, Modifiers::CTRL, Key::Z);
    assert_eq!(**harness.state().desk.project(), stood[2], "what was kept is kept");
}

/// One more map beside two stayed at a scale of its own until the next turn of the wheel.
#[test]
fn a_third_map_takes_the_camera_of_the_others() {
    let mut seat = sample();
    seat.compares();
    seat.does(Action::Look(LookAt::CompareMode(planraum::desk::look::CompareMode::SideBySide)));
    let mut harness = before(seat, SIZE);
    let name = harness.state().desk.words().say("map-name");
    let first = harness.get_all_by_label(&name).next().unwrap().rect();
    harness.event(egui::Event::PointerMoved(first.center()));
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, 360.0),
        modifiers: Modifiers::NONE,
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
    });
    harness.run_steps(40);
    let plan = harness.state().plan("Ausgangsplan");
    let mut plans = harness.state().desk.look().compare.plans.clone();
    plans.push(plan);
    harness.state_mut().does(Action::Look(LookAt::Compare(plans)));
    harness.run_steps(10);
    let scales: Vec<f64> = harness.state().window.comparison().cameras().take(3).map(|it| it.metres_per_point).collect();
    assert_eq!(scales.len(), 3);
    assert!(scales.iter().all(|it| (it / scales[0] - 1.0).abs() < 1e-9), "{scales:?}");
}

/// Without a population districts were called people: „Anteil der Menschen, die wechseln 100 %“.
#[test]
fn where_nobody_is_counted_nothing_speaks_of_people() {
    let mut seat = Seat::new(settings(Language::German));
    let path = seat._folder.path().join("klein.geojson");
    let square = |at: u32| {
        let (x, y) = (9.0 + f64::from(at % 3) * 0.1, 51.0 + f64::from(at / 3) * 0.1);
        format!(
            r#"{{"type":"Feature","properties":{{"AGS":"0315900{at}","GEN":"Ort {at}"}},"geometry":{{"type":"Polygon","coordinates":[[[{x},{y}],[{},{y}],[{},{}],[{x},{}],[{x},{y}]]]}}}}"#,
            x + 0.1,
            x + 0.1,
            y + 0.1,
            y + 0.1
        )
    };
    let features: Vec<String> = (0..6).map(square).collect();
    std::fs::write(&path, format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))).unwrap();
    seat.does(Action::File(FileWork::Open(path)));
    let draft = seat.plan("Entwurf A");
    seat.does(Action::Look(LookAt::Plan(draft)));
    seat.does(Action::Area(planraum::desk::action::AreaWork::New));
    let area = seat.desk.shown_plan().unwrap().areas[0].id;
    let districts = (0..2).map(planraum::geometry::DistrictIx).collect();
    seat.does(Action::Draw(Drawing::Put { districts, area: Some(area) }));
    let start = seat.plan("Ausgangsplan");
    seat.does(Action::Look(LookAt::Compare(vec![start, draft])));
    seat.does(Action::Look(LookAt::Page(Page::Comparison)));
    let harness = before(seat, SIZE);
    let all: Vec<String> = said(&harness, "").into_iter().filter(|it| it.contains("Menschen") || it.contains("Einwohner")).collect();
    assert_eq!(all, Vec::<String>::new());
    assert!(!said(&harness, "Anteil der Gebiete, die wechseln: 33,3").is_empty(), "{:?}", said(&harness, "Anteil"));
    assert!(!said(&harness, "Größter Raum, Gebiete: Ausgangsplan").is_empty());
    let gain = seat_gain(harness.state());
    assert_eq!(gain, ["+2"]);
}

fn seat_gain(seat: &Seat) -> Vec<String> {
    let (a, b) = seat.desk.shown_pair().unwrap();
    let compared = seat.desk.compared(a, b).unwrap();
    let plan = |it| seat.desk.project().plan(it).unwrap();
    let picture = seat.desk.picture_of_differences(compared, plan(a), plan(b), Paper::Light).unwrap();
    picture.labels.iter().filter(|it| matches!(it.of, planraum::cartography::labels::Named::Area(_))).map(|it| it.figure.clone()).collect()
}

/// „Anteil der Menschen 24,1 %“ opened without saying of how many, and the headline did not open at all.
#[test]
fn the_share_that_moves_says_of_how_many() {
    let mut seat = sample();
    seat.compares();
    let mut harness = before(seat, SIZE);
    let share = |it: &str| it.starts_with("Entwurf A (fiktiv) – Entwurf B (fiktiv), Anteil der Menschen, die wechseln: ");
    harness.get_by(|it| it.label().is_some_and(|it| share(&it))).click();
    harness.run_steps(3);
    assert_eq!(said(&harness, "42.098 von 328.952").len(), 1);
    presses(&mut harness, Modifiers::NONE, Key::Escape);
    clicks(&mut harness, "42.098\u{a0}Menschen");
    assert_eq!(said(&harness, "42.098 von 328.952").len(), 1);
}

/// „268 km²“ moved the map instead of telling what it rests on.
#[test]
fn the_surface_of_the_forest_opens() {
    let mut seat = sample();
    let plan = seat.plan("Entwurf A");
    seat.does(Action::Look(LookAt::Plan(plan)));
    let mut harness = before(seat, SIZE);
    let extent = harness.state().desk.look().extent;
    let number = said(&harness, "Harz (Landkreis Göttingen): 268").remove(0);
    clicks(&mut harness, &number);
    assert_eq!(said(&harness, "Rechnung").len(), 1);
    assert_eq!(harness.state().desk.look().extent, extent);
}

/// The source ended in „31.12.2023; …“ while presenting.
#[test]
fn the_source_stands_whole_on_the_wall() {
    for size in [vec2(1380.0, 860.0), vec2(1024.0, 700.0)] {
        let mut seat = sample();
        seat.does(Action::Show(Showing::Start(None)));
        let plan = seat.plan("Entwurf A");
        let district = district(&seat, "Bovenden");
        let area = seat.desk.project().plan(plan).unwrap().areas[3].id;
        seat.does(Action::Show(Showing::Next));
        seat.does(Action::Show(Showing::WhatIf(district, Some(area))));
        let harness = before(seat, size);
        let node = harness.get_by_label_contains("© Statistisches Bundesamt, Gemeindeverzeichnis, 31.12.2023; Beispielwert (erfunden)");
        assert!(node.rect().bottom() <= size.y, "{:?}", node.rect());
        let letter = node.rect().height() / (node.rect().height() / 24.0).round().max(1.0);
        let needed = node.accesskit_node().label().or(node.accesskit_node().value()).unwrap().chars().count() as f32 * letter * 0.33;
        assert!(node.rect().width() * (node.rect().height() / letter) >= needed, "no letter of it is left out: {:?}", node.rect());
        let map = harness.get_by_label(&harness.state().desk.words().say("map-name")).rect();
        assert!(map.bottom() < node.rect().top(), "the map ends above it");
    }
}

/// „3 Bad Lauterberg“ and „15 Herzberg“ were both brown, and neighbours.
#[test]
fn neighbours_in_the_starting_plan_look_different() {
    let seat = sample();
    let plan = seat.desk.project().plan(seat.plan("Ausgangsplan")).unwrap();
    assert!(plan.areas.len() > planraum::model::planning_area::Colour::AREAS.len());
    let (register, topology) = (&seat.desk.catalog().register, &seat.desk.catalog().ground.topology);
    let area = |it| plan.area(*plan.area_of.get(&register.get(it)?.key)?);
    let pairs = topology.rook_pairs().filter_map(|(a, b)| Some((area(a)?, area(b)?)));
    let alike: Vec<(&str, &str)> =
        pairs.filter(|(a, b)| a.id != b.id && a.colour == b.colour).map(|(a, b)| (a.name.as_str(), b.name.as_str())).collect();
    assert_eq!(alike, []);
}

/// The same of an area that is split off when every colour is in use.
#[test]
fn a_new_area_looks_different_from_those_around_it() {
    let mut seat = sample();
    let start = seat.plan("Ausgangsplan");
    seat.does(Action::Plan(PlanWork::Duplicate(start)));
    for name in ["Landolfshausen", "Ebergötzen", "Rüdershausen", "Bilshausen", "Jühnde", "Elbingerode"] {
        let at = district(&seat, name);
        let key = seat.desk.catalog().register.get(at).unwrap().key.clone();
        let of = seat.desk.shown_plan().unwrap().area_of[&key];
        seat.does(Action::Look(LookAt::SelectDistrict { district: Some(at), add: false }));
        seat.does(Action::Area(planraum::desk::action::AreaWork::SplitOff(of)));
        let plan = seat.desk.shown_plan().unwrap();
        let new = plan.area(plan.area_of[&key]).unwrap();
        assert_ne!(new.id, of, "{name}");
        let (register, topology) = (&seat.desk.catalog().register, &seat.desk.catalog().ground.topology);
        let around = topology.neighbours(at).iter().filter_map(|it| plan.area_of.get(&register.get(it.district)?.key));
        assert!(around.filter_map(|it| plan.area(*it)).filter(|it| it.id != new.id).all(|it| it.colour != new.colour), "{name}");
    }
}

/// „6,1 %“ below „Umland Ost/Nord“ chose the Gemeinde beneath it instead of telling what it rests on.
#[test]
fn the_figure_at_a_name_on_the_map_opens() {
    let mut seat = sample();
    let plan = seat.plan("Entwurf A");
    seat.does(Action::Look(LookAt::Plan(plan)));
    seat.does(Action::Look(LookAt::Level(Level::Areas)));
    let mut harness = before(seat, SIZE);
    let figure = said(&harness, "Auf der Karte: Umland Ost/Nord, Kinder in SGB-II-Haushalten: 6,1").remove(0);
    let at = harness.get_by_label(&figure).rect().center();
    harness.event(egui::Event::PointerMoved(at));
    harness.step();
    for pressed in [true, false] {
        harness.event(egui::Event::PointerButton { pos: at, button: egui::PointerButton::Primary, pressed, modifiers: Modifiers::NONE });
        harness.step();
    }
    harness.run_steps(3);
    assert_eq!(said(&harness, "Rechnung").len(), 1);
    assert!(harness.state().desk.look().selection.districts.is_empty(), "nothing beneath it was chosen");
    harness.state_mut().does(Action::Draw(Drawing::Tool(Tool::Paint)));
    harness.run_steps(3);
    assert_eq!(said(&harness, "Auf der Karte: "), Vec::<String>::new(), "the brush paints there");
}

/// Side by side one colour meant several areas, and the legend lost the counts that differ.
#[test]
fn plans_side_by_side_share_the_colours_of_areas_that_match() {
    let mut seat = sample();
    let (start, a, b) = (seat.plan("Ausgangsplan"), seat.plan("Entwurf A"), seat.plan("Entwurf B"));
    seat.does(Action::Look(LookAt::Colouring(planraum::desk::look::Colouring::Areas)));
    seat.does(Action::Look(LookAt::Compare(vec![a, b, start])));
    seat.does(Action::Look(LookAt::Page(Page::Comparison)));
    seat.does(Action::Look(LookAt::CompareMode(planraum::desk::look::CompareMode::SideBySide)));
    let muenden = district(&seat, "Hann. Münden");
    let surface = |seat: &Seat, plan| seat.desk.picture_of_plan(plan, Paper::Light).unwrap().surfaces[muenden.index()];
    assert_eq!(surface(&seat, start), surface(&seat, a), "the area that Münden is in matches");
    let labels: Vec<String> = seat.desk.picture_of_plan(start, Paper::Light).unwrap().labels.iter().map(|it| it.text.clone()).collect();
    assert!(labels.iter().any(|it| it == "Münden → Hann. Münden"), "{labels:?}");
    let mut harness = before(seat, SIZE);
    harness.run_steps(4);
    let legend = said(&harness, "4 Eichsfeld");
    assert!(legend.iter().any(|it| it.contains(" · ")), "counts of each plan: {legend:?}");
}

/// „Samtgemein…“ stood three times in one column, „Ausgangspl…“ twice in one head.
#[test]
fn the_choice_of_a_plan_side_by_side_is_as_wide_as_its_name() {
    let mut seat = sample();
    let start = seat.plan("Ausgangsplan");
    seat.does(Action::Plan(PlanWork::Duplicate(start)));
    let copy = seat.desk.shown_plan().unwrap().id;
    seat.does(Action::Plan(PlanWork::Rename(copy, "Ausgangsplan mit Südharz und Bahnlinie".into())));
    seat.does(Action::Look(LookAt::Compare(vec![start, copy])));
    seat.does(Action::Look(LookAt::Page(Page::Comparison)));
    seat.does(Action::Look(LookAt::CompareMode(planraum::desk::look::CompareMode::SideBySide)));
    let harness = before(seat, SIZE);
    let choice = harness.get_by_label("Variante 2");
    assert!(choice.rect().width() > 250.0, "{:?}", choice.rect());
}
