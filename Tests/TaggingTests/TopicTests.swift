import Model
import Testing

@testable import Tagging

@Suite("Topics")
struct TopicTests {
    private static let terms = """
        language: en
        [ai]
        AI
        [law]
        court
        ruling
        [work]
        book
        song
        """

    private func rule(_ text: String) -> RuleText { RuleText(text, file: "topics.yaml", line: 7) }

    private func tagger(
        _ when: String, unless: String? = nil, mainly: [String] = [], gate: [String] = []
    ) throws -> Tagger {
        let vocabulary = try vocabulary(Self.terms)
        let topic = TopicDefinition(
            id: ID("t"), titles: ["en": "T"], when: [rule(when)], unless: unless.map { [rule($0)] } ?? [],
            mainly: mainly.map(rule))
        let notion = NotionDefinition(name: "both", rule: rule("ai and law"))
        return Tagger(
            vocabulary: vocabulary,
            topics: try TopicSet([topic], notions: [notion], gate: gate.map(rule), vocabulary: vocabulary))
    }

    private func text(_ title: String, _ summary: String = "", scope: Source.Scope = .general) -> TaggedText {
        TaggedText(title: title, summary: summary, language: .english, scope: scope)
    }

    @Test(
        "expressions join concepts",
        arguments: [
            ("ai and law", "AI in court", true), ("ai and law", "AI", false), ("ai or law", "court", true),
            ("ai and not law", "AI", true), ("ai and not law", "AI court", false),
            ("ai near/3 law", "AI is in court", true), ("ai near/3 law", "AI is one two three four five court", false),
            ("law near/3 ai", "AI is in court", true), ("ai with law", "AI is here today. The court sat.", false),
            ("ai with law", "AI went to court v. Doe.", true), ("title: ai", "AI", true), ("title: law", "AI", false),
            ("both and work", "AI book court", true), ("(ai or law) near/2 work", "court book", true),
            ("(ai or law) and (work or not ai)", "court", true),
            ("(law or ai) near/3 ai", "court and AI", true), ("ai near/3 (law or ai)", "court and AI", true),
            ("(law or ai) with ai", "court and AI", true), ("(law or ai) near/3 (law or ai)", "court and AI", true),
            ("(law or ai) near/3 ai", "AI", false), ("ai near/3 ai", "AI and AI", true),
        ])
    func joins(rule: String, title: String, holds: Bool) throws {
        #expect(try tagger(rule).findings(in: text(title, "nothing")).isRelevant == holds)
    }

    @Test(
        "what is asked of the title stands there as a whole",
        arguments: [
            ("title: (ai and law)", "AI in court", "", true), ("title: (ai and law)", "AI", "court", false),
            ("title: (ai near/5 law)", "AI", "court", false), ("title: (ai or law)", "court", "AI", true),
            ("title: (ai and not law)", "AI", "court", true), ("title: both", "AI", "court", true),
            ("title: ai and law", "AI", "court", true), ("not title: (ai and law) and ai", "AI", "court", true),
        ])
    func inTitle(rule: String, title: String, summary: String, holds: Bool) throws {
        #expect(try tagger(rule).findings(in: text(title, summary)).isRelevant == holds)
    }

    @Test(
        "of what a long text tells in passing it has no topic, and a near miss says so",
        arguments: [
            ("AI", "A court sat there. \(other)", true), ("News", "An AI court sat there. \(other)", true),
            ("AI in court", other, true), ("News", "\(other)An AI court sat there.", false),
            ("News", "\(other)An AI court, a ruling.", false), ("Court news", "\(other)AI, as everywhere.", false),
            ("News", "\(other)An AI court sat there. No AI ruling came.", true),
            ("AI", "\(other)A court sat there. A ruling came.", false),
            ("AI", "\(other)A court sat there. A song was heard.", false),
            ("Songs", "\(other)An AI court sat there.", true),
            ("News", "\(other)An AI court sat there. A book was read, and a song heard.", false),
            ("News", "\(other)An AI court sat there. A book was read. A song was heard.", true),
            ("News", "\(other)The court of AI 섰다. The court of AI 왔다.", true),
        ])
    func tellsInPassing(title: String, summary: String, holds: Bool) throws {
        let findings = try tagger("ai and law", mainly: ["law near/3 ai", "work"]).findings(in: text(title, summary))
        #expect(findings.isRelevant == holds)
        let lacked = "more than a word in passing: law near/3 ai; work"
        #expect(findings.nearMisses.map(\.lacked) == (holds ? [] : [lacked]))
    }

