//! The stroke: what happens between the button going down and coming up, and the ghost before it goes down.
//!
//! **Promise.** Until the button comes up nothing is decided: a dropped stroke leaves no trace. Then the whole stroke is
//! one command.

mod preview;
mod stroke;

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::OnceLock,
};

use crate::{
    analysis::{draft::WhyNot, pool::AreaValue},
    desk::{
        Desk,
        action::{Drawing, Drawn},
        board::{AreaRow, Board},
        errand::Errand,
        look::{Brush, Colouring, Tool},
    },
    geometry::{DistrictIx, Point},
    model::{
        catalog::Register,
        id::{AreaId, IndicatorId, PlanId},
        period::Period,
        plan::Plan,
        released::{Profile, Released},
    },
    project::Project,
    words::Message,
};

/// A stroke between button down and up.
#[derive(Debug, Clone, PartialEq)]
pub struct Stroke {
    /// Where painted districts go; `None` takes them out.
    pub target: Option<AreaId>,
    /// The track of the brush in metres.
    pub track: Vec<Point>,
    /// Districts that were hit but stay, and why.
    pub refused: BTreeMap<DistrictIx, WhyNot>,
}

/// What the brush would do where it hovers, or a loop or rectangle that is being drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Ghost {
    /// Where.
    pub at: Point,
    /// Whether a loop or rectangle is being drawn.
    pub of_region: bool,
    /// Districts that would change.
    pub districts: Vec<DistrictIx>,
    /// Districts under the brush that would stay, and why.
    pub refused: Vec<(DistrictIx, WhyNot)>,
    /// What it would mean, area by area, as the profile shows it.
    pub(super) deltas: Vec<Delta>,
    /// What was asked: as long as it is the same, nothing has to be worked out again.
    pub(super) asked: Asked,
}

/// What brush, loop or rectangle takes, and what it goes over.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Hit {
    pub(super) taken: Vec<DistrictIx>,
    /// Without people and without area: they stay so.
    pub(super) uninhabited: Vec<DistrictIx>,
}

impl Hit {
    pub(super) fn left(&self) -> impl Iterator<Item = (DistrictIx, WhyNot)> {
        self.uninhabited.iter().map(|it| (*it, WhyNot::Uninhabited))
    }
}

/// What a ghost depends on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Asked {
    hit: Hit,
    target: Option<AreaId>,
    only_unassigned: bool,
    shown: Option<(IndicatorId, Period)>,
    version: u64,
    /// The profile it was worked out under.
    pub(super) profile: Profile,
}

/// What a stroke means for one area.
#[derive(Debug, Clone, PartialEq)]
pub struct Delta {
    /// Which area; `None` is "not assigned".
    pub area: Option<AreaId>,
    /// What it gains or loses of the balanced figure, without one how many districts; `None` where unknown or secret.
    pub change: Option<f64>,
    /// Whether the profile hides the change.
    pub secret: bool,
    /// Deviation from the target before, as a share.
    pub deviation_before: Option<f64>,
    /// And after.
    pub deviation_after: Option<f64>,
    /// Parts before.
    pub parts_before: usize,
    /// And after.
    pub parts_after: usize,
    /// Polsby–Popper compactness before, 0 to 1.
    pub compactness_before: Option<f64>,
    /// And after.
    pub compactness_after: Option<f64>,
    /// What the area has of the shown indicator before and after; `None` where that is what is balanced, or nothing is shown.
    pub shown: Option<[Released<AreaValue>; 2]>,
}

/// The board, the running stroke and the ghost.
#[derive(Debug, Default)]
pub struct DrawingState {
    board: Option<Board>,
    stale: bool, // the board is of an older revision: good to look at, not to draw on
    stroke: Option<Stroke>,
    ghost: Option<Ghost>,
    /// Enclaves that the planner left as they are.
    pub(super) left_alone: BTreeSet<DistrictIx>,
    /// The groups that the brush paints as a whole, by the attribute they were gathered by.
    groups: OnceLock<(String, Groups)>,
}

type Groups = HashMap<String, Vec<DistrictIx>>;

