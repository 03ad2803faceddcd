import Digests
import Foundation
import Model
import Store
import Transport

/// Tells the operator that sources broke or recovered: each change once, in mail of its own.
struct OperatorDesk {
    let settings: Settings
    let store: Store
    let sources: [Source]
    let clock: Clock

    /// A single failure is often the net's; two in a row are the source's.
    static let failuresToTell = 2
    /// Seconds after which an attempt that never ended is made again.
    private static let attemptLasts: Int64 = 900
    private static let backoff = Backoff(first: 600, most: 86_400)

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
        guard !news.broken.isEmpty || !news.recovered.isEmpty || !news.forgotten.isEmpty else { return }
        let notice = try notice(of: news)
        let isEmpty = notice.broken.isEmpty && notice.recovered.isEmpty
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
        var news = OperatorNews(broken: [:], recovered: [])
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
            language: settings.language, timeZone: settings.timeZone.identifier)
    }

    private func send(_ mail: Mail) async throws -> [String] {
        var failures: [String] = []
        for due in try store.noticesDue(at: clock.now) {
            guard let party = MailParty(address: due.recipient) else {
                try store.endNotice(due.id, .refused, said: "the address is none", at: clock.now)
                failures.append("\(due.recipient): the operator's address is none")
                continue
            }
            try store.beginNotice(due.id, until: clock.now.adding(seconds: Self.attemptLasts))
            let notice: OperatorNotice
            do {
                notice = try JSONDecoder().decode(OperatorNotice.self, from: Data(due.content))
            } catch {
                // One that cannot be read must not keep back the others.
                failures.append(try postpone(due, "notice \(due.id) cannot be read: \(error)"))
                continue
            }
            let identity = MailIdentity(messageID: due.messageID, references: [], date: due.at)
            let bytes = MailComposer(mail.settings, renderer: DigestRenderer(templates: .standard))
                .message(for: notice, to: party, identity)
            let receipts = await mail.send(bytes, to: due.recipient)
            if let said = try record(receipts.first?.result, of: due) { failures.append(said) }
        }
        return failures
    }

    /// The moment of the next attempt.
    private func nextAttempt(of due: OperatorMail) -> Instant {
        var generator = SystemRandomNumberGenerator()
        let wait = Self.backoff.seconds(afterFailures: due.attempts + 1, using: &generator)
        return clock.now.adding(seconds: Int64(wait))
    }

    private func postpone(_ due: OperatorMail, _ said: String) throws -> String {
        let next = nextAttempt(of: due)
        try store.endNotice(due.id, .pending, said: said, at: clock.now, next: next)
        return "\(due.recipient): \(said); tried again after \(next)"
    }

    private func record(_ result: MailResult?, of due: OperatorMail) throws -> String? {
        let now = clock.now
        switch result {
        case .accepted?:
            try store.endNotice(due.id, .sent, at: now)
            return nil
        case .permanent(let failure)?:
            try store.endNotice(due.id, .refused, said: failure.description, at: now)
            return "\(due.recipient): refused for good: \(failure.description)"
        case .temporary(let failure)?: return try postpone(due, failure.description)
        case .uncertain(let failure)?:
            try store.endNotice(due.id, .uncertain, said: failure.description, at: now, next: nextAttempt(of: due))
            return "\(due.recipient): perhaps delivered: \(failure.description); repeated with the same Message-ID"
        case nil: return try postpone(due, "the mailer gave no answer")
        }
    }
}
