//! A slider over whole steps: the brush width, the period.
use super::surface::{line, put_line, touch};
use crate::views::theme::{Theme, contrast::over, metrics, regular, semibold};
use eframe::egui::{
    CornerRadius, EventFilter, Key, Rect, Response, Sense, Stroke, Ui, WidgetInfo, accesskit, emath::remap_clamp, pos2, vec2,
};

const KNOB: f32 = 8.0;
/// Height of the slider, and of the words below it.
const HEIGHT: f32 = 24.0;
const WORDS: f32 = 15.0;

/// One step with a name of its own: a year below the period's slider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// What stands below, where there is room.
    pub text: String,
    /// Nothing is there to be seen: an open ring instead of a dot.
    pub empty: bool,
}

/// Steps from 0 to `last`; arrows, Home and End move it while it has the focus.
#[must_use = "show it"]
#[derive(Debug, Clone)]
pub struct Slider<'a> {
    name: &'a str,
    said: &'a str,
    step: usize,
    last: usize,
    marks: bool,
    ticks: &'a [Tick],
}

impl<'a> Slider<'a> {
    /// `name` says what is set here; `said` is the present value in words.
    pub fn new(name: &'a str, said: &'a str, step: usize, last: usize) -> Self {
        Self { name, said, step: step.min(last), last, marks: false, ticks: &[] }
    }

    /// A dot for each step.
    pub fn marks(mut self) -> Self {
        self.marks = true;
        self
    }

    /// A dot or an open ring for each step, and the names below.
    pub fn ticks(mut self, ticks: &'a [Tick]) -> Self {
        self.marks = true;
        self.ticks = ticks;
        self
    }

    /// Shows it, as wide as there is room; answers with the step asked for.
    pub fn show(self, ui: &mut Ui) -> Option<usize> {
        let height = if self.ticks.is_empty() { HEIGHT } else { HEIGHT + WORDS };
        let (whole, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click_and_drag());
        let rect = whole.with_max_y(whole.top() + HEIGHT);
        response.widget_info(|| WidgetInfo {
            current_text_value: Some(self.said.to_owned()),
            ..WidgetInfo::slider(ui.is_enabled(), self.step as f64, self.name)
        });
        response.ctx.accesskit_node_builder(response.id, |node| {
            node.set_min_numeric_value(0.0);
            node.set_max_numeric_value(self.last as f64);
            node.set_numeric_value_step(1.0);
            node.set_value(self.said);
            node.add_action(accesskit::Action::Increment);
            node.add_action(accesskit::Action::Decrement);
        });
        self.paint(ui, rect, &response);
        self.paint_words(ui, rect);
        self.asked(ui, rect, &response).filter(|it| *it != self.step)
    }

    fn ends(rect: Rect) -> (f32, f32) {
        (rect.left() + KNOB + 1.0, rect.right() - KNOB - 1.0)
    }

    fn place(&self, rect: Rect, step: usize) -> f32 {
        let (from, to) = Self::ends(rect);
        from + (to - from) * step as f32 / self.last.max(1) as f32
    }

    fn asked(&self, ui: &Ui, rect: Rect, response: &Response) -> Option<usize> {
        if let Some(at) = response.interact_pointer_pos() {
            response.request_focus(); // whoever took hold of it goes on with the arrows
            let (from, to) = Self::ends(rect);
            return Some(remap_clamp(at.x, from..=to, 0.0..=self.last as f32).round() as usize);
        }
        if !response.has_focus() {
            return None;
        }
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|it| it.set_focus_lock_filter(response.id, filter));
        let (up, down, ends) = ui.input(|it| {
            let pressed = |keys: [Key; 2]| keys.into_iter().map(|key| it.num_presses(key)).sum::<usize>();
            let asked = |action| it.num_accesskit_action_requests(response.id, action);
            let up = pressed([Key::ArrowRight, Key::ArrowUp]) + asked(accesskit::Action::Increment);
            let down = pressed([Key::ArrowLeft, Key::ArrowDown]) + asked(accesskit::Action::Decrement);
            (up, down, (it.key_pressed(Key::Home), it.key_pressed(Key::End)))
        });
        match ends {
            (true, _) => Some(0),
            (_, true) => Some(self.last),
            _ => Some((self.step + up).saturating_sub(down).min(self.last)),
        }
    }

    fn paint(&self, ui: &Ui, rect: Rect, response: &Response) {
        let theme = Theme::of(ui.ctx());
        let (t, y) = (&theme.tokens, rect.center().y);
        let (from, to) = Self::ends(rect);
        let here = self.place(rect, self.step);
        let rest = if theme.strong() { t.t3 } else { over(t.ctl, t.panel, 0.55) };
        let rail = |from: f32, to: f32, height: f32| Rect::from_x_y_ranges(from..=to, y - height / 2.0..=y + height / 2.0);
        ui.painter().rect_filled(rail(from, to, 3.0), CornerRadius::same(2), rest);
        ui.painter().rect_filled(rail(from, here, 3.0), CornerRadius::same(2), t.acc);
        if self.marks {
            for step in 0..=self.last {
                let colour = if step <= self.step { t.acc } else { t.ctl };
                let at = pos2(self.place(rect, step), y);
                match self.ticks.get(step) {
                    Some(tick) if tick.empty => drop(ui.painter().circle(at, 3.0, t.panel, Stroke::new(1.5, t.ctl))),
                    _ => drop(ui.painter().circle_filled(at, 2.5, colour)),
                }
            }
        }
        let knob = pos2(here, y);
        ui.painter().circle(knob, KNOB - 1.0, t.inked(t.raised, touch(response)), Stroke::new(2.5, t.acc));
        if response.has_focus() {
            ui.painter().circle_stroke(knob, KNOB + 2.5, theme.focus());
        }
    }

    /// The chosen name always, then the ends, then whatever has room.
    fn paint_words(&self, ui: &Ui, rect: Rect) {
        let t = Theme::of(ui.ctx()).tokens;
        let mut taken: Vec<(f32, f32)> = Vec::new();
        for step in [self.step, 0, self.last].into_iter().chain((1..self.last).step_by(self.last.div_ceil(6).max(1))) {
            let Some(tick) = self.ticks.get(step) else { continue };
            let chosen = step == self.step;
            let (family, colour) = if chosen { (semibold(), t.t1) } else { (regular(), t.t3) };
            let words = line(ui, &tick.text, metrics::HINT, family, colour, f32::INFINITY);
            let width = words.size().x;
            let left = (self.place(rect, step) - width / 2.0).clamp(rect.left(), rect.right() - width);
            if taken.iter().all(|it| left + width + 4.0 < it.0 || it.1 + 4.0 < left) {
                taken.push((left, left + width));
                put_line(ui, words, left, rect.bottom() + WORDS / 2.0 - 2.0);
            }
        }
    }
}