/// Districts by their value of an attribute; those without one are in no group.
fn gathered(register: &Register, field: &str) -> Groups {
    let mut groups = Groups::new();
    for (district, value) in register.iter().filter_map(|(at, it)| Some((at, it.attributes.get(field)?))).filter(|it| !it.1.is_empty()) {
        groups.entry(value.clone()).or_default().push(district);
    }
    groups
}

impl DrawingState {
    /// The board of the plan that is shown.
    pub fn board(&self) -> Option<&Board> {
        self.board.as_ref()
    }

    /// The running stroke.
    pub fn stroke(&self) -> Option<&Stroke> {
        self.stroke.as_ref()
    }

    /// What the brush would do where it hovers.
    pub fn ghost(&self) -> Option<&Ghost> {
        self.ghost.as_ref()
    }

    pub(super) fn has_board_of(&self, plan: PlanId, catalog: u64, with_city: bool) -> bool {
        !self.stale && self.board.as_ref().is_some_and(|it| it.is_of(plan, catalog, with_city))
    }

    pub(super) fn put_board(&mut self, board: Board) {
        self.drop_stroke();
        self.board = Some(board);
        self.stale = false;
    }

    /// The project changed in another way than by drawing. The board follows; where it cannot, a new one is needed, and the
    /// old one is shown until then.
    pub(super) fn follow(&mut self, plan: Option<&Plan>, project: &Project) {
        self.drop_stroke();
        let followed = self.board.as_mut().zip(plan).is_some_and(|(board, plan)| board.follow(plan, project));
        self.stale = !followed;
    }

    /// Another period is shown: the board counts at it, and where that makes other figures a stroke under way is dropped.
    pub(super) fn show_period(&mut self, plan: Option<&Plan>, period: Option<&Period>) {
        let other = self.board.as_mut().zip(plan).is_some_and(|(board, plan)| board.show_period(plan, period));
        if other {
            (self.stroke, self.ghost) = (None, None);
        }
    }

    /// Another plan or catalog: the board has nothing to say about it.
    pub(super) fn forget_board(&mut self) {
        *self = Self::default();
    }

    pub(super) fn drop_stroke(&mut self) {
        self.ghost = None;
        if let Some((_, board)) = self.stroke.take().zip(self.board.as_mut()) {
            board.reset();
        }
    }
}

/// What moved on the board, area by area, not yet released: see [`ReleasedBoard::deltas`].
pub(super) fn deltas(board: &Board) -> Vec<Delta> {
    let touched: BTreeSet<Option<AreaId>> =
        board.moved().iter().flat_map(|it| [board.assignment_before().area_of(*it), board.assignment().area_of(*it)]).collect();
    let mut deltas: Vec<_> = touched.into_iter().filter_map(|it| delta(board, it)).collect();
    deltas.sort_by(|a, b| b.change.partial_cmp(&a.change).unwrap_or(std::cmp::Ordering::Equal));
    deltas
}

fn delta(board: &Board, area: Option<AreaId>) -> Option<Delta> {
    let (before, after) = match area {
        Some(it) => (board.row_before(it)?, board.row(it)?),
        None => (board.unassigned_before().clone(), board.unassigned().clone()),
    };
    let number = |row: &AreaRow| match board.balanced() {
        None => Some(row.districts as f64), // nobody is counted: each district weighs 1
        Some(_) if row.districts == 0 => Some(0.0),
        Some(_) => row.balance.value,
    };
    Some(Delta {
        area,
        change: number(&after).zip(number(&before)).map(|(after, before)| after - before),
        secret: false,
        deviation_before: area.and_then(|it| board.deviation_before(it)),
        deviation_after: area.and_then(|it| board.deviation(it)),
        parts_before: before.parts,
        parts_after: after.parts,
        compactness_before: before.compactness,
        compactness_after: after.compactness,
        shown: None,
    })
}

