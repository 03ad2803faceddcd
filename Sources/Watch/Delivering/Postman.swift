import Digests
import Foundation
import Model
import Register
import Store
import Transport

/// Takes digests along their ways out: each is attempted, and how the attempt ended is recorded before the next.
struct Postman {
    /// What became of the deliveries that were due.
    struct Round {
        /// Files that were written, by digest.
        var files: [Int64: [String]] = [:]
        /// What was not delivered, and why.
        var failures: [String] = []
        /// Why there is no mailer, where something was to be mailed.
        var problem: (any Error)?
    }

    let settings: Settings
    let store: Store
    let renderer: DigestRenderer
    let clock: Clock
    /// Who is to be written to now, and where.
    let register: PolicyRegister

    /// Attempts everything that is due.
    func deliver() async throws -> Round {
        var round = Round()
        var folders: Set<String> = []
        // That mail cannot be sent must not keep back files and webhooks.
        let mailer = Result { try Mail(settings) }
        // However full the outbox is, it empties; nothing is attempted twice in one round.
        var attempted: Set<RowID<Delivery>> = []
        while case let due = try store.deliveriesDue(at: clock.now).filter({ attempted.insert($0.id).inserted }),
            !due.isEmpty
        {
            for delivery in due {
                try Task.checkCancellation()
                try await attempt(delivery, mailer, &round)
                if delivery.channel == .directory { folders.insert(delivery.recipient) }
            }
        }
        for path in folders.sorted() {
            do {
                try DigestFolder(path: path, renderer: renderer)
                    .renewIndex(organisation: settings.organisation, language: settings.language)
            } catch {
                round.failures.append("\(path)/index.html: the list of digests was not renewed: \(error)")
            }
        }
        return round
    }

    private func attempt(
        _ delivery: Delivery, _ mailer: Result<Mail?, any Error>, _ round: inout Round
    ) async throws {
        guard let stored = try store.digest(delivery.digest) else { return }
        var delivery = delivery
        // A file is written again without harm, where a kill left it open whether it was.
        let lasts = delivery.channel == .directory ? 0 : AttemptEnd.lasts
        try store.beginAttempt(delivery.id, until: clock.now.adding(seconds: lasts))
        let end: AttemptEnd
        do {
            let digest = try Digest(json: stored.content)
            switch delivery.channel {
            case .directory: end = write(digest, stored, delivery, &round)
            case .mail:
                do {
                    guard let address = address(of: stored.recipient) else {
                        end = .never("the register has nobody of that name with an address any more")
                        break
                    }
                    if address != delivery.recipient {
                        try store.readdress(delivery.id, to: address, at: clock.now)
                        delivery.recipient = address
                    }
                    end = await mail(digest, stored, delivery, try mailer.get())
                } catch {
                    round.problem = error
                    end = .later("\(error)")
                }
            case .webhook: end = await post(digest, delivery)
            }
        } catch {
            // One that cannot be read must not keep back the others.
            end = .later("digest \(delivery.digest) cannot be read: \(error)")
        }
        let now = clock.now
        let told = try end.record(
            attempts: delivery.attempts, to: delivery.recipient, since: stored.at, at: now
        ) { state, said, next in
            try store.endAttempt(delivery.id, state, said: said, at: now, next: next)
        }
        if let told { round.failures.append(told) }
    }

    private func write(
        _ digest: Digest, _ stored: StoredDigest, _ delivery: Delivery, _ round: inout Round
    ) -> AttemptEnd {
        do {
            let folder = DigestFolder(path: delivery.recipient, renderer: renderer)
            let day = settings.timeZone.day(of: digest.composed)
            round.files[delivery.digest, default: []] += try folder.write(
                digest, json: stored.content, number: delivery.digest, day: day)
            return .sent
        } catch {
            return .later("\(error)")
        }
    }

    /// The address that a digest's reader has now; nil where they are to get no such digest any more.
    private func address(of recipient: String) -> String? {
        let (kind, name) = (recipient.prefix { $0 != ":" }, String(recipient.drop { $0 != ":" }.dropFirst()))
        if kind == "unit" {
            return register.units.first { ([$0.id] + $0.aliases).contains(ID(name)) }?.email
        }
        let owner = register.owners.first { ([$0.id] + $0.aliases).contains(ID(name)) }
        guard let owner, kind == "owner" || settings.digest.isForManagement(owner) else { return nil }
        return owner.email
    }

    private func mail(_ digest: Digest, _ stored: StoredDigest, _ delivery: Delivery, _ mail: Mail?) async -> AttemptEnd
    {
        guard let mail else { return .later("neither delivery.smtp nor delivery.sendmail is configured") }
        guard let party = MailParty(name: digest.recipient.name, address: delivery.recipient) else {
            return .never("the address is none")
        }
        let earlier: [String]
        do {
            earlier = try store.messageIDs(to: stored.recipient, before: stored.id)
        } catch {
            return .later("\(error)")
        }
        let identity = MailIdentity(messageID: delivery.messageID, references: earlier, date: digest.composed)
        let bytes = MailComposer(mail.settings, renderer: renderer).message(for: digest, to: party, identity)
        return AttemptEnd(await mail.send(bytes, to: delivery.recipient))
    }
}
