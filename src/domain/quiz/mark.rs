//! Marking an answer.

use super::context::FoldWords;
use super::item::{Item, Task};

/// What the learner answered. Indices count from 0, in the order in which the item shows its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The chosen option.
    Choice(u8),
    /// The items in the learner's order, as indices of those shown.
    Order(Vec<u8>),
    /// For each left its right, as indices of those shown.
    Match(Vec<u8>),
    /// The typed words, or those of the option that was chosen instead of typing.
    Typed(String),
}

/// Right or wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// As the key.
    Right,
    /// Not as the key.
    Wrong,
}

/// The judgement of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marking {
    /// Right only where every part is.
    pub grade: Grade,
    /// Each part: the places of an order, the lefts of a match; one part otherwise.
    pub parts: Vec<Grade>,
}

impl Marking {
    fn of(parts: impl Iterator<Item = bool>) -> Self {
        let parts: Vec<Grade> = parts.map(Grade::of).collect();
        let right = parts.iter().all(|part| *part == Grade::Right);
        Self {
            grade: Grade::of(right),
            parts,
        }
    }

    /// How many parts are right.
    #[must_use]
    pub fn right(&self) -> usize {
        self.parts.iter().filter(|part| **part == Grade::Right).count()
    }
}

impl Grade {
    fn of(right: bool) -> Self {
        if right { Self::Right } else { Self::Wrong }
    }
}

/// Judges an answer. Typed words are folded (see [`FoldWords`]) and compared with the folded key and its other
/// spellings. An answer of another kind than the item asks for is wrong.
///
/// ```
/// use yomikurabe::domain::quiz::{Answer, Grade, Task, mark_task};
/// let fold = |words: &str| words.trim().to_lowercase();
/// let task = Task::Typed { key: "NATO".into(), accept: vec!["なとー".into()], options: vec![] };
/// assert_eq!(mark_task(&task, &Answer::Typed(" nato".into()), &fold).grade, Grade::Right);
/// assert_eq!(mark_task(&task, &Answer::Typed("なとー".into()), &fold).grade, Grade::Right);
/// assert_eq!(mark_task(&task, &Answer::Typed("".into()), &fold).grade, Grade::Wrong);
/// ```
#[must_use]
pub fn mark_task(task: &Task, answer: &Answer, fold: FoldWords<'_>) -> Marking {
    match (task, answer) {
        (Task::Choice { key, .. }, Answer::Choice(chosen)) => Marking::of([chosen == key].into_iter()),
        (Task::Typed { key, accept, .. }, Answer::Typed(words)) => {
            let typed = fold(words);
            let right = |spelling: &String| fold(spelling) == typed;
            Marking::of([!typed.is_empty() && (right(key) || accept.iter().any(right))].into_iter())
        }
        (Task::Order { key, .. }, Answer::Order(given)) | (Task::Match { key, .. }, Answer::Match(given)) => {
            Marking::of(key.iter().enumerate().map(|(at, right)| given.get(at) == Some(right)))
        }
        _ => Marking::of([false].into_iter()),
    }
}

/// Judges an answer to an item; see [`mark_task`].
#[must_use]
pub fn mark(item: &Item, answer: &Answer, fold: FoldWords<'_>) -> Marking {
    mark_task(&item.task, answer, fold)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(list: &[&str]) -> Vec<String> {
        list.iter().map(|words| (*words).to_owned()).collect()
    }

    #[track_caller]
    fn check(task: &Task, answer: Answer, grade: Grade, right: usize) {
        let marking = mark_task(task, &answer, &|words| words.to_owned());
        assert_eq!((marking.grade, marking.right()), (grade, right));
    }

    #[test]
    fn marks_part_by_part() {
        let order = Task::Order {
            items: words(&["b", "c", "a"]),
            key: vec![2, 0, 1],
        };
        check(&order, Answer::Order(vec![2, 0, 1]), Grade::Right, 3);
        check(&order, Answer::Order(vec![2, 1, 0]), Grade::Wrong, 1);
        check(&order, Answer::Order(vec![2]), Grade::Wrong, 1);
        let pairs = Task::Match {
            left: words(&["x", "y"]),
            right: words(&["2", "1"]),
            key: vec![1, 0],
        };
        check(&pairs, Answer::Match(vec![1, 0]), Grade::Right, 2);
        check(&pairs, Answer::Match(vec![1, 1]), Grade::Wrong, 1);
        check(&pairs, Answer::Order(vec![1, 0]), Grade::Wrong, 0);
        let choice = Task::Choice {
            options: words(&["p", "q"]),
            key: 1,
        };
        check(&choice, Answer::Choice(1), Grade::Right, 1);
        check(&choice, Answer::Choice(7), Grade::Wrong, 0);
    }
}