impl Desk {
    pub(super) fn draw(&mut self, drawing: Drawing) -> Vec<Errand> {
        match drawing {
            Drawing::Tool(tool) => self.take_tool(tool),
            Drawing::Brush(brush) => self.take_brush(brush),
            Drawing::Ghost(at) => self.hover_brush(at),
            Drawing::Begin { at, erase } => self.begin_stroke(at, erase),
            Drawing::To(at) => self.stroke_to(at),
            Drawing::Cancel => self.drawing.drop_stroke(),
            Drawing::End => return self.end_stroke(),
            Drawing::Lasso { ring, erase } => return self.take_region(&Drawn::Lasso(ring), erase),
            Drawing::Rectangle { bounds, erase } => return self.take_region(&Drawn::Rectangle(bounds), erase),
            Drawing::PreviewRegion { region, erase } => self.preview_region(&region, erase),
            Drawing::Put { districts, area } => return self.put(&districts, area),
            Drawing::PickTarget(at) => self.pick_target(at),
            Drawing::StepTarget(steps) => self.step_target(steps),
            Drawing::NextUnassigned => self.next_unassigned(),
            Drawing::NextIsland => self.next_island(),
            Drawing::LeaveEnclaves => self.leave_enclaves(),
            Drawing::AbsorbEnclaves => return self.absorb_enclaves(),
        }
        Vec::new()
    }

    /// A tool that draws shows the areas; going back to selecting shows the indicator again.
    fn take_tool(&mut self, tool: Tool) {
        self.drawing.drop_stroke();
        if tool.draws() != self.look.tool.draws() {
            self.look.colouring = if tool.draws() { Colouring::Areas } else { Colouring::Indicator };
        }
        self.look.tool = tool;
        if tool.draws() {
            // The area of the districts that are chosen is marked in the list, so it counts as chosen.
            self.look.selection.area = self.look.selection.area.or_else(|| self.area_of_chosen());
        }
        self.aim();
    }

    /// What one sees chosen is what is painted: a tool that draws begins with the area that is chosen, else with the last
    /// target, else with the first area, and that one is chosen then.
    pub(super) fn aim(&mut self) {
        if !self.look.tool.draws() {
            return;
        }
        let first = || self.shown_plan().and_then(|it| it.areas.first()).map(|it| it.id);
        let target = self.look.selection.area.or(self.look.brush.target).or_else(first);
        (self.look.brush.target, self.look.selection.area) = (target, target);
    }

    /// The area in which all chosen districts lie.
    fn area_of_chosen(&self) -> Option<AreaId> {
        let plan = self.shown_plan()?;
        let mut areas = self.look.selection.districts.iter().map(|it| plan.area_of.get(it).copied());
        let first = areas.next()??;
        areas.all(|it| it == Some(first)).then_some(first)
    }

    fn take_brush(&mut self, brush: Brush) {
        if brush.group_by != self.look.brush.group_by {
            self.drawing.groups.take();
        }
        if brush.target != self.look.brush.target {
            self.look.selection.area = brush.target;
        }
        self.look.brush = brush;
    }

    fn target(&self, erase: bool) -> Option<AreaId> {
        self.look.brush.target.filter(|_| !erase && self.look.tool != Tool::Erase)
    }

    /// Why nothing can be drawn right now; told once, when the planner tries.
    fn cannot_draw(&self) -> Option<Message> {
        let plan = self.shown_plan()?;
        if plan.untouchable {
            return Some(Message::new("desk-plan-protected").with("plan", plan.name.as_str()));
        }
        (self.drawing.board.is_none() || self.drawing.stale).then(|| Message::new("desk-still-computing"))
    }

    fn pick_target(&mut self, at: Point) {
        let district = self.catalog.ground.locator.district_at(at);
        let area = district.and_then(|it| self.drawing.board.as_ref().and_then(|board| board.assignment().area_of(it)));
        if area.is_some() {
            self.look.brush = Brush { target: area, ..self.look.brush.clone() };
            self.look.selection.area = area;
        }
    }

    /// "Not assigned" is a target like any other and isn't skipped.
    fn step_target(&mut self, steps: i32) {
        let Some(plan) = self.shown_plan() else { return };
        let targets: Vec<Option<AreaId>> = plan.areas.iter().map(|it| Some(it.id)).chain([None]).collect();
        let at = targets.iter().position(|it| *it == self.look.brush.target).unwrap_or(0);
        let count = i64::try_from(targets.len()).unwrap_or(1);
        let next = (i64::try_from(at).unwrap_or(0) + i64::from(steps)).rem_euclid(count);
        let target = usize::try_from(next).ok().and_then(|it| targets.get(it)).copied().flatten();
        self.look.brush.target = target;
        self.look.selection.area = target;
    }
}
