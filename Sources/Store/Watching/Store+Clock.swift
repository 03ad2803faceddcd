import GRDB
public import Model

extension Store {
    /// When the newest attempt to read any source was, by the clock of then; nil before the first.
    ///
    /// - Returns: The moment.
    /// - Throws: `StoreProblem`.
    public func newestFetch() throws -> Instant? { try read { try $0.newest("fetch") } }

    /// Counts from now what a clock planned that was ahead, and was set back since: it would wait until that moment
    /// comes round again, and nobody would watch until then.
    ///
    /// - Parameter now: The moment by the clock as it is.
    /// - Returns: What the wrong clock last said; nil where it was not set back.
    /// - Throws: `StoreProblem`.
    public func settleClock(at now: Instant) throws -> Instant? {
        let moments = try read { [try $0.newest("fetch"), try $0.newest("digest")].compactMap(\.self) }
        guard let ahead = moments.max(), ahead.seconds(since: now) > Self.clockTolerance else { return nil }
        return try write { db in
            try db.run("UPDATE source SET next_due = ?1 WHERE next_due > ?1", [now])
            try db.run("UPDATE host_pause SET until = ?1 WHERE until > ?1", [now])
            try db.run("UPDATE gap SET next_try = ?1 WHERE next_try > ?1", [now])
            // What is missed from now on began no later than now.
            for moment in ["last_success", "failing_since"] {
                try db.run("UPDATE source SET \(moment) = ?1 WHERE \(moment) > ?1", [now])
            }
            try db.run("UPDATE gap SET began = ?1 WHERE began > ?1 AND ended IS NULL", [now])
            for outbox in ["delivery", "operator_notice"] {
                try db.run(
                    """
                    UPDATE \(outbox) SET next_attempt = ?1
                    WHERE state IN ('pending', 'uncertain') AND next_attempt > ?1
                    """, [now])
            }
            try db.audit("clock-set-back", "clock", by: watchActor, at: now, ["from": .string("\(ahead)")])
            return ahead
        }
    }

    /// Seconds by which keepers of time may set a clock back in their daily work.
    private static let clockTolerance: Int64 = 60
}

extension Database {
    /// The moment of a table's newest row, whatever moments the older ones have.
    fileprivate func newest(_ table: String) throws -> Instant? {
        try first("SELECT at FROM \(table) ORDER BY id DESC LIMIT 1")?.instant("at")
    }
}
