//! What is said beside the map: the sentence, the legend, and below where it all comes from.

use eframe::egui::{
    Align, CornerRadius, FontId, Id, Label, Layout, Rect, RichText, Sense, StrokeKind, Ui, UiBuilder, pos2,
    text::{LayoutJob, TextFormat},
    vec2,
};

use crate::{
    cartography::{
        legend::{Legend, Row},
        said,
    },
    desk::{
        Desk,
        action::{Action, Showing},
    },
    views::{
        icons::Icon,
        map::swatch_of,
        presenting::{
            large::{second, strong},
            sizes::Sizes,
        },
        theme::{Theme, regular, semibold},
        widgets::{
            Swatch, paint_hatch,
            surface::{announce, focus_ring, line, put_line, touch},
        },
    },
};

/// The sentence of the view.
pub fn sentence_ui(ui: &mut Ui, desk: &Desk, sizes: &Sizes) {
    let t1 = Theme::of(ui.ctx()).tokens.t1;
    ui.spacing_mut().item_spacing.y = sizes.step * 0.2;
    if let Some(view) = desk.view_on_wall().filter(|it| !it.sentence.is_empty()) {
        let sentence = RichText::new(&view.sentence).font(eframe::egui::FontId::new(sizes.sentence, regular())).color(t1);
        ui.add(Label::new(sentence.line_height(Some(sizes.sentence * 1.38))).wrap());
        ui.add_space(sizes.step * 1.4);
    }
}

/// The legend below it.
pub fn legend_ui(ui: &mut Ui, desk: &Desk, legend: Option<&Legend>, sizes: &Sizes) {
    ui.spacing_mut().item_spacing.y = sizes.step * 0.2;
    let Some(legend) = legend else { return };
    // A short unit stands behind the title: a line for „%“ alone would look lost.
    let short = legend.subtitle.chars().count() <= 2;
    let title = match short && !legend.subtitle.is_empty() && !legend.title.is_empty() {
        true => format!("{}, {}", legend.title, legend.subtitle),
        false => legend.title.clone(),
    };
    if !title.is_empty() {
        ui.add(Label::new(strong(ui, title, sizes.legend)).wrap());
    }
    if !legend.subtitle.is_empty() && !short {
        ui.add(Label::new(second(ui, &legend.subtitle, sizes.small)).wrap());
    }
    ui.add_space(sizes.step * 0.3);
    // What happens not to occur is left out here: the wall shows one picture, and what stands in the legend is on it.
    let occurs = |it: &&Row| it.count.is_none_or(|it| it > 0);
    let rows: Vec<&Row> = legend.classes.iter().chain(legend.others.iter().filter(occurs)).collect();
    let room = ui.available_height() / rows.len().max(1) as f32;
    let height = (sizes.legend * 1.55).min(room.max(sizes.small * 1.1));
    rows.into_iter().for_each(|it| row_ui(ui, desk, it, height, sizes));
    for remark in legend.remarks.iter().filter(|it| it.key != "legend-source") {
        ui.add(Label::new(second(ui, desk.words().tell(remark), sizes.small)).wrap());
    }
}

fn row_ui(ui: &mut Ui, desk: &Desk, row: &Row, height: f32, sizes: &Sizes) {
    let theme = Theme::of(ui.ctx());
    let name = desk.words().tell(&row.text);
    ui.spacing_mut().item_spacing.y = 0.0;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    announce(&response, eframe::egui::Role::Label, true, None, &name);
    let size = vec2(sizes.legend * 1.6, sizes.legend * 0.9);
    let swatch = Rect::from_center_size(pos2(rect.left() + size.x / 2.0, rect.center().y), size);
    match swatch_of(row.sign, &theme) {
        Swatch::Colour(colour) => {
            let edge = eframe::egui::Stroke::new(1.5, theme.map.hatch);
            ui.painter().rect(swatch, CornerRadius::same(3), colour, edge, StrokeKind::Inside);
        }
        Swatch::Hatch(hatch) => paint_hatch(ui.painter(), swatch, hatch, &theme, sizes.legend / 20.0),
        Swatch::Line(colour, width) | Swatch::Dashed(colour, width) => {
            ui.painter().hline(swatch.x_range(), swatch.center().y, eframe::egui::Stroke::new(width * 1.6, colour));
        }
    }
    let left = swatch.right() + sizes.legend * 0.5;
    put_line(ui, line(ui, &name, sizes.legend, regular(), theme.tokens.t1, rect.right() - left), left, rect.center().y);
}

