import Model

/// Where the concepts of one item stand: what expressions are evaluated over.
struct Scene<Places: PlaceSet> {
    let text: NormalText
    /// The places of concepts, in order, each once.
    let places: [Hit]
    /// For each concept its places.
    private(set) var byConcept: [Places]
    /// For each notion evaluated so far the places that make it true; nil where it is not.
    private(set) var notions: [Places?] = []
    /// The concepts and notions that are there, the traits, and what is always there.
    private(set) var present = ExpressionProgram.always
    /// The bits of the source's traits.
    let traits: UInt8
    /// The places in the title.
    private(set) var inTitle = Places()
    /// Whether nothing but the title is looked at.
    var isInTitle = false
    /// Half words and sentences of the places; empty until somebody asks.
    private var marks: [Ruler.Mark] = []
    /// Nodes and places looked at so far.
    var steps: Int
    /// What a set of places costs, in words of 64 places.
    let width: Int

    /// A scene of places that are in order, each once; those in `title` stand in what counts as title.
    init(_ text: NormalText, _ places: [Hit], title: Range<Int>, conceptCount: Int, notionCount: Int, traits: UInt8) {
        self.text = text
        self.places = places
        self.traits = traits
        width = max(1, (places.count + 63) / 64)
        steps = places.count
        notions.reserveCapacity(notionCount)
        byConcept = [Places](repeating: Places(), count: conceptCount)
        for (number, place) in places.enumerated() {
            byConcept[Int(place.concept)].insert(Int32(number))
            present |= ExpressionProgram.atom(.concept, place.concept)
            if title.contains(Int(place.start)) { inTitle.insert(Int32(number)) }
        }
        for trait in SourceTrait.allCases where traits & trait.bit != 0 {
            present |= ExpressionProgram.atom(.trait, Int32(trait.bit))
        }
    }

    /// Keeps what became of the next notion.
    mutating func add(notion set: Places?) {
        if set != nil { present |= ExpressionProgram.atom(.notion, Int32(notions.count)) }
        notions.append(set)
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

extension [Hit] {
    /// The hits in order, each once.
    var inOrder: [Hit] {
        let isBefore = { (left: Hit, right: Hit) in
            left.start != right.start
                ? left.start < right.start
                : left.end != right.end ? left.end < right.end : left.concept < right.concept
        }
        if zip(self, dropFirst()).allSatisfy(isBefore) { return self }
        var places = sorted(by: isBefore)
        var kept = 0
        for place in places where kept == 0 || places[kept - 1] != place {
            places[kept] = place
            kept += 1
        }
        places.removeSubrange(kept...)
        return places
    }
}
