//! Pictures of the panels with the sample county, to be looked at beside the mockups.
use eframe::egui::{Modifiers, Ui, UiBuilder, vec2};
use egui_kittest::{Harness, kittest::Queryable as _};
use planraum::{
    desk::{
        Desk,
        action::{Action, AreaWork, Drawing, LookAt, Showing},
        look::{Drawer, Tool},
    },
    model::{
        classing::{ClassMethod, Classing, Ramp},
        id::{AreaId, IndicatorId},
        period::Period,
        planning_area::Lock,
    },
    project::Command,
    views::{planning, theme::Scheme, theme::Theme},
    words::Language,
};

use super::{
    county::county,
    desk::{Screen, run, screen},
};

/// Both panels with room for the map between them, as in the window of 1440 or 1280 points.
fn page(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let whole = ui.max_rect();
    let narrow = whole.width() < 700.0;
    let (left, right) = if narrow { (272.0, 312.0) } else { (288.0, 344.0) };
    ui.painter().rect_filled(whole, 0.0, theme.tokens.ground);
    let parts = [
        (whole.with_max_x(whole.left() + left), planning::left_panel_ui as super::desk::Panel),
        (whole.with_min_x(whole.right() - right), planning::right_panel_ui),
    ];
    for (at, (rect, panel)) in parts.into_iter().enumerate() {
        ui.painter().rect_filled(rect, 0.0, theme.tokens.panel);
        let mut child = ui.new_child(UiBuilder::new().id_salt(("panel", at)).max_rect(rect));
        child.set_clip_rect(rect);
        panel(&mut child, desk, asked);
        let edge = if at == 0 { rect.right() } else { rect.left() };
        ui.painter().vline(edge, rect.y_range(), theme.separator());
    }
}

fn keep(harness: &mut Harness<'_, Screen>, name: &str) {
    let picture = harness.render().expect("a picture");
    assert!(picture.pixels().collect::<std::collections::HashSet<_>>().len() > 200, "{name} shows something");
    if let Some(folder) = std::env::var_os("PLANRAUM_LOOK") {
        picture.save(std::path::Path::new(&folder).join(format!("{name}.png"))).unwrap();
    }
}

fn looking(language: Language) -> Desk {
    let mut desk = county(language);
    let limits = ClassMethod::Manual(vec![6.0, 9.0, 12.0, 16.0, 20.0]);
    let classing = Classing { method: limits, classes: 6, ramp: Ramp::YlGnBu, frozen: None };
    run(&mut desk, Action::Edit(Command::SetClassing(IndicatorId::new("kinder_sgb2"), Some(classing))));
    run(&mut desk, Action::Look(LookAt::Indicator(IndicatorId::new("kinder_sgb2"))));
    run(&mut desk, Action::Look(LookAt::Period(Period::parse("2023").unwrap())));
    run(&mut desk, Action::Look(LookAt::SelectArea(Some(AreaId(6)))));
    desk
}

#[test]
#[ignore = "needs a graphics adapter"]
fn panels_while_looking() {
    for (scheme, name) in [(Scheme::Light, "light"), (Scheme::Dark, "dark"), (Scheme::HighContrast, "high_contrast")] {
        let mut harness = screen(looking(Language::German), page, vec2(720.0, 830.0), scheme);
        keep(&mut harness, &format!("panels_{name}"));
    }
    let mut harness = screen(looking(Language::German), page, vec2(640.0, 650.0), Scheme::Light);
    keep(&mut harness, "panels_small");
    let mut harness = screen(looking(Language::German), page, vec2(640.0, 410.0), Scheme::Light);
    keep(&mut harness, "panels_at_150_percent");
    let mut desk = looking(Language::English);
    run(&mut desk, Action::Look(LookAt::Indicator(IndicatorId::new("seu_sprache"))));
    let mut harness = screen(desk, page, vec2(720.0, 830.0), Scheme::Light);
    keep(&mut harness, "panels_english");
}

