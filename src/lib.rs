//! Planraum.
pub mod analysis;
pub mod app;
pub mod cartography;
pub mod cli;
pub mod derived;
pub mod desk;
pub mod geometry;
pub mod model;
pub mod project;
pub mod report;
pub mod storage;
pub mod views;
pub mod words;
