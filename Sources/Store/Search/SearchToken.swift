/// One piece of a query.
enum SearchToken: Equatable {
    case term(String, isPrefix: Bool)
    case and, or, not, open, close

    /// The pieces of a query in their order.
    static func all(in text: String) throws -> [SearchToken] {
        var scanner = SearchScanner(rest: Array(text.unicodeScalars)[...])
        var tokens: [SearchToken] = []
        while let token = try scanner.next() { tokens.append(token) }
        return tokens
    }
}

/// Cuts a query into pieces.
private struct SearchScanner {
    var rest: ArraySlice<Unicode.Scalar>

    mutating func next() throws -> SearchToken? {
        rest = rest.drop { $0.properties.isWhitespace }
        guard let first = rest.first else { return nil }
        switch first {
        case "(", "（": return taken(.open)
        case ")", "）": return taken(.close)
        case "\"", "“", "”": return try phrase()
        case "-" where rest.dropFirst().first.map { !$0.properties.isWhitespace && $0 != "-" } ?? false:
            return taken(.not)
        default: return word()
        }
    }

    private mutating func taken(_ token: SearchToken) -> SearchToken {
        rest = rest.dropFirst()
        return token
    }

    private mutating func phrase() throws -> SearchToken {
        let isQuote: (Unicode.Scalar) -> Bool = { $0 == "\"" || $0 == "“" || $0 == "”" }
        rest = rest.dropFirst()
        guard let end = rest.firstIndex(where: isQuote) else { throw SearchFault.openQuote }
        let words = rest[..<end]
        rest = rest[(end + 1)...]
        return .term(SearchScanner.string(words), isPrefix: takesStar())
    }

    private mutating func word() -> SearchToken {
        let end = rest.firstIndex { $0.properties.isWhitespace || "()（）\"“”*".unicodeScalars.contains($0) }
        let letters = rest[..<(end ?? rest.endIndex)]
        rest = rest[letters.endIndex...]
        let text = SearchScanner.string(letters)
        let isPrefix = takesStar()
        switch text {
        case "AND" where !isPrefix: return .and
        case "OR" where !isPrefix: return .or
        case "NOT" where !isPrefix: return .not
        default: return .term(text, isPrefix: isPrefix)
        }
    }

    private mutating func takesStar() -> Bool {
        guard rest.first == "*" else { return false }
        rest = rest.drop { $0 == "*" }
        return true
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }
}
