import Digests
import Foundation
import Model
import Register
import Store

/// Makes the summary for management: the watch of a period in figures.
struct ManagementDigestComposer {
    let context: DigestContext
    let coverage: CoverageTeller

    private var store: Store { context.store }

    /// Composes the summary for somebody who is configured to get it.
    func compose(for owner: Owner, _ scope: DigestScope) throws -> DigestDraft {
        let key = try store.recipient("management:\(owner.id)", earlier: owner.aliases.map { "management:\($0)" })
        let (from, narrowed) = try context.period(of: key, scope)
        let digest = Digest(
            id: "\(key)/\(context.now)", kind: .management, organisation: context.settings.organisation,
            recipient: Recipient(
                id: owner.id.rawValue, name: owner.name, email: owner.email,
                language: owner.language ?? context.settings.language,
                timeZone: context.settings.timeZone.identifier),
            composed: context.now, from: from, to: context.now, rhythm: context.settings.digest.rhythm,
            management: try summary(from: from), coverage: try coverage.coverage(from: from),
            auditHead: try store.auditHead().map { "\($0.number):\($0.hash)" })
        return DigestDraft(digest: digest, recipientKey: key, narrowed: narrowed, newAlerts: [])
    }

    private func summary(from: Instant) throws -> ManagementSummary {
        let open = try store.alerts(AlertQuery(state: .open))
        let end = context.now.adding(seconds: 1)
        let put = try store.questionsPut(from: from, until: end)
        let answers = try store.answers(since: from, until: end)
        let days = answers.map(daysToAnswer).sorted()
        return ManagementSummary(
            raised: put.count, answered: answers.count, open: open.count, overdue: open.count(where: isOverdue),
            medianDays: median(days), slowestDays: days.last,
            owners: owners(open, answers), policies: policies + removed(open), unreachable: try unreachable())
    }

    private func owners(
        _ open: [AlertSummary], _ answers: [(answer: Assessment, alert: AlertSummary)]
    ) -> [OwnerFigures] {
        let open = Dictionary(grouping: open, by: \.alert.owner)
        let answers = Dictionary(grouping: answers) { $0.alert.alert.owner }
        return context.register.owners.compactMap { owner in
            let (waiting, given) = (open[owner.id] ?? [], answers[owner.id] ?? [])
            guard !waiting.isEmpty || !given.isEmpty else { return nil }
            return OwnerFigures(
                name: owner.name, open: waiting.count, overdue: waiting.count(where: isOverdue),
                answered: given.count, medianDays: median(given.map(daysToAnswer).sorted()))
        }
    }

    private var policies: [PolicyFigures] {
        let names = Dictionary(context.register.owners.map { ($0.id, $0.name) }) { first, _ in first }
        return context.register.policies.compactMap { policy in
            guard let standing = context.statuses[policy.id], standing.status != .current else { return nil }
            // Where the review decides the status, its day is the one that is due.
            let isHidden = standing.reviewIsOut && standing.status != .reviewDue
            return PolicyFigures(
                title: policy.title, owner: names[policy.owner] ?? policy.owner.rawValue, status: standing.status,
                due: standing.due, reviewDue: isHidden ? standing.reviewDue ?? context.today : nil)
        }
    }

    /// Policies that the register has no more, while questions about them are open.
    private func removed(_ open: [AlertSummary]) -> [PolicyFigures] {
        let names = Dictionary(context.register.owners.map { ($0.id, $0.name) }) { first, _ in first }
        let gone = Dictionary(grouping: open.map(\.alert)) { alert -> ID<Policy>? in
            guard case .policy(let id) = alert.subject, (try? context.register.policy(id)) == nil else { return nil }
            return id
        }
        return gone.compactMap { id, alerts -> PolicyFigures? in
            guard let id else { return nil }
            let owners = Set(alerts.map { names[$0.owner] ?? $0.owner.rawValue }).sorted()
            return PolicyFigures(
                title: id.rawValue, owner: owners.joined(separator: ", "), status: .alertsOpen,
                due: alerts.map(\.due).min(), isRemoved: true)
        }.sorted { $0.title < $1.title }
    }

    /// Who was refused the last mail that was sent to them; an address that nobody has any more is nobody's.
    private func unreachable() throws -> [String] {
        let names = Dictionary(
            (context.register.owners.map { ($0.email, $0.name) } + context.register.units.map { ($0.email, $0.name) })
                .compactMap { address, name in address.map { ($0, name) } }
        ) { first, _ in first }
        return try store.refusedRecipients().compactMap { address in names[address].map { "\($0) <\(address)>" } }
    }

    private func isOverdue(_ summary: AlertSummary) -> Bool { summary.alert.due < context.today }

    private func daysToAnswer(_ given: (answer: Assessment, alert: AlertSummary)) -> Int {
        let put = [given.alert.alert.reopened, given.alert.alert.raised].compactMap(\.self).first {
            $0 <= given.answer.at
        }
        return max(0, context.day(of: given.answer.at).number - context.day(of: put ?? given.answer.at).number)
    }

    private func median(_ sorted: [Int]) -> Int? { ManagementReport.percentile(50, of: sorted) }
}
