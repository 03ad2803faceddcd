import Foundation
import LoopbackServers
import Synchronization
import Testing

/// What a source goes through over the years, over real sockets.
@Suite("The life of a source") struct SourceLifeTests: LoopbackSources {
    @Test("as many pages of a list are read as its definition wants; one that stands on two of them is one item")
    func pagination() throws {
        let server = try HTTPServer { request in
            switch request.path {
            case "/list": HTTPReply(body: Self.list([9, 8, 7], next: "/list?p=2"))
            case "/list?p=2": HTTPReply(body: Self.list([7, 6, 5], next: "/list?p=3"))
            case "/list?p=3": HTTPReply(body: Self.list([4, 3]))
            default: HTTPReply(status: 404, body: "")
            }
        }
        defer { server.stop() }
        let program = try program(source("court", server.url("/list"), Self.select + ", pages: 2}"))
        #expect(try program.run("fetch", "--json").objects().first?["new"] as? Int == 5)
        #expect(server.hits("/list?p=3") == 0)
        #expect(try program.run("fetch", "--all", "--json").objects().first?["new"] as? Int == 0)
        // A changed definition is read at once, and in full.
        try program.write(source("court", server.url("/list"), Self.select + ", pages: 3}"), to: "sources.yaml")
        #expect(try program.run("fetch", "--json").objects().first?["new"] as? Int == 2)
    }

    @Test("as many pages of an API are read as its definition wants")
    func apiPages() throws {
        let server = try HTTPServer { request in
            let page = Int(request.path.suffix(1)) ?? 1
            let rows = (1...2).map { "{\"title\": \"Notice \(page)\($0)\", \"url\": \"/n/\(page)\($0)\"}" }
            return HTTPReply(
                headers: [("Content-Type", "application/json")],
                body: "{\"results\": [\(rows.joined(separator: ","))], \"next\": \"/api?page=\(page + 1)\"}")
        }
        defer { server.stop() }
        let paths = ", format: json, json: {items: results, title: title, link: url, next: next, pages: 3}"
        let program = try program(source("api", server.url("/api"), paths))
        #expect(try program.run("fetch", "--json").objects().first?["new"] as? Int == 6)
        #expect(server.hits("/api?page=4") == 0)
    }

    @Test(
        "all pages of a list or an API are read each time, also where nothing changed on the first one",
        arguments: [true, false])
    func unchangedFirstPage(isAPI: Bool) throws {
        let second = Mutex([4, 3])
        let server = try HTTPServer { request in
            let isFirst = request.path == "/list"
            guard isFirst || request.path == "/list?p=2" else { return HTTPReply(status: 404, body: "") }
            let numbers = isFirst ? [9, 8, 7] : second.withLock { $0 }
            let rows = numbers.map { "{\"title\": \"Ruling number \($0)\", \"url\": \"/r/\($0)\"}" }
            let next = isFirst ? ", \"next\": \"/list?p=2\"" : ""
            let body =
                isAPI
                ? "{\"results\": [\(rows.joined(separator: ","))]\(next)}"
                : Self.list(numbers, next: isFirst ? "/list?p=2" : nil)
            // Its validators are those of the page that is asked for, as on most servers.
            return .document(
                Array(body.utf8), type: isAPI ? "application/json" : "text/html",
                etag: isFirst ? "\"first\"" : nil, to: request)
        }
        defer { server.stop() }
        let paths = ", format: json, json: {items: results, title: title, link: url, next: next, pages: 2}"
        let program = try program(
            source("court", server.url("/list"), isAPI ? paths : Self.select + ", pages: 2}"))
        #expect(try program.run("fetch", "--json").objects().first?["new"] as? Int == 5)
        second.withLock { $0 = [5, 4] }
        let later = try #require(try program.run("fetch", "--all", "--json").objects().first)
        #expect(later["outcome"] as? String == "read" && later["new"] as? Int == 1)
        second.withLock { $0 = [6, 5, 4] }
        let check = try #require(try program.run("sources", "check", "--json").objects().first)
        #expect(check["entries"] as? Int == 6)
        #expect(server.hits("/list") == 3 && server.hits("/list?p=2") == 3)
    }

