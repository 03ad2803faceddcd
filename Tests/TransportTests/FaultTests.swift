import LoopbackServers
import Model
import Testing

@testable import Transport

/// One address for each fault, and what is to be said of it.
struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    let reply: HTTPReply
    let cause: FetchFailure.Cause
    let words: String
    var testDescription: String { name }

    init(_ name: String, _ reply: HTTPReply, _ cause: FetchFailure.Cause, _ words: String) {
        self.name = name
        self.reply = reply
        self.cause = cause
        self.words = words
    }
}

extension Fault {
    private static func scripted(_ headers: [(String, String)], _ steps: HTTPReply.Step...) -> HTTPReply {
        HTTPReply([.send(HTTPReply.head(200, headers))] + steps)
    }
    private static func text(_ text: String) -> HTTPReply.Step { .send(Array(text.utf8)) }
    private static let spaces = [UInt8](repeating: 0x20, count: 20_000)
    private static let packed = [("Content-Encoding", "gzip")]

    static let all: [Fault] = [
        Fault("reset mid-body", scripted([("Content-Length", "100")], text("half"), .reset), .interrupted, "4 bytes"),
        Fault("closed before an answer", HTTPReply([.close]), .interrupted, "0 bytes"),
        Fault("never answers", HTTPReply([.hang]), .timeout, "no byte for 1 s"),
        Fault("stops mid-body", scripted([("Content-Length", "100")], text("half"), .hang), .stalled, "4 bytes came"),
        Fault(
            "one byte a second", scripted([("Content-Length", "100")], .forever([0x20], 300)), .stalled,
            "less than 100 bytes a second"),
        Fault(
            "drips past the total time", scripted([], .forever([UInt8](repeating: 0x20, count: 100), 100)), .timeout,
            "within 4 s"),
        Fault("wrong length", scripted([("Content-Length", "100")], text("short"), .close), .interrupted, "5 bytes"),
        Fault(
            "chunks without an end", scripted([("Transfer-Encoding", "chunked")], text("5\r\nshort\r\n"), .close),
            .interrupted, "connection ended"),
        Fault(
            "truncated gzip", HTTPReply(headers: packed, bytes: Gzip.stored(Array("<rss/>".utf8)).dropLast(5)),
            .badEncoding, "ends before its end"),
        Fault(
            "truncated gzip in chunks",
            scripted(
                packed + [("Transfer-Encoding", "chunked")], text("f\r\n"),
                .send(Array(Gzip.stored(Array("<rss/>".utf8)).prefix(15))), text("\r\n0\r\n\r\n")),
            .badEncoding, "ends before its end"),
        Fault(
            "bytes behind gzip", HTTPReply(headers: packed, bytes: Gzip.stored([0x20]) + [1, 2, 3]), .badEncoding,
            "compression is broken"),
        Fault(
            "decompression bomb", HTTPReply(headers: packed, bytes: Gzip.bomb(matches: 100_000)), .tooLarge,
            "exceeds 400 kB unpacked"),
        Fault("endless body", scripted([], .forever(spaces, 0)), .tooLarge, "exceeds 200 kB"),
        Fault(
            "announced too large", scripted([("Content-Length", "900000")], .hang), .tooLarge,
            "announces 900 kB"),
        Fault(
            "endless headers", HTTPReply([text("HTTP/1.1 200 OK\r\n"), .forever(Array("X: y\r\n".utf8), 0)]),
            .tooLarge, "headers exceed 16 kB"),
        Fault(
            "endless header line", HTTPReply([text("HTTP/1.1 200 OK\r\nX: "), .forever(spaces, 0)]), .tooLarge,
            "header line"),
        Fault("304 unasked", HTTPReply(status: 304, bytes: []), .protocolError, "304"),
        Fault("no HTTP", HTTPReply([text("SSH-2.0-server\r\n"), .close]), .protocolError, "not HTTP"),
        Fault("gone", HTTPReply(status: 410, body: "gone"), .gone, "410"),
        Fault("missing", HTTPReply(status: 404, body: "missing"), .notFound, "404"),
        Fault("forbidden", HTTPReply(status: 403, body: "forbidden"), .denied, "403"),
        Fault("teapot", HTTPReply(status: 418, body: "teapot"), .clientError, "418"),
        Fault("broken server", HTTPReply(status: 500, body: "oops"), .serverError, "500"),
        Fault("busy server", HTTPReply(status: 503, body: "busy"), .serverError, "503"),
        Fault("empty body", HTTPReply(bytes: []), .empty, "200"),
        Fault("no content", HTTPReply(status: 204, bytes: []), .empty, "204"),
        Fault("redirect without an address", HTTPReply(status: 302, body: ""), .protocolError, "302"),
        Fault("redirect to a file", .redirect(to: "file:///etc/passwd"), .badRedirect, "redirect 1 leads to file:"),
        Fault("redirect to gopher", .redirect(to: "gopher://127.0.0.1/1"), .badRedirect, "leads to gopher:"),
        Fault("redirect to nowhere", .redirect(to: "http://"), .badRedirect, "no address"),
        Fault("redirect to a private address", .redirect(to: "http://10.1.2.3/"), .privateAddress, "10.1.2.3"),
        Fault(
            "redirect to the metadata service", .redirect(to: "http://169.254.169.254/latest"), .privateAddress,
            "link-local"),
        Fault("redirect to itself", .redirect(to: "?"), .redirects, "more than 5 redirects"),
    ]
}

