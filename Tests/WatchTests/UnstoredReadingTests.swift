import Foundation
import LoopbackServers
import Model
import Synchronization
import Testing

@testable import Watch

@Suite("What was read and cannot be stored") struct UnstoredReadingTests {
    private static func feed(_ id: String) -> String {
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><id>urn:\(id)</id><title>\(id)</title>"
            + "</entry></feed>"
    }

    private func installation(_ url: (String) -> String) throws -> Installation {
        let sources = ["court", "office"].map { name in
            "- {id: \(name), publisher: The \(name), url: '\(url(name))', jurisdiction: US, authority: court}\n"
        }
        return try Installation(
            at: "2026-03-02",
            [
                "lexwatch.yaml":
                    "organisation: T\nfeeds: [sources.yaml]\nfetch: {allow-private: [127.0.0.0/8], timeout: 30s}\n",
                "sources.yaml": sources.joined(),
            ])
    }

    /// Holds an installation's database as another program would, from when it is told to.
    private final class Holder: Sendable {
        /// Seconds for which it is held, unless it is let go before.
        private let seconds: Int
        private let database = Mutex("")
        private let process = Mutex<Process?>(nil)

        init(seconds: Int = 600) { self.seconds = seconds }

        /// Which database is held once a source is asked.
        func wait(for path: String) { database.withLock { $0 = path } }

        /// Takes the database where it was not taken before.
        func take() {
            let (path, seconds) = (database.withLock { $0 }, seconds)
            process.withLock { held in
                guard held == nil, !path.isEmpty else { return }
                let (process, output) = (Process(), Pipe())
                process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
                let script = """
                    import sqlite3, sys, time
                    db = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=20)
                    db.execute("BEGIN IMMEDIATE")
                    print("held", flush=True)
                    time.sleep(int(sys.argv[2]))
                    """
                process.arguments = ["python3", "-c", script, path, String(seconds)]
                process.standardOutput = output
                guard (try? process.run()) != nil else { return }
                _ = output.fileHandleForReading.availableData
                held = process
            }
        }

        func letGo() {
            process.withLock { held in
                // A gentler signal is blocked in what a thread of Dispatch starts.
                if let held { kill(held.processIdentifier, SIGKILL) }
                held?.waitUntilExit()
            }
        }
    }

    /// A server whose first answer comes when the database is held already.
    private func server(_ holder: Holder) throws -> HTTPServer {
        try HTTPServer { request in
            holder.take()
            return .document(Array(Self.feed(request.path).utf8), type: "application/atom+xml", to: request)
        }
    }

    @Test("what one source brings and the database refuses is a failed attempt with its gap, until it is stored")
    func refused() async throws {
        let place = try installation { "file:\($0).xml" }
        for name in ["court", "office"] { try place.write(Self.feed(name), to: "\(name).xml") }
        _ = try await place.workspace.fetch(FetchOptions(only: [ID("office")])) { _, _, _ in }
        try place.damage(
            "CREATE TRIGGER t BEFORE INSERT ON item WHEN NEW.source = 'court' BEGIN SELECT RAISE(ABORT, 'no'); END")
        place.set("2026-03-03")
        let fetches = try await place.run().fetching.fetches
        #expect(fetches.map(\.cause) == ["not-stored", nil])
        #expect(fetches[0].detail?.contains("refused what was to be stored: no") == true)
        let court = try #require(try place.workspace.sources([ID("court")]).first)
        #expect(court.failures == 1 && court.gaps == 1 && court.cause?.hasPrefix("not-stored") == true)
        #expect(try await place.digestText(for: "counsel").contains("not be stored"))
        try place.damage("DROP TRIGGER t")
        place.set("2026-03-04")
        #expect(try await place.run().fetching.new == 1)
        #expect(try place.workspace.sources([ID("court")]).first?.failures == 0)
    }

    @Test("a program that holds the database for a moment loses nothing, and no source suffers")
    func heldForAMoment() async throws {
        let holder = Holder(seconds: 2)
        let server = try server(holder)
        defer {
            server.stop()
            holder.letGo()
        }
        let place = try installation { server.url("/\($0)") }
        holder.wait(for: place.workspace.paths.database)
        var workspace = place.workspace
        workspace.patience = 1.5
        let report = try await workspace.run(RunOptions(fetchesAll: true)) { _, _, _ in }
        #expect(report.fetching.new == 2 && report.fetching.fetches.allSatisfy { $0.cause == nil })
        #expect(try place.workspace.gaps(all: true).isEmpty)
    }

    @Test("one that holds it for good ends the run before any digest, with what was read; the next one brings all")
    func heldForGood() async throws {
        let holder = Holder()
        let server = try server(holder)
        defer {
            server.stop()
            holder.letGo()
        }
        let place = try installation { server.url("/\($0)") }
        holder.wait(for: place.workspace.paths.database)
        var workspace = place.workspace
        workspace.patience = 0.1
        let held = workspace
        let broken = await #expect(throws: BrokenRun.self) {
            _ = try await held.run(RunOptions(fetchesAll: true)) { _, _, _ in }
        }
        #expect(broken?.exitCode == .temporary)
        #expect(broken?.fetching.fetches.map(\.cause) == ["not-stored", "not-stored"])
        #expect(try place.workspace.deliveries(state: nil, limit: 9).isEmpty)
        holder.letGo()
        let report = try await place.run()
        #expect(report.fetching.new == 2 && report.digests.count == 3)
    }
}
