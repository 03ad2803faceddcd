import Foundation
import Model
import Testing

@testable import Watch

@Suite("The catalogue that is shipped") struct CatalogueTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Feeds/catalogue")

    private func sources() throws -> [(file: String, source: Source)] {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter {
            $0.hasSuffix(".yaml")
        }
        return try files.sorted().flatMap { file in
            try CatalogueFile.sources(in: Self.folder.appendingPathComponent(file).path).map { (file, $0) }
        }
    }

    @Test("every source says whose law it is, in which language and zone, and on which terms")
    func complete() throws {
        let all = try sources()
        #expect(all.count > 70)
        for (file, source) in all {
            #expect(source.jurisdiction.code.lowercased() + ".yaml" == file, "\(source.id)")
            #expect(source.id.rawValue.hasPrefix(source.jurisdiction.code.lowercased() + "-"), "\(source.id)")
            #expect(source.timeZone != nil, "\(source.id)")
            #expect(source.terms?.isEmpty == false, "\(source.id)")
            #expect(source.title != source.publisher, "\(source.id)")
        }
        #expect(Set(all.map(\.source.id)).count == all.count)
        #expect(Set(all.map(\.source.url)).count == all.count)
    }

    @Test("dates with legal effect come from the fields of an API, under the names that facts have")
    func fields() throws {
        let api = try #require(try sources().first { $0.source.id.rawValue == "us-federal-register-ai-dates" }?.source)
        guard case .json(let paths) = api.format else {
            Issue.record("no API")
            return
        }
        #expect(paths.facts["effective"] == "effective_on")
        #expect(paths.facts["deadline"] == "comments_close_on")
    }
}

@Suite("Selectors of the catalogue") struct CatalogueSelectorTests {
    @Test("a title that the list cuts is taken from its attribute, and from the text where there is none")
    func titles() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Feeds/catalogue/cn.yaml").path
        let source = try #require(try CatalogueFile.sources(in: file).first { $0.id.rawValue == "cn-cac-policy" })
        let page = """
            <html><body><div id='loadingInfoPage'>
            <li><h5><a href='/a.htm' title='生成式人工智能服务管理办法'>生成式人工智能…</a></h5><div class='times'>2026-03-02</div></li>
            <li><h5><a href='/b.htm'>公告</a></h5><div class='times'>2026-03-01</div></li></div></body></html>
            """
        let document = try Document.read(
            Array(page.utf8), of: source, at: source.url, contentType: "text/html; charset=utf-8")
        #expect(document.entries.map(\.text.title) == ["生成式人工智能服务管理办法", "公告"])
        #expect(document.entries.first?.text.link == "https://www.cac.gov.cn/a.htm")
        // The day as it is written, though in Greenwich it began on the day before.
        #expect(document.entries.first?.text.published?.description == "2026-03-02T00:00:00Z")
    }

    @Test(
        "a page's dates are read in the language of its source",
        arguments: [
            ("5. listopada 2025.", "hr", "2025-10-05"), ("5 listopada 2025", "pl", "2025-11-05"),
            ("1404/06/10", "fa", "2025-09-01"), ("25.06.04", "ko", "2025-06-04"), ("1404/06/10", "en", nil),
        ] as [(String, String, String?)])
    func speaksItsLanguage(text: String, language: String, day: String?) throws {
        let source = Source(
            id: ID("gazette"), publisher: "Gazette", url: "https://gazette.example/",
            format: .page(PageSelectors(item: "//li", title: "a", link: "a/@href", date: "b")),
            jurisdiction: try #require(Jurisdiction("INT")), authority: .legislator, language: Language(language))
        let page = "<ul><li><a href='/1'>One</a><b>\(text)</b></li><li><a href='/2'>Two</a><b>2025-09-01</b></li></ul>"
        let document = try Document.read(Array(page.utf8), of: source, at: source.url, contentType: "text/html")
        #expect(document.entries.map { $0.text.published?.day.description } == [day, "2025-09-01"])
        #expect(document.warnings.isEmpty == (day != nil))
    }
}