/// The line at the bottom: source, date, areas, whose borders; on the right the counter with a way back and on. Answers with
/// its upper edge.
pub fn source_ui(ui: &mut Ui, desk: &Desk, inner: Rect, sizes: &Sizes, asked: &mut Vec<Action>) -> f32 {
    let theme = Theme::of(ui.ctx());
    let row = inner.with_min_y(inner.bottom() - sizes.small * 3.4);
    let right = UiBuilder::new().max_rect(row).layout(Layout::right_to_left(Align::Center));
    let end = ui.scope_builder(right, |ui| counter_ui(ui, desk, sizes, asked)).response.rect.left();
    let words = row.with_max_x(end.min(row.right()) - sizes.step);
    let high = source_words_ui(ui, desk, words, sizes);
    let top = row.top().min(row.bottom() - high);
    ui.painter().hline(inner.x_range(), top, eframe::egui::Stroke::new(1.5, theme.tokens.line2));
    top
}

/// Over as many lines as it takes: a source that is cut is none. What is invented says so first and strongly. Answers with the
/// height that it needs.
fn source_words_ui(ui: &mut Ui, desk: &Desk, rect: Rect, sizes: &Sizes) -> f32 {
    let words = desk.words();
    let tokens = Theme::of(ui.ctx()).tokens;
    let mut parts: Vec<String> = Vec::new();
    let source = desk.shown_indicator().filter(|_| !desk.coloured_by_areas()).map(|it| it.indicator.source.clone());
    let invented = source.clone().filter(|it| said::is_invented(it));
    if source.is_some() {
        parts.extend(source.clone().filter(|_| invented.is_none()));
        parts.extend(desk.shown_period().map(|it| words.date(it.as_str())));
    }
    // That it is a copy says its banner; a longer line here would move the map.
    let plan = desk.plan_that_was_copied().or(desk.shown_plan());
    parts.extend(plan.map(|it| words.say_with("wall-areas-of", &[("plan", it.name.as_str().into())])));
    parts.extend(desk.catalog().notices.iter().filter(|it| Some(*it) != source.as_ref()).cloned());
    let rest = parts.join(" · ");
    let format = |family, colour| TextFormat::simple(FontId::new(sizes.small, family), colour);
    let mut job = LayoutJob::default();
    job.wrap.max_width = rect.width();
    if let Some(invented) = &invented {
        job.append(invented, 0.0, format(semibold(), tokens.warn));
        job.append(" · ", 0.0, format(regular(), tokens.t2));
    }
    job.append(&rest, 0.0, format(regular(), tokens.t2));
    let spoken = invented.into_iter().chain([rest]).collect::<Vec<_>>().join(" · ");
    let galley = ui.painter().layout_job(job);
    let air = sizes.small * 0.5;
    let top = (rect.center().y - galley.size().y / 2.0).min(rect.bottom() - air - galley.size().y);
    let place = Rect::from_min_size(pos2(rect.left(), top), galley.size());
    let high = galley.size().y + 2.0 * air;
    let response = ui.interact(place, Id::unique("wall source"), Sense::hover());
    announce(&response, eframe::egui::Role::Label, true, None, &spoken);
    ui.painter().galley(place.min, galley, tokens.t2);
    high
}

fn counter_ui(ui: &mut Ui, desk: &Desk, sizes: &Sizes, asked: &mut Vec<Action>) {
    let words = desk.words();
    let views = &desk.project().views;
    let at = desk.look().presenting.as_ref().and_then(|it| views.iter().position(|view| view.id == it.view));
    ui.spacing_mut().item_spacing.x = sizes.small * 0.2;
    if arrow(ui, Icon::Close, &words.say("wall-stop"), sizes) {
        asked.push(Action::Show(Showing::Stop));
    }
    if arrow(ui, Icon::ChevronRight, &words.say("wall-next"), sizes) {
        asked.push(Action::Show(Showing::Next));
    }
    let counter = words.say_with("wall-counter", &[("at", at.map_or(0, |it| it + 1).into()), ("of", views.len().into())]);
    ui.label(second(ui, counter, sizes.small));
    if arrow(ui, Icon::ChevronLeft, &words.say("wall-back"), sizes) {
        asked.push(Action::Show(Showing::Back));
    }
}

/// A quiet icon, for those who present with the mouse.
pub(super) fn arrow(ui: &mut Ui, icon: Icon, name: &str, sizes: &Sizes) -> bool {
    let edge = (sizes.small * 1.5).max(24.0);
    let (rect, response) = ui.allocate_exact_size(vec2(edge, edge), Sense::click());
    announce(&response, eframe::egui::Role::Button, true, None, name);
    let tokens = Theme::of(ui.ctx()).tokens;
    ui.painter().rect_filled(rect, CornerRadius::same(5), tokens.t1.gamma_multiply(touch(&response) * 1.5));
    icon.paint(ui.painter(), rect.center(), sizes.small * 0.8, tokens.t3);
    focus_ring(ui, &response, rect, 5);
    response.on_hover_text(name).clicked()
}
