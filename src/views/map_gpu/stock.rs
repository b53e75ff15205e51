//! A buffer's content until the graphics card has it, and the card's buffer from then on.
//!
//! **Promise.** Long buffers are sent in pieces over several frames, so that no frame waits for them and no second copy
//! lies about. The memory here is given up once the card has all, unless the mesh was told to keep it. The buffer lives as
//! long as the mesh that it belongs to, and no longer.
//! **Why here and not beside the card's other resources.** A mesh dropped by the desk then takes its buffers along by
//! itself, and maps side by side share them without anyone keeping a list.

use std::sync::{
    Arc, Mutex, MutexGuard, PoisonError,
    atomic::{AtomicU64, Ordering},
};

use bytemuck::Pod;
use eframe::egui_wgpu::wgpu;

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

/// Where rows go, and how many bytes may still go there in this frame.
pub(super) struct Dispatch<'a> {
    pub card: CardId,
    pub device: &'a wgpu::Device,
    pub queue: &'a wgpu::Queue,
    pub allowance: usize,
}

/// Rows of one kind, here or on the card.
#[derive(Debug)]
pub(super) struct Stock<T> {
    here: Mutex<Option<Arc<Vec<T>>>>,
    there: Mutex<Option<There>>,
    usage: wgpu::BufferUsages,
    bytes: u64,
    keep: bool,
}

#[derive(Debug)]
struct There {
    card: CardId,
    buffer: wgpu::Buffer,
    sent: usize,
}

impl<T: Pod> Stock<T> {
    /// Rows for a buffer of that usage; `keep` holds the copy here for ever.
    pub fn new(mut rows: Vec<T>, usage: wgpu::BufferUsages, keep: bool) -> Self {
        rows.shrink_to_fit();
        let bytes = size_of_val(rows.as_slice()) as u64;
        Self { here: Mutex::new(Some(Arc::new(rows))), there: Mutex::new(None), usage, bytes, keep }
    }

    /// Size of all rows.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Whether a card can hold the rows in one buffer.
    pub fn fits(&self, device: &wgpu::Device) -> bool {
        self.bytes <= device.limits().max_buffer_size
    }

    /// The card's buffer, once it is complete.
    pub fn on(&self, card: CardId) -> Option<wgpu::Buffer> {
        let there = held(&self.there);
        let complete = there.as_ref().filter(|it| it.card == card && it.sent as u64 == self.bytes)?;
        Some(complete.buffer.clone())
    }

    /// Sends as much as is allowed and gives the buffer once it is complete. `None` for ever where there is nothing to
    /// send, or where the rows went to another card and were not kept.
    pub fn send(&self, to: &mut Dispatch) -> Option<wgpu::Buffer> {
        if let Some(buffer) = self.on(to.card) {
            return Some(buffer);
        }
        let (mut here, mut there) = (held(&self.here), held(&self.there));
        let rows = here.clone()?;
        let bytes: &[u8] = bytemuck::cast_slice(&rows);
        if bytes.is_empty() || !self.fits(to.device) {
            return None;
        }
        if there.as_ref().is_none_or(|it| it.card != to.card) {
            let buffer = to.device.create_buffer(&wgpu::BufferDescriptor {
                label: Some("map"),
                size: self.bytes,
                usage: self.usage | wgpu::BufferUsages::COPY_DST,
                mapped_at_creation: false,
            });
            *there = Some(There { card: to.card, buffer, sent: 0 });
        }
        let there = there.as_mut()?;
        let end = bytes.len().min(there.sent.saturating_add(to.allowance / 4 * 4)); // the card counts in fours
        let piece = bytes.get(there.sent..end)?;
        to.queue.write_buffer(&there.buffer, there.sent as u64, piece);
        to.allowance -= piece.len();
        there.sent = end;
        let complete = end == bytes.len();
        if complete && !self.keep {
            *here = None;
        }
        complete.then(|| there.buffer.clone())
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
