/// Which places show that a rule holds: for each thing that the rule asks for at least one, in the rule's order, then
/// further ones in the text's.
struct Proof<Places: PlaceSet> {
    /// For each thing that is asked for the concepts that can be it.
    private let wanted: [[Int32]]

    /// The proof of a rule, as far as it is met by places.
    init(of root: Int32, in topics: TopicSet, by places: Places, _ scene: Scene<Places>) {
        wanted = Self.wanted(root, topics, scene.present) { !scene.byConcept[Int($0)].isDisjoint(with: places) }
    }

    /// The concepts that are there, for each thing that a node asks for; what must be absent is not shown. What cannot
    /// hold by the atoms that are present, as most of a notion cannot, is passed over.
    private static func wanted(
        _ number: Int32, _ topics: TopicSet, _ present: ExpressionProgram.Atoms, _ isThere: (Int32) -> Bool
    ) -> [[Int32]] {
        guard present.meets(topics.program.needs[Int(number)]) else { return [] }
        let node = topics.program.nodes[Int(number)]
        let operands = topics.program.operands(of: number)
        switch node.operation {
        case .concept: return isThere(node.value) ? [[node.value]] : []
        case .notion: return wanted(topics.rules[Int(node.value)].root, topics, present, isThere)
        case .trait, .not: return []
        case .all, .near, .sentence, .title: return operands.flatMap { wanted($0, topics, present, isThere) }
        case .any:
            let ways = operands.map { wanted($0, topics, present, isThere) }.filter { !$0.isEmpty }
            // One of many names for a thing is shown; where a way asks for several things, all of them are.
            return ways.allSatisfy { $0.count == 1 } && !ways.isEmpty ? [ways.flatMap { $0[0] }] : ways.first ?? []
        }
    }

    /// The places to show.
    ///
    /// - Parameters:
    ///   - places: The places that met the rule.
    ///   - scene: What they are places of.
    ///   - most: How many are shown; more only where the rule asks for more things.
    /// - Returns: The numbers of the places.
    func shown(_ places: Places, _ scene: Scene<Places>, most: Int) -> [Int32] {
        var all: [Int32] = []
        places.each {
            all.append($0)
            return true
        }
        var shown: [Int32] = []
        for concepts in wanted {
            let group = all.filter { concepts.contains(scene.places[Int($0)].concept) }
            guard let first = group.first else { continue }
            let range = scene.places[Int(first)].range
            // Of wordings within each other the longest says most.
            let best = group.filter { scene.places[Int($0)].range.overlaps(range) }
                .max { scene.places[Int($0)].range.count < scene.places[Int($1)].range.count }
            if let best, !shown.contains(where: { scene.reads(best, like: $0) }) { shown.append(best) }
        }
        for place in all where shown.count < most {
            let range = scene.places[Int(place)].range
            if shown.contains(where: { scene.places[Int($0)].range.overlaps(range) || scene.reads(place, like: $0) }) {
                continue
            }
            shown.append(place)
        }
        return shown
    }
}

extension Scene {
    /// Whether the same words stand at two places.
    fileprivate func reads(_ place: Int32, like other: Int32) -> Bool {
        text.isSame(places[Int(place)].range, places[Int(other)].range)
    }
}
