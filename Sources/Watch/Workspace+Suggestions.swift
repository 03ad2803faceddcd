public import Model
import Store
import Tagging

/// A term or an exception that labelled items speak for, and what accepting it takes.
public struct SuggestionView: Encodable, Sendable {
    /// The topic.
    public var topic: ID<Topic>
    /// `term` or `exception`.
    public var kind: String
    /// The words.
    public var words: String
    /// How many items speak for it.
    public var support: Int
    /// How many items speak against it: a term would tag them too, an exception would take away what tags them rightly.
    public var against: Int
    /// How many items could have spoken against it.
    public var compared: Int
    /// The file of the vocabulary where it belongs.
    public var file: String
    /// What to write there, and where.
    public var toAccept: String
}

extension Workspace {
    /// Newest items beside those that people judged, whose words tell what is common everywhere.
    private static let background = 500

    /// Proposes terms and exceptions that labelled items speak for; a person accepts them by editing the vocabulary.
    ///
    /// - Parameter file: Labelled items as for ``evaluate(_:)``; where nil, the items of the database that people
    ///   labelled, and the near misses that they answered.
    /// - Returns: The proposals, by topic, the best supported first.
    /// - Throws: A ``Model/Problem`` where the file or a line of it cannot be read, or the database is wrong.
    public func suggest(_ file: String?) throws -> [SuggestionView] {
        let settings = try settings()
        let tools = try TaggingTools(settings)
        var suggestions = tools.suggestions
        if let file {
            try forEachLabelled(in: file, topics: tools.topics.map(\.id)) { item in
                suggestions.add(item.text, expected: item.topics, findings: tools.findings(in: item.text))
            }
        } else {
            let sources = Dictionary(try catalogue(settings).map { ($0.id, $0) }) { first, _ in first }
            let store = try storeForReading()
            let judged = try store.judgedItems()
            let others = Set(try store.items(ItemQuery(limit: Self.background)).map(\.id)).subtracting(judged)
            for found in try store.foundItems(judged + others.sorted()) {
                guard let source = sources[found.item.source] else { continue }
                let text = TaggedText(found.item.text, from: source)
                // What nobody judged counts as tagged rightly: its words are those that prove nothing.
                suggestions.add(
                    text, expected: Set(found.findings.topics.map(\.topic)),
                    findings: others.contains(found.item.id) ? found.findings : tools.findings(in: text))
            }
        }
        return tools.topics.flatMap { topic in
            suggestions.proposals(for: topic.id).map { SuggestionView($0, vocabulary: settings.vocabulary) }
        }
    }
}

extension SuggestionView {
    private static func fileName(_ language: Language) -> String {
        guard language.primary == "zh" else { return language.primary }
        let isTraditional = ["Hant", "TW", "HK", "MO"].contains { language.rawValue.contains($0) }
        return isTraditional ? "zh-Hant" : "zh-Hans"
    }

    fileprivate init(_ proposal: Suggestions.Proposal, vocabulary: String) {
        let file = "\(vocabulary)/\(Self.fileName(proposal.language)).txt"
        let step: String =
            switch (proposal.kind, proposal.concept, proposal.term) {
            case (.term, let concept?, _): "write `\(proposal.words)` in the section of what was lacked, \(concept)"
            case (.term, nil, _): "write `\(proposal.words)` in the section of a concept that the topic asks for"
            case (.exception, let concept?, let term?):
                "write `| unless: \(proposal.words)` behind the term that finds “\(term)” in the section [\(concept)]"
            case (.exception, _, _): "write `| unless: \(proposal.words)` behind the term that tagged wrongly"
            }
        self.init(
            topic: proposal.topic, kind: proposal.kind.rawValue, words: proposal.words, support: proposal.support,
            against: proposal.against, compared: proposal.compared, file: file, toAccept: step)
    }
}
