import Model

/// What a look through the audit log found.
public struct AuditVerdict: Sendable, Equatable {
    /// Lines that were looked at.
    public var entries: Int64
    /// The last line's number and hash; nil where the log is empty.
    public var head: AuditHead?
    /// The first thing that is wrong with the log itself.
    public var fault: AuditFault?
    /// Rows that are not as the log says that they were written.
    public var rows: [RowFault]

    /// Whether nothing is wrong.
    public var isIntact: Bool { fault == nil && rows.isEmpty }
}

/// A line of the audit log by its number and hash, as a digest's footer carries it.
public struct AuditHead: Sendable, Hashable, Codable {
    /// The line's number.
    public var number: Int64
    /// Its hash, hexadecimal.
    public var hash: String

    /// A head from its parts.
    public init(number: Int64, hash: String) {
        self.number = number
        self.hash = hash
    }
}

/// What can be wrong with the audit log.
public enum AuditFault: Sendable, Hashable, CustomStringConvertible {
    /// A line is not as it was written.
    case changed(Int64)
    /// A line is missing.
    case removed(Int64)
    /// A line stands where another one stood.
    case reordered(Int64, wasAt: Int64)
    /// The log ends before a line that a witness has seen.
    case cutOff(last: Int64, witnessed: Int64)
    /// A line's hash is not the one that a witness has seen: the log was written anew.
    case rewritten(Int64)
    /// A line that a witness has seen was in the log that a restored backup took the place of.
    case putAside(Int64, RestoredLine)

    /// One sentence for a person.
    public var description: String {
        switch self {
        case .changed(let number): "line \(number) of the audit log was changed"
        case .removed(let number): "line \(number) of the audit log was removed"
        case .reordered(let number, let other):
            "line \(number) of the audit log stood at \(other): the lines were reordered"
        case .cutOff(let last, let witnessed):
            "the audit log ends with line \(last), but line \(witnessed) was seen: the lines between were removed"
        case .rewritten(let number):
            "line \(number) of the audit log has another hash than was seen: it, or a line before it, was rewritten"
        case .putAside(let number, let restored):
            "line \(number) as it was seen is not in this audit log: line \(restored.number) says that \(restored.actor) "
                + "restored a backup on \(restored.at), and put aside the log that held it"
        }
    }
}

/// What can be wrong with a row whose hash the audit log keeps.
public struct RowFault: Sendable, Hashable, CustomStringConvertible {
    /// What happened to the row.
    public enum Kind: String, Sendable {
        case changed, removed, added
    }
    /// The table.
    public var table: String
    /// The row's number.
    public var id: Int64
    /// What happened to it.
    public var kind: Kind
    /// The line of the audit log that tells of it last; nil where none does.
    public var entry: Int64?

    /// One sentence for a person.
    public var description: String {
        switch kind {
        case .changed: "row \(id) of '\(table)' is not as line \(entry ?? 0) of the audit log says: it was changed"
        case .removed: "row \(id) of '\(table)', of which line \(entry ?? 0) of the audit log tells, was removed"
        case .added: "row \(id) of '\(table)' was added: no line of the audit log tells of it"
        }
    }
}
