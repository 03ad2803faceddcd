import Model
import Store
import Tagging

/// A stored item and what grouping needs of it, which takes time to find out and can be found out on any thread.
struct ReportedItem: Sendable {
    let found: FoundItem
    let report: ItemReport

    init(_ found: FoundItem, _ tables: GroupingTables) {
        self.found = found
        report = ItemReport(found, tables)
    }
}

extension ItemReport {
    /// What grouping needs of a stored item, of whose development the matters are known where it has one.
    convenience init(_ found: FoundItem, _ tables: GroupingTables, matters: [String]? = nil) {
        self.init(
            item: found.item.id, source: found.item.source, authority: found.authority, text: found.item.text,
            findings: found.findings, seen: found.item.firstSeen.day, tables: tables, matters: matters)
    }
}

extension FoundItem {
    /// When it was published, else when it last changed, as of feeds that give no other day, else when we saw it.
    var moment: Instant { item.text.dated ?? item.firstSeen }
}
