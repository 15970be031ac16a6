//! Draws the page's sign, four lines of text beside each other, as PNG: browsers open an SVG as a page of its own, in the thread
//! that draws ours. The ground fills the square, so that a system may cut it into its own shape.

use std::io::Write;

use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};

/// Widths in pixels: what browsers ask of a page that can be installed.
pub const SIZES: [u32; 2] = [192, 512];

const GROUND: [u8; 3] = [0x1f, 0x4e, 0x5f];
const LINE: [u8; 3] = [0xff; 3];
/// Each line's place from the left and its end from above, in sixteenths; small enough for the shapes into which it may be cut.
const LINES: [[f32; 2]; 4] = [[4.8, 12.0], [6.8, 9.6], [9.2, 12.0], [11.2, 11.2]];
const TOP: f32 = 4.0;
const HALF_WIDTH: f32 = 0.56;
/// How many points of a pixel are looked at in each direction: with none to all of them on a line there are so many colours
/// and one.
const POINTS: u32 = 4;
const SHADES: u32 = POINTS * POINTS;

/// The same for a browser's tab, sharp at this width: each line's left and end, in pixels.
const TAB: u32 = 32;
const TAB_LINES: [[u32; 2]; 4] = [[7, 24], [12, 19], [17, 24], [22, 22]];
const TAB_TOP: u32 = 8;
const TAB_WIDTH: u32 = 3;

/// The sign as a PNG of so many pixels each way.
pub fn png(size: u32) -> Result<Vec<u8>, String> {
    let row = |y| (0..size).map(|x| shade(x, y, size)).collect();
    file(size, 8, palette(), (0..size).map(row))
}

/// The sign for a browser's tab, a bit a pixel, since it stands in the page.
pub fn tab() -> Result<Vec<u8>, String> {
    let is_on = |x: u32, y: u32| {
        let mut lines = TAB_LINES.iter();
        lines.any(|[left, end]| (*left..left + TAB_WIDTH).contains(&x) && (TAB_TOP..*end).contains(&y))
    };
    let eight = |from: u32, y| (from..from + 8).fold(0, |bits, x| bits << 1 | u8::from(is_on(x, y)));
    let row = |y| (0..TAB).step_by(8).map(|x| eight(x, y)).collect();
    file(TAB, 1, [GROUND, LINE].concat(), (0..TAB).map(row))
}

/// A PNG whose pixels are numbers of colours, of so many bits each. Source of the format: <https://www.w3.org/TR/png-3/>.
fn file(size: u32, depth: u8, colours: Vec<u8>, rows: impl Iterator<Item = Vec<u8>>) -> Result<Vec<u8>, String> {
    let mut pixels = ZlibEncoder::new(Vec::new(), Compression::best());
    for row in rows {
        let row = [&[0], &row[..]].concat();
        pixels.write_all(&row).map_err(|error| error.to_string())?;
    }
    let pixels = pixels.finish().map_err(|error| error.to_string())?;
    let head = [&size.to_be_bytes()[..], &size.to_be_bytes(), &[depth, 3, 0, 0, 0]].concat();
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, content) in [
        (b"IHDR", head),
        (b"PLTE", colours),
        (b"IDAT", pixels),
        (b"IEND", Vec::new()),
    ] {
        chunk(&mut png, kind, &content)?;
    }
    Ok(png)
}

fn chunk(png: &mut Vec<u8>, kind: &[u8; 4], content: &[u8]) -> Result<(), String> {
    let length = u32::try_from(content.len()).map_err(|error| error.to_string())?;
    let mut sum = Crc::new();
    sum.update(kind);
    sum.update(content);
    png.extend(length.to_be_bytes());
    png.extend(kind);
    png.extend(content);
    png.extend(sum.sum().to_be_bytes());
    Ok(())
}

/// The colours from the ground to a line.
fn palette() -> Vec<u8> {
    let mixed = |part: u32, at: usize| {
        let sum = u32::from(GROUND[at]) * (SHADES - part) + u32::from(LINE[at]) * part;
        (sum / SHADES) as u8
    };
    (0..=SHADES)
        .flat_map(|part| (0..3).map(move |at| mixed(part, at)))
        .collect()
}

/// How many points of a pixel lie on a line.
fn shade(x: u32, y: u32, size: u32) -> u8 {
    let place = |pixel: u32, point: u32| {
        let points = (pixel * POINTS + point) as f32 + 0.5;
        points * 16.0 / (size * POINTS) as f32
    };
    let points = (0..SHADES).filter(|point| on_line(place(x, point % POINTS), place(y, point / POINTS)));
    points.count() as u8
}

fn on_line(x: f32, y: f32) -> bool {
    LINES.iter().any(|[left, end]| {
        let (across, along) = (x - left, y - y.clamp(TOP, *end));
        across * across + along * along <= HALF_WIDTH * HALF_WIDTH
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ground_and_lines() {
        assert_eq!(u32::from(shade(0, 0, 192)), 0);
        assert_eq!(u32::from(shade(57, 90, 192)), SHADES);
        assert_eq!(palette()[..3], GROUND);
        assert_eq!(palette()[3 * SHADES as usize..], LINE);
    }

    #[test]
    fn it_is_small() {
        for (icon, limit) in [(tab(), 128), (png(SIZES[0]), 1024), (png(SIZES[1]), 2048)] {
            let png = icon.expect("it is drawn");
            let length = png.len();
            assert!(png.ends_with(b"IEND\xAEB`\x82") && length < limit, "{length} bytes");
        }
    }
}
