//! A field that opens a list of choices.
use super::menu::MenuItem;
use super::paint_area_chip;
use super::surface::{focus_ring, line, put_line, touched};
use crate::views::icons::Icon;
use crate::views::theme::{Theme, metrics, regular, semibold};
use eframe::egui::{
    Color32, CornerRadius, Popup, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

/// What is chosen, and a list to choose from. `name` says what is chosen here and is read out.
#[must_use = "show it"]
#[derive(Debug, Clone)]
pub struct Dropdown<'a> {
    name: &'a str,
    shown: &'a str,
    chip: Option<(String, Color32)>,
    hand: bool,
}

impl<'a> Dropdown<'a> {
    /// `shown` is what holds now.
    pub fn new(name: &'a str, shown: &'a str) -> Self {
        Self { name, shown, chip: None, hand: false }
    }

    /// The number and colour of the area that is chosen.
    pub fn chip(mut self, number: usize, colour: Color32) -> Self {
        self.chip = Some((number.to_string(), colour));
        self
    }

    /// The same with the letters or digits that stand on the area's chip.
    pub fn chip_text(mut self, text: &str, colour: Color32) -> Self {
        self.chip = Some((text.to_owned(), colour));
        self
    }

    /// In orange: what the brush will paint.
    pub fn hand(mut self) -> Self {
        self.hand = true;
        self
    }

    /// Shows the field, as wide as there is room, and below it `contents` while it is open.
    pub fn show_ui<R>(self, ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> Option<R> {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), metrics::INPUT), Sense::click());
        response.widget_info(|| WidgetInfo {
            current_text_value: Some(self.shown.to_owned()),
            ..WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), self.name)
        });
        self.paint(ui, rect, &response);
        let popup = Popup::menu(&response).gap(4.0).width(rect.width()).accessible_name(self.name);
        popup.show(|ui| ScrollArea::vertical().max_height(320.0).show(ui, contents).inner).map(|it| it.inner)
    }

    /// The same with a list of words; answers with the place of the one asked for.
    pub fn show(self, ui: &mut Ui, options: &[&str]) -> Option<usize> {
        let shown = self.shown;
        self.show_ui(ui, |ui| {
            let rows = options.iter().enumerate();
            rows.filter_map(|(at, it)| ui.add(MenuItem::new(it).chosen(*it == shown)).clicked().then_some(at)).last()
        })
        .flatten()
    }

    fn paint(&self, ui: &Ui, rect: Rect, response: &Response) {
        let theme = Theme::of(ui.ctx());
        let t = &theme.tokens;
        let (ground, edge) = if self.hand { (t.hand_soft, Stroke::new(theme.edge(), t.hand)) } else { (t.raised, theme.control_edge()) };
        let corner = CornerRadius::same(metrics::CORNER_FIELD);
        ui.painter().rect(rect, corner, touched(&theme, response, ground), edge, StrokeKind::Inside);
        let mut left = rect.left() + 10.0;
        if let Some((number, colour)) = &self.chip {
            let chip = Rect::from_center_size(pos2(left + 9.0, rect.center().y), Vec2::splat(18.0));
            paint_area_chip(ui.painter(), chip, number, *colour, metrics::HINT);
            left += 26.0;
        }
        let family = if self.chip.is_some() { semibold() } else { regular() };
        put_line(ui, line(ui, self.shown, metrics::BASE, family, t.t1, rect.right() - 30.0 - left), left, rect.center().y);
        Icon::ChevronDown.paint(ui.painter(), pos2(rect.right() - 17.0, rect.center().y), 14.0, t.t2);
        focus_ring(ui, response, rect, metrics::CORNER_FIELD);
    }
}
