//! What belongs together stays together: table and map, saved views and their classes, keys and what is chosen.
use super::*;
use planraum::{
    cartography::{labels::Named, palette::Ground as Light},
    desk::{
        action::{AreaWork, Drawing, Showing},
        look::{CompareMode, Drawer, Scheme, Tool},
    },
    geometry::DistrictIx,
    model::{
        classing::{ClassMethod, Classing},
        planning_area::Lock,
        saved_view::Level,
    },
    project::Command,
};

fn at_the_map() -> Harness<'static, Seat> {
    before(Seat::with_sample(settings(Language::German)), SIZE)
}

fn found(harness: &Harness<'_, Seat>, id: &str) -> DistrictIx {
    harness.state().desk.catalog().register.find(&key(id)).unwrap()
}

#[test]
fn a_row_of_the_table_marks_its_district_while_the_map_is_beside_it() {
    let mut harness = at_the_map();
    harness.state_mut().does(Action::Look(LookAt::Drawer(Drawer::Table)));
    harness.run_steps(4);
    let row = harness.query_all_by_role(egui::Role::Row).find(|it| it.rect().height() < 30.0 && it.rect().width() > 400.0).unwrap();
    let at = row.rect().left_center() + vec2(60.0, 0.0);
    harness.hover_at(at);
    harness.run_steps(4);
    let marked = harness.state().desk.look().hover;
    assert!(marked.is_some());
    harness.state_mut().asked.clear();
    harness.run_steps(4);
    assert_eq!(harness.state().desk.look().hover, marked, "the map does not take the mark away again");
    assert!(harness.state().asked.is_empty(), "{:?}", harness.state().asked);
    harness.state_mut().does(Action::Look(LookAt::Drawer(Drawer::Closed)));
    assert_eq!(harness.state().desk.look().hover, None, "no mark stays when the table goes");
}

/// Rows of districts marked their place on the map, rows of areas did not, neither in the table nor in the list beside the map.
#[test]
fn a_row_of_an_area_marks_the_area_on_the_map() {
    let mut harness = at_the_map();
    let fifth = harness.state().desk.shown_plan().unwrap().areas[4].clone();
    let row = harness.query_all_by_label_contains(&format!("5, {}", fifth.name)).next().unwrap().rect();
    harness.hover_at(row.left_center() + vec2(60.0, -8.0));
    harness.run_steps(4);
    assert_eq!(harness.state().desk.look().hover_area, Some(fifth.id));
    harness.state_mut().does(Action::Look(LookAt::Drawer(Drawer::Table)));
    harness.state_mut().does(Action::Look(LookAt::Level(Level::Areas)));
    harness.run_steps(4);
    let rows: Vec<_> = harness.query_all_by_role(egui::Role::Row).map(|it| it.rect()).filter(|it| it.width() > 400.0).collect();
    harness.hover_at(rows[1].left_center() + vec2(60.0, 0.0));
    harness.run_steps(4);
    let second = harness.state().desk.shown_plan().unwrap().areas[1].id;
    assert_eq!(harness.state().desk.look().hover_area, Some(second));
    harness.state_mut().asked.clear();
    harness.run_steps(4);
    assert!(harness.state().asked.is_empty(), "list and table do not quarrel about it: {:?}", harness.state().asked);
    harness.hover_at(egui::pos2(700.0, 200.0));
    harness.run_steps(4);
    assert_eq!(harness.state().desk.look().hover_area, None);
}

/// An area stayed marked on the map for good when its list went away from under the pointer: a narrow window, a hidden panel.
#[test]
fn no_area_stays_marked_when_its_list_goes() {
    let mut harness = at_the_map();
    let fifth = harness.state().desk.shown_plan().unwrap().areas[4].clone();
    let row = harness.query_all_by_label_contains(&format!("5, {}", fifth.name)).next().unwrap().rect();
    harness.hover_at(row.left_center() + vec2(60.0, -8.0));
    harness.run_steps(4);
    assert_eq!(harness.state().desk.look().hover_area, Some(fifth.id));
    harness.set_size(vec2(960.0, 600.0));
    harness.run_steps(4);
    assert!(harness.query_all_by_label_contains(&format!("5, {}", fifth.name)).next().is_none(), "the list gave way to the map");
    assert_eq!(harness.state().desk.look().hover_area, None);
}

