import Foundation
import GRDB
import Model
import Store

/// A database in a folder of its own, which goes when the test ends.
final class Scratch {
    let folder: URL
    let store: Store
    let at = Instant(secondsSince1970: 1_770_000_000)

    var path: String { folder.appendingPathComponent("lexwatch.sqlite").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try Store(at: folder.appendingPathComponent("lexwatch.sqlite").path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// What a person with the sqlite3 shell and the right to write can do.
    func byHand(_ statements: String...) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.inDatabase { db in for sql in statements { try db.execute(sql: sql) } }
    }

    /// The first column of a query's first row, as text.
    func look(_ sql: String) throws -> String? {
        try DatabaseQueue(path: path).read { try String.fetchOne($0, sql: sql) }
    }
}

/// A source for tests.
func source(_ id: String, url: String = "https://court.example/feed") -> Source {
    Source(
        id: ID(id), publisher: "Court of \(id)", url: url, jurisdiction: .eu, authority: .court)
}

extension Scratch {
    /// Stores an item of a source, and gives its number.
    @discardableResult
    func item(
        _ title: String, summary: String = "", in name: String = "court", key: String? = nil,
        findings: Findings = Findings(), at: Instant? = nil
    ) throws -> RowID<Item> {
        try store.syncSources(
            try store.sourceStates().keys.map { source($0.rawValue) }.filter { $0.id.rawValue != name } + [
                source(name)
            ],
            at: self.at)
        let text = ItemText(title: title, summary: summary)
        let identity = ItemIdentity(key: key ?? title, link: nil, titleKey: title)
        let fetch = Fetch(source: ID(name), at: at ?? self.at, outcome: .read(seen: 1, new: 1, revised: 0))
        let recorded = try store.record(
            FetchRecord(
                fetch: fetch, intents: [.insert(identity, text, textHash: title + summary, findings)],
                state: SourceState(lastSuccess: fetch.at), vocabulary: "1"))
        return recorded.inserted.first ?? RowID(0)
    }

    /// Stores an attempt to read a source, with the gaps that it opens and closes.
    func attempt(
        _ name: String, day: Int = 0, _ outcome: Fetch.Outcome = .unchanged, opened: [GapFound] = [],
        closed: [GapClosed] = []
    ) throws {
        _ = try store.record(
            FetchRecord(
                fetch: Fetch(source: ID(name), at: at.adding(days: day), outcome: outcome), state: SourceState(),
                gapsOpened: opened, gapsClosed: closed))
    }

    /// Stores a digest.
    func commit(_ digest: DigestCommit) throws -> Int64 { try store.commitDigests([digest])[0] }

    /// All answers to an alert, also those that were replaced, the first one first.
    func answers(to alert: RowID<Alert>) throws -> [Assessment.Answer] {
        try DatabaseQueue(path: path).read { db in
            try String.fetchAll(db, sql: "SELECT answer FROM assessment WHERE alert = \(alert) ORDER BY id")
        }.compactMap(Assessment.Answer.init)
    }

    /// Stores a development of one item, and an alert about it for a policy.
    func alert(
        _ title: String = "A ruling", policy: String = "genai-use", owner: String = "ip-counsel",
        findings: Findings = findings(topics: ["copyright-training"]), matters: [String] = ["C-250/25"]
    ) throws -> RowID<Alert> {
        let item = try item(title, findings: findings)
        let development = try store.apply([
            .insert(NewDevelopment(members: [.init(item: item, because: "first")], firstSeen: at, matters: matters))
        ])[0]
        return try store.raise([newAlert(development, policy: policy, owner: owner)], at: at)[0].id
    }
}

/// A question about a development.
func newAlert(
    _ development: RowID<Development>, policy: String = "genai-use", owner: String = "ip-counsel", points: Int = 10
) -> NewAlert {
    NewAlert(
        subject: .policy(ID(policy)), development: development, owner: ID(owner),
        reasons: [
            AlertReason(
                kind: .topic, value: "copyright-training", jurisdictions: [.eu],
                evidence: [Evidence(rule: "copyright", words: "droit d’auteur", field: .title, offset: 3)])
        ], due: Day(number: 20_500), rank: Rank(parts: [Rank.Part("authority: court", points)]))
}

/// Findings with these topics.
func findings(topics: [String], stage: Stage = .decided) -> Findings {
    var findings = Findings()
    findings.topics = topics.map { TopicTag(topic: ID($0), evidence: [evidence($0)], rule: "\($0) near law") }
    findings.stage = Proven(stage, [])
    return findings
}

/// Evidence for tests.
func evidence(_ words: String) -> Evidence {
    Evidence(rule: "rule", words: words, field: .summary, offset: 7, context: "… \"\(words)\"\n\t\\ …")
}
