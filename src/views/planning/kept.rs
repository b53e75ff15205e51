//! What egui keeps for a panel: text being typed until it is asked for, and lists worked out once until they change.

use std::sync::Arc;

use eframe::egui::{Id, Key, Response, Ui};

/// A field over `current`: what is typed waits until the field is left (or Enter ends a single line) and is then answered
/// with, if it differs. Escape gives back what stood there.
pub(super) fn edited(ui: &mut Ui, id: Id, current: &str, show: impl FnOnce(&mut Ui, Id, &mut String) -> Response) -> Option<String> {
    let waiting = ui.ctx().data(|it| it.get_temp::<String>(id));
    let mut text = waiting.clone().unwrap_or_else(|| current.to_owned());
    let escaped = waiting.is_some() && ui.input(|it| it.key_pressed(Key::Escape));
    let response = show(ui, id, &mut text);
    if escaped {
        ui.ctx().data_mut(|it| it.remove_temp::<String>(id));
        ui.ctx().memory_mut(|it| it.surrender_focus(id));
        return None;
    }
    if response.has_focus() {
        ui.ctx().data_mut(|it| it.insert_temp(id, text));
        return None;
    }
    if waiting.is_some() || response.lost_focus() {
        ui.ctx().data_mut(|it| it.remove_temp::<String>(id));
        return (text != current).then_some(text);
    }
    None
}

/// What is being typed in a field of [`edited`], while it is.
pub(super) fn typed(ui: &Ui, id: Id) -> Option<String> {
    ui.ctx().data(|it| it.get_temp(id))
}

/// A value worked out once and kept until `key` changes.
pub(super) fn memo<K, V>(ui: &Ui, id: Id, key: K, make: impl FnOnce(&K) -> V) -> Arc<V>
where
    K: PartialEq + Send + Sync + 'static,
    V: Send + Sync + 'static,
{
    let kept = ui.ctx().data(|it| it.get_temp::<Arc<(K, Arc<V>)>>(id));
    if let Some(kept) = kept.filter(|it| it.0 == key) {
        return Arc::clone(&kept.1);
    }
    let made = Arc::new(make(&key));
    ui.ctx().data_mut(|it| it.insert_temp(id, Arc::new((key, Arc::clone(&made)))));
    made
}

/// A small state of a panel (what is folded open, how a table is sorted); `usual` until it was changed.
pub(super) fn state<T: Clone + Send + Sync + 'static>(ui: &Ui, id: Id, usual: T) -> T {
    ui.ctx().data(|it| it.get_temp(id)).unwrap_or(usual)
}

/// Changes such a state.
pub(super) fn set_state<T: Clone + Send + Sync + 'static>(ui: &Ui, id: Id, state: T) {
    ui.ctx().data_mut(|it| it.insert_temp(id, state));
    ui.ctx().request_repaint();
}
