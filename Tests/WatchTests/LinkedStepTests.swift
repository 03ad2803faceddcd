import Model
import Store
import Testing

@testable import Watch

@Suite("Steps that come long after") struct LinkedStepTests {
    private static let below = Installation.Entry(
        id: "below", title: "Alder Press v. Modelworks, No. 3:25-cv-00417 (N.D. Cal.)",
        text: "Summary judgment: training a language model on books infringes copyright.", day: "2026-01-05")
    private static let appeal = Installation.Entry(
        id: "appeal", title: "Training of language models is fair use, appeals court rules",
        text:
            "In No. 25-5512 the court annulled the judgment in No. 3:25-cv-00417: training a language model on books "
            + "infringes no copyright.", day: "2026-11-05")

    @Test("a ruling that takes the force of one below names its next step, however long ago that was")
    func ruling() async throws {
        let place = try Installation(at: "2026-01-06")
        try place.publish([Self.below])
        try await place.run()
        place.set("2026-11-06")
        try place.publish([Self.below, Self.appeal])
        try await place.run()
        let steps = try place.workspace.matter("3:25-cv-00417")
        #expect(steps.map(\.previous) == [nil, steps.first?.development])
        // Though it goes by a number of its own, it is no mere mention.
        #expect(steps.map(\.isMention) == [false, false] && steps.allSatisfy { $0.about == nil })
    }

    @Test("steps that one fetch brings are linked in the order of their days, though feeds have the newest first")
    func newestFirst() async throws {
        let ruling = Installation.Entry(
            id: "ruling", title: "Alder Press v. Modelworks, No. 3:25-cv-00417: summary judgment",
            text: "Training a language model on books infringes copyright.", day: "2026-03-05")
        let hearing = Installation.Entry(
            id: "hearing", title: "Alder Press v. Modelworks, No. 3:25-cv-00417: hearing set",
            text: "Oral argument on training of a language model on books is set for 20 February 2026.",
            day: "2026-01-20")
        let place = try Installation(at: "2026-03-06")
        try place.publish([ruling, hearing])
        try await place.run()
        let steps = try place.workspace.matter("3:25-cv-00417")
        #expect(steps.map(\.previous) == [nil, steps.first?.development])
        #expect(steps.last?.title.hasSuffix("summary judgment") ?? false)
    }

    @Test("the answer to a consultation follows what the same source asked months ago")
    func answer() async throws {
        let consultation = Installation.Entry(
            id: "open", title: "Consultation: training data and AI transparency",
            text: "The office seeks views on a duty to disclose works used for AI training.", day: "2026-01-05")
        let response = Installation.Entry(
            id: "answer", title: "Training data and AI transparency: government response",
            text: "The response to the consultation on a duty to disclose works used for AI training.",
            day: "2026-05-05")
        let place = try Installation(
            at: "2026-01-06",
            [
                "sources.yaml":
                    "- {id: court, publisher: An office, url: 'file:court.xml', jurisdiction: US, authority: ip-office, scope: topical}\n"
            ])
        try place.publish([consultation])
        try await place.run()
        place.set("2026-05-06")
        try place.publish([consultation, response])
        try await place.run()
        let first = try #require(try place.workspace.item(RowID(1)).development)
        let second = try #require(try place.workspace.item(RowID(2)).development)
        #expect(first != second)
        let store = try Store(at: place.workspace.paths.database)
        #expect(try store.development(second)?.previous == first)
    }
}
