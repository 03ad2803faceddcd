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
            let isByHand = try $0.bool("by_hand")
            let found = isByHand ? nil : reader.topics[name]
            return TopicTag(
                topic: ID(name), evidence: found?.evidence ?? [], rule: found?.rule ?? "label", isByHand: isByHand)
        }
        findings.nearMisses = try reader.nearMisses(try row.optionalText("misses"))
        return findings
    }
}
