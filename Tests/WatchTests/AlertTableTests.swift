import Model
import Store
import Testing

@testable import Watch

/// What can happen to an alert.
private enum AlertEvent {
    case assess(Assessment.Answer)
    case moveOn(due: Day)
    case snooze(until: Day)
    case delegate(to: ID<Owner>)

    /// The alert as the event leaves it; nil where the event is refused.
    func outcome(for alert: Alert, at moment: Instant, today: Day) -> Alert? {
        var next = alert
        switch (alert.state, self) {
        case (.open, .assess):
            next.state = .assessed
            next.snoozedUntil = nil
        // Moving on never postpones an open question, and wakes it.
        case (.open, .moveOn(let due)):
            next.due = min(alert.due, due)
            next.snoozedUntil = nil
        case (.assessed, .moveOn(let due)):
            next.state = .open
            next.due = due
            next.reopened = moment
            next.snoozedUntil = nil
        case (.open, .snooze(let day)):
            guard day > today else { return nil }
            next.snoozedUntil = day
        // Who is asked now has not put the question off.
        case (.open, .delegate(let owner)):
            guard owner != alert.owner else { return nil }
            next.owner = owner
            next.snoozedUntil = nil
        case (.assessed, .assess), (.assessed, .snooze), (.assessed, .delegate): return nil
        }
        return next
    }
}

/// Each state, each event, one expectation.
@Suite("Every state of an alert and every event, in the database") struct AlertTableTests {
    enum State: CaseIterable { case open, snoozed, late, assessed, reopened, reopenedAndAssessed }
    enum Event: CaseIterable {
        case noImpact, needsUpdate, movesOnSooner, movesOnLater, snooze, snoozeIntoThePast, delegate, delegateToOwner
    }

    private static let filed = Installation.Entry(
        id: "filed", title: "Authors sue over training of generative AI",
        text: "A complaint was filed: copying books as training data for a large language model infringes copyright. "
            + "No. 9:25-cv-00077.", day: "2028-02-27")

    /// Raised two days before a leap day; what follows happens on the leap day, on which the clock goes on.
    private static func alert(in state: State) async throws -> (Installation, RowID<Alert>) {
        let place = try Installation(at: "2028-02-28")
        try place.publish([filed])
        try await place.run()
        let id = try #require(try place.alerts().first).id
        let workspace = place.workspace
        switch state {
        case .open: break
        case .snoozed:
            try workspace.snooze([id], until: try #require(Day(iso: "2028-03-01")), note: "", actor: "counsel")
        case .late: break
        case .assessed: _ = try workspace.assess([id], .noImpact, note: "", actor: "counsel")
        case .reopened, .reopenedAndAssessed:
            _ = try workspace.assess([id], .noImpact, note: "", actor: "counsel")
            try moveOn(place, id, due: "2028-03-31")
            if state == .reopenedAndAssessed { _ = try workspace.assess([id], .noImpact, note: "", actor: "counsel") }
        }
        place.set(state == .late ? "2028-05-31" : "2028-02-29")
        return (place, id)
    }

    private static func moveOn(_ place: Installation, _ id: RowID<Alert>, due: String) throws {
        let due = try #require(Day(iso: due))
        try place.workspace.storeForAnswers().reopen(
            [Reopening(alert: id, because: "adopted", reasons: [], due: due, rank: Rank(parts: []))],
            at: place.workspace.clock.now)
    }

    private static func event(_ event: Event, _ before: Alert, _ today: Day) -> AlertEvent {
        switch event {
        case .noImpact: .assess(.noImpact)
        case .needsUpdate: .assess(.needsUpdate)
        case .movesOnSooner: .moveOn(due: before.due.adding(days: -1))
        case .movesOnLater: .moveOn(due: before.due.adding(days: 30))
        case .snooze: .snooze(until: today.adding(days: 1))
        case .snoozeIntoThePast: .snooze(until: today)
        case .delegate: .delegate(to: ID("second"))
        case .delegateToOwner: .delegate(to: ID("counsel"))
        }
    }

    private static func carryOut(_ event: AlertEvent, _ place: Installation, _ id: RowID<Alert>) throws {
        let workspace = place.workspace
        switch event {
        case .assess(let answer): _ = try workspace.assess([id], answer, note: "", actor: "counsel")
        case .moveOn(let due): try moveOn(place, id, due: due.description)
        case .snooze(let day): try workspace.snooze([id], until: day, note: "", actor: "counsel")
        case .delegate(let owner): try workspace.delegate([id], to: owner, note: "", actor: "counsel")
        }
    }

    @Test("are as the rules say", arguments: State.allCases)
    func table(state: State) async throws {
        for kind in Event.allCases {
            let (place, id) = try await Self.alert(in: state)
            let store = try place.workspace.storeForReading()
            let before = try #require(try store.alert(id)).alert
            let today = place.workspace.today
            let event = Self.event(kind, before, today)
            let name = "\(state), \(kind)"
            if var expected = event.outcome(for: before, at: place.workspace.clock.now, today: today) {
                try Self.carryOut(event, place, id)
                let after = try #require(try store.alert(id)).alert
                if case .moveOn = event { (expected.reasons, expected.rank) = (after.reasons, after.rank) }
                #expect(after == expected, "\(name)")
            } else {
                #expect(throws: (any Error).self, "\(name)") { try Self.carryOut(event, place, id) }
                #expect(try store.alert(id)?.alert == before, "\(name)")
            }
            #expect(try place.workspace.verifyAudit(against: nil).isIntact)
        }
    }

    @Test(
        "the day is the organisation's: a promise for today is kept until its own midnight, clock changes or not",
        arguments: [
            // Clocks in Zurich go forward on 26 March 2028 and back on 29 October 2028.
            ("2028-03-25T23:30:00Z", "2028-03-26"), ("2028-03-26T21:59:00Z", "2028-03-26"),
            ("2028-03-26T22:00:00Z", "2028-03-27"), ("2028-10-28T22:30:00Z", "2028-10-29"),
            ("2028-10-29T22:59:00Z", "2028-10-29"), ("2028-10-29T23:00:00Z", "2028-10-30"),
            ("2028-02-28T23:00:00Z", "2028-02-29"), ("2028-12-31T23:00:00Z", "2029-01-01"),
        ])
    func clockChanges(moment: String, day: String) async throws {
        let place = try Installation(at: "2028-01-01")
        try await place.run()
        let now = try #require(Instant(rfc3339: moment))
        place.set(now)
        #expect(place.workspace.today.description == day)
        let due = try #require(Day(iso: day))
        let policy = ID<Policy>("genai-use")
        let marked = try place.workspace.mark(policy, .needsUpdate, because: nil, note: "", due: due, actor: "counsel")
        #expect(marked.status == .needsUpdate)
        let next = try (0...26).map { now.adding(seconds: $0 * 3_600) }.first { moment in
            place.set(moment)
            return try place.workspace.policy(policy).policy.status == .overdue
        }
        place.set(try #require(next))
        #expect(place.workspace.today == due.adding(days: 1))
    }
}
