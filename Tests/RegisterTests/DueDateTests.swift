import Model
import Testing

@testable import Register

@Suite("Suggested due dates") struct DueDateTests {
    @Test(
        "by the stage, over month ends and leap days",
        arguments: [
            (Stage.inForce, "2024-02-20", "2024-03-05"), (.decided, "2026-02-20", "2026-03-06"),
            (.adopted, "2026-12-20", "2027-01-10"), (.proposed, "2024-01-31", "2024-03-01"),
            (.pending, "2026-01-31", "2026-03-02"), (.none, "2026-08-31", "2026-09-30"),
        ])
    func byStage(stage: Stage, raised: String, due: String) throws {
        let suggestion = DueDates.suggestion(for: facts(member(stage: stage)), raised: try day(raised))
        #expect(suggestion.day == (try day(due)))
        #expect(suggestion.because.contains("days for"))
    }

    @Test(
        "two weeks before the first legal date ahead where that is sooner, never before three days have passed",
        arguments: [
            (["2026-03-31"], "2026-03-17", "two weeks before effective on 2026-03-31"),
            (["2026-12-31"], "2026-03-31", "30 days"), (["2026-03-01"], "2026-03-31", "30 days"),
            (["2020-01-01", "2026-03-20", "2026-04-30"], "2026-03-06", "2026-03-20"),
            (["2026-03-19"], "2026-03-05", "2026-03-19"), (["2026-03-18"], "2026-03-04", "2026-03-18"),
            (["2026-03-17"], "2026-03-04", "not before 3 days"), (["2026-03-02"], "2026-03-04", "not before 3 days"),
        ])
    func byDates(dates: [String], due: String, because: String) throws {
        let item = member(dates: try dates.map { LegalDate(try day($0), .effective) })
        let suggestion = DueDates.suggestion(for: facts(item), raised: try day("2026-03-01"))
        #expect(suggestion.day == (try day(due)))
        #expect(suggestion.because.contains(because))
    }

    @Test(
        "never later than the next review, unless that is past",
        arguments: [
            ("2026-03-20", "2026-03-20"), ("2026-03-31", "2026-03-31"), ("2026-05-01", "2026-03-31"),
            ("2026-02-01", "2026-03-31"), ("2026-03-01", "2026-03-31"), ("2026-03-02", "2026-03-04"),
        ])
    func byReview(review: String, due: String) throws {
        let suggestion = DueDates.suggestion(
            for: facts(member()), raised: try day("2026-03-01"), review: try day(review))
        #expect(suggestion.day == (try day(due)))
    }

    @Test(
        "what is due before the minimum, today included, is answered by its own deadline; what has ended is not",
        arguments: [
            (["2026-03-01"], "2026-03-01", "deadline on 2026-03-01"),
            (["2026-03-02"], "2026-03-02", "deadline on 2026-03-02"),
            (["2026-03-03", "2026-03-20"], "2026-03-03", "deadline on 2026-03-03"),
            (["2026-03-04"], "2026-03-04", "deadline on 2026-03-04"), (["2026-02-28"], "2026-03-31", nil),
            (["2026-02-28", "2026-03-02"], "2026-03-02", "deadline on 2026-03-02"),
        ] as [([String], String, String?)])
    func byDeadline(deadlines: [String], due: String, part: String?) throws {
        let facts = facts(member(dates: try deadlines.map { LegalDate(try day($0), .deadline) }))
        let raised = try day("2026-03-01")
        #expect(DueDates.suggestion(for: facts, raised: raised, review: raised.adding(days: 1)).day <= (try day(due)))
        #expect(DueDates.suggestion(for: facts, raised: raised).day == (try day(due)))
        let parts = AlertRank.rank(of: facts, [], raised: raised).parts.map(\.name)
        #expect(parts.first { $0.hasPrefix("deadline") } == part)
    }

    @Test("nothing but a deadline makes it earlier than the minimum", arguments: Stage.allCases)
    func minimum(stage: Stage) throws {
        let raised = try day("2024-02-27")
        for offset in -40...60 {
            let date = LegalDate(raised.adding(days: offset), offset % 2 == 0 ? .effective : .hearing)
            let suggestion = DueDates.suggestion(
                for: facts(member(stage: stage, dates: [date])), raised: raised,
                review: raised.adding(days: 60 - offset))
            #expect(suggestion.day >= (try day("2024-03-01")))
        }
    }

    @Test("the end of the calendar does not trap")
    func ends() throws {
        let last = Day(number: .max)
        #expect(DueDates.suggestion(for: facts(member()), raised: last, review: last).day == last)
    }
}

@Suite("Jurisdictions") struct JurisdictionTests {
    @Test(
        "a development concerns a policy by name, by Union law, by treaty, or where one names none",
        arguments: [
            ("EU", "EU CN", "EU", nil), ("CN US", "US CN EU", "CN US", nil), ("US", "EU CN", "-", nil),
            ("", "EU", "", "it names no jurisdiction"), ("", "", "", "it names no jurisdiction"),
            ("US CN", "", "CN US", "every jurisdiction is followed"),
            ("INT", "CN", "INT", "international rules reach every jurisdiction"), ("CN", "INT", "-", nil),
            ("EU", "FR DE", "EU", "Union law applies in DE"), ("DE", "EU", "DE", "DE is a member of the Union"),
            ("DE", "FR", "-", nil), ("EU", "GB", "-", nil), ("GB", "EU", "-", nil), ("CH", "EU", "-", nil),
            ("EU", "CH NO", "-", nil), ("US INT", "EU", "INT", "international rules reach every jurisdiction"),
        ])
    func meets(development: String, policy: String, shared: String, because: String?) {
        let meeting = JurisdictionRules.meeting(of: jurisdictions(development), with: jurisdictions(policy))
        #expect(meeting?.shared == (shared == "-" ? nil : jurisdictions(shared)))
        #expect(meeting?.because == because)
    }

    @Test("the Union has 27 members")
    func members() { #expect(Jurisdiction.memberStates.count == 27) }
}

@Suite("Appetite") struct AppetiteTests {
    @Test("the less risk a unit takes, the earlier it hears", arguments: Stage.allCases)
    func reaches(stage: Stage) {
        let medium: Set<Stage> = [.adopted, .inForce, .decided, .none]
        let high: Set<Stage> = [.inForce, .decided]
        #expect(AppetiteRules.reaches(.low, stage))
        #expect(AppetiteRules.reaches(.medium, stage) == medium.contains(stage))
        #expect(AppetiteRules.reaches(.high, stage) == high.contains(stage))
    }

    @Test(
        "a unit that takes much risk hears of a decision unless it went in the user's favour",
        arguments: Outcome.allCases, BusinessUnit.Appetite.allCases)
    func outcomes(outcome: Outcome, appetite: BusinessUnit.Appetite) {
        let isLeftOut = appetite == .high && outcome == .favour
        #expect(AppetiteRules.reaches(appetite, .decided, outcome: outcome) != isLeftOut)
        #expect(AppetiteRules.reaches(appetite, .inForce, outcome: outcome))
    }
}
