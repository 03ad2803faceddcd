import Model

extension Vocabulary {
    /// Reads a text in one pass: every place where a term or a phrase counts in texts of a language.
    func read(_ text: NormalText, language: Language?) -> Reading {
        let found = lexicon.matches(in: text, language: bit(of: language))
        var hits: [Hit] = []
        hits.reserveCapacity(found.matches.count)
        var conditional: [Conditional] = []
        for match in found.matches where Int(match.term) < terms.count {
            let term = terms[Int(match.term)]
            if term.spelling >= 0, !isSpelled(match, spellings[Int(term.spelling)], in: text) { continue }
            if term.conditions >= 0 {
                conditional.append(Conditional(hit: hits.count, conditions: Int(term.conditions)))
            }
            hits.append(Hit(concept: term.concept, start: match.start, end: match.end))
        }
        if !conditional.isEmpty { hits = holding(hits, conditional) }
        return Reading(
            text: text, hits: uncovered(hits), phrases: phrases(found.matches, in: text),
            steps: found.steps + found.matches.count)
    }

    /// Whether words are, as a whole, a term of some concept in any language.
    func isTerm(_ words: String) -> Bool {
        let text = NormalText([(.title, words)])
        guard let whole = text.spans.first?.range else { return false }
        return lexicon.matches(in: text, language: .max).matches.contains {
            Int($0.term) < terms.count && Int(terms[Int($0.term)].concept) < conceptCount
                && Int($0.start) <= whole.lowerBound && Int($0.end) >= whole.upperBound
        }
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
        var kept: [Hit] = []
        kept.reserveCapacity(hits.count)
        var furthest = 0..<0
        var next = 0
        for hit in hits where hit.concept < conceptCount {
            while next < hits.count, hits[next].start <= hit.start {
                if isCovering[Int(hits[next].concept)], Int(hits[next].end) > furthest.upperBound {
                    furthest = hits[next].range
                }
                next += 1
            }
            if furthest.upperBound < hit.end || furthest.count <= hit.end - hit.start || isCovering[Int(hit.concept)] {
                kept.append(hit)
            }
        }
        return kept
    }

    func isSpelled(_ match: Lexicon.Match, _ spelling: [UInt8], in text: NormalText) -> Bool {
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
        hits.reserveCapacity(matches.count { Int($0.term) >= terms.count })
        var first = 0
        while first < matches.count {
            var end = first + 1
            while end < matches.count, matches[end].start == matches[first].start { end += 1 }
            for index in stride(from: end - 1, through: first, by: -1) where Int(matches[index].term) >= terms.count {
                let match = matches[index]
                let number = Int(match.term) - terms.count
                let shape = tables.shapes[number]
                if !isWritten(match, shape, tables, number, in: text) { continue }
                var last = Int(match.end)
                if shape.tail >= 0 {
                    guard let tail = tables.tails[Int(shape.tail)].end(in: text, after: last) else { continue }
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
    private func isWritten(
        _ match: Lexicon.Match, _ shape: FactTables.Shape, _ tables: FactTables, _ number: Int, in text: NormalText
    ) -> Bool {
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
    /// A hit of a term with conditions.
    private struct Conditional {
        let hit: Int
        let conditions: Int
    }

    /// The hits whose terms' conditions hold.
    private func holding(_ hits: [Hit], _ conditional: [Conditional]) -> [Hit] {
        var index = ConceptIndex(hits, of: numberCount)
        var kept: [Hit] = []
        kept.reserveCapacity(hits.count)
        var next = 0
        for asked in conditional {
            kept += hits[next..<asked.hit]
            next = asked.hit + 1
            if conditions[asked.conditions].allSatisfy({ holds($0, hits[asked.hit], &index) }) {
                kept.append(hits[asked.hit])
            }
        }
        kept += hits[next...]
        return kept
    }

    private func holds(_ condition: Condition, _ hit: Hit, _ index: inout ConceptIndex) -> Bool {
        var isThere = false
        for concept in condition.concepts where index.has(concept) {
            isThere =
                switch condition.kind {
                case .unless, .only: true
                case .unlessNear, .onlyNear: Self.isAny(of: index.places(of: concept), near: hit)
                }
            if isThere { break }
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
    private let hits: [Hit]
    /// A bit for each concept that is there.
    private var present: [UInt64]
    /// The hits in order of their concepts; empty until somebody asks for places.
    private var ordered: [Hit] = []

    init(_ hits: [Hit], of concepts: Int) {
        self.hits = hits
        present = [UInt64](repeating: 0, count: (concepts + 63) / 64)
        for hit in hits { present[Int(hit.concept) >> 6] |= 1 << UInt64(hit.concept & 63) }
    }

    /// Whether a concept is there.
    func has(_ concept: Int32) -> Bool { present[Int(concept) >> 6] >> UInt64(concept & 63) & 1 != 0 }

    mutating func places(of concept: Int32) -> ArraySlice<Hit> {
        if ordered.isEmpty {
            // Concept and place in one number, as few hits are sorted faster than many concepts are counted.
            let keys = hits.indices.map { UInt64(hits[$0].concept) << 32 | UInt64($0) }.sorted()
            ordered = keys.map { hits[Int($0 & 0xFFFF_FFFF)] }
        }
        let start = first { $0 >= concept }
        return ordered[start..<first(from: start) { $0 > concept }]
    }

    /// The first place from one on whose concept meets a condition that stays true.
    private func first(from start: Int = 0, where holds: (Int32) -> Bool) -> Int {
        var (low, high) = (start, ordered.count)
        while low < high {
            let middle = (low + high) / 2
            if holds(ordered[middle].concept) { high = middle } else { low = middle + 1 }
        }
        return low
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

extension Vocabulary {
    /// The labels of tags and links in a text that was read, in order, each with its bytes in its field.
    func labels(in reading: Reading) -> [(field: Evidence.Field, label: OwnText.Label)] {
        guard let tables else { return [] }
        var labels: [(field: Evidence.Field, label: OwnText.Label)] = []
        for hit in reading.phrases where hit.group == .aside {
            guard let kind = OwnText.Label.Kind(rawValue: tables.rules[hit.rule].value),
                let (span, range) = reading.text.origin(of: hit.range),
                labels.last.map({
                    $0.field != reading.text.spans[span].field || $0.label.range.upperBound <= range.lowerBound
                })
                    ?? true
            else { continue }
            labels.append((reading.text.spans[span].field, OwnText.Label(kind: kind, range: range)))
        }
        return labels
    }
}
