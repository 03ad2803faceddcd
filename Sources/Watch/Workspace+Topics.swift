public import Model
import Store
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
public struct Explanation: Encodable, Sendable {
    /// A sentence for a person.
    public struct Line: Sendable {
        /// The sentence.
        public let text: String
        /// Whether others that follow belong to it.
        public let isHeading: Bool
    }
    /// Tags and facts with the words that made them.
    public let findings: Findings
    private let explanation: TopicExplanation
    /// The concepts, the gate, and each topic.
    public var lines: [Line] { explanation.lines }

    init(_ findings: Findings, _ explanation: TopicExplanation) {
        self.findings = findings
        self.explanation = explanation
    }

    private enum Key: CodingKey { case explanation }

    /// Writes the findings, and how they came about beside them.
    public func encode(to encoder: any Encoder) throws {
        try findings.encode(to: encoder)
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(explanation, forKey: .explanation)
    }
}

/// A text that is to be explained.
public struct ExplainedText: Sendable {
    /// What it is called.
    public var title: String
    /// What it says.
    public var summary: String
    /// Its language.
    public var language: Language
    /// The scope of the source that it would come from.
    public var scope: Source.Scope

    /// A text from its parts, with or without markup.
    public init(title: String, summary: String = "", language: Language = .english, scope: Source.Scope = .general) {
        self.title = title
        self.summary = summary
        self.language = language
        self.scope = scope
    }

    /// A text whose first line is its title, with those behind it where the end of a line breaks a word: `arti-⏎ficial`.
    public init(_ words: String, language: Language, scope: Source.Scope) {
        let lines = words.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline)
        let last = lines.firstIndex { !Self.breaksWord($0) } ?? lines.endIndex - 1
        let end = lines.isEmpty ? words.endIndex : lines[last].endIndex
        self.init(
            title: String(words[..<end]), summary: String(words[end...]), language: language, scope: scope)
    }

    private static func breaksWord(_ line: Substring) -> Bool {
        let end = line.unicodeScalars.suffix(2)
        guard let mark = end.last, ["-", "\u{AD}", "\u{2010}"].contains(mark) else { return false }
        return end.first?.properties.isAlphabetic ?? false
    }

    /// Whether a tag names a language.
    public static func isLanguage(_ tag: String) -> Bool { LanguageCodes.contains(tag.lowercased()) }
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
    public func explain(_ text: ExplainedText) throws -> Explanation {
        let tools = try taggingTools()
        let tagged = TaggedText(
            title: PlainText.from(markup: text.title), summary: PlainText.from(markup: text.summary),
            language: text.language, scope: text.scope, paragraphs: PlainText.paragraphs(of: text.summary))
        return Explanation(tools.findings(in: tagged), tools.explanation(of: tagged))
    }

    /// How the present rules tag a stored item, and what each topic lacked.
    ///
    /// - Throws: A ``Model/Problem`` where there is no such item, or its source is not defined any more.
    public func explain(_ item: RowID<Item>) throws -> Explanation {
        let settings = try settings()
        let tools = try TaggingTools(settings)
        let text = try record(of: item).item
        guard let source = try catalogue(settings).first(where: { $0.id == text.source }) else {
            throw PlainProblem(
                "the source '\(text.source)' of item \(item) is not defined any more",
                remedy: "explain its text: lexwatch topics explain --title \"…\" \"…\"", exitCode: .data)
        }
        let tagged = TaggedText(text.text, from: source)
        return Explanation(tools.findings(in: tagged), tools.explanation(of: tagged))
    }
}

extension TopicExplanation {
    /// Sentences for a person.
    fileprivate var lines: [Explanation.Line] {
        func heading(_ text: String) -> Explanation.Line { Explanation.Line(text: text, isHeading: true) }
        func line(_ text: String) -> Explanation.Line { Explanation.Line(text: text, isHeading: false) }
        let words = concepts.map { line("\($0.rule): “\($0.words)”") }
        return [heading("Concepts")] + (words.isEmpty ? [line("none")] : words)
            + [heading("Gate: \(isThroughGate ? "open" : "shut")")]
            + gate.map { line("\($0.holds ? "holds" : "lacks"): \($0.rule)") }
            + [heading("Topics")] + topics.map { line("\($0.topic): \($0.words)") }
    }
}

extension TopicExplanation.Answer {
    /// What became of the topic, for a person.
    fileprivate var words: String {
        if let rule { return rule }
        if closest == nil { return "nothing of it" }
        return "lacked \(lacks.count == 1 ? "only " : "")\(lacks.joined(separator: "; "))"
    }
}
