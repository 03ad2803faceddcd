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
        let spaced = #"[ {"kind": "topic", "value": "w\u00e9", "evidence": [], "jurisdictions": []} ]"#
        #expect(try StoredJSON.reasons(spaced) == [AlertReason(kind: .topic, value: "wé")])
        #expect(try StoredJSON.strings("[ \"a\", \"\\ud83e\\udd16\" ]") == ["a", "🤖"])
    }

    @Test("is damage where it is cut off", arguments: ["[{\"evidence\":[]", "[\"a\"", "[]x", ""])
    func damage(_ text: String) {
        #expect(throws: (any Error).self) { try StoredJSON.reasons(text) }
    }
}