    /// More words than a text has that tells nothing in passing.
    private static let other = String(repeating: "Nothing else was said of it there. ", count: 12)

    @Test("a tag shows its words, its rule and where they stand")
    func shows() throws {
        let findings = try tagger("ai near/5 law").findings(in: text("An AI  ruling", "of a court"))
        let tag = try #require(findings.topics.first)
        #expect(tag.rule == "ai near/5 law")
        #expect(tag.evidence.map(\.words) == ["AI", "ruling"])
        #expect(tag.evidence.map(\.rule) == ["ai", "law"])
        #expect(tag.evidence.map(\.offset) == [3, 7])
    }

    @Test(
        "a tag shows words for everything that its rule asks for, in the rule's order, and the longest ones",
        arguments: [
            ("rare and many", ["rare thing", "one", "two", "three", "four", "five"]),
            ("many and rare", ["one", "rare thing", "two", "three", "four", "five"]),
            ("(many or rare) and last and not none", ["one", "last", "two", "three", "four", "five"]),
            ("several and last", ["one", "rare thing", "last", "two", "three", "four"]),
            ("(several or none) and last", ["one", "rare thing", "last", "two", "three", "four"]),
        ])
    func provesAll(when: String, expected: [String]) throws {
        let vocabulary = try vocabulary(
            """
            language: en
            [many]
            one
            two
            three
            four
            five
            six
            seven
            [rare]
            thing
            rare thing
            [last]
            last
            [none]
            absent
            """)
        let topic = TopicDefinition(id: ID("t"), titles: ["en": "T"], when: [rule(when)], unless: [])
        let notion = NotionDefinition(name: "several", rule: rule("many and rare"))
        let tagger = Tagger(
            vocabulary: vocabulary, topics: try TopicSet([topic], notions: [notion], vocabulary: vocabulary))
        let findings = tagger.findings(in: text("one two one three four five six seven", "a rare thing at last"))
        #expect(findings.topics.first?.evidence.map(\.words) == expected)
    }

    @Test("what one thing was lacking is kept")
    func nearMisses() throws {
        #expect(try tagger("ai and law").findings(in: text("AI")).nearMisses.first?.lacked == "law")
        #expect(try tagger("ai", gate: ["law"]).findings(in: text("AI")).nearMisses.first?.lacked == "law")
        #expect(try tagger("ai and law and work").findings(in: text("AI")).nearMisses.isEmpty)
        #expect(try tagger("ai", unless: "work").findings(in: text("AI book")).nearMisses.first?.lacked == "not (work)")
        #expect(try tagger("ai near/1 law").findings(in: text("AI one two three court")).nearMisses.first != nil)
    }

    @Test("where something must not be there, the words that say it are told, and are no match")
    func againstIt() throws {
        for (tagger, told) in [
            (try tagger("ai and not law"), "not law: it says “court”"),
            (try tagger("ai", unless: "law"), "not (law): it says “court”"),
        ] {
            let miss = try #require(tagger.findings(in: text("AI court")).nearMisses.first)
            #expect(miss.told == told && miss.matched.map(\.words) == ["AI"])
        }
    }

    @Test(
        "an item that does not speak of a rule's subject, its first operand, has not just missed it",
        arguments: [
            ("law and ai", nil), ("law near/1 ai", nil), ("ai near/1 law", "law"), ("ai near/1 law and work", nil),
            ("ai near/1 work and not law", "ai near/1 work"), ("not law and ai and work", "work"),
        ])
    func subject(when: String, lacked: String?) throws {
        #expect(try tagger(when).findings(in: text("AI")).nearMisses.first?.lacked == lacked)
    }

