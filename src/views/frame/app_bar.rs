//! The bar at the top: project and where it stands, pages, search, presenting, menu.
//!
//! **Promise.** Nothing lies on anything else: where the window is narrow, words give way to icons, keys first.

use eframe::egui::{Align, Layout, Rect, Ui, Vec2};

use crate::{
    desk::{
        Desk,
        action::{Action, LookAt, Showing},
        look::Page,
    },
    views::{
        frame::{
            project_menu::project_menu_ui,
            project_state::{project_ui, project_width},
        },
        icons::Icon,
        theme::Theme,
        widgets::{Button, Explain as _, paint_logo},
    },
};

/// Between the things in the bar, in points.
const GAP: f32 = 8.0;
/// The project's name and state give way to the words of buttons down to this width, in points, and no further.
const NAME: f32 = 300.0;
const PAGES: [(Page, &str); 2] = [(Page::Planning, "frame-planning"), (Page::Comparison, "frame-comparison")];

/// How much the buttons at the right say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Wordy {
    search: bool,
    keys: bool,
    present: bool,
}

/// Most words first.
const WORDY: [Wordy; 4] = [
    Wordy { search: true, keys: true, present: true },
    Wordy { search: false, keys: true, present: true },
    Wordy { search: false, keys: false, present: true },
    Wordy { search: false, keys: false, present: false },
];

/// The words in the bar.
struct Said {
    pages: [String; 2],
    search: String,
    key: String,
    present: String,
}

impl Said {
    fn of(desk: &Desk) -> Self {
        let words = desk.words();
        Self {
            pages: PAGES.map(|it| words.say(it.1)),
            search: words.say("frame-search"),
            key: words.say("key-ctrl-k"),
            present: words.say("frame-present"),
        }
    }

    fn search(&self, wordy: Wordy) -> Button<'_> {
        let button = Button::plain(if wordy.search { &self.search } else { "" }).icon(Icon::Search).name(&self.search);
        if wordy.keys { button.key(&self.key) } else { button }
    }

    fn present(&self, wordy: Wordy) -> Button<'_> {
        let button = Button::plain(if wordy.present { &self.present } else { "" }).icon(Icon::Screen).name(&self.present);
        if wordy.keys { button.key("F5") } else { button }
    }

    /// Everything but the project's name and state, in points.
    fn width(&self, ui: &Ui, wordy: Wordy) -> f32 {
        let pages: f32 = self.pages.iter().map(|it| Button::quiet(it).chosen(true).width(ui) + 2.0).sum();
        let right = self.search(wordy).width(ui) + self.present(wordy).width(ui) + 28.0 + 3.0 * GAP;
        22.0 + 3.0 * GAP + pages + right
    }
}

/// The bar. `search` is set when the palette is asked for.
pub fn app_bar_ui(ui: &mut Ui, desk: &Desk, search: &mut bool, asked: &mut Vec<Action>) {
    let said = Said::of(desk);
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        let (all, name) = (ui.available_width(), project_width(ui, desk).min(NAME));
        let wordy = WORDY.into_iter().find(|it| all - said.width(ui, *it) >= name).unwrap_or(WORDY[3]);
        let room = all - said.width(ui, wordy);
        let (square, _) = ui.allocate_exact_size(Vec2::splat(22.0), eframe::egui::Sense::hover());
        paint_logo(ui.painter(), Rect::from_center_size(square.center(), Vec2::splat(20.0)), &Theme::of(ui.ctx()));
        project_ui(ui, desk, room);
        ui.add_space(GAP);
        pages_ui(ui, desk, &said, asked);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            project_menu_ui(ui, desk, asked);
            let present = ui.add(said.present(wordy));
            let present = if wordy.present { present } else { present.explain(&said.present, Some("F5"), None) };
            if present.clicked() {
                asked.push(Action::Show(Showing::Start(None)));
            }
            let find = ui.add(said.search(wordy));
            let find = if wordy.search { find } else { find.explain(&said.search, Some(&said.key), None) };
            if find.clicked() {
                *search = true;
            }
        });
    });
}

fn pages_ui(ui: &mut Ui, desk: &Desk, said: &Said, asked: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.x = 2.0;
    for ((page, _), name) in PAGES.into_iter().zip(&said.pages) {
        if ui.add(Button::quiet(name).chosen(desk.look().page == page)).clicked() {
            asked.push(Action::Look(LookAt::Page(page)));
        }
    }
}
