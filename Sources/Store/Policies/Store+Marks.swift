import GRDB
public import Model

extension Store {
    /// Records what a person says of a policy; a later mark undoes an earlier one, none is deleted.
    ///
    /// - Parameter mark: The mark.
    /// - Throws: `StoreProblem`.
    public func mark(_ mark: PolicyMark) throws {
        try write { db in
            let before = try db.first("SELECT * FROM mark WHERE policy = ? ORDER BY id DESC LIMIT 1", [mark.policy])
            let id = try db.insert(
                "INSERT INTO mark (policy, kind, because, note, actor, at, due) VALUES (?, ?, ?, ?, ?, ?, ?)",
                [mark.policy, mark.kind.rawValue, mark.because, mark.note, mark.actor, mark.at, mark.due])
            try db.audit(
                "mark", "policy \(mark.policy)", by: mark.actor, at: mark.at,
                [
                    "before": .optional(try before?.text("kind")), "after": .string(mark.kind.rawValue),
                    "because": .optional(mark.because), "note": .string(mark.note),
                    "due": .optional(mark.due?.description),
                ], rows: [GuardedRow(.mark, id)])
        }
    }

    /// All marks of all policies, under their names at the time.
    ///
    /// - Returns: The marks, the first one first.
    /// - Throws: `StoreProblem`.
    public func marks() throws -> [PolicyMark] {
        try read { db in try db.map("SELECT * FROM mark ORDER BY id") { try $0.mark() } }
    }

    /// All marks that were set in a period, the first one first.
    ///
    /// - Parameters:
    ///   - since: Set at this moment or later.
    ///   - until: Set before this moment.
    /// - Returns: The marks.
    /// - Throws: `StoreProblem`.
    public func marks(since: Instant, until: Instant) throws -> [PolicyMark] {
        try read { db in
            try db.map("SELECT * FROM mark WHERE at >= ? AND at < ? ORDER BY id", [since, until]) { try $0.mark() }
        }
    }
}

extension Row {
    fileprivate func mark() throws -> PolicyMark {
        PolicyMark(
            policy: try name("policy"), kind: try word("kind"), because: try optionalText("because"),
            note: try text("note"), actor: try text("actor"), at: try instant("at"), due: try optionalDay("due"))
    }
}
