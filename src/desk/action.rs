//! Everything a planner can do. A view, a key, a terminal and a test all push these, and nothing else.

use std::path::PathBuf;

use crate::{
    desk::{
        look::{Brush, Colouring, CompareMode, Drawer, Labels, Page, Settings, Tool},
        reading::FieldChoice,
    },
    geometry::{Bounds, DistrictIx, Point},
    model::{
        id::{AreaId, IndicatorId, PlanId, ViewId},
        period::Period,
        plan::Target,
        planning_area::Lock,
        released::Profile,
        saved_view::{Extent, Level},
    },
    project::Command,
};

/// Something asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// A change to the project.
    Edit(Command),
    /// Take the last step back.
    Undo,
    /// Take it again.
    Redo,
    /// Go to a place in the history: so many steps taken.
    GoToStep(usize),
    /// Look at something else.
    Look(LookAt),
    /// Draw on the map.
    Draw(Drawing),
    /// Work on the areas of the plan that is shown.
    Area(AreaWork),
    /// Work on plans.
    Plan(PlanWork),
    /// Saved views and the wall.
    Show(Showing),
    /// Files.
    File(FileWork),
    /// Settings of this workplace.
    Settings(Settings),
    /// A message was read and may go.
    Dismiss(u64),
}

impl Action {
    /// Whether it only tells where pointer and camera are.
    pub fn follows_the_pointer(&self) -> bool {
        matches!(self, Self::Look(LookAt::Hover(_) | LookAt::Extent(_)) | Self::Draw(Drawing::Ghost(_)))
    }
}

/// Looking at something else.
#[derive(Debug, Clone, PartialEq)]
pub enum LookAt {
    /// Another page.
    Page(Page),
    /// Another plan.
    Plan(PlanId),
    /// Another indicator; colours the map with it.
    Indicator(IndicatorId),
    /// Another period.
    Period(Period),
    /// Districts or areas.
    Level(Level),
    /// Indicator or areas.
    Colouring(Colouring),
    /// The city in or out.
    WithCity(bool),
    /// Another disclosure profile.
    Profile(Profile),
    /// Other labels.
    Labels(Labels),
    /// Another part of the map; `None` is everything.
    Extent(Option<Extent>),
    /// The district under the cursor.
    Hover(Option<DistrictIx>),
    /// The area whose row is under the cursor.
    HoverArea(Option<AreaId>),
    /// Choose a district (`add`: beside those already chosen), or nothing.
    SelectDistrict {
        /// Which one.
        district: Option<DistrictIx>,
        /// Keep what is chosen.
        add: bool,
    },
    /// Choose an area, or none.
    SelectArea(Option<AreaId>),
    /// Bring districts into view and choose them.
    Find(Vec<DistrictIx>),
    /// What lies beside the map.
    Drawer(Drawer),
    /// Narrow the list of indicators by text.
    SearchIndicators(String),
    /// Narrow it to a Fachbereich.
    Department(Option<String>),
    /// Narrow it to a life phase.
    LifePhase(Option<String>),
    /// Which plans are compared.
    Compare(Vec<PlanId>),
    /// How they are shown.
    CompareMode(CompareMode),
    /// Whose values stand beside those of the indicator that is shown.
    CompareIndicators(Vec<IndicatorId>),
    /// Open or close the details of an area.
    ToggleArea(AreaId),
    /// The project's classes again, after those of a saved view.
    OwnClasses,
}

/// Drawing on the map.
#[derive(Debug, Clone, PartialEq)]
pub enum Drawing {
    /// Another tool.
    Tool(Tool),
    /// Another brush.
    Brush(Brush),
    /// The brush hovers here: show what it would do.
    Ghost(Option<Point>),
    /// The button goes down; `erase` draws with the other end of the brush.
    Begin {
        /// Where.
        at: Point,
        /// Take out instead of putting in.
        erase: bool,
    },
    /// The brush moves on: everything between the last place and this one is hit.
    To(Point),
    /// The button goes up: the stroke becomes one step.
    End,
    /// The stroke is dropped, nothing changes.
    Cancel,
    /// A loop was closed.
    Lasso {
        /// Its corners.
        ring: Vec<Point>,
        /// Take out instead of putting in.
        erase: bool,
    },
    /// A rectangle was drawn.
    Rectangle {
        /// Its extent.
        bounds: Bounds,
        /// Take out instead of putting in.
        erase: bool,
    },
    /// A loop or rectangle is being drawn: show what it would do if it were let go here.
    PreviewRegion {
        /// What is drawn so far.
        region: Drawn,
        /// Take out instead of putting in.
        erase: bool,
    },
    /// Put these districts into the target area (from the table or by key).
    Put {
        /// Which ones.
        districts: Vec<DistrictIx>,
        /// Where; `None` takes them out.
        area: Option<AreaId>,
    },
    /// Take the area under this place as the brush's target.
    PickTarget(Point),
    /// The next or previous target in the list, "not assigned" included.
    StepTarget(i32),
    /// Bring the next district without an area into view.
    NextUnassigned,
    /// Bring the next island into view: a part of an area away from its largest.
    NextIsland,
    /// Put every enclave into the area around it. What would move is marked on the map first: where it is not in sight, the
    /// map goes there and nothing else happens.
    AbsorbEnclaves,
    /// The enclaves that are marked now are meant so: don't mark them any more.
    LeaveEnclaves,
}

