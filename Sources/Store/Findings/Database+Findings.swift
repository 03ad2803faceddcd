import GRDB
import Model

extension Database {
    /// Stores what a new item gave; its instrument and stage are columns of the item.
    func insert(_ findings: Findings, _ rows: ItemRows, of item: RowID<Item>) throws {
        if let detail = rows.detail {
            try run("INSERT INTO finding (item, detail) VALUES (?, ?)", [item, detail])
        }
        if let misses = rows.misses {
            try run("INSERT INTO near_miss (item, misses) VALUES (?, ?)", [item, misses])
        }
        for (position, tag) in findings.topics.enumerated() {
            try insert(tag.topic, of: item, position, byHand: tag.isByHand)
        }
        try insertFacts(findings, of: item)
    }

    /// Stores the values by which items are asked for; the words that prove them are in `finding`.
    private func insertFacts(_ findings: Findings, of item: RowID<Item>) throws {
        for (position, found) in findings.jurisdictions.enumerated() {
            try run(
                "INSERT INTO jurisdiction (item, position, jurisdiction) VALUES (?, ?, ?)",
                [item, position, found.value])
        }
        for (position, found) in findings.citations.enumerated() {
            try run("INSERT INTO citation (item, position, citation) VALUES (?, ?, ?)", [item, position, found.value])
        }
        for (position, found) in findings.treatments.enumerated() {
            try run(
                "INSERT INTO treatment (item, position, authority, kind) VALUES (?, ?, ?, ?)",
                [item, position, found.value.authority, found.value.kind.rawValue])
        }
        for (position, found) in findings.matterNames.enumerated() {
            try run("INSERT INTO matter_name (item, position, name) VALUES (?, ?, ?)", [item, position, found.value])
        }
    }

    private func insert(_ topic: ID<Topic>, of item: RowID<Item>, _ position: Int, byHand: Bool) throws {
        try run(
            "INSERT INTO topic_tag (item, topic, position, by_hand) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [item, topic, position, byHand])
    }

    /// Replaces what an item gave; what people said of its topics stays.
    func replace(_ findings: Findings, _ rows: ItemRows, of item: RowID<Item>, vocabulary: String) throws {
        for table in ["finding", "near_miss", "topic_tag", "jurisdiction", "citation", "treatment", "matter_name"] {
            try run("DELETE FROM \(table) WHERE item = ?", [item])
        }
        try insert(findings, rows, of: item)
        try run(
            "UPDATE item SET instrument = ?, stage = ?, vocabulary = ? WHERE id = ?",
            [findings.instrument.value.rawValue, findings.stage.value.rawValue, vocabulary, item])
        try applyLabels(to: item)
    }

    /// Sets and takes away the topics that people said an item has or lacks, the last word counting; where it takes back
    /// what was said, the rules count. The item's development is weighed anew.
    func applyLabels(to item: RowID<Item>) throws {
        let labels = try rows(
            "SELECT topic, applies, max(id) FROM label WHERE item = ? GROUP BY topic ORDER BY topic", [item])
        for label in labels {
            let topic: ID<Topic> = try label.name("topic")
            let next = try count("SELECT coalesce(max(position) + 1, 0) FROM topic_tag WHERE item = ?", [item])
            switch try label.optional("applies", Bool.self) {
            case true?: try insert(topic, of: item, next, byHand: true)
            case false?: try run("DELETE FROM topic_tag WHERE item = ? AND topic = ?", [item, topic])
            case nil:
                try run("DELETE FROM topic_tag WHERE item = ? AND topic = ? AND by_hand = 1", [item, topic])
                if try isGiven(topic, to: item) { try insert(topic, of: item, next, byHand: false) }
            }
        }
        try run(
            "UPDATE item SET relevant = EXISTS (SELECT 1 FROM topic_tag WHERE topic_tag.item = item.id) WHERE id = ?",
            [item])
        try run("DELETE FROM ungrouped WHERE item = ?", [item])
        try run(
            """
            INSERT INTO ungrouped (item) SELECT id FROM item
            WHERE id = ? AND relevant = 1 AND NOT EXISTS (SELECT 1 FROM member WHERE member.item = item.id)
            """, [item])
        try run(
            "INSERT OR IGNORE INTO unweighed (development) SELECT development FROM member WHERE item = ?", [item])
    }

    /// Whether the rules gave a topic to an item, whatever people said.
    private func isGiven(_ topic: ID<Topic>, to item: RowID<Item>) throws -> Bool {
        guard let detail = try first("SELECT detail FROM finding WHERE item = ?", [item])?.text("detail"),
            let text = try text(of: item)
        else { return false }
        return try FindingsReader(detail, of: text).topics[topic.rawValue] != nil
    }
}
