import GRDB
public import Model

/// What is known of a source's own rhythm.
public struct SourceRhythm: Sendable, Equatable {
    /// Entries that the source held when it was last read; nil where it never was.
    public var window: Int?
    /// When its entries were first seen, the earliest first, without those of the very first reading.
    public var arrivals: [Instant]
    /// When it was read for the first time with any entry in it; nil where it never was.
    public var begun: Instant?
    /// What the entries of the very first reading are dated, the earliest first; empty where nobody asked.
    public var dated: [Instant]
    /// When it was last read with an entry in it, where it holds none now; nil where it never held one.
    public var lastHeld: Instant?

    /// A rhythm from its parts.
    public init(window: Int? = nil, arrivals: [Instant] = [], begun: Instant? = nil, dated: [Instant] = []) {
        self.window = window
        self.arrivals = arrivals
        self.begun = begun
        self.dated = dated
    }

    /// Whether the source was read and holds no entry.
    public var isEmpty: Bool { window == 0 }

    /// Days with an arrival from which on they alone tell the rhythm, so that dates are not asked for.
    public static let enough = 10

    /// On how many days entries arrived.
    public var arrivalDays: Int { Set(arrivals.map(\.day)).count }

    /// New entries a week, over the weeks since it was first read, 52 at most; nil where less than a day is known.
    ///
    /// - Parameter now: The moment.
    /// - Returns: The rate.
    public func itemsPerWeek(at now: Instant) -> Double? {
        guard let begun else { return nil }
        let year: Int64 = 52 * 7 * 86_400
        let start = max(begun, now.adding(seconds: -year))
        let seconds = now.seconds(since: start)
        guard seconds >= 86_400 else { return nil }
        return Double(arrivals.count { $0 > start && $0 <= now }) * 7 * 86_400 / Double(seconds)
    }
}

extension Store {
    /// The rhythm of each source that was ever read, by the year before its last arrival: a source that fell silent long
    /// ago is still told from its last lively year.
    ///
    /// - Parameter withDates: Whether the dates of the first reading's entries are wanted, of sources with few arrivals
    ///   since.
    /// - Returns: The rhythms by the sources' names.
    /// - Throws: `StoreProblem`.
    public func rhythms(withDates: Bool = false) throws -> [ID<Source>: SourceRhythm] {
        try read { db in
            var rhythms: [ID<Source>: SourceRhythm] = [:]
            for row in try db.rows(rhythmColumns) {
                var rhythm = SourceRhythm(
                    window: try row.optional("window"), begun: try row.optionalInstant("begun"))
                guard rhythm.begun != nil || rhythm.window != nil else { continue }
                let source: ID<Source> = try row.name("id")
                if let begun = rhythm.begun, let latest = try row.optionalInstant("latest"), latest > begun {
                    rhythm.arrivals = try db.arrivals(
                        in: source, after: max(begun, latest.adding(days: -365)), to: latest)
                }
                if withDates, rhythm.arrivalDays < SourceRhythm.enough, let begun = rhythm.begun {
                    rhythm.dated = try db.dates(in: source, at: begun)
                }
                if rhythm.isEmpty { rhythm.lastHeld = try db.lastHeld(in: source) }
                rhythms[source] = rhythm
            }
            return rhythms
        }
    }
}

extension Database {
    fileprivate func arrivals(in source: ID<Source>, after moment: Instant, to latest: Instant) throws -> [Instant] {
        try map(
            """
            SELECT first_seen FROM item WHERE source = ? AND first_seen > ? AND first_seen <= ? ORDER BY first_seen
            """, [source, moment, latest]
        ) { try $0.instant("first_seen") }
    }

    fileprivate func lastHeld(in source: ID<Source>) throws -> Instant? {
        try first("SELECT max(at) AS at FROM fetch WHERE source = ? AND outcome = 'read' AND seen > 0", [source])?
            .optionalInstant("at")
    }

    fileprivate func dates(in source: ID<Source>, at moment: Instant) throws -> [Instant] {
        try map(
            """
            SELECT coalesce(revision.published, revision.updated) AS day
            FROM item JOIN revision ON revision.item = item.id AND revision.number = 1
            WHERE item.source = ?1 AND item.first_seen = ?2 AND day <= ?2 ORDER BY day
            """, [source, moment]
        ) { try $0.instant("day") }
    }
}

private let rhythmColumns = """
    SELECT id, (SELECT min(first_seen) FROM item WHERE item.source = source.id) AS begun,
        -- What came by a clock that was ahead, and was set back since, is not the last that came.
        (SELECT max(first_seen) FROM item WHERE item.source = source.id AND first_seen <= coalesce(
            (SELECT at FROM fetch WHERE fetch.source = source.id ORDER BY id DESC LIMIT 1), 1 << 62)) AS latest,
        -- What a delta (status 226) holds is not all that the source does.
        (SELECT seen FROM fetch WHERE fetch.source = source.id AND outcome = 'read' AND coalesce(status, 200) <> 226
            ORDER BY id DESC LIMIT 1) AS window
    FROM source
    """
