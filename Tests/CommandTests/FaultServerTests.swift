import Foundation
import LoopbackServers
import Testing

/// One address a fault, beside sources in good health: each error names its cause, and nothing else suffers.
@Suite("A server with every fault") struct FaultServerTests {
    @Test("each error names its cause, the good sources' items are stored, memory and time stay within bounds")
    func all() throws {
        let stage = try FaultStage()
        defer { stage.stop() }
        let program = try stage.program()
        let begun = ContinuousClock.now
        let result = try program.run("fetch", "--json", watching: true)
        #expect(result.status == 0, "\(result.errors)")
        #expect(ContinuousClock.now - begun < .seconds(60))
        #expect(try #require(result.peakKilobytes) < 200_000)
        let fetched = try result.objects()
        let told = Dictionary(
            uniqueKeysWithValues: fetched.compactMap { fetch in (fetch["source"] as? String).map { ($0, fetch) } })
        for fault in Fault.all {
            let fetch = try #require(told[fault.name], "\(fault.name)")
            #expect(fetch["cause"] as? String == fault.cause, "\(fault.name): \(fetch)")
            let detail = fetch["detail"] as? String ?? ""
            #expect(fault.words.isEmpty || detail.contains(fault.words), "\(fault.name): \(detail)")
        }
        #expect(told.count == Fault.all.count + FaultStage.good)
        let good = try program.run("items", "--json").objects().filter { item in
            (item["source"] as? String)?.hasPrefix("good") ?? false
        }
        #expect(good.count == FaultStage.good)
    }

    @Test("no text of the faulty sources reaches the terminal as it came")
    func terminal() throws {
        let stage = try FaultStage(names: ["escapes", "nuls", "surrogates", "bad-utf8"])
        defer { stage.stop() }
        let program = try stage.program()
        let said = [try program.run("fetch"), try program.run("items", "--all"), try program.run("sources")]
        for text in said.map({ $0.output + $0.errors }) {
            #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !(0x7F...0x9F ~= $0.value) })
        }
        let titles = try program.run("items", "--json").objects().compactMap { $0["title"] as? String }
        #expect(titles.contains { $0.contains("red Bcc: x@a.example") })
        #expect(titles.allSatisfy { !$0.utf8.contains(0x0A) && !$0.utf8.contains(0x0D) })
    }
}

/// The servers behind one run, and the installation that reads them.
final class FaultStage {
    /// Sources in good health.
    static let good = 5

    private let server: HTTPServer
    private let fronts: [TLSFront]
    private let folder: Program
    private let urls: [String: String]
    private let authority: String

    /// Serves the faults of these names; all where nil.
    init(names: Set<String>? = nil) throws {
        let faults = Fault.all.filter { names?.contains($0.name) ?? true }
        var routes: [String: HTTPReply] = [:]
        for fault in faults { routes["/\(fault.name)"] = fault.reply }
        for number in 1...Self.good {
            routes["/good\(number)"] = HTTPReply(headers: [Fault.feedType], body: Fault.feed("Good news \(number)"))
        }
        let server = try HTTPServer(routes: routes)
        self.server = server
        folder = try Program()
        let certificates = try Certificates(in: folder.folder)
        authority = certificates.authority
        let closed = try HTTPServer(routes: [:])
        closed.stop()
        var urls = routes.keys.reduce(into: [:]) { $0[String($1.dropFirst())] = server.url($1) }
        var fronts: [TLSFront] = []
        for (name, pair) in [
            ("expired", certificates.expired), ("self-signed", certificates.selfSigned),
            ("other-host", certificates.otherHost),
        ] where faults.contains(where: { $0.name == name }) {
            fronts.append(try TLSFront(to: server.port, showing: pair))
            urls[name] = fronts.last.map { "https://127.0.0.1:\($0.port)/good1" }
        }
        if faults.contains(where: { $0.name == "refused" }) { urls["refused"] = closed.url("/") }
        self.fronts = fronts
        self.urls = urls
    }

    func stop() {
        server.stop()
        for front in fronts { front.stop() }
    }

    /// An installation with a source for each address.
    func program() throws -> Program {
        let program = try Program.installed(
            extra: """
                fetch:
                  allow-private: [127.0.0.0/8]
                  timeout: 3s
                  per-host: 32
                  ca-file: \(authority)

                """)
        try program.write(
            urls.sorted { $0.key < $1.key }.map { name, url in
                "- {id: '\(name)', publisher: P, url: '\(url)', jurisdiction: US, authority: court, scope: topical}\n"
            }.joined(), to: "sources.yaml")
        return program
    }
}
