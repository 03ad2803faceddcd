/// What an automaton looks for. The bytes of all patterns lie one after the other, so that none has memory of its own.
struct PatternList: Sendable {
    /// The folded bytes of all patterns, in which a hyphen is a space.
    private(set) var bytes: [UInt8] = []
    /// What counts for each pattern; its number is its index.
    private(set) var outputs: [Lexicon.Output] = []
    /// Where each pattern's bytes end; those of the next begin there.
    private var ends: [Int32] = []

    /// How many patterns there are.
    var count: Int { outputs.count }

    /// Makes room for patterns to come.
    mutating func reserve(_ patterns: Int) {
        bytes.reserveCapacity(bytes.count + patterns * 16)
        outputs.reserveCapacity(count + patterns)
        ends.reserveCapacity(count + patterns)
    }

    /// The places of a pattern's bytes.
    func range(of number: Int) -> Range<Int> {
        (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
    }

    /// Adds a pattern.
    ///
    /// - Parameters:
    ///   - pattern: Folded bytes.
    ///   - star: The byte that stands for the rest of a word in them.
    ///   - languages: One bit for each language of a text in which it counts.
    ///   - takesPlural: Whether an `s` may follow.
    ///   - isOpenBefore: Whether a word may go on before it.
    ///   - isOpenAfter: Whether a word may go on after it.
    mutating func append(
        _ pattern: some Collection<UInt8>, star: UInt8 = Lexicon.star, languages: UInt32 = .max,
        takesPlural: Bool = false, isOpenBefore: Bool = false, isOpenAfter: Bool = false
    ) {
        let start = bytes.count
        bytes.append(contentsOf: pattern)
        for index in start..<bytes.count {
            let byte = bytes[index]
            bytes[index] = byte == star ? Lexicon.star : WordClass.joined(byte)
        }
        ends.append(Int32(bytes.count))
        outputs.append(
            Lexicon.Output(
                term: Int32(count), languages: languages, takesPlural: takesPlural, isOpenBefore: isOpenBefore,
                isOpenAfter: isOpenAfter))
    }
}

extension PatternList {
    /// A pattern's place and number, compared by its first eight bytes at once.
    struct Key {
        let start: Int32
        let count: Int32
        let number: Int32
        fileprivate let head: UInt64

        fileprivate func digit(_ shift: UInt64) -> Int { Int(head >> shift & 0xFFFF) }
    }

    /// The patterns of two bytes and more by their bytes; of equal ones the higher number first: read backwards, the
    /// matches at one place are then the longest first, and among equals in the order of their numbers.
    ///
    /// Many are put in place by their first eight bytes, two at a time, so that only few are left to be compared.
    var sorted: [Key] {
        let keys = (0..<count).compactMap(key)
        if keys.count < 1000 { return keys.sorted(by: precedes) }
        var sorted = keys
        for shift in stride(from: UInt64(0), to: 64, by: 16) { sorted = sorted.placed(by: shift) }
        sorted.withUnsafeMutableBufferPointer { sorted in
            var first = 0
            while first < sorted.count {
                var end = first + 1
                while end < sorted.count, sorted[end].head == sorted[first].head { end += 1 }
                order(UnsafeMutableBufferPointer(rebasing: sorted[first..<end]))
                first = end
            }
        }
        return sorted
    }

    /// Puts keys in order, most often a few.
    private func order(_ keys: UnsafeMutableBufferPointer<Key>) {
        if keys.count > Self.few {
            var keys = keys
            return keys.sort(by: precedes)
        }
        for index in keys.indices.dropFirst() {
            let key = keys[index]
            var place = index
            while place > 0, precedes(key, keys[place - 1]) {
                keys[place] = keys[place - 1]
                place -= 1
            }
            keys[place] = key
        }
    }

    /// Keys that are put in order one by one at most.
    private static let few = 16

    private func key(_ number: Int) -> Key? {
        let range = range(of: number)
        guard range.count >= 2 else { return nil }
        var head: UInt64 = 0
        for index in range.prefix(8) { head = head << 8 | UInt64(bytes[index]) }
        head <<= UInt64(64 - 8 * min(8, range.count))
        return Key(start: Int32(range.lowerBound), count: Int32(range.count), number: Int32(number), head: head)
    }

    private func precedes(_ left: Key, _ right: Key) -> Bool {
        if left.head != right.head { return left.head < right.head }
        var index = 8
        while index < left.count, index < right.count {
            let (one, other) = (bytes[Int(left.start) + index], bytes[Int(right.start) + index])
            if one != other { return one < other }
            index += 1
        }
        return left.count == right.count ? left.number > right.number : left.count < right.count
    }
}

extension [PatternList.Key] {
    /// The keys in the order of sixteen bits of their heads, those above so many; keys that agree there stay in their
    /// order.
    fileprivate func placed(by shift: UInt64) -> [PatternList.Key] {
        var next = [Int](repeating: 0, count: 0x1_0001)
        for key in self { next[key.digit(shift) + 1] += 1 }
        for digit in 0..<0x1_0000 { next[digit + 1] += next[digit] }
        var placed = self
        for key in self {
            placed[next[key.digit(shift)]] = key
            next[key.digit(shift)] += 1
        }
        return placed
    }
}
