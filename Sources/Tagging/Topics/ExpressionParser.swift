/// Reads expressions: `and`, `or`, `not`, parentheses, `near/12`, `with` (one sentence), `title:`.
///
/// `near` and `with` bind closest, then `not`, `and`, `or`.
struct ExpressionParser {
    private let rule: RuleText
    private let words: [String]
    private let resolve: (String) -> Expression?
    private let suggestions: [String]
    private var index = 0
    private var depth = 0

    /// A parser of one expression; `resolve` says what a name stands for, `suggestions` are all names there are.
    init(_ rule: RuleText, suggestions: [String], resolve: @escaping (String) -> Expression?) {
        self.rule = rule
        self.resolve = resolve
        self.suggestions = suggestions
        words = Self.words(of: rule.text)
    }

    mutating func parse() throws(VocabularyProblem) -> Expression {
        let expression = try anyOf()
        if index < words.count { throw unexpected }
        return expression
    }

    private var unexpected: VocabularyProblem {
        problem("`\(words[index])` is not expected here", "join conditions with `and` or `or`")
    }

    private mutating func anyOf() throws(VocabularyProblem) -> Expression {
        var parts = [try allOf()]
        while take("or") { parts.append(try allOf()) }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func allOf() throws(VocabularyProblem) -> Expression {
        var parts = [try negated()]
        while take("and") { parts.append(try negated()) }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func negated() throws(VocabularyProblem) -> Expression {
        if take("not") { return .not(try joined()) }
        return try joined()
    }

    private mutating func joined() throws(VocabularyProblem) -> Expression {
        var left = try primary()
        while index < words.count {
            if take("with") {
                left = .sentence(left, try primary())
            } else if words[index].hasPrefix("near/") {
                guard let distance = Int(words[index].dropFirst(5)), (1...200).contains(distance) else {
                    throw problem(
                        "`\(words[index])` is no distance", "write a number of words from 1 to 200: `near/12`")
                }
                index += 1
                left = .near(left, try primary(), words: distance)
            } else {
                break
            }
        }
        return left
    }

    private mutating func primary() throws(VocabularyProblem) -> Expression {
        depth += 1
        defer { depth -= 1 }
        guard depth <= 32 else {
            throw problem("the expression is nested too deeply", "use fewer parentheses, and `title:` once")
        }
        guard index < words.count else { throw problem("the expression ends too early", "name a concept at its end") }
        let word = words[index]
        index += 1
        switch word {
        case "(":
            let inner = try anyOf()
            if index < words.count, words[index] != ")" { throw unexpected }
            guard take(")") else { throw problem("a parenthesis is not closed", "add `)`") }
            return inner
        case "title:":
            return .title(try primary())
        default:
            if let trait = SourceTrait(rawValue: word) { return .trait(trait) }
            if let known = resolve(word) { return known }
            let near = NearestName.of(word, among: suggestions.sorted())
            throw problem(
                "no concept or notion is called `\(word)`",
                near.map { "did you mean `\($0)`?" } ?? "name a section of the vocabulary")
        }
    }

    private mutating func take(_ word: String) -> Bool {
        guard index < words.count, words[index] == word else { return false }
        index += 1
        return true
    }

    private func problem(_ what: String, _ remedy: String) -> VocabularyProblem {
        VocabularyProblem("\(what), in `\(rule.text)`", file: rule.file, line: rule.line, remedy: remedy)
    }

    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var current: [UInt8] = []
        func flush() {
            if !current.isEmpty { words.append(String(decoding: current, as: UTF8.self)) }
            current = []
        }
        for byte in text.utf8 {
            switch byte {
            case 0x28, 0x29:
                flush()
                words.append(byte == 0x28 ? "(" : ")")
            case 0...0x20: flush()
            default:
                current.append(byte)
                if current == Array("title:".utf8) { flush() }
            }
        }
        flush()
        return words
    }
}
