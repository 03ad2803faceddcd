import Foundation
import Model
import Testing

@testable import Digests

@Suite("A digest says first what is needed, and says everything")
struct RenderingTests {
    private let renderer = DigestRenderer()

    @Test("the built-in templates use no name that no digest has", arguments: [Form.html, .text, .markdown])
    func missingNames(form: Form) { #expect(renderer.missingNames(in: form) == []) }

    @Test("the first line counts what needs the reader, then gives the earliest day")
    func headline() {
        let text = renderer.text(Sample.digest("Use of AI"))
        #expect(text.hasPrefix("1 policy needs you\n==================\nearliest answer by 10 August 2026\n"))
    }

    @Test(
        "both clauses of the first line are joined as the language joins clauses",
        arguments: [("en", "needs you, earliest"), ("zh-Hans", "处理，最早"), ("fr", ", ")])
    func oneLine(language: String, expected: String) {
        let line = Headline(digest: Sample.digest("x"), words: Words(Language(language))).line
        #expect(line.contains(expected))
    }

    @Test("an answer's command stands whole on its line")
    func command() {
        let text = renderer.text(Sample.digest("x"))
        #expect(text.contains("\n    lexwatch assess 12 no-impact --note \"…\"\n"))
    }

    @Test("an earlier answer is told with who gave it", arguments: [Form.html, .text, .markdown])
    func earlier(form: Form) throws {
        var digest = Sample.digest("Bob")
        digest.entries[0].questions[0].earlier[0].actor = "Ada"
        #expect(try DigestRenderer().render(digest, as: form).contains(" (Ada), Bob"))
    }

    @Test("new and open questions are told apart")
    func badges() {
        var digest = Sample.digest("x")
        digest.entries = [Sample.entry("x", isNew: true), Sample.entry("y", isNew: false)]
        let text = renderer.text(digest)
        #expect(text.contains("[New]"))
        #expect(text.contains("[Still open]"))
    }

    @Test("a moved date is one line, old and new")
    func moved() {
        #expect(renderer.text(Sample.digest("x")).contains("moved from 3 August 2026 to 2\n  September 2026"))
    }

    @Test("a quiet week is said, and said to be incomplete where a source was not read")
    func quiet() {
        #expect(renderer.text(Sample.quiet()).hasPrefix("Nothing needs you\n"))
        #expect(!renderer.text(Sample.quiet()).contains("not complete"))
        #expect(renderer.text(Sample.quiet(read: 2)).contains("not complete"))
        #expect(renderer.text(Sample.quiet()).utf8.split(separator: 0x0A).count <= 24)
    }

    @Test("where nothing could be read, the first line and the subject say so, whatever else they say")
    func blind() {
        #expect(renderer.text(Sample.quiet(read: 0)).hasPrefix("No source could be read\n"))
        var digest = Sample.digest("x")
        (digest.coverage.sources, digest.coverage.read) = (3, 0)
        #expect(digest.headline == "1 policy needs you, no source could be read, earliest answer by 10 August 2026")
        digest.coverage.read = 1
        #expect(!digest.headline.contains("no source"))
        digest.coverage = DigestCoverage(sources: 0, read: 0)
        #expect(!digest.headline.contains("no source"))
    }

    @Test("the page has the reader's language and direction")
    func language() {
        let page = renderer.html(Sample.quiet(language: .simplifiedChinese))
        #expect(page.contains("<html lang=\"zh-Hans\" dir=\"ltr\">"))
    }

    @Test("text is wrapped by columns, wide characters two each, and no line begins with a closing mark")
    func wide() {
        let lines = TextLayout(columns: 10).set("- 一二三四，五六七八九").split(separator: "\n")
        #expect(lines == ["- 一二三", "  四，五六", "  七八九"])
    }

    @Test("an operator's template replaces ours, and one with an unknown name is refused with its file")
    func override() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("templates-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("digest.txt.mustache")
        try Data("Ours: {{{organisation}}}".utf8).write(to: file)
        let templates = try Templates(overriddenBy: folder.path)
        #expect(DigestRenderer(templates: templates).text(Sample.quiet()) == "Ours: Example AG\n")
        try Data("{{organization}}".utf8).write(to: file)
        let problem = #expect(throws: PlainProblem.self) { try Templates(overriddenBy: folder.path) }
        #expect(problem?.place == file.path)
        #expect(problem?.what.contains("organization") == true)
    }

    @Test("the built-in templates are written out, none over a file that is there, and read back as they are")
    func written() throws {
        let folder = NSTemporaryDirectory() + "templates-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(try Templates.write(into: folder) == Templates.files.keys.sorted())
        let renderer = DigestRenderer(templates: try Templates(overriddenBy: folder))
        #expect(renderer.html(Sample.digest("x")) == self.renderer.html(Sample.digest("x")))
        try Data("Ours".utf8).write(to: URL(fileURLWithPath: "\(folder)/digest.txt.mustache"))
        #expect(try Templates.write(into: folder) == [])
        #expect(DigestRenderer(templates: try Templates(overriddenBy: folder)).text(Sample.quiet()) == "Ours\n")
    }

    @Test("what several reasons found in one passage is quoted once, with all their words marked")
    func quotes() {
        let passage = "Training generative AI on books"
        let matches = [("generative AI", passage), ("AI", passage), ("Training", "Training"), ("books", "")]
            .map { MatchedWords(words: $0.0, context: $0.1) }
        let quotes = Quote.quotes(of: matches)
        #expect(quotes.map { $0.pieces.map(\.text) } == [["Training", " ", "generative AI", " on ", "books"]])
        #expect(quotes.first?.pieces.map(\.isMarked) == [true, false, true, false, true])
        let touching = ["专项行动", "整治"].map { MatchedWords(words: $0, context: "开展专项行动整治乱象") }
        #expect(Quote.quotes(of: touching).map { $0.pieces.map(\.text) } == [["开展", "专项行动整治", "乱象"]])
        let apart = (1...5).map { MatchedWords(words: "\($0)\($0)", context: "a \($0)\($0) b") }
        #expect(Quote.quotes(of: apart).count == 3)
        #expect(
            Quote.quotes(of: [MatchedWords(words: "x", context: "no such")]).map { $0.pieces.map(\.text) } == [["x"]])
    }

