//! Boundaries of the planner's own: the first hour must be as good as with the sample.
use super::*;
use planraum::{
    cartography::{palette::Ground as Paper, surfaces::Surface},
    desk::action::{AreaWork, Drawing},
    model::id::AreaId,
};
use std::path::PathBuf;

/// Squares of a twentieth of a degree in so many columns and rows from this western edge; each column is a Samtgemeinde.
fn boundaries(seat: &Seat, file: &str, west: f64, columns: usize, rows: usize, groups: bool) -> PathBuf {
    let feature = |at: usize| {
        let (x, y) = (west + (at % columns) as f64 * 0.05, 51.0 + (at / columns) as f64 * 0.05);
        let ring = format!("[{x},{y}],[{},{y}],[{},{}],[{x},{}],[{x},{y}]", x + 0.05, x + 0.05, y + 0.05, y + 0.05);
        let group = if groups { format!(r#","SG":"540{}""#, at % columns) } else { String::new() };
        format!(
            r#"{{"type":"Feature","properties":{{"AGS":"0999900{at}","NR":"N{at}","EW":{},"OBJECTID":{at},"GEN":"Dorf {at}"{group}}},"geometry":{{"type":"Polygon","coordinates":[[{ring}]]}}}}"#,
            100 * at
        )
    };
    let features: Vec<String> = (0..columns * rows).map(feature).collect();
    let path = seat._folder.path().join(file);
    std::fs::write(&path, format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))).unwrap();
    path
}

fn opens(harness: &mut Harness<'_, Seat>, path: PathBuf) {
    harness.state_mut().does(Action::File(FileWork::Open(path)));
    harness.run_steps(4);
}

/// Auditors found a blank map: without plan and indicator nothing was painted, and the legend of what was open before stayed.
#[test]
fn boundaries_alone_are_a_map_with_names_and_a_legend() {
    let mut seat = Seat::new(settings(Language::German));
    let path = boundaries(&seat, "klein.geojson", 9.0, 3, 2, false);
    seat.does(Action::File(FileWork::Open(path)));
    let plans: Vec<PlanId> = seat.desk.project().plans.iter().map(|it| it.id).collect();
    for plan in plans {
        seat.does(Action::Plan(PlanWork::Delete(plan)));
    }
    let left: Vec<&str> = seat.desk.project().plans.iter().map(|it| it.name.as_str()).collect();
    assert_eq!((left, seat.desk.shown_indicator().is_none()), (vec!["Ausgangsplan"], true), "the starting plan stays");
    let picture = seat.desk.picture(Paper::Light).unwrap();
    assert_eq!((picture.surfaces.len(), picture.labels.len()), (6, 6));
    let harness = before(seat, SIZE);
    assert!(!said(&harness, "Diese Planungsvariante hat noch keine Räume").is_empty());
    assert_eq!((unnamed(&harness), unsaid(&harness)), (Vec::new(), Vec::new()));
}

#[test]
fn nothing_of_the_county_before_stays_on_the_map() {
    let mut harness = before(Seat::with_sample(settings(Language::German)), SIZE);
    assert!(!said(&harness, "nicht geliefert").is_empty(), "the legend of an indicator");
    let path = boundaries(harness.state(), "fern.geojson", 13.0, 3, 2, false);
    opens(&mut harness, path);
    assert_eq!(said(&harness, "nicht geliefert"), Vec::<String>::new(), "a legend of indicators that are gone");
    assert_eq!(said(&harness, "Entwurf A (fiktiv)"), Vec::<String>::new());
    // The camera has followed: the middle of the new county is under the middle of the map.
    let bounds = harness.state().desk.catalog().ground.topology.bounds().unwrap();
    let map = harness.get_by_label("Karte").rect();
    harness.hover_at(map.center() + vec2(0.0, 11.0));
    harness.run_steps(3);
    let hover = harness.state().desk.look().hover.expect("a district lies under the middle of the map");
    let middle = harness.state().desk.catalog().ground.locator.district_at(bounds.centre());
    assert!(middle.is_some() && harness.state().desk.catalog().register.get(hover).is_some());
}

