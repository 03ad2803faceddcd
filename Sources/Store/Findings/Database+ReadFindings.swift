import GRDB
import Model

extension Database {
    /// What an item gave, from its row and its newest text.
    func findings(of item: RowID<Item>, _ row: Row, in text: ItemText) throws -> Findings {
        let reader = try FindingsReader(try row.optionalText("detail"), of: text)
        var findings = reader.facts
        findings.instrument.value = try row.word("instrument")
        findings.stage.value = try row.word("stage")
        findings.topics = try map("SELECT topic, by_hand FROM topic_tag WHERE item = ? ORDER BY position", [item]) {
            let name = try $0.text("topic")
            if try $0.bool("by_hand") { return try labelled(ID(name), item) }
            let found = reader.topics[name]
            return TopicTag(
                topic: ID(name), evidence: found?.evidence ?? [], rule: found?.rule ?? Evidence.labelRule)
        }
        findings.nearMisses = try reader.nearMisses(try row.optionalText("misses"))
        return findings
    }

    /// A topic that a person set, with who did it last and when.
    private func labelled(_ topic: ID<Topic>, _ item: RowID<Item>) throws -> TopicTag {
        let label = try first(
            "SELECT actor, at FROM label WHERE item = ? AND topic = ? AND applies = 1 ORDER BY id DESC LIMIT 1",
            [item, topic])
        return TopicTag(
            topic: topic,
            evidence: try label.map { [Evidence.label(by: try $0.text("actor"), at: try $0.instant("at"))] } ?? [],
            rule: Evidence.labelRule, isByHand: true)
    }
}
