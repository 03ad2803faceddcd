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
}
