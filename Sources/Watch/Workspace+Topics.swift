public import Model
import Syndication
import Tagging

/// A topic as listings show it.
public struct TopicView: Encodable, Sendable {
    /// Its name.
    public var id: ID<Topic>
    /// What people call it in English.
    public var title: String
    /// What people call it, by language tag.
    public var titles: [String: String]
}

/// How a text is tagged, and what each topic lacked.
public struct Explanation: Sendable {
    /// Tags and facts with the words that made them.
    public let findings: Findings
    /// Sentences for a person: the concepts, the gate, and each topic.
    public let lines: [String]
}

extension Workspace {
    /// The topics.
    ///
    /// - Throws: A ``Model/Problem`` where topics or vocabulary are wrong.
    public func topics() throws -> [TopicView] {
        try taggingTools().topics.map { TopicView(id: $0.id, title: $0.title(in: .english), titles: $0.titles) }
    }

    /// How a text is tagged, and what each topic lacked.
    ///
    /// - Throws: A ``Model/Problem`` where topics or vocabulary are wrong.
    public func explain(_ text: String, language: Language, scope: Source.Scope) throws -> Explanation {
        let tools = try taggingTools()
        let tagged = TaggedText(title: PlainText.from(markup: text), language: language, scope: scope)
        return Explanation(findings: tools.findings(in: tagged), lines: tools.explanation(of: tagged).lines)
    }
}

extension TopicExplanation {
    /// Sentences for a person.
    fileprivate var lines: [String] {
        var lines = ["", "Concepts"]
        lines += concepts.map { "  \($0.rule): “\($0.words)”" }
        if concepts.isEmpty { lines.append("  none") }
        lines.append("Gate: \(isThroughGate ? "open" : "shut")")
        lines += gate.map { "  \($0.holds ? "holds" : "lacks"): \($0.rule)" }
        lines.append("Topics")
        for topic in topics {
            if let rule = topic.rule {
                lines.append("  \(topic.topic): \(rule)")
            } else if let lacked = topic.lacked {
                lines.append("  \(topic.topic): lacked only \(lacked)")
            }
        }
        return lines
    }
}
