import GRDB
public import Model

extension Store {
    /// The items of some developments that state a date, or that nothing takes place on one.
    ///
    /// - Parameter developments: The developments.
    /// - Returns: The items, each once.
    /// - Throws: `StoreProblem`.
    public func datedItems(of developments: [RowID<Development>]) throws -> [RowID<Item>] {
        try read { db in
            try db.map(
                """
                SELECT DISTINCT member.item FROM member JOIN finding ON finding.item = member.item
                WHERE member.development IN (SELECT value FROM json_each(?))
                    AND (instr(finding.detail, '"dates":') > 0 OR instr(finding.detail, '"off":') > 0)
                ORDER BY member.item
                """, [SQLList(developments)]
            ) { try $0.row("item") }
        }
    }
}
