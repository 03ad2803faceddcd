import Foundation
public import Model
import Syndication
import Transport

/// A source that could be watched at an address, and what it would yield.
public struct SourceProposal: Encodable, Sendable {
    /// The address that would be watched.
    public let url: String
    /// Why it is proposed.
    public let reason: String
    /// Some entries that it holds now.
    public let preview: [String]
    /// The definition as a catalogue file has it.
    public let definition: String
}

/// What could be watched at an address.
public struct SourceProposals: Sendable {
    /// The proposals, the best first.
    public var proposals: [SourceProposal]
    /// Feeds that the page names and that cannot be read, each with the reason.
    public var left: [String] = []
    /// Why the document at the address itself is no feed; nil where it is one.
    var instead: NotAFeed?
    /// Where the list is that the page does not hold; nil where something was found, or nothing tells.
    var hidden: HiddenList?
}

extension SourceProposals {
    /// What is to be said where there is none: what the page is goes before what it is not.
    fileprivate var problem: (what: String, remedy: String) {
        let problem = (instead ?? .empty).problem
        guard let hidden else { return problem }
        switch instead {
        case .webPage(let kind, _)? where kind != .other: return problem
        default: return (hidden.what, hidden.remedy)
        }
    }
}

extension NotAFeed {
    /// What is to be said where a document is neither a feed nor anything else that could be watched.
    fileprivate var problem: (what: String, remedy: String) {
        switch self {
        case .webPage(let kind, _) where kind != .other:
            (
                PlainText.clean(description),
                "find the address of the list itself; what asks for a login, or for proof of a person, is not watched"
            )
        case .otherJSON:
            (
                "JSON came in which no list with titles and addresses was found",
                "write a definition with `format: json` and its paths (docs/configuration.md), and try it with "
                    + "`lexwatch sources check`"
            )
        case .empty, .binary, .tooLarge, .tooDeep:
            (PlainText.clean(description), "name the page that lists the decisions or notices")
        case .webPage, .notXML, .malformed, .unknownRoot:
            (
                "neither a feed nor a list of dated links was found",
                "name the page that lists the decisions or notices"
            )
        }
    }
}

extension FetchFailure {
    /// What to do where an address that a person named cannot be read.
    fileprivate func remedy(of address: String) -> String {
        switch cause {
        case .badAddress where address.hasPrefix("file:"):
            "a file is watched by a definition with `url: file:…` in a catalogue"
        case .badAddress where address.contains("://"), .badRedirect:
            "only addresses that begin with https:// or http:// are read"
        case .badAddress: "write it in full: https://\(address)"
        case .privateAddress:
            "where that is meant, name its network in lexwatch.yaml: fetch: {allow-private: [10.1.0.0/16]}"
        case .rateLimited: retryAfter == nil ? "wait, and try again" : "wait until then, and try again"
        case .gone: "it was taken down for good: look on the publisher's site for what took its place"
        case .notFound: "open the address in a browser, and look for where the list is now"
        case .denied, .botWall:
            "no wall is got round: ask the publisher for a feed or an API, or look by hand"
        case .robots: "ask the publisher for a feed or an API, or look by hand"
        case .unresolved, .refused, .timeout, .stalled, .interrupted, .ownNetwork:
            "check the address; `lexwatch check` looks at this machine's own network"
        case .tls: "where the certificate is of your own authority, name its file in fetch.ca-file"
        case .tooLarge: "name a smaller list, or raise fetch.max-bytes"
        case .serverError, .protocolError, .badEncoding, .empty: "the fault is the server's: try again later"
        case .badSelector: "mend the source's selectors"
        case .redirects, .clientError, .webPage, .notAFeed, .layoutChanged, .apiError, .file, .cancelled,
            .notStored, .internal:
            "open the address in a browser and check it"
        }
    }
}

extension Workspace {
    /// Finds feeds and lists of links at an address, and shows what they would yield.
    ///
    /// - Parameters:
    ///   - url: The address.
    ///   - file: The catalogue that one of them is to be appended to; it may not be there yet.
    /// - Returns: The proposals, the best first.
    /// - Throws: A ``Model/Problem`` where the configuration is wrong, the address cannot be read or nothing is found.
    public func proposeSources(at url: String, for file: String? = nil) async throws -> SourceProposals {
        let target = file.map { CatalogueTarget($0) }
        let settings = try settingsIfAny(expecting: target)
        let known = try settings.map { try sources(in: $0.feeds.filter { !CatalogueTarget($0).isBlank }) }
        let fetcher = Fetcher(try (settings?.fetch ?? FetchSettings()).policy(), clock: clock)
        let answer = await fetcher.fetch(FetchRequest(url: url, accept: .page))
        guard case .body(let bytes) = answer.outcome else {
            throw PlainProblem(
                answer.failure?.description ?? "the server sent no document", place: url,
                remedy: answer.failure?.remedy(of: url),
                exitCode: answer.failure?.cause == .badAddress ? .usage : .unavailable)
        }
        let scout = Scout(
            fetcher: fetcher, address: answer.finalURL, taken: Set((known ?? []).map(\.id.rawValue)),
            watched: Self.addresses(of: known ?? []), clock: clock)
        let found = await scout.proposals(bytes, contentType: answer.contentType)
        guard !found.proposals.isEmpty else {
            let problem = found.problem
            throw PlainProblem(problem.what, place: url, remedy: problem.remedy, exitCode: .data)
        }
        return found
    }

