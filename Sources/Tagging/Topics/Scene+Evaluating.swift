extension Scene {
    /// The set of places that make an expression true; nil where it is not. A denial and a trait are true without
    /// places.
    mutating func evaluate(_ root: Int32, _ program: ExpressionProgram) -> PlaceSets.Number? {
        guard mayHold(root, program) else { return nil }
        let first = sets.count
        let places = places(of: root, program)
        let kept = sets.forget(from: first, keeping: places ?? PlaceSets.empty)
        return places == nil ? nil : kept
    }

    /// Whether an expression may be true, by the concepts that are there; it costs nothing to be told that it is not.
    private mutating func mayHold(_ number: Int32, _ program: ExpressionProgram) -> Bool {
        steps += 1
        guard present.meets(program.needs[Int(number)]) else { return false }
        let node = program.nodes[Int(number)]
        switch node.operation {
        case .concept: return byConcept[Int(node.value)] >= 0
        case .notion: return notions[Int(node.value)] >= 0
        case .trait: return traits & UInt8(node.value) != 0
        case .not: return true
        case .any:
            for index in node.first..<node.first + node.count where mayHold(program.operands[Int(index)], program) {
                return true
            }
            return false
        case .all, .near, .sentence, .title:
            for index in node.first..<node.first + node.count where !mayHold(program.operands[Int(index)], program) {
                return false
            }
            return true
        }
    }

    private mutating func places(of number: Int32, _ program: ExpressionProgram) -> PlaceSets.Number? {
        let node = program.nodes[Int(number)]
        steps += sets.width
        switch node.operation {
        case .concept: return found(byConcept[Int(node.value)])
        case .notion: return found(notions[Int(node.value)])
        case .trait: return traits & UInt8(node.value) != 0 ? PlaceSets.empty : nil
        case .not: return places(of: program.operands[Int(node.first)], program) == nil ? PlaceSets.empty : nil
        case .all, .any: return joined(node, program)
        case .near: return pairs(node, program) { $1.from - $0.to <= node.value * 2 }
        case .sentence: return pairs(node, program) { $0.sentence == $1.sentence }
        case .title:
            guard let all = places(of: program.operands[Int(node.first)], program) else { return nil }
            let titled = sets.intersection(all, inTitle)
            return sets.size(of: titled) == 0 ? nil : titled
        }
    }

    private func found(_ set: PlaceSets.Number) -> PlaceSets.Number? { set < 0 ? nil : set }

    /// The places of all operands, or of those that are true.
    private mutating func joined(_ node: ExpressionProgram.Node, _ program: ExpressionProgram) -> PlaceSets.Number? {
        let union = sets.make()
        var isTrue = node.operation == .all
        for index in node.first..<node.first + node.count {
            if let part = places(of: program.operands[Int(index)], program) {
                sets.unite(union, with: part)
                isTrue = true
            } else if node.operation == .all {
                return nil
            }
        }
        return isTrue ? union : nil
    }

    /// The places of both sides that have a partner on the other. For each place only its nearest neighbours of the
    /// other side can be closest, so that the work grows with the places, not with their pairs.
    private mutating func pairs(
        _ node: ExpressionProgram.Node, _ program: ExpressionProgram, _ joins: (Ruler.Mark, Ruler.Mark) -> Bool
    ) -> PlaceSets.Number? {
        guard let left = places(of: program.operands[Int(node.first)], program),
            let right = places(of: program.operands[Int(node.first) + 1], program)
        else { return nil }
        let both = sets.make()
        sets.unite(both, with: left)
        sets.unite(both, with: right)
        var ordered: [Int32] = []
        sets.each(of: both) {
            ordered.append($0)
            return true
        }
        steps += ordered.count
        let joined = sets.make()
        var last: (left: Int32?, right: Int32?) = (nil, nil)
        for place in ordered {
            for isLeft in [true, false] where sets.contains(place, isLeft ? left : right) {
                if let other = isLeft ? last.right : last.left, other != place, joins(mark(other), mark(place)) {
                    sets.insert(other, joined)
                    sets.insert(place, joined)
                }
                if isLeft { last.left = place } else { last.right = place }
            }
        }
        return sets.size(of: joined) == 0 ? nil : joined
    }

    /// What one operand an expression lacks to be true, where it lacks no more than one; nil where it is true or
    /// lacks more.
    mutating func lacking(_ root: Int32, _ program: ExpressionProgram) -> (lack: Lack, places: PlaceSets.Number)? {
        let node = program.nodes[Int(root)]
        let first = sets.count
        guard let (lack, places) = node.operation == .all ? lacking(all: node, program) : lackingPair(root, program)
        else {
            _ = sets.forget(from: first, keeping: PlaceSets.empty)
            return nil
        }
        return (lack, sets.forget(from: first, keeping: places))
    }

    private mutating func lacking(
        all node: ExpressionProgram.Node, _ program: ExpressionProgram
    ) -> (Lack, PlaceSets.Number)? {
        var impossible = 0
        for index in node.first..<node.first + node.count where !mayHold(program.operands[Int(index)], program) {
            impossible += 1
            if impossible > 1 { return nil }
        }
        var missing: Int32?
        let found = sets.make()
        for index in node.first..<node.first + node.count {
            let operand = program.operands[Int(index)]
            if let places = evaluate(operand, program) {
                sets.unite(found, with: places)
            } else if missing == nil {
                missing = operand
            } else {
                return nil
            }
        }
        guard let missing, sets.size(of: found) > 0 else { return nil }
        return (.operand(missing), found)
    }

    private mutating func lackingPair(_ root: Int32, _ program: ExpressionProgram) -> (Lack, PlaceSets.Number)? {
        let node = program.nodes[Int(root)]
        guard node.operation == .near || node.operation == .sentence else { return nil }
        let (left, right) = (program.operands[Int(node.first)], program.operands[Int(node.first) + 1])
        guard mayHold(left, program) || mayHold(right, program), evaluate(root, program) == nil else { return nil }
        switch (evaluate(left, program), evaluate(right, program)) {
        case (let left?, let right?):
            let found = sets.make()
            sets.unite(found, with: left)
            sets.unite(found, with: right)
            return (.nearness(root), found)
        case (let found?, nil): return (.operand(right), found)
        case (nil, let found?): return (.operand(left), found)
        case (nil, nil): return nil
        }
    }
}
