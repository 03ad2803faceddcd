import Foundation
import Model
import Syndication
import Testing

@Suite("Where several elements could give a field")
struct RivalTests {
    private static let dates = ["2026-01-05T01:00:00Z", "2026-01-06T02:00:00Z", "2026-01-07T03:00:00Z"]

    @Test(
        "the title of an RSS item",
        arguments: [
            ("<title>T</title><dc:title>D</dc:title>", "T"), ("<dc:title>D</dc:title><title>T</title>", "D"),
            ("<dc:title>D</dc:title>", "D"), ("<media:title>M</media:title><title>T</title>", "T"),
            ("<title>T</title><media:title>M</media:title>", "T"), ("<media:title>M</media:title>", "M"),
            ("<media:group><media:title>M</media:title></media:group>", "M"),
            ("<media:content><media:title>M</media:title></media:content><title>T</title>", "T"),
            ("<itunes:title>I</itunes:title><title>T</title>", "T"), ("<itunes:title>I</itunes:title>", "I"),
            ("<title>A</title><title>B</title>", "A"), ("<title></title><title>B</title>", "B"),
            ("<atom:title>A</atom:title><title>T</title>", "A"),
            ("<title>T</title><source url=\"http://s/\"><title>S</title></source>", "T"),
            ("<source url=\"http://s/\"><title>S</title></source>", nil),
        ] as [(String, String?)])
    func rssTitle(elements: String, title: String?) throws { #expect(try rssItem(elements)?.title == title) }

    @Test(
        "the title of an RDF item is the first",
        arguments: [
            ("<dc:title>D</dc:title><title>T</title>", "D"), ("<title>T</title><dc:title>D</dc:title>", "T"),
            ("<dc:title>D</dc:title>", "D"),
        ])
    func rdfTitle(elements: String, title: String) throws { #expect(try rdfItem(elements)?.title == title) }

    @Test("the title of an Atom entry is Atom's own")
    func atomTitle() throws {
        #expect(try atomEntry("<dc:title>D</dc:title><title>T</title>")?.title == "T")
        #expect(try atomEntry("<dc:title>D</dc:title>")?.title == "D")
    }

    @Test(
        "the link of an RSS item",
        arguments: [
            ("<link>http://a/1</link>", "http://a/1"), ("<link>http://a/1</link><link>http://a/2</link>", "http://a/2"),
            ("<guid>http://a/g</guid>", "http://a/g"), ("<guid>http://a/g</guid><link>http://a/l</link>", "http://a/l"),
            ("<guid isPermaLink=\"false\">http://a/g</guid>", nil), ("<link/><guid>http://a/g</guid>", "http://a/g"),
            ("<guid isPermaLink=\"TRUE\">http://a/g</guid>", "http://a/g"), ("<guid>xyz</guid>", "xyz"),
            ("<link>http://a/l</link><atom:link href=\"http://a/t\"/>", "http://a/l"),
            ("<link>http://a/l</link><atom:link rel=\"alternate\" href=\"http://a/t\"/>", "http://a/t"),
            ("<atom:link rel=\"alternate\" href=\"http://a/t\"/><link>http://a/l</link>", "http://a/l"),
            ("<atom:link rel=\"self\" href=\"http://a/t\"/>", nil), ("<link href=\"http://a/t\"/>", "http://a/t"),
            ("<guid>http://a/1</guid><guid>http://a/2</guid>", "http://a/1"),
            ("<link rel=\"enclosure\">http://a/e</link>", nil), ("<link rel=\"self\">http://a/s</link>", "http://a/s"),
            ("<link>http://a/l http://a/i.jpg</link>", "http://a/l"),
            (
                "<atom:link rel=\"alternate\" type=\"application/rss+xml\" href=\"http://a/f\"/>"
                    + "<atom:link rel=\"alternate\" type=\"text/html; charset=utf-8\" href=\"http://a/t\"/>",
                "http://a/t"
            ),
            ("<link>\n http://a/l\n</link>", "http://a/l"), ("<link>http://a/?x=1&amp;y=2</link>", "http://a/?x=1&y=2"),
        ] as [(String, String?)])
    func rssLink(elements: String, link: String?) throws { #expect(try rssItem(elements)?.link == link) }

    @Test(
        "an id that is no address becomes no link where the feed's address is known",
        arguments: [
            ("<guid>xyz</guid>", nil), ("<guid>/x/1</guid>", "https://a.example/x/1"),
            ("<guid>http://b/</guid>", "http://b/"),
        ] as [(String, String?)])
    func linkFromIdentifier(elements: String, link: String?) throws {
        #expect(try rssItem(elements, base: "https://a.example/feed")?.link == link)
    }

    @Test(
        "the link of an Atom entry",
        arguments: [
            ("<id>i</id><link href=\"http://a/1\"/>", "http://a/1"), ("<id>i</id>", "i"),
            ("<id>i</id><link rel=\"self\" href=\"http://a/s\"/>", "i"),
            ("<id>i</id><link rel=\"related\" href=\"http://a/s\"/>", "i"),
            (
                "<link rel=\"alternate\" href=\"http://a/1\"/><link rel=\"alternate\" href=\"http://a/2\"/>",
                "http://a/1"
            ),
            ("<id>i</id><link rel=\"alternate\" type=\"application/pdf\" href=\"http://a/p\"/>", "http://a/p"),
            ("<link rel=\"http://www.iana.org/assignments/relation/alternate\" href=\"http://a/1\"/>", "http://a/1"),
            ("<id>i</id><link>http://a/text</link>", "http://a/text"),
            ("<link rel=\"alternate\">http://a/1</link><link rel=\"enclosure\">http://a/e</link>", "http://a/1"),
            (
                "<link rel=\"alternate\" type=\"text/gemini\" href=\"gemini://a/\"/>"
                    + "<link rel=\"alternate\" type=\"text/html\" href=\"http://a/1\"/>", "http://a/1"
            ),
            (
                "<link rel=\"alternate\" type=\"application/pdf\" href=\"http://a/p\"/><link href=\"http://a/1\"/>",
                "http://a/1"
            ),
            ("<link xml:base=\"http://b/x/\" href=\"y\"/>", "http://b/x/y"),
            ("<link xml:base=\"http://b/x/\" href=\"\"/><id>http://b/i</id>", "http://b/x/"),
            ("<link href=\" http://a/l \"/>", "http://a/l"),
        ])
    func atomLink(elements: String, link: String) throws { #expect(try atomEntry(elements)?.link == link) }

    @Test(
        "the id of an RSS item",
        arguments: [
            ("<guid>g</guid>", "g"), ("<guid> g </guid>", "g"), ("<guid>g</guid><atom:id>a</atom:id>", "a"),
            ("<atom:id>a</atom:id><guid>g</guid>", "g"), ("<guid>1</guid><guid>2</guid>", "2"),
            ("<dc:identifier>d</dc:identifier>", "d"), ("<dc:identifier>d</dc:identifier><guid>g</guid>", "g"),
            ("<link>http://a/</link>", nil),
        ] as [(String, String?)])
    func identifier(elements: String, id: String?) throws { #expect(try rssItem(elements)?.id == id) }

    @Test("an RDF item is named by its address")
    func rdfIdentifier() throws {
        let item = try rdfItem("<title>T</title>")
        #expect(item?.id == "http://a.example/about")
        #expect(item?.link == "http://a.example/about")
        #expect(try rdfItem("<link>http://a/l</link>")?.link == "http://a/l")
    }

    @Test(
        "when an RSS item was published",
        arguments: [
            ("<pubDate>0</pubDate><dc:date>1</dc:date>", 0), ("<dc:date>1</dc:date><pubDate>0</pubDate>", 0),
            ("<dc:date>1</dc:date>", 1), ("<pubDate>0</pubDate><dcterms:issued>1</dcterms:issued>", 0),
            ("<pubDate>0</pubDate><atom:published>1</atom:published>", 0), ("<atom:published>1</atom:published>", 1),
            ("<dcterms:issued>1</dcterms:issued><dc:date>2</dc:date>", 1),
            ("<pubDate>0</pubDate><pubDate>1</pubDate>", 1),
            ("<pubDate/><dc:date>1</dc:date>", 1), ("<pubdate>0</pubdate>", 0), ("<atom:updated>1</atom:updated>", nil),
            ("<pubDate>soon</pubDate><dc:date>1</dc:date>", 1),
        ] as [(String, Int?)])
    func published(elements: String, date: Int?) throws {
        let expected = date.map { Self.dates[$0] }
        #expect(try rssItem(Self.dated(elements))?.published?.description == expected)
    }

    @Test(
        "when an RDF item was published",
        arguments: [
            ("<dc:date>1</dc:date>", 1), ("<dcterms:issued>0</dcterms:issued><dc:date>1</dc:date>", 1),
            ("<dcterms:issued>0</dcterms:issued>", 0), ("<pubDate>2</pubDate><dc:date>1</dc:date>", 2),
        ])
    func rdfPublished(elements: String, date: Int) throws {
        let expected = Self.dates[date]
        #expect(try rdfItem(Self.dated(elements))?.published?.description == expected)
    }

    @Test(
        "when an Atom entry was published and updated",
        arguments: [
            ("<published>0</published><updated>1</updated>", 0, 1), ("<updated>1</updated>", nil, 1),
            ("<issued>0</issued><modified>1</modified><created>2</created>", 0, 1), ("<created>2</created>", 2, nil),
            ("<published>0</published><published>1</published>", 1, nil),
            ("<source><updated>0</updated></source><updated>1</updated>", nil, 1),
        ] as [(String, Int?, Int?)])
    func atomDates(elements: String, published: Int?, updated: Int?) throws {
        let entry = try atomEntry(Self.dated(elements))
        let expected = [published, updated].map { $0.map { Self.dates[$0] } }
        #expect([entry?.published, entry?.updated].map { $0?.description } == expected)
    }

    /// The dates in place of their numbers.
    private static func dated(_ elements: String) -> String {
        var text = elements
        for (number, date) in dates.enumerated() {
            text = text.replacingOccurrences(of: ">\(number)<", with: ">\(date)<")
        }
        return text
    }
}
