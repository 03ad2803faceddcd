import Model

/// What a citation is the number of.
enum CitationClass: Sendable {
    case judgment, docket, bill, act
}

/// A citation of an item, with what the family of numbers that it belongs to tells.
struct CitedAuthority: Sendable {
    let citation: Proven<String>
    /// Whose law it is of; nil where several countries number alike, and of numbers that we do not know.
    let law: String?
    /// What it is the number of; nil where that is not known.
    let kind: CitationClass?

    /// Whether it is the docket of a civil suit before a federal district court of the United States.
    var isCivilSuit: Bool { kind == .docket && citation.value.contains("-cv-") }

    /// What a text cites.
    init(_ hit: CitationScanner.Hit, _ evidence: Evidence) {
        (citation, law, kind) = (Proven(hit.value, [evidence]), hit.law, hit.kind)
    }

    /// What a publisher states as data.
    init(_ fact: StatedFact) {
        let hit = CitationScanner.only(in: FactText(fact.value))
        let evidence = Evidence(rule: fact.origin, words: fact.value, field: .stated)
        citation = Proven(hit?.value ?? Citation.normalise(fact.value), [evidence])
        (law, kind) = (hit?.law, hit?.kind)
    }
}
