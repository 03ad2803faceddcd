import Model

/// The fields of a text, made ready once for the names of all tools.
struct NamedText: Sendable {
    /// One field.
    struct Field: Sendable {
        let field: Evidence.Field
        let original: [Unicode.Scalar]
        /// With plain spaces, hyphens and letters, one scalar for each of the original.
        let scalars: [Unicode.Scalar]
        /// In lower case, too.
        let folded: [Unicode.Scalar]
        /// Where words begin that are looked for, by their first scalar in lower case.
        let starts: [Unicode.Scalar: [Int]]

        init(_ field: Evidence.Field, _ text: String, _ initials: Set<Unicode.Scalar>?) {
            self.field = field
            original = Array(text.unicodeScalars)
            scalars = original.map(NamedText.plain)
            folded = scalars.map(NamedText.folded)
            var starts: [Unicode.Scalar: [Int]] = [:]
            var isAfterWord = false
            for (index, scalar) in folded.enumerated() {
                let isWord = NamedText.isWord(scalar)
                if !(isAfterWord && isWord), initials?.contains(scalar) ?? true {
                    starts[scalar, default: []].append(index)
                }
                isAfterWord = isWord
            }
            self.starts = starts
        }

        /// Whether no word goes on across an index.
        func isEdge(_ index: Int) -> Bool {
            guard index > 0, index < scalars.count else { return true }
            return !(NamedText.isWord(scalars[index - 1]) && NamedText.isWord(scalars[index]))
        }

        func evidence(of name: String, at start: Int, count: Int) -> Evidence {
            var (from, to) = (max(0, start - 40), min(original.count, start + count + 40))
            while from < start, !isEdge(from) || scalars[from] == " " { from += 1 }
            while to > start + count, !isEdge(to) || scalars[to - 1] == " " { to -= 1 }
            return Evidence(
                rule: "name: \(name)", words: string(original[start..<start + count]), field: field,
                offset: original[..<start].reduce(0) { $0 + UTF8.width($1) }, context: string(original[from..<to]))
        }

        private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
            String(String.UnicodeScalarView(scalars.map { $0 == "\n" || $0 == "\r" || $0 == "\t" ? " " : $0 }))
        }
    }

    let fields: [Field]

    /// A text in which words are looked for that begin with some scalars, in lower case; with any where nil.
    init(_ text: ItemText, wordsWith initials: Set<Unicode.Scalar>? = nil) {
        fields = [
            Field(.title, text.title, initials), Field(.summary, text.summary, initials),
            Field(.content, text.content, initials),
        ]
    }

    /// Whether a scalar is one of the common letters of East Asia, which have one form and join no words; asking Unicode's
    /// tables takes long.
    private static func isEastAsian(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
        default: false
        }
    }

    /// Spaces and hyphens that look alike, alike, and forms of full width narrow.
    static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.isASCII { return (0x09...0x0D).contains(scalar.value) ? " " : scalar }
        if isEastAsian(scalar) { return scalar }
        if scalar.properties.isWhitespace { return " " }
        if (0xFF01...0xFF5E).contains(scalar.value) { return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar }
        return (0x2010...0x2013).contains(scalar.value) ? "-" : scalar
    }

    /// In lower case, where that is one scalar.
    static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.isASCII {
            return (65...90).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar
        }
        if isEastAsian(scalar) { return scalar }
        let lower = scalar.properties.lowercaseMapping.unicodeScalars
        return lower.count == 1 ? lower.first ?? scalar : scalar
    }

    /// Whether a scalar belongs to a word that its neighbours may belong to: scripts without spaces never join a name.
    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return (48...57).contains(scalar.value) || (65...90).contains(scalar.value)
                || (97...122).contains(scalar.value)
        }
        if isEastAsian(scalar) { return false }
        let properties = scalar.properties
        guard properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark
        else { return false }
        return !properties.isIdeographic && !(0x0E00...0x0EFF).contains(scalar.value)
            && !(0x1100...0x11FF).contains(scalar.value) && !(0x3040...0x30FF).contains(scalar.value)
            && !(0xAC00...0xD7AF).contains(scalar.value)
    }
}
