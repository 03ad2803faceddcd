/// Tells elements that stand beside a text: navigation, tags, links to related texts, buttons to share, footers.
enum AsideMarkup {
    private static let names: Set<String> = ["aside", "nav", "footer"]
    /// Elements that hold paragraphs or are one; a class of an inline element says how words look.
    private static let holders: Set<String> = [
        "div", "section", "ul", "ol", "dl", "p", "table", "article", "h2", "h3", "h4", "h5", "h6", "blockquote",
    ]
    /// Words of classes and ids that say so, and those that may stand beside them there.
    private static let words: Set<String> = [
        "related", "relatedposts", "tags", "taglist", "share", "sharing", "sharedaddy", "breadcrumb", "breadcrumbs",
        "navigation", "yarpp",
    ]
    private static let fillers: Set<String> = [
        "post", "posts", "entry", "article", "articles", "content", "news", "links", "link", "list", "items", "buttons",
        "button", "icons", "block", "box", "widget", "section", "jp", "sd", "wrapper", "container", "area", "story",
        "stories", "topics", "reading", "media", "social", "page", "site",
    ]

    private static let attributes = ["class", "id", "role"].map { Array($0.utf8) }

    /// Whether an element stands beside the text, by its name or by its class, id or role.
    static func isAside(_ name: String, _ tag: UnsafeBufferPointer<UInt8>) -> Bool {
        if names.contains(name) { return true }
        // Most paragraphs have no attribute: `<p>`.
        guard tag.count > name.utf8.count + 2, holders.contains(name) else { return false }
        let lower = tag.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        return attributes.contains { value(of: $0, in: lower).map(tellsSo) ?? false }
    }

    /// Whether one of the names in an attribute's value is made of such a word and fillers.
    private static func tellsSo(_ value: ArraySlice<UInt8>) -> Bool {
        value.split { $0 <= 0x20 }.contains { name in
            let parts = name.split { $0 == 0x2D || $0 == 0x5F }.map { String(decoding: $0, as: UTF8.self) }
            return parts.contains(where: words.contains)
                && parts.allSatisfy { words.contains($0) || fillers.contains($0) }
        }
    }

    /// The value of an attribute of a tag in small letters; nil where it has none of that name.
    private static func value(of name: [UInt8], in lower: [UInt8]) -> ArraySlice<UInt8>? {
        var index = 1
        while index + name.count < lower.count {
            guard lower[index - 1] <= 0x20, lower[index...].starts(with: name) else {
                index += 1
                continue
            }
            var start = index + name.count
            while start < lower.count, lower[start] <= 0x20 { start += 1 }
            guard start < lower.count, lower[start] == 0x3D else {
                index += 1
                continue
            }
            start += 1
            while start < lower.count, lower[start] <= 0x20 { start += 1 }
            guard start < lower.count else { return nil }
            let quote = lower[start]
            if quote == 0x22 || quote == 0x27 {
                let rest = lower[(start + 1)...]
                return rest.prefix { $0 != quote }
            }
            return lower[start...].prefix { $0 > 0x20 && $0 != 0x3E }
        }
        return nil
    }
}
