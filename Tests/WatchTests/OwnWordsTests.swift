import Model
import Syndication
import Testing

@testable import Tagging
@testable import Watch

@Suite("What stands beside an item's own words") struct OwnWordsTests {
    private static let tools = Result {
        try TaggingTools(topics: "\(Installation.data)/topics.yaml", vocabulary: "\(Installation.data)/vocabulary")
    }

    private func findings(_ title: String, _ markup: String) throws -> Findings {
        let text = ItemText(title: title, summary: PlainText.from(markup: markup), raw: markup)
        let place = try Installation(at: "2026-07-01")
        let source = try #require(try place.workspace.catalogue(place.workspace.settings()).first)
        return try Self.tools.get().findings(in: text, from: source)
    }

    @Test(
        "makes no topic, and is a near miss that says so",
        arguments: [
            "Notice on excise tax.<div class=\"related\">Related: OpenAI copyright training lawsuit</div>",
            "Notice on excise tax.<p>Related: OpenAI copyright training lawsuit</p>",
            "Notice on excise tax.<h3>Related</h3><ul><li>OpenAI copyright training lawsuit</li></ul>",
            "Notice on excise tax. Read also: OpenAI copyright training lawsuit",
        ])
    func related(markup: String) throws {
        let findings = try findings("Tax notice", markup)
        #expect(findings.topics.isEmpty)
        #expect(
            findings.nearMisses.contains { $0.topic == ID("training-data") && $0.lacked.hasPrefix("words of its own") })
    }

    @Test("leaves what the item says itself")
    func ownWords() throws {
        let findings = try findings(
            "Ruling", "<p>Tags: tax, AI</p><p>The court held that training AI on copyrighted books is fair use.</p>")
        #expect(findings.topics.map(\.topic) == [ID("training-data")])
    }
}
