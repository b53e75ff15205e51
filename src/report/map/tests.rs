#![allow(clippy::unwrap_used)]
use super::*;
use crate::{
    model::released::Profile,
    report::{
        Document, Format,
        testing::{self, PLANTED},
    },
};
use resvg::usvg::{Options, Tree};

fn texts(svg: &str) -> Vec<String> {
    let document = resvg::usvg::roxmltree::Document::parse(svg).unwrap();
    let text = document.descendants().filter(|it| it.has_tag_name("text") && it.attribute("aria-hidden").is_none());
    text.filter_map(|it| it.text()).map(str::to_owned).collect()
}

#[test]
fn the_sheet_says_everything_that_a_map_must_say() {
    for layout in [Layout::A4, Layout::A3, Layout::Slide] {
        let svg = testing::sheet(Profile::Oeffentlich, layout).svg();
        let all = texts(&svg).join("\n");
        for said in [
            "Anteil „A“",
            "2023",
            "Entwurf <A>",
            "geheim, auch als Schutz",
            "nicht geliefert",
            "unbewohnt",
            "nicht zugeordnet",
            "N",
            "0",
            "Quelle: Beispielwert (erfunden)",
            "© GeoBasis-DE / BKG 2016",
            "Freigabe: öffentlich",
            "23.11.2026",
            "Kleine Zahlen:",
            "West",
        ] {
            assert!(all.contains(said), "{layout:?} lacks {said:?} in\n{all}");
        }
        assert!(all.contains("m") && Tree::from_str(&svg, &Options::default()).is_ok());
    }
    let intern = texts(&testing::sheet(Profile::Intern, Layout::A4).svg()).join(" ");
    assert!(intern.contains("nur intern") && !intern.contains("Kleine Zahlen"));
}

#[test]
fn every_class_stands_in_the_legend_with_its_count() {
    let sheet = testing::sheet(Profile::Intern, Layout::A4);
    let counts: Vec<_> = sheet.picture.legend.classes.iter().map(|it| it.count.unwrap()).collect();
    assert_eq!(counts.iter().sum::<usize>(), 3);
    let svg = sheet.svg();
    let legend = svg.split("id=\"legend\"").nth(1).unwrap();
    assert_eq!(legend.matches("class=\"row\"").count(), counts.len() + sheet.picture.legend.others.len());
    for hatch in Hatch::ALL {
        assert!(svg.contains(&format!("id=\"{}\"", hatch.id())), "{hatch:?}");
    }
}

#[test]
fn every_district_is_there_once_and_hatched_as_on_screen() {
    let svg = testing::sheet(Profile::Oeffentlich, Layout::A4).svg();
    for number in 0..6 {
        assert_eq!(svg.matches(&format!("id=\"district-0315900{number}\"")).count(), 1);
    }
    for (class, count) in [("plain", 2), ("secret", 2), ("missing", 1), ("uninhabited", 1)] {
        let mark = format!("<g class=\"{class}\"");
        let groups = svg.split(&mark).skip(1);
        let districts: usize = groups.map(|it| it.split("</g>").next().unwrap_or("").matches("id=\"district-").count()).sum();
        assert_eq!(districts, count, "{class}");
    }
}

#[test]
fn no_hidden_number_is_in_a_file() {
    let hidden = crate::words::number::written(100.0 * PLANTED.0 / PLANTED.1, 1, crate::words::Convention::German);
    let intern = testing::sheet(Profile::Intern, Layout::A4).svg();
    assert!(intern.contains(&hidden), "the planted value is there to be hidden");
    for profile in [Profile::Konferenz, Profile::Oeffentlich] {
        let svg = testing::sheet(profile, Layout::A4).svg();
        assert!(!svg.contains(&hidden), "{profile:?}");
    }
}

#[test]
fn names_stay_text_whatever_they_hold() {
    let svg = testing::sheet(Profile::Intern, Layout::A4).svg();
    assert!(svg.contains("<title>B &amp; &lt;Söhne&gt;</title>") && !svg.contains("<Söhne>") && !svg.contains('\u{202E}'));
}

