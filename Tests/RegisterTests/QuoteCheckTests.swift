import Testing

@testable import Register

@Suite("Pinned quotes") struct QuoteCheckTests {
    private static let quote = "shall be marked as artificially generated"
    private static let law =
        "Article 1 concerns definitions of all kinds. Article 50. Outputs shall be marked as artificially generated "
        + "and detectable as such by machines. Article 51 concerns models of general purpose."

    @Test(
        "what becomes of the text decides",
        arguments: [
            (Optional(law), QuoteCheck.Verdict.present), ("Preamble, newly added. " + law, .present),
            (law + " Article 52 is new.", .present),
            ("Article 50. Outputs shall be marked as artificially generated and nothing else.", .present),
            (law.filter { $0 != "." }, .present),
            ("Annex IX. Where needed, texts shall be marked as artificially generated unless exempt.", .moved),
            ("Outputs shall be labelled as artificially generated.", .gone), ("Nothing.", .gone),
            ("", .sourceMissing), (" \n\u{200B}", .sourceMissing), (nil, .sourceMissing),
        ])
    func verdicts(text: String?, verdict: QuoteCheck.Verdict) throws {
        let first = try #require(QuoteCheck.look(for: Self.quote, in: Self.law, previous: nil).place)
        let result = QuoteCheck.look(for: Self.quote, in: text, previous: first)
        #expect(result.verdict == verdict)
        #expect((result.place != nil) == (verdict == .present || verdict == .moved))
    }

    @Test("at the first look a quote is present where it stands at all")
    func firstLook() {
        let result = QuoteCheck.look(for: Self.quote, in: Self.law, previous: nil)
        #expect(result.verdict == .present)
        #expect(result.place?.before.hasSuffix("Article 50. Outputs ") == true)
        #expect(result.place?.after.hasPrefix(" and detectable") == true)
        #expect(QuoteCheck.look(for: " ", in: Self.law, previous: nil).verdict == .sourceMissing)
    }

    @Test("of several places the one with the old neighbours is meant, whatever comes first")
    func severalPlaces() throws {
        let first = try #require(QuoteCheck.look(for: "to mark", in: "The duty to mark stays.", previous: nil).place)
        let text = "Who fails to mark pays. The duty to mark stays."
        let result = QuoteCheck.look(for: "to mark", in: text, previous: first)
        #expect(result.verdict == .present)
        #expect(result.place?.offset == 33)
    }

    @Test("a text that is the quote stays present when text is set before or after it")
    func wholeText() throws {
        let first = try #require(QuoteCheck.look(for: "a b", in: "a b", previous: nil).place)
        #expect(QuoteCheck.look(for: "a b", in: "x a b", previous: first).verdict == .present)
        #expect(QuoteCheck.look(for: "a b", in: "a b y", previous: first).verdict == .present)
    }

    @Test(
        "typography does not show",
        arguments: [
            ("the “provider” – in writing", "the \"provider\" - in\n  writing"), ("infor\u{AD}mation", "information"),
            ("人工智能生成内容", "人工智能\n生成\u{3000}内容"), ("内容，应当标识", "内容, 应当标识"), ("使用GPT模型", "使用 GPT 模型"),
            ("l'œuvre", "l’œuvre"), ("ＡＩ Act", "AI\u{A0}Act"),
        ])
    func typography(quote: String, text: String) {
        #expect(QuoteCheck.look(for: quote, in: "x \(text) y", previous: nil).verdict == .present)
    }

    @Test("words do differ", arguments: [("may", "shall"), ("the Act", "theAct"), ("Provider", "provider")])
    func differs(quote: String, text: String) {
        #expect(QuoteCheck.look(for: quote, in: text, previous: nil).verdict == .gone)
    }

    @Test("neighbours are whole characters")
    func characters() throws {
        let text = String(repeating: "é漢", count: 40)
        let place = try #require(QuoteCheck.look(for: "Q", in: text + "Q" + text, previous: nil).place)
        #expect(!(place.before + place.after).unicodeScalars.contains("\u{FFFD}"))
        #expect(!place.before.isEmpty && !place.after.isEmpty)
    }
}
