public import Model

/// Topics, the notions they use and the gate before them, compiled for a vocabulary.
public struct TopicSet: Sendable {
    /// An expression as the file spells it, and where its program begins.
    struct Rule: Sendable {
        let text: String
        let root: Int32
        /// Atoms of which one must be there for it to hold, or to lack but one thing.
        let subject: ExpressionProgram.Atoms
    }
    /// The numbers of a topic's rules.
    struct Compiled: Sendable {
        let when: Range<Int>
        let unless: Range<Int>
        let mainly: Range<Int>
        /// Atoms of which one must be there for any rule to hold, or to lack but one thing.
        let subject: ExpressionProgram.Atoms
    }

    /// The topics, in the order of the file.
    public private(set) var topics: [Topic] = []
    /// For each topic what makes it.
    private(set) var compiled: [Compiled] = []
    /// All rules: those of the notions, of the gate, and of the topics.
    private(set) var rules: [Rule] = []
    private(set) var program = ExpressionProgram()
    /// The rules of the notions, each of which may use those before it.
    private(set) var notions = 0..<0
    /// The rules that must hold, all of them, before any topic is asked.
    private(set) var gate = 0..<0
    /// For each concept whether a title may name it without saying what its item is about.
    private(set) var isFormal: [Bool] = []

    /// The notion of what a title may name without saying what its item is about; where it names nothing else, and has
    /// hardly a word beside that, as `Decision of the court, 12/26`, the first sentence of the text counts as title, too.
    static let formalTitle = "formal-title"

    /// Concepts of a vocabulary whose terms do nothing, as no expression and no condition of a term asks for them and they
    /// cover no other terms; each with the name that was perhaps meant.
    /// - Parameter vocabulary: the vocabulary for which the topics were compiled.
    /// - Returns: the concepts, in the order of the vocabulary.
    public func idleConcepts(of vocabulary: Vocabulary) -> [(name: String, meant: String?)] {
        var asked = Set(program.nodes.filter { $0.operation == .concept }.map(\.value))
        for condition in vocabulary.conditions.joined() { asked.formUnion(condition.concepts) }
        let concepts = vocabulary.concepts
        let idle = concepts.indices.filter { !asked.contains(Int32($0)) && !vocabulary.isCovering[$0] }
        let used = concepts.indices.filter { asked.contains(Int32($0)) }.map { concepts[$0] }
        return idle.map { (concepts[$0], NearestName.of(concepts[$0], among: used)) }
    }

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
        let concepts = vocabulary.concepts
        var asking: [Bool] = []
        var asked: [Set<Int32>] = []
        func compile(_ rule: RuleText, makesTopic: Bool = false) throws(VocabularyProblem) {
            let known = names
            var parser = ExpressionParser(rule, suggestions: concepts + known.keys) { name in
                known[name].map { .notion($0, name: name) } ?? vocabulary.concept(name).map { .concept($0, name: name) }
            }
            let expression = try parser.parse()
            asking.append(expression.asksForWords(asking))
            asked.append(expression.concepts(asked))
            if makesTopic, asking.last == false {
                throw VocabularyProblem(
                    "`\(rule.text)` holds for every item that lacks something", file: rule.file, line: rule.line,
                    remedy: "name a concept that has to be there, or put it under `unless`")
            }
            let root = program.add(expression)
            rules.append(Rule(text: rule.text, root: root, subject: program.subject(of: root)))
        }
        for notion in notions {
            guard names[notion.name] == nil, vocabulary.concept(notion.name) == nil else {
                throw VocabularyProblem(
                    "the name `\(notion.name)` is taken", file: notion.rule.file, line: notion.rule.line,
                    remedy: "call the notion something that is neither a concept nor another notion")
            }
            try compile(notion.rule)
            names[notion.name] = rules.count - 1
        }
        self.notions = 0..<rules.count
        let formal = names[Self.formalTitle].map { asked[$0] } ?? []
        isFormal = concepts.indices.map { formal.contains(Int32($0)) }
        for rule in gate { try compile(rule) }
        self.gate = self.notions.upperBound..<rules.count
        for definition in definitions {
            let first = rules.count
            for rule in definition.when { try compile(rule, makesTopic: true) }
            let middle = rules.count
            for rule in definition.unless { try compile(rule) }
            let last = rules.count
            for rule in definition.mainly { try compile(rule, makesTopic: true) }
            topics.append(Topic(id: definition.id, titles: definition.titles))
            compiled.append(
                Compiled(
                    when: first..<middle, unless: middle..<last, mainly: last..<rules.count,
                    subject: rules[first..<middle].reduce(ExpressionProgram.Atoms()) { $0 | $1.subject }))
        }
    }
}
