//! What a planner stumbled over who had never seen the program.
use super::*;
use planraum::{
    desk::{
        action::{AreaWork, Drawing, Showing},
        look::{Drawer, Tool},
    },
    model::{planning_area::PlanningArea, saved_view::Level},
};

fn with_plan() -> Seat {
    let mut seat = Seat::with_sample(settings(Language::German));
    let plan = seat.plan("Entwurf A");
    seat.does(Action::Look(LookAt::Plan(plan)));
    seat
}

fn area<'a>(seat: &'a Seat, name: &str) -> &'a PlanningArea {
    seat.desk.shown_plan().unwrap().areas.iter().find(|it| it.name == name).unwrap()
}

fn map_height(harness: &Harness<'_, Seat>) -> f32 {
    harness.get_by(|it| it.role() == egui::accesskit::Role::Canvas).rect().height()
}

/// With each frame the panel asked for a little more than it was given, until the county was a stamp.
#[test]
fn the_drawers_keep_their_height() {
    for drawer in [Drawer::History, Drawer::Table, Drawer::Views] {
        let mut seat = with_plan();
        seat.does(Action::Look(LookAt::Drawer(drawer)));
        let mut harness = before(seat, SIZE);
        let height = map_height(&harness);
        harness.run_steps(30);
        assert_eq!(map_height(&harness), height, "{drawer:?}");
    }
}

/// egui offers 600 points while it asks how wide a menu has to be; a menu that took them covered map and panel.
#[test]
fn a_menu_is_as_wide_as_its_words() {
    let mut harness = before(with_plan(), SIZE);
    clicks(&mut harness, "Variante „Entwurf A (fiktiv)“");
    let width = harness.get_by_label("Schützen").rect().width();
    assert!(width < 320.0, "{width}");
}

/// „16,…“ stood where 16,7 % belonged.
#[test]
fn no_figure_is_cut_where_an_area_has_several_parts() {
    let mut seat = with_plan();
    let (target, duderstadt) =
        (area(&seat, "Münden").id, seat.desk.catalog().register.iter().find(|it| it.1.name == "Duderstadt").unwrap().0);
    seat.does(Action::Draw(Drawing::Put { districts: vec![duderstadt], area: Some(target) }));
    let mut output = None;
    let context = egui::Context::default();
    theme::install(&context, seat.desk.settings().scheme, true);
    for _ in 0..6 {
        let size = vec2(1280.0, 720.0);
        let input = egui::RawInput { screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, size)), ..egui::RawInput::default() };
        let mut shown = context.run_ui(input, |ui| seat.show(ui));
        shown.textures_delta.clear();
        output = Some(shown);
    }
    let mut cut = Vec::new();
    for it in output.unwrap().shapes {
        if let egui::Shape::Text(it) = &it.shape
            && it.galley.elided
            && it.galley.text().starts_with(|it: char| it.is_ascii_digit())
            && it.galley.text().ends_with('%')
        {
            cut.push(it.galley.text().to_owned());
        }
    }
    assert!(cut.is_empty(), "{cut:?}");
}

#[test]
fn the_reason_of_an_area_that_is_merged_stays() {
    let mut seat = with_plan();
    let (into, from) = (area(&seat, "Südharz").id, area(&seat, "Osterode").id);
    let kept = area(&seat, "Südharz").reason.clone();
    seat.does(Action::Area(AreaWork::Reason(from, "Gemeinsame Buslinie".into())));
    seat.does(Action::Area(AreaWork::Merge { into, from }));
    let reason = area(&seat, "Südharz").reason.clone();
    assert!(reason.starts_with(&kept) && reason.ends_with("Gemeinsame Buslinie"), "{reason}");
    seat.does(Action::Undo);
    assert_eq!(area(&seat, "Südharz").reason, kept);
}

#[test]
fn who_duplicates_a_plan_while_painting_goes_on_with_the_same_area() {
    let mut seat = with_plan();
    let target = area(&seat, "Südharz").id;
    seat.does(Action::Look(LookAt::SelectArea(Some(target))));
    seat.does(Action::Draw(Drawing::Tool(Tool::Paint)));
    let plan = seat.plan("Entwurf A");
    seat.does(Action::Plan(PlanWork::Duplicate(plan)));
    assert_ne!(seat.desk.look().plan, Some(plan), "the copy is shown");
    assert_eq!(seat.desk.look().brush.target, Some(target));
}

/// An area was chosen, the map showed districts: a frame with nothing in it but a cross.
#[test]
fn the_card_on_the_wall_is_never_empty() {
    let mut seat = with_plan();
    seat.does(Action::Look(LookAt::Level(Level::Districts)));
    let südharz = area(&seat, "Südharz").id;
    seat.does(Action::Look(LookAt::SelectArea(Some(südharz))));
    seat.does(Action::Show(Showing::SaveView { title: "Mit Auswahl".into(), sentence: String::new() }));
    let view = seat.desk.project().views.last().map(|it| it.id);
    seat.does(Action::Show(Showing::Start(view)));
    let harness = before(seat, vec2(1920.0, 1080.0));
    assert!(!said(&harness, "34.876").is_empty(), "the card tells how many live there");
}

/// Cut at the same place, a plan and its copy had the same name.
#[test]
fn the_comparison_tells_a_plan_from_its_copy() {
    let mut seat = with_plan();
    let plan = seat.plan("Entwurf A");
    seat.does(Action::Plan(PlanWork::Duplicate(plan)));
    let copy = seat.desk.look().plan.unwrap();
    seat.does(Action::Look(LookAt::Compare(vec![plan, copy])));
    seat.does(Action::Look(LookAt::Page(Page::Comparison)));
    let mut harness = before(seat, SIZE);
    harness.run_steps(3);
    let width = |label: &str| harness.get_by(|it| it.label().is_some_and(|it| it.starts_with(label))).rect().width();
    let [a, b] = ["Variante vorher", "Variante nachher"].map(width);
    assert!(b > a + 20.0 && b > 190.0, "{a} {b}: as wide as „Entwurf A (fiktiv) – Kopie“ is long");
}

/// After a click on a year the arrows moved the map, and the east of the county left the picture.
#[test]
fn who_clicked_the_slider_goes_on_with_the_arrows() {
    use egui::accesskit::Role;
    let mut harness = before(with_plan(), SIZE);
    let slider = harness.get_by_role_and_label(Role::Slider, "Zeitraum").rect();
    let at = slider.left_center() + vec2(slider.width() * 0.25, 0.0);
    harness.hover_at(at);
    for pressed in [true, false] {
        harness.event(egui::Event::PointerButton { pos: at, button: egui::PointerButton::Primary, pressed, modifiers: Modifiers::NONE });
        harness.run_steps(2);
    }
    let year = |it: &Harness<'_, Seat>| it.state().desk.shown_period().unwrap().as_str().parse::<u32>().unwrap();
    let (clicked, extent) = (year(&harness), harness.state().desk.look().extent);
    harness.key_press(Key::ArrowLeft);
    harness.run_steps(3);
    assert_eq!((year(&harness), harness.state().desk.look().extent), (clicked - 1, extent));
}
