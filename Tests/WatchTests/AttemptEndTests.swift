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
        let said = AttemptEnd(result).record(attempts: 0, to: "ops@example.org", at: now) { state, _, next in
            (stored, repeated) = (state, next.map { $0 > now } ?? false)
        }
        #expect(stored == state && repeated == isRepeated)
        #expect((said == nil) == (told == nil) && said?.contains(told ?? "") ?? true, "\(said ?? "")")
    }
}
