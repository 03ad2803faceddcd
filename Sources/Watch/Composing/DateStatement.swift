import Model
import Store
import Tagging

/// A date with legal effect that an item states.
struct DateStatement {
    /// What the items of one development state together.
    struct Company {
        /// What the development is about first; nil where that has no name.
        var matter: String?
        var items: Set<RowID<Item>>
        var dates: Set<LegalDate>
        /// What the steps before state, the nearest first, where a date moved or the matter has no name.
        var earlier: [FoundItem]
    }

    let date: LegalDate
    let found: FoundItem
    let company: Company
    /// The day on which it stood before, where the item or one before it says so.
    let movedFrom: Day?
    /// The day on which the item was seen first.
    let seen: Day
    /// Titles of the policies and tools that it concerns.
    let subjects: [String]

    /// What is stated: the date of each authority that the item cites, and of its matter.
    var stated: Set<String> { keys(of: date.date) }
    /// What is stated no longer.
    var replaced: Set<String> { movedFrom.map(keys) ?? [] }

    /// The item that stated first what moved: one of a step before, else the statement's own.
    var origin: Item {
        let from = movedFrom.map { LegalDate($0, date.kind) }
        return company.earlier.last { $0.findings.dates.contains { $0.value == from } }?.item ?? found.item
    }

    private func keys(of day: Day) -> Set<String> {
        let authorities = found.findings.citations.map(\.value) + (company.matter.map { [$0] } ?? [])
        return Set(authorities.map { "\($0) \(date.kind.rawValue) \(day)" })
    }
}

extension FoundItem {
    /// The sentence in which the item's text states a date.
    func frame(of date: LegalDate) -> DateFrame? {
        findings.dates.first { $0.value == date }?.evidence.first.flatMap {
            DateFrame($0, language: item.text.language)
        }
    }
}
