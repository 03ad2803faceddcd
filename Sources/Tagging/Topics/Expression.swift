/// A boolean expression over concepts.
indirect enum Expression: Sendable, Equatable {
    /// A concept stands in the item.
    case concept(Int32, name: String)
    /// A notion, by its place in the list of notions.
    case notion(Int, name: String)
    /// What is known of the source.
    case trait(SourceTrait)
    case all([Expression])
    case any([Expression])
    case not(Expression)
    /// Both stand with at most so many words between.
    case near(Expression, Expression, words: Int)
    /// Both stand in one sentence.
    case sentence(Expression, Expression)
    /// It stands in the title.
    case title(Expression)
}

/// What an expression can ask of the source, and of the facts.
enum SourceTrait: String, Sendable, CaseIterable {
    /// Everything in the source is about AI or IP law.
    case topicalSource = "topical-source"
    /// A court, legislator, regulator, IP office or international body speaks.
    case officialSource = "official-source"
    /// The facts say that something of the law happened: what kind of thing, and with a citation or a day of its own.
    case legalFact = "legal-fact"
}

extension Expression {
    /// Whether it holds only where some words stand in the item.
    ///
    /// - Parameter notions: The same of the notions.
    /// - Returns: Whether it does; what holds by the source alone does, too, as a list of everything there is meant.
    func asksForWords(_ notions: [Bool]) -> Bool {
        switch self {
        case .concept, .trait, .near, .sentence: true
        case .notion(let number, _): notions.indices.contains(number) ? notions[number] : true
        case .all(let parts): parts.contains { $0.asksForWords(notions) }
        case .any(let parts): parts.allSatisfy { $0.asksForWords(notions) }
        case .not: false
        case .title(let part): part.asksForWords(notions)
        }
    }
}

extension Expression {
    /// The concepts whose words can make it hold.
    ///
    /// - Parameter notions: The same of the notions.
    /// - Returns: Their numbers.
    func concepts(_ notions: [Set<Int32>]) -> Set<Int32> {
        switch self {
        case .concept(let number, _): [number]
        case .notion(let number, _): notions.indices.contains(number) ? notions[number] : []
        case .trait, .not: []
        case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.concepts(notions)) }
        case .near(let left, let right, _), .sentence(let left, let right):
            left.concepts(notions).union(right.concepts(notions))
        case .title(let part): part.concepts(notions)
        }
    }
}

extension Expression: CustomStringConvertible {
    /// The expression as a file could spell it.
    var description: String {
        switch self {
        case .concept(_, let name), .notion(_, let name): name
        case .trait(let trait): trait.rawValue
        case .all(let parts): parts.map(\.inner).joined(separator: " and ")
        case .any(let parts): parts.map(\.inner).joined(separator: " or ")
        case .not(let part): "not \(part.inner)"
        case .near(let left, let right, let words): "\(left.inner) near/\(words) \(right.inner)"
        case .sentence(let left, let right): "\(left.inner) with \(right.inner)"
        case .title(let part): "title: \(part.inner)"
        }
    }

    private var inner: String {
        switch self {
        case .concept, .notion, .trait, .title: description
        default: "(\(description))"
        }
    }
}
