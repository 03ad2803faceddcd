import GRDB
import Model

/// Tables whose rows people know by their numbers: from mail, from files and from listings.
///
/// SQLite numbers a new row after the greatest that there is. Where a backup was restored, greater ones are in people's
/// hands: these must not be given to anything else.
public enum Numbered: String, CaseIterable, Sendable {
    case item, development, alert, digest, delivery, gap

    /// The number of a new row, for the statement that inserts it.
    var next: String {
        """
        (SELECT max(coalesce((SELECT max(id) FROM \(rawValue)), 0),
            coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE key = '\(key)'), 0)) + 1)
        """
    }

    /// Under what the greatest number that was ever given is kept, where the rows do not tell it.
    var key: String { "last \(rawValue)" }
}

extension Store {
    /// The greatest numbers that were ever given.
    ///
    /// - Returns: The numbers; 0 where none was.
    /// - Throws: `StoreProblem`.
    public func lastNumbers() throws -> [Numbered: Int64] {
        try read { db in
            Dictionary(
                uniqueKeysWithValues: try Numbered.allCases.map { table in
                    (table, Int64(try db.count("SELECT \(table.next) - 1")))
                })
        }
    }
}
