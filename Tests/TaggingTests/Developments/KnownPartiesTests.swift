import Model
import Testing

@testable import Tagging

@Suite("Parties by their names in several scripts") struct KnownPartiesTests {
    @Test(
        "a name in another script is written as Latin titles have it",
        arguments: [
            ("米パープレキシティを提訴", "ja", "米 Perplexity を提訴"),
            ("퍼플렉시티를 상대로 소송", "ko", " Perplexity 를 상대로 소송"),
            ("盖蒂图片诉Stability AI", "zh", " Getty Images 诉Stability AI"),
            ("Суд оштрафовал Гугл", "ru", "Суд оштрафовал  Google "),
            ("NYT sues", "en", " New York Times  sues"),
            ("ChatGPT ban", "en", "ChatGPT ban"), ("メタは控訴した", "ja", " Meta は控訴した"), ("メタルとメタンの特許", "ja", "メタルとメタンの特許"),
            ("메타버스 서비스", "ko", "메타버스 서비스"), ("메타를 제소", "ko", " Meta 를 제소"),
            ("소메타", "ko", "소메타"), ("Metaphor", "en", "Metaphor"), ("", "en", ""),
        ])
    func names(text: String, language: String, latin: String) throws {
        #expect(try GroupingTables.ofTheProgram().parties.read(text, language).text == latin)
    }

    @Test(
        "parties are told apart, and firms from common words",
        arguments: [
            ("Getty Images v. Stability AI", "en", ["Getty Images", "Stability AI"]),
            ("GEMA gegen OpenAI", "de", ["GEMA", "OpenAI"]), ("créateur de ChatGPT", "fr", ["OpenAI"]),
            ("an apple a day", "en", []),
            ("オープンAIと読売新聞", "ja", ["OpenAI", "Yomiuri"]),
        ])
    func known(text: String, language: String, parties: [String]) throws {
        let table = try GroupingTables.ofTheProgram().parties
        #expect(table.read(text, language).parties.sorted() == parties.compactMap(table.number(of:)).sorted())
        #expect(parties.allSatisfy { table.number(of: $0) != nil })
    }

    @Test(
        "a line that cannot be read is told",
        arguments: [
            ("person,Thaler,*,泰勒", "“person” is no kind of party: write party, provider or product"),
            ("party,Thaler,*", "not four cells: kind,name,language,names"),
            (
                "product,Meta,*,Llama",
                "“Meta” makes a product, and is no party of a line before this one; add it"
            ),
            ("party,Thaler,any,泰勒", "“any” is no language: write a code such as en, or * for all"),
            ("party,Thaler,*,泰*;x", "the name “x” has less than two bytes"),
            ("party,Thaler,*,泰勒\nparty,Taylor,*,泰勒", "“泰勒” stands in line 1 already; take one of them out"),
        ])
    func lines(text: String, reason: String) throws {
        let error = #expect(throws: FactTableError.self) { try KnownParties(file: "parties.csv", text: text) }
        #expect(error?.reason == reason)
    }
}
