import Model

extension Vocabulary {
    /// A term where it stands.
    private struct Candidate {
        let hit: Hit
        let conditions: Int32
    }

    /// Reads a text in one pass: every place where a term or a phrase counts in texts of a language.
    func read(_ text: NormalText, language: Language?) -> Reading {
        let found = lexicon.matches(in: text, language: bit(of: language))
        var candidates: [Candidate] = []
        candidates.reserveCapacity(found.matches.count)
        var areConditional = false
        for match in found.matches where Int(match.term) < terms.count {
            let term = terms[Int(match.term)]
            if term.spelling >= 0, !isSpelled(match, spellings[Int(term.spelling)], in: text) { continue }
            if term.conditions >= 0 { areConditional = true }
            let hit = Hit(concept: term.concept, start: match.start, end: match.end)
            candidates.append(Candidate(hit: hit, conditions: term.conditions))
        }
        let kept = areConditional ? holding(candidates) : candidates.map(\.hit)
        return Reading(
            text: text, hits: uncovered(kept), phrases: phrases(found.matches, in: text),
            steps: found.steps + found.matches.count)
    }

    /// Whether a publisher's name holds the name of a court or an authority: a term of a covering concept.
    func namesAuthority(_ publisher: String) -> Bool {
        guard !publisher.isEmpty else { return false }
        return read(NormalText([(.source, publisher)]), language: nil).hits.contains { isCovering[Int($0.concept)] }
    }

    /// Without the hits that stand inside a longer hit of a covering concept, 知识产权 in 国家知识产权局, and without
    /// words of conditions.
    ///
    /// Hits come in order of their beginnings, so that of all covers before a hit only the one that reaches furthest
    /// can hold it.
    private func uncovered(_ hits: [Hit]) -> [Hit] {
        var furthest = 0..<0
        var next = 0
        return hits.filter { hit in
            guard hit.concept < conceptCount else { return false }
            while next < hits.count, hits[next].start <= hit.start {
                if isCovering[Int(hits[next].concept)], Int(hits[next].end) > furthest.upperBound {
                    furthest = hits[next].range
                }
                next += 1
            }
            return isCovering[Int(hit.concept)] || furthest.upperBound < hit.end
                || furthest.count <= hit.end - hit.start
        }
    }

    private func isSpelled(_ match: Lexicon.Match, _ spelling: [UInt8], in text: NormalText) -> Bool {
        guard let (span, origin) = text.origin(of: Int(match.start)..<Int(match.end)) else { return false }
        let written = text.spans[span].original[origin]
        return written.elementsEqual(spelling) || Spelling.isSame(written, spelling)
    }
}

extension Vocabulary {
    /// The phrases among matches: of those that begin together the longest first, with the tail where one is needed.
    private func phrases(_ matches: [Lexicon.Match], in text: NormalText) -> [PhraseHit] {
        guard let tables else { return [] }
        var hits: [PhraseHit] = []
        var first = 0
        while first < matches.count {
            var end = first + 1
            while end < matches.count, matches[end].start == matches[first].start { end += 1 }
            for match in matches[first..<end].reversed() where Int(match.term) >= terms.count {
                let number = Int(match.term) - terms.count
                let shape = tables.shapes[number]
                if !isWritten(match, tables, number, in: text) { continue }
                var last = Int(match.end)
                if shape.hasTail {
                    guard let tail = tables.phrases[number].tailEnd(in: text, after: last) else { continue }
                    last = tail
                }
                hits.append(PhraseHit(rule: shape.rule, group: shape.group, range: Int(match.start)..<last))
            }
            first = end
        }
        return hits
    }

    /// Whether a phrase stands as its table writes it: with its capitals where they matter, and with its accents, which
    /// tell `publica` from `pública`.
    private func isWritten(_ match: Lexicon.Match, _ tables: FactTables, _ number: Int, in text: NormalText) -> Bool {
        let shape = tables.shapes[number]
        if shape.isExact { return isSpelled(match, tables.phrases[number].spelling, in: text) }
        guard let span = text.span(at: Int(match.start)), shape.isAsWritten || !text.spans[span].isASCII,
            let origin = text.origin(of: Int(match.start)..<Int(match.end))?.range
        else { return true }
        let written = text.spans[span].original[origin]
        guard shape.isAsWritten || written.contains(where: Phrase.isAccented) else { return true }
        return Phrase.plain(Array(written)) == tables.phrases[number].spelling
    }
}

extension Vocabulary {
    /// The hits whose terms' conditions hold.
    private func holding(_ candidates: [Candidate]) -> [Hit] {
        let index = ConceptIndex(candidates.map(\.hit), count: names.count)
        return candidates.compactMap { candidate in
            guard candidate.conditions >= 0 else { return candidate.hit }
            let areMet = conditions[Int(candidate.conditions)].allSatisfy { holds($0, candidate.hit, index) }
            return areMet ? candidate.hit : nil
        }
    }

    private func holds(_ condition: Condition, _ hit: Hit, _ index: ConceptIndex) -> Bool {
        let isThere = condition.concepts.contains { concept in
            let places = index.places(of: concept)
            switch condition.kind {
            case .unless, .only: return !places.isEmpty
            case .unlessNear, .onlyNear: return Self.isAny(of: places, near: hit)
            }
        }
        return isThere == (condition.kind == .only || condition.kind == .onlyNear)
    }

    /// How close words of a condition stand, in bytes: about eight words.
    private static let nearBytes: Int32 = 60

    /// Whether one of the places, which are in order, stands near another: of those that begin before it only the last
    /// few can reach it.
    private static func isAny(of places: ArraySlice<Hit>, near hit: Hit) -> Bool {
        var (low, high) = (places.startIndex, places.endIndex)
        while low < high {
            let middle = (low + high) / 2
            if places[middle].start < hit.start { low = middle + 1 } else { high = middle }
        }
        if low < places.endIndex, places[low].start - hit.end <= nearBytes { return true }
        return places[..<low].suffix(8).contains { hit.start - $0.end <= nearBytes }
    }
}

/// Hits by concept, each in the order in which they came.
private struct ConceptIndex {
    private var ordered: [Hit]
    private var ends: [Int32]

    init(_ hits: [Hit], count: Int) {
        ordered = hits
        ends = [Int32](repeating: 0, count: count + 1)
        for hit in hits { ends[Int(hit.concept) + 1] += 1 }
        for concept in 0..<count { ends[concept + 1] += ends[concept] }
        var next = ends
        for hit in hits {
            ordered[Int(next[Int(hit.concept)])] = hit
            next[Int(hit.concept)] += 1
        }
    }

    func places(of concept: Int32) -> ArraySlice<Hit> {
        ordered[Int(ends[Int(concept)])..<Int(ends[Int(concept) + 1])]
    }
}

extension Vocabulary {
    /// How many places of a text the automaton finds, before spellings and conditions are asked; to measure it alone.
    /// - Parameter text: the item's plain text.
    /// - Returns: the number of places.
    public func countMatches(in text: TaggedText) -> Int {
        let normal = NormalText([(.title, text.title), (.summary, text.summary), (.content, text.content)])
        return lexicon.matches(in: normal, language: bit(of: text.language)).matches.count
    }
}
