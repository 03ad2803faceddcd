import Model

/// What the topics say of one item.
struct Verdict<Places: PlaceSet> {
    /// What became of one topic.
    struct Outcome {
        /// The number of the rule that held, or all but one thing of which did; nil where there is none.
        var asked: Int?
        /// What one thing was lacking; nil where the topic holds or lacks more.
        var lacked: Lack?
        var places = Places()
        /// The places of what must not be there, where that is all that the topic lacks.
        var against = Places()

        /// The number of the rule that made the topic; nil where none did.
        var rule: Int? { lacked == nil ? asked : nil }
    }

    /// For each condition of the gate the places that met it; nil where it is not met.
    private(set) var gate: [Places?] = []
    /// One for each topic.
    private(set) var topics: [Outcome]

    /// Asks the notions, then the gate, and the topics where no more than one condition of the gate is unmet.
    init(_ scene: inout Scene<Places>, _ set: TopicSet) {
        topics = [Outcome](repeating: Outcome(), count: set.compiled.count)
        for notion in set.notions {
            scene.add(notion: scene.evaluate(set.rules[notion].root, set.program))
        }
        gate.reserveCapacity(set.gate.count)
        for condition in set.gate { gate.append(scene.evaluate(set.rules[condition].root, set.program)) }
        let unmet = set.gate.filter { gate[$0 - set.gate.lowerBound] == nil }
        guard unmet.count <= 1 else { return }
        for (number, topic) in set.compiled.enumerated() where scene.present.meets(topic.subject) {
            if let shut = unmet.first {
                guard let held = Verdict.held(topic, &scene, set), Verdict.exception(topic, &scene, set) == nil else {
                    continue
                }
                topics[number] = Outcome(asked: held.rule, lacked: .gate(shut), places: held.places)
            } else {
                topics[number] = Verdict.outcome(of: topic, &scene, set)
            }
        }
    }

    private static func outcome(of topic: TopicSet.Compiled, _ scene: inout Scene<Places>, _ set: TopicSet) -> Outcome {
        if let held = held(topic, &scene, set) {
            if let exception = exception(topic, &scene, set) {
                return Outcome(
                    asked: held.rule, lacked: .absence(exception), places: held.places,
                    against: scene.evaluate(set.rules[exception].root, set.program) ?? Places())
            }
            let isMain =
                topic.mainly.isEmpty || scene.isShort
                || topic.mainly.contains { scene.isMain(set.rules[$0].root, set.program) }
            return Outcome(
                asked: held.rule, lacked: isMain ? nil : .weight(topic.mainly), places: held.places)
        }
        for rule in topic.when where scene.present.meets(set.rules[rule].subject) {
            guard let near = scene.lacking(set.rules[rule].root, set.program) else { continue }
            return Outcome(
                asked: rule, lacked: near.lack, places: near.places,
                against: scene.breaking(near.lack, set.program) ?? Places())
        }
        return Outcome()
    }

    private static func held(
        _ topic: TopicSet.Compiled, _ scene: inout Scene<Places>, _ set: TopicSet
    ) -> (rule: Int, places: Places)? {
        for rule in topic.when where scene.present.meets(set.rules[rule].subject) {
            if let places = scene.evaluate(set.rules[rule].root, set.program) { return (rule, places) }
        }
        return nil
    }

    private static func exception(_ topic: TopicSet.Compiled, _ scene: inout Scene<Places>, _ set: TopicSet) -> Int? {
        topic.unless.first { scene.evaluate(set.rules[$0].root, set.program) != nil }
    }
}