/// The card of a chosen district stayed, that of a chosen area did not; and the pointer could never reach either: it was
/// replaced by that of the next district, or hopped into the other corner.
#[test]
fn a_chosen_area_pins_its_card_and_the_pointer_can_reach_it() {
    let mut harness = at_the_map();
    let fifth = harness.state().desk.shown_plan().unwrap().areas[4].clone();
    harness.state_mut().does(Action::Look(LookAt::SelectArea(Some(fifth.id))));
    harness.run_steps(4);
    let card = |harness: &Harness<'_, Seat>| harness.ctx.memory(|it| it.area_rect(egui::Id::unique(("hover card", "chosen"))));
    let at = card(&harness).expect("it is pinned");
    harness.hover_at(at.left_center() - vec2(40.0, 0.0));
    harness.run_steps(4);
    assert_eq!(card(&harness), Some(at), "another district under the pointer has a card of its own");
    harness.hover_at(at.center());
    harness.run_steps(4);
    assert_eq!(card(&harness), Some(at));
    let indicator = harness.state().desk.shown_indicator().unwrap().indicator.name.clone();
    let name = format!("{}, {indicator}: ", fifth.name);
    harness.query_all_by_label_contains(&name).find(|it| at.contains_rect(it.rect())).expect("its figure can be opened").click();
    harness.run_steps(4);
    assert!(harness.query_all_by_label("715 von 4.256").count() > 0);
}

/// In a small window the card of a chosen district lay upon that very district.
#[test]
fn the_card_of_what_is_chosen_does_not_lie_upon_it() {
    let mut harness = before(Seat::with_sample(settings(Language::German)), vec2(1280.0, 720.0));
    for name in ["Duderstadt", "Walkenried", "Gleichen", "Staufenberg"] {
        let register = harness.state().desk.catalog().register.clone();
        let district = register.iter().find(|it| it.1.name == name).unwrap().0;
        harness.state_mut().does(Action::Look(LookAt::SelectDistrict { district: Some(district), add: false }));
        harness.run_steps(4);
        let desk = &harness.state().desk;
        let map = harness.get_by(|it| it.role() == egui::accesskit::Role::Canvas).rect();
        let camera = harness.state().window.planning().camera().unwrap();
        let at = camera.to_screen(map, desk.catalog().ground.locator.centre(district).unwrap());
        let card = harness.ctx.memory(|it| it.area_rect(egui::Id::unique(("hover card", "chosen")))).unwrap();
        assert!(!card.contains(at), "{name} at {at:?} below {card:?}");
    }
}

/// What is locked could only be seen in the list.
#[test]
fn locks_are_seen_on_the_map() {
    let mut harness = at_the_map();
    let map = harness.get_by_role_and_label(egui::accesskit::Role::Canvas, "Karte").rect();
    let count = |harness: &Harness<'_, Seat>, said: &str| {
        let on_map = |it: &egui_kittest::Node<'_>| map.contains_rect(it.rect());
        harness.query_all_by_label_contains(said).filter(on_map).count()
    };
    assert_eq!(count(&harness, ": gesperrt"), 0);
    let areas: Vec<_> = harness.state().desk.shown_plan().unwrap().areas.clone();
    harness.state_mut().does(Action::Area(AreaWork::Lock(areas[4].id, Lock::Fixed)));
    harness.state_mut().does(Action::Area(AreaWork::Lock(areas[0].id, Lock::KeepAtLeast)));
    harness.run_steps(4);
    assert_eq!(count(&harness, &format!("{}: gesperrt", areas[4].name)), 1);
    assert_eq!(count(&harness, &format!("{}: darf nur wachsen", areas[0].name)), 1);
}

