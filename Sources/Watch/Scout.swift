import Model
import Syndication
import Tagging
import Transport

/// Looks around at an address for what could be watched.
struct Scout {
    let fetcher: Fetcher
    let address: String
    /// Names that sources of the configuration have.
    let taken: Set<String>
    /// The sources of the configuration by their addresses.
    let watched: [String: ID<Source>]

    /// What could be watched, the best first.
    func proposals(_ bytes: [UInt8], contentType: String?) async -> [SourceProposal] {
        if let feed = try? Feed(bytes, base: address, contentType: contentType) {
            return [proposal(feed, at: address, reason: "the address is a feed")]
        }
        var found: [SourceProposal] = []
        var seen: Set<String> = []
        for candidate in FeedCandidate.all(in: bytes, base: address, contentType: contentType).prefix(12) {
            let answer = await fetcher.fetch(FetchRequest(url: candidate.url))
            guard case .body(let body) = answer.outcome, seen.insert(answer.finalURL).inserted,
                let feed = try? Feed(body, base: answer.finalURL, contentType: answer.contentType)
            else { continue }
            found.append(
                proposal(
                    feed, at: answer.movedTo ?? candidate.url,
                    reason: "the page has a feed (\(candidate.reason.rawValue))"))
        }
        return found.isEmpty ? await pages(bytes, contentType) : found
    }

    /// Selectors for the page itself.
    private func pages(_ bytes: [UInt8], _ contentType: String?) async -> [SourceProposal] {
        let pages = (try? SelectorProposal.all(in: bytes, base: address, contentType: contentType)) ?? []
        let refusal = await RobotsBook(fetcher).refusal(of: address).map { "; but \($0.detail)" } ?? ""
        return pages.map { page in
            proposal(
                title: nil, language: page.language, at: address, format: .page(page.selectors), items: page.preview,
                reason: "no feed; a list of links: \(page.reasons.joined(separator: ", "))\(refusal)")
        }
    }

    private func proposal(_ feed: Feed, at url: String, reason: String) -> SourceProposal {
        proposal(
            title: feed.title, language: feed.language, at: url, format: .feed, items: feed.items,
            reason: "\(reason): \(feed.format.rawValue), \(feed.items.count) entries")
    }

    private func proposal(
        title: String?, language: String?, at url: String, format: Source.Format, items: [FeedItem], reason: String
    ) -> SourceProposal {
        let host = String(CanonicalLink.of(url).prefix { $0 != "/" && $0 != ":" && $0 != "?" })
        var taken = taken
        let declared = language.flatMap { Language(declared: $0) }
        // Templates leave it out, or say English whatever stands in them.
        let told = LanguageGuess.language(of: items.prefix(8).compactMap(\.title), declared: declared)
        let source = Source(
            id: ID(OPMLCatalogue.name(host, &taken)),
            publisher: title.map(PlainText.clean).flatMap { $0.isEmpty ? nil : $0 } ?? host, url: url, format: format,
            jurisdiction: Self.jurisdiction(ofHost: host), authority: .commentary,
            language: told ?? declared ?? .english, isUnverified: true)
        let repeated = watched[url].map { "; watched already as \($0)" } ?? ""
        return SourceProposal(
            reason: PlainText.clean(reason + repeated),
            preview: items.prefix(4).map { item in
                "\((item.published ?? item.updated)?.day.description ?? "no date")  \(PlainText.clean(item.title ?? item.link ?? ""))"
            }, definition: CatalogueWriter.definition(of: source))
    }

    /// Whose law a host is about, as far as its name tells: a guess for a person to correct.
    static func jurisdiction(ofHost host: String) -> Jurisdiction {
        let labels = host.split(separator: ".")
        if labels.suffix(2) == ["europa", "eu"] { return .eu }
        guard let last = labels.last?.uppercased() else { return .international }
        switch last {
        case "GOV", "MIL": return Jurisdiction("US") ?? .international
        case "UK": return Jurisdiction("GB") ?? .international
        case "IO", "AI", "CO", "ME", "TV": return .international
        default: return last.utf8.count == 2 ? Jurisdiction(last) ?? .international : .international
        }
    }
}
