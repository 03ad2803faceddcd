import Foundation
import Model
import Syndication
import Tagging

/// Law that publishers state as data beside the text.
enum StatedFacts {
    /// The facts that a definition may find in an API's answer: days with legal effect and citations, which count as those
    /// of the text, and numbers that are kept beside it.
    static let known = [
        "available", "cfr-part", "citation", "content-hash", "deadline", "docket", "effective", "hearing", "identifier",
        "issued", "regulation-id",
    ]

    /// What each element of a publisher's own means; all others are kept under their own names.
    private static let kinds: [String: String] = [
        "tna:contenthash": "content-hash",
        "dcterms:available": "available",
        "dcterms:issued": "issued",
        "dcterms:valid": "effective",
    ]

    /// The facts that an entry's extension elements state.
    static func of(_ extensions: [FeedExtension], from source: Source) -> [StatedFact] {
        extensions.prefix(100).compactMap { element -> StatedFact? in
            let value = PlainText.clean(element.value.isEmpty ? element.attributes["slug"] ?? "" : element.value)
            guard !value.isEmpty, value.utf8.count <= 1_000 else { return nil }
            let word = kind(of: element)
            let counted = LegalDate.Kind(rawValue: word) == nil ? nil : day(counted: value, source)
            return StatedFact(kind: word, value: counted?.description ?? value, origin: element.name)
        }
    }

    /// The day of a number that programs write: seconds or milliseconds since 1970, or `20270119`; nil for any other text.
    private static func day(counted value: String, _ source: Source) -> Day? {
        let isCount =
            [8, 10, 13].contains(value.utf8.count) && value.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard isCount || value.hasPrefix("/Date(") else { return nil }
        return Document.dates(of: source).instant(value).map { (source.clock ?? .gmt).day(of: $0) }
    }

    /// Whether a fact is a number that a publisher's own element holds, of which nobody knows what it counts.
    static func isCounter(_ fact: StatedFact) -> Bool {
        !kinds.keys.contains(fact.origin) && fact.kind.utf8.contains(0x3A)
            && fact.value.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func kind(of element: FeedExtension) -> String {
        if element.name == "tna:identifier" {
            // UK Find Case Law: the type says whether it is a neutral citation or the archive's own number.
            return element.attributes["type"] == "ukncn" ? "citation" : "identifier"
        }
        if let kind = kinds[element.name] { return kind }
        return element.name
    }
}
