//! What stands still becomes an image on a software adapter: nobody may see a difference.
use eframe::egui::{PointerButton, Pos2, Shape, pos2};
use planraum::views::baked::Baker;

use super::{pictures::Shown, *};

/// The sample's window at rest, with images or without.
fn at_rest(images: bool, scale: f32) -> Harness<'static, Shown> {
    let mut seat = Seat::with_sample(settings(Language::German));
    let builder = Harness::builder().with_size(SIZE).with_pixels_per_point(scale).wgpu();
    let mut harness = builder.build_eframe(move |cc| {
        theme::install_flat(&cc.egui_ctx, theme::Scheme::Light, true);
        let state = cc.wgpu_render_state.as_ref().unwrap();
        seat.graphics.painter = MapPainter::with(state, Means::Software);
        seat.graphics.baker = if images { Baker::new(Some(state), seat.graphics.painter) } else { None };
        Shown(seat)
    });
    harness.run_steps(8);
    harness
}

fn texts(harness: &Harness<'_, Shown>) -> usize {
    harness.output().shapes.iter().filter(|it| matches!(it.shape, Shape::Text(_))).count()
}

/// Share of pixels that differ by more than two of 255 in a colour.
fn apart(harnesses: [&mut Harness<'_, Shown>; 2]) -> f64 {
    let [a, b] = harnesses.map(|it| it.render().unwrap());
    assert_eq!(a.dimensions(), b.dimensions());
    share_apart(a.pixels().map(|it| it.0).zip(b.pixels().map(|it| it.0)))
}

fn share_apart(pairs: impl Iterator<Item = ([u8; 4], [u8; 4])>) -> f64 {
    let (mut all, mut different) = (0.0, 0.0);
    for (a, b) in pairs {
        all += 1.0;
        different += if a.iter().zip(b).any(|(a, b)| a.abs_diff(b) > 2) { 1.0 } else { 0.0 };
    }
    different / all
}

#[test]
#[ignore = "needs a graphics adapter"]
fn a_window_of_images_looks_as_one_drawn_anew() {
    for scale in [1.0, 1.5] {
        let (mut with, mut without) = (at_rest(true, scale), at_rest(false, scale));
        assert!(texts(&with) * 10 < texts(&without), "{} texts are drawn anew, of {}", texts(&with), texts(&without));
        assert_eq!(apart([&mut with, &mut without]), 0.0, "at {scale}");
    }
}

#[test]
#[ignore = "needs a graphics adapter"]
fn what_changes_is_seen_at_once() {
    let (mut with, mut without) = (at_rest(true, 1.0), at_rest(false, 1.0));
    for harness in [&mut with, &mut without] {
        let more = harness.get_by_label("Tabelle").rect().center();
        harness.hover_at(more);
        harness.run_steps(1);
    }
    assert_eq!(apart([&mut with, &mut without]), 0.0, "the frame in which a button is pointed at");
    for harness in [&mut with, &mut without] {
        harness.get_by_label("Tabelle").click();
        harness.run_steps(2);
    }
    assert_eq!(apart([&mut with, &mut without]), 0.0, "the frame in which a drawer opens");
}

#[test]
#[ignore = "needs a graphics adapter"]
fn a_dragged_map_takes_its_labels_along_pixel_for_pixel() {
    let mut harness = at_rest(true, 1.0);
    let (grip, by) = (pos2(700.0, 480.0), vec2(48.0, -32.0));
    let button = |harness: &mut Harness<'_, Shown>, pos: Pos2, pressed| {
        harness.event(egui::Event::PointerButton { pos, button: PointerButton::Middle, pressed, modifiers: Modifiers::NONE });
        harness.run_steps(1);
    };
    harness.hover_at(grip);
    harness.run_steps(4);
    let rest = harness.render().unwrap(); // the district below the pointer is marked, at rest and in motion
    button(&mut harness, grip, true);
    for step in 1..=4 {
        harness.hover_at(grip + by * step as f32 / 4.0);
        harness.run_steps(1);
    }
    let moved = harness.render().unwrap();
    let place = |x: u32, y: u32| (600 + x, 300 + y); // clear of every card
    let pairs = (0..200).flat_map(|x| (0..270).map(move |y| place(x, y)));
    let pairs = pairs.map(|(x, y)| (rest.get_pixel(x, y).0, moved.get_pixel(x + 48, y - 32).0));
    let apart = share_apart(pairs);
    assert!(apart < 0.002, "{:.2} % of the pixels differ", apart * 100.0);
}
