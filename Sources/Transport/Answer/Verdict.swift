import Model

/// Judges what came back: the facts of an exchange become the answer to a request. No socket, no clock.
struct Verdict {
    let question: Question
    let policy: FetchPolicy
    let now: Instant

    /// The answer that the facts amount to.
    func answer(to arrival: Arrival) -> FetchAnswer {
        let reply = arrival.reply
        let outcome = outcome(of: arrival)
        var answer = FetchAnswer(
            outcome, status: reply.status == 0 ? nil : reply.status, bytes: arrival.bytes,
            milliseconds: arrival.milliseconds, finalURL: arrival.finalURL)
        answer.contentType = reply.headers["content-type"].map { PlainText.oneLine($0, limit: 200) }
        if question.accept == .json, answer.failure != nil, reply.status >= 400 { answer.complaint = reply.body }
        answer.refresh = refresh(reply)
        guard answer.failure == nil else { return answer }
        answer.movedTo = arrival.movedTo
        answer.isDelta = isDelta(reply)
        answer.validators = outcome == .unchanged ? question.validators : validators(of: reply)
        answer.freshUntil = freshUntil(reply)
        return answer
    }

    private func outcome(of arrival: Arrival) -> FetchAnswer.Outcome {
        let reply = arrival.reply
        if let failure = arrival.failure { return .failed(failure) }
        if let wall = BotWall.sign(in: reply, expecting: question.accept) {
            return .challenged(FetchFailure(.botWall, wall, retryAfter: retryAfter(reply)))
        }
        switch reply.status {
        case 304:
            guard question.validators == nil else { return .unchanged }
            return .failed(FetchFailure(.protocolError, "status 304 although nothing was known"))
        case 200, 203, 226, 202:
            let mayBeEmpty = question.accept == .robots
            if let fault = Packing.fault(of: reply, received: arrival.bytes) { return .failed(fault) }
            return reply.body.isEmpty && !mayBeEmpty
                ? .failed(FetchFailure(.empty, "status \(reply.status) with an empty body")) : .body(reply.body)
        default: return .failed(failure(reply))
        }
    }

    /// Whether an answer holds what is new alone. It does only where that was asked for, and where the server says that
    /// it did that, and not merely that it compressed the answer: all else would hide what came and went.
    private func isDelta(_ reply: Reply) -> Bool {
        let manipulations = (reply.headers["im"] ?? "").split { $0 == "," || $0 == " " || $0 == ";" }
        return reply.status == 226 && question.wantsDelta && manipulations.contains { $0.lowercased() == "feed" }
    }

    private func failure(_ reply: Reply) -> FetchFailure {
        let detail = "status \(reply.status)"
        let retry = retryAfter(reply)
        switch reply.status {
        case 204, 205: return FetchFailure(.empty, "\(detail), which has no body")
        case 410: return FetchFailure(.gone, "\(detail): retired for good")
        case 404: return FetchFailure(.notFound, detail)
        case 401, 403, 451: return FetchFailure(.denied, detail)
        case 407: return FetchFailure(.denied, "\(detail): the proxy asks for a name and password, or refuses these")
        case 429: return FetchFailure(.rateLimited, limited(detail, until: retry, reply), retryAfter: retry)
        case 503 where retry != nil:
            return FetchFailure(.rateLimited, limited(detail, until: retry, reply), retryAfter: retry)
        case 400...499: return FetchFailure(.clientError, detail, retryAfter: retry)
        case 500...999: return FetchFailure(.serverError, detail, retryAfter: retry)
        case 305: return FetchFailure(.protocolError, "\(detail) wants a proxy to be used")
        case 300...399: return FetchFailure(.protocolError, "\(detail) without an address to go to")
        default: return FetchFailure(.protocolError, "\(detail) is no answer to a GET")
        }
    }

    private func limited(_ detail: String, until: Instant?, _ reply: Reply) -> String {
        guard let until else { return "\(detail), without Retry-After" }
        let asked = RetryAfter.instant(reply.headers["retry-after"], now: now, longest: Self.century) ?? until
        let capped = asked > until ? ", the longest pause that is kept; the server asked for \(asked)" : ""
        return "\(detail): not before \(until)\(capped)"
    }

    /// Seconds that no server can mean.
    private static let century = 100 * 366 * 86_400

    /// The address in `0; url=https://…`, of which HTML allows to leave `url=` out.
    private func refresh(_ reply: Reply) -> String? {
        let parts = (reply.headers["refresh"] ?? "").split(maxSplits: 1) { $0 == ";" || $0 == "," }
        guard parts.count == 2 else { return nil }
        var rest = parts[1].drop { $0 == " " }
        if rest.lowercased().hasPrefix("url"), let mark = rest.firstIndex(of: "=") {
            rest = rest[rest.index(after: mark)...]
        }
        let address = rest.filter { !" \"'".contains($0) }
        return address.isEmpty ? nil : PlainText.oneLine(address, limit: 300)
    }

    private func retryAfter(_ reply: Reply) -> Instant? {
        RetryAfter.instant(reply.headers["retry-after"], now: now, longest: policy.maxPause.boundedSeconds)
    }

    /// Validators of a delta make the next answer a delta of a delta, which is what RFC 3229 means them for; they are as
    /// old as those of the last full reading, so that the source is read in full again in time.
    private func validators(of reply: Reply) -> Validators? {
        func sound(_ name: String) -> String? {
            reply.headers[name].flatMap { Question.isHeaderValue($0) ? $0 : nil }
        }
        let obtained = isDelta(reply) ? question.validators?.obtained ?? now : now
        let modified = sound("last-modified").flatMap { isAhead($0, of: reply) ? nil : $0 }
        return Validators(etag: sound("etag"), lastModified: modified, obtained: obtained)
    }

    /// Whether a document was changed after it was sent, by the server's own clock (RFC 9110, 8.8.2.1): asked whether
    /// it changed since, servers that compare would say no until that moment comes.
    private func isAhead(_ modified: String, of reply: Reply) -> Bool {
        let sent = reply.headers["date"].flatMap { HTTPDate.instant($0, now: now) } ?? now
        return HTTPDate.instant(modified, now: now).map { $0 > sent } ?? false
    }

    private func freshUntil(_ reply: Reply) -> Instant? {
        Freshness.until(
            cacheControl: reply.headers["cache-control"], expires: reply.headers["expires"],
            age: reply.headers["age"], date: reply.headers["date"], now: now,
            longest: policy.maxFreshness.boundedSeconds)
    }
}
