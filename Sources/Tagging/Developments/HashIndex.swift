/// Which groups hold a hash, some at most for each: lists that share one array, as most of them are short.
///
/// The hashes are spread well already: a table of slots finds them without hashing them once more.
struct HashIndex: Sendable {
    private struct List {
        let hash: UInt32
        var (last, count): (Int32, Int32)
    }
    private struct Link { var (group, before): (Int32, Int32) }

    let most: Int
    /// Whether groups are told of a hash that as many hold as are noted.
    let tellsWhenFull: Bool
    /// For each slot the number of its list, counted from one; zero where it is free.
    private var slots = [UInt32](repeating: 0, count: 1024)
    private var lists: [List] = []
    private var links: [Link] = []

    init(most: Int, tellsWhenFull: Bool = true) { (self.most, self.tellsWhenFull) = (most, tellsWhenFull) }

    /// Notes that a group holds a hash, unless so many do already that it tells none of them apart.
    mutating func note(_ group: Int, _ hash: UInt32) {
        var slot = slot(of: hash)
        if slots[slot] == 0 {
            if lists.count * 2 >= slots.count {
                grow()
                slot = self.slot(of: hash)
            }
            lists.append(List(hash: hash, last: -1, count: 0))
            slots[slot] = UInt32(lists.count)
        }
        let number = Int(slots[slot]) - 1
        let (last, count) = (lists[number].last, lists[number].count)
        guard count < most, last < 0 || links[Int(last)].group != group else { return }
        links.append(Link(group: Int32(group), before: last))
        (lists[number].last, lists[number].count) = (Int32(links.count - 1), count + 1)
    }

    /// How many groups hold a hash.
    func count(of hash: UInt32) -> Int { list(of: hash).map { Int($0.count) } ?? 0 }

    /// The groups that hold a hash, the latest first.
    @inline(__always)
    func forEach(_ hash: UInt32, _ body: (Int) -> Void) {
        guard let list = list(of: hash), tellsWhenFull || list.count < most else { return }
        var next = list.last
        while next >= 0 {
            let link = links[Int(next)]
            body(Int(link.group))
            next = link.before
        }
    }

    @inline(__always)
    private func list(of hash: UInt32) -> List? {
        let number = Int(slots[slot(of: hash)])
        return number == 0 ? nil : lists[number - 1]
    }

    /// Where a hash stands, or would.
    @inline(__always)
    private func slot(of hash: UInt32) -> Int {
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while slots[slot] != 0, lists[Int(slots[slot]) - 1].hash != hash { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for (number, list) in lists.enumerated() { slots[slot(of: list.hash)] = UInt32(number + 1) }
    }
}
