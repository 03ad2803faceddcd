import Testing

@testable import Tagging

@Suite("Articles that a text names") struct ProvisionsTests {
    @Test(
        "lists and ranges are read, and paragraphs are none",
        arguments: [
            ("the Article 50 guidelines", [50]), ("Articles 5, 6(2) and 50", [5, 6, 50]),
            ("Articles 9-12", [9, 10, 11, 12]),
            ("Artikel 50 und 51", [50, 51]), ("an article about 12 firms", []), ("Articles 12 and 2024 others", [12]),
            ("Art. 6", [6]),
        ] as [(String, Set<Int>)])
    func named(text: String, expected: Set<Int>) { #expect(Provisions.named(in: [text]) == expected) }
}
