import Model
import Store
import Testing

@testable import Watch

@Suite("Acts that are followed") struct FollowedActTests {
    @Test(
        "by a number of their country or a known name each step is an alert, before anything is stored, too",
        arguments: [
            ("EO 14110", "Executive Order 14110", "Trump revokes Executive Order 14110"),
            ("KR AI Basic Act", "KR AI Basic Act", "South Korea's National Assembly amends the AI Basic Act"),
        ])
    func follows(asked: String, matter: String, title: String) async throws {
        let place = try Installation(at: "2026-07-01")
        try await place.run()
        let answer = try place.workspace.follow(asked, owner: ID("counsel"), note: "", actor: "ada")
        #expect(answer.matter == matter && answer.steps == 0)
        try place.publish([.init(id: "one", title: title, text: "", day: "2026-07-01")])
        #expect(try await place.run().alerts == 1)
        #expect(try place.alerts().first?.reasons.map(\.value) == [matter])
        let steps = try place.workspace.matter(asked)
        #expect(steps.map(\.title) == [title])
        #expect(steps.first?.treatments.count == 1 && steps.first?.members.map(\.source) == [ID("court")])
        _ = try place.workspace.unfollow(asked, owner: ID("counsel"), actor: "ada")
    }

    @Test("a number is unfollowed without its stops and spaces, too")
    func spelling() async throws {
        let place = try Installation(at: "2026-07-01")
        try await place.run()
        _ = try place.workspace.follow("H.R. 5388", owner: ID("counsel"), note: "", actor: "ada")
        #expect(try place.workspace.unfollow("HR5388", owner: ID("counsel"), actor: "ada") == "H.R. 5388")
    }

    @Test("a name that several acts bear is none to follow, and they are told")
    func ambiguous() async throws {
        let place = try Installation(at: "2026-07-01")
        try await place.run()
        let problem = #expect(throws: (any Error).self) {
            try place.workspace.follow("AI Basic Act", owner: ID("counsel"), note: "", actor: "ada")
        }
        #expect((problem as? any Problem)?.remedy == "perhaps you mean: KR AI Basic Act, TW AI Basic Act")
    }

    @Test("the withdrawal of a proposal of the Commission is the step after the proposal, by its number")
    func withdrawal() async throws {
        let proposal = Installation.Entry(
            id: "one", title: "Proposal for a Directive on liability for artificial intelligence COM(2022) 496",
            text: "The Commission proposes an AI Liability Directive.", day: "2026-06-20")
        let end = Installation.Entry(
            id: "two", title: "Withdrawal of the AI Liability Directive, COM(2022) 496",
            text: "The Commission withdraws the proposal on artificial intelligence.", day: "2026-07-19")
        let place = try Installation(
            at: "2026-06-21",
            [
                "sources.yaml":
                    "- {id: court, publisher: EU, url: 'file:court.xml', jurisdiction: EU, authority: legislator, scope: topical}\n"
            ])
        try place.publish([proposal])
        try await place.run()
        place.set("2026-07-20")
        try place.publish([proposal, end])
        try await place.run()
        let steps = try place.workspace.matter("COM(2022) 496")
        #expect(steps.map(\.title) == [proposal.title, end.title])
        #expect(steps.last?.previous == steps.first?.development && steps.last?.stage == Stage.none)
    }

    @Test("a draft that is withdrawn is the step after the draft, in words of any language, and its days are off")
    func draft() async throws {
        let draft = Installation.Entry(
            id: "one", title: "Referentenentwurf zur Kennzeichnung von KI-Inhalten veröffentlicht",
            text: "Das Ministerium bittet um Stellungnahmen zum Entwurf bis zum 15. September 2026.", day: "2026-06-20")
        let end = Installation.Entry(
            id: "two", title: "Ministerium zieht Referentenentwurf zur Kennzeichnung von KI-Inhalten zurück",
            text: "Der Entwurf zur Kennzeichnung von KI-Inhalten wird nicht weiter verfolgt.", day: "2026-07-19")
        let place = try Installation(
            at: "2026-06-21",
            [
                "sources.yaml":
                    "- {id: court, publisher: M, url: 'file:court.xml', jurisdiction: DE, authority: regulator, language: de}\n"
            ])
        try place.publish([draft])
        try await place.run()
        place.set("2026-07-20")
        try place.publish([draft, end])
        try await place.run()
        let developments = try place.workspace.storeForReading().developments(since: .init(secondsSince1970: 0))
        #expect(developments.count == 2)
        #expect(developments.map(\.previous).contains(developments.map(\.id).min()))
    }
}
