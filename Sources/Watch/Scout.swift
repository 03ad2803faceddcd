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
    /// The sources of the configuration by what identifies their addresses.
    let watched: [String: ID<Source>]
    let clock: Clock

    /// What could be watched, the best first: feeds that the page names, then its own list, then feeds that are only
    /// guessed to be of the same site, and lists without dates, which most often are menus.
    func proposals(_ bytes: [UInt8], contentType: String?) async -> SourceProposals {
        let sample = Sample(bytes: bytes, address: address, contentType: contentType)
        let reason: NotAFeed
        do throws(NotAFeed) {
            let feed = try Feed(bytes, base: address, contentType: contentType)
            return SourceProposals(proposals: [proposal(feed, sample, at: address, reason: "the address is a feed")])
        } catch { reason = error }
        if let paths = APIProposal.all(in: bytes, base: address, contentType: contentType) {
            return SourceProposals(
                proposals: paths.map {
                    let held = $0.preview.count.counted("item", "items")
                    return proposal(
                        title: nil, language: nil, at: address, format: .json($0.paths), $0.preview, sample,
                        reason: "the answer of an API: \(held) by the paths proposed")
                }, instead: reason)
        }
        let (named, guessed, left) = await feeds(sample)
        var (dated, undated) = await pages(sample, in: "on the page")
        if named.isEmpty, dated.isEmpty {
            for (framed, others) in await frames(sample) {
                dated += framed
                undated += others
            }
        }
        let found = SourceProposals(proposals: named + dated + guessed + undated, left: left, instead: reason)
        guard found.proposals.isEmpty else { return found }
        return await explained(found, sample)
    }

    /// Why nothing was found, as far as the page or its site tells.
    private func explained(_ found: SourceProposals, _ sample: Sample) async -> SourceProposals {
        var found = found
        found.hidden = HiddenList.find(in: sample.bytes, base: sample.address, contentType: sample.contentType)
        guard found.hidden == nil, let map = await sitemap(of: sample.address) else { return found }
        found.hidden = HiddenList(
            what: "neither a feed nor a list of dated links was found",
            remedy: "name the page that lists the decisions or notices; the site's own list of its pages is \(map)")
        return found
    }

    /// The sitemap that a site's robots.txt names.
    private func sitemap(of address: String) async -> String? {
        guard let rules = RobotsBook.address(for: address),
            case .body(let bytes) = await fetcher.fetch(FetchRequest(url: rules, accept: .robots)).outcome
        else { return nil }
        return String(decoding: bytes.prefix(100_000), as: UTF8.self).split(whereSeparator: \.isNewline)
            .first { $0.lowercased().hasPrefix("sitemap:") }
            .map { PlainText.clean(String($0.dropFirst(8))) }
    }

    /// Feeds that the page names, those that its site may have, and what was named and is none.
    private func feeds(_ sample: Sample) async -> (named: [SourceProposal], guessed: [SourceProposal], left: [String]) {
        var named: [SourceProposal] = []
        var guessed: [SourceProposal] = []
        var left: [String] = []
        var seen: Set<String> = []
        var queue = FeedCandidate.all(in: sample.bytes, base: sample.address, contentType: sample.contentType)
            .prefix(12).map { (candidate: $0, isOnIndex: false) }
        while !queue.isEmpty {
            let (candidate, isOnIndex) = queue.removeFirst()
            let answer = await fetcher.fetch(FetchRequest(url: candidate.url))
            let isGuess = candidate.reason == .customary
            guard case .body(let body) = answer.outcome,
                let feed = try? Feed(body, base: answer.finalURL, contentType: answer.contentType)
            else {
                let further = isGuess || isOnIndex ? [] : index(answer)
                queue.insert(contentsOf: further.map { (candidate: $0, isOnIndex: true) }, at: 0)
                let why = answer.failure?.description ?? "it is no feed"
                if !isGuess, further.isEmpty {
                    left.append(PlainText.clean("\(candidate.url) (\(candidate.reason.rawValue)): \(why)"))
                }
                continue
            }
            guard seen.insert(answer.finalURL).inserted else { continue }
            let place = isOnIndex ? "linked on its page of feeds" : candidate.reason.rawValue
            let found = proposal(
                feed, Sample(bytes: body, address: answer.finalURL, contentType: answer.contentType),
                at: answer.movedTo ?? candidate.url,
                reason: isGuess ? "a feed of the same site, at a customary place" : "the page's feed (\(place))")
            if isGuess { guessed.append(found) } else { named.append(found) }
        }
        return (named, guessed, left)
    }

    /// The feeds that a page about feeds leads to, some of them where there are many.
    private func index(_ answer: FetchAnswer) -> [FeedCandidate] {
        guard case .body(let body) = answer.outcome else { return [] }
        return Array(
            FeedCandidate.listed(in: body, base: answer.finalURL, contentType: answer.contentType).prefix(8))
    }

    /// Lists of the frames that a page consists of.
    private func frames(_ sample: Sample) async -> [(dated: [SourceProposal], undated: [SourceProposal])] {
        var found: [(dated: [SourceProposal], undated: [SourceProposal])] = []
        let frames = HiddenList.frames(in: sample.bytes, base: sample.address, contentType: sample.contentType)
        for frame in frames.prefix(4) {
            let answer = await fetcher.fetch(FetchRequest(url: frame, accept: .page))
            guard case .body(let body) = answer.outcome else { continue }
            let inner = Sample(bytes: body, address: answer.finalURL, contentType: answer.contentType)
            found.append(await pages(inner, in: "in a frame of the page"))
        }
        return found
    }

    /// What came from an address.
    private struct Sample {
        let bytes: [UInt8]
        let address: String
        let contentType: String?
    }

    /// Selectors for the page itself: of lists with dates, and of others.
    private func pages(_ sample: Sample, in place: String) async -> (
        dated: [SourceProposal], undated: [SourceProposal]
    ) {
        let jurisdiction = Self.jurisdiction(ofHost: CanonicalLink.host(of: sample.address))
        let order = DateOrder(language: nil, jurisdiction: jurisdiction.code)
        let pages =
            (try? SelectorProposal.all(
                in: sample.bytes, base: sample.address, contentType: sample.contentType,
                dates: DateReader(order: order),
                now: clock.now)) ?? []
        guard !pages.isEmpty else { return ([], []) }
        let refusal = await RobotsBook(fetcher).refusal(of: sample.address).map { "; but \($0.detail)" } ?? ""
        func proposals(_ pages: [SelectorProposal]) -> [SourceProposal] {
            pages.map { page in
                proposal(
                    title: nil, language: page.language, at: sample.address, format: .page(page.selectors),
                    page.preview,
                    sample, reason: "a list of links \(place): \(page.reasons.joined(separator: ", "))\(refusal)")
            }
        }
        return (proposals(pages.filter(\.isDated)), proposals(pages.filter { !$0.isDated }))
    }

    private func proposal(_ feed: Feed, _ sample: Sample, at url: String, reason: String) -> SourceProposal {
        let held =
            feed.items.isEmpty
            ? "but it holds no entry, so that nothing shows that it is still published"
            : feed.items.count.counted("entry", "entries")
        return proposal(
            title: feed.title, language: feed.language, at: url, format: .feed, feed.items, sample,
            reason: "\(reason): \(feed.format.rawValue), \(held)")
    }

    private func proposal(
        title: String?, language: String?, at url: String, format: Source.Format, _ items: [FeedItem],
        _ sample: Sample, reason: String
    ) -> SourceProposal {
        let host = CanonicalLink.host(of: url)
        var names = SourceNames(taken: taken)
        let declared = language.flatMap { Language(declared: $0) }
        // Templates leave it out, or say English whatever stands in them.
        let told = LanguageGuess.language(of: Self.words(of: items.prefix(8).compactMap(\.title)), declared: declared)
        let source = Source(
            id: ID(names.name(Self.name(of: url, host, taken))),
            publisher: title.map(PlainText.clean).flatMap { $0.isEmpty ? nil : $0 } ?? host, url: url, format: format,
            jurisdiction: Self.jurisdiction(ofHost: host), authority: .commentary,
            language: told ?? declared ?? .english, isUnverified: true)
        let repeated = watched[CanonicalLink.ofSource(url)].map { "; watched already as \($0)" } ?? ""
        // As the definition reads it, whose language and jurisdiction decide on dates.
        let document = try? Document.read(
            sample.bytes, of: source, at: sample.address, contentType: sample.contentType)
        return SourceProposal(
            url: PlainText.clean(url), reason: PlainText.clean(reason + repeated),
            preview: (document?.entries ?? []).prefix(4).map { entry in
                let title = entry.text.title.isEmpty ? PlainText.clean(entry.text.link ?? "") : entry.text.title
                return "\(entry.text.dated?.day.description ?? "no date")  \(title)"
            }, definition: CatalogueWriter.definition(of: source))
    }

    /// The words of titles, each once: what all of a list's numbers begin with, such as `No.`, tells no language.
    private static func words(of titles: [String]) -> [String] {
        var seen: Set<Substring> = []
        return titles.map { $0.split(separator: " ").filter { seen.insert($0).inserted }.joined(separator: " ") }
    }

    /// What a source at an address is named after: the host, and where that is taken the last part of the path, too.
    private static func name(of url: String, _ host: String, _ taken: Set<String>) -> String {
        guard taken.contains(SourceNames.plain(host)) else { return host }
        let path = CanonicalLink.of(url).drop { $0 != "/" }.prefix { $0 != "?" }
        return host + (path.split(separator: "/").last.map { " " + $0.prefix { $0 != "." } } ?? "")
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
