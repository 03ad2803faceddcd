import Model

/// A title that says that something moves, as `Consultation extended` does: of the one date of its kind that the item
/// states.
struct MovedTitle {
    private let words: Evidence
    private let kinds: Set<LegalDate.Kind>

    /// What a title says; nil where it says nothing of the kind.
    init?(_ title: ReadField, tables: FactTables) {
        guard title.has([.movedTitle]), let verb = title.hits(.movedTitle).first(where: { _ in true }) else {
            return nil
        }
        words = title.evidence(Proven<LegalDate>.moved, verb)
        kinds = Set(title.hits(.moved).compactMap { LegalDate.Kind(rawValue: tables.rules[$0.rule].value) })
    }

    /// Marks as moved the only date of what the title says moves, or the only one where it does not say what.
    func mark(_ dates: inout [Proven<LegalDate>]) {
        let wanted = dates.indices.filter { kinds.isEmpty || kinds.contains(dates[$0].value.kind) }
        guard wanted.count == 1, !dates[wanted[0]].hasMoved else { return }
        dates[wanted[0]].evidence.append(words)
    }
}
