import Model
import Register
import Store
import Tagging

/// Reads how developments changed since a person knew them.
struct ChangeReader {
    let store: Store
    let shelf: ItemShelf
    /// Items that are weighed for the first time.
    let fresh: Set<RowID<Item>>
    let today: Day
    /// Reads against whom a decision went; its tables are loaded when a decision was edited.
    let facts: @Sendable () throws -> FactReader
    /// The newest edit of any item: what was known since then was not edited.
    let latestEdit: Int64

    /// Known items of a development, and later ones that were weighed when they came, that are weighed beside what is
    /// fresh or edited.
    private static let (mostKnown, mostLater) = (12, 12)

    /// A development that grew, or whose items were edited: what was known beside what is known now.
    func grown(_ development: Development, since until: KnownUntil) throws -> [AlertTransitions.Proof] {
        let all = development.members.map(\.item)
        let former = try former(all, until)
        guard !former.isEmpty || all.contains(where: { $0 > until.item }) else { return [] }
        // What was read before the answer may have come into the development after it.
        let items = try shelf.items(weighed(all, former, until)).map { $0.uncut(former[$0.item.id]) }
        let known = items.filter { $0.item.id <= until.item }.map { $0.as(former[$0.item.id]) }
        guard !known.isEmpty else { return [] }
        let (before, after) = (DevelopmentFacts(development, known), DevelopmentFacts(development, items))
        var proofs = AlertTransitions.moved(from: before, to: after).map { [$0] } ?? []
        let hasPrimary = items.contains { $0.authority.isPrimary }
        for item in items where item.authority.isPrimary || !hasPrimary {
            guard item.item.id <= until.item else {
                proofs += try told(by: item, beside: known, before)
                continue
            }
            guard let old = former[item.item.id] else { continue }
            let edit = TextEdit(
                from: DevelopmentFacts.Member(item.as(old)), to: DevelopmentFacts.Member(item), known: before,
                now: after, today: today)
            proofs += try edit.movements + turned(old, item)
        }
        var seen: Set<String> = []
        return proofs.filter { seen.insert($0.movement.clause).inserted }
    }

    /// What an item that joined says of dates and of how the decision went; what others say beside an authority is a
    /// further report, unless a date moved.
    private func told(
        by item: FoundItem, beside known: [FoundItem], _ before: DevelopmentFacts
    ) throws -> [AlertTransitions.Proof] {
        let dates = AlertTransitions.dates(of: DevelopmentFacts.Member(item), beside: before, today: today)
        guard item.authority.isPrimary else { return dates.filter { $0.movement.before != nil } }
        return try dates + turned(from: known, item)
    }

    /// A decision of which an authority tells that it went another way than all had said.
    private func turned(from known: [FoundItem], _ item: FoundItem) throws -> [AlertTransitions.Proof] {
        let decided = known.filter { $0.findings.stage.value == .decided }
        guard item.findings.stage.value == .decided, !decided.isEmpty else { return [] }
        let reader = try facts()
        let said = Set(decided.map { reader.outcome(of: FactInput(outcomeOf: $0.item.text)).value })
            .subtracting([.unclear])
        let outcome = reader.outcome(of: FactInput(outcomeOf: item.item.text))
        guard said.count == 1, let before = said.first, outcome.value != .unclear, before != outcome.value else {
            return []
        }
        return [(Movement(.outcome, from: before.rawValue, to: outcome.value.rawValue), outcome.evidence)]
    }

    /// A later step of the matter, weighed against the steps before it, the nearest first, as far as they were known.
    func followed(
        by development: Development, _ next: DevelopmentFacts, _ steps: ArraySlice<RowID<Development>>,
        since until: KnownUntil
    ) throws -> AlertTransitions.Proof? {
        let before = try store.developments(Array(steps))
        let ordered = [development] + steps.compactMap { id in before.first { $0.id == id } }
        var (stage, treated): (Stage, Set<Treatment>) = (.none, [])
        for step in ordered {
            let known = step.members.map(\.item).filter { $0 <= until.item }
            let former = try former(known, until)
            let items = try shelf.items(weighed(known, former, until)).map { $0.as(former[$0.item.id]) }
            let facts = DevelopmentFacts(step, items)
            if stage == .none { stage = facts.stage }
            treated.formUnion(items.flatMap { $0.findings.treatments.map(\.value) })
        }
        let new = next.members.flatMap(\.findings.treatments).filter { !treated.contains($0.value) }
        return AlertTransitions.moved(from: stage, to: next.stage, newTreatments: new)
    }

    private func former(
        _ items: [RowID<Item>], _ until: KnownUntil
    ) throws -> [RowID<Item>: FormerFindings] {
        guard until.edit < latestEdit else { return [:] }
        return Dictionary(try store.formerFindings(of: items, after: until.edit).map { ($0.item, $0) }) { first, _ in
            first
        }
    }

    private func weighed(
        _ items: [RowID<Item>], _ former: [RowID<Item>: FormerFindings], _ until: KnownUntil
    ) -> [RowID<Item>] {
        let known = items.filter { $0 <= until.item && former[$0] == nil }.prefix(Self.mostKnown)
        let later = items.filter { $0 > until.item && !fresh.contains($0) && former[$0] == nil }.prefix(Self.mostLater)
        return (known + later + items.filter { fresh.contains($0) && $0 > until.item || former[$0] != nil }).sorted()
    }

    /// A decision whose text says that it went another way.
    private func turned(_ old: FormerFindings, _ item: FoundItem) throws -> [AlertTransitions.Proof] {
        guard old.findings.stage.value == .decided, item.findings.stage.value == .decided else { return [] }
        let reader = try facts()
        let before = reader.outcome(of: FactInput(outcomeOf: old.text)).value
        let after = reader.outcome(of: FactInput(outcomeOf: item.item.text))
        guard before != .unclear, before != after.value else { return [] }
        return [(Movement(.outcome, from: before.rawValue, to: after.value.rawValue), after.evidence)]
    }
}

extension FoundItem {
    /// The item as it was before an edit; as it is where there was none.
    fileprivate func `as`(_ former: FormerFindings?) -> FoundItem {
        guard let former else { return self }
        var item = item
        item.text = former.text
        return FoundItem(item: item, authority: authority, findings: former.findings)
    }
}

extension FoundItem {
    /// The item as it was before an edit that only cut its text short: what it said still stands.
    fileprivate func uncut(_ former: FormerFindings?) -> FoundItem {
        former.map { TextEdit.isCut($0.text, to: item.text) } ?? false ? self.as(former) : self
    }
}

extension DevelopmentFacts.Member {
    fileprivate init(_ found: FoundItem) {
        self.init(text: found.item.text, findings: found.findings, authority: found.authority)
    }
}

extension FactInput {
    /// What tells against whom a decision went.
    init(outcomeOf text: ItemText) {
        self.init(
            title: text.title, summary: text.summary, content: TaggingTools.beginning(of: text.content),
            language: text.language)
    }
}
