import CCurl
import Glibc
public import Model

/// Fetches documents over HTTP, many at once, within the bounds and manners of a policy.
///
/// One thread of its own drives all transfers; tasks that wait for an answer block no thread. Every request ends exactly
/// once, with an answer: failing is one of its cases, and nothing is thrown.
public final class Fetcher: Sendable {
    let policy: FetchPolicy
    let clock: Clock
    private let pauseBook: PauseBook
    private let mailbox: Mailbox?
    private let files = Worker()

    /// A fetcher; its thread ends when the last reference to it is gone.
    ///
    /// - Parameters:
    ///   - policy: The bounds and manners.
    ///   - clock: The time, for pauses, freshness and validators.
    ///   - pauses: Pauses of an earlier run that may not have ended.
    public init(_ policy: FetchPolicy, clock: Clock, pauses: [HostPause] = []) {
        self.policy = policy
        self.clock = clock
        pauseBook = PauseBook(policy: policy, clock: clock, earlier: pauses)
        mailbox = EventLoop.start(policy: policy, pauses: pauseBook)
    }

    deinit { mailbox?.post(.stop) }

    /// The pauses that hosts asked for and that have not ended.
    public var pauses: [HostPause] { pauseBook.all }

    /// Until when an address is to be left alone, because its host asked for it.
    public func pause(of url: String) -> Instant? {
        guard let address = try? WebAddress(url) else { return nil }
        return pauseBook.obstacle(to: address)?.retryAfter
    }

    /// Fetches a document.
    ///
    /// - Parameter request: The address and what is known of it.
    /// - Returns: The answer; where the task is cancelled, a failure that says so.
    public func fetch(_ request: FetchRequest) async -> FetchAnswer {
        if FileSource.isFile(request.url) { return await read(request) }
        let address: WebAddress
        do {
            address = try WebAddress(request.url)
        } catch {
            return FetchAnswer(.failed(FetchFailure(error)), finalURL: PlainText.oneLine(request.url))
        }
        let validators = ValidatorPolicy.usable(request.validators, now: clock.now)
        let question = Question(accept: request.accept, validators: validators)
        let arrival = await exchange(
            Exchange(address: address, headers: question.headers, maxBytes: request.maxBytes))
        return Verdict(question: question, policy: policy, now: clock.now).answer(to: arrival)
    }

    private func read(_ request: FetchRequest) async -> FetchAnswer {
        guard request.allowsFile else {
            let failure = FetchFailure(
                .badAddress, "a file: address is allowed only where the source's definition has it")
            return FetchAnswer(.failed(failure), finalURL: PlainText.oneLine(request.url))
        }
        let (policy, now) = (policy, clock.now)
        return await files.run {
            FileSource.answer(request, limit: policy.limited(to: request.maxBytes).maxDecompressedBytes, now: now)
        }
    }

    /// Has one exchange; it ends exactly once, by the loop or by cancellation.
    func exchange(_ exchange: Exchange) async -> Arrival {
        guard let mailbox else {
            let failure = FetchFailure(.internal, "the fetcher's thread did not start")
            return Arrival(finalURL: exchange.address.text, failure: failure)
        }
        let cancellation = Cancellation()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                mailbox.post(.begin(Ticket(exchange, cancellation, continuation)))
            }
        } onCancel: {
            cancellation.cancel()
            mailbox.post(.sweep)
        }
    }
}

extension FetchFailure {
    init(_ refusal: WebAddress.Refusal) {
        switch refusal {
        case .malformed: self.init(.badAddress, "no address that can be read")
        case .scheme(let scheme): self.init(.badAddress, "the scheme \(scheme): is not http or https")
        case .international(let host):
            self.init(
                .badAddress, "the name \(host) cannot be translated here: write it in the letters a to z, as xn--…")
        }
    }
}