#[test]
fn the_same_sheet_gives_the_same_bytes() {
    let bytes = |format| Document::Map(Box::new(testing::sheet(Profile::Oeffentlich, Layout::Slide))).bytes(format).unwrap();
    assert_eq!(bytes(Format::Svg), bytes(Format::Svg));
    assert_eq!(bytes(Format::Png), bytes(Format::Png));
}

#[test]
fn a_picture_in_pixels_has_the_size_of_its_paper() {
    for (layout, dpi, size) in [(Layout::A4, 300, (3508, 2480)), (Layout::A4, 150, (1754, 1240)), (Layout::Slide, 96, (1920, 1080))] {
        let png = pixels::png(&testing::sheet(Profile::Intern, layout).svg(), dpi).unwrap();
        assert_eq!((png.width, png.height), size);
        let header: Vec<u32> = [16, 20].map(|at| u32::from_be_bytes(png.bytes[at..at + 4].try_into().unwrap())).into();
        assert_eq!((header[0], header[1]), size);
        assert_eq!(&png.bytes[37..41], b"pHYs");
        assert_eq!(resvg::tiny_skia::Pixmap::decode_png(&png.bytes).unwrap().width(), png.width, "the chunk's check sum holds");
    }
}

#[test]
fn letters_are_drawn_with_the_bundled_family() {
    let mut sheet = testing::sheet(Profile::Intern, Layout::A4);
    let with = pixels::png(&sheet.svg(), 96).unwrap().bytes;
    sheet.picture.title = "Ganz anderer Titel".into();
    assert_ne!(with, pixels::png(&sheet.svg(), 96).unwrap().bytes, "no font, no letters");
}

#[test]
fn neighbours_share_their_points() {
    let svg = testing::sheet(Profile::Intern, Layout::A4).svg();
    let path =
        |number: u32| svg.split(&format!("id=\"district-0315900{number}\" d=\"")).nth(1).unwrap().split('"').next().unwrap().to_owned();
    let corners = |path: &str| {
        let (mut at, mut all) = ([0.0, 0.0], Vec::new());
        for part in path.trim_matches(['M', 'z']).split('l') {
            let numbers: Vec<f64> = part.replace('-', " -").split_whitespace().map(|it| it.parse().unwrap()).collect();
            at = [at[0] + numbers[0], at[1] + numbers[1]];
            all.push(at.map(|it: f64| (it * 100.0).round() as i64));
        }
        all
    };
    let (one, other) = (corners(&path(0)), corners(&path(1)));
    assert_eq!(one.iter().filter(|it| other.contains(it)).count(), 2, "{one:?} {other:?}");
}

#[test]
fn a_long_legend_still_fits() {
    let mut sheet = testing::sheet(Profile::Intern, Layout::A4);
    let row = sheet.picture.legend.classes[0].clone();
    sheet.picture.legend.classes = vec![row; 300];
    let svg = sheet.svg();
    assert_eq!(svg.split("id=\"legend\"").nth(1).unwrap().matches("class=\"row\"").count(), 300 + sheet.picture.legend.others.len());
}

/// Five areas that want to stand at the same place: whoever has to go elsewhere is tied to it by a line.
#[test]
fn a_name_that_finds_no_room_is_tied_to_its_area() {
    let mut sheet = testing::sheet(Profile::Intern, Layout::A4);
    assert_eq!(sheet.svg().matches("class=\"leader\"").count(), 0);
    let label = crate::cartography::labels::Label { others: Vec::new(), ..sheet.picture.labels[0].clone() };
    sheet.picture.labels = vec![label; 5];
    let svg = sheet.svg();
    assert_eq!(svg.matches("class=\"leader\"").count(), texts(&svg).iter().filter(|it| **it == sheet.picture.labels[0].text).count() - 1);
}
