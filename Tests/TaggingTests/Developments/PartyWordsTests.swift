import Model
import Testing

@testable import Tagging

@Suite("Names that are the same in every language") struct PartyWordsTests {
    private func names(_ title: String) -> Set<String> {
        Set(PartyWords.spelt(PartyWords.named(in: title).subtracting(PartyWords.unnamed), in: title))
    }

    @Test(
        "words with a capital and in katakana, but for who judges, countries and small words",
        arguments: [
            ("CNIL fines Brightmind over face scans", ["Brightmind"]), ("Kmartt’s scans were unlawful", ["Kmartt"]),
            ("個人情報保護委員会、OpenAIに注意喚起", ["OpenAI"]), ("東京地裁、スタビリティの控訴を棄却", ["スタビリティ"]),
            ("生成AIサービスのガイドライン", []), ("GEMA c. Acme SA", ["GEMA", "Acme"]), ("Court in Italy", []),
        ])
    func named(title: String, found: [String]) { #expect(names(title) == Set(found)) }

    @Test(
        "an initial ends no sentence, and one firm is called by a letter",
        arguments: [
            ("L’amende vise la société A. Dupont", "L’amende vise la société B. Martin", true),
            ("Authority acts against Meta", "Authority acts against X", true),
            ("Authority acts against Meta", "Authority acts", false),
        ])
    func differ(first: String, second: String, isOther: Bool) {
        let (left, right) = (NewsWords(ItemText(title: first)), NewsWords(ItemText(title: second)))
        #expect(left.namesDiffer(from: right) == isOther)
    }

    @Test(
        "Arabic words are compared without what is written as one with them",
        arguments: [
            ("اللائحة المعدلة لنقل البيانات", "لائحة معدلة نقل بيانات"), ("ال", "ال"), ("(بالمملكة)", "(مملكة)"),
        ])
    func arabic(text: String, bare: String) { #expect(ArabicWords.bare(text) == bare) }
}
