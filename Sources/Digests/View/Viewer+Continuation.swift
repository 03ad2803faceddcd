import Model

extension Viewer {
    /// How the matter of a question went on, whose stage is that of its items.
    func continuation(_ later: Continuation, of stage: Stage) -> [String: Any] {
        // A later step may have come farther.
        let stage = later.steps.isEmpty ? stage : .none
        return [
            "moved": later.moved.map { Scope(["what": leaf(moved($0, at: stage))]) }, "has-moved": !later.moved.isEmpty,
            "steps": later.steps.map(step), "has-steps": !later.steps.isEmpty,
            "answered-then": later.answered.map { [earlier($0)] } ?? [],
        ]
    }

    private func step(_ step: LaterStep) -> Scope {
        var values = foreign(step.title, step.language, as: "title")
        values.merge(foreign(step.excerpt, step.language, as: "excerpt")) { $1 }
        values["publisher"] = leaf(step.publisher)
        values["link"] = link(step.link)
        values["day"] = day(step.day)
        return Scope(values)
    }

    /// What moved, in the reader's language as far as it is not said by the text's own words.
    private func moved(_ movement: Movement, at stage: Stage) -> String {
        func labelled(_ label: String, _ text: String) -> String {
            words("labelled", ["label": label, "text": text])
        }
        switch movement.kind {
        case .stage:
            let stages = [movement.before, movement.after].map { $0.flatMap { words.text("stage-\($0)") } }
            guard let after = stages[1] else { return labelled(stages[0] ?? "", words("cancelled")) }
            return "\(stages[0] ?? "") → \(after)"
        case .treatment:
            let quoted = words.list(movement.words.prefix(3).map { words("quoted", ["words": $0]) })
            return labelled(movement.authority ?? "", quoted.isEmpty ? movement.after ?? "" : quoted)
        case .undone: return labelled(movement.authority ?? "", words("cancelled"))
        case .effective, .deadline, .hearing:
            let name = "date-\(movement.kind.rawValue)"
            let days = [movement.before, movement.after].map { $0.flatMap { Day(iso: $0) }.map(words.day) }
            let text =
                switch (days[0], days[1]) {
                case (let old?, let new?): words("moved", ["old": old, "new": new])
                case (nil, let new?): new
                case (let old, nil): labelled(old ?? "", words("cancelled"))
                }
            return labelled(words(movement.kind == .effective ? effect(name, at: stage) : name), text)
        case .outcome: return words("turned")
        }
    }
}
