import GRDB

/// The schema, as migrations that are never edited once they have left the house.
///
/// Moments are whole seconds of UTC (`datetime(at, 'unixepoch')` shows one), days are `YYYY-MM-DD`, lists that SQL
/// need not look into are JSON with sorted keys. A table without rowid begins with the columns of its key: SQLite's
/// quick_check (3.40) reads its rows wrongly otherwise.
enum Schema {
    static let migrator: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 the watch") { db in
            for sql in [sources, items, findings, developments, alerts, digests, records, audit].joined() {
                try db.execute(sql: sql)
            }
        }
        migrator.registerMigration("2 refused mail") { db in
            for sql in refusals { try db.execute(sql: sql) }
        }
        migrator.registerMigration("3 other versions") { db in
            for sql in otherVersions { try db.execute(sql: sql) }
        }
        return migrator
    }()

    /// Triggers that refuse to change or delete what a person said: a later row corrects an earlier one.
    static func appendOnly(_ table: String) -> [String] {
        ["UPDATE", "DELETE"].map { event in
            """
            CREATE TRIGGER \(table)_refuses_\(event.lowercased()) BEFORE \(event) ON \(table)
            BEGIN SELECT RAISE(ABORT, 'rows of \(table) are never changed or deleted'); END
            """
        }
    }
}
