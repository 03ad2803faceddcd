/// Something watched: a feed, a page watched with selectors, or a JSON API.
public struct Source: Sendable, Equatable {
    /// How the bytes of a source become items.
    public enum Format: Sendable, Equatable {
        /// RSS, Atom or JSON Feed, told apart by content.
        case feed
        /// An HTML page with selectors.
        case page(PageSelectors)
        /// A JSON API with dotted paths.
        case json(JSONPaths)

        /// The word that a definition uses: `feed`, `page` or `json`.
        public var word: String {
            switch self {
            case .feed: "feed"
            case .page: "page"
            case .json: "json"
            }
        }

        /// How many of its pages are read at most, the first included.
        public var pages: Int {
            switch self {
            case .feed: 1
            case .page(let selectors): selectors.pages
            case .json(let paths): paths.pages
            }
        }
    }

    /// Whether everything in the source is about AI or IP law.
    public enum Scope: String, Sendable, CaseIterable, Codable {
        /// Everything in it is about AI or IP law.
        case topical
        /// It holds much else besides: a bare "AI" proves little in it.
        case general
    }

    /// The kind of body that publishes.
    public enum Authority: String, Sendable, CaseIterable, Codable {
        case court, legislator, regulator
        case ipOffice = "ip-office"
        case international, commentary, vendor

        /// Whether it speaks with authority of its own, rather than about the authority of others.
        public var isPrimary: Bool { self != .commentary && self != .vendor }
    }

    /// The name in the catalogue.
    public var id: ID<Source>
    /// Who publishes it.
    public var publisher: String
    /// What it is called; the publisher's name where the definition has none.
    public var title: String
    /// Where it is: `http:`, `https:` or `file:`.
    public var url: String
    /// The format.
    public var format: Format
    /// Whether everything in it is about AI or IP law.
    public var scope: Scope
    /// The jurisdiction.
    public var jurisdiction: Jurisdiction
    /// The authority.
    public var authority: Authority
    /// The language that its items are written in, unless they say otherwise.
    public var language: Language
    /// The IANA name of the zone that its dates without a zone are in; UTC where nil.
    public var timeZone: String?
    /// The terms of use, or a pointer to them.
    public var terms: String?
    /// Whether nobody has confirmed the address yet.
    public var isUnverified: Bool
    /// Seconds between two fetches that override the adaptive schedule.
    public var every: Int?
    /// An address with `{page}` from which entries that the window lost can be read.
    public var backfill: String?
    /// Where the authority offers the same officially, for a person to look when a machine is not let in.
    public var alternative: String?
    /// Names that it had before: what is on record under one of them is its own.
    public var aliases: [ID<Source>]

    /// A source from its parts.
    public init(
        id: ID<Source>, publisher: String, title: String? = nil, url: String, format: Format = .feed,
        scope: Scope = .general, jurisdiction: Jurisdiction, authority: Authority, language: Language = .english,
        timeZone: String? = nil, terms: String? = nil, isUnverified: Bool = false, every: Int? = nil,
        backfill: String? = nil, alternative: String? = nil, aliases: [ID<Source>] = []
    ) {
        self.id = id
        self.publisher = publisher
        self.title = title ?? publisher
        self.url = url
        self.format = format
        self.scope = scope
        self.jurisdiction = jurisdiction
        self.authority = authority
        self.language = language
        self.timeZone = timeZone
        self.terms = terms
        self.isUnverified = isUnverified
        self.every = every
        self.backfill = backfill
        self.alternative = alternative
        self.aliases = aliases
    }
}

extension Source {
    /// Its name and those that it had before.
    public var names: [ID<Source>] { [id] + aliases }

    /// A hash over all of the definition that decides what is read: where it changes, a server's word that nothing
    /// changed since the last reading is worth nothing.
    public var reading: String {
        let parts =
            [url, format.word, timeZone ?? "", language.rawValue] + format.rules
            + [backfill].compactMap { $0.map { "backfill \($0)" } }
        let text = parts.map { "\($0.utf8.count):\($0)" }.joined()
        return SHA256.hexadecimal(SHA256.hash(of: Array(text.utf8)).prefix(16))
    }
}

extension Source.Format {
    fileprivate var rules: [String] {
        switch self {
        case .feed: []
        case .page(let select):
            [
                select.item, select.title, select.link, select.date ?? "", select.summary ?? "", select.next ?? "",
                select.datePattern ?? "", select.encoding ?? "", String(select.pages),
            ]
        case .json(let paths):
            [
                paths.items, paths.title, paths.link ?? "", paths.id ?? "", paths.date ?? "", paths.summary ?? "",
                paths.next ?? "",
            ] + (paths.nextQuery.map { [$0] } ?? [])
                + paths.facts.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
                + (paths.pages > 1 ? [String(paths.pages)] : [])
        }
    }
}

/// XPath selectors that find items in an HTML page; all but `item` are relative to the item.
public struct PageSelectors: Sendable, Equatable {
    /// Selects one node an item.
    public var item: String
    /// Selects its title.
    public var title: String
    /// Selects its link.
    public var link: String
    /// Selects the day of publication.
    public var date: String?
    /// Selects its short text.
    public var summary: String?
    /// Selects the address of the next page, from the document.
    public var next: String?
    /// How a date is written, in the letters `yyyy MM dd HH mm ss`; every known form is tried where nil.
    public var datePattern: String?
    /// The encoding, where the page does not say it or lies.
    public var encoding: String?
    /// How many pages are read at most, the first included.
    public var pages: Int

    /// Selectors from their parts.
    public init(
        item: String, title: String, link: String, date: String? = nil, summary: String? = nil, next: String? = nil,
        datePattern: String? = nil, encoding: String? = nil, pages: Int = 1
    ) {
        self.item = item
        self.title = title
        self.link = link
        self.date = date
        self.summary = summary
        self.next = next
        self.datePattern = datePattern
        self.encoding = encoding
        self.pages = pages
    }
}

/// Dotted paths (`results`, `agency.name`, `ids.0`) that find items in a JSON document.
public struct JSONPaths: Sendable, Equatable {
    /// The list of items, from the document's root; empty for the root itself.
    public var items: String
    /// The path of its title, from the item, as those of its other parts are.
    public var title: String
    /// The path of its link; nil where items have none.
    public var link: String?
    /// The path of an id that stays when the text is edited; nil where there is none.
    public var id: String?
    /// The path of the day of publication.
    public var date: String?
    /// The path of its short text.
    public var summary: String?
    /// The path of the next page's address, or of what it is asked with, from the document's root.
    public var next: String?
    /// The parameter of the address that asks for the next page with what ``next`` leads to; nil where that is an
    /// address itself.
    public var nextQuery: String?
    /// Fields that carry law as data: the fact's kind (`effective`, `deadline`, `citation`, …) and its path.
    public var facts: [String: String]
    /// How many answers are read at most, the first included.
    public var pages: Int

    /// Paths from their parts.
    public init(
        items: String, title: String, link: String?, id: String? = nil, date: String? = nil, summary: String? = nil,
        next: String? = nil, nextQuery: String? = nil, facts: [String: String] = [:], pages: Int = 1
    ) {
        self.items = items
        self.title = title
        self.link = link
        self.id = id
        self.date = date
        self.summary = summary
        self.next = next
        self.nextQuery = nextQuery
        self.facts = facts
        self.pages = pages
    }
}
