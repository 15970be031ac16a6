//! How claims reach the reader: how many of a document's claims come in which way, and each way from the one who speaks
//! over the one who reports to the document. Nothing here says whether a claim is true.

use crate::domain::pack::{
    ActorId, ActorKind, Attribution, DocumentId, EventId, EventStatus, FigureId, Pack, StatementId,
};

/// Every status of an event, in the order in which they are always listed.
pub const STATUSES: [EventStatus; 4] = [
    EventStatus::Reported,
    EventStatus::Planned,
    EventStatus::Inferred,
    EventStatus::Background,
];

/// How many of a document's claims there are of each sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// The document.
    pub document: DocumentId,
    /// Statements, by [`Attribution::ALL`].
    pub statements: [usize; 4],
    /// Events, by [`STATUSES`].
    pub events: [usize; 4],
    /// Figures. For them the pack says only in words whose they are.
    pub figures: usize,
}

/// The counts of every document, in the order of the shelf.
#[must_use]
pub fn counts(pack: &Pack) -> Vec<Counts> {
    let of = |document: DocumentId| Counts {
        document,
        statements: Attribution::ALL.map(|kind| {
            let all = pack.statements.iter();
            all.filter(|said| said.cite.document == document && said.attribution == kind)
                .count()
        }),
        events: STATUSES.map(|status| {
            let all = pack.events.iter();
            all.filter(|event| event.cite.document == document && event.status == status)
                .count()
        }),
        figures: pack
            .figures
            .iter()
            .filter(|figure| figure.cite.document == document)
            .count(),
    };
    pack.documents().map(of).collect()
}

/// The way that some statements of a document have come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// Whose position it is.
    pub holder: ActorId,
    /// Who uttered it, where that is somebody else.
    pub speaker: Option<ActorId>,
    /// Who reports it, where the document names one beside its own author.
    pub reporter: Option<ActorId>,
    /// Where it stands.
    pub document: DocumentId,
    /// In which manner it is told.
    pub attribution: Attribution,
    /// The statements that have come so, in the pack's order.
    pub statements: Vec<StatementId>,
}

/// What one may want to know about a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// Somebody in it has no name.
    Unnamed,
    /// Somebody other than the document's author reports.
    Reporter,
    /// Somebody speaks for another.
    ForAnother,
}

impl Link {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Unnamed, Self::Reporter, Self::ForAnother];
}

impl Chain {
    /// Whether there is such a link in it.
    #[must_use]
    pub fn has(&self, pack: &Pack, link: Link) -> bool {
        let unnamed = |id: ActorId| pack[id].kind == ActorKind::Anonymous;
        match link {
            Link::Unnamed => [Some(self.holder), self.speaker, self.reporter]
                .into_iter()
                .flatten()
                .any(unnamed),
            Link::Reporter => self.reporter.is_some(),
            Link::ForAnother => self.speaker.is_some(),
        }
    }

    /// The chain of one statement.
    fn of(pack: &Pack, id: StatementId) -> Self {
        let said = &pack[id];
        Self {
            holder: said.actor,
            speaker: said.speaker.filter(|speaker| *speaker != said.actor),
            reporter: said.reporter,
            document: said.cite.document,
            attribution: said.attribution,
            statements: vec![id],
        }
    }

    /// Whether the other has come the same way.
    fn is_like(&self, other: &Self) -> bool {
        let way = |chain: &Self| {
            let Self {
                holder,
                speaker,
                reporter,
                document,
                attribution,
                ..
            } = *chain;
            (holder, speaker, reporter, document, attribution)
        };
        way(self) == way(other)
    }
}

/// The ways of all statements, from near to far and by document, each way once.
#[must_use]
pub fn chains(pack: &Pack) -> Vec<Chain> {
    let mut chains: Vec<Chain> = Vec::new();
    for id in pack.statements() {
        let chain = Chain::of(pack, id);
        match chains.iter_mut().find(|other| other.is_like(&chain)) {
            Some(other) => other.statements.push(id),
            None => chains.push(chain),
        }
    }
    chains.sort_by_key(|chain| (chain.attribution, chain.document));
    chains
}

