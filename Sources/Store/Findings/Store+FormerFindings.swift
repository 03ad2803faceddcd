import GRDB
public import Model

/// What an item said before it was edited.
public struct FormerFindings: Sendable, Equatable {
    /// The item.
    public var item: RowID<Item>
    /// Its text then.
    public var text: ItemText
    /// What that gave, without topics: people's labels are not kept with it.
    public var findings: Findings
}

extension Store {
    /// The newest edit of any item; 0 where there was none.
    ///
    /// - Throws: `StoreProblem`.
    public func latestEdit() throws -> Int64 {
        try read { db in Int64(try db.count("SELECT coalesce(max(id), 0) FROM former_finding")) }
    }

    /// What items said before their first edit of some later ones.
    ///
    /// - Parameters:
    ///   - items: The items.
    ///   - edit: Only edits after this one count.
    /// - Returns: Those of the items that were edited since.
    /// - Throws: `StoreProblem`.
    public func formerFindings(of items: [RowID<Item>], after edit: Int64) throws -> [FormerFindings] {
        try read { db in
            try db.map(
                """
                SELECT former_finding.*, title, summary, content, link, authors, categories, language, published,
                    updated, stated, raw
                FROM former_finding JOIN revision
                    ON revision.item = former_finding.item AND revision.number = former_finding.revision
                WHERE former_finding.id IN (
                    SELECT min(id) FROM former_finding
                    WHERE item IN (SELECT value FROM json_each(?)) AND id > ? GROUP BY item)
                ORDER BY former_finding.item
                """, [SQLList(items), edit]
            ) { row in
                let text = try row.itemText()
                var findings = try FindingsReader(try row.optionalText("detail"), of: text).facts
                findings.instrument.value = try row.word("instrument")
                findings.stage.value = try row.word("stage")
                return FormerFindings(item: try row.row("item"), text: text, findings: findings)
            }
        }
    }
}

extension Database {
    /// Keeps what an item gives before an edit replaces it, where a development has it: nobody was asked about others.
    func keepFindings(of item: RowID<Item>, replaced: Instant) throws {
        try run(
            """
            INSERT INTO former_finding (item, revision, replaced, instrument, stage, detail)
            SELECT item.id, item.revision, ?, item.instrument, item.stage, finding.detail
            FROM item LEFT JOIN finding ON finding.item = item.id
            WHERE item.id = ? AND EXISTS (SELECT 1 FROM member WHERE member.item = item.id)
            """, [replaced, item])
    }
}
