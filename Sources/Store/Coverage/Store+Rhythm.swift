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

    /// A rhythm from its parts.
    public init(window: Int? = nil, arrivals: [Instant] = [], begun: Instant? = nil) {
        self.window = window
        self.arrivals = arrivals
        self.begun = begun
    }

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
    /// - Returns: The rhythms by the sources' names.
    /// - Throws: `StoreProblem`.
    public func rhythms() throws -> [ID<Source>: SourceRhythm] {
        try read { db in
            var rhythms: [ID<Source>: SourceRhythm] = [:]
            let sources = try db.map("SELECT id FROM source") { ID<Source>(try $0.text("id")) }
            for source in sources {
                let rhythm = try db.rhythm(of: source)
                if rhythm.begun != nil || rhythm.window != nil { rhythms[source] = rhythm }
            }
            return rhythms
        }
    }
}

extension Database {
    fileprivate func rhythm(of source: ID<Source>) throws -> SourceRhythm {
        let ends = try first(
            "SELECT min(first_seen) AS begun, max(first_seen) AS latest FROM item WHERE source = ?", [source])
        let begun = try ends?.optionalInstant("begun")
        let since = try ends?.optionalInstant("latest")?.adding(days: -365)
        let window = try first(
            "SELECT seen FROM fetch WHERE source = ? AND outcome = 'read' ORDER BY at DESC, id DESC LIMIT 1", [source])
        return SourceRhythm(
            window: try window?.integer("seen"),
            arrivals: try map(
                "SELECT first_seen FROM item WHERE source = ? AND first_seen > max(?, ?) ORDER BY first_seen",
                [source, begun, since]
            ) { try $0.instant("first_seen") },
            begun: begun)
    }
}
