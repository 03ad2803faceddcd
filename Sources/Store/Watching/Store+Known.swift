import GRDB
public import Model

extension Store {
    /// What is known of a source's items that entries with these identities can be: the same key, link or title, or the same words.
    ///
    /// - Parameters:
    ///   - source: The source.
    ///   - identities: Those of the entries that were read.
    ///   - textHashes: Those of the entries that have nothing but their words.
    /// - Returns: The items in question, and whether the source has any.
    /// - Throws: `StoreProblem`.
    public func known(
        in source: ID<Source>, matching identities: [ItemIdentity], textHashes: [String] = []
    ) throws -> (items: [KnownItem], hasItems: Bool) {
        try read { db in
            guard try db.first("SELECT 1 FROM item WHERE source = ? LIMIT 1", [source]) != nil else {
                return ([], false)
            }
            let rows = try db.rows(
                """
                \(knownColumns) WHERE id IN (
                    SELECT id FROM item WHERE source = ?1 AND key IN (SELECT value FROM json_each(?2))
                    UNION SELECT id FROM item WHERE source = ?1 AND link_key IN (SELECT value FROM json_each(?3))
                    UNION SELECT id FROM item WHERE source = ?1 AND title_key IN (SELECT value FROM json_each(?4))
                    \(textHashes.isEmpty ? "" : unlinked))
                ORDER BY id
                """,
                [
                    source, SQLList(identities.map(\.key)), SQLList(identities.compactMap(\.link)),
                    SQLList(identities.map(\.titleKey)),
                ] + (textHashes.isEmpty ? [] : [SQLList(textHashes)]))
            return (try rows.map { try db.knownItem($0) }, true)
        }
    }

    /// Which kinds of facts the newest items of a source stated as data when they came.
    ///
    /// - Parameters:
    ///   - kinds: The kinds in question.
    ///   - source: The source.
    /// - Returns: Those that some item stated.
    /// - Throws: `StoreProblem`.
    public func stated(_ kinds: [String], in source: ID<Source>) throws -> Set<String> {
        try read { db in
            Set(
                try db.map(
                    """
                    SELECT DISTINCT json_extract(fact.value, '$.kind') AS kind
                    FROM (SELECT id FROM item WHERE source = ?1 ORDER BY first_seen DESC LIMIT ?2) AS newest
                        JOIN revision ON revision.item = newest.id, json_each(revision.stated) AS fact
                    WHERE kind IN (SELECT value FROM json_each(?3))
                    """, [source, mostLookedAt, SQLList(kinds)]
                ) { try $0.text("kind") })
        }
    }

    /// How many items of a source are looked at for what it used to state.
    private var mostLookedAt: Int { 1_000 }

    /// How many of a source's items came after one.
    ///
    /// - Parameters:
    ///   - item: The item.
    ///   - source: The source.
    ///   - isNewestFirst: Whether of what was seen first in one document the first came last; else it is the other way.
    ///   - others: Items that do not count.
    /// - Returns: How many came after it.
    /// - Throws: `StoreProblem`.
    public func successors(
        of item: KnownItem, in source: ID<Source>, isNewestFirst: Bool, but others: [RowID<Item>]
    ) throws -> Int {
        try read { db in
            let row = try db.first(
                """
                SELECT COUNT(*) AS count FROM item
                WHERE source = ?1 AND (first_seen > ?2 OR (first_seen = ?2 AND id \(isNewestFirst ? "<" : ">") ?3))
                    AND id NOT IN (SELECT value FROM json_each(?4))
                """, [source, item.firstSeen, item.id, SQLList(others)])
            return try row?.integer("count") ?? 0
        }
    }

    private var unlinked: String {
        """
        UNION SELECT id FROM item
            WHERE source = ?1 AND link_key IS NULL AND text_hash IN (SELECT value FROM json_each(?5))
        """
    }

    private var knownColumns: String {
        """
        SELECT id, key, link_key, title_key, text_hash, revision, first_seen, published, link,
            mark AS other_mark, since AS other_since, readings AS other_readings
        FROM item LEFT JOIN other_version ON other_version.item = item.id
        """
    }
}

extension Database {
    fileprivate func knownItem(_ row: Row) throws -> KnownItem {
        var item = KnownItem(
            id: try row.row("id"),
            identity: ItemIdentity(
                key: try row.text("key"), link: try row.optionalText("link_key"), titleKey: try row.text("title_key")),
            textHash: try row.text("text_hash"), firstSeen: try row.instant("first_seen"),
            published: try row.optionalInstant("published"), link: try row.optionalText("link"))
        if try row.integer("revision") > 1 {
            var hashes: [String] = []
            for row in try rows(
                "SELECT text_hash, link, published FROM revision WHERE item = ? ORDER BY number", [item.id])
            {
                let hash = try row.text("text_hash")
                // One that was revised for its address or day has the text of the one before.
                if hash != hashes.last { hashes.append(hash) }
                if let link = try row.optionalText("link") { item.links.append(link) }
                if let day = try row.optionalInstant("published") { item.days.append(day) }
            }
            item.earlierHashes = Set(hashes)
            item.cameBack = hashes.count { $0 == item.textHash } > 1
        }
        if let mark = try row.optionalText("other_mark") {
            item.other = OtherVersion(
                mark: mark, since: try row.instant("other_since"), readings: try row.integer("other_readings"))
        }
        return item
    }
}
