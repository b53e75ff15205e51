//! Everything that can be found.

use eframe::egui::Color32;

use crate::{
    desk::{
        Desk,
        action::{Action, LookAt, Showing},
        look::Page,
    },
    views::{
        icons::Icon,
        keys::{COMMANDS, Command, Deed, Group, Wish},
        map::colour32,
        palette::also::other_names,
    },
};

/// Something that can be found.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What it is remembered by.
    pub id: String,
    /// Its words.
    pub text: String,
    /// What else it is called.
    pub also: Vec<String>,
    /// What kind of thing it is, as a key of the words.
    pub kind: &'static str,
    /// What stands before it, unless it has a chip.
    pub icon: Icon,
    /// An area's chip.
    pub chip: Option<(String, Color32)>,
    /// The key that does the same.
    pub key: Option<String>,
    /// What it does.
    pub deeds: Vec<Deed>,
    /// Of things that fit alike, the higher comes first.
    pub rank: i32,
}

/// Everything that can be found now.
pub fn entries(desk: &Desk) -> Vec<Entry> {
    let mut entries: Vec<Entry> = COMMANDS.iter().filter_map(|it| command(desk, it)).collect();
    if desk.file().open {
        entries.extend(plans(desk));
        entries.extend(areas(desk));
        entries.extend(views(desk));
        entries.extend(indicators(desk));
        entries.extend(districts(desk));
    }
    entries
}

fn command(desk: &Desk, command: &Command) -> Option<Entry> {
    let deed = (command.does)(desk)?;
    if matches!(deed, Deed::Wish(Wish::Palette | Wish::Part(_))) || command.group == Group::Map || command.name == "keys-back" {
        return None; // where one is, or what only makes sense by key
    }
    let words = desk.words();
    Some(Entry {
        id: command.name.to_owned(),
        text: words.say(command.name),
        also: other_names(command.name, words),
        kind: command.group.name(),
        icon: icon_of(command.group),
        chip: None,
        key: command.key_said(words),
        deeds: vec![deed],
        rank: 5,
    })
}

fn icon_of(group: Group) -> Icon {
    match group {
        Group::File => Icon::Folder,
        Group::Edit => Icon::Edit,
        Group::View => Icon::Eye,
        Group::Draw => Icon::Brush,
        Group::Map => Icon::Map,
        Group::Wall => Icon::Screen,
        Group::Help => Icon::Help,
    }
}

/// Looks at something on the planning page, unless the map is already there.
fn look(desk: &Desk, at: LookAt) -> Vec<Deed> {
    let turn = desk.look().page == Page::Start;
    let turn = turn.then_some(Deed::Ask(Action::Look(LookAt::Page(Page::Planning))));
    turn.into_iter().chain([Deed::Ask(Action::Look(at))]).collect()
}

fn entry(id: String, text: &str, kind: &'static str, icon: Icon, deeds: Vec<Deed>, rank: i32) -> Entry {
    Entry { id, text: text.to_owned(), also: Vec::new(), kind, icon, chip: None, key: None, deeds, rank }
}

fn plans(desk: &Desk) -> impl Iterator<Item = Entry> {
    let plan = |it: &crate::model::plan::Plan| {
        let id = format!("plan {}", it.id.0);
        entry(id, &it.name, "palette-plan", Icon::Layers, look(desk, LookAt::Plan(it.id)), 4)
    };
    desk.project().plans.iter().map(plan)
}

fn areas(desk: &Desk) -> impl Iterator<Item = Entry> {
    let plan = desk.shown_plan();
    let areas = plan.into_iter().flat_map(|plan| plan.areas.iter().map(move |it| (plan.id, it)));
    areas.map(|(plan, area)| {
        let members: Vec<_> = desk
            .project()
            .plan(plan)
            .into_iter()
            .flat_map(|it| it.districts_of(area.id))
            .filter_map(|it| desk.catalog().register.find(it))
            .collect();
        let mut deeds = look(desk, LookAt::Find(members));
        deeds.push(Deed::Ask(Action::Look(LookAt::SelectArea(Some(area.id)))));
        Entry {
            chip: Some((area.chip().to_owned(), colour32(area.colour))),
            ..entry(format!("area {} {}", plan.0, area.id.0), &area.name, "palette-area", Icon::Map, deeds, 6)
        }
    })
}

fn views(desk: &Desk) -> impl Iterator<Item = Entry> {
    let view = |it: &crate::model::saved_view::SavedView| {
        let deeds = vec![Deed::Ask(Action::Show(Showing::GoTo(it.id)))];
        entry(format!("view {}", it.id.0), &it.title, "palette-view", Icon::Star, deeds, 3)
    };
    desk.project().views.iter().map(view)
}

fn indicators(desk: &Desk) -> impl Iterator<Item = Entry> {
    let indicator = |it: &std::sync::Arc<crate::model::catalog::Series>| {
        let of = &it.indicator;
        entry(format!("indicator {}", of.id), &of.name, "palette-indicator", Icon::Chart, look(desk, LookAt::Indicator(of.id.clone())), 2)
    };
    desk.catalog().series().iter().map(indicator)
}

fn districts(desk: &Desk) -> impl Iterator<Item = Entry> {
    desk.catalog().register.iter().map(|(at, it)| {
        let deeds = look(desk, LookAt::Find(vec![at]));
        entry(format!("district {}", it.key), &it.name, "palette-district", Icon::Locate, deeds, 1)
    })
}
