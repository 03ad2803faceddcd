import Foundation
import Testing

@Suite("Mistakes are told, and change nothing") struct MistakeTests {
    @Test(
        "a wrong configuration ends with 78, file, line and remedy",
        arguments: [
            ("lexwatch.yaml", "organisation: A\nfeads: [sources.yaml]\n", "lexwatch.yaml:2", "did you mean 'feeds'"),
            (
                "sources.yaml",
                "- {id: a, publisher: P, url: 'https://x.example/', jurisdiction: US, authority: kourt}\n",
                "sources.yaml:1", "did you mean 'court'"
            ),
            (
                "sources.yaml",
                "- {id: a, publisher: P, url: 'https://x.example/', jurisdiction: US, authority: court, format: json,\n"
                    + "   json: {title: t, link: l, facts: {deadlin: comments_close_on}}}\n",
                "sources.yaml:2", "did you mean 'deadline'"
            ),
            (
                "lexwatch.yaml", "organisation: A\nfeeds: [sources.yaml]\nfetch:\n  allow-private: [127.0.0.0/99]\n",
                "lexwatch.yaml:4", "such as 10.1.0.0/16"
            ),
            ("sources.yaml", page("item: '//li['"), "sources.yaml:3", "the source 'b': select"),
            (
                "sources.yaml", page("item: //li, encoding: klingon"), "sources.yaml:3",
                "no encoding is called 'klingon'"
            ),
            ("sources.yaml", page("item: //li, date-pattern: qq"), "sources.yaml:3", "'qq' has no year"),
            ("sources.yaml", other + other, "sources.yaml:2", "'a' is defined twice"),
            ("sources.yaml", other.replacing("US", with: "ZZ"), "sources.yaml:1", "the source 'a': jurisdiction: 'ZZ'"),
            (
                "sources.yaml", other.replacing("US", with: "US, language: xx"), "sources.yaml:1",
                "'xx' is not a language"
            ),
            (
                "register.yaml", "owners: [{id: o}]\npolicies:\n  - {id: p, title: T, owner: oo}\n", "register.yaml:3",
                "'o'"
            ),
            (
                "register.yaml",
                "owners: [{id: o}]\npolicies:\n  - {id: p, title: T, owner: o, topics: [traning-data]}\n",
                "register.yaml:3", "training-data"
            ),
            ("register.yaml", "owners: [{id: o}, {id: o}]\n", "register.yaml:1", "o"),
        ])
    func configuration(file: String, text: String, place: String, remedy: String) throws {
        let program = try Program.installed()
        try program.write(text, to: file)
        let result = try program.run("run")
        #expect(result.status == 78)
        #expect(result.errors.contains(place), "\(result.errors)")
        #expect(result.errors.contains(remedy), "\(result.errors)")
        #expect(!FileManager.default.fileExists(atPath: program.database))
    }

    private static let other =
        "- {id: a, publisher: P, url: 'https://x.example/', jurisdiction: US, authority: court}\n"

    private static func page(_ select: String) -> String {
        other + "- {id: b, publisher: P, url: 'https://y.example/', jurisdiction: US, authority: court, format: page,\n"
            + "   select: {\(select), title: ., link: a/@href}}\n"
    }

    @Test("what is understood and cannot be meant is a hint of check, and a mistake in one file hides none in another")
    func hints() throws {
        let program = try Program.installed(extra: "fetch: {every: 1m, shortest: 5h}\n")
        try program.write(
            "organisation: A\nfeeds: [sources.yaml, list.opml]\nfetch: {every: 1m, shortest: 5h}\n", to: "lexwatch.yaml"
        )
        try program.write(
            Self.other + Self.other.replacing("id: a", with: "id: b").replacing("example/", with: "example"),
            to: "sources.yaml")
        try program.write(
            "<opml version='2.0'><body><outline text='J' xmlUrl='javascript:x'/><outline text='M' xmlUrl='https://z.example/f'/>"
                + "<outline text='N' xmlUrl='https://z.example/f'/></body></opml>", to: "list.opml")
        let told = try program.run("check", "--offline", "--json").objects().compactMap { $0["what"] as? String }
        for words in [
            "fetch.shortest is longer", "a, b are one address: https://x.example/", "javascript:x",
            "listed more than once",
        ] { #expect(told.contains { $0.contains(words) }, "\(words): \(told)") }
        try program.write(Self.other + Self.other, to: "sources.yaml")
        try program.write("owners: [{id: o}]\npolicies: [{id: p, title: T, owner: oo}]\n", to: "register.yaml")
        let both = try program.run("check", "--offline", "--json").objects().compactMap { $0["what"] as? String }
        #expect(
            both.contains { $0.contains("'a' is defined twice") } && both.contains { $0.contains("register.yaml:2") })
    }

