import Model
import Syndication
import Testing

@Suite("What hostile documents can cost is bounded")
struct BoundsTests {
    private func rss(_ elements: String) -> String {
        "<rss version=\"2.0\"><channel><title>T</title>\(elements)<item><title>last</title></item></channel></rss>"
    }

    private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    @Test("entities do not multiply")
    func billionLaughs() throws {
        let entities = (1...9).map { "<!ENTITY e\($0) \"\(repeated("&e\($0 - 1);", 10))\">" }.joined()
        let document = "<!DOCTYPE r [<!ENTITY e0 \"lol\">\(entities)]>" + rss("<item><title>&e9;</title></item>")
        #expect(try feed(document).items.map(\.title) == ["&e9;", "last"])
    }

    @Test("an entity used very often becomes no more than a bound")
    func quadraticBlowup() throws {
        let document =
            "<!DOCTYPE r [<!ENTITY a \"\(repeated("x", 1_900))\">]>"
            + rss("<item><title>\(repeated("&a;", 20_000))</title></item>")
        let items = try feed(document).items
        #expect(items.count == 2)
        #expect((items.first?.title?.utf8.count ?? 0) <= 4 << 20)
        #expect(items.last?.title == "last")
    }

    @Test("files are not read")
    func externalEntity() throws {
        let document =
            "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + rss("<item><title>a &x; b</title></item>")
        #expect(try feed(document).items.first?.title == "a &x; b")
    }

    @Test("elements nested deeply lose their tags, not their neighbours")
    func nesting() throws {
        let deep = repeated("<a>", 20_000) + "x" + repeated("</a>", 20_000)
        let feed = try feed(
            rss("<item><title>t</title><description>\(deep)</description><link>http://a/</link></item>"))
        #expect(feed.items.map(\.title) == ["t", "last"])
        #expect(feed.items.first?.link == "http://a/")
        #expect(feed.warnings.contains { $0.what.contains("nested too deeply") })
    }

    @Test("one element's text is cut, with a warning")
    func longText() throws {
        let text = repeated("0123456789", 500_000)
        let feed = try feed(rss("<item><title>t</title><description>\(text)</description></item>"))
        #expect(feed.items.count == 2)
        #expect((feed.items.first?.summary?.utf8.count ?? 0) <= 4 << 20)
        #expect(feed.warnings.contains { $0.what.contains("was cut") })
    }

    @Test("entries beyond the bound are left out, with a warning")
    func manyItems() throws {
        let feed = try feed(rss(repeated("<item><title>t</title></item>", 60_000)))
        #expect(feed.items.count == 50_000)
        #expect(feed.warnings.map(\.what) == ["only the first 50000 entries were read"])
    }

    @Test("what was lost is told first, however much else is wrong")
    func lossesFirst() throws {
        let dated = repeated("<item><title>t</title><pubDate>some day</pubDate></item>", 60)
        let long = "<item><title>t</title><description>\(repeated("0123456789", 500_000))</description></item>"
        let warnings = try feed(rss(dated + long)).warnings.map(\.what)
        #expect(warnings.first?.contains("was cut") ?? false, "\(warnings.prefix(2))")
    }

    @Test(
        "what opens a million times and never ends is looked for once", .timeLimit(.minutes(1)),
        arguments: [
            ("", "<title>", "&lt;a ", "=&quot;&gt;&quot;</title>"), ("<![>", "", "", ""), ("<?a>", "", "", ""),
            ("", "", "<?a>", ""), ("", "", "<!-- >", ""), ("", "", "<!-- </item>", ""), ("", "", "<x><title/>", ""),
            ("", "<item>", "<x><title/>", "</item>"), ("", "<item>", "<x><item>", ""),
            ("", "<item>", "<ex:a><item>a</ex:b>", ""),
            ("", "<entry><content type='xhtml'>\n<div>", "<div/>", "</div></content></entry>"),
        ])
    func withoutEnd(before: String, start: String, piece: String, end: String) throws {
        let space = start.contains("\n") ? repeated(" ", 400_000) : ""
        let inside = start.replacing("\n", with: space) + repeated(piece, 60_000) + end
        let feed = try feed(
            repeated(before, 60_000)
                + "<feed xmlns='http://www.w3.org/2005/Atom'>\(inside)<entry><title>e</title></entry></feed>")
        #expect(feed.format == .atom10)
    }

