import Syndication

/// The text of a page, a line for each block, with its headings marked as Markdown marks them.
///
/// What a page says runs together in one line otherwise, and no section of it could be told from the next.
enum HeadedText {
    /// The text of a page.
    static func of(_ markup: String) -> String {
        let bytes = Array(markup.utf8)
        var lines: [String] = []
        var (start, index) = (0, 0)
        var mark = ""
        func take(_ end: Int) {
            let text = PlainText.from(markup: String(decoding: bytes[start..<end], as: UTF8.self))
            if !text.isEmpty { lines.append(mark + text) }
        }
        while index < bytes.count {
            guard bytes[index] == 0x3C, let tag = Tag(bytes, at: index) else {
                index += 1
                continue
            }
            guard tag.isBlock || tag.isUnread else {
                index = tag.end
                continue
            }
            take(index)
            mark = tag.isHeading && !tag.isClosing ? "## " : ""
            index = tag.isUnread && !tag.isClosing ? end(of: tag.name, bytes, from: tag.end) : tag.end
            start = index
        }
        take(bytes.count)
        return lines.joined(separator: "\n\n")
    }

    private struct Tag {
        let name: [UInt8]
        let isClosing: Bool
        let end: Int

        /// The tag that begins at a `<`; nil where none does.
        init?(_ bytes: [UInt8], at start: Int) {
            var index = start + 1
            isClosing = index < bytes.count && bytes[index] == 0x2F
            if isClosing { index += 1 }
            let letters = bytes[index...].prefix(12).prefix { byte in
                (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
            }
            guard !letters.isEmpty else { return nil }
            name = letters.map { $0 < 0x40 ? $0 : $0 | 0x20 }
            end = Self.close(bytes, from: letters.endIndex)
        }

        /// Attributes longer than this, in bytes, are none: their quotation mark was never closed.
        private static let longest = 20_000

        /// Behind the `>` that ends a tag: one in quotation marks does not, unless these are never closed.
        private static func close(_ bytes: [UInt8], from start: Int) -> Int {
            var quote: UInt8?
            for index in start..<min(bytes.count, start + longest) {
                let byte = bytes[index]
                if quote == nil, byte == 0x3E { return index + 1 }
                if quote == byte { quote = nil } else if quote == nil, byte == 0x22 || byte == 0x27 { quote = byte }
            }
            return bytes[start...].firstIndex(of: 0x3E).map { $0 + 1 } ?? bytes.count
        }

        var isHeading: Bool { name.count == 2 && name[0] == 0x68 && (0x31...0x36).contains(name[1]) }
        var isBlock: Bool { isHeading || Self.blocks.contains(name) }
        /// Whether what is in it is no text.
        var isUnread: Bool { Self.unread.contains(name) }

        private static let unread: Set<[UInt8]> = Set(["script", "style", "head", "template"].map { Array($0.utf8) })
        private static let blocks: Set<[UInt8]> = Set(
            [
                "p", "div", "li", "ul", "ol", "br", "tr", "td", "th", "table", "section", "article", "header", "footer",
                "main", "nav", "aside", "blockquote", "dt", "dd", "pre", "hr", "body", "html",
            ].map { Array($0.utf8) })
    }

    /// Behind the end tag of an element; the text's end where there is none.
    private static func end(of name: [UInt8], _ bytes: [UInt8], from: Int) -> Int {
        var index = from
        while index < bytes.count {
            if bytes[index] == 0x3C, index + 1 < bytes.count, bytes[index + 1] == 0x2F, let tag = Tag(bytes, at: index),
                tag.name == name
            {
                return tag.end
            }
            index += 1
        }
        return bytes.count
    }
}
