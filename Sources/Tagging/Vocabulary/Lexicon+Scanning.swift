// The one file with unchecked access. Every index into the text is below `count`; every index into nodes, pool, entries
// and outputs was made by `Lexicon.init`, which never shrinks an array: a node's `length` bytes and `childCount` labels
// lie in the pool from `pool` on, and its children in `nodes` from `firstChild` on.

extension Lexicon {
    /// What one walk over a text found, and how much work it was.
    struct Found {
        /// In order of their beginnings; of those that begin together, shorter ones first.
        var matches: [Match] = []
        /// Bytes and nodes looked at.
        var steps = 0
    }

    /// Every place where a pattern stands as whole words, or as open as it is.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - language: the bits of the languages whose patterns count.
    /// - Returns: the places, and how much work it was.
    func matches(in text: NormalText, language: UInt32 = .max) -> Found {
        text.bytes.withUnsafeBufferPointer { bytes in
            nodes.withUnsafeBufferPointer { nodes in
                pool.withUnsafeBufferPointer { pool in
                    entries.withUnsafeBufferPointer { entries in
                        outputs.withUnsafeBufferPointer { outputs in
                            withStarts { bitmap, innerBitmap, innerPairs, classes in
                                var scan = Scan(
                                    bytes: bytes, nodes: nodes, pool: pool, entries: entries, outputs: outputs,
                                    bitmap: bitmap, innerBitmap: innerBitmap, innerPairs: innerPairs,
                                    classes: classes, language: language)
                                scan.run()
                                return scan.found
                            }
                        }
                    }
                }
            }
        }
    }

    /// Lends what tells where a pattern may begin.
    private func withStarts<Result>(
        _ body: (
            _ bitmap: UnsafeBufferPointer<UInt64>, _ innerBitmap: UnsafeBufferPointer<UInt64>,
            _ innerPairs: UnsafeBufferPointer<UInt64>, _ classes: UnsafeBufferPointer<UInt8>
        ) -> Result
    ) -> Result {
        bitmap.withUnsafeBufferPointer { bitmap in
            innerBitmap.withUnsafeBufferPointer { innerBitmap in
                innerPairs.withUnsafeBufferPointer { innerPairs in
                    classes.withUnsafeBufferPointer { body(bitmap, innerBitmap, innerPairs, $0) }
                }
            }
        }
    }
}

/// One walk over a text.
private struct Scan {
    let bytes: UnsafeBufferPointer<UInt8>
    let nodes: UnsafeBufferPointer<Lexicon.Node>
    let pool: UnsafeBufferPointer<UInt8>
    let entries: UnsafeBufferPointer<Lexicon.Entry>
    let outputs: UnsafeBufferPointer<Lexicon.Output>
    let bitmap: UnsafeBufferPointer<UInt64>
    let innerBitmap: UnsafeBufferPointer<UInt64>
    let innerPairs: UnsafeBufferPointer<UInt64>
    let classes: UnsafeBufferPointer<UInt8>
    let language: UInt32
    var found = Lexicon.Found()

    mutating func run() {
        var previous = WordClass.gap
        var position = 0
        found.matches.reserveCapacity(bytes.count / 8)
        // The text ends with a line feed, so that a character has two bytes behind it or the loop is over.
        while position + 2 < bytes.count {
            let byte = bytes[position]
            let flags = classes[Int(byte)]
            let kind = flags & ~Lexicon.inner
            var isInside = kind == WordClass.continuation || kind == WordClass.word && previous == WordClass.word
            if !isInside { previous = kind }
            isInside = isInside || kind == WordClass.gap
            if !isInside || flags & Lexicon.inner != 0 { enter(position, isInside) }
            position += 1
        }
        found.steps += position
    }

    @inline(__always)
    private mutating func enter(_ position: Int, _ isInside: Bool) {
        let fourth = position + 3 < bytes.count ? bytes[position + 3] : 0x0A
        let two = UInt32(bytes[position]) | UInt32(WordClass.joined(bytes[position + 1])) << 8
        if isInside, innerPairs[Int(two) >> 6] & 1 << UInt64(two & 63) == 0 { return }
        let three = two | UInt32(WordClass.joined(bytes[position + 2])) << 16
        enter(two, 2, position, isInside)
        enter(three, 3, position, isInside)
        enter(three | UInt32(WordClass.joined(fourth)) << 24, 4, position, isInside)
    }

    @inline(__always)
    private mutating func enter(_ key: UInt32, _ depth: Int, _ position: Int, _ isInside: Bool) {
        let bit = Lexicon.bit(of: key, depth)
        guard (isInside ? innerBitmap : bitmap)[bit >> 6] & 1 << UInt64(bit & 63) != 0, let node = find(key) else {
            return
        }
        walk(node, from: position, at: position + depth, isInside)
    }

    @inline(__always)
    private func find(_ key: UInt32) -> Int? {
        let mask = entries.count - 1
        var index = Int(Lexicon.hash(key)) & mask
        while entries[index].node >= 0 {
            if entries[index].key == key { return Int(entries[index].node) }
            index = (index + 1) & mask
        }
        return nil
    }

    private mutating func walk(_ root: Int, from start: Int, at position: Int, _ isInside: Bool) {
        var (number, position) = (root, position)
        while true {
            found.steps += 1
            let node = nodes[number]
            var place = Int(node.pool)
            guard position + Int(node.length) <= bytes.count else { return }
            for _ in 0..<node.length {
                guard pool[place] == WordClass.joined(bytes[position]) else { return }
                place &+= 1
                position &+= 1
            }
            if node.outputCount > 0 { emit(node, start, position, isInside) }
            var left = node.childCount
            guard left > 0 else { return }
            number = Int(node.firstChild)
            if pool[place] == Lexicon.star {
                walk(number, from: start, at: endOfWord(position), isInside)
                place &+= 1
                number &+= 1
                left &-= 1
            }
            guard position < bytes.count else { return }
            let byte = WordClass.joined(bytes[position])
            while left > 0, pool[place] != byte {
                place &+= 1
                number &+= 1
                left &-= 1
            }
            guard left > 0 else { return }
            position &+= 1
        }
    }

    private mutating func emit(_ node: Lexicon.Node, _ start: Int, _ end: Int, _ isInside: Bool) {
        let isWhole = isBoundary(end)
        let isPlural = !isWhole && bytes[end] == 0x73 && isBoundary(end + 1)
        for index in Int(node.output)..<Int(node.output) + Int(node.outputCount) {
            let output = outputs[index]
            guard output.languages & language != 0, !isInside || output.isOpenBefore,
                isWhole || output.isOpenAfter || isPlural && output.takesPlural
            else { continue }
            found.matches.append(Lexicon.Match(term: output.term, start: Int32(start), end: Int32(end)))
        }
    }

    private func endOfWord(_ position: Int) -> Int {
        var index = position
        while index < bytes.count, !isBoundary(index) { index += 1 }
        return index
    }

    private func isBoundary(_ position: Int) -> Bool {
        guard position < bytes.count else { return true }
        let kind = classes[Int(bytes[position])] & ~Lexicon.inner
        if kind == WordClass.continuation { return false }
        guard kind == WordClass.word else { return true }
        var index = position - 1
        while index > 0, classes[Int(bytes[index])] & ~Lexicon.inner == WordClass.continuation { index -= 1 }
        return index < 0 || classes[Int(bytes[index])] & ~Lexicon.inner != WordClass.word
    }
}
