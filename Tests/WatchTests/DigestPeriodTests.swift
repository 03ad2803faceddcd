import Foundation
import Model
import Testing

@testable import Watch

@Suite("One digest for each recipient and period")
struct DigestPeriodTests {
    private func entry(_ number: Int, _ text: String = "") -> Installation.Entry {
        Installation.Entry(
            id: "\(number)", title: "Ruling \(number): training generative AI on books is not fair use",
            text:
                "Case No. 3:24-cv-0\(4000 + number): copying books as training data for a large language model. \(text)",
            day: "2026-11-02")
    }

    @Test("a second run in a period writes nothing more, and says whom it passed over")
    func twice() async throws {
        let installation = try Installation(at: "2026-11-02")
        try installation.publish([entry(1)])
        #expect(try await installation.run().digests.count == 3)
        for day in ["2026-11-02", "2026-11-04", "2026-11-08"] {
            installation.set(day)
            let again = try await installation.run()
            #expect(again.digests.isEmpty && again.undelivered.isEmpty)
            #expect(again.unchanged == ["Counsel", "Deputy", "Second deputy"])
        }
    }

    @Test("what is new in a period goes to whom it concerns, and the next period's digest to everybody")
    func news() async throws {
        let installation = try Installation(at: "2026-11-02")
        try installation.publish([entry(1)])
        try await installation.run()
        installation.set("2026-11-04")
        try installation.publish([entry(1), entry(2)])
        let second = try await installation.run()
        #expect(second.digests.map(\.recipient) == ["Counsel"])
        #expect(second.unchanged == ["Deputy", "Second deputy"])
        installation.set("2026-11-09")
        let next = try await installation.run()
        #expect(next.digests.count == 3 && next.unchanged.isEmpty)
    }

    @Test("two digests of one second are two messages")
    func oneSecond() async throws {
        let installation = try Installation(at: "2026-11-02")
        for number in 1...2 {
            try installation.publish((1...number).map { entry($0) })
            try await installation.run()
        }
        let names = try installation.workspace.deliveries(state: nil, limit: 100).map(\.messageID)
        #expect(names.count == 4 && Set(names).count == 4, "\(names)")
    }

    @Test("a moved date is news")
    func moved() async throws {
        let installation = try Installation(at: "2026-11-02")
        try installation.publish([entry(1, "The injunction takes effect on 1 March 2027.")])
        try await installation.run()
        try installation.publish([entry(1, "The injunction takes effect on 1 June 2027.")])
        installation.set("2026-11-03")
        #expect(try await installation.run().digests.map(\.recipient) == ["Counsel"])
        #expect(try await installation.run().digests.isEmpty)
    }

    @Test("who asks for a further digest, or for a day or a policy, gets it")
    func asked() async throws {
        let installation = try Installation(at: "2026-11-02")
        try installation.publish([entry(1)])
        try await installation.run()
        let workspace = installation.workspace
        #expect(try await workspace.digest(DigestOptions()).digests.isEmpty)
        #expect(try await workspace.digest(DigestOptions(repeats: true)).digests.count == 3)
        let since = try await workspace.digest(DigestOptions(recipient: "counsel", since: Day(iso: "2026-11-01")))
        #expect(since.digests.count == 1)
        #expect(try await workspace.digest(DigestOptions(policy: ID("genai-use"))).digests.count == 3)
        #expect(try await workspace.digest(DigestOptions(isDryRun: true)).digests.count == 3)
    }

    @Test(
        "a digest of one policy, or since a later day, goes to whom it concerns and stands for no period's digest",
        arguments: [
            (DigestOptions(policy: ID("genai-use")), ["Counsel", "Deputy", "Second deputy"]),
            (DigestOptions(recipient: "other", policy: ID("genai-use")), ["Other"]),
            (DigestOptions(since: Day(iso: "2026-11-09")), ["Counsel", "Deputy", "Second deputy", "Other", "Studio"]),
        ])
    func narrowed(options: DigestOptions, recipients: [String]) async throws {
        let installation = try Installation(at: "2026-11-02")
        let register = try String(contentsOfFile: "\(installation.folder)/register.yaml", encoding: .utf8)
        try installation.write(
            register.replacing("policies:", with: "  - {id: other, name: Other}\npolicies:")
                .replacing("    topics: [", with: "    units: [studio]\n    topics: [")
                + "units: [{id: studio, name: Studio, appetite: low}]\n", to: "register.yaml")
        try await installation.run()
        installation.set("2026-11-04")
        try installation.publish([entry(1)])
        _ = try await installation.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
        installation.set("2026-11-09")
        let narrowed = try await installation.workspace.digest(options)
        #expect(narrowed.digests.map(\.recipient) == recipients)
        let unit = try await installation.digestText(for: "studio")
        #expect(unit.contains(entry(1).title) && unit.contains("2 November 2026 – 9 November 2026"), "\(unit)")
        #expect(try await installation.run().digests.count == 5)
        #expect(try await installation.run().digests.isEmpty)
    }

    @Test("a register with one policy twice is refused with file and line, also where nothing is written")
    func twins() async throws {
        let installation = try Installation(at: "2026-11-02")
        try await installation.run()
        let policy = "  - {id: genai-use, title: Again, owner: counsel, topics: [training-data]}\n"
        let file = "\(installation.folder)/register.yaml"
        try installation.write(String(contentsOfFile: file, encoding: .utf8) + policy, to: "register.yaml")
        let problem = await #expect(throws: ConfigurationProblem.self) {
            _ = try await installation.workspace.digest(DigestOptions(isDryRun: true))
        }
        #expect(problem?.place?.hasPrefix("\(file):") == true)
        #expect(problem?.what.contains("genai-use") == true)
    }

    @Test(
        "a period begins at the last moment of the schedule, in the organisation's zone",
        arguments: [
            ("{every: weekly, weekday: monday, at: '08:00'}", "2026-11-04T12:00:00Z", "2026-11-02T07:00:00Z"),
            ("{every: weekly, weekday: monday, at: '08:00'}", "2026-11-02T06:59:59Z", "2026-10-26T07:00:00Z"),
            ("{every: weekly, weekday: monday, at: '08:00'}", "2026-11-02T07:00:00Z", "2026-11-02T07:00:00Z"),
            ("{every: daily, at: '23:30'}", "2026-11-04T22:00:00Z", "2026-11-03T22:30:00Z"),
            ("{every: monthly, at: '08:00'}", "2026-11-30T12:00:00Z", "2026-11-01T07:00:00Z"),
            ("{every: monthly, at: '08:00'}", "2026-04-01T05:59:00Z", "2026-03-01T07:00:00Z"),
        ])
    func beginning(rhythm: String, now: String, began: String) throws {
        let settings =
            "organisation: Test AG\ntimezone: Europe/Zurich\nfeeds: [sources.yaml]\ndigest: \(rhythm)\n"
        let installation = try Installation(at: "2026-11-02", ["lexwatch.yaml": settings])
        let period = try DigestPeriod(
            installation.workspace.settings(), at: try #require(Instant(rfc3339: now)))
        #expect(period.began == Instant(rfc3339: began))
    }
}
