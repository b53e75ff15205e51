//! Opening a project: to look at it, or to change it by one step and save.

use std::{path::Path, path::PathBuf, sync::Arc};

use super::{
    arguments::Shown,
    refusal::{not_taken, of_trouble, unknown},
};
use crate::{
    analysis::{assignment::Assignment, city::CitySwitch},
    desk::title::title_of,
    model::{
        catalog::{Catalog, Series},
        finding::{Findings, Severity},
        id::IndicatorId,
        indicator::{Role, Scope},
        plan::Plan,
        released::Profile,
        source::Source,
    },
    project::{Command, Project},
    storage::{
        caps,
        codes::{self, finding},
        limits::Limits,
        project_file::{Access, Blocks, How, Kind, ProjectFiles, Read, Trouble},
        refused::Refused,
        source_block::catalog_of,
        strangers::strangers,
    },
    words::{Terms, Words, say},
};

/// A project to look at.
pub struct Open {
    /// Its file.
    pub path: PathBuf,
    /// What was decided.
    pub project: Project,
    /// What is given.
    pub catalog: Catalog,
    /// When it was last changed, as `2026-11-23T14:32`.
    pub changed_at: String,
    /// The language of the caller with the county's terms.
    pub words: Arc<Words>,
}

/// Reads a project file, as it is.
pub fn read(path: &Path) -> Result<Read, Refused> {
    let files = ProjectFiles::new().map_err(|it| of_trouble(&it))?;
    files.read(path).map_err(|it| of_trouble(&it))
}

/// Reads a project without opening it: nobody is disturbed, nothing is left behind.
pub fn open(path: &Path, words: &Words) -> Result<Open, Refused> {
    let read = read(path)?;
    let catalog = catalog(&read.project.sources, &read.blocks, path)?;
    let words = Arc::new(Words::new(words.language(), &read.project.terms));
    Ok(Open { path: path.to_owned(), project: read.project, catalog, changed_at: read.changed_at, words })
}

/// The caps of this workplace; what of them can't be kept to was told when the command began.
pub fn limits() -> Limits {
    caps::in_folder(caps::workplace().as_deref()).0
}

/// The catalog of a list of sources; a project without sources has an empty one.
pub fn catalog(sources: &[Source], blocks: &Blocks, path: &Path) -> Result<Catalog, Refused> {
    if sources.is_empty() {
        return Ok(Catalog::empty());
    }
    let list: Vec<_> = sources.iter().filter_map(|it| Some((it.clone(), Arc::clone(blocks.get(&it.id)?)))).collect();
    Ok(catalog_of(&list, 1, &limits()).map_err(|it| it.of_file(path))?.0)
}

impl Open {
    /// A plan by its name, its number, or the beginning of its name if only one begins so.
    pub fn plan(&self, name: &str) -> Result<(&Plan, Assignment), Refused> {
        let plan = plan_named(&self.project, name, &self.path)?;
        Ok((plan, Assignment::of(plan, &self.catalog.register)))
    }

    /// The plan of that name, without one the usual one.
    pub fn plan_or_usual(&self, name: Option<&str>) -> Result<(&Plan, Assignment), Refused> {
        match (name, self.project.usual_plan()) {
            (Some(name), _) => self.plan(name),
            (None, Some(plan)) => Ok((plan, Assignment::of(plan, &self.catalog.register))),
            (None, None) => Err(unknown(say!("cli-no-plan-at-all"), Vec::new(), &self.path)),
        }
    }

    /// The series of an indicator.
    pub fn series(&self, id: &str) -> Result<&Arc<Series>, Refused> {
        let present = || {
            let telling = self.catalog.series().iter().filter(|it| !matches!(it.indicator.role, Some(Role::PopulationAge(_))));
            telling.map(|it| it.indicator.id.to_string()).collect()
        };
        self.catalog.find(&IndicatorId::new(id)).ok_or_else(|| unknown(say!("cli-no-such-indicator", id), present(), &self.path))
    }

    /// The population at its latest known period.
    pub fn population(&self) -> Option<(Arc<Series>, usize)> {
        let series = self.catalog.with_role(Role::Population)?;
        Some((Arc::clone(series), series.latest_known()?))
    }

    /// Who counts.
    pub fn city(&self, shown: &Shown) -> CitySwitch {
        CitySwitch::new(&self.catalog.register, &self.project.city, !shown.without_city)
    }

    /// Whether the city counts in no total of a series with this scope: it is switched off, or the series is without it.
    pub fn leaves_city_out(&self, shown: &Shown, scope: Scope) -> bool {
        self.city(shown).is_off() || scope == Scope::WithoutCity
    }

    /// What is to be said about who counts: leaving out a city that nobody named changes nothing.
    pub fn told_of_city(&self, shown: &Shown) -> Findings {
        let mut findings = Findings::default();
        if shown.without_city && !self.project.city.iter().any(|it| self.catalog.register.find(it).is_some()) {
            findings.push(finding(Severity::Warning, codes::CITY_NOT_NAMED, say!("cli-city-not-named"), say!("cli-remedy-city")));
        }
        findings
    }

