public import Model

/// How the topics of an item came about.
public struct TopicExplanation: Sendable, Equatable, Codable {
    /// One condition of the gate.
    public struct Condition: Sendable, Equatable, Codable {
        /// The condition as the file spells it.
        public let rule: String
        /// Whether the item meets it.
        public let holds: Bool
        /// The words that met it.
        public let evidence: [Evidence]
    }
    /// What became of one topic.
    public struct Answer: Sendable, Equatable, Codable {
        /// The topic.
        public let topic: ID<Topic>
        /// The rule that held, as the file spells it; nil where none did.
        public let rule: String?
        /// The one thing that was lacking; nil where the topic holds or lacks more.
        public let lacked: String?
        /// The words that held, or that nearly did.
        public let evidence: [Evidence]
    }

    /// Every place where a concept stands; the evidence's rule is the concept.
    public let concepts: [Evidence]
    /// The gate's conditions, all of which must hold.
    public let gate: [Condition]
    /// The topics, in the order of the file.
    public let topics: [Answer]

    /// Whether the gate lets the item through.
    public var isThroughGate: Bool { gate.allSatisfy(\.holds) }
}
