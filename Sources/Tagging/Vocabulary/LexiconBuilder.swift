/// Lays out the nodes of an automaton from its patterns in order.
struct LexiconBuilder {
    private let bytes: [UInt8]
    private let patterns: [Lexicon.Output]
    private let sorted: [PatternList.Key]
    private(set) var nodes: [Lexicon.Node] = []
    private(set) var pool: [UInt8] = []
    private(set) var outputs: [Lexicon.Output] = []

    init(patterns: PatternList, sorted: [PatternList.Key]) {
        (bytes, self.patterns) = (patterns.bytes, patterns.outputs)
        self.sorted = sorted
        nodes.reserveCapacity(sorted.count * 2)
        pool.reserveCapacity(bytes.count)
        outputs.reserveCapacity(sorted.count)
    }

    /// Adds the node under which patterns that share their first bytes go on, and all below it.
    mutating func root(_ range: Range<Int>, depth: Int) -> Int32 {
        let number = nodes.count
        nodes.append(Lexicon.Node())
        fill(number, range, depth)
        return Int32(number)
    }

    private func byte(_ pattern: Int, _ depth: Int) -> UInt8 { bytes[Int(sorted[pattern].start) + depth] }

    private mutating func fill(_ number: Int, _ range: Range<Int>, _ depth: Int) {
        let (low, high) = (range.lowerBound, range.upperBound - 1)
        let shortest = min(Int(sorted[low].count), Int(sorted[high].count), depth + 255)
        var end = depth
        while end < shortest, byte(low, end) == byte(high, end), byte(low, end) != Lexicon.star { end += 1 }
        var node = Lexicon.Node(pool: Int32(pool.count), output: Int32(outputs.count), length: UInt8(end - depth))
        for place in depth..<end { pool.append(byte(low, place)) }
        var next = low
        while next <= high, sorted[next].count == end {
            outputs.append(patterns[Int(sorted[next].number)])
            next += 1
        }
        node.outputCount = UInt16(outputs.count - Int(node.output))
        node.firstChild = Int32(nodes.count)
        // The children's labels and nodes lie side by side, so that what is below them comes later.
        var first = next
        while first <= high {
            pool.append(byte(first, end))
            nodes.append(Lexicon.Node())
            node.childCount += 1
            first = fork(first...high, at: end)
        }
        nodes[number] = node
        var child = Int(node.firstChild)
        while next <= high {
            let fork = fork(next...high, at: end)
            fill(child, next..<fork, end + 1)
            (next, child) = (fork, child + 1)
        }
    }

    /// Where the patterns end that go on with the same byte as the first.
    private func fork(_ range: ClosedRange<Int>, at depth: Int) -> Int {
        let label = byte(range.lowerBound, depth)
        var end = range.lowerBound + 1
        while end <= range.upperBound, byte(end, depth) == label { end += 1 }
        return end
    }
}
