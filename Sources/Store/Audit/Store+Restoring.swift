import GRDB
public import Model

/// What a backup's place in history is, once it is the database.
public struct Restoring: Sendable, Equatable {
    /// The last line of the backup's log; nil where it has none.
    public var backup: AuditHead?
    /// The last line of the log of the database that is put aside; nil where there is none, or it cannot be read.
    public var putAside: AuditHead?
    /// The name of the file that is put aside; nil where there is none.
    public var file: String?
    /// The greatest numbers that were ever given.
    public var numbers: [Numbered: Int64]

    /// What is to be told, from its parts.
    public init(backup: AuditHead?, putAside: AuditHead?, file: String?, numbers: [Numbered: Int64]) {
        self.backup = backup
        self.putAside = putAside
        self.file = file
        self.numbers = numbers
    }
}

extension Store {
    /// Records that this database, a backup, takes the place of another one, and goes on with numbers that neither gave.
    ///
    /// - Parameters:
    ///   - restoring: The place of both in history.
    ///   - actor: Who restores it.
    ///   - at: When.
    /// - Throws: `StoreProblem`.
    public func note(_ restoring: Restoring, by actor: String, at: Instant) throws {
        try write { db in
            for (table, number) in restoring.numbers { try db.setValue(String(number), of: table.key) }
            try db.audit(
                RestoredLine.action, "database", by: actor, at: at,
                [
                    "backup": .optional(restoring.backup.map(RestoredLine.text)),
                    "put-aside": .optional(restoring.putAside.map(RestoredLine.text)),
                    "file": .optional(restoring.file),
                ])
        }
    }

    /// The lines of the log that another database's log does not have: those after the last one that both hold.
    ///
    /// - Parameter other: The other database.
    /// - Returns: The lines, the oldest first.
    /// - Throws: `StoreProblem`.
    public func auditLines(missingIn other: Store) throws -> [AuditEntry] {
        // The log is a chain: where a line's hash is the same, so is all that stands before it.
        var (held, missing) = (Int64(0), (try auditHead()?.number ?? 0) + 1)
        while missing - held > 1 {
            let middle = held + (missing - held) / 2
            if try auditHash(middle) == other.auditHash(middle) { held = middle } else { missing = middle }
        }
        return try read { db in
            try db.map("SELECT * FROM audit WHERE number > ? ORDER BY number", [held]) { try $0.auditEntry() }
        }
    }

    private func auditHash(_ number: Int64) throws -> String? {
        try read { try $0.first("SELECT hash FROM audit WHERE number = ?", [number])?.text("hash") }
    }
}

extension AuditEntry {
    /// Whether a person did it, not the watch itself.
    public var isByPerson: Bool { actor != watchActor }
}

/// A line of the audit log that tells of a restored backup.
public struct RestoredLine: Sendable, Hashable {
    /// What such a line calls what was done.
    static let action = "restore"

    /// The line's number.
    public var number: Int64
    /// When the backup was restored.
    public var at: Instant
    /// Who restored it.
    public var actor: String
    /// The name of the file that was put aside; nil where there was none.
    public var file: String?

    /// A head as the log keeps it, and as a digest's footer does.
    static func text(_ head: AuditHead) -> String { "\(head.number):\(head.hash)" }
}

extension Database {
    /// The line of the restored backup that took the place of the log in which a line was seen; nil where there is none.
    func restoring(after witness: AuditHead) throws -> RestoredLine? {
        // The text of a head begins with its number, which is what the conversion reads.
        try first(
            """
            SELECT number, at, actor, json_extract(detail, '$.file') AS file FROM audit
            WHERE action = '\(RestoredLine.action)'
                AND CAST(coalesce(json_extract(detail, '$.backup'), 0) AS INTEGER) < ?1
                AND CAST(coalesce(json_extract(detail, '$."put-aside"'), ?1) AS INTEGER) >= ?1
            ORDER BY number DESC LIMIT 1
            """, [witness.number]
        ).map { row in
            RestoredLine(
                number: try row.value("number"), at: try row.instant("at"), actor: try row.text("actor"),
                file: try row.optionalText("file"))
        }
    }
}
