import Foundation
public import Model
import Tagging

/// How well the tagging finds what people labelled.
public struct EvaluationView: Encodable, Sendable {
    /// The figures of one question that was put to each item.
    public struct Score: Encodable, Sendable {
        /// The share of what was found that is right; nil where nothing was found.
        @OrNull public var precision: Double?
        /// The share of what is right that was found; nil where nothing is right.
        @OrNull public var recall: Double?
        /// The harmonic mean of both; nil where nothing is right.
        @OrNull public var f1: Double?
        /// Found, and right.
        public var right: Int
        /// Found, and wrong.
        public var wrong: Int
        /// Not found.
        public var missed: Int
    }
    /// The figures of one topic.
    public struct TopicScore: Encodable, Sendable {
        /// The topic.
        public var topic: ID<Topic>
        /// Its figures.
        public var score: Score
    }

    /// How many items were compared.
    public var items: Int
    /// Whether an item is about any topic.
    public var relevance: Score
    /// Each topic.
    public var topics: [TopicScore]
    /// All topics together.
    public var allTopics: Score
    /// The mean F1 of the topics; nil where nothing is right.
    @OrNull public var meanF1: Double?

    init(_ evaluation: Evaluation) {
        items = evaluation.items
        relevance = Score(evaluation.relevance)
        topics = evaluation.topics.map { TopicScore(topic: $0.topic, score: Score($0.score)) }
        allTopics = Score(evaluation.micro)
        meanF1 = allTopics.f1 == nil ? nil : evaluation.macroF1
    }

    /// The figures, a line each.
    public var table: String {
        let head = Self.row(
            "\(items) \(items == 1 ? "item" : "items")", "precision  recall  F1     right  wrong  missed")
        let lines =
            [Self.line("relevance", relevance)] + topics.map { Self.line($0.topic.rawValue, $0.score) }
            + [Self.line("all topics", allTopics), Self.row("mean F1 of the topics", Self.figure(meanF1))]
        return ([head] + lines).joined(separator: "\n")
    }

    private static func line(_ name: String, _ score: Score) -> String {
        let counts = [score.right, score.wrong, score.missed].map { count in
            String(repeating: " ", count: max(0, 5 - "\(count)".count)) + "\(count)"
        }
        let shares = "\(figure(score.precision))      \(figure(score.recall))   \(figure(score.f1))"
        return row(name, "\(shares)  \(counts.joined(separator: "  "))")
    }

    private static func row(_ name: String, _ figures: String) -> String {
        name.padding(toLength: 28, withPad: " ", startingAt: 0) + figures
    }

    /// A share, or a dash where there is nothing to take it of.
    private static func figure(_ value: Double?) -> String { value.map { String(format: "%.3f", $0) } ?? "–    " }
}

extension EvaluationView.Score {
    fileprivate init(_ score: Evaluation.Score) {
        let isAnswerable = score.right + score.missed > 0
        self.init(
            precision: score.right + score.wrong > 0 ? score.precision : nil,
            recall: isAnswerable ? score.recall : nil, f1: isAnswerable ? score.f1 : nil,
            right: score.right, wrong: score.wrong, missed: score.missed)
    }
}
