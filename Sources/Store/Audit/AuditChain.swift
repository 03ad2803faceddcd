import GRDB
import Model

/// How a line of the audit log is chained to the line before.
enum AuditChain {
    /// What stands for the hash before the first line.
    static let origin = String(repeating: "0", count: 64)

    /// The hash of a line: SHA-256 over the hash before and the fields, each as `length:bytes,` (a netstring), in the
    /// order number, moment, actor, action, subject, detail.
    static func hash(of entry: AuditEntry, after previous: String) -> String {
        var bytes: [UInt8] = []
        for field in [
            previous, String(entry.number), entry.at.description, entry.actor, entry.action, entry.subject,
            entry.detail,
        ] {
            bytes.append(netstring: field.utf8)
        }
        return SHA256.hexadecimal(of: bytes)
    }
}

extension [UInt8] {
    /// Appends the length in decimal digits, a colon, the bytes and a comma, so that no two lists of fields have
    /// the same bytes.
    mutating func append(netstring field: some Collection<UInt8>) {
        append(contentsOf: String(field.count).utf8)
        append(UInt8(ascii: ":"))
        append(contentsOf: field)
        append(UInt8(ascii: ","))
    }
}

extension Database {
    /// Appends a line to the audit log, in the transaction of what it tells.
    ///
    /// - Parameters:
    ///   - action: What was done.
    ///   - subject: What it was done to.
    ///   - actor: Who did it.
    ///   - at: When.
    ///   - detail: The particulars.
    ///   - rows: The rows that tell it, whose hashes the line keeps so that a change by hand is found.
    /// - Throws: `DatabaseError`.
    func audit(
        _ action: String, _ subject: String, by actor: String, at: Instant, _ detail: [String: JSONValue] = [:],
        rows: [GuardedRow] = []
    ) throws {
        var detail = detail
        if !rows.isEmpty { detail["rows"] = .list(try rows.map { try $0.seal(self) }) }
        let last = try cachedStatement(sql: "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1")
        let head = try Row.fetchOne(last)
        var entry = AuditEntry(
            number: (head?[0] ?? 0) + 1, at: at, actor: actor, action: action, subject: subject,
            detail: JSONValue.object(detail).text, hash: "")
        entry.hash = AuditChain.hash(of: entry, after: head?[1] ?? AuditChain.origin)
        try run(
            "INSERT INTO audit (number, at, actor, action, subject, detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [entry.number, at, actor, action, subject, entry.detail, entry.hash])
    }
}

/// Who is recorded where the watch itself did it.
let watchActor = "lexwatch"
