import LoopbackServers
import Testing

/// One address a fault, beside sources in good health: each error names its cause, and nothing else suffers.
@Suite("A server with every fault") struct FaultServerTests {
    /// A fault, the answer that shows it, and the cause that is reported.
    struct Fault: CustomTestStringConvertible {
        let name: String
        let reply: HTTPReply
        let cause: String
        var testDescription: String { name }
    }

    private static let feedType = ("Content-Type", "application/rss+xml")
    private static let head = "<rss version='2.0'><channel><title>T</title>"

    private static func raw(_ headers: [(String, String)], _ steps: [HTTPReply.Step]) -> HTTPReply {
        HTTPReply([.send(HTTPReply.head(200, headers))] + steps)
    }

    private static let faults: [Fault] = [
        Fault(
            name: "reset", reply: raw([("Content-Length", "900")], [.send(Array(head.utf8)), .reset]),
            cause: "interrupted"),
        Fault(
            name: "short", reply: raw([("Content-Length", "900")], [.send(Array(head.utf8)), .close]),
            cause: "interrupted"),
        Fault(name: "hang", reply: HTTPReply([.hang]), cause: "timeout"),
        Fault(
            name: "endless", reply: raw([], [.forever([UInt8](repeating: 0x20, count: 1 << 20), 0)]), cause: "too-large"
        ),
        Fault(
            name: "truncated-gzip",
            reply: HTTPReply(
                headers: [feedType, ("Content-Encoding", "gzip")],
                bytes: Array(Gzip.stored(Array(head.utf8)).dropLast(12))), cause: "bad-encoding"),
        Fault(name: "loop", reply: .redirect(to: "/loop"), cause: "redirects"),
        Fault(name: "to-file", reply: .redirect(to: "file:///etc/passwd"), cause: "bad-redirect"),
        Fault(name: "to-ftp", reply: .redirect(to: "ftp://127.0.0.1/x"), cause: "bad-redirect"),
        Fault(name: "to-private", reply: .redirect(to: "http://10.255.255.1/x"), cause: "private-address"),
        Fault(name: "gone", reply: HTTPReply(status: 410, body: ""), cause: "gone"),
        Fault(name: "missing", reply: HTTPReply(status: 404, body: ""), cause: "not-found"),
        Fault(name: "broken", reply: HTTPReply(status: 500, body: ""), cause: "server-error"),
        Fault(name: "login", reply: HTTPReply(body: "<html><title>Sign in</title></html>"), cause: "web-page"),
        Fault(name: "empty", reply: HTTPReply(body: ""), cause: "empty"),
        Fault(name: "words", reply: HTTPReply(body: "no feed at all"), cause: "not-a-feed"),
        Fault(name: "unasked-304", reply: HTTPReply(status: 304, bytes: []), cause: "protocol-error"),
    ]

    @Test("each error names its cause; the good sources' items are stored")
    func all() throws {
        let good = "\(Self.head)<item><guid>g</guid><title>Good \u{1B}[31mnews\r\nBcc: x</title></item></channel></rss>"
        var routes = Dictionary(uniqueKeysWithValues: Self.faults.map { ("/\($0.name)", $0.reply) })
        for number in 1...5 { routes["/good\(number)"] = HTTPReply(headers: [Self.feedType], body: good) }
        let server = try HTTPServer(routes: routes)
        defer { server.stop() }
        let program = try Program.installed(
            extra: "fetch: {allow-private: [127.0.0.0/8], timeout: 2s, per-host: 8, max-bytes: 5MB}\n")
        let names = routes.keys.sorted().map { String($0.dropFirst()) }
        try program.write(
            names.map {
                "- {id: '\($0)', publisher: P, url: '\(server.url("/\($0)"))', jurisdiction: US, authority: court, scope: topical}"
            }.joined(separator: "\n") + "\n", to: "sources.yaml")
        let fetched = try program.run("fetch", "--json").objects()
        let causes = Dictionary(uniqueKeysWithValues: fetched.map { ($0["source"] as? String, $0["cause"] as? String) })
        for fault in Self.faults { #expect(causes[fault.name] == fault.cause, "\(fault.name)") }
        let items = try program.run("items", "--json").objects()
        #expect(items.count == 5)
        #expect(items.allSatisfy { ($0["title"] as? String)?.contains("\u{1B}") == false })
    }
}
