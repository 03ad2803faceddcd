import Testing

@testable import Watch

@Suite("Names of new sources") struct SourceNamesTests {
    @Test("a number tells equal titles apart, also where a title has that number of its own")
    func numbers() {
        var names = SourceNames(taken: ["b"])
        #expect(
            ["A", "a", "A 2", "A!", "B", "…"].map { names.name($0) } == ["a", "a-2", "a-2-2", "a-3", "b-2", "source"])
    }

    @Test("a list of thousands of equal titles is named in one pass")
    func many() {
        var names = SourceNames()
        let made = (0..<20_000).map { _ in names.name("News") }
        #expect(Set(made).count == made.count && made.last == "news-20000")
    }
}
