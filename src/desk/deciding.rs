//! Decisions that a file waits for: whether another file is replaced, and who works on a project that somebody else has open.
//!
//! **Promise.** Nothing of somebody else's is replaced or taken over before the planner said so, knowing what it is.
//! **Not here.** Looking whether there is anything in the way (`app`), the card that asks (`views`).

use std::{ffi::OsString, path::PathBuf};

use crate::{
    desk::{
        Desk,
        action::{Asking, Decision, Export, FileWork},
        errand::{Agreed, Errand, Opened, Session, Target, Work},
    },
    words::Message,
};

/// What waits for a decision.
#[derive(Debug, Clone)]
pub enum Deciding {
    /// A file lies where something is to be written.
    Replace {
        /// What is to be written.
        asking: Asking,
        /// The file that lies there.
        path: PathBuf,
        /// Whether it is a project of Planraum.
        project: bool,
    },
    /// Somebody else has the project open that was opened here just now.
    Held {
        /// Who, since when, on which computer.
        by: Message,
        /// Which opening waits.
        session: Session,
        /// What was opened, for reading.
        opened: Box<Opened>,
        /// The same once more, taking it over.
        again: Work,
    },
}

impl Desk {
    /// Something else waits for a decision now; what waited before is let go.
    pub(super) fn wait_for(&mut self, deciding: Deciding) -> Vec<Errand> {
        let before = self.deciding.replace(deciding);
        before.map_or_else(Vec::new, let_go)
    }

    pub(super) fn decide(&mut self, decision: Decision) -> Vec<Errand> {
        let Some(deciding) = self.deciding.take() else { return Vec::new() };
        match (deciding, decision) {
            (Deciding::Replace { asking, path, .. }, Decision::Replace) => self.write_to(asking, path, Agreed::Knowing),
            (Deciding::Replace { asking, .. }, Decision::OtherName) => self.work_on_files(FileWork::Ask(asking)),
            (Deciding::Held { session, opened, .. }, Decision::Read) => {
                if self.may_leave() {
                    self.opened(session, *opened)
                } else {
                    vec![Errand::Forget(session)]
                }
            }
            (Deciding::Held { session, again, .. }, Decision::TakeOver) => {
                let (Work::Open { path, .. } | Work::Resume { folder: path, .. }) = &again else { return vec![Errand::Forget(session)] };
                let path = path.clone();
                let mut errands = vec![Errand::Forget(session)];
                errands.extend(self.read(super::files::named("job-open", &path), path, again));
                errands
            }
            (deciding, _) => let_go(deciding),
        }
    }

    /// Writes to a path that was chosen, with the ending that belongs there.
    pub(super) fn write_to(&mut self, asking: Asking, path: PathBuf, agreed: Agreed) -> Vec<Errand> {
        let target = Target::new(asking, path, agreed);
        match asking {
            Asking::Open | Asking::New | Asking::Indicators => self.work_on_files(FileWork::Open(target.path)),
            Asking::SaveAs => self.save(Some(target)),
            Asking::Export(export) => self.export(export, target),
        }
    }
}

fn let_go(deciding: Deciding) -> Vec<Errand> {
    match deciding {
        Deciding::Held { session, .. } => vec![Errand::Forget(session)],
        Deciding::Replace { .. } => Vec::new(),
    }
}

impl Target {
    /// A path with the ending that belongs there. Whoever agreed to replace another path agreed to nothing.
    pub(super) fn new(asking: Asking, path: PathBuf, agreed: Agreed) -> Self {
        let ended = match asking {
            Asking::Open | Asking::New | Asking::Indicators => path.clone(),
            Asking::SaveAs => with_ending(&path, "planraum"),
            Asking::Export(_) if path.extension().is_some() => path.clone(), // the planner chooses the format by it
            Asking::Export(export) => with_ending(&path, usual_ending(export)),
        };
        let agreed = if ended == path { agreed } else { Agreed::No };
        Self { path: ended, agreed }
    }
}

fn usual_ending(export: Export) -> &'static str {
    match export {
        Export::Map => "svg",
        Export::Areas => "geojson",
        Export::Table | Export::Assignment => "csv",
    }
}

/// „Stand 24.11“ becomes „Stand 24.11.planraum“; what ends so already stays.
fn with_ending(path: &std::path::Path, ending: &str) -> PathBuf {
    if path.extension().is_some_and(|it| it.eq_ignore_ascii_case(ending)) {
        return path.to_path_buf();
    }
    let mut name = path.file_name().map_or_else(OsString::new, OsString::from);
    name.push(format!(".{ending}"));
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    /// The ending was added after the dialog had asked about a path without it.
    #[test]
    fn agreeing_counts_for_exactly_the_path_that_was_asked_about() {
        use Agreed::{ByDialog, No};
        for (asking, path, ended, agreed) in [
            (Asking::SaveAs, "a/landkreis", "a/landkreis.planraum", No),
            (Asking::SaveAs, "a/landkreis.planraum", "a/landkreis.planraum", ByDialog),
            (Asking::SaveAs, "a/Landkreis.PLANRAUM", "a/Landkreis.PLANRAUM", ByDialog),
            (Asking::SaveAs, "Stand 24.11", "Stand 24.11.planraum", No),
            (Asking::SaveAs, "karte.geojson", "karte.geojson.planraum", No),
            (Asking::Export(Export::Map), "karte", "karte.svg", No),
            (Asking::Export(Export::Map), "karte.png", "karte.png", ByDialog),
            (Asking::Export(Export::Table), "tabelle", "tabelle.csv", No),
        ] {
            let target = Target::new(asking, PathBuf::from(path), ByDialog);
            assert_eq!((target.path.as_path(), target.agreed), (Path::new(ended), agreed), "{path}");
        }
    }
}
