import Foundation

extension String {
    /// The text with each letter and its marks as one character (Unicode's form C), as keyboards write them and tables of
    /// words have them; some systems write `e` and an accent behind it.
    ///
    /// What has more marks on one letter than any writing (30; Unicode's stream-safe text) stays as it is: to put them in
    /// order takes the square of their number.
    var composed: String {
        guard utf8.mayHaveParts else { return self }
        var marks = 0
        for scalar in unicodeScalars {
            marks = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : marks + 1
            if marks > 30 { return self }
        }
        return precomposedStringWithCanonicalMapping
    }
}

extension String.UTF8View {
    /// Whether marks that join the letter before them may be there: accents, parts of Hangul, and voiced marks of kana.
    fileprivate var mayHaveParts: Bool {
        var (before, last): (UInt8, UInt8) = (0, 0)
        for byte in self {
            if byte == 0xCC || byte == 0xCD || before == 0xE1 && (0x84...0x87).contains(last)
                || before == 0xE3 && last == 0x82 && (byte == 0x99 || byte == 0x9A)
            {
                return true
            }
            (before, last) = (last, byte)
        }
        return false
    }
}
