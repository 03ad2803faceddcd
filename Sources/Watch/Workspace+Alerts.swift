import Foundation
public import Model
import Store

/// Which alerts are wanted.
public struct AlertFilter: Sendable {
    /// Only of this owner.
    public var owner: ID<Owner>?
    /// Only about this policy.
    public var policy: ID<Policy>?
    /// Only about this tool.
    public var tool: ID<AITool>?
    /// Answered and snoozed ones, too.
    public var all: Bool
    /// Those of the highest rank first, instead of those due first, or the newest where all are wanted.
    public var isByRank: Bool

    /// A filter from its parts.
    public init(
        owner: ID<Owner>? = nil, policy: ID<Policy>? = nil, tool: ID<AITool>? = nil, all: Bool = false,
        isByRank: Bool = false
    ) {
        self.owner = owner
        self.policy = policy
        self.tool = tool
        self.all = all
        self.isByRank = isByRank
    }
}

extension Workspace {
    /// Gives alerts one by one, the most pressing first.
    ///
    /// - Parameters:
    ///   - filter: Which ones.
    ///   - earlier: Whether earlier answers to questions like the open ones are wanted, too.
    ///   - each: Takes an alert.
    /// - Throws: A ``Model/Problem`` where the database is wrong.
    public func alerts(
        _ filter: AlertFilter, earlier: Bool = false, each: (AlertView) throws -> Void
    ) throws {
        let register = try register()
        let query = try query(filter, register)
        // A connection of its own, as the listing holds the other one.
        let memory = earlier ? try storeForReading() : nil
        let rounds = filter.all ? try storeForReading().answeredRounds() : nil
        var titles: [Alert.Subject: String] = [:]
        try storeForReading().forEachAlert(query) { summary in
            let subject = summary.alert.subject
            let title = titles[subject] ?? register.title(of: subject)
            titles[subject] = title
            var view = AlertView(summary, title: title)
            if summary.alert.state == .open {
                view.earlier = try memory?.precedents(of: view.id).map(EarlierAnswerView.init)
            }
            view.rounds = rounds.map { AnsweredRoundView.earlier(than: summary, among: $0) }
            try each(view)
            return true
        }
    }

    /// Gives alerts line by line, the most pressing first: without reasons, which are long. Where all are wanted, one
    /// that was put again has a line for each earlier time, too, in the words of then.
    ///
    /// - Parameters:
    ///   - filter: Which ones.
    ///   - each: Takes a line.
    /// - Throws: A ``Model/Problem`` where the database is wrong.
    public func alertLines(_ filter: AlertFilter, each: (AlertLine) throws -> Void) throws {
        let query = try filter.isNamed ? query(filter, register()) : query(filter)
        let rounds = filter.all ? try storeForReading().answeredRounds() : [:]
        try storeForReading().forEachAlertLine(query) { line in
            try each(line)
            for round in rounds[line.id] ?? [] where round.round < round.alert.round {
                try each(
                    AlertLine(
                        id: line.id, due: round.due, subject: round.subject, title: round.title, law: line.law,
                        rank: line.rank, answer: round.answer?.answer))
            }
        }
    }

    private func query(_ filter: AlertFilter, _ register: PolicyRegister? = nil) throws -> AlertQuery {
        let filter = try register.map { try filter.known(to: $0, storeForReading()) } ?? filter
        return AlertQuery(
            owner: filter.owner, state: filter.all ? nil : .open, subject: filter.subject,
            awakeOn: filter.all ? nil : today, order: filter.isByRank ? .rank : filter.all ? .newest : .due)
    }

    /// One alert, with earlier answers to questions like it.
    ///
    /// - Throws: A ``Model/Problem`` where there is none of that number.
    public func alert(_ id: RowID<Alert>) throws -> AlertView {
        let store = try storeForReading()
        guard let summary = try store.alert(id) else {
            throw PlainProblem(
                "there is no alert \(id)", remedy: "`lexwatch alerts --all` lists them.", exitCode: .data)
        }
        var view = AlertView(summary, title: try register().title(of: summary.alert.subject))
        view.earlier = try store.precedents(of: id).map(EarlierAnswerView.init)
        let rounds = try store.answeredRounds(of: [id])
        view.rounds = AnsweredRoundView.earlier(than: summary, among: rounds)
        view.before = summary.alert.reopened == nil || view.answer != nil ? nil : EarlierAnswerView(summary)
        if let title = rounds[id]?.first?.title { view.before?.title = title }
        view.replaced = try store.replacedAnswers(to: [id])[id, default: []].map { answer in
            EarlierAnswerView(
                alert: id, subject: summary.alert.subject.name, title: summary.item.title, shared: [],
                answer: answer.answer, note: answer.note, answeredBy: answer.actor, answeredAt: answer.at)
        }
        view.later = try store.laterSteps(of: [id])[id, default: []].compactMap { step in
            try store.items(of: step).first.map { LaterStepView(step, $0) }
        }
        let reasons = Set(summary.alert.reasons.filter { $0.kind == .topic }.map(\.value))
        let items = try store.items(of: summary.alert.development).map(\.id)
        view.labels = try store.labels(of: items).compactMap(LabelView.init).filter {
            !$0.applies && reasons.contains($0.topic.rawValue)
        }
        return view
    }

