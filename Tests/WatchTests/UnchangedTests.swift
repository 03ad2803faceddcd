import LoopbackServers
import Model
import Synchronization
import Testing

@testable import Watch

@Suite("A server that says that nothing changed") struct UnchangedTests {
    private static let said = "said for days that nothing changed"

    /// How often a server is asked conditionally on each of some days, on which it publishes an entry each, and what is
    /// warned of on the last.
    private func conditions(
        on days: ClosedRange<Int>, answer: @escaping @Sendable (HTTPRequest, Int) -> HTTPReply
    ) async throws -> (conditional: [Bool], warnings: [String]) {
        let day = Counter()
        let server = try HTTPServer { answer($0, day.value) }
        defer { server.stop() }
        let installation = try Installation(
            at: "2026-03-01",
            [
                "lexwatch.yaml":
                    "organisation: T\nfeeds: [sources.yaml]\nfetch: {allow-private: [127.0.0.0/8], timeout: 30s}\n",
                "sources.yaml":
                    "- {id: court, publisher: A court, url: '\(server.url("/feed"))', jurisdiction: US, authority: court}\n",
            ])
        for number in days {
            day.value = number
            installation.set(number < 10 ? "2026-03-0\(number)" : "2026-03-\(number)")
            _ = try await installation.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
        }
        let feeds = server.requests.filter { $0.path == "/feed" }
        return (
            feeds.map { $0.headers["if-none-match"] != nil }, try installation.workspace.sources().first?.warnings ?? []
        )
    }

    private static func feed(until day: Int) -> HTTPReply {
        let items = (1...day).map { number in
            "<entry><id>urn:\(number)</id><title>Ruling number \(number)</title>"
                + "<updated>2026-03-\(number < 10 ? "0" : "")\(number)T09:00:00Z</updated></entry>"
        }
        return HTTPReply(
            headers: [("ETag", "\"q\""), ("Content-Type", "application/atom+xml")],
            bytes: Array(
                "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title>\(items.reversed().joined())</feed>".utf8))
    }

    @Test("is asked no longer where it says so although there was news, and that is told")
    func lies() async throws {
        let found = try await conditions(on: 1...13) { request, day in
            request.headers["if-none-match"] == nil ? Self.feed(until: day) : HTTPReply(status: 304, body: "")
        }
        // The first reading, eight days that are believed, and a reading in full each day since then.
        #expect(found.conditional == [false] + Array(repeating: true, count: 8) + Array(repeating: false, count: 4))
        #expect(found.warnings.contains { $0.contains(Self.said) }, "\(found.warnings)")
    }

    @Test("is believed for the next days where there was none")
    func isTrue() async throws {
        let found = try await conditions(on: 1...13) { request, _ in
            request.headers["if-none-match"] == nil ? Self.feed(until: 1) : HTTPReply(status: 304, body: "")
        }
        #expect(found.conditional.suffix(3) == [true, true, true])
        #expect(!found.warnings.contains { $0.contains(Self.said) })
    }
}

/// A number that a server's thread reads.
private final class Counter: Sendable {
    private let number = Mutex(0)
    var value: Int {
        get { number.withLock { $0 } }
        set { number.withLock { $0 = newValue } }
    }
}
