//! Whatever a folder or a file holds, the compiler and the reader come back, and what they return is whole.

use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use yomikurabe::domain::pack::compile::compile;
use yomikurabe::domain::pack::file;

use crate::folder::{Folder, base, sources};

/// One slip of a hand in one file.
#[derive(Clone, Debug)]
enum Slip {
    FlipByte(Index, u8),
    DropLine(Index),
    DoubleLine(Index),
    SwapLines(Index, Index),
    Insert(Index, &'static str),
    DropFile,
    CutFile(Index),
}

/// Text that means something somewhere in a pack.
const SNIPPETS: [&str; 20] = [
    "《",
    "》",
    "｜",
    "「",
    "＿＿",
    "+++\n",
    "\n## 題 {#s9 lines=1}\n",
    " {#p1 lines=1}",
    "{#p65535 lines=1-65535}",
    "\n[[actor]]\nid = \"city\"\n",
    "\n[[term.says]]\n",
    "\n[statement]\n",
    "id = \"bridge\"\n",
    "\"\"\"",
    "'''",
    "\u{0}",
    "\r\n",
    "\u{FEFF}",
    "= [[[[[[[[{",
    "#p1",
];

fn slip() -> impl Strategy<Value = Slip> {
    let at = any::<Index>;
    prop_oneof![
        (at(), any::<u8>()).prop_map(|(at, mask)| Slip::FlipByte(at, mask)),
        at().prop_map(Slip::DropLine),
        at().prop_map(Slip::DoubleLine),
        (at(), at()).prop_map(|(a, b)| Slip::SwapLines(a, b)),
        (at(), select(&SNIPPETS[..])).prop_map(|(at, text)| Slip::Insert(at, text)),
        Just(Slip::DropFile),
        at().prop_map(Slip::CutFile),
    ]
}

fn apply(folder: &mut Folder, (file, slip): &(Index, Slip)) {
    let mut paths = folder.keys();
    let Some(path) = paths.nth(file.index(folder.len().max(1))).cloned() else {
        return;
    };
    let bytes = folder.remove(&path).expect("a file of the folder");
    let left = if bytes.is_empty() { None } else { slipped(bytes, slip) };
    folder.extend(left.map(|bytes| (path, bytes)));
}

/// The file after the slip, if there is one left.
fn slipped(mut bytes: Vec<u8>, slip: &Slip) -> Option<Vec<u8>> {
    let lines = bytes.split_inclusive(|byte| *byte == b'\n');
    let mut lines: Vec<Vec<u8>> = lines.map(<[u8]>::to_vec).collect();
    let (length, count) = (bytes.len(), lines.len());
    match slip {
        Slip::DropFile => return None,
        Slip::FlipByte(at, mask) => bytes[at.index(length)] ^= mask,
        Slip::CutFile(at) => bytes.truncate(at.index(length)),
        Slip::Insert(at, text) => {
            let at = at.index(length);
            bytes.splice(at..at, text.bytes());
        }
        Slip::DropLine(at) => {
            lines.remove(at.index(count));
            bytes = lines.concat();
        }
        Slip::DoubleLine(at) => {
            lines.insert(at.index(count), lines[at.index(count)].clone());
            bytes = lines.concat();
        }
        Slip::SwapLines(a, b) => {
            lines.swap(a.index(count), b.index(count));
            bytes = lines.concat();
        }
    }
    Some(bytes)
}

/// The base, compiled.
static JSON: LazyLock<String> = LazyLock::new(|| file::write(&compile(&sources(&base())).0));

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_folder_compiles_to_a_whole_pack(slips in vec((any::<Index>(), slip()), 1..8)) {
        let mut folder = base();
        slips.iter().for_each(|slip| apply(&mut folder, slip));
        let (pack, _) = compile(&sources(&folder));
        let read = file::read(&file::write(&pack)).map_err(|error| error.to_string());
        prop_assert_eq!(read, Ok(pack));
    }

    #[test]
    fn any_text_is_read_or_refused(changes in vec((any::<Index>(), 0_u8..0x80), 1..4)) {
        let mut json = JSON.clone().into_bytes();
        for (at, byte) in changes {
            let at = at.index(json.len());
            json[at] = byte;
        }
        if let Ok(pack) = file::read(&String::from_utf8_lossy(&json)) {
            let read = file::read(&file::write(&pack)).map_err(|error| error.to_string());
            prop_assert_eq!(read, Ok(pack));
        }
    }
}
