//! A field for text with its label above and, when it will not do, a sentence below.
use crate::views::icons::Icon;
use crate::views::theme::{Theme, metrics, text};
use eframe::egui::{
    Align2, CornerRadius, Frame, Id, Margin, Rect, Response, RichText, Sense, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, vec2,
};

/// Height of one line of text.
const LINE: f32 = 18.0;

/// A labelled field. `Field::new("Name").hint("Südharz").error(Some("…")).show(ui, id, &mut name)`
#[must_use = "show it"]
#[derive(Debug, Clone, Default)]
pub struct Field<'a> {
    label: &'a str,
    hint: &'a str,
    error: Option<&'a str>,
    rows: usize,
}

impl<'a> Field<'a> {
    /// A field of one line; the label stands above it and is its name.
    pub fn new(label: &'a str) -> Self {
        Self { label, rows: 1, ..Self::default() }
    }

    /// What could be written here, shown while it is empty.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// Why it will not do, in one sentence.
    pub fn error(mut self, error: Option<&'a str>) -> Self {
        self.error = error;
        self
    }

    /// So many lines high.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows.max(1);
        self
    }

    /// Shows label, field and sentence, as wide as there is room; answers with the field.
    pub fn show(self, ui: &mut Ui, id: Id, text: &mut String) -> Response {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 5.0;
            if !self.label.is_empty() {
                ui.label(text::dense_second(ui, self.label));
            }
            let (edit, height, inset) = match self.rows {
                1 => (TextEdit::singleline(text), metrics::INPUT, vec2(10.0, 0.0)),
                rows => (TextEdit::multiline(text).desired_rows(rows), LINE * rows as f32 + 14.0, vec2(10.0, 7.0)),
            };
            let (_, rect) = ui.allocate_space(vec2(ui.available_width(), height));
            let frame = Framed { id, rect, inner: rect.shrink2(inset), name: self.label, hint: self.hint, invalid: self.error.is_some() };
            let response = frame.show(ui, edit);
            if let Some(error) = self.error {
                sentence(ui, error);
            }
            response
        })
        .inner
    }
}

fn sentence(ui: &mut Ui, error: &str) {
    let err = Theme::of(ui.ctx()).tokens.err;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (rect, _) = ui.allocate_exact_size(vec2(14.0, 16.0), Sense::hover());
        Icon::Warning.paint(ui.painter(), rect.center(), 14.0, err);
        ui.label(text::dense(ui, error).color(err));
    });
}

/// Editable text in `inner`, with ground, edge and focus ring around `rect`.
pub(super) struct Framed<'a> {
    pub id: Id,
    pub rect: Rect,
    pub inner: Rect,
    pub name: &'a str,
    pub hint: &'a str,
    pub invalid: bool,
}

impl Framed<'_> {
    pub fn show(&self, ui: &mut Ui, edit: TextEdit<'_>) -> Response {
        let theme = Theme::of(ui.ctx());
        let (t, corner) = (&theme.tokens, CornerRadius::same(metrics::CORNER_FIELD));
        ui.painter().rect_filled(self.rect, corner, t.raised);
        let mut inside = ui.new_child(UiBuilder::new().max_rect(self.inner));
        let edit = edit
            .id(self.id)
            .frame(Frame::NONE)
            .margin(Margin::ZERO)
            .desired_width(self.inner.width())
            .min_size(self.inner.size())
            .align(if self.inner.height() < 2.0 * LINE { Align2::LEFT_CENTER } else { Align2::LEFT_TOP })
            .text_color(t.t1)
            .hint_text(RichText::new(self.hint).color(t.t3));
        let response = inside.add(edit).accessible_name(self.name);
        let edge = match (response.has_focus(), self.invalid) {
            (true, _) => theme.focus(),
            (false, true) => Stroke::new(theme.edge(), t.err),
            (false, false) => theme.control_edge(),
        };
        ui.painter().rect_stroke(self.rect, corner, edge, StrokeKind::Inside);
        response
    }
}
