import Foundation
import Digests
import Model
import Register
import Store

/// What a digest is made of that is the same for every recipient.
struct DigestContext {
    let settings: Settings
    let register: PolicyRegister
    let sources: [Source]
    let topics: [ID<Topic>: Topic]
    let store: Store
    let now: Instant
    let today: Day
    /// Where each policy stands, and the day of its next review.
    let statuses: [ID<Policy>: PolicyStanding]
    /// Developments of each topic by week, the oldest first.
    let trends: [ID<Topic>: [Int]]
    /// Developments as digests show them.
    let reports: Reports
    /// What else all digests are told from.
    let memory: Memory
}

/// Which part of what there is a digest tells.
struct DigestScope {
    /// The beginning of the period; where the last digest ended if nil.
    var since: Instant?
    /// Only about this policy.
    var policy: ID<Policy>?
}

/// A digest with what has to be stored when it is sent.
struct DigestDraft {
    var digest: Digest
    /// Whom it is for, such as `owner:ip-counsel`.
    var recipientKey: String
    /// To what it is narrowed; nil where it tells all of its period.
    var narrowed: String?
    var newAlerts: [RowID<Alert>]
    var notices: [DigestCommit.Notice] = []
    var calendar: [CalendarEntry] = []

    /// Whether it says anything that cannot wait until the next period: a question or a risk that the reader was never
    /// told of, one that moved on, a date that moved or came near.
    var hasNews: Bool {
        !newAlerts.isEmpty || !digest.briefing.isEmpty || digest.dates.contains { $0.notice != .listed }
            || digest.entries.contains { $0.questions.contains(where: \.later.isNews) }
    }
}

/// Makes the digest of one owner from what is stored.
struct OwnerDigestComposer {
    /// Questions that are listed for one policy; further ones are counted.
    static let mostQuestions = 8

    /// Questions that others have, or that are put off, that are listed for one policy.
    static let mostElsewhere = 50

    let context: DigestContext
    let coverage: CoverageTeller

    private var store: Store { context.store }

    /// Composes the digest of an owner.
    func compose(for owner: Owner, _ scope: DigestScope) throws -> DigestDraft {
        let key = try store.recipient("owner:\(owner.id)", earlier: owner.aliases.map { "owner:\($0)" })
        let language = owner.language ?? context.settings.language
        let (from, narrowed) = try context.period(of: key, scope)
        let subject = scope.policy.map { Alert.Subject.policy($0) }
        let open = AlertQuery(owner: owner.id, state: .open, subject: subject, awakeOn: context.today)
        // What is put off keeps its dates: the law does not wait.
        let all = try store.alerts(AlertQuery(owner: owner.id, state: .open, subject: subject))
        let alerts = all.filter { $0.alert.snoozedUntil.map { $0 <= context.today } ?? true }
        let unshown = try store.unshownAlerts(to: key, open)
        let isNew: (AlertSummary) -> Bool = { summary in
            if let since = scope.since { return (summary.alert.reopened ?? summary.alert.raised) >= since }
            return unshown.contains(summary.alert.id)
        }
        let answers = try store.answers(since: from, until: context.now.adding(seconds: 1), owner: owner.id)
            .filter { subject == nil || $0.alert.alert.subject == subject }
        let updating = try context.memory.updating(owner.id).filter { subject == nil || $0.alert.subject == subject }
        let dated = all + updating
        let later = try ContinuationTeller(context, dated, key: key)
        try context.reports.read(dated.map(\.alert.development) + later.steps.values.joined())
        let elsewhere = try ElsewhereTeller(context: context).questions(
            of: owner, asleep: all.filter { $0.alert.snoozedUntil.map { $0 > context.today } ?? false },
            policy: scope.policy)
        let dates = try DateTeller(context: context).dates(dated, later.steps, language: language, key: key)
        let digest = Digest(
            id: "\(key)/\(context.now)", organisation: context.settings.organisation,
            recipient: Recipient(
                id: owner.id.rawValue, name: owner.name, email: owner.email, language: language,
                timeZone: context.settings.timeZone.identifier),
            composed: context.now, from: from, to: context.now, rhythm: context.settings.digest.rhythm,
            entries: try entries(owner, alerts, elsewhere, isNew, later, language, scope),
            answered: answers.map { answered($0.answer, $0.alert) }, dates: dates.dates,
            trends: trends(of: owner, scope, language), coverage: try coverage.coverage(from: from),
            nearMisses: try scope.policy == nil
                ? MissTeller(context: context).misses(for: owner, since: from, language: language) : [],
            auditHead: try store.auditHead().map { "\($0.number):\($0.hash)" },
            answerAddress: context.settings.delivery.answerAddress)
        return DigestDraft(
            digest: digest, recipientKey: key, narrowed: narrowed,
            newAlerts: digest.entries.flatMap(\.questions).map(\.alert).filter(unshown.contains),
            notices: dates.notices + alerts.flatMap(later.untold),
            calendar: dates.calendar)
    }