    /// What `lexwatch.yaml` says; nil where there is none, as sources are looked for before anything is set up, too.
    private func settingsIfAny(expecting target: CatalogueTarget?) throws -> Settings? {
        guard FileManager.default.fileExists(atPath: paths.settingsFile) else { return nil }
        return try settings(expecting: target?.path)
    }

    /// Appends a definition to a catalogue file.
    ///
    /// - Returns: Whether the configuration lists the file.
    /// - Throws: A ``Model/Problem`` where the file cannot be written or would no longer be a catalogue, or the source
    ///   is watched already.
    public func appendDefinition(_ definition: String, to file: String) throws -> Bool {
        let target = CatalogueTarget(file)
        let settings = try settingsIfAny(expecting: target)
        // The configuration may name the file by a link to it.
        let listed = (settings?.feeds ?? []).map { CatalogueTarget($0).resolved }
        let isListed = listed.contains(target.resolved)
        let files = Set(listed + [target.resolved]).filter { !CatalogueTarget($0).isBlank }
        let text = try target.text(with: definition)
        let added = try YAMLValue.parse(definition, file: file).list().map { try CatalogueFile.source($0) }
        for other in try sources(in: files.sorted()) {
            if added.contains(where: { $0.id == other.id }) {
                throw PlainProblem(
                    "the source '\(other.id)' is defined already", place: file, remedy: "give the new one another id",
                    exitCode: .data)
            }
            if added.contains(where: { CanonicalLink.ofSource($0.url) == CanonicalLink.ofSource(other.url) }) {
                throw PlainProblem(
                    "the address is watched already as '\(other.id)'; nothing was saved", place: file,
                    remedy: "choose another proposal with --choose, or change that definition", exitCode: .data)
            }
        }
        try target.write(text)
        return isListed
    }

    /// Catalogue definitions out of an OPML file.
    ///
    /// - Parameters:
    ///   - file: The OPML file; `-` for standard input.
    ///   - code: Whose law all of its sources are about; what their categories say where nil.
    /// - Returns: The definitions, a clause for each thing in the file that is no source of its own, and the addresses
    ///   that the configuration watches already, which have no definition, each with its source.
    /// - Throws: A ``Model/Problem`` where the file is no OPML.
    public func importOPML(
        _ file: String, jurisdiction code: String?
    ) throws -> (text: String, left: [String], watched: [(url: String, source: ID<Source>)]) {
        let jurisdiction = code.flatMap { Jurisdiction($0) }
        guard code == nil || jurisdiction?.isAssigned == true else {
            throw PlainProblem(
                "'\(code ?? "")' is not a jurisdiction", remedy: "write a code such as CN, EU or INT",
                exitCode: .usage)
        }
        let bytes = try InputFile.bytes(file)
        // A list can be turned into definitions before there is any configuration.
        let known = (try? sources(in: settings().feeds)) ?? []
        let list = try Self.asInput {
            try OPMLCatalogue.subscriptions(in: file, bytes, jurisdiction: jurisdiction, knowing: known)
        }
        let addresses = Self.addresses(of: known)
        let watched = list.found.compactMap { found in
            addresses[CanonicalLink.ofSource(found.source.url)].map { (PlainText.clean(found.source.url), $0) }
        }
        let new = list.found.filter { addresses[CanonicalLink.ofSource($0.source.url)] == nil }
        let definitions = new.map { source, categories in
            (categories.map { "# Folder: \($0)" } + [CatalogueWriter.definition(of: source)]).joined(separator: "\n")
        }
        return (definitions.joined(separator: "\n"), list.left.map(PlainText.clean), watched)
    }

    /// Sources by what identifies their addresses.
    private static func addresses(of sources: [Source]) -> [String: ID<Source>] {
        Dictionary(sources.map { (CanonicalLink.ofSource($0.url), $0.id) }) { first, _ in first }
    }

    /// What is a mistake of the configuration elsewhere is one of the input here.
    private static func asInput<Value>(_ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let problem as ConfigurationProblem {
            throw PlainProblem(problem.what, place: problem.place, remedy: problem.remedy, exitCode: .data)
        }
    }

    /// The sources as OPML 2.0, in a folder for each jurisdiction, with what else the format can hold as categories.
    ///
    /// - Returns: The list, and the sources that no list of feeds can hold: pages, APIs and files.
    /// - Throws: A ``Model/Problem`` where the configuration is wrong.
    public func exportOPML() throws -> (text: String, left: [ID<Source>]) {
        let settings = try settings()
        let all = try catalogue(settings)
        let feeds = all.filter { $0.format == .feed && $0.url.hasPrefix("http") }
        let outlines = feeds.map { source in
            OPMLOutline(
                xmlURL: source.url, title: source.title, type: "rss", language: source.language.rawValue,
                categories: OPMLCatalogue.categories(of: source))
        }
        let exported = Set(feeds.map(\.id))
        return (
            OPMLDocument(title: "\(settings.organisation): lexwatch", outlines: outlines).xml,
            all.map(\.id).filter { !exported.contains($0) }
        )
    }
}
