import Model

/// The Retry-After header in both its forms (RFC 9110, 10.2.3).
enum RetryAfter {
    /// The moment before which not to ask again, at most `longest` seconds ahead; nil where the header says none.
    static func instant(_ text: String?, now: Instant, longest: Int) -> Instant? {
        guard let text else { return nil }
        let latest = now.adding(seconds: Int64(longest))
        let trimmed = String(decoding: text.utf8.filter { $0 != 0x20 && $0 != 0x09 }, as: UTF8.self)
        if !trimmed.isEmpty, trimmed.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            // More digits than a number holds still mean "very long".
            return min(latest, now.adding(seconds: Int64(Digits.number(trimmed) ?? longest)))
        }
        return HTTPDate.instant(text, now: now).map { min(latest, max(now, $0)) }
    }
}
