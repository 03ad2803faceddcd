import GRDB
public import Model

extension Store {
    /// What was seen of each source in a period.
    ///
    /// - Parameters:
    ///   - from: The beginning of the period.
    ///   - to: Its end, which is no part of it.
    /// - Returns: The sources by their names; without those that were no longer defined when it began.
    /// - Throws: `StoreProblem`.
    public func coverage(from: Instant, to: Instant) throws -> [SourceCoverage] {
        try read { db in
            let sources = "SELECT * FROM source WHERE removed IS NULL OR removed >= ? ORDER BY id"
            return try db.map(sources, [from]) { try db.coverage(of: $0, from: from, to: to) }
        }
    }

    /// The last attempts to read a source, the newest first.
    ///
    /// - Parameters:
    ///   - source: The source.
    ///   - limit: How many at most.
    /// - Returns: The attempts.
    /// - Throws: `StoreProblem`.
    public func fetches(of source: ID<Source>, limit: Int = 20) throws -> [Fetch] {
        try read { db in
            try db.map("SELECT * FROM fetch WHERE source = ? ORDER BY id DESC LIMIT ?", [source, limit]) {
                try $0.fetch()
            }
        }
    }

    /// The last attempt to read each source.
    ///
    /// - Returns: The attempts by the sources' names.
    /// - Throws: `StoreProblem`.
    public func lastFetches() throws -> [ID<Source>: Fetch] { try lastFetches("TRUE") }

    /// The last attempt that read each source in full, with what was wrong with the document.
    ///
    /// - Returns: The attempts by the sources' names.
    /// - Throws: `StoreProblem`.
    public func lastReadings() throws -> [ID<Source>: Fetch] { try lastFetches("fetch.outcome = 'read'") }

    private func lastFetches(_ condition: String) throws -> [ID<Source>: Fetch] {
        try read { db in
            let fetches = try db.map(
                """
                SELECT fetch.* FROM source JOIN fetch ON fetch.id = (
                    SELECT id FROM fetch WHERE fetch.source = source.id AND \(condition) ORDER BY id DESC LIMIT 1)
                """
            ) { try $0.fetch() }
            return Dictionary(uniqueKeysWithValues: fetches.map { ($0.source, $0) })
        }
    }
}

extension Database {
    fileprivate func coverage(of source: Row, from: Instant, to: Instant) throws -> SourceCoverage {
        let id: ID<Source> = try source.name("id")
        let sums = try first(
            """
            SELECT count(*) AS attempts, count(*) FILTER (WHERE outcome IN ('read', 'unchanged')) AS successes,
                coalesce(sum(new), 0) AS new,
                max(at) FILTER (WHERE outcome IN ('read', 'unchanged')) AS last_success
            FROM fetch WHERE source = ? AND at >= ? AND at < ?
            """, [id, from, to])
        let last = try first(
            "SELECT * FROM fetch WHERE source = ? AND at < ? ORDER BY at DESC, id DESC LIMIT 1", [id, to])?.fetch()
        let lastSuccess = try sums?.optionalInstant("last_success")
        let before = try lastSuccess ?? self.lastSuccess(of: id, before: from)
        let failure = last.flatMap { $0.outcome.failure }
        return SourceCoverage(
            source: id, title: try source.text("title"), publisher: try source.text("publisher"),
            jurisdiction: try source.jurisdiction("jurisdiction"), authority: try source.word("authority"),
            removed: try source.optionalInstant("removed"), attempts: try sums?.integer("attempts") ?? 0,
            successes: try sums?.integer("successes") ?? 0, newItems: try sums?.integer("new") ?? 0,
            lastSuccess: lastSuccess,
            lastSuccessBefore: lastSuccess == nil ? before : nil,
            failingSince: failure == nil ? nil : try firstFailure(of: id, after: before, before: to),
            failure: failure, isChallenged: last?.outcome.word == "challenged",
            handChecked: try first(
                "SELECT max(at) AS at FROM hand_check WHERE source = ? AND at >= ? AND at < ?", [id, from, to])?
                .optionalInstant("at"))
    }

    private func lastSuccess(of source: ID<Source>, before: Instant) throws -> Instant? {
        try first(
            """
            SELECT at FROM fetch WHERE source = ? AND at < ? AND outcome IN ('read', 'unchanged')
            ORDER BY at DESC LIMIT 1
            """, [source, before])?.instant("at")
    }

    private func firstFailure(of source: ID<Source>, after: Instant?, before: Instant) throws -> Instant? {
        try first(
            """
            SELECT at FROM fetch WHERE source = ? AND at > ? AND at < ? AND outcome IN ('failed', 'challenged')
            ORDER BY at LIMIT 1
            """, [source, after?.secondsSince1970 ?? Int64.min, before])?.instant("at")
    }
}

extension Row {
    /// An attempt from a row of `fetch`.
    fileprivate func fetch() throws -> Fetch {
        Fetch(
            source: try name("source"), at: try instant("at"), milliseconds: try integer("milliseconds"),
            bytes: try integer("bytes"), status: try optional("status"), outcome: try outcome(),
            warnings: try list("warnings"))
    }

    private func outcome() throws -> Fetch.Outcome {
        switch try text("outcome") {
        case "unchanged": return .unchanged
        case "read":
            return .read(seen: try integer("seen"), new: try integer("new"), revised: try integer("revised"))
        case let word:
            let failure = FetchFailure(
                try self.word("cause"), try text("detail"), retryAfter: try optionalInstant("retry_after"))
            return word == "challenged" ? .challenged(failure) : .failed(failure)
        }
    }
}
