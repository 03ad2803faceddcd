import Model

/// What is said to the server in a request for a document.
struct Question: Sendable {
    let accept: FetchRequest.Accept
    /// The validators that are sent; nil where the document is to be read in full.
    let validators: Validators?

    init(accept: FetchRequest.Accept, validators: Validators?) {
        self.accept = accept
        let etag = validators?.etag.flatMap { Self.isHeaderValue($0) ? $0 : nil }
        let date = validators?.lastModified.flatMap { Self.isHeaderValue($0) ? $0 : nil }
        self.validators = validators.flatMap { Validators(etag: etag, lastModified: date, obtained: $0.obtained) }
    }

    /// Whether the server may send only the entries that are new since a version (RFC 3229).
    var wantsDelta: Bool { accept == .feed && validators?.etag != nil }

    /// The request's headers.
    var headers: [String] {
        var lines = ["Accept: \(acceptable)"]
        if let etag = validators?.etag {
            lines.append("If-None-Match: \(etag)")
            if wantsDelta { lines.append("A-IM: feed") }
        }
        if let date = validators?.lastModified { lines.append("If-Modified-Since: \(date)") }
        return lines
    }

    private var acceptable: String {
        switch accept {
        case .feed:
            "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
                + "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1"
        case .page: "text/html, application/xhtml+xml, */*;q=0.1"
        case .json: "application/json, */*;q=0.1"
        case .robots: "text/plain, */*;q=0.1"
        }
    }

    /// Whether a text may stand in a header: no control characters, not absurdly long.
    static func isHeaderValue(_ text: String) -> Bool {
        (1...2000).contains(text.utf8.count) && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }
}
