import Model
import Store

/// What asking one source brought; its items are stored once they are tagged.
struct Catch: Sendable {
    var source: Source
    var record: FetchRecord
    /// What is to be done with its items, before they are tagged.
    var decisions: [EntryDecision] = []
    /// What to tell of a gap, where one was found that could not be filled.
    var gap: String?
    /// The right to hold a large document, until it is stored; nil for any other.
    var pass: Lane.Pass?

    /// How many of the items that are to be stored have a topic.
    var relevant: Int {
        record.intents.count {
            switch $0 {
            case .insert(_, _, _, let findings), .revise(_, _, _, let findings): findings.isRelevant
            case .rename: false
            }
        }
    }

    /// The new items, as they were stored.
    func found(storing: Recorded) -> [FoundItem] {
        zip(record.intents, storing.made).compactMap { intent, id in
            guard let id, case .insert(let identity, let text, _, let findings) = intent else { return nil }
            let item = Item(
                id: id, source: source.id, identity: identity, text: text, firstSeen: record.fetch.at,
                revised: record.fetch.at, revision: 1)
            return FoundItem(item: item, authority: source.authority, findings: findings)
        }
    }

    /// What a person is told of the attempt.
    func view(storing: Recorded?) -> FetchView {
        let fetch = record.fetch
        var seen = 0
        if case .read(let count, _, _) = fetch.outcome { seen = count }
        return FetchView(
            source: source.id, outcome: fetch.outcome.word, cause: fetch.outcome.failure?.cause.rawValue,
            detail: fetch.outcome.failure?.detail, seen: seen, new: storing?.inserted.count ?? 0,
            revised: storing?.revised.count ?? 0, warnings: fetch.warnings, gap: gap)
    }
}

extension Source {
    /// The host that is asked, without its port; nil for a file.
    var host: String? {
        guard url.hasPrefix("http") else { return nil }
        return CanonicalLink.host(of: url.withoutCredentials)
    }
}

/// What is known of a source before it is asked.
struct Prospect: Sendable {
    var source: Source
    var state: SourceState
    /// How many new entries a week it had, and how many it holds; nil where too little is known.
    var rhythm: Cadence.Rhythm?
    /// The gap of its present outage.
    var outage: CoverageGap?
    /// An open gap that it is time to fill.
    var gap: CoverageGap?
    /// Whether it gave another version of an item so often that the next reading may take it over.
    var givesOtherVersion = false
}
