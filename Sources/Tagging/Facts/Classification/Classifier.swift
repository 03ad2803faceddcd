import Model

/// Tells what kind of legal thing an item reports and how far it has come, by adding up its cues.
struct Classifier {
    let tables: FactTables
    let title: ReadField
    let summary: ReadField
    let input: FactInput

    /// Points and the words that gave them.
    private struct Score {
        var points = 0
        var evidence: [Evidence] = []
    }

    /// The instrument with the most points; a tie goes to the one that is named first here.
    private static let order: [Instrument] = [
        .consultation, .ruling, .enforcement, .filing, .legislation, .regulation, .standard, .guidance, .other,
    ]

    /// What kind of legal thing the item reports.
    func instrument(citations: [String]) -> Proven<Instrument> {
        var scores = tally(.instrument)
        for citation in citations { add(citation, to: &scores) }
        if let words = caseName { Self.add(2, "ruling", words, to: &scores) }
        for (name, points) in authorityPrior {
            Self.add(points, name, Evidence(rule: "source", words: input.sourceName, field: .source), to: &scores)
        }
        let best = Self.order.max { left, right in
            (scores[left.rawValue]?.points ?? 0) < (scores[right.rawValue]?.points ?? 0)
        }
        // `max` gives the last of equals; the order asks for the first.
        guard let best, let top = scores[best.rawValue]?.points, top > 0 else { return Proven(.other, []) }
        let first = Self.order.first { scores[$0.rawValue]?.points == top } ?? best
        return Proven(first, scores[first.rawValue]?.evidence ?? [])
    }

    private func add(_ citation: String, to scores: inout [String: Score]) {
        let evidence = Evidence(rule: "citation", words: citation, field: .stated)
        switch CitationClass(citation) {
        case .judgment: Self.add(4, "ruling", evidence, to: &scores)
        case .docket:
            Self.add(1, "ruling", evidence, to: &scores)
            Self.add(1, "filing", evidence, to: &scores)
        case .bill: Self.add(5, "legislation", evidence, to: &scores)
        case .act, .none: break
        }
    }

    private static func add(_ points: Int, _ name: String, _ evidence: Evidence, to scores: inout [String: Score]) {
        scores[name, default: Score()].points += points
        scores[name, default: Score()].evidence.append(evidence)
    }

    /// The name of a case in the title speaks for a ruling, where no cue says that it was only filed.
    private var caseName: Evidence? {
        MatterNames.parties(in: title.text).first.map { title.text.evidence("case name", $0.range, .title) }
    }

    private var authorityPrior: [(String, Int)] {
        switch input.authority {
        case .court: [("ruling", 2)]
        case .legislator: [("legislation", 1)]
        case .vendor: [("other", 2)]
        default: []
        }
    }

    /// The points of a family's values: each phrase once a field, twice as much in the title.
    private func tally(_ family: FactTables.Family) -> [String: Score] {
        var scores: [String: Score] = [:]
        for (field, factor) in [(title, 2), (summary, 1)] {
            var seen: Set<Int> = []
            for hit in field.hits[family] ?? [] where seen.insert(hit.rule).inserted {
                let rule = tables.rules[hit.rule]
                Self.add(
                    rule.weight * factor, rule.value, field.evidence("\(family.rawValue): \(rule.value)", hit),
                    to: &scores)
            }
        }
        return scores
    }
}

extension Classifier {
    /// How far the thing has come.
    func stage(of instrument: Instrument, dates: [LegalDate], citations: [String]) -> Proven<Stage> {
        let cues = tally(.stage)
        switch instrument {
        case .ruling: return proven(.decided, cues)
        case .filing: return proven(.pending, cues)
        case .consultation: return proven(.proposed, cues)
        case .enforcement: return proven(enforcement(cues), cues)
        case .legislation, .regulation, .guidance, .standard, .other:
            return proven(norm(instrument, cues, dates), cues)
        }
    }

    private func points(_ stage: Stage, _ cues: [String: Score]) -> Int { cues[stage.rawValue]?.points ?? 0 }

    private func enforcement(_ cues: [String: Score]) -> Stage {
        let pending = points(.pending, cues)
        let inForce = points(.inForce, cues)
        if pending > max(points(.decided, cues), inForce) { return .pending }
        return inForce > points(.decided, cues) ? .inForce : .decided
    }

    /// The stage of a norm: its effective date against publication first, then its cues, then what is usual.
    private func norm(_ instrument: Instrument, _ cues: [String: Score], _ dates: [LegalDate]) -> Stage {
        let proposed = points(.proposed, cues)
        let adopted = points(.adopted, cues)
        let inForce = points(.inForce, cues)
        let effective = dates.filter { $0.kind == .effective }.map(\.date).min()
        if let effective, let published = input.published, proposed <= adopted + inForce + 1 {
            return effective <= published ? .inForce : .adopted
        }
        if proposed > 0, proposed >= max(adopted, inForce) { return .proposed }
        if inForce > adopted { return .inForce }
        if adopted > 0 { return .adopted }
        return Self.usual(instrument, hasBill: proposed > 0)
    }

    private static func usual(_ instrument: Instrument, hasBill: Bool) -> Stage {
        switch instrument {
        case .legislation: .adopted
        case .regulation: .inForce
        case .guidance, .standard: .adopted
        default: .inForce
        }
    }

    private func proven(_ stage: Stage, _ cues: [String: Score]) -> Proven<Stage> {
        Proven(stage, cues[stage.rawValue]?.evidence ?? [])
    }
}

/// What a citation is the number of.
enum CitationClass {
    case judgment, docket, bill, act

    init?(_ citation: String) {
        let bytes = Array(citation.utf8)
        guard let first = bytes.first else { return nil }
        if citation.hasPrefix("EU ") || citation.hasPrefix("CELEX:3") {
            self = .act
        } else if first == 0x5B || first == 0x28 || citation.hasPrefix("ECLI:") {
            self = .judgment
        } else if CitationLaw.jurisdiction(of: citation) == "US" {
            self = Bytes.isDigit(first) || citation.hasPrefix("No. ") ? .docket : .bill
        } else {
            self = .docket
        }
    }
}
