//! The quiz's own random numbers: the same seed gives the same paper, today and in every later version.

/// SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators"; the constants are those of
/// the public-domain `splitmix64.c` by Sebastiano Vigna).
///
/// A seed stands in addresses that a teacher hands out, so its numbers must never change: [`Rng::below`] and
/// [`Rng::shuffle`] are part of that promise.
///
/// ```
/// use yomikurabe::domain::quiz::Rng;
/// let mut letters = ['a', 'b', 'c', 'd', 'e'];
/// Rng::new(1).shuffle(&mut letters);
/// assert_eq!(letters, ['b', 'a', 'd', 'e', 'c']);
/// ```
#[derive(Clone, Debug)]
pub struct Rng(u64);

impl Rng {
    /// The numbers of that seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The numbers for one item of a paper, so that an item is put the same way whatever else is in the pack.
    #[must_use]
    pub fn for_item(seed: u64, id: &str) -> Self {
        let start = Self::new(seed).next();
        // FNV-1a over the id.
        let mixed = id.bytes().fold(start ^ 0xCBF2_9CE4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
        });
        Self(mixed)
    }

    /// The next 64 bits.
    #[expect(
        clippy::should_implement_trait,
        reason = "a generator of numbers is no iterator that ends"
    )]
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    /// A number from 0 to `end` − 1; 0 where `end` is 0. The bias of the multiplication is below 2⁻³² × `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (((self.next() >> 32) * end as u64) >> 32) as usize
    }

    /// One of two, each as likely.
    pub fn coin(&mut self) -> bool {
        self.below(2) == 1
    }

    /// Puts the items into a random order (Fisher–Yates, from the end).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }

    /// One of the items, where there is any.
    pub fn choose<T: Copy>(&mut self, items: &[T]) -> Option<T> {
        items.get(self.below(items.len())).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_reference() {
        // First outputs of splitmix64.c for the seed 1234567.
        let mut rng = Rng::new(1_234_567);
        let got = [rng.next(), rng.next(), rng.next()];
        assert_eq!(
            got,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423
            ]
        );
    }

    #[test]
    fn is_even_enough() {
        let mut rng = Rng::new(7);
        let mut seen = [0_u32; 5];
        for _ in 0..10_000 {
            seen[rng.below(5)] += 1;
        }
        assert!(seen.iter().all(|n| (1_850..2_150).contains(n)), "{seen:?}");
        assert_eq!(Rng::new(7).below(0), 0);
    }

    #[test]
    fn an_item_has_its_own_numbers() {
        let of = |seed, id| Rng::for_item(seed, id).next();
        assert_eq!(of(1, "gen-term-a"), of(1, "gen-term-a"));
        assert_ne!(of(1, "gen-term-a"), of(1, "gen-term-b"));
        assert_ne!(of(1, "gen-term-a"), of(2, "gen-term-a"));
    }
}