#[test]
#[ignore = "needs a graphics adapter"]
fn panels_while_painting() {
    for (scheme, name) in [(Scheme::Light, "light"), (Scheme::Dark, "dark")] {
        let mut desk = looking(Language::German);
        run(&mut desk, Action::Area(AreaWork::Lock(AreaId(4), Lock::Fixed)));
        run(&mut desk, Action::Draw(Drawing::Tool(Tool::Paint)));
        let mut brush = desk.look().brush.clone();
        (brush.radius, brush.target) = (1_500.0, Some(AreaId(6)));
        run(&mut desk, Action::Draw(Drawing::Brush(brush)));
        let places: Vec<_> = ["Hattorf", "Hörden"]
            .iter()
            .map(|name| {
                let catalog = desk.catalog();
                let (district, _) = catalog.register.iter().find(|it| it.1.name.starts_with(name)).unwrap();
                catalog.ground.topology.district_bounds(district).unwrap().centre()
            })
            .collect();
        run(&mut desk, Action::Draw(Drawing::Begin { at: places[0], erase: false }));
        run(&mut desk, Action::Draw(Drawing::To(places[1])));
        let mut harness = screen(desk, page, vec2(720.0, 830.0), scheme);
        keep(&mut harness, &format!("painting_{name}"));
    }
}

#[test]
#[ignore = "needs a graphics adapter"]
fn menus_details_and_cards() {
    for (scheme, name) in [(Scheme::Light, "light"), (Scheme::Dark, "dark")] {
        let mut desk = looking(Language::German);
        run(&mut desk, Action::Look(LookAt::ToggleArea(AreaId(6))));
        let mut harness = screen(desk, page, vec2(720.0, 830.0), scheme);
        harness.get_by_label_contains("Klassen ändern").click();
        harness.run_steps(4);
        keep(&mut harness, &format!("details_{name}"));
        let mut harness = screen(looking(Language::German), page, vec2(720.0, 830.0), scheme);
        harness.get_by_label_contains("Eichsfeld, Kinder in SGB-II-Haushalten").click();
        harness.run_steps(4);
        keep(&mut harness, &format!("basis_{name}"));
        let mut harness = screen(looking(Language::German), page, vec2(720.0, 830.0), scheme);
        harness.get_by_label("Mehr zu den Räumen").click();
        harness.run_steps(4);
        keep(&mut harness, &format!("menu_{name}"));
    }
}

#[test]
#[ignore = "needs a graphics adapter"]
fn drawers() {
    for (scheme, name) in [(Scheme::Light, "light"), (Scheme::Dark, "dark")] {
        let mut desk = looking(Language::German);
        run(&mut desk, Action::Area(AreaWork::Rename(AreaId(6), "Südharz und Oberharz".into())));
        run(
            &mut desk,
            Action::Show(Showing::SaveView {
                title: "Wo Kinder arm sind".into(),
                sentence: "Der Süden ist doppelt so stark betroffen.".into(),
            }),
        );
        run(&mut desk, Action::Show(Showing::SaveView { title: String::new(), sentence: String::new() }));
        run(&mut desk, Action::Undo);
        run(&mut desk, Action::Look(LookAt::Drawer(Drawer::Table)));
        let mut harness = screen(desk, planning::drawer_ui, vec2(900.0, 330.0), scheme);
        harness.get_by_label("Wert").click();
        harness.run_steps(3);
        harness.get_by_label_contains(", Herzberg").click();
        harness.run_steps(2);
        harness.get_by_label_contains(", Bad Sachsa").click_modifiers(Modifiers::COMMAND);
        harness.run_steps(3);
        keep(&mut harness, &format!("table_{name}"));
        for (drawer, kind) in [(Drawer::History, "history"), (Drawer::Views, "views")] {
            let mut desk = looking(Language::German);
            run(&mut desk, Action::Area(AreaWork::Rename(AreaId(6), "Südharz und Oberharz".into())));
            let sentence = "Der Süden ist doppelt so stark betroffen.".into();
            run(&mut desk, Action::Show(Showing::SaveView { title: "Wo Kinder arm sind".into(), sentence }));
            run(&mut desk, Action::Show(Showing::SaveView { title: String::new(), sentence: String::new() }));
            if drawer == Drawer::History {
                run(&mut desk, Action::Undo);
            }
            run(&mut desk, Action::Look(LookAt::Drawer(drawer)));
            let mut harness = screen(desk, planning::drawer_ui, vec2(340.0, 480.0), scheme);
            keep(&mut harness, &format!("{kind}_{name}"));
        }
    }
}
