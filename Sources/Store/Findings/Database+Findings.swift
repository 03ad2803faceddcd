import GRDB
import Model

extension Database {
    /// Stores what a new item gave; its instrument and stage are columns of the item.
    func insert(_ findings: Findings, of item: RowID<Item>) throws {
        for (position, tag) in findings.topics.enumerated() { try insert(tag, of: item, position) }
        for (position, found) in findings.jurisdictions.enumerated() {
            try run(
                "INSERT INTO jurisdiction (item, position, jurisdiction, evidence) VALUES (?, ?, ?, ?)",
                [item, position, found.value, StoredJSON.text(found.evidence)])
        }
        for (position, found) in findings.citations.enumerated() {
            try run(
                "INSERT INTO citation (item, position, citation, evidence) VALUES (?, ?, ?, ?)",
                [item, position, found.value, StoredJSON.text(found.evidence)])
        }
        for (position, found) in findings.dates.enumerated() {
            try run(
                "INSERT INTO legal_date (item, position, day, kind, evidence) VALUES (?, ?, ?, ?, ?)",
                [item, position, found.value.date, found.value.kind.rawValue, StoredJSON.text(found.evidence)])
        }
        try insertMatters(findings, of: item)
        for (position, miss) in findings.nearMisses.enumerated() {
            try run(
                "INSERT INTO near_miss (item, position, topic, lacked, evidence) VALUES (?, ?, ?, ?, ?)",
                [item, position, miss.topic, miss.lacked, StoredJSON.text(miss.evidence)])
        }
    }

    private func insertMatters(_ findings: Findings, of item: RowID<Item>) throws {
        for (position, found) in findings.treatments.enumerated() {
            try run(
                "INSERT INTO treatment (item, position, authority, kind, evidence) VALUES (?, ?, ?, ?, ?)",
                [
                    item, position, found.value.authority, found.value.kind.rawValue,
                    StoredJSON.text(found.evidence),
                ])
        }
        for (position, found) in findings.matterNames.enumerated() {
            try run(
                "INSERT INTO matter_name (item, position, name, evidence) VALUES (?, ?, ?, ?)",
                [item, position, found.value, StoredJSON.text(found.evidence)])
        }
    }

    private func insert(_ tag: TopicTag, of item: RowID<Item>, _ position: Int) throws {
        try run(
            """
            INSERT INTO topic_tag (item, topic, position, rule, by_hand, evidence) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
            [item, tag.topic, position, tag.rule, tag.isByHand, StoredJSON.text(tag.evidence)])
    }

    /// Replaces what an item gave; what people said of its topics stays.
    func replace(_ findings: Findings, of item: RowID<Item>, vocabulary: String) throws {
        for table in ["topic_tag", "jurisdiction", "citation", "legal_date", "treatment", "matter_name", "near_miss"] {
            try run("DELETE FROM \(table) WHERE item = ?", [item])
        }
        try insert(findings, of: item)
        try run(
            """
            UPDATE item SET instrument = ?, stage = ?, instrument_evidence = ?, stage_evidence = ?, vocabulary = ?
            WHERE id = ?
            """,
            [
                findings.instrument.value.rawValue, findings.stage.value.rawValue,
                StoredJSON.text(findings.instrument.evidence), StoredJSON.text(findings.stage.evidence), vocabulary,
                item,
            ])
        try applyLabels(to: item)
    }

    /// Sets and takes away the topics that people said an item has or lacks, the last word counting, and has the item's
    /// development weighed anew.
    func applyLabels(to item: RowID<Item>) throws {
        let labels = try rows(
            "SELECT topic, applies, max(id) FROM label WHERE item = ? GROUP BY topic ORDER BY topic", [item])
        for label in labels {
            let topic: ID<Topic> = try label.name("topic")
            if try label.bool("applies") {
                let next = try count("SELECT coalesce(max(position) + 1, 0) FROM topic_tag WHERE item = ?", [item])
                try insert(TopicTag(topic: topic, evidence: [], rule: "label", isByHand: true), of: item, next)
            } else {
                try run("DELETE FROM topic_tag WHERE item = ? AND topic = ?", [item, topic])
            }
        }
        try run(
            "UPDATE item SET relevant = EXISTS (SELECT 1 FROM topic_tag WHERE topic_tag.item = item.id) WHERE id = ?",
            [item])
        try run(
            "INSERT OR IGNORE INTO unweighed (development) SELECT development FROM member WHERE item = ?", [item])
    }
}
