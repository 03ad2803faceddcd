import GRDB
import Model

/// A row that is evidence: its hash stands in the audit log, so that a change by hand is found although the log itself
/// is intact.
struct GuardedRow {
    /// Tables whose rows are guarded; each has a column `id`.
    enum Table: String, CaseIterable {
        case alert, assessment, mark, reclassification, label, follow, digest, gap
        case handCheck = "hand_check"
        case nearMissAnswer = "near_miss_answer"
    }
    let table: Table
    let id: Int64
    /// The row as it stands, where it need not be read.
    private let stored: Row?

    init(_ table: Table, _ id: Int64, stored: Row? = nil) {
        self.table = table
        self.id = id
        self.stored = stored
    }

    /// Which row it is, and its hash as it stands now; null where the row is gone.
    func seal(_ db: Database) throws -> JSONValue {
        let row = try stored ?? db.first("SELECT * FROM \(table.rawValue) WHERE id = ?", [id])
        return .object([
            "table": .string(table.rawValue), "id": .number(id), "sha256": .optional(row.map(GuardedRow.hash)),
        ])
    }

    /// SHA-256 over the names and values of the columns that are not null, in order of their names: a column that a
    /// later version adds, null in old rows, leaves their hashes as they are.
    static func hash(_ row: Row) -> String {
        var bytes: [UInt8] = []
        for (name, value) in row.sorted(by: { $0.0 < $1.0 }) where !value.isNull {
            bytes.append(netstring: name.utf8)
            switch value.storage {
            case .int64(let number): bytes.append(netstring: "i\(number)".utf8)
            case .double(let number): bytes.append(netstring: "d\(number.bitPattern)".utf8)
            case .string(let text): bytes.append(netstring: "t\(text)".utf8)
            case .blob(let data): bytes.append(netstring: [UInt8(ascii: "b")] + data)
            case .null: break
            }
        }
        return SHA256.hexadecimal(of: bytes)
    }
}