    @Test("a file that cannot be read or written is told with the system's reason")
    func reasons() throws {
        let program = try Program.installed()
        for (arguments, words) in [
            (["topics", "evaluate", "none.jsonl"], "No such file or directory"),
            (["inspect", program.folder], "Is a directory"), (["sources", "import", program.folder], "Is a directory"),
        ] {
            let result = try program.run(arguments)
            #expect((result.output + result.errors).contains(words), "\(arguments): \(result)")
        }
    }

    @Test("a tab or a wrong indent is told with its line", arguments: ["\tlanguage: en\n", "   language: en\n"])
    func indent(line: String) throws {
        let program = try Program.installed(extra: line)
        for command in [["run"], ["check", "--offline"]] {
            let result = try program.run(command)
            #expect(result.status == (command == ["run"] ? 78 : 1))
            let said = (result.output + result.errors).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(said.contains("lexwatch.yaml:4: this is not YAML"), "\(said)")
            #expect(said.contains("check the indentation (spaces, no tabs)"), "\(said)")
        }
    }

    @Test("a password file that is missing is told with its path and the ways to give it; what was read is stored")
    func missingPassword() throws {
        let program = try Program.installed(
            extra: """
                delivery:
                  smtp: {url: 'smtp://127.0.0.1:1', from: 'l <watch@example.org>', security: none, username: watch,
                         password-file: secrets/smtp}

                """)
        let result = try program.run("run")
        #expect(result.status == 78)
        for part in ["secrets/smtp: the secret cannot be read: No such file", "/etc/credstore/lexwatch.smtp"] {
            #expect(result.errors.contains(part), "\(result.errors)")
        }
        #expect(try program.run("items", "--json").lines.count == 2)
        let check = try program.run("check", "--offline")
        #expect(check.status == 1)
        #expect(check.unwrapped.contains("secrets/smtp is not there"))
        for line in check.lines { #expect(line.count <= 80 || !line.dropFirst(8).contains(" "), "\(line)") }
    }

    @Test("a template that is none is told with its file by the run and by the check, and nothing is lost")
    func brokenTemplate() throws {
        let program = try Program.installed(extra: "delivery: {templates: ours}\n")
        try program.write("{{#entries}} {{{headline}}}", to: "ours/digest.txt.mustache")
        let result = try program.run("run")
        #expect(result.status == 78)
        let check = try program.run("check", "--offline")
        #expect(check.status == 1)
        for words in [result.errors.split(whereSeparator: \.isWhitespace).joined(separator: " "), check.unwrapped] {
            #expect(words.contains("ours/digest.txt.mustache: not a Mustache template"), "\(words)")
            #expect(words.contains("lexwatch digest --write-templates"), "\(words)")
        }
        #expect(try program.run("items", "--json").lines.count == 2)
        try program.write("{{{headline}}}", to: "ours/digest.txt.mustache")
        #expect(try program.run("check", "--offline").unwrapped.contains("ours is understood"))
        #expect(try program.run("run").status == 0)
        #expect(try program.run("digest", "--owner", "counsel", "--output", "-").output.contains("1 policy needs you"))
    }

    @Test("a port of the mail server where nobody listens is told by the run and by the check")
    func blockedPort() throws {
        let program = try Program.installed(
            extra: "delivery: {smtp: {url: 'smtp://127.0.0.1:1', from: 'l <watch@example.org>', security: none}}\n")
        let result = try program.run("run", "--strict")
        #expect(result.status == 1)
        #expect(result.output.contains("not delivered: counsel@example.org: connect"), "\(result.output)")
        let check = try program.run("check")
        #expect(check.status == 1)
        #expect(check.unwrapped.contains("host and port (is it blocked?)"), "\(check.output)")
    }

    @Test("a database that another run holds is told with its process")
    func held() throws {
        let program = try Program.installed()
        try program.run("run")
        let lock = open("\(program.database).lock", O_RDWR)
        defer { close(lock) }
        try #require(flock(lock, LOCK_EX) == 0)
        let result = try program.run("restore", "\(program.folder)/court.xml")
        #expect(result.status == 75)
        #expect(result.errors.contains("is running on this database"), "\(result.errors)")
        #expect(result.errors.contains("ps -p"), "\(result.errors)")
    }

    @Test("without a configuration the remedy is init")
    func noConfiguration() throws {
        let result = try Program().run("run")
        #expect(result.status == 78)
        #expect(result.errors.contains("lexwatch init"))
    }

    @Test("init writes what runs at once, and never overwrites")
    func initialise() throws {
        let program = try Program()
        #expect(try program.run("init").status == 0)
        try program.write("organisation: Mine\n", to: "lexwatch.yaml")
        #expect(try program.run("init").output.contains("kept"))
        #expect(
            try String(contentsOfFile: "\(program.folder)/lexwatch.yaml", encoding: .utf8) == "organisation: Mine\n")
    }

