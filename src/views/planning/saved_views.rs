//! Saved views: keep what is seen, with a headline and a sentence, and put them in the order in which they are shown.

use eframe::egui::{Align, CentralPanel, Frame, Id, Layout, Panel, ScrollArea, Ui};

use crate::{
    analysis::overlay::Overlay,
    desk::{
        Desk,
        action::{Action, Showing},
    },
    model::saved_view::SavedView,
    views::{
        icons::Icon,
        planning::{kept, parts},
        theme::text,
        widgets::{Button, Explain as _, Field, MenuItem, icon_button, menu_button},
    },
    words::say,
};

/// The form for a new view and the list of those there are.
pub(super) fn views_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    if ui.available_width() < BESIDE {
        parts::padded(ui, 10, |ui| new_ui(ui, desk, asked));
        parts::rule(ui);
        return list_ui(ui, desk, asked);
    }
    let form = Panel::right("new view").exact_size(FORM).resizable(false).frame(Frame::NONE);
    form.show(ui, |ui| {
        ScrollArea::vertical().id_salt("new view form").show(ui, |ui| parts::padded(ui, 10, |ui| new_ui(ui, desk, asked)));
    });
    CentralPanel::no_frame().show(ui, |ui| list_ui(ui, desk, asked));
}

/// From this width on the form stands beside the list.
const BESIDE: f32 = 560.0;
/// How wide the form is there.
const FORM: f32 = 260.0;

fn list_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let views = &desk.project().views;
    if views.is_empty() {
        return parts::empty(ui, &desk.words().say("planning-views-none"));
    }
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (at, view) in views.iter().enumerate() {
            view_ui(ui, desk, view, (at, views.len()), asked);
            parts::rule(ui);
        }
    });
}

/// What is being written for a new view.
#[derive(Debug, Clone, Default)]
struct NewView {
    title: String,
    sentence: String,
}

fn new_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    let id = Id::unique("new view");
    let mut form: NewView = kept::state(ui, id, NewView::default());
    let before = (form.title.len(), form.sentence.len());
    let suggested = desk.suggested_title();
    Field::new(&words.say("planning-view-title")).hint(&suggested).show(ui, id.with("title"), &mut form.title);
    let hint = words.say("planning-view-sentence-hint");
    Field::new(&words.say("planning-view-sentence")).hint(&hint).show(ui, id.with("sentence"), &mut form.sentence);
    if desk.overlay().and_then(|it| it.as_ref().as_ref().ok()).is_some_and(|it| is_hard_to_read(desk, it.get())) {
        parts::warned(ui, &words.tell(&say!("planning-view-many-classes", count = MOST_CLASSES)));
    }
    let button = ui.add(Button::primary(&words.say("planning-view-save")).icon(Icon::Star));
    if button.explain(&words.say("planning-view-save-what"), None, None).clicked() {
        asked.push(Action::Show(Showing::SaveView { title: form.title.clone(), sentence: form.sentence.clone() }));
        form = NewView::default();
    }
    if before != (form.title.len(), form.sentence.len()) || !form.title.is_empty() || !form.sentence.is_empty() {
        ui.ctx().data_mut(|it| it.insert_temp(id, form));
    }
}

/// As many classes as can be told apart from the last row (Brewer 1994: five to seven on paper, fewer on a wall).
const MOST_CLASSES: usize = 5;

fn is_hard_to_read(desk: &Desk, overlay: &Overlay) -> bool {
    !desk.coloured_by_areas() && overlay.classes.as_ref().is_some_and(|it| it.len() > MOST_CLASSES)
}

