import Foundation
import Model
import Tagging
import Testing

@testable import Watch

@Suite("When the vocabulary is read") struct VocabularyLoadTests {
    private func fetch(_ installation: Installation) async throws -> FetchReport {
        try await installation.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
    }

    private func configuration(vocabulary: String) -> String {
        "organisation: Test AG\nfeeds: [sources.yaml]\n\(vocabulary)"
    }

    @Test("the check names the folder that is read, and tells what nobody asks for and what is gone")
    func doubts() async throws {
        let installation = try Installation(at: "2026-03-01")
        func check() async -> [String] {
            var told: [String] = []
            for await finding in installation.workspace.check(isOffline: true) where finding.what.contains("vocabulary")
            {
                told.append(
                    "\(finding.level): \(finding.what.replacing(installation.folder, with: "")) \(finding.remedy ?? "")"
                )
            }
            return told
        }
        let own = try installation.workspace.settings().vocabulary
        let usual = await check()
        #expect(usual.count == 1 && usual[0].hasPrefix("fine: 12 topics") && usual[0].contains(own), "\(usual)")

        try FileManager.default.copyItem(atPath: own, toPath: "\(installation.folder)/vocabulary")
        try FileManager.default.removeItem(atPath: "\(installation.folder)/vocabulary/facts/law.csv")
        try installation.write("language: en\n[copyrigth]\nsymphony\n", to: "vocabulary/more.txt")
        try installation.write(configuration(vocabulary: "vocabulary: vocabulary\n"), to: "lexwatch.yaml")
        let ours = await check()
        #expect(ours.first?.contains("(/vocabulary)") == true, "\(ours)")
        #expect(ours.contains { $0.hasPrefix("doubtful") && $0.contains("did you mean [copyright]?") }, "\(ours)")
        #expect(ours.contains { $0.contains("facts: no line tells of: law") }, "\(ours)")
        #expect(ours.contains { $0.contains("there is no facts/law.csv") }, "\(ours)")
        #expect(ours.count == 4)
    }

    @Test("a run that finds nothing new goes without; one that cannot read it loses nothing")
    func onDemand() async throws {
        let installation = try Installation(at: "2026-03-01")
        let first = Installation.Entry(id: "1", title: "One", text: "A ruling on training data", day: "2026-02-27")
        try installation.publish([first])
        #expect(try await fetch(installation).new == 1)

        try installation.write(configuration(vocabulary: "vocabulary: .\n"), to: "lexwatch.yaml")
        installation.set("2026-03-02")
        #expect(try await fetch(installation).new == 0)

        try installation.publish([first, .init(id: "2", title: "Two", text: "Another", day: "2026-03-02")])
        installation.set("2026-03-03")
        await #expect(throws: ConfigurationProblem.self) { _ = try await fetch(installation) }

        try installation.write(configuration(vocabulary: ""), to: "lexwatch.yaml")
        installation.set("2026-03-04")
        #expect(try await fetch(installation).new == 1)
    }

    @Test("what a topic is mainly about is read with its line")
    func mainly() throws {
        let installation = try Installation(at: "2026-03-01")
        let topic = "{id: t, title: {en: T}, when: [ai],\n mainly: [privacy near/20 ai]}"
        try installation.write("topics:\n- \(topic)\n", to: "topics.yaml")
        let rules = try #require(TopicsFile("\(installation.folder)/topics.yaml").topics.first).mainly
        #expect(rules.map(\.text) == ["privacy near/20 ai"])
        #expect(rules.map(\.line) == [3])
    }

    @Test("reports join by the names of an act, where the vocabulary has them")
    func acts() async throws {
        let installation = try Installation(
            at: "2026-03-03",
            [
                "sources.yaml": ["kr", "blog"].map {
                    "- {id: \($0), publisher: \($0), url: 'file:\($0).xml', jurisdiction: KR, authority: commentary}\n"
                }.joined()
            ])
        func develop(_ vocabulary: String) async throws -> Int {
            try installation.write(configuration(vocabulary: vocabulary), to: "lexwatch.yaml")
            for (source, title) in [
                ("kr", "South Korea’s AI Basic Act takes effect"),
                ("blog", "In force in Seoul: what the AI Framework Act asks of firms"),
            ] {
                try installation.write(
                    "<rss version='2.0'><channel><title>\(source)</title><item><title>\(title)</title>"
                        + "<guid>\(source)-\(vocabulary)</guid><pubDate>Mon, 02 Mar 2026 09:00:00 GMT</pubDate></item></channel></rss>",
                    to: "\(source).xml")
            }
            try? FileManager.default.removeItem(atPath: "\(installation.folder)/state")
            return try await installation.run().developments
        }
        #expect(try await develop("") == 1)

        let own = try installation.workspace.settings().vocabulary
        try FileManager.default.copyItem(atPath: own, toPath: "\(installation.folder)/vocabulary")
        try FileManager.default.removeItem(atPath: "\(installation.folder)/vocabulary/acts.csv")
        #expect(try await develop("vocabulary: vocabulary\n") == 2)

        try installation.write("# Acts\nKorea,act,en,ai act\n", to: "vocabulary/acts.csv")
        let problem = try #require(
            await #expect(throws: ConfigurationProblem.self) { try await develop("vocabulary: vocabulary\n") })
        #expect(
            problem.place?.hasSuffix("/vocabulary/acts.csv:2") == true
                && problem.what.contains("“Korea” is no jurisdiction"))

        try installation.write("# Acts\n", to: "vocabulary/acts.csv")
        try installation.write("DE,HH,*,Hamburg\nDE,HB,*,Hamburg\n", to: "vocabulary/regions.csv")
        let other = try #require(
            await #expect(throws: ConfigurationProblem.self) { try await develop("vocabulary: vocabulary\n") })
        #expect(
            other.place?.hasSuffix("/vocabulary/regions.csv:2") == true
                && other.what.contains("“Hamburg” stands in line 1 already"))

        try installation.write("# Regions\n", to: "vocabulary/regions.csv")
        for (file, line, told) in [
            ("papers.csv", "Union,EDPB,*,EDPB", "“Union” is no jurisdiction"),
            ("steps.csv", "*,reply,en,answers", "“*,reply” is no step"),
            ("parties.csv", "firm,OpenAI,*,オープンAI", "“firm” is no kind of party"),
        ] {
            try installation.write(line + "\n", to: "vocabulary/\(file)")
            let bad = try #require(
                await #expect(throws: ConfigurationProblem.self) { try await develop("vocabulary: vocabulary\n") })
            #expect(bad.place?.hasSuffix("/vocabulary/\(file):1") == true && bad.what.contains(told))
            try installation.write("# None\n", to: "vocabulary/\(file)")
        }
    }
}
