/// Looks up words of the law that a policy quotes.
public enum QuoteCheck {
    /// What became of a quote.
    public enum Verdict: String, Sendable, CaseIterable {
        /// It stands where it stood: the words just before or after it are the same.
        case present
        /// It stands elsewhere, among other words.
        case moved
        /// The source was read and no longer has it: only this asks the owner.
        case gone
        /// No text was there to look in; nothing follows from that.
        case sourceMissing = "source-missing"
    }

    /// Where a quote stands, to be held until the next look: its neighbours, as its offset changes with every insertion.
    public struct Place: Sendable, Hashable, Codable {
        /// In bytes of the normalised text.
        public var offset: Int
        /// The words just before it.
        public var before: String
        /// The words just after it.
        public var after: String
        /// A place from its parts.
        public init(offset: Int, before: String, after: String) {
            self.offset = offset
            self.before = before
            self.after = after
        }
    }

    /// A verdict, and where the quote stands.
    public struct Result: Sendable, Equatable {
        /// The verdict.
        public var verdict: Verdict
        /// The place; nil where it is not there.
        public var place: Place?
    }

    /// How much of the neighbourhood is held on each side, in bytes.
    private static let reach = 48

    /// Bytes of the neighbourhood that must be the same, so that a word changed beside the quote moves nothing.
    private static let leastLikeness = 16

    /// Looks a quote up.
    ///
    /// - Parameters:
    ///   - quote: The words.
    ///   - text: The stored text; nil where it could not be had.
    ///   - previous: Where the quote stood at the last look; nil at the first.
    /// - Returns: The verdict.
    public static func look(for quote: String, in text: String?, previous: Place?) -> Result {
        let needle = normalised(quote)
        guard let text, !needle.isEmpty else { return Result(verdict: .sourceMissing, place: nil) }
        let hay = normalised(text)
        guard !hay.isEmpty else { return Result(verdict: .sourceMissing, place: nil) }
        let places = places(of: needle, in: hay)
        guard let first = places.first else { return Result(verdict: .gone, place: nil) }
        guard let previous else { return Result(verdict: .present, place: first) }
        let scores = places.map { likeness($0, previous) }
        guard let most = scores.max(), most >= leastLikeness, let index = scores.firstIndex(of: most) else {
            return Result(verdict: .moved, place: first)
        }
        return Result(verdict: .present, place: places[index])
    }

    /// How many bytes on both sides are the same, counted from the quote outwards; a whole side counts in full, however
    /// short it is, as at the text's ends.
    private static func likeness(_ place: Place, _ previous: Place) -> Int {
        func shared(_ left: [UInt8], _ right: [UInt8]) -> Int {
            left == right ? reach : zip(left, right).prefix { $0.0 == $0.1 }.count
        }
        let before = shared(place.before.utf8.reversed(), previous.before.utf8.reversed())
        let after = shared(Array(place.after.utf8), Array(previous.after.utf8))
        return before + after
    }

    private static func places(of needle: [UInt8], in hay: [UInt8]) -> [Place] {
        var places: [Place] = []
        var from = 0
        while let start = place(of: needle, in: hay, from: from) {
            let end = start + needle.count
            // Bytes that do not begin a scalar are left out where the cut goes through one.
            let before = hay[max(0, start - reach)..<start].drop { $0 & 0xC0 == 0x80 }
            var stop = min(hay.count, end + reach)
            while stop < hay.count, stop > end, hay[stop] & 0xC0 == 0x80 { stop -= 1 }
            places.append(
                Place(
                    offset: start, before: String(decoding: before, as: UTF8.self),
                    after: String(decoding: hay[end..<stop], as: UTF8.self)))
            from = start + 1
        }
        return places
    }

    /// Bytes in which typographic differences do not show: spaces are single, and none stand beside Chinese or Japanese
    /// characters, where a line's end makes them; quotes and dashes are plain, full-width forms narrow, soft hyphens and
    /// zero-width characters gone.
    static func normalised(_ text: String) -> [UInt8] {
        var scalars = String.UnicodeScalarView()
        var isSpacePending = false
        var isAfterWide = true
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                isSpacePending = true
            } else if let plain = plain(scalar) {
                let isWide = isWide(scalar)
                if isSpacePending, !isAfterWide, !isWide { scalars.append(" ") }
                scalars.append(plain)
                (isSpacePending, isAfterWide) = (false, isWide)
            }
        }
        return Array(String(scalars).utf8)
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        // Full-width letters and digits are words of other scripts.
        scalar.properties.isIdeographic || (0x3000...0x30FF).contains(scalar.value)
            || ((0xFF00...0xFFEF).contains(scalar.value) && !scalar.properties.isAlphabetic
                && scalar.properties.numericType == nil)
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
