import Syndication
import Testing

@Suite("Text constructs, and what else entries hold")
struct ConstructTests {
    @Test(
        "titles are plain text",
        arguments: [
            ("&lt;b&gt;bold&lt;/b&gt; &amp;amp; x &amp;lt;y&amp;gt;", "bold & x <y>"),
            ("<![CDATA[<b>bold</b> &amp; x]]>", "bold & x"), ("a &lt; b", "a < b"), ("1 &amp;lt; 2", "1 < 2"),
            ("a<b>c</b>d", "acd"), ("AT&amp;T &amp;copy; x", "AT&T © x"), ("  a\n b\t c &#160; d ", "a b c d"),
            ("x <!-- c --> y<![CDATA[ z]]>", "x y z"), ("One&lt;br&gt;Two", "One Two"),
            ("&#147;a&#148; &#150; b&#x92;s&#133;", "“a” – b’s…"), ("caf&#233;&#151;ok", "café—ok"),
            ("<![CDATA[a &lt;![CDATA[b]]&gt; c]]>", "a <![CDATA[b]]> c"), ("a &lt;![CDATA[b]]&gt; c", "a b c"),
        ])
    func titles(raw: String, title: String) throws {
        #expect(try rssItem("<title>\(raw)</title>")?.title == title)
    }

    @Test(
        "Atom's kinds of title",
        arguments: [
            (" type=\"html\"", "&lt;b&gt;x&lt;/b&gt; &amp;amp;amp; y", "x &amp; y"),
            (" type=\"xhtml\"", "<div xmlns=\"http://www.w3.org/1999/xhtml\">a <b>b</b> &lt;c&gt;</div>", "a b <c>"),
            (" type=\"text/html\" mode=\"escaped\"", "&lt;b&gt;x&lt;/b&gt;", "x"),
            (" type=\"text/plain\" mode=\"base64\"", "aGVsbG8=", "hello"), ("", "plain", "plain"),
            ("", "Write to &lt;law@court.example&gt;", "Write to <law@court.example>"),
            (" type=\"text\"", "the tag &lt;b&gt; is bold", "the tag <b> is bold"),
            (" type=\"text\"", "&lt;b&gt;x&lt;/b&gt;", "x"), (" type=\"string\"", "Judgment", "Judgment"),
            (" type=\"string\"", "UK", "UK"), (" type=\"bogus/type\"", "Title", "Title"),
            (" type=\"text/plain\" mode=\"base64\"", "GDPR", "GDPR"), (" mode=\"base64\"", "a b", "a b"),
        ])
    func atomTitles(attributes: String, raw: String, title: String) throws {
        #expect(try atomEntry("<title\(attributes)>\(raw)</title>")?.title == title)
    }

    @Test(
        "content is kept as markup",
        arguments: [
            (" type=\"html\"", "&lt;p&gt;x&lt;/p&gt;", "<p>x</p>"),
            (" type=\"text\"", "a &lt; b &amp; c", "a &lt; b &amp; c"),
            ("", "&lt;p&gt;mislabelled&lt;/p&gt;", "<p>mislabelled</p>"),
            (
                " type=\"xhtml\"", "<div>a<br/>&lt;b<img src=\"i\" alt=\"&quot;\"/></div>",
                "a<br/>&lt;b<img src=\"i\" alt=\"&quot;\"/>"
            ),
            (" type=\"xhtml\"", "<p>no wrapper</p>", "<p>no wrapper</p>"),
            (" type=\"image/png\"", "aGVsbG8=", "hello"), (" type=\"image/png\"", "/w==", nil),
            (" type=\"bogus\"", "GDPR", "GDPR"), (" type=\"escaped\"", "News", "News"),
            (" mode=\"base64\"", "GDPR", "GDPR"),
        ] as [(String, String, String?)])
    func contents(attributes: String, raw: String, content: String?) throws {
        #expect(try atomEntry("<content\(attributes)>\(raw)</content>")?.content == content)
    }

    @Test(
        "summary and content of RSS",
        arguments: [
            ("<description>d</description><content:encoded>c</content:encoded>", "d", "c"),
            ("<content:encoded>c</content:encoded><description>d</description>", "d", "c"),
            ("<description>a</description><description>b</description>", "a", "b"),
            ("<itunes:summary>i</itunes:summary><description>d</description>", "d", nil),
            ("<media:description>m</media:description>", "m", nil), ("<dc:description>x</dc:description>", "x", nil),
            ("<description>x<p>y</p></description>", "x<p>y</p>", nil),
        ] as [(String, String?, String?)])
    func summaries(elements: String, summary: String?, content: String?) throws {
        let item = try rssItem(elements)
        #expect(item?.summary == summary)
        #expect(item?.content == content)
    }

