import Model
import Testing

@testable import Tagging

@Suite("Evaluation")
struct EvaluationTests {
    private let a = ID<Topic>("a")
    private let b = ID<Topic>("b")

    @Test("precision, recall and F1 follow from the answers")
    func scores() {
        var evaluation = Evaluation(of: [a, b])
        evaluation.add(expected: [a], found: [a, b])
        evaluation.add(expected: [a], found: [])
        evaluation.add(expected: [], found: [])
        #expect(evaluation.items == 3)
        #expect(evaluation.relevance.recall == 0.5)
        #expect(evaluation.relevance.precision == 1)
        #expect(evaluation.topics[0].score.right == 1)
        #expect(evaluation.topics[1].score.wrong == 1)
        #expect(evaluation.micro.precision == 0.5)
        #expect(evaluation.macroF1 == evaluation.topics[0].score.f1 / 2)
    }

    @Test("nothing found scores nothing, without dividing by it")
    func empty() {
        #expect(Evaluation(of: []).macroF1 == 0)
        #expect(Evaluation(of: [a]).micro.f1 == 0)
    }

    private var missing: Findings {
        var findings = Findings()
        findings.nearMisses = [NearMiss(topic: a, evidence: [], lacked: "dataset")]
        return findings
    }

    private var tagged: Findings {
        var findings = Findings()
        let evidence = Evidence(rule: "ai", words: "模型", field: .title)
        findings.topics = [TopicTag(topic: a, evidence: [evidence], rule: "ai")]
        return findings
    }

    @Test("words that missed items share are proposed, words of one item are not")
    func suggests() {
        var suggestions = Suggestions()
        for title in ["the paludarium rules", "new paludarium order", "unique word"] {
            suggestions.add(TaggedText(title: title), expected: [a], findings: missing)
        }
        suggestions.add(TaggedText(title: "new rules"), expected: [], findings: Findings())
        let proposals = suggestions.proposals(for: a)
        #expect(proposals.map(\.words) == ["paludarium"])
        #expect(proposals.first?.kind == .term)
        #expect(proposals.first?.support == 2)
        #expect(proposals.first?.concept == "dataset")
    }

    @Test("what a missed item had of the topic is not proposed, and a phrase comes before a word of it")
    func suggestsWhatWasLacking() {
        var had = Findings()
        let evidence = Evidence(rule: "ai", words: "Artificial Intelligence", field: .title)
        had.nearMisses = [NearMiss(topic: a, evidence: [evidence], lacked: "dataset")]
        var suggestions = Suggestions()
        for title in ["Paludarium licence for artificial intelligence", "artificial intelligence: paludarium licence"] {
            suggestions.add(TaggedText(title: title), expected: [a], findings: had)
        }
        suggestions.add(TaggedText(title: "new rules"), expected: [], findings: Findings())
        #expect(suggestions.proposals(for: a).map(\.words) == ["paludarium licence", "paludarium", "licence"])
    }

    @Test("small words, terms that there are, and words that stand everywhere are not proposed")
    func suggestsNoNoise() throws {
        let vocabulary = try Vocabulary(files: [("en.txt", Array("language: en\n[training]\ntrain*\n".utf8))])
        var suggestions = Suggestions(beyond: vocabulary)
        for title in ["without train the report on zebras", "train without a report to zebras"] {
            suggestions.add(TaggedText(title: title, language: .english), expected: [], findings: tagged)
        }
        for title in ["report one", "report two", "report three"] {
            suggestions.add(TaggedText(title: title, language: .english), expected: [], findings: Findings())
        }
        #expect(suggestions.proposals(for: a).map(\.words) == ["zebras"])
    }

    @Test("what an exception would cost is counted in all that its word tags rightly, whatever the topic")
    func cost() throws {
        var suggestions = Suggestions()
        for _ in 1...8 {
            suggestions.add(TaggedText(title: "zebras and horses"), expected: [], findings: tagged)
        }
        var other = Findings()
        other.topics = [TopicTag(topic: b, evidence: tagged.topics[0].evidence, rule: "ai")]
        suggestions.add(TaggedText(title: "zebras alone"), expected: [b], findings: other)
        suggestions.add(TaggedText(title: "nothing"), expected: [b], findings: other)
        for _ in 1...4 { suggestions.add(TaggedText(title: "else"), expected: [], findings: Findings()) }
        let proposal = try #require(suggestions.proposals(for: a).first { $0.words == "zebras" })
        #expect((proposal.support, proposal.against, proposal.compared) == (8, 1, 2))
    }

    @Test("words that wrongly tagged items share are proposed as exceptions")
    func suggestsExceptions() {
        var suggestions = Suggestions()
        suggestions.add(TaggedText(title: "鸟类流感通报"), expected: [], findings: tagged)
        suggestions.add(TaggedText(title: "关于流感的通知"), expected: [], findings: tagged)
        let proposal = suggestions.proposals(for: a).first { $0.kind == .exception && $0.words == "流感" }
        #expect(proposal?.concept == "ai" && proposal?.term == "模型")
    }

    @Test("of words that tagged wrongly equally often always the same is named")
    func suggestsTheSame() {
        var tied = Findings()
        let words = ["zebra", "apple", "mango", "lemon"]
        tied.topics = [
            TopicTag(
                topic: a, evidence: words.map { Evidence(rule: "ai", words: $0, field: .title) }, rule: "ai")
        ]
        var suggestions = Suggestions()
        for _ in 1...2 { suggestions.add(TaggedText(title: "zebras"), expected: [], findings: tied) }
        #expect(suggestions.proposals(for: a).first?.term == "apple")
    }
}
