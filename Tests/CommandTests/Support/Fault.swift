import LoopbackServers

/// A fault of a source, and what is to be said of it.
struct Fault: Sendable {
    let name: String
    /// The answer that shows it; nil where there is no server at all, or another one.
    let reply: HTTPReply?
    /// The cause that is reported; nil where the source is read all the same.
    let cause: String?
    /// Words of the detail.
    let words: String

    init(_ name: String, _ reply: HTTPReply?, _ cause: String?, _ words: String = "") {
        self.name = name
        self.reply = reply
        self.cause = cause
        self.words = words
    }

    static let feedType = ("Content-Type", "application/rss+xml")

    /// A feed of one entry.
    static func feed(_ title: String) -> String {
        "<rss version='2.0'><channel><title>T</title><item><title>\(title)</title></item></channel></rss>"
    }

    private static func raw(_ headers: [(String, String)], _ steps: HTTPReply.Step...) -> HTTPReply {
        HTTPReply([.send(HTTPReply.head(200, headers))] + steps)
    }
    private static func text(_ text: String) -> HTTPReply.Step { .send(Array(text.utf8)) }
    private static func document(_ body: String) -> HTTPReply { HTTPReply(headers: [feedType], body: body) }
    private static func document(_ bytes: [UInt8]) -> HTTPReply { HTTPReply(headers: [feedType], bytes: bytes) }
    private static func limited(_ status: Int, _ header: String) -> HTTPReply {
        HTTPReply(status: status, headers: [("Retry-After", header)], body: "later")
    }
    private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    /// All of them.
    static let all = wire + answers + certificates + documents

    /// What goes wrong with bytes and time.
    private static let wire = [
        Fault("refused", nil, "refused"),
        Fault("reset", raw([("Content-Length", "900")], text("<rss>"), .reset), "interrupted", "connection ended"),
        Fault("wrong-length", raw([("Content-Length", "900")], text("<rss>"), .close), "interrupted", "5 bytes"),
        Fault("never-answers", HTTPReply([.hang]), "timeout", "within 3 s; 0 bytes"),
        Fault("byte-a-second", raw([("Content-Length", "900")], .forever([0x20], 1000)), "timeout", "within 3 s"),
        Fault("endless", raw([], .forever([UInt8](repeating: 0x20, count: 1 << 20), 0)), "too-large", "20 MB"),
        Fault(
            "truncated-gzip",
            HTTPReply(
                headers: [feedType, ("Content-Encoding", "gzip")],
                bytes: Array(Gzip.stored(Array(feed("x").utf8)).dropLast(12))), "bad-encoding", "ends before its end"),
        Fault(
            "bomb", HTTPReply(headers: [feedType, ("Content-Encoding", "gzip")], bytes: Gzip.bomb(matches: 2_000_000)),
            "too-large", "unpacked"),
    ]

    /// What an orderly answer says.
    private static let answers = [
        Fault("loop", .redirect(to: "/loop"), "redirects", "more than 5"),
        Fault("to-file", .redirect(to: "file:///etc/passwd"), "bad-redirect", "file:"),
        Fault("to-ftp", .redirect(to: "ftp://127.0.0.1/x"), "bad-redirect", "ftp:"),
        Fault("to-private", .redirect(to: "http://10.255.255.1/x"), "private-address", "10.255.255.1"),
        Fault("unasked-304", HTTPReply(status: 304, bytes: []), "protocol-error", "304"),
        Fault("gone", HTTPReply(status: 410, body: ""), "gone", "410"),
        Fault("missing", HTTPReply(status: 404, body: ""), "not-found", "404"),
        Fault("broken", HTTPReply(status: 500, body: ""), "server-error", "500"),
        Fault("limited-seconds", limited(429, "120"), "rate-limited", "429: not before"),
        Fault(
            "limited-date", limited(429, "Fri, 31 Dec 2100 08:00:00 GMT"), "rate-limited",
            "kept; the server asked for 2100-12-31T08:00:00Z"),
        Fault("busy-seconds", limited(503, "120"), "rate-limited", "503: not before"),
        Fault("busy-date", limited(503, "Fri, 31 Dec 2100 08:00:00 GMT"), "rate-limited", "503: not before"),
    ]

    /// Who the server says it is.
    private static let certificates = [
        Fault("expired", nil, "tls", "expired"), Fault("self-signed", nil, "tls", "self"),
        Fault("other-host", nil, "tls", "match"),
    ]

    /// What the document holds; where it can be read at all, it is.
    private static let documents = [
        Fault(
            "login", document("<html><title>Sign in</title><body><form><input type='password'></form></body></html>"),
            "web-page", "Sign in"),
        Fault("empty", document(""), "empty"),
        Fault("words", document("no feed at all"), "not-a-feed"),
        Fault("nested", document("<rss><channel>" + repeated("<a>", 100_000)), "not-a-feed", "nested too deeply"),
        Fault(
            "nested-text",
            document(
                feed("deep").replacing("</item>", with: "<description>\(repeated("<a>", 100_000))</description></item>")
            ),
            nil),
        Fault("cut-off", document(String(feed("x").prefix(40))), "not-a-feed", "ends too early"),
        Fault(
            "laughs",
            document(
                "<!DOCTYPE r [<!ENTITY a 'ha'>"
                    + (1...9).map { "<!ENTITY a\($0) '\(repeated("&a\($0 == 1 ? "" : String($0 - 1));", 10))'>" }
                    .joined()
                    + "]>" + feed("&a9;")), nil),
        Fault(
            "external", document("<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + feed("&x; outside")), nil),
        Fault("huge-element", document(feed(repeated("word ", 10_000_000))), "too-large", "announces 50"),
        Fault("large-element", document(feed(repeated("word ", 3_000_000))), nil),
        Fault("million-items", document("<rss><channel>" + repeated("<item>t</item>", 1_000_000)), nil),
        Fault("nuls", document(feed("a\u{0}b")), nil),
        Fault("bad-utf8", document(Array(feed("a|b").utf8).map { $0 == 0x7C ? 0xFF : $0 }), nil),
        Fault("surrogates", document(feed("a&#xD800;b")), nil),
        Fault("long-title", document(feed(repeated("word ", 200_000))), nil),
        Fault("escapes", document(feed("\u{1B}[31mred\r\nBcc: x@a.example\u{9B}31m")), nil),
    ]
}
