public import Model

/// How the topics of an item came about.
public struct TopicExplanation: Sendable, Equatable, Encodable {
    /// One condition of the gate.
    public struct Condition: Sendable, Equatable, Encodable {
        /// The condition as the file spells it.
        public let rule: String
        /// Whether the item meets it.
        public let holds: Bool
        /// The words that met it.
        public let evidence: [Evidence]
    }
    /// What became of one topic.
    public struct Answer: Sendable, Equatable, Encodable {
        /// The topic.
        public let topic: ID<Topic>
        /// The rule that held, as the file spells it; nil where none did.
        public let rule: String?
        /// The rule that held or came closest, as the file spells it; nil where the item has nothing of the topic.
        public let closest: String?
        /// What that rule lacked, each in the words of the file; nothing where the topic holds.
        public let lacks: [String]
        /// The words that held, or that are there of the rule that came closest.
        public let evidence: [Evidence]

        private enum Key: CodingKey { case topic, rule, closest, lacks, evidence }

        /// Writes every key, also of what is not there.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(topic, forKey: .topic)
            try container.encode(rule, forKey: .rule)
            try container.encode(closest, forKey: .closest)
            try container.encode(lacks, forKey: .lacks)
            try container.encode(evidence, forKey: .evidence)
        }
    }

    /// Every place where a concept stands; the evidence's rule is the concept.
    public let concepts: [Evidence]
    /// The gate's conditions, all of which must hold.
    public let gate: [Condition]
    /// The topics, in the order of the file.
    public internal(set) var topics: [Answer]

    /// Whether the gate lets the item through.
    public var isThroughGate: Bool { gate.allSatisfy(\.holds) }
}
