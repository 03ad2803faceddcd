import Foundation
import Model
import Syndication
import Tagging

extension Workspace {
    /// Scores the tagging on labelled items.
    ///
    /// - Parameter file: JSON Lines with `title`, `summary`, `language`, `published` and the `topics` that are right.
    /// - Returns: Precision, recall and F1 for relevance and each topic.
    /// - Throws: A ``Model/Problem`` where the file or a line of it cannot be read, or names a topic that there is not.
    public func evaluate(_ file: String) throws -> EvaluationView {
        let tools = try taggingTools()
        var evaluation = Evaluation(of: tools.topics.map(\.id))
        try forEachLabelled(in: file, topics: tools.topics.map(\.id)) { item in
            let found = tools.findings(in: item.text).topics.map(\.topic)
            evaluation.add(expected: item.topics, found: Set(found))
        }
        return EvaluationView(evaluation)
    }

    /// Gives the labelled items of a file one by one.
    func forEachLabelled(
        in file: String, topics: [ID<Topic>], _ body: ((text: TaggedText, topics: Set<ID<Topic>>)) throws -> Void
    ) throws {
        let bytes = try InputFile.bytes(file, "the labelled items")
        let example = #"write {"title": "…", "summary": "…", "language": "en", "topics": ["…"]}"#
        guard bytes.contains(where: { $0 > 0x20 }) else {
            throw PlainProblem("there is no labelled item in it", place: file, remedy: example, exitCode: .data)
        }
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            if line.allSatisfy({ $0 <= 0x20 }) { continue }
            guard let item = try? JSONDecoder().decode(Labelled.self, from: Data(line)) else {
                throw PlainProblem(
                    "the line is no labelled item", place: "\(file):\(index + 1)", remedy: example, exitCode: .data)
            }
            let labels = item.topics.map { ID<Topic>($0) }
            for topic in labels { try requireTopic(topic, among: topics, place: "\(file):\(index + 1)") }
            try body((item.text, Set(labels)))
        }
    }
}

/// An item that a person labelled.
private struct Labelled: Decodable {
    var title: String
    var summary: String?
    var language: String?
    var published: String?
    var source: String?
    var topics: [String]

    /// The item as tagging reads it.
    var text: TaggedText {
        let summary = summary?.composed ?? ""
        return TaggedText(
            title: PlainText.from(markup: title.composed), summary: PlainText.from(markup: summary),
            language: language.map { Language($0) },
            published: published.flatMap { Instant(rfc3339: $0) ?? Day(iso: $0)?.midnightUTC },
            publisher: source ?? "", paragraphs: PlainText.paragraphs(of: summary))
    }
}
