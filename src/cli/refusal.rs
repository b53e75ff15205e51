//! Refusals of the command line, all in the form of the contract: which file, what is wrong, what to do.

use std::path::Path;

use crate::{
    model::finding::{Code, Severity},
    project::Refusal,
    storage::{
        codes::{self, finding},
        project_file::{Kind, Trouble},
        refused::Refused,
    },
    words::{Arg, Message, say},
};

/// A refusal about a file.
pub fn refused(code: Code, message: Message, remedy: Message, file: &Path) -> Refused {
    Refused::new(finding(Severity::Error, code, message, remedy)).of_file(file)
}

/// Trouble with a project file.
pub fn of_trouble(trouble: &Trouble) -> Refused {
    let code = match trouble.kind {
        Kind::Unreadable | Kind::NotAFile => codes::FILE_UNREADABLE,
        Kind::NotAProject => codes::FILE_KIND_UNKNOWN,
        Kind::TooLarge(_) | Kind::Outgrown(_) => codes::FILE_TOO_LARGE,
        Kind::Exists(_) => codes::FILE_EXISTS,
        Kind::Newer(_) => codes::PROJECT_NEWER,
        Kind::Damaged(_) | Kind::Altered(_) | Kind::SourceMissing(_) => codes::PROJECT_DAMAGED,
        Kind::Locked(_) | Kind::TakenOver(_) | Kind::Busy | Kind::WorkingCopyInUse => codes::PROJECT_LOCKED,
        Kind::Unwritable(_) => codes::FILE_UNWRITABLE,
        _ => codes::PROJECT_NOT_KEPT,
    };
    let cause = match &trouble.detail {
        Some(detail) => say!("cli-cause-with-detail", cause = trouble.cause(), detail),
        None => trouble.cause(),
    };
    refused(code, cause, trouble.remedy(), &trouble.path)
}

/// Something of that name isn't there; what is there.
pub fn unknown(message: Message, present: Vec<String>, project: &Path) -> Refused {
    const SHOWN: usize = 12;
    let more = present.len() > SHOWN;
    let mut list: Vec<Arg> = present.into_iter().take(SHOWN).map(|it| Arg::Text(shortened(it))).collect();
    list.extend(more.then(|| Arg::from("…")));
    let remedy = if list.is_empty() { say!("cli-remedy-nothing-there") } else { say!("cli-remedy-choose", present = list) };
    refused(codes::NAME_UNKNOWN, message, remedy, project)
}

/// A name as long as somebody reads.
fn shortened(name: String) -> String {
    const LONGEST: usize = 60;
    if name.chars().count() <= LONGEST { name } else { name.chars().take(LONGEST).chain(['…']).collect() }
}

/// A change that the project doesn't take, and what to do instead.
pub fn not_taken(refusal: &Refusal, project: &Path) -> Refused {
    let remedy = match refusal {
        Refusal::NameEmpty => say!("cli-remedy-name"),
        Refusal::NameTaken(_) => say!("cli-remedy-another-name"),
        Refusal::Untouchable(_) | Refusal::StartingPlan(_) | Refusal::PlanKept(_) => say!("cli-remedy-copy"),
        _ => say!("cli-remedy-nothing-changed"),
    };
    refused(codes::NOT_POSSIBLE, refusal.message(), remedy, project)
}

/// A question that has no answer, or a change that the project doesn't take.
pub fn impossible(message: Message, project: &Path) -> Refused {
    refused(codes::NOT_POSSIBLE, message, say!("cli-remedy-nothing-changed"), project)
}
