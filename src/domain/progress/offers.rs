//! All items of a pack, as the plan of a sitting wants them.

use super::cards::Cards;
use crate::domain::pack::{Citation, Pack, QuestionId};
use crate::domain::quiz::ItemId;
use crate::domain::quiz::kinds::{ALL, Subject};
use crate::domain::schedule::{Card, Family, Offer};

/// An item of a pack, with what tells where it belongs.
#[derive(Clone, Debug, PartialEq)]
pub struct Offered {
    /// What the plan looks at.
    pub offer: Offer,
    /// The place that decides it.
    pub cite: Citation,
}

/// Every item that could be asked, written questions first, each with its card. Of some that are generated no fair question
/// can be made; that is found out when they are asked for.
#[must_use]
pub fn offers(pack: &Pack, cards: &Cards) -> Vec<Offered> {
    let mut families = Families::default();
    let mut found: Vec<Offered> = pack
        .questions()
        .map(|id| written(pack, cards, id, &mut families))
        .collect();
    for generator in ALL {
        for subject in generator.subjects(pack) {
            let Some(cite) = subject.cite(pack) else { continue };
            let offer = Offer {
                family: families.of(subject),
                issue: subject.issues(pack).first().copied(),
                kind: generator.kind,
                ..standing(cards, generator.id(pack, subject))
            };
            found.push(Offered { offer, cite });
        }
    }
    found
}

/// A written question is a family of its own.
fn written(pack: &Pack, cards: &Cards, id: QuestionId, families: &mut Families) -> Offered {
    let question = &pack[id];
    let offer = Offer {
        family: families.next(),
        issue: question.issue,
        kind: question.kind,
        ..standing(cards, ItemId(question.slug.clone()))
    };
    Offered {
        offer,
        cite: question.cite,
    }
}

fn standing(cards: &Cards, item: ItemId) -> Offer {
    let standing = cards.of(&item);
    Offer {
        card: standing.map_or_else(Card::default, |standing| standing.card),
        met: standing.and_then(|standing| standing.met),
        aside: standing.is_some_and(|standing| standing.aside),
        item,
        family: Family(0),
        issue: None,
        kind: crate::domain::pack::QuestionKind::Term,
    }
}

/// Numbers for what items are about.
#[derive(Default)]
struct Families {
    known: Vec<(Subject, Family)>,
    count: u32,
}

impl Families {
    fn next(&mut self) -> Family {
        self.count += 1;
        Family(self.count)
    }

    fn of(&mut self, subject: Subject) -> Family {
        let known = self.known.iter().find(|(known, _)| *known == subject);
        known.map(|(_, family)| *family).unwrap_or_else(|| {
            let family = self.next();
            self.known.push((subject, family));
            family
        })
    }
}
