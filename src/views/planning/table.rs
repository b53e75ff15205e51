//! The table of the same districts or areas that the map shows: sortable, linked both ways, and everything the map can do.

use std::{collections::BTreeSet, sync::Arc};

use eframe::egui::{
    CornerRadius, Event, EventFilter, Id, Key, Popup, Rect, Response, Role, ScrollArea, Sense, SetOpenCommand, Ui, pos2, vec2,
};

use crate::{
    analysis::overlay::Unit,
    desk::{
        Desk,
        action::{Action, Drawing, LookAt},
    },
    geometry::DistrictIx,
    model::{
        id::{AreaId, DistrictKey},
        saved_view::{Level, Selection},
    },
    views::{
        icons::Icon,
        numbers::{Basis, basis_card_ui, opened_at},
        planning::{
            drawer, kept, parts,
            shown::{Shown, colour},
            table_columns::{Column, laid_out},
            table_filter,
            table_rows::{TableRow, row_of, sort_key},
        },
        theme::{Theme, metrics, regular, semibold, text},
        widgets::{
            Explain as _, MenuItem, icon_button, panel_header, segmented,
            surface::{announce, inner_focus_ring, line, put_line, touch},
        },
    },
    words::say,
};

const ROW: f32 = 26.0;
const HEAD: f32 = 28.0;

/// By what the rows are ordered; without a choice as the file has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Sorting {
    column: Option<Column>,
    descending: bool,
}

/// Header, head of the columns, rows.
pub(super) fn table_ui(ui: &mut Ui, desk: &Desk, whole: bool, asked: &mut Vec<Action>) {
    let words = desk.words();
    let level = desk.look().level;
    let shown = Shown::of(ui, desk, level);
    let id = Id::unique("table");
    let sorting = kept::state(ui, id.with("sorting"), Sorting { column: None, descending: false });
    let filter = table_filter::typed(ui, id);
    let order = shown.as_ref().map(|it| order(ui, desk, it, sorting, &filter, id)).unwrap_or_default();
    let note = shown.as_ref().map(|it| note(desk, it, order.len())).unwrap_or_default();
    let (mut copy, mut into_rows) = (false, false);
    panel_header(ui, &words.say("planning-table"), &note, |ui| {
        drawer::close_ui(ui, desk, whole, asked);
        copy = icon_button(ui, Icon::Copy, &words.say("planning-table-copy"), Some(&words.say("planning-key-copy"))).clicked();
        ui.add_space(8.0);
        ui.scope(|ui| {
            ui.set_max_width(160.0);
            let options = [words.say("planning-level-districts"), words.say("planning-level-areas")];
            let picked = segmented(ui, &words.say("planning-level"), &[&options[0], &options[1]], usize::from(level == Level::Areas));
            let picked = picked.map(|it| if it == 0 { Level::Districts } else { Level::Areas });
            asked.extend(picked.map(|it| Action::Look(LookAt::Level(it))));
        });
        if shown.is_some() {
            into_rows = table_filter::filter_ui(ui, desk, id);
        }
    });
    let Some(shown) = shown else { return parts::empty(ui, &words.say("planning-table-empty")) };
    let table = Table { desk, shown: &shown, level, id, order: &order };
    table.head_ui(ui, sorting);
    if order.is_empty() && !filter.trim().is_empty() {
        return parts::empty(ui, &words.say_with("planning-table-none-fits", &[("typed", filter.trim().into())]));
    }
    if let Some(first) = order.first().filter(|_| into_rows) {
        ui.memory_mut(|it| it.request_focus(table.row_id(*first)));
    }
    table.rows_ui(ui, asked);
    if copy || table.is_copied(ui) {
        ui.ctx().copy_text(table.as_text());
    }
}

/// What is in the table, and where a filter leaves some out, how many are seen.
fn note(desk: &Desk, shown: &Shown<'_>, seen: usize) -> String {
    let all = shown.overlay.units.len();
    let seen = (seen < all).then(|| format!("{} · ", desk.words().tell(&say!("planning-table-seen", seen, all))));
    let seen = seen.unwrap_or_default();
    let indicator = &shown.overlay.indicator;
    let unit = if indicator.unit.is_empty() { String::new() } else { format!(", {}", indicator.unit) };
    format!("{seen}{}{unit} · {}", indicator.name, desk.words().date(shown.overlay.period.as_str()))
}

