import Model

/// Where the concepts of one item stand: what expressions are evaluated over.
struct Scene {
    let text: NormalText
    /// The places of concepts, in order, each once.
    let places: [Hit]
    var sets: PlaceSets
    /// For each concept the set of its places; -1 where it has none.
    private(set) var byConcept: [PlaceSets.Number]
    /// For each notion evaluated so far the places that make it true; -1 where it is not.
    private(set) var notions: [PlaceSets.Number] = []
    /// The concepts and notions that are there, and the traits.
    private(set) var present = ExpressionProgram.Atoms()
    /// The bits of the source's traits.
    let traits: UInt8
    /// The places in the title.
    let inTitle: PlaceSets.Number
    /// Half words and sentences of the places; empty until somebody asks.
    private var marks: [Ruler.Mark] = []
    /// Nodes and places looked at so far.
    var steps = 0

    init(_ text: NormalText, _ hits: [Hit], conceptCount: Int, traits: UInt8) {
        self.text = text
        self.traits = traits
        var places = hits
        let isBefore = { (left: Hit, right: Hit) in
            left.start != right.start
                ? left.start < right.start
                : left.end != right.end ? left.end < right.end : left.concept < right.concept
        }
        if !zip(places, places.dropFirst()).allSatisfy(isBefore) { places.sort(by: isBefore) }
        var kept = 0
        for place in places where kept == 0 || places[kept - 1] != place {
            places[kept] = place
            kept += 1
        }
        places.removeSubrange(kept...)
        sets = PlaceSets(places: places.count)
        byConcept = [PlaceSets.Number](repeating: -1, count: conceptCount)
        inTitle = sets.make()
        let title = text.spans.first { $0.field == .title }?.range ?? 0..<0
        for (number, place) in places.enumerated() {
            let concept = Int(place.concept)
            if byConcept[concept] < 0 {
                byConcept[concept] = sets.make()
                present |= ExpressionProgram.atom(.concept, place.concept)
            }
            sets.insert(Int32(number), byConcept[concept])
            if title.contains(Int(place.start)) { sets.insert(Int32(number), inTitle) }
        }
        self.places = places
        steps = places.count
        for trait in SourceTrait.allCases where traits & trait.bit != 0 {
            present |= ExpressionProgram.atom(.trait, Int32(trait.bit))
        }
    }

    /// Keeps what became of the next notion.
    mutating func add(notion set: PlaceSets.Number?) {
        if set != nil { present |= ExpressionProgram.atom(.notion, Int32(notions.count)) }
        notions.append(set ?? -1)
    }

    /// Where a place lies among words and sentences.
    mutating func mark(_ place: Int32) -> Ruler.Mark {
        if marks.isEmpty {
            marks = Ruler.marks(of: places, in: text)
            steps += text.bytes.count
        }
        return marks[Int(place)]
    }
}
