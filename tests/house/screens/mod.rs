//! The window without a window: panels shown by a desk, clicked by label, and what they ask for is done at once.
mod county;
mod desk;
mod drawers;
mod figures;
mod left_panel;
mod pictures;
mod right_panel;
mod secrets;
