//! A sheet of everything the look consists of, drawn in all three schemes, to be looked at and compared.
//!
//! `PLANRAUM_SPECIMEN=folder cargo test --test house specimen -- --ignored` writes the whole sheet to a folder;
//! `UPDATE_SNAPSHOTS=1` renews the kept pictures.
use eframe::egui::{self, Color32, Id, Layout, Rect, Role, Ui, UiBuilder, Vec2, pos2, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use planraum::views::icons::Icon;
use planraum::views::theme::{self, Scheme, Theme, area_colour, metrics, text};
use planraum::views::widgets::*;

const SHEET: Vec2 = vec2(1180.0, 850.0);

fn sheet(scheme: Scheme, size: Vec2, pixels_per_point: f32) -> Harness<'static> {
    let (mut query, mut name, mut reason) = (String::new(), "Süd".to_owned(), REASON.to_owned());
    let mut harness = Harness::builder()
        .with_size(size)
        .with_pixels_per_point(pixels_per_point)
        .with_context_setup(move |ctx| theme::install(ctx, scheme, true))
        .build_ui(move |ui| {
            let t = Theme::of(ui.ctx()).tokens;
            ui.painter().rect_filled(ui.ctx().content_rect(), 0.0, t.ground);
            column(ui, 0.0, 288.0, |ui| left(ui, &mut query));
            if size.x < SHEET.x {
                return;
            }
            column(ui, SHEET.x - 344.0, 344.0, |ui| right(ui, &mut name, &mut reason));
            part(ui, Rect::from_min_size(pos2(302.0, 12.0), vec2(520.0, 826.0)), middle);
        });
    harness.run_steps(4);
    harness
}

const REASON: &str = "Südharz: gemeinsames Mittelzentrum Herzberg, Schulverbund und Südharz-Mobil. Der Oderwald trennt von Osterode.";

fn part(ui: &mut Ui, rect: Rect, contents: impl FnOnce(&mut Ui)) {
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(egui::Align::Min)));
    contents(&mut child);
}

fn column(ui: &mut Ui, left: f32, width: f32, contents: impl FnOnce(&mut Ui)) {
    let rect = Rect::from_min_size(pos2(left, 0.0), vec2(width, SHEET.y));
    let theme = Theme::of(ui.ctx());
    ui.painter().rect_filled(rect, 0.0, theme.tokens.panel);
    let edge = if left == 0.0 { rect.right() } else { rect.left() };
    ui.painter().vline(edge, rect.y_range(), theme.separator());
    part(ui, rect, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        contents(ui);
    });
}

fn inset(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    egui::Frame::new().inner_margin(egui::Margin::symmetric(14, 10)).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        contents(ui);
    });
}

fn rule(ui: &mut Ui) {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 1.0));
    ui.painter().hline(rect.x_range(), rect.center().y, Theme::of(ui.ctx()).separator());
}

fn left(ui: &mut Ui, query: &mut String) {
    panel_header(ui, "Kennzahl", "", |ui| {
        let _ = icon_button(ui, Icon::More, "Mehr", None);
        let _ = icon_button(ui, Icon::Plus, "Kennzahl hinzufügen", Some("N"));
    });
    inset(ui, |ui| {
        search_field(ui, Id::unique("search"), query, "26 Kennzahlen durchsuchen", None);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(4.0, 0.0);
            for (at, name) in ["Alle", "Soziales", "Jugend", "Bildung", "Gesundheit", "Wohnen"].iter().enumerate() {
                let _ = filter_pill(ui, name, at == 0);
            }
        });
    });
    rule(ui);
    ui.add_space(6.0);
    section(ui, "Soziales", "7");
    ui.add(ListRow::new("Kinder in SGB-II-Haushalten").note("%").chosen(true));
    ui.add(ListRow::new("Menschen in Grundsicherung ab 65").note("%"));
    ui.add(ListRow::new("Wohngeldhaushalte und noch ein langer Zusatz").note("je 1.000"));
    ui.add(ListRow::new("Median der Miete, ohne Wert").note("€ je m²").quiet(true));
    ui.add_space(6.0);
    rule(ui);
    inset(ui, |ui| {
        Slider::new("Zeitraum", "31.12.2023", 7, 8).marks().show(ui);
        segmented(ui, "Malen in Einheiten von", &["Gemeinde", "Samtgemeinde"], 0);
        checkbox(ui, "Nur nicht zugeordnete Gebiete", false);
        checkbox(ui, "Gesperrte Räume schützen", true);
        Dropdown::new("Ziel des Pinsels", "Südharz").chip(6, area_colour(5)).hand().show(ui, &[]);
        Dropdown::new("Klassen", "eigene Grenzen").show(ui, &["gleiche Breite", "eigene Grenzen"]);
    });
    rule(ui);
    inset(ui, |ui| {
        toggle_row(ui, "Mit Stadt Göttingen", true);
        toggle_row(ui, "Bewegung reduzieren", false);
        ui.add_enabled_ui(false, |ui| toggle_row(ui, "Hier nicht möglich", true));
    });
}

