/// Lays out the nodes of an automaton from its patterns in order.
///
/// A node is a byte for the number of bytes up to the next fork, one for that of its children, and two for that of the
/// patterns that end there; then those bytes, eight for each of the patterns, and the children's labels, in order, a star
/// first, and four bytes for the place of each.
struct LexiconBuilder {
    private let bytes: [UInt8]
    private let patterns: [Lexicon.Output]
    private let sorted: [PatternList.Key]
    private(set) var trie: [UInt8] = []

    init(patterns: PatternList, sorted: [PatternList.Key]) {
        (bytes, self.patterns) = (patterns.bytes, patterns.outputs)
        self.sorted = sorted
        trie.reserveCapacity(sorted.count * 24)
    }

    private func byte(_ pattern: Int, _ depth: Int) -> UInt8 { bytes[Int(sorted[pattern].start) + depth] }

    /// Adds the node under which patterns that share their first bytes go on, and all below it.
    ///
    /// - Returns: The node's place.
    mutating func add(_ range: Range<Int>, _ depth: Int) -> Int32 {
        let (low, high) = (range.lowerBound, range.upperBound - 1)
        let shortest = min(Int(sorted[low].count), Int(sorted[high].count), depth + 255)
        var end = depth
        while end < shortest, byte(low, end) == byte(high, end), byte(low, end) != Lexicon.star { end += 1 }
        var next = low
        while next <= high, sorted[next].count == end { next += 1 }
        let place = trie.count
        trie.append(UInt8(end - depth))
        trie.append(0)
        append(UInt16(next - low))
        let start = Int(sorted[low].start)
        trie.append(contentsOf: bytes[(start + depth)..<(start + end)])
        for pattern in sorted[low..<next] {
            let output = patterns[Int(pattern.number)]
            append(output.packed)
            append(output.languages)
        }
        var forks: [Int] = []
        var first = next
        while first <= high {
            trie.append(byte(first, end))
            first = fork(first...high, at: end)
            forks.append(first)
        }
        trie[place + 1] = UInt8(forks.count)
        var child = trie.count
        trie.append(contentsOf: repeatElement(0, count: forks.count * 4))
        for fork in forks {
            let number = UInt32(bitPattern: add(next..<fork, end + 1))
            for byte in 0..<4 { trie[child + byte] = UInt8(truncatingIfNeeded: number >> UInt32(byte * 8)) }
            (next, child) = (fork, child + 4)
        }
        return Int32(place)
    }

    /// Adds a number, its lowest byte first.
    private mutating func append<Number: FixedWidthInteger>(_ number: Number) {
        withUnsafeBytes(of: number.littleEndian) { trie.append(contentsOf: $0) }
    }

    /// Where the patterns end that go on with the same byte as the first.
    private func fork(_ range: ClosedRange<Int>, at depth: Int) -> Int {
        let label = byte(range.lowerBound, depth)
        var end = range.lowerBound + 1
        while end <= range.upperBound, byte(end, depth) == label { end += 1 }
        return end
    }
}