/// From boundaries alone to the first painted area: what is there to start from, and what the empty panels say.
#[test]
fn there_is_something_to_start_from() {
    let mut harness = before(Seat::new(settings(Language::German)), SIZE);
    let path = boundaries(harness.state(), "eigen.geojson", 9.0, 4, 3, true);
    opens(&mut harness, path);
    let plans: Vec<(String, bool, usize)> =
        harness.state().desk.project().plans.iter().map(|it| (it.name.clone(), it.untouchable, it.areas.len())).collect();
    assert_eq!(plans, [("Ausgangsplan".to_owned(), true, 4), ("Entwurf A".to_owned(), false, 0)]);
    assert_eq!(harness.state().desk.shown_plan().unwrap().name, "Entwurf A", "the draft is shown");
    assert!(!harness.state().desk.is_unsaved() || harness.state().desk.history().taken() == 0);
    let surfaces = harness.state().desk.picture(Paper::Light).unwrap().surfaces;
    assert!(surfaces.iter().all(|it| *it == Surface::Bare), "borders can be seen before there is an area");
    harness.hover_at(harness.get_by_label("Karte").rect().center());
    harness.run_steps(3);
    assert_eq!((said(&harness, "Schlüssel").len(), said(&harness, "Bitte links eine Kennzahl").len()), (2, 0), "note and card");
    clicks(&mut harness, "Kennzahlen einlesen …");
    assert!(harness.state().asked.contains(&Action::File(FileWork::Ask(planraum::desk::action::Asking::Indicators))));
    harness.state_mut().does(Action::File(FileWork::Path(planraum::desk::action::Asking::Indicators, None)));
    harness.run_steps(2);
    harness.get_all_by_label("Raum anlegen").last().unwrap().click();
    harness.run_steps(3);
    let target = harness.state().desk.look().brush.target;
    assert_eq!(target, Some(AreaId(1)));
    harness.state_mut().does(Action::Draw(Drawing::Put { districts: vec![planraum::geometry::DistrictIx(0)], area: target }));
    harness.run_steps(2);
    assert_eq!(harness.state().desk.shown_plan().unwrap().area_of.len(), 1);
}

#[test]
fn today_s_plan_is_a_template_for_the_draft() {
    let mut harness = before(Seat::new(settings(Language::German)), SIZE);
    let path = boundaries(harness.state(), "eigen.geojson", 9.0, 4, 3, true);
    opens(&mut harness, path);
    clicks(&mut harness, "Von „Ausgangsplan“ ausgehen");
    let plan = harness.state().desk.shown_plan().unwrap();
    assert_eq!((plan.areas.len(), plan.area_of.len(), plan.untouchable), (4, 12, false));
    harness.state_mut().does(Action::Area(AreaWork::Delete(AreaId(1))));
    assert_eq!(harness.state().desk.project().plans[0].areas.len(), 4, "today stays as it is");
}

/// Only the sample had a city: nothing in the window could name one.
#[test]
fn what_is_chosen_can_be_made_the_city() {
    let mut harness = before(Seat::new(settings(Language::German)), SIZE);
    let path = boundaries(harness.state(), "eigen.geojson", 9.0, 3, 2, false);
    opens(&mut harness, path);
    let select = |district, add| Action::Look(LookAt::SelectDistrict { district: Some(planraum::geometry::DistrictIx(district)), add });
    harness.state_mut().does(select(0, false));
    harness.run_steps(2);
    assert!(harness.query_by_label("Dorf 0 als Stadt zählen").is_none(), "it stood in the way of what one looks at");
    clicks(&mut harness, "Mehr zu den Räumen");
    clicks(&mut harness, "Dorf 0 als Stadt zählen");
    assert_eq!(harness.state().desk.project().city, [key("09999000")].into());
    let how = "Derzeit die Stadt: Dorf 0. Das legt allein das Projekt fest, beim Anlegen oder mit diesem Haken; weder Name noch Größe entscheiden.";
    clicks(&mut harness, "Mehr zu den Räumen");
    harness.get_by_label("Dorf 0 als Stadt zählen").hover();
    harness.run_steps(60);
    assert!(harness.query_by_label(how).is_some(), "what the city is, and who says so");
    presses(&mut harness, Modifiers::NONE, Key::Escape);
    harness.state_mut().does(select(1, true));
    harness.run_steps(2);
    clicks(&mut harness, "Mehr zu den Räumen");
    clicks(&mut harness, "2 Gebiete als Stadt zählen");
    assert_eq!(harness.state().desk.project().city.len(), 2);
    clicks(&mut harness, "Mehr zu den Räumen");
    clicks(&mut harness, "2 Gebiete als Stadt zählen");
    assert!(harness.state().desk.project().city.is_empty());
    harness.state_mut().does(Action::Undo);
    assert_eq!(harness.state().desk.project().city.len(), 2, "each click is a step");
    // The right button on the map asks about what lies there.
    let at = harness.get_by_label("Karte").rect().center();
    harness.hover_at(at);
    harness.run_steps(2);
    for pressed in [true, false] {
        harness.event(egui::Event::PointerButton { pos: at, button: egui::PointerButton::Secondary, pressed, modifiers: Modifiers::NONE });
        harness.run_steps(2);
    }
    let entries =
        harness.query_all_by(|it| it.role() == egui::accesskit::Role::MenuItem && it.label().is_some_and(|it| it.contains("als Stadt")));
    assert_eq!(entries.count(), 1);
}

