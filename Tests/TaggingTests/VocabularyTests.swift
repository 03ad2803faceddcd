import Model
import Testing

@testable import Tagging

/// A vocabulary of one file.
func vocabulary(_ text: String, name: String = "test.txt") throws -> Vocabulary {
    try Vocabulary(files: [(name: name, bytes: Array(text.utf8))])
}

@Suite("Vocabulary")
struct VocabularyTests {
    private func concepts(_ terms: String, in text: String, language: String = "en", file: String = "en") throws
        -> [String]
    {
        let vocabulary = try vocabulary("language: \(file)\n[x]\n\(terms)\n")
        let normal = NormalText([(.title, text)])
        return vocabulary.read(normal, language: Language(language)).hits.compactMap { hit in
            normal.evidence("x", hit.range)?.words
        }
    }

    @Test(
        "a term counts as whole words, in any case, hyphens being spaces",
        arguments: [
            ("training data", "Training-Data and training data", ["Training-Data", "training data"]),
            ("copyright", "copyrighted", []), ("licence", "three licences", ["licence"]), ("law", "flaw lawyer", []),
            ("licen*", "licensing it", ["licensing"]), ("künstlich* Intelligenz", "kuenstlich", []),
            ("generativ* model*", "generative models", ["generative models"]), ("AI", "AI said ai Ai", ["AI"]),
            ("AI", "the ＡＩ act", ["ＡＩ"]), ("Bard | case", "bard Bard", ["Bard"]), ("AI | any case", "ai", ["ai"]),
            ("AI | unless: avian flu", "AI, or avian flu", []), ("AI | unless: avian flu", "AI law", ["AI"]),
            ("bar | only near: state", "state bar", ["bar"]), ("bar | only near: state", "a bar", []),
        ])
    func counts(terms: String, text: String, expected: [String]) throws {
        #expect(try concepts(terms, in: text) == expected)
    }

    @Test(
        "a condition may name a concept, whose terms it stands for",
        arguments: [("Noland and a chatbot", ["Noland", "chatbot"]), ("Noland and others", [])])
    func conditionOnConcept(text: String, expected: [String]) throws {
        #expect(try concepts("Noland | only with: [y]\n[y]\nchatbot", in: text) == expected)
    }

    @Test("a condition that names a concept which no file has is refused, with its line")
    func conditionOnNothing() throws {
        let problem = #expect(throws: VocabularyProblem.self) { try concepts("Noland | only with: [ia]", in: "") }
        #expect(problem?.place == "test.txt:3")
    }

    @Test(
        "what would be found in no text is refused, with its line",
        arguments: ["mach*ine learning", "robot law; machine vision"])
    func strayMarks(term: String) {
        let problem = #expect(throws: VocabularyProblem.self) { try concepts(term, in: "") }
        #expect(problem?.place == "test.txt:3")
    }

    @Test(
        "scripts without spaces need none",
        arguments: [
            ("zh-Hans", "著作权", "关于著作權的规定", ["著作權"]), ("zh-Hans", "AI换脸", "涉AI 换脸案", ["AI 换脸"]),
            ("ko", "저작권", "저작권법을", ["저작권"]), ("ja", "生成AI", "生成ＡＩの利用", ["生成ＡＩ"]),
            ("de", "Gemäß", "gemaess und gemäß", ["gemaess", "gemäß"]), ("ar", "محكمة", "قالت المحكمة", ["المحكمة"]),
            ("ko", "AI 기본법", "AI기본법과 AI 기본법", ["AI기본법", "AI 기본법"]),
        ])
    func needsNoSpaces(language: String, term: String, text: String, expected: [String]) throws {
        #expect(try concepts(term, in: text, language: language, file: language) == expected)
    }

    @Test("a plain word of one language is silent in another, a name is not")
    func keepsLanguagesApart() throws {
        #expect(try concepts("fine", in: "il fine", language: "it").isEmpty)
        #expect(try concepts("multa", in: "multa", language: "it", file: "es").isEmpty)
        #expect(try concepts("OpenAI", in: "OpenAI", language: "it", file: "any") == ["OpenAI"])
        #expect(try concepts("закон", in: "закон", language: "en", file: "ru") == ["закон"])
    }

    @Test("a term of one language never counts inside a word of another", arguments: 0..<60)
    func staysOutOfWords(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let letters = Array("abcdeéüдйж")
        let word = { (random: inout SeededGenerator) in
            String(
                (0..<Int.random(in: 2...4, using: &random)).map { _ in letters[Int.random(in: 0..<10, using: &random)] }
            )
        }
        let inner = word(&random)
        let text = "\(word(&random))\(inner)\(word(&random))"
        #expect(try concepts("\(inner) | any case", in: text, language: "fr", file: "any").isEmpty)
    }

    @Test("a covering concept hides shorter terms inside its own")
    func covers() throws {
        let vocabulary = try vocabulary("language: zh-Hans\n[authority] covers\n国家知识产权局\n[ip]\n知识产权\n")
        let reading = vocabulary.read(NormalText([(.title, "国家知识产权局发布")]), language: Language("zh-Hans"))
        #expect(reading.hits.map(\.concept) == [0])
        #expect(vocabulary.namesAuthority("国家知识产权局"))
        #expect(!vocabulary.namesAuthority("机器之心"))
    }

    @Test(
        "a mistake is told with its file and line",
        arguments: [
            ("[x]\nterm", "test.txt:2", "before the language"), ("language: en\nterm", "test.txt:2", "outside"),
            ("language: en\n[X!]\n", "test.txt:2", "no concept"),
            ("language: english\n", "test.txt:1", "no language"), ("language: xx\n", "test.txt:1", "no language"),
            ("language: en\n[x]\na", "test.txt:3", "too short"),
            ("language: en\n[x]\nab | often", "test.txt:3", "no option"), ("# nothing", "test.txt:1", "no language"),
            ("language: en\n[x]\nab | unless: ,", "test.txt:3", "no words"),
            ("language: en\nlanguage: de", "test.txt:2", "twice"),
            ("language: en\n[x]\nab unless", "test.txt:3", "without a bar"),
            ("language: en\n[x]\nab only near: cd", "test.txt:3", "`only near` without a bar"),
            ("language: en\n[x]\nab\n[y]\ncd\n[x]\nef", "test.txt:6", "in line 2 already"),
            ("language: en\n[x]\n\n-ab", "test.txt:4", "does not begin"),
            ("language: en\n[x]\nabc* d* e* f* g*", "test.txt:3", "stars"),
            ("language: en\n[x]\nhand * to firms", "test.txt:3", "stands alone"),
        ])
    func refuses(text: String, place: String, words: String) throws {
        let error = try #require(throws: VocabularyProblem.self) { try vocabulary(text) }
        #expect(error.place == place)
        #expect(error.what.contains(words))
        #expect(error.remedy?.isEmpty == false)
        #expect(error.exitCode == .configuration)
    }
}