@Suite("Days that an API states") struct StatedDayTests {
    @Test(
        "days that programs count are days by the source's clock; other facts stay as they are",
        arguments: [
            ("1800000000", "EU", "2027-01-15"), ("1800000000000", "EU", "2027-01-15"), ("20270119", "EU", "2027-01-19"),
            ("1799942400", "CN", "2027-01-15"), ("20270119", "US", "2027-01-19"), ("20271345", "EU", nil),
            ("/Date(1800000000000)/", "EU", "2027-01-15"), ("TBD, see 2027", "EU", nil),
        ] as [(String, String, String?)])
    func counted(value: String, jurisdiction: String, day: String?) throws {
        let source = Source(
            id: ID("api"), publisher: "A", url: "https://a.example/",
            format: .json(JSONPaths(items: "", title: "t", link: "u", facts: ["deadline": "d", "docket": "d"])),
            jurisdiction: try #require(Jurisdiction(jurisdiction)), authority: .regulator)
        let document = try Document.read(
            Array(#"[{"t": "One", "u": "/1", "d": "\#(value)"}]"#.utf8), of: source, at: source.url, contentType: nil)
        #expect(document.entries.first?.text.stated.map(\.value) == [day ?? value, value])
        #expect(document.warnings.isEmpty == (day != nil))
    }
}

@Suite("Files of the catalogue") struct CatalogueFileTests {
    /// A catalogue of 900 sources, an element a line, with other lines in place of some.
    private func sources(_ others: [Int: String] = [:]) throws -> [Source] {
        let lines = (0..<900).map { number in
            others[number]
                ?? "- {id: s-\(number), publisher: Court, url: 'https://court.example/feed/\(number)', jurisdiction: EU, authority: court}"
        }
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).yaml")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
        return try CatalogueFile.sources(in: file.path)
    }

    @Test("an API whose answer is the list itself needs no path to it")
    func listAlone() throws {
        let api =
            "- {id: s-0, publisher: Court, url: 'https://a.example/', format: json, json: {title: t, link: u}, jurisdiction: EU, authority: court}"
        #expect(try sources([0: api]).first?.format == .json(JSONPaths(items: "", title: "t", link: "u")))
    }

    @Test("how the next page of an API is asked for is read back as it is written; what has no link needs an id")
    func nextPage() throws {
        let api = { (paths: String) in
            "- {id: s-0, publisher: Court, url: 'https://a.example/', format: json, json: {\(paths)}, jurisdiction: EU, authority: court}"
        }
        let paths = JSONPaths(
            items: "", title: "t", link: nil, id: "n", next: "meta.next", nextQuery: "cursor", pages: 2)
        let source = try #require(
            try sources([0: api("title: t, id: n, next: {path: meta.next, query: cursor}, pages: 2")]).first)
        #expect(source.format == .json(paths))
        var once = paths
        once.pages = 1
        let written = Source(
            id: source.id, publisher: "Court", url: source.url, format: .json(once), jurisdiction: .eu,
            authority: .court)
        let back = try YAMLValue.parse(CatalogueWriter.definition(of: written), file: "x.yaml").list().map {
            try CatalogueFile.source($0)
        }
        #expect(back == [written])
        #expect(throws: ConfigurationProblem.self) { try sources([0: api("title: t")]) }
        #expect(throws: ConfigurationProblem.self) { try sources([0: api("title: t, link: u, next: {path: n}")]) }
    }

    private let first =
        "- {id: s-0, publisher: &court Gericht, url: 'https://a.example/', jurisdiction: EU, authority: court}"

    @Test("all of its sources come, in the order of the file")
    func comesWhole() throws {
        #expect(try sources().map(\.id.rawValue) == (0..<900).map { "s-\($0)" })
    }

    @Test("what goes on over many lines, or names what stands far above, is read as in a small one")
    func isOneDocument() throws {
        let last = "- {id: s-899, publisher: *court, url: 'https://z.example/', jurisdiction: EU, authority: court}"
        #expect(try sources([0: first, 899: last]).last?.publisher == "Gericht")
        let opened = first.replacing("&court Gericht", with: "\"Gericht")
        let closed = last.replacing("*court", with: "Hof\", title: Hof")
        #expect(try sources([0: opened, 899: closed]).count == 1)
    }

    @Test("a mistake is told with its line, wherever it stands", arguments: [0, 450, 899])
    func tellsLine(number: Int) throws {
        let wrong = "- {id: wrong, publisher: Court, url: 'https://x.example/', jurisdiction: EU, authority: pub}"
        let problem = #expect(throws: ConfigurationProblem.self) { try sources([number: wrong]) }
        #expect(problem?.place?.hasSuffix(".yaml:\(number + 1)") == true)
    }
}
