public import Model

/// How well topics were found, compared with what people said.
public struct Evaluation: Sendable, Equatable {
    /// Right, wrong and missed answers.
    public struct Score: Sendable, Equatable {
        /// Found, and right.
        public var right = 0
        /// Found, and wrong.
        public var wrong = 0
        /// Not found.
        public var missed = 0

        /// The share of what was found that is right; 0 where nothing was found.
        public var precision: Double { right + wrong == 0 ? 0 : Double(right) / Double(right + wrong) }
        /// The share of what is right that was found; 0 where nothing is right.
        public var recall: Double { right + missed == 0 ? 0 : Double(right) / Double(right + missed) }
        /// The harmonic mean of both.
        public var f1: Double {
            let sum = precision + recall
            return sum == 0 ? 0 : 2 * precision * recall / sum
        }

        mutating func count(expected: Bool, found: Bool) {
            switch (expected, found) {
            case (true, true): right += 1
            case (false, true): wrong += 1
            case (true, false): missed += 1
            case (false, false): break
            }
        }
    }

    /// Whether an item is about any topic.
    public private(set) var relevance = Score()
    /// Each topic, in the order given.
    public private(set) var topics: [(topic: ID<Topic>, score: Score)]
    /// How many items were compared.
    public private(set) var items = 0

    /// An evaluation of these topics, of no item yet.
    public init(of topics: [ID<Topic>]) { self.topics = topics.map { ($0, Score()) } }

    /// Takes in one item.
    /// - Parameters:
    ///   - expected: the topics that a person gave it.
    ///   - found: the topics that the rules gave it.
    public mutating func add(expected: Set<ID<Topic>>, found: Set<ID<Topic>>) {
        items += 1
        relevance.count(expected: !expected.isEmpty, found: !found.isEmpty)
        for index in topics.indices {
            let topic = topics[index].topic
            topics[index].score.count(expected: expected.contains(topic), found: found.contains(topic))
        }
    }

    /// All answers for all topics together.
    public var micro: Score {
        topics.reduce(into: Score()) { sum, entry in
            sum.right += entry.score.right
            sum.wrong += entry.score.wrong
            sum.missed += entry.score.missed
        }
    }

    /// The mean of the topics' F1, each topic counting alike.
    public var macroF1: Double {
        topics.isEmpty ? 0 : topics.reduce(0) { $0 + $1.score.f1 } / Double(topics.count)
    }

    /// Equality of every figure.
    public static func == (left: Self, right: Self) -> Bool {
        left.items == right.items && left.relevance == right.relevance
            && left.topics.elementsEqual(right.topics) { $0.topic == $1.topic && $0.score == $1.score }
    }
}
