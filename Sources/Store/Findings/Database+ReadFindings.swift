import GRDB
import Model

extension Database {
    /// What an item gave, from its row and the rows that name it.
    func findings(of item: RowID<Item>, _ row: Row, evidence: Bool = true) throws -> Findings {
        var findings = Findings()
        findings.instrument = Proven(
            try row.word("instrument"), evidence ? try row.evidence("instrument_evidence") : [])
        findings.stage = Proven(try row.word("stage"), evidence ? try row.evidence("stage_evidence") : [])
        findings.jurisdictions = try proven("jurisdiction", item, evidence) { try $0.jurisdiction("jurisdiction") }
        findings.citations = try proven("citation", item, evidence) { try $0.text("citation") }
        findings.dates = try proven("legal_date", item, evidence) {
            LegalDate(try $0.day("day"), try $0.word("kind"))
        }
        findings.treatments = try proven("treatment", item, evidence) {
            Treatment(authority: try $0.text("authority"), kind: try $0.word("kind"))
        }
        findings.matterNames = try proven("matter_name", item, evidence) { try $0.text("name") }
        if evidence { try readTopics(of: item, into: &findings) }
        return findings
    }

    private func readTopics(of item: RowID<Item>, into findings: inout Findings) throws {
        findings.topics = try map("SELECT * FROM topic_tag WHERE item = ? ORDER BY position", [item]) {
            TopicTag(
                topic: try $0.name("topic"), evidence: try $0.evidence("evidence"), rule: try $0.text("rule"),
                isByHand: try $0.bool("by_hand"))
        }
        findings.nearMisses = try map("SELECT * FROM near_miss WHERE item = ? ORDER BY position", [item]) {
            NearMiss(
                topic: try $0.name("topic"), evidence: try $0.evidence("evidence"), lacked: try $0.text("lacked"))
        }
    }

    private func proven<Value>(
        _ table: String, _ item: RowID<Item>, _ evidence: Bool, _ make: (Row) throws -> Value
    ) throws -> [Proven<Value>] {
        try map("SELECT * FROM \(table) WHERE item = ? ORDER BY position", [item]) {
            Proven(try make($0), evidence ? try $0.evidence("evidence") : [])
        }
    }
}
