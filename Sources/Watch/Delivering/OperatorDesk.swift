import Digests
import Foundation
import Model
import Store
import Transport

/// Tells the operator that sources broke or recovered, and that digests were refused: each once, in mail of its own.
struct OperatorDesk {
    let settings: Settings
    let store: Store
    let sources: [Source]
    let clock: Clock

    /// A single failure is often the net's; two in a row are the source's.
    static let failuresToTell = 2

    /// Writes what changed since the last time, and sends what is due.
    ///
    /// - Returns: What could not be sent, and why.
    func tell() async throws -> [String] {
        guard let address = settings.delivery.operatorAddress, let mail = try Mail(settings) else { return [] }
        try write(to: address, from: mail.settings.from.domain)
        return try await send(mail)
    }

    private func write(to address: String, from domain: String) throws {
        let news = try news()
        let isNone = news.broken.isEmpty && news.recovered.isEmpty && news.refused.isEmpty
        guard !isNone || !news.forgotten.isEmpty else { return }
        let notice = try notice(of: news)
        let isEmpty = notice.broken.isEmpty && notice.recovered.isEmpty && news.refused.isEmpty
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let content = isEmpty ? nil : try Array(encoder.encode(notice))
        let name = "operator \(clock.now) \(String(decoding: content ?? [], as: UTF8.self))"
        try store.commitNotice(
            news, content: content, to: address,
            messageID: MessageID.make(
                digest: name, recipient: address, organisation: settings.organisation, domain: domain),
            at: clock.now)
    }

    /// What changed since the operator was last told.
    private func news() throws -> OperatorNews {
        let states = try store.sourceStates()
        let told = try store.toldAsBroken()
        var news = OperatorNews(broken: [:], recovered: [], refused: try store.refusedUntold())
        for source in sources {
            guard let state = states[source.id] else { continue }
            let isBroken = state.failures >= Self.failuresToTell || state.retired != nil
            if isBroken, told[source.id] == nil {
                news.broken[source.id] = state.failingSince ?? state.retired ?? clock.now
            } else if told[source.id] != nil, state.failures == 0, state.retired == nil {
                news.recovered.append(source.id)
            }
        }
        let defined = Set(sources.map(\.id))
        news.forgotten = told.keys.filter { !defined.contains($0) }
        return news
    }

    private func notice(of news: OperatorNews) throws -> OperatorNotice {
        let fetches = try store.lastFetches()
        let told = try store.toldAsBroken()
        func troubled(_ source: Source, since: Instant?) -> TroubledSource {
            let last = fetches[source.id]
            let failure = last?.outcome.failure
            var isChallenged = false
            if case .challenged? = last?.outcome { isChallenged = true }
            return TroubledSource(
                id: source.id.rawValue, title: source.title, trouble: isChallenged ? .challenged : .failing,
                since: since, cause: failure?.cause, detail: failure?.detail ?? "", alternative: source.alternative)
        }
        let recovered = Set(news.recovered)
        return OperatorNotice(
            broken: sources.filter { news.broken[$0.id] != nil }.map { troubled($0, since: news.broken[$0.id]) },
            recovered: sources.filter { recovered.contains($0.id) }.map { troubled($0, since: told[$0.id]) },
            refused: news.refused.map { .init(recipient: $0.recipient, said: $0.lastError ?? "") },
            language: settings.language, timeZone: settings.timeZone.identifier)
    }

    private func send(_ mail: Mail) async throws -> [String] {
        var failures: [String] = []
        for due in try store.noticesDue(at: clock.now) {
            try Task.checkCancellation()
            try store.beginNotice(due.id, until: clock.now.adding(seconds: AttemptEnd.lasts))
            let end = await attempt(due, mail)
            let now = clock.now
            let told = try end.record(
                attempts: due.attempts, to: due.recipient, since: due.at, at: now
            ) { state, said, next in
                try store.endNotice(due.id, state, said: said, at: now, next: next)
            }
            if let told { failures.append(told) }
        }
        return failures
    }

    private func attempt(_ due: OperatorMail, _ mail: Mail) async -> AttemptEnd {
        guard let party = MailParty(address: due.recipient) else { return .never("the address is none") }
        let notice: OperatorNotice
        do {
            notice = try JSONDecoder().decode(OperatorNotice.self, from: Data(due.content))
        } catch {
            // One that cannot be read must not keep back the others.
            return .later("notice \(due.id) cannot be read: \(error)")
        }
        let identity = MailIdentity(messageID: due.messageID, references: [], date: due.at)
        let bytes = MailComposer(mail.settings, renderer: DigestRenderer(templates: .standard))
            .message(for: notice, to: party, identity)
        return AttemptEnd(await mail.send(bytes, to: due.recipient))
    }
}
