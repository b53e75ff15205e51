//! The views: what is on the screen. Each is a function of what it shows; it asks for actions and never acts itself.
//!
//! **Promise.** A view changes nothing but the widget state that egui keeps. Every interactive part has a name for screen
//! readers, a visible focus and works by keyboard.
//! **Not here.** Threads, dialogs and files (`app`, `storage`), and what an action does (`desk`).
pub mod baked;
pub mod comparison;
pub mod frame;
pub mod graphics;
pub mod held;
pub mod help;
pub mod icons;
pub mod keys;
pub mod map;
pub mod map_gpu;
pub mod moments;
pub mod numbers;
pub mod painted;
pub mod palette;
mod parts;
pub mod planning;
pub mod presenting;
pub mod start;
pub mod theme;
pub mod widgets;
pub mod window;
