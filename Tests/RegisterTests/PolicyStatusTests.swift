import Model
import Testing

@testable import Register

@Suite("A policy's status") struct PolicyStatusTests {
    private static let today = "2026-08-31"

    /// The last mark, the open alerts' days, and the review, as far as each matters to the rules.
    private enum Marked: CaseIterable { case no, reviewed, needsUpdate, promisedAhead, promisedToday, promisedPast }
    private enum Open: CaseIterable { case no, ahead, within, late }
    private enum Review: CaseIterable { case no, ahead, today, past, never }

    private func marks(_ marked: Marked) throws -> [PolicyMark] {
        func mark(_ kind: PolicyMark.Kind, _ due: String? = nil) throws -> [PolicyMark] {
            [PolicyMark(policy: ID("p"), kind: kind, actor: "ada", at: moment, due: try due.map(day))]
        }
        return switch marked {
        case .no: []
        case .reviewed: try mark(.reviewed)
        case .needsUpdate: try mark(.needsUpdate)
        case .promisedAhead: try mark(.needsUpdate, "2026-09-01")
        case .promisedToday: try mark(.needsUpdate, "2026-08-31")
        case .promisedPast: try mark(.needsUpdate, "2026-08-30")
        }
    }

    private func open(_ open: Open) throws -> [Day] {
        switch open {
        case .no: []
        case .ahead: [try day("2026-10-01"), try day("2026-09-15")]
        case .within: [try day("2026-08-24"), try day("2026-12-01")]
        case .late: [try day("2026-12-01"), try day("2026-08-23")]
        }
    }

    /// A mark `reviewed` (on 2026-05-28) counts for the interval, too.
    private func policy(_ review: Review) throws -> Policy {
        let (months, reviewed): (Int, String?) =
            switch review {
            case .no: (0, "2020-01-01")
            case .ahead: (6, "2026-03-01")
            case .today: (6, "2026-02-28")
            case .past: (6, "2026-02-27")
            case .never: (6, nil)
            }
        return Policy(
            id: ID("p"), title: "P", owner: owner,
            reviewEvery: months == 0 ? nil : ReviewInterval(months: months, days: review == .today ? 3 : 0),
            reviewedOn: try reviewed.map(day))
    }

    private func expected(_ marked: Marked, _ open: Open, _ review: Review) -> PolicyStatus {
        if marked == .promisedPast || open == .late { return .overdue }
        if [.needsUpdate, .promisedAhead, .promisedToday].contains(marked) { return .needsUpdate }
        if open != .no { return .alertsOpen }
        if marked == .reviewed { return .current }
        return [.today, .past, .never].contains(review) ? .reviewDue : .current
    }

    @Test("follows from every combination of mark, alerts and review")
    func combinations() throws {
        for marked in Marked.allCases {
            for open in Open.allCases {
                for review in Review.allCases {
                    let facts = PolicyStatusRules.Facts(
                        marks: try marks(marked), openAlerts: try self.open(open), today: try day(Self.today))
                    let verdict = PolicyStatusRules.verdict(for: try policy(review), facts)
                    #expect(verdict.status == expected(marked, open, review), "\(marked), \(open), \(review)")
                    #expect(!verdict.why.isEmpty)
                }
            }
        }
    }

    @Test("the newest mark counts; of several at one moment the one recorded last")
    func lastMark() {
        func mark(_ kind: PolicyMark.Kind, _ seconds: Int64) -> PolicyMark {
            PolicyMark(policy: ID("p"), kind: kind, actor: "ada", at: moment.adding(seconds: seconds))
        }
        let marks = [mark(.updated, 5), mark(.needsUpdate, 9), mark(.reviewed, 9), mark(.needsUpdate, 1)]
        #expect(PolicyStatusRules.lastMark(marks)?.kind == .reviewed)
        #expect(PolicyStatusRules.lastMark([]) == nil)
    }

