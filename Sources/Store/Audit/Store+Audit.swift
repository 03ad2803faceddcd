import GRDB
public import Model

extension Store {
    /// Records something that happened outside of the database, such as a report that was signed.
    ///
    /// - Parameters:
    ///   - action: What was done.
    ///   - subject: What it was done to.
    ///   - detail: The particulars.
    ///   - actor: Who did it.
    ///   - at: When.
    /// - Throws: `StoreProblem`.
    public func note(
        _ action: String, _ subject: String, detail: [String: String] = [:], by actor: String, at: Instant
    ) throws {
        try write { try $0.audit(action, subject, by: actor, at: at, detail.mapValues { .string($0) }) }
    }

    /// The last line of the audit log; nil where there is none yet.
    ///
    /// - Returns: The line.
    /// - Throws: `StoreProblem`.
    public func auditHead() throws -> AuditEntry? { try read { try $0.auditHead() } }

    /// Gives the lines of the audit log one by one, in their order.
    ///
    /// The body must not ask the store: it runs within a transaction of it.
    ///
    /// - Parameters:
    ///   - from: From this moment on; from the beginning where nil.
    ///   - to: Before this moment; to the end where nil.
    ///   - subject: About this subject only; about any where nil.
    ///   - body: Takes a line; false to stop.
    /// - Throws: `StoreProblem`, or what the body throws.
    public func forEachAuditEntry(
        from: Instant? = nil, to: Instant? = nil, subject: String? = nil, _ body: (AuditEntry) throws -> Bool
    ) throws {
        try read { db in
            let rows = try Row.fetchCursor(
                db.statement(
                    """
                    SELECT * FROM audit WHERE (?1 IS NULL OR at >= ?1) AND (?2 IS NULL OR at < ?2)
                        AND (?3 IS NULL OR subject = ?3) ORDER BY number
                    """, [from, to, subject]))
            while let row = try rows.next(), try body(row.auditEntry()) {}
        }
    }
}

extension Database {
    func auditHead() throws -> AuditEntry? {
        try first("SELECT * FROM audit ORDER BY number DESC LIMIT 1")?.auditEntry()
    }
}

extension Row {
    func auditEntry() throws -> AuditEntry {
        AuditEntry(
            number: try value("number"), at: try instant("at"), actor: try text("actor"), action: try text("action"),
            subject: try text("subject"), detail: try text("detail"), hash: try text("hash"))
    }
}
