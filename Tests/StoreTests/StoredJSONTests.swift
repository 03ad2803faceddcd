import Foundation
import Model
import Testing

@testable import Store

@Suite("What is stored as JSON") struct StoredJSONTests {
    static let words = [
        "", "plain", "quotes \" and \\ slashes", "line\nfeed\r\ttab", "\u{01}\u{1F}", "版权 🤖 é", "{\"words\":\"x\"}",
        "]",
    ]

    @Test("comes back as it was, whatever the words are", arguments: words)
    func roundTrip(_ text: String) throws {
        let evidence = [
            Evidence(rule: text, words: text, field: .summary, offset: 12, context: text),
            Evidence(rule: "b", words: text, field: .stated),
        ]
        #expect(try StoredJSON.evidence(StoredJSON.text(evidence)) == evidence)
        let reasons = [
            AlertReason(kind: .reliance, value: text, section: text, jurisdictions: [.eu], evidence: evidence),
            AlertReason(kind: .topic, value: "t"),
        ]
        #expect(try StoredJSON.reasons(StoredJSON.text(reasons)) == reasons)
        #expect(try StoredJSON.strings(JSONText.of([text, text])) == [text, text])
        let rank = Rank(parts: [.init(text, -4), .init("stage", 30)])
        #expect(try StoredJSON.rank(StoredJSON.text(rank)) == rank)
    }

    @Test("is read in any other form of JSON, too")
    func otherForms() throws {
        let spaced = #"[ {"words": "w\u00e9", "rule": "r", "field": "title", "offset": 3, "context": ""} ]"#
        #expect(try StoredJSON.evidence(spaced) == [Evidence(rule: "r", words: "wé", field: .title, offset: 3)])
        #expect(try StoredJSON.strings("[ \"a\", \"\\ud83e\\udd16\" ]") == ["a", "🤖"])
    }

    @Test("is damage where it is cut off", arguments: ["[{\"context\":\"", "[\"a\"", "[]x", ""])
    func damage(_ text: String) {
        #expect(throws: (any Error).self) { try StoredJSON.evidence(text) }
    }
}
