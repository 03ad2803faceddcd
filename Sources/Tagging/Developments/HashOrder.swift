/// Puts hashes in order, each once.
enum HashOrder {
    /// Hashes of one first byte above which they are too alike for the quick way.
    private static let mostAlike = 32
    /// Hashes below which the quick way is none.
    private static let few = 24

    /// Puts hashes in order, each once. They are spread evenly, so that most find their place by their first byte.
    static func orderOnce(_ hashes: inout [UInt32]) {
        if hashes.count < few || place(&hashes) { insert(&hashes) } else { hashes.sort() }
        var count = 0
        for index in hashes.indices where count == 0 || hashes[count - 1] != hashes[index] {
            hashes[count] = hashes[index]
            count += 1
        }
        hashes.removeSubrange(count...)
    }

    /// Puts hashes in the order of their first bytes; not where many have the same.
    private static func place(_ hashes: inout [UInt32]) -> Bool {
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 257) { next in
            next.initialize(repeating: 0)
            for hash in hashes { next[Int(hash >> 24) + 1] += 1 }
            guard next.allSatisfy({ $0 <= mostAlike }) else { return false }
            for byte in 0..<256 { next[byte + 1] += next[byte] }
            hashes = [UInt32](unsafeUninitializedCapacity: hashes.count) { placed, count in
                for hash in hashes {
                    placed.initializeElement(at: Int(next[Int(hash >> 24)]), to: hash)
                    next[Int(hash >> 24)] += 1
                }
                count = hashes.count
            }
            return true
        }
    }

    /// Moves each hash to its place, where none is far from it.
    private static func insert(_ hashes: inout [UInt32]) {
        hashes.withUnsafeMutableBufferPointer { hashes in
            for index in hashes.indices.dropFirst() {
                let hash = hashes[index]
                var place = index
                while place > 0, hashes[place - 1] > hash {
                    hashes[place] = hashes[place - 1]
                    place -= 1
                }
                hashes[place] = hash
            }
        }
    }
}
