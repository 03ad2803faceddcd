import Foundation
import Model
import Syndication
import Transport

/// A source that could be watched at an address, and what it would yield.
public struct SourceProposal: Sendable {
    /// Why it is proposed.
    public let reason: String
    /// Some entries that it holds now.
    public let preview: [String]
    /// The definition as a catalogue file has it.
    public let definition: String
}

extension Workspace {
    /// Finds feeds at an address, or selectors where there is none, and shows what they would yield.
    ///
    /// - Returns: The proposals, the best first.
    /// - Throws: A ``Model/Problem`` where the address cannot be read or nothing is found.
    public func proposeSources(at url: String) async throws -> [SourceProposal] {
        let settings = (try? settings())?.fetch ?? FetchSettings()
        let fetcher = Fetcher(try settings.policy(), clock: clock)
        let answer = await fetcher.fetch(FetchRequest(url: url, accept: .page))
        guard case .body(let bytes) = answer.outcome else {
            throw PlainProblem(
                answer.failure?.description ?? "the server sent no document", place: url,
                remedy: "open the address in a browser and check it", exitCode: .unavailable)
        }
        let scout = Scout(fetcher: fetcher, address: answer.finalURL)
        let proposals = await scout.proposals(bytes, contentType: answer.contentType)
        guard !proposals.isEmpty else {
            throw PlainProblem(
                "neither a feed nor a list of dated links was found", place: url,
                remedy: "name the page that lists the decisions or notices", exitCode: .data)
        }
        return proposals
    }

    /// Appends a definition to a catalogue file.
    ///
    /// - Throws: A ``Model/Problem`` where the file cannot be written or would no longer be a catalogue.
    public func appendDefinition(_ definition: String, to file: String) throws {
        let before = FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let text = before + (before.isEmpty || before.hasSuffix("\n") ? "" : "\n") + definition + "\n"
        _ = try YAMLValue.parse(text, file: file).list().map { try CatalogueFile.source($0) }
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
        } catch {
            throw PlainProblem(
                "the catalogue cannot be written", place: file, remedy: "check who may write there",
                exitCode: .cannotCreate)
        }
    }

    /// Catalogue definitions out of an OPML file.
    ///
    /// - Throws: A ``Model/Problem`` where the file is no OPML.
    public func importOPML(_ file: String, jurisdiction: String) throws -> String {
        guard let jurisdiction = Jurisdiction(jurisdiction) else {
            throw PlainProblem(
                "'\(jurisdiction)' is not a jurisdiction", remedy: "write a code such as CN, EU or INT",
                exitCode: .usage)
        }
        return try OPMLCatalogue.sources(in: file, jurisdiction: jurisdiction)
            .map(CatalogueWriter.definition).joined(separator: "\n")
    }

    /// The sources as OPML 2.0, by jurisdiction.
    ///
    /// - Throws: A ``Model/Problem`` where the configuration is wrong.
    public func exportOPML() throws -> String {
        let settings = try settings()
        let outlines = try catalogue(settings).filter { $0.format == .feed && $0.url.hasPrefix("http") }.map { source in
            OPMLOutline(
                xmlURL: source.url, title: source.title, type: "rss", language: source.language.rawValue,
                categories: [[source.jurisdiction.code]])
        }
        return OPMLDocument(title: "\(settings.organisation): lexwatch", outlines: outlines).xml
    }
}

/// Looks around at an address for what could be watched.
private struct Scout {
    let fetcher: Fetcher
    let address: String

    func proposals(_ bytes: [UInt8], contentType: String?) async -> [SourceProposal] {
        if let feed = try? Feed(bytes, base: address, contentType: contentType) {
            return [proposal(feed, at: address, reason: "the address is a feed")]
        }
        var found: [SourceProposal] = []
        for candidate in FeedCandidate.all(in: bytes, base: address, contentType: contentType).prefix(12) {
            let answer = await fetcher.fetch(FetchRequest(url: candidate.url))
            guard case .body(let body) = answer.outcome,
                let feed = try? Feed(body, base: answer.finalURL, contentType: answer.contentType)
            else { continue }
            found.append(
                proposal(feed, at: candidate.url, reason: "the page has a feed (\(candidate.reason.rawValue))"))
        }
        guard found.isEmpty else { return found }
        let pages = (try? SelectorProposal.all(in: bytes, base: address, contentType: contentType)) ?? []
        return pages.map { page in
            proposal(
                title: nil, at: address, format: .page(page.selectors), items: page.preview,
                reason: "no feed; a list of links: \(page.reasons.joined(separator: ", "))")
        }
    }

    private func proposal(_ feed: Feed, at url: String, reason: String) -> SourceProposal {
        proposal(
            title: feed.title, at: url, format: .feed, items: feed.items,
            reason: "\(reason): \(feed.format.rawValue), \(feed.items.count) entries")
    }

    private func proposal(
        title: String?, at url: String, format: Source.Format, items: [FeedItem], reason: String
    ) -> SourceProposal {
        let host = String(CanonicalLink.of(url).prefix { $0 != "/" && $0 != ":" && $0 != "?" })
        var taken: Set<String> = []
        let source = Source(
            id: ID(OPMLCatalogue.name(host, &taken)), publisher: title.map(PlainText.clean) ?? host, url: url,
            format: format,
            jurisdiction: .international, authority: .commentary, isUnverified: true)
        return SourceProposal(
            reason: PlainText.clean(reason),
            preview: items.prefix(4).map { item in
                "\(item.published.map { $0.day.description } ?? "no date")  \(PlainText.clean(item.title ?? item.link ?? ""))"
            }, definition: CatalogueWriter.definition(of: source))
    }
}
