import Model
import Testing

@testable import Tagging

@Suite("The words of a title, each read once") struct TitleWordsTests {
    private let seed = NewsWords.seed(.english)

    @Test(
        "are told, folded and hashed as each alone is",
        arguments: [
            "FCA fines Acme’s chatbot: 3 models", "Künstliche Intelligenz — ÄRGER für Łódź", "Госдума приняла закон",
            "İstanbul report on 生成AI models", "a", "", "…",
        ])
    func words(title: String) {
        let words = TitleWords(title, seed)
        let expected = title.unicodeScalars.split { !WordHashes.isWord($0) }.map { String(Substring($0)) }
        #expect(words.words.map { String(Substring($0.text)) } == expected)
        for (word, text) in zip(words.words, expected) {
            #expect(Array(words.folded(word)) == NormalText.folded(text))
            #expect(word.hash == NewsWords.hash(text[...], seed))
            #expect(words.stem(word, 5) == NewsWords.hash(text.lowercased().prefix(5), seed))
            #expect(word.isSmall == SmallWords.contains(NormalText.folded(text)))
            #expect(word.hasLower == text.unicodeScalars.contains(where: \.properties.isLowercase))
            #expect(word.isUpper == text.unicodeScalars.allSatisfy(\.properties.isUppercase))
            #expect(word.count == text.unicodeScalars.count)
        }
    }

    @Test("parties are the same where a title has a letter in two characters of Unicode")
    func marked() throws {
        let plain = try #require(Disputants(named: "Société Générale sues Acme Corp over chatbot"))
        let title = "Societe\u{301} Ge\u{301}ne\u{301}rale sues Acme Corp over chatbot"
        let marked = try #require(Disputants(named: title))
        #expect(plain.wordsShared(with: marked) >= 2)
    }
}