    @Test("where a further page cannot be read, the list is asked for in full again")
    func brokenPage() throws {
        let isBroken = Mutex(true)
        let server = try HTTPServer { request in
            if request.path == "/list" {
                return .document(
                    Array(Self.list([3, 2], next: "/list?p=2").utf8), type: "text/html", etag: "\"1\"", to: request)
            }
            let isThere = request.path == "/list?p=2" && !isBroken.withLock { $0 }
            return isThere ? HTTPReply(body: Self.list([1])) : HTTPReply(status: 404, body: "")
        }
        defer { server.stop() }
        let program = try program(source("court", server.url("/list"), Self.select + ", pages: 2}"))
        let first = try program.run("fetch").output
        #expect(first.contains("2 new items") && first.contains("page 2 could not be read: not-found"))
        isBroken.withLock { $0 = false }
        #expect(try program.run("fetch", "--all").output.contains("1 new item"))
    }

    @Test("a host that wants time between two pages gets it")
    func crawlDelay() throws {
        let moments = Mutex<[ContinuousClock.Instant]>([])
        let server = try HTTPServer { request in
            if request.path == "/robots.txt" { return HTTPReply(body: "User-agent: *\nCrawl-delay: 1") }
            moments.withLock { $0.append(.now) }
            return HTTPReply(body: Self.list(1...3, next: request.path == "/list" ? "/list?p=2" : nil))
        }
        defer { server.stop() }
        let program = try program(source("court", server.url("/list"), Self.select + ", pages: 2}"))
        try program.run("fetch")
        let asked = moments.withLock { $0 }
        #expect(asked.count == 2)
        #expect(zip(asked, asked.dropFirst()).allSatisfy { $1 - $0 > .milliseconds(900) })
    }

    @Test(
        "robots.txt is obeyed for pages, also where a redirect leads, and where it cannot be read",
        arguments: [
            ("User-agent: *\nDisallow: /list", 200, "robots"),
            ("User-agent: lexwatch\nDisallow: /moved", 200, "robots"),
            ("", 500, "robots"), ("", 404, nil), ("User-agent: other\nDisallow: /", 200, nil),
        ] as [(String, Int, String?)])
    func robots(rules: String, status: Int, cause: String?) throws {
        let server = try HTTPServer { request in
            switch request.path {
            case "/robots.txt": HTTPReply(status: status, body: rules)
            case "/list": .redirect(to: "/moved")
            default: HTTPReply(body: Self.list(1...3))
            }
        }
        defer { server.stop() }
        let program = try program(source("court", server.url("/list"), Self.select + "}"))
        let fetch = try #require(try program.run("fetch", "--json").objects().first)
        #expect(fetch["cause"] as? String == cause)
        #expect(server.hits("/robots.txt") == 1)
        #expect(try program.run("items", "--json").lines.count == (cause == nil ? 3 : 0))
    }

    @Test("a feed that breaks off is read as far as it goes, and read again in full")
    func truncated() throws {
        let whole =
            "<rss version='2.0'><channel><title>T</title>"
            + (1...9).map { "<item><guid>\($0)</guid><title>Ruling \($0)</title></item>" }.joined() + "</channel></rss>"
        let isShort = Mutex(true)
        let server = try HTTPServer { request in
            let bytes = Array(whole.utf8)
            let body = isShort.withLock { $0 } ? Array(bytes.prefix(bytes.count / 2)) : bytes
            return .document(body, type: "application/rss+xml", etag: "\"v1\"", to: request)
        }
        defer { server.stop() }
        let program = try program(source("court", server.url("/feed")))
        let first = try #require(try program.run("fetch", "--json").objects().first)
        #expect(first["new"] as? Int == 4)
        #expect((first["warnings"] as? [String])?.contains { $0.contains("ends too early") } ?? false)
        isShort.withLock { $0 = false }
        let second = try #require(try program.run("fetch", "--all", "--json").objects().first)
        #expect(second["outcome"] as? String == "read")
        let titles = try program.run("items", "--json").objects().compactMap { $0["title"] as? String }
        #expect(titles.sorted() == (1...9).map { "Ruling \($0)" })
    }

    @Test("a host that refuses one source after the other is left alone as a whole, also by the next run")
    func pausedHost() throws {
        let server = try HTTPServer { _ in HTTPReply(status: 429, headers: [("Retry-After", "3600")], body: "no") }
        defer { server.stop() }
        let program = try program((1...3).map { source("s\($0)", server.url("/\($0)")) }.joined())
        try program.run("fetch")
        #expect(server.requests.count == 3)
        try program.write((1...5).map { source("s\($0)", server.url("/\($0)")) }.joined(), to: "sources.yaml")
        let fetched = try program.run("fetch", "--json").objects()
        #expect(server.requests.count == 3)
        #expect(fetched.map { $0["cause"] as? String } == ["rate-limited", "rate-limited"])
        #expect(fetched.allSatisfy { ($0["detail"] as? String)?.contains("asked not to be asked before") ?? false })
        // Of sources that nobody asked nobody knows whether they fail.
        let failures = try program.run("sources", "--json").objects().compactMap { $0["failures"] as? Int }
        #expect(failures.sorted() == [0, 0, 1, 1, 1])
        try program.write((1...7).map { source("s\($0)", server.url("/\($0)")) }.joined(), to: "sources.yaml")
        let all = try program.run("fetch", "--all", "--json").objects()
        #expect(all.map { $0["outcome"] as? String } == Array(repeating: "waiting", count: 7))
        let check = try program.run("sources", "check").output
        #expect(check.contains("not asked: its host refused several sources"))
        // Who names one of them does not reach it, either.
        #expect(!check.contains("asks all the same"), "\(check)")
        #expect(server.requests.count == 3)
    }

