/// What is left of a text for comparing it with others: some hundred hashes of neighbouring words.
///
/// Of all shingles the smallest hashes are kept, so that the share of common ones estimates how alike two texts are
/// (A. Broder, "On the resemblance and containment of documents").
struct Sketch: Sendable, Equatable {
    /// Hashes that are kept at most.
    private static let most = 128
    /// A text with fewer shingles proves nothing.
    private static let least = 12

    /// The smallest hashes, in order.
    private(set) var hashes: [UInt32] = []

    /// The sketch of a text in some parts.
    init(_ parts: [String]) {
        var (before, last, count) = (WordHashes.start, WordHashes.start, 0)
        for part in parts {
            WordHashes.each(in: part) { hash, _ in
                count += 1
                if count >= 3 { hashes.append(Self.mixed(before, last, hash)) }
                (before, last) = (last, hash)
            }
        }
        HashOrder.orderOnce(&hashes)
        // What is kept has no more memory than it needs.
        hashes = Array(hashes.prefix(Self.most))
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

    private static func mixed(_ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt32 {
        var hash = WordHashes.step(WordHashes.step(WordHashes.step(WordHashes.start, a), b), c)
        // The last steps of MurmurHash3, so that the smallest hashes are a fair sample.
        hash = (hash ^ (hash >> 33)) &* 0xff51_afd7_ed55_8ccd
        return UInt32(truncatingIfNeeded: hash ^ (hash >> 33))
    }
}
