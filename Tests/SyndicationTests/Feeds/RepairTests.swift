import Model
import Syndication
import Testing

@Suite("Broken XML is read as it was meant")
struct RepairTests {
    private static let second = "<item><title>Second</title></item></channel></rss>"

    private func titles(_ channel: String) throws -> [String?] {
        try feed("<rss version=\"2.0\"><channel><title>T</title>" + channel).items.map(\.title)
    }

    @Test(
        "whatever is left open, no entry is lost",
        arguments: [
            "<item><title>First</title><description><p>a<br>b<p>c</description></item>",
            "<item><title>First<link>l</link></item>",
            "<item><title>First</title>", "<item><title>First</title></b></item>",
            "<lastBuildDate>x</las><item><title>First</title></item>",
            "<image><title>I</title><item><title>First</title></item>",
            "<description>d<item><title>First</title></item>",
            "<item><title>First</title></item></channel></rss>", "<foo><bar><item><title>First</title></item>",
            "<item><title>First</title><description>d<item><title>Second</title></item></rss><!--",
            "<item><ex:a>x</ex:b><title>First</title></item>", "<ITEM><Title>First</TITLE></item>",
            "<item><title>First</title><guid>g<pubDate>x</item>", "<item <title>First</title></item>",
            "<item><title>First</title><author><name>n</author></item>",
            "<item a=b c='d e=\"f\"><title>First</title></item>",
            "<tit\u{A4}e>x</title><item><title>First</title></item>", "<item a\u{A4}='b'><title>First</title></item>",
            "<!-- ad <item><title>First</title></item>", "<?php echo <item><title>First</title></item>",
            "<item><title>First</title><description><![CDATA[a <p>b</p></description></item>",
            "<![CDATA[<item><title>First</title></item>",
            "<!-- new <item><title>First</title></item><item><title>Second</title></item><!-- old -->",
            "<!-- new --!><item><title>First</title></item><!-- old -->",
        ])
    func entries(broken: String) throws { #expect(try titles(broken + Self.second).prefix(2) == ["First", "Second"]) }

    @Test("a section whose end was forgotten ends with its element, and not with the next entry's section")
    func forgottenSection() throws {
        let item = "<item><title>First</title><description><![CDATA[a <p>b</p></description></item>"
        let second = "<item><title>Second</title><description><![CDATA[c]]></description></item></channel></rss>"
        let read = try feed("<rss version=\"2.0\"><channel><title>T</title>\(item)\(second)")
        #expect(read.items.map(\.title) == ["First", "Second"])
        #expect(read.items.map(\.summary) == ["a <p>b</p>", "c"])
        #expect(read.warnings.contains { $0.what.contains("no end") })
    }

    @Test("a section that shows what a section looks like is whole")
    func shownSection() throws {
        let text = "Write <item><description><![CDATA[a</description></item> in it"
        #expect(try rssItem("<description><![CDATA[\(text)]]></description>")?.summary == text)
        let start = "<pre><item><title>Z</title></item><item><description><![CDATA[foo"
        let section = "<![CDATA[\(start)]]]]><![CDATA[></description></item></pre>]]>"
        for title in ["A", "A & B"] {
            let channel = "<title>T</title><item><title>\(title)</title><description>\(section)</description></item>"
            let read = try feed("<rss version=\"2.0\"><channel>\(channel)\(Self.second)")
            #expect(read.items.map(\.title) == [title, "Second"])
            #expect(read.items.first?.summary == start + "]]></description></item></pre>")
        }
    }

    @Test("a comment without an end takes no address from the entry behind it for the feed")
    func endlessComment() throws {
        let item = "<item><title>First</title><link>http://a/1</link></item>"
        let read = try feed("<rss version=\"2.0\"><channel><link>http://a/</link><!-- ad \(item)\(Self.second)")
        #expect(read.link == "http://a/")
        #expect(read.items.first?.link == "http://a/1")
    }

    @Test("what stands behind a description that was left open is not lost")
    func behindDescription() throws {
        let item =
            "<item><description>a <b>b</b><link>http://a/1</link><guid>g</guid><dc:date>2026-01-05</dc:date></item>"
        let rss = try feed("<rss version=\"2.0\"><channel>\(item)\(Self.second)").items.first
        #expect(rss?.link == "http://a/1")
        #expect(rss?.id == "g")
        #expect(rss?.published?.day.description == "2026-01-05")
        let entry = "<entry><summary>a<link rel=\"alternate\" href=\"http://a/1\"/><id>g</id></entry>"
        let atom = try feed("<feed xmlns=\"http://www.w3.org/2005/Atom\">\(entry)</feed>").items.first
        #expect(atom?.link == "http://a/1")
        #expect(atom?.id == "g")
    }

    @Test("what stands in a description that has its own end is its text")
    func withinDescription() throws {
        let text =
            "Case <id>7</id> of <date>5 May 1999</date><link rel=\"alternate\" href=\"http://b/\"> by <author>B</author>"
        let item = "<item><link>http://a/1</link><guid>g</guid><description>\(text)<br> c</description></item>"
        let read = try #require(try feed("<rss version=\"2.0\"><channel>\(item)\(Self.second)").items.first)
        #expect(read.id == "g")
        #expect(read.link == "http://a/1")
        #expect(read.published == nil)
        #expect(read.summary.map(PlainText.from(markup:))?.hasSuffix("c") == true)
    }

    @Test(
        "an element without its own end hides no field of its entry",
        arguments: [
            "<media:thumbnail url=\"u\">", "<ex:foo>x", "<ex:foo>x</foo>", "<author>A", "<author>A</authorx>",
            "<author>A</ author>", "<author><author>A</author>", "<author><name>A</name>", "<author>A&lt;/author&gt;",
            "<image>", "<b>", "<p>x<div>", "<cloud domain='d'>", "<media:group><media:content url=\"u\"></media:group>",
            "<media:content url=\"u\"><media:content url=\"v\">", "<titel>t</title>",
            "<ex:foo>x<description><![CDATA[</ex:foo>]]></description>",
        ])
    func openElement(element: String) throws {
        let written = (1...2).map { number in
            let fields = "<title>\(number)</title><guid>g\(number)</guid><pubDate>2026-01-05</pubDate>"
            return "<item>\(element)\(fields)<link>http://a/\(number)</link></item>"
        }
        let channel = "<channel><title>T</title>\(written.joined())</channel>"
        let items = try feed("<rss version=\"2.0\">\(channel)</rss>").items
        #expect(items.map(\.title) == ["1", "2"])
        #expect(items.map(\.id) == ["g1", "g2"])
        #expect(items.map(\.link) == ["http://a/1", "http://a/2"])
        #expect(items.allSatisfy { $0.published != nil })
        let entries = try feed(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>T</title><entry>\(element)<title>1</title><id>g1</id>"
                + "<link href=\"http://a/1\"/><updated>2026-01-05T00:00:00Z</updated></entry></feed>"
        ).items
        #expect(entries.map(\.title) == ["1"])
        #expect(entries.map(\.id) == ["g1"])
        #expect(entries.first?.link == "http://a/1")
        #expect(entries.first?.updated != nil)
    }

    @Test(
        "an element with its own end keeps the fields in it",
        arguments: [
            "<ex:group><title>G</title><link>http://b/</link><guid>b</guid></ex:group>",
            "<ex:group><ex:a><title>G</title></ex:a><ex:b x=\"1\"/><link>http://b/</link></ex:group>",
            "<ex:group><ex:thumbnail url=\"u\"><link>http://b/</link></ex:group>",
            "<image><title>G</title><link>http://b/</link></image>",
        ])
    func closedElement(element: String) throws {
        let item = "<item>\(element)<title>A & B</title><link>http://a/1</link><guid>g</guid></item>"
        let read = try feed("<rss version=\"2.0\"><channel><title>T</title>\(item)\(Self.second)").items.first
        #expect(read?.title == "A & B")
        #expect(read?.link == "http://a/1")
        #expect(read?.id == "g")
    }

    @Test(
        "an older entry in an extension of an entry is none of its own, whatever is broken elsewhere",
        arguments: [
            "<ex:sync><ex:conflicts><item><title>old</title><link>http://b/</link></item></ex:conflicts></ex:sync>",
            "<ex:old><item><title>a</title></item><item><title>b</title></item></ex:old>",
            "<ex:old><ex:old/><item><title>a</title></item></ex:old>",
            "<description><list><item>one</item><item>two</item></list></description>",
        ])
    func entryInEntry(element: String) throws {
        let item = "<item><title>First</title>\(element)<link>http://a/1</link></item>"
        let text = "<rss version=\"2.0\"><channel><title>T</title><description>a & b</description>\(item)\(Self.second)"
        let items = try feed(text).items
        #expect(items.map(\.title) == ["First", "Second"])
        #expect(items.first?.link == "http://a/1")
    }

    @Test("entries that hold nothing after a repair are told")
    func emptyEntries() throws {
        let read = try feed("<rss><channel><item><ex:a></item><item><title>a & b</title></item></channel></rss>")
        #expect(read.items.count == 2)
        #expect(read.warnings.first?.what == "1 entries have nothing that could be read")
    }

    @Test(
        "entries in a comment stay there, also where its end is mistyped",
        arguments: ["-->", "--!>", "-- >", "- ->", "–>", "<!-- c -->-->"], ["", "<!-- c -->"])
    func mistypedComment(end: String, later: String) throws {
        let text = "<item><title>First</title></item><!-- <item><title>Z</title></item> \(end)\(later)\(Self.second)"
        #expect(try titles(text) == ["First", "Second"])
    }

    @Test(
        "whatever stands before the root, it is found",
        arguments: [
            "<!-- c --!>", "<!-- c -- >", "<!-- c - ->", "<!-- c ", "<!-- <rss> --!>", "<!DOCTYPE rss SYSTEM \"x>",
            "<?xml version=\"1.0\" encoding=\"utf-8\"", "<?xml version=\"1.0\"?", "<?xml version=\"1.0\"\n",
        ],
        [
            "<rss version=\"2.0\"><channel><item><title>First</title></item></channel></rss>",
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>First</title></entry></feed>",
        ])
    func prolog(before: String, document: String) throws {
        #expect(try feed(before + document).items.map(\.title) == ["First"])
    }

    @Test("a style sheet in unescaped text ends none")
    func linkInText() throws {
        let text = "a <link rel=\"stylesheet\" href=\"x.css\"> b"
        let item = try feed("<rss><channel><item><description>\(text)</description></item>\(Self.second)").items.first
        #expect(item?.summary.map(PlainText.from(markup:)) == "a b")
        #expect(item?.link == nil)
    }

    @Test("the end of a CDATA section that nobody began breaks nothing off")
    func strayEnd() throws {
        let feed = try feed(
            "<rss version='2.0'><channel><title>T</title><item><title>A ]]> B</title></item></channel></rss>")
        #expect(feed.items.map(\.title) == ["A ]]> B"])
        #expect(!feed.isTruncated)
        #expect(!feed.warnings.contains { $0.what.contains("not all could be repaired") })
    }

    @Test(
        "text keeps its ampersands and angle brackets",
        arguments: [
            ("R&D", "R&D"), ("AT&T & co", "AT&T & co"), ("1 < 2", "1 < 2"), ("a &nbsp; b", "a b"),
            ("caf&eacute;", "café"),
            ("a &unknown; b", "a &unknown; b"), ("&#27;a", "a"), ("a & <![CDATA[b & c]]>", "a & b & c"),
            ("x &amp; &", "x & &"), ("a ]]> b > c & d", "a ]]> b > c & d"),
        ])
    func text(raw: String, title: String) throws {
        #expect(try titles("<item><title>\(raw)</title></item>\(Self.second)").first == title)
    }

    @Test(
        "addresses keep their ampersands",
        arguments: [
            ("http://a/?a=1&b=2", "http://a/?a=1&b=2"), ("http://a/?a=1&amp;b=2", "http://a/?a=1&b=2"),
            ("http://a/?a=1&copy=2&b", "http://a/?a=1&copy=2&b"),
        ])
    func links(raw: String, link: String) throws {
        let text = "<rss><channel><item><title>a & b</title><link>\(raw)</link></item></channel></rss>"
        #expect(try feed(text).items.first?.link == link)
    }

    @Test(
        "attributes of every kind",
        arguments: [
            "<enclosure url=http://a/f type=t/s length=1>",
            "<enclosure url='http://a/f' type='t/s' length='1' length='2'>",
            "<enclosure url=\"http://a/f\" disabled type=\"t/s\" length=1/>",
            "<enclosure url=\"http://a/f\"type=\"t/s\"length=\"1\"/>",
        ])
    func attributes(element: String) throws {
        let item = try feed("<rss><channel><item>\(element)<title>x</title></item></channel></rss>").items.first
        #expect(item?.enclosures == [Enclosure(url: "http://a/f", type: "t/s", length: 1)])
        #expect(item?.title == "x")
    }

    @Test("a link with an address needs no end tag")
    func openLink() throws {
        let text =
            "<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='http://a/1'><title>x</title></entry></feed>"
        #expect(try feed(text).items.first?.title == "x")
        #expect(try feed(text).items.first?.link == "http://a/1")
    }

    @Test("what was repaired is told")
    func warnings() throws {
        let feed = try feed("<rss><channel>\n<title>a & b</title>")
        #expect(feed.title == "a & b")
        #expect(feed.warnings.first?.line == 2)
        #expect(
            feed.warnings.dropFirst().map(\.what) == [
                "broken XML was repaired: ampersands were not escaped",
                "broken XML was repaired: the document ends too early",
            ])
    }

