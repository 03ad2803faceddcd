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
        try NoteMissing.check(check.note, on: "what was found")
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

    /// The last time that a person looked at each source where one did.
    ///
    /// - Returns: The checks by the sources' names.
    /// - Throws: `StoreProblem`.
    public func lastHandChecks() throws -> [ID<Source>: HandCheck] {
        try read { db in
            let checks = try db.map("SELECT * FROM hand_check ORDER BY at, id") { try $0.handCheck() }
            return Dictionary(checks.map { ($0.source, $0) }) { _, last in last }
        }
    }

    /// When persons looked at a source.
    ///
    /// - Parameter source: The source.
    /// - Returns: The checks, the oldest first.
    /// - Throws: `StoreProblem`.
    public func handChecks(of source: ID<Source>) throws -> [HandCheck] {
        try read { db in
            try db.map("SELECT * FROM hand_check WHERE source = ? ORDER BY at, id", [source]) { try $0.handCheck() }
        }
    }
}

extension Row {
    fileprivate func handCheck() throws -> HandCheck {
        HandCheck(
            source: try name("source"), at: try instant("at"), actor: try text("actor"), note: try text("note"))
    }
}
