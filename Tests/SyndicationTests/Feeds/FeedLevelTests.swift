import Model
import Syndication
import Testing

@Suite("What a feed says of itself")
struct FeedLevelTests {
    private func channel(_ elements: String) throws -> Feed {
        let names = """
            xmlns:atom="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0"
            xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
            """
        return try feed(
            "<rss version=\"2.0\" \(names)><channel>\(elements)<item/></channel></rss>", base: "https://f.example/a/")
    }

    @Test(
        "the format by its root and version",
        arguments: [
            ("<rss version=\"0.91\"><channel/></rss>", Feed.Format.rss09x),
            ("<rss version=\"2.0\"><channel/></rss>", .rss20),
            ("<rss><channel/></rss>", .rss20), ("<feed xmlns=\"http://www.w3.org/2005/Atom\"/>", .atom10),
            ("<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"/>", .atom03), ("<feed/>", .atom10),
            (
                "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\"/>",
                .rss10
            ),
            ("<channel><title>x</title></channel>", .rss09x), ("<RSS VERSION=\"0.92\"><CHANNEL/></RSS>", .rss09x),
            ("<entry xmlns=\"http://www.w3.org/2005/Atom\"><id>x</id></entry>", .atom10),
            ("{\"version\": \"https://jsonfeed.org/version/1\", \"title\": \"x\"}", .jsonFeed),
        ])
    func formats(text: String, format: Feed.Format) throws { #expect(try feed(text).format == format) }

    @Test("title, link and description are the feed's, not its image's")
    func image() throws {
        let feed = try channel("<image><title>I</title><link>http://i/</link></image><title>T</title><link>l</link>")
        #expect(feed.title == "T")
        #expect(feed.link == "https://f.example/a/l")
    }

    @Test("an id that is an address is the feed's link where it has none")
    func linkFromIdentifier() throws {
        let atom = { (elements: String) in try feed("<feed xmlns=\"http://www.w3.org/2005/Atom\">\(elements)</feed>") }
        #expect(try atom("<id>https://f.example/</id><entry/>").link == "https://f.example/")
        #expect(try atom("<id>https://f.example/</id><link href=\"https://g.example/\"/>").link == "https://g.example/")
        #expect(try atom("<id>urn:uuid:1</id>").link == nil)
    }

    @Test(
        "how often to read",
        arguments: [("<ttl>60</ttl>", 60), ("<ttl>-1</ttl>", nil), ("<ttl>soon</ttl>", nil)] as [(String, Int?)])
    func minutes(element: String, minutes: Int?) throws {
        #expect(try channel(element).rhythm.minutesToLive == minutes)
    }

    @Test("when not to read, and how often it changes")
    func rhythm() throws {
        let hours = "<skipHours><hour>0</hour><hour>24</hour><hour>99</hour></skipHours>"
        let days = "<skipDays><day>Monday</day><day>sunday</day><day>x</day></skipDays>"
        let rhythm = try channel(
            hours + days + "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>"
        ).rhythm
        #expect(rhythm.skipHours == [0, 0])
        #expect(rhythm.skipDays == [1, 7])
        #expect(rhythm.updatePeriod == 86400)
        #expect(rhythm.updateFrequency == 4)
    }

    @Test("archives and pages")
    func paging() throws {
        let links = ["self", "next", "prev-archive", "current"].map { "<atom:link rel=\"\($0)\" href=\"\($0).xml\"/>" }
        let paging = try channel(links.joined() + "<fh:archive/><fh:complete/>").paging
        #expect(paging.own == "https://f.example/a/self.xml")
        #expect(paging.next == "https://f.example/a/next.xml")
        #expect(paging.previousArchive == "https://f.example/a/prev-archive.xml")
        #expect(paging.current == "https://f.example/a/current.xml")
        #expect(paging.isArchive && paging.isComplete)
    }

    @Test(
        "a new address",
        arguments: [
            "<itunes:new-feed-url>https://n.example/</itunes:new-feed-url>",
            "<newLocation>https://n.example/</newLocation>",
        ])
    func moved(element: String) throws { #expect(try channel(element).movedTo == "https://n.example/") }

    @Test("the language of feed and entry")
    func languages() throws {
        let text =
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"de_CH\"><entry/><entry xml:lang=\"fr\"/></feed>"
        let atom = try feed(text)
        #expect(atom.language == "de-CH")
        #expect(atom.items.map(\.language) == ["de-CH", "fr"])
        #expect(try channel("<language>en-us</language>").language == "en-us")
        #expect(try channel("<dc:language>zh-CN</dc:language>").language == "zh-CN")
    }

    @Test(
        "the report's day of change is that of publication where there is no other",
        arguments: [
            ("<pubDate>Tue, 05 Mar 2024 14:30:00 GMT</pubDate>", "2024-03-05T14:30:00Z"),
            (
                "<pubDate>Tue, 05 Mar 2024 14:30:00 GMT</pubDate><lastBuildDate>2024-03-06</lastBuildDate>",
                "2024-03-06T00:00:00Z"
            ),
        ])
    func reportedChange(elements: String, day: String) throws {
        let report = String(decoding: InspectReport(try channel(elements)).json, as: UTF8.self)
        #expect(report.contains("\"updated\":\"\(day)\",\"items\""))
    }

    @Test("a date that cannot be read is null and a warning")
    func unreadableDate() throws {
        let feed = try feed("<rss>\n<channel>\n<item><pubDate>the day after</pubDate></item></channel></rss>")
        #expect(feed.items.first?.published == nil)
        #expect(feed.warnings == [FeedWarning("the date \"the day after\" cannot be read", line: 3)])
    }
}