fn middle(ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing.y = 12.0;
    tool_strip(ui, |ui| {
        ui.add(Button::quiet("Auswählen").icon(Icon::Cursor).tool(true));
        ui.add(Button::quiet("Malen").icon(Icon::Brush).tool(false));
        ui.add(Button::quiet("Radieren").icon(Icon::Eraser).tool(false));
        ui.add(Button::quiet("Lasso").icon(Icon::Lasso).tool(false));
    });
    card(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.add(Button::primary("Insel auflösen").key("I"));
            ui.add(Button::plain("Vorführen").icon(Icon::Screen).key("F5"));
            ui.add(Button::quiet("Verlauf").icon(Icon::History).chosen(true));
            ui.add(Button::hand("Strich abbrechen"));
            ui.add(Button::link("Raumprofil öffnen"));
            ui.add_enabled(false, Button::primary("Speichern").icon(Icon::Save));
            ui.add_enabled(false, Button::plain("Wiederholen"));
            ui.add(Button::plain("Export").dense().trailing(Icon::ChevronDown));
            let focused = ui.add(Button::plain("Mit Fokus"));
            focused.request_focus();
        });
        ui.add_space(10.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            for (tone, words) in [
                (Tone::Accent, "jetzt"),
                (Tone::Hand, "+4.899"),
                (Tone::Warning, "außerhalb des Ziels"),
                (Tone::Error, "Insel"),
                (Tone::Good, "erreicht"),
                (Tone::Neutral, "Stadt"),
            ] {
                pill(ui, tone, words);
            }
            key_hint(ui, "Strg K");
            key_hint(ui, "Alt");
        });
    });
    ui.horizontal_top(|ui| {
        floating_card(ui, |ui| {
            ui.set_width(190.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.label(text::title(ui, "Kinder in SGB-II-Haushalten"));
            ui.label(text::hint(ui, "Anteil an allen unter 15, in %"));
            ui.add_space(6.0);
            for (class, (words, count)) in [("unter 6", "6"), ("6 bis unter 9", "14"), ("20 und mehr", "2")].into_iter().enumerate() {
                let colours = [Color32::from_rgb(255, 255, 204), Color32::from_rgb(65, 182, 196), Color32::from_rgb(37, 52, 148)];
                legend_row(ui, Swatch::Colour(colours[class]), words, count);
            }
            ui.add_space(6.0);
            for (hatch, words, count) in [
                (Hatch::Secret, "geheim, auch als Schutz", "4"),
                (Hatch::Missing, "nicht geliefert", "1"),
                (Hatch::Uninhabited, "unbewohnt", "1"),
                (Hatch::Unassigned, "nicht zugeordnet", "1"),
                (Hatch::UnassignedOutline, "nicht zugeordnet", "1"),
            ] {
                legend_row(ui, Swatch::Hatch(hatch), words, count);
            }
        });
        let popover = UiBuilder::new().layout(Layout::top_down(egui::Align::Min));
        popover_frame(ui.ctx()).show(ui, |ui| {
            ui.scope_builder(popover, |ui| {
                ui.set_width(230.0);
                ui.spacing_mut().interact_size.y = 18.0;
                ui.spacing_mut().item_spacing.y = 3.0;
                ui.label(text::card_title(ui, "Bad Lauterberg im Harz"));
                ui.horizontal(|ui| {
                    ui.label(text::figure(ui, "24,1 %"));
                    ui.label(text::dense_second(ui, "Landkreis 13,9 %"));
                });
                ui.label(text::dense_second(ui, "260 von 1.077 Kindern · 31.12.2023"));
                ui.label(text::warning(ui, "Beispielwert (erfunden)"));
                ui.add_space(4.0);
                ui.horizontal(|ui| {
                    for hatch in [Hatch::Secret, Hatch::Missing, Hatch::Uninhabited, Hatch::Unassigned] {
                        let (_, rect) = ui.allocate_space(vec2(48.0, 40.0));
                        paint_hatch(ui.painter(), rect, hatch, &theme, 1.0);
                    }
                });
            })
        });
    });
    let _ = Notice::new(Tone::Error, "Elbingerode wird eine Insel")
        .detail("430 Menschen, ganz von Südharz umgeben")
        .remedy("Auflösen: zu Südharz", Some("I"))
        .leave("Abbrechen")
        .show(ui);
    card(ui, |ui| {
        Progress::new("Grenzen werden gelesen", Some(0.42)).rest("noch etwa 3 Sekunden").show(ui, "Abbrechen");
        ui.add_space(6.0);
        Progress::new("Datenbank wird geprüft", None).show(ui, "Abbrechen");
    });
    card(ui, |ui| {
        let (_, area) = ui.allocate_space(vec2(490.0, 104.0));
        for (at, icon) in Icon::ALL.iter().enumerate() {
            let cell = vec2((at % 17) as f32 * 28.8 + 12.0, (at / 17) as f32 * 26.0 + 12.0);
            icon.paint(ui.painter(), area.min + cell, metrics::ICON, theme.tokens.t1);
        }
    });
}

