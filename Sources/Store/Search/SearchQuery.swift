public import Model

/// What a person looks for: words that all have to be there, `"phrases"`, `OR`, `NOT` or a leading `-`, parentheses,
/// and `word*` for what begins with it.
public struct SearchQuery: Sendable, Equatable {
    /// What is wrong with a query.
    public struct Mistake: Problem, Equatable {
        /// One sentence that says what is wrong.
        public let what: String
        /// The query.
        public let place: String?
        /// What to write instead.
        public let remedy: String?
        /// The command was used wrongly.
        public var exitCode: ExitStatus { .usage }
    }

    /// The query in the syntax of FTS5, every word quoted: nothing that a person writes is taken for syntax.
    let match: String

    /// Reads a query.
    ///
    /// - Parameter text: The query.
    /// - Throws: `Mistake` where it has no words, or quotes and parentheses do not match.
    public init(_ text: String) throws {
        do {
            var parser = try SearchParser(text)
            match = try parser.whole()
        } catch let fault as SearchFault {
            throw Mistake(what: fault.what, place: text, remedy: fault.remedy)
        }
    }
}

/// What can be wrong with a query.
enum SearchFault: Error {
    case noWords
    case openQuote
    case parentheses
    case dangling(String)
    case onlyNot
    case tooDeep

    var what: String {
        switch self {
        case .noWords: "there is no word to look for"
        case .openQuote: "a quotation mark is not closed"
        case .parentheses: "the parentheses do not match"
        case .dangling(let word): "\(word) needs something on both sides"
        case .onlyNot: "there is only what shall not be there"
        case .tooDeep: "there are too many parentheses within each other"
        }
    }

    var remedy: String {
        switch self {
        case .noWords: "Write at least one letter or digit."
        case .openQuote: "Close it, or leave it out."
        case .parentheses: "Close each one that is opened, or leave them out."
        case .dangling(let word): "To look for the word itself, quote it: \"\(word)\"."
        case .onlyNot: "Add a word that has to be there."
        case .tooDeep: "Write it with fewer."
        }
    }
}