    /// Records an answer to alerts, and which topics they have by mistake: for all of them, or nothing.
    ///
    /// - Parameters:
    ///   - alerts: The alerts.
    ///   - answer: The answer.
    ///   - note: Why.
    ///   - actor: Who answers.
    ///   - isReplacing: Whether the answer shall replace one that is there.
    ///   - wrongTopics: Topics that are taken away from every item of the developments that the alerts are about.
    /// - Returns: The alerts, each once.
    /// - Throws: A ``Model/Problem`` where one was answered before or is not about such a topic, or there is no such
    ///   alert.
    public func assess(
        _ alerts: [RowID<Alert>], _ answer: Assessment.Answer, note: String, actor: String, isReplacing: Bool = false,
        wrongTopics: [ID<Topic>] = []
    ) throws -> [RowID<Alert>] {
        let store = try storeForAnswers()
        if !wrongTopics.isEmpty { try require(wrongTopics, of: alerts, in: store) }
        try store.assess(
            alerts, answer, note: note, by: actor, at: clock.now, replacing: isReplacing, takingAway: wrongTopics)
        var seen: Set<RowID<Alert>> = []
        return alerts.filter { seen.insert($0).inserted }
    }

    /// Who was asked last by each of some alerts.
    ///
    /// - Throws: A ``Model/Problem`` where the database is wrong.
    public func asked(_ alerts: [RowID<Alert>]) throws -> [RowID<Alert>: ID<Owner>] {
        let found = try storeForReading().alerts(AlertQuery(ids: alerts))
        return Dictionary(found.map { ($0.alert.id, $0.alert.owner) }) { first, _ in first }
    }

    /// Refuses topics that one of some alerts does not have, and never had.
    private func require(_ wrong: [ID<Topic>], of alerts: [RowID<Alert>], in store: Store) throws {
        for alert in try store.alerts(AlertQuery(ids: alerts)).map(\.alert) {
            let tagged = try store.items(of: alert.development).flatMap(\.topics)
            let asked = alert.reasons.filter { $0.kind == .topic }.map { ID<Topic>($0.value) }
            let topics = Set(tagged + asked)
            guard let stranger = wrong.first(where: { !topics.contains($0) }) else { continue }
            try requireTopic(stranger, among: taggingTools().topics.map(\.id))
            let list = topics.sorted().map(\.rawValue).joined(separator: ", ")
            throw PlainProblem(
                "alert \(alert.id) is not about '\(stranger)', and nothing was recorded",
                remedy: topics.isEmpty ? "It has no topic." : "Its topics: \(list)", exitCode: .data)
        }
    }

    /// Hides open alerts until a day.
    ///
    /// - Returns: Of which alerts a date with legal effect comes before that day, a sentence each.
    /// - Throws: A ``Model/Problem`` where one is answered, or there is no such alert.
    @discardableResult
    public func snooze(_ alerts: [RowID<Alert>], until day: Day, note: String, actor: String) throws -> [String] {
        guard day > today else {
            throw PlainProblem("\(day) is not in the future", remedy: "name a later day", exitCode: .usage)
        }
        let store = try storeForAnswers()
        try store.snooze(alerts, until: day, note: note, by: actor, at: clock.now)
        return try store.alerts(AlertQuery(ids: alerts)).compactMap { summary in
            let items = try store.items(of: summary.alert.development).map(\.id)
            let dates = try store.foundItems(items).flatMap { $0.findings.dates.map(\.value) }
            guard let first = dates.filter({ $0.date >= today && $0.date <= day }).min(by: { $0.date < $1.date }) else {
                return nil
            }
            return "alert \(summary.alert.id) sleeps beyond \(first.date), a day that counts (\(first.kind.rawValue))"
        }
    }

