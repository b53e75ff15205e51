//! Our own components, one per file: each a function of what it shows, answering with what was asked.
//!
//! **Promise.** Whatever can be used has a name for screen readers, a visible focus ring, at least 24 × 24 points to hit,
//! and works with Tab, Enter and Space. Disabled parts fade by half (`ui.add_enabled`).
//! **Not here.** What a click means: the page that shows the component pushes the action.
mod area_chip;
mod button;
mod card;
mod checkbox;
mod deviation_bar;
mod dropdown;
mod field;
mod hatch;
mod key_hint;
mod legend_row;
mod list_row;
mod logo;
mod menu;
mod notice;
mod panel_header;
mod pill;
mod progress;
mod search_field;
mod segmented;
mod slider;
pub mod surface;
mod tab;
mod toggle;
mod tooltip;

pub use area_chip::{area_chip, paint_area_chip};
pub use button::{Button, icon_button};
pub use card::{card, floating_card, give_room, popover_frame, tool_strip};
pub use checkbox::checkbox;
pub use deviation_bar::{DeviationBar, TOLERANCE};
pub use dropdown::Dropdown;
pub use field::Field;
pub use hatch::{Hatch, hatch_swatch, paint_hatch};
pub use key_hint::key_hint;
pub use legend_row::{Swatch, legend_row, swatch};
pub use list_row::{ListRow, Row};
pub use logo::paint_logo;
pub use menu::{MenuItem, menu_button};
pub use notice::{Notice, NoticeAnswer};
pub use panel_header::{panel_header, panel_header_with_note, section};
pub use pill::{Tone, filter_pill, pill};
pub use progress::Progress;
pub use search_field::search_field;
pub use segmented::{segmented, segmented_width};
pub use slider::{Slider, Tick};
pub use tab::{is_cut, tab, tab_width};
pub use toggle::{toggle, toggle_row};
pub use tooltip::Explain;
