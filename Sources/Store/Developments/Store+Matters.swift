import GRDB
public import Model

/// One step of a matter.
public struct MatterStep: Sendable, Equatable {
    /// The development.
    public var development: Development
    /// Its items, the one that is shown first.
    public var items: [ItemSummary]
    /// Whether an item only mentions the matter, and the development is about another one.
    public var isMention: Bool
}

/// That somebody wants to hear of each step of a matter.
public struct Follow: Sendable, Equatable {
    /// The citation or name.
    public var matter: String
    /// Who follows it.
    public var owner: ID<Owner>
    /// Why.
    public var note: String
    /// Since when.
    public var since: Instant

    /// A follow from its parts.
    public init(matter: String, owner: ID<Owner>, note: String = "", since: Instant) {
        self.matter = matter
        self.owner = owner
        self.note = note
        self.since = since
    }
}

extension Store {
    /// Developments of each topic by week.
    ///
    /// - Parameters:
    ///   - weeks: How many weeks of seven days.
    ///   - until: The end of the last one.
    /// - Returns: The numbers of developments, the oldest week first.
    /// - Throws: `StoreProblem`.
    public func topicTrends(weeks: Int, until: Instant) throws -> [ID<Topic>: [Int]] {
        let start = until.adding(days: -7 * weeks)
        return try read { db in
            let rows = try db.rows(
                """
                SELECT topic_tag.topic, (development.first_seen - ?1) / 604800 AS week,
                    count(DISTINCT development.id) AS developments
                FROM development JOIN member ON member.development = development.id
                    JOIN topic_tag ON topic_tag.item = member.item
                WHERE development.first_seen >= ?1 AND development.first_seen <= ?2 GROUP BY 1, 2
                """, [start, until])
            var trends: [ID<Topic>: [Int]] = [:]
            for row in rows {
                let week = min(weeks - 1, try row.integer("week"))
                trends[try row.name("topic"), default: Array(repeating: 0, count: weeks)][week] += try row.integer(
                    "developments")
            }
            return trends
        }
    }

    /// The steps of a matter, and the developments in which an item cites it, the oldest first.
    ///
    /// - Parameter matter: The citation, normalised, or the name.
    /// - Returns: The steps.
    /// - Throws: `StoreProblem`.
    public func thread(of matter: String) throws -> [MatterStep] {
        return try read { db in
            let spellings = try db.spellings(of: matter)
            return try db.developments(
                """
                WHERE id IN (SELECT development FROM matter WHERE matter IN (SELECT value FROM json_each(?1)))
                    OR id IN (SELECT development FROM citation JOIN member USING (item)
                        WHERE citation IN (SELECT value FROM json_each(?1)))
                    OR id IN (SELECT development FROM matter_name JOIN member USING (item)
                        WHERE name IN (SELECT value FROM json_each(?1)))
                ORDER BY first_seen, id
                """, [SQLList(spellings)]
            ).map {
                MatterStep(
                    development: $0, items: try db.items(of: $0.id),
                    isMention: Set(spellings).isDisjoint(with: $0.matters))
            }
        }
    }

    /// Items that state a citation or a name and belong to no development, as they met no topic.
    ///
    /// - Parameter matter: The citation, normalised, or the name.
    /// - Returns: The items, the oldest first.
    /// - Throws: `StoreProblem`.
    public func loneItems(of matter: String) throws -> [ItemSummary] {
        try read { db in
            try db.map(
                """
                SELECT \(ItemSummary.columns) FROM item JOIN source ON source.id = item.source
                WHERE item.id IN (SELECT item FROM citation WHERE citation IN (SELECT value FROM json_each(?1))
                        UNION SELECT item FROM matter_name WHERE name IN (SELECT value FROM json_each(?1)))
                    AND NOT EXISTS (SELECT 1 FROM member WHERE member.item = item.id)
                ORDER BY item.first_seen, item.id
                """, [SQLList(db.spellings(of: matter))]
            ) { try ItemSummary($0, db) }
        }
    }

    /// Citations and names of matters that hold some words, those first that hold little else.
    ///
    /// - Parameters:
    ///   - words: The words, in any case.
    ///   - limit: How many at most.
    /// - Returns: The citations and names, each once.
    /// - Throws: `StoreProblem`.
    public func matters(holding words: String, limit: Int) throws -> [String] {
        try read { db in
            try db.map(
                """
                SELECT matter FROM (SELECT matter FROM matter UNION SELECT citation FROM citation
                    UNION SELECT name FROM matter_name)
                WHERE instr(lower(matter), lower(?1)) > 0 ORDER BY length(matter), matter LIMIT ?2
                """, [words, limit]
            ) { try $0.text("matter") }
        }
    }

