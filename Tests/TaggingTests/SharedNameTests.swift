import Model
import Testing

@testable import Tagging

@Suite("Names that bodies of several countries share") struct SharedNameTests {
    private let reader: FactReader

    init() throws { reader = try .ofTheProgram() }

    @Test(
        "a name is that of the source's country, else of one that the text names, else of the first that has it",
        arguments: [
            ("de", "Bundesrat setzt Verordnung über KI in Kraft", "", nil, ["DE"]),
            ("de", "Bundesrat setzt Verordnung über KI in Kraft", "", "CH", ["CH"]),
            (
                "de", "Bundesrat setzt Verordnung über KI in Kraft", "Die Schweizer Regierung folgt dem EDÖB.", nil,
                ["CH"]
            ),
            ("de", "Der Schweizer Bundesrat zu KI", "", "DE", ["CH"]),
            ("de", "Nationalrat stimmt KI-Gesetz zu", "", nil, ["AT"]),
            ("de", "Nationalrat stimmt KI-Gesetz zu", "", "CH", ["CH"]),
            ("fr", "Conseil d'État : l’IA dans l’administration", "", "BE", ["BE"]),
            ("fr", "Conseil d'État : l’IA dans l’administration", "", "US", ["FR"]),
        ] as [(String, String, String, String?, [String])])
    func shared(language: String, title: String, summary: String, source: String?, expected: [String]) {
        let input = FactInput(
            title: title, summary: summary, language: Language(language),
            sourceJurisdiction: source.flatMap { Jurisdiction($0) })
        #expect(reader.facts(of: input).jurisdictions.map(\.value.code) == expected)
    }
}
