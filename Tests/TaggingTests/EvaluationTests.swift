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

    @Test("words that missed items share are proposed, words of one item are not")
    func suggests() {
        var suggestions = Suggestions()
        for title in ["the paludarium rules", "new paludarium order", "unique word"] {
            suggestions.add(TaggedText(title: title), expected: [a], found: [])
        }
        suggestions.add(TaggedText(title: "new rules"), expected: [], found: [])
        let proposals = suggestions.proposals(for: a)
        #expect(proposals.map(\.words) == ["paludarium"])
        #expect(proposals.first?.kind == .term)
        #expect(proposals.first?.support == 2)
    }

    @Test("words that wrongly tagged items share are proposed as exceptions")
    func suggestsExceptions() {
        var suggestions = Suggestions()
        suggestions.add(TaggedText(title: "鸟类流感通报"), expected: [], found: [a])
        suggestions.add(TaggedText(title: "关于流感的通知"), expected: [], found: [a])
        #expect(suggestions.proposals(for: a).contains { $0.kind == .exception && $0.words == "流感" })
    }
}