    /// The topics of the owner's policies by week, those that anything happened in.
    private func trends(of owner: Owner, _ scope: DigestScope, _ language: Language) -> [TopicTrend] {
        let own = context.register.policies.filter {
            $0.owner == owner.id && (scope.policy == nil || scope.policy == $0.id)
        }
        let topics = Set(own.flatMap { $0.topics + $0.sections.flatMap(\.topics) }).sorted()
        return topics.compactMap { topic in
            guard let weeks = context.trends[topic], weeks.contains(where: { $0 > 0 }) else { return nil }
            return TopicTrend(topic: context.topics[topic]?.title(in: language) ?? topic.rawValue, weeks: weeks)
        }
    }

    private func entries(
        _ owner: Owner, _ alerts: [AlertSummary], _ elsewhere: [Alert.Subject: [QuestionElsewhere]],
        _ isNew: (AlertSummary) -> Bool, _ later: ContinuationTeller, _ language: Language, _ scope: DigestScope
    ) throws -> [DigestEntry] {
        let bySubject = Dictionary(grouping: alerts, by: \.alert.subject)
        var entries: [DigestEntry] = []
        for (subject, group) in bySubject {
            let ordered = group.map { ($0, isNew($0), isNew($0) || later.hasNews($0)) }.sorted { left, right in
                (left.1 ? 0 : left.2 ? 1 : 2, -left.0.alert.rank.total, left.0.alert.id)
                    < (right.1 ? 0 : right.2 ? 1 : 2, -right.0.alert.rank.total, right.0.alert.id)
            }
            // What is new is always listed: a question that was never shown cannot be answered.
            let listed = ordered.enumerated().filter { $0.element.2 || $0.offset < Self.mostQuestions }.map(\.element)
            let questions = try listed.compactMap { summary, isNew, _ in
                try question(
                    summary, isNew: isNew, later.continuation(of: summary, isNew: isNew, language), subject, language)
            }
            entries.append(entry(subject, questions, more: ordered.count - listed.count, owner))
        }
        for policy in context.register.policies
        where policy.owner == owner.id && bySubject[.policy(policy.id)] == nil
            && (scope.policy == nil || scope.policy == policy.id)
        {
            guard let standing = context.statuses[policy.id],
                standing.needsAttention || elsewhere[.policy(policy.id)] != nil
            else { continue }
            entries.append(entry(.policy(policy.id), [], more: 0, owner))
        }
        for tool in context.register.tools
        where scope.policy == nil && bySubject[.tool(tool.id)] == nil && tool.riskClass != .prohibited
            && endOfContract(tool) != nil && elsewhere[.tool(tool.id)] == nil
            && AlertRules.asked(about: tool, in: context.register).contains(owner.id)
        {
            entries.append(entry(.tool(tool.id), [], more: 0, owner))
        }
        // What is put off is told of whatever it is about.
        let told = Set(entries.map { Alert.Subject(kind: $0.kind.rawValue, name: $0.id) })
        for subject in elsewhere.keys where !told.contains(subject) {
            entries.append(entry(subject, [], more: 0, owner))
        }
        for index in entries.indices {
            let questions = elsewhere[Alert.Subject(kind: entries[index].kind.rawValue, name: entries[index].id)]
            entries[index].elsewhere = questions.map { Array($0.prefix(Self.mostElsewhere)) }
            entries[index].moreOpen += max(0, (questions?.count ?? 0) - Self.mostElsewhere)
        }
        return entries.sorted { left, right in
            let (a, b) = (left.earliest ?? Day(number: .max), right.earliest ?? Day(number: .max))
            return (left.newQuestions > 0 ? 0 : 1, a, left.id) < (right.newQuestions > 0 ? 0 : 1, b, right.id)
        }
    }

    private func entry(_ subject: Alert.Subject, _ questions: [Question], more: Int, _ owner: Owner) -> DigestEntry {
        let title = context.register.title(of: subject)
        switch subject {
        case .policy(let id):
            let policy = context.register.policies.first { $0.id == id }
            let standing = context.statuses[id]
            return DigestEntry(
                kind: .policy, id: id.rawValue, title: title, note: policy?.note, status: standing?.status,
                reviewDue: standing?.reviewIsNear == true ? standing?.reviewDue : nil, isRemoved: policy == nil,
                questions: questions, moreOpen: more, deputyFor: deputised(policy, owner),
                needed: policy?.owner == owner.id ? standing?.needed : nil)
        case .tool(let id):
            let tool = context.register.tools.first { $0.id == id || $0.aliases.contains(id) }
            return DigestEntry(
                kind: .tool, id: id.rawValue, title: title, riskClass: tool?.riskClass,
                contractUntil: tool.flatMap(endOfContract), isRemoved: tool == nil, questions: questions,
                moreOpen: more)
        case .matter(let matter):
            return DigestEntry(kind: .matter, id: matter, title: title, questions: questions, moreOpen: more)
        }
    }

