public import Model

extension PageSelectors {
    /// What in a definition can work on no page at all, and why; nil where everything may.
    public var fault: (key: String, what: String)? {
        guard let page = try? MarkupDocument.html(Array("<p></p>".utf8)) else { return nil }
        let expressions = [
            ("item", item), ("title", title), ("link", link), ("date", date), ("summary", summary), ("next", next),
        ]
        for case (let key, let expression?) in expressions where page.string(expression) == nil {
            return (key, "'\(expression)' is no XPath 1.0")
        }
        if let encoding, !EncodingName.candidates(for: encoding).contains(where: Iconv.isKnown) {
            return ("encoding", "no encoding is called '\(encoding)'")
        }
        if let datePattern, !datePattern.utf8.contains(UInt8(ascii: "y")) {
            return ("date-pattern", "'\(datePattern)' has no year in it")
        }
        return nil
    }
}
