public import Model

/// How a delivery to a webhook ended.
public struct WebhookAnswer: Sendable, Equatable {
    /// How a delivery to a webhook ended.
    public enum Outcome: Sendable, Equatable {
        /// A status of 200 to 299.
        case accepted
        /// Another status, or no connection: it was not taken, but may be later.
        case temporary(FetchFailure)
        /// Another status, or an address that is not allowed: asking again will not help.
        case permanent(FetchFailure)
        /// The connection ended when the request was on its way: taken or not.
        case uncertain(FetchFailure)
    }

    /// How it ended.
    public var outcome: Outcome
    /// The HTTP status; nil where no answer came.
    public var status: Int?
    /// The first 4,096 bytes of the answer's body, as some services refuse with status 200.
    public var body: [UInt8]

    /// An answer from its parts.
    public init(_ outcome: Outcome, status: Int? = nil, body: [UInt8] = []) {
        self.outcome = outcome
        self.status = status
        self.body = body
    }
}

/// A header of a request.
public struct RequestHeader: Sendable, Equatable {
    /// The name.
    public let name: String
    /// The value.
    public let value: String

    /// A header; nil where the name is no token, or where the value has control characters in it.
    public init?(_ name: String, _ value: String) {
        let isToken = name.utf8.allSatisfy { byte in
            (65...90).contains(byte) || (97...122).contains(byte) || (48...57).contains(byte) || byte == 0x2D
                || byte == 0x5F
        }
        guard isToken, (1...100).contains(name.utf8.count), Question.isHeaderValue(value) else { return nil }
        self.name = name
        self.value = value
    }
}

extension Fetcher {
    /// Posts JSON to a webhook, under the same guards as a fetch; redirects are not followed.
    ///
    /// - Parameters:
    ///   - url: The address.
    ///   - body: The JSON text.
    ///   - headers: Further headers, such as a signature.
    /// - Returns: How it ended.
    public func post(to url: String, body: [UInt8], headers: [RequestHeader] = []) async -> WebhookAnswer {
        let address: WebAddress
        do {
            address = try WebAddress(url)
        } catch {
            return WebhookAnswer(.permanent(FetchFailure(error)))
        }
        // An empty Expect keeps libcurl from waiting for a "100 Continue" that many services never send.
        let lines = ["Content-Type: application/json", "Expect:"] + headers.map { "\($0.name): \($0.value)" }
        let exchange = Exchange(address: address, headers: lines, body: .post(body), wantsDocument: false)
        return WebhookAnswer(
            await self.exchange(exchange), longestPause: policy.maxPause.boundedSeconds, now: clock.now)
    }
}

extension WebhookAnswer {
    /// Judges the facts of an exchange.
    init(_ arrival: Arrival, longestPause: Int, now: Instant) {
        let reply = arrival.reply
        self.init(.accepted, status: reply.status == 0 ? nil : reply.status, body: reply.body)
        if let failure = arrival.failure {
            outcome = Self.outcome(of: failure, wasSent: arrival.wasSent)
            return
        }
        let retry = RetryAfter.instant(reply.headers["retry-after"], now: now, longest: longestPause)
        switch reply.status {
        case 200...299: break
        case 408, 425, 429:
            outcome = .temporary(FetchFailure(.rateLimited, "status \(reply.status)", retryAfter: retry))
        case 500...999: outcome = .temporary(FetchFailure(.serverError, "status \(reply.status)", retryAfter: retry))
        default: outcome = .permanent(FetchFailure(.clientError, "status \(reply.status)"))
        }
    }

    private static func outcome(of failure: FetchFailure, wasSent: Bool) -> Outcome {
        if wasSent { return .uncertain(failure) }
        return [.badAddress, .privateAddress].contains(failure.cause) ? .permanent(failure) : .temporary(failure)
    }
}
