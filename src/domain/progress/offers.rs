//! All items of a pack, as the plan of a sitting wants them: without making any of them, which would need all that the quiz
//! needs. Besides the questions of the quiz there is a card for each term, which the learner rates.

use super::cards::Cards;
use crate::domain::pack::{Citation, FindBySlug, Pack, QuestionId, QuestionKind, TermId};
use crate::domain::quiz::ItemId;
use crate::domain::quiz::kinds::Subject;
use crate::domain::schedule::{Card, Family, Offer};

/// What a generator of the quiz asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Term,
    Statement,
    Event,
    Figure,
    IssueIn,
}

/// The generators of the quiz by their names, without their ways of asking; a test holds them against `kinds::ALL`.
const GENERATORS: [(&str, QuestionKind, Sort); 13] = [
    ("term", QuestionKind::Term, Sort::Term),
    ("gloss", QuestionKind::Term, Sort::Term),
    ("who", QuestionKind::WhoSaid, Sort::Statement),
    ("cloze", QuestionKind::Cloze, Sort::Statement),
    ("order", QuestionKind::Order, Sort::Event),
    ("true-false", QuestionKind::TrueFalse, Sort::Statement),
    ("basis", QuestionKind::Basis, Sort::Statement),
    ("match", QuestionKind::Match, Sort::IssueIn),
    ("where-event", QuestionKind::WhichDocument, Sort::Event),
    ("where-figure", QuestionKind::WhichDocument, Sort::Figure),
    ("where-statement", QuestionKind::WhichDocument, Sort::Statement),
    ("figure", QuestionKind::Figure, Sort::Figure),
    ("value", QuestionKind::Figure, Sort::Figure),
];

/// What the ids of cards begin with; no generator of the quiz has this name.
const CARD: &str = "gen-card-";

/// Who judges an answer to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The quiz.
    Asked,
    /// The learner, who turns a card and rates it.
    Rated,
}

/// The term on the front of a card.
///
/// ```
/// use yomikurabe::domain::pack::Pack;
/// use yomikurabe::domain::progress::term_of_card;
/// use yomikurabe::domain::quiz::ItemId;
/// assert_eq!(term_of_card(&Pack::default(), &ItemId("gen-card-new-start".into())), None);
/// ```
#[must_use]
pub fn term_of_card(pack: &Pack, item: &ItemId) -> Option<TermId> {
    FindBySlug::find(pack, item.0.strip_prefix(CARD)?)
}

/// An item of a pack, with what tells where it belongs.
#[derive(Clone, Debug, PartialEq)]
pub struct Offered {
    /// What the plan looks at.
    pub offer: Offer,
    /// Who judges the answer.
    pub way: Way,
    /// What it is about.
    pub topic: Topic,
    /// The place that decides it.
    pub cite: Citation,
}

/// What an item is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// A written question.
    Written(QuestionId),
    /// Something in the tables.
    Made(Subject),
}

/// Which generated items a pack has: of some things no fair question can be made. One bit an item, in their order; where
/// the bits end all can be asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Askable(Vec<u8>);

impl Askable {
    /// Finds out by making every item once.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn of(ctx: &crate::domain::quiz::Context) -> Self {
        let mut bits = Vec::new();
        for (at, (generator, subject)) in generated(ctx.pack).enumerate() {
            if at % 8 == 0 {
                bits.push(0);
            }
            let id = id(ctx.pack, generator, subject);
            if let (Some(_), Some(bits)) = (crate::domain::quiz::item(ctx, &id, 1), bits.last_mut()) {
                *bits |= 1 << (at % 8);
            }
        }
        Self(bits)
    }

    /// The bits, two hexadecimal digits for eight items.
    #[must_use]
    pub fn to_hex(&self) -> String {
        let digit = |bits: u8| char::from_digit(bits.into(), 16).unwrap_or('0');
        self.0
            .iter()
            .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
            .collect()
    }

    /// Reads what [`Askable::to_hex`] wrote; other signs are passed over.
    #[must_use]
    pub fn from_hex(text: &str) -> Self {
        let digits: Vec<u32> = text.chars().filter_map(|digit| digit.to_digit(16)).collect();
        Self(
            digits
                .chunks_exact(2)
                .map(|pair| (pair[0] << 4 | pair[1]) as u8)
                .collect(),
        )
    }

    fn has(&self, at: usize) -> bool {
        self.0.get(at / 8).is_none_or(|bits| bits >> (at % 8) & 1 == 1)
    }
}

