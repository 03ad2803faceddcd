import Model
import Testing

@testable import Digests

@Suite("Digests speak the reader's language")
struct LanguageTests {
    private static let languages = Catalogue.all.keys.sorted()

    @Test("no catalogue lacks a phrase or has one too many", arguments: languages)
    func complete(language: String) throws {
        let english = try #require(Catalogue.all["en"])
        let catalogue = try #require(Catalogue.all[language])
        #expect(Set(catalogue.texts.keys) == Set(english.texts.keys))
        #expect(Set(catalogue.plurals.keys) == Set(english.plurals.keys))
        #expect(catalogue.texts.values.allSatisfy { !$0.isEmpty })
    }

    /// The plural categories that whole numbers of a language have (CLDR).
    private static func categories(of language: String) -> Set<Plural> {
        switch language {
        case "zh": [.other]
        case "ar": Set(Plural.allCases)
        case "ru": [.one, .few, .many]
        case "fr", "es": [.one, .many, .other]
        default: [.one, .other]
        }
    }

    @Test("every phrase has the plural forms of its language", arguments: languages)
    func plurals(language: String) throws {
        let catalogue = try #require(Catalogue.all[language])
        for (key, forms) in catalogue.plurals {
            #expect(Set(forms.keys).isSuperset(of: Self.categories(of: language)), "\(key)")
        }
    }

    @Test("every phrase has the places of the English one", arguments: languages)
    func places(language: String) throws {
        let english = try #require(Catalogue.all["en"])
        let catalogue = try #require(Catalogue.all[language])
        for (key, text) in catalogue.texts where key != "date" {
            #expect(names(in: text) == names(in: english.texts[key] ?? ""), "\(key)")
        }
        for (key, forms) in catalogue.plurals {
            let expected = names(in: english.plurals[key]?[.other] ?? "").subtracting(["n"])
            for (_, text) in forms { #expect(names(in: text).subtracting(["n"]) == expected, "\(key)") }
        }
    }

    private func names(in text: String) -> Set<String> {
        Set(
            text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
                $0.split(separator: "}").first.map(String.init)
            })
    }

    @Test("no two badges say the same", arguments: languages)
    func badges(language: String) throws {
        let badges = try #require(Catalogue.all[language]).texts.filter { $0.key.hasPrefix("badge-") }.map(\.value)
        #expect(badges.count == 4 && Set(badges).count == badges.count, "\(badges)")
    }

    @Test("every word of the model has a phrase", arguments: languages)
    func vocabulary(language: String) throws {
        let texts = try #require(Catalogue.all[language]).texts
        var keys: [String] = []
        keys += FetchFailure.Cause.allCases.map { "cause-\($0.rawValue)" }
        keys += Source.Authority.allCases.map { "authority-\($0.rawValue)" }
        keys += Instrument.allCases.map { "instrument-\($0.rawValue)" }
        keys += Stage.allCases.filter { $0 != .none }.map { "stage-\($0.rawValue)" }
        keys += Stage.allCases.map { "unit-stage-\($0.rawValue)" }
        keys += PolicyStatus.allCases.map { "status-\($0.rawValue)" }
        keys += AITool.RiskClass.allCases.map { "class-\($0.rawValue)" }
        keys += TroubledSource.Trouble.allCases.map { "trouble-\($0.rawValue)" }
        keys += LegalDate.Kind.allCases.map { "date-\($0.rawValue)" }
        keys += Assessment.Answer.allCases.map { "answer-\($0.rawValue)" }
        keys += CoverageGap.Kind.allCases.map { "gap-\($0.rawValue)" }
        #expect(keys.filter { texts[$0] == nil } == [])
    }

    @Test("what is only proposed would take effect, wherever a digest tells its day", arguments: languages)
    func proposed(language: String) throws {
        func told(_ stage: Stage) -> String {
            var digest = Sample.digest("text", language: Language(language))
            digest.entries[0].questions[0].development.stage = stage
            digest.entries[0].questions[0].development.effective = Sample.day
            digest.entries[0].questions[0].later = Continuation(
                moved: [Movement(.effective, to: Sample.day.description)])
            (digest.dates[0].kind, digest.dates[0].stage) = (.effective, stage)
            (digest.briefing[0].stage, digest.briefing[0].effective) = (stage, Sample.day)
            var unit = digest
            unit.kind = .unit
            return DigestRenderer().markdown(digest) + DigestRenderer().markdown(unit)
                + CalendarRenderer().calendar(of: digest)
        }
        let texts = try #require(Catalogue.all[language]).texts
        for name in ["effective", "date-effective", "unit-from"] {
            let (sure, proposed) = (try #require(texts[name]), try #require(texts["\(name)-proposed"]))
            let words = [sure, proposed].map { $0.split(separator: "{date}").map(String.init) }
            func tells(_ text: String, _ words: [String]) -> Bool { words.allSatisfy(text.contains) }
            #expect(tells(told(.proposed), words[1]), "\(name)")
            #expect(tells(told(.adopted), words[0]) && !tells(told(.adopted), words[1]), "\(name)")
        }
    }

    @Test("no form of any digest shows a key instead of a phrase", arguments: languages)
    func spoken(language: String) {
        for kind in Digest.Kind.allCases {
            let digest = Sample.digest("text", language: Language(language), kind: kind)
            for page in [
                DigestRenderer().html(digest), DigestRenderer().text(digest), DigestRenderer().markdown(digest),
            ] {
                #expect(!page.unicodeScalars.contains("⟨"))
            }
        }
        let notice = OperatorNotice(
            broken: Sample.coverage("x").troubled, refused: [.init(recipient: "a@x.example", said: "550 no")],
            language: Language(language))
        #expect(!(notice.subject + notice.text).contains("⟨"))
        let line = notice.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(line.contains("a@x.example") && line.contains("lexwatch deliveries retry NUMBER"))
    }

    @Test(
        "a day is written as people write it",
        arguments: [
            ("en", "2 August 2026"), ("zh-Hans", "2026年8月2日"), ("es", "2 de agosto de 2026"), ("fr", "2 août 2026"),
            ("ru", "2 августа 2026 г."), ("ar", "2 أغسطس 2026"),
            ("xx", "2 August 2026"),
        ])
    func day(language: String, text: String) throws {
        let day = try #require(Day(year: 2026, month: 8, day: 2))
        #expect(Words(Language(language)).day(day) == text)
    }

    @Test(
        "numbers fall into the categories of CLDR",
        arguments: [
            ("en", 1, Plural.one), ("en", 0, .other), ("zh", 1, .other), ("fr", 0, .one), ("fr", 1_000_000, .many),
            ("es", 0, .other), ("ru", 21, .one), ("ru", 11, .many), ("ru", 3, .few), ("ru", 13, .many),
            ("ar", 0, .zero),
            ("ar", 2, .two), ("ar", 105, .few), ("ar", 111, .many), ("ar", 100, .other),
        ])
    func category(language: String, number: Int, category: Plural) {
        #expect(Plural(number, language: language) == category)
    }

    @Test("days are those of the reader's zone")
    func zone() throws {
        let evening = try #require(Instant(year: 2026, month: 8, day: 2, hour: 23))
        #expect(Zone("Asia/Shanghai").day(of: evening) == Day(year: 2026, month: 8, day: 3))
        #expect(Zone("no/zone").day(of: evening) == Day(year: 2026, month: 8, day: 2))
    }
}
