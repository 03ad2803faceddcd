/// Lays out the nodes of an automaton from its patterns in order.
struct LexiconBuilder {
    /// A pattern's bytes and number, compared by the first eight bytes at once.
    struct Key: Comparable {
        let bytes: [UInt8]
        let number: Int32
        private let head: UInt64

        init(_ bytes: [UInt8], _ number: Int32) {
            self.bytes = bytes
            self.number = number
            var head: UInt64 = 0
            for index in 0..<8 { head = head << 8 | (index < bytes.count ? UInt64(bytes[index]) : 0) }
            self.head = head
        }

        /// By bytes; of equal ones the higher number first: read backwards, the matches at one place are then the
        /// longest first, and among equals in the order of their numbers.
        static func < (left: Key, right: Key) -> Bool {
            if left.head != right.head { return left.head < right.head }
            return left.bytes == right.bytes
                ? left.number > right.number : left.bytes.lexicographicallyPrecedes(right.bytes)
        }
    }

    private let patterns: [Lexicon.Pattern]
    private let sorted: [Key]
    private(set) var nodes: [Lexicon.Node] = []
    private(set) var pool: [UInt8] = []
    private(set) var outputs: [Lexicon.Output] = []

    init(patterns: [Lexicon.Pattern], sorted: [Key]) {
        self.patterns = patterns
        self.sorted = sorted
        nodes.reserveCapacity(sorted.count * 2)
        outputs.reserveCapacity(sorted.count)
    }

    /// Adds the node under which patterns that share their first bytes go on, and all below it.
    mutating func root(_ range: Range<Int>, depth: Int) -> Int32 {
        let number = nodes.count
        nodes.append(Lexicon.Node())
        fill(number, range, depth)
        return Int32(number)
    }

    private mutating func fill(_ number: Int, _ range: Range<Int>, _ depth: Int) {
        let (low, high) = (sorted[range.lowerBound].bytes, sorted[range.upperBound - 1].bytes)
        var end = depth
        while end < min(low.count, high.count, depth + 255), low[end] == high[end], low[end] != Lexicon.star {
            end += 1
        }
        var node = Lexicon.Node(pool: Int32(pool.count), output: Int32(outputs.count), length: UInt8(end - depth))
        pool += low[depth..<end]
        var next = range.lowerBound
        while next < range.upperBound, sorted[next].bytes.count == end {
            add(sorted[next].number)
            next += 1
        }
        node.outputCount = UInt16(outputs.count - Int(node.output))
        node.firstChild = Int32(nodes.count)
        let forks = forks(next..<range.upperBound, at: end)
        for fork in forks {
            pool.append(sorted[fork.lowerBound].bytes[end])
            nodes.append(Lexicon.Node())
        }
        node.childCount = UInt8(forks.count)
        nodes[number] = node
        for (offset, fork) in forks.enumerated() { fill(Int(node.firstChild) + offset, fork, end + 1) }
    }

    /// The ranges of patterns that go on with the same byte.
    private func forks(_ range: Range<Int>, at depth: Int) -> [Range<Int>] {
        var forks: [Range<Int>] = []
        var first = range.lowerBound
        while first < range.upperBound {
            var end = first + 1
            while end < range.upperBound, sorted[end].bytes[depth] == sorted[first].bytes[depth] { end += 1 }
            forks.append(first..<end)
            first = end
        }
        return forks
    }

    private mutating func add(_ number: Int32) {
        let pattern = patterns[Int(number)]
        outputs.append(
            Lexicon.Output(
                term: number, languages: pattern.languages, takesPlural: pattern.takesPlural,
                isOpenBefore: pattern.isOpenBefore, isOpenAfter: pattern.isOpenAfter))
    }
}
