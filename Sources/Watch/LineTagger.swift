import Foundation
import Model
import Syndication
import Tagging

/// Tags items that come as JSON, one a line: what `lexwatch tag` does.
public struct LineTagger: Sendable {
    private let tools: TaggingTools

    init(_ tools: TaggingTools) { self.tools = tools }

    /// One line of input.
    private struct Line: Decodable {
        var id: String
        var title: String?
        var summary: String?
        var language: String?
        var published: String?
        var source: String?
        var scope: String?
    }

    /// One line of output.
    private struct Answer: Encodable {
        struct Date: Encodable {
            var date: Day
            var kind: LegalDate.Kind
        }
        struct Why: Encodable {
            var about: String
            var rule: String
            var words: [String]
        }
        var id: String
        var topics: [String]
        var jurisdictions: [String]
        var instrument: Instrument
        var stage: Stage
        var citations: [String]
        var dates: [Date]
        var why: [Why]
    }

    /// The answer to one line, with a line end.
    ///
    /// - Parameters:
    ///   - line: One JSON object.
    ///   - number: The line's number, for messages.
    /// - Returns: The answer as one line of JSON.
    /// - Throws: A ``Model/Problem`` where the line is no such object.
    public func tag(_ line: String, number: Int) throws -> [UInt8] {
        let item: Line
        do {
            item = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
        } catch {
            throw PlainProblem(
                "the line is no JSON object with an \"id\": \(Self.reason(error))", place: "line \(number)",
                remedy:
                    #"write {"id": "…", "title": "…", "summary": "…", "language": "en", "published": "2026-01-31"}"#,
                exitCode: .data)
        }
        let findings = tools.findings(
            in: TaggedText(
                title: PlainText.from(markup: item.title ?? ""), summary: PlainText.from(markup: item.summary ?? ""),
                language: item.language.map { Language($0) }, published: item.published.flatMap(Self.instant),
                scope: item.scope.flatMap(Source.Scope.init(rawValue:)) ?? .general, publisher: item.source ?? ""))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(Self.answer(item.id, findings))) + [0x0A]
    }

    private static func answer(_ id: String, _ findings: Findings) -> Answer {
        Answer(
            id: id, topics: findings.topics.map(\.topic.rawValue),
            jurisdictions: findings.jurisdictions.map(\.value.code),
            instrument: findings.instrument.value, stage: findings.stage.value,
            citations: findings.citations.map(\.value),
            dates: findings.dates.map { Answer.Date(date: $0.value.date, kind: $0.value.kind) }, why: why(findings))
    }

    private static func why(_ findings: Findings) -> [Answer.Why] {
        func told(_ about: String, _ rule: String, _ evidence: [Evidence]) -> Answer.Why {
            Answer.Why(about: about, rule: rule, words: evidence.map { $0.words })
        }
        return findings.topics.map { told($0.topic.rawValue, $0.rule, $0.evidence) }
            + findings.jurisdictions.map { told($0.value.code, $0.evidence.first?.rule ?? "", $0.evidence) }
            + [
                told(findings.instrument.value.rawValue, "instrument", findings.instrument.evidence),
                told(findings.stage.value.rawValue, "stage", findings.stage.evidence),
            ]
            + findings.citations.map { told($0.value, $0.evidence.first?.rule ?? "", $0.evidence) }
            + findings.dates.map { told("\($0.value.date)", $0.value.kind.rawValue, $0.evidence) }
    }

    private static func instant(_ text: String) -> Instant? { Instant(rfc3339: text) ?? Day(iso: text)?.midnightUTC }

    private static func reason(_ error: any Error) -> String {
        switch error as? DecodingError {
        case .keyNotFound(let key, _)?: "\"\(key.stringValue)\" is missing"
        case .typeMismatch(_, let context)?, .valueNotFound(_, let context)?:
            "\"\(context.codingPath.map(\.stringValue).joined(separator: "."))\" is of another type"
        default: "it cannot be read"
        }
    }
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
