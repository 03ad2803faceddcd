import Model
import Testing

@testable import Tagging

/// Words that the end of a line broke, as texts from PDF have them.
@Suite("Words that the end of a line broke") struct BrokenWordsTests {
    @Test(
        "are whole again, and hyphens of their own stay in one of two ways to read them",
        arguments: [
            ("arti-\nficial intelligence", "artificial intelligence", "arti-ficial intelligence"),
            ("arti- ficial", "artificial", "arti-ficial"), ("AI- based", "AI-based", nil),
            ("KI-\nVerordnung", "KI-Verordnung", nil),
            ("a well-\r\nknown mark", "a wellknown mark", "a well-known mark"),
            ("künst\u{AD}\nlicher", "künstlicher", nil), ("обуче-\nние", "обучение", "обуче-ние"),
            ("生成Ａ\nＩの学習", "生成ＡＩの学習", nil), ("生成A\nIの学習", "生成AIの学習", nil),
            ("인공지\n능 학습", "인공지 능 학습", "인공지능 학습"),
        ])
    func mended(text: String, first: String, second: String?) throws {
        let mended = try #require(BrokenWords.mended(TaggedText(title: text, summary: "As it is.")))
        #expect(mended.first.title == first)
        #expect(mended.second?.title == second)
        #expect(mended.first.summary == "As it is.")
    }

    @Test(
        "what ends with a hyphen, or is joined by one, is left as it is",
        arguments: [
            "pre- and post-trial", "Ein- und Ausgabe", "Ruling - a comment", "COVID-19- related", "A B",
            "The Court of AI In", "learn-\n\n", "-\nnew", "Plan A\nPlan B", "法院认定人工智\n能",
        ])
    func whole(text: String) { #expect(BrokenWords.mended(TaggedText(title: text)) == nil) }

    @Test(
        "give their topic, whichever way they are read",
        arguments: [
            ("en", "Court on arti-\nficial intelligence"), ("en", "Court on well-\nknown machines"),
            ("ko", "법원 인공지\n능 판결"), ("ko", "법원\n인공지능 판결"),
        ])
    func topics(language: String, text: String) throws {
        let vocabulary = try vocabulary(
            language == "ko"
                ? "language: ko\n[ai]\n인공지능\n[law]\n법원\n"
                : "language: en\n[ai]\nartificial intelligence\nwell-known machines\n[law]\ncourt\n")
        let rule = RuleText("ai and law", file: "topics.yaml", line: 1)
        let topics = try TopicSet(
            [TopicDefinition(id: ID("t"), titles: ["en": "T"], when: [rule], unless: [])], vocabulary: vocabulary)
        let tagger = Tagger(vocabulary: vocabulary, topics: topics)
        let text = TaggedText(title: text, language: Language(language))
        #expect(tagger.findings(in: text).topics.map(\.topic.rawValue) == ["t"])
        #expect(tagger.explanation(of: text).topics.allSatisfy { $0.rule != nil })
    }
}
