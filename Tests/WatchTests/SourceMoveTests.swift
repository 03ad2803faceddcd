import Foundation
import LoopbackServers
import Model
import Synchronization
import Testing

@testable import Watch

@Suite("A source that moves for good") struct SourceMoveTests {
    private static let feed =
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><id>urn:1</id><title>One</title></entry></feed>"
    private static let definition =
        "- id: court\n  publisher: A court\n  # the feed of rulings\n  url: \"%@\"\n"
        + "  jurisdiction: US\n  authority: court\n"

    private func installation(_ url: String) throws -> Installation {
        try Installation(
            at: "2026-03-01",
            [
                "lexwatch.yaml":
                    "organisation: T\nfeeds: [sources.yaml]\nfetch: {allow-private: [127.0.0.0/8], timeout: 30s}\n",
                "sources.yaml": Self.definition.replacing("%@", with: url),
            ])
    }

    private func fetch(_ installation: Installation, on day: String) async throws {
        installation.set(day)
        _ = try await installation.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
    }

    @Test("permanent redirects to one place for three days are proposed, and taken over on a word")
    func redirected() async throws {
        let target = Mutex("/new")
        let server = try HTTPServer { request in
            request.path == "/old"
                ? .redirect(301, to: target.withLock { $0 })
                : .document(Array(Self.feed.utf8), type: "application/atom+xml", etag: "\"1\"", to: request)
        }
        defer { server.stop() }
        let installation = try installation(server.url("/old"))
        for day in ["2026-03-01", "2026-03-03"] { try await fetch(installation, on: day) }
        #expect(try installation.workspace.sources().first?.movedTo == server.url("/new"))
        #expect(try installation.workspace.moves().isEmpty)
        // Another place begins anew.
        target.withLock { $0 = "/newer" }
        for day in ["2026-03-04", "2026-03-06"] { try await fetch(installation, on: day) }
        #expect(try installation.workspace.moves().isEmpty)
        try await fetch(installation, on: "2026-03-07")
        let move = try #require(try installation.workspace.moves().first)
        #expect(move.to == server.url("/newer"))
        #expect(move.place.hasSuffix("sources.yaml:4"))
        _ = try installation.workspace.acceptMove(of: ID("court"))
        let file = try String(contentsOfFile: "\(installation.folder)/sources.yaml", encoding: .utf8)
        #expect(file == Self.definition.replacing("%@", with: server.url("/newer")))
        #expect(try installation.workspace.moves().isEmpty)
        #expect(try installation.workspace.sources().first?.movedTo == nil)
        try await fetch(installation, on: "2026-03-08")
        #expect(try installation.workspace.moves().isEmpty)
        #expect(throws: PlainProblem.self) { try installation.workspace.acceptMove(of: ID("court")) }
    }

    @Test("the file in which a new place is written keeps its rights, its line breaks, and the link that leads to it")
    func keptFile() async throws {
        let server = try HTTPServer { request in
            request.path == "/old" ? .redirect(301, to: "/new") : HTTPReply(body: Self.feed)
        }
        defer { server.stop() }
        let installation = try installation(server.url("/old"))
        let (link, file) = ("\(installation.folder)/sources.yaml", "\(installation.folder)/court.yaml")
        let text = Self.definition.replacing("\n", with: "\r\n")
        try FileManager.default.removeItem(atPath: link)
        try installation.write(text.replacing("%@", with: server.url("/old")), to: "court.yaml")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "court.yaml")
        try FileManager.default.setAttributes([.posixPermissions: 0o664], ofItemAtPath: file)
        for day in 1...4 { try await fetch(installation, on: "2026-03-0\(day)") }
        _ = try installation.workspace.acceptMove(of: ID("court"))
        #expect(
            try String(contentsOfFile: file, encoding: .utf8) == text.replacing("%@", with: server.url("/new")))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "court.yaml")
        let rights = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(rights == 0o664)
    }

    @Test("a temporary redirect, or one that ends, is no move")
    func temporary() async throws {
        let status = Mutex(302)
        let server = try HTTPServer { request in
            let status = status.withLock { $0 }
            return request.path == "/old" && status != 200 ? .redirect(status, to: "/new") : HTTPReply(body: Self.feed)
        }
        defer { server.stop() }
        let installation = try installation(server.url("/old"))
        try await fetch(installation, on: "2026-03-01")
        #expect(try installation.workspace.sources().first?.movedTo == nil)
        status.withLock { $0 = 301 }
        try await fetch(installation, on: "2026-03-02")
        status.withLock { $0 = 200 }
        try await fetch(installation, on: "2026-03-03")
        #expect(try installation.workspace.sources().first?.movedTo == nil)
    }

    @Test("a move that the feed itself declares counts from the day when it first did")
    func declared() async throws {
        let feed =
            "<rss version='2.0' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'><channel><title>T</title>"
            + "<itunes:new-feed-url>https://court.example/new</itunes:new-feed-url><item><guid>1</guid><title>One</title></item></channel></rss>"
        let server = try HTTPServer { .document(Array(feed.utf8), type: "application/rss+xml", etag: "\"1\"", to: $0) }
        defer { server.stop() }
        let installation = try installation(server.url("/feed"))
        for day in ["2026-03-01", "2026-03-02", "2026-03-05"] { try await fetch(installation, on: day) }
        #expect(try installation.workspace.moves().map(\.to) == ["https://court.example/new"])
    }

    @Test("a source that is gone for good is retired, and comes back to life when it is read on demand")
    func retired() async throws {
        let isGone = Mutex(true)
        let server = try HTTPServer { _ in
            isGone.withLock { $0 } ? HTTPReply(status: 410, body: "") : HTTPReply(body: Self.feed)
        }
        defer { server.stop() }
        let installation = try installation(server.url("/feed"))
        try await fetch(installation, on: "2026-03-01")
        #expect(try installation.workspace.sources().first?.health == .retired)
        isGone.withLock { $0 = false }
        installation.set("2026-03-02")
        _ = try await installation.workspace.fetch(FetchOptions(only: [ID("court")])) { _, _, _ in }
        #expect(try installation.workspace.sources().first?.health == .ok)
    }
}
