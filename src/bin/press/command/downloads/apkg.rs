//! A deck of Anki: a zip file with a collection in SQLite, in the form that every Anki since 2.0 reads (version 11).
//!
//! Source: Anki's `rslib/src/storage/schema11.sql` and <https://github.com/ankidroid/Anki-Android/wiki/Database-Structure>.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};
use serde_json::{Value, json};
use sha1::{Digest, Sha1};
use yomikurabe::domain::export::anki::{Note, NoteKind, STYLE};
use yomikurabe::domain::export::part::lasting_number;

use super::archive::Archive;

const SCHEMA: &str = "
create table col (id integer primary key, crt integer not null, mod integer not null, scm integer not null,
    ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null,
    models text not null, decks text not null, dconf text not null, tags text not null);
create table notes (id integer primary key, guid text not null, mid integer not null, mod integer not null,
    usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null,
    flags integer not null, data text not null);
create table cards (id integer primary key, nid integer not null, did integer not null, ord integer not null,
    mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null,
    ivl integer not null, factor integer not null, reps integer not null, lapses integer not null,
    left integer not null, odue integer not null, odid integer not null, flags integer not null, data text not null);
create table revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null,
    ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null,
    type integer not null);
create table graves (usn integer not null, oid integer not null, type integer not null);
create index ix_notes_usn on notes (usn);
create index ix_cards_usn on cards (usn);
create index ix_revlog_usn on revlog (usn);
create index ix_cards_nid on cards (nid);
create index ix_cards_sched on cards (did, queue, due);
create index ix_revlog_cid on revlog (cid);
create index ix_notes_csum on notes (csum);
";
/// Between two fields of a note.
const BETWEEN: &str = "\u{1f}";

/// A deck in the making.
pub struct Deck<'a> {
    /// Its name in Anki.
    pub name: &'a str,
    /// What Anki shows of it.
    pub about: &'a str,
    /// What its id follows from.
    pub slug: &'a str,
    /// When it was last changed, in seconds since 1970.
    pub modified: u64,
    /// What is in it.
    pub notes: &'a [Note],
}

impl Deck<'_> {
    /// The file.
    pub fn to_apkg(&self) -> Result<Vec<u8>, String> {
        let collection = self.collection().map_err(|error| format!("the deck: {error}"))?;
        let mut archive = Archive::new();
        archive.add("collection.anki2", &collection)?;
        archive.add("media", b"{}")?;
        archive.finish()
    }

    fn id(&self) -> i64 {
        Ids::first(&["deck/", self.slug].concat())
    }

    fn collection(&self) -> rusqlite::Result<Vec<u8>> {
        let mut connection = Connection::open_in_memory()?;
        connection.execute_batch(SCHEMA)?;
        let writing = connection.transaction()?;
        self.write_head(&writing)?;
        let mut ids = Ids::default();
        for (place, note) in self.notes.iter().enumerate() {
            let id = ids.next(&note.guid);
            self.write_note(&writing, id, note)?;
            for ord in 0..note.kind.cards.len() {
                let card = ids.next(&format!("{}#{ord}", note.guid));
                self.write_card(&writing, card, id, ord, place)?;
            }
        }
        writing.commit()?;
        Ok(connection.serialize("main")?.to_vec())
    }

    fn write_head(&self, to: &Connection) -> rusqlite::Result<()> {
        let mut kinds: Vec<NoteKind> = Vec::new();
        for note in self.notes {
            if !kinds.contains(&note.kind) {
                kinds.push(note.kind);
            }
        }
        let models: serde_json::Map<String, Value> = kinds
            .iter()
            .map(|kind| (model_id(kind).to_string(), self.model(kind)))
            .collect();
        let conf = json!({"curDeck": 1, "activeDecks": [1], "newSpread": 0, "collapseTime": 1200, "timeLim": 0,
            "estTimes": true, "dueCounts": true, "curModel": null, "nextPos": self.notes.len() + 1,
            "sortType": "noteFld", "sortBackwards": false, "addToCur": true});
        let decks = json!({"1": self.deck(1, "Default", ""), (self.id().to_string()): self.deck(self.id(), self.name, self.about)});
        let new = json!({"bury": true, "delays": [1, 10], "initialFactor": 2500, "ints": [1, 4, 7], "order": 1,
            "perDay": 20, "separate": true});
        let rev = json!({"bury": true, "ease4": 1.3, "fuzz": 0.05, "ivlFct": 1, "maxIvl": 36500, "minSpace": 1,
            "perDay": 200});
        let lapse = json!({"delays": [10], "leechAction": 0, "leechFails": 8, "minInt": 1, "mult": 0});
        let dconf = json!({"1": {"id": 1, "name": "Default", "mod": 0, "usn": 0, "maxTaken": 60, "timer": 0,
            "autoplay": true, "replayq": true, "dyn": false, "new": new, "rev": rev, "lapse": lapse}});
        to.execute(
            "insert into col values (1, ?1, ?2, ?2, 11, 0, 0, 0, ?3, ?4, ?5, ?6, '{}')",
            params![
                seconds(self.modified),
                seconds(self.modified) * 1000,
                conf.to_string(),
                Value::Object(models).to_string(),
                decks.to_string(),
                dconf.to_string()
            ],
        )?;
        Ok(())
    }

    fn deck(&self, id: i64, name: &str, about: &str) -> Value {
        json!({"id": id, "name": name, "desc": about, "mod": self.modified, "usn": -1, "conf": 1, "dyn": 0,
            "collapsed": false, "browserCollapsed": false, "extendNew": 10, "extendRev": 50, "newToday": [0, 0],
            "revToday": [0, 0], "lrnToday": [0, 0], "timeToday": [0, 0]})
    }

    fn model(&self, kind: &NoteKind) -> Value {
        let field = |(ord, name): (usize, &&str)| json!({"name": name, "ord": ord, "font": "Arial", "size": 20, "rtl": false, "sticky": false, "media": []});
        let card = |(ord, (name, question, answer)): (usize, &(&str, &str, &str))| json!({"name": name, "ord": ord, "qfmt": question, "afmt": answer, "bqfmt": "", "bafmt": "", "did": null});
        let fields: Vec<Value> = kind.fields.iter().enumerate().map(field).collect();
        let cards: Vec<Value> = kind.cards.iter().enumerate().map(card).collect();
        let needed: Vec<Value> = (0..cards.len()).map(|ord| json!([ord, "any", [1]])).collect();
        json!({"id": model_id(kind), "name": kind.name, "type": 0, "mod": self.modified, "usn": -1, "sortf": 0,
            "did": self.id(), "tmpls": cards, "flds": fields, "css": STYLE, "latexPre": "", "latexPost": "",
            "latexsvg": false, "req": needed, "tags": [], "vers": []})
    }

    fn write_note(&self, to: &Connection, id: i64, note: &Note) -> rusqlite::Result<()> {
        let first = note.fields.first().map_or("", String::as_str);
        let fields: Vec<String> = note.fields.iter().map(|field| field.replace(BETWEEN, " ")).collect();
        to.execute(
            "insert into notes values (?1, ?2, ?3, ?4, -1, ?5, ?6, ?7, ?8, 0, '')",
            params![
                id,
                note.guid,
                model_id(&note.kind),
                seconds(self.modified),
                format!(" {} ", note.tags.join(" ")),
                fields.join(BETWEEN),
                first,
                sum(first)
            ],
        )?;
        Ok(())
    }

    fn write_card(&self, to: &Connection, id: i64, note: i64, ord: usize, place: usize) -> rusqlite::Result<()> {
        to.execute(
            "insert into cards values (?1, ?2, ?3, ?4, ?5, -1, 0, 0, ?6, 0, 0, 0, 0, 0, 0, 0, 0, '')",
            params![
                id,
                note,
                self.id(),
                ord as i64,
                seconds(self.modified),
                place as i64 + 1
            ],
        )?;
        Ok(())
    }
}