    @Test(
        "how long a source was silent is told in the reader's language, and what only stands in English is quoted",
        arguments: [
            ("en", "119 days without a new entry; in the 11 days before never longer than 1 day", "(30 s)"),
            ("zh-Hans", "已119天没有新条目；此前11天内最长间隔为1天", "(“30 s”)"),
            ("fr", "119 jours sans nouvelle entrée ; sur 11 jours auparavant, 1 jour au plus", "(« 30 s »)"),
            ("ru", "119 дней без новых записей; самый долгий перерыв прежде (за 11 дней) — 1 день", "(«30 s»)"),
        ])
    func details(language: String, silence: String, quoted: String) {
        var digest = Sample.digest("x", language: Language(language))
        digest.coverage.troubled = [
            TroubledSource(
                id: "a", title: "A", trouble: .silent, detail: "119 days without a new entry",
                silence: SilenceFigures(days: 119, longestBefore: 1, daysBefore: 11)),
            TroubledSource(id: "b", title: "B", trouble: .failing, cause: .timeout, detail: "30 s"),
        ]
        let text = renderer.text(digest).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let plain = { (text: String) in text.filter { !$0.isWhitespace } }
        #expect(plain(text).contains(plain(silence)) && text.contains(quoted), "\(text)")
    }

    @Test("of many sources that came at once a digest names some, and counts the others")
    func manyAdded() {
        var digest = Sample.digest("x")
        digest.coverage.added = (1...25).map { "S\($0)" }
        let text = renderer.text(digest).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("S19, S20, and 5 more") && !text.contains("S21"), "\(text)")
    }

    @Test(
        "a feed's ids are of the organisation's domain, else of its name, and stay",
        arguments: [
            ("A", "Example.org", "tag:example.org,2026:topic/a"),
            ("A", nil, "urn:uuid:"), ("A", "no domain", "urn:uuid:"), ("B", nil, "urn:uuid:"),
        ])
    func feedIDs(organisation: String, domain: String?, beginning: String) throws {
        func ids(_ organisation: String) throws -> [Substring] {
            let feed = DevelopmentFeed(
                id: "topic/a", name: "A", organisation: organisation, domain: domain, written: Sample.moment,
                entries: [.init(Sample.development("x"), updated: Sample.moment)])
            let lines = AtomRenderer().render(feed).split(separator: "\n").filter { $0.contains("<id>") }
            return lines.map { $0.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" } }
        }
        let made = try ids(organisation)
        #expect(made.count == 2 && made[0] != made[1] && made[0].hasPrefix(beginning), "\(made)")
        #expect(try ids(organisation) == made)
        guard beginning.hasPrefix("urn") else { return }
        #expect(made.allSatisfy { UUID(uuidString: String($0.dropFirst(beginning.count))) != nil }, "\(made)")
        #expect(try Set(ids("C")).isDisjoint(with: made))
    }

    @Test("labels, clauses and unnamed matters are in the reader's language, and a removed policy keeps its note")
    func foreignWords() {
        var digest = Sample.digest("x", language: .simplifiedChinese)
        digest.entries[0].isRemoved = true
        digest.entries[0].questions[0].development.further = 4
        digest.entries[0].questions[0].reasons =
            [
                "retention", "retention, new", "training, not found any more", "ownership, no such clause found",
            ].map { Reason(kind: .terms, value: $0) } + [Reason(kind: .followed, value: AlertReason.unnamedMatter)]
        for page in [renderer.text(digest), renderer.html(digest), renderer.markdown(digest)] {
            for words in [
                "保留期限", "保留期限（新增）", "训练（已找不到）", "所有权（未找到此类条款）", "同一事项", "已不在登记册中。", "您的备注：x",
                "原标题：", "审计日志链首：", "另有4个",
            ] { #expect(page.contains(words), "\(words) \(page)") }
            #expect(!page.contains("备注:") && !page.contains("询问您:"))
        }
        #expect(renderer.text(Sample.digest("x")).contains("Your note: x\n"))
        #expect(renderer.text(Sample.digest("x", language: Language("fr"))).contains("Votre note : x\n"))
    }

    @Test("what a rank is made of is told in the reader's language")
    func rank() {
        var digest = Sample.digest("x", language: .simplifiedChinese)
        let parts = [
            ("authority: regulator", 20), ("stage: decided", 30), ("effective on 2026-08-30", 15),
            ("jurisdiction: EU, INT", 10), ("in the title", 10), ("new matter", 10), ("published on 2026-05-01", -10),
        ]
        digest.entries[0].questions[0].rank = Rank(parts: parts.map { Rank.Part($0.0, $0.1) })
        let text = renderer.text(digest).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let told =
            "排序分85：监管机构 +20、已决定 +30、生效：2026年8月30日 +15、EU、国际 +10、标题即涉及 +10、新事项 +10、2026年5月1日发布 −10"
        #expect(text.replacing(" ", with: "").contains(told.replacing(" ", with: "")), "\(text)")
    }

    @Test(
        "no part of a rank is told in English to who reads another language",
        arguments: [
            "authority: court", "authority: legislator", "authority: regulator", "authority: ip-office",
            "authority: international", "authority: vendor", "authority: commentary", "stage: in-force",
            "deadline on 2026-12-01", "hearing on 2026-12-01", "published on 2026-05-01", "relied on", "followed",
            "an authority lost its force", "a quoted passage is gone", "a vendor's terms changed",
            "a clause is not found",
            "in the title", "names the tool", "meets a section", "new matter", "next step of a known matter",
        ])
    func rankPart(name: String) {
        for language in ["zh-Hans", "ar", "ru"] {
            var digest = Sample.digest("x", language: Language(language))
            digest.entries[0].questions[0].rank = Rank(parts: [Rank.Part(name, 7)])
            let line = renderer.text(digest).split(separator: "\n").first { $0.contains("+7") }
            #expect(line?.contains { $0.isASCII && $0.isLetter } == false, "\(language): \(line ?? "")")
        }
    }

    @Test("the overview names each policy with its day, from three on", arguments: [2, 3])
    func glance(count: Int) {
        var digest = Sample.digest("x")
        digest.entries = (1...count).map { Sample.entry("Policy \($0)") }
        let page = renderer.html(digest)
        #expect(page.contains("href=\"#lw-2\"") == (count == 3))
        #expect(page.contains("id=\"lw-2\""))
        #expect(renderer.text(digest).contains("- Policy 2: 1 new development, 2 questions still open") == (count == 3))
    }

    @Test(
        "a service that refuses with status 200 refuses",
        arguments: [
            (WebhookMessage.Service.feishu, "{\"code\":19021,\"msg\":\"sign match fail\"}", "19021 sign match fail"),
            (.feishu, "{\"code\":0,\"msg\":\"success\"}", nil), (.dingtalk, "{\"errcode\":0,\"errmsg\":\"ok\"}", nil),
            (
                .dingtalk, "{\"errcode\":310000,\"errmsg\":\"keywords\\r\\nnot in content\"}",
                "310000 keywords not in content"
            ),
            (.slack, "ok", nil), (.feishu, "no JSON", nil), (.generic, "{\"code\":1}", nil),
        ] as [(WebhookMessage.Service, String, String?)])
    func refusal(service: WebhookMessage.Service, body: String, expected: String?) {
        #expect(service.refusal(in: Array(body.utf8)) == expected)
    }

    @Test("JSON has the same keys always, and days and moments as RFC 3339 has them")
    func json() throws {
        let text = String(decoding: try Sample.quiet().json(), as: UTF8.self)
        #expect(text.contains("\"composed\" : \"2026-08-03T06:00:00Z\""))
        #expect(text.contains("\"auditHead\" : null"))
    }

    @Test("a calendar entry keeps its name, counts its changes and can be cancelled")
    func calendar() {
        var date = Sample.date("x")
        date.uid = "ai-act@example.org"
        date.notice = .cancelled
        let text = CalendarRenderer().calendar(named: "Dates", [date], stamp: Sample.moment)
        for line in [
            "UID:ai-act@example.org", "SEQUENCE:2", "STATUS:CANCELLED", "DTSTAMP:20260803T060000Z",
            "DTSTART;VALUE=DATE:20260902",
        ] {
            #expect(text.contains("\r\n\(line)\r\n"))
        }
    }

    @Test("an index lists digests with their files")
    func index() {
        let row = DigestIndex.Row(Sample.quiet(), files: [.html: "a b.html", .text: "javascript:x"])
        let page = renderer.html(DigestIndex(organisation: "Example AG", rows: [row]))
        #expect(page.contains("href=\"./a%20b.html\""))
        #expect(page.contains("href=\"./javascript%3Ax\""))
    }

    @Test("a webhook is signed as RFC 4231, 4.3 has it")
    func signature() throws {
        let hash = HMAC.sha256(key: Array("Jefe".utf8), message: Array("what do ya want for nothing?".utf8))
        #expect(SHA256.hexadecimal(hash) == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
        let long = HMAC.sha256(
            key: [UInt8](repeating: 0xAA, count: 131),
            message: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8))
        #expect(SHA256.hexadecimal(long) == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
        let message = try WebhookMessage(Sample.quiet(), for: .generic, secret: "s", at: Sample.moment)
        #expect(message.headers.first?.value.hasPrefix("sha256=") == true)
    }
}
