//! What a profile hides stands nowhere on the screen, and in nothing that outlives it.
use eframe::egui::vec2;
use egui_kittest::{Harness, kittest::NodeT as _};
use planraum::{
    cartography::palette::Ground,
    desk::{
        Desk,
        action::{Action, Drawing, LookAt, PlanWork, Showing},
        look::{Brush, Page, Tool},
    },
    geometry::DistrictIx,
    model::{
        classing::ClassMethod,
        id::AreaId,
        released::Profile,
        value::{Cell, Finite, State},
    },
    views::{comparison::Comparison, graphics::Graphics, map_gpu::MapPainter, planning, theme::Scheme},
    words::Language,
};

use super::desk::{Screen, click, run, screen, small_with};

/// Everything that stands on the screen or is read out.
pub fn all_said(harness: &Harness<'_, Screen>) -> Vec<String> {
    let nodes = harness.root().children_recursive();
    nodes.filter_map(|it| it.accesskit_node().label().or(it.accesskit_node().value())).collect()
}

/// Children in poverty: one of fifty in Adorf and 49 of fifty in Erode.
fn with_small_shares() -> Desk {
    let share = |part: f64| Cell {
        state: State::Known,
        value: Finite::new(part * 2.0),
        numerator: Finite::new(part),
        denominator: Finite::new(50.0),
        ..Cell::ABSENT
    };
    let mut desk = small_with(Language::German, |all| {
        let poor = &mut all[2];
        for (district, part) in [(0, 1.0), (4, 49.0)] {
            poor.put(2, DistrictIx(district), share(part));
        }
    });
    let id = desk.catalog().series()[2].indicator.id.clone();
    run(&mut desk, Action::Look(LookAt::Indicator(id)));
    desk
}

/// Natural breaks begin and end at the values of single districts: kept as they are seen `intern`, they told two hidden
/// shares on the wall, in the legend and in the file.
#[test]
fn limits_that_are_kept_are_nobodys_secret() {
    let hidden = [2.0, 98.0];
    let mut desk = with_small_shares();
    let seen = desk.overlay().unwrap().as_ref().as_ref().unwrap().get().classes.as_ref().unwrap().breaks.clone();
    assert!(hidden.iter().all(|it| seen.contains(it)), "intern everything is classed: {seen:?}");
    run(&mut desk, Action::Show(Showing::SaveView { title: "Armut".into(), sentence: String::new() }));
    let kept = desk.project().views.last().unwrap().classing.clone().unwrap().frozen.unwrap();
    assert!(kept.len() > 2 && hidden.iter().all(|it| !kept.contains(it)), "{kept:?}");
    let view = desk.project().views.last().unwrap().id;
    run(&mut desk, Action::Show(Showing::UpdateView(view)));
    assert_eq!(desk.project().views.last().unwrap().classing.clone().unwrap().frozen, Some(kept.clone()));
    run(&mut desk, Action::Show(Showing::Start(None)));
    let wall = desk.overlay().unwrap().as_ref().as_ref().unwrap().get();
    assert_eq!((wall.profile, wall.classes.as_ref().map(|it| &it.breaks)), (Profile::Konferenz, Some(&kept)));
}

#[test]
fn limits_held_fast_by_hand_are_nobodys_secret() {
    let mut harness = screen(with_small_shares(), planning::left_panel_ui, vec2(320.0, 900.0), Scheme::Light);
    click(&mut harness, "Klassen ändern: natürliche Grenzen · 5");
    click(&mut harness, "Grenzen festhalten");
    let id = harness.state().desk.shown_indicator().unwrap().indicator.id.clone();
    let kept = harness.state().desk.classing_of(&id).frozen.clone().unwrap();
    assert!(kept.len() > 2 && !kept.contains(&2.0) && !kept.contains(&98.0), "{kept:?}");
    click(&mut harness, "eigene Grenzen");
    let ClassMethod::Manual(own) = harness.state().desk.classing_of(&id).method.clone() else { panic!("own limits") };
    assert!(!own.is_empty() && !own.contains(&2.0) && !own.contains(&98.0), "{own:?}");
}

/// A county in which two people live in Adorf, all of area Nord once the others are gone, and everybody else in the thousands.
fn with_two_people() -> Desk {
    let mut desk = small_with(Language::German, |all| {
        let people = &mut all[0];
        people.put(0, DistrictIx(0), Cell::known(2.0));
    });
    let out = [DistrictIx(1), DistrictIx(2)].into_iter().collect();
    run(&mut desk, Action::Draw(Drawing::Put { districts: out, area: Some(AreaId(2)) }));
    desk
}

/// The amounts of all other areas and one deviation, or the target, would tell how many live in the one that is hidden.
#[test]
fn nothing_beside_a_hidden_area_tells_how_many_live_there() {
    let telling = |desk: Desk| {
        let harness = screen(desk, planning::right_panel_ui, vec2(344.0, 830.0), Scheme::Light);
        all_said(&harness)
    };
    let open = telling(with_two_people());
    assert!(open.iter().any(|it| it.starts_with("1, Nord, 2, ")), "intern everything is said: {open:?}");
    assert!(open.iter().any(|it| it.contains("Ziel")));
    let mut desk = with_two_people();
    run(&mut desk, Action::Look(LookAt::Profile(Profile::Konferenz)));
    let hidden = telling(desk);
    assert!(hidden.iter().any(|it| it == "1, Nord"), "the row's name tells no number: {hidden:?}");
    assert!(hidden.iter().any(|it| it == "Nord, Bevölkerung: geheim"));
    assert!(hidden.iter().all(|it| !it.contains("Ziel") && !it.contains('+') && !it.contains('−')), "{hidden:?}");
}

