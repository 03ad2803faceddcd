import Foundation
import Model
import Testing

private func coded(_ value: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode([value]), as: UTF8.self)
}

private func decoded<Value: Decodable>(_ text: String, as _: Value.Type = Value.self) throws -> Value {
    try #require(try JSONDecoder().decode([Value].self, from: Data("[\(text)]".utf8)).first)
}

@Suite("Names") struct NameTests {
    @Test(
        "a definition's name is of lower-case letters, digits and three signs",
        arguments: [
            ("a", true), ("genai-use", true), ("3.2", true), ("a_b.c-d", true),
            (String(repeating: "a", count: 64), true),
            ("", false), ("-a", false), (".a", false), ("_a", false), ("A", false), ("a b", false), ("a/b", false),
            ("ä", false), ("a\n", false), ("政策", false), (String(repeating: "a", count: 65), false),
            ("a\u{301}", false),
        ])
    func wellFormed(name: String, isWellFormed: Bool) {
        #expect(ID<Policy>(name).isWellFormed == isWellFormed)
    }

    @Test("names are equal by bytes, not by looks")
    func comparesBytes() {
        let (composed, decomposed) = (ID<Policy>("caf\u{E9}"), ID<Policy>("cafe\u{301}"))
        #expect(composed != decomposed)
        #expect(Set([composed, decomposed]).count == 2)
        #expect(ID<Policy>("a") == ID("a"))
        #expect(
            ["b", "a-", "a", "Z", "é"].map(ID<Policy>.init).sorted().map(\.rawValue) == ["Z", "a", "a-", "b", "é"])
    }

    @Test("a name is coded as a string, a row as a number")
    func codes() throws {
        #expect(try coded(ID<Policy>("genai-use")) == #"["genai-use"]"#)
        #expect(try decoded(#""genai-use""#) == ID<Policy>("genai-use"))
        #expect(try coded(RowID<Alert>(12)) == "[12]")
        #expect(try decoded("9223372036854775807") == RowID<Alert>(.max))
        #expect(throws: DecodingError.self) { try decoded("12", as: ID<Policy>.self) }
        #expect(throws: DecodingError.self) { try decoded(#""12""#, as: RowID<Alert>.self) }
        #expect("\(RowID<Alert>(12)) \(ID<Policy>("x"))" == "12 x")
        #expect(RowID<Alert>(2) < RowID(10))
    }

    @Test(
        "a jurisdiction is two capitals, or INT",
        arguments: [
            ("EU", true), ("CN", true), ("INT", true), ("eu", false), ("E", false), ("EUR", false), ("", false),
            ("E1", false), ("É", false), ("ＥＵ", false), ("E\n", false), ("int", false),
        ])
    func jurisdictions(code: String, isOne: Bool) throws {
        #expect(Jurisdiction(code)?.code == (isOne ? code : nil))
        let json = try coded(code).dropFirst().dropLast()
        if isOne {
            #expect(try decoded(String(json), as: Jurisdiction.self).code == code)
            #expect(try coded(try #require(Jurisdiction(code))) == #"["\#(code)"]"#)
        } else {
            #expect(throws: DecodingError.self) { try decoded(String(json), as: Jurisdiction.self) }
        }
    }

    @Test(
        "a language has a primary tag in lower case",
        arguments: [("zh-Hans", "zh"), ("en", "en"), ("EN-gb", "en"), ("pt_BR", "pt"), ("", ""), ("-x", "")])
    func languages(tag: String, primary: String) throws {
        #expect(Language(tag).primary == primary)
        #expect(try decoded(try String(coded(Language(tag)).dropFirst().dropLast())) == Language(tag))
    }

    @Test("a topic has a title in a language, else in English, else its name")
    func topicTitles() {
        let topic = Topic(id: ID("privacy"), titles: ["en": "Privacy", "zh-Hans": "隐私"])
        #expect(topic.title(in: .simplifiedChinese) == "隐私")
        #expect(topic.title(in: Language("fr")) == "Privacy")
        #expect(Topic(id: ID("privacy"), titles: [:]).title(in: .english) == "privacy")
    }
}

@Suite("A review interval") struct ReviewIntervalTests {
    @Test(
        "counts months, then days",
        arguments: [
            (6, 0, "2026-08-31", "2027-02-28"), (0, 90, "2026-01-01", "2026-04-01"),
            (12, 0, "2024-02-29", "2025-02-28"),
            (Int.max, .max, "2026-01-01", "9999-12-31"),
        ])
    func counts(months: Int, days: Int, from: String, to: String) throws {
        let start = try #require(Day(iso: from))
        #expect(ReviewInterval(months: months, days: days).due(after: start).description == to)
    }
}

@Suite("A problem") struct ProblemTests {
    @Test("is told with its place and its remedy")
    func tells() {
        let full = PlainProblem("no such key", place: "a.yaml:3", remedy: "write `id:`", exitCode: .configuration)
        #expect(full.description == "a.yaml:3: no such key\n  write `id:`")
        #expect(PlainProblem("no such key", exitCode: .data).description == "no such key")
    }
}
