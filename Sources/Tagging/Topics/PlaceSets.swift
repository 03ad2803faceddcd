/// Sets of the places of one item, one after the other in one array: a bit a place.
struct PlaceSets {
    /// The number of a set.
    typealias Number = Int32

    /// Words of a set.
    let width: Int
    private var words: [UInt64] = []

    /// The set without places, which is there from the beginning.
    static let empty: Number = 0

    init(places: Int) {
        width = max(1, (places + 63) / 64)
        words.reserveCapacity(width * 64)
        _ = make()
    }

    /// How many sets there are.
    var count: Int { words.count / width }

    /// Adds a set without places.
    mutating func make() -> Number {
        let number = count
        for _ in 0..<width { words.append(0) }
        return Number(number)
    }

    mutating func insert(_ place: Int32, _ set: Number) {
        words[Int(set) * width + Int(place) >> 6] |= 1 << UInt64(place & 63)
    }

    func contains(_ place: Int32, _ set: Number) -> Bool {
        words[Int(set) * width + Int(place) >> 6] & 1 << UInt64(place & 63) != 0
    }

    /// Adds the places of one set to another.
    mutating func unite(_ set: Number, with other: Number) {
        for word in 0..<width { words[Int(set) * width + word] |= words[Int(other) * width + word] }
    }

    /// A new set of the places that are in both.
    mutating func intersection(_ left: Number, _ right: Number) -> Number {
        let set = make()
        for word in 0..<width {
            words[Int(set) * width + word] = words[Int(left) * width + word] & words[Int(right) * width + word]
        }
        return set
    }

    func size(of set: Number) -> Int {
        (0..<width).reduce(0) { $0 + words[Int(set) * width + $1].nonzeroBitCount }
    }

    /// Calls back with the places in order, until it is answered false.
    func each(of set: Number, _ body: (Int32) -> Bool) {
        for word in 0..<width {
            var bits = words[Int(set) * width + word]
            while bits != 0 {
                guard body(Int32(word * 64 + bits.trailingZeroBitCount)) else { return }
                bits &= bits - 1
            }
        }
    }

    /// Forgets all sets from one on, but for one of them, which takes its number.
    mutating func forget(from first: Int, keeping set: Number) -> Number {
        guard Int(set) >= first else {
            words.removeSubrange((first * width)...)
            return set
        }
        for word in 0..<width { words[first * width + word] = words[Int(set) * width + word] }
        words.removeSubrange(((first + 1) * width)...)
        return Number(first)
    }
}
