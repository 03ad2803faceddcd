import GRDB

extension Database {
    /// Rows that are not as the audit log says that they were written.
    func rowFaults() throws -> [RowFault] {
        try GuardedRow.Table.allCases.flatMap { try rowFaults(in: $0) }
    }

    private func rowFaults(in table: GuardedRow.Table) throws -> [RowFault] {
        var seals = try self.seals(of: table)
        var faults: [RowFault] = []
        let rows = try Row.fetchCursor(self, sql: "SELECT * FROM \(table.rawValue) ORDER BY id")
        while let row = try rows.next() {
            let id: Int64 = try row.value("id")
            let seal = seals.removeValue(forKey: id)
            if seal?.hash == nil {
                faults.append(RowFault(table: table.rawValue, id: id, kind: .added, entry: seal?.entry))
            } else if seal?.hash != GuardedRow.hash(row) {
                faults.append(RowFault(table: table.rawValue, id: id, kind: .changed, entry: seal?.entry))
            }
        }
        let removed = seals.filter { $0.value.hash != nil }.sorted { $0.key < $1.key }
        return faults
            + removed.map { RowFault(table: table.rawValue, id: $0.key, kind: .removed, entry: $0.value.entry) }
    }

    /// For each row of a table the line of the audit log that tells of it last, and the hash that it had then; a hash
    /// of nil says that the row was taken away.
    private func seals(of table: GuardedRow.Table) throws -> [Int64: (entry: Int64, hash: String?)] {
        var seals: [Int64: (entry: Int64, hash: String?)] = [:]
        let cursor = try Row.fetchCursor(
            self,
            sql: """
                SELECT audit.number, json_extract(seal.value, '$.id') AS id,
                    json_extract(seal.value, '$.sha256') AS sha256
                FROM audit, json_each(audit.detail, '$.rows') AS seal WHERE json_extract(seal.value, '$.table') = ?
                ORDER BY audit.number
                """, arguments: [table.rawValue])
        while let row = try cursor.next() {
            seals[try row.value("id")] = (try row.value("number"), try row.optionalText("sha256"))
        }
        return seals
    }
}
