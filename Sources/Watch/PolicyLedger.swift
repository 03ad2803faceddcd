import Digests
import Foundation
import Model
import Register
import Store

/// What is on record about policies, and where each stands because of it.
struct PolicyLedger {
    /// The database; nil where there is none yet.
    let store: Store?
    let today: Day
    /// Where the days of what is on record are counted.
    let zone: TimeZone
    private let marks: [ID<Policy>: [PolicyMark]]
    /// The suggested days of what waits for an answer.
    private let open: [Alert.Subject: [Day]]
    /// Which of these are put off, and by whom.
    private let putOff: [Alert.Subject: [PutOffQuestion]]
    /// Answers that say that a policy needs an update.
    private let updates: [ID<Policy>: [Assessment]]

    /// Reads what is on record.
    init(_ workspace: Workspace, _ register: PolicyRegister) throws {
        let exists = FileManager.default.fileExists(atPath: workspace.paths.database)
        let zone = workspace.zone
        try self.init(
            exists ? workspace.storeForReading() : nil, register, today: workspace.today(in: zone), zone: zone)
    }

    init(_ store: Store?, _ register: PolicyRegister, today: Day, zone: TimeZone) throws {
        self.store = store
        self.today = today
        self.zone = zone
        marks = Self.marks(try store?.marks() ?? [], register)
        open = try (store?.openAlerts() ?? [:]).mapValues { Array(repeating: $0.due, count: $0.count) }
        putOff = Dictionary(grouping: try store?.putOff(beyond: today) ?? [], by: \.subject)
        updates = try store?.updatesAsked() ?? [:]
    }

    /// Where everything stood at the end of a day that is past.
    init(_ store: Store, _ register: PolicyRegister, asOf day: Day, zone: TimeZone) throws {
        self.store = store
        today = day
        self.zone = zone
        let end = zone.start(of: day.adding(days: 1))
        marks = Self.marks(try store.marks().filter { $0.at < end }, register)
        open = try store.questionsOpen(at: end)
        putOff = [:]
        updates = try store.updatesAsked(before: end)
    }

