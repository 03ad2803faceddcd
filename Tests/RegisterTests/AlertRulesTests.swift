import Model
import Testing

@testable import Register

@Suite("Alert rules") struct AlertRulesTests {
    private let register = PolicyRegister(
        owners: [
            Owner(id: ID("ada"), name: "Ada"), Owner(id: ID("ben"), name: "Ben"), Owner(id: ID("cy"), name: "Cy"),
        ],
        policies: [
            Policy(
                id: ID("genai"), title: "GenAI", owner: ID("ada"), topics: [ID("privacy"), ID("copyright")],
                jurisdictions: jurisdictions("EU"), reliesOn: ["EU 2024/1689", "C-250/25"],
                sections: [
                    PolicySection(id: "2", title: "Data", topics: [ID("privacy")]),
                    PolicySection(id: "3.2", title: "Prompts", reliesOn: ["EU 2024/1689"]),
                ]),
            Policy(
                id: ID("code"), title: "Code", owner: ID("ben"), deputies: [ID("cy")], topics: [ID("copyright")],
                jurisdictions: jurisdictions("US"), aliases: [ID("old-code")]),
        ],
        tools: [
            AITool(
                id: ID("copilot"), name: "GitHub Copilot", vendor: "Microsoft", riskClass: .approved,
                names: ["Copilot"], topics: [ID("copyright")], policies: [ID("old-code")])
        ])

    /// `policy genai@ada: kind value section`, a line a reason.
    private func lines(_ rules: AlertRules, _ facts: DevelopmentFacts) throws -> [String] {
        rules.proposals(for: facts, raised: try day("2026-03-01")).flatMap { proposal in
            proposal.reasons.map {
                "\(proposal.subject.kind) \(proposal.subject.name)@\(proposal.owner): \($0.kind.rawValue) \($0.value)"
                    + ($0.section.map { " §\($0)" } ?? "")
            }
        }
    }

    @Test(
        "topic and jurisdiction must both meet; a section that has the topic is named",
        arguments: [
            (["privacy"], "EU", ["policy genai@ada: topic privacy §2"]),
            (["copyright"], "EU", ["policy genai@ada: topic copyright"]),
            (["privacy"], "US", []), (["labour"], "EU", []), ([], "EU", []),
            (
                ["copyright"], "US",
                ["policy code@ben: topic copyright", "tool copilot@ben: topic copyright"]
            ),
        ])
    func topics(topics: [String], place: String, expected: [String]) throws {
        let item = member(topics: topics, in: place.isEmpty ? [] : [place])
        #expect(try lines(AlertRules(register: register), facts(item)) == expected)
    }

    @Test(
        "who relies on an authority hears of it whatever the topic and place, by its section where one has it",
        arguments: [
            ("EU 2024/1689", ["policy genai@ada: reliance EU 2024/1689 §3.2"]),
            ("CELEX:32024R1689", ["policy genai@ada: reliance EU 2024/1689 §3.2"]),
            ("c-250/25", ["policy genai@ada: reliance C-250/25"]), ("C-250/26", []),
        ])
    func reliance(citation: String, expected: [String]) throws {
        #expect(try lines(AlertRules(register: register), facts(member(in: ["JP"], citing: [citation]))) == expected)
        let treated = member(treating: [Treatment(authority: citation, kind: .amended)])
        #expect(try lines(AlertRules(register: register), facts(treated)) == expected)
        #expect(try lines(AlertRules(register: register), facts(member(), matters: [citation])) == expected)
    }

