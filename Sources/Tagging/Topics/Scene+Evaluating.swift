extension Scene {
    /// The set of places that make an expression true; nil where it is not. A denial and a trait are true without
    /// places.
    mutating func evaluate(_ root: Int32, _ program: ExpressionProgram) -> Places? {
        mayHold(root, program) ? places(of: root, program) : nil
    }

    /// Whether an expression may be true, by the concepts that are there; it costs nothing to be told that it is not.
    @inline(__always)
    private mutating func mayHold(_ number: Int32, _ program: ExpressionProgram) -> Bool {
        steps += 1
        return present.meets(program.needs[Int(number)])
            && (program.nodes[Int(number)].isPlain || mayHoldInside(number, program))
    }

    private mutating func mayHoldInside(_ number: Int32, _ program: ExpressionProgram) -> Bool {
        let node = program.nodes[Int(number)]
        switch node.operation {
        case .concept: return !byConcept[Int(node.value)].isEmpty
        case .notion: return notions[Int(node.value)] != nil
        case .trait: return traits & UInt8(node.value) != 0
        case .not: return true
        case .any:
            let choice = program.choices[Int(node.value)]
            if present.meets(choice.concepts) { return true }
            for index in choice.others where mayHold(program.operands[index], program) { return true }
            return false
        case .all, .near, .sentence, .title:
            for index in node.first..<node.first + node.count where !mayHold(program.operands[Int(index)], program) {
                return false
            }
            return true
        }
    }

    private mutating func places(of number: Int32, _ program: ExpressionProgram) -> Places? {
        guard present.meets(program.needs[Int(number)]) else { return nil }
        let node = program.nodes[Int(number)]
        steps += width
        switch node.operation {
        case .concept: return inScope(byConcept[Int(node.value)])
        case .notion:
            // A notion may hold without places, as what is absent has none.
            let found = notions[Int(node.value)]
            return isInTitle ? found.flatMap(inScope) : found
        case .trait: return traits & UInt8(node.value) != 0 ? Places() : nil
        case .not: return places(of: program.operands[Int(node.first)], program) == nil ? Places() : nil
        case .all: return joined(node, program)
        case .any: return chosen(program.choices[Int(node.value)], program)
        case .near: return pairs(node, program) { $1.from - $0.to <= node.value * 2 }
        case .sentence: return pairs(node, program) { $0.sentence == $1.sentence }
        case .title:
            let outer = isInTitle
            isInTitle = true
            defer { isInTitle = outer }
            return inScope(places(of: program.operands[Int(node.first)], program) ?? Places())
        }
    }

    /// Those of the places that are looked at; nil where there are none.
    private func inScope(_ places: Places) -> Places? {
        let places = isInTitle ? places.intersection(inTitle) : places
        return places.isEmpty ? nil : places
    }

    /// The places of all operands; nil where one is not true.
    private mutating func joined(_ node: ExpressionProgram.Node, _ program: ExpressionProgram) -> Places? {
        var union = Places()
        for index in node.first..<node.first + node.count {
            guard let part = places(of: program.operands[Int(index)], program) else { return nil }
            union.formUnion(part)
        }
        return union
    }

    /// The places of the operands that are true; nil where none is.
    private mutating func chosen(_ choice: ExpressionProgram.Choice, _ program: ExpressionProgram) -> Places? {
        var union = Places()
        (choice.concepts & present).eachConcept { concept in
            union.formUnion(byConcept[concept])
            steps += width
        }
        if isInTitle { union = union.intersection(inTitle) }
        var isTrue = !union.isEmpty
        for index in choice.others {
            guard let part = places(of: program.operands[index], program) else { continue }
            union.formUnion(part)
            isTrue = true
        }
        return isTrue ? union : nil
    }

    /// The places of both sides that have a partner on the other. For each place only its nearest neighbours of the
    /// other side can be closest, so that the work grows with the places, not with their pairs.
    private mutating func pairs(
        _ node: ExpressionProgram.Node, _ program: ExpressionProgram, _ joins: (Ruler.Mark, Ruler.Mark) -> Bool
    ) -> Places? {
        guard let left = places(of: program.operands[Int(node.first)], program),
            let right = places(of: program.operands[Int(node.first) + 1], program)
        else { return nil }
        var both = left
        both.formUnion(right)
        steps += both.count
        var joined = Places()
        var last: (left: Int32?, right: Int32?) = (nil, nil)
        both.each { place in
            // A place may be on both sides: the neighbours are those before it.
            let before = last
            if left.contains(place) {
                if let other = before.right, joins(mark(other), mark(place)) {
                    joined.insert(other)
                    joined.insert(place)
                }
                last.left = place
            }
            if right.contains(place) {
                if let other = before.left, joins(mark(other), mark(place)) {
                    joined.insert(other)
                    joined.insert(place)
                }
                last.right = place
            }
            return true
        }
        return joined.isEmpty ? nil : joined
    }

    /// What one thing an expression lacks to be true; nil where it is true or lacks more, and where what it lacks is
    /// its subject, the operand that stands first: an item that does not speak of that has not just missed it.
    mutating func lacking(_ root: Int32, _ program: ExpressionProgram) -> (lack: Lack, places: Places)? {
        let node = program.nodes[Int(root)]
        return node.operation == .all ? lacking(all: node, program) : lackingPair(root, program)
    }

    /// The places that break a denial; nil where something else is lacking.
    mutating func breaking(_ lack: Lack, _ program: ExpressionProgram) -> Places? {
        guard case .operand(let number) = lack, program.nodes[Int(number)].operation == .not else { return nil }
        return evaluate(program.operands[Int(program.nodes[Int(number)].first)], program)
    }

    private mutating func lacking(
        all node: ExpressionProgram.Node, _ program: ExpressionProgram
    ) -> (lack: Lack, places: Places)? {
        let operands = Int(node.first)..<Int(node.first + node.count)
        let first = program.operands[Int(node.first)]
        var missing: Int32?
        for index in operands where !mayHold(program.operands[index], program) {
            let operand = program.operands[index]
            // Most items do not speak of a topic's subject, which is soon told.
            if missing != nil || operand == first && !mayLackPartner(operand, program) { return nil }
            missing = operand
        }
        var found = Places()
        for index in operands where program.operands[index] != missing {
            let operand = program.operands[index]
            if let places = places(of: operand, program) {
                found.formUnion(places)
            } else if missing == nil {
                missing = operand
            } else {
                return nil
            }
        }
        guard let missing else { return nil }
        var lack = Lack.operand(missing)
        if missing == first {
            guard let subject = lackingPair(missing, program) else { return nil }
            if case .nearness = subject.lack { lack = subject.lack }
            found.formUnion(subject.places)
        }
        return found.isEmpty ? nil : (lack, found)
    }

    /// Whether an expression that does not hold asks for two things near each other, and the first may be there.
    private mutating func mayLackPartner(_ root: Int32, _ program: ExpressionProgram) -> Bool {
        let node = program.nodes[Int(root)]
        return node.isPair && mayHold(program.operands[Int(node.first)], program)
    }

    private mutating func lackingPair(
        _ root: Int32, _ program: ExpressionProgram
    ) -> (lack: Lack, places: Places)? {
        guard mayLackPartner(root, program) else { return nil }
        let node = program.nodes[Int(root)]
        let (left, right) = (program.operands[Int(node.first)], program.operands[Int(node.first) + 1])
        guard var found = evaluate(left, program), evaluate(root, program) == nil else { return nil }
        guard let other = evaluate(right, program) else { return (.operand(right), found) }
        found.formUnion(other)
        return (.nearness(root), found)
    }
}
