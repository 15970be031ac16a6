//! What in the fields of the dialogue cannot be done, and what to do instead.

use crate::domain::lang::Phrase;

/// Why there is nothing to copy yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The pack does not have it.
    Unknown,
    /// Two actors are wanted, and one is chosen twice.
    SameActor,
    /// No number of a paper.
    Seed,
    /// No number of questions.
    Number,
    /// No share that passes.
    Pass,
    /// No height.
    Pixels,
    /// No address of a copy, where this page can be reached by nobody else.
    NoCopy,
    /// No address of a page.
    Copy,
    /// The settings are longer than the package has room for.
    TooLong,
}

impl Fault {
    /// In words.
    #[must_use]
    pub fn says(self) -> Phrase {
        match self {
            Self::Unknown => Phrase(
                "選んだものがこの教材にない。選びなおす。",
                "This material has no such thing. Choose another.",
            ),
            Self::SameActor => Phrase(
                "同じ主体が二度選ばれている。別の主体を選ぶ。",
                "The same actor is chosen twice. Choose two.",
            ),
            Self::Seed => Phrase(
                "問題の番号は、0以上の整数にする。",
                "The number of the paper is a whole number, 0 or more.",
            ),
            Self::Number => Phrase(
                "問題の数は、1から50までの整数にする。",
                "The number of questions is a whole number from 1 to 50.",
            ),
            Self::Pass => Phrase(
                "合格の割合は、0から100までの整数にする。空のままなら、合格を決めない。",
                "The pass mark is a whole number from 0 to 100, or empty for none.",
            ),
            Self::Pixels => Phrase(
                "高さは、100から10000までの整数にする。",
                "The height is a whole number from 100 to 10000.",
            ),
            Self::NoCopy => Phrase(
                "「ページの置き場所」に、教材を置いたところのURLを書く。いま開いているページはこの端末の中にあり、ほかの人からは見えない。",
                "Write the address (URL) of your copy above. The page open now is on this device, where nobody else can reach it.",
            ),
            Self::Copy => Phrase(
                "ページの置き場所は、https:// で始まり、/ か .html で終わるURLにする（? や # は書かない）。",
                "The address of your copy begins with https:// and ends with / or .html (without ? or #).",
            ),
            Self::TooLong => Phrase(
                "選んだものが多すぎて、パッケージに書きこめない。論点や文書を減らす。",
                "Too much is chosen to be written into the package. Choose fewer issues or documents.",
            ),
        }
    }
}
