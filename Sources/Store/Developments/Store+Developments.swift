import GRDB
public import Model

/// A development to be stored.
public struct NewDevelopment: Sendable, Equatable {
    /// Its items, in any order.
    public var members: [Development.Membership]
    /// When the first of them was seen.
    public var firstSeen: Instant
    /// Citations and names by which the matter is followed.
    public var matters: [String]
    /// The step before in the same matter.
    public var previous: Step?

    /// A development that is stored, or that is about to be.
    public enum Step: Sendable, Equatable {
        /// One that is stored.
        case stored(RowID<Development>)
        /// The one that an earlier change of the same list makes.
        case change(Int)
    }

    /// A development from its parts.
    public init(
        members: [Development.Membership], firstSeen: Instant, matters: [String], previous: Step? = nil
    ) {
        self.members = members
        self.firstSeen = firstSeen
        self.matters = matters
        self.previous = previous
    }
}

/// What grouping did to the developments.
public enum DevelopmentChange: Sendable, Equatable {
    /// Items report an event that nobody knew.
    case insert(NewDevelopment)
    /// Further items report an event that is known: these, and all matters.
    case extend(RowID<Development>, adding: [Development.Membership], matters: [String])
}

extension Store {
    /// Stores what grouping did, in one transaction that a power cut can take back, as it is then done anew; the
    /// developments are unweighed until ``weigh(_:raising:reopening:at:)``.
    ///
    /// - Parameter changes: What it did, in order.
    /// - Returns: For each change the development.
    /// - Throws: `StoreProblem`.
    public func apply(_ changes: [DevelopmentChange]) throws -> [RowID<Development>] {
        try writeAtOnce { db in
            var made: [RowID<Development>] = []
            for change in changes {
                switch change {
                case .insert(let new): made.append(try db.insert(new, after: made))
                case .extend(let id, let members, let matters):
                    try db.add(members, to: id)
                    try db.setMatters(of: id, matters)
                    made.append(id)
                }
            }
            for id in made { try db.run("INSERT OR IGNORE INTO unweighed (development) VALUES (?)", [id]) }
            return made
        }
    }

    /// Developments that are new, grew, or hold an item whose findings changed, and that no question was weighed for
    /// since.
    ///
    /// - Parameter limit: How many at most.
    /// - Returns: The developments, in order of their numbers.
    /// - Throws: `StoreProblem`.
    public func unweighedDevelopments(limit: Int) throws -> [Development] {
        try read { db in
            try db.developments(
                "WHERE id IN (SELECT development FROM unweighed ORDER BY development LIMIT ?) ORDER BY id", [limit])
        }
    }

    /// Relevant items that belong to no development yet, in order of their numbers.
    ///
    /// - Parameter limit: How many at most.
    /// - Returns: The items with their texts and findings.
    /// - Throws: `StoreProblem`.
    public func ungroupedItems(limit: Int = 1000) throws -> [RowID<Item>] {
        try read { db in
            try db.map("SELECT item FROM ungrouped ORDER BY item LIMIT ?", [limit]) { try $0.row("item") }
        }
    }

    /// Items without a topic that belong to no development and state a citation or a name, and that the run which
    /// stored them cannot have weighed: older ones, and those that were edited.
    ///
    /// - Parameters:
    ///   - since: First seen, or edited, at this moment or later.
    ///   - before: First seen before this moment, unless edited since.
    /// - Returns: The items, in order of their numbers.
    /// - Throws: `StoreProblem`.
    public func uncategorisedItems(since: Instant, before: Instant) throws -> [RowID<Item>] {
        try read { db in
            try db.map(
                """
                SELECT id FROM item WHERE relevant = 0 AND revised >= ? AND (first_seen < ? OR revised > first_seen)
                    AND NOT EXISTS (SELECT 1 FROM member WHERE item = item.id)
                    AND (EXISTS (SELECT 1 FROM citation WHERE item = item.id)
                        OR EXISTS (SELECT 1 FROM matter_name WHERE item = item.id)
                        OR EXISTS (SELECT 1 FROM treatment WHERE item = item.id))
                ORDER BY id
                """, [since, before]
            ) { try $0.row("id") }
        }
    }

    /// One development.
    ///
    /// - Parameter id: The development.
    /// - Returns: The development; nil where there is none of that number.
    /// - Throws: `StoreProblem`.
    public func development(_ id: RowID<Development>) throws -> Development? {
        try read { try $0.developments("WHERE id = ?", [id]).first }
    }

    /// Developments by their numbers.
    ///
    /// - Parameter ids: The numbers; of one that is not there nothing comes.
    /// - Returns: The developments in the order of their numbers.
    /// - Throws: `StoreProblem`.
    public func developments(_ ids: [RowID<Development>]) throws -> [Development] {
        try read { try $0.developments("WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", [SQLList(ids)]) }
    }

