import Model

/// Finds what a text says was done to the authorities that it cites, by cues within reach of the citation.
struct Treatments {
    private let field: ReadField
    private let tables: FactTables
    /// How far from the citation a cue may stand, in bytes.
    private static let reach = 120
    /// How far a cue reaches at most, its tail included.
    private static let longestCue = 400

    init(_ field: ReadField, tables: FactTables) {
        self.field = field
        self.tables = tables
    }

    func treatments() -> [Proven<Treatment>] {
        guard !field.citations.isEmpty else { return [] }
        let cues = field.located(.treatment)
        guard !cues.isEmpty else { return [] }
        var found: [Proven<Treatment>] = []
        var seen: Set<String> = []
        for citation in field.citations {
            let near = cues.around(citation.range, reach: Self.reach + Self.longestCue).filter {
                distance($0.range, citation.range) <= Self.reach && isSameSentence($0.range, citation.range)
            }
            guard let closest = near.map({ distance($0.range, citation.range) }).min() else { continue }
            let heard = near.filter { distance($0.range, citation.range) <= closest + 40 }
            let kinds = Set(heard.compactMap { Treatment.Kind(rawValue: tables.rules[$0.rule].value) })
            guard let first = kinds.first else { continue }
            let kind = kinds.count == 1 ? first : Treatment.Kind.unclear
            guard seen.insert(citation.value).inserted else { continue }
            let evidence = heard.map {
                field.text.evidence("treatment: \(tables.rules[$0.rule].value)", $0.range, field.field)
            }
            found.append(Proven(Treatment(authority: citation.value, kind: kind), evidence))
        }
        return found
    }

    private func distance(_ left: Range<Int>, _ right: Range<Int>) -> Int {
        max(0, max(left.lowerBound, right.lowerBound) - min(left.upperBound, right.upperBound))
    }

    private func isSameSentence(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        let bytes = field.text.lower
        let gap =
            min(
                left.upperBound, right.upperBound)..<max(
                left.lowerBound, right.lowerBound, min(left.upperBound, right.upperBound))
        for index in gap {
            if bytes[index] == 0x3B || (bytes[index] == 0xE3 && index + 2 < bytes.count && bytes[index + 2] == 0x82) {
                return false
            }
            if bytes[index] == 0x2E, index + 2 < bytes.count, bytes[index + 1] == 0x20, index > 4,
                Bytes.isLower(bytes[index - 1]),
                Bytes.isLower(bytes[index - 2]), Bytes.isLower(bytes[index - 3]),
                Bytes.isUpper(field.text.cased[index + 2])
            {
                return false
            }
        }
        return true
    }
}
