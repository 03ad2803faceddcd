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

    @Test("paths find items, facts, ids as written and the next page; an item without a title is kept, with a warning")
    func items() throws {
        let page = try PageDocument(json: Array(Self.answer.utf8), paths: Self.paths, base: "https://a.example/v1/")
        let item = try #require(page.items.first)
        #expect(page.items.map(\.title) == ["Rule on models", "2024-2"])
        #expect(item.id == "20240001")
        #expect(item.link == "https://a.example/d/1")
        #expect(item.published?.day.description == "2024-03-05")
        #expect(
            item.extensions.map { "\($0.name)=\($0.value)" } == [
                "agency=X", "citation=A-1", "citation=A-2", "effective=2024-05-01",
            ])
        #expect(page.next == "https://a.example/v1/documents?page=2")
        #expect(page.warnings.map(\.what) == ["item 2: 'title' cannot be read", "item 2: 'date' cannot be read"])
    }

    @Test("a key may hold dots itself, and a list may be an object of numbers")
    func dotted() throws {
        let answer = #"{"@odata.nextLink": "/p2", "value": {"2": {"dc.title": "B"}, "1": {"dc.title": "A"}}}"#
        let paths = JSONPaths(items: "value", title: "dc.title", link: nil, next: "@odata.nextLink")
        let page = try PageDocument(json: Array(answer.utf8), paths: paths, base: "https://a.example/")
        #expect(page.items.map(\.title) == ["A", "B"])
        #expect(page.next == "https://a.example/p2")
    }

    @Test("an answer that breaks off counts as far as its items are whole, and not at all where none is")
    func brokenOff() throws {
        let paths = JSONPaths(items: "r", title: "t", link: nil)
        let page = try PageDocument(json: Array(#"{"r": [{"t": "A"}, {"t": "B"#.utf8), paths: paths, base: "")
        #expect(page.items.map(\.title) == ["A"] && page.isTruncated)
        #expect(throws: PageProblem.self) {
            try PageDocument(json: Array(#"{"r": [{"t": "B"#.utf8), paths: paths, base: "")
        }
    }

    @Test("a fact whose path is in no item is told; one that is null everywhere is not")
    func lostFacts() throws {
        let answer = #"[{"t": "One", "u": "/1", "due": null}, {"t": "Two", "u": "/2", "due": null}]"#
        let paths = JSONPaths(
            items: "", title: "t", link: "u", facts: ["deadline": "due", "effective": "efective_on"])
        let page = try PageDocument(json: Array(answer.utf8), paths: paths, base: "https://a.example/")
        #expect(page.items.count == 2 && page.warnings.isEmpty)
        #expect(page.absentFacts.map(\.kind) == ["effective"] && page.absentFacts.map(\.path) == ["efective_on"])
        let none = try PageDocument(json: Array("[]".utf8), paths: paths, base: "https://a.example/")
        #expect(none.warnings.isEmpty && none.absentFacts.isEmpty)
    }

    @Test("a record without a title does not hide that all others have no link")
    func lostLinks() {
        let records = ["{\"name\": \"\"}"] + (1...9).map { "{\"name\": \"Ruling \($0)\"}" }
        let problem = PageProblem.layoutChanged(name: "link", expression: "url", kind: .other, title: nil)
        #expect(throws: problem) {
            try PageDocument(
                json: Array("{\"results\": [\(records.joined(separator: ","))]}".utf8),
                paths: JSONPaths(items: "results", title: "name", link: "url"), base: "")
        }
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

    @Test(
        "an API's own error is told in its words, with its code",
        arguments: [
            (#"{"error": "Invalid API key"}"#, "Invalid API key"),
            (#"{"error": {"code": 403, "message": "Forbidden", "status": "DENIED"}}"#, "Forbidden (403)"),
            (#"{"errors": [{"detail": "one"}, {"detail": "two"}]}"#, "one; two"),
            (
                #"{"errors": {"conditions": ["unknown field"], "per_page": ["too many"]}}"#,
                "conditions: unknown field; per_page: too many"
            ),
            (
                #"{"detail": "Authentication credentials were not provided."}"#,
                "Authentication credentials were not provided."
            ),
            (#"{"code": 40001, "msg": "签名错误", "data": null}"#, "签名错误 (40001)"),
            (#"{"error": true, "message": "maintenance"}"#, "maintenance"),
            (#"{"success": false, "message": "quota", "results": []}"#, "quota"),
            (#"{"error": "expired", "results": []}"#, "expired"),
            (
                #"{"fault": {"faultstring": "Rate limit", "detail": {"errorcode": "policies.limit"}}}"#,
                "Rate limit"
            ),
            (#"{"error": "a\u001b[31mb\u202e<b>c</b>\n d"}"#, "a\u{FFFD}[31mbc d"),
        ])
    func refused(answer: String, words: String) {
        #expect(throws: PageProblem.refused(words)) {
            try PageDocument(json: Array(answer.utf8), paths: Self.paths, base: "")
        }
    }

    @Test(
        "what an API says beside its data is no error of its own",
        arguments: [
            #"{"code": 0, "msg": "success", "data": {"list": [{"title": "A"}]}}"#,
            #"{"message": "Welcome", "documents": [{"title": "A"}]}"#, #"{"documents": []}"#,
            #"{"error": null, "errors": [], "documents": [{"title": "A"}]}"#,
        ])
    func noComplaint(answer: String) {
        let problem = PageProblem.layoutChanged(name: "items", expression: "results", kind: .other, title: nil)
        #expect(throws: problem) { try PageDocument(json: Array(answer.utf8), paths: Self.paths, base: "") }
    }

    @Test(
        "dates in figures and in parts, lists in objects and in texts, and numbers that are none",
        arguments: [
            (#"{"results": [{"t": "A", "u": "/1", "d": [2026, 5, 12], "x": NaN}]}"#, "results", "2026-05-12T00:00:00Z"),
            (#"{"results": [{"t": "A", "u": "/1", "d": [2026, 5, 12, 9, 30]}]}"#, "results", "2026-05-12T09:30:00Z"),
            (#"{"results": [{"t": "A", "u": "/1", "d": 1.778578215E12}]}"#, "results", "2026-05-12T09:30:15Z"),
            (#"{"results": [{"t": "A", "u": "/1", "d": [1778578215, 1]}]}"#, "results", "2026-05-12T09:30:15Z"),
            (#"{"all": {"k1": {"t": "A", "u": "/1", "d": "2026-05-12"}}}"#, "all.*", "2026-05-12T00:00:00Z"),
            (
                #"{"results": [{"t": "A", "u": "/1", "d": [1778578215, 2, 3], "x": -Infinity}]}"#, "results",
                "2026-05-12T09:30:15Z"
            ),
            (#"{"d": "[{\"t\": \"A\", \"u\": \"/1\", \"d\": \"2026-05-12\"}]"}"#, "d", "2026-05-12T00:00:00Z"),
        ])
    func shapes(answer: String, items: String, date: String) throws {
        let paths = JSONPaths(items: items, title: "t", link: "u", date: "d")
        let page = try PageDocument(json: Array(answer.utf8), paths: paths, base: "https://a.example/")
        #expect(page.items.map(\.title) == ["A"])
        #expect(page.items.first?.published?.description == date)
    }

    @Test(
        "everything of nothing is nothing on a quiet day, and no other layout",
        arguments: [#"{"all": {}}"#, #"{"all": []}"#])
    func quiet(answer: String) throws {
        let paths = JSONPaths(items: "all.*", title: "t", link: "u")
        #expect(try PageDocument(json: Array(answer.utf8), paths: paths, base: "https://a.example/").items == [])
    }

    @Test(
        "an empty list beside words that nothing was found is no failure, beside any others it is one",
        arguments: [
            (#"{"results": [], "error": "No results found"}"#, true),
            (#"{"results": [], "errors": [{"code": 404, "message": "No records match: 0 results"}]}"#, true),
            (#"{"results": [], "success": false, "message": "暂无数据"}"#, true),
            (#"{"results": [], "error": {"message": "검색결과가 없습니다."}}"#, true),
            (#"{"results": [], "error": "No API key was given"}"#, false),
            (#"{"results": [], "error": "not found"}"#, false),
            (#"{"results": [], "error": "limit exceeded: at most 100 results"}"#, false),
            (#"{"results": [], "message": "无数据权限", "success": false}"#, false),
            (#"{"results": [], "error": "No data available: database offline"}"#, false),
            (#"{"error": "No results found"}"#, false),
        ])
    func nothingFound(answer: String, isEmpty: Bool) {
        let page = try? PageDocument(json: Array(answer.utf8), paths: Self.paths, base: "https://a.example/")
        #expect((page != nil) == isEmpty)
        #expect(page?.items.isEmpty ?? true)
    }

    @Test("an error is bounded, and beside items it is a warning")
    func complaintBesideItems() throws {
        let long = #"{"error": ""# + String(repeating: "x", count: 100_000) + #""}"#
        let problem = #expect(throws: PageProblem.self) {
            try PageDocument(json: Array(long.utf8), paths: Self.paths, base: "")
        }
        #expect((problem?.description.utf8.count ?? 0) < 400)
        let partial = #"{"errors": [{"message": "one shard failed"}], "results": [{"title": "A", "html_url": "/a"}]}"#
        let page = try PageDocument(json: Array(partial.utf8), paths: Self.paths, base: "https://a.example/")
        #expect(page.items.count == 1)
        #expect(page.warnings.contains { $0.what.hasSuffix("one shard failed") })
    }

    @Test("an item without a link is kept whatever else it has, and told; what has nothing is counted")
    func withoutLink() throws {
        let answer = """
            {"results": [{"document_number": "1", "title": "A", "html_url": "/1"}, {"document_number": "2", "title": "B"},
            {"title": "C", "publication_date": "2024-03-05"}, {"title": "D"},
            {"abstract": "Only a summary"}, {"publication_date": "2024-03-06"}]}
            """
        let page = try PageDocument(json: Array(answer.utf8), paths: Self.paths, base: "https://a.example/")
        #expect(page.items.map(\.title) == ["A", "B", "C", "D", ""] && page.items.last?.summary == "Only a summary")
        #expect(page.warnings.map(\.what).contains("1 of 6 items left out: they have no title, summary, link or id"))
        #expect(page.warnings.map(\.what).contains("item 2: 'link' cannot be read"))
    }
}