    @Test("what a policy's own document cites is relied on, once a section")
    func documents() throws {
        let rules = AlertRules(
            register: register,
            documents: [
                ID("genai"): [
                    DocumentCitation(citation: "EU 2024/1689", section: "3.2"),
                    DocumentCitation(citation: "C-250/25", section: "4"),
                    DocumentCitation(citation: "C-250/25", section: nil),
                ]
            ])
        let item = member(citing: ["EU 2024/1689", "C-250/25"])
        #expect(
            try lines(rules, facts(item)) == [
                "policy genai@ada: reliance EU 2024/1689 §3.2", "policy genai@ada: reliance C-250/25 §4",
            ])
    }

    @Test(
        "a tool's name counts as a whole word beside a topic, and not without one",
        arguments: [
            ("Suit about Copilot", ["labour"], ["tool copilot@ben: name Copilot"]),
            (
                "GitHub Copilot in court", ["labour"],
                ["tool copilot@ben: name Copilot", "tool copilot@ben: name GitHub Copilot"]
            ),
            ("Copilots and Copiloting", ["labour"], []), ("Suit about Copilot", [], []),
        ])
    func names(title: String, topics: [String], expected: [String]) throws {
        #expect(try lines(AlertRules(register: register), facts(member(title, topics: topics, in: ["JP"]))) == expected)
    }

    @Test(
        "news of what is followed or relied on concerns somebody without a topic; a mere mention of an act does not",
        arguments: [
            (member(citing: ["C-250/25"]), true), (member(citing: ["C-251/25"]), false),
            (member(citing: ["EU 2024/1689"]), false), (member(citing: ["CELEX:32024R1689"]), false),
            (member(treating: [Treatment(authority: "EU 2024/1689", kind: .amended)]), true),
            (member(treating: [Treatment(authority: "EU 2016/679", kind: .amended)]), false),
            (member(named: ["Acme v Doe"]), true), (member(citing: ["acme v doe"]), true), (member(), false),
        ])
    func watched(member: DevelopmentFacts.Member, expected: Bool) {
        let rules = AlertRules(
            register: register, followed: [FollowedMatter(matter: "Acme v Doe", owner: ID("ben"))])
        #expect(rules.watched().concern(member.findings) == expected)
    }

    @Test("who follows a matter and has no policy is asked about the matter, and not about somebody's policy")
    func followedAlone() throws {
        let rules = AlertRules(
            register: register, followed: [FollowedMatter(matter: "C-100/25", owner: ID("dee"))])
        #expect(
            try lines(rules, facts(member(citing: ["C-100/25"]))) == ["matter C-100/25@dee: followed C-100/25"])
    }

    @Test("a followed matter asks its follower, beside the reasons that they have already, once")
    func followed() throws {
        let rules = AlertRules(
            register: register,
            followed: [
                FollowedMatter(matter: "C-250/25", owner: ID("cy")),
                FollowedMatter(matter: "c-250/25", owner: ID("ada")),
                FollowedMatter(matter: "C-250/25", owner: ID("ada")),
                FollowedMatter(matter: "Acme v Doe", owner: ID("ben")),
            ])
        #expect(
            try lines(rules, facts(member(citing: ["C-250/25"], named: ["Acme v Doe"]))) == [
                "policy genai@ada: reliance C-250/25", "policy genai@ada: followed C-250/25",
                "policy code@ben: followed Acme v Doe", "policy code@cy: followed C-250/25",
            ])
    }

    @Test("two reports of one event make one question with the words of both, in an order that nothing changes")
    func merges() throws {
        let one = member("A", topics: ["privacy", "copyright"], in: ["EU"], citing: ["EU 2024/1689"])
        let two = member("B", topics: ["privacy"], in: ["US", "EU"], citing: ["C-250/25"])
        let rules = AlertRules(register: register)
        let expected = [
            "policy genai@ada: reliance EU 2024/1689 §3.2", "policy genai@ada: reliance C-250/25",
            "policy genai@ada: topic copyright", "policy genai@ada: topic privacy §2",
            "policy code@ben: topic copyright", "tool copilot@ben: topic copyright",
        ]
        for _ in 0..<5 {
            #expect(try lines(rules, facts(one, two)) == expected)
            #expect(try lines(rules, facts(two, one)) == expected)
        }
        let privacy = rules.proposals(for: facts(one, two), raised: try day("2026-03-01"))[0].reasons[3]
        #expect(privacy.evidence == [evidence("about privacy")])
        #expect(privacy.jurisdictions == jurisdictions("EU"))
    }

    @Test("a reason says how the jurisdictions meet where it is not by name")
    func remarks() throws {
        let reasons = AlertRules(register: register)
            .proposals(for: facts(member(topics: ["privacy"], in: ["DE"])), raised: try day("2026-03-01"))
            .flatMap(\.reasons)
        #expect(reasons.flatMap(\.remarks) == ["DE is a member of the Union"])
        #expect(reasons.flatMap(\.words).map(\.words) == ["about privacy"])
    }

    @Test("a tool nobody answers for is asked of the register's first owner")
    func asksSomebody() {
        func asked(_ owner: String?, _ policies: [String]) -> [String] {
            AlertRules.asked(
                about: AITool(
                    id: ID("t"), name: "T", riskClass: .pending, policies: policies.map { ID($0) },
                    owner: owner.map { ID($0) }), in: register
            ).map(\.rawValue)
        }
        #expect(asked(nil, []) == ["ada"])
        #expect(asked("cy", ["genai"]) == ["cy"])
        #expect(asked(nil, ["old-code", "genai"]) == ["ada", "ben"])
    }

    @Test("the due day follows the policy's review, the rank its parts")
    func dueAndRank() throws {
        let rules = AlertRules(register: register, reviews: [ID("genai"): try day("2026-03-08")])
        let item = member(
            in: ["EU"], stage: .decided, citing: ["C-250/25"], dates: [LegalDate(try day("2026-04-01"), .effective)],
            treating: [Treatment(authority: "C-1/20", kind: .overruled)])
        let proposal = try #require(rules.proposals(for: facts(item), raised: try day("2026-03-01")).first)
        #expect(proposal.due.day == (try day("2026-03-08")))
        #expect(
            proposal.rank.parts.map(\.name) == [
                "authority: court", "stage: decided", "relied on", "in the title", "an authority lost its force",
                "effective on 2026-04-01", "new matter",
            ])
        #expect(proposal.rank.total == 25 + 30 + 40 + 10 + 30 + 15 + 10)
        let weak = facts(member(citing: ["C-250/25"], by: .commentary))
        #expect(rules.proposals(for: weak, raised: try day("2026-03-01")).first?.rank.total == 40 + 10 + 10)
    }
}