    /// Has open alerts answered by somebody else.
    ///
    /// - Throws: A ``Model/Problem`` where one is answered or asks that owner already, or the register has no such owner.
    public func delegate(_ alerts: [RowID<Alert>], to owner: ID<Owner>, note: String, actor: String) throws {
        let owner = try register().owner(owner).id
        let store = try storeForAnswers()
        if let asked = try store.alerts(AlertQuery(ids: alerts, owner: owner)).first {
            throw PlainProblem(
                "alert \(asked.alert.id) is \(owner)'s already", remedy: "name somebody else", exitCode: .data)
        }
        try store.delegate(alerts, to: owner, note: note, by: actor, at: clock.now)
    }
}

extension AlertFilter {
    /// The one policy or tool that is wanted.
    fileprivate var subject: Alert.Subject? { policy.map { .policy($0) } ?? tool.map { .tool($0) } }

    /// Whether it names anything that the register has to know.
    fileprivate var isNamed: Bool { owner != nil || policy != nil || tool != nil }

    /// The filter with present names for earlier ones; a name that neither the register nor any alert has is a mistake.
    fileprivate func known(to register: PolicyRegister, _ store: Store) throws -> AlertFilter {
        var filter = self
        func check<Name>(_ query: AlertQuery, _ find: () throws -> Name) throws -> Name? {
            do { return try find() } catch {
                var query = query
                query.limit = 1
                if try store.alerts(query).isEmpty { throw error }
                return nil
            }
        }
        if let policy {
            filter.policy = try check(AlertQuery(subject: .policy(policy))) { try register.policy(policy).id } ?? policy
        }
        if let tool {
            filter.tool = try check(AlertQuery(subject: .tool(tool))) { try register.tool(tool).id } ?? tool
        }
        if let owner {
            filter.owner = try check(AlertQuery(owner: owner)) { try register.owner(owner).id } ?? owner
        }
        return filter
    }
}

extension AlertView {
    init(_ summary: AlertSummary, title: String) {
        let alert = summary.alert
        let isAnswered = alert.state == .assessed
        self.init(
            id: alert.id, subjectKind: alert.subject.kind, subject: alert.subject.name, subjectTitle: title,
            owner: alert.owner, state: alert.state, raised: alert.raised, due: alert.due,
            snoozedUntil: alert.snoozedUntil, development: alert.development, item: summary.item.id,
            title: summary.item.title, publisher: summary.item.publisher, link: summary.item.link,
            published: summary.item.published, jurisdictions: summary.item.jurisdictions, reasons: alert.reasons,
            rank: alert.rank, answer: isAnswered ? summary.answer?.answer : nil,
            note: isAnswered ? summary.answer?.note : nil, answeredBy: isAnswered ? summary.answer?.actor : nil,
            answeredAt: isAnswered ? summary.answer?.at : nil)
    }
}

extension AnsweredRoundView {
    /// The times that a question was put and answered before, and the last one where its development is called otherwise
    /// by now.
    fileprivate static func earlier(
        than summary: AlertSummary, among rounds: [RowID<Alert>: [PutQuestion]]
    ) -> [AnsweredRoundView] {
        (rounds[summary.alert.id] ?? []).compactMap { put in
            guard let answer = put.answer, put.round < summary.round || put.title != summary.item.title else {
                return nil
            }
            return AnsweredRoundView(
                round: put.round, subject: put.subject, title: put.title, reasons: put.reasons, put: put.at,
                due: put.due, answer: answer.answer, note: answer.note, answeredBy: answer.actor,
                answeredAt: answer.at)
        }
    }
}

extension LaterStepView {
    fileprivate init(_ development: RowID<Development>, _ item: ItemSummary) {
        self.init(
            development: development, item: item.id, title: item.title, publisher: item.publisher, link: item.link,
            at: item.published ?? item.firstSeen)
    }
}

extension EarlierAnswerView {
    /// The last answer to an alert itself; nil where there is none.
    fileprivate init?(_ summary: AlertSummary) {
        guard let answer = summary.answer else { return nil }
        self.init(
            alert: answer.alert, subject: summary.alert.subject.name, title: summary.item.title, shared: [],
            answer: answer.answer, note: answer.note, answeredBy: answer.actor, answeredAt: answer.at)
    }

    init(_ precedent: Precedent) {
        let answer = precedent.answer
        self.init(
            alert: answer.alert, subject: precedent.subject.name, title: precedent.title,
            shared: precedent.sharedMatters.isEmpty
                ? precedent.sharedTopics.map(\.rawValue) : precedent.sharedMatters,
            answer: answer.answer, note: answer.note, answeredBy: answer.actor, answeredAt: answer.at)
    }
}
