//! Notes and jobs, in the lower middle: short ones pass, refusals stay until they are read.

use eframe::egui::{Align2, Area, Context, Id, Order, Rect, Ui, vec2};

use crate::{
    desk::{
        Desk,
        action::{Action, FileWork, PlanWork},
        notes::{Note, Offer, Tone as NoteTone},
    },
    model::finding::Finding,
    views::{
        frame::reading::reading_note_ui,
        theme::{Theme, text},
        widgets::{Button, Notice, NoticeAnswer, Progress, Tone, floating_card, give_room},
    },
};

/// How long a passing note stays, in seconds.
const PASSES_AFTER: f64 = 6.0;
/// How long a job runs before it is worth a word, in seconds.
const WORTH_A_WORD: f64 = 0.3;

/// So many notes are read at a time; those before them wait behind a number.
const SEEN: usize = 2;
/// As wide as a note becomes, in points.
const WIDEST: f32 = 560.0;

/// Where notes cover nothing that is needed, said by the page of this frame.
pub fn place_notes(ctx: &Context, place: Rect) {
    let now = ctx.cumulative_pass_nr();
    ctx.data_mut(|it| it.insert_temp(Id::unique("place of notes"), (now, place)));
}

/// The place that the page left them, else the lower middle of the window.
fn place(ctx: &Context) -> Rect {
    let told: Option<(u64, Rect)> = ctx.data(|it| it.get_temp(Id::unique("place of notes")));
    let now = ctx.cumulative_pass_nr();
    let usual = ctx.content_rect().shrink2(vec2(24.0, 40.0));
    told.filter(|it| it.0 == now && it.1.width() > 200.0).map_or(usual, |it| it.1)
}

/// Notes and jobs, where the page leaves them room.
pub fn notes_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let place = place(ui.ctx());
    let area = Area::new(Id::unique("notes")).order(Order::Foreground).pivot(Align2::CENTER_BOTTOM).fixed_pos(place.center_bottom());
    area.show(ui.ctx(), |ui| {
        give_room(ui, vec2(place.width().min(WIDEST), place.height()));
        ui.vertical_centered(|ui| {
            for job in desk.notes().running() {
                if job.done.is_none() && age(ui, ("job", job.id)) < WORTH_A_WORD {
                    continue;
                }
                floating_card(ui, |ui| {
                    ui.set_width(ui.available_width().min(420.0) - 24.0);
                    let title = desk.words().tell(&job.title);
                    if Progress::new(&title, job.done).show(ui, &desk.words().say("frame-cancel")) {
                        asked.push(Action::File(FileWork::Stop(job.id)));
                    }
                });
                ui.ctx().request_repaint_after_secs(0.2);
            }
            reading_note_ui(ui, desk, asked);
            let notes = desk.notes().notes();
            let waiting = waiting_ui(ui, desk, notes.len());
            notes.iter().skip(waiting).for_each(|it| note_ui(ui, desk, it, asked));
        });
    });
}

/// „2 weitere Meldungen“, which opens them; answers with how many of the older ones wait.
fn waiting_ui(ui: &mut Ui, desk: &Desk, all: usize) -> usize {
    let id = Id::unique("all notes");
    let open = ui.data(|it| it.get_temp::<bool>(id)).unwrap_or(false);
    let more = all.saturating_sub(SEEN);
    if more == 0 {
        ui.data_mut(|it| it.remove::<bool>(id));
        return 0;
    }
    let said =
        if open { desk.words().say("frame-fewer-notes") } else { desk.words().say_with("frame-more-notes", &[("count", more.into())]) };
    if ui.add(Button::plain(&said).dense()).clicked() {
        ui.data_mut(|it| it.insert_temp(id, !open));
    }
    if open { 0 } else { more }
}

/// Seconds since something was first seen.
fn age(ui: &Ui, what: (&str, u64)) -> f64 {
    let now = ui.input(|it| it.time);
    let first = ui.data_mut(|it| *it.get_temp_mut_or_insert_with(Id::unique(("first seen", what)), || now));
    ui.ctx().request_repaint_after_secs(0.3);
    now - first
}

