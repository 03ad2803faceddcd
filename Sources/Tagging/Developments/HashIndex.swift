/// Which groups hold a hash, some at most for each: lists that share one array, as most of them are short.
struct HashIndex: Sendable {
    private struct List { var (last, count): (Int32, Int32) }
    private struct Link { var (group, before): (Int32, Int32) }

    let most: Int
    /// Whether groups are told of a hash that as many hold as are noted.
    let tellsWhenFull: Bool
    private var lists: [UInt32: List] = [:]
    private var links: [Link] = []

    init(most: Int, tellsWhenFull: Bool = true) { (self.most, self.tellsWhenFull) = (most, tellsWhenFull) }

    /// Notes that a group holds a hash, unless so many do already that it tells none of them apart.
    mutating func note(_ group: Int, _ hash: UInt32) {
        var list = lists[hash] ?? List(last: -1, count: 0)
        guard list.count < most, list.last < 0 || links[Int(list.last)].group != group else { return }
        links.append(Link(group: Int32(group), before: list.last))
        list = List(last: Int32(links.count - 1), count: list.count + 1)
        lists[hash] = list
    }

    /// How many groups hold a hash.
    func count(of hash: UInt32) -> Int { Int(lists[hash]?.count ?? 0) }

    /// The groups that hold a hash, the latest first.
    @inline(__always)
    func forEach(_ hash: UInt32, _ body: (Int) -> Void) {
        guard let list = lists[hash], tellsWhenFull || list.count < most else { return }
        var next = list.last
        while next >= 0 {
            let link = links[Int(next)]
            body(Int(link.group))
            next = link.before
        }
    }
}
