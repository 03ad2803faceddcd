import Digests
import Foundation
import Model
import Store

extension Session {
    /// Days back to which feeds of developments reach, and entries of one feed at most.
    private static let (feedDays, mostEntries) = (90, 100)
    /// Developments that are read at a time.
    private static let batch = 500

    /// Writes a feed of developments for each topic, policy and owner, and an index that names them.
    ///
    /// - Parameter folder: The folder of digests; the feeds go into `feeds` below it.
    /// - Throws: A problem that names the file.
    func writeFeeds(into folder: DigestFolder) throws {
        let recent = try store.developments(since: clock.now.adding(days: -Self.feedDays)).reversed().map(\.id)
        let alerts = Dictionary(grouping: try store.alerts(about: recent), by: \.development)
        let titles = Dictionary(tagging.topics.map { ($0.id, $0.title(in: settings.language)) }) { first, _ in first }
        var feeds: [String: (name: String, entries: [DevelopmentFeed.Entry])] = [:]
        for topic in tagging.topics { feeds["topic/\(topic.id)"] = (topic.title(in: settings.language), []) }
        for policy in register.policies { feeds["policy/\(policy.id)"] = (policy.title, []) }
        for owner in register.owners { feeds["owner/\(owner.id)"] = (owner.name, []) }
        let reports = Reports(store: store, sources: sources)
        for start in stride(from: 0, to: recent.count, by: Self.batch) {
            let batch = recent[start..<min(recent.count, start + Self.batch)]
            try reports.read(batch)
            for id in batch {
                guard let entry = entry(id, reports, titles) else { continue }
                let topics = Set(reports.members(of: id).flatMap { $0.findings.topics.map(\.topic) })
                let asked = (alerts[id] ?? []).flatMap {
                    ["\($0.subject.kind)/\($0.subject.name)", "owner/\($0.owner)"]
                }
                for key in Set(topics.map { "topic/\($0)" } + asked)
                where (feeds[key]?.entries.count ?? Self.mostEntries) < Self.mostEntries {
                    feeds[key]?.entries.append(entry)
                }
            }
        }
        let written = try feeds.map { key, feed in
            try folder.write(
                DevelopmentFeed(
                    id: key, name: feed.name, organisation: settings.organisation, domain: mailDomain,
                    language: settings.language, written: clock.now, entries: feed.entries))
        }
        folder.keepFeeds(written)
        try folder.renewIndex(organisation: settings.organisation, language: settings.language)
    }

    private func entry(
        _ id: RowID<Development>, _ reports: Reports, _ titles: [ID<Topic>: String]
    ) -> DevelopmentFeed.Entry? {
        guard let report = reports.report(id, in: settings.language) else { return nil }
        let members = reports.members(of: id)
        let topics = Set(members.flatMap { $0.findings.topics.map(\.topic) }).sorted()
        return DevelopmentFeed.Entry(
            report, updated: members.map(\.item.revised).max() ?? report.firstSeen,
            topics: topics.map { titles[$0] ?? $0.rawValue })
    }

    /// The domain of the organisation's own addresses; nil where no mail is sent from one.
    var mailDomain: String? { settings.delivery.smtp.flatMap { MailParty($0.from)?.domain } }
}
