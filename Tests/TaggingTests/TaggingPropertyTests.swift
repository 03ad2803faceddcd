import Foundation
import Model
import Testing

@testable import Tagging

/// What holds of any text, tried with the vocabulary and tables that the program comes with.
@Suite("Tagging, whatever the text")
struct TaggingPropertyTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Feeds/vocabulary")

    /// The files of the vocabulary.
    static func files() throws -> [(name: String, bytes: [UInt8])] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }.sorted().map {
            ($0, [UInt8](try Data(contentsOf: folder.appendingPathComponent($0))))
        }
    }

    @Test("a term in one language never fires inside a word of another")
    func staysOutOfWords() throws {
        let files = try Self.files()
        let vocabulary = try Vocabulary(files: files)
        let languages = ["en", "de", "fr", "it", "pl", "ru"]
        for file in files {
            let reader = try VocabularyReader(file: file.name, bytes: file.bytes)
            for line in reader.lines where !reader.bytes[line.term].contains(UInt8(ascii: "*")) {
                let written = reader.string(line.term)
                let term = NormalText.folded(written)
                guard !term.contains(where: { WordClass.table[Int($0)] == WordClass.free }), let last = term.last,
                    WordClass.table[Int(last)] != WordClass.gap
                else { continue }
                let language = languages[line.number % languages.count]
                let text = NormalText([(.title, "x\(written) \(written)x")])
                let inside = vocabulary.read(text, language: Language(language)).hits.filter {
                    $0.end - $0.start == term.count && ($0.start == 2 || $0.end == text.bytes.count - 2)
                }
                #expect(inside.isEmpty, "\(written) of \(file.name), in \(language)")
            }
        }
    }

    @Test("the work of topics and facts grows as the text does")
    func isLinear() throws {
        let vocabulary = try Vocabulary(files: try Self.files(), facts: try .ofTheProgram())
        func rule(_ text: String) -> RuleText { RuleText(text, file: "topics.yaml", line: 1) }
        let topic = TopicDefinition(
            id: ID("t"), titles: [:],
            when: [
                rule("training near/25 ip and not (privacy near/15 training)"), rule("ai with ip"),
                rule("title: (ai and ip) and court"),
            ])
        let tagger = Tagger(
            vocabulary: vocabulary,
            topics: try TopicSet([topic], gate: [rule("ai"), rule("ip or court")], vocabulary: vocabulary))
        let words = "The court held that training AI on copyrighted works by 1 May 2026 infringes. 法院认定侵权。 "
        let steps = [50, 500].map { count in
            tagger.steps(in: TaggedText(title: "AI", content: String(repeating: words, count: count)))
        }
        #expect(steps[1] < steps[0] * 12)
    }

    @Test(
        "facts of a long text of nothing but what they look for are read, and it ends", .timeLimit(.minutes(1)),
        arguments: ["ECLI:AA:1:", "annulled C-1/20 ", "C-1/20 repealed, ", "not annulled ", "FTC Japan ", "撤销C-1/20"])
    func ends(words: String) throws {
        let text = String(repeating: words, count: 400_000 / words.utf8.count)
        let facts = try FactReader.ofTheProgram().facts(of: FactInput(title: "A ruling", summary: text))
        #expect(facts.citations.count <= 1)
    }

    @Test(
        "items of every language are tagged in any letters, cut and torn, and the evidence stands in them",
        arguments: [
            "as they are", "in capitals", "in small letters", "with capitals", "cut", "torn", "in parts of letters",
        ])
    func mutated(how: String) throws {
        let tagger = try Self.tagger.get()
        var random = SeededGenerator(seed: UInt64(how.utf8.count))
        for item in try Self.items.get() {
            let (title, summary) = (mutate(item.title, how, &random), mutate(item.summary, how, &random))
            let findings = tagger.findings(in: TaggedText(title: title, summary: summary, language: item.language))
            var evidence = findings.topics.flatMap(\.evidence) + findings.citations.flatMap(\.evidence)
            evidence += findings.dates.flatMap(\.evidence) + findings.treatments.flatMap(\.evidence)
            evidence += findings.instrument.evidence + findings.stage.evidence
            for piece in evidence where piece.field == .title || piece.field == .summary {
                let field = piece.field == .title ? title : summary
                #expect(letters(field).contains(letters(piece.words)), "\(piece.words) of \(field)")
            }
        }
    }

    /// A text without its spaces and marks, which evidence shows as one space.
    private func letters(_ text: String) -> String { text.filter { $0.isLetter || $0.isNumber } }

    private func mutate(_ text: String, _ how: String, _ random: inout SeededGenerator) -> String {
        switch how {
        case "in capitals": return text.uppercased()
        case "in small letters": return text.lowercased()
        case "with capitals": return text.capitalized
        case "cut": return String(text.prefix(Int.random(in: 0...text.count, using: &random)))
        case "torn":
            var words = text.split(separator: " ", omittingEmptySubsequences: false)
            if words.count > 3 { words.shuffle(using: &random) }
            return words.joined(separator: Bool.random(using: &random) ? " " : "\u{AD}\n ")
        case "in parts of letters": return text.decomposedStringWithCanonicalMapping
        default: return text
        }
    }

    private struct Item: Decodable {
        let title: String
        let summary: String
        let language: Language
        private enum CodingKeys: CodingKey { case title, summary, language }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            title = try values.decode(String.self, forKey: .title)
            summary = try values.decodeIfPresent(String.self, forKey: .summary) ?? ""
            language = Language(try values.decodeIfPresent(String.self, forKey: .language) ?? "en")
        }
    }

    /// Every third item of the project's evaluation set.
    private static let items = Result {
        let folder = Self.folder.deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Tests/Evaluation")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("batch-") }
        let lines = try names.sorted().flatMap {
            try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8).split(separator: "\n")
        }
        return try stride(from: 0, to: lines.count, by: 3).map {
            try JSONDecoder().decode(Item.self, from: Data(lines[$0].utf8))
        }
    }

    private static let tagger = Result {
        let vocabulary = try Vocabulary(files: try files(), facts: try .ofTheProgram())
        func rule(_ text: String) -> RuleText { RuleText(text, file: "topics.yaml", line: 1) }
        let topic = TopicDefinition(
            id: ID("t"), titles: [:],
            when: [rule("ai"), rule("ip near/25 court"), rule("title: (privacy or training)")])
        let formal = NotionDefinition(name: TopicSet.formalTitle, rule: rule("court or ruling"))
        return Tagger(
            vocabulary: vocabulary,
            topics: try TopicSet([topic], notions: [formal], gate: [], vocabulary: vocabulary))
    }

    @Test("evidence stands where it says, whatever the text", arguments: 0..<60)
    func pointsBack(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let reader = FactReader(tables: try FactTables(files: [("t", "law,US,*,ab;=aB;权著*;é a\nplace,FR,*,*bb;作 权\n")]))
        let fields = [random.text(length: 40) + "ab 权著作" + random.text(length: 40), random.words(length: 60)]
        let facts = reader.facts(of: FactInput(title: fields[0], summary: fields[1]))
        for proven in facts.jurisdictions {
            for evidence in proven.evidence where evidence.field != .source {
                let written = Array((evidence.field == .title ? fields[0] : fields[1]).utf8)
                let words = Array(evidence.words.utf8).filter { $0 > 0x20 }
                let place = written[evidence.offset...].filter { $0 > 0x20 }
                #expect(place.starts(with: words))
                #expect(evidence.context.utf8.count <= evidence.words.utf8.count + 200)
                #expect(evidence.context.contains(evidence.words))
            }
        }
    }
}
