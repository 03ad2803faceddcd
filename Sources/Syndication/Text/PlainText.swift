public import Model

/// Plain text out of what feeds hold: markup removed, references resolved, nothing left that could steer a terminal.
public enum PlainText {
    /// The text of a markup string, with collapsed white space.
    ///
    /// - Parameter markup: HTML as a feed holds it: broken, unclosed, or no markup at all.
    /// - Returns: Text without tags, comments, scripts and style sheets.
    public static func from(markup: String) -> String {
        var copy = markup
        return copy.withUTF8 { bytes in
            if isFinished(bytes, hasMarkup: true) { return markup }
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

    /// The paragraphs of a markup string, whose texts with a space between are that of `from(markup:)`.
    ///
    /// - Parameter markup: HTML as a feed holds it.
    /// - Returns: The paragraphs that have text; none where there is no markup.
    public static func paragraphs(of markup: String) -> [Paragraph] {
        var copy = markup
        return copy.withUTF8 { bytes in
            guard bytes.contains(0x3C) else { return [] }
            var paragraphs = ParagraphBuilder()
            var reader = MarkupReader(bytes)
            reader.read(into: &paragraphs)
            return paragraphs.finish()
        }
    }

    /// The same text with collapsed white space and without control characters; markup stays as it is.
    ///
    /// - Parameter string: Any text.
    /// - Returns: One line that is safe to show in a terminal.
    public static func clean(_ string: String) -> String {
        var copy = string
        return copy.withUTF8 { bytes in
            if isFinished(bytes, hasMarkup: false) { return string }
            var text = TextBuilder(capacity: bytes.count)
            text.append(bytes)
            return text.finish()
        }
    }

    /// Whether a text is one line of plain text as it is, as most titles are; false where that needs a closer look.
    private static func isFinished(_ bytes: UnsafeBufferPointer<UInt8>, hasMarkup: Bool) -> Bool {
        var before: UInt8 = 0x20
        for index in bytes.indices {
            let byte = bytes[index]
            switch byte {
            case 0x20: guard before != 0x20 else { return false }
            case 0x3C, 0x26: guard !hasMarkup else { return false }
            case ..<0x20, 0x7F, 0xF3...: return false
            // Controls and spaces among U+0080 to U+00A0, U+1680, U+2000 to U+206F, U+3000, and above U+FEFE.
            case 0xC2: guard bytes[index + 1] > 0xA0 else { return false }
            case 0xE2:
                guard bytes[index + 1] > 0x81 || (bytes[index + 1] == 0x80 && (0x90...0xA7).contains(bytes[index + 2]))
                else { return false }
            case 0xE1: guard bytes[index + 1] != 0x9A else { return false }
            case 0xEF: guard bytes[index + 1] != 0xBB, bytes[index + 1] != 0xBF else { return false }
            case 0xE3: guard bytes[index + 1] > 0x80 || bytes[index + 2] > 0x80 else { return false }
            default: break
            }
            before = byte
        }
        return before != 0x20
    }
}
