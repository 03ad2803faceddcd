import Foundation
import Model
import Testing

@testable import Watch

@Suite("What reaches a business unit") struct UnitBriefingTests {
    private static func register(_ appetite: String) -> String {
        """
        owners: [{id: counsel, name: Counsel}]
        units: [{id: studio, name: Studio, appetite: \(appetite)}]
        policies:
          - {id: genai-use, title: GenAI, owner: counsel, units: [studio], topics: [training-data], jurisdictions: [US]}

        """
    }

    private static let lost = Installation.Entry(
        id: "lost", title: "Court: training generative AI on books was infringement",
        text: "The court granted summary judgment: copying books as training data for a large language model infringes "
            + "copyright.", day: "2026-07-06")
    private static let won = Installation.Entry(
        id: "won", title: "Court rules that training generative AI on books was fair use",
        text: "The court granted summary judgment on copyright in training data for a large language model.",
        day: "2026-07-06")
    private static let filed = Installation.Entry(
        id: "filed", title: "Authors sue over training of generative AI",
        text: "A complaint was filed: copying books as training data for a large language model infringes copyright. "
            + "No. 9:25-cv-00077.", day: "2026-07-06")

    private func text(_ place: Installation) async throws -> String {
        let options = DigestOptions(recipient: "studio", form: "text", isDryRun: true)
        return try await place.workspace.digest(options).digests.compactMap(\.text).joined()
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test(
        "a decision in the user's favour does not reach a unit that takes much risk, one against it does, with its words",
        arguments: [
            ("high", lost, "It went against the user: “was infringement”."), ("high", won, nil), ("high", filed, nil),
            ("medium", won, "It went in the user’s favour: “was fair use”."), ("medium", filed, nil),
            ("low", filed, "not decided yet"),
        ])
    func outcomes(appetite: String, entry: Installation.Entry, told: String?) async throws {
        let place = try Installation(at: "2026-07-07", ["register.yaml": Self.register(appetite)])
        try place.publish([entry])
        _ = try await place.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
        let text = try await text(place)
        #expect(text.contains(entry.title) == (told != nil), "\(text)")
        if let told { #expect(text.contains(told), "\(text)") }
    }

    @Test(
        "what was adopted is told as binding from its day on",
        arguments: [("2026-07-31", "Adopted: it will bind."), ("2026-08-02", "In force: it binds now.")])
    func binds(day: String, told: String) async throws {
        let place = try Installation(at: day, ["register.yaml": Self.register("low")])
        try place.publish([
            .init(
                id: "act", title: "Regulation on training data for generative AI and copyright is adopted",
                text: "The regulation on copyright in training data for large language models was adopted. It applies "
                    + "from 2 August 2026.", day: "2026-07-30")
        ])
        _ = try await place.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
        let text = try await text(place)
        #expect(text.contains("\(told) It binds from 2 August 2026."), "\(text)")
    }

    @Test("what a unit was told before, and that moved on, is not told as new")
    func movedOn() async throws {
        let place = try Installation(at: "2026-07-31", ["register.yaml": Self.register("low")])
        try place.publish([
            .init(
                id: "act", title: "Regulation on training data for generative AI and copyright is adopted",
                text: "The regulation on copyright in training data for large language models was adopted. It applies "
                    + "from 2 August 2026.", day: "2026-07-30")
        ])
        let files: [String] = try await place.run().digests.flatMap(\.files)
        let first = try #require(files.first { $0.contains("studio") && $0.hasSuffix(".txt") })
        #expect(try String(contentsOfFile: first, encoding: .utf8).contains("New · "))
        place.set("2026-08-10")
        let text = try await text(place)
        #expect(text.contains("In force: it binds now.") && text.contains("Moved on · "), "\(text)")
    }

    @Test("a headline that another report gives in the unit's language is marked as that language")
    func headline() async throws {
        let title = "法院受理作者就生成式人工智能训练提起的著作权诉讼"
        let source = "publisher: P, jurisdiction: US, scope: topical"
        let place = try Installation(
            at: "2026-07-07",
            [
                "register.yaml": Self.register("low")
                    .replacing("appetite: low", with: "appetite: low, language: zh-Hans"),
                "sources.yaml": """
                - {id: court, url: 'file:court.xml', authority: court, \(source)}
                - {id: zh, url: 'file:zh.xml', authority: commentary, language: zh-Hans, \(source)}

                """,
                "zh.xml": """
                <rss version="2.0"><channel><title>T</title><item><guid>1</guid><title>\(title)</title>
                <link>https://press.example/1</link><description>作者起诉称，大语言模型使用图书作为训练数据侵犯著作权。
                案号 No. 9:25-cv-00077。</description></item></channel></rss>
                """,
            ])
        try place.publish([Self.filed])
        _ = try await place.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
        let options = DigestOptions(recipient: "studio", form: "html", isDryRun: true)
        let html = try await place.workspace.digest(options).digests.compactMap(\.text).joined()
        let heading = try #require(html.split(separator: "<h2 ").first { $0.contains(title) })
        #expect(heading.contains("lang=\"zh"), "\(heading.prefix(300))")
    }

    @Test(
        "a unit hears again, or for the first time, when a development of which a question is open moves on",
        arguments: ["low", "medium", "high"])
    func movesOn(appetite: String) async throws {
        let place = try Installation(at: "2026-07-07", ["register.yaml": Self.register(appetite)])
        try place.publish([Self.filed])
        try await place.run()
        // The question is older than the period that follows.
        place.set("2026-07-14")
        try await place.run()
        place.set("2026-08-04")
        let edited = Installation.Entry(
            id: Self.filed.id, title: "Court holds that training generative AI on books is not fair use",
            text: "The court granted summary judgment: copying books as training data for a large language model "
                + "infringes copyright. No. 9:25-cv-00077.", day: Self.filed.day)
        try place.publish([edited])
        _ = try await place.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
        #expect(try place.alerts().map(\.raised.day) == [Day(iso: "2026-07-07")])
        #expect(try await text(place).contains("Decided by a court"))
        try await place.run()
        #expect(try await !text(place).contains(edited.title), "it is told once")
    }

    @Test("a unit's first digest tells what was asked in its period, not all that is open")
    func firstDigest() async throws {
        let place = try Installation(at: "2026-07-07")
        try place.publish([Self.filed])
        try await place.run()
        try place.write(Self.register("low"), to: "register.yaml")
        place.set("2026-08-04")
        #expect(try await !text(place).contains(Self.filed.title))
        try await place.run()
        place.set("2026-08-11")
        #expect(try await !text(place).contains(Self.filed.title))
    }

    @Test("reports that do not agree whom a decision went against keep it from nobody")
    func disagreement() async throws {
        let source = "publisher: P, jurisdiction: US, scope: topical"
        let place = try Installation(
            at: "2026-07-07",
            [
                "register.yaml": Self.register("high"),
                "sources.yaml": """
                - {id: court, url: 'file:court.xml', authority: court, \(source)}
                - {id: press, url: 'file:press.xml', authority: commentary, \(source)}

                """,
                "press.xml": """
                <rss version="2.0"><channel><title>T</title><item><guid>1</guid>
                <title>Court: training generative AI on books was infringement</title>
                <link>https://press.example/1</link><description>The court granted summary judgment on copyright in
                training data. No. 9:25-cv-00077.</description></item></channel></rss>
                """,
            ])
        try place.publish([
            .init(
                id: "won", title: Self.won.title, text: Self.won.text + " No. 9:25-cv-00077.", day: Self.won.day)
        ])
        _ = try await place.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
        #expect(Set(try place.alerts().map(\.development)).count == 1)
        #expect(try await text(place).contains("does not say plainly whom it went against"))
    }
}
