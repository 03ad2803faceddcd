/// What an element is to the repair, by its local name; looked up once, as hostile documents have millions of tags.
struct MarkupKind: OptionSet {
    let rawValue: UInt16

    static let root = MarkupKind(rawValue: 1)
    static let channel = MarkupKind(rawValue: 2)
    static let entry = MarkupKind(rawValue: 4)
    static let field = MarkupKind(rawValue: 8)
    /// A field that holds no elements.
    static let plain = MarkupKind(rawValue: 16)
    /// A field that may hold markup.
    static let rich = MarkupKind(rawValue: 32)
    /// A field of a name that HTML does not have.
    static let unlikeHTML = MarkupKind(rawValue: 64)
    /// An element of HTML without an end tag, as it appears in unescaped text.
    static let empty = MarkupKind(rawValue: 128)
    static let enclosure = MarkupKind(rawValue: 256)
    static let link = MarkupKind(rawValue: 512)
    static let feed = MarkupKind(rawValue: 1024)
    /// What Atom has in its persons: of an entry or a feed it is no field.
    static let part = MarkupKind(rawValue: 2048)
    /// Atom's copy of another feed's fields.
    static let origin = MarkupKind(rawValue: 4096)

    static let container: MarkupKind = [.root, .channel, .feed]
    static let holder: MarkupKind = [.container, .entry]

    /// What a local name in lower case means.
    static func of(_ local: String) -> MarkupKind { kinds[local] ?? [] }

    private static let kinds: [String: MarkupKind] = {
        var kinds: [String: MarkupKind] = [:]
        for (kind, names) in table {
            for name in names.split(separator: " ") { kinds[String(name), default: []].insert(kind) }
        }
        return kinds
    }()

    private static let table: [(MarkupKind, String)] = [
        (.root, "rss rdf"), (.channel, "channel"), (.feed, "feed"), (.entry, "item entry"), (.enclosure, "enclosure"),
        (.link, "link"), (.empty, "br hr img input wbr area col param embed meta"), (.part, "name uri"),
        (.origin, "source"),
        (.rich, "description summary content encoded subtitle tagline"),
        (
            .unlikeHTML,
            """
            guid id date author pubdate published updated issued modified description encoded category creator comments \
            enclosure lastbuilddate generator managingeditor ttl
            """
        ),
        (
            .plain,
            """
            title link guid id pubdate published updated date issued modified language ttl category creator comments
            """
        ),
        (
            .field,
            """
            title link guid id pubdate published updated date issued modified description summary content encoded \
            category creator author comments enclosure source language lastbuilddate docs generator copyright webmaster \
            managingeditor ttl image name uri
            """
        ),
    ]
}
