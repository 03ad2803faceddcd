import Foundation
import Model
import Testing

@testable import Watch

@Suite("Configuration files") struct ConfigurationTests {
    /// A folder of its own with some files in it.
    private func folder(_ files: [String: String]) throws -> String {
        let path = NSTemporaryDirectory() + "lexwatch-\(UUID().uuidString)"
        for (name, text) in files {
            let file = URL(fileURLWithPath: "\(path)/\(name)")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return path
    }

    private func settings(_ text: String) throws -> Settings {
        let path = try folder(["lexwatch.yaml": text, "eu.yaml": "[]"])
        return try Settings.load("\(path)/lexwatch.yaml", data: nil)
    }

    @Test(
        "a mistake is told with its line and what to write instead",
        arguments: [
            ("organisation: A\norganization: B\n", 2, "'organization' is not known", "organisation"),
            ("organisation: A\ntimezone: Europe/Zürich\n", 2, "'Europe/Zürich' is not a time zone", "IANA"),
            ("organisation: A\nfeeds: [eu.yaml, us.yaml]\n", 2, "there is no file 'us.yaml'", "looked for"),
            ("organisation: A\nfetch:\n  every: 3\n", 3, "'3' is not a duration", "3h"),
            ("organisation: A\nfetch:\n  concurrency: many\n", 3, "'many' is not a whole number", "from 1 to 512"),
            ("organisation: A\nfetch: {max-bytes: 20 apples}\n", 2, "'20 apples' is not a size", "20MB"),
            ("organisation: A\ndigest:\n  weekday: munday\n", 3, "'munday' is not known", "did you mean 'monday'"),
            ("organisation: A\ndigest: {at: 8}\n", 2, "'8' is not a time of day", "08:00"),
            ("organisation: A\nlanguage: de\n", 2, "digests are not written in 'de'", "zh-Hans"),
            ("organisation: A\ndelivery:\n  smtp: {url: mail.example.org, from: a}\n", 3, "no mail server", "smtps://"),
            ("organisation: A\ndelivery: {operator: jürg@example.org}\n", 2, "is not a mail address", "ASCII"),
            ("organisation: A\ndelivery:\n  answers: a..b@example.org\n", 3, "is not a mail address", "name@host"),
            ("organisation: A\ndelivery: {smtp: {url: 'smtp://a', from: Us}}\n", 2, "'Us' is no sender", "<watch@"),
            ("organisation: A\ndelivery: {unsubscribe: 'http://a'}\n", 2, "is no https address", "RFC 8058"),
            ("organisation: A\ndelivery: {webhooks: [{name: a, url: ftp://a}]}\n", 2, "is no web address", "https:"),
            (
                "organisation: A\ndelivery:\n  webhooks:\n  - {name: a, url: 'https://a'}\n  - {name: a, url: 'https://b'}\n",
                5, "a webhook 'a' stands there already", "another name"
            ),
            (
                "organisation: A\ndelivery:\n  smtp: {url: 'smtps://a', from: a@b.org, security: none}\n", 3,
                "leave the security away", ""
            ),
            (
                "organisation: A\ndelivery: {smtp: {url: 'smtp://a', from: a@b.org, username: a}}\n", 2, "go together",
                ""
            ),
            ("timezone: UTC\n", 1, "the key 'organisation' is missing", "add"),
            ("organisation: A\n\tfeeds: []\n", 2, "not YAML", "indentation"),
            ("organisation: A\norganisation: B\n", 1, "stands twice", "remove"),
            ("- a\n", 1, "must have keys", "key: value"),
        ])
    func explainsMistakes(text: String, line: Int, what: String, remedy: String) throws {
        do {
            _ = try settings(text)
            Issue.record("accepted: \(text)")
        } catch let problem as ConfigurationProblem {
            #expect(problem.what.contains(what), "\(problem)")
            #expect(problem.place?.hasSuffix("lexwatch.yaml:\(line)") == true, "\(problem)")
            #expect(remedy.isEmpty || problem.remedy?.contains(remedy) == true, "\(problem)")
            #expect(problem.exitCode == .configuration)
        }
    }

    @Test("what the design shows is understood")
    func readsTheWhole() throws {
        let read = try settings(
            """
            organisation: Example AG
            timezone: Europe/Zurich
            language: zh-Hans
            feeds: [eu.yaml]
            fetch: {every: 3h, concurrency: 64, per-host: 2, timeout: 30s, max-bytes: 20MB,
                    user-agent-contact: ops@example.org, allow-private: [10.1.0.0/16]}
            digest: {every: weekly, weekday: monday, at: "08:00"}
            delivery:
              directory: /var/lib/lexwatch/digests
              smtp: {url: "smtps://mail.example.org", from: "lexwatch <watch@example.org>", username: watch,
                     password-file: /run/credentials/lexwatch/smtp}
            """)
        #expect(read.fetch.every == 10_800)
        #expect(read.fetch.allowPrivate == ["10.1.0.0/16"])
        #expect(read.digest.minute == 480)
        #expect(read.delivery.smtp?.passwordFile == "/run/credentials/lexwatch/smtp")
        #expect(read.language == .simplifiedChinese)
    }

    @Test("Norway is a jurisdiction and not a boolean")
    func readsNorway() throws {
        let path = try folder([
            "no.yaml": "- {id: no-x, publisher: X, url: 'https://x.example/', jurisdiction: NO, authority: court}"
        ])
        let sources = try CatalogueFile.sources(in: "\(path)/no.yaml")
        #expect(sources.map(\.jurisdiction.code) == ["NO"])
    }

    @Test("a relative file: address is relative to the file that names it")
    func resolvesFiles() throws {
        let path = try folder([
            "sub/s.yaml": "- {id: s, publisher: S, url: 'file:../a.xml', jurisdiction: EU, authority: court}"
        ])
        let sources = try CatalogueFile.sources(in: "\(path)/sub/s.yaml")
        #expect(sources[0].url == "file://\(URL(fileURLWithPath: path).standardizedFileURL.path)/a.xml")
    }

    @Test("the scheme of an address may be in capitals")
    func capitals() throws {
        let text = "- {id: s, publisher: S, url: 'HTTP://Court.example/A', jurisdiction: EU, authority: court}"
        let path = try folder(["s.yaml": text])
        #expect(try CatalogueFile.sources(in: "\(path)/s.yaml").first?.url == "http://Court.example/A")
    }

    @Test(
        "a source's mistakes are told",
        arguments: [
            ("{id: A, publisher: P, url: 'https://x/', jurisdiction: EU, authority: court}", "'A' is not a name"),
            (
                "{id: a, publisher: P, url: 'ftp://x/', jurisdiction: EU, authority: court}",
                "no address that can be watched"
            ),
            ("{id: a, publisher: P, url: 'https://x/', jurisdiction: Europe, authority: court}", "not a jurisdiction"),
            ("{id: a, publisher: P, url: 'https://x/', jurisdiction: EU, authority: curt}", "'curt' is not known"),
            (
                "{id: a, publisher: P, url: 'https://x/', jurisdiction: EU, authority: court, format: page}",
                "needs selectors"
            ),
            (
                "{id: a, publisher: P, url: 'https://x/', jurisdiction: EU, authority: court, select: {item: a, title: b, link: c}}",
                "takes no such keys"
            ),
        ])
    func explainsSourceMistakes(text: String, what: String) throws {
        let path = try folder(["c.yaml": "- \(text)\n"])
        #expect {
            _ = try CatalogueFile.sources(in: "\(path)/c.yaml")
        } throws: { error in
            ((error as? ConfigurationProblem)?.what ?? "").contains(what)
        }
    }

