//! What the planner looks at: page, plan, indicator, camera, selection. Never saved in the project, never undone.

use std::{collections::BTreeSet, ops::Range};

use crate::{
    geometry::{DistrictIx, locate::Rule},
    model::{
        id::{AreaId, IndicatorId, PlanId, ViewId},
        period::Period,
        planning_area::Lock,
        released::Profile,
        saved_view::{Extent, Level, Selection},
    },
    words::Language,
};

/// The pages of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Page {
    /// New, open, recent, sample.
    #[default]
    Start,
    /// The map with indicator and areas.
    Planning,
    /// Two to four plans.
    Comparison,
}

/// What colours the districts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Colouring {
    /// The chosen indicator's classes.
    #[default]
    Indicator,
    /// The areas of the plan.
    Areas,
}

/// What the mouse does on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tool {
    /// A click selects.
    #[default]
    Select,
    /// A round brush puts districts into the target area.
    Paint,
    /// The same brush takes them out.
    Erase,
    /// What the loop encloses goes into the target area.
    Lasso,
    /// What the rectangle encloses goes into the target area.
    Rectangle,
    /// A click on an area locks or unlocks it.
    Lock,
}

impl Tool {
    /// All tools in the order of the strip.
    pub const ALL: [Tool; 6] = [Self::Select, Self::Paint, Self::Erase, Self::Lasso, Self::Rectangle, Self::Lock];

    /// Whether it changes the plan's assignment.
    pub fn draws(self) -> bool {
        matches!(self, Self::Paint | Self::Erase | Self::Lasso | Self::Rectangle)
    }
}

/// How the brush works.
#[derive(Debug, Clone, PartialEq)]
pub struct Brush {
    /// Where painted districts go; `None` takes them out of their area.
    pub target: Option<AreaId>,
    /// Radius in metres on the ground; 0 hits only what is under the cursor.
    pub radius: f64,
    /// Paint whole groups of districts with the same value of this attribute (Samtgemeinde).
    pub group_by: Option<String>,
    /// Leave districts alone that already have an area.
    pub only_unassigned: bool,
    /// Take districts without people and without area along, too; else each of them has to be clicked.
    pub with_uninhabited: bool,
    /// What counts as hit by brush, lasso and rectangle.
    pub rule: Rule,
}

impl Default for Brush {
    fn default() -> Self {
        Self { target: None, radius: 0.0, group_by: None, only_unassigned: false, with_uninhabited: false, rule: Rule::Touch }
    }
}

/// How plans are laid beside one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum CompareMode {
    /// One map with the differences.
    #[default]
    Differences,
    /// Two to four maps with one camera.
    SideBySide,
}

/// Which plans are compared, the first being the one that counts as before.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Compare {
    /// Two to four plans.
    pub plans: Vec<PlanId>,
    /// How they are shown.
    pub mode: CompareMode,
    /// Indicators whose values are laid beside one another below the one that colours the maps.
    pub beside: Vec<IndicatorId>,
    /// Where the map of the planning page looked when the comparison was opened from there: there it looks again afterwards.
    pub opened_at: Option<Option<Extent>>,
}

impl Compare {
    /// So many indicators stand below the first; more could not be taken in.
    pub const MOST_BESIDE: usize = 5;
}

/// A running presentation.
#[derive(Debug, Clone, PartialEq)]
pub struct Presenting {
    /// The view on the wall.
    pub view: ViewId,
    /// Nothing but black.
    pub black: bool,
    /// Where to go back to afterwards.
    pub before: Box<Look>,
    /// The copy in which „was wäre, wenn“ happens, once something was changed.
    pub what_if: Option<PlanId>,
    /// The limits of the view's classes as they were before anything was changed in the copy: what the audience knows the
    /// colours by stays.
    pub limits: Option<Vec<f64>>,
    /// The steps that may be taken back and again in front of the audience, as counts of steps done: from how many there were when
    /// it began, or when a copy was kept, to the last one in the copy.
    pub steps: Range<usize>,
}