    @Test("a mark needs-update is undone by another mark")
    func undone() throws {
        let marks = [PolicyMark.Kind.needsUpdate, .updated].enumerated().map { index, kind in
            PolicyMark(policy: ID("p"), kind: kind, actor: "ada", at: moment.adding(days: index))
        }
        let facts = PolicyStatusRules.Facts(marks: marks, openAlerts: [], today: try day(Self.today))
        #expect(PolicyStatusRules.verdict(for: try policy(.no), facts).status == .current)
    }

    @Test(
        "the next review is counted from the later of mark and file, over month ends and leap days",
        arguments: [
            (6, 0, nil, "2026-08-31", "2027-02-28"), (12, 0, nil, "2024-02-29", "2025-02-28"),
            (0, 90, nil, "2024-01-01", "2024-03-31"), (1, 0, "2026-01-31T12:00:00Z", "2025-01-01", "2026-02-28"),
            (1, 0, "2020-01-31T12:00:00Z", "2026-03-31", "2026-04-30"),
        ])
    func reviews(months: Int, days: Int, marked: String?, inFile: String, due: String) throws {
        let policy = Policy(
            id: ID("p"), title: "P", owner: owner, reviewEvery: ReviewInterval(months: months, days: days),
            reviewedOn: try day(inFile))
        let marks = try marked.map {
            [PolicyMark(policy: ID("p"), kind: .reviewed, actor: "a", at: try #require(Instant(rfc3339: $0)))]
        }
        #expect(PolicyStatusRules.reviewDue(policy, marks ?? []) == (try day(due)))
    }

    @Test("a mark counts on the day that it was where the organisation is")
    func days() throws {
        let policy = Policy(id: ID("p"), title: "P", owner: owner, reviewEvery: ReviewInterval(months: 1))
        let marks = [
            PolicyMark(
                policy: ID("p"), kind: .reviewed, actor: "a",
                at: try #require(Instant(rfc3339: "2026-01-31T23:30:00Z")))
        ]
        let here: @Sendable (Instant) -> Day = { $0.day(offset: 3600) }
        #expect(PolicyStatusRules.reviewDue(policy, marks) == (try day("2026-02-28")))
        #expect(PolicyStatusRules.reviewDue(policy, marks, day: here) == (try day("2026-03-01")))
        let facts = PolicyStatusRules.Facts(
            marks: [
                PolicyMark(policy: ID("p"), kind: .needsUpdate, actor: "a", at: marks[0].at)
            ], openAlerts: [], today: try day("2026-02-02"), day: here)
        #expect(PolicyStatusRules.verdict(for: policy, facts).why == "marked needs-update on 2026-02-01 by a")
    }

    @Test("an answer needs-update counts until a mark settles it, whichever that is")
    func updates() throws {
        let answers = [1, 2].map {
            Assessment(
                alert: RowID(Int64($0)), answer: .needsUpdate, note: "", actor: "ada", at: moment.adding(days: $0))
        }
        func verdict(_ marks: [(PolicyMark.Kind, Int)]) throws -> PolicyStatusRules.Verdict {
            let marks = marks.map { kind, days in
                PolicyMark(policy: ID("p"), kind: kind, actor: "bob", at: moment.adding(days: days))
            }
            return PolicyStatusRules.verdict(
                for: try policy(.no), .init(marks: marks, openAlerts: [], updates: answers, today: try day(Self.today)))
        }
        let asked = try verdict([])
        #expect(asked.status == .needsUpdate && asked.why.contains("alert 1 was answered needs-update"))
        #expect(try verdict([(.updated, 1)]).why.contains("alert 2"))
        #expect(try verdict([(.updated, 2)]).status == .current)
        #expect(try verdict([(.reviewed, 3)]).status == .current)
        #expect(try verdict([(.needsUpdate, 3)]).why.contains("bob"))
    }

    @Test("needs-update is no review")
    func noReview() throws {
        let policy = Policy(id: ID("p"), title: "P", owner: owner, reviewEvery: ReviewInterval(months: 6))
        let marks = [PolicyMark(policy: ID("p"), kind: .needsUpdate, actor: "a", at: moment)]
        #expect(PolicyStatusRules.reviewDue(policy, marks) == nil)
    }
}