#[test]
fn a_saved_view_is_seen_in_its_own_classes_until_one_goes_back() {
    let mut harness = at_the_map();
    let indicator = harness.state().desk.shown_indicator().unwrap().indicator.id.clone();
    let classing = |classes| Classing { method: ClassMethod::EqualInterval, classes, ..Classing::default() };
    harness.state_mut().does(Action::Edit(Command::SetClassing(indicator.clone(), Some(classing(3)))));
    harness.state_mut().does(Action::Show(Showing::SaveView { title: "Drei Klassen".into(), sentence: String::new() }));
    let view = harness.state().desk.project().views.last().unwrap().id;
    harness.state_mut().does(Action::Edit(Command::SetClassing(indicator.clone(), Some(classing(5)))));
    let classes = |harness: &Harness<'_, Seat>| harness.state().desk.picture(Light::Light).unwrap().legend.classes.len();
    assert_eq!(classes(&harness), 5);
    harness.state_mut().does(Action::Show(Showing::GoTo(view)));
    harness.run_steps(4);
    assert_eq!(classes(&harness), 3, "as it was saved");
    assert_eq!(harness.state().desk.project().classing[&indicator].classes, 5, "the project keeps its own");
    assert!(harness.query_by_label("Klassen wie in der Ansicht „Drei Klassen“.").is_some());
    clicks(&mut harness, "Klassen des Projekts");
    assert_eq!(classes(&harness), 5);
    assert!(harness.query_by_label("Klassen wie in der Ansicht „Drei Klassen“.").is_none());
    harness.state_mut().does(Action::Show(Showing::GoTo(view)));
    harness.state_mut().does(Action::Edit(Command::SetClassing(indicator, Some(classing(4)))));
    assert_eq!(classes(&harness), 4, "what is set then is what is seen");
}

#[test]
fn names_on_the_map_are_switched_from_the_menu() {
    let mut harness = at_the_map();
    let names = |harness: &Harness<'_, Seat>| {
        let labels = harness.state().desk.picture(Light::Light).unwrap().labels;
        let areas = labels.iter().filter(|it| matches!(it.of, Named::Area(_))).count();
        (areas, labels.len() - areas)
    };
    let all = names(&harness);
    assert!(all.0 > 0 && all.1 > 0);
    clicks(&mut harness, "Menü");
    clicks(&mut harness, "Namen der Gebiete auf der Karte");
    assert_eq!(names(&harness), (all.0, 0));
    clicks(&mut harness, "Menü");
    clicks(&mut harness, "Namen der Räume auf der Karte");
    assert_eq!(names(&harness), (0, 0));
}

#[test]
fn digits_put_chosen_districts_into_areas() {
    let mut harness = at_the_map();
    let area = |harness: &Harness<'_, Seat>, id: &str| harness.state().desk.shown_plan().unwrap().area_of.get(&key(id)).copied();
    let areas: Vec<_> = harness.state().desk.shown_plan().unwrap().areas.iter().map(|it| it.id).collect();
    let (first, second) = ("03159017", "03159001");
    for (id, add) in [(first, false), (second, true)] {
        let district = Some(found(&harness, id));
        harness.state_mut().does(Action::Look(LookAt::SelectDistrict { district, add }));
    }
    presses(&mut harness, Modifiers::NONE, Key::Num3);
    assert_eq!((area(&harness, first), area(&harness, second)), (Some(areas[2]), Some(areas[2])));
    presses(&mut harness, Modifiers::NONE, Key::Num0);
    assert_eq!((area(&harness, first), area(&harness, second)), (None, None));
}

#[test]
fn on_the_wall_districts_are_chosen_and_moved_without_a_mouse() {
    let mut seat = Seat::with_sample(settings(Language::German));
    seat.does(Action::Show(Showing::Start(None)));
    let mut harness = before(seat, vec2(1920.0, 1080.0));
    harness.state_mut().does(Action::Look(LookAt::SelectArea(None)));
    let view = harness.state().desk.view_on_wall().unwrap().id;
    let chosen = |harness: &Harness<'_, Seat>| harness.state().desk.look().selection.districts.first().cloned();
    let of = |harness: &Harness<'_, Seat>, at: u32| harness.state().desk.catalog().register.get(DistrictIx(at)).map(|it| it.key.clone());
    presses(&mut harness, Modifiers::NONE, Key::N);
    assert_eq!(chosen(&harness), of(&harness, 0));
    presses(&mut harness, Modifiers::NONE, Key::N);
    presses(&mut harness, Modifiers::NONE, Key::N);
    presses(&mut harness, Modifiers::SHIFT, Key::N);
    assert_eq!(chosen(&harness), of(&harness, 1));
    assert_eq!(harness.state().desk.view_on_wall().unwrap().id, view, "the view stays");
    let before = harness.state().desk.project().plans.len();
    presses(&mut harness, Modifiers::NONE, Key::Num2);
    let plan = harness.state().desk.shown_plan().unwrap();
    assert_eq!(plan.area_of.get(&chosen(&harness).unwrap()), Some(&plan.areas[1].id));
    assert_eq!(harness.state().desk.project().plans.len(), before + 1, "in a copy");
}

