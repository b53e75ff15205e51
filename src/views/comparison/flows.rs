//! Who goes where: from, to, which districts, how many people. A row and its districts on the map are one.

use eframe::egui::{CornerRadius, Role, Sense, Ui, vec2};

use crate::{
    analysis::plan_comparison::Flow,
    cartography::said,
    desk::action::{Action, LookAt},
    views::{
        comparison::{
            pair::{Pair, Side},
            parts::{Cell, columns, head, heading, paint_sign, wrapped},
        },
        numbers::{Basis, basis_card_ui, opened_at},
        theme::{Theme, metrics, semibold},
        widgets::{
            Explain,
            surface::{announce, inner_focus_ring, line, put_line, touch},
        },
    },
};

const WEIGHTS: [f32; 4] = [2.3, 2.3, 3.0, 1.3];

/// The table.
pub fn flows_ui(ui: &mut Ui, pair: &Pair<'_>, asked: &mut Vec<Action>) {
    let words = pair.desk.words();
    let title = words.say("comparison-who-goes");
    heading(ui, &title, |_| {});
    let [from, to] = ["comparison-from", "comparison-to-head"].map(|it| words.say(it));
    // Without people the districts are both: which ones, and how many.
    let districts = pair.of_whom("comparison-districts-head", "comparison-which-head");
    let people = pair.of_whom("comparison-people-head", "comparison-districts-head");
    head(ui, &title, &WEIGHTS, &[Cell::left(&from), Cell::left(&to), Cell::left(&districts), Cell::right(&people)]);
    let names = pair.names();
    pair.compared.flows.iter().for_each(|it| flow_ui(ui, pair, it, &names, asked));
}

fn flow_ui(ui: &mut Ui, pair: &Pair<'_>, flow: &Flow, among: &[&str], asked: &mut Vec<Action>) {
    let words = pair.desk.words();
    let theme = Theme::of(ui.ctx());
    let t = &theme.tokens;
    let register = &pair.desk.catalog().register;
    let names: Vec<&str> = flow.districts.iter().filter_map(|it| register.get(*it)).map(|it| it.name.as_str()).collect();
    let names = names.join(", ");
    let (from, to) = (pair.sign(Side::A, flow.from), pair.sign(Side::B, flow.to));
    let people = match &pair.compared.counted {
        Some((series, _)) => said::value(&flow.population, &series.indicator, words),
        None => words.count(flow.districts.len()),
    };
    let width = columns(ui.available_rect_before_wrap(), &WEIGHTS).get(2).map_or(100.0, |it| it.width());
    let text = wrapped(ui, &names, metrics::DENSE, t.t1, width, 4);
    let height = (text.size().y + 12.0).max(34.0);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let name = words.say_with(
        "comparison-flow",
        &[
            ("from", from.name.as_str().into()),
            ("to", to.name.as_str().into()),
            ("districts", names.as_str().into()),
            ("people", people.as_str().into()),
        ],
    );
    let chosen = is_chosen(pair, flow);
    announce(&response, Role::Button, ui.is_enabled(), Some(chosen), &name);
    let ground = rect.expand2(vec2(metrics::PANEL_INSET - 2.0, 0.0));
    let pointed = pair.desk.look().hover.is_some_and(|it| flow.districts.contains(&it));
    let fill = if chosen || pointed { t.inked(t.hand_soft, touch(&response)) } else { t.t1.gamma_multiply(touch(&response)) };
    ui.painter().rect_filled(ground, CornerRadius::ZERO, fill);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, theme.separator());
    if let [left, right, middle, end] = columns(rect, &WEIGHTS).as_slice() {
        let first = |it: &eframe::egui::Rect| it.with_max_y(it.top() + 34.0);
        paint_sign(ui, first(left), &from, false, among);
        paint_sign(ui, first(right), &to, false, among);
        let top = if text.rows.len() == 1 { rect.center().y - text.size().y / 2.0 } else { rect.top() + 8.0 };
        ui.painter().galley(eframe::egui::pos2(middle.left(), top), text, t.t1);
        let number = line(ui, &people, metrics::BASE, semibold(), t.t1, end.width());
        let at = end.right() - number.size().x;
        put_line(ui, number, at, first(end).center().y);
    }
    inner_focus_ring(ui, &response, ground, 0);
    if let Some((series, period)) = &pair.compared.counted {
        let of = format!("{} → {}, {}", from.name, to.name, series.indicator.name);
        let value = flow.population;
        let basis =
            Basis { id: response.id.with("people"), of, indicator: &series.indicator, period: Some(period), value, county: None, words };
        if let Some(end) = columns(rect, &WEIGHTS).last() {
            let at = end.with_max_y(end.top() + 32.0).shrink2(vec2(0.0, 2.0));
            opened_at(ui, at, basis.id, &format!("{}: {people}", basis.of), |ui| basis_card_ui(ui, &basis));
        }
    }
    let response = response.explain(&names, None, Some(&words.say("comparison-flow-hint")));
    if response.clicked() {
        match chosen {
            true => asked.extend([Action::Look(LookAt::SelectArea(None)), Action::Look(LookAt::Extent(None))]),
            false => asked.push(Action::Look(LookAt::Find(flow.districts.clone()))),
        }
    }
    let hover = flow.districts.first().copied().filter(|_| flow.districts.len() == 1 && response.hovered());
    if hover.is_some() && pair.desk.look().hover != hover {
        asked.push(Action::Look(LookAt::Hover(hover)));
    }
}

/// Whether the districts chosen on the map are just these.
fn is_chosen(pair: &Pair<'_>, flow: &Flow) -> bool {
    let chosen = &pair.desk.look().selection.districts;
    let register = &pair.desk.catalog().register;
    let of_flow = |it: &crate::geometry::DistrictIx| register.get(*it).is_some_and(|it| chosen.contains(&it.key));
    chosen.len() == flow.districts.len() && flow.districts.iter().all(of_flow)
}
