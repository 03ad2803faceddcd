import Model
import Tagging
import Yams

/// Reads `topics.yaml`: notions, the gate and the topics.
struct TopicsFile {
    private(set) var notions: [NotionDefinition] = []
    private(set) var gate: [RuleText] = []
    private(set) var topics: [TopicDefinition] = []

    /// The topics without their expressions, for those who only need what they are called.
    var titles: [Topic] { topics.map { Topic(id: $0.id, titles: $0.titles) } }

    /// Reads a file.
    init(_ file: String) throws { try self.init(try YAMLValue.load(file)) }

    /// Reads the root of a file.
    init(_ root: YAMLValue) throws {
        self = try root.map { map in
            var file = TopicsFile()
            file.notions =
                try map.optional("notions") { try $0.map { notions in try notions.pairs().map(Self.notion) } } ?? []
            file.gate = try map.list("gate", Self.rule)
            file.topics = try map.required("topics") { try $0.list().map(Self.topic) }
            return file
        }
        try refuseTwins()
    }

    private init() {}

    private func refuseTwins() throws {
        var seen: Set<ID<Topic>> = []
        for topic in topics where !seen.insert(topic.id).inserted {
            let rule = topic.when[0]
            throw ConfigurationProblem(
                "the topic '\(topic.id)' is defined twice", place: "\(rule.file):\(rule.line)",
                remedy: "give one of the two another id, or put both their lines under one")
        }
    }

    private static func notion(_ name: String, _ value: YAMLValue) throws -> NotionDefinition {
        NotionDefinition(name: name, rule: try rule(value))
    }

    private static func topic(_ value: YAMLValue) throws -> TopicDefinition {
        try value.map { map in
            let topic = TopicDefinition(
                id: try map.required("id") { try $0.name() },
                titles: try map.required("title") { try $0.map { titles in try Self.titles(&titles) } },
                when: try map.required("when") { try $0.list().map(rule) },
                unless: try map.list("unless", rule), mainly: try map.list("mainly", rule))
            guard !topic.when.isEmpty else {
                throw value.problem("the topic '\(topic.id)' can never hold", remedy: "add a line to `when`")
            }
            return topic
        }
    }

    private static func titles(_ map: inout YAMLMap) throws -> [String: String] {
        var titles: [String: String] = [:]
        for (language, value) in map.pairs() { titles[language] = try value.string() }
        return titles
    }

    private static func rule(_ value: YAMLValue) throws -> RuleText {
        RuleText(try value.string(), file: value.file, line: value.node.mark?.line ?? 0)
    }
}
