//! The power fails while a project is saved: whatever of what was not synced is on the disk, the file is the old one or the new one.
//!
//! The real save runs on the real disk and every call is written down. From that, disks are made as a power cut may leave them: up to
//! some call, with what was written and named since the last sync lost, kept, torn at a sector or kept out of order. POSIX promises no
//! more than that; so a save that is right here doesn't lean on a kind file system.

use std::{collections::BTreeMap, sync::Mutex};

use super::*;

const SECTOR: usize = 512;

/// What was asked of the disk.
#[derive(Debug, Clone)]
enum Call {
    Create(PathBuf, usize),
    Write(usize, Vec<u8>),
    Sync(usize),
    Rename(PathBuf, PathBuf),
    Link(PathBuf, PathBuf),
    Remove(PathBuf),
    SyncFolder,
}

#[derive(Default)]
struct Log(Mutex<(Vec<Call>, usize)>);

impl Log {
    fn add(&self, call: Call) {
        self.0.lock().unwrap().0.push(call);
    }

    fn new_file(&self) -> usize {
        let mut log = self.0.lock().unwrap();
        log.1 += 1;
        log.1
    }

    fn take(&self) -> Vec<Call> {
        std::mem::take(&mut self.0.lock().unwrap().0)
    }
}

/// The disk, with every call written down once it succeeded.
struct Witnessed(Arc<Log>);

struct WitnessedSink(Box<dyn Sink>, Arc<Log>, usize);

impl Write for WitnessedSink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.0.write(&bytes[..bytes.len().min(7_000)])?;
        self.1.add(Call::Write(self.2, bytes[..written].to_vec()));
        Ok(written)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl Sink for WitnessedSink {
    fn sync(&mut self) -> io::Result<()> {
        self.0.sync()?;
        self.1.add(Call::Sync(self.2));
        Ok(())
    }
}

impl Files for Witnessed {
    fn open(&self, path: &Path) -> io::Result<Box<dyn io::Read>> {
        Disk.open(path)
    }
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn Sink>> {
        let (made, number) = (Disk.create_new(path)?, self.0.new_file());
        self.0.add(Call::Create(path.to_owned(), number));
        Ok(Box::new(WitnessedSink(made, Arc::clone(&self.0), number)))
    }
    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        Disk.link(from, to)?;
        self.0.add(Call::Link(from.to_owned(), to.to_owned()));
        Ok(())
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        Disk.rename(from, to)?;
        self.0.add(Call::Rename(from.to_owned(), to.to_owned()));
        Ok(())
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        Disk.remove(path)?;
        self.0.add(Call::Remove(path.to_owned()));
        Ok(())
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        Disk.sync_folder(folder)?;
        self.0.add(Call::SyncFolder);
        Ok(())
    }
}

/// A change of the names in the folder, with the files that were meant when it was made.
#[derive(Clone)]
enum Naming {
    Put(PathBuf, usize),
    Take(PathBuf),
    Move(PathBuf, PathBuf, usize),
}

/// A folder on a disk: what lasts, and what is under way to it.
#[derive(Default)]
struct Platter {
    names: BTreeMap<PathBuf, usize>,
    lasting_names: BTreeMap<PathBuf, usize>,
    namings: Vec<Naming>,
    files: BTreeMap<usize, (Vec<u8>, Vec<Vec<u8>>)>, // what lasts, and the writes since
}

impl Platter {
    fn holding(path: &Path, bytes: &[u8]) -> Self {
        let names = BTreeMap::from([(path.to_owned(), 0)]);
        Self { lasting_names: names.clone(), names, files: [(0, (bytes.to_vec(), vec![]))].into(), ..Self::default() }
    }

    fn take(&mut self, call: &Call) {
        let meant = |names: &BTreeMap<PathBuf, usize>, path: &PathBuf| names.get(path).copied().unwrap_or(usize::MAX);
        let naming = match call {
            Call::Write(file, bytes) => return self.files.entry(*file).or_default().1.push(bytes.clone()),
            Call::Sync(file) => {
                let (lasting, writes) = self.files.entry(*file).or_default();
                return writes.drain(..).for_each(|it| lasting.extend(it));
            }
            Call::SyncFolder => {
                self.lasting_names.clone_from(&self.names);
                return self.namings.clear();
            }
            Call::Create(path, file) => Naming::Put(path.clone(), *file),
            Call::Link(from, to) => Naming::Put(to.clone(), meant(&self.names, from)),
            Call::Rename(from, to) => Naming::Move(from.clone(), to.clone(), meant(&self.names, from)),
            Call::Remove(path) => Naming::Take(path.clone()),
        };
        name(&mut self.names, &naming);
        self.namings.push(naming);
    }

