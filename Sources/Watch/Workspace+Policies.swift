import Foundation
public import Model
import Register
import Store

/// One policy with everything that a person asks of it.
public struct PolicyDetail: Encodable, Sendable {
    /// What listings show.
    public var policy: PolicyView
    /// Who is asked when the owner does not answer.
    public var deputies: [ID<Owner>]
    /// What it is about.
    public var topics: [ID<Topic>]
    /// Whose law it follows; every jurisdiction where empty.
    public var jurisdictions: [Jurisdiction]
    /// Every fact that the status follows from.
    public var rules: [String]
    /// Alerts that wait for an answer.
    public var openAlerts: [OpenAlert]
    /// Authorities that it relies on.
    public var reliance: [RelianceView]
    /// Passages of the law that it quotes, and what became of them, a sentence each.
    public var quotes: [String]
    /// Marks and answers, the newest first.
    public var history: [String]

    /// An alert that waits for an answer.
    public struct OpenAlert: Encodable, Sendable {
        /// Its number.
        public var id: RowID<Alert>
        /// By when an answer is suggested.
        public var due: Day
        /// What the development is called.
        public var title: String
        /// The day until which it is put off.
        @OrNull public var putOffUntil: Day?
    }
}

/// An authority that a policy relies on.
public struct RelianceView: Encodable, Sendable {
    /// The citation.
    public var citation: String
    /// The section that relies on it; nil for the policy as a whole.
    @OrNull public var section: String?
    /// The latest development that names it, with its day.
    @OrNull public var latest: String?
}

extension Workspace {
    /// The policies with their status, the most pressing first.
    ///
    /// - Parameter owner: Of this owner only; of any where nil.
    /// - Returns: The policies.
    /// - Throws: A ``Model/Problem`` where register or database are wrong.
    public func policies(of owner: ID<Owner>? = nil) throws -> [PolicyView] {
        let register = try register()
        let owner = try owner.map { try register.owner($0).id }
        let ledger = try PolicyLedger(self, register)
        return try register.policies.filter { owner == nil || $0.owner == owner }
            .map { try ledger.view(of: $0) }
            .enumerated().sorted { left, right in
                (left.element.status.pressure, left.offset) < (right.element.status.pressure, right.offset)
            }.map(\.element)
    }

    /// One policy with everything that a person asks of it.
    ///
    /// - Throws: A ``Model/Problem`` where there is none of that name.
    public func policy(_ id: ID<Policy>) throws -> PolicyDetail {
        var register = try register()
        let policy: Policy
        do { policy = try register.policy(id) } catch {
            guard let removed = try removedPolicy(id) else { throw error }
            policy = removed
            register.policies.append(removed)
        }
        let ledger = try PolicyLedger(self, register)
        let standing = try ledger.standing(of: policy)
        let alerts =
            try ledger.store?.alerts(
                AlertQuery(state: .open, subject: .policy(policy.id), order: .due)) ?? []
        return PolicyDetail(
            policy: try ledger.view(of: policy), deputies: policy.deputies, topics: policy.topics,
            jurisdictions: policy.jurisdictions, rules: standing.rules,
            openAlerts: alerts.map { summary in
                let until = summary.alert.snoozedUntil.flatMap { $0 > ledger.today ? $0 : nil }
                return .init(
                    id: summary.alert.id, due: summary.alert.due, title: summary.item.title, putOffUntil: until)
            },
            reliance: try ledger.reliance(of: policy), quotes: try quotes(of: policy, ledger.store),
            history: try ledger.history(of: policy))
    }

    /// What stands for a policy that the register has no more, while there is something of it on record.
    private func removedPolicy(_ id: ID<Policy>) throws -> Policy? {
        guard FileManager.default.fileExists(atPath: paths.database) else { return nil }
        let store = try storeForReading()
        let last = try store.alerts(AlertQuery(subject: .policy(id), order: .newest, limit: 1)).first?.alert
        let mark = try store.marks().last { $0.policy == id }
        guard let owner = last?.owner ?? mark.map({ ID($0.actor) }) else { return nil }
        return Policy(id: id, title: "\(id) (no longer in the register)", owner: owner)
    }

    /// Whether the register has what an alert is about.
    ///
    /// - Throws: A ``Model/Problem`` where the register is wrong.
    public func hasSubject(of alert: AlertView) throws -> Bool {
        let register = try register()
        return switch Alert.Subject(kind: alert.subjectKind, name: alert.subject) {
        case .policy(let id): (try? register.policy(id)) != nil
        case .tool(let id): (try? register.tool(id)) != nil
        case .matter: true
        }
    }

    private func quotes(of policy: Policy, _ store: Store?) throws -> [String] {
        guard let store else { return [] }
        return try QuoteDesk(store, PolicyRegister(policies: [policy])).findings().map { finding in
            let place = finding.item.map { " (item \($0))" } ?? ""
            return "section \(finding.section.id): \(finding.verdict.rawValue)\(place): “\(finding.quote)”"
        }
    }

    /// Records what a person says of a policy.
    ///
    /// - Returns: The policy as it stands now.
    /// - Throws: A ``Model/Problem`` where there is no such policy, or the day promises nothing.
    public func mark(
        _ id: ID<Policy>, _ kind: PolicyMark.Kind, because: String?, note: String, due: Day?, actor: String
    ) throws -> PolicyView {
        let register = try register()
        let policy = try register.policy(id)
        if let due, due < today {
            throw PlainProblem("\(due) is past", remedy: "name a day from today on", exitCode: .usage)
        }
        guard due == nil || kind == .needsUpdate else {
            throw PlainProblem(
                "'\(kind.rawValue)' promises nothing, and has no day", remedy: "leave out --due", exitCode: .usage)
        }
        let store = try storeForAnswers()
        let because = try because.map { try Cause($0, in: store).text }
        try store.mark(
            PolicyMark(
                policy: policy.id, kind: kind, because: because, note: note, actor: actor, at: clock.now, due: due))
        return try PolicyLedger(self, register).view(of: policy)
    }
}

extension PolicyStatus {
    /// The most pressing first.
    fileprivate var pressure: Int {
        switch self {
        case .overdue: 0
        case .needsUpdate: 1
        case .alertsOpen: 2
        case .reviewDue: 3
        case .current: 4
        }
    }
}
