//! How often each stance and each kind of attribution stands in a pack, with a statement of it as an example.

use crate::domain::pack::{ActorId, Attribution, DocumentId, Pack, Stance, StatementId};
use crate::domain::quiz::sentence_at;
use crate::domain::text::Span;

/// A stance or a kind of attribution in a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code<K> {
    /// Which.
    pub code: K,
    /// How many statements have it.
    pub count: usize,
    /// One of them; `None` where there is none.
    pub example: Option<StatementId>,
}

/// Every stance and every kind of attribution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Codebook {
    /// In the order in which stances are always listed.
    pub stances: Vec<Code<Stance>>,
    /// From near to far.
    pub attributions: Vec<Code<Attribution>>,
}

impl Codebook {
    /// The codes of a pack. An example is a statement without a note whose cue stands in its sentence, as far as there is
    /// one; of those the next from the document and the side that gave the fewest examples yet, and then the shortest.
    #[must_use]
    pub fn of(pack: &Pack) -> Self {
        let mut given = Vec::new();
        Self {
            stances: codes(pack, &Stance::ALL, |id| pack[id].stance, &mut given),
            attributions: codes(pack, &Attribution::ALL, |id| pack[id].attribution, &mut given),
        }
    }
}

/// Where the cue of a statement stands in the sentence it rests on, in bytes of the paragraph's plain text.
#[must_use]
pub fn cue(pack: &Pack, id: StatementId) -> Option<Span> {
    let statement = &pack[id];
    let paragraph = pack[statement.cite.document].paragraph(statement.cite.paragraph)?;
    let plain = &paragraph.text.plain;
    let sentence = sentence_at(plain, statement.cite.span);
    let at = sentence.of(plain).find(&statement.cue)? + sentence.start as usize;
    Some(Span::new(at, at + statement.cue.len()))
}

fn codes<K: Copy + PartialEq>(
    pack: &Pack,
    all: &[K],
    of: impl Fn(StatementId) -> K,
    given: &mut Vec<StatementId>,
) -> Vec<Code<K>> {
    let mut codes = Vec::new();
    for code in all {
        let having: Vec<StatementId> = pack.statements().filter(|id| of(*id) == *code).collect();
        let example = having.iter().copied().min_by_key(|id| rank(pack, *id, given));
        given.extend(example);
        codes.push(Code {
            code: *code,
            count: having.len(),
            example,
        });
    }
    codes
}

/// The lower, the better an example.
fn rank(pack: &Pack, id: StatementId, given: &[StatementId]) -> (bool, bool, usize, usize, usize) {
    let place = |id: StatementId| -> (DocumentId, ActorId) { (pack[id].cite.document, pack[pack[id].actor].side) };
    let (document, side) = place(id);
    let of_document = given.iter().filter(|other| place(**other).0 == document).count();
    let of_side = given.iter().filter(|other| place(**other).1 == side).count();
    let length = pack[id].paraphrase.chars().count();
    (
        pack[id].note.is_some(),
        cue(pack, id).is_none(),
        of_document,
        of_side,
        length,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::compare::sample;

    #[test]
    fn every_code_has_its_number_and_an_example() {
        let pack = sample::pack(
            "
            a  putin   force      opposes     direct     2026-01-06  new
            b  trump   force      conditional hedged     2026-01-06  old
            c  trump   force      conditional hedged     2026-01-07  old
            ",
        );
        let book = Codebook::of(&pack);
        let stances: Vec<_> = book.stances.iter().map(|code| (code.code, code.count)).collect();
        assert_eq!(
            stances,
            [
                (Stance::Supports, 0),
                (Stance::Conditional, 2),
                (Stance::Opposes, 1),
                (Stance::Ambiguous, 0),
                (Stance::NoComment, 0),
            ]
        );
        for code in &book.attributions {
            assert_eq!(code.example.is_some(), code.count > 0);
            assert!(code.example.is_none_or(|id| pack[id].attribution == code.code));
        }
    }
}
