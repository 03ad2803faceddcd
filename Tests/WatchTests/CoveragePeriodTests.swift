import Foundation
import Model
import Store
import Testing

@testable import Watch

@Suite("The period that a digest's coverage is of") struct CoveragePeriodTests {
    private static let entry = Installation.Entry(
        id: "1", title: "Ruling on training generative AI", text: "Books as training data.", day: "2026-11-01")
    private static let complete = "No source was unreadable for a day or longer, and no gap is known."

    private func fetch(_ place: Installation, on day: String) async throws {
        place.set(day)
        _ = try await place.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
    }

    @Test("a digest that comes late tells the outage of a week that it covers, and the next one does not")
    func late() async throws {
        let place = try Installation(at: "2026-11-02")
        try place.publish([Self.entry])
        try await place.run()
        try FileManager.default.removeItem(atPath: "\(place.folder)/court.xml")
        for day in ["2026-11-10", "2026-11-11", "2026-11-12"] { try await fetch(place, on: day) }
        try place.publish([Self.entry])
        try await fetch(place, on: "2026-11-14")
        place.set("2026-11-24")
        let text = try await place.digestText(for: "counsel")
        #expect(text.contains("could not be read between 2 November 2026 and 14 November 2026"), "\(text)")
        #expect(!text.contains(Self.complete))
        try await place.run()
        place.set("2026-12-01")
        try await place.run()
        #expect(try await place.digestText(for: "counsel").contains(Self.complete))
    }

    @Test("a digest between the days of the schedule blames no source that was not due since the last one")
    func early() async throws {
        let place = try Installation(at: "2026-11-02")
        try place.publish([Self.entry])
        try await place.run()
        place.set("2026-11-03")
        let text = try await place.digestText(for: "counsel")
        #expect(text.contains("1 of 1 sources were read") && text.contains(Self.complete), "\(text)")
    }

    @Test("what a source missed that goes by another name now is told until somebody acknowledges it")
    func renamed() async throws {
        let place = try Installation(at: "2026-11-02")
        try place.publish([Self.entry])
        try await place.run()
        let file = "\(place.folder)/court.xml"
        try FileManager.default.removeItem(atPath: file)
        for day in ["2026-11-09", "2026-11-16"] { try await fetch(place, on: day) }
        try place.write(
            "- {id: tribunal, publisher: B, url: 'file:court.xml', jurisdiction: US, authority: court, scope: topical}\n",
            to: "sources.yaml")
        try place.publish([Self.entry])
        for day in ["2026-11-23", "2026-12-07"] {
            place.set(day)
            try await place.run()
            place.set(place.workspace.clock.now.adding(days: 1))
            let text = try await place.digestText(for: "counsel")
            #expect(text.contains("A court") && text.contains("23 November 2026"), "\(text)")
            #expect(!text.contains(Self.complete), "\(text)")
        }
        let gap = try #require(try place.workspace.storeForReading().gaps().first)
        _ = try place.workspace.acknowledgeGap(gap.id, note: "read by hand", actor: "ops")
        #expect(try await place.digestText(for: "counsel").contains(Self.complete))
    }

    @Test("a source that failed for an hour is not named")
    func short() async throws {
        let place = try Installation(at: "2026-11-02")
        try place.publish([Self.entry])
        try await place.run()
        let now = place.workspace.clock.now
        try FileManager.default.removeItem(atPath: "\(place.folder)/court.xml")
        place.set(now.adding(seconds: 3600))
        _ = try await place.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
        try place.publish([Self.entry])
        place.set(now.adding(seconds: 7200))
        _ = try await place.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
        #expect(try await place.digestText(for: "counsel").contains(Self.complete))
    }
}