    @Test("the register's values know their lines")
    func placesRegister() throws {
        let path = try folder([
            "register.yaml": """
            owners:
              - {id: ip, email: ip@example.org, language: zh-Hans}
            policies:
              - id: genai-use
                title: Acceptable use
                owner: ip
                review-every: 6 months
                sections:
                  - {id: "3.2", topics: [training-data], relies-on: ["C-250/25"]}
            tools:
              - {id: copilot, name: Copilot, class: approved}
            """
        ])
        let (register, places) = try RegisterFile.load("\(path)/register.yaml")
        #expect(register.policies[0].reviewEvery == ReviewInterval(months: 6))
        #expect(register.policies[0].sections[0].reliesOn == ["C-250/25"])
        #expect(register.tools[0].riskClass == .approved)
        #expect(places.place(of: "policies[0].owner")?.hasSuffix("register.yaml:6") == true)
        #expect(places.place(of: "policies[0].deputies[1]")?.hasSuffix("register.yaml:4") == true)
    }
}

@Suite("Files that people write") struct TextFileTests {
    @Test(
        "a byte order mark is passed over, another encoding is told with its line",
        arguments: [
            ([0xEF, 0xBB, 0xBF, 0x61], [0x61], nil), ([0x61, 0x0D, 0x0A], [0x61, 0x0D, 0x0A], nil),
            ([0x61, 0x0A, 0xE4, 0x0A], nil, 2), ([0xFF, 0xFE, 0x61, 0x00], nil, 1),
        ] as [([UInt8], [UInt8]?, Int?)])
    func encodings(bytes: [UInt8], expected: [UInt8]?, line: Int?) throws {
        let file = NSTemporaryDirectory() + "lexwatch-text-\(UUID().uuidString)"
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        defer { try? FileManager.default.removeItem(atPath: file) }
        guard let line else { return #expect(try TextFile.bytes(file) == expected) }
        let problem = #expect(throws: ConfigurationProblem.self) { try TextFile.bytes(file) }
        #expect(problem?.place == "\(file):\(line)")
    }
}
