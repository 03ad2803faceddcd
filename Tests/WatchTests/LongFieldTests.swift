import Model
import Syndication
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

    @Test("one character with a million accents makes no title, author or category longer than it may be")
    func accents() throws {
        let long = "a" + String(repeating: "\u{301}", count: 1_000_000)
        let source = Source(
            id: ID("s"), publisher: "P", url: "https://s.example/", jurisdiction: try #require(Jurisdiction("US")),
            authority: .court)
        var titled = FeedItem()
        (titled.title, titled.authors, titled.categories) = (long, [long], [FeedCategory(term: long)])
        var untitled = FeedItem()
        untitled.summary = long
        let texts = EntryReader.entries(of: [titled, untitled], from: source).map(\.text)
        #expect(texts.allSatisfy { !$0.title.isEmpty && $0.title.utf8.count <= EntryReader.longestTitle + 3 })
        let names = try #require(texts.first).authors + (try #require(texts.first)).categories
        #expect(names.count == 2 && names.allSatisfy { $0.utf8.count <= EntryReader.longestName })
    }
}
