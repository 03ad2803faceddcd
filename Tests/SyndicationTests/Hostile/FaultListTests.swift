import Syndication
import Testing

@Suite("Documents that mean harm leave their neighbours whole")
struct FaultListTests {
    private static let last = "<item><title>last</title><link>http://a/</link></item></channel></rss>"

    private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    /// Faults inside one entry's title, each in the size that hurts.
    private static let titles: [(name: String, text: String)] = [
        ("a megabyte of words", repeated("word ", 200_000)),
        ("NULs", repeated("a\u{0}b", 100_000)),
        ("escape sequences", repeated("\u{1B}[31mred\u{1B}]0;x\u{7}", 10_000)),
        ("line breaks and headers", repeated("\r\nBcc: x@a.example", 10_000)),
        ("bidi overrides", repeated("\u{202E}abc\u{202C}", 10_000)),
        ("angle brackets", repeated("<", 100_000)),
        ("tags never closed", repeated("<b ", 100_000)),
        ("attributes never closed", repeated("<b c=\"", 100_000)),
        ("quotes in quotes", repeated("<b c='\"", 100_000)),
        ("elements in elements", repeated("<b>", 100_000)),
        ("elements that end", repeated("</b>", 100_000)),
        ("ampersands", repeated("&", 100_000)),
        ("names of characters", repeated("&nosuchname;", 100_000)),
        ("numbers of characters", repeated("&#99999999;&#xD800;&#0;", 30_000)),
        ("instructions", repeated("<?x", 100_000)),
        ("declarations", repeated("<!x", 100_000)),
    ]

    @Test("one title with", arguments: titles.map(\.name))
    func title(name: String) throws {
        let text = try #require(Self.titles.first { $0.name == name }?.text)
        let feed = try feed(
            "<rss version=\"2.0\"><channel><title>T</title><item><title>\(text)</title></item>\(Self.last)")
        #expect(feed.title == "T")
        for item in feed.items {
            let title = item.title ?? ""
            #expect(title.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
            #expect(!title.unicodeScalars.contains("\u{202E}"))
        }
    }

    @Test(
        "where a fault is well-formed or within a text, the entry after it is read",
        arguments: [
            "<a>" + repeated("<b>", 5_000) + repeated("</b>", 5_000) + "</a>", repeated("<b/>", 100_000),
            repeated("&amp;", 100_000), repeated("<!-- c -->", 50_000), repeated("<![CDATA[<]]>", 50_000),
            repeated(" ", 1 << 20), repeated("&lt;", 100_000), repeated("&#60;", 100_000),
            repeated("<id>7</id><br>", 50_000),
        ])
    func neighbours(text: String) throws {
        let feed = try feed(
            "<rss version=\"2.0\"><channel><title>T</title><item><title>t</title><description>\(text)</description></item>"
                + Self.last)
        #expect(feed.items.map(\.title) == ["t", "last"])
        #expect(feed.items.last?.link == "http://a/")
    }

    @Test(
        "broken bytes of every kind",
        arguments: [[0xC3, 0x28], [0xED, 0xA0, 0x80], [0xFF], [0xF8, 0x88], [0xC0, 0xAF]])
    func bytes(sequence: [UInt8]) throws {
        let head = "<rss version=\"2.0\"><channel><title>T</title><item><title>a"
        let many = Array(repeating: sequence, count: 20_000).flatMap(\.self)
        let document = Array(head.utf8) + many + Array("z</title></item>\(Self.last)".utf8)
        let feed = try Feed(document, base: "")
        #expect(feed.items.last?.title == "last")
        #expect(!feed.warnings.isEmpty)
    }

    @Test("bases set in bases set in bases")
    func bases() throws {
        let open = Self.repeated("<x xml:base=\"abcdefgh/\">", 5_000)
        let text =
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"http://a/\">\(open)<entry><id>1</id></entry></feed>"
        #expect(try feed(text).items.count <= 1)
    }
}
