import Model

/// A place in a text where a concept is expressed.
struct Hit: Hashable, Sendable {
    /// The number of the concept.
    let concept: Int32
    /// The folded bytes.
    let range: Range<Int>
}

extension Vocabulary {
    /// Every place where a term of the vocabulary counts, in order.
    func hits(in text: NormalText, language: Language?) -> [Hit] {
        let bit = bit(of: language)
        var found: [(hit: Hit, term: Int32)] = []
        for match in lexicon.matches(in: text) {
            let term = terms[Int(match.term)]
            guard term.languages & bit != 0 else { continue }
            let range = Int(match.start)..<Int(match.end)
            if !term.spelling.isEmpty, !isSpelled(range, term.spelling, in: text) { continue }
            found.append((Hit(concept: term.concept, range: range), match.term))
        }
        let kept = holding(found)
        return uncovered(kept).filter { $0.concept < conceptCount }
    }

    /// Whether a publisher's name holds the name of a court or an authority: a term of a covering concept.
    func namesAuthority(_ publisher: String) -> Bool {
        guard !publisher.isEmpty else { return false }
        let hits = hits(in: NormalText([(.source, publisher)]), language: nil)
        return hits.contains { covering.contains($0.concept) }
    }

    /// Without the hits that stand inside a longer hit of a covering concept: 知识产权 in 国家知识产权局.
    ///
    /// Hits come in order of their beginnings, so that of all covers before a hit only the one that reaches furthest
    /// can hold it.
    private func uncovered(_ hits: [Hit]) -> [Hit] {
        let covers = hits.filter { covering.contains($0.concept) }
        guard !covers.isEmpty else { return hits }
        var next = 0
        var furthest = 0..<0
        return hits.filter { hit in
            while next < covers.count, covers[next].range.lowerBound <= hit.range.lowerBound {
                if covers[next].range.upperBound > furthest.upperBound { furthest = covers[next].range }
                next += 1
            }
            return covering.contains(hit.concept) || furthest.upperBound < hit.range.upperBound
                || furthest.count <= hit.range.count
        }
    }

    private func isSpelled(_ range: Range<Int>, _ spelling: [UInt8], in text: NormalText) -> Bool {
        guard let (span, origin) = text.origin(of: range) else { return false }
        let written = span.original[origin]
        if written.elementsEqual(spelling) { return true }
        let narrow = String(decoding: written, as: UTF8.self).unicodeScalars.map { scalar in
            (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
        }
        let isHyphen = { (value: UInt32) in value == 0x20 || value == 0x2D || (0x2010...0x2015).contains(value) }
        let expected = String(decoding: spelling, as: UTF8.self).unicodeScalars.map(\.value)
        var index = 0
        for letter in expected where letter != 0x2A {
            guard index < narrow.count, narrow[index] == letter || isHyphen(letter) && isHyphen(narrow[index]) else {
                return false
            }
            index += 1
        }
        // Behind what is spelled only soft signs may follow, unless the term has a star.
        return index >= narrow.count || expected.contains(0x2A)
            || narrow[index...].allSatisfy { $0 <= 0x20 || $0 == 0xAD }
    }

    /// The hits whose terms' conditions hold.
    private func holding(_ found: [(hit: Hit, term: Int32)]) -> [Hit] {
        guard found.contains(where: { !terms[Int($0.term)].conditions.isEmpty }) else { return found.map(\.hit) }
        var places: [Int32: [Range<Int>]] = [:]
        for (hit, _) in found { places[hit.concept, default: []].append(hit.range) }
        return found.compactMap { hit, term in
            terms[Int(term)].conditions.allSatisfy { holds($0, hit, places) } ? hit : nil
        }
    }

    private func holds(_ condition: Condition, _ hit: Hit, _ places: [Int32: [Range<Int>]]) -> Bool {
        let isThere = condition.concepts.contains { concept in
            guard let ranges = places[concept] else { return false }
            switch condition.kind {
            case .unless, .only: return true
            case .unlessNear, .onlyNear: return Self.isAny(of: ranges, near: hit.range)
            }
        }
        return isThere == (condition.kind == .only || condition.kind == .onlyNear)
    }

    /// How close words of a condition stand, in bytes: about eight words.
    private static let nearBytes = 60

    /// Whether one of the ranges, which are in order, stands near another: of those that begin before it only the last
    /// few can reach it.
    private static func isAny(of ranges: [Range<Int>], near place: Range<Int>) -> Bool {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].lowerBound < place.lowerBound { low = middle + 1 } else { high = middle }
        }
        if low < ranges.count, ranges[low].lowerBound - place.upperBound <= nearBytes { return true }
        return ranges[..<low].suffix(8).contains { place.lowerBound - $0.upperBound <= nearBytes }
    }
}

extension Vocabulary {
    /// How many places of a text the automaton finds, before languages and conditions are asked; to measure it alone.
    /// - Parameter text: the item's plain text.
    /// - Returns: the number of places.
    public func countMatches(in text: TaggedText) -> Int {
        lexicon.matches(in: NormalText([(.title, text.title), (.summary, text.summary), (.content, text.content)]))
            .count
    }
}
