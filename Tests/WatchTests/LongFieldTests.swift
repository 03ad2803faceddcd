import Testing

@testable import Watch

@Suite("Fields that are very long")
struct LongFieldTests {
    @Test(
        "the first 400,000 bytes are tagged, without a character that does not fit",
        arguments: [("", "é", 400_000), ("a", "é", 399_999), ("", "法", 399_999), ("ab", "𝄞", 399_998)])
    func beginning(start: String, character: String, bytes: Int) {
        let text = start + String(repeating: character, count: 300_000)
        let beginning = TaggingTools.beginning(of: text)
        #expect(beginning.utf8.count == bytes)
        #expect(text.hasPrefix(beginning))
        #expect(TaggingTools.beginning(of: "short") == "short")
    }
}
