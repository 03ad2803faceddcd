import Digests
import Foundation
import Model
import Store

extension Session {
    /// Composes the digests that are wanted, commits them with their ways out, and delivers what is due.
    func digest(_ options: DigestOptions) async throws -> DigestReport {
        let desk = try DigestDesk(
            workspace, settings, store: store, sources: sources, register: register, topics: tagging.topics)
        var report = DigestReport()
        let folder =
            options.output.map { URL(fileURLWithPath: $0).standardizedFileURL.path }
            ?? settings.delivery.directory ?? workspace.paths.digests
        let period = try DigestPeriod(settings, at: clock.now)
        let drafts = try desk.drafts(options).filter { draft in
            let last = try store.lastPeriod(of: draft.recipientKey, upTo: desk.context.now)?.composed
            let isWanted = try options.isAskedFor || period.wants(draft, after: last) { try wasRefused(draft) }
            if !isWanted { report.unchanged.append(draft.digest.recipient.name) }
            return isWanted
        }
        let numbers = try desk.commit(drafts) { outgoing($0, folder: folder) }
        report.digests = drafts.map { draft in
            DigestResult(recipient: draft.digest.recipient.name, headline: draft.digest.headline, files: [], text: nil)
        }
        let postman = Postman(
            settings: settings, store: store, renderer: desk.renderer, clock: clock, register: register)
        let round = try await postman.deliver()
        for (index, number) in numbers.enumerated() { report.digests[index].files = round.files[number] ?? [] }
        report.undelivered = round.failures
        // Last, since a folder that cannot be written keeps no mail from anybody.
        if !numbers.isEmpty { try writeFeeds(into: DigestFolder(path: folder, renderer: desk.renderer)) }
        if let problem = round.problem { throw problem }
        return report
    }

    /// Attempts again what waits, so that a server which asked to come again need not wait for the next digest.
    ///
    /// - Returns: What was not delivered, and why.
    func deliverWaiting() async throws -> [String] {
        guard try !store.deliveriesDue(at: clock.now, limit: 1).isEmpty else { return [] }
        let renderer = try settings.delivery.renderer()
        let round = try await Postman(
            settings: settings, store: store, renderer: renderer, clock: clock, register: register
        ).deliver()
        if let problem = round.problem { throw problem }
        return round.failures
    }

    /// Whether a digest would only repeat what its reader's address refused in this period.
    private func wasRefused(_ draft: DigestDraft) throws -> Bool {
        try store.wasRefused(
            draft.newAlerts, draft.notices, to: draft.recipientKey, at: draft.digest.recipient.email)
    }

    /// The ways out of a digest: the folder always, mail where the reader has an address and there is a mailer.
    private func outgoing(_ digest: Digest, folder: String) -> [DigestCommit.Outgoing] {
        let domain = mailDomain ?? ""
        // Two digests of one second have the same id; the log has grown between them.
        let name = "\(digest.id)/\(digest.auditHead ?? "")"
        func way(_ channel: Delivery.Channel, _ recipient: String) -> DigestCommit.Outgoing {
            DigestCommit.Outgoing(
                channel, to: recipient,
                messageID: MessageID.make(
                    digest: name, recipient: recipient, organisation: settings.organisation, domain: domain))
        }
        var ways = [way(.directory, folder)]
        if let email = digest.recipient.email, settings.delivery.smtp != nil || settings.delivery.sendmail != nil {
            ways.append(way(.mail, email))
        }
        return ways + settings.delivery.webhooks.map { way(.webhook, $0.name) }
    }
}