fn right(ui: &mut Ui, name: &mut String, reason: &mut String) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.add_space(10.0);
        let (_, logo) = ui.allocate_space(Vec2::splat(20.0));
        paint_logo(ui.painter(), logo, &Theme::of(ui.ctx()));
        tab(ui, "Ausgangsplan", Some(Icon::Lock), false, false);
        tab(ui, "Entwurf A", None, true, true);
        tab(ui, "Entwurf B", None, false, false);
    });
    panel_header(ui, "Räume", "7 · Ziel je Raum 34.782", |ui| {
        let _ = icon_button(ui, Icon::More, "Mehr", None);
        let _ = icon_button(ui, Icon::Plus, "Raum anlegen", None);
    });
    for (number, area, people, share, said) in [
        (1, "Münden", "31.128", -0.105, "−10,5 %"),
        (2, "Umland West/Süd", "35.998", 0.035, "+3,5 %"),
        (6, "Südharz", "34.876", 0.003, "+0,3 %"),
        (7, "Stadt Göttingen", "120.261", 0.6, "+60,0 %"),
    ] {
        area_row(ui, number, area, people, share, said);
    }
    inset(ui, |ui| {
        Field::new("Name").hint("Name des Raums").error(Some("Diesen Namen trägt schon ein anderer Raum.")).show(
            ui,
            Id::unique("name"),
            name,
        );
        Field::new("Warum verläuft die Grenze hier?").rows(3).show(ui, Id::unique("reason"), reason);
        let mut empty = String::new();
        Field::new("Beschreibung").hint("Ein Satz, der die Variante erklärt").show(ui, Id::unique("empty"), &mut empty);
        ui.label(text::page_title(ui, "Vergleich zweier Entwürfe"));
        ui.label(text::base(ui, "0123456789 · 1.111.111 · 8.888.888 → 4.444 ← ≤ ≥ ± 12,5 km²"));
        ui.label(text::key_figure(ui, "„Kinder unter 6“ – ÄÖÜ äöü ß €"));
    });
}

