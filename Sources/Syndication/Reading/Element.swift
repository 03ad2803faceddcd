/// What an element means to a feed, whatever its format calls it.
enum Element: UInt8 {
    case other
    // Around entries.
    case rss, rdfRoot, feed, channel, item
    // Of a feed or an entry.
    case title, link, guid, about, published, issued, date, updated, modified, created, built
    case summary, abstract, subtitle, encoded, body, author, creator, category, subject, keywords, enclosure, source
    case language, comments, image, textInput, name, email, uri
    // Of a feed only.
    case minutesToLive, skipHours, skipDays, hour, day, updatePeriod, updateFrequency, movedTo, archive, complete
    // Media RSS.
    case mediaGroup, mediaContent, mediaTitle, mediaSummary
    /// A publisher's own.
    case foreign

    /// The meaning of a name.
    static func of(_ vocabulary: Vocabulary, local name: String) -> Element {
        switch vocabulary {
        case .rss, .atom: core[name] ?? .other
        case .dc: dublinCore[name] ?? .foreign
        case .dcterms: terms[name] ?? .foreign
        case .content: name == "encoded" ? .encoded : .other
        case .media: media[name] ?? .other
        case .itunes: itunes[name] ?? .other
        case .rdf: name == "rdf" ? .rdfRoot : .other
        case .sy: name == "updateperiod" ? .updatePeriod : name == "updatefrequency" ? .updateFrequency : .other
        case .xhtml: name == "body" ? .body : .other
        case .fh: name == "archive" ? .archive : name == "complete" ? .complete : .other
        case .enc: name == "enclosure" ? .enclosure : .other
        case .ignored: .other
        case .foreign: .foreign
        }
    }

    private static let core: [String: Element] = [
        "rss": .rss, "rdf": .rdfRoot, "feed": .feed, "channel": .channel, "item": .item, "entry": .item,
        "title": .title, "link": .link, "guid": .guid, "id": .guid, "pubdate": .published, "published": .published,
        "issued": .issued, "updated": .updated, "modified": .modified, "created": .created, "lastbuilddate": .built,
        "date": .date, "description": .summary, "summary": .summary, "abstract": .abstract, "subtitle": .subtitle,
        "tagline": .subtitle, "content": .encoded, "fullitem": .encoded, "body": .body, "author": .author,
        "managingeditor": .author, "category": .category, "keywords": .keywords, "enclosure": .enclosure,
        "source": .source, "language": .language, "comments": .comments, "image": .image, "textinput": .textInput,
        "name": .name, "email": .email, "uri": .uri, "url": .uri, "homepage": .uri, "ttl": .minutesToLive,
        "skiphours": .skipHours, "skipdays": .skipDays, "hour": .hour, "day": .day, "newlocation": .movedTo,
    ]

    private static let dublinCore: [String: Element] = [
        "title": .title, "identifier": .about, "date": .date, "description": .abstract, "creator": .creator,
        "author": .creator, "subject": .subject, "language": .language,
    ]

    private static let terms: [String: Element] = [
        "title": .title, "issued": .issued, "modified": .modified, "created": .created, "abstract": .abstract,
        "description": .abstract, "creator": .creator, "subject": .subject, "language": .language, "date": .date,
    ]

    private static let media: [String: Element] = [
        "group": .mediaGroup, "content": .mediaContent, "title": .mediaTitle, "description": .mediaSummary,
        "category": .category, "keywords": .keywords,
    ]

    private static let itunes: [String: Element] = [
        "title": .title, "summary": .abstract, "subtitle": .subtitle, "author": .author, "category": .category,
        "keywords": .keywords, "new-feed-url": .movedTo,
    ]
}
