import Foundation
package import Model
import Syndication
package import Tagging

/// Topics, vocabulary and fact tables, read from their files and compiled once.
package struct TaggingTools: Sendable {
    let topics: [Topic]
    /// A hash over all files: findings that another version made can be told.
    let version: String
    /// What may be mistakes in the files although they can be read, each in a sentence with what to do.
    let doubts: [(what: String, remedy: String)]
    private let tagger: Tagger
    private let vocabulary: Vocabulary

    /// What reads facts; nil where there are no tables.
    var facts: FactReader? { tagger.facts }

    /// Suggestions that go beyond the vocabulary, from no item yet.
    var suggestions: Suggestions { Suggestions(beyond: vocabulary) }

    /// Reads what a configuration names.
    init(_ settings: Settings) throws { try self.init(topics: settings.topics, vocabulary: settings.vocabulary) }

    /// Reads a file of topics, a folder of vocabulary, and the fact tables in `facts` below it.
    package init(topics file: String, vocabulary folder: String) throws {
        let words = try Self.files(in: folder, ending: ".txt")
        let tables = try Self.files(in: "\(folder)/facts", ending: ".csv")
        let definitions = try TopicsFile(file)
        let facts = try Self.facts(tables)
        // Grouping reads them by itself; a mistake there is told here, too.
        let acts = try Self.groupingTables(in: folder).acts
        vocabulary = try Vocabulary(files: words, facts: facts)
        let set = try TopicSet(
            definitions.topics, notions: definitions.notions, gate: definitions.gate, vocabulary: vocabulary)
        topics = set.topics
        doubts = Self.doubts(set.idleConcepts(of: vocabulary), facts, in: folder)
        tagger = Tagger(vocabulary: vocabulary, topics: set, acts: acts)
        var hash = SHA256()
        hash.update(FileManager.default.contents(atPath: file).map { [UInt8]($0) } ?? [])
        for file in words + tables { hash.update(file.bytes) }
        hash.update(FileManager.default.contents(atPath: "\(folder)/acts.csv").map { [UInt8]($0) } ?? [])
        version = SHA256.hexadecimal(hash.finish().prefix(8))
    }

    /// What reads facts alone, without topics and vocabulary: much is not loaded.
    static func factReader(_ settings: Settings) throws -> FactReader {
        FactReader(
            tables: try facts(files(in: "\(settings.vocabulary)/facts", ending: ".csv")),
            acts: try groupingTables(in: settings.vocabulary).acts)
    }

    /// The names and words that grouping knows, of acts without a number, parts of countries, numbered papers, steps and
    /// parties, in small files of their own beside a vocabulary; none where it has no such file.
    static func groupingTables(in folder: String) throws -> GroupingTables {
        do {
            return GroupingTables(
                acts: try table("\(folder)/acts.csv").map(KnownActs.init) ?? .none,
                regions: try table("\(folder)/regions.csv").map(Regions.init) ?? .none,
                papers: try table("\(folder)/papers.csv").map(KnownPapers.init) ?? .none,
                steps: try table("\(folder)/steps.csv").map(StepWords.init) ?? .none,
                parties: try table("\(folder)/parties.csv").map(KnownParties.init) ?? .none)
        } catch let error as FactTableError {
            throw ConfigurationProblem(error.reason, place: "\(error.file):\(error.line)")
        }
    }

    /// A file's name and text; nil where it is missing.
    private static func table(_ file: String) throws -> (file: String, text: String)? {
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        return (file, String(decoding: try contents(file), as: UTF8.self))
    }

    /// The names of the topics.
    var topicIDs: Set<ID<Topic>> { Set(topics.map(\.id)) }

    /// Bytes of a field that are tagged: what an item is about stands at its beginning, and tagging time stays bounded.
    private static let longestField = 400_000

    /// The beginning of a field.
    static func beginning(of text: String) -> String { text.beginning(ofBytes: longestField) }

    /// Tags and facts of an item of a source.
    func findings(in text: ItemText, from source: Source, seen: Instant? = nil) -> Findings {
        findings(in: TaggedText(text, from: source, seen: seen))
    }

    /// Tags and facts of a text.
    package func findings(in text: TaggedText) -> Findings {
        var text = text
        text.summary = Self.beginning(of: text.summary)
        text.content = Self.beginning(of: text.content)
        return tagger.findings(in: text)
    }

    /// How the topics of a text came about.
    func explanation(of text: TaggedText) -> TopicExplanation { tagger.explanation(of: text) }

    /// A citation as people write it, or the name of a case, in the form in which matters are kept; other words stay as
    /// they are.
    static func normalised(_ citation: String) -> String {
        matter(citation) ?? MatterName.numbered(citation) ?? citation
    }

    /// The same; nil for other words, by which no item is known.
    static func matter(_ citation: String) -> String? {
        // The number of a French docket is written with its sign, or without.
        let forms =
            [citation, citation.uppercased()] + (citation.hasPrefix("RG ") ? ["RG n° \(citation.dropFirst(3))"] : [])
        let found = forms.lazy.compactMap { CitationScanner.citations(in: $0).first }.first
        return found?.value ?? MatterName.normalised(citation)
    }

    private static func doubts(
        _ idle: [(name: String, meant: String?)], _ facts: FactTables, in folder: String
    ) -> [(what: String, remedy: String)] {
        let concepts = idle.map { concept in
            (
                what: "\(folder): no topic asks for the concept [\(concept.name)], and its terms do nothing",
                remedy: concept.meant.map { "did you mean [\($0)]?" }
                    ?? "name it in an expression of topics.yaml, or take the section out"
            )
        }
        let families = facts.missingFamilies.joined(separator: ", ")
        if families.isEmpty { return concepts }
        return concepts + [
            (
                "\(folder)/facts: no line tells of: \(families)",
                "put the file back that has them, or such facts are not found"
            )
        ]
    }

    private static func facts(_ files: [(name: String, bytes: [UInt8])]) throws -> FactTables {
        let texts = files.map { (name: $0.name, text: String(decoding: $0.bytes, as: UTF8.self)) }
        do {
            return try FactTables(files: texts)
        } catch {
            throw ConfigurationProblem(error.reason, place: "\(error.file):\(error.line)")
        }
    }

    private static func files(in folder: String, ending: String) throws -> [(name: String, bytes: [UInt8])] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw ConfigurationProblem(
                "the folder of the vocabulary cannot be read: \(FileFault.folder(folder))", place: folder,
                remedy: "name another with `vocabulary:` in lexwatch.yaml, or install lexwatch's data")
        }
        return try names.filter { $0.hasSuffix(ending) }.sorted().map { name in
            ("\(folder)/\(name)", try contents("\(folder)/\(name)"))
        }
    }

    private static func contents(_ file: String) throws -> [UInt8] {
        if let bytes = try TextFile.bytes(file) { return bytes }
        throw ConfigurationProblem(
            "the file cannot be read: \(FileFault.reading(file))", place: file,
            remedy: "see who may read it, or name another folder with `vocabulary:` in lexwatch.yaml")
    }
}

extension TaggedText {
    /// An item's text with what is known of its source, and when we saw it first.
    init(_ text: ItemText, from source: Source, seen: Instant? = nil) {
        self.init(
            title: text.title, summary: text.summary, content: text.content, language: text.language,
            published: text.dated, seen: seen, scope: source.scope, jurisdiction: source.jurisdiction,
            authority: source.authority, publisher: source.publisher, stated: text.stated,
            paragraphs: PlainText.paragraphs(of: text.raw))
    }
}
