//! The left panel while a tool draws: what is painted into which area, how wide, by which rule, and what it changes.

use eframe::egui::{ScrollArea, Ui};

use crate::{
    analysis::grouping,
    desk::{
        Desk,
        action::{Action, Drawing},
        look::{Brush, Tool},
    },
    geometry::locate::Rule,
    model::{id::AreaId, plan::Plan},
    views::{
        icons::Icon,
        planning::{groups, kept, parts, shown::colour, stroke},
        theme::text,
        widgets::{Button, Dropdown, Explain as _, MenuItem, Slider, checkbox, icon_button, key_hint, panel_header, segmented},
    },
    words::say,
};

/// Widths of the brush in metres on the ground that slider and keys step through; 0 hits what is under the pointer.
pub const BRUSH_WIDTHS: [f64; 20] = [
    0.0, 100.0, 200.0, 300.0, 500.0, 700.0, 1_000.0, 1_500.0, 2_000.0, 2_500.0, 3_000.0, 4_000.0, 5_000.0, 6_000.0, 8_000.0, 10_000.0,
    12_000.0, 15_000.0, 17_500.0, 20_000.0,
];

/// The step of [`BRUSH_WIDTHS`] nearest to a radius in metres.
pub fn brush_step(radius: f64) -> usize {
    let off = |width: f64| (width - 2.0 * radius).abs();
    let nearest = (0..).zip(BRUSH_WIDTHS).min_by(|a, b| off(a.1).total_cmp(&off(b.1)));
    nearest.map_or(0, |it| it.0)
}

/// Header, brush, units, rules, what this stroke does, and what the plan still leaves open.
pub(super) fn painting_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    let tool = desk.look().tool;
    let title = words.say(tool_key(tool));
    panel_header(ui, &title, "", |ui| {
        if icon_button(ui, Icon::Close, &words.say("planning-stop-drawing"), Some("V")).clicked() {
            asked.push(Action::Draw(Drawing::Tool(Tool::Select)));
        }
    });
    let Some(plan) = desk.shown_plan() else { return parts::empty(ui, &words.say("planning-no-plan")) };
    parts::foot(ui, "painting foot", |ui| {
        parts::rule(ui);
        parts::padded(ui, 8, |ui| {
            ui.horizontal(|ui| {
                key_hint(ui, &words.say("planning-key-escape"));
                ui.label(text::hint(ui, words.say("planning-escape-hint")));
            });
        });
    });
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        target_ui(ui, desk, plan, asked);
        if matches!(tool, Tool::Paint | Tool::Erase) {
            parts::rule(ui);
            width_ui(ui, desk, asked);
        }
        parts::rule(ui);
        units_ui(ui, desk, asked);
        parts::rule(ui);
        rules_ui(ui, desk, asked);
        parts::rule(ui);
        stroke::stroke_ui(ui, desk);
        parts::rule(ui);
        open_ends_ui(ui, desk, asked);
    });
}

fn tool_key(tool: Tool) -> &'static str {
    match tool {
        Tool::Erase => "planning-tool-erase",
        Tool::Lasso => "planning-tool-lasso",
        Tool::Rectangle => "planning-tool-rectangle",
        Tool::Select | Tool::Paint | Tool::Lock => "planning-tool-paint",
    }
}

/// The same brush with something changed.
fn brush(desk: &Desk, change: impl FnOnce(&mut Brush)) -> Action {
    let mut brush = desk.look().brush.clone();
    change(&mut brush);
    Action::Draw(Drawing::Brush(brush))
}

fn target_ui(ui: &mut Ui, desk: &Desk, plan: &Plan, asked: &mut Vec<Action>) {
    let words = desk.words();
    parts::inset(ui, |ui| {
        if desk.look().tool == Tool::Erase {
            ui.label(text::second(ui, words.say("planning-erase-hint")));
            return;
        }
        let name = words.say("planning-target");
        ui.label(text::dense_second(ui, name.as_str()));
        let chosen = desk.look().brush.target;
        let area = chosen.and_then(|it| plan.area(it));
        let none = words.say("planning-unassigned-target");
        let mut field = Dropdown::new(&name, area.map_or(none.as_str(), |it| it.name.as_str())).hand();
        if let Some(area) = area {
            field = field.chip_text(area.chip(), colour(area.colour));
        }
        let picked = field.show_ui(ui, |ui| targets_ui(ui, plan, chosen, &none));
        if let Some(target) = picked.flatten() {
            asked.push(brush(desk, |it| it.target = target));
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            key_hint(ui, &words.say("planning-key-pick"));
            ui.label(text::hint(ui, words.say("planning-alt-hint")));
        });
    });
}

