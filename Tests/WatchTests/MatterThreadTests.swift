import Model
import Store
import Testing

@testable import Watch

@Suite("A matter over time") struct MatterThreadTests {
    private static let duty = Installation.Entry(
        id: "duty", title: "High-risk duties of the AI Act apply from 2 August 2026",
        text:
            "Providers of high-risk artificial intelligence must comply with Regulation (EU) 2024/1689. The duties of "
            + "the regulation apply from 2 August 2026.", day: "2026-03-02")
    private static let delay = Installation.Entry(
        id: "delay", title: "Omnibus adopted: high-risk duties of the AI Act wait",
        text:
            "The adopted legislation amends Regulation (EU) 2024/1689: the duties for high-risk artificial intelligence "
            + "apply from 2 December 2027 instead of 2 August 2026.", day: "2026-06-08")
    private static let governance = [
        "register.yaml": """
        owners: [{id: counsel, name: Counsel}]
        policies: [{id: governance, title: AI governance, owner: counsel, topics: [ai-governance]}]

        """,
        "sources.yaml":
            "- {id: court, publisher: A gazette, url: 'file:court.xml', jurisdiction: EU, authority: legislator, scope: topical}\n",
    ]

    @Test("a deadline that a later item moves is one line, old date → new date, in item, matter and digest")
    func movedDeadline() async throws {
        let place = try Installation(at: "2026-03-03", Self.governance)
        try place.publish([Self.duty])
        try await place.run()
        place.set("2026-06-09")
        try place.publish([Self.duty, Self.delay])
        _ = try await place.workspace.fetch(FetchOptions(all: true)) { _, _, _ in }
        let detail = try place.workspace.item(RowID(2))
        #expect(detail.moved.map(\.line) == ["EU 2024/1689: effective moved, 2026-08-02 → 2027-12-02"])
        let steps = try place.workspace.matter("Regulation (EU) 2024/1689")
        #expect(steps.count == 2 && steps[1].moved.map(\.line) == detail.moved.map(\.line))
        #expect(steps[1].treatments == [.amended])
        let options = DigestOptions(recipient: "counsel", form: "text", isDryRun: true)
        let text = try await place.workspace.digest(options).digests.compactMap(\.text).joined()
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("moved from 2 August 2026 to 2 December 2027"), "\(text)")
    }

    @Test(
        "an authority without a citation that loses its force is told to the owner of the policy that relies on it",
        arguments: [
            ("EO 14110", "Executive Order 14110 is revoked"),
            ("Warhol v. Goldsmith", "Court overrules Warhol v. Goldsmith"),
            ("《旧示例管理办法》", "《新示例管理办法》自2026年1月1日起施行，《旧示例管理办法》同时废止"),
        ])
    func lostByName(authority: String, title: String) async throws {
        var files = Self.governance
        files["register.yaml"] = """
            owners: [{id: counsel, name: Counsel}]
            policies: [{id: governance, title: AI governance, owner: counsel, relies-on: ["\(authority)"]}]

            """
        let place = try Installation(at: "2026-03-03", files)
        try place.publish([Installation.Entry(id: "end", title: title, text: "", day: "2026-03-02")])
        try await place.run()
        let reasons = try place.alerts().flatMap(\.reasons)
        #expect(reasons.map(\.kind) == [.reliance])
        #expect(reasons.first?.value == TaggingTools.normalised(authority))
    }

    @Test("where the item does not state the old day, the only day ahead that was stated before is meant")
    func movedFromKnown() async throws {
        let place = try Installation(at: "2026-03-03", Self.governance)
        try place.publish([Self.duty])
        try await place.run()
        place.set("2026-06-09")
        let delay = Installation.Entry(
            id: "delay", title: Self.delay.title,
            text:
                "The adopted legislation postpones duties under Regulation (EU) 2024/1689 for artificial intelligence: "
                + "they apply from 2 December 2027.", day: "2026-06-08")
        try place.publish([Self.duty, delay])
        try await place.run()
        let detail = try place.workspace.item(RowID(2))
        #expect(detail.moved.map(\.line) == ["EU 2024/1689: effective moved, 2026-08-02 → 2027-12-02"])
    }

    @Test("who follows a case by its name hears of each step, whatever its topic, and not after unfollowing")
    func followsName() async throws {
        let place = try Installation(at: "2026-07-01")
        try await place.run()
        #expect(
            try place.workspace.follow("Alder Press v. Modelworks, Inc.", owner: ID("counsel"), note: "", actor: "ada")
                .matter == "alder press v modelworks")
        let step = Installation.Entry(
            id: "one", title: "Alder Press v. Modelworks, Inc.: scheduling order", text: "The parties shall confer.",
            day: "2026-07-01")
        try place.publish([step])
        #expect(try await place.run().alerts == 1)
        let alert = try #require(try place.alerts().first)
        #expect(alert.reasons.contains { $0.kind == .followed && $0.value == "alder press v modelworks" })
        #expect(alert.rank.parts.contains { $0.name == "followed" })
        _ = try place.workspace.unfollow("Alder Press v. Modelworks", owner: ID("counsel"), actor: "ada")
        place.set("2026-07-20")
        let next = Installation.Entry(
            id: "two", title: "Alder Press v. Modelworks, Inc.: second scheduling order", text: "Discovery closes.",
            day: "2026-07-19")
        try place.publish([step, next])
        #expect(try await place.run().alerts == 0)
    }

    @Test(
        "a docket is followed, and its thread found, with its division and without",
        arguments: [("1:26-cv-00077", "26-cv-00077"), ("26-cv-00077", "1:26-cv-00077")])
    func followsDocket(followed: String, cited: String) async throws {
        let place = try Installation(at: "2026-07-01")
        try await place.run()
        _ = try place.workspace.follow(followed, owner: ID("counsel"), note: "", actor: "ada")
        try place.publish([
            Installation.Entry(
                id: "one", title: "Scheduling order in No. \(cited)", text: "The parties shall confer.",
                day: "2026-07-01")
        ])
        #expect(try await place.run().alerts == 1)
        #expect(try place.alerts().first?.reasons.map(\.value) == [followed])
        for spelling in [followed, cited] {
            #expect(try place.workspace.matter(spelling).map(\.isMention) == [false])
            #expect(try place.workspace.storeForReading().items(citing: spelling).count == 1)
        }
    }

    @Test(
        "a matter that is asked for with a number inside is that of the number",
        arguments: [
            ("c-250/25 v google", "C-250/25"), ("case c-250/25 v google", "C-250/25"),
            ("Case C‑250/25, Harbour Press v Google", "C-250/25"), ("Acme v. Talkbot, 1:23-cv-11195", "1:23-cv-11195"),
            ("(2026) Jing 0491 Min Chu No. 12, Li v Liu", "(2026)京0491民初12号"),
            ("Studio 54 v. Acme", "studio 54 v acme"),
        ])
    func numberInside(asked: String, matter: String) { #expect(TaggingTools.normalised(asked) == matter) }

    @Test("who follows an act of China by its name hears of what is done under it, and its thread has the drafts")
    func followsAct() async throws {
        let place = try Installation(at: "2026-07-01")
        let draft = Installation.Entry(
            id: "draft", title: "关于《数字虚拟人信息服务管理办法（征求意见稿）》公开征求意见的通知", text: "意见反馈截止时间为2026年8月1日。",
            day: "2026-06-20")
        try place.publish([draft])
        try await place.run()
        let answer = try place.workspace.follow(
            "数字虚拟人信息服务管理办法", owner: ID("counsel"), note: "", actor: "ada")
        #expect(answer.matter == "《数字虚拟人信息服务管理办法》")
        #expect(answer.steps == 1)
        let final = Installation.Entry(
            id: "final", title: "三部门公布《数字虚拟人信息服务管理办法》", text: "自2026年12月1日起施行。", day: "2026-07-19")
        place.set("2026-07-20")
        try place.publish([draft, final])
        try await place.run()
        let alert = try #require(try place.alerts().first { $0.reasons.contains { $0.kind == .followed } })
        #expect(alert.reasons.first { $0.kind == .followed }?.evidence.first?.words == "《数字虚拟人信息服务管理办法》")
        let steps = try place.workspace.matter("《数字虚拟人信息服务管理办法》")
        #expect(steps.map(\.title) == [draft.title, final.title])
        #expect(steps.allSatisfy { !$0.isMention })
    }
}

