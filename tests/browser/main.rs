//! Journeys through the built page in a real browser. `cargo xtask test` builds the page and says where the browser is.

mod comparing;
mod courses;
mod damaged;
mod downloads;
mod drawn;
mod element;
mod embedding;
mod following;
mod harness;
mod learner;
mod looks;
mod lost;
mod material;
mod offline;
mod packaged;
mod paper;
mod popup;
mod proof;
mod quiz;
mod searching;
mod settings;
mod single;
mod still;
mod storage;
mod views;