/// The events of each document by status, without those there are none of.
#[must_use]
pub fn events(pack: &Pack) -> Vec<(DocumentId, EventStatus, Vec<EventId>)> {
    let of = |document, status| {
        let told = |id: &EventId| pack[*id].cite.document == document && pack[*id].status == status;
        (document, status, pack.events().filter(told).collect::<Vec<_>>())
    };
    let all = STATUSES.into_iter();
    let all = all.flat_map(|status| pack.documents().map(move |document| of(document, status)));
    all.filter(|(.., events)| !events.is_empty()).collect()
}

/// The figures of each document by whom it names for them, in the pack's order.
#[must_use]
pub fn figures(pack: &Pack) -> Vec<(DocumentId, &str, Vec<FigureId>)> {
    let mut groups: Vec<(DocumentId, &str, Vec<FigureId>)> = Vec::new();
    for id in pack.figures() {
        let (document, source) = (pack[id].cite.document, pack[id].source.as_str());
        match groups.iter_mut().find(|(at, by, _)| (*at, *by) == (document, source)) {
            Some((.., figures)) => figures.push(id),
            None => groups.push((document, source, vec![id])),
        }
    }
    groups.sort_by_key(|(document, ..)| *document);
    groups
}

/// The statement that shows a kind best: the one with the shortest words.
#[must_use]
pub fn example(pack: &Pack, kind: Attribution) -> Option<StatementId> {
    let of_kind = pack.statements().filter(|id| pack[*id].attribution == kind);
    of_kind.min_by_key(|id| pack[*id].paraphrase.chars().count())
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::domain::compare::sample;
    use crate::domain::pack::FindBySlug;

    const STATEMENTS: &str = "
        a  russia  force      opposes     reported   -  new
        b  russia  territory  opposes     reported   -  new
        c  russia  force      opposes     direct     -  old
        d  critic  force      supports    inference  -  old
        e  russia  silent     opposes     reported   -  new
    ";

    /// The last statement is what an unnamed critic says of Russia, as France reports.
    fn pack() -> Pack {
        let mut pack = sample::pack(STATEMENTS);
        let [critic, france, russia] = ["critic", "france", "russia"].map(|slug| ActorId::find(&pack, slug));
        (pack.statements[4].speaker, pack.statements[4].reporter) = (critic, france);
        pack.statements[0].speaker = russia;
        pack.actors[1].kind = ActorKind::Anonymous;
        pack
    }

    #[test]
    fn counts_by_document() {
        let pack = pack();
        let counted: Vec<[usize; 4]> = counts(&pack).iter().map(|counts| counts.statements).collect();
        assert_eq!(counted, [[1, 0, 0, 1], [0, 3, 0, 0], [0; 4]]);
    }

    #[test]
    fn what_came_one_way_stands_together() {
        let pack = pack();
        let slug = |id: &StatementId| id.slug(&pack).to_owned();
        let line = |chain: &Chain| {
            let slugs: Vec<String> = chain.statements.iter().map(slug).collect();
            let links: Vec<Link> = Link::ALL.into_iter().filter(|link| chain.has(&pack, *link)).collect();
            format!("{:?} {} {links:?}\n", chain.attribution, slugs.join(" "))
        };
        expect![[r#"
            Direct c []
            Reported a b []
            Reported e [Unnamed, Reporter, ForAnother]
            Inference d [Unnamed]
        "#]]
        .assert_eq(&chains(&pack).iter().map(line).collect::<String>());
    }

    #[test]
    fn no_claim_is_lost() {
        let pack = sample::pack(STATEMENTS);
        let told: usize = chains(&pack).iter().map(|chain| chain.statements.len()).sum();
        assert_eq!(told, pack.statements.len());
        assert_eq!(example(&pack, Attribution::Hedged), None);
    }
}