/// Key and name fields could only be chosen on the command line.
#[test]
fn key_and_name_can_be_chosen_and_the_file_is_read_again() {
    let mut harness = before(Seat::new(settings(Language::German)), SIZE);
    let path = boundaries(harness.state(), "eigen.geojson", 9.0, 3, 2, false);
    opens(&mut harness, path.clone());
    assert_eq!(said(&harness, "Schlüssel aus „AGS“, Name aus „GEN“, WGS 84 (EPSG:4326)").len(), 1);
    clicks(&mut harness, "Felder ändern …");
    assert_eq!((unnamed(&harness), unsaid(&harness)), (Vec::new(), Vec::new()));
    let choose = |harness: &mut Harness<'_, Seat>, field: &str, option: &str| {
        harness.get_by_role_and_label(egui::accesskit::Role::ComboBox, field).click();
        harness.run_steps(3);
        harness.get_by_role_and_label(egui::accesskit::Role::MenuItem, option).click();
        harness.run_steps(3);
    };
    choose(&mut harness, "Schlüssel der Gebiete", "NR – N0");
    clicks(&mut harness, "Das Zahlenfeld als Kennzahl übernehmen");
    choose(&mut harness, "Feld mit der Zahl der Menschen", "EW");
    clicks(&mut harness, "Neu einlesen");
    let desk = &harness.state().desk;
    let first = &desk.catalog().register.districts()[1];
    assert_eq!((first.key.as_str(), first.name.as_str(), first.attributes["AGS"].as_str()), ("N1", "Dorf 1", "09999001"));
    assert_eq!(desk.catalog().population(None).unwrap().1.iter().filter_map(|it| it.known_value()).sum::<f64>(), 1_500.0);
    assert_eq!(desk.project().plans.len(), 2, "one project, made anew");
    assert_eq!(said(&harness, "Schlüssel aus „NR“").len(), 1);
    // The project that was made first leaves nothing behind.
    harness.state_mut().does(Action::File(FileWork::Close));
    assert_eq!(harness.state().desk.start_page().left_behind, []);
    // Once something was done the file is no more asked about.
    opens(&mut harness, path);
    harness.state_mut().does(Action::Area(AreaWork::New));
    harness.run_steps(2);
    assert!(said(&harness, "Schlüssel aus").is_empty() && harness.state().desk.reading().is_none());
}

/// Within one slow frame the button went down, the pointer went on and the button came up: the stroke began where it ended.
#[test]
fn a_stroke_within_one_frame_begins_where_the_button_went_down() {
    let mut harness = before(Seat::new(settings(Language::German)), SIZE);
    let path = boundaries(harness.state(), "eigen.geojson", 9.0, 4, 3, false);
    opens(&mut harness, path);
    harness.state_mut().does(Action::File(FileWork::KeepReading));
    harness.state_mut().does(Action::Area(AreaWork::New));
    harness.state_mut().does(Action::Draw(Drawing::Tool(planraum::desk::look::Tool::Paint)));
    let brush = planraum::desk::look::Brush { radius: 0.0, ..harness.state().desk.look().brush.clone() };
    harness.state_mut().does(Action::Draw(Drawing::Brush(brush)));
    harness.run_steps(3);
    let map = harness.get_by_label("Karte").rect();
    let (from, to) = (map.center() - vec2(120.0, 0.0), map.center() + vec2(120.0, 0.0));
    harness.hover_at(from);
    harness.run_steps(2);
    let button =
        |pos, pressed| egui::Event::PointerButton { pos, button: egui::PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
    let events = [button(from, true), egui::Event::PointerMoved(to), button(to, false), egui::Event::PointerMoved(to - vec2(0.0, 200.0))];
    events.into_iter().for_each(|it| harness.input_mut().events.push(it));
    harness.run_steps(4);
    let painted: Vec<String> = harness.state().desk.shown_plan().unwrap().area_of.keys().map(|it| it.to_string()).collect();
    assert!(
        painted.len() >= 2 && painted.iter().all(|it| ["4", "5", "6", "7"].iter().any(|end| it.ends_with(end))),
        "the middle row: {painted:?}"
    );
    assert_eq!(harness.state().desk.history().taken(), 2, "one stroke is one step");
    assert!(!said(&harness, "Raum 1").is_empty());
}