/// Places of the units in the order of the rows, kept until sorting or values change. Areas and what they are called may change
/// with every step and, while a stroke runs, with the board.
fn order(ui: &Ui, desk: &Desk, shown: &Shown<'_>, sorting: Sorting, filter: &str, id: Id) -> Arc<Vec<usize>> {
    let units = &shown.overlay.units;
    let board = desk.released_board().map_or(0, |it| it.version());
    let values = desk.overlay_at(shown.overlay.level).map(Arc::clone).map(Same);
    let key = (
        (values, units.len()),
        (desk.look().plan, desk.revision(), desk.catalog().revision, board),
        (sorting, filter.to_owned()),
        desk.settings().language,
    );
    kept::memo(ui, id.with("order"), key, |_| {
        let mut places: Vec<usize> =
            (0..units.len()).filter(|it| units.get(*it).is_some_and(|it| table_filter::fits(desk, it, filter))).collect();
        let Some(column) = sorting.column else { return places };
        let keys: Vec<_> = units.iter().map(|it| sort_key(desk, it, column)).collect();
        places.sort_by(|a, b| match (keys.get(*a), keys.get(*b)) {
            (Some(a), Some(b)) => a.compare(b, sorting.descending),
            _ => std::cmp::Ordering::Equal,
        });
        places
    })
}

/// Equal where it is the very same: comparing every value would cost more than sorting.
struct Same<T>(Arc<T>);

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What a row under the pointer is about.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Pointed {
    District(DistrictIx),
    Area(AreaId),
}

/// Tells which area's row the pointer is on in the list called `list`; what another list marked stays marked.
pub(super) fn point_at_area(ui: &Ui, list: Id, desk: &Desk, pointed: Option<AreaId>, asked: &mut Vec<Action>) {
    let id = list.with("area pointed at");
    let before = kept::state(ui, id, None::<AreaId>);
    let marked = desk.look().hover_area;
    if pointed.is_some() && pointed != marked || pointed.is_none() && before.is_some() && before == marked {
        asked.push(Action::Look(LookAt::HoverArea(pointed)));
    }
    if pointed != before {
        ui.ctx().data_mut(|it| it.insert_temp(id, pointed));
    }
}

struct Table<'a> {
    desk: &'a Desk,
    shown: &'a Shown<'a>,
    level: Level,
    id: Id,
    order: &'a [usize],
}

