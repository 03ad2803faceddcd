import Model
import Tagging
import Yams

/// What `topics.yaml` says: the gate, notions that expressions share, and the topics with their expressions.
struct TopicsFile {
    /// Expressions all of which must hold before any topic is asked.
    var gate: [RuleText] = []
    /// Expressions with a name.
    var notions: [NotionDefinition] = []
    var topics: [TopicDefinition] = []

    /// The topics without their expressions, for those who only need what they are called.
    var titles: [Topic] { topics.map { Topic(id: $0.id, titles: $0.titles) } }

    /// Reads the file.
    static func load(_ file: String) throws -> TopicsFile {
        try YAMLValue.load(file).map { map in
            var result = TopicsFile()
            result.gate = try map.list("gate") { try $0.rule() }
            result.notions = try map.optional("notions") { try $0.notions() } ?? []
            result.topics = try map.required("topics") { try $0.list().map { try $0.topic() } }
            return result
        }
    }
}

extension YAMLValue {
    fileprivate func rule() throws -> RuleText { RuleText(try string(), file: file, line: node.mark?.line ?? 0) }

    fileprivate func notions() throws -> [NotionDefinition] {
        var map = try YAMLMap(self)
        return try map.pairs().map { NotionDefinition(name: $0.0, rule: try $0.1.rule()) }
    }

    fileprivate func topic() throws -> TopicDefinition {
        try map { map in
            TopicDefinition(
                id: try map.required("id") { try $0.name() },
                titles: try map.required("titles") { value in
                    var titles = try YAMLMap(value)
                    return try Dictionary(uniqueKeysWithValues: titles.pairs().map { ($0.0, try $0.1.string()) })
                },
                when: try map.required("when") { try $0.list().map { try $0.rule() } },
                unless: try map.list("unless") { try $0.rule() })
        }
    }
}