    /// Districts that plans name and the map doesn't have.
    pub fn told_of_strangers(&self) -> Findings {
        strangers(&self.project, &self.catalog.register)
    }

    /// The day to print.
    pub fn date(&self, shown: &Shown) -> String {
        shown.date.clone().unwrap_or_else(|| self.changed_at.split('T').next().unwrap_or_default().to_owned())
    }
}

impl Shown {
    /// The profile for what is printed.
    pub fn profile_of_stdout(&self) -> Profile {
        self.profile.unwrap_or(Profile::Intern)
    }

    /// The profile for what is written to a file.
    pub fn profile_of_file(&self) -> Profile {
        self.profile.unwrap_or(Profile::Oeffentlich)
    }
}

/// A plan of a project by its name, its number, or the beginning of its name if only one begins so.
pub fn plan_named<'a>(project: &'a Project, name: &str, path: &Path) -> Result<&'a Plan, Refused> {
    if let Some(plan) = project.plan_named(name) {
        return Ok(plan);
    }
    let small = name.to_lowercase();
    let mut beginning = project.plans.iter().filter(|it| !small.is_empty() && it.name.to_lowercase().starts_with(&small));
    match (beginning.next(), beginning.next()) {
        (Some(only), None) => Ok(only),
        _ => Err(unknown(say!("cli-no-such-plan", name), project.plans.iter().map(|it| it.name.clone()).collect(), path)),
    }
}

/// A project that is changed: opened with its lock, one step taken, saved, closed.
pub struct Change {
    opened: crate::storage::project_file::Opened,
    path: PathBuf,
}

impl Change {
    /// Opens a project to change it; refused while somebody else has it open.
    pub fn begin(path: &Path) -> Result<Self, Refused> {
        let files = ProjectFiles::new().map_err(|it| of_trouble(&it))?;
        let opened = files.open(path, How::Edit).map_err(|it| of_trouble(&it))?;
        let trouble = |kind, detail| Err(of_trouble(&Trouble { path: path.to_owned(), kind, detail, copy: None, backups: None }));
        match &opened.access {
            Access::Edit => Ok(Self { opened, path: path.to_owned() }),
            Access::ReadBecauseOpen(holder) => trouble(Kind::Locked(Box::new(holder.clone())), None),
            Access::ReadAsAsked => trouble(Kind::Unwritable(None), None),
            Access::ReadBecauseUnwritable(detail) => trouble(Kind::Unwritable(None), Some(detail.clone())),
        }
    }

    /// The project as it is.
    pub fn project(&self) -> &Project {
        &self.opened.project
    }

    /// What is given.
    pub fn catalog(&self) -> Result<Catalog, Refused> {
        catalog(&self.opened.project.sources, &self.opened.blocks, &self.path)
    }

    /// What of its history could not be read and was forgotten.
    pub fn told_of_history(&self) -> Findings {
        let mut findings = Findings::default();
        self.opened.forgotten.iter().for_each(|it| findings.push(it.finding()));
        findings
    }

    /// Keeps the bytes of a source for the step that uses it.
    pub fn keep_block(&mut self, bytes: &[u8]) -> Result<(), Refused> {
        self.opened.store.add_block(bytes).map(|_| ()).map_err(|it| of_trouble(&it))
    }

    /// Closes the project as it was.
    pub fn leave(self) {
        self.opened.store.close();
    }

    /// Takes the step and saves. What cannot be saved leaves the file as it was.
    pub fn take(mut self, command: Command) -> Result<(), Refused> {
        let catalog = self.catalog()?;
        let title = title_of(&command, &self.opened.project, &catalog);
        let taken = self.opened.history.take(&mut self.opened.project, command, title, now());
        let step = taken.map_err(|it| not_taken(&it, &self.path))?.clone();
        let store = &mut self.opened.store;
        let before = store.taken();
        let saved = store.record(&step).and_then(|()| store.save());
        if saved.is_err() {
            let _ = store.set_taken(before); // the refusal is what has to be told; an unsaved step would be offered again
        }
        self.opened.store.close();
        saved.map_err(|it| of_trouble(&it))
    }
}

/// The time of a step, as `2026-11-23T14:32`.
pub fn now() -> String {
    jiff::Zoned::now().strftime("%Y-%m-%dT%H:%M").to_string()
}

/// The caller's language with the usual terms.
pub fn words_of_caller() -> Words {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|it| std::env::var(it).ok()).find(|it| !it.is_empty());
    Words::new(crate::words::Language::of_locale(&named.unwrap_or_default()), &Terms::default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    /// The day of printing would make other bytes of the same project every day.
    #[test]
    fn the_date_is_that_of_the_last_change_unless_one_is_asked_for() {
        let words = Arc::new(Words::new(Language::German, &Terms::default()));
        let changed_at = "2025-03-07T11:12".to_owned();
        let open = Open { path: PathBuf::new(), project: Project::default(), catalog: Catalog::empty(), changed_at, words };
        let asked = |date: Option<&str>| Shown { profile: None, without_city: false, date: date.map(str::to_owned) };
        assert_eq!(open.date(&asked(None)), "2025-03-07");
        assert_eq!(open.date(&asked(Some("2024-01-31"))), "2024-01-31");
    }
}