/// Which labels stand on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Labels {
    /// Names of areas with their key figure.
    pub areas: bool,
    /// Names of districts, as zoom allows.
    pub districts: bool,
}

impl Default for Labels {
    fn default() -> Self {
        Self { areas: true, districts: true }
    }
}

/// The colours of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Scheme {
    /// Light.
    #[default]
    Light,
    /// Dark.
    Dark,
    /// Black on white, 2 px edges, no shadows.
    HighContrast,
}

impl Scheme {
    /// All three, in the order in which the settings offer them.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::HighContrast];
}

/// What stays from day to day for this planner, whatever the project.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The language of the window.
    pub language: Language,
    /// Its colours.
    pub scheme: Scheme,
    /// Its size, 1.0 being 100 %.
    pub scale: f32,
    /// No movement but what the planner does.
    pub reduced_motion: bool,
    /// The disclosure profile that was chosen last: whoever hides small numbers finds them hidden tomorrow, in every project.
    pub profile: Profile,
}

impl Default for Settings {
    fn default() -> Self {
        Self { language: Language::German, scheme: Scheme::Light, scale: 1.0, reduced_motion: false, profile: Profile::Intern }
    }
}

/// What is on the table beside the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Drawer {
    /// Nothing.
    #[default]
    Closed,
    /// The table of districts or areas.
    Table,
    /// The steps that were taken.
    History,
    /// The saved views.
    Views,
}

/// Everything the planner looks at.
#[derive(Debug, Clone, PartialEq)]
pub struct Look {
    /// The page.
    pub page: Page,
    /// The plan whose tab is chosen.
    pub plan: Option<PlanId>,
    /// The chosen indicator.
    pub indicator: Option<IndicatorId>,
    /// The chosen period; `None` is the latest with a known value.
    pub period: Option<Period>,
    /// Whether districts or areas carry the colours.
    pub level: Level,
    /// What colours the map.
    pub colouring: Colouring,
    /// Whether the city counts.
    pub with_city: bool,
    /// Under which rule values are shown.
    pub profile: Profile,
    /// Which labels stand on the map.
    pub labels: Labels,
    /// What must be visible; `None` is everything.
    pub extent: Option<Extent>,
    /// What is chosen.
    pub selection: Selection,
    /// The district under the cursor.
    pub hover: Option<DistrictIx>,
    /// The area whose row is under the cursor, in a list or a table.
    pub hover_area: Option<AreaId>,
    /// What the mouse does.
    pub tool: Tool,
    /// How the brush works.
    pub brush: Brush,
    /// Which plans are compared.
    pub compare: Compare,
    /// What lies beside the map.
    pub drawer: Drawer,
    /// What was typed into the indicator search.
    pub indicator_search: String,
    /// The Fachbereich that the indicator list is narrowed to.
    pub department: Option<String>,
    /// The life phase that the indicator list is narrowed to.
    pub life_phase: Option<String>,
    /// The running presentation.
    pub presenting: Option<Presenting>,
    /// Areas whose row is open for more.
    pub open_areas: BTreeSet<AreaId>,
    /// The saved view whose classes hold, whatever the project has: until other ones are set or looked for.
    pub classes_of: Option<ViewId>,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            page: Page::Start,
            plan: None,
            indicator: None,
            period: None,
            level: Level::Districts,
            colouring: Colouring::Indicator,
            with_city: true,
            profile: Profile::Intern,
            labels: Labels::default(),
            extent: None,
            selection: Selection::default(),
            hover: None,
            hover_area: None,
            tool: Tool::Select,
            brush: Brush::default(),
            compare: Compare::default(),
            drawer: Drawer::Closed,
            indicator_search: String::new(),
            department: None,
            life_phase: None,
            presenting: None,
            open_areas: BTreeSet::new(),
            classes_of: None,
        }
    }
}

/// The next state of a lock when it is clicked: free, fixed, may only grow, free.
pub fn next_lock(lock: Lock) -> Lock {
    match lock {
        Lock::Free => Lock::Fixed,
        Lock::Fixed => Lock::KeepAtLeast,
        Lock::KeepAtLeast => Lock::Free,
    }
}
