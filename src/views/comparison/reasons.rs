//! Why borders run where they run, at the areas that change: in A's words and in B's.

use eframe::egui::{CornerRadius, Frame, Margin, Sense, Ui, vec2};

use crate::views::{
    comparison::{
        pair::{Pair, Twin},
        parts::{heading, paint_sign},
    },
    theme::{Theme, metrics, text},
};

/// One card for each area that changes and has a reason in either plan.
pub fn reasons_ui(ui: &mut Ui, pair: &Pair<'_>) {
    let words = pair.desk.words();
    let reason = |area: Option<&crate::model::planning_area::PlanningArea>| area.map_or(String::new(), |it| it.reason.trim().to_owned());
    let told: Vec<(Twin<'_>, String, String)> = pair
        .twins()
        .into_iter()
        .filter(|it| it.changes)
        .map(|it| (it.clone(), reason(it.a), reason(it.b)))
        .filter(|(_, a, b)| !a.is_empty() || !b.is_empty())
        .collect();
    if told.is_empty() {
        return;
    }
    heading(ui, &words.say("comparison-reasons"), |_| {});
    ui.add_space(4.0);
    let theme = Theme::of(ui.ctx());
    for (twin, a, b) in told {
        let frame = Frame::new()
            .fill(theme.tokens.raised)
            .stroke(theme.quiet_edge())
            .corner_radius(CornerRadius::same(metrics::CORNER_FIELD))
            .inner_margin(Margin::symmetric(10, 8));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
            paint_sign(ui, rect, &twin.sign, true, &[]);
            if a == b {
                said_ui(ui, &words.say("comparison-in-both"), &a);
            } else {
                said_ui(ui, &pair.a.name, &a);
                said_ui(ui, &pair.b.name, &b);
            }
        });
        ui.add_space(6.0);
    }
}

fn said_ui(ui: &mut Ui, plan: &str, reason: &str) {
    if reason.is_empty() {
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        ui.allocate_ui(vec2(84.0, 16.0), |ui| {
            ui.set_min_width(84.0);
            ui.add(eframe::egui::Label::new(text::dense_second(ui, plan)).truncate());
        });
        ui.add(eframe::egui::Label::new(text::dense(ui, reason)).wrap());
    });
}
