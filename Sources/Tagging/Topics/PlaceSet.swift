/// A set of the places of one item.
protocol PlaceSet: Sendable {
    /// The set without places.
    init()

    mutating func insert(_ place: Int32)
    /// Adds the places of another set.
    mutating func formUnion(_ other: Self)
    func intersection(_ other: Self) -> Self
    func contains(_ place: Int32) -> Bool
    var count: Int { get }
    /// The first place from one on; nil where there is none.
    func first(from place: Int32) -> Int32?
}

extension PlaceSet {
    var isEmpty: Bool { first(from: 0) == nil }

    /// Calls back with the places in order, until it is answered false.
    @inline(__always)
    func each(_ body: (Int32) -> Bool) {
        var next: Int32 = 0
        while let place = first(from: next), body(place) { next = place + 1 }
    }
}

/// The places of an item that has few, as nearly all have: a bit a place, and nothing to allocate.
struct FewPlaces: PlaceSet {
    /// How many places such a set can hold.
    static let most = 64
    private var bits: UInt64 = 0

    mutating func insert(_ place: Int32) { bits |= 1 << UInt64(place) }

    mutating func formUnion(_ other: FewPlaces) { bits |= other.bits }

    func intersection(_ other: FewPlaces) -> FewPlaces {
        var both = self
        both.bits &= other.bits
        return both
    }

    func contains(_ place: Int32) -> Bool { bits >> UInt64(place) & 1 != 0 }

    var count: Int { bits.nonzeroBitCount }

    func first(from place: Int32) -> Int32? {
        // A shift by all the bits leaves none.
        let left = bits & (UInt64.max << UInt64(place))
        return left == 0 ? nil : Int32(left.trailingZeroBitCount)
    }
}

/// The places of an item that has many.
struct ManyPlaces: PlaceSet {
    private var words: [UInt64] = []

    mutating func insert(_ place: Int32) {
        let word = Int(place) >> 6
        while words.count <= word { words.append(0) }
        words[word] |= 1 << UInt64(place & 63)
    }

    mutating func formUnion(_ other: ManyPlaces) {
        if words.count < other.words.count {
            words.append(contentsOf: repeatElement(0, count: other.words.count - words.count))
        }
        for word in other.words.indices { words[word] |= other.words[word] }
    }

    func intersection(_ other: ManyPlaces) -> ManyPlaces {
        var both = ManyPlaces()
        both.words = zip(words, other.words).map { $0 & $1 }
        return both
    }

    func contains(_ place: Int32) -> Bool {
        let word = Int(place) >> 6
        return word < words.count && words[word] & 1 << UInt64(place & 63) != 0
    }

    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    func first(from place: Int32) -> Int32? {
        var word = Int(place) >> 6
        guard word < words.count else { return nil }
        var left = words[word] & (UInt64.max << UInt64(place & 63))
        while left == 0 {
            word += 1
            guard word < words.count else { return nil }
            left = words[word]
        }
        return Int32(word * 64 + left.trailingZeroBitCount)
    }
}
