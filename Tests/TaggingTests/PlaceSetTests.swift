import Testing

@testable import Tagging

@Suite("Sets of places")
struct PlaceSetTests {
    @Test("sets of few and of many places are the same", arguments: 0..<20)
    func agree(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let numbers = (0..<2).map { _ in (0..<12).map { _ in Int32.random(in: 0..<64, using: &random) } }
        let (few, many) = (numbers.map(Self.set) as [FewPlaces], numbers.map(Self.set) as [ManyPlaces])
        #expect(Self.places(few[0].intersection(few[1])) == Self.places(many[0].intersection(many[1])))
        var (fewOfBoth, manyOfBoth) = (few[0], many[0])
        fewOfBoth.formUnion(few[1])
        manyOfBoth.formUnion(many[1])
        #expect(Self.places(fewOfBoth) == Set(numbers.flatMap(\.self)).sorted())
        #expect(Self.places(manyOfBoth) == Self.places(fewOfBoth))
        #expect(fewOfBoth.count == manyOfBoth.count)
    }

    @Test("a set grows to the place that is put into it")
    func grows() {
        let set: ManyPlaces = Self.set([3, 700])
        #expect(Self.places(set) == [3, 700])
        #expect(set.contains(700) && !set.contains(64) && !set.contains(9000))
    }

    private static func set<Places: PlaceSet>(_ numbers: [Int32]) -> Places {
        numbers.reduce(into: Places()) { $0.insert($1) }
    }

    private static func places(_ set: some PlaceSet) -> [Int32] {
        var places: [Int32] = []
        set.each {
            places.append($0)
            return true
        }
        return places
    }
}