    @Test("a subject whose words stand too far apart is just missed")
    func farSubject() throws {
        let findings = try tagger("ai near/1 law and work").findings(in: text("AI one two three court book"))
        #expect(findings.nearMisses.map(\.lacked) == ["closer together: ai near/1 law"])
    }

    @Test("the gate knows the source")
    func gate() throws {
        let tagger = try tagger("ai", gate: ["law or topical-source"])
        #expect(!tagger.findings(in: text("AI")).isRelevant)
        #expect(tagger.findings(in: text("AI", scope: .topical)).isRelevant)
        let explanation = tagger.explanation(of: text("AI"))
        #expect(!explanation.isThroughGate)
        #expect(explanation.concepts.map(\.rule) == ["ai"])
        #expect(explanation.topics.first?.lacks == ["law or topical-source"])
    }

    @Test(
        "where a title says nothing of its own, the first sentence counts as title",
        arguments: [
            ("Press release 12/26", "AI is on trial. Its book stays.", true), ("", "AI is on trial.", true),
            ("Decision of the court of 12 May 2026, no. 12/24", "AI is on trial.", true),
            ("新闻稿", "AI is on trial.", true), ("Press release 12/26", "He is on trial. AI stays.", false),
            ("", "He is on trial. AI stays.", false),
            ("A book of the court", "AI is on trial.", false),
            ("Scanners end airport queues", "AI is on trial.", false),
            ("最高法院驳回上诉", "AI is on trial.", false), ("Court of AI", "", true),
        ])
    func formalTitle(title: String, summary: String, holds: Bool) throws {
        let vocabulary = try vocabulary(Self.terms)
        let topic = TopicDefinition(id: ID("t"), titles: ["en": "T"], when: [rule("title: ai")])
        let formal = NotionDefinition(name: TopicSet.formalTitle, rule: rule("law"))
        let tagger = Tagger(
            vocabulary: vocabulary, topics: try TopicSet([topic], notions: [formal], gate: [], vocabulary: vocabulary))
        #expect(tagger.findings(in: text(title, summary)).isRelevant == holds)
    }

    @Test(
        "the first sentence tells the instrument where the title says nothing, and not where it does",
        arguments: [
            ("Press release 12/26", Instrument.enforcement), ("Legislative proposal 12/26", .legislation),
        ])
    func formalInstrument(title: String, instrument: Instrument) throws {
        let vocabulary = try Vocabulary(
            files: [(name: "test.txt", bytes: Array(Self.terms.utf8))], facts: .ofTheProgram())
        let tagger = Tagger(
            vocabulary: vocabulary, topics: try TopicSet([], notions: [], gate: [], vocabulary: vocabulary))
        let summary = "The firm was fined for its book. It had been told by the law."
        #expect(tagger.findings(in: text(title, summary)).instrument.value == instrument)
    }

    @Test(
        "an instrument that is told counts as words of the law with a citation or a day",
        arguments: [
            ("AI book: Supreme Court ruled in [2026] UKSC 12", true),
            ("AI book regulation takes effect on 3 August 2026", true),
            ("AI book: Supreme Court ruled", false), ("AI book out on 3 August 2026", false),
        ])
    func facts(title: String, holds: Bool) throws {
        let vocabulary = try Vocabulary(
            files: [(name: "test.txt", bytes: Array(Self.terms.utf8))], facts: .ofTheProgram())
        let topic = TopicDefinition(id: ID("t"), titles: ["en": "T"], when: [rule("work and legal-fact")])
        let tagger = Tagger(
            vocabulary: vocabulary, topics: try TopicSet([topic], notions: [], gate: [], vocabulary: vocabulary))
        #expect(tagger.findings(in: text(title)).isRelevant == holds)
        #expect(tagger.explanation(of: text(title)).topics.first?.rule == (holds ? "work and legal-fact" : nil))
    }

