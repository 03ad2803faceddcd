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
