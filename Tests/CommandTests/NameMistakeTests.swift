import Foundation
import Testing

@Suite("Names and causes that are not there") struct NameMistakeTests {
    @Test(
        "are told, never passed over as nothing found",
        arguments: [
            (["alerts", "--owner", "counsle"], "the register has no owner 'counsle'"),
            (["alerts", "--policy", "genai-us"], "Did you mean 'genai-use'?"),
            (["alerts", "--tool", "writer"], "the register has no tool 'writer'"),
            (["mark", "genai-use", "reviewed", "--because", "a feeling"], "'a feeling' is no cause"),
            (["mark", "genai-use", "reviewed", "--because", "alert 99"], "there is no alert 99"),
            (["mark", "genai-use", "reviewed", "--because", "item 99"], "there is no item 99"),
            (["alert", "99"], "there is no alert 99"),
            (["items", "--source", "coutr"], "Did you mean 'court'?"),
            (["items", "--source", "court", "--topic", "traning-data"], "Did you mean 'training-data'?"),
            (["items", "--jurisdiction", "ZZ"], "there is no jurisdiction 'ZZ'"),
            (["items", "--json", "--source", "nope"], "there is no source 'nope'"),
            (["topics", "near-misses", "--topic", "nope"], "there is no topic 'nope'"),
        ])
    func told(arguments: [String], sentence: String) throws {
        let program = try Program.installed()
        try program.run("run")
        let result = try program.run(arguments)
        #expect(result.status != 0 && result.errors.contains(sentence), "\(result.errors)")
    }

    @Test(
        "what is known and has nothing is no mistake",
        arguments: [["--jurisdiction", "NO"], ["--jurisdiction", "INT"], ["--topic", "deepfakes-likeness"], ["--source", "quiet"]])
    func nothing(filter: [String]) throws {
        let program = try Program.installed(feed: "<rss version='2.0'><channel><title>Quiet</title></channel></rss>")
        try program.write(
            "- {id: quiet, publisher: A court, url: 'file:court.xml', jurisdiction: US, authority: court}\n",
            to: "sources.yaml")
        try program.run("run")
        let result = try program.run(["items"] + filter)
        #expect(result.status == 0 && result.errors.contains("No item matches."), "\(result.errors)")
    }

    @Test(
        "a cause is kept as what it is",
        arguments: [
            ("1", "alert 1"), ("alert 1", "alert 1"), ("item 1", "item 1"),
            ("https://a.example/x", "https://a.example/x"),
        ])
    func kept(words: String, cause: String) throws {
        let program = try Program.installed()
        try program.run("run")
        #expect(try program.run("mark", "genai-use", "reviewed", "--because", words).status == 0)
        #expect(try program.run("policy", "genai-use").output.contains("because of \(cause)"))
    }
}