    @Test(
        "when most hosts cannot be reached, the own network is blamed once, and a host that answered speaks for itself")
    func ownNetwork() throws {
        let server = try HTTPServer(routes: [:])
        defer { server.stop() }
        let closed = try HTTPServer(routes: [:])
        closed.stop()
        let hosts = (2...4).map { number in
            source("s\(number)", closed.url("/", host: "127.0.0.\(number)"), number == 4 ? Self.select + "}" : "")
        }
        let program = try program(hosts.joined() + source("there", server.url("/missing")))
        let fetched = try program.run("fetch", "--json").objects()
        let causes = Dictionary(uniqueKeysWithValues: fetched.map { ($0["source"] as? String, $0["cause"] as? String) })
        #expect(causes == ["s2": "own-network", "s3": "own-network", "s4": "own-network", "there": "not-found"])
        let said = try program.run("fetch", "--all").output
        let lines = said.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(lines.count { $0.contains("this machine's own network") } == 1)
        #expect(!lines.contains { $0.hasPrefix("failed s") }, "\(said)")
        let gaps = try program.run("sources", "gaps", "--json").objects().compactMap { $0["detail"] as? String }
        #expect(gaps.count { $0.hasPrefix("never read; own-network: most hosts") } == 3, "\(gaps)")
        #expect(!gaps.contains { $0.contains("forbids everything") })
        let checked = try program.run("check", "--json").objects().compactMap { $0["what"] as? String }
        #expect(checked.count { $0.contains("own network") } == 1)
        #expect(checked.filter { $0.hasPrefix("the source ") }.count == 1, "\(checked)")
        let sources = try program.run("sources", "--json").objects()
        #expect(sources.compactMap { $0["failures"] as? Int }.sorted() == [0, 0, 0, 2])
        // No source's record suffers, but nobody reads of it that all were read.
        #expect(sources.allSatisfy { $0["cause"] is String && $0["lastAttempt"] is String })
    }

    @Test("hosts that stay away while another answers are blamed themselves from the second run on")
    func lastingFailures() throws {
        let server = try HTTPServer { _ in HTTPReply(body: Self.list(1...3)) }
        defer { server.stop() }
        let closed = try HTTPServer(routes: [:])
        closed.stop()
        let down = (2...4).map { source("s\($0)", closed.url("/", host: "127.0.0.\($0)")) }
        let program = try program(down.joined() + source("s1", server.url("/"), Self.select + "}"))
        let first = try program.run("fetch").output
        #expect(first.contains("own network"), "\(first)")
        let second = try program.run("fetch", "--all").output
        #expect(!second.contains("own network") && second.contains("failed s2: refused"), "\(second)")
        let failures = try program.run("sources", "--json").objects().compactMap { $0["failures"] as? Int }
        #expect(failures.sorted() == [0, 1, 1, 1])
    }

    @Test("hosts that were down before say nothing about the own network, and their failures are counted")
    func knownFailures() throws {
        let server = try HTTPServer { _ in HTTPReply(body: Self.list(1...3)) }
        defer { server.stop() }
        let closed = try HTTPServer(routes: [:])
        closed.stop()
        let down = (2...4).map { source("s\($0)", closed.url("/", host: "127.0.0.\($0)")) }
        // One address, which the server listens at, by four names.
        let up = ["127.0.0.1", "127.0.1", "127.1", "2130706433"].enumerated().map {
            source("s\($0 + 5)", server.url("/", host: $1), Self.select + "}")
        }
        let program = try program((down + up).joined())
        // Among all hosts those that are down are few.
        try program.run("fetch")
        for _ in 1...2 {
            let fetched = try program.run("fetch", "s2", "s3", "s4", "s5", "--json").objects()
            #expect(fetched.filter { $0["cause"] as? String == "refused" }.count == 3)
            try program.run("fetch", "--all")
        }
        let report = try program.run("fetch", "s2", "s3", "s4")
        #expect(!report.output.contains("own network"), "\(report.output)")
        let failures = try program.run("sources", "--json").objects().compactMap { $0["failures"] as? Int }
        #expect(failures.sorted() == [0, 0, 0, 0, 6, 6, 6])
    }

