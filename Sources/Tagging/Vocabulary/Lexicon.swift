/// All terms in one automaton: a trie of folded bytes that is entered only where a word may begin.
///
/// An entry is found by its first three bytes through a bitmap and a hash table, so that most words are passed by
/// with one look; inside, children of a node are a linked list, as almost every node has one child.
struct Lexicon: Sendable {
    /// Stands in a term for the rest of a word.
    static let star: UInt8 = 0x02
    /// The most stars in a term: it bounds recursion.
    static let mostStars = 4

    /// One place where terms stand in the text.
    struct Match: Hashable, Sendable {
        let term: Int32
        let start: Int32
        let end: Int32
    }

    struct Node {
        var label: UInt8 = 0
        var hasStar = false
        var child: Int32 = -1
        var sibling: Int32 = -1
        var output: Int32 = -1
    }
    struct Output {
        let term: Int32
        let isPlural: Bool
        let next: Int32
    }
    struct Entry {
        var key: UInt32 = .max
        var node: Int32 = -1
    }

    private(set) var nodes: [Node] = []
    private(set) var outputs: [Output] = []
    private(set) var entries: [Entry] = []
    /// One bit for each hash of three bytes with which a term begins.
    private(set) var bitmap = [UInt64](repeating: 0, count: 1024)
    /// One bit for each two bytes that are a term, or a stem.
    private(set) var pairs = [UInt64](repeating: 0, count: 1024)

    /// An automaton for terms of folded bytes; the number of a term is its index.
    init(_ terms: [(bytes: [UInt8], takesPlural: Bool)]) {
        var roots: [UInt32: Int32] = [:]
        roots.reserveCapacity(terms.count)
        nodes.reserveCapacity(terms.reduce(0) { $0 + $1.bytes.count })
        for (index, term) in terms.enumerated() where term.bytes.count >= 2 {
            insert(term.bytes.map(WordClass.joined), Int32(index), term.takesPlural, &roots)
        }
        makeEntries(roots)
    }

    private mutating func insert(_ bytes: [UInt8], _ term: Int32, _ plural: Bool, _ roots: inout [UInt32: Int32]) {
        let depth = bytes.count < 3 || bytes[2] == Lexicon.star ? 2 : 3
        let key = depth == 3 ? Lexicon.key(bytes[0], bytes[1], bytes[2]) : Lexicon.key(bytes[0], bytes[1])
        var node: Int32
        if let known = roots[key] {
            node = known
        } else {
            node = addNode(label: 0)
            roots[key] = node
        }
        for byte in bytes[depth...] { node = child(of: node, byte) }
        let next = nodes[Int(node)].output
        nodes[Int(node)].output = Int32(outputs.count)
        outputs.append(Output(term: term, isPlural: plural, next: next))
        if depth == 3 { setBit(key) } else { pairs[Int(key & 0xFFFF) >> 6] |= 1 << UInt64(key & 63) }
    }

    private mutating func child(of node: Int32, _ byte: UInt8) -> Int32 {
        var child = nodes[Int(node)].child
        while child >= 0, nodes[Int(child)].label != byte { child = nodes[Int(child)].sibling }
        if child >= 0 { return child }
        let new = addNode(label: byte)
        nodes[Int(new)].sibling = nodes[Int(node)].child
        nodes[Int(node)].child = new
        if byte == Lexicon.star { nodes[Int(node)].hasStar = true }
        return new
    }

    private mutating func addNode(label: UInt8) -> Int32 {
        nodes.append(Node(label: label))
        return Int32(nodes.count - 1)
    }

    private mutating func setBit(_ key: UInt32) {
        let hash = Lexicon.hash(key)
        bitmap[Int(hash >> 6)] |= 1 << UInt64(hash & 63)
    }

    private mutating func makeEntries(_ roots: [UInt32: Int32]) {
        var size = 64
        while size < roots.count * 2 { size *= 2 }
        entries = [Entry](repeating: Entry(), count: size)
        for (key, node) in roots {
            var index = Int(Lexicon.hash(key)) & (size - 1)
            while entries[index].node >= 0 { index = (index + 1) & (size - 1) }
            entries[index] = Entry(key: key, node: node)
        }
    }

    /// The key of a term's first three bytes.
    @inline(__always) static func key(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
        UInt32(first) | UInt32(second) << 8 | UInt32(third) << 16
    }

    /// The key of a term of two bytes, or of a stem of two.
    @inline(__always) static func key(_ first: UInt8, _ second: UInt8) -> UInt32 {
        UInt32(first) | UInt32(second) << 8 | 0x0100_0000
    }

    /// Sixteen bits that spread keys evenly.
    @inline(__always) static func hash(_ key: UInt32) -> UInt32 { (key &* 0x9E37_79B1) >> 16 }
}
