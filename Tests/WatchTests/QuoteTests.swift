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

    private static let long = [
        "Providers of services that generate text, images, audio or video by artificial intelligence shall add an "
            + "explicit label to what they publish, in a place where it can be perceived by everybody who sees it",
        "提供具有让公众产生混淆或者误认可能的深度合成服务的应当在生成或者编辑的信息内容的合理位置区域进行显著标识向公众提示信息内容的合成情况并依照规定保存日志信息",
        "Providers “of services” that generate text shall label it",
    ]

    @Test("one of any length is found, and has its owner asked when it goes", arguments: long)
    func longOnes(quote: String) async throws {
        let register = Self.register.replacing("Providers shall add an explicit label", with: quote)
        let place = try Installation(at: "2026-03-03", ["register.yaml": register])
        try place.publish([notice("Article 3. \(quote), it says.")])
        try await place.run()
        #expect(try quotes(place) == ["present", "source-missing"])
        let hints = try place.workspace.checkRegister().findings.filter { $0.what.contains("stand in no text") }
        #expect(hints.count == 1 && !hints[0].isError && hints[0].what.contains("quotes[1]"), "\(hints)")
        place.set("2026-03-10")
        try place.publish([notice("Article 3. Nothing.")])
        #expect(try await place.run().alerts == 1)
    }

    @Test("a policy and a section with new names are compared with what stood under the old ones")
    func renamed() async throws {
        let place = try Installation(at: "2026-03-03", ["register.yaml": Self.register])
        try place.publish([notice("Article 3. Providers shall add an explicit label to what they publish.")])
        try await place.run()
        let renamed = Self.register.replacing("id: genai-use", with: "id: ai-use\n    aliases: [genai-use]")
            .replacing("\"4\"", with: "\"4.1\"")
        try place.write(renamed, to: "register.yaml")
        place.set("2026-03-10")
        try place.publish([notice("Article 3. Providers may add a label.")])
        #expect(try await place.run().alerts == 1)
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
