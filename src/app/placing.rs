//! Where a popup stands: beside its word, never on it, never out of the window.
//!
//! Counted here and not left to the browser's anchor positioning, which takes some 15 ms of layout a popup in a long text
//! (Chromium 156) and is missing in older browsers.

/// Space between the word and its popup, in CSS pixels.
const GAP: f64 = 6.0;
/// Space between the popup and the edge of the window.
const MARGIN: f64 = 8.0;

/// A rectangle in the window, in CSS pixels from its top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Lower edge.
    pub bottom: f64,
}

/// A width and a height, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// Where a popup stands in the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Height beyond which it scrolls.
    pub most: f64,
}

/// Below the word where there is room, otherwise above it, otherwise where there is more room. `lines` are the rectangles
/// of the word and of its readings; a word that is broken has one on each of its lines.
#[must_use]
pub fn beside(lines: &[Rect], card: Size, window: Size) -> Option<Place> {
    let highest = lines.iter().copied().min_by(|a, b| a.top.total_cmp(&b.top))?;
    let lowest = lines.iter().copied().max_by(|a, b| a.bottom.total_cmp(&b.bottom))?;
    let room_below = window.height - lowest.bottom - GAP - MARGIN;
    let room_above = highest.top - GAP - MARGIN;
    let below = card.height <= room_below || room_below >= room_above && card.height > room_above;
    let (line, most) = if below {
        (lowest, room_below)
    } else {
        (highest, room_above)
    };
    let top = if below {
        line.bottom + GAP
    } else {
        line.top - GAP - card.height.min(most)
    };
    let rightmost = window.width - MARGIN - card.width;
    Some(Place {
        left: line.left.min(rightmost).max(MARGIN),
        top,
        most,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: Size = Size {
        width: 400.0,
        height: 300.0,
    };

    fn line(left: f64, top: f64) -> Rect {
        Rect {
            left,
            top,
            bottom: top + 20.0,
        }
    }

    #[track_caller]
    fn check(lines: &[Rect], height: f64, left: f64, top: f64, most: f64) {
        let card = Size { width: 200.0, height };
        assert_eq!(beside(lines, card, WINDOW), Some(Place { left, top, most }));
    }

    #[test]
    fn below_above_or_where_there_is_more_room() {
        check(&[line(50.0, 40.0)], 100.0, 50.0, 66.0, 226.0);
        check(&[line(50.0, 240.0)], 100.0, 50.0, 134.0, 226.0);
        check(&[line(50.0, 120.0)], 200.0, 50.0, 146.0, 146.0);
        check(&[line(50.0, 160.0)], 200.0, 50.0, 8.0, 146.0);
    }

    #[test]
    fn stays_in_the_window() {
        check(&[line(390.0, 40.0)], 100.0, 192.0, 66.0, 226.0);
        check(&[line(-20.0, 40.0)], 100.0, 8.0, 66.0, 226.0);
    }

    #[test]
    fn a_broken_word_is_free_on_both_of_its_lines() {
        let broken = [line(350.0, 40.0), line(10.0, 70.0)];
        check(&broken, 100.0, 10.0, 96.0, 196.0);
        let broken = [line(350.0, 200.0), line(10.0, 230.0)];
        check(&broken, 100.0, 192.0, 94.0, 186.0);
    }

    #[test]
    fn a_word_that_is_gone_has_no_place() {
        assert_eq!(beside(&[], WINDOW, WINDOW), None);
    }
}