    @Test("too many names end the reading, with a warning")
    func manyNames() throws {
        let names = (0..<60_000).map { "<n\($0)/>" }.joined()
        let warnings = try feed(rss("<item><title>t</title>\(names)</item>")).warnings
        #expect(warnings.contains { $0.what.contains("too many different names") })
    }

    @Test(
        "tags without an end, attributes without number, and the like are survived",
        arguments: [
            "<a ", "<a b=\"", "<a b='\"", "<!--", "<![CDATA[", "</a", "<?", "&", "&abcdefghijklmnopqrstuvwxyz", "<",
            "]]>", "<x a=1 ",
            "&#", "&#x;", "</>", "<:", "<a/", "\"'", "<!",
        ])
    func fragments(piece: String) throws {
        let count = 50_000
        #expect(try feed(rss("<item><title>\(repeated(piece, count))</title></item>")).title == "T")
        #expect(try feed(rss("<item><title><![CDATA[\(repeated(piece, count))]]></title></item>")).title == "T")
    }

    @Test("thousands of attributes are not compared with each other")
    func attributes() throws {
        let attributes = (0..<100_000).map { "a\($0)='x'" }.joined(separator: " ")
        #expect(try feed(rss("<item \(attributes)><title>t</title></item>")).items.map(\.title) == ["t", "last"])
    }

    @Test("a long base does not grow with the links to it")
    func longBase() throws {
        let base = "https://a.example/" + repeated("b/", 3_000)
        let links = repeated("<link rel=\"enclosure\" href=\"x\"/>", 200)
        let entries = repeated("<entry><link href=\"y\"/>\(links)</entry>", 60)
        let feed = try feed("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"\(base)\">\(entries)</feed>")
        #expect(feed.items.first?.link == base + "y")
        #expect(feed.items.last?.link == "y")
        #expect(feed.items.reduce(0) { $0 + $1.enclosures.reduce(0) { $0 + $1.url.utf8.count } } < 17 << 20)
        #expect(feed.warnings.contains { $0.what.contains("too long together") })
    }

    @Test("no form is tried on dates without end; the usual ones are always read")
    func manyDates() throws {
        let dates = repeated("<item><pubDate>\(repeated("5 ab ", 19))</pubDate></item>", 12_000)
        let feed = try feed(rss(dates + "<item><pubDate>Tue, 05 Mar 2024 14:30:00 GMT</pubDate></item>"))
        #expect(feed.items.dropLast().last?.published?.description == "2024-03-05T14:30:00Z")
    }

    @Test("what is open is not searched anew for each field that opens")
    func openElements() throws {
        let feed = try feed(rss("<item>" + repeated("<p>", 195) + repeated("<title>x", 20_000)))
        #expect(feed.items.last?.title == "last")
    }

    @Test("JSON nested deeply is refused")
    func deepJSON() {
        let text = "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": " + repeated("[", 100_000)
        #expect(throws: NotAFeed.tooDeep(limit: 256)) { try feed(text) }
    }

    @Test("every beginning of a document is read or refused, never fatal")
    func truncations() {
        let document = Array(
            rss("<item><title type=\"x\">a &amp; <b>b</b><![CDATA[c]]></title><!-- d --><link>http://a/</link></item>")
                .utf8)
        for length in document.indices { _ = try? Feed(Array(document[..<length]), base: "") }
        let whole = try? Feed(document, base: "")
        #expect(whole?.items.count == 2)
    }
}
