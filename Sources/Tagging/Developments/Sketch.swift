/// What is left of a text for comparing it with others: some hundred hashes of neighbouring words.
///
/// Of all shingles the smallest hashes are kept, so that the share of common ones estimates how alike two texts are
/// (A. Broder, "On the resemblance and containment of documents").
struct Sketch: Sendable, Equatable {
    /// Hashes that are kept at most.
    private static let most = 200
    /// A text with fewer shingles proves nothing.
    private static let least = 12

    /// The smallest hashes, in order.
    private(set) var hashes: [UInt64]

    /// The sketch of a text.
    init(_ text: String) {
        let words = Self.words(text)
        var all: Set<UInt64> = []
        if words.count >= 3 {
            for index in 0...(words.count - 3) {
                all.insert(Self.mixed(words[index], words[index + 1], words[index + 2]))
            }
        }
        hashes = Array(all.sorted().prefix(Self.most))
    }

    /// How alike two texts are, 0 to 1; 0 where one of them is too short to tell.
    func likeness(to other: Sketch) -> Double {
        guard hashes.count >= Self.least, other.hashes.count >= Self.least else { return 0 }
        let size = min(Self.most, max(hashes.count, other.hashes.count))
        var (i, j, common, seen) = (0, 0, 0, 0)
        while seen < size, i < hashes.count || j < other.hashes.count {
            seen += 1
            let left = i < hashes.count ? hashes[i] : .max
            let right = j < other.hashes.count ? other.hashes[j] : .max
            if left == right { common += 1 }
            if left <= right { i += 1 }
            if right <= left { j += 1 }
        }
        return seen == 0 ? 0 : Double(common) / Double(seen)
    }

    /// Hashes of the words in lower case; every East Asian character is a word.
    private static func words(_ text: String) -> [UInt64] {
        var words: [UInt64] = []
        var hash = start
        var isOpen = false
        func close() {
            if isOpen { words.append(hash) }
            hash = start
            isOpen = false
        }
        for scalar in text.unicodeScalars {
            if scalar.value >= 0x2E80 {
                close()
                if scalar.properties.isAlphabetic { words.append(step(start, UInt64(scalar.value))) }
            } else if scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value) {
                let lower = scalar.value < 0x80 && (65...90).contains(scalar.value) ? scalar.value | 0x20 : scalar.value
                hash = step(hash, UInt64(lower))
                isOpen = true
            } else {
                close()
            }
        }
        close()
        return words
    }

    /// FNV-1a, 64 bits.
    private static let start: UInt64 = 0xcbf2_9ce4_8422_2325
    private static func step(_ hash: UInt64, _ value: UInt64) -> UInt64 { (hash ^ value) &* 0x0000_0100_0000_01b3 }
    private static func mixed(_ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt64 {
        var hash = step(step(step(start, a), b), c)
        // The last steps of MurmurHash3, so that the smallest hashes are a fair sample.
        hash = (hash ^ (hash >> 33)) &* 0xff51_afd7_ed55_8ccd
        return hash ^ (hash >> 33)
    }
}
