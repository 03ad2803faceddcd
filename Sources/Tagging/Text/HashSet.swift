/// A set of hashes that are spread well already, and are not hashed once more.
struct HashSet: Sendable {
    private var slots: [UInt64] = []
    private var mask = 0

    /// The set of some hashes.
    init(_ hashes: some Collection<UInt64>) {
        // At most half of the slots are taken.
        var size = 8
        while size < hashes.count * 2 { size *= 2 }
        slots = [UInt64](repeating: 0, count: size)
        mask = size - 1
        for hash in hashes { slots[place(of: hash)] = hash }
    }

    /// Whether a hash is in the set; zero is in none.
    @inline(__always)
    func contains(_ hash: UInt64) -> Bool { hash != 0 && slots[place(of: hash)] == hash }

    /// Where a hash stands, or would.
    @inline(__always)
    private func place(of hash: UInt64) -> Int {
        var place = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        while slots[place] != 0, slots[place] != hash { place = (place + 1) & mask }
        return place
    }
}
