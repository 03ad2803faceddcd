import Model
import Testing

@testable import Register

@Suite("An edit of what somebody was asked about") struct TextEditTests {
    private static let today = Day(iso: "2026-06-01") ?? Day(number: 0)
    private static func date(_ day: String, _ kind: LegalDate.Kind = .effective) -> [LegalDate] {
        Day(iso: day).map { [LegalDate($0, kind)] } ?? []
    }
    private static let annulled = Treatment(authority: "C-1/26", kind: .annulled)
    private static let applied = Treatment(authority: "C-1/26", kind: .applied)

    @Test(
        "says what it changes, and what it takes back",
        arguments: [
            (member(stage: .proposed), member(stage: .adopted), ["it was proposed and is now adopted"]),
            (member(stage: .adopted), member(stage: .proposed), ["it was adopted and is now proposed"]),
            (member("Act", stage: .adopted), member("Withdrawn", stage: .none), ["it is no longer adopted"]),
            (member(stage: .none), member(stage: .adopted), []),
            (member(), member(treating: [annulled]), ["C-1/26 was annulled"]),
            (member(), member(treating: [applied]), []),
            (member("A", treating: [annulled]), member("B"), ["it no longer says that C-1/26 was annulled"]),
            (
                member(dates: date("2026-09-30", .deadline)), member(dates: date("2026-07-15", .deadline)),
                ["deadline moved, 2026-09-30 → 2026-07-15"]
            ),
            (member(), member(dates: date("2026-09-01")), ["it now states: effective on 2026-09-01"]),
            (
                member("A", dates: date("2026-09-01")), member("B"),
                ["it no longer states: effective on 2026-09-01"]
            ),
            (member(dates: date("2026-01-01")), member(dates: date("2026-02-01")), []),
            (
                member(stage: .proposed, dates: date("2026-09-30", .deadline)),
                member(stage: .adopted, dates: date("2026-10-01")),
                [
                    "it was proposed and is now adopted", "it now states: effective on 2026-10-01",
                ]
            ),
        ])
    func movements(before: DevelopmentFacts.Member, after: DevelopmentFacts.Member, expected: [String]) {
        let edit = TextEdit(from: before, to: after, known: facts(before), now: facts(after), today: Self.today)
        #expect(edit.movements.map(\.movement.clause) == expected)
    }

    @Test("a text that is only cut short takes nothing back")
    func cut() {
        let whole = member("Act", content: "It applies from 1 September. More.", dates: Self.date("2026-09-01"))
        for rest in ["It applies…", "It applies from", ""] {
            let cut = member("Act", content: rest)
            let edit = TextEdit(from: whole, to: cut, known: facts(whole), now: facts(cut), today: Self.today)
            #expect(edit.movements.isEmpty, "\(rest)")
        }
    }

    @Test("what another report says already is no news")
    func known() {
        let (before, after) = (member(stage: .proposed), member(stage: .adopted, dates: Self.date("2026-09-01")))
        let other = member(stage: .adopted, dates: Self.date("2026-09-01"))
        let edit = TextEdit(
            from: before, to: after, known: facts(before, other), now: facts(after, other), today: Self.today)
        #expect(edit.movements.isEmpty)
    }

    @Test("a movement is read back from the reason that carries it", arguments: Movement.Kind.allCases)
    func roundTrip(kind: Movement.Kind) {
        let movement = Movement(kind, from: "proposed", to: nil, of: "Reg. No. 1 of 2026", words: ["words"])
        let reason = movement.reason(in: "a matter", [evidence("words")])
        #expect(Movement(reason) == movement && reason.remarks == [movement.clause])
    }
}