@Suite("every fault of a server has a cause, a bound and a name")
struct FaultTests {
    @Test("a fault is named with its figures", arguments: Fault.all)
    func names(fault: Fault) async throws {
        let server = try HTTPServer { _ in fault.reply }
        defer { server.stop() }
        let answer = await Fetcher(try .small).fetch(FetchRequest(url: server.url("/feed")))
        let failure = try #require(answer.failure, "\(answer)")
        #expect(failure.cause == fault.cause, "\(failure)")
        #expect(failure.detail.contains(fault.words), "\(failure)")
        #expect(answer.bytes < 2_000_000)
    }

    @Test("faults of some sources leave the others alone")
    func leavesOthersAlone() async throws {
        let faults = Dictionary(uniqueKeysWithValues: Fault.all.enumerated().map { ("/\($0)", $1.reply) })
        let server = try HTTPServer { request in faults[request.path] ?? HTTPReply(body: "<rss>\(request.path)</rss>") }
        defer { server.stop() }
        let fetcher = Fetcher(try .small)
        let good = await withTaskGroup(of: Bool.self) { group in
            for index in Fault.all.indices {
                group.addTask { await fetcher.fetch(FetchRequest(url: server.url("/\(index)"))).failure == nil }
                group.addTask {
                    let answer = await fetcher.fetch(FetchRequest(url: server.url("/good\(index)")))
                    return answer.text == "<rss>/good\(index)</rss>"
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(good == Fault.all.count)
    }

    @Test("a port where nobody listens is refused")
    func refused() async throws {
        let server = try HTTPServer(routes: [:])
        server.stop()
        let answer = await Fetcher(try .small).fetch(FetchRequest(url: server.url("/")))
        #expect(answer.failure?.cause == .refused)
        #expect(answer.status == nil)
    }

    @Test("a name that does not resolve is said so")
    func unresolved() async throws {
        // A label of more than 63 bytes fails without asking any name server.
        let name = String(repeating: "a", count: 64)
        let answer = await Fetcher(try .small).fetch(FetchRequest(url: "http://\(name).invalid/"))
        #expect(answer.failure?.cause == .unresolved, "\(answer)")
    }

    @Test(
        "an address that may not be fetched is refused before any connection",
        arguments: [
            ("ftp://example.org/", "ftp:"), ("", "no address"), ("file:///etc/passwd", "file:"),
            ("javascript:alert(1)", "javascript:"), ("http://a b/", "no address"), ("//example.org", "no address"),
            ("http://exa\u{0}mple.org/", "no address"), ("example.org/feed", "no address"),
        ])
    func badAddress(url: String, words: String) async throws {
        let answer = await Fetcher(try .small).fetch(FetchRequest(url: url))
        #expect(answer.failure?.cause == .badAddress)
        #expect(answer.failure?.detail.contains(words) == true, "\(answer)")
    }
}
