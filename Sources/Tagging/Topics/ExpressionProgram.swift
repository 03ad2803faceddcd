/// Expressions as flat lists of nodes, in which an item is evaluated without following references.
struct ExpressionProgram: Sendable {
    enum Operation: UInt8, Sendable {
        case concept, notion, trait, all, any, not, near, sentence, title
    }
    struct Node: Sendable {
        let operation: Operation
        /// Whether it holds wherever one of the atoms is there that it needs.
        let isPlain: Bool
        /// The number of the concept or notion, the trait's bit, the words between, or which of the choices it is.
        let value: Int32
        /// Where the operands' numbers lie.
        let first: Int32
        let count: Int32
    }

    /// What an `any` joins.
    struct Choice: Sendable {
        /// The concepts that have bits of their own.
        var concepts = Atoms()
        /// Where the numbers of all other operands lie.
        var others = 0..<0
    }

    /// A bit for each concept, notion and trait; those for which there is no room share the last.
    typealias Atoms = SIMD4<UInt64>

    private(set) var nodes: [Node] = []
    /// For each node atoms of which one must be there, or it cannot hold.
    private(set) var needs: [Atoms] = []
    private(set) var operands: [Int32] = []
    private(set) var choices: [Choice] = []
    /// The nodes that somebody may be told of, as the file could spell them.
    private(set) var words: [Int32: String] = [:]

    /// Adds an expression; its own words and those of its operands are kept.
    mutating func add(_ expression: Expression) -> Int32 {
        let root = insert(expression)
        words[root] = expression.description
        for (operand, part) in zip(operands(of: root), expression.operands) { words[operand] = part.description }
        return root
    }

    /// The numbers of a node's operands.
    func operands(of node: Int32) -> ArraySlice<Int32> {
        let node = nodes[Int(node)]
        return operands[Int(node.first)..<Int(node.first + node.count)]
    }

    private mutating func insert(_ expression: Expression) -> Int32 {
        let parts = expression.operands.map { insert($0) }
        var (operation, value) = Self.code(of: expression)
        if operation == .any {
            value = Int32(choices.count)
            addChoice(among: parts)
        }
        nodes.append(
            Node(
                operation: operation, isPlain: isPlain(operation, value, parts), value: value,
                first: Int32(operands.count), count: Int32(parts.count)))
        needs.append(need(of: operation, value, parts))
        operands += parts
        return Int32(nodes.count - 1)
    }

    private mutating func addChoice(among parts: [Int32]) {
        let concepts = parts.filter { nodes[Int($0)].operation == .concept && nodes[Int($0)].isPlain }
        let others = parts.filter { !concepts.contains($0) }
        choices.append(
            Choice(
                concepts: concepts.reduce(Atoms()) { $0 | needs[Int($1)] },
                others: operands.count..<operands.count + others.count))
        operands += others
    }

    private func isPlain(_ operation: Operation, _ value: Int32, _ parts: [Int32]) -> Bool {
        switch operation {
        case .concept, .notion, .trait: Self.place(operation, value) != Self.shared
        case .not: true
        case .any: parts.allSatisfy { nodes[Int($0)].isPlain }
        case .all, .near, .sentence, .title: false
        }
    }

    /// Atoms of which one must be there for a rule to hold or to lack one thing: those of its subject, the operand that
    /// stands first, or of what that asks for beside something else.
    func subject(of root: Int32) -> Atoms {
        let node = nodes[Int(root)]
        switch node.operation {
        case .all:
            let first = operands[Int(node.first)]
            return nodes[Int(first)].isPair ? subject(of: first) : needs[Int(first)]
        case .near, .sentence: return needs[Int(operands[Int(node.first)])]
        default: return needs[Int(root)]
        }
    }

    private func need(of operation: Operation, _ value: Int32, _ parts: [Int32]) -> Atoms {
        let needs = parts.map { self.needs[Int($0)] }
        switch operation {
        case .concept, .notion, .trait: return Self.atom(operation, value)
        case .not: return Atoms(repeating: .max)
        case .any: return needs.reduce(Atoms(), |)
        case .all, .near, .sentence, .title: return needs.min { $0.bitCount < $1.bitCount } ?? Atoms(repeating: .max)
        }
    }

    /// A bit that is always set: what denies something may hold where nothing is there.
    static let always = bit(254)
    /// The bit of what has none of its own.
    private static let shared = 255

    /// The bit of a concept, a notion or a trait.
    static func atom(_ operation: Operation, _ value: Int32) -> Atoms { bit(place(operation, value)) }

    private static func bit(_ place: Int) -> Atoms {
        var atoms = Atoms()
        atoms[place >> 6] = 1 << UInt64(place & 63)
        return atoms
    }

    private static func place(_ operation: Operation, _ value: Int32) -> Int {
        switch operation {
        case .concept: value < mostConcepts ? Int(value) : shared
        case .notion: value < mostNotions ? mostConcepts + Int(value) : shared
        case .trait: mostConcepts + mostNotions + value.trailingZeroBitCount
        default: shared
        }
    }

    /// How many concepts and notions have bits of their own; three traits follow them.
    private static let (mostConcepts, mostNotions) = (184, 68)

    private static func code(of expression: Expression) -> (Operation, Int32) {
        switch expression {
        case .concept(let number, _): (.concept, number)
        case .notion(let number, _): (.notion, Int32(number))
        case .trait(let trait): (.trait, Int32(trait.bit))
        case .all: (.all, 0)
        case .any: (.any, 0)
        case .not: (.not, 0)
        case .near(_, _, let words): (.near, Int32(words))
        case .sentence: (.sentence, 0)
        case .title: (.title, 0)
        }
    }
}

extension ExpressionProgram.Node {
    /// Whether it asks for two things near each other.
    var isPair: Bool { operation == .near || operation == .sentence }
}

extension Expression {
    /// The expressions that it joins.
    var operands: [Expression] {
        switch self {
        case .concept, .notion, .trait: []
        case .all(let parts), .any(let parts): parts
        case .not(let part), .title(let part): [part]
        case .near(let left, let right, _), .sentence(let left, let right): [left, right]
        }
    }
}

extension ExpressionProgram.Atoms {
    /// Calls back with the numbers of the concepts among those with bits of their own.
    @inline(__always)
    func eachConcept(_ body: (Int) -> Void) {
        for word in 0..<4 {
            var left = self[word]
            while left != 0 {
                body(word << 6 | left.trailingZeroBitCount)
                left &= left - 1
            }
        }
    }

    /// Whether no bit is set.
    @inline(__always)
    var isEmpty: Bool { self[0] | self[1] | self[2] | self[3] == 0 }

    /// How many bits are set.
    fileprivate var bitCount: Int { indices.reduce(0) { $0 + self[$1].nonzeroBitCount } }

    /// Whether a bit is set in both.
    @inline(__always)
    func meets(_ other: Self) -> Bool { !(self & other).isEmpty }
}

extension SourceTrait {
    /// The trait's bit among all.
    var bit: UInt8 {
        switch self {
        case .topicalSource: 1
        case .officialSource: 2
        case .legalFact: 4
        }
    }
}