    /// Days before a contract's end from which its owner is told.
    static let contractDays = 90

    /// The end of a tool's contract, where it is near or past.
    private func endOfContract(_ tool: AITool) -> Day? {
        tool.contractUntil.flatMap { $0 <= context.today.adding(days: Self.contractDays) ? $0 : nil }
    }

    private func deputised(_ policy: Policy?, _ owner: Owner) -> String? {
        guard let policy, policy.owner != owner.id, policy.deputies.contains(owner.id) else { return nil }
        return context.register.owners.first { $0.id == policy.owner }?.name ?? policy.owner.rawValue
    }

    private func question(
        _ summary: AlertSummary, isNew: Bool, _ later: Continuation, _ subject: Alert.Subject, _ language: Language
    ) throws -> Question? {
        let alert = summary.alert
        guard let report = context.reports.report(alert.development, in: language) else { return nil }
        let precedents = isNew ? try context.memory.precedents(of: alert) : []
        return Question(
            alert: alert.id, isNew: isNew, raised: alert.raised, reopened: alert.reopened, due: alert.due,
            development: report,
            reasons: alert.reasons.filter { $0.kind != .step }.map { reason($0, subject, language) }, rank: alert.rank,
            commands: Assessment.Answer.allCases.map {
                AnswerCommand(answer: $0, command: "lexwatch assess \(alert.id) \($0.rawValue) --note \"…\"")
            },
            earlier: precedents.map { earlier($0, language) }, later: later)
    }

    private func reason(_ reason: AlertReason, _ subject: Alert.Subject, _ language: Language) -> Reason {
        let value =
            reason.kind == .topic
            ? context.topics[ID(reason.value)]?.title(in: language) ?? reason.value : reason.value
        return Reason(
            kind: reason.kind, value: value, section: reason.section.map { sectionTitle($0, subject) },
            jurisdictions: reason.jurisdictions,
            words: reason.words.prefix(6).map { MatchedWords(words: $0.words, context: $0.context) },
            label: reason.evidence.lazy.compactMap(\.label).first.map { Reason.Label(actor: $0.actor, at: $0.at) })
    }

    private func sectionTitle(_ id: String, _ subject: Alert.Subject) -> String {
        guard case .policy(let policy) = subject,
            let section = context.register.policies.first(where: { $0.id == policy })?.sections.first(where: {
                $0.id == id
            }),
            section.title != id
        else { return id }
        return "\(id) \(section.title)"
    }

    private func earlier(_ precedent: Precedent, _ language: Language) -> EarlierAnswer {
        let topics = precedent.sharedTopics.map { context.topics[$0]?.title(in: language) ?? $0.rawValue }
        return EarlierAnswer(
            alert: precedent.answer.alert, title: precedent.title, answer: precedent.answer.answer,
            note: precedent.answer.note, actor: precedent.answer.actor, day: context.day(of: precedent.answer.at),
            shared: precedent.sharedMatters.isEmpty ? topics : precedent.sharedMatters)
    }

    private func answered(_ answer: Assessment, _ summary: AlertSummary) -> AnsweredQuestion {
        AnsweredQuestion(
            alert: answer.alert, subject: context.register.title(of: summary.alert.subject), title: summary.item.title,
            language: summary.item.language, answer: answer.answer, note: answer.note, actor: answer.actor,
            at: answer.at)
    }
}

extension DigestSettings {
    /// The rhythm as digests call it.
    var rhythm: Digest.Rhythm {
        switch every {
        case .daily: .daily
        case .weekly: .weekly
        case .monthly: .monthly
        }
    }
}

extension DigestContext {
    /// The day of a moment in the organisation's zone.
    func day(of instant: Instant) -> Day { settings.timeZone.day(of: instant) }

    /// The moment from which a recipient's digest tells, and to what it is narrowed: one that tells all that there is
    /// begins where the one before ended, or earlier.
    func period(of recipient: String, _ scope: DigestScope) throws -> (from: Instant, narrowed: String?) {
        let next =
            try store.lastPeriod(of: recipient, upTo: now)?.to ?? now.adding(days: -settings.digest.every.days)
        let from = scope.since ?? next
        return (from, scope.policy.map { "policy \($0)" } ?? (from > next ? "since \(from)" : nil))
    }
}
