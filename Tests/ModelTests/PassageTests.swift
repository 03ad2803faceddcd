import Foundation
import Model
import Testing

@Suite("Words of a text by their places")
struct PassageTests {
    private static let text = Array("  The\r\n court  ruled\ton 训练. ".utf8)

    @Test(
        "words are shown in one line",
        arguments: [
            (0..<23, "The court ruled on"), (2..<5, "The"), (7..<14, "court"), (24..<30, "训练"), (0..<2, ""),
            (5..<5, ""),
            (15..<99, "ruled on 训练."),
        ])
    func line(_ range: Range<Int>, _ shown: String) {
        let passage = Passage(of: Self.text, words: range, context: range)
        #expect(passage.line(passage.words) == shown)
        #expect(passage.isLine(passage.words) == (Array(shown.utf8) == Array(Self.text[passage.words]) && shown != ""))
    }

    @Test("evidence is the same however its words are kept, and is read back from JSON")
    func same() throws {
        let passage = Passage(of: Self.text, words: 8..<13, context: 2..<20)
        let cut = Evidence(rule: "court", field: .title, passage: passage)
        let written = Evidence(rule: "court", words: "court", field: .title, offset: 8, context: "The court ruled")
        #expect(cut == written && cut.hashValue == written.hashValue)
        #expect(try JSONDecoder().decode(Evidence.self, from: JSONEncoder().encode(cut)) == written)
        let other = Passage(of: Self.text, words: 8..<13, context: 2..<13)
        #expect(cut != Evidence(rule: "court", field: .title, passage: other))
        #expect(cut != Evidence(rule: "court", field: .summary, passage: passage))
    }

    @Test("words without end and their context are cut, between two characters")
    func bounded() {
        let text = Array(String(repeating: "é", count: 100_000).utf8)
        let passage = Passage(of: text, words: 60_000..<120_000, context: 1..<199_999)
        #expect(passage.words == 60_000..<61_000)
        #expect(passage.context == 59_600..<61_400)
        #expect(passage.line(passage.context) == String(repeating: "é", count: 900))
    }

    @Test("pieces of evidence that have the same words at the same place have hashes of their own")
    func hashes() {
        let pieces = (0..<1_000).map { Evidence(rule: "ai", words: "AI", field: .title, context: "AI case \($0)") }
        #expect(Set(pieces.map(\.hashValue)).count > 990)
        #expect(Set(pieces + pieces).count == 1_000)
    }
}
