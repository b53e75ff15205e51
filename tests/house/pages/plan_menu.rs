//! The menu of a plan: describing it, protecting it, and what protection means.
use super::*;

fn opens_menu(harness: &mut Harness<'_, Seat>, plan: &str) {
    clicks(harness, plan);
    clicks(harness, &format!("Variante „{plan}“"));
}

fn last_step(harness: &Harness<'_, Seat>) -> String {
    let desk = &harness.state().desk;
    desk.words().tell(&desk.history().to_undo().unwrap().title)
}

#[test]
fn a_plan_is_protected_and_opened_again_from_its_menu() {
    let mut harness = before(Seat::with_sample(settings(Language::German)), SIZE);
    opens_menu(&mut harness, "Entwurf A (fiktiv)");
    clicks(&mut harness, "Schützen");
    let plan = harness.state().plan("Entwurf A");
    assert!(harness.state().desk.project().plan(plan).unwrap().untouchable);
    assert_eq!(last_step(&harness), "Variante „Entwurf A (fiktiv)“ geschützt");
    let steps = harness.state().desk.history().taken();
    harness.state_mut().does(Action::Plan(PlanWork::Delete(plan)));
    harness.run_steps(3);
    assert_eq!(harness.state().desk.history().taken(), steps, "a protected plan cannot be deleted");
    assert_eq!(said(&harness, "„Entwurf A (fiktiv)“ ist geschützt und lässt sich nicht löschen.").len(), 1);
    assert!(said(&harness, "Variante „Entwurf A (fiktiv)“ geschützt").is_empty(), "nothing was done that could be undone");
    opens_menu(&mut harness, "Entwurf A (fiktiv)");
    clicks(&mut harness, "Schutz aufheben");
    assert_eq!(last_step(&harness), "Schutz von „Entwurf A (fiktiv)“ aufgehoben");
    harness.state_mut().does(Action::Undo);
    assert!(harness.state().desk.project().plan(plan).unwrap().untouchable);
}

#[test]
fn a_plan_is_described_in_a_small_card() {
    let mut harness = before(Seat::with_sample(settings(Language::German)), SIZE);
    let plan = harness.state().plan("Entwurf A");
    opens_menu(&mut harness, "Entwurf A (fiktiv)");
    clicks(&mut harness, "Beschreiben …");
    assert_eq!((unnamed(&harness), unsaid(&harness)), (Vec::new(), Vec::new()));
    let field = |harness: &Harness<'_, Seat>| {
        let all = harness.query_all_by_label("Beschreibung");
        all.filter(|it| it.accesskit_node().role() == egui::accesskit::Role::MultilineTextInput).count()
    };
    assert_eq!(field(&harness), 1);
    presses(&mut harness, Modifiers::COMMAND, Key::A);
    harness.event(egui::Event::Text("Mehr Gewicht für den Südharz".into()));
    harness.run_steps(3);
    clicks(&mut harness, "Übernehmen");
    assert_eq!(harness.state().desk.project().plan(plan).unwrap().description, "Mehr Gewicht für den Südharz");
    assert_eq!(last_step(&harness), "Beschreibung von „Entwurf A (fiktiv)“ geändert");
    assert_eq!(field(&harness), 0, "the card is closed");
    let tab = harness.get_by_role_and_label(egui::accesskit::Role::Tab, "Entwurf A (fiktiv)").rect().center();
    harness.hover_at(tab);
    harness.step();
    for _ in 0..40 {
        harness.run_steps(1);
    }
    assert!(!said(&harness, "Mehr Gewicht für den Südharz").is_empty(), "the tab tells what the plan is for");
    opens_menu(&mut harness, "Entwurf A (fiktiv)");
    clicks(&mut harness, "Beschreiben …");
    presses(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(field(&harness), 0, "Escape leaves it");
}
