import Foundation
import Model
import Syndication

/// Sources that come from a list of subscriptions (OPML): what the list does not say is assumed, and can be said in a
/// catalogue file instead.
enum OPMLCatalogue {
    /// Whether a file of the configuration is such a list, by its name.
    static func isOPML(_ file: String) -> Bool { file.hasSuffix(".opml") || file.hasSuffix(".xml") }

    /// The sources of a file.
    static func sources(in file: String, jurisdiction: Jurisdiction? = nil) throws -> [Source] {
        try subscriptions(in: file, jurisdiction: jurisdiction).found.map(\.source)
    }

    /// The sources of a file, each with those of its categories that a definition has no key for, and a clause for what
    /// is left out; the file's bytes may have been read before. What is new is given no name of a source that is known.
    static func subscriptions(
        in file: String, _ bytes: [UInt8]? = nil, jurisdiction: Jurisdiction?, knowing known: [Source] = []
    ) throws -> (found: [(source: Source, categories: [String])], left: [String]) {
        let bytes = try bytes ?? InputFile.bytes(file)
        let document: OPMLDocument
        do {
            document = try OPMLDocument(bytes)
        } catch {
            throw ConfigurationProblem(
                "this is no OPML: \(error)", place: file,
                remedy: "export the subscriptions of a feed reader as OPML 2.0")
        }
        let known = Set(known.flatMap(\.names))
        var names = SourceNames(taken: Set(known.map(\.rawValue)))
        let left = document.outlines.filter { !$0.xmlURL.hasPrefix("http") }.map {
            "\($0.xmlURL) is no address of the web"
        }
        let outlines = document.outlines.filter { $0.xmlURL.hasPrefix("http") }
        let proven = Set(
            outlines.flatMap { outline in
                outline.folders.filter {
                    $0 == [Scout.jurisdiction(ofHost: CanonicalLink.host(of: outline.xmlURL)).code]
                }
            })
        let found = outlines.map { outline in
            let said = Said(outline.categories, doubtful: outline.folders.subtracting(proven))
            let source = Source(
                id: ID(said.id.map { names.own($0) } ?? names.name(outline.title)),
                publisher: said.publisher ?? outline.title, title: outline.title, url: outline.xmlURL,
                scope: said.scope ?? .general,
                jurisdiction: jurisdiction ?? said.jurisdiction ?? .international,
                authority: said.authority ?? .commentary,
                language: outline.language.flatMap { Language(declared: $0) }.flatMap { $0.isAssigned ? $0 : nil }
                    ?? .english, timeZone: said.timeZone, terms: said.terms, isUnverified: true, every: said.every,
                backfill: said.backfill, alternative: said.alternative,
                aliases: said.aliases.filter { !known.contains($0) })
            return (source, said.others)
        }
        return (found, document.warnings.map(\.description) + left)
    }

    /// The categories under which a source is exported, the folder first.
    static func categories(of source: Source) -> [[String]] {
        [
            [source.jurisdiction.code], ["authority", source.authority.rawValue], ["scope", source.scope.rawValue],
            ["id", source.id.rawValue],
            ["publisher", escaped(source.publisher)],
        ]
            + [
                ("timezone", source.timeZone), ("every", source.every.map(String.init)), ("backfill", source.backfill),
                ("alternative", source.alternative), ("terms", source.terms),
            ].compactMap { key, value in value.map { [key, escaped($0)] } }
            + source.aliases.map { ["alias", $0.rawValue] }
    }

    /// Categories are divided by commas, and their parts by slashes: those of a name are written as in addresses.
    private static let escapes = [("%", "%25"), ("/", "%2F"), (",", "%2C")]

    private static func escaped(_ name: String) -> String {
        escapes.reduce(name) { $0.replacing($1.0, with: $1.1) }
    }

    private static func unescaped(_ name: String) -> String {
        escapes.reversed().reduce(name) { $0.replacing($1.1, with: $1.0) }
    }

    /// What categories say of a source, in the words of ``categories(of:)``.
    private struct Said {
        var id: String?
        var publisher: String?
        var jurisdiction: Jurisdiction?
        var authority: Source.Authority?
        var scope: Source.Scope?
        var timeZone: String?
        var every: Int?
        var backfill: String?
        var alternative: String?
        var terms: String?
        var aliases: [ID<Source>] = []
        var others: [String] = []

        /// What categories say. A folder `AI` or `IT` in another program's list is of a subject, and no code of a country:
        /// doubtful ones count only in a list that came from here.
        init(_ categories: [[String]], doubtful: Set<[String]>) {
            let isOwn = categories.contains { $0.count == 2 && $0[0] == "id" }
            for path in categories {
                switch (path.first, path.last) {
                case ("id", let id?) where path.count == 2: self.id = id
                case ("alias", let alias?) where path.count == 2 && isOwn && ID<Source>(alias).isWellFormed:
                    aliases.append(ID(alias))
                case ("publisher", let name?) where path.count == 2: publisher = unescaped(name)
                case ("authority", let word?) where Source.Authority(rawValue: word) != nil:
                    authority = Source.Authority(rawValue: word)
                case ("scope", let word?) where Source.Scope(rawValue: word) != nil:
                    scope = Source.Scope(rawValue: word)
                case (let code?, _)
                where path.count == 1 && (isOwn || !doubtful.contains(path)) && Jurisdiction(code)?.isAssigned == true:
                    jurisdiction = Jurisdiction(code)
                case (let key?, let value?) where path.count == 2 && take(key, unescaped(value)): break
                default: others.append(path.joined(separator: " / "))
                }
            }
        }

        /// Takes a key of a definition, where its value is one.
        private mutating func take(_ key: String, _ value: String) -> Bool {
            switch key {
            case "timezone" where TimeZone(identifier: value) != nil: timeZone = value
            case "every":
                guard let seconds = Int(value), (1..<1_000_000).contains(seconds) else { return false }
                every = seconds
            case "backfill" where value.hasPrefix("http") && value.contains("{page}"): backfill = value
            case "alternative": alternative = value
            case "terms": terms = value
            default: return false
            }
            return true
        }
    }
}