    /// The marks of each policy in the order in which they were recorded, under whatever name.
    private static func marks(_ all: [PolicyMark], _ register: PolicyRegister) -> [ID<Policy>: [PolicyMark]] {
        let all = Dictionary(grouping: all, by: \.policy)
        return Dictionary(
            register.policies.map { policy in
                let own = ([policy.id] + policy.aliases).flatMap { all[$0] ?? [] }.enumerated()
                return (
                    policy.id, own.sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
                )
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Where a policy stands.
    func standing(of policy: Policy) throws -> PolicyStanding {
        let marks = marks[policy.id] ?? []
        let due = open[.policy(policy.id)] ?? []
        let updates = updates[policy.id] ?? []
        let verdict = PolicyStatusRules.verdict(
            for: policy,
            PolicyStatusRules.Facts(marks: marks, openAlerts: due, updates: updates, today: today, day: zone.day))
        let review = PolicyStatusRules.reviewDue(policy, marks, day: zone.day)
        let isAboutAlerts = verdict.status == .alertsOpen || verdict.status == .overdue
        return PolicyStanding(
            status: verdict.status,
            why: ([verdict.why] + (isAboutAlerts ? putOffLines(policy) : [])).joined(separator: "; "),
            rules: rules(policy, marks, review), reviewDue: review,
            reviewIsNear: review.map { $0 <= today.adding(days: 30) } ?? false,
            reviewIsOut: PolicyStatusRules.isReviewOut(policy, marks, today: today, day: zone.day), due: verdict.due,
            needed: needed(policy, marks, updates))
    }

    /// Each open question that is put off, in a clause.
    private func putOffLines(_ policy: Policy) -> [String] {
        (putOff[.policy(policy.id)] ?? []).map { "alert \($0.alert) is put off until \($0.until) by \($0.actor)" }
    }

    /// Who says that the policy needs an update; nil where nobody does.
    private func needed(_ policy: Policy, _ marks: [PolicyMark], _ updates: [Assessment]) -> NeededUpdate? {
        let command = "lexwatch mark \(policy.id) updated"
        if let mark = PolicyStatusRules.lastMark(marks), mark.kind == .needsUpdate {
            return NeededUpdate(actor: mark.actor, day: zone.day(of: mark.at), due: mark.due, command: command)
        }
        return PolicyStatusRules.pendingUpdates(updates, marks).first.map {
            NeededUpdate(
                actor: $0.actor, day: zone.day(of: $0.at), command: "\(command) --because \($0.alert)")
        }
    }

    /// What a listing shows of a policy.
    func view(of policy: Policy) throws -> PolicyView {
        let standing = try standing(of: policy)
        let last = PolicyStatusRules.lastMark(marks[policy.id] ?? [])
        return PolicyView(
            id: policy.id, title: policy.title, owner: policy.owner, status: standing.status, why: standing.why,
            openAlerts: open[.policy(policy.id)]?.count ?? 0, due: standing.due, lastMark: last?.kind,
            markedAt: last?.at, markedBy: last?.actor)
    }

    /// Alerts about a tool that wait for an answer.
    func openAlerts(about tool: ID<AITool>) -> Int { open[.tool(tool)]?.count ?? 0 }

    private func rules(_ policy: Policy, _ marks: [PolicyMark], _ review: Day?) -> [String] {
        let waiting = open[.policy(policy.id)] ?? []
        let last = PolicyStatusRules.lastMark(marks)
        let pending = PolicyStatusRules.pendingUpdates(updates[policy.id] ?? [], marks)
        var rules = [waiting.min().map { "\(waiting.count) open alert(s), the first due on \($0)" } ?? "no open alert"]
        rules += putOffLines(policy)
        rules.append(
            last.map { mark in
                "the last mark is \(mark.kind.rawValue), by \(mark.actor) on \(zone.day(of: mark.at))"
                    + (mark.due.map { ", promised for \($0)" } ?? "")
            } ?? "no mark yet")
        rules += pending.map { answer in
            "alert \(answer.alert) was answered needs-update by \(answer.actor) on \(zone.day(of: answer.at))"
        }
        rules.append(
            review.map { "the next review by the calendar is on \($0)" }
                ?? "no review interval, or nothing to count from")
        return rules
    }

    /// The authorities that a policy relies on, with what was heard of each last.
    func reliance(of policy: Policy) throws -> [RelianceView] {
        let one = PolicyRegister(policies: [policy])
        var seen: Set<Reliance.Section> = []
        let lines = PolicyReader(one).sections(of: one).filter { seen.insert($0).inserted }
        return try lines.map { authority in
            let latest = try store?.items(ItemQuery(citation: authority.authority, limit: 1)).first
            return RelianceView(
                citation: authority.authority, section: authority.section,
                latest: latest.map { "\($0.title) (\(zone.day(of: $0.firstSeen)))" })
        }
    }

    /// Marks and answers about a policy, the newest first.
    func history(of policy: Policy) throws -> [String] {
        var lines = (marks[policy.id] ?? []).map { mark in
            (
                mark.at,
                "\(zone.day(of: mark.at))  marked \(mark.kind.rawValue) by \(mark.actor)"
                    + told(mark.note, mark.because)
            )
        }
        let answered =
            try store?.alerts(AlertQuery(state: .assessed, subject: .policy(policy.id), order: .newest, limit: 50))
            ?? []
        for summary in answered {
            guard let answer = summary.answer else { continue }
            let text =
                "\(zone.day(of: answer.at))  alert \(summary.alert.id) answered \(answer.answer.rawValue) by \(answer.actor)"
            lines.append((answer.at, text + told(answer.note, nil)))
        }
        let replaced = try store?.replacedAnswers(to: answered.map(\.alert.id)) ?? [:]
        for answer in replaced.values.joined() {
            let text =
                "\(zone.day(of: answer.at))  alert \(answer.alert) answered \(answer.answer.rawValue) by "
                + "\(answer.actor), replaced since"
            lines.append((answer.at, text + told(answer.note, nil)))
        }
        return lines.sorted { $0.0 > $1.0 }.map(\.1)
    }

    private func told(_ note: String, _ because: String?) -> String {
        (because.map { ", because of \($0)" } ?? "") + (note.isEmpty ? "" : ": \(note)")
    }
}