impl Table<'_> {
    fn head_ui(&self, ui: &mut Ui, sorting: Sorting) {
        let theme = Theme::of(ui.ctx());
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
        for (column, from, to) in laid_out(self.level, rect.left(), rect.width()) {
            let title = column.title(self.level, self.desk.words());
            let place = Rect::from_min_max(pos2(from - 6.0, rect.top() + 2.0), pos2(to + 4.0, rect.bottom() - 2.0));
            let response = ui.interact(place, self.id.with(("head", column)), Sense::click());
            let sorted = sorting.column == Some(column);
            announce(&response, Role::ColumnHeader, true, Some(sorted), &title);
            ui.painter().rect_filled(place, metrics::CORNER_CONTROL, theme.tokens.t1.gamma_multiply(touch(&response)));
            let (family, ink) = if sorted { (semibold(), theme.tokens.t1) } else { (regular(), theme.tokens.t3) };
            let room = to - from - if sorted { 14.0 } else { 0.0 };
            let galley = line(ui, &title, metrics::HINT, family, ink, room);
            let width = galley.size().x;
            let left = if column.is_number(self.level) { to - width } else { from };
            put_line(ui, galley, left, rect.center().y);
            if sorted {
                let icon = if sorting.descending { Icon::SortDown } else { Icon::SortUp };
                let x = if column.is_number(self.level) { left - 8.0 } else { left + width + 8.0 };
                icon.paint(ui.painter(), pos2(x, rect.center().y), 11.0, ink);
            }
            inner_focus_ring(ui, &response, place, metrics::CORNER_CONTROL);
            if response.explain(&title, None, Some(&self.desk.words().say("planning-table-sort"))).clicked() {
                kept::set_state(ui, self.id.with("sorting"), next(sorting, column, column.is_number(self.level)));
                kept::set_state(ui, self.id.with("turned"), true);
            }
        }
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, theme.separator());
    }

    fn rows_ui(&self, ui: &mut Ui, asked: &mut Vec<Action>) {
        let id = self.id.with("rows");
        let mut area = ScrollArea::vertical().id_salt(id).auto_shrink([false, false]);
        if let Some(offset) = self.step_focus(ui).or_else(|| self.newly_chosen(ui)).or_else(|| self.newly_sorted(ui)) {
            area = area.vertical_scroll_offset(offset);
        }
        let mut pointed = None;
        let shown = area.show_rows(ui, ROW, self.order.len(), |ui, range| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for at in range {
                pointed = pointed.or(self.row_ui(ui, at, asked));
            }
        });
        self.point_at(ui, pointed, asked);
        let seen = (shown.state.clamped_offset().y, shown.inner_rect.height());
        ui.ctx().data_mut(|it| it.insert_temp(self.id.with("seen"), seen));
    }

    /// In another order one reads from the first row on.
    fn newly_sorted(&self, ui: &Ui) -> Option<f32> {
        let id = self.id.with("turned");
        let turned = kept::state(ui, id, false);
        ui.ctx().data_mut(|it| it.insert_temp(id, false));
        turned.then_some(0.0)
    }

    fn row_id(&self, place: usize) -> Id {
        self.id.with(("row", self.level as u8, place))
    }

    /// The arrow keys carry the focus to the row above or below; answers with where the list must be scrolled to.
    fn step_focus(&self, ui: &Ui) -> Option<f32> {
        let focused = ui.memory(|it| it.focused())?;
        let at = self.order.iter().position(|it| self.row_id(*it) == focused)?;
        let page = 10_i64;
        let keys = [
            (Key::ArrowDown, 1),
            (Key::ArrowUp, -1),
            (Key::PageDown, page),
            (Key::PageUp, -page),
            (Key::End, i64::MAX / 2),
            (Key::Home, i64::MIN / 2),
        ];
        let steps: i64 = ui.input(|it| keys.iter().filter(|key| it.key_pressed(key.0)).map(|it| it.1).sum());
        let last = i64::try_from(self.order.len()).ok()? - 1;
        let next = usize::try_from(i64::try_from(at).ok()?.saturating_add(steps).clamp(0, last)).ok()?;
        if next == at {
            return None;
        }
        let row = self.row_id(*self.order.get(next)?);
        ui.memory_mut(|it| it.request_focus(row));
        let (offset, height) = kept::state(ui, self.id.with("seen"), (0.0_f32, 0.0_f32));
        let top = next as f32 * ROW;
        match (top < offset, top + ROW > offset + height) {
            (true, _) => Some(top),
            (_, true) => Some(top + ROW - height),
            _ => None,
        }
    }

    /// Something was chosen elsewhere, on the map above all: its row comes into sight, once; answers with where the list must be
    /// scrolled to. What is in sight stays where it is.
    fn newly_chosen(&self, ui: &Ui) -> Option<f32> {
        let (id, now) = (self.id.with("chosen"), (self.level, self.desk.look().selection.clone()));
        let before = kept::state(ui, id, None::<(Level, Selection)>);
        if before.as_ref() == Some(&now) {
            return None;
        }
        let at = self.first_chosen(&now.1, before.map(|it| it.1).unwrap_or_default());
        ui.ctx().data_mut(|it| it.insert_temp(id, Some(now)));
        let (offset, _) = kept::state(ui, self.id.with("seen"), (0.0_f32, 0.0_f32));
        let (top, height) = (at? as f32 * ROW, ui.available_height());
        let in_sight = top >= offset && top + ROW <= offset + height;
        (!in_sight).then_some((top - (height - ROW) / 2.0).max(0.0))
    }

    /// The row of what was not chosen before, else of anything chosen.
    fn first_chosen(&self, now: &Selection, before: Selection) -> Option<usize> {
        let row_of =
            |wanted: &dyn Fn(&Unit) -> bool| self.order.iter().position(|it| self.shown.overlay.units.get(*it).is_some_and(wanted));
        if self.level == Level::Areas {
            return now.area.and_then(|area| row_of(&|it| it.district.is_none() && it.area == Some(area)));
        }
        let among = |it: &Unit, keys: &BTreeSet<DistrictKey>| it.district.is_some() && keys.contains(&DistrictKey::new(&it.key));
        row_of(&|it| among(it, &now.districts) && !among(it, &before.districts)).or_else(|| row_of(&|it| among(it, &now.districts)))
    }

    /// The map marks what the row that the pointer is on is about, a district or an area.
    fn point_at(&self, ui: &Ui, pointed: Option<Pointed>, asked: &mut Vec<Action>) {
        let area = pointed.and_then(|it| if let Pointed::Area(area) = it { Some(area) } else { None });
        point_at_area(ui, self.id, self.desk, area, asked);
        let pointed = pointed.and_then(|it| if let Pointed::District(district) = it { Some(district) } else { None });
        let id = self.id.with("pointed at");
        let before = kept::state(ui, id, None::<DistrictIx>);
        let marked = self.desk.look().hover;
        if pointed.is_some() && pointed != marked || pointed.is_none() && before.is_some() && before == marked {
            asked.push(Action::Look(LookAt::Hover(pointed)));
        }
        if pointed != before {
            ui.ctx().data_mut(|it| it.insert_temp(id, pointed));
        }
    }

    /// Answers with its district or area while the pointer is on it.
    fn row_ui(&self, ui: &mut Ui, at: usize, asked: &mut Vec<Action>) -> Option<Pointed> {
        let (place, unit) = self.order.get(at).and_then(|it| Some((*it, self.shown.overlay.units.get(*it)?)))?;
        let row = row_of(self.desk, self.shown, unit);
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
        let response = ui.interact(rect, self.row_id(place), Sense::click());
        announce(&response, Role::Row, true, Some(row.chosen), &self.spoken(&row));
        self.paint_row(ui, rect, &response, &row);
        let value = self.value_ui(ui, rect, (place, unit), &row);
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        if response.has_focus() {
            ui.memory_mut(|it| it.set_focus_lock_filter(response.id, filter));
        }
        let clicked = response.clicked() || value.as_ref().is_some_and(Response::clicked);
        if clicked {
            asked.push(Action::Look(self.choice(&row, ui.input(|it| it.modifiers.command))));
        }
        let about = row.district.map(Pointed::District).or(row.area.map(Pointed::Area));
        let pointed = about.filter(|_| response.contains_pointer());
        [Some(response), value].iter().flatten().for_each(|it| self.assign_ui(it, &row, asked));
        pointed
    }

    /// The value, to be opened. A click on it chooses the row as well, so that the map shows whose it is.
    fn value_ui(&self, ui: &mut Ui, rect: Rect, (place, unit): (usize, &Unit), row: &TableRow) -> Option<Response> {
        let overlay = self.shown.overlay;
        let (_, from, to) = laid_out(self.level, rect.left(), rect.width()).into_iter().find(|it| it.0 == Column::Value)?;
        let said = row.cell(Column::Value);
        let wide = (7.0 * said.chars().count() as f32).clamp(metrics::HIT, to - from);
        let at = Rect::from_min_max(pos2(to - wide, rect.top() + 1.0), pos2(to, rect.bottom() - 1.0));
        let basis = Basis {
            id: self.id.with(("value", self.level as u8, place)),
            of: format!("{}, {}", unit.name, overlay.indicator.name),
            indicator: &overlay.indicator,
            period: Some(&overlay.period),
            value: unit.value,
            county: Some(overlay.county),
            words: self.desk.words(),
        };
        let name = format!("{}: {said}", basis.of);
        Some(opened_at(ui, at, basis.id, &name, |ui| basis_card_ui(ui, &basis)))
    }

    /// A click chooses, with Strg it adds; the other way round the map's choice marks the row.
    fn choice(&self, row: &TableRow, add: bool) -> LookAt {
        match row.district {
            Some(district) => LookAt::SelectDistrict { district: Some(district), add },
            None => LookAt::SelectArea(row.area),
        }
    }

    fn spoken(&self, row: &TableRow) -> String {
        row.cells.iter().filter(|it| !it.is_empty()).cloned().collect::<Vec<_>>().join(", ")
    }

    fn paint_row(&self, ui: &mut Ui, rect: Rect, response: &Response, row: &TableRow) {
        let theme = Theme::of(ui.ctx());
        let t = &theme.tokens;
        let hovered = row.district.is_some() && row.district == self.desk.look().hover;
        let ground = match (row.chosen, hovered) {
            (true, _) => t.inked(t.acc_soft, touch(response)),
            (_, true) => t.hand_soft,
            _ => t.t1.gamma_multiply(touch(response)),
        };
        ui.painter().rect_filled(rect, CornerRadius::ZERO, ground);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, theme.separator());
        if row.chosen {
            ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), CornerRadius::ZERO, t.acc);
        }
        for (column, from, to) in laid_out(self.level, rect.left(), rect.width()) {
            let strong = matches!(column, Column::Name | Column::Value) && row.chosen;
            let ink = if matches!(column, Column::Key | Column::State) { t.t2 } else { t.t1 };
            let lead = if column == Column::State { 18.0 } else { 0.0 };
            let galley = line(ui, row.cell(column), metrics::DENSE, if strong { semibold() } else { regular() }, ink, to - from - lead);
            let left = if column.is_number(self.level) { to - galley.size().x } else { from + lead };
            put_line(ui, galley, left, rect.center().y);
            if let Some(sign) = row.swatch.filter(|_| column == Column::State) {
                parts::swatch_at(ui, pos2(from, rect.center().y), sign);
            }
        }
        inner_focus_ring(ui, response, rect, 0);
    }

    /// „Raum zuordnen“ for this row, or for all chosen ones if it is among them: with the right button, Shift+F10 or the Menu key.
    fn assign_ui(&self, response: &Response, row: &TableRow, asked: &mut Vec<Action>) {
        let (Some(district), Some(plan)) = (row.district, self.desk.shown_plan()) else { return };
        let words = self.desk.words();
        let by_key = response.has_focus() && response.ctx.input(|it| it.modifiers.shift && it.key_pressed(Key::F10));
        let menu = Popup::context_menu(response).accessible_name(words.say("planning-table-assign"));
        let menu = if by_key { menu.open_memory(Some(SetOpenCommand::Bool(true))).anchor(response.rect) } else { menu };
        menu.show(|ui| {
            let districts = self.meant(district, row.chosen);
            ui.label(text::hint(ui, words.tell(&say!("planning-table-assign-count", count = districts.len()))));
            ui.add_enabled_ui(!plan.untouchable, |ui| {
                for area in &plan.areas {
                    if ui.add(MenuItem::new(&area.name).chip(area.chip(), colour(area.colour)).chosen(row.area == Some(area.id))).clicked()
                    {
                        asked.push(Action::Draw(Drawing::Put { districts: districts.clone(), area: Some(area.id) }));
                    }
                }
                if ui.add(MenuItem::new(&words.say("planning-unassigned-target")).chosen(row.area.is_none())).clicked() {
                    asked.push(Action::Draw(Drawing::Put { districts: districts.clone(), area: None }));
                }
            });
            parts::rule(ui);
            if ui.add(MenuItem::new(&words.say("planning-table-show")).icon(Icon::Locate)).clicked() {
                asked.push(Action::Look(LookAt::Find(districts)));
            }
        });
    }

    /// The row's district, or everything chosen if it is chosen too.
    fn meant(&self, district: DistrictIx, chosen: bool) -> Vec<DistrictIx> {
        if !chosen {
            return vec![district];
        }
        let register = &self.desk.catalog().register;
        self.desk.look().selection.districts.iter().filter_map(|it| register.find(it)).collect()
    }

    /// Strg+C while a row has the focus or the pointer is over the table, and no text is being edited.
    fn is_copied(&self, ui: &Ui) -> bool {
        let focused = ui.memory(|it| it.focused());
        let on_row = focused.is_some_and(|id| self.order.iter().any(|it| self.row_id(*it) == id));
        let wanted = on_row || (focused.is_none() && ui.rect_contains_pointer(ui.min_rect()));
        wanted && ui.input(|it| it.events.iter().any(|it| matches!(it, Event::Copy)))
    }

    /// Columns parted by tabs, as spreadsheets take them: the chosen rows, without a choice all.
    fn as_text(&self) -> String {
        let units = self.order.iter().filter_map(|it| self.shown.overlay.units.get(*it));
        let rows: Vec<TableRow> = units.map(|it| row_of(self.desk, self.shown, it)).collect();
        let any = rows.iter().any(|it| it.chosen);
        let plain = |text: &str| text.replace(['\t', '\n'], " ").replace('\u{a0}', " ").replace('−', "-");
        let head = Column::ALL.map(|it| it.title(self.level, self.desk.words())).join("\t");
        let lines = rows.iter().filter(|it| it.chosen || !any).map(|it| it.cells.iter().map(|it| plain(it)).collect::<Vec<_>>().join("\t"));
        let about = note(self.desk, self.shown, self.order.len());
        let source = self.shown.overlay.indicator.source.clone();
        std::iter::once(head).chain(lines).chain([String::new(), about, source]).collect::<Vec<_>>().join("\n")
    }
}

/// A second click turns the order, a third gives back the file's; numbers begin with the largest.
fn next(sorting: Sorting, column: Column, number: bool) -> Sorting {
    match sorting {
        Sorting { column: Some(old), descending } if old == column && descending == number => {
            Sorting { column: Some(column), descending: !number }
        }
        Sorting { column: Some(old), .. } if old == column => Sorting { column: None, descending: false },
        _ => Sorting { column: Some(column), descending: number },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_clicks_on_a_head_come_round() {
        let start = Sorting { column: None, descending: false };
        let first = next(start, Column::Value, true);
        assert_eq!(first, Sorting { column: Some(Column::Value), descending: true });
        let second = next(first, Column::Value, true);
        assert_eq!(second, Sorting { column: Some(Column::Value), descending: false });
        assert_eq!(next(second, Column::Value, true), start);
        assert_eq!(next(second, Column::Name, false), Sorting { column: Some(Column::Name), descending: false });
    }
}
