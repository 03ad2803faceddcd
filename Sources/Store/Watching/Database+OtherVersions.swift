import GRDB
public import Model

extension Database {
    /// Counts that a source gave another version of an item once more, or forgets it where it gave the stored one.
    func count(_ version: VersionRead, at: Instant) throws {
        guard let mark = version.mark else {
            return try run("DELETE FROM other_version WHERE item = ?", [version.item])
        }
        try run(
            """
            INSERT INTO other_version (item, mark, since, readings) VALUES (?1, ?2, ?3, 1)
            ON CONFLICT (item) DO UPDATE SET mark = ?2, since = iif(mark = ?2, min(since, ?3), ?3),
                readings = iif(mark = ?2, readings + 1, 1)
            """, [version.item, mark, at])
    }

    /// Counts that what a source gave the last time stands there still.
    func countUnchanged(_ source: ID<Source>) throws {
        try run(
            """
            UPDATE other_version SET readings = readings + 1
            WHERE (SELECT source FROM item WHERE item.id = other_version.item) = ?
            """, [source])
    }
}

extension Store {
    /// The sources that gave another version of an item so often that the next reading may take it over.
    ///
    /// - Parameters:
    ///   - readings: How often at least.
    ///   - since: Since when at least.
    /// - Returns: Their names.
    /// - Throws: `StoreProblem`.
    public func sourcesInTwoVersions(readings: Int, since: Instant) throws -> Set<ID<Source>> {
        try read { db in
            Set(
                try db.map(
                    """
                    SELECT DISTINCT item.source AS source FROM other_version JOIN item ON item.id = other_version.item
                    WHERE other_version.readings >= ? AND other_version.since <= ?
                    """, [readings, since]
                ) { try $0.name("source") })
        }
    }
}
