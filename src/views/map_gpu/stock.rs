//! A buffer's content until the graphics card has it, and the card's buffer from then on.
//!
//! **Promise.** The memory here is given up once the card has its copy, unless the mesh was told to keep it.
//! The buffer lives as long as the mesh that it belongs to, and no longer.
//! **Why here and not beside the card's other resources.** A mesh dropped by the desk then takes its buffers
//! along by itself, and maps side by side share them without anyone keeping a list.

use std::sync::{
    Arc, Mutex, MutexGuard, PoisonError,
    atomic::{AtomicU64, Ordering},
};

use bytemuck::Pod;
use eframe::egui_wgpu::wgpu::{self, util::DeviceExt};

/// Tells graphics devices apart: the library's own handles are equal across its instances.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CardId(u64);

impl CardId {
    /// A number not given before.
    pub fn new() -> Self {
        static GIVEN: AtomicU64 = AtomicU64::new(0);
        Self(GIVEN.fetch_add(1, Ordering::Relaxed))
    }
}

/// Rows of one kind, here or on the card.
#[derive(Debug)]
pub(super) struct Stock<T> {
    here: Mutex<Option<Arc<Vec<T>>>>,
    there: Mutex<Option<(CardId, wgpu::Buffer)>>,
    usage: wgpu::BufferUsages,
    keep: bool,
}

impl<T: Pod> Stock<T> {
    /// Rows for a buffer of that usage; `keep` holds the copy here for ever.
    pub fn new(rows: Vec<T>, usage: wgpu::BufferUsages, keep: bool) -> Self {
        Self { here: Mutex::new(Some(Arc::new(rows))), there: Mutex::new(None), usage, keep }
    }

    /// The card's buffer, filled on first use. `None` where it is too large for the card, empty, or was given
    /// to another device and not kept.
    pub fn on(&self, card: CardId, device: &wgpu::Device) -> Option<wgpu::Buffer> {
        let mut there = held(&self.there);
        if let Some((_, buffer)) = there.as_ref().filter(|(owner, _)| *owner == card) {
            return Some(buffer.clone());
        }
        let mut here = held(&self.here);
        let rows = here.clone()?;
        let contents: &[u8] = bytemuck::cast_slice(&rows);
        if contents.is_empty() || device.limits().max_buffer_size < contents.len() as u64 {
            return None;
        }
        let buffer = device.create_buffer_init(&wgpu::util::BufferInitDescriptor { label: Some("map"), contents, usage: self.usage });
        *there = Some((card, buffer.clone()));
        if !self.keep {
            *here = None;
        }
        Some(buffer)
    }

    /// The rows, while they are still here.
    pub fn here(&self) -> Option<Arc<Vec<T>>> {
        held(&self.here).clone()
    }
}

/// A lock that a panicking thread cannot take along: what it guards is replaced as a whole.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