    @Test(
        "a declaration that nobody ended hides nothing",
        arguments: ["<?xml version='1.0'>", "<?xml\tversion='1.0'/>", "<?xml version='1.0'?>"], ["", "<!-- ?> -->"])
    func openDeclaration(declaration: String, end: String) throws {
        let text = "\(declaration)\n<rss><channel><item><title>x</title></item></channel></rss>\(end)"
        #expect(try feed(text).items.map(\.title) == ["x"])
    }

    @Test("an element that is begun but not ended at the end of the document is none")
    func cutTag() throws {
        #expect(try titles("<item><title>First</title></item><item><title>Cut</title></item><ite").count == 2)
    }
}

@Suite("Feeds that break off")
struct BrokenOffTests {
    private static let start = "<rss version='2.0'><channel><item><title>one</title></item>"
    private static let atom = "<feed xmlns='http://www.w3.org/2005/Atom'>"
    private static let rdf =
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"

    @Test(
        "it is told whether the end is missing, and whether it lies within an entry",
        arguments: [
            ("\(start)</channel></rss>", false, false), ("\(start)</channel>", false, false), (start, true, false),
            ("\(start)<item><title>tw", true, true), ("\(start)<item", true, false),
            ("<rss><channel><item><title>never closed<item><title>nor this", true, false),
            ("<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id></entry><entry><id>2", true, true),
            ("\(atom)<entry><id>1</id></entry>", true, false), ("\(atom)<title>T</title>", true, false),
            ("\(atom)<entry><id>1</id></entry><entry xml:lang=\"e", true, false),
            ("\(atom)<entry><id>1</id></entry></feed>", false, false),
            ("\(rdf)<channel><title>T</title></channel><item><title>one</title></item>", true, false),
            ("\(rdf)<channel><title>T</title></channel>", true, false),
            ("\(rdf)<channel><title>T</title></channel><item rdf:about=\"x", true, false),
            ("\(rdf)<channel><title>T</title></channel><item><title>one</title></item></rdf:RDF>", false, false),
        ])
    func brokenOff(text: String, isTruncated: Bool, endsInItem: Bool) throws {
        let feed = try Feed(Array(text.utf8), base: "")
        #expect(feed.isTruncated == isTruncated)
        #expect(feed.endsInItem == endsInItem)
    }
}
