import LoopbackServers
import Model
import Synchronization
import Testing

@testable import Watch

/// A feed whose window has moved on, and the page of what it no longer holds.
private final class Site: Sendable {
    let window = Mutex(1...5)
    let older = Mutex(HTTPReply(status: 500, body: ""))
    /// What is served in place of the window.
    let instead = Mutex<HTTPReply?>(nil)

    func reply(to path: String) -> HTTPReply {
        if path.hasPrefix("/older") { return older.withLock { $0 } }
        return instead.withLock { $0 } ?? Self.feed(window.withLock { $0 }, next: "/older")
    }

    static func feed(_ numbers: ClosedRange<Int>, next: String? = nil, breakingOffAfter end: String? = nil) -> HTTPReply
    {
        feed(numbers.reversed().map { "Ruling \($0)" }, next: next, breakingOffAfter: end)
    }

    static func feed(_ titles: [String], next: String? = nil, breakingOffAfter end: String? = nil) -> HTTPReply {
        let entries = titles.map {
            "<entry><id>urn:r:\($0.replacing(" ", with: "-"))</id><title>\($0)</title></entry>"
        }
        let link = next.map { "<link rel='next' href='\($0)'/>" } ?? ""
        let body = "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title>\(link)\(entries.joined())</feed>"
        return HTTPReply(
            headers: [("Content-Type", "application/atom+xml")],
            body: end.flatMap { body.firstRange(of: $0) }.map { String(body[..<$0.upperBound]) } ?? body)
    }
}

@Suite("A gap that could not be filled at once") struct GapTests {
    private let site = Site()
    private let server: HTTPServer
    private let installation: Installation

    init() throws {
        server = try HTTPServer { [site] in site.reply(to: $0.path) }
        installation = try Installation(
            at: "2026-03-01",
            [
                "lexwatch.yaml":
                    "organisation: T\nfeeds: [sources.yaml]\nfetch: {allow-private: [127.0.0.0/8], timeout: 30s}\n",
                "sources.yaml":
                    "- {id: court, publisher: A court, url: '\(server.url("/feed"))', jurisdiction: US, authority: court}\n",
            ])
    }

