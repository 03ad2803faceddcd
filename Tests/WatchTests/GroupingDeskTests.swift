import Model
import Store
import Tagging
import Testing

@testable import Watch

@Suite("Grouping with a short memory") struct GroupingDeskTests {
    private static let entries = [
        ("below", "Alder Press v. Modelworks, No. 3:25-cv-00417 (N.D. Cal.)", "2026-01-05"),
        ("other", "Birch Books v. Textforge, No. 1:25-cv-00811 (D. Mass.)", "2026-01-06"),
        ("third", "Cedar Media v. Writerly, No. 2:25-cv-00933 (C.D. Cal.)", "2026-01-07"),
        ("appeal", "No. 25-5512: the judgment in No. 3:25-cv-00417 was reversed", "2026-02-05"),
    ].map { id, title, day in
        Installation.Entry(
            id: id, title: title, text: "Training a language model on books infringes copyright.", day: day)
    }

    @Test("what was forgotten is found again by its matters, with the step before it", arguments: [1, 2, 3_000])
    func forgetting(most: Int) async throws {
        let place = try Installation(at: "2026-02-06")
        try place.publish(Self.entries)
        try await place.run()
        let store = try Store(at: place.workspace.paths.database)
        let before = try store.developments(since: Instant(secondsSince1970: 0))
        #expect(before.count == 4 && before.contains { $0.previous != nil })
        var desk = try GroupingDesk(store, .none, recent: [], most: most)
        for item in before.flatMap({ $0.members.map(\.item) }) + before.reversed().flatMap({ $0.members.map(\.item) }) {
            let changes = try desk.changes(for: store.foundItems([item]).map { ReportedItem($0, .none) })
            let grown = try desk.settle(store.apply(changes))
            #expect(grown.map(\.id) == before.filter { $0.members.contains { $0.item == item } }.map(\.id))
            #expect(grown.map(\.previous) == grown.map { grown in before.first { $0.id == grown.id }?.previous })
        }
        #expect(try store.developments(since: Instant(secondsSince1970: 0)) == before)
    }
}
