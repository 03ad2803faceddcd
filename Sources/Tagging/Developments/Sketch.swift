/// What is left of a text for comparing it with others: some hundred hashes of neighbouring words.
///
/// Of all shingles the smallest hashes are kept, so that the share of common ones estimates how alike two texts are
/// (A. Broder, "On the resemblance and containment of documents").
struct Sketch: Sendable, Equatable {
    /// Hashes that are kept at most.
    private static let most = 128
    /// A text with fewer shingles proves nothing.
    private static let least = 12
    /// Characters of each part that are read at most.
    private static let longest = 8_000

    /// The smallest hashes, in order.
    private(set) var hashes: [UInt32] = []

    /// The sketch of a text in some parts.
    init(_ parts: [String]) {
        var words: [UInt64] = []
        for part in parts { Self.read(part, into: &words) }
        guard words.count >= 3 else { return }
        var all = (0...(words.count - 3)).map { Self.mixed(words[$0], words[$0 + 1], words[$0 + 2]) }
        all.sort()
        hashes.reserveCapacity(min(all.count, Self.most))
        for hash in all where hash != hashes.last {
            hashes.append(hash)
            if hashes.count == Self.most { break }
        }
    }

    /// How alike two texts are, 0 to 1, if they are so at least as wanted; nil too where one is too short to tell.
    func likeness(to other: Sketch, atLeast least: Double) -> Double? {
        guard hashes.count >= Self.least, other.hashes.count >= Self.least else { return nil }
        let size = min(Self.most, max(hashes.count, other.hashes.count))
        // How many of the smallest hashes of both need not be common.
        var spare = Int(Double(size) * (1 - least)) + 1
        while spare > 0, Double(size - spare) / Double(size) < least { spare -= 1 }
        let common = hashes.withUnsafeBufferPointer { mine in
            other.hashes.withUnsafeBufferPointer { Self.common(mine, $0, size, sparing: spare) }
        }
        return common.map { Double($0) / Double(size) }
    }

    /// How many of the smallest hashes of two lists both have; nil where more than some are in one only.
    ///
    /// No step waits for the outcome of a comparison, since nobody can guess it: that is why they go in blocks.
    private static func common(
        _ mine: UnsafeBufferPointer<UInt32>, _ theirs: UnsafeBufferPointer<UInt32>, _ size: Int, sparing spare: Int
    ) -> Int? {
        var (i, j, common, done) = (0, 0, 0, 0)
        while done < size {
            let block = min(16, size - done)
            if i + block <= mine.count, j + block <= theirs.count {
                for _ in 0..<block {
                    let (left, right) = (mine[i], theirs[j])
                    common &+= left == right ? 1 : 0
                    i &+= left <= right ? 1 : 0
                    j &+= right <= left ? 1 : 0
                }
            } else {
                for _ in 0..<block {
                    let left = i < mine.count ? mine[i] : .max
                    let right = j < theirs.count ? theirs[j] : .max
                    common += left == right ? 1 : 0
                    i += left <= right ? 1 : 0
                    j += right <= left ? 1 : 0
                }
            }
            done += block
            if done - common > spare { return nil }
        }
        return common
    }

    /// Hashes of the words in lower case; every East Asian character is a word.
    private static func read(_ part: String, into words: inout [UInt64]) {
        var hash = start
        func close() {
            if hash != start { words.append(hash) }
            hash = start
        }
        var rest = longest
        for scalar in part.unicodeScalars {
            rest -= 1
            if rest < 0 { break }
            if scalar.value < 0x80 {
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
                let isWord = (0x61...0x7A).contains(lower) || (0x30...0x39).contains(lower)
                if isWord { hash = step(hash, UInt64(lower)) } else { close() }
            } else if !isLetter(scalar) {
                close()
            } else if scalar.value >= 0x2E80 {
                close()
                words.append(step(start, UInt64(scalar.value)))
            } else {
                hash = step(hash, UInt64(scalar.value))
            }
        }
        close()
    }

    /// Whether the character belongs to a word; asking Unicode's tables takes long, so that the common ones come first.
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x400...0x481, 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF,
            0xAC00...0xD7A3:
            true
        default: scalar.properties.isAlphabetic
        }
    }

    /// FNV-1a, 64 bits.
    private static let start: UInt64 = 0xcbf2_9ce4_8422_2325
    private static func step(_ hash: UInt64, _ value: UInt64) -> UInt64 { (hash ^ value) &* 0x0000_0100_0000_01b3 }
    private static func mixed(_ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt32 {
        var hash = step(step(step(start, a), b), c)
        // The last steps of MurmurHash3, so that the smallest hashes are a fair sample.
        hash = (hash ^ (hash >> 33)) &* 0xff51_afd7_ed55_8ccd
        return UInt32(truncatingIfNeeded: hash ^ (hash >> 33))
    }
}
