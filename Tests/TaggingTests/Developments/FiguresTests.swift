import Testing

@testable import Tagging

@Suite("Figures that are the same in every language") struct FiguresTests {
    @Test(
        "a figure is told with and without marks between its thousands",
        arguments: [
            ("lifted 119,467 articles", [119_467]), ("119.467 Artikel und 119 467 autres", [119_467]),
            ("119467件", [119_467]), ("in 2026 and 1999", []), ("about 500,000 works", []), ("12 of 34", []),
            ("3 000 and 3,150", [3_150]), ("5 U 104/24", [104]), ("a 1234567890123", []), ("", []), ("1,", []),
            ("250,", [250]), ("20,000,150", [20_000_150]),
        ])
    func told(text: String, figures: [Int]) { #expect(Figures.told(in: [text]) == Set(figures)) }
}
