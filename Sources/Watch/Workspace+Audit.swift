import Foundation
public import Model
import Register
public import Store

/// What a look through the audit log found, in words.
public struct AuditReport: Encodable, Sendable {
    /// Whether nothing is wrong.
    public let isIntact: Bool
    /// How many entries were looked at.
    public let entries: Int64
    /// The last of them; null where there is none.
    @OrNull public private(set) var head: AuditHead?
    /// Sentences for a person, one a line.
    public let text: String
}

extension Workspace {
    /// Checks that no entry of the audit log, and no row that it guards, was changed, removed or reordered.
    ///
    /// - Parameter against: A message or digest file whose footer carries an earlier head of the log.
    /// - Returns: The verdict in words.
    /// - Throws: A ``Model/Problem`` where database or message cannot be read.
    public func verifyAudit(against: String?) throws -> AuditReport {
        let witness = try against.map { try AuditFooter.head(inFile: $0) }
        let verdict = try storeForReading().verifyAudit(against: witness)
        var lines: [String] = []
        if let fault = verdict.fault { lines.append(fault.description) }
        if case .putAside(_, let restored)? = verdict.fault, let name = restored.file, let against {
            let folder = (paths.database as NSString).deletingLastPathComponent
            lines.append("See: lexwatch audit verify --against \(against) --database \(folder)/\(name)")
        }
        lines += verdict.rows.map(\.description)
        if verdict.isIntact {
            lines.append("\(verdict.entries) entries, none changed, removed or reordered.")
            if let witness { lines.append("The message agrees with entry \(witness.number).") }
        }
        if let head = verdict.head { lines.append("Head: \(head.number) \(head.hash)") }
        return AuditReport(
            isIntact: verdict.isIntact, entries: verdict.entries, head: verdict.head,
            text: lines.joined(separator: "\n"))
    }

    /// Gives the lines of an export of the audit log.
    ///
    /// - Throws: A ``Model/Problem`` where the database is wrong.
    public func exportAudit(from: Day?, to: Day?, asCSV: Bool, each: (String) throws -> Void) throws {
        let zone = zone
        if asCSV { try each(CSV.line(["number", "at", "actor", "action", "subject", "detail", "hash"])) }
        let end = to.map { zone.start(of: $0.adding(days: 1)) }
        try storeForReading().forEachAuditEntry(from: from.map(zone.start), to: end) { entry in
            try each(asCSV ? CSV.line(entry.fields) : entry.json)
            return true
        }
    }

    /// Copies the database to a file and verifies the copy.
    ///
    /// - Returns: A sentence for a person.
    /// - Throws: A ``Model/Problem`` where the copy cannot be written or is damaged.
    public func backup(to file: String) throws -> String {
        try storeForReading().backUp(to: file)
        let copy = try Store(at: file, access: .readOnly)
        let faults = try copy.integrityFaults(thoroughly: true)
        let verdict = try copy.verifyAudit()
        guard faults.isEmpty, verdict.isIntact else {
            throw PlainProblem(
                "the copy is damaged: \((faults + verdict.rows.map(\.description)).prefix(3).joined(separator: "; "))",
                place: file, remedy: "run `lexwatch check`, and keep the backups that you have", exitCode: .data)
        }
        return "\(file): written and verified, \(verdict.entries) audit entries."
    }
}

extension AuditEntry {
    /// The fields in the order of an export.
    fileprivate var fields: [String] {
        [String(number), at.description, actor, action, subject, detail, hash]
    }

    /// One JSON object with sorted keys; the detail is JSON already.
    fileprivate var json: String {
        func quoted(_ text: String) -> String { JSONLine.quoted(text) }
        return "{\"action\":\(quoted(action)),\"actor\":\(quoted(actor)),\"at\":\"\(at)\",\"detail\":\(detail),"
            + "\"hash\":\"\(hash)\",\"number\":\(number),\"subject\":\(quoted(subject))}"
    }
}
