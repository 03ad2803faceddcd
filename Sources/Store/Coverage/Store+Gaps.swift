import GRDB
public import Model

extension Store {
    /// Gaps of sources.
    ///
    /// - Parameters:
    ///   - source: Of this source only; of any where nil.
    ///   - openOnly: Whether only those are wanted that are neither filled nor acknowledged.
    /// - Returns: The gaps, the oldest first.
    /// - Throws: `StoreProblem`.
    public func gaps(of source: ID<Source>? = nil, openOnly: Bool = true) throws -> [CoverageGap] {
        try read { db in
            try db.map(
                """
                SELECT * FROM gap WHERE (?1 IS NULL OR source = ?1)
                    AND (NOT ?2 OR (filled IS NULL AND acknowledged IS NULL)) ORDER BY began, id
                """, [source, openOnly]
            ) { try $0.gap() }
        }
    }

    /// Gaps that touch a period.
    ///
    /// - Parameters:
    ///   - from: The beginning of the period.
    ///   - to: Its end, which is no part of it.
    /// - Returns: The gaps, the oldest first.
    /// - Throws: `StoreProblem`.
    public func gaps(from: Instant, to: Instant) throws -> [CoverageGap] {
        try read { db in
            try db.map(
                "SELECT * FROM gap WHERE began < ? AND (ended IS NULL OR ended >= ?) ORDER BY began, id", [to, from]
            ) { try $0.gap() }
        }
    }

    /// Records that a person knows of a gap, so that digests no longer show it.
    ///
    /// - Parameters:
    ///   - gap: The gap.
    ///   - note: What they make of it.
    ///   - actor: Who it is.
    ///   - at: When.
    /// - Throws: `NotThere` where there is no such gap; `StoreProblem`.
    public func acknowledge(_ gap: RowID<CoverageGap>, note: String = "", by actor: String, at: Instant) throws {
        try write { db in
            try db.run(
                "UPDATE gap SET acknowledged = coalesce(acknowledged, ?), next_try = NULL WHERE id = ?", [at, gap])
            guard db.changesCount == 1 else { throw NotThere(noun: "gap", name: gap.description) }
            try db.audit(
                "acknowledge", "gap \(gap)", by: actor, at: at, ["note": .string(note)],
                rows: [GuardedRow(.gap, gap.rawValue)])
        }
    }
}

extension Row {
    /// A gap from a row of `gap`.
    fileprivate func gap() throws -> CoverageGap {
        CoverageGap(
            id: try row("id"), source: try name("source"), kind: try word("kind"), from: try instant("began"),
            to: try optionalInstant("ended"), filled: try optionalInstant("filled"),
            acknowledged: try optionalInstant("acknowledged"), detail: try text("detail"),
            tries: try integer("tries"), nextTry: try optionalInstant("next_try"))
    }
}
