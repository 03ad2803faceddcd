public import Model

/// An expression as a file spells it, and where.
public struct RuleText: Sendable, Equatable {
    /// The expression.
    public var text: String
    /// The file's name, as errors shall show it.
    public var file: String
    /// The line on which it stands, from 1.
    public var line: Int

    /// An expression from its parts.
    public init(_ text: String, file: String, line: Int) {
        self.text = text
        self.file = file
        self.line = line
    }
}

/// A name for an expression that several topics use.
public struct NotionDefinition: Sendable, Equatable {
    /// The name, used in expressions like a concept's.
    public var name: String
    /// What it stands for.
    public var rule: RuleText

    /// A notion from its parts.
    public init(name: String, rule: RuleText) {
        self.name = name
        self.rule = rule
    }
}

/// A topic as a file defines it.
public struct TopicDefinition: Sendable, Equatable {
    /// The topic's name.
    public var id: ID<Topic>
    /// What people call it, by language tag.
    public var titles: [String: String]
    /// Expressions, one of which must hold.
    public var when: [RuleText]
    /// Expressions, none of which may hold.
    public var unless: [RuleText]
    /// Expressions of what the topic is about, one of which must be more than told in passing; none where that is not
    /// asked.
    public var mainly: [RuleText]

    /// A topic from its parts.
    public init(
        id: ID<Topic>, titles: [String: String], when: [RuleText], unless: [RuleText] = [], mainly: [RuleText] = []
    ) {
        self.id = id
        self.titles = titles
        self.when = when
        self.unless = unless
        self.mainly = mainly
    }
}
