import Foundation
import Model
import Store

/// The database that a backup takes the place of, as far as it can be read.
struct FormerDatabase {
    /// The last line of its log; nil where there is none, or it cannot be read.
    private(set) var head: AuditHead?
    /// The greatest numbers that it, or the backup, ever gave.
    private(set) var numbers: [Numbered: Int64]
    /// What its log has and the backup's has not; nil where it cannot be read.
    private var lost: [AuditEntry]?
    private let isThere: Bool

    /// Numbers that are passed over where nobody knows how many were given since the backup was made.
    private static let leap: Int64 = 10_000
    /// Lines of what persons did that are told at most.
    private static let most = 20

    init(_ database: String, beside backup: Store) throws {
        isThere = FileManager.default.fileExists(atPath: database)
        numbers = try backup.lastNumbers()
        do {
            let store = try Store(at: database, access: .readOnly)
            let given = try store.lastNumbers()
            head = try store.auditHead().map { AuditHead(number: $0.number, hash: $0.hash) }
            lost = try store.auditLines(missingIn: backup)
            numbers.merge(given) { max($0, $1) }
        } catch {
            numbers = numbers.mapValues { $0 + Self.leap }
        }
    }

    /// What is lost, in sentences.
    func told(_ zone: TimeZone) -> [String] {
        guard let lost else {
            let what = isThere ? "The database that is put aside cannot be read" : "There was no database"
            return ["\(what): what was asked and answered since the backup is not known."]
        }
        guard !lost.isEmpty else { return [] }
        let people = lost.filter(\.isByPerson)
        let known = "The database that is put aside has \(lost.count) later audit entries"
        guard !people.isEmpty else { return ["\(known), none of a person's doing."] }
        return ["\(known) that the backup does not have. Of a person's doing:"]
            + people.prefix(Self.most).map { entry in
                "  \(zone.day(of: entry.at)) \(entry.action) \(entry.subject), by \(entry.actor)"
            }
            + (people.count > Self.most ? ["  and \(people.count - Self.most) more: see lexwatch audit export"] : [])
    }
}