@Suite("Names of tools") struct NameFinderTests {
    @Test(
        "are found as whole words, in capitals too, and in any case where written small",
        arguments: [
            ("Copilot", "Microsoft's Copilot, again", "Copilot"), ("Copilot", "COPILOT SUED", "COPILOT"),
            ("Copilot", "the copilot of a plane", nil), ("Copilot", "Copilots", nil), ("Copilot", "xCopilot", nil),
            ("Copilot", "Copilote Copilot", "Copilot"), ("Copilot", "使用Copilot的员工", "Copilot"),
            ("Copilot", "Copilot\u{301}", nil), ("Copilot", "", nil), ("", "anything", nil),
            ("GPT-4", "GPT\u{2011}4 was used", "GPT\u{2011}4"), ("GPT-4", "GPT-4o", nil), ("GPT-4", "GPT-40", nil),
            ("GitHub Copilot", "GitHub\u{A0}Copilot", "GitHub\u{A0}Copilot"),
            ("GitHub Copilot", "GitHub\nCopilot", "GitHub Copilot"), ("openai", "a suit against OpenAI", "OpenAI"),
            ("openai", "OPENAI", "OPENAI"), ("éclair", "ÉCLAIR and more", "ÉCLAIR"), ("文心一言", "百度文心一言发布", "文心一言"),
            ("ChatGPT", "认定使用ＣｈａｔＧＰＴ生成内容", "ＣｈａｔＧＰＴ"), ("ＣｈａｔＧＰＴ", "使用ChatGPT", "ChatGPT"),
        ])
    func finds(name: String, text: String, words: String?) {
        #expect(NameFinder(name).evidence(in: NamedText(ItemText(title: text))).first?.words == words)
    }

    @Test("evidence has the first place in each field, in bytes, and the words around")
    func places() throws {
        let text = ItemText(title: "Über Copilot und Copilot", summary: "nothing", content: "Copilot")
        let found = NameFinder("Copilot").evidence(in: NamedText(text))
        #expect(found.map(\.field) == [.title, .content])
        #expect(found.map(\.offset) == [6, 0])
        #expect(found.first?.context == "Über Copilot und Copilot")
        #expect(found.first?.rule == "name: Copilot")
    }

    @Test("the words around begin and end with a word")
    func wholeWords() {
        let text = "The complaint about interoperability says that Copilot reproduces code that others have licensed"
        let context = NameFinder("Copilot").evidence(in: NamedText(ItemText(title: text))).first?.context
        #expect(context == "about interoperability says that Copilot reproduces code that others have")
    }
}
