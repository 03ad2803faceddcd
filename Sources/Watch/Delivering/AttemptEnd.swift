import Model
import Transport

/// How an attempt to deliver something ended.
enum AttemptEnd {
    case sent
    /// It was not taken, but may be later.
    case later(String)
    /// It was not taken and never will be.
    case never(String)
    /// It was taken or not.
    case uncertain(String)

    /// Seconds after which an attempt that never ended is made again.
    static let lasts: Int64 = 900
    private static let backoff = Backoff(first: 600, most: 86_400)

    /// What a mailer answered.
    init(_ result: MailResult?) {
        switch result {
        case .accepted?: self = .sent
        case .temporary(let failure)?: self = .later(failure.description)
        case .permanent(let failure)?: self = .never(failure.description)
        case .uncertain(let failure)?: self = .uncertain(failure.description)
        case nil: self = .later("the mailer gave no answer")
        }
    }

    /// Records the end, with the moment of the next attempt where there is to be one.
    ///
    /// - Parameters:
    ///   - attempts: How many there were before this one.
    ///   - recipient: Whom it was to reach.
    ///   - now: When it ended.
    ///   - store: Takes the state, what the other side said, and the moment of the next attempt.
    /// - Returns: What to tell of it; nil where all is well.
    func record(
        attempts: Int, to recipient: String, at now: Instant,
        in store: (Delivery.State, String?, Instant?) throws -> Void
    ) rethrows -> String? {
        var generator = SystemRandomNumberGenerator()
        let next = now.adding(seconds: Int64(Self.backoff.seconds(afterFailures: attempts + 1, using: &generator)))
        switch self {
        case .sent:
            try store(.sent, nil, nil)
            return nil
        case .later(let said):
            try store(.pending, said, next)
            return "\(recipient): \(said); tried again after \(next)"
        case .never(let said):
            try store(.refused, said, nil)
            return "\(recipient): refused for good: \(said)"
        case .uncertain(let said):
            try store(.uncertain, said, next)
            return "\(recipient): perhaps delivered: \(said); repeated with the same Message-ID"
        }
    }
}
