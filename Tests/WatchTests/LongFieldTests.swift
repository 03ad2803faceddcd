import Testing

@testable import Watch

@Suite("Fields that are very long")
struct LongFieldTests {
    @Test("the first 400,000 bytes are tagged; a character that is cut there is replaced")
    func beginning() {
        let text = String(repeating: "é", count: 300_000)
        #expect(TaggingTools.beginning(of: text).utf8.count == 400_000)
        #expect(TaggingTools.beginning(of: "a" + text).hasPrefix("aéé"))
        #expect(TaggingTools.beginning(of: "a" + text).utf8.count <= 400_002)
        #expect(TaggingTools.beginning(of: "short") == "short")
    }
}
