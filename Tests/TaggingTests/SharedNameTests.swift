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
            ("de", "Polen: Datenschutzbehörde untersagt Deepfake-Werbung", "", nil, ["PL"]),
            ("de", "Datenschutzbehörde untersagt Gesichtsdatenbank", "", nil, ["AT"]),
            (
                "de", "Bundesverwaltungsgericht: Bescheid der Datenschutzbehörde hält", "Zahl W252 2284911-1", nil,
                ["AT"]
            ),
            (
                "en", "DeepSeek sent prompts to China, watchdog says",
                "SEOUL - The Personal Information Protection Commission told it to destroy them.", nil, ["KR"]
            ),
            ("en", "Canada: AI bill passes the House of Commons", "The Senate will study it.", nil, ["CA"]),
            ("en", "House of Commons passes AI bill", "", nil, ["GB"]),
            ("en", "Senate passes AI bill", "", nil, ["US"]),
            ("en", "Bill C-412 on AI passes House of Commons", "", nil, ["CA"]),
            ("en", "Attorney General says chatbots must protect children", "", nil, ["US"]),
            ("en", "Attorney-General says no exception for AI", "", "AU", ["AU"]),
            ("en", "Rome II: which law applies to harm by AI", "", nil, ["EU"]),
        ] as [(String, String, String, String?, [String])])
    func shared(language: String, title: String, summary: String, source: String?, expected: [String]) {
        let input = FactInput(
            title: title, summary: summary, language: Language(language),
            sourceJurisdiction: source.flatMap { Jurisdiction($0) })
        #expect(reader.facts(of: input).jurisdictions.map(\.value.code) == expected)
    }
}
