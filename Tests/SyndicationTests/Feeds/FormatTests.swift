import Syndication
import Testing

@Suite("Formats are told apart by what is in the document")
struct FormatTests {
    private static let item = "<item><title>I</title></item>"

    @Test(
        "the format of a root",
        arguments: [
            ("<rss version=\"2.0\"><channel>\(item)</channel></rss>", Feed.Format.rss20),
            ("<rss version=\"0.91\"><channel>\(item)</channel></rss>", .rss09x),
            ("<rss version=\"0.92\"><channel>\(item)</channel></rss>", .rss09x),
            ("<rss version=\"0.94\"><channel>\(item)</channel></rss>", .rss09x),
            ("<rss version=\"2.1\"><channel>\(item)</channel></rss>", .rss20),
            ("<rss><channel>\(item)</channel></rss>", .rss20),
            ("<RSS Version=\"2.0\"><CHANNEL><ITEM><TITLE>I</TITLE></ITEM></CHANNEL></RSS>", .rss20),
            (
                "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"\"><rss><channel>\(item)</channel></rss>",
                .rss09x
            ),
            (
                "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\"><channel/>\(item)</rdf:RDF>",
                .rss10
            ),
            ("<RDF xmlns=\"http://my.netscape.com/rdf/simple/0.9/\"><channel/>\(item)</RDF>", .rss09x),
            ("<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>I</title></entry></feed>", .atom10),
            ("<feed><entry><title>I</title></entry></feed>", .atom10),
            (
                "<a:feed xmlns:a=\"http://www.w3.org/2005/Atom\"><a:entry><a:title>I</a:title></a:entry></a:feed>",
                .atom10
            ),
            (
                "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><entry><title>I</title></entry></feed>",
                .atom03
            ),
            ("<feed version=\"0.2\"><entry><title>I</title></entry></feed>", .atom03),
            ("<channel href=\"http://a/\"><item href=\"http://a/1\"><title>I</title></item></channel>", .rss09x),
            (
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"T\", \"items\": [{\"id\": \"1\", \"title\": \"I\"}]}",
                .jsonFeed
            ),
            (
                "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{\"id\": 1, \"title\": \"I\"}]}",
                .jsonFeed
            ),
        ])
    func format(document: String, format: Feed.Format) throws {
        let feed = try feed(document)
        #expect(feed.format == format)
        #expect(feed.items.map(\.title) == ["I"])
    }

    @Test("an entry alone is a feed of one")
    func lone() throws {
        let feed = try feed("<entry xmlns=\"http://www.w3.org/2005/Atom\"><title>E</title><id>urn:1</id></entry>")
        #expect(feed.format == .atom10)
        #expect(feed.items.map(\.id) == ["urn:1"])
    }

    @Test(
        "languages are inherited, an entry's own counts before the feed's",
        arguments: [
            ("<feed xml:lang=\"de\"><entry/></feed>", "de", "de"),
            ("<feed xml:lang=\"de\"><entry xml:lang=\"fr_CH\"/></feed>", "de", "fr-CH"),
            ("<rss><channel><language>en-gb</language><item/></channel></rss>", "en-gb", nil),
            ("<rss><channel><item><dc:language>it</dc:language></item></channel></rss>", nil, "it"),
        ] as [(String, String?, String?)])
    func languages(document: String, feedLanguage: String?, itemLanguage: String?) throws {
        let feed = try feed(document)
        #expect(feed.language == feedLanguage)
        #expect(feed.items.first?.language == itemLanguage)
    }

    @Test(
        "links are resolved against the nearest base",
        arguments: [
            ("", "1", "http://h.example/dir/1"), (" xml:base=\"http://b.example/x/\"", "1", "http://b.example/x/1"),
            (" xml:base=\"sub/\"", "1", "http://h.example/dir/sub/1"),
            (" xml:base=\"/top/\"", "../1", "http://h.example/1"),
            ("", "//c.example/1", "http://c.example/1"), ("", "?q=1", "http://h.example/dir/feed?q=1"),
            ("", "#f", "http://h.example/dir/feed#f"), ("", "mailto:a@b.example", "mailto:a@b.example"),
            ("", "http://h.example/a b", "http://h.example/a b"), (" xml:base=\"\"", "1", "http://h.example/dir/1"),
        ])
    func bases(attribute: String, reference: String, link: String) throws {
        let text =
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry\(attribute)><link href=\"\(reference)\"/></entry></feed>"
        #expect(try feed(text, base: "http://h.example/dir/feed").items.first?.link == link)
    }

    @Test("paging, archives and rhythm (RFC 5005, syndication module)")
    func paging() throws {
        let feed = try feed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0"
              xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><fh:archive/><sy:updatePeriod>daily</sy:updatePeriod>
              <sy:updateFrequency>4</sy:updateFrequency><link rel="prev-archive" href="/a/1"/><link rel="next" href="/p/2"/>
              <link rel="current" href="/now"/><link rel="self" href="/self"/><entry/></feed>
            """, base: "http://h.example/")
        #expect(feed.paging.isArchive)
        #expect(feed.paging.previousArchive == "http://h.example/a/1")
        #expect(feed.paging.next == "http://h.example/p/2")
        #expect(feed.paging.current == "http://h.example/now")
        #expect(feed.paging.own == "http://h.example/self")
        #expect(feed.rhythm.updatePeriod == 86400)
        #expect(feed.rhythm.updateFrequency == 4)
    }

    @Test("publishers' own elements are kept, under the names that they are known by")
    func extensions() throws {
        let feed = try feed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:t="https://caselaw.nationalarchives.gov.uk"
              xmlns:dct="http://purl.org/dc/terms/"><entry><t:identifier type="ukncn">[2026] UKSC 1</t:identifier>
              <t:contenthash>abc</t:contenthash><dct:available>2026-03-05</dct:available></entry></feed>
            """)
        #expect(
            feed.items.first?.extensions.map { "\($0.name)=\($0.value)" } == [
                "tna:identifier=[2026] UKSC 1", "tna:contenthash=abc", "dcterms:available=2026-03-05",
            ])
    }
}
