/// All terms and phrases in one automaton: a trie of folded bytes that is entered only where a word may begin.
///
/// An entry is found by its first four bytes through a bitmap and a hash table, so that most words are passed by with
/// one look; those of two or three bytes have bits of their own. Inside, a node holds the bytes up to the next fork,
/// then the labels of its children, which lie side by side: a walk touches few cache lines.
struct Lexicon: Sendable {
    /// Stands in a term for the rest of a word.
    static let star: UInt8 = 0x02
    /// The most stars in a term: it bounds recursion.
    static let mostStars = 4

    /// One place where a pattern stands in the text.
    struct Match: Hashable, Sendable {
        let term: Int32
        let start: Int32
        let end: Int32
    }

    struct Node {
        /// Where the node's bytes lie in the pool: those up to the fork, then the children's labels.
        var pool: Int32 = 0
        var firstChild: Int32 = 0
        /// The first of the node's outputs.
        var output: Int32 = 0
        var outputCount: UInt16 = 0
        var length: UInt8 = 0
        /// The number of children, in order of their labels: a star comes first.
        var childCount: UInt8 = 0
    }
    /// A pattern, where it ends.
    struct Output: Sendable {
        let term: Int32
        /// One bit for each language of a text in which the pattern counts.
        let languages: UInt32
        /// Whether an `s` may follow.
        let takesPlural: Bool
        /// Whether a word may go on before it.
        let isOpenBefore: Bool
        /// Whether a word may go on after it.
        let isOpenAfter: Bool
    }
    struct Entry {
        var key: UInt32 = .max
        var node: Int32 = -1
    }

    private(set) var nodes: [Node] = []
    private(set) var pool: [UInt8] = []
    private(set) var outputs: [Output] = []
    private(set) var entries: [Entry] = []
    /// One bit for each hash of the bytes with which a pattern is entered: two, three or four of them.
    private(set) var bitmap = [UInt64](repeating: 0, count: 3 * 1024)
    /// The same for patterns that may begin within a word: few, so that nearly all words are passed by inside.
    private(set) var innerBitmap = [UInt64](repeating: 0, count: 3 * 1024)
    /// One bit for each two bytes with which such a pattern begins.
    private(set) var innerPairs = [UInt64](repeating: 0, count: 1024)
    /// The class of each byte, with `inner` where a pattern that begins so may stand within a word.
    private(set) var classes = WordClass.table
    /// The flag of bytes with which a pattern may begin within a word.
    static let inner: UInt8 = 0x10

    /// An automaton for patterns; those of less than two bytes are left out.
    init(_ patterns: PatternList) {
        let sorted = patterns.sorted
        var builder = LexiconBuilder(patterns: patterns, sorted: sorted)
        var roots: [(key: UInt32, node: Int32)] = []
        var first = 0
        while first < sorted.count {
            let (key, depth) = Lexicon.entry(of: sorted[first], patterns.bytes)
            var isOpenBefore = false
            var end = first
            while end < sorted.count, end == first || Lexicon.entry(of: sorted[end], patterns.bytes).key == key {
                isOpenBefore = isOpenBefore || patterns.outputs[Int(sorted[end].number)].isOpenBefore
                end += 1
            }
            roots.append((key, builder.root(first..<end, depth: depth)))
            let bit = Lexicon.bit(of: key, depth)
            bitmap[bit >> 6] |= 1 << UInt64(bit & 63)
            if isOpenBefore {
                // No folded pattern begins with a space: it was a hyphen.
                classes[key & 0xFF == 0x20 ? 0x2D : Int(key & 0xFF)] |= Lexicon.inner
                innerBitmap[bit >> 6] |= 1 << UInt64(bit & 63)
                innerPairs[Int(key & 0xFFFF) >> 6] |= 1 << UInt64(key & 63)
            }
            first = end
        }
        (nodes, pool, outputs) = (builder.nodes, builder.pool, builder.outputs)
        makeEntries(roots)
    }

    /// By which bytes a pattern is entered: its first four, or as many as it has before its end or star.
    private static func entry(of pattern: PatternList.Key, _ bytes: [UInt8]) -> (key: UInt32, depth: Int) {
        var (key, depth): (UInt32, Int) = (0, 0)
        while depth < min(4, Int(pattern.count)), bytes[Int(pattern.start) + depth] != star {
            key |= UInt32(bytes[Int(pattern.start) + depth]) << UInt32(depth * 8)
            depth += 1
        }
        return (key, depth)
    }

    private mutating func makeEntries(_ roots: [(key: UInt32, node: Int32)]) {
        var size = 64
        while size < roots.count * 2 { size *= 2 }
        entries = [Entry](repeating: Entry(), count: size)
        for (key, node) in roots {
            var index = Int(Lexicon.hash(key)) & (size - 1)
            while entries[index].node >= 0 { index = (index + 1) & (size - 1) }
            entries[index] = Entry(key: key, node: node)
        }
    }

    /// The bit of a key of so many bytes.
    @inline(__always) static func bit(of key: UInt32, _ depth: Int) -> Int { (depth - 2) << 16 | Int(hash(key)) }

    /// Sixteen bits that spread keys evenly.
    @inline(__always) static func hash(_ key: UInt32) -> UInt32 { (key &* 0x9E37_79B1) >> 16 }
}