/// A region drawn by hand.
#[derive(Debug, Clone, PartialEq)]
pub enum Drawn {
    /// The corners of a loop.
    Lasso(Vec<Point>),
    /// The extent of a rectangle.
    Rectangle(Bounds),
}

/// Work on areas.
#[derive(Debug, Clone, PartialEq)]
pub enum AreaWork {
    /// A new, empty area, which becomes the brush's target.
    New,
    /// Another name.
    Rename(AreaId, String),
    /// Another colour: the n-th of the palette.
    Recolour(AreaId, usize),
    /// Why the border runs here.
    Reason(AreaId, String),
    /// The first takes all districts of the second, which goes.
    Merge {
        /// The one that stays.
        into: AreaId,
        /// The one that goes.
        from: AreaId,
    },
    /// The chosen districts leave their area and become a new one.
    SplitOff(AreaId),
    /// Every part beyond the largest becomes an area of its own.
    SplitParts(AreaId),
    /// The area goes; its districts are left without one.
    Delete(AreaId),
    /// What may happen to it.
    Lock(AreaId, Lock),
    /// The same for all areas.
    LockAll(Lock),
}

/// Work on plans.
#[derive(Debug, Clone, PartialEq)]
pub enum PlanWork {
    /// A new plan without areas.
    New,
    /// A copy of a plan, which is shown.
    Duplicate(PlanId),
    /// Another name.
    Rename(PlanId, String),
    /// Another description.
    Describe(PlanId, String),
    /// The plan goes.
    Delete(PlanId),
    /// Whether it can be changed at all.
    Protect(PlanId, bool),
    /// What each area should hold.
    Target(PlanId, Target),
}

/// Saved views and the wall.
#[derive(Debug, Clone, PartialEq)]
pub enum Showing {
    /// Keep what is seen now as a view.
    SaveView {
        /// The headline.
        title: String,
        /// One sentence.
        sentence: String,
    },
    /// What is seen now takes the place of this view's content.
    UpdateView(ViewId),
    /// Another headline and sentence.
    Retitle(ViewId, String, String),
    /// The view goes.
    DeleteView(ViewId),
    /// One place up (-1) or down (1).
    MoveView(ViewId, i32),
    /// Look at it in the planning window.
    GoTo(ViewId),
    /// Show it, or the first, on the wall.
    Start(Option<ViewId>),
    /// The next view.
    Next,
    /// The one before.
    Back,
    /// Black, or back from it.
    Black,
    /// Back to the desk.
    Stop,
    /// Move a district into an area in front of the audience: in a copy.
    WhatIf(DistrictIx, Option<AreaId>),
    /// Keep the copy as a plan.
    KeepWhatIf,
    /// Drop the copy.
    DropWhatIf,
}

/// Files. Paths come from dialogs, from dropping, or from the path field.
#[derive(Debug, Clone, PartialEq)]
pub enum FileWork {
    /// The sample county.
    OpenSample,
    /// A file of any kind that can be read: a project is opened, boundaries make a new project, indicators and plans join it.
    Open(PathBuf),
    /// The boundaries just read, once more with other fields; takes the place of the project that they made.
    ReadAgain(FieldChoice),
    /// The boundaries were read as they should.
    KeepReading,
    /// Go on with a working copy that was left behind.
    Resume(PathBuf),
    /// A working copy that was left behind goes.
    Discard(PathBuf),
    /// Save where it was.
    Save,
    /// Save elsewhere.
    SaveAs(PathBuf),
    /// Write something that leaves the house.
    Export(Export, PathBuf),
    /// Close the project and go to the start page; what was done stays in the working copy.
    Close,
    /// Stop a running job.
    Stop(u64),
    /// Ask where: a dialog of the operating system, or the path field.
    Ask(Asking),
    /// Ask which of the former versions of a file is to be opened, beginning at this one.
    AskBackup(PathBuf),
    /// The path field was filled in; `None` if it was left.
    Path(Asking, Option<PathBuf>),
    /// What becomes of the file that waits for a decision.
    Decide(Decision),
}

/// What becomes of a file that waits for a decision: one that lies in the way, or a project that somebody else has open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// It is replaced.
    Replace,
    /// It stays, and another name is chosen.
    OtherName,
    /// It is opened for reading.
    Read,
    /// It is taken from whoever has it open.
    TakeOver,
    /// Nothing is done.
    Leave,
}

/// Why a path is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Asking {
    /// To open something.
    Open,
    /// To begin a new project: with boundaries.
    New,
    /// To read indicators into the open project.
    Indicators,
    /// To save the project.
    SaveAs,
    /// To write something that leaves the house.
    Export(Export),
}

/// What leaves the house.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Export {
    /// The map as it is seen, as SVG or PNG by the file's ending.
    Map,
    /// The table that is seen, as CSV.
    Table,
    /// The areas of the plan as GeoJSON.
    Areas,
    /// Which district belongs to which area, as CSV.
    Assignment,
}
