//! The start page: new, open, what was open lately, what a crash left behind, the sample county and the round through it.
//!
//! **Promise.** Each part says what it is when it is empty. Nothing opens by itself.
//! **Not here.** Reading files and working copies: the desk asks for it (`desk::errand`).

mod footer;
mod picture;
mod recent;
mod sample;
pub mod tour;

use eframe::egui::{Align, CentralPanel, Color32, Frame, Layout, Panel, Rect, ScrollArea, Sense, Shape, Stroke, Ui, Vec2, pos2, vec2};

use crate::{
    desk::{
        Desk,
        action::{Action, Asking, FileWork},
    },
    views::{
        icons::Icon,
        keys::Wish,
        theme::{Theme, metrics, semibold, text},
        widgets::{Button, Explain, paint_logo},
    },
};

/// Below this width the sample stands under the list instead of beside it.
const NARROW: f32 = 860.0;

/// The page in all the room there is; answers with what only the window can do.
pub fn start_page_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) -> Option<Wish> {
    let tokens = Theme::of(ui.ctx()).tokens;
    let width = ui.available_width();
    let mut wish = None;
    if width < NARROW {
        CentralPanel::no_frame().show(ui, |ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                Frame::new().inner_margin(24.0).show(ui, |ui| {
                    wish = begin_ui(ui, desk, asked);
                    ui.add_space(16.0);
                    wish = wish.or(sample::card_ui(ui, desk, asked));
                    ui.add_space(16.0);
                    wish = wish.or(footer::footer_ui(ui, desk, asked));
                });
            });
        });
        return wish;
    }
    let left = Frame::new().inner_margin(vec2(((width - 900.0) * 0.1).clamp(28.0, 56.0), 24.0));
    Panel::left("start").exact_size((width * 0.39).clamp(390.0, 600.0)).resizable(false).frame(left).show(ui, |ui| {
        let foot = Rect::from_min_max(pos2(ui.max_rect().left(), ui.max_rect().bottom() - 30.0), ui.max_rect().max);
        let body = ui.max_rect().with_max_y(foot.top() - 8.0);
        ui.scope_builder(eframe::egui::UiBuilder::new().max_rect(body), |ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                ui.add_space((body.height() * 0.05).min(40.0));
                wish = begin_ui(ui, desk, asked);
            });
        });
        ui.scope_builder(eframe::egui::UiBuilder::new().max_rect(foot), |ui| wish = wish.or(footer::footer_ui(ui, desk, asked)));
    });
    CentralPanel::no_frame().frame(Frame::new().fill(tokens.ground)).show(ui, |ui| wish = wish.or(sample::side_ui(ui, desk, asked)));
    wish
}

/// Logo, sentence, new and open, where to drop, what was left behind, what was open lately.
fn begin_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) -> Option<Wish> {
    let words = desk.words();
    ui.spacing_mut().item_spacing.y = 8.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let (square, _) = ui.allocate_exact_size(Vec2::splat(32.0), Sense::hover());
        paint_logo(ui.painter(), square, &Theme::of(ui.ctx()));
        ui.label(text::figure(ui, "Planraum"));
    });
    ui.label(text::card_title(ui, words.say("start-sentence")).family(crate::views::theme::regular()).color(Theme::of(ui.ctx()).tokens.t2));
    ui.add_space(18.0);
    let ctrl = |key: &str| words.say_with("key-ctrl", &[("key", key.into())]);
    let (new, open) = (words.say("start-new"), words.say("start-open"));
    ui.columns_const(|[left, right]| {
        let button = Button::primary(&new).icon(Icon::Plus).wide().large();
        if left.add(button.key(&ctrl("N"))).explain(&words.say("start-new-what"), None, None).clicked() {
            asked.push(Action::File(FileWork::Ask(Asking::New)));
        }
        let button = Button::plain(&open).icon(Icon::Folder).wide().large();
        if right.add(button.key(&ctrl("O"))).explain(&words.say("start-open-what"), None, None).clicked() {
            asked.push(Action::File(FileWork::Ask(Asking::Open)));
        }
    });
    drop_ui(ui, desk);
    ui.add_space(18.0);
    recent::left_behind_ui(ui, desk, asked);
    recent::recent_ui(ui, desk, asked);
    None
}

/// Where files may be dropped; it lights up while they hang over the window.
fn drop_ui(ui: &mut Ui, desk: &Desk) {
    let tokens = Theme::of(ui.ctx()).tokens;
    let hovering = ui.input(|it| !it.raw.hovered_files.is_empty());
    let ink: Color32 = if hovering { tokens.hand } else { tokens.ctl };
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 38.0), Sense::hover());
    if hovering {
        ui.painter().rect_filled(rect, metrics::CORNER_FIELD, tokens.hand_soft);
    }
    let edge = rect.shrink(0.5);
    let ring = [edge.left_top(), edge.right_top(), edge.right_bottom(), edge.left_bottom(), edge.left_top()];
    ui.painter().extend(Shape::dashed_line(&ring, Stroke::new(if hovering { 2.0 } else { 1.0 }, ink), 4.0, 3.0));
    let inside = eframe::egui::UiBuilder::new().max_rect(rect.shrink2(vec2(14.0, 0.0))).layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(inside, |ui| {
        let (icon, _) = ui.allocate_exact_size(Vec2::splat(16.0), Sense::hover());
        Icon::Download.paint(ui.painter(), icon.center(), 16.0, if hovering { tokens.hand } else { tokens.t2 });
        ui.add(eframe::egui::Label::new(text::dense_second(ui, desk.words().say("start-drop"))).truncate());
    });
}

/// A heading of the page.
fn heading(ui: &mut Ui, words: &str) {
    let font = eframe::egui::FontId::new(metrics::BASE, semibold());
    ui.label(eframe::egui::RichText::new(words).font(font).color(Theme::of(ui.ctx()).tokens.t1));
}
