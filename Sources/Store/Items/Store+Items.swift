import GRDB
public import Model

extension Store {
    /// Gives the items of a query one by one, so that the first can be shown before the last is read.
    ///
    /// The body must not ask the store: it runs within a transaction of it.
    ///
    /// - Parameters:
    ///   - query: Which items are wanted.
    ///   - body: Takes an item; false to stop.
    /// - Throws: `StoreProblem`, or what the body throws.
    public func forEachItem(_ query: ItemQuery, _ body: (ItemSummary) throws -> Bool) throws {
        try read { db in
            let (conditions, values) = query.conditions
            let sql = """
                SELECT \(ItemSummary.columns) FROM item JOIN source ON source.id = item.source
                WHERE \(conditions) ORDER BY item.first_seen DESC, item.id DESC LIMIT ?
                """
            let rows = try Row.fetchCursor(db.statement(sql, values + [query.limit.map { max(0, $0) } ?? -1]))
            while let row = try rows.next(), try body(ItemSummary(row, db)) {}
        }
    }

    /// The items of a query.
    ///
    /// - Parameter query: Which items are wanted.
    /// - Returns: The items, newest first sight first.
    /// - Throws: `StoreProblem`.
    public func items(_ query: ItemQuery) throws -> [ItemSummary] {
        var items: [ItemSummary] = []
        try forEachItem(query) {
            items.append($0)
            return true
        }
        return items
    }

    /// One item with everything that is known of it.
    ///
    /// - Parameter id: The item.
    /// - Returns: The item; nil where there is none of that number.
    /// - Throws: `StoreProblem`.
    public func item(_ id: RowID<Item>) throws -> ItemRecord? {
        try read { db in try db.itemRecord(id) }
    }

    /// Items with their texts and findings, for what is done with many: grouping, retagging, evaluating.
    ///
    /// - Parameter ids: The items.
    /// - Returns: Those that there are, in order of their numbers.
    /// - Throws: `StoreProblem`.
    public func foundItems(_ ids: [RowID<Item>]) throws -> [FoundItem] {
        try read { db in
            try db.map(
                "\(foundColumns) WHERE item.id IN (SELECT value FROM json_each(?)) ORDER BY item.id", [SQLList(ids)]
            ) { try db.foundItem($0) }
        }
    }

    /// Items with their texts and findings in order of their numbers, a batch at a time.
    ///
    /// - Parameters:
    ///   - after: The last item of the batch before; nil for the first batch.
    ///   - limit: How many at most.
    ///   - relevantOnly: Whether only items are wanted that are about any topic.
    /// - Returns: The batch; empty at the end.
    /// - Throws: `StoreProblem`.
    public func foundItems(
        after: RowID<Item>?, limit: Int, relevantOnly: Bool = false
    ) throws -> [FoundItem] {
        try read { db in
            let condition = relevantOnly ? "AND item.relevant = 1" : ""
            return try db.map(
                "\(foundColumns) WHERE item.id > ? \(condition) ORDER BY item.id LIMIT ?",
                [after?.rawValue ?? 0, limit]
            ) { try db.foundItem($0) }
        }
    }
}

/// The columns from which an item with its newest text is read.
private let foundColumns = """
    SELECT item.id, item.source, item.key, item.link_key, item.title_key, item.first_seen, item.revised, item.revision,
        item.instrument, item.stage, item.vocabulary, finding.detail, near_miss.misses,
        source.publisher, source.authority, revision.title, revision.summary, revision.content, revision.link,
        revision.authors, revision.categories, revision.language, revision.published, revision.updated,
        revision.stated, revision.raw
    FROM item JOIN source ON source.id = item.source
        JOIN revision ON revision.item = item.id AND revision.number = item.revision
        LEFT JOIN finding ON finding.item = item.id LEFT JOIN near_miss ON near_miss.item = item.id
    """

extension Database {
    func itemRecord(_ id: RowID<Item>) throws -> ItemRecord? {
        guard let row = try first("\(foundColumns) WHERE item.id = ?", [id]) else { return nil }
        let found = try foundItem(row)
        return ItemRecord(
            item: found.item, publisher: try row.text("publisher"), authority: found.authority,
            findings: found.findings, vocabulary: try row.text("vocabulary"),
            memberships: try map("SELECT development, because FROM member WHERE item = ?", [id]) {
                DevelopmentMembership(development: try $0.row("development"), because: try $0.text("because"))
            },
            alerts: try map(
                "SELECT id FROM alert WHERE development IN (SELECT development FROM member WHERE item = ?) ORDER BY id",
                [id]
            ) { try $0.row("id") },
            revisions: try map("SELECT * FROM revision WHERE item = ? ORDER BY number", [id]) {
                Revision(number: try $0.integer("number"), seen: try $0.instant("seen"), text: try $0.itemText())
            })
    }

    func foundItem(_ row: Row) throws -> FoundItem {
        let id: RowID<Item> = try row.row("id")
        let identity = ItemIdentity(
            key: try row.text("key"), link: try row.optionalText("link_key"), titleKey: try row.text("title_key"))
        let text = try row.itemText()
        let item = Item(
            id: id, source: try row.name("source"), identity: identity, text: text,
            firstSeen: try row.instant("first_seen"), revised: try row.instant("revised"),
            revision: try row.integer("revision"))
        return FoundItem(
            item: item, authority: try row.word("authority"), findings: try findings(of: id, row, in: text))
    }
}
