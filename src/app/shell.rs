//! The window as eframe sees it: reports in, actions out, the desk in between.

use std::{
    sync::{Arc, mpsc},
    time::Duration,
};

use eframe::egui::{Context, Ui, ViewportCommand, Visuals};

use crate::{
    app::{clock, crew::Crew, trace::Trace},
    desk::{
        Desk,
        action::{Action, FileWork},
        errand::Errand,
        look::{Scheme, Settings},
    },
    model::catalog::Ground,
    views::{
        baked::Baker,
        graphics::Graphics,
        map_gpu::{MapMesh, MapPainter, Means},
        theme::{self, Theme},
        window::{Window, ground},
    },
};

/// The shell.
pub struct Shell {
    desk: Desk,
    window: Window,
    graphics: Graphics,
    crew: Crew,
    dressed: Option<(Scheme, bool)>,
    mesh: MeshWork,
    trace: Trace,
    leaving: bool, // the window was to be closed and closes once everything is kept
}

/// So long a window that is closed waits for its threads.
const PATIENCE: Duration = Duration::from_secs(10);

/// The districts being made into triangles, away from the window's thread.
#[derive(Default)]
struct MeshWork {
    of: Option<Arc<Ground>>,
    coming: Option<mpsc::Receiver<MapMesh>>,
}

impl Shell {
    /// A shell with an empty desk; `open` is opened at once.
    pub fn new(cc: &eframe::CreationContext<'_>, settings: Settings, open: Option<std::path::PathBuf>) -> Self {
        let painter = MapPainter::new(cc.wgpu_render_state.as_ref());
        let mut shell = Self {
            desk: Desk::new(settings),
            window: Window::default(),
            graphics: Graphics { painter, mesh: None, cleared: None, baker: Baker::new(cc.wgpu_render_state.as_ref(), painter) },
            crew: Crew::start(&cc.egui_ctx),
            dressed: None,
            mesh: MeshWork::default(),
            trace: Trace::new(),
            leaving: false,
        };
        shell.dress(&cc.egui_ctx);
        if let Some(path) = open {
            shell.run(Action::File(FileWork::Open(path)));
        }
        shell
    }

    /// The desk, for tests.
    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    /// Runs an action as if it had been asked for in the window.
    pub fn run(&mut self, action: Action) {
        self.desk.set_clock(clock::now());
        let errands = self.desk.run(action);
        self.send(errands);
    }

    fn send(&self, errands: Vec<Errand>) {
        errands.into_iter().for_each(|it| self.crew.run(it));
    }

    /// Fonts, colours and size as the settings want them.
    fn dress(&mut self, ctx: &Context) {
        let settings = self.desk.settings();
        let wanted = (settings.scheme, settings.reduced_motion);
        if self.dressed != Some(wanted) {
            let install = if self.graphics.painter.means() == Means::Card { theme::install } else { theme::install_flat };
            install(ctx, settings.scheme, settings.reduced_motion);
            self.dressed = Some(wanted);
        }
        if (ctx.zoom_factor() - settings.scale).abs() > 0.001 {
            ctx.set_zoom_factor(settings.scale);
        }
    }

    /// Another ground needs another mesh; until it is there, the map says that it is being prepared.
    fn prepare_mesh(&mut self, ctx: &Context) {
        let ground = &self.desk.catalog().ground;
        if !self.mesh.of.as_ref().is_some_and(|it| Arc::ptr_eq(it, ground)) {
            self.graphics.mesh = None;
            self.mesh =
                MeshWork { of: Some(Arc::clone(ground)), coming: (ground.topology.district_count() > 0).then(|| self.make_mesh(ctx)) };
        }
        if let Some(mesh) = self.mesh.coming.as_ref().and_then(|it| it.try_recv().ok()) {
            self.graphics.mesh = Some(Arc::new(mesh));
            self.mesh.coming = None;
        }
    }

    fn make_mesh(&self, ctx: &Context) -> mpsc::Receiver<MapMesh> {
        let (ready, coming) = mpsc::channel();
        let (ground, ctx) = (Arc::clone(&self.desk.catalog().ground), ctx.clone());
        let keep = self.graphics.painter.means() == Means::Shapes;
        let spawned = std::thread::Builder::new().name("mesh".to_owned()).spawn(move || {
            let sent = ready.send(MapMesh::build(&ground.topology, &ground.importance, keep));
            if sent.is_ok() {
                ctx.request_repaint();
            }
        });
        debug_assert!(spawned.is_ok());
        coming
    }

    fn drop_files(&mut self, ctx: &Context) {
        let dropped: Vec<_> = ctx.input(|it| it.raw.dropped_files.iter().map(|file| file.path().to_path_buf()).collect());
        dropped.into_iter().for_each(|it| self.run(Action::File(FileWork::Open(it))));
    }

    /// Asked to close, the window waits until everything is kept; asked again, it doesn't.
    fn close_when_kept(&mut self, ctx: &Context) {
        if ctx.input(|it| it.viewport().close_requested()) && !self.leaving && !self.desk.may_close() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.leaving = self.desk.is_keeping();
        } else if self.leaving && !self.desk.is_keeping() {
            self.leaving = false;
            if self.desk.may_close() {
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    /// One frame of the window.
    pub fn show(&mut self, ui: &mut Ui) {
        let mut asked = Vec::new();
        self.window.ui(ui, &self.desk, &self.graphics, &mut asked);
        self.trace.frame_ends(self.graphics.mesh.is_some() && self.desk.overlay().is_some());
        if self.trace.waits() {
            ui.ctx().request_repaint();
        }
        let any = !asked.is_empty();
        asked.into_iter().for_each(|it| self.run(it));
        if any {
            ui.ctx().request_repaint();
        }
    }
}

impl eframe::App for Shell {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.trace.frame_begins();
        self.desk.set_clock(clock::now());
        for report in self.crew.reports() {
            let errands = self.desk.finish(report);
            self.send(errands);
        }
        self.dress(ctx);
        self.graphics.cleared = Some(ground(&self.desk, &Theme::of(ctx)));
        self.prepare_mesh(ctx);
        self.drop_files(ctx);
        self.close_when_kept(ctx);
    }

    fn on_exit(&mut self) {
        self.crew.end(PATIENCE);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.show(ui);
    }

    /// The colour that this frame was laid out for, even if an action has changed the page since.
    fn clear_color(&self, _visuals: &Visuals) -> [f32; 4] {
        self.graphics.cleared.unwrap_or_default().to_normalized_gamma_f32()
    }
}
