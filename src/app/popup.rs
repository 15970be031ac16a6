//! The glossary popup as a state machine: what happened in, what to show and what to do out.
//!
//! A popup opens on hover or focus after a short wait, and at once on a press. Opened by hover it closes when the pointer
//! leaves both word and card; pinned by a press it stays until Escape or a press outside. Before it opens it is made
//! ready, drawn and laid out but not seen, so that a slow browser shows it at once (`docs/adr/0006-the-popup-is-manual.md`).
//! Timers carry a token, so that one that was set for an earlier popup does nothing.

use crate::domain::pack::TermId;

/// Milliseconds between resting on a word and making its popup ready.
pub const READY_AFTER_MS: u32 = 80;
/// Milliseconds between that and the popup.
pub const OPEN_AFTER_MS: u32 = 140;
/// Milliseconds that the pointer may be away before the popup closes.
pub const CLOSE_AFTER_MS: u32 = 320;

/// The word that a popup belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Id of its element in the page.
    pub element: String,
    /// The term it stands for.
    pub term: TermId,
}

/// A number that tells one popup's timers from another's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Token(pub u32);

/// The popup's state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Popup {
    token: Token,
    phase: Phase,
    /// The word whose popup was dismissed: until pointer and focus have left it, resting on it opens nothing.
    dismissed: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Phase {
    #[default]
    Closed,
    Waiting(Word),
    Ready(Card),
    Open(Card),
}

/// A popup that is open or about to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The word it belongs to.
    pub word: Word,
    /// Terms looked up on the way, the shown one last; never empty.
    pub trail: Vec<TermId>,
    /// What keeps it open.
    pub hold: Hold,
}

impl Card {
    fn of(word: Word, hold: Hold) -> Self {
        let trail = vec![word.term];
        Self { word, trail, hold }
    }

    /// The term it shows.
    #[must_use]
    pub fn term(&self) -> TermId {
        *self.trail.last().unwrap_or(&self.word.term)
    }
}

/// What keeps a popup open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// The pointer or the focus rests on the word or the card.
    Resting,
    /// A press; only Escape or a press outside ends it.
    Pinned,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The pointer came to rest on a word, or the focus did.
    Rested(Word),
    /// The pointer or the focus left the word with this element.
    Left(String),
    /// The pointer is on the card.
    CardEntered,
    /// The pointer left the card.
    CardLeft,
    /// A timer ran out.
    TimedOut(Token),
    /// The pointer went down on a word, which may become a press.
    Touched(Word),
    /// A word was clicked, tapped, or opened by Enter.
    Pressed(Word),
    /// A term inside the card was pressed.
    Followed(TermId),
    /// Back to the term before.
    Back,
    /// Escape, or the card's close button.
    Dismissed,
    /// A press outside word and card, or another page.
    Outside,
    /// The window has another size, so that the word may stand elsewhere.
    Resized,
}

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// Send [`Event::TimedOut`] with the token after so many milliseconds.
    StartTimer(Token, u32),
    /// Lay the card out beside the word, unseen.
    Prepare,
    /// Put the card into the top layer beside the word, or beside where the word stands now.
    Show,
    /// The same, and focus it, so that the keyboard goes on in it.
    ShowFocused,
    /// Take it away.
    Hide,
    /// Focus the word again.
    FocusWord(String),
}

impl Popup {
    /// The open card, if there is one.
    #[must_use]
    pub fn card(&self) -> Option<&Card> {
        match &self.phase {
            Phase::Open(card) => Some(card),
            _ => None,
        }
    }

    /// The card to draw: the open one, or the one that is made ready.
    #[must_use]
    pub fn drawn(&self) -> Option<&Card> {
        match &self.phase {
            Phase::Ready(card) | Phase::Open(card) => Some(card),
            _ => None,
        }
    }

    /// Takes in what happened and says what to do.
    pub fn update(&mut self, event: Event) -> Vec<Order> {
        match event {
            Event::Rested(word) => self.rested(word),
            Event::Left(element) => self.left_word(&element),
            Event::CardEntered => self.keep(),
            Event::CardLeft => self.left(),
            Event::TimedOut(token) if token == self.token => self.timed_out(),
            Event::TimedOut(_) => Vec::new(),
            Event::Touched(word) => self.touched(word),
            Event::Pressed(word) => self.pressed(word),
            Event::Followed(term) => self.followed(term),
            Event::Back => self.back(),
            Event::Dismissed => self.dismissed(),
            Event::Outside => self.close(),
            Event::Resized => self.card().map(|_| Order::Show).into_iter().collect(),
        }
    }

    fn next_token(&mut self) -> Token {
        self.token = Token(self.token.0.wrapping_add(1));
        self.token
    }

    fn rested(&mut self, word: Word) -> Vec<Order> {
        match &self.phase {
            Phase::Open(card) if card.hold == Hold::Pinned || card.word == word => return self.keep(),
            Phase::Ready(card) if card.word == word => return Vec::new(),
            _ => {}
        }
        if self.dismissed.as_ref() == Some(&word.element) {
            return Vec::new();
        }
        let mut orders = self.close();
        self.phase = Phase::Waiting(word);
        orders.push(Order::StartTimer(self.token, READY_AFTER_MS));
        orders
    }