    @Test("a fetch that reads not one source needs attention; before any, no gap is no all-clear")
    func blind() throws {
        let server = try HTTPServer(routes: ["/good": HTTPReply(body: Fault.feed("One"))])
        defer { server.stop() }
        let program = try program(source("good", server.url("/good")) + source("bad", server.url("/missing")))
        #expect(try program.run("fetch", "bad").status == 1)
        #expect(try program.run("sources", "gaps").output.contains("never read; not-found"))
        try program.run("sources", "gaps", "--acknowledge", "1", "--note", "seen")
        let gaps = try program.run("sources", "gaps")
        #expect(gaps.errors.contains("no open gap") && gaps.errors.contains("not every source was asked yet: 1 of 2"))
        #expect(try program.run("fetch", "--all").status == 0)
        #expect(try !program.run("sources", "gaps").errors.contains("asked yet"))
    }

    @Test("large documents wait for each other, and all are read; one beyond the bound is not")
    func large() throws {
        let filler = String(repeating: "word ", count: 240_000)
        let server = try HTTPServer { request in
            let text = request.path == "/huge" ? String(repeating: filler, count: 3) : filler
            return HTTPReply(body: Fault.feed("\(request.path) \(request.path == "/small" ? "" : text)"))
        }
        defer { server.stop() }
        let names = (1...6).map { "large\($0)" } + ["small", "huge"]
        let program = try program(names.map { source($0, server.url("/\($0)")) }.joined())
        try program.write(
            "organisation: T\nfeeds: [sources.yaml]\n"
                + "fetch: {allow-private: [127.0.0.0/8], timeout: 20s, per-host: 32, max-bytes: 2MB}\n",
            to: "lexwatch.yaml")
        let fetched = try program.run("fetch", "--json").objects()
        let failed = fetched.filter { $0["cause"] is String }
        #expect(failed.map { $0["source"] as? String } == ["huge"])
        #expect(failed.first?["cause"] as? String == "too-large")
        #expect(try program.run("items", "--json").lines.count == 7)
        // A small document is asked for once.
        #expect(server.hits("/small") == 1)
    }

    @Test("a complete feed without a known entry missed nothing")
    func complete() throws {
        let round = Mutex(1)
        let server = try HTTPServer { _ in
            let round = round.withLock { $0 }
            return HTTPReply(
                body: "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:fh='http://purl.org/syndication/history/1.0'>"
                    + "<title>T</title><fh:complete/><entry><id>urn:\(round)</id><title>Ruling \(round)</title></entry></feed>"
            )
        }
        defer { server.stop() }
        let program = try program(source("court", server.url("/feed")))
        try program.run("fetch")
        round.withLock { $0 = 2 }
        #expect(try program.run("fetch", "--all", "--json").objects().first?["gap"] is NSNull)
        #expect(try program.run("sources", "gaps", "--json").lines.isEmpty)
    }

    @Test(
        "an id that repeats the title, and dates that are stamped anew at each build, neither hide nor double an item")
    func weakIdentities() throws {
        let round = Mutex(1)
        let server = try HTTPServer { request in
            let (now, isFirst) = (round.withLock { $0 }, round.withLock { $0 == 1 })
            let items = (1...4).map { number in
                let day = "<pubDate>\(number + now * 10) Mar 2026 10:00:00 GMT</pubDate>"
                if request.path == "/stamped" {
                    return "<title>Notice \(number)</title><description>Text \(number)</description>\(day)"
                }
                let link = number == 1 && !isFirst ? "https://c.example/new" : "https://c.example/\(number)"
                let title = number < 3 ? "Judgment" : "Order"
                let text = number == 1 && !isFirst ? "On models" : "On books"
                return
                    "<title>\(title)</title><guid isPermaLink='false'>\(title)</guid><link>\(link)</link><description>\(text)</description>"
            }.map { "<item>\($0)</item>" }
            // One id each, so that the ids seem to tell the entries apart.
            let shown = request.path == "/stamped" ? items[...] : [items[0], items[2]]
            return HTTPReply(body: "<rss version='2.0'><channel><title>T</title>\(shown.joined())</channel></rss>")
        }
        defer { server.stop() }
        let program = try program(source("titles", server.url("/titles")) + source("stamped", server.url("/stamped")))
        try program.run("fetch")
        round.withLock { $0 = 2 }
        let second = try program.run("fetch", "--all", "--json").objects()
        let new = Dictionary(uniqueKeysWithValues: second.map { ($0["source"] as? String, $0["new"] as? Int) })
        #expect(new == ["titles": 1, "stamped": 0])
        #expect(second.allSatisfy { $0["gap"] is NSNull })
    }

