import Model
import Syndication
import Testing

@Suite("JSON Feed")
struct JSONFeedTests {
    private func item(_ members: String, base: String = "") throws -> FeedItem? {
        try feed("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{\(members)}]}", base: base).items
            .first
    }

    @Test(
        "ids of any kind, else the address",
        arguments: [
            ("\"id\": \"a\"", "a"), ("\"id\": 42", "42"), ("\"id\": 1.5", "1.5"), ("\"id\": \"  a \"", "a"),
            ("\"url\": \"http://a/1\"", "http://a/1"), ("\"id\": null, \"url\": \"http://a/1\"", "http://a/1"),
            ("\"external_url\": \"http://b/1\"", "http://b/1"), ("\"id\": \"\"", nil), ("\"id\": {}", nil),
        ] as [(String, String?)])
    func ids(members: String, id: String?) throws { #expect(try item(members)?.id == id) }

    private static let version = "\"version\": \"https://jsonfeed.org/version/1.1\""

    @Test("an array with holes, as PHP writes it, is one in the order of its numbers")
    func numbered() throws {
        let read = try feed("{\(Self.version), \"items\": {\"10\": {\"id\": \"b\"}, \"9\": {\"id\": \"a\"}}}")
        #expect(read.items.map(\.id) == ["a", "b"])
    }

    @Test(
        "a single entry stands alone, as converters from XML write it",
        arguments: ["\"id\": \"a\"", "\"url\": \"a\"", "\"id\": \"a\", \"content_text\": \"c\""])
    func alone(members: String) throws {
        let read = try feed("{\(Self.version), \"items\": {\(members)}}")
        #expect(read.items.map(\.id) == ["a"])
        #expect(!read.isTruncated)
    }

    @Test("a feed without a list of items is none that was read to its end", arguments: ["", ", \"items\": null"])
    func lacking(items: String) throws {
        let read = try feed("{\(Self.version), \"title\": \"T\"\(items)}")
        #expect(read.isTruncated)
        #expect(read.warnings.contains { $0.what.contains("no list of items") })
        #expect(try !feed("{\(Self.version), \"items\": []}").isTruncated)
    }

    @Test(
        "what stands around the value is told, and nothing else",
        arguments: ["\n<!-- cached -->", ");", "\u{0}"], [")]}',\n", "callback(", "/**/ a.b (", ""])
    func surrounded(after: String, before: String) throws {
        let read = try feed("\(before){\(Self.version), \"items\": [{\"id\": 1}]}\(after)")
        #expect(read.items.map(\.id) == ["1"])
    }

    @Test(
        "of a feed that breaks off the whole entries count",
        arguments: ["", "{", "{\"id\": \"3", "{\"id\": 3, \"tags\": [\"a\", ", "{\"id\""])
    func brokenOff(rest: String) throws {
        let read = try feed("{\(Self.version), \"items\": [{\"id\": 1}, {\"id\": 2}, \(rest)")
        #expect(read.items.map(\.id) == ["1", "2"])
        #expect(read.isTruncated)
    }

    @Test("a single tag or attachment counts as a list of one")
    func single() throws {
        let read = try item("\"tags\": \"law\", \"attachments\": {\"url\": \"http://a/1.pdf\"}")
        #expect(read?.categories.map(\.term) == ["law"])
        #expect(read?.enclosures.map(\.url) == ["http://a/1.pdf"])
    }

    @Test("text becomes HTML, and HTML stays")
    func texts() throws {
        let both = try item("\"content_text\": \"a < b\", \"summary\": \"c & d\", \"title\": \"<i>T</i> &amp; U\"")
        #expect(both?.content == "a &lt; b")
        #expect(both?.summary == "c &amp; d")
        #expect(both?.title == "<i>T</i> & U")
        #expect(try item("\"content_html\": \"<p>x</p>\", \"content_text\": \"y\"")?.content == "<p>x</p>")
    }

    @Test(
        "a list without a version or a title is a feed where its items have JSON Feed's own fields",
        arguments: [
            ("\"content_html\": \"x\"", true), ("\"id\": 1, \"date_published\": \"2026-01-05\"", true),
            ("\"id\": 1, \"url\": \"http://a/\", \"title\": \"T\"", false), ("", false),
        ])
    func undeclared(members: String, isFeed: Bool) {
        let items = try? feed("{\"items\": [{\(members)}]}").items.count
        #expect(items == (isFeed ? 1 : nil))
    }

    @Test(
        "authors of version 1 and 1.1",
        arguments: [
            ("\"author\": {\"name\": \"Ann\"}", ["Ann"]),
            ("\"authors\": [{\"name\": \"Ann\"}, {\"name\": \"Bob\"}]", ["Ann", "Bob"]),
            ("\"authors\": [{\"url\": \"http://a/ann\"}]", ["http://a/ann"]), ("\"author\": \"Ann\"", ["Ann"]),
            ("\"authors\": []", []),
        ])
    func authors(members: String, names: [String]) throws { #expect(try item(members)?.authors == names) }

    @Test("addresses are resolved, dates read or reported, attachments and tags kept")
    func rest() throws {
        let text = """
            {"version": "https://jsonfeed.org/version/1.1", "title": "T", "home_page_url": "/", "feed_url": "/f",
             "next_url": "/f?2", "language": "de-AT", "items": [{"id": "1", "url": "n/1", "date_published": "2026-03-05",
             "date_modified": "some day", "tags": ["a", "<b>b</b>", 3], "language": "fr",
             "attachments": [{"url": "x.pdf", "mime_type": "application/pdf", "size_in_bytes": 7}, {"mime_type": "a/b"}]}]}
            """
        let feed = try feed(text, base: "http://h.example/dir/feed.json")
        #expect(feed.link == "http://h.example/")
        #expect(feed.paging.next == "http://h.example/f?2")
        #expect(feed.language == "de-AT")
        let item = try #require(feed.items.first)
        #expect(item.link == "http://h.example/dir/n/1")
        #expect(item.published?.day.description == "2026-03-05")
        #expect(item.updated == nil)
        #expect(item.categories.map(\.term) == ["a", "b", "3"])
        #expect(item.enclosures == [Enclosure(url: "http://h.example/dir/x.pdf", type: "application/pdf", length: 7)])
        #expect(item.language == "fr")
        #expect(feed.warnings.map(\.what) == ["the date \"some day\" cannot be read"])
    }

    @Test(
        "JSON that is no feed is named as such",
        arguments: ["[]", "{}", "{\"items\": 1}", "{\"version\": \"2\"}", "[1, 2]", "{\"title\": \"T\"}"])
    func others(text: String) { #expect(throws: NotAFeed.otherJSON) { try feed(text) } }

    @Test(
        "lone surrogates and controls become replacements, and nothing is lost",
        arguments: ["\\ud800", "\\udfff\\ud800"])
    func surrogates(text: String) throws {
        let item = try item("\"id\": \"1\", \"title\": \"a\(text)b\"")
        #expect(item?.title?.hasPrefix("a") == true)
        #expect(item?.title?.hasSuffix("b") == true)
    }

    @Test("what is no item is told and left out, a number is a moment, an empty language is none")
    func loose() throws {
        let text = """
            {"version": "https://jsonfeed.org/version/1.1", "title": "T", "language": "", "items": [null, 5, "x", [],
            {"id": "1", "date_published": 1772721000, "language": ""}, {"id": "2", "date_published": [1]}]}
            """
        let feed = try feed(text)
        #expect(feed.items.map(\.id) == ["1", "2"])
        #expect(feed.items.first?.published?.description == "2026-03-05T14:30:00Z")
        #expect(feed.language == nil && feed.items.first?.language == nil)
        #expect(feed.warnings.map(\.what) == ["4 of the items are no objects"])
    }
}
