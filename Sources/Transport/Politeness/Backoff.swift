public import Model

/// How long to wait after failures in a row: twice as long each time, within bounds, and never all at one moment.
public struct Backoff: Sendable, Equatable {
    /// Seconds to wait after the first failure.
    public let first: Int
    /// Seconds to wait at most.
    public let most: Int

    /// Seconds in a year: nobody waits longer.
    private static let longest = 31_536_000

    /// A backoff within bounds; nonsense is brought into order.
    ///
    /// - Parameters:
    ///   - first: Seconds to wait after the first failure.
    ///   - most: Seconds to wait at most.
    public init(first: Int, most: Int) {
        self.first = min(max(1, first), Self.longest)
        self.most = min(max(self.first, most), Self.longest)
    }

    /// Seconds to wait, between half and the whole of the doubled time.
    ///
    /// - Parameters:
    ///   - failures: Failures in a row; none means no wait.
    ///   - generator: Where the jitter comes from.
    /// - Returns: Seconds from now.
    public func seconds(afterFailures failures: Int, using generator: inout some RandomNumberGenerator) -> Int {
        guard failures > 0 else { return 0 }
        var whole = first
        for _ in 1..<min(failures, 62) where whole < most {
            whole = whole > most / 2 ? most : whole * 2
        }
        return Int.random(in: (whole + 1) / 2...whole, using: &generator)
    }
}

/// When validators are believed.
public enum ValidatorPolicy {
    /// Days after which validators are dropped, as some servers answer 304 for ever.
    public static let days = 8

    /// The validators to send; nil where there are none, or where they are too old and the source is to be read in full.
    public static func usable(_ validators: Validators?, now: Instant) -> Validators? {
        guard let validators, validators.obtained <= now, now <= validators.obtained.adding(days: days) else {
            return nil
        }
        return validators
    }
}
