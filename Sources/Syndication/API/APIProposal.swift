public import Model

/// Dotted paths for a JSON document that is no feed, found from its lists of objects, and what they yield.
public struct APIProposal: Sendable, Equatable {
    /// The paths.
    public var paths: JSONPaths
    /// What they yield in the document at hand.
    public var preview: [FeedItem]

    /// Proposals for a document, those with the most items first, at most three; nil where it is no JSON.
    ///
    /// - Parameters:
    ///   - bytes: The document as it was received.
    ///   - base: Its address.
    ///   - contentType: The value of HTTP's `Content-Type`.
    ///   - dates: Reads dates.
    /// - Returns: Each with the items that it yields.
    public static func all(
        in bytes: [UInt8], base: String, contentType: String? = nil, dates: DateReader = DateReader()
    ) -> [APIProposal]? {
        let text = DecodedText(bytes, contentType: contentType)
        guard let root = try? JSONReader.document(text.bytes, from: text.start).value else { return nil }
        let next = Self.paths(in: root).first { Self.next.contains(lastName($0.path)) && isAddress($0.value) }?.path
        let found = Self.lists(in: root, at: [], depth: 0).compactMap { path, elements -> APIProposal? in
            guard var paths = Self.paths(of: elements, dates) else { return nil }
            paths.items = path
            paths.next = next
            let page = try? PageDocument(
                json: bytes, paths: paths, base: base, contentType: contentType, dates: dates)
            return page.flatMap { $0.items.isEmpty ? nil : APIProposal(paths: paths, preview: $0.items) }
        }
        return Array(found.sorted { $0.preview.count > $1.preview.count }.prefix(3))
    }

    private static let (deepest, sample) = (4, 5)

    /// The lists of objects in a value, by their paths.
    private static func lists(
        in value: JSONValue, at path: [String], depth: Int
    ) -> [(path: String, elements: [JSONValue])] {
        if let elements = value.elements {
            let objects = elements.filter { if case .object = $0 { true } else { false } }
            return objects.isEmpty ? [] : [(path.joined(separator: "."), objects)]
        }
        guard case .object(let members) = value, depth < deepest else { return [] }
        return members.sorted { $0.key < $1.key }.flatMap { lists(in: $1, at: path + [$0], depth: depth + 1) }
    }

    /// The paths of what makes an item; nil where most have no title, or neither an address nor an id with a day.
    private static func paths(of elements: [JSONValue], _ dates: DateReader) -> JSONPaths? {
        let sample = elements.prefix(sample).map { Dictionary(paths(in: $0)) { first, _ in first } }
        let keys = Set(sample.flatMap(\.keys))
            .sorted { ($0.split(separator: ".").count, $0) < ($1.split(separator: ".").count, $1) }
        func path(_ names: [String], _ isFit: (String) -> Bool = { !$0.isEmpty }) -> String? {
            for name in names {
                let found = keys.first { key in
                    lastName(key) == name && sample.count { $0[key].map(isFit) ?? false } * 2 > sample.count
                }
                if let found { return found }
            }
            return nil
        }
        let date = path(days) { dates.instant($0) != nil }
        let (link, id) = (path(links, isAddress), path(ids))
        // What has neither address nor day is a list of names, as of categories.
        guard let title = path(titles), link != nil || id != nil && date != nil else { return nil }
        return JSONPaths(
            items: "", title: title, link: link, id: id, date: date,
            summary: path(summaries),
            facts: facts.compactMapValues { names in path(names) { dates.instant($0) != nil } })
    }

    /// The texts in an object by their paths, without those in lists.
    private static func paths(in value: JSONValue, at path: [String] = []) -> [(path: String, value: String)] {
        guard case .object(let members) = value, path.count < deepest else {
            return value.text.map { [(path.joined(separator: "."), $0)] } ?? []
        }
        return members.sorted { $0.key < $1.key }.flatMap { paths(in: $1, at: path + [$0]) }
    }

    /// The last part of a path in small letters and figures alone, as names differ in their punctuation; that before it,
    /// where the last only wraps a value: `title.rendered`, `next.href`.
    private static func lastName(_ path: String) -> String {
        let parts = path.split(separator: ".").map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }
        return parts.count > 1 && parts.last.map(wrappers.contains) ?? false
            ? parts[parts.count - 2] : parts.last ?? ""
    }

    private static let wrappers: Set<String> = ["rendered", "value", "href"]

    private static func isAddress(_ text: String) -> Bool {
        text.hasPrefix("https://") || text.hasPrefix("http://") || text.hasPrefix("/")
    }

    private static let titles = [
        "title", "headline", "name", "subject", "heading", "caption", "label", "titel", "titre", "标题", "nttsj",
        "titulo", "titolo",
    ]
    private static let links = [
        "htmlurl", "weburl", "url", "link", "permalink", "href", "landingpage", "landingpageurl", "pageurl", "uri",
        "self",
    ]
    private static let ids = ["id", "guid", "uuid", "documentnumber", "identifier", "number", "docid", "nttid"]
    private static let days = [
        "publicationdate", "publisheddate", "publishedon", "posteddate", "dateposted", "datepublished", "publishedat",
        "published", "pubdate", "publishdate",
        "publishtime", "releasedate", "issuedate", "date", "datetime", "createdat", "created", "createddate",
        "updatedat",
        "updated", "modified", "lastmodified", "datum", "fecha", "frstregistpnttm",
    ]
    /// Days on which something happens, which are what an API is watched for.
    private static let facts = [
        "effective": [
            "effectivedate", "effectiveon", "dateeffective", "entryintoforce", "entryintoforcedate",
            "dateentryintoforce",
            "inforcedate", "applicabledate", "applicationdate",
        ],
        "deadline": [
            "commentdue", "commentsdue", "commentduedate", "commentscloseon", "commentenddate", "commentdeadline",
            "deadline", "deadlinedate", "duedate", "closingdate", "closedate", "responsedeadline",
        ],
        "hearing": ["hearingdate", "dateofhearing", "nexthearing"],
    ]
    private static let summaries = ["abstract", "summary", "description", "excerpt", "teaser", "subtitle"]
    private static let next = ["nextpageurl", "next", "nextpage", "nexturl", "nextlink"]
}
