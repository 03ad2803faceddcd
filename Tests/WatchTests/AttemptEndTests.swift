import Model
import Testing
import Transport

@testable import Watch

@Suite("How an attempt to deliver ends") struct AttemptEndTests {
    private static let failure = MailFailure(.recipient, code: 550, "no such user")

    @Test(
        "what the mailer answers decides where the message stands, and whether it is tried again",
        arguments: [
            (MailResult.accepted("250 taken"), Delivery.State.sent, false, nil),
            (.temporary(failure), .pending, true, "tried again after"),
            (.permanent(failure), .refused, false, "refused for good"),
            (.uncertain(failure), .uncertain, true, "perhaps delivered"), (nil, .pending, true, "no answer"),
        ] as [(MailResult?, Delivery.State, Bool, String?)])
    func ends(result: MailResult?, state: Delivery.State, isRepeated: Bool, told: String?) {
        let now = Instant(secondsSince1970: 1_780_000_000)
        var (stored, repeated) = (Delivery.State?.none, false)
        let said = AttemptEnd(result).record(
            attempts: 0, to: "ops@example.org", since: now, at: now
        ) { state, _, next in
            (stored, repeated) = (state, next.map { $0 > now } ?? false)
        }
        #expect(stored == state && repeated == isRepeated)
        #expect((said == nil) == (told == nil) && said?.contains(told ?? "") ?? true, "\(said ?? "")")
    }

    @Test(
        "what is only ever asked to come again is refused after five days, unless it was never brought again",
        arguments: [
            (MailFailure(.recipient, code: 451, "later"), 1, 5, Delivery.State.refused),
            (MailFailure(.recipient, code: 451, "later"), 1, 4, .pending),
            (MailFailure(.recipient, code: 451, "later"), 0, 9, .pending),
            (MailFailure(.command, code: 75, "later"), 1, 5, .refused),
            (MailFailure(.connect, "no route"), 1, 50, .pending),
            (MailFailure(.login, code: 454, "not now"), 1, 50, .pending),
        ])
    func patience(failure: MailFailure, attempts: Int, days: Int, state: Delivery.State) {
        let now = Instant(secondsSince1970: 1_780_000_000)
        var stored: Delivery.State?
        let said = AttemptEnd(.temporary(failure)).record(
            attempts: attempts, to: "ada@example.org", since: now.adding(days: -days), at: now
        ) { state, _, _ in stored = state }
        #expect(stored == state, "\(said ?? "")")
    }
}
