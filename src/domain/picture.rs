//! Which picture a figure's value allows: one dot for each thing counted, so many parts of so many, lengths of time on one
//! scale. What has no honest picture (a name with a number in it, a rank, 数千) has none.

use crate::domain::pack::{FigureId, Pack};
use crate::domain::quiz::{Amount, Magnitude};

/// What counters count things that a dot can stand for. An ordinal (2期目), a name or a year is no such thing.
const COUNTERS: [&str; 16] = [
    "カ国", "か国", "ヶ国", "ヵ国", "人", "名", "者", "回", "点", "件", "社", "個", "隻", "機", "台", "発",
];
/// More dots than these nobody can see.
const MOST: i64 = 10_000;
const ONE: i64 = 1_000_000;

/// How a figure can be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picture {
    /// So many things, between the two where they differ.
    Things {
        /// At least.
        least: i64,
        /// At most.
        most: i64,
    },
    /// So many steps.
    Steps(i64),
    /// So many parts of a whole that has so many: two of ten, one of five.
    Share {
        /// The parts meant.
        part: i64,
        /// All of them.
        whole: i64,
    },
    /// A length of time, in minutes, beside the shortest and the longest of the same unit in its document.
    Time {
        /// It.
        minutes: i64,
        /// The shortest.
        shortest: i64,
        /// The longest.
        longest: i64,
    },
}

/// The picture of a figure, if it has one.
#[must_use]
pub fn picture(pack: &Pack, id: FigureId) -> Option<Picture> {
    let value = pack[id].value.as_str();
    range(value).or_else(|| {
        let amount = Amount::read(value)?;
        match &amount.magnitude {
            Magnitude::Count(unit) if unit == "段階" => steps(amount.size / ONE),
            Magnitude::Count(unit) if COUNTERS.contains(&unit.as_str()) => things(amount.size / ONE, amount.size / ONE),
            Magnitude::Share => share(value, amount.size),
            Magnitude::Duration => time(pack, id, &amount),
            _ => None,
        }
    })
}

/// Figures that give the same share of different wholes: what is easily mixed up.
#[must_use]
pub fn alike(pack: &Pack, id: FigureId) -> Vec<FigureId> {
    let share = |id: FigureId| {
        let amount = Amount::read(&pack[id].value).filter(|amount| amount.magnitude == Magnitude::Share);
        amount.map(|amount| amount.size)
    };
    let mine = share(id);
    let same = |other: &FigureId| *other != id && mine.is_some() && share(*other) == mine;
    pack.figures().filter(same).collect()
}

/// 50〜250人.
fn range(value: &str) -> Option<Picture> {
    let (least, most) = value.split_once(['〜', '～'])?;
    let most = Amount::read(most)?;
    let least = least.replace(',', "").parse().ok()?;
    let is_count = matches!(&most.magnitude, Magnitude::Count(unit) if COUNTERS.contains(&unit.as_str()));
    is_count.then(|| things(least, most.size / ONE)).flatten()
}

fn things(least: i64, most: i64) -> Option<Picture> {
    let seen = 0 < least && least <= most && most <= MOST;
    seen.then_some(Picture::Things { least, most })
}

fn steps(steps: i64) -> Option<Picture> {
    (2..=12).contains(&steps).then_some(Picture::Steps(steps))
}

/// In the terms of the source: tenths for 割, hundredths for %. All of something says no more than its words.
fn share(value: &str, size: i64) -> Option<Picture> {
    let whole = match value.split_once("分の") {
        Some((whole, _)) => whole.trim_start_matches('約').parse().ok()?,
        None if value.ends_with('割') => 10,
        None => 100,
    };
    let part = (size * whole + ONE / 2) / ONE;
    (0 < part && part < whole && whole <= 100).then_some(Picture::Share { part, whole })
}

/// A length alone is a bar that says nothing; two of one unit in one document can be compared.
fn time(pack: &Pack, id: FigureId, amount: &Amount) -> Option<Picture> {
    let beside = pack
        .figures
        .iter()
        .filter(|figure| figure.cite.document == pack[id].cite.document);
    let read = beside.filter_map(|figure| Amount::read(&figure.value));
    let same = read.filter(|other| other.magnitude == amount.magnitude && other.unit == amount.unit);
    let lengths: Vec<i64> = same.map(|other| other.size / ONE).collect();
    let (shortest, longest) = (*lengths.iter().min()?, *lengths.iter().max()?);
    (shortest < longest).then_some(Picture::Time {
        minutes: amount.size / ONE,
        shortest,
        longest,
    })
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::domain::compare::sample;
    use crate::domain::pack::Figure;

    fn pack(values: &str) -> Pack {
        let mut pack = sample::pack("");
        let figure = |value: &str| Figure {
            slug: value.into(),
            value: value.into(),
            measures: String::new(),
            source: String::new(),
            english: None,
            cite: sample::cite(),
        };
        pack.figures = values.split_whitespace().map(figure).collect();
        pack
    }

    #[track_caller]
    fn check(values: &str, expected: Expect) {
        let pack = pack(values);
        let line = |id: FigureId| format!("{}: {:?}\n", pack[id].value, picture(&pack, id));
        expected.assert_eq(&pack.figures().map(line).collect::<String>());
    }

    #[test]
    fn draws_what_can_be_counted() {
        check(
            "34カ国 4,641人 17回 3者 50〜250人 3段階",
            expect![[r#"
            34カ国: Some(Things { least: 34, most: 34 })
            4,641人: Some(Things { least: 4641, most: 4641 })
            17回: Some(Things { least: 17, most: 17 })
            3者: Some(Things { least: 3, most: 3 })
            50〜250人: Some(Things { least: 50, most: 250 })
            3段階: Some(Steps(3))
        "#]],
        );
    }

    #[test]
    fn draws_shares_in_the_terms_of_their_source() {
        check(
            "約2割 5分の1 38%",
            expect![[r#"
            約2割: Some(Share { part: 2, whole: 10 })
            5分の1: Some(Share { part: 1, whole: 5 })
            38%: Some(Share { part: 38, whole: 100 })
        "#]],
        );
        let pack = pack("約2割 5分の1 38%");
        assert_eq!(alike(&pack, FigureId(0)), [FigureId(1)]);
        assert_eq!(alike(&pack, FigureId(2)), []);
    }

    #[test]
    fn draws_lengths_of_time_beside_each_other() {
        check(
            "24時間 72時間 約4年",
            expect![[r#"
            24時間: Some(Time { minutes: 1440, shortest: 1440, longest: 4320 })
            72時間: Some(Time { minutes: 4320, shortest: 1440, longest: 4320 })
            約4年: None
        "#]],
        );
    }

    #[test]
    fn draws_no_names_ranks_and_words() {
        for value in [
            "F-16",
            "G20",
            "第7艦隊",
            "2期目",
            "5年目",
            "2025年版",
            "19世紀",
            "数千人規模",
            "ゼロ",
            "100%",
            "二重",
            "2026年1月6日",
            "日曜日まで",
            "99,999人",
            "0人",
        ] {
            let pack = pack(value);
            assert_eq!(picture(&pack, FigureId(0)), None, "{value}");
        }
    }
}
