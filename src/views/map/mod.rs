//! The map on the screen: the painter's picture below, labels, brush and cards above, and the mouse.
//!
//! **Promise.** What is painted each frame depends on what changed: picture, labels and styles are kept until their key differs.
//! **Not here.** Triangles and shaders (`map_gpu`), what a picture is made of (`cartography`), what a click means (`desk`).

mod brush;
mod canvas;
mod delta_card;
mod enclaves;
mod fit;
mod folding;
mod hand;
mod hover_card;
mod labels;
mod legend_card;
mod marks;
mod overview;
mod scale;
mod scene;
mod sight;
mod tool_strip;
mod zoom;

pub use canvas::{Canvas, CanvasKind, Shown, map_has_focus};
pub use delta_card::{Hand, delta_card_ui};
pub use folding::Folding;
pub use hover_card::{Card, area_card_ui, hover_card_ui};
pub use labels::{AreaLabel, Inked, paint_label_text};
pub use legend_card::{fits_one_column, legend_card_ui, legend_scrolled_ui, legend_ui, needed_width, swatch_of};
pub use scale::scale_bar_ui;
pub use scene::{Scene, colour32, ground_of};
pub use tool_strip::{Wordy, tool_strip_ui};
pub use zoom::{MapStep, ZoomRoom, zoom_ui};
