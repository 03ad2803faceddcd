import Model
import Transport

/// How an attempt to deliver something ended.
enum AttemptEnd {
    case sent
    /// It could not be handed over, but may be later: the fault is here, or on the way.
    case later(String)
    /// The other side asks to come again later.
    case postponed(String)
    /// It was not taken and never will be.
    case never(String)
    /// It was taken or not.
    case uncertain(String)

    /// Seconds after which an attempt that never ended is made again.
    static let lasts: Int64 = 900
    /// Seconds after which a message counts as refused that the other side only ever asks to bring again (RFC 5321,
    /// 4.5.4.1).
    static let patience: Int64 = 5 * 86_400
    private static let backoff = Backoff(first: 600, most: 86_400)

    /// What a mailer answered.
    init(_ result: MailResult?) {
        switch result {
        case .accepted?: self = .sent
        case .temporary(let failure)?:
            self = failure.isAnswer ? .postponed(failure.description) : .later(failure.description)
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
    ///   - since: Since when the message waits.
    ///   - now: When it ended.
    ///   - store: Takes the state, what the other side said, and the moment of the next attempt.
    /// - Returns: What to tell of it; nil where all is well.
    func record(
        attempts: Int, to recipient: String, since: Instant, at now: Instant,
        in store: (Delivery.State, String?, Instant?) throws -> Void
    ) rethrows -> String? {
        var generator = SystemRandomNumberGenerator()
        let next = now.adding(seconds: Int64(Self.backoff.seconds(afterFailures: attempts + 1, using: &generator)))
        switch self {
        case .sent:
            try store(.sent, nil, nil)
            return nil
        case .postponed(let said) where attempts > 0 && now.seconds(since: since) >= Self.patience:
            return try Self.never("not taken in five days: \(said)")
                .record(attempts: attempts, to: recipient, since: since, at: now, in: store)
        case .later(let said), .postponed(let said):
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

extension MailFailure {
    /// Whether the other side answers so, not a connection or a login that fails; by sendmail's exit code, too, which
    /// sysexits(3) calls EX_TEMPFAIL.
    fileprivate var isAnswer: Bool {
        switch stage {
        case .sender, .recipient, .message: code != nil
        case .command: code == 75
        case .envelope, .connect, .tls, .login: false
        }
    }
}