    @Test("where an entry has only the day of its last change, days without a year are counted from that")
    func updatedOnly() throws {
        let server = try HTTPServer { _ in
            HTTPReply(
                headers: [("Content-Type", "application/atom+xml")],
                body: """
                    <feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>urn:1</id><title>Regulation on \
                    artificial intelligence enters into force on 2 August</title><updated>2024-05-12T09:00:00Z</updated>\
                    </entry></feed>
                    """)
        }
        defer { server.stop() }
        let program = try program(source("court", server.url("/feed")))
        try program.run("fetch")
        #expect(try program.run("item", "1", "--json").output.contains("\"date\":\"2024-08-02\""))
    }

    @Test("a source whose server asked to be left alone is not asked with all, and says so; by its name it is")
    func leftAlone() throws {
        let server = try HTTPServer { request in
            request.path == "/busy"
                ? HTTPReply(status: 503, headers: [("Retry-After", "3600")], body: "busy")
                : HTTPReply(body: Fault.feed("One"))
        }
        defer { server.stop() }
        let program = try program(source("busy", server.url("/busy")) + source("good", server.url("/good")))
        try program.run("fetch")
        let all = try program.run("fetch", "--all")
        #expect(server.hits("/busy") == 1)
        #expect(server.hits("/good") == 2)
        #expect(all.output.contains("1 of 1 source read (1 left alone as asked)"), "\(all.output)")
        #expect(all.output.contains("waiting busy: its server asked not to be asked before"))
        let waiting = try program.run("fetch", "--all", "--strict", "--json")
        #expect(waiting.status == 1)
        #expect(try waiting.objects().last?["outcome"] as? String == "waiting")
        let check = try program.run("sources", "check")
        #expect(check.output.contains("busy: not readable") && check.output.contains("not asked:"))
        #expect(server.hits("/busy") == 1)
        #expect(try program.run("fetch", "busy", "--json").objects().first?["cause"] as? String == "rate-limited")
        #expect(server.hits("/busy") == 2)
        // A changed definition is another address.
        try program.write(source("busy", server.url("/free")) + source("good", server.url("/good")), to: "sources.yaml")
        #expect(try program.run("fetch", "--all").output.contains("2 of 2 sources read"))
    }

    @Test(
        "a source that is gone for good is not asked with all, is never due, and stays gone when it cannot be reached")
    func retired() throws {
        let server = try HTTPServer { request in
            request.path == "/old" ? HTTPReply(status: 410, body: "") : HTTPReply(body: Fault.feed("One"))
        }
        let program = try program(source("old", server.url("/old")) + source("good", server.url("/good")))
        try program.run("fetch")
        #expect(try program.run("fetch", "--all").output.contains("1 of 1 source read (1 retired)"))
        #expect(server.hits("/old") == 1)
        server.stop()
        try program.run("fetch", "old")
        let old = try #require(try program.run("sources", "--json").objects().first)
        #expect(old["health"] as? String == "retired" && old["nextDue"] is NSNull)
        #expect((old["cause"] as? String)?.hasPrefix("gone: retired for good on ") == true)
        #expect(try program.run("sources", "check", "old").output.contains("asked by its name only"))
    }

    @Test("an API that fails says why, whatever its status")
    func apiError() throws {
        let server = try HTTPServer { request in
            HTTPReply(
                status: request.path == "/ok" ? 200 : 400, headers: [("Content-Type", "application/json")],
                body: #"{"error": {"code": 7, "message": "unknown field \u001b[31m'kind'"}}"#)
        }
        defer { server.stop() }
        let paths = ", format: json, json: {items: results, title: title, link: url}"
        let program = try program(source("a", server.url("/ok"), paths) + source("b", server.url("/bad"), paths))
        let fetched = try program.run("fetch", "--json").objects()
        #expect(Set(fetched.compactMap { $0["cause"] as? String }) == ["api-error", "client-error"])
        #expect(
            fetched.allSatisfy { ($0["detail"] as? String)?.hasSuffix("[31m'kind' (7)") ?? false },
            "\(fetched)")
    }
}
