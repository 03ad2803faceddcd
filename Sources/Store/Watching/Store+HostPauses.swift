public import Model

extension Store {
    /// The pauses of whole hosts that an earlier run learnt of.
    ///
    /// - Returns: The pauses, by host; some may have ended.
    /// - Throws: `StoreProblem`.
    public func hostPauses() throws -> [HostPause] {
        try read { db in
            try db.map("SELECT * FROM host_pause ORDER BY host") { row in
                HostPause(
                    host: try row.text("host"), until: try row.instant("until"), refusals: try row.integer("refusals"),
                    isWholeHost: true)
            }
        }
    }

    /// The sources whose servers asked, at the last attempt, not to be asked again before a moment that is to come. A
    /// source whose definition changed since is another address, and a clock that was set back has its plans forgotten.
    ///
    /// - Parameter now: The moment.
    /// - Returns: Until when each is to be left alone.
    /// - Throws: `StoreProblem`.
    public func askedToWait(at now: Instant) throws -> [ID<Source>: Instant] {
        try read { db in
            let pairs = try db.map(
                """
                SELECT source.id, fetch.retry_after FROM source JOIN fetch ON fetch.id = (
                    SELECT id FROM fetch WHERE fetch.source = source.id ORDER BY id DESC LIMIT 1)
                WHERE source.next_due > ?1 AND fetch.retry_after > ?1 AND source.next_due >= fetch.retry_after
                """, [now]
            ) { row in (ID<Source>(try row.text("id")), try row.instant("retry_after")) }
            return Dictionary(uniqueKeysWithValues: pairs)
        }
    }

    /// Keeps the pauses of whole hosts for the next run, in place of those that are stored.
    ///
    /// - Parameter pauses: All that have not ended; those of single addresses are their sources' own.
    /// - Throws: `StoreProblem`.
    public func keepHostPauses(_ pauses: [HostPause]) throws {
        let whole = pauses.filter(\.isWholeHost)
        guard try whole != hostPauses() else { return }
        try write { db in
            try db.run("DELETE FROM host_pause")
            for pause in whole {
                try db.run(
                    "INSERT INTO host_pause (host, until, refusals) VALUES (?, ?, ?)",
                    [pause.host, pause.until, pause.refusals])
            }
        }
    }
}
