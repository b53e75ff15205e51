//! What saves replaced: five versions of each file, whole, and nowhere in the way.

use super::*;

/// The backups of a workplace: the folder's and the file's name, and what the first plan's description says.
fn backups(scene: &Scene) -> Vec<(String, String, String)> {
    let folders = fs::read_dir(scene.folder.path().join("data/backups")).map_or_else(|_| Vec::new(), |it| it.flatten().collect());
    let mut found: Vec<(String, String, String)> = Vec::new();
    let name = |it: &fs::DirEntry| it.file_name().to_string_lossy().into_owned();
    for folder in folders {
        for file in fs::read_dir(folder.path()).unwrap().flatten() {
            let said = scene.files.read(&file.path()).unwrap().project.plans[0].description.clone();
            found.push((name(&folder), name(&file), said));
        }
    }
    found.sort();
    found
}

fn said(scene: &Scene) -> Vec<String> {
    backups(scene).into_iter().map(|it| it.2).collect()
}

/// Whoever saved a mistake had nothing left of the day before.
#[test]
fn the_last_five_versions_that_saves_replaced_are_kept() {
    let scene = Scene::new();
    let mut opened = scene.files.create(&example(), &Blocks::new()).unwrap();
    opened.store.save_as(&scene.path("p.planraum")).unwrap();
    assert_eq!(said(&scene), [""; 0], "nothing was replaced");
    for number in 1..=8 {
        stroke(&mut opened, number);
        opened.store.save().unwrap();
    }
    assert_eq!(said(&scene), ["Strich 3", "Strich 4", "Strich 5", "Strich 6", "Strich 7"]);
    assert_eq!(backups(&scene).last().unwrap().1, "0008 p.planraum");
    assert!(backups(&scene).iter().all(|it| it.0.len() == 16), "{:?}", backups(&scene));
}

/// Files of one name in two folders pushed each other out elsewhere.
#[test]
fn files_of_the_same_name_and_files_replaced_by_another_have_backups_of_their_own() {
    let scene = Scene::new();
    fs::create_dir(scene.path("b")).unwrap();
    let mut opened = scene.files.create(&example(), &Blocks::new()).unwrap();
    for (number, name) in [(1, "p.planraum"), (2, "b/p.planraum")] {
        stroke(&mut opened, number);
        opened.store.save_as(&scene.path(name)).unwrap();
    }
    stroke(&mut opened, 3);
    opened.store.save().unwrap();
    stroke(&mut opened, 4);
    opened.store.save_as(&scene.path("p.planraum")).unwrap();
    let mut found = backups(&scene);
    found.sort_by(|a, b| a.2.cmp(&b.2));
    assert_eq!(
        found.iter().map(|it| (it.1.as_str(), it.2.as_str())).collect::<Vec<_>>(),
        [("0001 p.planraum", "Strich 1"), ("0001 p.planraum", "Strich 2")]
    );
    assert_ne!(found[0].0, found[1].0);
}

/// A save that fails keeps nothing; one that can keep nothing doesn't fail.
#[test]
fn backups_and_saves_do_not_hinder_each_other() {
    let scene = Scene::new();
    let path = scene.path("p.planraum");
    let mut opened = scene.files.create(&example(), &Blocks::new()).unwrap();
    opened.store.save_as(&path).unwrap();
    stroke(&mut opened, 1);
    fs::write(scene.folder.path().join("data/backups"), "in the way").unwrap();
    opened.store.save().unwrap();
    assert_eq!(scene.files.read(&path).unwrap().project.plans[0].description, "Strich 1");
    fs::remove_file(scene.folder.path().join("data/backups")).unwrap();
    stroke(&mut opened, 2);
    let mut theirs = fs::read(&path).unwrap();
    theirs.extend([0; 10]);
    fs::write(&path, &theirs).unwrap();
    assert_eq!(opened.store.save().unwrap_err().kind, Kind::ChangedMeanwhile);
    let folder = fs::read_dir(scene.folder.path().join("data/backups")).unwrap().flatten().next().unwrap().path();
    assert_eq!(fs::read_dir(folder).unwrap().count(), 0, "nothing was replaced, and no draft is left");
}

/// Whose file is damaged was told to look for a backup, and not where one is.
#[test]
fn a_damaged_file_says_where_its_former_versions_are_and_they_open_for_reading() {
    let scene = Scene::new();
    let path = scene.path("p.planraum");
    let mut opened = scene.files.create(&example(), &Blocks::new()).unwrap();
    opened.store.save_as(&path).unwrap();
    for number in 1..=2 {
        stroke(&mut opened, number);
        opened.store.save().unwrap();
    }
    opened.store.discard().unwrap();
    for damaged in [b"nothing".to_vec(), fs::read(&path).unwrap()[..8_192].to_vec()] {
        fs::write(&path, damaged).unwrap();
        for trouble in [scene.files.open(&path, How::Edit).err().unwrap(), scene.files.read(&path).err().unwrap()] {
            let told = trouble.to_string();
            assert!(told.contains("Frühere Fassungen dieser Datei liegen in") && told.contains("/data/backups/"), "{told}");
        }
    }
    let folder = scene.files.open(&path, How::Edit).err().unwrap().backups.unwrap();
    let latest = folder.join("0002 p.planraum");
    let mut opened = scene.files.open(&latest, How::Edit).unwrap();
    assert_eq!((&opened.access, opened.project.plans[0].description.as_str()), (&Access::ReadAsAsked, "Strich 1"));
    assert!(!folder.join("0002 p.planraum.lock").exists() && !opened.store.may_save());
    stroke(&mut opened, 3);
    opened.store.save_as(&scene.path("neu.planraum")).unwrap();
    assert_eq!(scene.files.read(&scene.path("neu.planraum")).unwrap().project.plans[0].description, "Strich 3");
    assert_eq!(scene.files.read(&latest).unwrap().project.plans[0].description, "Strich 1");
    assert!(scene.files.open(&scene.path("neu.planraum"), How::Edit).is_ok());
}

/// The remedy named a folder deep in the system's own, and nothing led there.
#[test]
fn the_latest_former_version_is_at_hand_where_the_remedy_is_to_open_one() {
    let scene = Scene::new();
    let path = scene.saved("p.planraum");
    let mut opened = scene.files.open(&path, How::Edit).unwrap();
    for number in 1..=3 {
        stroke(&mut opened, number);
        opened.store.save().unwrap();
    }
    drop(opened);
    fs::write(&path, "no project").unwrap();
    let trouble = scene.files.open(&path, How::Edit).err().unwrap();
    let latest = trouble.latest_backup().unwrap();
    assert!(latest.ends_with("0003 p.planraum") && latest.starts_with(trouble.backups.as_deref().unwrap()), "{latest:?}");
    assert_eq!(scene.files.open(&latest, How::Edit).unwrap().project.plans[0].description, "Strich 2");
    fs::remove_file(&path).unwrap();
    assert_eq!(scene.files.open(&path, How::Edit).err().unwrap().latest_backup(), None, "a drive that is away needs no former version");
}
