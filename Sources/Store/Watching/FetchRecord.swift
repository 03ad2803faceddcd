public import Model

/// Everything that one attempt to read one source leaves behind; it is stored whole or not at all.
public struct FetchRecord: Sendable, Equatable {
    /// The attempt. How many items were new and revised is counted again from what is stored.
    public var fetch: Fetch
    /// What is to be done with the entries that were read, in their order.
    public var intents: [ItemIntent] { didSet { rows = [] } }
    /// What it gave of items that may have another version.
    public var versions: [VersionRead]
    /// What the watch remembers of the source from now on, validators included.
    public var state: SourceState
    /// The version of the vocabulary that made the findings.
    public var vocabulary: String
    /// Gaps that were found; an outage that is open already is not opened again.
    public var gapsOpened: [GapFound]
    /// Gaps that are over, and how.
    public var gapsClosed: [GapClosed]
    /// An open gap that could not be filled this time either.
    public var gapTried: GapTried?
    /// For each intent the rows of its text; empty where they are not made yet.
    private(set) var rows: [ItemRows?] = []

    /// A record from its parts.
    public init(
        fetch: Fetch, intents: [ItemIntent] = [], versions: [VersionRead] = [], state: SourceState,
        vocabulary: String = "",
        gapsOpened: [GapFound] = [], gapsClosed: [GapClosed] = [], gapTried: GapTried? = nil
    ) {
        self.fetch = fetch
        self.intents = intents
        self.versions = versions
        self.state = state
        self.vocabulary = vocabulary
        self.gapsOpened = gapsOpened
        self.gapsClosed = gapsClosed
        self.gapTried = gapTried
    }

    /// Makes the rows that are to be stored, which takes time, so that the thread that stores has less to do. Topics
    /// that were just missed are in them, and are not kept beside.
    public mutating func makeRows() {
        let made = intents.map { intent -> ItemRows? in
            switch intent {
            case .insert(_, let text, _, let findings), .revise(_, let text, _, let findings): ItemRows(text, findings)
            case .rename: nil
            }
        }
        intents = intents.map { $0.withoutNearMisses }
        rows = made
    }

    /// Lets go of the rows, once they are stored.
    public mutating func forgetRows() { rows = [] }
}

/// A coverage gap as it is found.
public struct GapFound: Sendable, Equatable {
    /// Which kind it is.
    public var kind: CoverageGap.Kind
    /// The last moment at which we had everything.
    public var from: Instant
    /// The moment from which we have everything again; nil while it lasts.
    public var to: Instant?
    /// When archives or paging gave what was missing; nil where they did not.
    public var filled: Instant?
    /// The figures, in one clause.
    public var detail: String
    /// From when on it is tried once more to fill it; nil where that is of no use.
    public var nextTry: Instant?

    /// A gap from its parts.
    public init(
        _ kind: CoverageGap.Kind, from: Instant, to: Instant? = nil, filled: Instant? = nil, detail: String,
        nextTry: Instant? = nil
    ) {
        self.kind = kind
        self.from = from
        self.to = to
        self.filled = filled
        self.detail = detail
        self.nextTry = nextTry
    }
}

/// How a coverage gap ends.
public struct GapClosed: Sendable, Equatable {
    /// The gap.
    public var gap: RowID<CoverageGap>
    /// The moment from which we have everything again.
    public var at: Instant
    /// Whether archives or paging gave what was missing.
    public var isFilled: Bool
    /// The figures, in one clause; those from before where nil.
    public var detail: String?

    /// An end from its parts.
    public init(_ gap: RowID<CoverageGap>, at: Instant, isFilled: Bool, detail: String? = nil) {
        self.gap = gap
        self.at = at
        self.isFilled = isFilled
        self.detail = detail
    }
}

/// One more try to fill a gap, in vain.
public struct GapTried: Sendable, Equatable {
    /// The gap.
    public var gap: RowID<CoverageGap>
    /// When it was tried.
    public var at: Instant
    /// From when on it is tried once more; nil where that is of no use.
    public var nextTry: Instant?
    /// The figures, in one clause.
    public var detail: String

    /// A try from its parts.
    public init(_ gap: RowID<CoverageGap>, at: Instant, nextTry: Instant?, detail: String) {
        self.gap = gap
        self.at = at
        self.nextTry = nextTry
        self.detail = detail
    }
}

/// What was stored of one attempt.
public struct Recorded: Sendable, Equatable {
    /// The attempt's row.
    public var fetch: RowID<Fetch>
    /// For each intent the item that it made; nil where it made none.
    public var made: [RowID<Item>?]
    /// Items whose text was edited, in the order of the intents.
    public var revised: [RowID<Item>]

    /// What was stored, from its parts.
    public init(fetch: RowID<Fetch>, made: [RowID<Item>?], revised: [RowID<Item>]) {
        self.fetch = fetch
        self.made = made
        self.revised = revised
    }

    /// Items that nobody had seen before, in the order of the intents.
    public var inserted: [RowID<Item>] { made.compactMap(\.self) }
}

extension ItemIntent {
    fileprivate var withoutNearMisses: ItemIntent {
        switch self {
        case .insert(let identity, let text, let hash, var findings):
            findings.nearMisses = []
            return .insert(identity, text, textHash: hash, findings)
        case .revise(let item, let text, let hash, var findings):
            findings.nearMisses = []
            return .revise(item, text, textHash: hash, findings)
        case .rename: return self
        }
    }
}
