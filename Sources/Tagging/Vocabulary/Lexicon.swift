/// All terms and phrases in one automaton: a trie of folded bytes that is entered only where a word may begin.
///
/// An entry is found by its first four bytes through a bitmap and a hash table, so that most words are passed by with
/// one look; those of two or three bytes have bits of their own. Inside, a node holds the bytes up to the next fork, the
/// patterns that end there, and its children's labels and places, all side by side: a walk touches few cache lines.
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
        /// A bit for each byte, as `Lexicon.mark` makes it, that may come next, and for each that may follow that one: it
        /// turns most words away that only begin like a pattern.
        var next: UInt32 = 0
        var second: UInt32 = 0
    }

    /// The nodes, as `LexiconBuilder` lays them out.
    private(set) var trie: [UInt8] = []
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
        var roots: [Entry] = []
        var first = 0
        while first < sorted.count {
            let (key, depth) = Lexicon.entry(of: sorted[first], patterns.bytes)
            var root = Entry(key: key)
            var isOpenBefore = false
            var end = first
            while end < sorted.count, end == first || Lexicon.entry(of: sorted[end], patterns.bytes).key == key {
                isOpenBefore = isOpenBefore || patterns.outputs[Int(sorted[end].number)].isOpenBefore
                root.admit(sorted[end], after: depth, patterns.bytes)
                end += 1
            }
            root.node = builder.add(first..<end, depth)
            roots.append(root)
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
        // Eight bytes are read at once, also the last.
        trie = builder.trie + [UInt8](repeating: 0, count: Lexicon.block)
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

    private mutating func makeEntries(_ roots: [Entry]) {
        var size = 64
        while size < roots.count * 2 { size *= 2 }
        entries = [Entry](repeating: Entry(), count: size)
        for root in roots {
            var index = Int(Lexicon.hash(root.key)) & (size - 1)
            while entries[index].node >= 0 { index = (index + 1) & (size - 1) }
            entries[index] = root
        }
    }

    /// How many bytes are compared at once.
    static let block = 8

    /// The bit of a byte among those that may come next, which some bytes share.
    @inline(__always) static func mark(_ byte: UInt8) -> UInt32 { 1 << UInt32(byte & 31) }

    /// The bit of a key of so many bytes.
    @inline(__always) static func bit(of key: UInt32, _ depth: Int) -> Int { (depth - 2) << 16 | Int(hash(key)) }

    /// Sixteen bits that spread keys evenly.
    @inline(__always) static func hash(_ key: UInt32) -> UInt32 { (key &* 0x9E37_79B1) >> 16 }
}

extension Lexicon.Entry {
    /// Lets a pattern go on behind the bytes by which it is entered.
    fileprivate mutating func admit(_ pattern: PatternList.Key, after depth: Int, _ bytes: [UInt8]) {
        let rest = bytes[Int(pattern.start)..<Int(pattern.start + pattern.count)].dropFirst(depth).prefix {
            $0 != Lexicon.star
        }
        next |= rest.first.map(Lexicon.mark) ?? .max
        second |= rest.dropFirst().first.map(Lexicon.mark) ?? .max
    }
}

extension Lexicon.Output {
    private static let (plural, before, after): (UInt32, UInt32, UInt32) = (1 << 31, 1 << 30, 1 << 29)

    /// The term and what may stand around it in one number.
    var packed: UInt32 {
        UInt32(term) | (takesPlural ? Self.plural : 0) | (isOpenBefore ? Self.before : 0)
            | (isOpenAfter ? Self.after : 0)
    }

    /// A pattern as the automaton keeps it.
    @inline(__always)
    init(packed: UInt32, languages: UInt32) {
        self.init(
            term: Int32(bitPattern: packed & (Self.after - 1)), languages: languages,
            takesPlural: packed & Self.plural != 0, isOpenBefore: packed & Self.before != 0,
            isOpenAfter: packed & Self.after != 0)
    }
}
