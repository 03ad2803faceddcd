/// What a server sent: the last status, the headers that matter, and the body.
struct Reply: Sendable, Equatable {
    /// The status; 0 where none came.
    var status = 0
    /// The headers that matter, by lower-case name.
    var headers: [String: String] = [:]
    /// The body, decompressed.
    var body: [UInt8] = []

    /// The headers that are kept; all others are counted and forgotten.
    static let kept: Set<String> = [
        "etag", "last-modified", "cache-control", "expires", "age", "date", "retry-after", "content-type",
        "content-length",
        "content-encoding", "transfer-encoding", "im", "location", "refresh", "cf-mitigated", "x-amzn-waf-action",
        "x-datadome", "x-vercel-mitigated", "sg-captcha",
    ]

    /// Takes in one line of headers: a status line begins a new answer.
    mutating func take(line: UnsafeBufferPointer<UInt8>) {
        if line.starts(with: "HTTP/".utf8) {
            status = Self.status(of: line)
            headers.removeAll(keepingCapacity: true)
            return
        }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon <= 40 else { return }
        let name = String(decoding: line[..<colon].map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
        guard Self.kept.contains(name) else { return }
        let value = line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
        let trailing = value.reversed().prefix { $0 <= 0x20 }.count
        let text = String(decoding: value.dropLast(trailing).prefix(4000), as: UTF8.self)
        if name == "cache-control" || name == "im", let earlier = headers[name] {
            headers[name] = "\(earlier), \(text)"
        } else if headers[name] == nil || name == "content-type" {
            headers[name] = text
        }
    }

    private static func status(of line: UnsafeBufferPointer<UInt8>) -> Int {
        guard let space = line.firstIndex(of: 0x20) else { return 0 }
        let digits = line[(space + 1)...].prefix { (0x30...0x39).contains($0) }
        return Digits.number(String(decoding: digits, as: UTF8.self)) ?? 0
    }
}
