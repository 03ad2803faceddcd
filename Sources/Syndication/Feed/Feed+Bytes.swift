extension Feed {
    /// Reads a feed of any known format, told apart by content.
    ///
    /// - Parameters:
    ///   - bytes: The document as it was received.
    ///   - base: The document's address, against which relative links are resolved; may be empty.
    ///   - contentType: The value of HTTP's `Content-Type`, which may name the encoding.
    ///   - language: The source's language, which tells the encoding where nothing else does.
    ///   - dates: Reads dates; knows the source's own time zone.
    /// - Throws: Why the document is no feed.
    public init(
        _ bytes: [UInt8], base: String, contentType: String? = nil, language: String? = nil,
        dates: DateReader = DateReader()
    ) throws(NotAFeed) {
        self = try FeedDocument(bytes, contentType: contentType, language: language).feed(base: base, dates: dates)
    }
}
