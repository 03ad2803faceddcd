import Testing

@testable import Tagging

@Suite("Cases named in lists") struct ListedCaseTests {
    @Test(
        "each case of a list has its own parties",
        arguments: [
            (
                "Updates on NYT v. OpenAI, Getty v. Stability AI, GEMA v. OpenAI and Bartz v. Anthropic.",
                ["nyt v openai", "getty v stability ai", "gema v openai", "bartz v anthropic"]
            ),
            ("Concord Music, Inc. v. Anthropic PBC; Kadrey v. Meta", ["concord music v anthropic", "kadrey v meta"]),
            ("Tremblay and Silverman v. OpenAI", ["tremblay silverman v openai"]),
            ("Disney v. Midjourney and Universal v. MiniMax", ["disney v midjourney", "universal v minimax"]),
        ])
    func lists(text: String, expected: [String]) {
        #expect(MatterNames.parties(in: FactText(text)).map(\.name) == expected)
    }
}
