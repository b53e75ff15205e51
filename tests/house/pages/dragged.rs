//! While the map is dragged the panels stand still: nobody can press anything in them, and laying them out cost more than the
//! map. The screen reader of the other tests would see to it that nothing stands still, so here is a window without one.
use super::*;
use eframe::egui::{Context, Event, PointerButton, Pos2, RawInput, Rect, Shape, pos2};

/// A place of the map that no card covers.
const GRIP: Pos2 = pos2(760.0, 620.0);

/// The scale bar with its halos, and nothing else.
const FEW: usize = 20;

struct Bare {
    seat: Seat,
    context: Context,
    frames: u32,
}

impl Bare {
    fn new() -> Self {
        let mut seat = Seat::with_sample(settings(Language::German));
        seat.does(Action::Look(LookAt::Page(Page::Planning)));
        let context = Context::default();
        theme::install(&context, seat.desk.settings().scheme, true);
        let mut bare = Self { seat, context, frames: 0 };
        (0..6).for_each(|_| drop(bare.frame(vec![Event::PointerMoved(GRIP)])));
        bare
    }

    /// One frame; answers the texts that were laid out in it.
    fn frame(&mut self, events: Vec<Event>) -> Vec<String> {
        self.shown(events).into_iter().map(|it| it.0).collect()
    }

    /// One frame; answers the texts and where they stand.
    fn shown(&mut self, events: Vec<Event>) -> Vec<(String, Pos2)> {
        self.frames += 1;
        let (time, screen_rect) = (Some(f64::from(self.frames) / 60.0), Some(Rect::from_min_size(Pos2::ZERO, SIZE)));
        let input = RawInput { screen_rect, time, events, focused: true, ..RawInput::default() };
        let mut output = self.context.clone().run_ui(input, |ui| self.seat.show(ui));
        output.textures_delta.clear();
        let mut texts = Vec::new();
        output.shapes.iter().for_each(|it| collect(&it.shape, &mut texts));
        texts
    }

    fn button(&mut self, pressed: bool, pos: Pos2) -> Vec<String> {
        self.frame(vec![Event::PointerButton { pos, button: PointerButton::Middle, pressed, modifiers: Modifiers::NONE }])
    }

    /// Presses the button and drags; answers what the last frame laid out.
    fn drags(&mut self) -> Vec<String> {
        self.button(true, GRIP);
        let steps = (1..=10).map(|it| GRIP + vec2(8.0, -5.0) * it as f32);
        steps.map(|it| self.frame(vec![Event::PointerMoved(it)])).last().unwrap()
    }
}

fn collect(shape: &Shape, texts: &mut Vec<(String, Pos2)>) {
    match shape {
        Shape::Text(it) => texts.push((it.galley.text().to_owned(), it.pos + it.galley.size() / 2.0)),
        Shape::Vec(all) => all.iter().for_each(|it| collect(it, texts)),
        _ => {}
    }
}

#[test]
fn panels_are_not_laid_out_for_each_frame_of_a_dragged_map() {
    let mut bare = Bare::new();
    let rest = bare.frame(Vec::new());
    assert!(rest.len() > 80, "at rest everything is laid out: {}", rest.len());
    let dragged = bare.drags();
    assert!(dragged.len() < FEW, "{dragged:?}");
    let end = GRIP + vec2(80.0, -50.0);
    bare.button(false, end);
    (0..20).for_each(|_| drop(bare.frame(Vec::new())));
    let after = bare.frame(Vec::new());
    let missing: std::collections::BTreeSet<_> = rest.iter().filter(|it| !after.contains(it)).collect();
    assert!(after.len() > 80 && missing.len() <= 4, "only names at the edge of the map go: {missing:?}");
}

#[test]
fn what_changes_meanwhile_is_seen_at_once() {
    let mut bare = Bare::new();
    let dragged = bare.drags();
    assert!(dragged.len() < FEW, "{dragged:?}");
    let plan = bare.seat.plan("Entwurf B");
    bare.seat.does(Action::Look(LookAt::Plan(plan)));
    let texts = bare.frame(vec![Event::PointerMoved(GRIP + vec2(90.0, -50.0))]);
    assert!(texts.iter().any(|it| it.starts_with("Entwurf B")), "the other plan's areas stand in the panel");
    bare.frame(vec![Event::PointerMoved(GRIP + vec2(94.0, -50.0))]); // letters that were not there before may cost one frame more
    let texts = bare.frame(vec![Event::PointerMoved(GRIP + vec2(98.0, -50.0))]);
    assert!(texts.len() < FEW, "and then it stands still again: {texts:?}");
}

#[test]
fn a_stroke_is_no_dragging() {
    use planraum::desk::action::Drawing;
    let mut bare = Bare::new();
    let plan = bare.seat.plan("Entwurf A");
    bare.seat.does(Action::Look(LookAt::Plan(plan)));
    bare.seat.does(Action::Draw(Drawing::Tool(planraum::desk::look::Tool::Paint)));
    bare.frame(vec![Event::PointerMoved(GRIP)]);
    let press = |pressed, pos| Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
    bare.frame(vec![press(true, GRIP)]);
    let steps = (1..=10).map(|it| GRIP + vec2(4.0, 0.0) * it as f32).collect::<Vec<_>>();
    let last = steps.into_iter().map(|it| bare.frame(vec![Event::PointerMoved(it)])).last().unwrap();
    assert!(last.len() > 80, "figures follow the stroke");
}

#[test]
fn a_card_that_is_open_stays_open() {
    let mut bare = Bare::new();
    let plan = bare.seat.plan("Entwurf A");
    bare.seat.does(Action::Look(LookAt::Plan(plan)));
    (0..3).for_each(|_| drop(bare.frame(Vec::new())));
    let target = bare.shown(Vec::new()).into_iter().find(|it| it.0.contains("Ziel je Raum")).unwrap().1;
    let press = |pressed| Event::PointerButton { pos: target, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
    let before = bare.frame(vec![Event::PointerMoved(target)]);
    bare.frame(vec![press(true)]);
    bare.frame(vec![press(false)]);
    (0..3).for_each(|_| drop(bare.frame(Vec::new())));
    let open = bare.frame(Vec::new());
    let card: Vec<_> = open.iter().filter(|it| !before.contains(it)).collect();
    assert!(!card.is_empty(), "the target opens what it rests on");
    bare.frame(vec![Event::PointerMoved(GRIP)]);
    let dragged = bare.drags();
    assert!(card.iter().all(|it| dragged.contains(it)), "{card:?} is still there");
}
