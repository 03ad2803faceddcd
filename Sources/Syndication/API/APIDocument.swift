public import Model

extension PageDocument {
    /// Reads the answer of a JSON API with dotted paths.
    ///
    /// Each fact becomes an extension of its item, named by the fact's kind, with the path as its attribute.
    ///
    /// - Parameters:
    ///   - bytes: The answer as it was received.
    ///   - paths: Where its items are.
    ///   - base: The answer's address.
    ///   - contentType: The value of HTTP's `Content-Type`.
    ///   - language: The source's language, which tells the encoding where nothing else does.
    ///   - dates: Reads dates; knows the source's own time zone.
    /// - Throws: Why there are no items.
    public init(
        json bytes: [UInt8], paths: JSONPaths, base: String, contentType: String? = nil, language: String? = nil,
        dates: DateReader = DateReader()
    ) throws(PageProblem) {
        guard bytes.contains(where: { $0 > 0x20 }) else { throw .empty }
        let text = DecodedText(bytes, contentType: contentType, language: language)
        let root: JSONReader.Found
        do {
            root = try JSONReader.document(text.bytes, from: text.start)
        } catch {
            let page = text.bytes.withUnsafeBufferPointer { WebPage($0) }
            if let title = page.title {
                throw .layoutChanged(name: "items", expression: paths.items, kind: page.kind, title: title)
            }
            throw .unreadable(reason: "line \(error.line): \(error.reason)")
        }
        var reader = APIItemReader(paths: paths, base: base, dates: dates)
        self = try reader.read(root.value)
        if root.isTruncated {
            guard !items.isEmpty else { throw .unreadable(reason: "the document ends too early") }
            isTruncated = true
        }
        warnings = root.warnings + warnings
    }
}
