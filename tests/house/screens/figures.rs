//! The figures on the map and beside it: what stands there, in which unit, and that each can be asked what it rests on.
use eframe::egui::{Ui, Vec2, vec2};
use planraum::{
    cartography::{labels::Named, palette::Ground, picture::Picture},
    desk::{
        Desk,
        action::{Action, Drawing, LookAt, PlanWork, Showing},
        look::{Brush, Colouring, Drawer, Page, Tool},
    },
    geometry::DistrictIx,
    model::{
        catalog::Series,
        id::AreaId,
        released::Profile,
        saved_view::Level,
        value::{Cell, Finite},
    },
    views::{
        map::{Card, hover_card_ui, legend_ui},
        planning,
        presenting::Wall,
        theme::Scheme,
    },
    words::Language,
};

use super::{
    desk::{click, run, screen, small_with},
    secrets::{all_said, comparison_ui, graphics},
};

fn labels(picture: &Picture) -> Vec<(u32, String)> {
    let area = |it: &planraum::cartography::labels::Label| match it.of {
        Named::Area(id) => Some((id.0, it.figure.clone())),
        Named::District(_) => None,
    };
    let mut found: Vec<_> = picture.labels.iter().filter_map(area).collect();
    found.sort();
    found
}

fn by_areas(change: impl FnOnce(&mut [Series])) -> Desk {
    let mut desk = small_with(Language::German, change);
    run(&mut desk, Action::Look(LookAt::Colouring(Colouring::Areas)));
    desk
}

fn told(figures: [(u32, &str); 3]) -> Vec<(u32, String)> {
    figures.map(|(area, figure)| (area, figure.to_owned())).to_vec()
}

/// „Raumname mit Kennwert“: where areas carry the colours, their names carry what is balanced, also while the brush moves.
#[test]
fn names_of_areas_carry_their_people_and_follow_the_brush() {
    let mut desk = by_areas(|_| ());
    let mut picture = desk.picture(Ground::Light).unwrap();
    assert_eq!(labels(&picture), told([(1, "3.000"), (2, "2.000"), (3, "2.000")]));
    assert!(picture.subtitle.contains("Bevölkerung") && picture.subtitle.contains("2023"), "{}", picture.subtitle);
    run(&mut desk, Action::Draw(Drawing::Tool(Tool::Paint)));
    let brush = desk.look().brush.clone();
    run(&mut desk, Action::Draw(Drawing::Brush(Brush { target: Some(AreaId(2)), radius: 0.0, ..brush })));
    let had = desk.picture_key(Ground::Light, None);
    run(&mut desk, Action::Draw(Drawing::Begin { at: [500.0, 500.0], erase: false }));
    let wanted = desk.picture_key(Ground::Light, None);
    desk.follow_picture(&mut picture, &had, &wanted).unwrap();
    assert_eq!(labels(&picture), told([(1, "2.000"), (2, "3.000"), (3, "2.000")]), "before the button comes up");
    assert_eq!(labels(&picture), labels(&desk.picture(Ground::Light).unwrap()));
}

#[test]
fn a_hidden_area_has_no_figure_at_its_name() {
    let mut desk = by_areas(|all| {
        all[0].put(0, DistrictIx(0), Cell::known(2.0));
        all[0].put(0, DistrictIx(1), Cell::known(0.0));
        all[0].put(0, DistrictIx(2), Cell::known(0.0));
    });
    let had = desk.picture_key(Ground::Light, None);
    assert_eq!(labels(&desk.picture(Ground::Light).unwrap())[0], (1, "2".to_owned()));
    run(&mut desk, Action::Look(LookAt::Profile(Profile::Oeffentlich)));
    assert_ne!(desk.picture_key(Ground::Light, None), had, "another picture is made for others");
    assert_eq!(labels(&desk.picture(Ground::Light).unwrap())[0], (1, "geheim".to_owned()));
}

fn card_ui(ui: &mut Ui, desk: &Desk, _: &mut Vec<Action>) {
    if let Some(district) = desk.look().hover {
        hover_card_ui(ui, desk, district, Card { pinned: true, ..Card::default() });
    }
}

