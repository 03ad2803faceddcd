import Syndication
import Testing

@Suite("OPML")
struct OPMLTests {
    private static let file = """
        <?xml version="1.0"?><opml version="1.1"><head><title>Courts</title></head><body>
        <outline text="EU"><outline text="Courts &amp; more"><outline type="rss" text="One" xmlUrl=" https://a.example/1 "
          htmlUrl="https://a.example/" category="/law/eu,tech"/></outline></outline>
        <outline title="Two" xmlurl="https://a.example/2"/><outline text="bad" xmlUrl="javascript:x"/>
        <outline text="Again"><outline text="One" xmlUrl="https://a.example/1"/></outline></body></opml>
        """

    @Test("folders and attributes become categories; an address counts once; one that is none is a warning")
    func reading() throws {
        let list = try OPMLDocument(Array(Self.file.utf8))
        #expect(list.title == "Courts")
        #expect(list.outlines.map(\.xmlURL) == ["https://a.example/1", "https://a.example/2"])
        #expect(list.outlines.first?.categories == [["EU", "Courts & more"], ["law", "eu"], ["tech"], ["Again"]])
        #expect(list.warnings.map(\.what) == ["\"javascript:x\" is no address"])
    }

    @Test("what is written is read back the same, quotes before combining marks included")
    func roundTrip() throws {
        let outline = OPMLOutline(
            xmlURL: "https://a.example/?a=1&b=\"\u{301}", htmlURL: "https://a.example/", title: "<A> & \"B\"",
            type: "rss",
            language: "de", categories: [["One", "Two"], ["Three"]])
        let list = OPMLDocument(title: "T & T", outlines: [outline])
        #expect(try OPMLDocument(Array(list.xml.utf8)) == list)
    }

    @Test(
        "what is no list is named",
        arguments: [
            ("", OPMLDocument.Problem.empty), ("<rss><channel/></rss>", .otherRoot("rss")),
        ])
    func problems(text: String, problem: OPMLDocument.Problem) {
        #expect(throws: problem) { try OPMLDocument(Array(text.utf8)) }
    }

    @Test("folders nested without end are bounded")
    func nested() throws {
        let text =
            "<opml><body>" + String(repeating: "<outline text='a'>", count: 200)
            + String(repeating: "</outline>", count: 200) + "</body></opml>"
        let list = try OPMLDocument(Array(text.utf8))
        #expect(list.outlines.isEmpty)
        #expect(list.warnings.contains { $0.what.contains("nested deeper") })
    }
}
