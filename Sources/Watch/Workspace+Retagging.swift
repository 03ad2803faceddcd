import Foundation
import Model
import Store

extension Workspace {
    /// Items that are tagged anew at a time.
    private static let retagBatch = 500

    /// Applies the present vocabulary to stored items, or shows what would change.
    ///
    /// - Parameters:
    ///   - isDryRun: Whether nothing may be changed.
    ///   - actor: Who says so.
    ///   - each: Told each difference.
    /// - Returns: How many items are tagged differently, and which open alerts lose the topics that they rest on.
    /// - Throws: A ``Model/Problem`` where configuration or database are wrong, or another run holds the database.
    public func retag(isDryRun: Bool, actor: String, each: (RetagView) throws -> Void) throws -> RetagReport {
        let settings = try settings()
        let tools = try TaggingTools(settings)
        let sources = Dictionary(try catalogue(settings).map { ($0.id, $0) }) { first, _ in first }
        let lock = isDryRun ? nil : try StoreLock(database: paths.database, timeout: Self.lockPatience)
        defer { withExtendedLifetime(lock) {} }
        let store = isDryRun ? try storeForReading() : try storeForAnswers()
        let said = Dictionary(grouping: try store.labels(), by: \.item)
        var (report, grounds, after) = (RetagReport(), LostGrounds(), RowID<Item>?.none)
        var isSame = true
        while true {
            let items = try store.foundItems(after: after, limit: Self.retagBatch)
            guard let last = items.last else { break }
            after = last.item.id
            var batch: [Retagged] = []
            for found in items {
                guard let source = sources[found.item.source] else { continue }
                let findings = tools.findings(in: found.item.text, from: source, seen: found.item.firstSeen)
                batch.append(Retagged(found.item.id, findings))
                isSame = isSame && findings.isSame(as: found.findings, but: said[found.item.id] ?? [])
                if let difference = Self.difference(found, findings, said[found.item.id] ?? []) {
                    report.changed += 1
                    grounds.add(difference)
                    try each(difference)
                }
            }
            if !isDryRun { try store.replaceFindings(batch, vocabulary: tools.version) }
        }
        if !isDryRun, !isSame {
            try store.note(
                "retag", "vocabulary \(tools.version)", detail: ["items": String(report.changed)], by: actor,
                at: clock.now)
        }
        report.ungrounded = try grounds.ungrounded(in: store)
        return report
    }

    /// What changes in an item's topics; nil where nothing does. What a person labelled stays.
    private static func difference(_ found: FoundItem, _ findings: Findings, _ labels: [TopicLabel]) -> RetagView? {
        let before = Set(found.findings.topics.map(\.topic))
        let after = findings.topics(after: labels)
        guard before != after else { return nil }
        return RetagView(
            item: found.item.id, title: found.item.text.title, gained: after.subtracting(before).sorted(),
            lost: before.subtracting(after).sorted())
    }
}

extension Findings {
    /// The topics that an item has once people's labels count.
    fileprivate func topics(after labels: [TopicLabel]) -> Set<ID<Topic>> {
        var topics = Set(topics.map(\.topic))
        for label in labels {
            switch label.applies {
            case true?: topics.insert(label.topic)
            case false?: topics.remove(label.topic)
            case nil: break
            }
        }
        return topics
    }

    /// Whether these are the findings that are stored, where labels count.
    fileprivate func isSame(as stored: Findings, but labels: [TopicLabel]) -> Bool {
        var (new, old) = (self, stored)
        let byRules = Dictionary(topics.map { ($0.topic, $0) }) { first, _ in first }
        guard topics(after: labels) == Set(stored.topics.map(\.topic)),
            stored.topics.allSatisfy({ $0.isByHand || byRules[$0.topic] == $0 })
        else { return false }
        (new.topics, old.topics) = ([], [])
        return new == old
    }
}