    /// A press that follows finds its card ready. A card that is open waits for the press.
    fn touched(&mut self, word: Word) -> Vec<Order> {
        match &self.phase {
            Phase::Open(_) => Vec::new(),
            Phase::Ready(card) if card.word == word => self.keep(),
            _ => {
                self.next_token();
                self.phase = Phase::Ready(Card::of(word, Hold::Resting));
                vec![Order::Prepare]
            }
        }
    }

    /// The focus may leave one word while the pointer rests on another.
    fn left_word(&mut self, element: &str) -> Vec<Order> {
        self.dismissed = None;
        let word = match &self.phase {
            Phase::Waiting(word) => word,
            Phase::Ready(card) | Phase::Open(card) => &card.word,
            Phase::Closed => return Vec::new(),
        };
        if word.element == element {
            self.left()
        } else {
            Vec::new()
        }
    }

    fn left(&mut self) -> Vec<Order> {
        match &self.phase {
            Phase::Open(card) if card.hold == Hold::Resting => {
                vec![Order::StartTimer(self.next_token(), CLOSE_AFTER_MS)]
            }
            Phase::Open(_) => Vec::new(),
            _ => self.close(),
        }
    }

    fn keep(&mut self) -> Vec<Order> {
        self.next_token();
        Vec::new()
    }

    fn timed_out(&mut self) -> Vec<Order> {
        match std::mem::take(&mut self.phase) {
            Phase::Waiting(word) => {
                self.phase = Phase::Ready(Card::of(word, Hold::Resting));
                vec![Order::Prepare, Order::StartTimer(self.next_token(), OPEN_AFTER_MS)]
            }
            Phase::Ready(card) => {
                self.phase = Phase::Open(card);
                vec![Order::Show]
            }
            Phase::Open(_) => vec![Order::Hide],
            Phase::Closed => Vec::new(),
        }
    }

    fn pressed(&mut self, word: Word) -> Vec<Order> {
        self.next_token();
        if self
            .card()
            .is_some_and(|card| card.word == word && card.hold == Hold::Pinned)
        {
            return self.dismissed();
        }
        self.phase = Phase::Open(Card::of(word, Hold::Pinned));
        vec![Order::ShowFocused]
    }

    fn followed(&mut self, term: TermId) -> Vec<Order> {
        self.turn(|card| {
            if card.term() != term {
                card.trail.push(term);
            }
        })
    }

    fn back(&mut self) -> Vec<Order> {
        self.turn(|card| {
            if card.trail.len() > 1 {
                card.trail.pop();
            }
        })
    }

    /// Changes what an open card shows; from then on it is pinned, for the reader is at work in it.
    fn turn(&mut self, change: impl FnOnce(&mut Card)) -> Vec<Order> {
        self.next_token();
        match &mut self.phase {
            Phase::Open(card) => {
                change(card);
                card.hold = Hold::Pinned;
                vec![Order::ShowFocused]
            }
            _ => Vec::new(),
        }
    }

    fn dismissed(&mut self) -> Vec<Order> {
        let card = self.card();
        let word = card.map(|card| card.word.element.clone());
        let pinned = card.is_some_and(|card| card.hold == Hold::Pinned);
        let mut orders = self.close();
        self.dismissed = word.clone();
        orders.extend(word.filter(|_| pinned).map(Order::FocusWord));
        orders
    }