@Suite("Names of cases that are followed") struct FollowedNameTests {
    @Test("a name meets longer and shorter forms of it, in alerts and in the thread")
    func shortName() async throws {
        let place = try Installation(at: "2026-07-01")
        try await place.run()
        let answer = try place.workspace.follow(
            "Halvorsen v. Brightmind", owner: ID("counsel"), note: "", actor: "ada")
        #expect(answer.matter == "halvorsen v brightmind" && answer.steps == 0 && answer.isName)
        try place.publish([
            Installation.Entry(
                id: "one", title: "Halvorsen v. Brightmind AI, Inc.: scheduling order", text: "The parties confer.",
                day: "2026-07-01")
        ])
        #expect(try await place.run().alerts == 1)
        #expect(try place.alerts().first?.reasons.map(\.value) == ["halvorsen v brightmind"])
        #expect(try place.workspace.matter("Halvorsen v. Brightmind").count == 1)
    }

    @Test("who has no policy is asked about the matter that they follow, and may answer as anybody")
    func withoutPolicy() async throws {
        let place = try Installation(
            at: "2026-07-07",
            [
                "register.yaml": """
                owners: [{id: counsel, name: Counsel}, {id: bob, name: Bob}]
                policies: [{id: genai-use, title: Use of AI, owner: counsel, topics: [training-data]}]

                """
            ])
        try await place.run()
        _ = try place.workspace.follow("C-100/25", owner: ID("bob"), note: "", actor: "bob")
        try place.publish([
            .init(id: "milk", title: "Judgment in Case C-100/25", text: "The appeal is dismissed.", day: "2026-07-06")
        ])
        try await place.run()
        let alert = try #require(try place.alerts().first)
        #expect(alert.subjectKind == "matter" && alert.subject == "C-100/25" && alert.owner == ID("bob"))
        let text = try await place.digestText(for: "bob")
        #expect(text.hasPrefix("1 question is open") && text.contains("Matter"), "\(text)")
        _ = try place.workspace.assess([alert.id], .needsUpdate, note: "seen", actor: "bob")
        #expect(try place.alerts().isEmpty)
    }