/// Every area and „nicht zugeordnet“; answers with the one asked for.
fn targets_ui(ui: &mut Ui, plan: &Plan, chosen: Option<AreaId>, none: &str) -> Option<Option<AreaId>> {
    let mut picked = None;
    for area in &plan.areas {
        let item = MenuItem::new(&area.name).chip(area.chip(), colour(area.colour)).chosen(chosen == Some(area.id));
        if ui.add(item).clicked() {
            picked = Some(Some(area.id));
        }
    }
    if ui.add(MenuItem::new(none).chosen(chosen.is_none())).clicked() {
        picked = Some(None);
    }
    picked
}

fn width_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    parts::inset(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let radius = desk.look().brush.radius;
        let width = 2.0 * radius / 1_000.0;
        let said = match radius > 0.0 {
            true => words.with_unit(width, 1, "km"),
            false => words.say("planning-brush-single"),
        };
        let title = words.say("planning-brush-width");
        parts::headed(ui, text::title(ui, title.as_str()), |ui| ui.label(text::base(ui, said.as_str())));
        let slider = Slider::new(&title, &said, brush_step(radius), BRUSH_WIDTHS.len() - 1).show(ui);
        if let Some(width) = slider.and_then(|it| BRUSH_WIDTHS.get(it)) {
            asked.push(brush(desk, |it| it.radius = width / 2.0));
        }
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            key_hint(ui, ",");
            key_hint(ui, ".");
            ui.label(text::hint(ui, words.say("planning-brush-keys")));
        });
    });
}

fn units_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    let catalog = desk.catalog();
    let kept = (catalog.revision, std::sync::Arc::as_ptr(&catalog.ground) as usize);
    let groupings = kept::memo(ui, eframe::egui::Id::unique("groupings"), kept, |_| grouping::groupings(catalog));
    let fields: Vec<&String> = groupings.iter().filter(|it| it.hangs_together).map(|it| &it.field).collect();
    let others: Vec<&String> = groupings.iter().filter(|it| !it.hangs_together).map(|it| &it.field).collect();
    let single = words.say(groups::district_key(catalog));
    let names: Vec<String> = fields.iter().map(|it| grouping::field_name(it, words)).collect();
    let title = words.say("planning-units");
    parts::inset(ui, |ui| {
        ui.label(text::title(ui, title.as_str()));
        let options: Vec<&str> = std::iter::once(single.as_str()).chain(names.iter().map(String::as_str)).collect();
        let by = desk.look().brush.group_by.as_ref();
        let chosen = match by {
            Some(by) => fields.iter().position(|it| *it == by).map_or(usize::MAX, |it| it + 1),
            None => 0,
        };
        let picked = match options.len() {
            1 => None,
            2 | 3 => segmented(ui, &title, &options, chosen),
            _ => Dropdown::new(&title, options.get(chosen).copied().unwrap_or_default()).show(ui, &options),
        };
        if options.len() == 1 && others.is_empty() {
            ui.label(text::dense_second(ui, words.say("planning-units-single")));
        }
        if let Some(at) = picked {
            let field = at.checked_sub(1).and_then(|it| fields.get(it)).map(|it| (*it).clone());
            asked.push(brush(desk, |it| it.group_by = field));
        }
        other_units_ui(ui, desk, &others, asked);
    });
}

