/// Words of an item that proved something, and where they stand.
public struct Evidence: Sendable, Hashable, Codable {
    /// A part of an item's text.
    public enum Field: String, Sendable, Codable, CaseIterable {
        case title, summary, content
        /// A field of the source rather than words of the item: its jurisdiction, say.
        case source
        /// Data that the publisher states beside the text.
        case stated
    }

    private enum Quote: Sendable {
        case written(words: String, context: String)
        case passage(Passage)
    }

    /// What was recognised: a concept of the vocabulary, or the name of the rule.
    public var rule: String
    /// The field.
    public let field: Field
    /// Where the words begin in the field, in bytes of UTF-8; 0 where the field is no text.
    public let offset: Int
    private let quote: Quote

    /// Evidence from its parts.
    public init(rule: String, words: String, field: Field, offset: Int = 0, context: String = "") {
        self.rule = rule
        self.field = field
        self.offset = offset
        quote = .written(words: words, context: context)
    }

    /// Evidence that stands in a text, from which its words are cut when somebody reads them.
    public init(rule: String, field: Field, passage: Passage) {
        self.rule = rule
        self.field = field
        offset = passage.words.lowerBound
        quote = .passage(passage)
    }

    /// The words as the item has them, in one line.
    public var words: String {
        switch quote {
        case .written(let words, _): words
        case .passage(let passage): passage.line(passage.words)
        }
    }

    /// Some words before, the words themselves, some words after, in one line.
    public var context: String {
        switch quote {
        case .written(_, let context): context
        case .passage(let passage): passage.line(passage.context)
        }
    }

    /// Where it stands, if it is a passage of a text.
    public var passage: Passage? {
        guard case .passage(let passage) = quote else { return nil }
        return passage
    }

    /// Whether both say the same, however their words are kept.
    public static func == (left: Evidence, right: Evidence) -> Bool {
        guard left.offset == right.offset, left.field == right.field, left.rule == right.rule else { return false }
        if let passage = left.passage, let other = right.passage, passage.isSame(as: other) { return true }
        return left.words == right.words && left.context == right.context
    }

    /// Hashes all that tells pieces apart: many reports have the same words at the same place.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(rule)
        hasher.combine(field)
        hasher.combine(offset)
        switch quote {
        case .written(_, let context): Passage.eachRun(of: context) { hasher.combine(bytes: $0) }
        case .passage(let passage): passage.eachRun(of: passage.context) { hasher.combine(bytes: $0) }
        }
    }
}

extension Evidence {
    private enum CodingKeys: String, CodingKey {
        case rule, words, field, offset, context
    }

    /// Reads evidence with its words written out.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            rule: try fields.decode(String.self, forKey: .rule), words: try fields.decode(String.self, forKey: .words),
            field: try fields.decode(Field.self, forKey: .field), offset: try fields.decode(Int.self, forKey: .offset),
            context: try fields.decode(String.self, forKey: .context))
    }

    /// Writes evidence with its words written out.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(rule, forKey: .rule)
        try fields.encode(words, forKey: .words)
        try fields.encode(field, forKey: .field)
        try fields.encode(offset, forKey: .offset)
        try fields.encode(context, forKey: .context)
    }
}
