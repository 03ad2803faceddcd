import Model
import Store

/// Finds the open questions that rest only on topics which tagging anew takes away.
struct LostGrounds {
    /// What each item with another topic gains and loses.
    private var changes: [RowID<Item>: (gained: [ID<Topic>], lost: [ID<Topic>])] = [:]

    /// Counts one more difference.
    mutating func add(_ change: RetagView) { changes[change.item] = (change.gained, change.lost) }

    /// The questions by policy, tool and matter, whether the differences are stored already or not.
    func ungrounded(in store: Store) throws -> [UngroundedView] {
        let losing = changes.filter { !$0.value.lost.isEmpty }.keys.sorted()
        guard !losing.isEmpty else { return [] }
        let alerts = try store.openAlerts(about: losing)
        let stored = try store.topics(of: Set(alerts.map(\.development)).sorted())
        let standing = stored.mapValues { items in
            items.reduce(into: Set<ID<Topic>>()) { topics, item in
                let change = changes[item.key]
                topics.formUnion(item.value.subtracting(change?.lost ?? []).union(change?.gained ?? []))
            }
        }
        let lost = stored.mapValues { items in Set(items.keys.flatMap { changes[$0]?.lost ?? [] }) }
        let ungrounded = alerts.filter { alert in
            // That it moved on is why it was put again, and no ground of its own.
            let grounds = alert.reasons.filter { $0.kind != .step }
            let gone = (lost[alert.development] ?? []).subtracting(standing[alert.development] ?? [])
            return !grounds.isEmpty && grounds.allSatisfy { $0.kind == .topic && gone.contains(ID($0.value)) }
        }
        return Dictionary(grouping: ungrounded, by: \.subject).map { subject, alerts in
            UngroundedView(
                kind: subject.kind, subject: subject.name, openAlerts: alerts.count,
                first: alerts.prefix(UngroundedView.most).map(\.id))
        }.sorted { ($0.kind, $0.subject) < ($1.kind, $1.subject) }
    }
}
