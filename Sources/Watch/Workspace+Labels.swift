import Foundation
public import Model
import Store

/// A topic that a person gives to an item, or takes away.
public struct TopicChange: Sendable, Equatable {
    /// The topic.
    public let topic: ID<Topic>
    /// Whether the item is about it; nil where what was said is taken back.
    public let applies: Bool?

    /// A change from its parts.
    public init(_ topic: ID<Topic>, applies: Bool?) {
        self.topic = topic
        self.applies = applies
    }

    /// A change as people write it: `+training-data` or `-training-data`.
    public init?(_ text: String) {
        guard text.utf8.count > 1, text.hasPrefix("+") || text.hasPrefix("-") else { return nil }
        self.init(ID(String(text.dropFirst())), applies: text.hasPrefix("+"))
    }
}

/// A labelled item as the evaluation reads it.
struct LabelledLine: Encodable {
    var id: String
    var title: String
    var summary: String
    var language: String
    @OrNull var published: String?
    var source: String
    var topics: [String]
}

/// What a person said of an item's topic.
public struct LabelView: Encodable, Sendable {
    /// The item.
    public var item: RowID<Item>
    /// The topic.
    public var topic: ID<Topic>
    /// Whether the item is about it.
    public var applies: Bool
    /// Who said so.
    public var actor: String
    /// When.
    public var at: Instant

    /// A label that stands; nil for one that takes back what was said.
    init?(_ label: TopicLabel) {
        guard let applies = label.applies else { return nil }
        (item, topic, self.applies, actor, at) = (label.item, label.topic, applies, label.actor, label.at)
    }
}

extension Workspace {
    /// Records which topics an item has or lacks; the last word on a topic counts, also when the rules change. What was
    /// said can be taken back, so that the rules decide again.
    ///
    /// - Throws: A ``Model/Problem`` where there is no such item or topic, or nothing to take back.
    public func label(_ item: RowID<Item>, _ changes: [TopicChange], actor: String) throws {
        let store = try storeForAnswers()
        let topics = try taggingTools().topics.map(\.id)
        let said = Set(try store.labels(of: [item]).map(\.topic))
        for change in changes {
            if change.applies != nil {
                try requireTopic(change.topic, among: topics)
            } else if !said.contains(change.topic) {
                let labelled = said.sorted().map(\.rawValue).joined(separator: ", ")
                throw PlainProblem(
                    "nobody has said whether item \(item) is about '\(change.topic)'",
                    remedy: said.isEmpty ? "Nobody has labelled it." : "Labelled: \(labelled)", exitCode: .data)
            }
        }
        try store.label(
            changes.map {
                TopicLabel(item: item, topic: $0.topic, applies: $0.applies, actor: actor, at: clock.now)
            })
    }

    /// Gives labelled items as lines that `topics evaluate` reads, one by one.
    ///
    /// - Throws: A ``Model/Problem`` where the database is wrong.
    public func exportLabels(each: (String) throws -> Void) throws {
        let store = try storeForReading()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let labelled = Set(try store.labels().map(\.item)).sorted()
        for found in try store.foundItems(labelled) {
            let text = found.item.text
            let line = LabelledLine(
                id: "item-\(found.item.id)", title: text.title, summary: text.summary,
                language: text.language.rawValue, published: text.published?.description,
                source: found.item.source.rawValue, topics: found.findings.topics.map(\.topic.rawValue))
            try each(String(decoding: try encoder.encode(line), as: UTF8.self))
        }
    }

    /// Refuses a topic that is not defined.
    func requireTopic(_ topic: ID<Topic>, among topics: [ID<Topic>], place: String? = nil) throws {
        if topics.contains(topic) { return }
        throw Self.unknown("topic", topic.rawValue, among: topics.map(\.rawValue), place: place)
    }

    /// That nothing of a kind has a name, with the one that was perhaps meant.
    static func unknown(
        _ noun: String, _ name: String, among known: [String], place: String? = nil
    ) -> PlainProblem {
        let guess = nearest(to: name, among: known).map { "Did you mean '\($0)'? " }
        return PlainProblem(
            "there is no \(noun) '\(name)'", place: place,
            remedy: "\(guess ?? "")`lexwatch \(noun)s` lists them.", exitCode: .data)
    }
}
