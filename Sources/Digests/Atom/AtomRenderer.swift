public import Model

/// A feed of developments: of a topic, a policy or an owner.
public struct DevelopmentFeed: Sendable, Equatable {
    /// One development and when it last changed.
    public struct Entry: Sendable, Equatable {
        /// What happened.
        public var development: ReportedDevelopment
        /// When we last saw a change of it.
        public var updated: Instant
        /// Titles of its topics.
        public var topics: [String]

        /// An entry from its parts.
        public init(_ development: ReportedDevelopment, updated: Instant, topics: [String] = []) {
            self.development = development
            self.updated = updated
            self.topics = topics
        }
    }

    /// What tells it from other feeds of the organisation for ever, such as `policy/genai-use`.
    public var id: String
    /// The name of the topic, policy or owner.
    public var name: String
    /// Whose feed it is, so that two organisations without a domain never share an id.
    public var organisation: String
    /// A domain of the organisation's, for the ids; nil where none is known.
    public var domain: String?
    /// The language of the feed's own words.
    public var language: Language
    /// The feed's own address; nil where it is only a file.
    public var address: String?
    /// When it is written; its date where it has no entry.
    public var written: Instant
    /// The entries, the newest first.
    public var entries: [Entry]

    /// A feed from its parts.
    public init(
        id: String, name: String, organisation: String, domain: String? = nil, language: Language = .english,
        address: String? = nil, written: Instant, entries: [Entry] = []
    ) {
        self.id = id
        self.name = name
        self.organisation = organisation
        self.domain = domain
        self.language = language
        self.address = address
        self.written = written
        self.entries = entries
    }
}

/// Writes feeds of developments as Atom 1.0 (RFC 4287).
public struct AtomRenderer: Sendable {
    /// A renderer.
    public init() {}

    /// A feed.
    ///
    /// - Parameter feed: What it holds.
    /// - Returns: The document.
    public func render(_ feed: DevelopmentFeed) -> String {
        let words = Words(feed.language)
        let updated = feed.entries.map(\.updated).max() ?? feed.written
        var lines = [
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(Viewer.tag(words.language))\">",
            "  <id>\(Self.id(feed.id, of: feed))</id>",
            "  <title>\(Self.text(words("feed", ["name": feed.name])))</title>",
            "  <updated>\(updated)</updated>", "  <author><name>lexwatch</name></author>",
            "  <generator>lexwatch</generator>",
        ]
        if let address = Plain.link(feed.address) {
            lines.append("  <link rel=\"self\" type=\"application/atom+xml\" href=\"\(Self.text(address))\"/>")
        }
        for entry in feed.entries { lines += self.entry(entry, feed, words) }
        return lines.joined(separator: "\n") + "\n</feed>\n"
    }

    private func entry(_ entry: DevelopmentFeed.Entry, _ feed: DevelopmentFeed, _ words: Words) -> [String] {
        let development = entry.development
        let id = Self.id("development/\(development.id)", of: feed)
        var lines = [
            "  <entry xml:lang=\"\(Viewer.tag(development.language))\">", "    <id>\(id)</id>",
            "    <title>\(Self.text(development.title))</title>", "    <updated>\(entry.updated)</updated>",
            "    <author><name>\(Self.text(development.publisher.isEmpty ? "–" : development.publisher))</name></author>",
        ]
        if let published = development.published { lines.append("    <published>\(published)</published>") }
        if let link = Plain.link(development.link) {
            lines.append("    <link rel=\"alternate\" href=\"\(Self.text(link))\"/>")
        }
        lines += (entry.topics + development.jurisdictions.map(\.code) + development.citations).map {
            "    <category term=\"\(Self.text($0))\"/>"
        }
        // An entry without a link of its own must have content (4.1.2).
        lines.append("    <content type=\"text\">\(Self.text(development.excerpt))</content>")
        return lines + ["  </entry>"]
    }

    /// An id as in RFC 4151, of characters that an IRI may have; where no domain is known, one made of the organisation's
    /// name.
    private static func id(_ specific: String, of feed: DevelopmentFeed) -> String {
        guard let domain = feed.domain, MailAddress.isDomain(Array(domain.utf8)[...]) else {
            return uuid("\(feed.organisation)\u{0}\(specific)")
        }
        let path = specific.unicodeScalars.map { scalar in
            let isPlain =
                scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789-._/".unicodeScalars.contains(scalar))
            return isPlain ? String(scalar) : Plain.percent(scalar)
        }
        return "tag:\(domain.lowercased()),2026:\(path.joined())"
    }

    /// A UUID out of a hash (RFC 9562, 5.8).
    private static func uuid(_ name: String) -> String {
        var bytes = Array(SHA256.hash(of: Array(name.utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        let groups = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { SHA256.hexadecimal(bytes[$0]) }
        return "urn:uuid:\(groups.joined(separator: "-"))"
    }

    private static func text(_ text: String) -> String {
        // XML has no place for U+FFFE and U+FFFF, escaped or not.
        let clean = Plain.line(text).unicodeScalars.filter { $0.value != 0xFFFE && $0.value != 0xFFFF }
        return Escaping.markup(String(String.UnicodeScalarView(clean)))
    }
}
