import GRDB
public import Model

/// That a person looked at a source where no machine is let in.
public struct HandCheck: Sendable, Equatable {
    /// The source.
    public var source: ID<Source>
    /// When.
    public var at: Instant
    /// Who looked.
    public var actor: String
    /// What they saw.
    public var note: String

    /// A check from its parts.
    public init(source: ID<Source>, at: Instant, actor: String, note: String) {
        self.source = source
        self.at = at
        self.actor = actor
        self.note = note
    }
}

extension Store {
    /// Records that a person looked at a source.
    ///
    /// - Parameter check: Who looked, when, and what they saw.
    /// - Throws: `NotThere` where there is no such source; `StoreProblem`.
    public func handCheck(_ check: HandCheck) throws {
        try write { db in
            guard try db.count("SELECT count(*) FROM source WHERE id = ?", [check.source]) == 1 else {
                throw NotThere(noun: "source", name: check.source.rawValue)
            }
            let id = try db.insert(
                "INSERT INTO hand_check (source, at, actor, note) VALUES (?, ?, ?, ?)",
                [check.source, check.at, check.actor, check.note])
            try db.audit(
                "hand-check", "source \(check.source)", by: check.actor, at: check.at,
                ["note": .string(check.note)], rows: [GuardedRow(.handCheck, id)])
        }
    }

    /// When persons looked at a source.
    ///
    /// - Parameter source: The source.
    /// - Returns: The checks, the oldest first.
    /// - Throws: `StoreProblem`.
    public func handChecks(of source: ID<Source>) throws -> [HandCheck] {
        try read { db in
            try db.map("SELECT * FROM hand_check WHERE source = ? ORDER BY at, id", [source]) {
                HandCheck(
                    source: try $0.name("source"), at: try $0.instant("at"), actor: try $0.text("actor"),
                    note: try $0.text("note"))
            }
        }
    }
}
