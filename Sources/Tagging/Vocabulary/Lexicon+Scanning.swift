// The one file with unchecked access. Every index into the text is below `count`, behind which a block of line feeds
// stands in `joined`; every place in the trie and index of an entry was made by `Lexicon.init`: a node lies whole in the
// trie, behind which a block stands, too.

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
        withBytes(of: text) { bytes, joined in
            trie.withUnsafeBytes { trie in
                entries.withUnsafeBufferPointer { entries in
                    withStarts { bitmap, innerBitmap, innerPairs, classes in
                        var scan = Scan(
                            bytes: bytes, joined: joined, trie: trie, entries: entries, bitmap: bitmap,
                            innerBitmap: innerBitmap, innerPairs: innerPairs, classes: classes, language: language)
                        scan.run()
                        return scan.found
                    }
                }
            }
        }
    }

    /// Lends a text's bytes, and the same with spaces for hyphens and a block of line feeds behind them.
    private func withBytes<Result>(
        of text: NormalText, _ body: (_ bytes: UnsafeBufferPointer<UInt8>, _ joined: UnsafeRawBufferPointer) -> Result
    ) -> Result {
        text.bytes.withUnsafeBufferPointer { bytes in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count + Lexicon.block) { joined in
                for index in 0..<bytes.count { joined[index] = WordClass.joined(bytes[index]) }
                for index in bytes.count..<joined.count { joined[index] = 0x0A }
                return body(bytes, UnsafeRawBufferPointer(joined))
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
    let joined: UnsafeRawBufferPointer
    let trie: UnsafeRawBufferPointer
    let entries: UnsafeBufferPointer<Lexicon.Entry>
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
        let key = UInt32(littleEndian: joined.loadUnaligned(fromByteOffset: position, as: UInt32.self))
        if isInside, innerPairs[Int(key & 0xFFFF) >> 6] & 1 << UInt64(key & 63) == 0 { return }
        enter(key & 0xFFFF, 2, position, isInside)
        enter(key & 0xFF_FFFF, 3, position, isInside)
        enter(key, 4, position, isInside)
    }

    @inline(__always)
    private mutating func enter(_ key: UInt32, _ depth: Int, _ position: Int, _ isInside: Bool) {
        let bit = Lexicon.bit(of: key, depth)
        guard (isInside ? innerBitmap : bitmap)[bit >> 6] & 1 << UInt64(bit & 63) != 0 else { return }
        let mask = entries.count - 1
        var index = Int(Lexicon.hash(key)) & mask
        while entries[index].node >= 0 {
            let entry = entries[index]
            if entry.key == key {
                if entry.next & Lexicon.mark(joined[position + depth]) != 0,
                    entry.second & Lexicon.mark(joined[position + depth + 1]) != 0
                {
                    walk(Int(entry.node), from: position, at: position + depth, isInside)
                }
                return
            }
            index = (index + 1) & mask
        }
    }

    private mutating func walk(_ root: Int, from start: Int, at position: Int, _ isInside: Bool) {
        var (place, position) = (root, position)
        while true {
            found.steps += 1
            let head = number(at: place)
            let (length, children, outputs) = (Int(head & 0xFF), Int(head >> 8 & 0xFF), Int(head >> 16))
            place &+= 4
            guard position + length <= bytes.count, isSame(place, position, length) else { return }
            place &+= length
            position &+= length
            if outputs > 0 {
                emit(outputs, at: place, start, position, isInside)
                place &+= outputs * 8
            }
            guard children > 0 else { return }
            let places = place + children
            if trie[place] == Lexicon.star {
                walk(Int(number(at: places)), from: start, at: endOfWord(position), isInside)
            }
            // No text holds a star.
            guard position < bytes.count, let child = child(labelled: joined[position], of: children, at: place) else {
                return
            }
            place = Int(number(at: places + child * 4))
            position &+= 1
        }
    }

    /// Whether so many bytes of the trie stand in the text, a block compared at once.
    @inline(__always)
    private func isSame(_ place: Int, _ position: Int, _ count: Int) -> Bool {
        var compared = 0
        while compared < count {
            let difference = block(trie, place + compared) ^ block(joined, position + compared)
            let left = count - compared
            if left <= Lexicon.block { return difference &<< UInt64((Lexicon.block - left) * 8) == 0 }
            if difference != 0 { return false }
            compared += Lexicon.block
        }
        return true
    }

    /// Which of so many labels a byte is; nil where it is none.
    @inline(__always)
    private func child(labelled byte: UInt8, of count: Int, at place: Int) -> Int? {
        let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        var first = 0
        while first < count {
            // The lowest byte that is zero is marked rightly; only those above it may be marked by what it borrows.
            let differences = block(trie, place + first) ^ ones &* UInt64(byte)
            let zeros = (differences &- ones) & ~differences & highs
            if zeros != 0 {
                let child = first + zeros.trailingZeroBitCount >> 3
                return child < count ? child : nil
            }
            first += Lexicon.block
        }
        return nil
    }

    /// The eight bytes from an offset on, the first of them lowest.
    @inline(__always)
    private func block(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    @inline(__always)
    private func number(at place: Int) -> UInt32 {
        UInt32(littleEndian: trie.loadUnaligned(fromByteOffset: place, as: UInt32.self))
    }

    private mutating func emit(_ count: Int, at place: Int, _ start: Int, _ end: Int, _ isInside: Bool) {
        let isWhole = isBoundary(end)
        let isPlural = !isWhole && bytes[end] == 0x73 && isBoundary(end + 1)
        for place in stride(from: place, to: place + count * 8, by: 8) {
            let output = Lexicon.Output(packed: number(at: place), languages: number(at: place + 4))
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
