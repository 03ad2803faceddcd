import Testing

@testable import Tagging

@Suite("Hashes in order, and what holds them") struct HashOrderTests {
    /// Numbers that are spread as hashes are.
    private func hashes(_ count: Int, mask: UInt32 = .max) -> [UInt32] {
        (0..<count).map { (UInt32($0) &* 0x9E37_79B1 ^ 0x55AA_1234) & mask }
    }

    @Test("stand each once, however many there are and however alike", arguments: [0, 1, 23, 24, 300, 5_000])
    func order(count: Int) {
        for mask: UInt32 in [.max, 0x0000_FFFF, 0xFF00_0000, 0x0000_0007] {
            let hashes = hashes(count, mask: mask)
            var ordered = hashes + hashes.reversed()
            HashOrder.orderOnce(&ordered)
            #expect(ordered == Set(hashes).sorted())
        }
    }

    @Test("are found in a set, and no others")
    func set() {
        let hashes = hashes(600).map { UInt64($0) << 20 | 1 }
        let set = HashSet(hashes)
        #expect(hashes.allSatisfy(set.contains))
        #expect(!hashes.contains { set.contains($0 + 1) })
        #expect(!set.contains(0))
        #expect(!HashSet([]).contains(1))
    }

    @Test("tell the groups that hold them, the latest first, until too many do")
    func index() {
        var index = HashIndex(most: 3, tellsWhenFull: false)
        let hashes = hashes(5_000)
        for group in 0..<2 { for hash in hashes { index.note(group, hash) } }
        index.note(1, hashes[7])
        for hash in hashes {
            var groups: [Int] = []
            index.forEach(hash) { groups.append($0) }
            #expect(groups == [1, 0] && index.count(of: hash) == 2)
        }
        for group in 2..<9 { index.note(group, hashes[7]) }
        var groups: [Int] = []
        index.forEach(hashes[7]) { groups.append($0) }
        #expect(groups.isEmpty && index.count(of: hashes[7]) == 3)
        #expect(index.count(of: 1) == 0)
    }
}