/// The card of the district under the pointer, all it says in one text.
fn card(mut desk: Desk, district: u32) -> String {
    run(&mut desk, Action::Look(LookAt::Hover(Some(DistrictIx(district)))));
    all_said(&screen(desk, card_ui, vec2(300.0, 300.0), Scheme::Light)).join(" | ")
}

fn looking(level: Level, indicator: usize, change: impl FnOnce(&mut [Series])) -> Desk {
    let mut desk = small_with(Language::German, change);
    let id = desk.catalog().series()[indicator].indicator.id.clone();
    run(&mut desk, Action::Look(LookAt::Indicator(id)));
    run(&mut desk, Action::Look(LookAt::Level(level)));
    desk
}

#[test]
fn the_card_speaks_of_the_district_with_its_area_named() {
    let said = card(looking(Level::Districts, 2, |_| ()), 1);
    for part in ["Behausen", "11,7\u{a0}%", "Kinder in Armut", "14 von 120", "1 Nord", "Gebieten", "Beispielwert (erfunden)"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(said.contains("von 7 Gebieten; 1 ohne sicheren Wert nicht gezählt"), "whom the rank leaves out: {said}");
    assert!(card(looking(Level::Districts, 2, |_| ()), 3).contains("geheim"), "Defeld's source keeps it secret");
    assert!(card(looking(Level::Districts, 2, |_| ()), 8).contains("unbewohnt"), "nobody lives in the forest");
    let missing = |all: &mut [Series]| all[2].put(2, DistrictIx(1), Cell::ABSENT);
    assert!(card(looking(Level::Districts, 2, missing), 1).contains("nicht geliefert"));
}

#[test]
fn where_areas_are_shown_the_card_speaks_of_the_area_with_the_district_named() {
    let said = card(looking(Level::Areas, 2, |_| ()), 1);
    for part in ["Nord", "11,7\u{a0}%", "35 von 300", "Rang", "Räumen", "Gebiet | Behausen"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!said.contains("14 von 120"), "not the district's: {said}");
    let nobody = |all: &mut [Series]| (0..3).for_each(|it| all[2].put(2, DistrictIx(it), Cell::ABSENT));
    assert!(card(looking(Level::Areas, 2, nobody), 1).contains("nicht geliefert"));
    let few = |all: &mut [Series]| {
        let part = Cell { numerator: Finite::new(1.0), value: Finite::new(1.0), ..all[2].cell(2, DistrictIx(0)) };
        all[2].put(2, DistrictIx(0), part);
        (1..3).for_each(|it| all[2].put(2, DistrictIx(it), Cell { denominator: Finite::new(0.0), ..Cell::ABSENT }));
    };
    let mut desk = looking(Level::Areas, 2, few);
    run(&mut desk, Action::Look(LookAt::Profile(Profile::Konferenz)));
    let said = card(desk, 0);
    assert!(said.contains("geheim") && !said.contains("Rang") && !said.contains(" von 100"), "{said}");
    let said = card(looking(Level::Areas, 2, |_| ()), 5);
    assert!(said.contains("Eftal") && said.contains("nicht zugeordnet"), "a district without area speaks for itself: {said}");
}

/// „je 1.000“ stood nowhere on the card.
#[test]
fn a_long_unit_stands_beside_the_name() {
    let per_thousand = |all: &mut [Series]| all[2].indicator.unit = "je 1.000".into();
    for level in [Level::Districts, Level::Areas] {
        let said = card(looking(level, 2, per_thousand), 1);
        assert!(said.contains("Kinder in Armut, je 1.000") && said.contains("11,7 |"), "{said}");
    }
}

/// A card that stays is asked like any other number.
#[test]
fn the_number_of_a_pinned_card_opens_what_it_rests_on() {
    let mut desk = looking(Level::Districts, 2, |_| ());
    run(&mut desk, Action::Look(LookAt::Hover(Some(DistrictIx(1)))));
    let mut harness = screen(desk, card_ui, vec2(640.0, 600.0), Scheme::Light);
    click(&mut harness, "Behausen, Kinder in Armut: 11,7\u{a0}%");
    let said = all_said(&harness);
    assert!(said.iter().any(|it| it.contains("Zähler")) && said.iter().filter(|it| *it == "14 von 120").count() == 2, "{said:?}");
}

/// Clicks a number and answers with all that is said afterwards and was not before.
fn opened(desk: Desk, panel: fn(&mut Ui, &Desk, &mut Vec<Action>), size: Vec2, number: &str) -> String {
    let mut harness = screen(desk, panel, size, Scheme::Light);
    let before = all_said(&harness);
    click(&mut harness, number);
    let only_looks = harness.state().asked.iter().all(|it| matches!(it, Action::Look(LookAt::SelectDistrict { .. })));
    assert!(only_looks, "{number}: {:?}", harness.state().asked);
    let mut after = all_said(&harness);
    for it in before {
        if let Some(at) = after.iter().position(|other| *other == it) {
            after.remove(at);
        }
    }
    after.join(" | ")
}

fn holds(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "{part}: {said}");
    }
}

