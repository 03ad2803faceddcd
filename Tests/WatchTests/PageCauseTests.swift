import Model
import Syndication
import Testing

@testable import Watch

@Suite("Why a page was not read") struct PageCauseTests {
    @Test(
        "what is wrong with the definition is told apart from a page that changed",
        arguments: [
            (.badSelector(name: "item", expression: "//li["), .badSelector),
            (.costlySelector(name: "item", expression: "//li"), .badSelector),
            (.layoutChanged(name: "item", expression: "//li", kind: .other, title: nil), .layoutChanged),
            (.layoutChanged(name: "item", expression: "//li", kind: .challenge, title: nil), .botWall),
            (.scriptedLinks(expression: ".//a/@href"), .layoutChanged), (.refused("no"), .apiError), (.empty, .empty),
        ] as [(PageProblem, FetchFailure.Cause)])
    func cause(problem: PageProblem, cause: FetchFailure.Cause) {
        #expect(FetchFailure(problem).cause == cause)
    }

    @Test("a source whose selector takes too many steps has failed by its definition")
    func costly() async throws {
        let source = """
            - {id: page, publisher: P, url: 'file:page.html', format: page, jurisdiction: US, authority: court,
               select: {item: '//li[count(//*[count(//*[count(//*) > 0]) > 0]) > 0]', title: ./a, link: ./a/@href}}

            """
        let place = try Installation(at: "2026-07-01", ["sources.yaml": source])
        let rows = String(repeating: "<li><a href='/1'>Notice</a></li>", count: 400)
        try place.write("<html><ul>\(rows)</ul></html>", to: "page.html")
        try await place.run()
        let view = try #require(try place.workspace.sources().first)
        #expect(view.cause?.hasPrefix("bad-selector: the selector 'item' takes too many steps") == true, "\(view)")
    }
}
