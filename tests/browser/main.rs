//! Journeys through the built page in a real browser. `cargo xtask test` builds the page and says where the browser is.

mod harness;

mod proof;
