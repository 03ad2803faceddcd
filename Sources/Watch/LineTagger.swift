import Foundation
import Model
import Syndication
import Tagging

/// Tags items that come as JSON, one a line: what `lexwatch tag` does.
public struct LineTagger: Sendable {
    private let tools: TaggingTools

    package init(_ tools: TaggingTools) { self.tools = tools }

    /// The answer to one line, with a line end.
    ///
    /// - Parameters:
    ///   - line: One JSON object.
    ///   - number: The line's number, for messages.
    /// - Returns: The answer as one line of JSON.
    /// - Throws: A ``Model/Problem`` where the line is no such object.
    public func tag(_ line: String, number: Int) throws -> [UInt8] {
        let item = try Self.read(line, number)
        let summary = item["summary"]?.string?.composed ?? ""
        let findings = tools.findings(
            in: TaggedText(
                title: PlainText.from(markup: item["title"]?.string?.composed ?? ""),
                summary: PlainText.from(markup: summary),
                language: item["language"]?.string.map { Language($0) },
                published: item["published"]?.string.flatMap(Self.instant),
                scope: item["scope"]?.string.flatMap(Source.Scope.init(rawValue:)) ?? .general,
                publisher: item["source"]?.string ?? "",
                paragraphs: PlainText.paragraphs(of: summary)))
        var writer = JSONWriter()
        Self.write(findings, of: item["id"]?.string, to: &writer)
        return writer.bytes + [0x0A]
    }

    /// The object of a line, whose `id` is a string and whose other members that are read are strings or null.
    private static func read(_ line: String, _ number: Int) throws -> JSONValue {
        let reason: String
        do throws(JSONReader.Fault) {
            let item = try JSONReader.read(Array(line.utf8))
            if item["id"] == nil {
                reason = "\"id\" is missing"
            } else if let wrong = members.first(where: { item[$0].map { $0.string == nil && $0 != .null } ?? false }) {
                reason = "\"\(wrong)\" is of another type"
            } else if item["id"]?.string == nil {
                reason = "\"id\" is of another type"
            } else {
                return item
            }
        } catch {
            reason = "it cannot be read"
        }
        throw PlainProblem(
            "the line is no JSON object with an \"id\": \(reason)", place: "line \(number)",
            remedy: #"write {"id": "…", "title": "…", "summary": "…", "language": "en", "published": "2026-01-31"}"#
                + "\n  The lines before it are answered, those behind it were not read.",
            exitCode: .data)
    }

    private static let members = ["id", "title", "summary", "language", "published", "source", "scope"]

    /// One object with its keys in order.
    private static func write(_ findings: Findings, of id: String?, to writer: inout JSONWriter) {
        writer.open(0x7B)
        writer.field("citations", findings.citations.map(\.value))
        writer.key("dates")
        writer.open(0x5B)
        for date in findings.dates {
            writer.open(0x7B)
            writer.field("date", "\(date.value.date)")
            writer.field("kind", date.value.kind.rawValue)
            writer.close(0x7D)
        }
        writer.close(0x5D)
        writer.field("id", id)
        writer.field("instrument", findings.instrument.value.rawValue)
        writer.field("jurisdictions", findings.jurisdictions.map(\.value.code))
        writer.field("stage", findings.stage.value.rawValue)
        writer.field("topics", findings.topics.map(\.topic.rawValue))
        writer.key("why")
        writer.open(0x5B)
        writeReasons(findings, to: &writer)
        writer.close(0x5D)
        writer.close(0x7D)
    }

    private static func writeReasons(_ findings: Findings, to writer: inout JSONWriter) {
        func tell(_ about: String, _ rule: String, _ evidence: [Evidence]) {
            writer.open(0x7B)
            writer.field("about", about)
            writer.field("rule", rule)
            writer.key("words")
            writer.open(0x5B)
            for words in evidence { writer.string(words.words) }
            writer.close(0x5D)
            writer.close(0x7D)
        }
        for tag in findings.topics { tell(tag.topic.rawValue, tag.rule, tag.evidence) }
        for proven in findings.jurisdictions {
            tell(proven.value.code, proven.evidence.first?.rule ?? "", proven.evidence)
        }
        tell(findings.instrument.value.rawValue, "instrument", findings.instrument.evidence)
        tell(findings.stage.value.rawValue, "stage", findings.stage.evidence)
        for proven in findings.citations { tell(proven.value, proven.evidence.first?.rule ?? "", proven.evidence) }
        for proven in findings.dates { tell("\(proven.value.date)", proven.value.kind.rawValue, proven.evidence) }
    }

    private static func instant(_ text: String) -> Instant? { Instant(rfc3339: text) ?? Day(iso: text)?.midnightUTC }
}

extension Workspace {
    /// A tagger of JSON lines; it needs topics and vocabulary, and no database.
    ///
    /// - Throws: A ``Model/Problem`` where topics or vocabulary are wrong or missing.
    public func lineTagger() throws -> LineTagger { LineTagger(try taggingTools()) }

    /// Topics and vocabulary of the configuration, or lexwatch's own where there is none.
    func taggingTools() throws -> TaggingTools {
        if FileManager.default.fileExists(atPath: paths.settingsFile) { return try TaggingTools(settings()) }
        guard let data = paths.data else {
            throw PlainProblem(
                "topics and vocabulary are not found",
                remedy: "name their folder in LEXWATCH_DATA, or run `lexwatch init`",
                exitCode: .noInput)
        }
        return try TaggingTools(topics: "\(data)/topics.yaml", vocabulary: "\(data)/vocabulary")
    }
}
