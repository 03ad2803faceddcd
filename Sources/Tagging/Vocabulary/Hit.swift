/// A place in a text where a concept is expressed.
struct Hit: Hashable, Sendable {
    /// The number of the concept.
    let concept: Int32
    /// The folded bytes.
    let start: Int32
    let end: Int32

    /// The folded bytes.
    var range: Range<Int> { Int(start)..<Int(end) }
}

/// A place in a text where a phrase of the fact tables stands.
struct PhraseHit: Sendable, Equatable {
    /// The number of the rule that the phrase belongs to.
    let rule: Int
    /// The rule's family, of places that of laws.
    let group: FactTables.Family
    /// The folded bytes, those of the phrase's tail included.
    let range: Range<Int>
}

/// A text after the one pass for everything that is looked for.
struct Reading: Sendable {
    let text: NormalText
    /// The places of concepts, in order of their beginnings.
    let hits: [Hit]
    /// The places of phrases, in order of their beginnings and then from the longest to the shortest.
    let phrases: [PhraseHit]
    /// How much work it was: bytes, nodes and places looked at.
    let steps: Int
}
