import Model
import Syndication
import Testing

@Suite("Pages of JSON APIs") struct APIPagingTests {
    @Test(
        "the next page is asked for by its address, or with a cursor or number as a parameter, until there is none",
        arguments: [
            (#""/d?page=2""#, nil, "https://a.example/d?page=2"), (#""?page=2""#, nil, "https://a.example/v1/d?page=2"),
            (#""page2.json""#, nil, "https://a.example/v1/page2.json"),
            (#""10""#, "cursor", "https://a.example/v1/d?q=ai&cursor=10"),
            ("2", "page", "https://a.example/v1/d?q=ai&page=2"), ("2", "q", "https://a.example/v1/d?q=2"),
            (#""a b/=&""#, "cursor", "https://a.example/v1/d?q=ai&cursor=a%20b%2F%3D%26"),
            (#""""#, nil, nil), (#""""#, "cursor", nil), ("null", "cursor", nil), ("false", "cursor", nil),
        ] as [(String, String?, String?)])
    func next(value: String, query: String?, address: String?) throws {
        let paths = JSONPaths(items: "r", title: "t", link: "u", next: "meta.next", nextQuery: query)
        let answer = #"{"r": [{"t": "A", "u": "/1"}], "meta": {"next": \#(value)}}"#
        let page = try PageDocument(json: Array(answer.utf8), paths: paths, base: "https://a.example/v1/d?q=ai")
        #expect(page.next == address)
        #expect(page.warnings.isEmpty)
    }

    @Test(
        "a number or token that is to be an address is none, and is told with what to write",
        arguments: ["2", #""eyJwIjoyfQ""#])
    func token(value: String) throws {
        let paths = JSONPaths(items: "r", title: "t", link: "u", next: "next")
        let answer = #"{"r": [{"t": "A", "u": "/1"}], "next": \#(value)}"#
        let page = try PageDocument(json: Array(answer.utf8), paths: paths, base: "https://a.example/d")
        #expect(page.next == nil)
        #expect(page.warnings.map(\.what).contains { $0.contains("next: {path: next, query: …}") })
    }

    @Test("items that have no address are known by their ids")
    func withoutLink() throws {
        let paths = JSONPaths(items: "", title: "t", link: nil, id: "n")
        let page = try PageDocument(
            json: Array(#"[{"t": "One", "n": 5}, {"t": "Two", "n": "5b"}]"#.utf8), paths: paths,
            base: "https://a.example/")
        #expect(page.items.map(\.id) == ["5", "5b"] && page.items.allSatisfy { $0.link == nil })
        #expect(page.warnings.isEmpty)
    }

    @Test(
        "values that stand in a wrapper have the names of what wraps them, and an id does for an address beside a day",
        arguments: [
            (
                #"[{"id": 5, "date": "2026-11-05T09:00:00", "title": {"rendered": "One"}, "link": "/one"}]"#,
                JSONPaths(items: "", title: "title.rendered", link: "link", id: "id", date: "date")
            ),
            (
                #"{"data": [{"id": "n-1", "links": {"self": "https://a.example/n-1"}, "#
                    + #""attributes": {"title": "One", "postedDate": "2026-11-05T09:00:00Z"}}]}"#,
                JSONPaths(
                    items: "data", title: "attributes.title", link: "links.self", id: "id",
                    date: "attributes.postedDate")
            ),
            (
                #"{"list": [{"nttId": 9, "nttSj": "하나", "frstRegistPnttm": "2026-11-05 10:00:00"}]}"#,
                JSONPaths(items: "list", title: "nttSj", link: nil, id: "nttId", date: "frstRegistPnttm")
            ),
            (
                #"{"hits": [{"name": "One", "url": "/1"}], "links": {"next": {"href": "/p2"}}}"#,
                JSONPaths(items: "hits", title: "name", link: "url", next: "links.next.href")
            ),
        ])
    func wrapped(answer: String, expected: JSONPaths) {
        #expect(APIProposal.all(in: Array(answer.utf8), base: "https://a.example/")?.first?.paths == expected)
    }

    @Test("a list of names without a day is not proposed") func names() {
        let answer = #"{"facets": [{"id": 1, "name": "Courts"}, {"id": 2, "name": "Acts"}]}"#
        #expect(APIProposal.all(in: Array(answer.utf8), base: "https://a.example/")?.isEmpty == true)
    }

    @Test("an object on each line is a list")
    func lines() throws {
        let answer = "{\"title\": \"One\", \"url\": \"/1\"}\n{\"title\": \"Two\", \"url\": \"/2\"}\r\n\n"
        let paths = JSONPaths(items: "", title: "title", link: "url")
        let page = try PageDocument(json: Array(answer.utf8), paths: paths, base: "https://a.example/")
        #expect(page.items.map(\.title) == ["One", "Two"])
        #expect(APIProposal.all(in: Array(answer.utf8), base: "https://a.example/")?.first?.paths == paths)
        for broken in ["{\"title\": \"One\"}\n{\"title\": ", "1\n2", "{\"title\": \"One\"} {}"] {
            #expect(throws: PageProblem.self) { try PageDocument(json: Array(broken.utf8), paths: paths, base: "") }
        }
    }
}