#[test]
fn f2_stands_in_the_palette_and_opens_the_name() {
    let mut harness = at_the_map();
    let area = harness.state().desk.shown_plan().unwrap().areas[2].clone();
    for (selected, field) in [(Some(area.id), "Name"), (None, "Name der Planungsvariante")] {
        harness.state_mut().does(Action::Look(LookAt::SelectArea(selected)));
        presses(&mut harness, Modifiers::COMMAND, Key::K);
        harness.event(egui::Event::Text("umbenennen".into()));
        harness.run_steps(2);
        presses(&mut harness, Modifiers::NONE, Key::Enter);
        harness.run_steps(4);
        let fields = harness.query_all_by_label(field);
        let mut fields = fields.filter(|it| it.accesskit_node().role() == egui::accesskit::Role::TextInput);
        assert!(fields.any(|it| it.is_focused()), "{field}");
    }
}

#[test]
fn everything_on_the_planning_page_has_a_name_in_both_languages() {
    for language in [Language::German, Language::English] {
        let mut harness = before(Seat::with_sample(settings(language)), SIZE);
        let district = Some(found(&harness, "03159017"));
        harness.state_mut().does(Action::Look(LookAt::SelectDistrict { district, add: false }));
        for drawer in [Drawer::Closed, Drawer::Table, Drawer::History, Drawer::Views] {
            harness.state_mut().does(Action::Look(LookAt::Drawer(drawer)));
            harness.run_steps(3);
            assert_eq!((unnamed(&harness), unsaid(&harness)), (Vec::new(), Vec::new()), "{language:?} {drawer:?}");
        }
        let area = harness.state().desk.shown_plan().unwrap().areas[0].id;
        for action in [
            Action::Look(LookAt::ToggleArea(area)),
            Action::Look(LookAt::SelectArea(Some(area))),
            Action::Draw(planraum::desk::action::Drawing::Tool(planraum::desk::look::Tool::Paint)),
            Action::File(FileWork::Ask(planraum::desk::action::Asking::SaveAs)),
        ] {
            harness.state_mut().does(action.clone());
            harness.run_steps(3);
            assert_eq!((unnamed(&harness), unsaid(&harness)), (Vec::new(), Vec::new()), "{language:?} {action:?}");
        }
    }
}

#[test]
fn the_path_field_has_a_name() {
    let mut harness = at_the_map();
    let asking = planraum::desk::action::Asking::SaveAs;
    harness.state_mut().seat.desk.finish(planraum::desk::errand::Report::NoDialog(asking));
    harness.run_steps(3);
    assert!(harness.state().desk.asking().is_some());
    let mut fields = harness.query_all_by_label("Pfad der Datei");
    assert!(fields.any(|it| it.accesskit_node().role() == egui::accesskit::Role::TextInput));
    assert_eq!((unnamed(&harness), unsaid(&harness)), (Vec::new(), Vec::new()));
}

#[test]
fn the_card_under_the_pointer_stands_clear_of_the_zoom_card() {
    let size = vec2(1280.0, 720.0);
    let mut seat = Seat::with_sample(Settings { scheme: Scheme::HighContrast, ..settings(Language::German) });
    let district = seat.desk.catalog().register.find(&key("03159017"));
    seat.does(Action::Look(LookAt::SelectDistrict { district, add: false }));
    let mut harness = before(seat, size);
    harness.run_steps(4);
    let area = |id: egui::Id| harness.ctx.memory(|it| it.area_rect(id));
    let (hover, zoom) = (area(egui::Id::unique(("hover card", "chosen"))).unwrap(), area(egui::Id::unique("zoom")).unwrap());
    assert!(hover.bottom() + 6.0 <= zoom.top(), "{hover:?} over {zoom:?}");
}

