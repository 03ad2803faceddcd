import Digests
import Foundation
import Model
import Register
import Store
import Tagging

/// Makes the digest of a business unit: the legal risk in plain words, by the unit's appetite.
struct UnitDigestComposer {
    let context: DigestContext
    let coverage: CoverageTeller
    /// Reads against whom a decision went.
    let facts: FactReader

    /// Composes the digest of a unit: what its policies were asked about in the period, as far as its appetite goes.
    func compose(for unit: BusinessUnit, _ scope: DigestScope) throws -> DigestDraft {
        let store = context.store
        let key = try store.recipient("unit:\(unit.id)", earlier: unit.aliases.map { "unit:\($0)" })
        let language = unit.language ?? context.settings.language
        let (from, narrowed) = try context.period(of: key, scope)
        let policies = context.register.policies.filter { $0.units.contains(unit.id) }
        let tools = context.register.tools.filter { tool in policies.contains { tool.policies.contains($0.id) } }
        let subjects = policies.map { Alert.Subject.policy($0.id) } + tools.map { .tool($0.id) }
        let weighed = try store.notices(to: key, kind: "weighed")
        let lost = try store.notices(to: key, kind: "weighed", isLost: true)
        let alerts = try subjects.flatMap { try candidates(about: $0, since: from, weighed, lost) }
        let reports = context.reports
        try reports.read(alerts.map(\.alert.development))
        var notices: [DigestCommit.Notice] = []
        var briefing: [RiskNotice] = []
        for (development, group) in Dictionary(grouping: alerts, by: \.alert.development).sorted(by: rank) {
            guard var report = reports.report(development, in: language) else { continue }
            // What was adopted binds from its day on, whatever its text said when it was published.
            if report.stage == .adopted, report.effective.map({ $0 <= context.today }) == true {
                report.stage = .inForce
            }
            let outcome = report.stage == .decided ? outcome(reports.members(of: development)) : nil
            let isTold = AppetiteRules.reaches(unit.appetite, report.stage, outcome: outcome?.value ?? .unclear)
            let notice = "\(development) \(report.stage.rawValue) \(isTold ? "told" : "kept back")"
            // Who names a day wants to hear of all since, also of what was told.
            let isAskedFor = scope.since.map { since in
                group.contains { ($0.alert.reopened ?? $0.alert.raised) >= since }
            }
            guard isAskedFor == true || !weighed.contains(notice) else { continue }
            notices.append(.init("weighed", notice))
            guard isTold else { continue }
            var risk = risk(report, outcome, group, in: language)
            risk.isNew =
                isAskedFor == true
                || !weighed.contains { $0.hasPrefix("\(development) ") && $0.hasSuffix(" told") }
            briefing.append(risk)
        }
        let digest = Digest(
            id: "\(key)/\(context.now)", kind: .unit, organisation: context.settings.organisation,
            recipient: Recipient(
                id: unit.id.rawValue, name: unit.name, email: unit.email, language: language,
                timeZone: context.settings.timeZone.identifier),
            composed: context.now, from: from, to: context.now, rhythm: context.settings.digest.rhythm,
            briefing: briefing, coverage: try coverage.coverage(from: from),
            auditHead: try store.auditHead().map { "\($0.number):\($0.hash)" })
        return DigestDraft(digest: digest, recipientKey: key, narrowed: narrowed, newAlerts: [], notices: notices)
    }

    private func rank(
        _ left: (key: RowID<Development>, value: [AlertSummary]),
        _ right: (key: RowID<Development>, value: [AlertSummary])
    ) -> Bool {
        let weight: ([AlertSummary]) -> Int = { $0.map(\.alert.rank.total).max() ?? 0 }
        return (weight(right.value), left.key) < (weight(left.value), right.key)
    }

    /// What was asked since a moment, what refused mail told, and what is open of developments that were weighed for the
    /// unit before: these may have moved on to another stage.
    private func candidates(
        about subject: Alert.Subject, since from: Instant, _ weighed: Set<String>, _ lost: Set<String>
    ) throws -> [AlertSummary] {
        func developments(_ notices: Set<String>) -> Set<String> {
            Set(notices.compactMap { $0.split(separator: " ").first.map(String.init) })
        }
        let (known, untold) = (developments(weighed), developments(lost))
        let fresh = try context.store.alerts(AlertQuery(subject: subject, since: from))
        let seen = Set(fresh.map(\.alert.id))
        guard !known.isEmpty || !untold.isEmpty else { return fresh }
        let earlier = try context.store.alerts(AlertQuery(state: untold.isEmpty ? .open : nil, subject: subject))
        return fresh
            + earlier.filter { summary in
                let development = "\(summary.alert.development)"
                return !seen.contains(summary.alert.id)
                    && (untold.contains(development) || (summary.alert.state == .open && known.contains(development)))
            }
    }

    /// Against whom a decision went: what all reports that say it agree on.
    private func outcome(_ members: [FoundItem]) -> Proven<Outcome> {
        let told = members.map { member in
            facts.outcome(of: FactInput(outcomeOf: member.item.text))
        }.filter { !$0.evidence.isEmpty }
        let sides = Set(told.map(\.value))
        return Proven(sides.count == 1 ? told[0].value : .unclear, told.flatMap(\.evidence))
    }

    private func risk(
        _ report: ReportedDevelopment, _ outcome: Proven<Outcome>?, _ alerts: [AlertSummary],
        in language: Language
    ) -> RiskNotice {
        var (policies, tools): (Set<String>, Set<String>) = ([], [])
        for alert in alerts {
            let title = context.register.title(of: alert.alert.subject)
            if case .tool = alert.alert.subject { tools.insert(title) } else { policies.insert(title) }
        }
        return RiskNotice(
            title: report.headline ?? report.title,
            language: report.headline == nil ? report.language : language,
            publisher: report.publisher, excerpt: report.excerpt, link: report.link, stage: report.stage,
            outcome: outcome?.value, outcomeWords: Self.words(outcome?.evidence ?? []),
            effective: report.effective, policies: policies.sorted(), tools: tools.sorted(),
            published: report.published)
    }

    /// Words that a notice quotes at most; each once.
    private static func words(_ evidence: [Evidence]) -> [String] {
        var seen: Set<String> = []
        return Array(evidence.map(\.words).filter { seen.insert($0).inserted }.prefix(3))
    }
}
