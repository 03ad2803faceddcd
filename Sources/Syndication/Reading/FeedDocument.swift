/// A document from its bytes to the feed in it, or to the reason why there is none.
struct FeedDocument {
    private let text: DecodedText

    /// Bytes beyond which a document is not looked at.
    static let mostBytes = 128 << 20

    init(_ bytes: [UInt8], contentType: String?, language: String?) throws(NotAFeed) {
        guard bytes.count <= Self.mostBytes else { throw .tooLarge(limit: Self.mostBytes) }
        guard bytes.contains(where: { $0 > 0x20 }) else { throw .empty }
        guard !Self.isBinary(bytes) else { throw .binary }
        text = DecodedText(bytes, contentType: contentType, language: language)
    }

    func feed(base: String, dates: DateReader) throws(NotAFeed) -> Feed {
        let result = text.bytes.withUnsafeBufferPointer { bytes -> Result<Feed, NotAFeed> in
            do throws(NotAFeed) {
                let prolog = Prolog(bytes, from: text.start)
                switch prolog.kind {
                case .json: return .success(try jsonFeed(from: prolog.start, base: base, dates: dates))
                case .markup: return .success(try xmlFeed(bytes, prolog, base: base, dates: dates))
                case .none: throw .notXML
                }
            } catch {
                return .failure(error)
            }
        }
        var feed = try result.get()
        feed.warnings = text.warnings + feed.warnings
        return feed
    }

    private func jsonFeed(from start: Int, base: String, dates: DateReader) throws(NotAFeed) -> Feed {
        do {
            let document = try JSONReader.found(in: text.bytes, from: start)
            var reader = JSONFeed(base: base, dates: dates)
            if var feed = reader.feed(document.value) {
                if document.isTruncated { feed.isTruncated = true }
                feed.warnings = document.warnings + feed.warnings
                return feed
            }
            // Of what breaks off nobody knows what it would have been.
            if document.isTruncated { _ = try JSONReader.read(text.bytes, from: start) }
        } catch {
            if let limit = error.deepest { throw .tooDeep(limit: limit) }
            throw .malformed(line: error.line, reason: error.reason)
        }
        throw .otherJSON
    }

    private func xmlFeed(_ bytes: UnsafeBufferPointer<UInt8>, _ prolog: Prolog, base: String, dates: DateReader)
        throws(NotAFeed) -> Feed
    {
        let root = UnsafeBufferPointer(rebasing: bytes[prolog.start...])
        guard Prolog.isRoot(prolog.rootName) else {
            if Self.isPage(prolog.rootName) || ByteScan(root).end(of: "<html", from: 0) != nil {
                let page = WebPage(bytes)
                throw .webPage(kind: page.kind, title: page.title)
            }
            throw .unknownRoot(PlainText.clean(prolog.rootName))
        }
        let reading = XMLReading(root: root, prolog: prolog, base: base, dates: dates)
        return try reading.feed()
    }

    private static func isPage(_ name: String) -> Bool {
        ["html", "head", "body", "div", "script", "p", "h1", "br", "title", "meta", "center", "table", "b", "a"]
            .contains(name.lowercased())
    }

    /// Whether the bytes are an image, an archive or the like.
    private static func isBinary(_ bytes: [UInt8]) -> Bool {
        let signatures: [[UInt8]] = [
            [0x89, 0x50, 0x4E, 0x47], [0x50, 0x4B, 0x03, 0x04], Array("GIF8".utf8), [0xFF, 0xD8, 0xFF],
            Array("%PDF".utf8), [0x1F, 0x8B], [0x28, 0xB5, 0x2F, 0xFD], [0x7F, 0x45, 0x4C, 0x46],
            [0xD0, 0xCF, 0x11, 0xE0],
        ]
        return signatures.contains { bytes.starts(with: $0) }
    }
}