    /// Reads the source on a day of March, or an hour after its noon, at which it is due.
    @discardableResult
    private func fetch(day: Int, hour: Int64 = 0, full: Bool = false) async throws -> FetchReport {
        let noon = Day(year: 2026, month: 3, day: 1)?.adding(days: day - 1).midnightUTC.adding(seconds: 12 * 3600)
        installation.set(try #require(noon).adding(seconds: hour * 3600))
        return try await installation.workspace.fetch(FetchOptions(all: true, full: full)) { _, _, _ in }
    }

    /// Reads the source, then once more when its window has moved past everything.
    private func open(_ older: HTTPReply) async throws -> GapView {
        try await fetch(day: 1)
        site.window.withLock { $0 = 11...15 }
        site.older.withLock { $0 = older }
        try await fetch(day: 2)
        return try #require(try installation.workspace.gaps(all: false).first)
    }

    private var asked: Int { server.requests.count { $0.path.hasPrefix("/older") } }

    private func titles() throws -> [String] {
        var titles: [String] = []
        try installation.workspace.items(ItemFilter()) { titles.append($0.title) }
        return titles
    }

    @Test("an outage is not filled by a document that is empty, which shows nothing of what came and went")
    func emptyAfterOutage() async throws {
        try await fetch(day: 1)
        site.instead.withLock { $0 = HTTPReply(status: 404, body: "") }
        try await fetch(day: 2)
        site.instead.withLock {
            $0 = HTTPReply(
                headers: [("Content-Type", "application/atom+xml")],
                body: "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title></feed>")
        }
        try await fetch(day: 4)
        let outage = try #require(try installation.workspace.gaps(all: false).first)
        #expect(outage.kind == .outage && outage.to != nil && outage.filled == nil)
        site.instead.withLock { $0 = nil }
        site.window.withLock { $0 = 1...6 }
        try await fetch(day: 5)
        #expect(try installation.workspace.gaps(all: false).map(\.id) == [outage.id])
    }

    @Test(
        "is not hidden by a notice that stands above or below, and not seen where what was newest is still there",
        arguments: [
            (["Notice", "9", "8", "7", "6"], ["Notice", "19", "18", "17", "16"], true),
            (["9", "8", "7", "6", "Notice"], ["19", "18", "17", "16", "Notice"], true),
            (["9", "8", "7", "6"], ["12", "11", "10", "9"], false),
            (["6", "7", "8", "9"], ["9", "10", "11", "12"], false),
            // What was newest is withdrawn.
            (["9", "8", "7", "6"], ["13", "12", "11", "8"], false), (["9", "8", "7"], ["12", "11", "9"], false),
        ])
    func standingNotice(old: [String], new: [String], isGap: Bool) async throws {
        site.instead.withLock { $0 = Site.feed(old) }
        try await fetch(day: 1)
        site.instead.withLock { $0 = Site.feed(new) }
        try await fetch(day: 2)
        #expect(try installation.workspace.gaps(all: false).count == (isGap ? 1 : 0))
        // What came in two readings has its order, too.
        site.instead.withLock { $0 = Site.feed(new.map { $0 == "Notice" ? $0 : "3\($0)" }) }
        try await fetch(day: 3)
        #expect(try installation.workspace.gaps(all: false).count >= 1)
    }

    @Test("is filled at a later visit, when the older page can be read again, and says so")
    func filledLater() async throws {
        let gap = try await open(HTTPReply(status: 500, body: ""))
        #expect(gap.tries == 1 && gap.nextTry != nil)
        #expect(gap.detail.contains("will be tried again"))
        // Not at every visit: it waits for its time.
        try await fetch(day: 2)
        #expect(asked == 1)
        site.window.withLock { $0 = 13...17 }
        site.older.withLock { $0 = Site.feed(3...12) }
        let report = try await fetch(day: 3)
        #expect(report.fetches.first?.warnings == ["at try 2, 1 older page filled the gap"])
        #expect(try installation.workspace.gaps(all: false).isEmpty)
        let filled = try #require(try installation.workspace.gaps(all: true).first)
        #expect(filled.filled != nil && filled.tries == 2 && filled.nextTry == nil)
        #expect(filled.to == gap.to)
        #expect(try Set(titles()) == Set((1...17).map { "Ruling \($0)" }))
        #expect(try installation.workspace.verifyAudit(against: nil).isIntact)
        try await fetch(day: 4)
        #expect(asked == 2)
    }

    @Test("is not filled by an older page that broke off, though what it held is known")
    func brokenOff() async throws {
        let whole = Site.feed(3...12)
        let gap = try await open(Site.feed(3...12, breakingOffAfter: "<title>Ruling 5</title>"))
        #expect(gap.detail.contains("could not be read to its end") && gap.nextTry != nil)
        #expect(try titles().contains("Ruling 12"))
        site.older.withLock { $0 = whole }
        try await fetch(day: 3)
        #expect(try installation.workspace.gaps(all: false).isEmpty)
        #expect(try Set(titles()) == Set((1...15).map { "Ruling \($0)" }))
    }

    @Test("is not filled by what was seen since: older pages must reach what was known before")
    func mustReach() async throws {
        _ = try await open(HTTPReply(status: 500, body: ""))
        site.window.withLock { $0 = 14...18 }
        site.older.withLock { $0 = Site.feed(9...13) }
        try await fetch(day: 3)
        let gap = try #require(try installation.workspace.gaps(all: false).first)
        #expect(gap.tries == 2 && gap.nextTry == nil)
        #expect(try titles().contains("Ruling 9"))
    }

    @Test("is tried ten times, and again where somebody reads in full")
    func bounded() async throws {
        _ = try await open(HTTPReply(status: 500, body: ""))
        for day in 3...14 { try await fetch(day: day) }
        let gap = try #require(try installation.workspace.gaps(all: false).first)
        #expect(gap.tries == 10 && gap.nextTry == nil && asked == 10)
        #expect(gap.detail.contains("is given up"))
        site.older.withLock { $0 = Site.feed(3...12) }
        try await fetch(day: 20, full: true)
        #expect(try installation.workspace.gaps(all: false).isEmpty)
    }

    @Test("is tried again, and filled, where the definition says later where older entries are")
    func backfillLater() async throws {
        site.instead.withLock { $0 = Site.feed(1...5) }
        site.older.withLock { $0 = HTTPReply(status: 500, body: "") }
        try await fetch(day: 1)
        site.instead.withLock { $0 = Site.feed(11...15) }
        try await fetch(day: 2)
        let gap = try #require(try installation.workspace.gaps(all: false).first)
        #expect(gap.nextTry == nil && asked == 0)
        let address = server.url("/feed")
        try installation.write(
            "- {id: court, publisher: A court, url: '\(address)', jurisdiction: US, authority: court, "
                + "backfill: '\(address.replacing("/feed", with: "/older"))?p={page}'}\n", to: "sources.yaml")
        try await fetch(day: 3)
        let tried = try #require(try installation.workspace.gaps(all: false).first)
        #expect(tried.id == gap.id && tried.tries == 1 && tried.nextTry != nil && asked == 1)
        #expect(try installation.workspace.verifyAudit(against: nil).isIntact)
        site.older.withLock { $0 = Site.feed(3...10) }
        try await fetch(day: 5)
        #expect(try installation.workspace.gaps(all: false).isEmpty)
        #expect(try Set(titles()) == Set((1...15).map { "Ruling \($0)" }))
        try await fetch(day: 6)
        #expect(asked == 2)
        #expect(try installation.workspace.verifyAudit(against: nil).isIntact)
    }

    @Test("is not tried again where the older pages end, or somebody knows of it")
    func hopeless() async throws {
        let gap = try await open(Site.feed(8...10))
        #expect(gap.nextTry == nil)
        try await fetch(day: 3)
        #expect(asked == 1)
        site.window.withLock { $0 = 31...35 }
        site.older.withLock { $0 = HTTPReply(status: 500, body: "") }
        try await fetch(day: 4)
        // The same gap, which is longer now, and worth a try.
        let longer = try #require(try installation.workspace.gaps(all: false).first)
        #expect(longer.id == gap.id && longer.nextTry != nil)
        try installation.workspace.acknowledgeGap(gap.id, note: "seen by hand", actor: "ada")
        try await fetch(day: 6)
        #expect(asked == 2)
    }
}
