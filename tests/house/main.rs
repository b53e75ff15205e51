//! The one test binary: the house as a whole, tried from outside.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod architecture;
mod borders;
mod colours;
mod commands;
mod components;
mod desk_to_disk;
mod errands;
mod files;
mod guerry;
mod journeys;
mod map_pictures;
mod opened;
mod pages;
mod plan_figures;
mod recovery;
mod sample;
mod screens;
mod specimen;
mod words;
