/// Plain text out of what feeds hold: markup removed, references resolved, nothing left that could steer a terminal.
public enum PlainText {
    /// The text of a markup string, with collapsed white space.
    ///
    /// - Parameter markup: HTML as a feed holds it: broken, unclosed, or no markup at all.
    /// - Returns: Text without tags, comments, scripts and style sheets.
    public static func from(markup: String) -> String {
        var copy = markup
        return copy.withUTF8 { bytes in
            var text = TextBuilder(capacity: bytes.count)
            guard bytes.contains(where: { $0 == 0x3C || $0 == 0x26 }) else {
                text.append(bytes)
                return text.finish()
            }
            var reader = MarkupReader(bytes)
            reader.read(into: &text)
            return text.finish()
        }
    }

    /// The same text with collapsed white space and without control characters; markup stays as it is.
    ///
    /// - Parameter string: Any text.
    /// - Returns: One line that is safe to show in a terminal.
    public static func clean(_ string: String) -> String {
        var copy = string
        return copy.withUTF8 { bytes in
            var text = TextBuilder(capacity: bytes.count)
            text.append(bytes)
            return text.finish()
        }
    }
}
