//! A display that nobody sees: WebKitGTK has no headless form, and without a display its session hangs.

use std::process::{Child, Command};

use super::{said, spawn};
use crate::harness::required;

/// Starts one; gives what it is called, such as `:1`.
pub fn started() -> (Child, String) {
    let mut screen = spawn(
        Command::new(required("XVFB"))
            .args(["-displayfd", "1", "-screen", "0", "1400x1100x24"])
            .args(["-nolisten", "tcp"]),
    );
    let stdout = screen.stdout.take().expect("its output is piped");
    let number = said(stdout, |line| line.trim().parse::<u32>().ok());
    (screen, format!(":{}", number.expect("Xvfb says which display it is")))
}
