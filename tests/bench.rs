//! Benchmarks in a real browser.

fn main() {}
