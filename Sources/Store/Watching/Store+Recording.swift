import GRDB
import Model

extension Store {
    /// Stores what an attempt to read a source left behind: the attempt, its items, the validators and gaps, in one
    /// transaction. A crash can repeat the work, never lose it.
    ///
    /// - Parameter record: What is to be stored.
    /// - Returns: The rows that it made.
    /// - Throws: `StoreProblem`; then nothing was stored, and the validators are the old ones.
    public func record(_ record: FetchRecord) throws -> Recorded {
        try write { try $0.record(record) }
    }

    /// Stores several attempts in one transaction, as each transaction waits for the disk.
    ///
    /// Where one cannot be stored, each has a transaction of its own, so that one source's fault is no other's. A database
    /// that another program holds is waited for once, and not for each.
    ///
    /// - Parameter records: What is to be stored.
    /// - Returns: For each record the rows that it made, or why there are none.
    public func record(_ records: [FetchRecord]) -> [Result<Recorded, any Error>] {
        var busy: StoreProblem?
        do {
            return try write { db in try records.map { try db.record($0) } }.map { .success($0) }
        } catch {
            busy = Self.busy(error)
        }
        return records.map { record in
            if let busy { return .failure(busy) }
            do { return .success(try self.record(record)) } catch {
                busy = Self.busy(error)
                return .failure(error)
            }
        }
    }

    private static func busy(_ error: any Error) -> StoreProblem? {
        (error as? StoreProblem).flatMap { $0.isBusy ? $0 : nil }
    }
}

extension Database {
    fileprivate func record(_ record: FetchRecord) throws -> Recorded {
        let fetch = record.fetch
        var stored = Recorded(fetch: RowID(0), made: [], revised: [])
        let writer = ItemWriter(db: self, source: fetch.source, at: fetch.at, vocabulary: record.vocabulary)
        for (index, intent) in record.intents.enumerated() {
            switch try writer.carryOut(intent, record.rows.isEmpty ? nil : record.rows[index]) {
            case .inserted(let item): stored.made.append(item)
            case .revised(let item):
                stored.made.append(nil)
                stored.revised.append(item)
            case .nothing: stored.made.append(nil)
            }
        }
        for version in record.versions { try count(version, at: fetch.at) }
        if fetch.outcome == .unchanged { try countUnchanged(fetch.source) }
        stored.fetch = try insert(fetch, new: stored.inserted.count, revised: stored.revised.count)
        try update(fetch.source, record.state)
        for gap in record.gapsOpened { try open(gap, of: fetch.source, at: fetch.at) }
        for end in record.gapsClosed { try close(end) }
        if let gap = record.gapTried { try note(gap) }
        return stored
    }

    private func insert(_ fetch: Fetch, new: Int, revised: Int) throws -> RowID<Fetch> {
        var seen: Int?
        if case .read(let count, _, _) = fetch.outcome { seen = count }
        let failure = fetch.outcome.failure
        return RowID(
            try insert(
                """
                INSERT INTO fetch (source, at, milliseconds, bytes, status, outcome, seen, new, revised, cause, detail,
                    retry_after, warnings) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    fetch.source, fetch.at, fetch.milliseconds, fetch.bytes, fetch.status, fetch.outcome.word, seen,
                    seen == nil ? nil : new, seen == nil ? nil : revised, failure?.cause.rawValue, failure?.detail,
                    failure?.retryAfter, JSONText.of(fetch.warnings),
                ]))
    }

    private func update(_ source: ID<Source>, _ state: SourceState) throws {
        try run(
            """
            UPDATE source SET etag = ?, last_modified = ?, validators_at = ?, next_due = ?, failures = ?,
                failing_since = ?, last_success = ?, retired = ?, moved_to = ?, moved_since = ?, wish = ?
            WHERE id = ?
            """,
            [
                state.validators?.etag, state.validators?.lastModified, state.validators?.obtained, state.nextDue,
                state.failures, state.failingSince, state.lastSuccess, state.retired, state.movedTo,
                state.movedTo == nil ? nil : state.movedSince, state.wish.map(StoredJSON.text), source,
            ])
    }
}