    /// The newest developments, which new items may belong to or follow because they are recent.
    ///
    /// - Parameters:
    ///   - limit: So many at most.
    ///   - since: First seen at this moment or later.
    /// - Returns: The developments, the oldest first.
    /// - Throws: `StoreProblem`.
    public func newestDevelopments(_ limit: Int, since: Instant) throws -> [Development] {
        try read { db in
            try db.developments("WHERE first_seen >= ? ORDER BY first_seen DESC, id DESC LIMIT ?", [since, limit])
                .reversed()
        }
    }

    /// Developments that were first seen in a period.
    ///
    /// - Parameters:
    ///   - since: First seen at this moment or later.
    ///   - until: First seen before this moment; to the end where nil.
    /// - Returns: The developments, the oldest first.
    /// - Throws: `StoreProblem`.
    public func developments(since: Instant, until: Instant? = nil) throws -> [Development] {
        try read { db in
            try db.developments(
                "WHERE first_seen >= ? AND (?2 IS NULL OR first_seen < ?2) ORDER BY first_seen, id", [since, until])
        }
    }

    /// Developments that new items may belong to, or follow, because they share a citation or a name.
    ///
    /// - Parameter matters: Citations and names.
    /// - Returns: The developments, the oldest first.
    /// - Throws: `StoreProblem`.
    public func developments(inAnyOf matters: [String]) throws -> [Development] {
        try read { db in
            try db.developments(
                """
                WHERE id IN (SELECT development FROM matter WHERE matter IN (SELECT value FROM json_each(?)))
                ORDER BY first_seen, id
                """, [SQLList(matters.flatMap(Citation.spellings))])
        }
    }

    /// The items of a development, the one that is shown first.
    ///
    /// - Parameter id: The development.
    /// - Returns: The items.
    /// - Throws: `StoreProblem`.
    public func items(of id: RowID<Development>) throws -> [ItemSummary] {
        try read { try $0.items(of: id) }
    }
}

extension Database {
    fileprivate func insert(
        _ new: NewDevelopment, after made: [RowID<Development>]
    ) throws -> RowID<Development> {
        guard let lead = new.members.min(by: Development.isShownBefore) else {
            throw NotThere(noun: "item", name: "in the development")
        }
        let previous: RowID<Development>? =
            switch new.previous {
            case .stored(let id): id
            case .change(let index): made.indices.contains(index) ? made[index] : nil
            case nil: nil
            }
        let id = RowID<Development>(
            try insert(
                "INSERT INTO development (id, first_seen, previous, lead) VALUES (\(Numbered.development.next), ?, ?, ?)",
                [new.firstSeen, previous, lead.item]))
        for member in new.members { try insert(member, into: id) }
        try setMatters(of: id, new.matters)
        return id
    }

    private func insert(_ member: Development.Membership, into id: RowID<Development>) throws {
        try run(
            """
            INSERT INTO member (development, item, position, because) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET position = excluded.position
            """, [id, member.item, member.place, member.because])
        try run("DELETE FROM ungrouped WHERE item = ?", [member.item])
    }

    /// Adds members, without looking at all that there are: a development can have thousands.
    fileprivate func add(_ members: [Development.Membership], to id: RowID<Development>) throws {
        for member in members { try insert(member, into: id) }
        guard let first = members.min(by: Development.isShownBefore) else { return }
        try run(
            """
            UPDATE development SET lead = ?2 WHERE id = ?1 AND (?3, ?2) <
                (SELECT position, item FROM member WHERE development = ?1 AND item = development.lead)
            """, [id, first.item, first.place])
    }

    fileprivate func setMatters(of id: RowID<Development>, _ matters: [String]) throws {
        for (position, matter) in matters.enumerated() where !matter.isEmpty {
            try run(
                """
                INSERT INTO matter (development, position, matter) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET position = excluded.position
                """, [id, position, matter])
        }
    }

    func developments(_ condition: String, _ values: [any SQLValue]) throws -> [Development] {
        try map("SELECT * FROM development \(condition)", values) { row in
            let id: RowID<Development> = try row.row("id")
            return Development(
                id: id,
                members: try map(
                    "SELECT item, because, position FROM member WHERE development = ? ORDER BY position, item", [id]
                ) {
                    Development.Membership(
                        item: try $0.row("item"), because: try $0.text("because"), place: try $0.integer("position"))
                },
                firstSeen: try row.instant("first_seen"),
                matters: try map("SELECT matter FROM matter WHERE development = ? ORDER BY position", [id]) {
                    try $0.text("matter")
                },
                previous: try row.optionalRow("previous"))
        }
    }

    func items(of id: RowID<Development>) throws -> [ItemSummary] {
        try map(
            """
            SELECT \(ItemSummary.columns) FROM member JOIN item ON item.id = member.item
                JOIN source ON source.id = item.source
            WHERE member.development = ? ORDER BY member.position, item.id
            """, [id]
        ) { try ItemSummary($0, self) }
    }
}