#[test]
fn several_indicators_stand_below_one_another_for_up_to_four_plans() {
    let mut seat = Seat::with_sample(settings(Language::German));
    seat.compares();
    let mut harness = before(seat, vec2(1440.0, 3200.0));
    let shown = harness.state().desk.shown_indicator().unwrap().indicator.id.clone();
    let others: Vec<_> =
        harness.state().desk.catalog().series().iter().map(|it| it.indicator.clone()).filter(|it| it.id != shown).collect();
    clicks(&mut harness, "Weitere Kennzahl");
    for indicator in others.iter().take(2) {
        let items = harness.query_all_by_label(&indicator.name);
        items.max_by(|a, b| a.rect().top().total_cmp(&b.rect().top())).unwrap().click();
        harness.run_steps(3);
    }
    assert_eq!(harness.state().desk.look().compare.beside, others[..2].iter().map(|it| it.id.clone()).collect::<Vec<_>>());
    presses(&mut harness, Modifiers::NONE, Key::Escape);
    let rows = |harness: &Harness<'_, Seat>, name: &str| said(harness, &format!("Südharz, {name}: ")).len();
    assert_eq!(others[..2].iter().map(|it| rows(&harness, &it.name)).collect::<Vec<_>>(), [1, 1]);
    let plan = harness.state().plan("Entwurf A");
    harness.state_mut().does(Action::Plan(PlanWork::Duplicate(plan)));
    let copy = harness.state().desk.look().plan.unwrap();
    let plans = vec![plan, harness.state().plan("Entwurf B"), copy];
    harness.state_mut().does(Action::Look(LookAt::Compare(plans)));
    harness.state_mut().does(Action::Look(LookAt::CompareMode(CompareMode::SideBySide)));
    harness.state_mut().does(Action::Look(LookAt::Page(Page::Comparison)));
    harness.run_steps(4);
    let copied = harness.state().desk.project().plan(copy).unwrap().name.clone();
    let row = said(&harness, &format!("Südharz, {}: ", others[0].name));
    let figures = |plan: &str| row[0].split(&format!("{plan} ")).nth(1).and_then(|it| it.split(", ").next()).map(str::to_owned);
    assert_eq!(row.len(), 1, "{row:?}");
    assert!(figures(&copied).is_some_and(|it| it != "–"), "{row:?}");
    assert_eq!(figures(&copied), figures("Entwurf A (fiktiv)"), "a copy has the values of what was copied: {row:?}");
    clicks(&mut harness, &format!("„{}“ herausnehmen", others[0].name));
    assert_eq!(harness.state().desk.look().compare.beside, [others[1].id.clone()]);
    assert_eq!((unnamed(&harness), unsaid(&harness)), (Vec::new(), Vec::new()));
}

/// Who searched for Duderstadt saw it beside the figures, the name and „Löschen“ of the area that was chosen before.
#[test]
fn what_is_searched_for_brings_its_own_area() {
    let mut harness = at_the_map();
    let plan = harness.state().desk.shown_plan().unwrap().clone();
    let found = found(&harness, "03159010");
    let home = plan.area_of[&key("03159010")];
    let other = plan.areas.iter().map(|it| it.id).find(|it| *it != home).unwrap();
    let area = |harness: &Harness<'_, Seat>| harness.state().desk.look().selection.area;
    harness.state_mut().does(Action::Look(LookAt::SelectArea(Some(other))));
    harness.state_mut().does(Action::Look(LookAt::Find(vec![found])));
    assert_eq!(area(&harness), Some(home));
    let apart =
        plan.area_of.iter().find(|it| *it.1 == other).map(|it| harness.state().desk.catalog().register.find(it.0).unwrap()).unwrap();
    harness.state_mut().does(Action::Look(LookAt::Find(vec![found, apart])));
    assert_eq!(area(&harness), None, "they share none");
    harness.state_mut().does(Action::Look(LookAt::SelectArea(Some(other))));
    harness.state_mut().does(Action::Draw(Drawing::Tool(Tool::Paint)));
    harness.state_mut().does(Action::Look(LookAt::Find(vec![found])));
    assert_eq!(area(&harness), Some(other), "while one draws the area that is drawn stays");
}

/// The table kept where it was scrolled to: the largest values were out of sight.
#[test]
fn a_table_in_another_order_is_read_from_its_first_row() {
    let mut harness = at_the_map();
    harness.state_mut().does(Action::Look(LookAt::Drawer(Drawer::Table)));
    harness.state_mut().does(Action::Look(LookAt::SelectDistrict { district: Some(DistrictIx(30)), add: false }));
    harness.run_steps(6);
    harness.get_all_by_role_and_label(egui::accesskit::Role::ColumnHeader, "Wert").next().unwrap().click();
    harness.run_steps(6);
    let largest = harness.get_all_by_label_contains("Bad Lauterberg im Harz, 6 Südharz").next().unwrap().rect();
    let head = harness.get_all_by_role_and_label(egui::accesskit::Role::ColumnHeader, "Wert").next().unwrap().rect();
    assert!((largest.top() - head.bottom()).abs() < 6.0, "{largest} below {head}");
}