fn note_ui(ui: &mut Ui, desk: &Desk, note: &Note, asked: &mut Vec<Action>) {
    if note.tone == NoteTone::Info && age(ui, ("note", note.id)) > PASSES_AFTER {
        asked.push(Action::Dismiss(note.id));
        return;
    }
    let words = desk.words();
    let title = words.tell(&note.message);
    let tone = match note.tone {
        NoteTone::Info => Tone::Neutral,
        NoteTone::Warning => Tone::Warning,
        NoteTone::Refusal => Tone::Error,
    };
    let open = Id::unique(("findings open", note.id));
    let close = words.say("frame-dismiss");
    let (undo, resume, copy) = (words.say("frame-undo"), words.say("start-resume"), words.say("planning-protected-copy"));
    let backup = words.say("frame-backups");
    let see = words.say_with("frame-findings", &[("count", note.findings.count().try_into().unwrap_or(i64::MAX).into())]);
    let mut notice = Notice::new(tone, &title).closable(&close).brief();
    let has_findings = !note.findings.listed().is_empty();
    let remedy = match &note.offer {
        Some(Offer::Undo) => Some(&undo),
        Some(Offer::Resume(_)) => Some(&resume),
        Some(Offer::Backup(_)) => Some(&backup),
        Some(Offer::CopyPlan(_)) => Some(&copy),
        None => has_findings.then_some(&see),
    };
    notice = remedy.into_iter().fold(notice, |notice, it| notice.remedy(it, None));
    match (notice.show(ui), &note.offer) {
        (Some(NoticeAnswer::Remedy), Some(offer)) => {
            let wanted = match offer {
                Offer::Backup(latest) => Action::File(FileWork::AskBackup(latest.clone())),
                Offer::Undo => Action::Undo,
                Offer::Resume(folder) => Action::File(FileWork::Resume(folder.clone())),
                Offer::CopyPlan(plan) => Action::Plan(PlanWork::Duplicate(*plan)),
            };
            asked.push(wanted);
            if !matches!(offer, Offer::Backup(_)) {
                asked.push(Action::Dismiss(note.id)); // that one stays until something was opened: it says where they are
            }
        }
        (Some(NoticeAnswer::Remedy), None) => ui.data_mut(|it| {
            let now = it.get_temp::<bool>(open).unwrap_or(false);
            it.insert_temp(open, !now);
        }),
        (Some(_), _) => asked.push(Action::Dismiss(note.id)),
        (None, _) => {}
    }
    if has_findings && ui.data(|it| it.get_temp::<bool>(open)).unwrap_or(false) {
        findings_ui(ui, desk, note);
    }
}

fn findings_ui(ui: &mut Ui, desk: &Desk, note: &Note) {
    floating_card(ui, |ui| {
        ui.set_width(ui.available_width().min(WIDEST) - 24.0);
        eframe::egui::ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
            note.findings.listed().iter().for_each(|it| finding_ui(ui, desk, it));
            if note.findings.more() > 0 {
                let more = i64::try_from(note.findings.more()).unwrap_or(i64::MAX);
                ui.label(text::hint(ui, desk.words().say_with("frame-more-findings", &[("count", more.into())])));
            }
        });
    });
}

fn finding_ui(ui: &mut Ui, desk: &Desk, finding: &Finding) {
    let words = desk.words();
    ui.add_space(4.0);
    ui.add(eframe::egui::Label::new(text::base(ui, words.tell(&finding.message))).wrap());
    if let Some(place) = finding.place.told() {
        ui.add(eframe::egui::Label::new(text::dense(ui, words.tell(&place))).wrap());
    }
    ui.add(eframe::egui::Label::new(text::dense_second(ui, words.tell(&finding.remedy))).wrap());
    ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), Theme::of(ui.ctx()).separator());
}
