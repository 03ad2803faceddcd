/// Titles of feeds that do not say whether they are markup, as those of RSS: which of their angle brackets open tags.
///
/// As feedparser has it: markup has an end tag or a reference somewhere, and names that HTML has; `List<String>` and
/// "the <canvas> element" are text.
struct TitleMarkup {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var startNames: Set<String> = []
    private var endNames: Set<String> = []
    private var hasReference = false

    /// A title as markup, in which what opens no tag is escaped.
    static func escaped(_ title: String) -> String {
        var copy = title
        return copy.withUTF8 { bytes in
            ByteScan(bytes).index(of: 0x3C, from: 0) < bytes.count ? TitleMarkup(bytes).escaped() : title
        }
    }

    /// A plain title as markup; its references count all the same, as many programs leave them in it.
    static func withoutTags(_ title: String) -> String {
        String(decoding: title.utf8.flatMap { $0 == 0x3C ? Array("&lt;".utf8) : [$0] }, as: UTF8.self)
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        for index in bytes.indices {
            if bytes[index] == 0x26, !hasReference { hasReference = CharacterReference(bytes, at: index) != nil }
            guard bytes[index] == 0x3C else { continue }
            if let name = name(at: index + 1) { startNames.insert(name) }
            if let name = endName(at: index) { endNames.insert(name) }
        }
    }

    private func escaped() -> String {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + 16)
        for index in bytes.indices {
            if bytes[index] == 0x3C, isText(at: index) {
                output.append(contentsOf: "&lt;".utf8)
            } else {
                output.append(bytes[index])
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Whether the name behind an angle bracket is none of a tag; what has no name is left to the reader of markup.
    private func isText(at index: Int) -> Bool {
        if let name = endName(at: index) { return !Self.html.contains(name) && !startNames.contains(name) }
        guard let name = name(at: index + 1) else { return false }
        guard Self.html.contains(name) else { return !endNames.contains(name) }
        return endNames.isEmpty && !hasReference && !Self.unclosed.contains(name)
            && !hasAttribute(behind: index + 1 + name.utf8.count)
    }

    private func endName(at index: Int) -> String? {
        index + 1 < bytes.count && bytes[index + 1] == 0x2F ? name(at: index + 2) : nil
    }

    private func name(at start: Int) -> String? {
        guard start < bytes.count, (0x61...0x7A).contains(lowercased(bytes[start])) else { return nil }
        let name = bytes[start...].prefix(64).prefix { isAlphanumeric($0) || $0 == 0x3A || $0 == 0x2D }
        return String(decoding: name.map(lowercased), as: UTF8.self)
    }

    private func hasAttribute(behind start: Int) -> Bool {
        guard start < bytes.count, bytes[start] <= 0x20 else { return false }
        return bytes[start...].prefix(256).prefix { $0 != 0x3E }.contains(0x3D)
    }

    /// Elements that have no end tag, or are usually written without.
    private static let unclosed: Set<String> = ["br", "hr", "img", "li", "p", "wbr"]

    private static let html: Set<String> = [
        "a", "abbr", "acronym", "address", "area", "article", "aside", "audio", "b", "basefont", "bdi", "bdo", "big",
        "blink", "blockquote", "body", "br", "button", "canvas", "caption", "center", "cite", "code", "col", "colgroup",
        "data", "datalist", "dd", "del", "details", "dfn", "dialog", "dir", "div", "dl", "dt", "em", "embed",
        "fieldset",
        "figcaption", "figure", "font", "footer", "form", "frame", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header",
        "hr", "html", "i", "iframe", "img", "input", "ins", "kbd", "label", "legend", "li", "link", "main", "map",
        "mark",
        "marquee", "menu", "meta", "meter", "nav", "nobr", "noscript", "object", "ol", "optgroup", "option", "output",
        "p", "param", "picture", "pre", "progress", "q", "rp", "rt", "ruby", "s", "samp", "script", "section", "select",
        "small", "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td",
        "template", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "track", "tt", "u", "ul", "var", "video",
        "wbr",
    ]
}
