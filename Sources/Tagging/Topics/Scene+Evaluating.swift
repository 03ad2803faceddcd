extension Scene {
    /// The places that make an expression true; nil where it is not. A denial and a trait are true without places.
    func evaluate(_ expression: Expression, _ notions: [[Int32]?]) -> [Int32]? {
        switch expression {
        case .concept(let number, _):
            let found = byConcept[Int(number)]
            return found.isEmpty ? nil : found
        case .notion(let number, _): return notions[number]
        case .trait(let trait): return traits.contains(trait) ? [] : nil
        case .all(let parts):
            var found: [Int32] = []
            for part in parts {
                guard let places = evaluate(part, notions) else { return nil }
                found += places
            }
            return merged(found)
        case .any(let parts):
            var found: [Int32]?
            for part in parts {
                if let places = evaluate(part, notions) { found = (found ?? []) + places }
            }
            return found.map(merged)
        case .not(let part): return evaluate(part, notions) == nil ? [] : nil
        case .near(let left, let right, let words):
            return pairs(left, right, notions) { $1.from - $0.to <= Int32(words) * 2 }
        case .sentence(let left, let right):
            return pairs(left, right, notions) { $0.sentence == $1.sentence }
        case .title(let part):
            guard let places = evaluate(part, notions) else { return nil }
            let inTitle = places.filter { self.places[Int($0)].isInTitle }
            return inTitle.isEmpty ? nil : inTitle
        }
    }

    /// Whether an expression may be true, by the concepts that are there; it costs nothing to be told that it is not.
    func mayHold(_ expression: Expression, _ notions: [[Int32]?]) -> Bool {
        switch expression {
        case .concept(let number, _): !byConcept[Int(number)].isEmpty
        case .notion(let number, _): notions[number] != nil
        case .trait(let trait): traits.contains(trait)
        case .all(let parts): parts.allSatisfy { mayHold($0, notions) }
        case .any(let parts): parts.contains { mayHold($0, notions) }
        case .not: true
        case .near(let left, let right, _), .sentence(let left, let right):
            mayHold(left, notions) && mayHold(right, notions)
        case .title(let part): mayHold(part, notions)
        }
    }

    /// The places of both sides that have a partner on the other. For each place only its nearest neighbours of the
    /// other side can be closest, so that the work grows with the places, not with their pairs.
    private func pairs(
        _ left: Expression, _ right: Expression, _ notions: [[Int32]?], _ joins: (Place, Place) -> Bool
    ) -> [Int32]? {
        guard let left = evaluate(left, notions), let right = evaluate(right, notions) else { return nil }
        let sides = left.map { (place: $0, isLeft: true) } + right.map { (place: $0, isLeft: false) }
        let ordered = sides.sorted { ($0.place, $0.isLeft ? 0 : 1) < ($1.place, $1.isLeft ? 0 : 1) }
        var found: [Int32] = []
        var last: (left: Int32?, right: Int32?) = (nil, nil)
        for side in ordered {
            if let other = side.isLeft ? last.right : last.left, other != side.place,
                joins(places[Int(other)], places[Int(side.place)])
            {
                found += [other, side.place]
            }
            if side.isLeft { last.left = side.place } else { last.right = side.place }
        }
        return found.isEmpty ? nil : merged(found)
    }

    private func merged(_ places: [Int32]) -> [Int32] {
        var result = places.sorted()
        var kept = 0
        for index in result.indices where index == 0 || result[index] != result[kept - 1] {
            result[kept] = result[index]
            kept += 1
        }
        result.removeSubrange(kept...)
        return result
    }

    /// What one operand an expression lacks to be true, where it lacks no more than one; nil where it is true or
    /// lacks more.
    func lacking(_ expression: Expression, _ notions: [[Int32]?]) -> (lack: Lack, places: [Int32])? {
        switch expression {
        case .all(let parts):
            guard parts.count(where: { !mayHold($0, notions) }) <= 1 else { return nil }
            var (missing, found): ([Expression], [Int32]) = ([], [])
            for part in parts {
                if let places = evaluate(part, notions) { found += places } else { missing.append(part) }
            }
            guard missing.count == 1, !found.isEmpty else { return nil }
            return (.operand(missing[0]), merged(found))
        case .near(let left, let right, _), .sentence(let left, let right):
            guard mayHold(left, notions) || mayHold(right, notions), evaluate(expression, notions) == nil else {
                return nil
            }
            switch (evaluate(left, notions), evaluate(right, notions)) {
            case (let left?, let right?): return (.nearness(expression), merged(left + right))
            case (let found?, nil): return (.operand(right), found)
            case (nil, let found?): return (.operand(left), found)
            case (nil, nil): return nil
            }
        default: return nil
        }
    }
}

/// What an expression lacks to be true.
enum Lack {
    /// An operand.
    case operand(Expression)
    /// Its operands are there, but too far apart.
    case nearness(Expression)
    /// Something that must not be there is.
    case absence(String)
    /// A condition of the gate.
    case gate(String)

    /// In the words of the file.
    var words: String {
        switch self {
        case .operand(let expression): "\(expression)"
        case .nearness(let expression): "closer together: \(expression)"
        case .absence(let text): "not (\(text))"
        case .gate(let text): text
        }
    }
}
