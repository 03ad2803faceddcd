/// The set of names that an element belongs to, found by its namespace, or by its prefix where that is undeclared.
enum Vocabulary: UInt8 {
    /// RSS of any version, or no namespace at all.
    case rss
    case atom, dc, dcterms, content, media, itunes, rdf, sy, xhtml, fh, enc
    /// One that says nothing about an entry that we need.
    case ignored
    /// A publisher's own.
    case foreign

    /// The vocabulary of an element or attribute.
    ///
    /// - Parameters:
    ///   - uri: The namespace; nil where there is none or its prefix is undeclared.
    ///   - prefix: The prefix as written.
    /// - Returns: The vocabulary, RSS for names without a prefix in a namespace that nobody knows.
    static func of(uri: String?, prefix: String?) -> Vocabulary {
        if let uri, let known = byNamespace[trimmed(uri).lowercased()] { return known }
        if let uri, uri.utf8Range(of: "backend.userland.com/rss") != nil { return .rss }
        guard let prefix, !prefix.isEmpty else { return .rss }
        return byPrefix[prefix.lowercased()] ?? .foreign
    }

    private static let byNamespace: [String: Vocabulary] = [
        "": .rss,
        "http://backend.userland.com/rss": .rss,
        "http://blogs.law.harvard.edu/tech/rss": .rss,
        "http://cyber.law.harvard.edu/rss/rss.html": .rss,
        "http://purl.org/rss/1.0/": .rss,
        "http://my.netscape.com/rdf/simple/0.9/": .rss,
        "http://channel.netscape.com/rdf/simple/0.9/": .rss,
        "http://my.netscape.com/publish/formats/rss-0.91.dtd": .rss,
        "http://purl.org/rss/1.0/modules/rss091#": .rss,
        "http://purl.org/net/rss1.1#": .rss,
        "http://example.com/newformat#": .atom,
        "http://example.com/necho": .atom,
        "http://purl.org/echo/": .atom,
        "uri/of/echo/namespace#": .atom,
        "http://purl.org/pie/": .atom,
        "http://purl.org/atom/ns#": .atom,
        "http://www.w3.org/2005/atom": .atom,
        "https://www.w3.org/2005/atom": .atom,
        "http://purl.org/dc/elements/1.0/": .dc,
        "http://purl.org/dc/elements/1.1/": .dc,
        "http://purl.org/dc/elements/1.1": .dc,
        "http://purl.org/dc/terms/": .dcterms,
        "http://purl.org/rss/1.0/modules/dcterms/": .dcterms,
        "http://purl.org/rss/1.0/modules/content/": .content,
        "http://search.yahoo.com/mrss": .media,
        "http://search.yahoo.com/mrss/": .media,
        "http://www.itunes.com/dtds/podcast-1.0.dtd": .itunes,
        "http://example.com/dtds/podcast-1.0.dtd": .itunes,
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#": .rdf,
        "http://purl.org/rss/1.0/modules/syndication/": .sy,
        "http://www.w3.org/1999/xhtml": .xhtml,
        "http://purl.org/syndication/history/1.0": .fh,
        "http://purl.oclc.org/net/rss_2.0/enc#": .enc,
        "http://www.w3.org/2000/svg": .ignored,
        "http://www.w3.org/1998/math/mathml": .ignored,
        "http://purl.org/rss/1.0/modules/slash/": .ignored,
        "http://wellformedweb.org/commentapi/": .ignored,
        "http://purl.org/syndication/thread/1.0": .ignored,
        "http://madskills.com/public/xml/rss/module/trackback/": .ignored,
        "http://rssnamespace.org/feedburner/ext/1.0": .ignored,
        "http://webns.net/mvcb/": .ignored,
        "http://www.w3.org/2003/01/geo/wgs84_pos#": .ignored,
        "http://www.georss.org/georss": .ignored,
        "http://www.opengis.net/gml": .ignored,
        "http://purl.org/rss/1.0/modules/taxonomy/": .ignored,
    ]

    private static let byPrefix: [String: Vocabulary] = [
        "rss": .rss, "atom": .atom, "a10": .atom, "dc": .dc, "dcterms": .dcterms, "dcterm": .dcterms,
        "content": .content, "media": .media, "itunes": .itunes, "rdf": .rdf, "sy": .sy, "xhtml": .xhtml, "fh": .fh,
        "enc": .enc, "svg": .ignored, "math": .ignored, "slash": .ignored, "wfw": .ignored, "thr": .ignored,
        "trackback": .ignored, "feedburner": .ignored, "admin": .ignored, "geo": .ignored, "georss": .ignored,
        "gml": .ignored, "taxo": .ignored,
    ]
}