const SOURCE: &str = "Beispielwert (erfunden)";

#[test]
fn a_cell_of_the_table_opens_what_it_rests_on() {
    let mut desk = looking(Level::Districts, 2, |_| ());
    run(&mut desk, Action::Look(LookAt::Drawer(Drawer::Table)));
    let said = opened(desk, planning::drawer_ui, vec2(1000.0, 500.0), "Behausen, Kinder in Armut: 11,7\u{a0}%");
    holds(&said, &["14 von 120", "Summe der Zähler", "2023", SOURCE]);
}

#[test]
fn deviation_and_parts_open_their_rule_and_what_went_in() {
    let right = |number: &str| opened(small_with(Language::German, |_| ()), planning::right_panel_ui, vec2(344.0, 830.0), number);
    let said = right("Nord, Abweichung vom Ziel +28,6\u{a0}%");
    holds(&said, &["geteilt durch das Ziel", "Bevölkerung", "3.000", "2.333", "2023", SOURCE]);
    holds(&right("Süd, 1 Teil"), &["eine Grenze gemeinsam"]);
}

#[test]
fn surface_and_compactness_open_in_the_details() {
    let mut desk = small_with(Language::German, |_| ());
    run(&mut desk, Action::Look(LookAt::SelectArea(Some(AreaId(1)))));
    run(&mut desk, Action::Look(LookAt::ToggleArea(AreaId(1))));
    for (number, part) in [("Nord, 3\u{a0}km²", "gemessen auf der Karte"), ("Nord, Kompaktheit 0,59", "Polsby")] {
        let mut desk = small_with(Language::German, |_| ());
        run(&mut desk, Action::Look(LookAt::SelectArea(Some(AreaId(1)))));
        run(&mut desk, Action::Look(LookAt::ToggleArea(AreaId(1))));
        holds(&opened(desk, planning::right_panel_ui, vec2(344.0, 1400.0), number), &[part, "3,0\u{a0}km²"]);
    }
}

#[test]
fn the_countys_mark_and_the_points_of_the_chart_open_what_they_rest_on() {
    let county = "Landkreis nur 88\u{a0}% erfasst";
    let left = screen(looking(Level::Districts, 2, |_| ()), planning::left_panel_ui, vec2(288.0, 900.0), Scheme::Light);
    let mark = all_said(&left).into_iter().find(|it| it.starts_with("Landkreis ")).unwrap_or_else(|| county.into());
    let said = opened(looking(Level::Districts, 2, |_| ()), planning::left_panel_ui, vec2(288.0, 900.0), &mark);
    holds(&said, &["7 von 8 Gebieten", "Summe der Zähler", SOURCE]);
    let mut desk = looking(Level::Areas, 2, |_| ());
    run(&mut desk, Action::Look(LookAt::SelectArea(Some(AreaId(1)))));
    let right = screen(desk, planning::right_panel_ui, vec2(344.0, 1000.0), Scheme::Light);
    let chart = all_said(&right).into_iter().find(|it| it.starts_with("Nord: 31.12.2021") || it.starts_with("Nord: 2021")).unwrap();
    let mut desk = looking(Level::Areas, 2, |_| ());
    run(&mut desk, Action::Look(LookAt::SelectArea(Some(AreaId(1)))));
    let said = opened(desk, planning::right_panel_ui, vec2(344.0, 1000.0), &chart);
    holds(
        &said,
        &["Nord, Kinder in Armut", "Landkreis, Kinder in Armut", "2022", "nicht geliefert", "0 von 3 Gebieten", "Summe der Zähler", SOURCE],
    );
}

