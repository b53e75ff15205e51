//! Mending a plan: what is open, what is cut off, what lies within another area.

use planraum::{
    analysis::draft::WhyNot,
    desk::action::{Action, AreaWork, Drawing, LookAt},
    geometry::DistrictIx,
    model::{id::AreaId, planning_area::Lock},
};

use super::hand::Hand;

fn put(hand: &mut Hand, districts: &[u32], area: Option<u32>) {
    hand.draw(Drawing::Put { districts: districts.iter().copied().map(DistrictIx).collect(), area: area.map(AreaId) });
}

fn chosen(hand: &Hand) -> Vec<&str> {
    hand.desk.look().selection.districts.iter().map(|it| it.as_str()).collect()
}

#[test]
fn open_districts_are_found_one_after_the_other_and_the_forest_never() {
    let mut hand = Hand::over_small_county();
    assert_eq!(hand.board().unassigned().districts, 3, "three of the last column; nobody lives in the forest");
    for next in ["d5", "d11", "d17", "d5"] {
        hand.draw(Drawing::NextUnassigned);
        assert_eq!(chosen(&hand), [next]);
    }
    assert!(hand.desk.look().extent.is_some(), "the map goes there");
    put(&mut hand, &[5, 11, 17], Some(3));
    hand.draw(Drawing::NextUnassigned);
    assert_eq!(hand.notes().last().unwrap(), "Alle Gebiete sind zugeordnet.");
}

#[test]
fn islands_are_found() {
    let mut hand = Hand::over_small_county();
    hand.draw(Drawing::NextIsland);
    assert_eq!(hand.notes(), ["Kein Raum hat abgetrennte Teile, keiner umschließt fremde Gebiete."]);
    put(&mut hand, &[4], Some(1));
    hand.draw(Drawing::NextIsland);
    assert_eq!(chosen(&hand), ["d4"]);
}

/// „Inseln finden“ went somewhere without a word, and never to what the map calls an island, too: an enclave.
#[test]
fn islands_are_counted_while_one_steps_through_them() {
    let mut hand = Hand::over_small_county();
    put(&mut hand, &[0, 1, 2, 6, 8, 12, 13, 14], Some(1));
    put(&mut hand, &[7], None);
    put(&mut hand, &[22], Some(1));
    assert_eq!(hand.desk.islands().unwrap().open.len(), 2);
    let mut said = |next: &str| {
        hand.draw(Drawing::NextIsland);
        assert_eq!(chosen(&hand)[0], next);
        hand.notes().into_iter().filter(|it| it.starts_with("Insel")).collect::<Vec<_>>()
    };
    assert_eq!(said("d7"), ["Insel 1 von 2: Ort 7 (Nicht zugeordnet)"]);
    assert_eq!(said("d22"), ["Insel 2 von 2: Ort 22 (Raum 1)"], "in the place of the first");
    assert_eq!(said("d7"), ["Insel 1 von 2: Ort 7 (Nicht zugeordnet)"], "and round again");
}

/// „2 Inseln“ while the map showed only one of them any more: the other had been left as it is.
#[test]
fn islands_that_were_left_on_purpose_are_not_counted_again() {
    let mut hand = Hand::over_small_county();
    put(&mut hand, &[0, 1, 2, 6, 8, 12, 13, 14], Some(1));
    put(&mut hand, &[7], None);
    put(&mut hand, &[22], Some(1));
    hand.draw(Drawing::LeaveEnclaves);
    hand.draw(Drawing::NextIsland);
    assert_eq!(hand.notes().last().unwrap(), "Insel 1 von 1: Ort 22 (Raum 1)");
    put(&mut hand, &[22], Some(3));
    hand.draw(Drawing::NextIsland);
    assert_eq!(hand.notes().last().unwrap(), "Die einzige Insel bleibt so, wie sie ist.");
    let islands = hand.desk.islands().unwrap();
    assert_eq!((islands.open.len(), islands.left), (0, 1));
}

/// „d10“ stands before „d4“ in the alphabet: behind d10 the search went past what lies between the two.
#[test]
fn the_search_for_islands_goes_on_behind_the_first_district_of_the_register() {
    let mut hand = Hand::over_small_county();
    put(&mut hand, &[4, 10], Some(1));
    put(&mut hand, &[9], Some(3));
    let all: Vec<_> = hand.desk.islands().unwrap().open.iter().map(|it| it.districts.clone()).collect();
    assert_eq!(all.len(), 2);
    let mut seen = Vec::new();
    for _ in 0..all.len() {
        hand.draw(Drawing::NextIsland);
        let register = &hand.desk.catalog().register;
        let mut chosen: Vec<_> = hand.desk.look().selection.districts.iter().filter_map(|it| register.find(it)).collect();
        chosen.sort();
        seen.push(chosen);
    }
    assert_eq!(seen, all, "each one once");
}

/// „Keine Inseln“ was claimed while nobody had looked yet.
#[test]
fn nothing_is_said_of_islands_before_they_were_looked_for() {
    let mut hand = Hand::over_small_county();
    let _unanswered = hand.desk.run(Action::Look(LookAt::WithCity(false)));
    assert!(hand.desk.drawing().board().is_none());
    assert_eq!(hand.desk.islands(), None);
    for search in [Drawing::NextIsland, Drawing::NextUnassigned, Drawing::AbsorbEnclaves] {
        let _ = hand.desk.run(Action::Draw(search));
        let said = "Die Zahlen dieser Variante werden noch berechnet. Gleich kann gezeichnet werden.";
        assert_eq!(hand.notes().last().unwrap(), said);
    }
}

#[test]
fn an_enclave_is_shown_before_it_is_absorbed() {
    let mut hand = Hand::over_small_county();
    put(&mut hand, &[0, 1, 2, 6, 8, 12, 13, 14], Some(1));
    put(&mut hand, &[7], Some(3));
    let taken = hand.taken();
    let [enclave] = hand.desk.enclaves() else { panic!("one enclave: {:?}", hand.desk.enclaves()) };
    assert_eq!((enclave.of, &enclave.districts[..], enclave.mend.to), (Some(AreaId(3)), &[DistrictIx(7)][..], AreaId(1)));
    hand.draw(Drawing::AbsorbEnclaves);
    assert_eq!((hand.area_of("d7"), hand.taken(), hand.desk.enclaves().len()), (Some(1), taken + 1, 0));
    assert_eq!(hand.notes().last().unwrap(), "Einschluss aufgelöst: 1 Gebiet zugeordnet");
    hand.check();
    hand.run(Action::Undo);
    assert_eq!(hand.desk.enclaves().len(), 1);
    hand.draw(Drawing::AbsorbEnclaves);
    hand.draw(Drawing::AbsorbEnclaves);
    assert_eq!(hand.notes().last().unwrap(), "Kein Einschluss: Kein Gebiet ist ganz von einem anderen Raum umgeben.");
}

#[test]
fn a_lock_forbids_absorbing_and_says_so() {
    let mut hand = Hand::over_small_county();
    put(&mut hand, &[2, 8, 14], Some(1));
    put(&mut hand, &[7], None);
    hand.run(Action::Area(AreaWork::Lock(AreaId(1), Lock::Fixed)));
    assert_eq!(hand.desk.enclaves()[0].mend.forbidden, Some(WhyNot::TakesNothing(AreaId(1))));
    hand.draw(Drawing::AbsorbEnclaves);
    assert_eq!(hand.area_of("d7"), None);
    assert_eq!(hand.notes().last().unwrap(), "Ein Gebiet bleibt, wo es ist: „Raum 1“ ist gesperrt und nimmt keine Gebiete auf.");
}
