import Model
import Testing

@testable import Register

@Suite("When an alert is late") struct LateAlertTests {
    @Test(
        "past its due day, or the end of a snooze, by more than the grace",
        arguments: [
            ("2026-03-10", nil, "2026-03-17", false), ("2026-03-10", nil, "2026-03-18", true),
            ("2024-02-25", nil, "2024-03-03", false), ("2024-02-25", nil, "2024-03-04", true),
            ("2026-03-10", "2026-04-01", "2026-04-08", false), ("2026-03-10", "2026-04-01", "2026-04-09", true),
            ("2026-03-10", "2026-03-05", "2026-03-18", true), ("9999-12-31", nil, "9999-12-31", false),
        ])
    func open(due: String, snoozed: String?, today: String, isLate: Bool) throws {
        let open = try alert(due: due, snoozed: snoozed)
        #expect(AlertTransitions.isLate(open, today: try day(today)) == isLate)
    }

    @Test("never where it is answered")
    func answered() throws {
        #expect(!AlertTransitions.isLate(try alert(due: "2026-03-10", .assessed), today: try day("2027-01-01")))
    }
}

@Suite("Whether a development moved on") struct MovingOnTests {
    /// Every step that counts; all other pairs of stages do not.
    private static let steps: [Stage: Set<Stage>] = [
        .proposed: [.adopted, .inForce, .decided], .pending: [.adopted, .inForce, .decided],
        .adopted: [.inForce, .decided], .decided: [.pending],
    ]

    @Test("by stages", arguments: Stage.allCases)
    func stages(before: Stage) {
        for after in Stage.allCases {
            let reason = AlertTransitions.moved(from: before, to: after)
            #expect((reason != nil) == (Self.steps[before]?.contains(after) ?? false), "\(before) to \(after)")
        }
    }

    @Test("by what was done to an authority", arguments: Treatment.Kind.allCases)
    func treatments(kind: Treatment.Kind) {
        let reason = AlertTransitions.moved(
            from: .decided, to: .decided, newTreatments: [Proven(Treatment(authority: "C-1/26", kind: kind), [])])
        let counts: Set<Treatment.Kind> = [.overruled, .annulled, .repealed, .stayed, .amended]
        #expect(reason?.movement.clause == (counts.contains(kind) ? "C-1/26 was \(kind.rawValue)" : nil))
    }

    private let ruling = member("Ruling", stage: .decided, published: moment)

    @Test("an appeal that joins the ruling's development is a step")
    func appeal() {
        let appeal = member("Appeal", stage: .pending, published: moment.adding(days: 30))
        for order in [facts(ruling, appeal), facts(appeal, ruling)] {
            #expect(order.stage == .decided)
            #expect(
                AlertTransitions.moved(from: facts(ruling), to: order)?.movement.clause == "the decision was appealed")
        }
        #expect(AlertTransitions.moved(from: facts(ruling, appeal), to: facts(ruling, appeal)) == nil)
    }

    @Test("what was published before the ruling is no appeal of it, whenever it is seen")
    func lateReport() {
        let old = member("Hearing", stage: .pending, published: moment.adding(days: -30))
        #expect(AlertTransitions.moved(from: facts(ruling), to: facts(ruling, old)) == nil)
    }

    @Test("another report of the same is no step; an authority newly overruled is")
    func reports() {
        let report = member("Report", stage: .decided, by: .commentary, published: moment.adding(days: 1))
        #expect(AlertTransitions.moved(from: facts(ruling), to: facts(ruling, report)) == nil)
        let overruling = member("Ruling", stage: .decided, treating: [Treatment(authority: "C-9/20", kind: .overruled)])
        let moved = AlertTransitions.moved(from: facts(ruling), to: facts(ruling, overruling))
        #expect(moved?.movement.clause == "C-9/20 was overruled")
        #expect(AlertTransitions.moved(from: facts(overruling), to: facts(overruling, ruling)) == nil)
    }

    @Test("a commentary does not outrun a primary source")
    func commentary() {
        let act = member("Act", stage: .adopted, by: .legislator)
        let blog = member("Blog", stage: .inForce, by: .commentary)
        #expect(AlertTransitions.moved(from: facts(act), to: facts(act, blog)) == nil)
        #expect(facts(blog, act).stage == .adopted)
    }
}

@Suite("Escalation") struct EscalationTests {
    private let deputies = [ID<Owner>("ben"), ID("cy")]

    @Test(
        "asks the deputies in order, a grace period each, then management",
        arguments: [
            ("ada", "2026-03-17", EscalationRules.Step.wait), ("ada", "2026-03-18", .ask(ID("ben"))),
            ("ada", "2027-01-01", .ask(ID("ben"))), ("ben", "2026-03-24", .wait), ("ben", "2026-03-25", .ask(ID("cy"))),
            ("cy", "2026-03-31", .wait), ("cy", "2026-04-01", .report), ("someone", "2026-03-18", .ask(ID("ben"))),
        ])
    func steps(asked: String, today: String, step: EscalationRules.Step) throws {
        let alert = try alert(due: "2026-03-10", owner: ID(asked))
        #expect(EscalationRules.step(for: alert, deputies: deputies, today: try day(today)) == step)
    }

    @Test("a deputy who was asked late has a grace period too")
    func countsFromAsking() throws {
        let alert = try alert(due: "2026-03-10", owner: deputy)
        for (today, step) in [("2026-06-08", EscalationRules.Step.wait), ("2026-06-09", .ask(ID("cy")))] {
            #expect(
                EscalationRules.step(
                    for: alert, deputies: deputies, asked: try day("2026-06-01"), today: try day(today))
                    == step)
        }
    }

    @Test("nobody is asked about what is answered; management hears where there is no deputy, or only the same again")
    func ends() throws {
        let late = try day("2027-01-01")
        #expect(
            EscalationRules.step(for: try alert(due: "2026-03-10", .assessed), deputies: deputies, today: late) == .wait
        )
        #expect(EscalationRules.step(for: try alert(due: "2026-03-10"), deputies: [], today: late) == .report)
        let again = try alert(due: "2026-03-10", owner: deputy)
        #expect(EscalationRules.step(for: again, deputies: [deputy, deputy], today: late) == .report)
    }

    @Test("a snoozed alert waits")
    func snoozed() throws {
        let alert = try alert(due: "2026-03-10", snoozed: "2026-05-01")
        #expect(EscalationRules.step(for: alert, deputies: deputies, today: try day("2026-05-08")) == .wait)
        #expect(EscalationRules.step(for: alert, deputies: deputies, today: try day("2026-05-09")) == .ask(deputy))
    }
}