    @Test(
        "each condition of the gate is told by itself, and each topic with what it lacked",
        arguments: [
            ("hello", [false, true, true], nil, []), ("court", [false, false, true], nil, []),
            ("AI", [true, true, true], "ai and work", ["work"]),
            ("court book", [false, false, false], "ai and work", ["ai"]),
            ("AI court book", [true, false, false], "ai and work", ["not law", "not (law and work)"]),
        ] as [(String, [Bool], String?, [String])])
    func explained(words: String, gate: [Bool], closest: String?, lacks: [String]) throws {
        let tagger = try tagger("ai and work", gate: ["ai", "not law", "not (law and work)"])
        let explanation = tagger.explanation(of: text(words))
        #expect(explanation.gate.map(\.holds) == gate)
        let answer = try #require(explanation.topics.first)
        #expect(answer.closest == closest && answer.lacks == lacks && answer.rule == nil)
    }

    @Test("a topic whose two halves stand too far apart is told so, also where it lacks more")
    func explainedApart() throws {
        let tagger = try tagger("ai near/1 work and law")
        let answer = try #require(tagger.explanation(of: text("AI one two three book")).topics.first)
        #expect(answer.lacks == ["closer together: ai near/1 work", "law"])
        #expect(answer.evidence.map(\.rule) == ["ai", "work"])
    }

    @Test(
        "a mistake in an expression is told with its file and line",
        arguments: [
            ("ai and", "ends too early"), ("ai law", "not expected"), ("(ai", "not closed"),
            ("(ai orr law) and work", "`orr` is not expected"), ("(ai and law)) or work", "`)` is not expected"),
            ("ai near/x law", "no distance"),
            ("not ai", "lacks something"), ("ai or not law", "lacks something"), ("title: (not ai)", "lacks something"),
            ("coort", "no concept"), (String(repeating: "(", count: 60) + "ai", "too deeply"),
            (String(repeating: "title: ", count: 40) + "ai", "too deeply"),
            (String(repeating: "title: (", count: 17) + "ai", "too deeply"),
        ])
    func refuses(rule: String, words: String) throws {
        let error = try #require(throws: VocabularyProblem.self) { try tagger(rule) }
        #expect(error.what.contains(words))
        #expect(error.place == "topics.yaml:7")
    }

    @Test(
        "a concept that nobody asks for is told with the one that was meant; one that covers or is a condition is used")
    func idle() throws {
        let vocabulary = try vocabulary(
            Self.terms.replacing("[ai]\nAI", with: "[ai]\nAI\nmodel | unless: [elsewhere]")
                + "\n[wurk]\nsymphony\n[elsewhere]\nplane\n[office] covers\nLaw Office\n[zzz]\nzap\n"
        )
        let topic = TopicDefinition(id: ID("t"), titles: [:], when: [rule("ai and law and work")])
        let idle = try TopicSet([topic], vocabulary: vocabulary).idleConcepts(of: vocabulary)
        #expect(idle.map(\.name) == ["wurk", "zzz"] && idle.map(\.meant) == ["work", nil])
    }

    @Test("the nearest name is suggested")
    func suggests() throws {
        let error = try #require(throws: VocabularyProblem.self) { try tagger("wrk") }
        #expect(error.remedy == "did you mean `work`?")
    }

    @Test("a concept and a notion count however many there are", arguments: [0, 67, 68, 183, 184, 260])
    func many(number: Int) throws {
        let vocabulary = try vocabulary(
            "language: en\n" + (0..<400).map { "[concept-\($0)]\nword\($0)\n" }.joined())
        let notions = (0..<300).map { NotionDefinition(name: "notion-\($0)", rule: rule("concept-\($0)")) }
        let (next, other) = (number + 1, number + 100)
        let rules = [
            "concept-\(number) and not concept-\(next)", "(concept-399 or concept-\(number)) and not notion-\(next)",
            "title: (notion-299 or notion-\(number)) and not concept-\(next)",
        ]
        for rule in rules {
            let topic = TopicDefinition(id: ID("t"), titles: [:], when: [self.rule(rule)])
            let tagger = Tagger(
                vocabulary: vocabulary, topics: try TopicSet([topic], notions: notions, vocabulary: vocabulary))
            let titles = ["word\(number)", "word\(number) word\(other)", "word\(number) word\(next)", "word\(other)"]
            #expect(titles.map { tagger.findings(in: text($0)).isRelevant } == [true, true, false, false])
        }
    }
}
