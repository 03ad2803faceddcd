public import Model

/// Selectors for a page without a feed, found from its repeated links with dates, and what they yield.
public struct SelectorProposal: Sendable, Equatable {
    /// The selectors.
    public var selectors: PageSelectors
    /// What they yield on the page at hand.
    public var preview: [FeedItem]
    /// The language that the page says it is in.
    public var language: String?
    /// Why they are proposed, in clauses.
    public var reasons: [String]
    /// A higher one is proposed first.
    public var score: Int

    /// Whether most of what they yield has a date; lists without most often are menus.
    public var isDated: Bool { preview.count { $0.published != nil } * 2 >= preview.count }

    /// Proposals for a page, the best first, at most five; empty where the page repeats no links.
    ///
    /// - Parameters:
    ///   - bytes: The page as it was received.
    ///   - base: Its address.
    ///   - contentType: The value of HTTP's `Content-Type`.
    ///   - dates: Reads dates; knows the source's own time zone.
    ///   - now: The moment: of several days that each item has, none that is still to come is that of its publication.
    /// - Returns: Each with the items that it yields.
    /// - Throws: Why the page cannot be read.
    public static func all(
        in bytes: [UInt8], base: String, contentType: String? = nil, dates: DateReader = DateReader(),
        now: Instant? = nil
    ) throws(PageProblem) -> [SelectorProposal] {
        let page = try HTMLPage(bytes, base: base, contentType: contentType)
        let dates = dates.speaking(page.language)
        var found: [SelectorProposal] = []
        var isSettled = false
        let ways = [
            (false, false, false), (false, false, true), (true, false, false), (false, true, false),
            (true, true, false),
        ]
        for (areScripts, inMenus, areIcons) in ways
        where areScripts || areIcons ? !isSettled : found.isEmpty {
            let links = RepeatedLinks(
                page: page, dates: dates, now: now, areScripts: areScripts, inMenus: inMenus, areIcons: areIcons)
            for list in links.lists() {
                var reader = PageItemReader(page: page, selectors: list.selectors, dates: dates)
                guard let result = try? reader.read(), result.items.count > 2 else { continue }
                let proposal = SelectorProposal(list, result.items, page.language)
                isSettled = isSettled || proposal.isDated && !list.isBesideScripts
                found.append(proposal)
            }
        }
        var seen: Set<[String?]> = []
        return Array(
            found.sorted { $0.score > $1.score }.filter { proposal in
                // What has no links of its own is told apart by its titles.
                let isAlone = proposal.selectors.link == "/"
                return seen.insert(proposal.preview.map { isAlone ? $0.title : $0.link }).inserted
            }.prefix(5))
    }

    private init(_ list: RepeatedLinks.List, _ items: [FeedItem], _ language: String?) {
        let selectors = list.selectors
        let dated = items.count { $0.published != nil }
        let links = Set(items.compactMap(\.link)).count
        let letters = items.reduce(0) { $0 + min(120, $1.title?.unicodeScalars.count ?? 0) } / items.count
        self.selectors = selectors
        self.language = language
        preview = items
        reasons = [
            "\(items.count) items",
            "\(dated) with a date" + (list.lacksYears ? ", as the days on the page have no year" : ""),
            selectors.link == "/"
                ? "links that are scripts, for which the page's own stands"
                : selectors.link.contains("#', ")
                    ? "links that are scripts, for which the page's own stands with their numbers"
                    : "\(links) different links" + (list.isBesideScripts ? ", beside titles that call scripts" : ""),
            "titles of \(letters) characters on average",
        ]
        let titles = Set(items.compactMap(\.title)).count
        // Days tell more than the months that stand above them.
        let isExact = items.contains { $0.published.map { $0.day.day != 1 } ?? false }
        score =
            titles * 100 / items.count + dated * 100 / items.count * (isExact ? 3 : 2) + links * 100 / items.count
            + min(letters, 60) + min(items.count, 50) - (list.isBesideScripts ? 200 : 0)
    }
}
