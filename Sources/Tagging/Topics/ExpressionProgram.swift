/// Expressions as flat lists of nodes, in which an item is evaluated without following references.
struct ExpressionProgram: Sendable {
    enum Operation: UInt8, Sendable {
        case concept, notion, trait, all, any, not, near, sentence, title
    }
    struct Node: Sendable {
        let operation: Operation
        /// The number of the concept or notion, the trait's bit, or the words between.
        let value: Int32
        /// Where the operands' numbers lie.
        let first: Int32
        let count: Int32
    }

    /// A bit for each concept, notion and trait, which some may share.
    typealias Atoms = SIMD4<UInt64>

    private(set) var nodes: [Node] = []
    /// For each node atoms of which one must be there, or it cannot hold.
    private(set) var needs: [Atoms] = []
    private(set) var operands: [Int32] = []
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
        let (operation, value) = Self.code(of: expression)
        nodes.append(
            Node(operation: operation, value: value, first: Int32(operands.count), count: Int32(parts.count)))
        needs.append(need(of: operation, value, parts))
        operands += parts
        return Int32(nodes.count - 1)
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
    static let always: Atoms = {
        var atoms = Atoms()
        atoms[2] = 1
        return atoms
    }()

    /// The bit of a concept, a notion or a trait.
    static func atom(_ operation: Operation, _ value: Int32) -> Atoms {
        let place = operation == .concept ? Int(value) & 0xFF : 0xFF - Int(value) & 0xFF
        var atoms = Atoms()
        atoms[place >> 6] = 1 << UInt64(place & 63)
        return atoms
    }

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
    /// How many bits are set.
    fileprivate var bitCount: Int { indices.reduce(0) { $0 + self[$1].nonzeroBitCount } }

    /// Whether a bit is set in both.
    @inline(__always)
    func meets(_ other: Self) -> Bool {
        let both = self & other
        return both[0] | both[1] | both[2] | both[3] != 0
    }
}

extension SourceTrait {
    /// The trait's bit among all.
    var bit: UInt8 {
        switch self {
        case .topicalSource: 1
        case .officialSource: 2
        }
    }
}