fn area_row(ui: &mut Ui, number: usize, area: &str, people: &str, share: f64, said: &str) {
    Row::new(area, 59.0).chosen(number == 6).changing(number == 7).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
        ui.horizontal(|ui| {
            area_chip(ui, number, area_colour(number - 1), area);
            ui.label(text::control(ui, area));
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                let (_, lock) = ui.allocate_space(Vec2::splat(16.0));
                Icon::Unlock.paint(ui.painter(), lock.center(), 14.0, Theme::of(ui.ctx()).tokens.t3);
                ui.label(text::key_figure(ui, people));
            });
        });
        ui.horizontal(|ui| {
            ui.add_space(20.0);
            ui.add(DeviationBar::new(share, said));
            let words = if share.abs() > TOLERANCE { text::warning(ui, said) } else { text::second(ui, said) };
            ui.label(words);
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                ui.label(text::key_figure(ui, "16,4 %"));
                swatch(ui, Swatch::Colour(Color32::from_rgb(44, 127, 184)));
                let (_, glyph) = ui.allocate_space(Vec2::splat(14.0));
                Icon::Coverage.paint(ui.painter(), glyph.center(), 13.0, Theme::of(ui.ctx()).tokens.t2);
            });
        });
    });
}

#[test]
#[ignore = "needs a graphics adapter"]
fn specimen_in_all_schemes() {
    let folder = std::env::var("PLANRAUM_SPECIMEN").ok();
    for (scheme, name) in [(Scheme::Light, "light"), (Scheme::Dark, "dark"), (Scheme::HighContrast, "high_contrast")] {
        for scale in [1.0, 2.0] {
            let mut harness = sheet(scheme, SHEET, scale);
            let picture = harness.render().expect("a picture");
            assert_eq!(picture.width(), (SHEET.x * scale) as u32);
            if let Some(folder) = &folder {
                picture.save(format!("{folder}/{name}_{scale}.png")).expect("a file");
            }
        }
    }
}

/// The kept pictures: the left column alone. The whole sheet is for looking at.
#[test]
#[ignore = "needs a graphics adapter"]
fn the_left_column_looks_as_it_did() {
    let mut results = egui_kittest::SnapshotResults::new();
    for (scheme, name) in [(Scheme::Light, "light"), (Scheme::Dark, "dark"), (Scheme::HighContrast, "high_contrast")] {
        let options = egui_kittest::SnapshotOptions::new().threshold(1.5).max_failed_pixels(300);
        let mut column = sheet(scheme, vec2(288.0, 640.0), 1.0);
        column.snapshot_options(format!("components_{name}"), &options);
        results.extend(column.take_snapshot_results());
    }
}

#[test]
fn everything_has_a_name_and_can_be_hit() {
    let harness = sheet(Scheme::Light, SHEET, 1.0);
    for name in [
        "Malen",
        "Mehr",
        "26 Kennzahlen durchsuchen",
        "Mit Stadt Göttingen",
        "Zeitraum",
        "Name",
        "Entwurf A",
        "Südharz",
        "Ziel des Pinsels",
    ] {
        assert!(harness.query_all_by_label(name).next().is_some(), "{name}");
    }
    let usable = [Role::Button, Role::RadioButton, Role::Switch, Role::CheckBox, Role::Tab, Role::ComboBox, Role::Slider, Role::TextInput];
    let (mut faults, mut seen) = (Vec::new(), 0);
    for node in harness.root().children_recursive() {
        let node = node.accesskit_node();
        if !usable.contains(&node.role()) {
            continue;
        }
        seen += 1;
        if node.label().is_none_or(|it| it.is_empty()) {
            faults.push(format!("{:?} has no name", node.role()));
        }
        let size = node.bounding_box().map_or((0.0, 0.0), |it| (it.x1 - it.x0, it.y1 - it.y0));
        if size.0 < 23.9 || size.1 < 23.9 {
            faults.push(format!("{:?} {:?} is only {size:?} large", node.role(), node.label()));
        }
    }
    assert_eq!(faults, Vec::<String>::new());
    assert!(seen > 40, "only {seen} parts found");
}
