/// Which places show that a rule holds: for each thing that the rule asks for at least one, in the rule's order, then
/// further ones in the text's.
struct Proof<Places: PlaceSet> {
    /// For each thing that is asked for the places that can be it.
    private var wanted: [Places] = []
    /// The numbers of the places to show.
    private(set) var shown: [Int32] = []

    /// Finds the places that show a rule.
    ///
    /// - Parameters:
    ///   - root: Where the rule begins.
    ///   - topics: The topics that it belongs to.
    ///   - places: The places that met it.
    ///   - scene: What they are places of.
    ///   - most: How many are shown; more only where the rule asks for more things.
    mutating func show(_ root: Int32, in topics: TopicSet, by places: Places, _ scene: Scene<Places>, most: Int) {
        wanted.removeAll(keepingCapacity: true)
        ask(root, topics, places, scene)
        shown.removeAll(keepingCapacity: true)
        for group in wanted {
            let place = best(of: group, scene)
            if !shown.contains(where: { scene.reads(place, like: $0) }) { shown.append(place) }
        }
        places.each { place in
            guard shown.count < most else { return false }
            let isShown = shown.contains { scene.overlaps(place, $0) || scene.reads(place, like: $0) }
            if !isShown { shown.append(place) }
            return true
        }
    }

    /// Of the first place of some and the wordings that it overlaps the longest: it says most.
    private func best(of group: Places, _ scene: Scene<Places>) -> Int32 {
        var best: Int32?
        let first = group.first(from: 0) ?? 0
        group.each { place in
            guard scene.overlaps(place, first) else { return true }
            if best.map({ scene.length(of: $0) < scene.length(of: place) }) ?? true { best = place }
            return true
        }
        return best ?? first
    }

    /// Adds the places for each thing that a node asks for; what must be absent is not shown. What cannot hold by the
    /// atoms that are present, as most of a notion cannot, is passed over.
    private mutating func ask(_ number: Int32, _ topics: TopicSet, _ places: Places, _ scene: Scene<Places>) {
        guard scene.present.meets(topics.program.needs[Int(number)]) else { return }
        let node = topics.program.nodes[Int(number)]
        switch node.operation {
        case .concept:
            let found = scene.byConcept[Int(node.value)].intersection(places)
            if !found.isEmpty { wanted.append(found) }
        case .notion: ask(topics.rules[Int(node.value)].root, topics, places, scene)
        case .trait, .not: break
        case .all, .near, .sentence, .title:
            for index in node.first..<node.first + node.count {
                ask(topics.program.operands[Int(index)], topics, places, scene)
            }
        case .any: askAny(node, topics, places, scene)
        }
    }

    /// One of many names for a thing is shown; where a way asks for several things, all of them are, of the first way.
    private mutating func askAny(
        _ node: ExpressionProgram.Node, _ topics: TopicSet, _ places: Places, _ scene: Scene<Places>
    ) {
        let start = wanted.count
        var firstEnd = start
        for index in node.first..<node.first + node.count {
            let before = wanted.count
            ask(topics.program.operands[Int(index)], topics, places, scene)
            if before == start { firstEnd = wanted.count }
            if wanted.count - before > 1 {
                wanted.removeSubrange(firstEnd...)
                return
            }
        }
        guard wanted.count > start else { return }
        for other in start + 1..<wanted.count { wanted[start].formUnion(wanted[other]) }
        wanted.removeSubrange((start + 1)...)
    }
}

extension Scene {
    /// Whether the same words stand at two places.
    fileprivate func reads(_ place: Int32, like other: Int32) -> Bool {
        text.isSame(places[Int(place)].range, places[Int(other)].range)
    }

    fileprivate func overlaps(_ place: Int32, _ other: Int32) -> Bool {
        let (left, right) = (places[Int(place)], places[Int(other)])
        return left.start < right.end && right.start < left.end
    }

    fileprivate func length(of place: Int32) -> Int32 { places[Int(place)].end - places[Int(place)].start }
}
