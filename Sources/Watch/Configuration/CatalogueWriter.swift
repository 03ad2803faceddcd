import Foundation
import Model

/// Writes definitions of sources as a catalogue file has them.
enum CatalogueWriter {
    /// One definition, an element of the file's list.
    static func definition(of source: Source) -> String {
        var lines = ["- id: \(source.id)", "  publisher: \(quoted(source.publisher))"]
        if source.title != source.publisher { lines.append("  title: \(quoted(source.title))") }
        lines.append("  url: \(quoted(source.url))")
        switch source.format {
        case .feed: break
        case .page(let selectors): lines += ["  format: page"] + select(selectors)
        case .json(let paths): lines += ["  format: json"] + json(paths)
        }
        lines += [
            "  scope: \(source.scope.rawValue)", "  jurisdiction: \(source.jurisdiction)",
            "  authority: \(source.authority.rawValue)", "  language: \(source.language)",
        ]
        let optional = [
            ("timezone", source.timeZone.map(quoted)), ("every", source.every.map(duration)),
            ("backfill", source.backfill.map(quoted)), ("alternative", source.alternative.map(quoted)),
            ("terms", source.terms.map(quoted)),
            (
                "aliases",
                source.aliases.isEmpty ? nil : "[\(source.aliases.map(\.rawValue).joined(separator: ", "))]"
            ),
        ]
        lines += optional.compactMap { key, value in value.map { "  \(key): \($0)" } }
        if source.isUnverified { lines.append("  unverified: true") }
        return lines.joined(separator: "\n")
    }

    /// Seconds in the largest unit that holds them whole.
    static func duration(_ seconds: Int) -> String {
        for (unit, length) in [("d", 86_400), ("h", 3600), ("m", 60)] where seconds % length == 0 {
            return "\(seconds / length)\(unit)"
        }
        return "\(seconds)s"
    }

    private static func select(_ selectors: PageSelectors) -> [String] {
        var pairs = [("item", selectors.item), ("title", selectors.title), ("link", selectors.link)]
        let optional = [
            ("date", selectors.date), ("date-pattern", selectors.datePattern), ("summary", selectors.summary),
            ("next", selectors.next), ("encoding", selectors.encoding),
            ("pages", selectors.pages > 1 ? String(selectors.pages) : nil),
        ]
        for (key, value) in optional { if let value { pairs.append((key, value)) } }
        return ["  select:"] + pairs.map { "    \($0): \(quoted($1))" }
    }

    private static func json(_ paths: JSONPaths) -> [String] {
        let optional = [
            ("link", paths.link), ("id", paths.id), ("date", paths.date), ("summary", paths.summary),
            ("next", paths.nextQuery == nil ? paths.next : nil),
        ]
        let pairs =
            (paths.items.isEmpty ? [] : [("items", paths.items)]) + [("title", paths.title)]
            + optional.compactMap { key, value in value.map { (key, $0) } }
        let next = paths.nextQuery.map {
            ["    next:", "      path: \(quoted(paths.next ?? ""))", "      query: \(quoted($0))"]
        }
        let facts = paths.facts.sorted { $0.key < $1.key }.map { "      \($0): \(quoted($1))" }
        return ["  json:"] + pairs.map { "    \($0): \(quoted($1))" } + (next ?? [])
            + (facts.isEmpty ? [] : ["    facts:"] + facts)
    }

    /// A double-quoted scalar (YAML 1.1, 5.7) in which nothing is taken for syntax.
    private static func quoted(_ text: String) -> String { JSONLine.quoted(text) }
}
