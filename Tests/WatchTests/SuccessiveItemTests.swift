import Model
import Store
import Testing

@testable import Watch

@Suite("Publications that come one after the other under one address") struct SuccessiveItemTests {
    private static let issues = [
        (
            "Weekly bulletin 47/2026",
            "This week: training a language model on books infringes copyright (1:25-cv-00047)."
        ),
        (
            "Weekly bulletin 48/2026",
            "This week: a settlement over pirated novels as training data for generative AI (1:26-cv-00048)."
        ),
        (
            "Weekly bulletin 49/2026",
            "This week: newspapers sue a maker of AI over articles in its training data (1:26-cv-00049)."
        ),
    ].enumerated().map { week, issue in
        Installation.Entry(id: "latest", title: issue.0, text: issue.1, day: "2026-11-\(16 + 7 * week)")
    }

    private func fetch(_ place: Installation) async throws -> (new: Int, revised: Int) {
        let report = try await place.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
        #expect(report.fetches.allSatisfy { $0.gap == nil })
        return (report.new, report.revised)
    }

    @Test("each stays to be read and answered, in its own words, and none comes twice when the page swings back")
    func successive() async throws {
        let place = try Installation(at: "2026-11-16")
        for (week, issue) in Self.issues.enumerated() {
            place.set("2026-11-\(17 + 6 * week)")
            try place.publish([issue])
            #expect(try await fetch(place) == (1, 0))
            #expect(try await fetch(place) == (0, 0))
            try await place.run()
            if week == 0 {
                let first = try #require(try place.alerts().first)
                _ = try place.workspace.assess([first.id], .noImpact, note: "ok", actor: "counsel")
            }
        }
        let asked = try place.alerts(all: true)
        #expect(asked.count == 3 && Set(asked.map(\.development)).count == 3)
        #expect(try place.alerts().count == 2)
        for issue in Self.issues.reversed() + Self.issues {
            try place.publish([issue])
            #expect(try await fetch(place) == (0, 0))
        }
        let store = try Store(at: place.workspace.paths.database)
        let titles = try store.items(ItemQuery(source: ID("court"), limit: 9)).map(\.title)
        #expect(Set(titles) == Set(Self.issues.map(\.title)) && titles.count == 3)
        #expect(try place.alerts(all: true).count == 3)
    }

    @Test("what is corrected afterwards is the newest of them, and stays one item")
    func corrected() async throws {
        let place = try Installation(at: "2026-11-24")
        try place.publish([Self.issues[0]])
        #expect(try await fetch(place) == (1, 0))
        try place.publish([Self.issues[1]])
        #expect(try await fetch(place) == (1, 0))
        let issue = Self.issues[1]
        try place.publish([.init(id: issue.id, title: issue.title, text: issue.text + " Corrected.", day: issue.day)])
        #expect(try await fetch(place) == (0, 1))
        #expect(try await fetch(place) == (0, 0))
    }
}
