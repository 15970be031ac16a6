//! Sorting with few bytes: one merge sort over places, shared by all lists.
//!
//! The standard library's sorts are made anew for every type of item, some 6 KB each; the page sorts two dozen short
//! lists, which was a tenth of the engine. Here only the exchange of items is made for each type.

use std::cmp::Ordering;

/// Sorts a list; what is equal keeps its order.
///
/// ```
/// use yomikurabe::domain::order::sort;
/// let mut words = vec!["停戦", "ATACMS", "和平"];
/// sort(&mut words);
/// assert_eq!(words, ["ATACMS", "停戦", "和平"]);
/// ```
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Sorts a list by a key; what is equal keeps its order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts a list by a comparison; what is equal keeps its order.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let order = order_of(items.len(), &|a, b| compare(&items[a], &items[b]));
    for at in 0..order.len() {
        let mut from = order[at];
        while from < at {
            from = order[from];
        }
        items.swap(at, from);
    }
}

/// The places of the items in their sorted order.
#[inline(never)]
fn order_of(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    let mut merged = Vec::with_capacity(len);
    let mut width = 1;
    while width < len {
        for run in order.chunks(2 * width) {
            let (left, right) = run.split_at(width.min(run.len()));
            merge(left, right, compare, &mut merged);
        }
        std::mem::swap(&mut order, &mut merged);
        merged.clear();
        width *= 2;
    }
    order
}

fn merge(mut left: &[usize], mut right: &[usize], compare: &dyn Fn(usize, usize) -> Ordering, out: &mut Vec<usize>) {
    while let (Some((&a, after_a)), Some((&b, after_b))) = (left.split_first(), right.split_first()) {
        if compare(a, b) == Ordering::Greater {
            out.push(b);
            right = after_b;
        } else {
            out.push(a);
            left = after_a;
        }
    }
    out.extend_from_slice(left);
    out.extend_from_slice(right);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(mut items in proptest::collection::vec((0..20_u8, any::<u8>()), 0..200)) {
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            sort_by_key(&mut items, |item| item.0);
            prop_assert_eq!(&items, &expected);
            expected.sort();
            sort(&mut items);
            prop_assert_eq!(items, expected);
        }
    }
}