/// What a stroke adds and takes tells how many live in what it moves.
#[test]
fn a_stroke_over_a_hidden_district_tells_no_number() {
    let painting = |profile: Profile| {
        let mut desk = small_with(Language::German, |all| all[0].put(0, DistrictIx(0), Cell::known(2.0)));
        run(&mut desk, Action::Look(LookAt::Profile(profile)));
        run(&mut desk, Action::Draw(Drawing::Tool(Tool::Paint)));
        let brush = desk.look().brush.clone();
        run(&mut desk, Action::Draw(Drawing::Brush(Brush { target: Some(AreaId(3)), radius: 0.0, ..brush })));
        run(&mut desk, Action::Draw(Drawing::Begin { at: [500.0, 500.0], erase: false }));
        run(&mut desk, Action::Draw(Drawing::To([1500.0, 500.0])));
        desk
    };
    let desk = painting(Profile::Intern);
    assert_eq!(desk.deltas().iter().map(|it| it.change).collect::<Vec<_>>(), [Some(1202.0), Some(-1202.0)]);
    let left = |desk: Desk| all_said(&screen(desk, planning::left_panel_ui, vec2(320.0, 900.0), Scheme::Light));
    assert!(left(desk).iter().any(|it| it.contains("1.202")));
    let desk = painting(Profile::Konferenz);
    let deltas = desk.deltas();
    assert!(deltas.len() == 2 && deltas.iter().all(|it| it.secret && it.change.is_none() && it.deviation_after.is_none()), "{deltas:?}");
    let said = left(desk);
    assert!(said.iter().any(|it| it.contains("Behausen 1.200")) && said.iter().any(|it| it == "Adorf geheim"), "{said:?}");
    assert!(said.iter().all(|it| !it.contains("1.202")), "the total less the open one is the hidden one: {said:?}");
}

/// The comparison page without its maps.
pub fn comparison_ui(ui: &mut eframe::egui::Ui, desk: &Desk, asked: &mut Vec<Action>) {
    Comparison::default().ui(ui, desk, &graphics(), asked);
}

/// What draws no map.
pub fn graphics() -> Graphics {
    Graphics { painter: MapPainter::new(None), mesh: None, cleared: None, baker: None }
}

/// Behausen with two people goes to Mitte, and Ceheim with 800 to Süd.
fn comparing(profile: Profile) -> Desk {
    let mut desk = small_with(Language::German, |all| all[0].put(0, DistrictIx(1), Cell::known(2.0)));
    let before = desk.look().plan.unwrap();
    run(&mut desk, Action::Plan(PlanWork::Duplicate(before)));
    for (district, area) in [(1, 2), (2, 3)] {
        run(&mut desk, Action::Draw(Drawing::Put { districts: vec![DistrictIx(district)], area: Some(AreaId(area)) }));
    }
    let after = desk.look().plan.unwrap();
    run(&mut desk, Action::Look(LookAt::Profile(profile)));
    run(&mut desk, Action::Look(LookAt::Compare(vec![before, after])));
    run(&mut desk, Action::Look(LookAt::Page(Page::Comparison)));
    desk
}

/// How many move in all, less the flow that is shown, is the hidden one; so is what an area gains.
#[test]
fn a_handful_that_changes_area_is_secret_on_the_page_and_on_its_map() {
    let said = |profile| all_said(&screen(comparing(profile), comparison_ui, vec2(1280.0, 1400.0), Scheme::Light));
    let picture = |profile| {
        let desk = comparing(profile);
        let (a, b) = desk.shown_pair().unwrap();
        let released = desk.compared(a, b).unwrap();
        let plan = |it| desk.project().plan(it).unwrap();
        let picture = desk.picture_of_differences(released, plan(a), plan(b), Ground::Light).unwrap();
        let labels: Vec<String> = picture.labels.iter().map(|it| it.figure.clone()).filter(|it| !it.is_empty()).collect();
        (picture.subtitle, labels)
    };
    let open = said(Profile::Intern);
    assert!(open.iter().any(|it| it == "Von Nord nach Mitte: Behausen, 2") && open.iter().any(|it| it.contains("802")), "{open:?}");
    assert_eq!(
        picture(Profile::Intern),
        ("802 Menschen in 2 Gebieten wechseln den Raum".into(), vec!["−802".into(), "+2".into(), "+800".into()])
    );
    let hidden = said(Profile::Konferenz);
    assert!(hidden.iter().any(|it| it == "Von Nord nach Mitte: Behausen, geheim"), "{hidden:?}");
    assert!(
        hidden.iter().any(|it| it == "Von Nord nach Süd: Ceheim, 800") && hidden.iter().all(|it| !it.contains("802\u{a0}Menschen")),
        "{hidden:?}"
    );
    assert!(hidden.iter().any(|it| it.starts_with("2 Gebiete")), "districts may be counted: {hidden:?}");
    let (subtitle, labels) = picture(Profile::Konferenz);
    assert_eq!(subtitle, "2 Gebiete wechseln den Raum");
    assert_eq!(labels.iter().filter(|it| *it == "geheim").count(), 2, "{labels:?}");
}
