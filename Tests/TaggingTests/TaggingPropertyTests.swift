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
