extension String {
    /// The beginning of the text.
    ///
    /// - Parameter bytes: How long it may be, in UTF-8; a character that does not fit is left out.
    /// - Returns: The whole text where it fits.
    func beginning(ofBytes bytes: Int) -> String {
        guard utf8.count > bytes else { return self }
        var end = utf8.index(startIndex, offsetBy: bytes)
        while end.samePosition(in: unicodeScalars) == nil { end = utf8.index(before: end) }
        return String(self[..<end])
    }
}