    fn close(&mut self) -> Vec<Order> {
        self.next_token();
        match std::mem::take(&mut self.phase) {
            Phase::Ready(_) | Phase::Open(_) => vec![Order::Hide],
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(name: &str) -> Word {
        Word {
            element: name.into(),
            term: TermId(name.len() as u16),
        }
    }

    fn left(name: &str) -> Event {
        Event::Left(name.into())
    }

    /// Plays events and returns the orders of each, and the machine at its end.
    fn play(events: &[Event]) -> (Popup, Vec<Vec<Order>>) {
        let mut popup = Popup::default();
        let orders = events.iter().map(|event| popup.update(event.clone())).collect();
        (popup, orders)
    }

    fn timer(token: u32, ms: u32) -> Order {
        Order::StartTimer(Token(token), ms)
    }

    #[test]
    fn opens_after_resting_and_closes_after_leaving() {
        let (popup, orders) = play(&[
            Event::Rested(word("a")),
            Event::TimedOut(Token(1)),
            Event::TimedOut(Token(2)),
            left("a"),
            Event::TimedOut(Token(3)),
        ]);
        let expected = vec![
            vec![timer(1, READY_AFTER_MS)],
            vec![Order::Prepare, timer(2, OPEN_AFTER_MS)],
            vec![Order::Show],
            vec![timer(3, CLOSE_AFTER_MS)],
            vec![Order::Hide],
        ];
        assert_eq!(orders, expected);
        assert_eq!(popup.card(), None);
    }

    #[test]
    fn passing_over_a_word_opens_nothing() {
        let (popup, orders) = play(&[Event::Rested(word("a")), left("a"), Event::TimedOut(Token(1))]);
        assert_eq!(orders[2], vec![]);
        assert_eq!(popup.card(), None);
    }

    #[test]
    fn a_word_that_is_left_too_soon_puts_its_card_away_unseen() {
        let (popup, orders) = play(&[
            Event::Rested(word("a")),
            Event::TimedOut(Token(1)),
            left("a"),
            Event::TimedOut(Token(2)),
        ]);
        assert_eq!((&orders[2], &orders[3]), (&vec![Order::Hide], &vec![]));
        assert_eq!(popup.drawn(), None);
    }

    #[test]
    fn the_pointer_going_down_makes_ready_what_a_press_shows() {
        let (mut popup, orders) = play(&[Event::Rested(word("a")), Event::Touched(word("a"))]);
        assert_eq!(orders[1], vec![Order::Prepare]);
        assert_eq!((popup.card(), popup.drawn().map(Card::term)), (None, Some(TermId(1))));
        assert_eq!(popup.update(Event::TimedOut(Token(1))), vec![], "the press decides");
        assert_eq!(popup.update(Event::Pressed(word("a"))), vec![Order::ShowFocused]);
        assert_eq!(popup.update(Event::Touched(word("bb"))), vec![], "an open card stays");
    }

    #[test]
    fn the_focus_leaving_another_word_changes_nothing() {
        let (popup, orders) = play(&[
            Event::Touched(word("a")),
            left("bb"),
            Event::Pressed(word("a")),
            left("bb"),
        ]);
        assert_eq!((&orders[1], &orders[3]), (&vec![], &vec![]));
        assert!(popup.card().is_some());
    }

    #[test]
    fn can_be_hovered_onto() {
        let (popup, _) = play(&[
            Event::Rested(word("a")),
            Event::TimedOut(Token(1)),
            Event::TimedOut(Token(2)),
            left("a"),
            Event::CardEntered,
            Event::TimedOut(Token(3)),
        ]);
        assert!(popup.card().is_some(), "the timer of leaving came too late");
    }

    #[test]
    fn a_pinned_card_stays_and_gives_the_focus_back() {
        let (mut popup, _) = play(&[
            Event::Pressed(word("a")),
            left("a"),
            Event::Rested(word("bb")),
            Event::CardLeft,
        ]);
        assert_eq!(popup.card().map(|card| card.word.clone()), Some(word("a")));
        assert_eq!(
            popup.update(Event::Dismissed),
            vec![Order::Hide, Order::FocusWord("a".into())]
        );
    }

    #[test]
    fn the_focus_that_a_dismissed_card_gives_back_opens_nothing() {
        let (mut popup, orders) = play(&[
            Event::Pressed(word("a")),
            Event::Dismissed,
            Event::Rested(word("a")),
            left("a"),
            Event::Rested(word("a")),
        ]);
        assert_eq!(orders[2], vec![]);
        assert_eq!(orders[4].len(), 1, "resting on it again opens it again");
        popup.update(Event::Dismissed);
        assert_eq!(
            popup.update(Event::Pressed(word("a"))),
            vec![Order::ShowFocused],
            "a press always does"
        );
    }

    #[test]
    fn a_press_pins_what_hover_opened_and_a_second_press_closes() {
        let (mut popup, orders) = play(&[
            Event::Rested(word("a")),
            Event::TimedOut(Token(1)),
            Event::TimedOut(Token(2)),
            Event::Pressed(word("a")),
        ]);
        assert_eq!(orders[3], vec![Order::ShowFocused]);
        assert_eq!(
            popup.update(Event::Pressed(word("a"))),
            vec![Order::Hide, Order::FocusWord("a".into())]
        );
    }

    #[test]
    fn nested_terms_have_a_way_back() {
        let (mut popup, _) = play(&[
            Event::Pressed(word("a")),
            Event::Followed(TermId(7)),
            Event::Followed(TermId(8)),
        ]);
        assert_eq!(popup.card().map(Card::term), Some(TermId(8)));
        popup.update(Event::Back);
        popup.update(Event::Back);
        popup.update(Event::Back);
        assert_eq!(popup.card().map(Card::term), Some(TermId(1)));
    }

    #[test]
    fn a_window_of_another_size_moves_an_open_card() {
        let (mut popup, orders) = play(&[Event::Resized, Event::Pressed(word("a")), Event::Resized]);
        assert_eq!((&orders[0][..], &orders[2][..]), (&[][..], &[Order::Show][..]));
        assert!(popup.update(Event::Outside).contains(&Order::Hide));
    }

    #[test]
    fn late_timers_of_an_earlier_popup_do_nothing() {
        let (popup, orders) = play(&[
            Event::Rested(word("a")),
            Event::Rested(word("bb")),
            Event::TimedOut(Token(1)),
        ]);
        assert_eq!(orders[2], vec![]);
        assert_eq!(popup.card(), None);
    }
}
