import Foundation
import Model
import Store
import Testing

@testable import Watch

@Suite("Clocks that jump") struct ClockJumpTests {
    private static let first = Installation.Entry(
        id: "first", title: "Court holds that training generative AI on books is not fair use",
        text: "Copying books as training data for a large language model infringes copyright. No. 9:25-cv-00077.",
        day: "2026-07-06")
    private static let second = Installation.Entry(
        id: "second", title: "Court allows claims over training of an image generator to proceed",
        text: "The images were copied as training data for a generative model. No. 9:25-cv-00099.", day: "2026-07-07")

    private static let third = Installation.Entry(
        id: "third", title: "Court rules that training generative AI on books was infringement",
        text: "Copying books as training data for a large language model infringes copyright. No. 9:25-cv-00055.",
        day: "2026-07-14")

    @Test(
        "a clock that was ahead and is set back does not have the watch wait until it comes round again",
        arguments: ["2026-07-09", "2027-07-07"])
    func setBack(wrong: String) async throws {
        let place = try Installation(at: wrong)
        try place.publish([Self.first])
        try await place.run()
        place.set("2026-07-08")
        try place.publish([Self.first, Self.second])
        let report = try await place.workspace.run(RunOptions()) { _, _, _ in }
        #expect(report.fetching.new == 1)
        #expect(report.fetching.clock?.contains(wrong) == true)
        #expect(report.digests.map(\.recipient) == ["Counsel", "Deputy", "Second deputy"])
        let next = try await place.workspace.run(RunOptions()) { _, _, _ in }
        #expect(next.fetching.clock == nil)
        #expect(next.fetching.notDue == 1)
        #expect(try place.alerts().count == 2)
        #expect(try place.workspace.verifyAudit(against: nil).isIntact)
        for await finding in place.workspace.check(isOffline: true) { #expect(finding.level != .bad, "\(finding)") }
    }

    @Test("after a clock that was ahead a unit hears of what is new, and the periods are those of the true clock")
    func unitAfterSetBack() async throws {
        let place = try Installation(
            at: "2027-07-07",
            [
                "register.yaml": """
                owners: [{id: counsel, name: Counsel}]
                units: [{id: studio, name: Studio, appetite: low}]
                policies:
                  - {id: genai-use, title: GenAI, owner: counsel, units: [studio], topics: [training-data], jurisdictions: [US]}

                """
            ])
        try place.publish([Self.first])
        try await place.run()
        for (day, new, period) in [
            ("2026-07-08", Self.second, "1 July 2026 – 8 July 2026"),
            ("2026-07-16", Self.third, "8 July 2026 – 16 July 2026"),
        ] {
            place.set(day)
            try place.publish([new, Self.first])
            _ = try await place.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
            let text = try await place.digestText(for: "studio")
            #expect(text.contains(new.title) && text.contains(period), "\(text)")
            try await place.run()
        }
    }

    @Test("a delivery that waits for a moment of the wrong clock is tried at once")
    func waitingDelivery() async throws {
        let place = try Installation(
            at: "2027-07-07",
            [
                "lexwatch.yaml": """
                organisation: Test AG
                feeds: [sources.yaml]
                delivery: {smtp: {url: 'smtp://127.0.0.1:1', from: 'lexwatch <watch@example.org>', security: none}}
                """,
                "register.yaml": "owners: [{id: counsel, name: Counsel, email: counsel@example.org}]\n",
            ])
        try place.publish([Self.first])
        try await place.run()
        let store = try place.workspace.storeForReading()
        let moments = { try store.deliveries(state: .pending).compactMap(\.nextAttempt) }
        let now = try #require(Instant(rfc3339: "2026-07-08T12:00:00Z"))
        #expect(try moments().allSatisfy { $0 > now })
        #expect(try !moments().isEmpty)
        #expect(try Store(at: place.workspace.paths.database).settleClock(at: now) != nil)
        #expect(try moments().allSatisfy { $0 == now })
    }

    @Test("a gap that waits for a moment of the wrong clock is tried at once, and the last attempt is the latest")
    func waitingGap() async throws {
        let place = try Installation(at: "2027-07-07")
        try await place.run()
        let store = try Store(at: place.workspace.paths.database)
        let source = ID<Source>("court")
        let ahead = try #require(Instant(rfc3339: "2027-07-07T12:00:00Z"))
        let gap = GapFound(.window, from: ahead, to: ahead, detail: "none was known", nextTry: ahead.adding(days: 1))
        let failed = Fetch(
            source: source, at: ahead, milliseconds: 1, bytes: 0, status: 500,
            outcome: .failed(FetchFailure(.serverError, "it is broken")))
        _ = try store.record(FetchRecord(fetch: failed, state: SourceState(), gapsOpened: [gap]))
        let now = try #require(Instant(rfc3339: "2026-07-08T12:00:00Z"))
        #expect(try store.settleClock(at: now) != nil)
        #expect(try store.gaps().map(\.nextTry) == [now])
        place.set(now)
        try await place.run()
        #expect(try store.lastFetches()[source]?.at == now)
    }

    @Test("a gap that is found after the clock was set back began no later than that")
    func gapAfterSetBack() async throws {
        let place = try Installation(at: "2027-07-07")
        try place.publish([Self.first])
        try await place.run()
        place.set("2026-07-08")
        try place.publish([Self.second, Self.third])
        try await place.run()
        let gap = try #require(try place.workspace.gaps(all: true).first { $0.kind == .window })
        #expect(gap.from.day.description == "2026-07-08", "\(gap)")
    }

    @Test("a year that passes at once is caught up with")
    func forward() async throws {
        let place = try Installation(at: "2026-07-07")
        try place.publish([Self.first])
        try await place.run()
        place.set("2027-07-07")
        try place.publish([Self.second])
        let report = try await place.workspace.run(RunOptions()) { _, _, _ in }
        #expect(report.fetching.new == 1)
        #expect(report.fetching.clock == nil)
        #expect(try place.workspace.verifyAudit(against: nil).isIntact)
    }

    @Test("a clock that lost its time puts nothing on record")
    func dead() async throws {
        let place = try Installation(at: "1973-01-14")
        let problem = await #expect(throws: PlainProblem.self) { try await place.run() }
        #expect(problem?.exitCode == .system)
        #expect(problem?.remedy?.contains("timedatectl") == true)
        #expect(!FileManager.default.fileExists(atPath: place.workspace.paths.database))
    }
}
