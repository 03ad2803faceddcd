import Model
import Syndication
import Testing

@Suite("What publishers write and what they mean")
struct LenienceTests {
    @Test(
        "the link of an RSS item among rivals",
        arguments: [
            (
                "<guid>http://a/g</guid><atom:link rel=\"alternate\" type=\"text/html\" href=\"http://a/l\"/>",
                "http://a/l"
            ),
            (
                "<atom:link rel=\"alternate\" type=\"text/html\" href=\"http://a/l\"/><guid>http://a/g</guid>",
                "http://a/l"
            ),
            ("<link>http://a/t</link><atom:link rel=\"alternate\" type=\"\" href=\"http://a/l\"/>", "http://a/t"),
            ("<link><![CDATA[http://a/?x=1&amp;y=2]]></link>", "http://a/?x=1&y=2"),
            ("<link>\u{A0}http://a/t\u{2028}</link>", "http://a/t"),
        ])
    func links(elements: String, link: String) throws { #expect(try rssItem(elements)?.link == link) }

    @Test("a type that only begins as that of a page does not outrank an earlier link in Atom")
    func typedLink() throws {
        let elements = "<link href=\"http://a/1\"/><link type=\"text/html; charset=utf-8\" href=\"http://a/2\"/>"
        #expect(try atomEntry(elements)?.link == "http://a/1")
    }

    @Test("an alternate of the channel that says so comes level with its link, as that of an entry")
    func channelLink() throws {
        let link = "<atom:link xmlns:atom=\"http://www.w3.org/2005/Atom\" rel=\"alternate\" href=\"http://b/\"/>"
        #expect(try feed("<rss><channel><link>http://a/</link>\(link)</channel></rss>").link == "http://b/")
    }

    @Test(
        "an angle bracket in a title opens a tag only where one can be meant",
        arguments: [
            ("RSS &lt;&lt;&lt;Tutorial&gt;&gt;&gt;", "RSS <<<Tutorial>>>"),
            ("List&lt;String&gt; &amp;amp; co", "List<String> & co"),
            ("The &lt;canvas&gt; element", "The <canvas> element"), ("A&lt;br&gt;B", "A B"), ("&lt;p&gt;A", "A"),
            ("The &lt;b&gt;bold&lt;/b&gt; one", "The bold one"), ("&lt;em&gt;List&lt;/em&gt;&lt;T&gt;", "List<T>"),
            ("&lt;font color=red&gt;A", "A"), ("H&lt;inf&gt;2&lt;/inf&gt;O", "H2O"),
            ("&lt;i&gt;A &amp;amp; B", "A & B"),
            ("a &lt;/x&gt; b", "a </x> b"), ("1 &lt; 2", "1 < 2"), ("A<b>B</b>", "AB"),
        ])
    func angles(written: String, title: String) throws {
        #expect(try rssItem("<title>\(written)</title>")?.title == title)
    }

    @Test("a title that calls itself HTML is HTML")
    func declaredMarkup() throws {
        #expect(try atomEntry("<title type=\"html\">List&lt;String&gt;s</title>")?.title == "Lists")
    }

    @Test(
        "a feed in the namespace of a module is one all the same",
        arguments: [
            "http://www.w3.org/1999/xhtml", "http://search.yahoo.com/mrss/", "http://purl.org/dc/elements/1.1/",
            "http://www.georss.org/georss", "http://www.w3.org/2005/Atom", "https://nobody.example/",
        ])
    func moduleNamespace(uri: String) throws {
        let item = "<title>A</title><link>http://a/1</link><pubDate>Mon, 05 Jan 2026 01:00:00 GMT</pubDate>"
        for text in [
            "<rss version='2.0' xmlns='\(uri)'><channel><item>\(item)</item></channel></rss>",
            "<rss version='2.0'><channel><item xmlns='\(uri)'>\(item)</item></channel></rss>",
        ] {
            let feed = try feed(text)
            #expect(feed.items.map(\.title) == ["A"])
            #expect(feed.items.map(\.link) == ["http://a/1"])
            #expect(feed.items.first?.published?.description == "2026-01-05T01:00:00Z")
        }
        let atom = try feed(
            "<feed xmlns='\(uri)'><entry><id>i</id><updated>2026-01-05T01:00:00Z</updated></entry></feed>")
        #expect(atom.items.map(\.id) == ["i"])
        #expect(atom.format == .atom10)
    }

    @Test("an entry in an entry is one only where something is in it")
    func emptyEntry() throws {
        let start = "<rss><channel><item><title>A</title>"
        let empty = try feed("\(start)<item/><guid>g</guid></item><item><title>B</title></item></channel></rss>")
        #expect(empty.items.map(\.title) == ["A", "B"])
        #expect(empty.items.first?.id == "g")
        let full = try feed("\(start)<item><title>B</title><guid>g</guid></item></item></channel></rss>")
        #expect(full.items.map(\.title) == ["A", "B"])
        #expect(full.items.map(\.id) == [nil, "g"])
    }

    @Test("the title of another vocabulary gives way")
    func title() throws {
        #expect(try rssItem("<dcterms:title>T</dcterms:title><media:title>M</media:title>")?.title == "M")
        #expect(try rssItem("<dcterms:title>T</dcterms:title>")?.title == "T")
    }

    @Test(
        "content that says it is base64 and is not is kept as it is",
        arguments: [
            ("QSBydWxlIDxiPmJvbGQ8L2I+", "A rule <b>bold</b>"), ("A rule, in words.", "A rule, in words."),
            ("&lt;p&gt;x&lt;/p&gt;", "<p>x</p>"),
        ])
    func base64(written: String, content: String) throws {
        #expect(try atomEntry("<content mode=\"base64\" type=\"text/html\">\(written)</content>")?.content == content)
    }

    @Test(
        "an author without a name is known by mail or address",
        arguments: [
            ("<name>Ann</name><email>a@a.example</email>", "Ann"), ("<email>a@a.example</email>", "a@a.example"),
            ("<uri>http://a.example/ann</uri>", "http://a.example/ann"),
            ("<url>http://a.example/b</url>", "http://a.example/b"),
        ])
    func authors(parts: String, author: String) throws {
        #expect(try atomEntry("<author>\(parts)</author>")?.authors == [author])
    }

    @Test("a subtitle of an entry is its summary only where there is none")
    func subtitle() throws {
        let item = try rssItem("<subtitle>S</subtitle><description>D</description>")
        #expect(item?.summary == "D")
        #expect(item?.content == nil)
        #expect(try rssItem("<subtitle>S</subtitle>")?.summary == "S")
    }

    @Test("media are no enclosures, and a file named twice is there twice")
    func enclosures() throws {
        #expect(try rssItem("<media:content url=\"http://a/f\"/>")?.enclosures.isEmpty == true)
        let twice = "<enclosure url=\"http://a/f\" length=\"1\"/><enclosure url=\"http://a/f\" length=\"2\"/>"
        #expect(try rssItem(twice)?.enclosures.map(\.length) == [1, 2])
    }

    @Test(
        "an address without quotes may end the tag of what holds entries",
        arguments: [
            "<rss xmlns:x=http://a.example/ns/><channel><item><title>T</title></item></channel></rss>",
            "<feed xmlns=http://www.w3.org/2005/Atom/><entry><title>T</title></entry></feed>",
        ])
    func unquoted(document: String) throws { #expect(try feed(document).items.map(\.title) == ["T"]) }

    @Test(
        "a document type that is never closed hides nothing", arguments: ["<!DOCTYPE", "<!DOCTYPE rss", "<!doctype "])
    func openDeclaration(declaration: String) throws {
        let text = "<?xml version='1.0'?>\n\(declaration)\n<rss><channel><item><title>T</title></item></channel></rss>"
        #expect(try feed(text).items.map(\.title) == ["T"])
    }
}
