import GRDB
public import Model

extension Store {
    /// Gaps of sources.
    ///
    /// - Parameters:
    ///   - source: Of this source only; of any where nil.
    ///   - openOnly: Whether only those are wanted that are neither filled nor acknowledged. Who acknowledges an outage
    ///     that lasts knows of it for a week: where the source could not be read after that either, it is open again. One
    ///     that ended within an open window is that window's, which is answered for both. A source that was never read and is
    ///     no longer defined was never watched, and leaves none open.
    /// - Returns: The gaps, the oldest first, those of one moment by their sources.
    /// - Throws: `StoreProblem`.
    public func gaps(of source: ID<Source>? = nil, openOnly: Bool = true) throws -> [CoverageGap] {
        try read { db in
            try db.map(
                """
                SELECT * FROM gap WHERE (?1 IS NULL OR source = ?1)
                    AND (NOT ?2 OR (filled IS NULL AND (acknowledged IS NULL OR (kind = 'outage' AND ended IS NULL
                        AND EXISTS (
                            SELECT 1 FROM fetch WHERE fetch.source = gap.source AND fetch.at > acknowledged + 7 * 86400)))
                    AND NOT EXISTS (
                        SELECT 1 FROM source
                        WHERE source.id = gap.source AND removed IS NOT NULL AND last_success IS NULL)
                    AND NOT (kind = 'outage' AND ended IS NOT NULL AND EXISTS (
                        SELECT 1 FROM gap AS whole WHERE whole.source = gap.source AND whole.kind = 'window'
                            AND whole.filled IS NULL AND whole.acknowledged IS NULL
                            AND whole.began <= gap.began AND whole.ended >= gap.ended))))
                ORDER BY began, source, id
                """, [source, openOnly]
            ) { try $0.gap() }
        }
    }

    /// The outages that last, those included of which a person knows: each ends when its source is read.
    ///
    /// - Returns: The gaps by their sources.
    /// - Throws: `StoreProblem`.
    public func lastingOutages() throws -> [ID<Source>: CoverageGap] {
        try read { db in
            let gaps = try db.map("SELECT * FROM gap WHERE kind = 'outage' AND ended IS NULL") { try $0.gap() }
            return Dictionary(uniqueKeysWithValues: gaps.map { ($0.source, $0) })
        }
    }

    /// Gaps that touch a period.
    ///
    /// - Parameters:
    ///   - from: The beginning of the period.
    ///   - to: Its end, which is no part of it.
    /// - Returns: The gaps, the oldest first, those of one moment by their sources.
    /// - Throws: `StoreProblem`.
    public func gaps(from: Instant, to: Instant) throws -> [CoverageGap] {
        try read { db in
            try db.map(
                "SELECT * FROM gap WHERE began < ? AND (ended IS NULL OR ended >= ?) ORDER BY began, source, id",
                [to, from]
            ) { try $0.gap() }
        }
    }

    /// Records that a person knows of a gap, and with it of the outages within it, so that digests no longer show it.
    ///
    /// - Parameters:
    ///   - gap: The gap.
    ///   - note: What they make of it.
    ///   - actor: Who it is.
    ///   - at: When.
    /// - Throws: `NoteMissing` where the note is empty; `NotThere` where there is no such gap; `StoreProblem`.
    public func acknowledge(_ gap: RowID<CoverageGap>, note: String, by actor: String, at: Instant) throws {
        try NoteMissing.check(note, on: "what was found, or why it does not matter")
        try write { db in
            guard try db.count("SELECT count(*) FROM gap WHERE id = ?", [gap]) == 1 else {
                throw NotThere(noun: "gap", name: gap.description)
            }
            for known in [gap] + (try db.outages(within: gap, "outage.acknowledged IS NULL")) {
                try db.run(
                    """
                    UPDATE gap SET next_try = NULL, acknowledged =
                        CASE WHEN kind = 'outage' AND ended IS NULL AND EXISTS (
                            SELECT 1 FROM fetch WHERE fetch.source = gap.source AND fetch.at > acknowledged)
                        THEN ?1 ELSE coalesce(acknowledged, ?1) END
                    WHERE id = ?2
                    """, [at, known])
                try db.audit(
                    "acknowledge", "gap \(known)", by: actor, at: at, ["note": .string(note)],
                    rows: [GuardedRow(.gap, known.rawValue)])
            }
        }
    }
}

/// Who said that they know of a gap.
public struct Acknowledgement: Sendable, Equatable {
    /// When.
    public var at: Instant
    /// Who.
    public var actor: String
    /// What they make of it.
    public var note: String
}

extension Store {
    /// Who knows of which gap: the first one to say so, since it was open last.
    ///
    /// - Returns: By the gaps' numbers.
    /// - Throws: `StoreProblem`.
    public func acknowledgements() throws -> [RowID<CoverageGap>: Acknowledgement] {
        try read { db in
            let said = try db.map(
                """
                SELECT gap.id, audit.at, audit.actor, coalesce(json_extract(audit.detail, '$.note'), '') AS note
                FROM audit JOIN gap ON audit.subject = 'gap ' || gap.id WHERE audit.action = 'acknowledge'
                    AND audit.at = gap.acknowledged
                ORDER BY audit.number
                """
            ) { row -> (RowID<CoverageGap>, Acknowledgement) in
                let told = Acknowledgement(
                    at: try row.instant("at"), actor: try row.text("actor"), note: try row.text("note"))
                return (try row.row("id"), told)
            }
            return Dictionary(said) { first, _ in first }
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
