import Model

/// The points that cues give to each value of a family; the words are fetched for the value that is kept.
struct CueTally {
    private struct Cue {
        let value: Int
        let hit: PhraseHit
        let isInTitle: Bool
    }

    /// By the value's place among all.
    private(set) var points: [Int]
    private var cues: [Cue] = []
    private var further: [(value: Int, evidence: Evidence)] = []
    private let title: ReadField
    private let summary: ReadField

    /// Counts each rule once a field, twice as much in what counts as title; what speaks of a ruling that lies ahead
    /// counts for the case.
    init(
        _ family: FactTables.Family, _ title: ReadField, _ summary: ReadField, _ head: Range<Int>,
        _ tables: FactTables, values: Int, announced: AnnouncedRulings? = nil
    ) {
        points = [Int](repeating: 0, count: values)
        (self.title, self.summary) = (title, summary)
        for field in [title, summary] {
            let first = cues.count
            // What a title says itself, be it nothing else, the first sentence does not say in its stead.
            let head = field === title || first == 0 ? head : 0..<0
            for hit in field.hits(family) where !cues[first...].contains(where: { $0.hit.rule == hit.rule }) {
                guard var value = tables.rules[hit.rule].place else { continue }
                if let announced, value == Instrument.ruling.place, announced.contains(hit, in: field) {
                    value = Instrument.filing.place
                }
                points[value] += tables.rules[hit.rule].weight * (head.contains(hit.range.lowerBound) ? 2 : 1)
                cues.append(Cue(value: value, hit: hit, isInTitle: field === title))
            }
        }
    }

    /// Whether any cue names a value, be it without a point.
    func names(_ value: Int) -> Bool { cues.contains { $0.value == value } }

    /// Adds points that other things than cues give.
    mutating func add(_ points: Int, _ value: Int, _ evidence: Evidence) {
        self.points[value] += points
        further.append((value, evidence))
    }

    /// The words for a value, in order of the fields, then what else spoke for it.
    func evidence(of value: Int, _ rule: String) -> [Evidence] {
        cues.filter { $0.value == value }.map { ($0.isInTitle ? title : summary).evidence(rule, $0.hit) }
            + further.filter { $0.value == value }.map(\.evidence)
    }
}