fn model_id(kind: &NoteKind) -> i64 {
    Ids::first(&["model/", kind.name].concat())
}

/// By which Anki finds notes with the same first field: the first four bytes of its SHA-1.
fn sum(first: &str) -> i64 {
    let sum = Sha1::digest(first);
    sum.iter()
        .take(4)
        .fold(0, |number, byte| number << 8 | i64::from(*byte))
}

fn seconds(time: u64) -> i64 {
    i64::try_from(time).unwrap_or(i64::MAX / 1000)
}

/// Ids of a collection, no two alike. Anki takes them for times in thousandths of a second.
#[derive(Default)]
struct Ids(BTreeSet<i64>);

impl Ids {
    /// What a text leads to: a time between 2017 and 2020.
    fn first(text: &str) -> i64 {
        1_500_000_000_000 + (lasting_number(text) % 100_000_000_000) as i64
    }

    /// That, or the next one which is free.
    fn next(&mut self, text: &str) -> i64 {
        let mut id = Self::first(text);
        while !self.0.insert(id) {
            id += 1;
        }
        id
    }
}

#[cfg(test)]
mod tests {
    use yomikurabe::domain::export::anki::QUESTIONS;

    use super::*;

    fn notes() -> Vec<Note> {
        let note = |id: &str| Note {
            guid: format!("p/question/{id}"),
            kind: QUESTIONS,
            fields: vec![id.to_owned(); QUESTIONS.fields.len()],
            tags: vec!["a::b".to_owned()],
        };
        vec![note("one"), note("two")]
    }

    fn collection() -> Vec<u8> {
        let notes = notes();
        let deck = Deck {
            name: "名",
            about: "",
            slug: "p",
            modified: 1,
            notes: &notes,
        };
        deck.collection().expect("it is written")
    }

    #[test]
    fn the_same_notes_make_the_same_bytes() {
        assert_eq!(collection(), collection());
    }

    #[test]
    fn sums_are_those_of_anki() {
        // int(sha1("abc").hexdigest()[:8], 16)
        assert_eq!(sum("abc"), 0xa999_3e36);
    }

    #[test]
    fn ids_never_meet() {
        let mut ids = Ids::default();
        assert_ne!(ids.next("a"), ids.next("a"));
    }

    #[test]
    fn every_note_has_its_cards() {
        let file = std::env::temp_dir().join(format!("yomikurabe-deck-{}", std::process::id()));
        std::fs::write(&file, collection()).expect("a file can be written");
        let read = Connection::open(&file).expect("SQLite reads it");
        let count = |query: &str| read.query_row(query, [], |row| row.get::<_, i64>(0)).expect("a number");
        assert_eq!(count("select count(*) from notes"), 2);
        assert_eq!(count("select count(*) from cards join notes on nid = notes.id"), 2);
        std::fs::remove_file(file).expect("the file can be removed");
    }
}