/// Every item that can be asked, or was, with its card; written questions first.
#[must_use]
pub fn offers(pack: &Pack, cards: &Cards, askable: &Askable) -> Vec<Offered> {
    let mut families = Families::default();
    let mut found: Vec<Offered> = pack
        .questions()
        .map(|id| written(pack, cards, id, families.next()))
        .collect();
    for (at, (generator, subject)) in generated(pack).enumerate() {
        let offer = Offer {
            family: families.of(subject),
            issue: subject.issues(pack).first().copied(),
            kind: generator.1,
            ..standing(cards, id(pack, generator, subject))
        };
        if let Some(cite) = subject.cite(pack).filter(|_| askable.has(at) || offer.met.is_some()) {
            let topic = Topic::Made(subject);
            let way = Way::Asked;
            found.push(Offered {
                offer,
                way,
                topic,
                cite,
            });
        }
    }
    found.extend(pack.terms().filter_map(|term| card(pack, cards, term, &mut families)));
    found
}

type Named = &'static (&'static str, QuestionKind, Sort);

/// Everything that generators may be able to ask about, generator by generator.
fn generated(pack: &Pack) -> impl Iterator<Item = (Named, Subject)> {
    GENERATORS
        .iter()
        .flat_map(|named| subjects(pack, named.2).into_iter().map(move |subject| (named, subject)))
}

fn subjects(pack: &Pack, sort: Sort) -> Vec<Subject> {
    match sort {
        Sort::Term => pack.terms().map(Subject::Term).collect(),
        Sort::Statement => pack.statements().map(Subject::Statement).collect(),
        Sort::Event => pack.events().map(Subject::Event).collect(),
        Sort::Figure => pack.figures().map(Subject::Figure).collect(),
        Sort::IssueIn => {
            let told = |issue| pack.documents().map(move |document| Subject::IssueIn(issue, document));
            pack.issues().flat_map(told).collect()
        }
    }
}

fn id(pack: &Pack, generator: Named, subject: Subject) -> ItemId {
    ItemId(["gen-", generator.0, "-", &subject.slug(pack)].concat())
}

/// A written question is a family of its own.
fn written(pack: &Pack, cards: &Cards, id: QuestionId, family: Family) -> Offered {
    let question = &pack[id];
    let offer = Offer {
        family,
        issue: question.issue,
        kind: question.kind,
        ..standing(cards, ItemId(question.slug.clone()))
    };
    Offered {
        offer,
        way: Way::Asked,
        topic: Topic::Written(id),
        cite: question.cite,
    }
}

/// The card of a term; of the same family as the questions about it.
fn card(pack: &Pack, cards: &Cards, term: TermId, families: &mut Families) -> Option<Offered> {
    let subject = Subject::Term(term);
    let item = ItemId([CARD, &subject.slug(pack)].concat());
    let offer = Offer {
        family: families.of(subject),
        issue: subject.issues(pack).first().copied(),
        ..standing(cards, item)
    };
    Some(Offered {
        offer,
        way: Way::Rated,
        topic: Topic::Made(subject),
        cite: subject.cite(pack)?,
    })
}

/// An offer of which only the item and its card are known yet.
fn standing(cards: &Cards, item: ItemId) -> Offer {
    let standing = cards.of(&item);
    Offer {
        card: standing.map_or_else(Card::default, |standing| standing.card),
        met: standing.and_then(|standing| standing.met),
        aside: standing.is_some_and(|standing| standing.aside),
        item,
        family: Family(0),
        issue: None,
        kind: QuestionKind::Term,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::quiz::kinds::ALL;

    #[test]
    fn the_names_are_those_of_the_quiz() {
        let named: Vec<(&str, QuestionKind)> = GENERATORS.iter().map(|named| (named.0, named.1)).collect();
        let all: Vec<(&str, QuestionKind)> = ALL.iter().map(|generator| (generator.name, generator.kind)).collect();
        assert_eq!(named, all);
        assert!(
            all.iter()
                .all(|(name, _)| !["gen-", name, "-"].concat().starts_with(CARD))
        );
    }

    #[test]
    fn bits_are_read_as_they_were_written() {
        let askable = Askable(vec![0xa5, 0, 0xff, 1]);
        assert_eq!(Askable::from_hex(&["\"", &askable.to_hex(), "\""].concat()), askable);
        let has: Vec<usize> = (0..40).filter(|at| askable.has(*at)).collect();
        assert_eq!(has[..5], [0, 2, 5, 7, 16]);
        assert_eq!(
            has[12..],
            [24, 32, 33, 34, 35, 36, 37, 38, 39],
            "where the bits end all can be asked"
        );
    }
}
