import GRDB
import Model

extension Database {
    /// Gives what is on record of sources under former names to those that they have now; what persons said of them when
    /// they looked by hand stays under the name of then, as all that persons said does.
    ///
    /// - Returns: The new names by the former ones, and the gaps that are under another name now.
    func rename(_ sources: [Source]) throws -> (names: [ID<Source>: ID<Source>], gaps: [GuardedRow]) {
        var renamed: [ID<Source>: ID<Source>] = [:]
        var gaps: [GuardedRow] = []
        for source in sources where !source.aliases.isEmpty {
            let formers = try formers(of: source)
            guard let last = formers.first else { continue }
            try move(last, to: source.id)
            for former in formers {
                gaps += try map("SELECT id FROM gap WHERE source = ?", [former]) {
                    GuardedRow(.gap, try $0.value("id"))
                }
                try moveRecords(of: former, to: source.id)
                renamed[former] = source.id
            }
        }
        return (renamed, gaps)
    }

    /// The names under which a source was watched until now, the last one first. What is watched under its present name
    /// is not renamed; nor is one that was watched under it later than under any other.
    private func formers(of source: Source) throws -> [ID<Source>] {
        let own = try map("SELECT removed FROM source WHERE id = ?", [source.id]) { try $0.optionalInstant("removed") }
        if let removed = own.first, removed == nil { return [] }
        return try map(
            """
            SELECT id FROM source WHERE id IN (SELECT value FROM json_each(?1)) AND id <> ?2
                AND (removed IS NULL OR removed > coalesce(?3, -1))
            ORDER BY removed IS NOT NULL, removed DESC,
                (SELECT max(fetch.id) FROM fetch WHERE fetch.source = source.id) DESC
            """, [SQLList(source.aliases.map(\.rawValue)), source.id, own.first ?? nil]
        ) { try $0.name("id") }
    }

    /// Has a source remembered under another name as it was, whether it had that name before or not.
    private func move(_ former: ID<Source>, to name: ID<Source>) throws {
        let columns = try map("SELECT name FROM pragma_table_info('source') WHERE name <> 'id'") {
            try $0.text("name")
        }
        let list = columns.joined(separator: ", ")
        try run(
            """
            INSERT INTO source (id, \(list)) SELECT ?, \(list) FROM source WHERE id = ?
            ON CONFLICT (id) DO UPDATE SET \(columns.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
            """, [name, former])
    }

    /// Moves all that may be under another name. What both names have stays as it is under the one that has it already:
    /// an item is known by it, and an outage lasts.
    private func moveRecords(of former: ID<Source>, to name: ID<Source>) throws {
        for table in ["item", "fetch", "gap", "operator_told"] {
            try run("UPDATE OR IGNORE \(table) SET source = ? WHERE source = ?", [name, former])
        }
        try run("DELETE FROM operator_told WHERE source = ?", [former])
        try run(
            """
            DELETE FROM source WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM hand_check WHERE source = ?1)
                AND NOT EXISTS (SELECT 1 FROM item WHERE source = ?1) AND NOT EXISTS (SELECT 1 FROM gap WHERE source = ?1)
            """, [former])
    }
}