    @Test(
        "authors by their names",
        arguments: [
            ("<author>a@b.example (Ann Bee)</author>", ["Ann Bee"]),
            ("<author>Ann Bee &lt;a@b.example&gt;</author>", ["Ann Bee"]),
            ("<dc:creator>Ann</dc:creator><dc:creator>Ben</dc:creator>", ["Ann", "Ben"]),
            ("<atom:author><atom:name>Ann</atom:name><atom:email>a@b.example</atom:email></atom:author>", ["Ann"]),
            ("<author>a@b.example</author>", ["a@b.example"]), ("<itunes:author>Ann</itunes:author>", ["Ann"]),
            ("<dc:creator>Ann</dc:creator><author>Ann</author>", ["Ann"]), ("<author/>", []),
            ("<dcterms:creator xml:lang=\"en\">Ann</dcterms:creator>", ["Ann"]),
        ])
    func authors(elements: String, names: [String]) throws { #expect(try rssItem(elements)?.authors == names) }

    @Test(
        "categories keep their scheme",
        arguments: [
            ("<category domain=\"s\">Law</category>", FeedCategory(term: "Law", scheme: "s")),
            ("<dc:subject>Law</dc:subject>", FeedCategory(term: "Law")),
            (
                "<atom:category term=\"law\" scheme=\"s\" label=\"Law\"/>",
                FeedCategory(term: "law", scheme: "s", label: "Law")
            ),
            ("<itunes:category text=\"Law\"/>", FeedCategory(term: "Law")),
            ("<media:keywords>Law, </media:keywords>", FeedCategory(term: "Law")),
        ])
    func categories(elements: String, category: FeedCategory) throws {
        #expect(try rssItem(elements)?.categories == [category])
    }

    @Test(
        "enclosures from every format's element",
        arguments: [
            (
                "<enclosure url=\"http://a/f\" type=\"t/s\" length=\"9\"/>",
                Enclosure(url: "http://a/f", type: "t/s", length: 9)
            ),
            ("<atom:link rel=\"enclosure\" href=\"http://a/f\"/>", Enclosure(url: "http://a/f")),
            ("<enclosure url=\"http://a/f\" length=\"-1\"/>", Enclosure(url: "http://a/f")),
            ("<enclosure url=\"http://a/f\" length=\"99999999999999999999\"/>", Enclosure(url: "http://a/f")),
        ])
    func enclosures(element: String, enclosure: Enclosure) throws {
        #expect(try rssItem(element)?.enclosures == [enclosure])
    }

    @Test(
        "the feed that an entry was taken from",
        arguments: [
            "<source url=\"http://s.example/\">Elsewhere</source>",
            "<source><title>Elsewhere</title><link href=\"http://s.example/\"/><author><name>N</name></author></source>",
        ])
    func origin(element: String) throws {
        #expect(try rssItem(element)?.source == FeedOrigin(title: "Elsewhere", link: "http://s.example/"))
    }

    @Test("a publisher's own elements are kept with their attributes")
    func extensions() throws {
        let item = try rssItem(
            "<ex:docket court=\"High\">12/26</ex:docket><dcterms:valid>2026</dcterms:valid><slash:x>1</slash:x>")
        #expect(
            item?.extensions == [
                FeedExtension(name: "ex:docket", value: "12/26", attributes: ["court": "High"]),
                FeedExtension(name: "dcterms:valid", value: "2026"),
            ])
    }

    @Test("UK Find Case Law's identifiers are named alike whatever their prefix is")
    func ukIdentifiers() throws {
        let root = "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:q=\"https://caselaw.nationalarchives.gov.uk\">"
        let entry = "<entry><q:identifier type=\"ukncn\" slug=\"uksc/2026/1\">[2026] UKSC 1</q:identifier></entry>"
        let item = try feed(root + entry + "</feed>").items.first
        let attributes = ["type": "ukncn", "slug": "uksc/2026/1"]
        #expect(
            item?.extensions == [FeedExtension(name: "tna:identifier", value: "[2026] UKSC 1", attributes: attributes)])
    }
}
