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

    /// A filter from its parts.
    public init(
        owner: ID<Owner>? = nil, policy: ID<Policy>? = nil, tool: ID<AITool>? = nil, all: Bool = false
    ) {
        self.owner = owner
        self.policy = policy
        self.tool = tool
        self.all = all
    }
}

extension Workspace {
    /// Today, in the organisation's time zone where the configuration can be read, else in UTC.
    var today: Day { today(in: (try? settings())?.timeZone ?? .gmt) }

    /// Gives alerts one by one, the most pressing first.
    ///
    /// - Throws: A ``Model/Problem`` where the database is wrong.
    public func alerts(_ filter: AlertFilter, each: (AlertView) throws -> Void) throws {
        let register = try register()
        let query = AlertQuery(
            owner: filter.owner, state: filter.all ? nil : .open, subject: filter.subject,
            awakeOn: filter.all ? nil : today, order: filter.all ? .newest : .due)
        try storeForReading().forEachAlert(query) { summary in
            try each(AlertView(summary, title: register.title(of: summary.alert.subject)))
            return true
        }
    }

    /// Records an answer to alerts: to all of them, or to none.
    ///
    /// - Returns: The alerts.
    /// - Throws: A ``Model/Problem`` where one was answered before, or there is no such alert.
    public func assess(
        _ alerts: [RowID<Alert>], _ answer: Assessment.Answer, note: String, actor: String, isReplacing: Bool = false
    ) throws -> [RowID<Alert>] {
        try storeForAnswers().assess(
            alerts, answer, note: note, by: actor, at: clock.now, replacing: isReplacing)
        return alerts
    }

    /// Hides open alerts until a day.
    ///
    /// - Throws: A ``Model/Problem`` where one is answered, or there is no such alert.
    public func snooze(_ alerts: [RowID<Alert>], until day: Day, note: String, actor: String) throws {
        guard day > today else {
            throw PlainProblem("\(day) is not in the future", remedy: "name a later day", exitCode: .usage)
        }
        try storeForAnswers().snooze(alerts, until: day, note: note, by: actor, at: clock.now)
    }

    /// Has open alerts answered by somebody else.
    ///
    /// - Throws: A ``Model/Problem`` where one is answered, or the register has no such owner.
    public func delegate(_ alerts: [RowID<Alert>], to owner: ID<Owner>, note: String, actor: String) throws {
        _ = try register().owner(owner)
        try storeForAnswers().delegate(alerts, to: owner, note: note, by: actor, at: clock.now)
    }
}

extension AlertFilter {
    /// The one policy or tool that is wanted.
    fileprivate var subject: Alert.Subject? { policy.map { .policy($0) } ?? tool.map { .tool($0) } }
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
