import GRDB
public import Model

/// What a person said of an item's topic, against or beside the rules.
public struct TopicLabel: Sendable, Equatable {
    /// The item.
    public var item: RowID<Item>
    /// The topic.
    public var topic: ID<Topic>
    /// Whether the item is about it; nil where what was said is taken back, and the rules decide.
    public var applies: Bool?
    /// Who said so.
    public var actor: String
    /// When.
    public var at: Instant

    /// A label from its parts.
    public init(item: RowID<Item>, topic: ID<Topic>, applies: Bool?, actor: String, at: Instant) {
        self.item = item
        self.topic = topic
        self.applies = applies
        self.actor = actor
        self.at = at
    }
}

extension Store {
    /// Records that an item is, or is not, about a topic; the last word on a topic counts, also after retagging.
    ///
    /// - Parameter labels: What was said.
    /// - Throws: `NotThere` where there is no such item; `StoreProblem`.
    public func label(_ labels: [TopicLabel]) throws {
        try write { db in
            for label in labels { try db.record(label) }
        }
    }

    /// What people said of items' topics and did not take back, the last word on each.
    ///
    /// - Parameter items: Of which items; of all where nil.
    /// - Returns: The labels, by item and topic.
    /// - Throws: `StoreProblem`.
    public func labels(of items: [RowID<Item>]? = nil) throws -> [TopicLabel] {
        try read { db in
            try db.map(
                """
                SELECT * FROM (SELECT item, topic, applies, actor, at, max(id) FROM label
                    WHERE ?1 IS NULL OR item IN (SELECT value FROM json_each(?1)) GROUP BY item, topic)
                WHERE applies IS NOT NULL ORDER BY item, topic
                """, [items.map { SQLList($0) }]
            ) {
                TopicLabel(
                    item: try $0.row("item"), topic: try $0.name("topic"), applies: try $0.bool("applies"),
                    actor: try $0.text("actor"), at: try $0.instant("at"))
            }
        }
    }

    /// Items of which a person said what topics they have: by labels, or by answers to near misses.
    ///
    /// - Returns: The items, in order.
    /// - Throws: `StoreProblem`.
    public func judgedItems() throws -> [RowID<Item>] {
        try read { db in
            try db.map(
                """
                SELECT item FROM (SELECT item, applies, max(id) FROM label GROUP BY item, topic)
                WHERE applies IS NOT NULL UNION SELECT item FROM near_miss_answer ORDER BY item
                """
            ) { try $0.row("item") }
        }
    }
}

extension Database {
    /// Records what a person said of an item's topic, in the transaction of what it belongs to.
    func record(_ label: TopicLabel) throws {
        try requireItem(label.item)
        let row = try insert(
            "INSERT INTO label (item, topic, applies, actor, at) VALUES (?, ?, ?, ?, ?)",
            [label.item, label.topic, label.applies, label.actor, label.at])
        try applyLabels(to: label.item)
        try audit(
            "label", "item \(label.item)", by: label.actor, at: label.at,
            ["topic": .string(label.topic.rawValue), "applies": label.applies.map { .bool($0) } ?? .null],
            rows: [GuardedRow(.label, row)])
    }

    func requireItem(_ item: RowID<Item>) throws {
        guard try count("SELECT count(*) FROM item WHERE id = ?", [item]) == 1 else {
            throw NotThere(noun: "item", name: item.description)
        }
    }
}
