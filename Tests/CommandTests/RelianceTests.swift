import Foundation
import Testing

@Suite("What relies on an authority") struct RelianceCommandTests {
    private static func entry(_ id: Int, _ title: String, _ text: String) -> String {
        "<item><guid>\(id)</guid><title>\(title)</title><link>https://court.example/\(id)</link>"
            + "<pubDate>Mon, 02 Nov 2026 10:0\(id):00 GMT</pubDate><description>\(text)</description></item>"
    }

    private static let feed =
        "<rss version='2.0'><channel><title>Opinions</title>"
        + entry(1, "Judgment in Case C-250/25", "The Court ruled on generative AI and copyright.")
        + entry(2, "Judgment in Case C-11/26", "The Court follows Case C-250/25 on training data.")
        + entry(3, "Judgment in Case C-12/26", "The Court applies Case C-11/26 to generative AI.")
        + "</channel></rss>"

    private func program() throws -> Program {
        let program = try Program.installed(feed: Self.feed)
        try program.write(
            "# Rules\n\n## 1 Scope\n\nAs decided in Case C-250/25.\n\n## 2 Other\n\nNothing.\n", to: "text.md")
        try program.write(
            "<html><body><h1>Rules</h1><h2>4 Labels</h2><p>See Case C-11/26.</p></body></html>", to: "page.html")
        try program.write("Rules\n\n5.1 Prompts\n\nSee Case C-12/26.\n", to: "plain.txt")
        try program.write(
            """
            owners: [{id: counsel, name: Counsel}]
            policies:
              - id: direct
                title: Direct
                owner: counsel
                topics: [training-data]
                sections: [{id: "3.2", title: Prompts, relies-on: [C-250/25]}]
              - {id: in-markdown, title: M, owner: counsel, topics: [training-data], document: text.md}
              - {id: in-html, title: H, owner: counsel, topics: [training-data], document: page.html}
              - {id: in-text, title: T, owner: counsel, topics: [training-data], document: plain.txt}
              - {id: unconcerned, title: U, owner: counsel, topics: [training-data], relies-on: [C-9/99]}

            """, to: "register.yaml")
        try program.run("run")
        return program
    }

    @Test("is every section, directly or through what cites it, with the path")
    func reach() throws {
        let program = try program()
        let reached = try program.run("matter", "C-250/25", "--reach", "--json").objects()
        let lines = reached.map { reach in
            let path = (reach["path"] as? [String] ?? []).joined(separator: " < ")
            return "\(reach["policy"] ?? "") \(reach["section"] ?? ""): \(path)"
        }
        #expect(
            lines == [
                "direct 3.2: C-250/25", "in-markdown 1: C-250/25", "in-html 4: C-250/25 < C-11/26",
                "in-text 5.1: C-250/25 < C-11/26 < C-12/26",
            ])
        let told = try program.run("matter", "c-250/25", "--reach").lines.joined(separator: " ")
        #expect(told.hasPrefix("direct, section 3.2 Prompts: relies on C-250/25 in-markdown, section 1: "))
        #expect(
            told.hasSuffix("in-text, section 5.1: relies on C-12/26, which cites C-11/26, which cites C-250/25"))
        #expect(try program.run("matter", "C-7/77", "--reach").errors.contains("No policy relies on C-7/77."))
    }

    @Test("a policy shows each authority with its latest development")
    func reliance() throws {
        let program = try program()
        let shown = try program.run("policy", "direct", "--reliance").output
        #expect(shown.contains("C-250/25 (section 3.2): latest: Judgment in Case C-"))
        #expect(try program.run("policy", "unconcerned", "--reliance").output.contains("C-9/99: nothing stored yet"))
        let alert = try #require(
            try program.run("alerts", "--policy", "direct", "--json").objects().first?["reasons"] as? [[String: Any]])
        #expect(alert.contains { $0["kind"] as? String == "reliance" && $0["section"] as? String == "3.2" })
    }
}
