import Foundation
import LoopbackServers
import Synchronization
import Testing

@Suite("Over real sockets") struct LoopbackTests {
    private func program(_ server: HTTPServer, extra: String = "", source: String = "") throws -> Program {
        let program = try Program.installed(extra: "fetch: {allow-private: [127.0.0.0/8], timeout: 30s}\n" + extra)
        try program.write(
            "- {id: court, publisher: A court, url: '\(server.url("/feed"))', jurisdiction: US, authority: court, scope: topical\(source)}\n",
            to: "sources.yaml")
        return program
    }

    private func feed(_ numbers: ClosedRange<Int>, next: String? = nil) -> String {
        let entries = numbers.reversed().map { number in
            "<entry><id>urn:r:\(number)</id><title>Ruling \(number) on training data of generative AI and copyright</title>"
                + "<link href='https://court.example/\(number)'/><updated>2026-03-01T00:00:00Z</updated></entry>"
        }
        let link = next.map { "<link rel='next' href='\($0)'/>" } ?? ""
        return "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title>\(link)\(entries.joined())</feed>"
    }

    @Test("a server with entity tags and gzip is read once, then only asked")
    func conditional() throws {
        let body = Array(feed(1...5).utf8)
        let server = try HTTPServer { .document(body, type: "application/atom+xml", etag: "\"v1\"", to: $0) }
        defer { server.stop() }
        let program = try program(server)
        #expect(try program.run("fetch").output.contains("5 new items"))
        let second = try program.run("fetch", "--all", "--json").objects()
        #expect(second.map { $0["outcome"] as? String } == ["unchanged"])
        #expect(server.requests.last?.headers["if-none-match"] == "\"v1\"")
        #expect(try program.run("items", "--json").lines.count == 5)
        // Atom asks for no date but that of the last change.
        #expect(try program.run("sources", "check", "court").output.contains("5 entries, dated 2026-03-01"))
    }

    @Test("a window that moved on is filled from the next pages; what cannot be filled is a gap until acknowledged")
    func gaps() throws {
        let window = Mutex(1...5)
        let server = try HTTPServer { request in
            let now = window.withLock { $0 }
            let isOlder = request.path.hasPrefix("/older")
            let text = isOlder ? feed(3...10) : feed(now, next: now == 11...15 ? "/older" : nil)
            return HTTPReply(headers: [("Content-Type", "application/atom+xml")], body: text)
        }
        defer { server.stop() }
        let program = try program(server)
        try program.run("fetch")
        window.withLock { $0 = 11...15 }
        let filled = try program.run("fetch", "--all").output
        #expect(
            filled.contains("10 new items")
                && filled.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
                    "1 older page filled the gap")
        )
        #expect(try program.run("sources", "gaps", "--all").lines[1].hasSuffix("filled"))
        #expect(try program.run("sources", "gaps", "--json").lines.isEmpty)
        window.withLock { $0 = 21...25 }
        #expect(try program.run("fetch", "--all").output.contains("gap court"))
        let gaps = try program.run("sources", "gaps", "--json").objects()
        #expect(gaps.count == 1)
        let number = try #require(gaps.first?["id"] as? Int)
        try program.run("sources", "gaps", "--acknowledge", "\(number)", "--note", "seen by hand")
        #expect(try program.run("sources", "gaps", "--json").lines.isEmpty)
    }

    @Test("a bot wall is challenged, never an empty feed")
    func challenged() throws {
        let wall =
            "<html><head><title>Just a moment...</title></head><body><script>window._cf_chl_opt={}</script></body></html>"
        let server = try HTTPServer { _ in
            HTTPReply(status: 403, headers: [("Content-Type", "text/html"), ("Server", "cloudflare")], body: wall)
        }
        defer { server.stop() }
        let program = try program(server)
        let fetched = try program.run("fetch", "--json").objects()
        #expect(fetched.first?["outcome"] as? String == "challenged")
        #expect(try program.run("sources", "hand-check", "court", "--note", "nothing new").status == 0)
        #expect(try program.run("sources", "check", "court").output.contains("looked by hand: nothing new"))
    }

    @Test("a private address is refused unless the configuration names it")
    func privateAddress() throws {
        let server = try HTTPServer(routes: ["/feed": HTTPReply(body: feed(1...2))])
        defer { server.stop() }
        let program = try program(server)
        try program.write("organisation: T\nfeeds: [sources.yaml]\n", to: "lexwatch.yaml")
        let fetched = try program.run("fetch", "--json").objects()
        #expect(fetched.first?["cause"] as? String == "private-address")
        #expect(server.connections == 0)
    }

    @Test("a digest is mailed once; a server that asks to come again gets the same message")
    func mail() throws {
        let asked = Mutex(0)
        var behaviour = SMTPBehaviour()
        behaviour.recipient = { _ in
            asked.withLock {
                $0 += 1; return $0 == 1 ? "451 later" : "250 ok"
            }
        }
        let mail = try SMTPServer(behaviour)
        defer { mail.stop() }
        let program = try Program.installed(
            extra: "delivery:\n  smtp: {url: '\(mail.url)', from: 'lexwatch <watch@example.org>', security: none}\n")
        let first = try program.run("run")
        #expect(first.output.contains("not delivered"), "\(first.output) \(first.errors)")
        #expect(mail.messages.isEmpty)
    }

    @Test("a second run at the same time waits, and nothing is stored twice")
    func twoRuns() throws {
        let body = feed(1...5)
        let server = try HTTPServer { _ in
            Thread.sleep(forTimeInterval: 0.3)
            return HTTPReply(headers: [("Content-Type", "application/atom+xml")], body: body)
        }
        defer { server.stop() }
        let program = try program(server)
        let other = try program.start("fetch", "--all")
        let own = try program.run("fetch", "--all")
        other.waitUntilExit()
        #expect(own.status == 0 || own.status == 75, "\(own.errors)")
        #expect(try program.run("items", "--json").lines.count == 5)
    }
}