    /// The disk after a power cut: of what was not synced, chance says what is there.
    fn cut(&self, chance: &mut Chance) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut names = self.lasting_names.clone();
        let kind = chance.below(3);
        for naming in &self.namings {
            if kind == 0 || (kind == 1 && chance.below(2) == 0) {
                name(&mut names, naming);
            }
        }
        names.into_iter().map(|(path, file)| (path, self.content(file, chance))).collect()
    }

    fn content(&self, file: usize, chance: &mut Chance) -> Vec<u8> {
        let Some((lasting, writes)) = self.files.get(&file) else { return Vec::new() };
        let mut bytes = lasting.clone();
        let kind = chance.below(4);
        for write in writes {
            let at = bytes.len();
            match kind {
                0 => bytes.extend(write),
                1 => return bytes,
                2 if chance.below(3) == 0 => {
                    bytes.extend(write.iter().take(chance.below(write.len() / SECTOR + 1) * SECTOR));
                    return bytes;
                }
                3 if chance.below(2) == 0 => bytes.resize(at + write.len(), 0), // later sectors came first
                _ => bytes.extend(write),
            }
        }
        bytes
    }
}

fn name(names: &mut BTreeMap<PathBuf, usize>, naming: &Naming) {
    match naming {
        Naming::Put(path, file) => _ = names.insert(path.clone(), *file),
        Naming::Take(path) => _ = names.remove(path),
        Naming::Move(from, to, file) => {
            names.remove(from);
            names.insert(to.clone(), *file);
        }
    }
}

/// The same numbers every time (Steele, Lea, Flood: SplitMix, 2014).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % most as u64).unwrap()
    }
}

/// A save that was watched: the file, its bytes before and after, and every call.
fn watched_save() -> (Scene, PathBuf, [Vec<u8>; 2], Vec<Call>) {
    let log = Arc::new(Log::default());
    let scene = Scene::with(Arc::new(Witnessed(Arc::clone(&log))));
    let path = scene.saved("p.planraum");
    let mut opened = scene.files.open(&path, How::Edit).unwrap();
    stroke(&mut opened, 1);
    let before = fs::read(&path).unwrap();
    log.take();
    opened.store.save().unwrap();
    let calls = log.take();
    (scene, path.clone(), [before, fs::read(path).unwrap()], calls)
}

/// The disks after power cuts at every call, some at each.
fn after_power_cuts(path: &Path, before: &[u8], calls: &[Call], each: usize) -> Vec<BTreeMap<PathBuf, Vec<u8>>> {
    let (mut platter, mut chance, mut disks) = (Platter::holding(path, before), Chance(7), Vec::new());
    for call in calls {
        platter.take(call);
        disks.extend((0..each).map(|_| platter.cut(&mut chance)));
    }
    disks
}

#[test]
fn after_a_power_cut_the_file_is_the_old_one_or_the_new_one() {
    let (scene, path, [old, new], calls) = watched_save();
    let disks = after_power_cuts(&path, &old, &calls, 2_000_usize.div_ceil(calls.len()));
    assert!(disks.len() >= 2_000 && old != new);
    let mut seen = [0, 0];
    for disk in &disks {
        let found = disk.get(&path).expect("there is a file");
        assert!(*found == old || *found == new, "{} bytes: neither the old file nor the new one", found.len());
        seen[usize::from(*found == new)] += 1;
    }
    assert!(seen[0] > 100 && seen[1] > 10, "both came about: {seen:?}");
    // What else lies there keeps nobody out: the file opens, and can be saved again.
    for disk in disks.iter().step_by(100) {
        let share = tempfile::tempdir_in(scene.path("")).unwrap();
        let here = |it: &Path| share.path().join(it.file_name().unwrap());
        disk.iter().for_each(|(name, bytes)| fs::write(here(name), bytes).unwrap());
        let mut opened = scene.colleague().open(&here(&path), How::Edit).unwrap();
        let before = opened.project.plans[0].description.clone();
        assert_eq!(before == "Strich 1", disk[&path] == new);
        if opened.access == Access::Edit {
            stroke(&mut opened, 2);
            opened.store.save().unwrap();
        }
    }
}

/// The simulation sees what it is there for: without the sync before the name changes, files come out broken.
#[test]
fn a_save_that_does_not_sync_is_found_out() {
    let (_scene, path, [old, new], mut calls) = watched_save();
    calls.retain(|it| !matches!(it, Call::Sync(_)));
    let disks = after_power_cuts(&path, &old, &calls, 200);
    assert!(disks.iter().any(|it| it[&path] != old && it[&path] != new));
}
