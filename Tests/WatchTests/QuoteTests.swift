import Model
import Testing

@testable import Watch

@Suite("Passages of the law that a policy quotes") struct QuoteTests {
    private static let register = """
        owners:
          - {id: counsel, name: Counsel}
        policies:
          - id: genai-use
            title: Acceptable use of generative AI
            owner: counsel
            sections:
              - id: "4"
                title: Labels
                quotes: ["Providers shall add an explicit label", "words that nobody ever published"]

        """

    private func notice(_ text: String) -> Installation.Entry {
        Installation.Entry(id: "measures", title: "Measures on labelling", text: text, day: "2026-03-02")
    }

    private func quotes(_ place: Installation) throws -> [String] {
        try place.workspace.policy(ID("genai-use")).quotes.map { quote in
            String(quote.split(separator: ":")[1].split(separator: " ")[0])
        }
    }

    @Test("one that is gone asks its owner once; one that moved, or was never found, asks nobody")
    func life() async throws {
        let place = try Installation(at: "2026-03-03", ["register.yaml": Self.register])
        try place.publish([notice("Article 3. Providers shall add an explicit label to what they publish.")])
        #expect(try await place.run().alerts == 0)
        #expect(try quotes(place) == ["present", "source-missing"])

        place.set("2026-03-10")
        try place.publish([
            notice(
                "New preamble, quite long and different. Elsewhere: “Providers shall add an explicit label”, it says.")
        ])
        #expect(try await place.run().alerts == 0)

        place.set("2026-03-17")
        try place.publish([notice("Article 3. Providers may add a label.")])
        #expect(try await place.run().alerts == 1)
        #expect(try quotes(place) == ["gone", "source-missing"])
        let alert = try #require(try place.alerts().first)
        let reason = try #require(alert.reasons.first)
        #expect(reason.kind == .quote && reason.section == "4" && alert.owner == ID("counsel"))

        place.set("2026-03-24")
        #expect(try await place.run().alerts == 0)
        #expect(try place.workspace.verifyAudit(against: nil).isIntact)
    }
}
