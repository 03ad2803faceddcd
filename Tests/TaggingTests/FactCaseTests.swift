import Foundation
import Model
import Testing

@testable import Tagging

/// Facts of texts as courts, gazettes, authorities and the press write them, in fifteen languages; the cases are in
/// `Fixtures/instruments.tsv` and `Fixtures/dates.tsv`.
@Suite("Facts of headlines and first sentences")
struct FactCaseTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let languages = [
        "en", "zh-Hans", "zh-Hant", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "ja", "ko", "ru", "ar",
    ]

    private let reader: FactReader

    init() throws { reader = try .ofTheProgram() }

    /// The cases of a language, each with six cells.
    private func cases(_ file: String, in language: String) throws -> [[String]] {
        let path = Self.root.appendingPathComponent("Tests/TaggingTests/Fixtures/\(file).tsv")
        let rows = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
        try #require(rows.allSatisfy { $0.count == 6 && Self.languages.contains($0[0]) })
        return rows.filter { $0[0] == language }
    }

    private func facts(_ cells: [String]) throws -> Findings {
        let published = try #require(Day(iso: cells[2]))
        return reader.facts(
            of: FactInput(
                title: cells[4], summary: cells[5], language: Language(cells[0]), published: published,
                sourceName: cells[1]))
    }

    @Test("the instrument and its stage are told", arguments: languages)
    func instruments(language: String) throws {
        let cases = try cases("instruments", in: language)
        #expect(cases.count >= 8)
        let wrong = try cases.filter { cells in
            let facts = try facts(cells)
            return "\(facts.instrument.value.rawValue) \(facts.stage.value.rawValue)" != cells[3]
        }
        #expect(wrong.map { $0[4] } == [])
    }

    @Test("dates have the effect that the text gives them", arguments: languages)
    func dates(language: String) throws {
        let cases = try cases("dates", in: language)
        #expect(cases.count >= 3)
        let wrong = try cases.filter { cells in
            let dates = try facts(cells).dates.map { "\($0.value.date) \($0.value.kind.rawValue)" }
            return dates.sorted().joined(separator: ", ") != cells[3]
        }
        #expect(wrong.map { $0[4] + " | " + $0[5] } == [])
    }
}
