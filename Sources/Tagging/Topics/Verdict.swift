import Model

/// What the topics say of one item.
struct Verdict {
    /// What became of one topic.
    struct Outcome {
        let topic: Topic
        /// The rule that held; nil where none did.
        var rule: String?
        /// What one thing was lacking; nil where the topic holds or lacks more.
        var lacked: Lack?
        var places: [Int32] = []
    }

    /// For each condition of the gate the places that met it; nil where it is not met.
    let gate: [[Int32]?]
    let topics: [Outcome]

    init(_ scene: Scene, _ set: TopicSet) {
        var notions: [[Int32]?] = []
        notions.reserveCapacity(set.notions.count)
        for notion in set.notions {
            let mayHold = scene.mayHold(notion.expression, notions)
            notions.append(mayHold ? scene.evaluate(notion.expression, notions) : nil)
        }
        let gate = set.gate.map { scene.evaluate($0.expression, notions) }
        let shut = zip(set.gate, gate).first { $0.1 == nil }.map { $0.0.text }
        self.gate = gate
        guard gate.count(where: { $0 == nil }) <= 1 else {
            topics = set.compiled.map { Outcome(topic: $0.topic) }
            return
        }
        topics = set.compiled.map { topic in
            var outcome = Verdict.outcome(of: topic, scene, notions)
            if outcome.rule != nil, let shut {
                outcome.lacked = .gate(shut)
                outcome.rule = nil
            } else if shut != nil {
                outcome = Outcome(topic: topic.topic)
            }
            return outcome
        }
    }

    private static func outcome(of topic: TopicSet.Compiled, _ scene: Scene, _ notions: [[Int32]?]) -> Outcome {
        var outcome = Outcome(topic: topic.topic)
        for rule in topic.when {
            guard scene.mayHold(rule.expression, notions), let places = scene.evaluate(rule.expression, notions) else {
                continue
            }
            outcome.rule = rule.text
            outcome.places = places
            break
        }
        if outcome.rule != nil {
            let exception = topic.unless.first { scene.evaluate($0.expression, notions) != nil }
            if let exception {
                outcome.rule = nil
                outcome.lacked = .absence(exception.text)
            }
            return outcome
        }
        for rule in topic.when {
            guard let near = scene.lacking(rule.expression, notions) else { continue }
            outcome.lacked = near.lack
            outcome.places = near.places
            break
        }
        return outcome
    }
}