    @Test("the check names what was followed for a month without any item that met it")
    func unmet() async throws {
        let place = try Installation(at: "2026-07-01")
        try await place.run()
        _ = try place.workspace.follow("Halvorsen v. Brightmind", owner: ID("counsel"), note: "", actor: "ada")
        func told(on day: String) async throws -> Bool {
            place.set(day)
            var isTold = false
            for await finding in place.workspace.check(isOffline: true) {
                isTold = isTold || finding.what.contains("halvorsen v brightmind (counsel)")
            }
            return isTold
        }
        #expect(try await !told(on: "2026-07-20"))
        #expect(try await told(on: "2026-08-05"))
        try place.publish([
            Installation.Entry(
                id: "one", title: "Halvorsen v. Brightmind AI, Inc.: scheduling order", text: "The parties confer.",
                day: "2026-08-05")
        ])
        try await place.run()
        #expect(try await !told(on: "2026-08-06"))
    }

    @Test("where the check could not look it says so, as no news would read", arguments: ["follow", "citation", "gap"])
    func couldNotLook(table: String) async throws {
        let place = try Installation(at: "2026-07-01")
        try await place.run()
        _ = try place.workspace.follow("Halvorsen v. Brightmind", owner: ID("counsel"), note: "", actor: "ada")
        place.set("2026-08-05")
        try place.damage("ALTER TABLE \(table) RENAME TO lost")
        var told: [String] = []
        for await finding in place.workspace.check(isOffline: true) where finding.level == .bad {
            told.append(finding.what)
        }
        let what = table == "gap" ? "the coverage gaps" : "what is followed"
        #expect(told.contains { $0.hasPrefix("\(what) could not be looked up: ") }, "\(told)")
    }

    @Test(
        "words by which no item is known are refused",
        arguments: ["AI Act", "not a matter at all", "GB 45438-2025", "《哪吒之魔童闹海》"])
    func refuses(words: String) async throws {
        let place = try Installation(at: "2026-07-01")
        try await place.run()
        #expect(throws: PlainProblem.self) {
            try place.workspace.follow(words, owner: ID("counsel"), note: "", actor: "ada")
        }
        #expect(try place.workspace.storeForReading().follows().isEmpty)
    }
}

@Suite("What was just missed") struct JustMissedTests {
    private static let miss = Installation.Entry(
        id: "miss", title: "Court rules on copying of novels",
        text: "The court held that copying novels into a corpus infringes copyright.", day: "2026-07-06")

    @Test("an owner's digest tells of few items that all but met a topic, until somebody answers")
    func digest() async throws {
        let place = try Installation(at: "2026-07-07")
        try place.publish([Self.miss])
        try await place.run()
        let misses = try place.workspace.nearMisses(of: ID("training-data"), count: 5)
        try #require(misses.count == 1, "the item has to miss training-data by one thing")
        func text() async throws -> String {
            let options = DigestOptions(
                recipient: "counsel", since: Day(iso: "2026-07-01"), form: "text", isDryRun: true)
            return try await place.workspace.digest(options).digests.compactMap(\.text).joined()
        }
        #expect(try await text().contains("Just missed"))
        try place.workspace.answerNearMiss(RowID(1), ID("training-data"), belongs: false, actor: "counsel")
        #expect(try await !text().contains("Just missed"))
    }

    @Test("answers to near misses propose terms, with the section and the file to write them in")
    func proposals() async throws {
        let place = try Installation(at: "2026-07-07")
        let entries = (1...3).map { number in
            Installation.Entry(
                id: "miss-\(number)", title: "Court rules on copying of novels, a paludarium, part \(number)",
                text: "The court held that copying \(number) novels into a corpus infringes copyright.",
                day: "2026-07-06")
        }
        let others = (1...4).map { number in
            Installation.Entry(
                id: "other-\(number)", title: "Court rules on copying of novels, a shelf, part \(number)",
                text: "The court held that copying \(number) novels into a corpus infringes copyright.",
                day: "2026-07-06")
        }
        try place.publish(entries + others)
        try await place.run()
        for miss in try place.workspace.nearMisses(of: ID("training-data"), count: 9)
        where miss.title.contains("paludarium") {
            try place.workspace.answerNearMiss(miss.item, miss.topic, belongs: true, actor: "counsel")
        }
        let proposal = try place.workspace.suggest(nil).first { $0.words == "paludarium" }
        #expect(proposal?.kind == "term" && proposal?.topic == ID("training-data"))
        #expect(proposal?.file.hasSuffix("/en.txt") == true && proposal?.toAccept.contains("paludarium") == true)
    }
}