    @Test(
        "a source that fails is named with its cause, and the others are read",
        arguments: [
            (nil, "file"), ("<html><body><form>Sign in <input type=password></form></body></html>", "web-page"),
            ("", "empty"), ("hello", "not-a-feed"),
        ])
    func failingSource(text: String?, cause: String) throws {
        let program = try Program.installed()
        let good = "- {id: court, publisher: A court, url: 'file:court.xml', jurisdiction: US, authority: court}\n"
        try program.write(
            good + "- {id: bad, publisher: Bad, url: 'file:bad.xml', jurisdiction: US, authority: court}\n",
            to: "sources.yaml")
        if let text { try program.write(text, to: "bad.xml") }
        let result = try program.run("fetch")
        #expect(result.status == 0)
        #expect(result.output.contains("2 new items"))
        #expect(result.output.contains("bad: \(cause)"), "\(result.output)")
        #expect(try program.run("fetch", "--all", "--strict").status == 1)
        let sources = try program.run("sources", "--json").objects()
        #expect(sources.first?["id"] as? String == "bad")
        #expect(sources.first?["health"] as? String == "failing")
    }

    @Test(
        "a database from a newer version is refused, and a fault of the program is not told as work that was done",
        arguments: [
            ("INSERT INTO grdb_migrations VALUES ('99 later')", ["items"], Int32(69), "newer"),
            ("INSERT OR REPLACE INTO meta VALUES ('terms', 'x')", ["run"], 70, "please report it"),
        ])
    func strangeDatabase(statement: String, command: [String], status: Int32, words: String) throws {
        let program = try Program.installed()
        try program.run("run")
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        shell.arguments = [
            "python3", "-c",
            "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()",
            program.database, statement,
        ]
        try shell.run()
        shell.waitUntilExit()
        let result = try program.run(command)
        #expect(result.status == status)
        #expect(result.errors.contains(words), "\(result.errors)")
    }

