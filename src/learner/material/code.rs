//! An address as a QR code, drawn as SVG: dark on light in every theme, with the margin of four modules that readers need.

use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

use crate::learner::el::{El, el};

/// Modules around the code.
const MARGIN: i32 = 4;

/// The drawing, named `title`; nothing where the text is longer than any code can hold.
#[must_use]
pub fn code(text: &str, title: &str) -> Option<El> {
    // Addresses are of mixed letters: other ways to write them would hardly ever be shorter.
    let bytes = QrSegment::make_bytes(text.as_bytes());
    // Every reader undoes every mask; weighing all eight would be a third of the code that is needed here.
    let (mask, least) = (Some(Mask::new(3)), QrCodeEcc::Low);
    let code = QrCode::encode_segments_advanced(&[bytes], least, Version::MIN, Version::MAX, mask, true).ok()?;
    let side = (code.size() + 2 * MARGIN).to_string();
    let ground = el("rect").at("width", &side).at("height", &side).at("fill", "#fff");
    let dark = el("path").at("d", path(&code)).at("fill", "#000");
    let drawing = el("svg")
        .class("learner-code")
        .at("viewBox", ["0 0 ", &side, " ", &side].concat())
        .at("role", "img")
        .at("shape-rendering", "crispEdges")
        .kid(el("title").say(title));
    Some(drawing.kid(ground).kid(dark))
}

/// The dark modules, each row as runs.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count() as i32;
            if run > 0 {
                let numbers = [x + MARGIN, y + MARGIN, run, run].map(|number| number.to_string());
                let [x, y, run, back] = &numbers;
                path.push_str(&["M", x, " ", y, "h", run, "v1h-", back, "z"].concat());
            }
            x += run.max(1);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_runs_are_the_dark_modules() {
        let code = QrCode::encode_text("https://example.org/yomi/#compare", QrCodeEcc::Low).expect("short");
        let modules = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        let dark = modules.filter(|(x, y)| code.get_module(*x, *y)).count();
        let drawn: usize = path(&code)
            .split('h')
            .skip(1)
            .filter_map(|rest| rest.split_once('v')?.0.parse::<usize>().ok())
            .sum();
        assert_eq!(drawn, dark);
    }

    #[test]
    fn what_is_too_long_has_no_code() {
        assert!(code(&"x".repeat(2_900), "").is_some());
        assert!(code(&"x".repeat(3_000), "").is_none());
    }
}
