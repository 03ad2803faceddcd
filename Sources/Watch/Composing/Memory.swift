import Model
import Register
import Store

/// What the digests of all recipients are told from, read once.
final class Memory {
    /// Earlier answers that a question shows at most.
    private static let mostPrecedents = 2
    /// Days back to which answers are looked for whose dates still have to be met.
    private static let updatingDays = 730

    private let store: Store
    private let register: PolicyRegister
    private let organisation: String
    private let now: Instant
    private let today: Day
    private var known: [RowID<Development>: [Precedent]] = [:]

    init(_ store: Store, _ register: PolicyRegister, organisation: String, now: Instant, today: Day) {
        self.store = store
        self.register = register
        self.organisation = organisation
        self.now = now
        self.today = today
    }

    /// Earlier answers to other questions like this one.
    func precedents(of alert: Alert) throws -> [Precedent] {
        let like =
            try known[alert.development] ?? store.precedents(like: alert.development, limit: Self.mostPrecedents + 1)
        known[alert.development] = like
        return Array(like.filter { $0.answer.alert != alert.id }.prefix(Self.mostPrecedents))
    }

    /// Questions of the last two years that were answered `needs-update`: their dates still have to be met by whoever answers
    /// for the policy or tool now, and by the deputy who answered.
    func updating(_ owner: ID<Owner>) throws -> [AlertSummary] { try allUpdating.get()[owner] ?? [] }

    private lazy var allUpdating = Result {
        var found: [ID<Owner>: [AlertSummary]] = [:]
        try store.forEachAlert(AlertQuery(state: .assessed, since: now.adding(days: -Self.updatingDays))) { summary in
            guard summary.answer?.answer == .needsUpdate else { return true }
            var readers: Set = [register.answering(for: summary.alert)]
            if case .policy(let id) = summary.alert.subject, let policy = try? register.policy(id) {
                readers.insert(policy.owner)
            }
            for reader in readers { found[reader, default: []].append(summary) }
            return true
        }
        return found
    }

    /// The calendar as recipients have it, whatever the days.
    func calendar() throws -> DateBook { try book.get() }

    private lazy var book = Result { try DateBook(store, organisation: organisation, now: now, today: today) }
}
