import LoopbackServers
import Model
import Synchronization
import Testing

@testable import Watch

/// A list under the same titles each time, without days, as an edition of it has its links.
private final class Gazette: Sendable {
    /// The links of an edition by its parts and the number of the request.
    let link = Mutex<@Sendable (_ part: Int, _ request: Int) -> String>({ part, _ in "/nov/part-\(part).pdf" })
    let requests = Mutex(0)
    let word = Mutex("")

    func reply() -> HTTPReply {
        let request = requests.withLock { number in
            number += 1
            return number
        }
        let link = link.withLock { $0 }
        let items = (1...5).map {
            "<item><title>Part \($0)</title><link>https://g.example\(link($0, request))</link>"
                + "<description>\($0 == 2 ? word.withLock { $0 } : "")</description></item>"
        }
        return HTTPReply(
            headers: [("Content-Type", "application/rss+xml")],
            body: "<rss version='2.0'><channel><title>Gazette</title>\(items.joined())</channel></rss>")
    }
}

@Suite("Editions under the same titles as they are read") struct EditionReadingTests {
    private let gazette = Gazette()
    private let server: HTTPServer
    private let installation: Installation

    init() throws {
        server = try HTTPServer { [gazette] _ in gazette.reply() }
        installation = try Installation(
            at: "2026-03-01",
            [
                "lexwatch.yaml":
                    "organisation: T\nfeeds: [sources.yaml]\nfetch: {allow-private: [127.0.0.0/8], timeout: 30s}\n",
                "sources.yaml":
                    "- {id: gazette, publisher: P, url: '\(server.url("/feed"))', jurisdiction: US, authority: legislator}\n",
            ])
    }

    /// Reads the source some hours after the noon of the first of March.
    private func fetch(after hours: Int64) async throws -> FetchView {
        let noon = try #require(Day(year: 2026, month: 3, day: 1)).midnightUTC.adding(seconds: 12 * 3600)
        installation.set(noon.adding(seconds: hours * 3600))
        let report = try await installation.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
        return try #require(report.fetches.first)
    }

    @Test(
        "links that are others at each asking make no new items, whether the document has one token or each entry its own",
        arguments: [false, true])
    func tokens(isOwn: Bool) async throws {
        gazette.link.withLock { link in
            link = { part, request in
                isOwn ? "/d/x\((request * 7 + part) * 7919)k.pdf" : "/s\(request * 7919)f/part-\(part).pdf"
            }
        }
        #expect(try await fetch(after: 0).new == 5)
        for day: Int64 in 1...3 {
            let later = try await fetch(after: day * 24)
            #expect(later.new == 0 && later.revised == 0, "\(later)")
            #expect(later.warnings.contains { $0.contains("at each asking") }, "\(later)")
        }
        #expect(gazette.requests.withLock { $0 } == 7)
        if !isOwn {
            gazette.word.withLock { $0 = "corrected" }
            let edited = try await fetch(after: 96)
            #expect(edited.new == 0 && edited.revised == 1, "\(edited)")
        }
        #expect(try installation.workspace.gaps(all: true).isEmpty)
    }

    @Test(
        "the next edition is told by another word, and is a gap only where another one may have come between",
        arguments: ["/@/part-#.pdf", "/gaz?issue=@&part=#"])
    func editions(form: String) async throws {
        func publish(_ word: String) {
            gazette.link.withLock { link in
                link = { part, _ in form.replacing("@", with: word).replacing("#", with: "\(part)") }
            }
        }
        publish("oct")
        #expect(try await fetch(after: 0).new == 5)
        #expect(try await fetch(after: 7 * 24).new == 0)
        publish("nov")
        #expect(try await fetch(after: 7 * 24 + 6).new == 5)
        #expect(try installation.workspace.gaps(all: true).isEmpty)
        // Asked once more to see whether the links are others each time.
        #expect(gazette.requests.withLock { $0 } == 4)
        publish("dec")
        #expect(try await fetch(after: 21 * 24).new == 5)
        #expect(try installation.workspace.gaps(all: true).count == 1)
    }
}