/// One view: number, headline and sentence, what it shows, and what can be done with it.
fn view_ui(ui: &mut Ui, desk: &Desk, view: &SavedView, (at, count): (usize, usize), asked: &mut Vec<Action>) {
    let words = desk.words();
    let editing = Id::unique(("view edited", view.id.0));
    parts::padded(ui, 8, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                menu_button(ui, Icon::More, &named(desk, "planning-view-more", view), |ui| {
                    menu_ui(ui, desk, view, (at, count), editing, asked)
                });
                if icon_button(ui, Icon::Play, &named(desk, "planning-view-present", view), None).clicked() {
                    asked.push(Action::Show(Showing::Start(Some(view.id))));
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.label(text::dense_second(ui, format!("{}", at + 1)));
                    let open = ui.add(Button::link(&view.title));
                    if open.explain(&words.say("planning-view-open"), None, None).clicked() {
                        asked.push(Action::Show(Showing::GoTo(view.id)));
                    }
                });
            });
        });
        if kept::state(ui, editing, false) {
            return edit_ui(ui, desk, view, editing, asked);
        }
        if !view.sentence.is_empty() {
            ui.label(text::base(ui, view.sentence.as_str()));
        }
        ui.label(text::hint(ui, contents(desk, view)));
    });
}

fn named(desk: &Desk, key: &'static str, view: &SavedView) -> String {
    desk.words().say_with(key, &[("view", view.title.as_str().into())])
}

fn menu_ui(ui: &mut Ui, desk: &Desk, view: &SavedView, (at, count): (usize, usize), editing: Id, asked: &mut Vec<Action>) {
    let words = desk.words();
    let mut ask = |showing| asked.push(Action::Show(showing));
    if ui.add(MenuItem::new(&words.say("planning-view-rename")).icon(Icon::Edit)).clicked() {
        kept::set_state(ui, editing, true);
    }
    if ui.add(MenuItem::new(&words.say("planning-view-update")).icon(Icon::Save)).clicked() {
        ask(Showing::UpdateView(view.id));
    }
    ui.add_enabled_ui(at > 0, |ui| {
        if ui.add(MenuItem::new(&words.say("planning-view-up")).icon(Icon::ArrowUp)).clicked() {
            ask(Showing::MoveView(view.id, -1));
        }
    });
    ui.add_enabled_ui(at + 1 < count, |ui| {
        if ui.add(MenuItem::new(&words.say("planning-view-down")).icon(Icon::ArrowDown)).clicked() {
            ask(Showing::MoveView(view.id, 1));
        }
    });
    parts::rule(ui);
    if ui.add(MenuItem::new(&words.say("planning-view-delete")).icon(Icon::Trash).grave()).clicked() {
        ask(Showing::DeleteView(view.id));
    }
}

/// Headline and sentence become fields until one says so.
fn edit_ui(ui: &mut Ui, desk: &Desk, view: &SavedView, editing: Id, asked: &mut Vec<Action>) {
    let words = desk.words();
    let (label, sentence_label) = (words.say("planning-view-title"), words.say("planning-view-sentence"));
    let empty = kept::typed(ui, editing.with("title")).is_some_and(|it| it.trim().is_empty());
    let error = words.say("planning-view-title-empty");
    let title = kept::edited(ui, editing.with("title"), &view.title, |ui, id, text| {
        Field::new(&label).error(empty.then_some(error.as_str())).show(ui, id, text)
    });
    let sentence =
        kept::edited(ui, editing.with("sentence"), &view.sentence, |ui, id, text| Field::new(&sentence_label).show(ui, id, text));
    if title.is_some() || sentence.is_some() {
        let title = title.filter(|it| !it.trim().is_empty()).unwrap_or_else(|| view.title.clone());
        let sentence = sentence.unwrap_or_else(|| view.sentence.clone());
        asked.push(Action::Show(Showing::Retitle(view.id, title, sentence)));
    }
    if ui.add(Button::plain(&words.say("planning-view-done"))).clicked() {
        kept::set_state(ui, editing, false);
    }
}

/// „Entwurf A · Kinder in SGB-II-Haushalten · 2023“.
fn contents(desk: &Desk, view: &SavedView) -> String {
    let words = desk.words();
    let plan = view.plan.and_then(|it| desk.project().plan(it)).map(|it| it.name.clone());
    let indicator = view.indicator.as_ref().and_then(|it| desk.catalog().find(it)).map(|it| it.indicator.name.clone());
    let period = view.period.as_ref().map(|it| words.date(it.as_str()));
    let city = (!view.with_city).then(|| words.tell(&say!("planning-view-without-city")));
    let parts: Vec<String> =
        [plan, indicator.or_else(|| Some(words.say("planning-view-areas"))), period, city].into_iter().flatten().collect();
    parts.join(" · ")
}
