import Foundation
import LoopbackServers
import Model
import Testing

@testable import Watch

@Suite("What serve tells about itself") struct StatusTests {
    private let clock = Clock { Instant(secondsSince1970: 1_800_000_000) }

    private func pages(_ board: StatusBoard = StatusBoard()) -> StatusPages {
        let folder = NSTemporaryDirectory() + "lexwatch-status-\(UUID().uuidString)"
        let paths = Paths(configuration: folder, database: "\(folder)/none.sqlite", data: nil)
        return StatusPages(board: board, workspace: Workspace(paths, clock: clock))
    }

    @Test(
        "two addresses are answered, to GET and HEAD, under this machine's own names",
        arguments: [
            ("GET", "/healthz", "localhost", "200"), ("HEAD", "/metrics", "127.0.0.1:8414", "200"),
            ("GET", "/healthz", "[::1]:8414", "200"), ("GET", "/", "localhost", "404"),
            ("GET", "/metrics/../x", "localhost", "404"), ("POST", "/metrics", "localhost", "405"),
            ("GET", "/metrics", "rebound.example", "421"), ("GET", "/healthz", "127.0.0.1.rebound.example", "421"),
        ])
    func addresses(method: String, target: String, host: String, status: String) {
        let reply = pages().answer(.init(method: method, target: target, host: host))
        #expect(reply.status.hasPrefix(status))
    }

    @Test("health names the job that failed, and is well again after one that did not")
    func health() {
        let board = StatusBoard()
        board.began(.fetch, at: clock.now, missed: 0)
        board.ended(.fetch, at: clock.now, failure: "the disk is full")
        let request = StatusServer.Request(method: "GET", target: "/healthz", host: nil)
        #expect(pages(board).answer(request).body == "the last fetch failed: the disk is full\n")
        board.began(.fetch, at: clock.now, missed: 0)
        board.ended(.fetch, at: clock.now, failure: nil)
        #expect(pages(board).answer(request).status == "200 OK")
        board.plan(.digest, at: clock.now.adding(seconds: -301))
        #expect(pages(board).answer(request).status.hasPrefix("503"))
    }

    @Test("labels are escaped as Prometheus asks")
    func labels() {
        var text = MetricsText()
        text.add("m", "gauge", "Help.", [(["source": "a\"b\\c\nd"], 3)])
        #expect(text.text == "# HELP m Help.\n# TYPE m gauge\nm{source=\"a\\\"b\\\\c\\nd\"} 3\n")
    }

    @Test(
        "requests over a socket are bounded and answered once",
        arguments: [
            ("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n", "HTTP/1.1 200 OK", true),
            ("HEAD /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n", "HTTP/1.1 200 OK", false),
            ("nonsense\r\n\r\n", "HTTP/1.1 400 Bad Request", true),
            ("GET /healthz\r\n\r\n", "HTTP/1.1 400 Bad Request", true),
            ("\r\n\r\n", "HTTP/1.1 400 Bad Request", true),
            ("GET /" + String(repeating: "a", count: 5000) + " HTTP/1.1\r\n\r\n", "", false),
        ])
    func overSocket(request: String, start: String, hasBody: Bool) throws {
        let path = NSTemporaryDirectory() + "lw-\(UUID().uuidString.prefix(8)).sock"
        let place = try #require(ListeningPlace("unix:\(path)"))
        let pages = pages()
        let server = try StatusServer(place) { pages.answer($0) }
        defer {
            server.stop()
            unlink(path)
        }
        let reply = try #require(UnixClient.exchange(Array(request.utf8), at: path))
        #expect(reply.hasPrefix(start))
        #expect(reply.components(separatedBy: "\r\n\r\n").last?.isEmpty == !hasBody)
    }

    @Test(
        "only this machine can be listened at",
        arguments: [
            ("127.0.0.1:8414", true), ("localhost:1", true), ("[::1]:8414", true), ("unix:/run/lexwatch/s", true),
            ("0.0.0.0:8414", false), ("[::]:80", false), ("192.168.1.1:80", false), ("127.0.0.1", false),
            ("127.0.0.1:99999", false), ("unix:relative", false),
            ("unix:/" + String(repeating: "x", count: 200), false),
        ])
    func places(text: String, isPlace: Bool) { #expect((ListeningPlace(text) != nil) == isPlace) }

    @Test(
        "signs of life are given where the service manager wants them in a time that can be kept",
        arguments: [("500000", 0.5), ("0", nil), ("nan", nil), ("-1", nil), ("", nil)] as [(String, Double?)])
    func watchdog(microseconds: String, seconds: Double?) {
        #expect(ServiceManager(environment: ["WATCHDOG_USEC": microseconds]).watchdog == seconds)
    }

    @Test("a place that is taken is told")
    func taken() throws {
        let folder = NSTemporaryDirectory() + "lw-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: URL(fileURLWithPath: "\(folder)/s"))
        let place = try #require(ListeningPlace("unix:\(folder)/s"))
        #expect(throws: PlainProblem.self) { try StatusServer(place) { _ in .init(status: "200 OK", body: "") } }
        #expect(FileManager.default.contents(atPath: "\(folder)/s") == Data("mine".utf8))
    }
}
