//! A window that was small, or spoke another language, looks like one that never was.
use super::*;

/// Everything with a name, and where it lies.
fn laid_out(harness: &Harness<'_, Seat>) -> Vec<(String, egui::Rect)> {
    let mut all: Vec<(String, egui::Rect)> = harness
        .query_all_by(|_| true)
        .filter_map(|it| Some((it.accesskit_node().label().or(it.accesskit_node().value())?, it.rect())))
        .collect();
    all.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.left().total_cmp(&b.1.left())).then(a.1.top().total_cmp(&b.1.top())));
    all
}

fn assert_same(after: &Harness<'_, Seat>, fresh: &Harness<'_, Seat>, what: &str) {
    let (after, fresh) = (laid_out(after), laid_out(fresh));
    let names = |all: &[(String, egui::Rect)]| all.iter().map(|it| it.0.clone()).collect::<Vec<_>>();
    assert_eq!(names(&after), names(&fresh), "{what}");
    for (after, fresh) in after.iter().zip(&fresh) {
        let off = (after.1.min - fresh.1.min).length().max((after.1.max - fresh.1.max).length());
        assert!(off < 1.0, "{what}: {} lies at {} and not at {}", fresh.0, after.1, fresh.1);
    }
}

/// „Sperr…“, „Al…“: what lay above the map stayed as small as it had been in a small window or in shorter words.
#[test]
fn nothing_stays_cut_after_the_window_was_small_or_spoke_english() {
    for page in [Page::Planning, Page::Comparison] {
        let at = |language, size| {
            let mut seat = Seat::with_sample(settings(language));
            if page == Page::Comparison {
                seat.compares();
            }
            before(seat, size)
        };
        let mut harness = at(Language::English, vec2(640.0, 360.0));
        harness.set_size(SIZE);
        harness.state_mut().does(Action::Settings(settings(Language::German)));
        harness.run_steps(6);
        assert_same(&harness, &at(Language::German, SIZE), &format!("{page:?}"));
    }
}
