import Testing

@testable import Syndication

@Suite("Trees of markup")
struct MarkupTreeTests {
    @Test("XPath on a broken page")
    func selects() throws {
        let page = try MarkupDocument.html(Array("<ul><li class=a><a href='/1'>One</a><li>Two</ul>".utf8))
        let items = try #require(page.select("//li"))
        #expect(items.map(\.text) == ["One", "Two"])
        #expect(items.first?["class"] == "a")
        #expect(page.string("string(.//a/@href)", from: items.first) == "/1")
        #expect(items.first?.parent?.name == "ul")
        #expect(items.first?.children.map(\.name) == ["a"])
    }

    @Test("wrong expressions select nothing", arguments: ["//[", "count(//li)", "//x:y"])
    func wrong(expression: String) throws {
        #expect(try MarkupDocument.html(Array("<p>x".utf8)).select(expression) == nil)
    }

    @Test("all expressions on a page together, and the texts that they yield, cost no more than a page may")
    func costlyTogether() throws {
        let page = Array("<ul>\(String(repeating: "<li>Notice</li>", count: 400))</ul>".utf8)
        let document = try MarkupDocument.html(page, bounds: .init(allSteps: 100_000))
        let lists = (1...1000).prefix { _ in document.select("//li") != nil }.count
        #expect((10..<1000).contains(lists) && document.isTooCostly("//li"))
        let other = try MarkupDocument.html(page, bounds: .init(allSteps: 100_000))
        let texts = (1...1000).prefix { _ in other.string("/html") != nil }.count
        #expect((2..<10).contains(texts) && other.root?.text == "")
    }

    @Test("a page in an encoding that only its definition knows")
    func encoding() throws {
        let page = try MarkupDocument.html(Array("<p>".utf8) + [0xD6, 0xD0], encoding: "gbk")
        #expect(page.select("//p")?.first?.text == "中")
    }

    @Test("XML by namespace")
    func namespaces() throws {
        let tree = try MarkupDocument.xml(Array("<a xmlns='urn:x'><b>1</b></a>".utf8))
        #expect(tree.select("//q:b", namespaces: ["q": "urn:x"])?.map(\.text) == ["1"])
        #expect(tree.root?.name == "a")
    }

    @Test("what is no tree is an error")
    func failures() {
        #expect(throws: MarkupDocument.Failure.empty) { try MarkupDocument.html([0x20]) }
        #expect(throws: MarkupDocument.Failure.tooLarge(limit: 2)) {
            try MarkupDocument.xml(Array("<a/>".utf8), bounds: .init(bytes: 2))
        }
    }
}
