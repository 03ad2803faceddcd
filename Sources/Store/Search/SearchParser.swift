/// Turns a query into the syntax of FTS5: `OR` binds least, then words beside each other, then `NOT`.
struct SearchParser {
    private var tokens: ArraySlice<SearchToken>
    private var depth = 0

    init(_ text: String) throws { tokens = try SearchToken.all(in: text)[...] }

    /// The whole query.
    mutating func whole() throws -> String {
        guard let query = try alternatives() else { throw SearchFault.noWords }
        guard tokens.isEmpty else { throw SearchFault.parentheses }
        return query
    }

    /// `a OR b`.
    private mutating func alternatives() throws -> String? {
        var parts: [String] = []
        var needsMore = false
        repeat {
            if let part = try together() { parts.append(part) } else if needsMore { throw SearchFault.dangling("OR") }
            needsMore = take(.or)
            if needsMore && parts.isEmpty { throw SearchFault.dangling("OR") }
        } while needsMore
        return parts.isEmpty ? nil : parts.count == 1 ? parts[0] : "(\(parts.joined(separator: " OR ")))"
    }

    /// `a b NOT c`: what has to be there, without what must not.
    private mutating func together() throws -> String? {
        var wanted: [String] = []
        var unwanted: [String] = []
        while let next = tokens.first, next != .or, next != .close {
            if take(.and) {
                guard !wanted.isEmpty, startsOperand(tokens.first) else { throw SearchFault.dangling("AND") }
                continue
            }
            let isUnwanted = take(.not)
            if isUnwanted, !startsOperand(tokens.first) { throw SearchFault.dangling("NOT") }
            guard let part = try operand() else { continue }
            if isUnwanted { unwanted.append(part) } else { wanted.append(part) }
        }
        guard !wanted.isEmpty else {
            if unwanted.isEmpty { return nil }
            throw SearchFault.onlyNot
        }
        let all = wanted.joined(separator: " AND ")
        return unwanted.isEmpty ? "(\(all))" : "((\(all)) NOT (\(unwanted.joined(separator: " OR "))))"
    }

    private func startsOperand(_ token: SearchToken?) -> Bool {
        switch token {
        case .term, .open, .not: true
        case .and, .or, .close, nil: false
        }
    }

    /// A word, a phrase or a parenthesis; nil for a word of punctuation alone.
    private mutating func operand() throws -> String? {
        guard let token = tokens.popFirst() else { return nil }
        switch token {
        case .term(let text, let isPrefix): return SearchParser.quoted(text, isPrefix: isPrefix)
        case .open: return try parenthesis()
        case .not: throw SearchFault.dangling("NOT")
        case .and: throw SearchFault.dangling("AND")
        case .or, .close: throw SearchFault.parentheses
        }
    }

    private mutating func parenthesis() throws -> String? {
        depth += 1
        defer { depth -= 1 }
        guard depth <= 20 else { throw SearchFault.tooDeep }
        let inner = try alternatives()
        guard take(.close) else { throw SearchFault.parentheses }
        return inner
    }

    private mutating func take(_ token: SearchToken) -> Bool {
        guard tokens.first == token else { return false }
        tokens = tokens.dropFirst()
        return true
    }

    /// The text as one phrase of FTS5; nil where it has nothing to look for.
    private static func quoted(_ text: String, isPrefix: Bool) -> String? {
        let scalars = text.unicodeScalars
        guard scalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil }) else {
            return nil
        }
        var words = SearchText.indexed(text)
        var takesPrefix = isPrefix
        if let last = scalars.last.map(SearchText.narrowed), SearchText.isPaired(last) {
            // The index has the run's last character alone only where the run ends there. A longer query ends with
            // the pair before it; a query of one character is a prefix of the pairs that it begins.
            let isAlone =
                scalars.count < 2
                || !SearchText.isPaired(SearchText.narrowed(scalars[scalars.index(scalars.endIndex, offsetBy: -2)]))
            if isAlone { takesPrefix = true } else { words = String(words.dropLast(2)) }
        }
        let safe = words.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: " ")
        return "\"\(safe)\"" + (takesPrefix ? "*" : "")
    }
}