    @Test(
        "what is not there, and what is written wrongly, is told",
        arguments: [
            (["item", "99"], Int32(65)), (["policy", "genai-usee"], 65), (["mark", "genai", "reviewed"], 65),
            (["assess", "99", "no-impact"], 65), (["assess", "1", "maybe"], 64),
            (["audit", "export", "--from", "2026-11-05", "--to", "2026-11-04"], 64), (["itmes"], 64),
            (["deliveries", "--limit", "-1"], 64),
            (["items", "\"open"], 64), (["label", "1", "+nope"], 65), (["fetch", "nope"], 65),
            (["topics", "near-misses", "--topic", "training-data", "--no", "2"], 65),
            (["sources", "gaps", "--acknowledge", "9", "--note", "seen"], 65),
            (["sources", "gaps", "--acknowledge", "1"], 64),
            (["sources", "gaps", "--acknowledge", "1", "--note", " "], 64),
            (["sources", "hand-check", "court", "--note", " "], 64),
            (["inspect", "nofile"], 66), (["inspect", "/dev/null"], 65), (["topics", "evaluate", "nofile"], 66),
            (["sources", "import", "nofile"], 66), (["sources", "import", "/dev/null"], 65),
        ] as [([String], Int32)])
    func notThere(arguments: [String], status: Int32) throws {
        let program = try Program.installed()
        try program.run("run")
        let result = try program.run(arguments)
        #expect(result.status == status, "\(result.errors)")
        #expect(!result.errors.isEmpty)
    }

    @Test(
        "the words of an answer may stand behind --, as those of every command may",
        arguments: [["assess", "999", "no-impact"], ["label", "999", "+training-data"]])
    func terminator(arguments: [String]) throws {
        let program = try Program.installed()
        try program.run("run")
        let places = ["--config", program.folder, "--database", program.database]
        let result = try program.run(arguments.prefix(1) + places + ["--"] + arguments.dropFirst(), places: false)
        #expect(result.status != 64 && result.errors.contains("999"), "\(result.errors)")
    }

    @Test(
        "an option that there is not is named, also where it leaves the rest without sense",
        arguments: [
            (["assess", "1", "--bogus"], "--bogus", "--note"),
            (["assess", "1", "no-impact", "--nots", "x"], "--nots", "--note"),
            (["assess", "1", "no-impact", "--nots=x"], "--nots", "--note"),
            (["label", "1", "--bogus"], "--bogus", "--back"),
        ])
    func unknownOption(arguments: [String], option: String, usual: String) throws {
        let result = try Program().run(arguments)
        #expect(result.status == 64)
        #expect(result.unwrapped.isEmpty)
        #expect(result.errors.contains("Unknown option '\(option)'. The usual ones are \(usual)"), "\(result.errors)")
    }

    @Test(
        "a negative number is told for what it is read",
        arguments: [["item", "-1"], ["alerts", "-5"], ["assess", "-1", "no-impact"]])
    func negative(arguments: [String]) throws {
        let result = try Program().run(arguments)
        #expect(result.status == 64)
        #expect(result.errors.contains("'\(arguments[1])' is read as an option"), "\(result.errors)")
        #expect(try !Program().run(["item", "x"]).errors.contains("read as an option"))
    }

    @Test(
        "a name of nobody, or one that does something when it is shown, is never recorded",
        arguments: ["", " ", "\u{200B}", "ann\tb", "ann\nb", "\u{1B}[31mann", "ann\u{202E}"])
    func actors(name: String) throws {
        let program = try Program.installed()
        try program.run("run")
        let answer = try program.run("assess", "1", "no-impact", "--as", name)
        #expect(answer.status == 64 && answer.errors.contains("--as"), "\(answer.errors)")
        #expect(try program.run("alerts", "--json").lines.count == 1)
    }

    @Test("a name is recorded without the spaces around it, and who was asked is told where somebody else answers")
    func askedBesides() throws {
        let program = try Program.installed()
        try program.run("run")
        let answer = try program.run("assess", "1", "no-impact", "--as", " bob ")
        #expect(answer.output == "Alert 1 is answered: no-impact, by bob; counsel was asked.\n")
        let own = try program.run("assess", "1", "no-impact", "--replace", "--as", "counsel")
        #expect(own.output == "Alert 1 is answered: no-impact, by counsel.\n")
    }

    @Test("two people who answer one alert: one wins, the other is told")
    func twoAnswers() throws {
        let program = try Program.installed()
        try program.run("run")
        try program.run("assess", "1", "no-impact", "--note", "first", "--as", "ann")
        let second = try program.run("assess", "1", "needs-update", "--note", "second", "--as", "bob")
        #expect(second.status == 65)
        #expect(second.errors.contains("ann"))
        #expect(try program.run("audit", "export").output.contains("second"))
    }
}
