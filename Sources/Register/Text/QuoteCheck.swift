/// Looks up words of the law that a policy quotes.
public enum QuoteCheck {
    /// What became of a quote.
    public enum Verdict: String, Sendable, CaseIterable {
        /// It stands where it stood.
        case present
        /// It stands elsewhere.
        case moved
        /// The source was read and no longer has it: only this asks the owner.
        case gone
        /// No text was there to look in; nothing follows from that.
        case sourceMissing = "source-missing"
    }

    /// A verdict and where the quote stands, in bytes of the normalised text.
    public struct Result: Sendable, Equatable {
        /// The verdict.
        public var verdict: Verdict
        /// The place; nil where it is not there.
        public var offset: Int?
    }

    /// Looks a quote up.
    ///
    /// - Parameters:
    ///   - quote: The words.
    ///   - text: The stored text; nil where it could not be had.
    ///   - previous: Where the quote stood at the last look.
    /// - Returns: The verdict.
    public static func look(for quote: String, in text: String?, previous: Int?) -> Result {
        let needle = normalised(quote)
        guard let text, !needle.isEmpty else { return Result(verdict: .sourceMissing, offset: nil) }
        let hay = normalised(text)
        guard !hay.isEmpty else { return Result(verdict: .sourceMissing, offset: nil) }
        guard let first = place(of: needle, in: hay, from: 0) else { return Result(verdict: .gone, offset: nil) }
        guard let previous, previous != first else { return Result(verdict: .present, offset: first) }
        let isThere = previous >= 0 && previous <= hay.count - needle.count && hay[previous...].starts(with: needle)
        return isThere ? Result(verdict: .present, offset: previous) : Result(verdict: .moved, offset: first)
    }

    /// Bytes in which typographic differences do not show: spaces are single, quotes and dashes plain, full-width
    /// forms narrow, soft hyphens and zero-width characters gone.
    static func normalised(_ text: String) -> [UInt8] {
        var scalars = String.UnicodeScalarView()
        var isSpace = true
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                if !isSpace { scalars.append(" ") }
                isSpace = true
            } else if let plain = plain(scalar) {
                scalars.append(plain)
                isSpace = false
            }
        }
        if scalars.last == " " { scalars.removeLast() }
        return Array(String(scalars).utf8)
    }

    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: nil
        case 0x2018...0x201B, 0x2039, 0x203A: "'"
        case 0x201C...0x201F, 0xAB, 0xBB: "\""
        case 0x2010...0x2015, 0x2212: "-"
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
        default: scalar
        }
    }

    static func place(of needle: [UInt8], in hay: [UInt8], from: Int) -> Int? {
        guard let first = needle.first, hay.count - needle.count >= from else { return nil }
        return (from...hay.count - needle.count).first { hay[$0] == first && hay[$0...].starts(with: needle) }
    }
}
