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
        #expect(
            list.warnings.map(\.what) == [
                "\"javascript:x\" is no address", "https://a.example/1 is listed more than once",
            ])
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

    @Test(
        "names and addresses as programs write them",
        arguments: [
            "<outline text='A' xmlUrl='http://a.example/f'/>", "<outline title='A' XMLURL='http://a.example/f'/>",
            "<OUTLINE text='A' xmlUrl='http://a.example/f'></OUTLINE>",
            "<outline text='A' type='atom' xmlUrl='http://a.example/f'/>",
        ])
    func spellings(outline: String) throws {
        let list = try OPMLDocument(Array("<opml><body>\(outline)</body></opml>".utf8))
        #expect(list.outlines.map(\.xmlURL) == ["http://a.example/f"])
        #expect(list.outlines.map(\.title) == ["A"])
    }

    @Test("a broken list gives what can be read, or says where it breaks")
    func broken() throws {
        let text = "<opml><body><outline text='A & B' xmlUrl='http://a.example/?x=1&y=2'/></body></opml>"
        let list = try? OPMLDocument(Array(text.utf8))
        #expect(list == nil || list?.outlines.count == 1)
    }
}
