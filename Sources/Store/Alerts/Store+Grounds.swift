import GRDB
public import Model

extension Store {
    /// The open questions about the developments of some items.
    ///
    /// - Parameter items: The items.
    /// - Returns: The alerts, in order of their numbers.
    /// - Throws: `StoreProblem`.
    public func openAlerts(about items: [RowID<Item>]) throws -> [Alert] {
        try read { db in
            try db.map(
                """
                SELECT * FROM alert WHERE state = 'open' AND development IN (
                    SELECT development FROM member WHERE item IN (SELECT value FROM json_each(?)))
                ORDER BY id
                """, [SQLList(items)]
            ) { try $0.alert() }
        }
    }

    /// The topics of each item of some developments, also of those that have none.
    ///
    /// - Parameter developments: The developments.
    /// - Returns: The topics by development and item.
    /// - Throws: `StoreProblem`.
    public func topics(
        of developments: [RowID<Development>]
    ) throws -> [RowID<Development>: [RowID<Item>: Set<ID<Topic>>]] {
        try read { db in
            var topics: [RowID<Development>: [RowID<Item>: Set<ID<Topic>>]] = [:]
            let rows = try db.map(
                """
                SELECT development, member.item, topic FROM member LEFT JOIN topic_tag ON topic_tag.item = member.item
                WHERE development IN (SELECT value FROM json_each(?))
                """, [SQLList(developments)]
            ) { row in
                let topic = try row.optionalText("topic").map { ID<Topic>($0) }
                return (
                    development: try row.row("development") as RowID<Development>,
                    item: try row.row("item") as RowID<Item>, topic: topic
                )
            }
            for (development, item, topic) in rows {
                topics[development, default: [:]][item, default: []].formUnion(topic.map { [$0] } ?? [])
            }
            return topics
        }
    }
}
