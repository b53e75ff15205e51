//! Questions that take a moment, and the answers that are kept while they stand.
//!
//! A question includes the revisions it is asked of, so an old answer cannot be taken for a new one; until the new one
//! is there, the last answer of the same kind is shown. They are kept by `derived`.

use std::sync::Arc;

use crate::{
    analysis::{
        assignment::Assignment,
        city::CitySwitch,
        disclosure,
        figures::{FigureOptions, PlanFigures},
        overlay::{Overlay, OverlayError, OverlayQuestion},
        plan_comparison::PlanComparison,
    },
    derived::{self, Memo},
    desk::board::Board,
    model::{
        catalog::Catalog,
        id::PlanId,
        period::Period,
        plan::Plan,
        released::{Profile, Released},
    },
    project::Project,
};

/// A plan as it stood at a revision of the project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanAt {
    /// Which plan.
    pub plan: PlanId,
    /// Which revision of the project.
    pub revision: u64,
}

/// A question.
#[derive(Debug, Clone, PartialEq)]
pub enum Question {
    /// One indicator on districts or areas.
    Overlay {
        /// Revision of the catalog.
        catalog: u64,
        /// The plan, where areas matter.
        plan: Option<PlanAt>,
        /// What exactly.
        of: Box<OverlayQuestion>,
    },
    /// Figures and sums of a plan, ready to be drawn on.
    Board {
        /// Revision of the catalog.
        catalog: u64,
        /// Which plan.
        plan: PlanAt,
        /// Whether the city counts.
        with_city: bool,
    },
    /// Two plans.
    Compare {
        /// Revision of the catalog.
        catalog: u64,
        /// Before.
        a: PlanAt,
        /// After.
        b: PlanAt,
        /// All plans that are shown beside the first, `b` among them: areas are told apart on all maps together.
        others: Vec<PlanAt>,
        /// Whether the city counts.
        with_city: bool,
        /// When people are counted; `None` is the latest count.
        period: Option<Period>,
        /// Who looks.
        profile: Profile,
    },
    /// Where the names of the map find room: found once, so that nobody waits for the picture.
    Names {
        /// Revision of the catalog.
        catalog: u64,
        /// The plan whose areas have names; districts have them always.
        plan: Option<PlanAt>,
    },
    /// The figures of a plan as they may be shown, for laying plans side by side.
    Figures {
        /// Revision of the catalog.
        catalog: u64,
        /// Which plan.
        plan: PlanAt,
        /// Whether the city counts.
        with_city: bool,
        /// Who looks.
        profile: Profile,
        /// When people, or whatever is balanced, are counted; `None` is the latest count.
        period: Option<Period>,
    },
}

/// An answer.
#[derive(Debug, Clone)]
pub enum Answer {
    /// To [`Question::Overlay`].
    Overlay(Arc<Result<Released<Overlay>, OverlayError>>),
    /// To [`Question::Board`].
    Board(Box<Board>),
    /// To [`Question::Compare`].
    Compared(Arc<Released<PlanComparison>>),
    /// To [`Question::Figures`].
    Figures(Arc<Released<PlanFigures>>),
    /// To [`Question::Names`]: the ground keeps them.
    Named,
    /// The plan is gone meanwhile.
    Gone,
}

/// Computes an answer. Pure: the same question of the same catalog and project has the same answer on any thread.
pub fn answer(question: &Question, catalog: &Arc<Catalog>, project: &Project) -> Answer {
    match question {
        Question::Overlay { plan, of, .. } => {
            let plan = plan.and_then(|it| project.plan(it.plan));
            let assignment = plan.map(|it| Assignment::of(it, &catalog.register));
            Answer::Overlay(Arc::new(Overlay::of(catalog, plan.zip(assignment.as_ref()), of)))
        }
        Question::Board { plan, with_city, .. } => match project.plan(plan.plan) {
            Some(found) => Answer::Board(Box::new(Board::of(catalog, found, project, *with_city))),
            None => Answer::Gone,
        },
        Question::Compare { a, b, others, with_city, period, profile, .. } => match (project.plan(a.plan), project.plan(b.plan)) {
            (Some(a), Some(b)) => {
                let city = CitySwitch::new(&catalog.register, &project.city, *with_city);
                let others: Vec<_> = others.iter().filter_map(|it| project.plan(it.plan)).collect();
                let compared = match others.iter().position(|it| it.id == b.id) {
                    Some(place) => PlanComparison::among(catalog, a, (&others, place), &city, period.as_ref()),
                    None => PlanComparison::of(catalog, a, b, &city, period.as_ref()),
                };
                let compared = compared.map(|it| disclosure::release_comparison(it, *profile));
                compared.map_or(Answer::Gone, |it| Answer::Compared(Arc::new(it)))
            }
            _ => Answer::Gone,
        },
        Question::Names { plan, .. } => {
            find_sites(catalog, plan.and_then(|it| project.plan(it.plan)));
            Answer::Named
        }
        Question::Figures { plan, with_city, profile, period, .. } => match project.plan(plan.plan) {
            Some(found) => {
                let city = CitySwitch::new(&catalog.register, &project.city, *with_city);
                let options = FigureOptions { period: period.clone(), city, ..FigureOptions::default() };
                let figures = PlanFigures::of(catalog, found, &Assignment::of(found, &catalog.register), &options);
                Answer::Figures(Arc::new(disclosure::release_figures(figures, catalog, *profile)))
            }
            None => Answer::Gone,
        },
    }
}

