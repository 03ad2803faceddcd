import Digests
import Foundation
import Model
import Store

/// Composes the digests of all recipients, and commits them.
struct DigestDesk {
    let context: DigestContext
    let renderer: DigestRenderer
    /// Weeks of which developments are counted.
    private static let trendWeeks = 8

    /// A desk that only shows: it opens the database for reading.
    init(reading workspace: Workspace) throws {
        let settings = try workspace.settings()
        let (sources, topics) = (try workspace.catalogue(settings), try TopicsFile(settings.topics).titles)
        let register = try workspace.register(settings, topics: Set(topics.map(\.id)), sources: sources)
        try self.init(
            workspace, settings, store: workspace.storeForReading(), sources: sources, register: register,
            topics: topics)
    }

    init(
        _ workspace: Workspace, _ settings: Settings, store: Store, sources: [Source], register: PolicyRegister,
        topics: [Topic]
    ) throws {
        let now = workspace.clock.now
        let today = workspace.today(in: settings.timeZone)
        let ledger = try PolicyLedger(store, register, today: today, zone: settings.timeZone)
        context = DigestContext(
            settings: settings, register: try register.asClassed(by: store), sources: sources,
            topics: Dictionary(topics.map { ($0.id, $0) }) { first, _ in first }, store: store, now: now, today: today,
            statuses: try Dictionary(
                register.policies.map { ($0.id, try ledger.standing(of: $0)) }, uniquingKeysWith: { first, _ in first }),
            trends: try store.topicTrends(weeks: Self.trendWeeks, until: now),
            reports: Reports(store: store, sources: sources),
            memory: Memory(store, register, organisation: settings.organisation, now: now, today: today))
        renderer = try settings.delivery.renderer()
    }

    /// The digests as texts, without changing anything.
    func show(_ options: DigestOptions) throws -> DigestReport {
        let form = options.form == "markdown" ? Form.markdown : Form(rawValue: options.form ?? "text") ?? .text
        return DigestReport(
            digests: try drafts(options).map { draft in
                DigestResult(
                    recipient: draft.digest.recipient.name,
                    headline: draft.digest.headline, files: [],
                    text: try renderer.render(draft.digest, as: form))
            })
    }

    /// The digests of all recipients that the options want.
    func drafts(_ options: DigestOptions) throws -> [DigestDraft] {
        let policy = try options.policy.map(named)
        if policy != nil,
            let unit = context.register.units.first(where: {
                options.recipient != nil && options.wants($0.id, $0.aliases)
            })
        {
            throw PlainProblem(
                "'\(unit.id)' is a unit, and its digest is not narrowed to a policy",
                remedy: "leave out --policy, or name an owner", exitCode: .usage)
        }
        if let since = options.since, since > context.today {
            throw PlainProblem("\(since) is in the future", remedy: "name a day until today", exitCode: .usage)
        }
        let scope = DigestScope(since: options.since.map(context.settings.timeZone.start), policy: policy)
        let coverage = CoverageTeller(context)
        let composer = OwnerDigestComposer(context: context, coverage: coverage)
        let concerned = try options.recipient == nil ? policy.map(concerned) : nil
        let owners = context.register.owners.filter {
            options.wants($0.id, $0.aliases) && concerned?.contains($0.id) ?? true
        }
        var drafts = try owners.map { try composer.compose(for: $0, scope) }
        if options.policy == nil {
            let units = UnitDigestComposer(
                context: context, coverage: coverage,
                facts: try TaggingTools.factReader(context.settings))
            drafts += try context.register.units
                .filter { options.wants($0.id, $0.aliases) }
                .map { try units.compose(for: $0, scope) }
        }
        if options.policy == nil {
            let management = ManagementDigestComposer(context: context, coverage: coverage)
            let readers = owners.filter(context.settings.digest.isForManagement)
            drafts += try readers.map { try management.compose(for: $0, scope) }
        }
        if drafts.isEmpty, let name = options.recipient { _ = try context.register.owner(ID(name)) }
        return drafts
    }

    /// The present name of a policy; of one that the register has no more, while questions about it are open.
    private func named(_ id: ID<Policy>) throws -> ID<Policy> {
        do { return try context.register.policy(id).id } catch {
            let open = AlertQuery(state: .open, subject: .policy(id), limit: 1)
            guard try !context.store.alerts(open).isEmpty else { throw error }
            return id
        }
    }

    /// Who answers for a policy, and whom an open question about it was passed on to.
    private func concerned(_ id: ID<Policy>) throws -> Set<ID<Owner>> {
        let open = try context.store.alerts(AlertQuery(state: .open, subject: .policy(id))).map(\.alert.owner)
        let policy = context.register.policies.first { $0.id == id }
        return Set((policy.map { [$0.owner] + $0.deputies } ?? []) + open)
    }

    /// Digests that are stored in one transaction at most: their texts are all in memory then.
    private static let batch = 50

    /// Stores digests, what they show for the first time, their calendar entries and their ways out.
    ///
    /// - Returns: Their numbers, in order.
    func commit(_ drafts: [DigestDraft], outgoing: (Digest) -> [DigestCommit.Outgoing]) throws -> [Int64] {
        var numbers: [Int64] = []
        for start in stride(from: 0, to: drafts.count, by: Self.batch) {
            numbers += try context.store.commitDigests(
                drafts[start..<min(drafts.count, start + Self.batch)].map { draft in
                    DigestCommit(
                        recipient: draft.recipientKey, at: draft.digest.composed, from: draft.digest.from,
                        to: draft.digest.to, narrowed: draft.narrowed, content: try draft.digest.json(),
                        newAlerts: draft.newAlerts,
                        notices: draft.notices, outgoing: outgoing(draft.digest), calendar: draft.calendar)
                })
        }
        return numbers
    }
}

extension DigestSettings {
    /// Whether somebody gets the summary for management.
    func isForManagement(_ owner: Owner) -> Bool {
        ([owner.id] + owner.aliases).contains(where: management.contains)
    }
}

extension DeliverySettings {
    /// A renderer with the operator's templates, where the configuration names some.
    ///
    /// - Returns: The renderer.
    /// - Throws: `PlainProblem`, which names the template that cannot be used.
    func renderer() throws -> DigestRenderer {
        DigestRenderer(templates: try templates.map { try Templates(overriddenBy: $0) } ?? .standard)
    }
}
