import Model

/// How long an answer may be called fresh (RFC 9111, 4.2), from headers that are often absurd.
enum Freshness {
    /// The moment until which the answer is fresh, at most `longest` seconds ahead; nil where the server says nothing
    /// or asks that it be looked at each time.
    static func until(cacheControl: String?, expires: String?, age: String?, date: String?, now: Instant, longest: Int)
        -> Instant?
    {
        let directives = cacheControl.map(Self.directives) ?? []
        guard !directives.contains(where: { $0.name == "no-store" || $0.name == "no-cache" }) else { return nil }
        let aged = age.flatMap { Digits.number($0) } ?? 0
        guard let seconds = lifetime(directives, expires: expires, date: date, now: now).map({ $0 - aged }), seconds > 0
        else { return nil }
        return now.adding(seconds: Int64(min(seconds, longest)))
    }

    private static func lifetime(_ directives: [Directive], expires: String?, date: String?, now: Instant) -> Int? {
        if let maxAge = directives.first(where: { $0.name == "max-age" }) {
            guard let value = maxAge.value, value.utf8.allSatisfy({ (0x30...0x39).contains($0) }), !value.isEmpty else {
                return nil
            }
            return Digits.number(value) ?? 999_999_999_999
        }
        guard let expires = expires.flatMap({ HTTPDate.instant($0, now: now) }) else { return nil }
        // Both are by the server's clock, so that its error cancels out.
        let sent = date.flatMap { HTTPDate.instant($0, now: now) } ?? now
        return Int(expires.seconds(since: sent))
    }

    private struct Directive {
        let name: String
        let value: String?
    }

    private static func directives(_ text: String) -> [Directive] {
        text.utf8.split(separator: UInt8(ascii: ",")).map { part in
            let halves = part.filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x22 }
                .split(separator: UInt8(ascii: "="), maxSplits: 1)
                .map { String(decoding: $0, as: UTF8.self).lowercased() }
            return Directive(name: halves.first ?? "", value: halves.count == 2 ? halves[1] : nil)
        }
    }
}