/// Attributes whose groups lie scattered over the map: rarely meant, but to be had.
fn other_units_ui(ui: &mut Ui, desk: &Desk, fields: &[&String], asked: &mut Vec<Action>) {
    if fields.is_empty() {
        return;
    }
    let words = desk.words();
    let (title, none) = (words.say("planning-units-other"), words.say("planning-units-other-none"));
    let names: Vec<String> = fields.iter().map(|it| grouping::field_name(it, words)).collect();
    let by = desk.look().brush.group_by.as_ref();
    let chosen = by.and_then(|it| fields.iter().position(|field| *field == it)).map_or(0, |it| it + 1);
    let options: Vec<&str> = std::iter::once(none.as_str()).chain(names.iter().map(String::as_str)).collect();
    ui.label(text::dense_second(ui, title.as_str()));
    if let Some(at) = Dropdown::new(&title, options.get(chosen).copied().unwrap_or_default()).show(ui, &options) {
        let field = at.checked_sub(1).and_then(|it| fields.get(it)).map(|it| (*it).clone());
        asked.push(brush(desk, |it| it.group_by = field));
    }
}

fn rules_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    let rules = [(Rule::Touch, "planning-rule-touch"), (Rule::Centre, "planning-rule-centre"), (Rule::HalfSurface, "planning-rule-half")];
    parts::inset(ui, |ui| {
        let title = words.say("planning-rule");
        ui.label(text::title(ui, title.as_str()));
        let texts = rules.map(|it| words.say(it.1));
        let chosen = rules.iter().position(|it| it.0 == desk.look().brush.rule).unwrap_or(0);
        let shown = texts.get(chosen).map_or("", String::as_str);
        let options: Vec<&str> = texts.iter().map(String::as_str).collect();
        if let Some((rule, _)) = Dropdown::new(&title, shown).show(ui, &options).and_then(|it| rules.get(it)) {
            asked.push(brush(desk, |it| it.rule = *rule));
        }
        let only = desk.look().brush.only_unassigned;
        if checkbox(ui, &words.say("planning-only-unassigned"), only).clicked() {
            asked.push(brush(desk, |it| it.only_unassigned = !only));
        }
        let with = desk.look().brush.with_uninhabited;
        let along = checkbox(ui, &words.say("planning-with-uninhabited"), with);
        if along.explain(&words.say("planning-with-uninhabited-what"), None, None).clicked() {
            asked.push(brush(desk, |it| it.with_uninhabited = !with));
        }
    });
}

/// What the plan still leaves open: districts to place, islands, enclaves.
fn open_ends_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    let Some(board) = desk.released_board() else {
        return parts::inset(ui, |ui| drop(ui.label(text::hint(ui, words.say("planning-open-ends-computing")))));
    };
    let open = board.unassigned().districts;
    let inside: usize = desk.enclaves().iter().map(|it| it.districts.len()).sum();
    parts::inset(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        let text = words.tell(&say!("planning-next-unassigned", count = open));
        let button = Button::plain(&text).icon(Icon::Target).key("N").wide();
        let response = ui.add_enabled(open > 0, button).explain(&words.say("planning-next-unassigned-what"), Some("N"), None);
        if response.clicked() {
            asked.push(Action::Draw(Drawing::NextUnassigned));
        }
        let (why_none, (islands, left)) = desk.islands().map_or((None, (0, 0)), |it| (it.why_none(), (it.open.len(), it.left)));
        let text = words.tell(&if islands == 0 && left > 0 {
            say!("planning-islands-left", count = left)
        } else {
            say!("planning-next-island", count = islands)
        });
        let button = ui.add_enabled(islands > 0, Button::plain(&text).icon(Icon::Search).key("U").wide());
        let limit = why_none.map(|it| words.tell(&it));
        if button.explain(&words.say("planning-next-island-what"), Some("U"), limit.as_deref()).clicked() {
            asked.push(Action::Draw(Drawing::NextIsland));
        }
        let text = words.tell(&say!("planning-absorb", count = inside));
        let response = ui.add_enabled(inside > 0, Button::plain(&text).icon(Icon::Merge).key("I").wide());
        let limit = (inside == 0).then(|| words.say("planning-absorb-none"));
        if response.explain(&words.say("planning-absorb-what"), Some("I"), limit.as_deref()).clicked() {
            asked.push(Action::Draw(Drawing::AbsorbEnclaves));
        }
    });
}
