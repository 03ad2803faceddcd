import Model
import Syndication
import Testing

@Suite("JSON APIs")
struct APITests {
    private static let answer = """
        {"next_page_url": "/v1/documents?page=2", "results": [
          {"document_number": 20240001, "title": "Rule on models", "html_url": "/d/1", "publication_date": "2024-03-05",
           "abstract": "Short", "effective_on": "2024-05-01", "docket_ids": ["A-1", "A-2"], "agencies": [{"name": "X"}]},
          {"document_number": "2024-2", "title": "", "html_url": "/d/2"}]}
        """
    private static let paths = JSONPaths(
        items: "results", title: "title", link: "html_url", id: "document_number", date: "publication_date",
        summary: "abstract", next: "next_page_url",
        facts: ["effective": "effective_on", "citation": "docket_ids", "agency": "agencies.name"])

    @Test("paths find items, facts, ids as written and the next page; an item without a title is a warning")
    func items() throws {
        let page = try PageDocument(json: Array(Self.answer.utf8), paths: Self.paths, base: "https://a.example/v1/")
        let item = try #require(page.items.first)
        #expect(page.items.count == 1)
        #expect(item.id == "20240001")
        #expect(item.link == "https://a.example/d/1")
        #expect(item.published?.day.description == "2024-03-05")
        #expect(
            item.extensions.map { "\($0.name)=\($0.value)" } == [
                "agency=X", "citation=A-1", "citation=A-2", "effective=2024-05-01",
            ])
        #expect(page.next == "https://a.example/v1/documents?page=2")
        #expect(page.warnings.map(\.what) == ["item 2: 'title' cannot be read"])
    }

    @Test(
        "a path that leads nowhere is named",
        arguments: [
            (JSONPaths(items: "items", title: "title", link: "html_url"), "items"),
            (JSONPaths(items: "results", title: "name", link: "html_url"), "title"),
            (JSONPaths(items: "results", title: "document_number", link: "url"), "link"),
        ])
    func changed(paths: JSONPaths, name: String) throws {
        let problem = #expect(throws: PageProblem.self) {
            try PageDocument(json: Array(Self.answer.utf8), paths: paths, base: "")
        }
        guard case .layoutChanged(let found, _, _, _)? = problem else {
            Issue.record("another problem: \(String(describing: problem))")
            return
        }
        #expect(found == name)
    }

    @Test("the answer itself may be the list; a date that is not there is a warning, as one that cannot be read")
    func listAlone() throws {
        let answer = """
            [{"t": "One", "u": "/1", "day": "2025-09-01"}, {"t": "Two", "u": "/2", "day": "1447/01/15"},
             {"t": "Three", "u": "/3"}]
            """
        let page = try PageDocument(
            json: Array(answer.utf8), paths: JSONPaths(items: "", title: "t", link: "u", date: "day"),
            base: "https://a.example/")
        #expect(page.items.map { $0.published?.day.description } == ["2025-09-01", nil, nil])
        #expect(page.warnings.map(\.what) == ["item 2: 'date' cannot be read", "item 3: 'date' cannot be read"])
    }

    @Test("an empty list is no failure, a web page is named by its title")
    func edges() throws {
        let none = try PageDocument(json: Array("{\"results\": []}".utf8), paths: Self.paths, base: "")
        #expect(none.items.isEmpty)
        let page = Array("<html><title>Sign in</title></html>".utf8)
        let problem = PageProblem.layoutChanged(name: "items", expression: "results", kind: .login, title: "Sign in")
        #expect(throws: problem) { try PageDocument(json: page, paths: Self.paths, base: "") }
    }
}
