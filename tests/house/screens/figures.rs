//! The figures on the map and beside it: what stands there, in which unit, and that each can be asked what it rests on.
use planraum::{
    cartography::{labels::Named, palette::Ground, picture::Picture},
    desk::{
        Desk,
        action::{Action, Drawing, LookAt},
        look::{Brush, Colouring, Tool},
    },
    geometry::DistrictIx,
    model::{id::AreaId, released::Profile, value::Cell},
    words::Language,
};

use super::desk::{run, small_with};

fn labels(picture: &Picture) -> Vec<(u32, String)> {
    let area = |it: &planraum::cartography::labels::Label| match it.of {
        Named::Area(id) => Some((id.0, it.figure.clone())),
        Named::District(_) => None,
    };
    let mut found: Vec<_> = picture.labels.iter().filter_map(area).collect();
    found.sort();
    found
}

fn by_areas(change: impl FnOnce(&mut [planraum::model::catalog::Series])) -> Desk {
    let mut desk = small_with(Language::German, change);
    run(&mut desk, Action::Look(LookAt::Colouring(Colouring::Areas)));
    desk
}

fn told(figures: [(u32, &str); 3]) -> Vec<(u32, String)> {
    figures.map(|(area, figure)| (area, figure.to_owned())).to_vec()
}

/// „Raumname mit Kennwert“: where areas carry the colours, their names carry what is balanced, also while the brush moves.
#[test]
fn names_of_areas_carry_their_people_and_follow_the_brush() {
    let mut desk = by_areas(|_| ());
    let mut picture = desk.picture(Ground::Light).unwrap();
    assert_eq!(labels(&picture), told([(1, "3.000"), (2, "2.000"), (3, "2.000")]));
    assert!(picture.subtitle.contains("Bevölkerung") && picture.subtitle.contains("2023"), "{}", picture.subtitle);
    run(&mut desk, Action::Draw(Drawing::Tool(Tool::Paint)));
    let brush = desk.look().brush.clone();
    run(&mut desk, Action::Draw(Drawing::Brush(Brush { target: Some(AreaId(2)), radius: 0.0, ..brush })));
    let had = desk.picture_key(Ground::Light, None);
    run(&mut desk, Action::Draw(Drawing::Begin { at: [500.0, 500.0], erase: false }));
    let wanted = desk.picture_key(Ground::Light, None);
    desk.follow_picture(&mut picture, &had, &wanted).unwrap();
    assert_eq!(labels(&picture), told([(1, "2.000"), (2, "3.000"), (3, "2.000")]), "before the button comes up");
    assert_eq!(labels(&picture), labels(&desk.picture(Ground::Light).unwrap()));
}

#[test]
fn a_hidden_area_has_no_figure_at_its_name() {
    let mut desk = by_areas(|all| {
        all[0].put(0, DistrictIx(0), Cell::known(2.0));
        all[0].put(0, DistrictIx(1), Cell::known(0.0));
        all[0].put(0, DistrictIx(2), Cell::known(0.0));
    });
    let had = desk.picture_key(Ground::Light, None);
    assert_eq!(labels(&desk.picture(Ground::Light).unwrap())[0], (1, "2".to_owned()));
    run(&mut desk, Action::Look(LookAt::Profile(Profile::Oeffentlich)));
    assert_ne!(desk.picture_key(Ground::Light, None), had, "another picture is made for others");
    assert_eq!(labels(&desk.picture(Ground::Light).unwrap())[0], (1, "geheim".to_owned()));
}
