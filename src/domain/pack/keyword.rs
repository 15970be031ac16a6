//! The words with which pack files write a choice: `stance = "supports"`.

use super::{ActorKind, Attribution, EventStatus, QuestionKind, Stance, TermKind};

/// A choice that a pack file, and an address, writes as a word.
///
/// ```
/// use yomikurabe::domain::pack::{Keyword, Stance};
/// assert_eq!(Stance::NoComment.word(), "no-comment");
/// assert_eq!(Stance::from_word("opposes"), Some(Stance::Opposes));
/// assert_eq!(Stance::from_word("neutral"), None);
/// ```
pub trait Keyword: Copy + PartialEq + 'static {
    /// Every choice with its word, in the order of the enum.
    const WORDS: &'static [(&'static str, Self)];

    /// The word of this choice.
    #[must_use]
    fn word(self) -> &'static str {
        let named = Self::WORDS.iter().find(|(_, choice)| *choice == self);
        named.map_or("", |(word, _)| word)
    }

    /// The choice of that word.
    #[must_use]
    fn from_word(word: &str) -> Option<Self> {
        let named = Self::WORDS.iter().find(|(written, _)| *written == word);
        named.map(|(_, choice)| *choice)
    }
}

macro_rules! keywords {
    ($($name:ident { $($choice:ident = $word:literal,)* })*) => {$(
        impl Keyword for $name {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$choice)),*];
        }
    )*};
}

keywords! {
    ActorKind {
        Person = "person",
        Government = "government",
        Ministry = "ministry",
        Organisation = "organisation",
        Group = "group",
        Company = "company",
        Media = "media",
        Anonymous = "anonymous",
        Author = "author",
    }
    Stance {
        Supports = "supports",
        Conditional = "conditional",
        Opposes = "opposes",
        Ambiguous = "ambiguous",
        NoComment = "no-comment",
    }
    Attribution {
        Direct = "direct",
        Reported = "reported",
        Hedged = "hedged",
        Inference = "inference",
    }
    TermKind {
        Treaty = "treaty",
        Organisation = "organisation",
        Weapon = "weapon",
        Place = "place",
        Concept = "concept",
        Event = "event",
        Rhetoric = "rhetoric",
        Idiom = "idiom",
        Person = "person",
        Role = "role",
    }
    EventStatus {
        Reported = "reported",
        Planned = "planned",
        Inferred = "inferred",
        Background = "background",
    }
    QuestionKind {
        Term = "term",
        WhoSaid = "who-said",
        Cloze = "cloze",
        Order = "order",
        TrueFalse = "true-false",
        Basis = "basis",
        Match = "match",
        WhichDocument = "which-document",
        Figure = "figure",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check<K: Keyword + std::fmt::Debug>(choices: usize) {
        assert_eq!(K::WORDS.len(), choices);
        for (word, choice) in K::WORDS {
            assert_eq!(choice.word(), *word);
            assert_eq!(K::from_word(word), Some(*choice));
        }
    }

    #[test]
    fn words_and_choices_are_one_to_one() {
        check::<ActorKind>(9);
        check::<Stance>(5);
        check::<Attribution>(4);
        check::<TermKind>(10);
        check::<EventStatus>(4);
        check::<QuestionKind>(9);
    }
}
