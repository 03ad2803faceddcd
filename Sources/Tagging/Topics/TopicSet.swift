public import Model

/// Topics, the notions they use and the gate before them, compiled for a vocabulary.
public struct TopicSet: Sendable {
    struct Rule: Sendable {
        let text: String
        let expression: Expression
    }
    struct Compiled: Sendable {
        let topic: Topic
        let when: [Rule]
        let unless: [Rule]
    }

    /// The topics, in the order of the file.
    public var topics: [Topic] { compiled.map(\.topic) }
    private(set) var compiled: [Compiled] = []
    private(set) var notions: [Rule] = []
    /// All must hold before any topic is asked.
    private(set) var gate: [Rule] = []

    /// Compiles topics.
    /// - Parameters:
    ///   - definitions: the topics.
    ///   - notions: names for expressions; each may use concepts and the notions before it.
    ///   - gate: what must hold of an item, all of it, before it can be about any topic.
    ///   - vocabulary: the concepts that expressions name.
    /// - Throws: what is wrong, with the file and line.
    public init(
        _ definitions: [TopicDefinition], notions: [NotionDefinition] = [], gate: [RuleText] = [],
        vocabulary: Vocabulary
    ) throws(VocabularyProblem) {
        var names: [String: Int] = [:]
        func compile(_ rule: RuleText) throws(VocabularyProblem) -> Rule {
            let known = names
            var parser = ExpressionParser(rule, suggestions: vocabulary.concepts + known.keys.sorted()) { name in
                known[name].map { .notion($0, name: name) } ?? vocabulary.concept(name).map { .concept($0, name: name) }
            }
            return Rule(text: rule.text, expression: try parser.parse())
        }
        for notion in notions {
            guard names[notion.name] == nil, vocabulary.concept(notion.name) == nil else {
                throw VocabularyProblem(
                    "the name `\(notion.name)` is taken", file: notion.rule.file, line: notion.rule.line,
                    remedy: "call the notion something that is neither a concept nor another notion")
            }
            self.notions.append(try compile(notion.rule))
            names[notion.name] = self.notions.count - 1
        }
        for rule in gate { self.gate.append(try compile(rule)) }
        for definition in definitions {
            var (when, unless): ([Rule], [Rule]) = ([], [])
            for rule in definition.when { when.append(try compile(rule)) }
            for rule in definition.unless { unless.append(try compile(rule)) }
            compiled.append(
                Compiled(topic: Topic(id: definition.id, titles: definition.titles), when: when, unless: unless))
        }
    }
}
