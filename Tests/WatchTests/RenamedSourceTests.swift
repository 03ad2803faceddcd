import Model
import Testing

@testable import Watch

@Suite("A source that is renamed") struct RenamedSourceTests {
    private static func source(_ id: String, _ further: String = "") -> String {
        "- {id: \(id), publisher: A court, url: 'file:court.xml', jurisdiction: US, authority: court, scope: topical\(further)}\n"
    }

    @Test("tells nothing twice where it lists its former name, and keeps its gap")
    func told() async throws {
        let place = try Installation(at: "2026-07-06")
        try place.publish([.trainingDataAct])
        try await place.run()
        place.set("2026-07-08")
        let later = Installation.Entry(
            id: "later", title: "Court rules on training data of generative AI", text: "The court ruled.",
            day: "2026-07-08")
        try place.publish([later])
        try await place.run()
        let gap = try #require(try place.workspace.gaps(all: false).first)
        let asked = try place.alerts(all: true).count
        try place.write(Self.source("tribunal", ", aliases: [court]"), to: "sources.yaml")
        let report = try await place.run()
        #expect(report.fetching.new == 0)
        #expect(try place.alerts(all: true).count == asked)
        let kept = try #require(try place.workspace.gaps(all: false).first)
        #expect(kept.id == gap.id && kept.source.rawValue == "tribunal")
        #expect(try place.workspace.verifyAudit(against: nil).isIntact)
    }

    @Test("tells nothing twice where it gets its former name back, also after somebody looked by hand under it")
    func back() async throws {
        let place = try Installation(at: "2026-07-06")
        try place.publish([.trainingDataAct])
        try await place.run()
        try place.workspace.handCheck(ID("court"), note: "looked", actor: "ada")
        try place.write(Self.source("tribunal", ", aliases: [court]"), to: "sources.yaml")
        #expect(try await place.run().fetching.new == 0)
        try place.write(Self.source("court", ", aliases: [tribunal]"), to: "sources.yaml")
        #expect(try await place.run().fetching.new == 0)
        try place.write(Self.source("chamber", ", aliases: [court, tribunal]"), to: "sources.yaml")
        #expect(try await place.run().fetching.new == 0)
        #expect(try place.workspace.verifyAudit(against: nil).isIntact)
    }

    @Test("is found by its former name, before and after it is read under the new one")
    func foundByFormerName() async throws {
        let place = try Installation(at: "2026-07-06")
        try place.publish([.trainingDataAct])
        try await place.run()
        let (court, tribunal) = (ID<Source>("court"), ID<Source>("tribunal"))
        try place.write(Self.source("tribunal", ", aliases: [court]"), to: "sources.yaml")
        func items(of source: ID<Source>) throws -> Int {
            var count = 0
            try place.workspace.items(ItemFilter(source: source)) { _ in count += 1 }
            return count
        }
        for isRead in [false, true] {
            if isRead {
                let report = try await place.workspace.fetch(FetchOptions(only: [court])) { _, _, _ in }
                #expect(report.fetches.map(\.source) == [tribunal])
            }
            let name = try place.workspace.handCheck(court, note: "looked", actor: "ada")
            #expect(name == (isRead ? tribunal : court))
            #expect(try place.workspace.handCheck(tribunal, note: "looked", actor: "bob") == name)
            #expect(try items(of: court) == 1 && items(of: tribunal) == 1)
            let view = try #require(try place.workspace.sources([court]).first)
            #expect(view.id == tribunal && view.handCheck?.actor == "bob")
            for try await check in try place.workspace.checkSources([court]) {
                #expect(check.source == tribunal)
                #expect(check.lines.count { $0.contains("looked by hand") } == (isRead ? 3 : 2), "\(check.lines)")
            }
        }
        #expect(place.workspace.formerNames(among: [court, tribunal]).map(\.present) == [tribunal])
        await #expect(throws: PlainProblem.self) {
            try await place.workspace.fetch(FetchOptions(only: [ID("third")])) { _, _, _ in }
        }
    }

    @Test("an alias that another source has as its name or alias is refused with the place")
    func refused() throws {
        for other in [Self.source("court"), Self.source("third", ", aliases: [court]")] {
            let place = try Installation(
                at: "2026-07-06", ["sources.yaml": other + Self.source("tribunal", ", aliases: [court]")])
            #expect { try place.workspace.sources() } throws: { error in
                let problem = error as? ConfigurationProblem
                return problem?.what.contains("'court'") == true && problem?.place?.contains("sources.yaml") == true
            }
        }
    }
}
