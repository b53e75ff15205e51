//! What the running stroke changes, or would change: district by district, and together.

use eframe::egui::{Role, Sense, Ui, vec2};

use crate::{
    analysis::{draft::WhyNot, pool::AreaValue},
    desk::Desk,
    geometry::DistrictIx,
    model::released::Released,
    views::{
        numbers::figure_of,
        planning::{figure::words_at, parts},
        theme::{Theme, metrics, regular, semibold, text},
        widgets::surface::{announce, line, put_line},
    },
    words::say,
};

/// How many districts are named before the rest is counted.
const NAMED: usize = 8;

/// The list under „Dieser Strich“.
pub(super) fn stroke_ui(ui: &mut Ui, desk: &Desk) {
    let words = desk.words();
    let drawing = desk.drawing();
    let (districts, running) = match (drawing.stroke(), drawing.ghost(), desk.released_board()) {
        (Some(_), _, Some(board)) => (board.moved().collect(), true),
        (_, Some(ghost), _) => (ghost.districts.clone(), false),
        _ => (Vec::new(), false),
    };
    parts::inset(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.label(text::title(ui, words.say(if running { "planning-stroke" } else { "planning-stroke-ghost" })));
        ui.label(text::hint(ui, words.say("planning-stroke-hint")));
        ui.add_space(4.0);
        for district in districts.iter().take(NAMED) {
            district_ui(ui, desk, *district);
        }
        if districts.len() > NAMED {
            let count = districts.len() - NAMED;
            row(ui, &words.tell(&say!("planning-and-more", count)), "", false);
        }
        let said = words.tell(&say!("planning-stroke-total", count = districts.len()));
        row(ui, &said, &total(desk, &districts), true);
        refused_ui(ui, desk);
    });
}

/// What stays although it was hit, by kind of reason.
fn refused_ui(ui: &mut Ui, desk: &Desk) {
    let words = desk.words();
    let (mut locked, mut has_area, mut uninhabited, mut protected) = (0, 0, 0, 0);
    for (_, why) in desk.refused() {
        *match why {
            WhyNot::HasArea(_) => &mut has_area,
            WhyNot::Uninhabited => &mut uninhabited,
            WhyNot::GivesNothing(_) | WhyNot::TakesNothing(_) => &mut locked,
            WhyNot::Untouchable => &mut protected,
        } += 1;
    }
    if let Some(plan) = desk.shown_plan().filter(|_| protected > 0) {
        ui.add_space(4.0);
        let key = if plan.is_starting() { "project-starting-plan" } else { "project-untouchable" };
        parts::warned(ui, &words.say_with(key, &[("name", plan.name.as_str().into())]));
    }
    if locked > 0 {
        ui.add_space(4.0);
        parts::warned(ui, &words.tell(&say!("planning-stroke-refused", count = locked)));
    }
    if has_area > 0 {
        ui.add_space(4.0);
        ui.label(text::hint(ui, words.tell(&say!("planning-stroke-has-area", count = has_area))));
    }
    if uninhabited > 0 {
        ui.add_space(4.0);
        ui.label(text::hint(ui, words.tell(&say!("planning-stroke-uninhabited", count = uninhabited))));
    }
}

fn district_ui(ui: &mut Ui, desk: &Desk, district: DistrictIx) {
    let Some(name) = desk.catalog().register.get(district).map(|it| it.name.as_str()) else { return };
    row(ui, name, &balanced(desk, district), false);
}

/// The balanced figure of one district in words.
fn balanced(desk: &Desk, district: DistrictIx) -> String {
    let board = desk.released_board();
    said(desk, board.and_then(|it| it.amount_of(district)))
}

/// Of all of them together, as far as every one is known and none is secret.
fn total(desk: &Desk, districts: &[DistrictIx]) -> String {
    let board = desk.released_board();
    said(desk, board.and_then(|it| it.amount_together(districts)))
}

fn said(desk: &Desk, value: Option<Released<AreaValue>>) -> String {
    let series = desk.released_board().and_then(|it| it.balanced()).map(|it| it.0);
    value.zip(series).map_or_else(String::new, |(it, series)| figure_of(it.get(), &series.indicator, desk.words()).text)
}

/// Name left, figure right, a line below.
fn row(ui: &mut Ui, name: &str, figure: &str, strong: bool) {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    announce(&response, Role::Label, true, None, &format!("{name} {figure}"));
    let middle = rect.center().y;
    let font = if strong { semibold() } else { regular() };
    let galley = line(ui, figure, metrics::BASE, font, theme.tokens.t1, f32::INFINITY);
    let left = rect.right() - galley.size().x;
    put_line(ui, galley, left, middle);
    words_at(ui, name, (rect.left(), middle), left - rect.left() - 8.0, strong, theme.tokens.t1);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, theme.separator());
}