fn legend_of_the_map(ui: &mut Ui, desk: &Desk, _: &mut Vec<Action>) {
    if let Some(picture) = desk.picture(Ground::Light) {
        legend_ui(ui, &picture.legend, desk.words());
    }
}

#[test]
fn the_counts_of_the_legend_say_who_is_counted() {
    let said = opened(looking(Level::Districts, 2, |_| ()), legend_of_the_map, vec2(400.0, 500.0), "geheim, auch als Schutz, Anzahl 1");
    holds(&said, &["in keiner Klasse", "Kinder in Armut"]);
    let harness = screen(looking(Level::Districts, 2, |_| ()), legend_of_the_map, vec2(400.0, 500.0), Scheme::Light);
    let class = all_said(&harness).into_iter().find(|it| it.starts_with("unter") && it.contains(", Anzahl ")).unwrap();
    let said = opened(looking(Level::Districts, 2, |_| ()), legend_of_the_map, vec2(400.0, 500.0), &class);
    holds(&said, &["die höchste Klasse schließt beide Grenzen ein", "Kinder in Armut", "%", SOURCE]);
}

/// Behausen goes to Mitte.
fn compared() -> Desk {
    let mut desk = looking(Level::Areas, 2, |_| ());
    let before = desk.look().plan.unwrap();
    run(&mut desk, Action::Plan(PlanWork::Duplicate(before)));
    run(&mut desk, Action::Draw(Drawing::Put { districts: vec![DistrictIx(1)], area: Some(AreaId(2)) }));
    let after = desk.look().plan.unwrap();
    run(&mut desk, Action::Look(LookAt::Compare(vec![before, after])));
    run(&mut desk, Action::Look(LookAt::Page(Page::Comparison)));
    desk
}

#[test]
fn every_number_of_the_comparison_opens_what_it_rests_on() {
    let page = |number: &str| opened(compared(), comparison_ui, vec2(1280.0, 1600.0), number);
    holds(&page("Nord → Mitte, Bevölkerung: 1.200"), &["Summe der Gebiete", "2023", SOURCE]);
    holds(&page("Kleinster Raum, Einwohner, Entwurf A: 2.000"), &["Bevölkerung", "2023", SOURCE]);
    holds(&page("Entwurf A – Entwurf A – Kopie, Neue Grenzen: 2,0\u{a0}km"), &["Grenzen"]);
    holds(&page("Nord, Entwurf A, Kinder in Armut: 11,7\u{a0}%"), &["35 von 300", "Summe der Zähler", SOURCE]);
    holds(
        &page("Nord, Entwurf A – Kopie, Abweichung vom Ziel je Raum: −22,9\u{a0}%"),
        &["geteilt durch das Ziel", "1.800", "2.333", SOURCE],
    );
}

fn wall_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    Wall::default().ui(ui, desk, &graphics(), asked);
}

#[test]
fn the_number_on_the_wall_opens_what_it_rests_on() {
    let mut desk = looking(Level::Areas, 2, |all| all[2].indicator.unit = "je 1.000".into());
    run(&mut desk, Action::Show(Showing::Start(None)));
    run(&mut desk, Action::Look(LookAt::SelectArea(Some(AreaId(1)))));
    let harness = screen(desk, wall_ui, vec2(1920.0, 1080.0), Scheme::Light);
    assert!(all_said(&harness).iter().any(|it| it == "Kinder in Armut, je 1.000"));
    let mut desk = looking(Level::Areas, 2, |_| ());
    run(&mut desk, Action::Show(Showing::Start(None)));
    run(&mut desk, Action::Look(LookAt::SelectArea(Some(AreaId(1)))));
    let said = opened(desk, wall_ui, vec2(1920.0, 1080.0), "Nord, Kinder in Armut: 11,7\u{a0}%");
    holds(&said, &["35 von 300", "Summe der Zähler", "2023", SOURCE]);
}
