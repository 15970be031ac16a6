//! Every kind of fault with its exact message.
//!
//! `tests/packs/base` is a sound pack. Each other folder breaks it in one way, is named after the kind of fault
//! (`bad-id`, or `bad-id--another`), and holds what to change and the messages that must come out:
//!
//! * `change.txt`: `@ path` opens a file, `-` lines are taken out of it and `+` lines put in their place (at its end where
//!   none is taken out), `! path` takes a file away, `* path files times` writes that many files in which the `+` lines
//!   below stand so many times, with `{n}` counted on, under the `^` lines
//! * `expected.txt`: the messages; `UPDATE=1 cargo test --test pack` writes it
//! * every other file joins the pack, or takes the place of the file of that path
use std::collections::BTreeSet;
use std::{env, fs};

use yomikurabe::domain::pack::compile::{Fault, compile};
use yomikurabe::domain::pack::file;

use crate::folder::{Folder, base, packs, read, sources};

/// Applies the lines of a `change.txt`.
fn change(folder: &mut Folder, script: &str) {
    let mut lines = script.lines().peekable();
    while let Some(line) = lines.next() {
        let (sign, rest) = line.split_at(1);
        let path = rest.trim();
        let mut take = |sign| {
            let mut text = String::new();
            while let Some(line) = lines.next_if(|line| line.starts_with(sign)) {
                text.push_str(&line[1..]);
                text.push('\n');
            }
            text
        };
        match sign {
            "!" => assert!(folder.remove(path).is_some(), "{path} is there"),
            "@" => replace(folder, path, &take('-'), &take('+')),
            "*" => repeat(folder, path, &take('^'), &take('+')),
            _ => panic!("{line}"),
        }
    }
}

fn replace(folder: &mut Folder, path: &str, out: &str, new: &str) {
    let bytes = folder.entry(path.to_owned()).or_default();
    let text = String::from_utf8(bytes.clone()).expect("UTF-8");
    let at = match out {
        "" => text.len(),
        out => text.find(out).expect("the lines stand in the file"),
    };
    *bytes = [&text[..at], new, &text[at + out.len()..]].concat().into();
}

fn repeat(folder: &mut Folder, order: &str, head: &str, text: &str) {
    let words: Vec<&str> = order.split(' ').collect();
    let [path, files, times] = words[..] else {
        panic!("{order}");
    };
    let number = |word: &str| word.parse::<usize>().expect("a number");
    for at in 0..number(files) {
        let first = at * number(times) + 1;
        let numbers = first..first + number(times);
        let body: String = numbers.map(|n| text.replace("{n}", &n.to_string())).collect();
        folder.insert(path.replace("{n}", &at.to_string()), [head, &body].concat().into());
    }
}

/// Compiles the base with the changes of a case; checks the messages, and that what is left of the pack is whole.
/// Returns the kinds of fault.
#[track_caller]
fn check(case: &str) -> BTreeSet<&'static str> {
    let mut folder = base();
    let mut changes = read(&packs().join(case));
    let expected = changes.remove("expected.txt").unwrap_or_default();
    let script = changes.remove("change.txt").unwrap_or_default();
    change(&mut folder, std::str::from_utf8(&script).expect("UTF-8"));
    folder.append(&mut changes);
    let (pack, problems) = compile(&sources(&folder));
    let messages: String = problems.iter().map(|problem| format!("{problem}\n")).collect();
    if env::var_os("UPDATE").is_some() && case != "base" {
        fs::write(packs().join(case).join("expected.txt"), &messages).expect("a writable folder");
    } else {
        assert_eq!(messages, String::from_utf8_lossy(&expected), "{case}");
    }
    let read = file::read(&file::write(&pack)).expect("a whole pack");
    assert_eq!(read, pack, "{case}");
    problems.iter().map(|problem| problem.fault.kind()).collect()
}

/// `BadId` as `bad-id`.
fn kebab(kind: &str) -> String {
    let mut name = String::new();
    for c in kind.chars() {
        if c.is_uppercase() && !name.is_empty() {
            name.push('-');
        }
        name.push(c.to_ascii_lowercase());
    }
    name
}

#[test]
fn every_fault_has_its_message() {
    let mut covered = BTreeSet::new();
    for entry in fs::read_dir(packs()).expect("a folder") {
        let entry = entry.expect("an entry");
        let case = entry.file_name().into_string().expect("UTF-8");
        if !entry.path().is_dir() || case == "base" {
            continue;
        }
        let kinds: BTreeSet<String> = check(&case).into_iter().map(kebab).collect();
        let stem = case.split("--").next().unwrap_or(&case).to_owned();
        if stem != "all-at-once" {
            assert!(kinds.contains(&stem), "{case} gives {kinds:?}");
            covered.insert(stem);
        }
    }
    let all: BTreeSet<String> = Fault::KINDS.iter().map(|kind| kebab(kind)).collect();
    assert!(all.len() >= 36);
    assert_eq!(covered, all);
}

#[test]
fn all_faults_come_out_in_one_run() {
    let kinds = check("all-at-once");
    assert!(kinds.len() >= 10, "{kinds:?}");
}

#[test]
fn the_base_is_sound() {
    assert!(check("base").is_empty());
}