fn find_sites(catalog: &Catalog, plan: Option<&Plan>) {
    let locator = &catalog.ground.locator;
    let _ = catalog.register.iter().filter_map(|it| locator.centre(it.0)).count(); // kept there
    let assignment = plan.map(|it| Assignment::of(it, &catalog.register));
    let areas = assignment.iter().zip(plan).flat_map(|(it, plan)| (0..plan.areas.len()).map(|label| it.members(label)));
    areas.for_each(|it| drop(locator.site(it)));
}

/// The revisions that answers depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// Of the catalog.
    pub catalog: u64,
    /// Of the project.
    pub project: u64,
}

impl derived::Question for Question {
    type Now = Now;

    fn stands(&self, now: &Now) -> bool {
        let (catalog, plans) = match self {
            Self::Overlay { catalog, plan, .. } | Self::Names { catalog, plan } => (catalog, [*plan, None]),
            Self::Board { catalog, plan, .. } | Self::Figures { catalog, plan, .. } => (catalog, [Some(*plan), None]),
            Self::Compare { catalog, a, b, .. } => (catalog, [Some(*a), Some(*b)]),
        };
        *catalog == now.catalog && plans.iter().flatten().all(|it| it.revision == now.project)
    }
}

/// The answers that are kept, and the revision of the project they are asked of.
#[derive(Debug)]
pub struct Answers {
    memo: Memo<Question, Answer>,
    revision: u64,
}

impl Default for Answers {
    fn default() -> Self {
        Self { memo: Memo::with_room_for(Self::ROOM_FOR), revision: 0 }
    }
}

impl Answers {
    /// Four plans side by side with six indicators ask three dozen questions. Were there less room than is asked for at once, the
    /// answers would push each other out for ever.
    const ROOM_FOR: usize = 48;

    /// The revision of the project.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The project changed: what depends on a plan is asked anew.
    pub fn project_changed(&mut self) {
        self.revision += 1;
    }

    /// The catalog changed: nothing of the old one is shown any more.
    pub fn catalog_changed(&mut self) {
        self.forget();
    }

    /// Another project is on the desk.
    pub fn forget(&mut self) {
        self.memo.forget();
        self.revision += 1;
    }

    /// The answer to exactly this question.
    pub fn get(&self, question: &Question) -> Option<&Answer> {
        self.memo.get(question)
    }

    /// The newest answer that `fits`, for showing while the right one is on its way.
    pub fn newest(&self, fits: impl Fn(&Question) -> bool) -> Option<&Answer> {
        self.memo.newest(fits)
    }

    /// Whether a question must be sent: neither answered nor on its way.
    pub fn must_ask(&mut self, question: &Question) -> bool {
        self.memo.must_ask(question)
    }

    /// A question was answered with something that is kept elsewhere, and may be put down there: it can be asked again.
    pub fn no_longer_asked(&mut self, question: &Question) {
        self.memo.no_longer_asked(question);
    }

    /// Keeps an answer. A late one, to an older revision of catalog or project, is dropped.
    pub fn keep(&mut self, question: Question, answer: Answer, catalog: u64) {
        self.memo.keep(question, answer, &Now { catalog, project: self.revision });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_late_answer_to_an_old_revision_is_not_kept() {
        let mut answers = Answers::default();
        let board = |revision| Question::Board { catalog: 3, plan: PlanAt { plan: PlanId(1), revision }, with_city: true };
        let districts = Question::Overlay { catalog: 3, plan: None, of: Box::new(OverlayQuestion::about("quota".into())) };
        let old = board(answers.revision());
        assert!(answers.must_ask(&old) && answers.must_ask(&districts));
        answers.project_changed();
        answers.keep(old.clone(), Answer::Gone, 3);
        assert!(answers.get(&old).is_none(), "the plan is another one by now");
        answers.keep(districts.clone(), Answer::Gone, 3);
        assert!(answers.get(&districts).is_some(), "what asks of no plan stands");
        let new = board(answers.revision());
        assert!(answers.must_ask(&new));
        answers.keep(new.clone(), Answer::Gone, 4);
        assert!(answers.get(&new).is_none(), "the catalog is another one by now");
    }
}
