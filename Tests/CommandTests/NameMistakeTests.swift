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
            (["items", "--jurisdiction", "Europe"], "a code of ISO 3166-1 such as GB or CN, or EU, or INT"),
            (["items", "--since", "yesterday"], "Write a day as in 2026-03-31."),
            (
                ["topics", "explain", "--language", "xx", "AI"],
                "The language 'xx' is not known: write a code such as de"
            ),
            (["topics", "near-misses", "--count", "-1"], "or 0 for all"),
        ])
    func told(arguments: [String], sentence: String) throws {
        let program = try Program.installed()
        try program.run("run")
        let result = try program.run(arguments)
        #expect(result.status != 0 && result.errors.contains(sentence), "\(result.errors)")
    }

    @Test(
        "what is known and has nothing is no mistake",
        arguments: [
            ["--jurisdiction", "NO"], ["--jurisdiction", "eu"], ["--jurisdiction", "INT"],
            ["--topic", "deepfakes-likeness"],
            ["--source", "quiet"],
        ])
    func nothing(filter: [String]) throws {
        let program = try Program.installed(feed: "<rss version='2.0'><channel><title>Quiet</title></channel></rss>")
        try program.write(
            "- {id: quiet, publisher: A court, url: 'file:court.xml', jurisdiction: US, authority: court}\n",
            to: "sources.yaml")
        try program.run("run")
        let result = try program.run(["items"] + filter)
        #expect(result.status == 0 && result.errors.contains("No item matches."), "\(result.errors)")
    }

    @Test("a folder of the configuration that is not there is told, rather than a database that is not, either")
    func noFolder() throws {
        let result = try Program().run(["items", "--config", "/nonexistent"], places: false)
        #expect(
            result.status != 0 && result.errors.contains("/nonexistent: there is no such folder"), "\(result.errors)")
    }

    @Test("a matter is shown also where the item that states it met no topic, and another spelling is offered")
    func matters() throws {
        let program = try Program.installed()
        try program.write(
            Program.rulings.replacing("Hearing rooms and times.", with: "Hearing in I ZR 5/25."), to: "court.xml")
        try program.run("run")
        let shown = try program.run("matter", "I ZR 5/25")
        #expect(shown.output.contains("Court calendar") && shown.output.contains("item 2 met no topic"))
        let step = try #require(try program.run("matter", "I ZR 5/25", "--json").objects().first)
        #expect(step["item"] as? Int == 2 && step["development"] is NSNull)
        for (words, offered) in [
            ("cv-01234", "Perhaps you mean: 3:24-cv-01234"), ("GEMA", "`lexwatch items` searches"),
        ] {
            let said = try program.run("matter", words).errors
            #expect(said.contains("Nothing is stored about \(words). ") && said.contains(offered), "\(said)")
        }
    }

    @Test("who follows what nothing bears is told so, and a second wish without a note keeps the first one's")
    func follows() throws {
        let program = try Program.installed()
        try program.run("run")
        let refused = try program.run("follow", "foo bar", "--owner", "counsel")
        #expect(refused.status == 65 && refused.errors.contains("no item could ever meet it"), "\(refused.errors)")
        let first = try program.run("follow", "Foo v. Bar", "--owner", "counsel", "--note", "it may come")
        #expect(first.output.hasPrefix("counsel follows foo v bar.\nEach item whose parties' names begin so"))
        #expect(first.errors.contains("Nothing is stored about it yet."))
        let known = try program.run("follow", "3:24-cv-01234", "--owner", "counsel")
        #expect(known.output.hasPrefix("counsel follows 3:24-cv-01234.\nEach item that cites it is a step; 1 stored"))
        #expect(known.errors.isEmpty, "\(known.errors)")
        let again = try program.run("follow", "Foo v. Bar", "--owner", "counsel")
        #expect(again.output.hasPrefix("counsel follows foo v bar already.\n"))
        let notes = try program.run("audit", "export").lines.filter { $0.contains("matter foo v bar") }
        #expect(notes.count == 2 && notes.allSatisfy { $0.contains("it may come") }, "\(notes)")
    }

    @Test("a label that contradicts itself is refused, and who labelled is shown")
    func labels() throws {
        let program = try Program.installed()
        try program.run("run")
        let both = try program.run("label", "1", "+vendor-terms", "-vendor-terms")
        #expect(both.status == 64 && both.errors.contains("'vendor-terms' stands twice"), "\(both.errors)")
        try program.run("label", "1", "+vendor-terms", "-training-data", "--as", "ann")
        let shown = try program.run("item", "1").output
        #expect(shown.contains("topic         vendor-terms (set by ann on 20"), "\(shown)")
        #expect(shown.contains("not           training-data (taken away by ann on 20"), "\(shown)")
        #expect(try program.run("alert", "1").output.contains("training-data was taken away from item 1 by ann on"))
        #expect(try program.run("label", "1", "--back", "training-data").status == 0)
        #expect(try program.run("item", "1").output.contains("topic         training-data  "))
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
