import GRDB
import Model

extension Database {
    /// What an item gave, from its row and the rows that name it.
    func findings(of item: RowID<Item>, _ row: Row) throws -> Findings {
        var findings = Findings()
        findings.instrument = Proven(try row.word("instrument"), try row.list("instrument_evidence"))
        findings.stage = Proven(try row.word("stage"), try row.list("stage_evidence"))
        findings.topics = try map("SELECT * FROM topic_tag WHERE item = ? ORDER BY position", [item]) {
            TopicTag(
                topic: try $0.name("topic"), evidence: try $0.list("evidence"), rule: try $0.text("rule"),
                isByHand: try $0.bool("by_hand"))
        }
        findings.jurisdictions = try proven("jurisdiction", item) { try $0.jurisdiction("jurisdiction") }
        findings.citations = try proven("citation", item) { try $0.text("citation") }
        findings.dates = try proven("legal_date", item) { LegalDate(try $0.day("day"), try $0.word("kind")) }
        findings.treatments = try proven("treatment", item) {
            Treatment(authority: try $0.text("authority"), kind: try $0.word("kind"))
        }
        findings.matterNames = try proven("matter_name", item) { try $0.text("name") }
        findings.nearMisses = try map("SELECT * FROM near_miss WHERE item = ? ORDER BY position", [item]) {
            NearMiss(
                topic: try $0.name("topic"), evidence: try $0.list("evidence"), lacked: try $0.text("lacked"))
        }
        return findings
    }

    private func proven<Value>(
        _ table: String, _ item: RowID<Item>, _ make: (Row) throws -> Value
    ) throws -> [Proven<Value>] {
        try map("SELECT * FROM \(table) WHERE item = ? ORDER BY position", [item]) {
            Proven(try make($0), try $0.list("evidence"))
        }
    }
}
