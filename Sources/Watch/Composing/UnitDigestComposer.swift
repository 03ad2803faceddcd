import Digests
import Foundation
import Model
import Register
import Store

/// Makes the digest of a business unit: the legal risk in plain words, by the unit's appetite.
struct UnitDigestComposer {
    let context: DigestContext
    let coverage: DigestCoverage

    /// Composes the digest of a unit: what its policies were asked about in the period, as far as its appetite goes.
    func compose(for unit: BusinessUnit, _ scope: DigestScope) throws -> DigestDraft {
        let key = "unit:\(unit.id)"
        let store = context.store
        let language = unit.language ?? context.settings.language
        let from =
            try scope.since ?? store.lastDigest(to: key)?.to
            ?? context.now.adding(days: -context.settings.digest.every.days)
        let policies = context.register.policies.filter { $0.units.contains(unit.id) }
        let tools = context.register.tools.filter { tool in policies.contains { tool.policies.contains($0.id) } }
        let subjects = policies.map { Alert.Subject.policy($0.id) } + tools.map { .tool($0.id) }
        let alerts = try subjects.flatMap { try store.alerts(AlertQuery(subject: $0, since: from)) }
        let reports = try Reports(alerts.map(\.alert.development), store: store, sources: context.sources)
        let told = try store.notices(to: key, kind: "told")
        var notices: [DigestCommit.Notice] = []
        var briefing: [RiskNotice] = []
        for (development, group) in Dictionary(grouping: alerts, by: \.alert.development).sorted(by: rank) {
            guard let report = reports.report(development, in: language),
                AppetiteRules.reaches(unit.appetite, report.stage), !told.contains("\(development)")
            else { continue }
            briefing.append(notice(report, group))
            notices.append(.init("told", "\(development)"))
        }
        let digest = Digest(
            id: "\(key)/\(context.now)", kind: .unit, organisation: context.settings.organisation,
            recipient: Recipient(
                id: unit.id.rawValue, name: unit.name, email: unit.email, language: language,
                timeZone: context.settings.timeZone.identifier),
            composed: context.now, from: from, to: context.now, isDaily: context.settings.digest.every == .daily,
            briefing: briefing, coverage: coverage, auditHead: try store.auditHead().map { "\($0.number):\($0.hash)" })
        return DigestDraft(digest: digest, recipientKey: key, newAlerts: [], notices: notices)
    }

    private func rank(
        _ left: (key: RowID<Development>, value: [AlertSummary]),
        _ right: (key: RowID<Development>, value: [AlertSummary])
    ) -> Bool {
        let weight: ([AlertSummary]) -> Int = { $0.map(\.alert.rank.total).max() ?? 0 }
        return (weight(right.value), left.key) < (weight(left.value), right.key)
    }

    private func notice(_ report: ReportedDevelopment, _ alerts: [AlertSummary]) -> RiskNotice {
        var (policies, tools): (Set<String>, Set<String>) = ([], [])
        for alert in alerts {
            let title = context.register.title(of: alert.alert.subject)
            if case .tool = alert.alert.subject { tools.insert(title) } else { policies.insert(title) }
        }
        return RiskNotice(
            title: report.headline ?? report.title,
            language: report.headline == nil ? report.language : context.settings.language,
            publisher: report.publisher, excerpt: report.excerpt, link: report.link, stage: report.stage,
            effective: report.effective, policies: policies.sorted(), tools: tools.sorted(),
            published: report.published)
    }
}
