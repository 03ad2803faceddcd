import Model

/// The sentences of an item that speak of a ruling that lies ahead: what their words say of a ruling, they say of a case
/// that is pending.
struct AnnouncedRulings {
    /// A field with the sentences of it, and the words that say that the ruling is still to come.
    private struct Announcement {
        let field: ReadField
        var sentences: [Range<Int>] = []
        var words: [Evidence] = []
        /// Whether words of a ruling stand elsewhere in the field.
        var tellsOther = false

        func contains(_ place: Range<Int>) -> Bool { sentences.contains { $0.contains(place.lowerBound) } }
    }

    private var fields: [Announcement] = []

    /// Whether no more is told than that a ruling is to come: by the title, or by the summary where the title tells none.
    let isAll: Bool

    /// What a title and a summary announce.
    ///
    /// - Parameters:
    ///   - title: The title.
    ///   - summary: The summary.
    ///   - tables: What the cues stand for.
    ///   - days: Where the text states days of hearings to come: words of a ruling in them tell when it is given.
    init(title: ReadField, summary: ReadField, tables: FactTables, days: [Evidence]) {
        for field in [title, summary] where field.has([.ahead]) || days.contains(where: { $0.field == field.field }) {
            let own = days.filter { $0.field == field.field }
            let found = Self.announcement(in: field, tables, own)
            if !found.sentences.isEmpty { fields.append(found) }
        }
        guard !fields.isEmpty else {
            isAll = false
            return
        }
        let titled = fields.first { $0.field === title }
        let behind = fields.first { $0.field === summary }
        isAll =
            titled.map { !$0.tellsOther }
            ?? (!Self.tellsRuling(title, tables) && !(behind?.tellsOther ?? true))
    }

    /// Whether nothing is announced.
    var isEmpty: Bool { fields.isEmpty }

    /// The words that announce it.
    var evidence: [Evidence] { fields.flatMap(\.words) }

    /// Whether a hit speaks of a ruling that lies ahead.
    func contains(_ hit: PhraseHit, in field: ReadField) -> Bool {
        if isAll { return true }
        guard let place = field.place(of: hit) else { return false }
        return fields.contains { $0.field === field && $0.contains(place) }
    }

    private static func announcement(in field: ReadField, _ tables: FactTables, _ days: [Evidence]) -> Announcement {
        let rulings = field.located(.instrument).filter { tables.rules[$0.rule].place == Instrument.ruling.place }
        var found = Announcement(field: field)
        var marks = field.hits(.ahead).compactMap { hit in
            field.place(of: hit).map { (place: $0, words: field.evidence("ahead: ruling", hit)) }
        }
        for day in days {
            guard let passage = day.passage else { continue }
            let place = field.text.here(passage.words)
            if rulings.contains(where: { $0.range.overlaps(place) }) { marks.append((place, day)) }
        }
        for (place, words) in marks {
            let sentence = field.text.sentence(around: place)
            // `Judge denies the motion, will rule on the rest in May` tells of a ruling.
            let isTold = rulings.contains {
                tables.rules[$0.rule].isClause && sentence.contains($0.range.lowerBound) && !$0.range.overlaps(place)
            }
            if isTold { continue }
            found.sentences.append(sentence)
            found.words.append(words)
        }
        found.tellsOther = rulings.contains { !found.contains($0.range) }
        return found
    }

    private static func tellsRuling(_ field: ReadField, _ tables: FactTables) -> Bool {
        field.hits(.instrument).contains { tables.rules[$0.rule].place == Instrument.ruling.place }
    }
}
