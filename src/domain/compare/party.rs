//! Who is compared: a whole column or a single actor.

use crate::domain::lang::Lang;
use crate::domain::pack::{ActorId, ActorKind, Pack};

/// A column of the matrix: all actors of one side together, or one of them alone.
///
/// An actor that names a column (ロシア) can be both: the side with everybody in it, and the actor by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// Every actor whose `side` is this one.
    Side(ActorId),
    /// This actor alone.
    Actor(ActorId),
}

impl Party {
    /// The party that an address means by an actor: the column where the actor names one, else the actor alone.
    #[must_use]
    pub fn of(pack: &Pack, actor: ActorId) -> Self {
        match pack[actor].side == actor {
            true => Self::Side(actor),
            false => Self::Actor(actor),
        }
    }

    /// The actor that gives the party its name.
    #[must_use]
    pub fn actor(self) -> ActorId {
        match self {
            Self::Side(actor) | Self::Actor(actor) => actor,
        }
    }

    /// The column it belongs to.
    #[must_use]
    pub fn side(self, pack: &Pack) -> ActorId {
        pack[self.actor()].side
    }

    /// Its name.
    #[must_use]
    pub fn name(self, pack: &Pack, lang: Lang) -> &str {
        lang.pick(&pack[self.actor()].name)
    }

    /// Whether what `actor` says is said by this party.
    #[must_use]
    pub fn has(self, pack: &Pack, actor: ActorId) -> bool {
        match self {
            Self::Side(side) => pack[actor].side == side,
            Self::Actor(alone) => actor == alone,
        }
    }

    /// Sorts columns: the pack's order, single actors behind their side, the documents' authors last, since they
    /// write about the others.
    pub(super) fn order(self, pack: &Pack) -> (bool, ActorId, Self) {
        let side = self.side(pack);
        let writes = |actor: ActorId| pack[actor].side == side && pack[actor].kind == ActorKind::Author;
        (pack.actors().any(writes), side, self)
    }
}
