import Foundation
import Testing

@Suite("What other programs rely on") struct MachineInterfaceTests {
    @Test("inspect --json prints one object with the promised keys")
    func inspect() throws {
        let program = try Program(["feed.xml": Program.rulings])
        let result = try program.run("inspect", "--json", "\(program.folder)/feed.xml", places: false)
        let object = try #require(try result.objects().first)
        #expect(
            Set(object.keys) == ["format", "title", "link", "description", "language", "updated", "items", "warnings"])
        #expect(object["format"] as? String == "rss-2.0")
        let items = try #require(object["items"] as? [[String: Any]])
        let item = try #require(items.first)
        #expect(
            Set(item.keys) == [
                "id", "title", "link", "summary", "content", "published", "updated", "authors", "categories",
                "enclosures", "language",
            ])
        #expect(item["published"] as? String == "2026-11-02T10:00:00Z")
        #expect((object["warnings"] as? [String])?.isEmpty == true)
    }

    @Test("inspect --json says what was repaired")
    func inspectWarnings() throws {
        let program = try Program(["feed.xml": Program.rulings.replacing("</channel></rss>", with: "")])
        let result = try program.run("inspect", "--json", "\(program.folder)/feed.xml", places: false)
        let object = try #require(try result.objects().first)
        #expect((object["warnings"] as? [String])?.isEmpty == false && result.errors.isEmpty, "\(result)")
    }

    @Test("inspect --files-from prints one line a file, in the list's order, with an error where there is no feed")
    func inspectMany() throws {
        let program = try Program(["a.xml": Program.rulings, "b.txt": "no feed"])
        try program.write("\(program.folder)/b.txt\n\(program.folder)/a.xml\n\(program.folder)/c.xml\n", to: "list")
        let result = try program.run("inspect", "--json", "--files-from", "\(program.folder)/list", places: false)
        let objects = try result.objects()
        #expect(objects.map { $0["error"] != nil } == [true, false, true])
    }

    @Test("a configuration that cannot be read is told before anything is asked, and none is needed")
    func inspectBounds() throws {
        let program = try Program(["lexwatch.yaml": "organisation: T\nfetsch: {}\n"])
        let broken = try #require(try program.run("inspect", "--json", "http://127.0.0.1:9/").objects().first)
        #expect((broken["error"] as? String)?.contains("lexwatch.yaml:2") ?? false, "\(broken)")
        let usual = try #require(try Program().run("inspect", "--json", "http://127.0.0.1:9/").objects().first)
        #expect((usual["error"] as? String)?.hasPrefix("private-address") ?? false, "\(usual)")
    }

    @Test("tag answers line by line, in order, with the promised keys")
    func tag() throws {
        let lines = """
            {"id": "x", "title": "Court calendar", "summary": "", "language": "en", "published": "2026-01-01"}
            {"id": "y", "title": "Court rules that training generative AI on novels infringes copyright", "summary": "Case C-250/25. Comments are due by 5 March 2026.", "language": "en", "published": "2026-01-01"}

            """
        let result = try Program().run("tag", input: lines, places: false)
        let objects = try result.objects()
        try #require(objects.map { $0["id"] as? String } == ["x", "y"])
        #expect(
            Set(objects[1].keys) == [
                "id", "topics", "jurisdictions", "instrument", "stage", "citations", "dates", "why",
            ])
        #expect((objects[0]["topics"] as? [String])?.isEmpty == true)
        #expect((objects[1]["topics"] as? [String])?.contains("training-data") == true)
        #expect((objects[1]["citations"] as? [String]) == ["C-250/25"])
        #expect((objects[1]["why"] as? [Any])?.isEmpty == false)
    }

    @Test("a text of nothing legal has no stage")
    func stageless() throws {
        let line = #"{"id": "x", "title": "Acme launches a photo app", "language": "en"}"# + "\n"
        let told = try #require(try Program().run("tag", input: line, places: false).objects().first)
        #expect(told["instrument"] as? String == "other" && told["stage"] as? String == "none")
    }

    @Test("what a court publishes without a word of what it is, is a ruling, and so is its fine")
    func tagOfCourt() throws {
        let lines = ["Photographie et IA", "Amende pour une société"].flatMap { title in
            ["Cour d'appel de Rennes", "Ouest-France"].map { source in
                #"{"id": "\#(source): \#(title)", "source": "\#(source)", "title": "\#(title)", "language": "fr"}"#
            }
        }
        let result = try Program().run("tag", input: lines.joined(separator: "\n") + "\n", places: false)
        #expect(
            try result.objects().map { $0["instrument"] as? String } == ["ruling", "other", "ruling", "enforcement"])
    }

    @Test("a line that is no JSON is told with its number")
    func tagMistake() throws {
        let result = try Program().run("tag", input: "{\"id\": \"x\"\n", places: false)
        #expect(result.status == 65)
        #expect(result.errors.contains("line 1"), "\(result.errors)")
    }

    @Test(
        "every listing prints JSON Lines with --json",
        arguments: [
            ["items"], ["alerts"], ["policies"], ["tools"], ["sources"], ["topics"], ["sources", "gaps"],
        ])
    func listings(command: [String]) throws {
        let program = try Program.installed()
        try program.run("run")
        let result =
            command.count == 1
            ? try program.run(command[0], "--json") : try program.run(command[0], command[1], "--json")
        #expect(result.status == 0, "\(result.errors)")
        _ = try result.objects()
    }

    @Test("the tagging is scored on labelled items, and a line that is none is told")
    func evaluate() throws {
        let label =
            #"{"title": "Court rules that training generative AI on novels infringes copyright", "topics": ["training-data"]}"#
        let none = label.replacingOccurrences(of: #"["training-data"]"#, with: "[]")
        let program = try Program([
            "good.jsonl": label + "\n", "bad.jsonl": label + "\n\n[]\n", "none.jsonl": none + "\n",
        ])
        let scored = try program.run("topics", "evaluate", "\(program.folder)/good.jsonl", places: false)
        #expect(scored.lines.contains { $0.hasPrefix("training-data") && $0.contains(" 1.000  ") }, "\(scored.output)")
        let object = try program.run(
            "topics", "evaluate", "--json", "\(program.folder)/good.jsonl", places: false
        ).objects().first
        #expect(object?["items"] as? Int == 1 && (object?["relevance"] as? [String: Any])?["f1"] as? Double == 1)
        // Where nothing is right there is no recall, and what was found is wrong.
        let wrong = try program.run("topics", "evaluate", "\(program.folder)/none.jsonl", places: false)
        let cells = wrong.lines.first { $0.hasPrefix("relevance") }?.split(separator: " ").map(String.init)
        #expect(cells == ["relevance", "0.000", "–", "–", "0", "1", "0"], "\(wrong.output)")
        let refused = try program.run("topics", "evaluate", "\(program.folder)/bad.jsonl", places: false)
        #expect(refused.status == 65)
        #expect(refused.errors.contains("bad.jsonl:3"), "\(refused.errors)")
        try program.write(label + "\n" + label.replacing("g-data", with: "g-dat") + "\n", to: "typo.jsonl")
        let typo = try program.run("topics", "evaluate", "\(program.folder)/typo.jsonl", places: false)
        #expect(typo.status == 65 && typo.errors.contains("typo.jsonl:2: there is no topic 'training-dat'"))
    }

    @Test("a listing fits into the terminal, and a title is told whole", arguments: [40, 80, 130])
    func width(columns: Int) throws {
        let program = try Program.installed()
        try program.run("run")
        for command in [
            ["items"], ["alerts"], ["policies"], ["sources"], ["item", "1"], ["topics", "explain", "hello"],
        ] {
            let result = try program.run(command, environment: ["COLUMNS": "\(columns)"])
            for line in result.lines { #expect(line.count <= columns, "\(line)") }
            guard command == ["items"] else { continue }
            let words = result.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(words.contains("2026-11-02") && words.hasPrefix("item seen published source"), "\(words)")
            let title = "Court holds that training generative AI on books is not fair use"
            // On a wide terminal the topics stand beside it.
            #expect(columns == 130 || words.contains(title), "\(words)")
        }
    }

    @Test("what explains a text, or a stored item, holds its findings, the gate and every topic")
    func explanation() throws {
        let program = try Program.installed()
        try program.run("run")
        let count = try program.run("topics", "--json").lines.count
        for of in [["--title", "Ruling", "AI book"], ["--item", "1"]] {
            let object = try #require(try program.run(["topics", "explain", "--json"] + of).objects().first)
            let explanation = try #require(object["explanation"] as? [String: Any])
            let topics = try #require(explanation["topics"] as? [[String: Any]])
            #expect(object["instrument"] != nil && topics.count == count)
            #expect(topics.allSatisfy { Set($0.keys) == ["topic", "rule", "closest", "lacks", "evidence"] })
            #expect((explanation["gate"] as? [Any])?.isEmpty == false)
        }
        let piped = try program.run("topics", "explain", "-", input: "A ruling\nof an AI\n")
        // Its first line is the title.
        #expect(piped.output.contains("“ruling” is instrument: ruling, in title: “A ruling”"), "\(piped.output)")
        #expect(try program.run("topics", "explain").status == 64)
        #expect(try program.run("topics", "explain", "--item", "99").status == 65)
    }

    @Test(
        "a day, a number or a line that is written wrongly is told with its form",
        arguments: [
            (["items", "--since", "yesterday"], "--since <YYYY-MM-DD>"), (["items", "--limit", "-1"], "or 0 for all"),
            (["tag"], "those behind it were not read"),
        ])
    func forms(arguments: [String], words: String) throws {
        let result = try Program().run(arguments, input: "{\"id\": \"a\"}\n{\n", places: false)
        #expect(result.status != 0 && result.errors.contains(words), "\(result.errors)")
    }

    @Test("what init writes names every language of digests, and asks for the operator's address")
    func example() throws {
        let program = try Program()
        try program.run("init")
        let text = try String(contentsOfFile: "\(program.folder)/lexwatch.yaml", encoding: .utf8)
        for language in ["en", "zh-Hans", "ar", "es", "fr", "ru"] {
            let said = text.split(separator: "\n").first { $0.hasPrefix("language:") }
            #expect(said?.contains(language) == true)
        }
        try program.write(text.replacing("# fetch:", with: "fetch:"), to: "lexwatch.yaml")
        #expect(text.contains("# fetch: {user-agent-contact:"))
        #expect(
            try program.run("check", "--offline").unwrapped.contains(
                "configuration \(program.folder)/lexwatch.yaml is understood"))
    }
}
