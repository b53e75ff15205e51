//! The round through the program: five cards, each beside what it speaks of. It can be left at any time.
//!
//! The step is egui's to keep: nothing of the round is the desk's.

use eframe::egui::{Align, Area, Context, Id, Key, Label, Layout, Modifiers, Order, Pos2, Rect, Shape, Stroke, Ui, Vec2, pos2, vec2};

use crate::{
    desk::{
        Desk,
        action::{Action, FileWork, LookAt},
        look::Page,
    },
    views::{
        icons::Icon,
        theme::{Theme, metrics, text},
        widgets::{Button, icon_button, popover_frame},
    },
};

/// A step: its name, what it says, and the page it speaks of.
struct Step {
    name: &'static str,
    what: &'static str,
    page: Page,
}

const STEPS: [Step; 5] = [
    Step { name: "tour-map", what: "tour-map-what", page: Page::Planning },
    Step { name: "tour-indicator", what: "tour-indicator-what", page: Page::Planning },
    Step { name: "tour-draw", what: "tour-draw-what", page: Page::Planning },
    Step { name: "tour-compare", what: "tour-compare-what", page: Page::Comparison },
    Step { name: "tour-present", what: "tour-present-what", page: Page::Planning },
];

/// The names of the steps, for the start page.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    STEPS.iter().map(|it| it.name)
}

fn id() -> Id {
    Id::unique("tour")
}

/// Begins at the first step; without a project the sample is opened for it.
pub fn begin(ctx: &Context, desk: &Desk, asked: &mut Vec<Action>) {
    ctx.data_mut(|it| it.insert_temp(id(), 0_usize));
    match desk.file().open {
        true => asked.push(Action::Look(LookAt::Page(Page::Planning))),
        false => asked.push(Action::File(FileWork::OpenSample)),
    }
}

/// Esc leaves the round before it means anything else. Call it before the keys are heard.
pub fn leave_by_key(ctx: &Context) {
    if step(ctx).is_some() && ctx.input_mut(|it| it.consume_key(Modifiers::NONE, Key::Escape)) {
        end(ctx);
    }
}

fn step(ctx: &Context) -> Option<usize> {
    ctx.data(|it| it.get_temp(id()))
}

fn end(ctx: &Context) {
    ctx.data_mut(|it| it.remove::<usize>(id()));
}

/// What was asked of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    To(usize),
    Leave,
}

/// The card of the step, above every page; nothing while nobody is on the round.
pub fn tour_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let Some(at) = step(ui.ctx()) else { return };
    let Some(shown) = STEPS.get(at).filter(|_| desk.file().open) else { return };
    let screen = ui.ctx().content_rect();
    let (place, pointer) = place(at, screen);
    let area = Area::new(id().with("card")).order(Order::Foreground).fixed_pos(place).constrain_to(screen.shrink(8.0));
    let answer = area.show(ui.ctx(), |ui| card_ui(ui, desk, at, shown, pointer)).inner;
    match answer {
        Some(Answer::Leave) => end(ui.ctx()),
        Some(Answer::To(next)) => {
            ui.data_mut(|it| it.insert_temp(id(), next));
            asked.extend(STEPS.get(next).map(|it| Action::Look(LookAt::Page(it.page))));
        }
        None => {}
    }
}

const WIDTH: f32 = 330.0;

/// Where the card stands, and where the thing lies that it speaks of.
fn place(step: usize, screen: Rect) -> (Pos2, Option<Pos2>) {
    let wide = screen.width() >= 1_000.0;
    let below_bar = screen.top() + metrics::APP_BAR + 14.0;
    match step {
        1 if wide => {
            let edge = if screen.width() < 1_400.0 { 272.0 } else { 288.0 };
            (pos2(edge + 18.0, screen.top() + 150.0), Some(pos2(edge + 4.0, screen.top() + 176.0)))
        }
        2 => {
            let top = below_bar + metrics::PANEL_HEAD + 66.0;
            (pos2(screen.center().x - WIDTH / 2.0, top), Some(pos2(screen.center().x, top - 13.0)))
        }
        3 => (pos2(330.0_f32.min(screen.width() * 0.3), below_bar), Some(pos2(430.0_f32.min(screen.width() * 0.45), below_bar - 13.0))),
        4 => (pos2(screen.right() - WIDTH - 44.0, below_bar), Some(pos2(screen.right() - 110.0, below_bar - 13.0))),
        _ => (pos2(screen.center().x - WIDTH / 2.0, screen.bottom() - 280.0), None),
    }
}

fn card_ui(ui: &mut Ui, desk: &Desk, at: usize, step: &Step, pointer: Option<Pos2>) -> Option<Answer> {
    let words = desk.words();
    let mut answer = None;
    let frame = popover_frame(ui.ctx()).stroke(Stroke::new(1.5, Theme::of(ui.ctx()).tokens.acc));
    let shown = frame.show(ui, |ui| {
        ui.set_width(WIDTH - 2.0 * metrics::PANEL_INSET);
        ui.horizontal(|ui| {
            ui.label(text::hint(ui, words.say_with("tour-at", &[("at", (at + 1).into()), ("of", STEPS.len().into())])));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if icon_button(ui, Icon::Close, &words.say("tour-leave"), Some("Esc")).clicked() {
                    answer = Some(Answer::Leave);
                }
            });
        });
        ui.label(text::card_title(ui, words.say(step.name)));
        ui.add(Label::new(text::base(ui, words.say(step.what))).wrap());
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            let last = at + 1 == STEPS.len();
            let next = words.say(if last { "tour-done" } else { "tour-next" });
            if ui.add(Button::primary(&next)).clicked() {
                answer = Some(if last { Answer::Leave } else { Answer::To(at + 1) });
            }
            if at > 0 && ui.add(Button::plain(&words.say("tour-back"))).clicked() {
                answer = Some(Answer::To(at - 1));
            }
        });
    });
    if let Some(pointer) = pointer {
        arrow(ui, shown.response.rect, pointer);
    }
    answer
}

/// A small arrow from the card's edge to what it speaks of.
fn arrow(ui: &Ui, card: Rect, tip: Pos2) {
    let tokens = Theme::of(ui.ctx()).tokens;
    let (foot, across): (Pos2, Vec2) = match tip.y < card.top() {
        true => (pos2(tip.x.clamp(card.left() + 14.0, card.right() - 14.0), card.top() + 1.0), vec2(9.0, 0.0)),
        false => (pos2(card.left() + 1.0, tip.y.clamp(card.top() + 14.0, card.bottom() - 14.0)), vec2(0.0, 9.0)),
    };
    let triangle = vec![tip, foot + across, foot - across];
    ui.painter().add(Shape::convex_polygon(triangle, tokens.acc, Stroke::NONE));
}