    /// Whose items state an authority, whether or not they make a development.
    ///
    /// - Parameter citation: The citation, normalised.
    /// - Returns: The items, newest first sight first.
    /// - Throws: `StoreProblem`.
    public func items(citing citation: String) throws -> [ItemSummary] {
        try items(ItemQuery(citation: citation))
    }

    /// The items that stated an authority before an item was stored, the newest first.
    ///
    /// - Parameters:
    ///   - citations: The authorities, any of them.
    ///   - item: The item.
    ///   - limit: How many at most.
    /// - Returns: The items.
    /// - Throws: `StoreProblem`.
    public func items(
        citing citations: [String], before item: RowID<Item>, limit: Int
    ) throws -> [RowID<Item>] {
        try read { db in
            try db.map(
                """
                SELECT DISTINCT item FROM citation WHERE citation IN (SELECT value FROM json_each(?)) AND item < ?
                ORDER BY item DESC LIMIT ?
                """, [SQLList(citations.flatMap(Citation.spellings)), item, limit]
            ) { try $0.row("item") }
        }
    }

    /// Begins to follow a matter; who follows it already keeps the date, and the note where there is no new one.
    ///
    /// - Parameters:
    ///   - follow: Who follows what, and why.
    ///   - actor: Who says so.
    /// - Returns: Whether the owner followed it before.
    /// - Throws: `StoreProblem`.
    @discardableResult
    public func follow(_ follow: Follow, by actor: String) throws -> Bool {
        try write { db in
            let before = try db.first(
                "SELECT note FROM follow WHERE matter = ? AND owner = ?", [follow.matter, follow.owner]
            )?.text("note")
            let note = follow.note.isEmpty ? before ?? "" : follow.note
            try db.run(
                """
                INSERT INTO follow (matter, owner, note, since) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET note = excluded.note
                """, [follow.matter, follow.owner, note, follow.since])
            let id = try db.count(
                "SELECT id FROM follow WHERE matter = ? AND owner = ?", [follow.matter, follow.owner])
            try db.audit(
                "follow", "matter \(follow.matter)", by: actor, at: follow.since,
                ["owner": .string(follow.owner.rawValue), "note": .string(note)],
                rows: [GuardedRow(.follow, Int64(id))])
            return before != nil
        }
    }

    /// Ends following a matter.
    ///
    /// - Parameters:
    ///   - matter: The citation or name.
    ///   - owner: Who followed it.
    ///   - actor: Who says so.
    ///   - at: When.
    /// - Throws: `NotThere` where nobody followed it; `StoreProblem`.
    public func unfollow(_ matter: String, owner: ID<Owner>, by actor: String, at: Instant) throws {
        try write { db in
            let row = try db.first("SELECT id FROM follow WHERE matter = ? AND owner = ?", [matter, owner])
            guard let id = try row?.value("id", Int64.self) else {
                throw NotThere(noun: "follower", name: "\(owner) of \(matter)")
            }
            try db.run("DELETE FROM follow WHERE id = ?", [id])
            try db.audit(
                "unfollow", "matter \(matter)", by: actor, at: at, ["owner": .string(owner.rawValue)],
                rows: [GuardedRow(.follow, id)])
        }
    }

    /// Who follows which matters.
    ///
    /// - Returns: The follows, by matter and owner.
    /// - Throws: `StoreProblem`.
    public func follows() throws -> [Follow] {
        try read { db in
            try db.map("SELECT * FROM follow ORDER BY matter, owner") {
                Follow(
                    matter: try $0.text("matter"), owner: try $0.name("owner"), note: try $0.text("note"),
                    since: try $0.instant("since"))
            }
        }
    }
}

extension Database {
    /// The forms in which a matter is kept: those of its citation, or longer and shorter names of its parties.
    fileprivate func spellings(of matter: String) throws -> [String] {
        guard CaseName.isName(matter), let first = matter.split(separator: " ").first else {
            return Citation.spellings(of: matter)
        }
        let names = try map(
            """
            SELECT matter FROM matter WHERE instr(matter, ?1) = 1 UNION
            SELECT name FROM matter_name WHERE instr(name, ?1) = 1
            """, [first.lowercased()]
        ) { try $0.text("matter") }
        return [matter] + names.filter { $0 != matter && CaseName.isSame($0, matter) }
    }
}
