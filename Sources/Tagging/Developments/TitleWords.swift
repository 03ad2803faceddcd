import Model

/// The words of a title, each read once for all that asks about them.
struct TitleWords {
    struct Word {
        /// The word as it stands, and as a hash in its language.
        let text: Substring.UnicodeScalarView
        let hash: UInt32
        /// How many characters of Unicode it has.
        let count: Int
        let isASCII: Bool
        /// Whether one of its letters is small, and whether all are capitals.
        let (hasLower, isUpper): (Bool, Bool)
        fileprivate let folded: Range<Int>
        /// Whether it is a small word of some language.
        fileprivate(set) var isSmall = false
    }

    private let seed: UInt64
    private(set) var words: [Word] = []
    private var folded: [UInt8] = []

    /// The words of a title.
    ///
    /// - Parameters:
    ///   - title: The title.
    ///   - seed: What makes hashes those of the language.
    init(_ title: String, _ seed: UInt64) {
        self.seed = seed
        let scalars = title[...].unicodeScalars
        folded.reserveCapacity(title.utf8.count)
        var start = scalars.startIndex
        while start < scalars.endIndex {
            var (end, shape) = (start, Shape())
            while end < scalars.endIndex, WordHashes.isWord(scalars[end]) {
                shape.take(scalars[end])
                end = scalars.index(after: end)
            }
            if start < end { add(scalars[start..<end], shape) }
            start = end < scalars.endIndex ? scalars.index(after: end) : end
        }
    }

    /// What the letters of a word tell.
    private struct Shape {
        var (hash, count) = (WordHashes.start, 0)
        var (isASCII, hasEastAsian, hasLower, isUpper) = (true, false, false, true)

        @inline(__always)
        mutating func take(_ scalar: Unicode.Scalar) {
            hash = WordHashes.step(hash, UInt64(WordHashes.lowered(scalar)))
            count += 1
            if scalar.value < 0x80 {
                let byte = UInt8(scalar.value)
                if Bytes.isLower(byte) { hasLower = true }
                if !Bytes.isUpper(byte) { isUpper = false }
            } else {
                isASCII = false
                hasEastAsian = hasEastAsian || scalar.value >= 0x2E80
                hasLower = hasLower || scalar.properties.isLowercase
                isUpper = isUpper && scalar.properties.isUppercase
            }
        }
    }

    private mutating func add(_ word: Substring.UnicodeScalarView, _ shape: Shape) {
        let start = folded.count
        if shape.isASCII {
            for scalar in word { folded.append(UInt8(WordHashes.lowered(scalar))) }
        } else {
            folded += NormalText.folded(String(word))
        }
        words.append(
            Word(
                text: word,
                hash: shape.hasEastAsian ? NewsWords.hash(Substring(word), seed) : NewsWords.mixed(shape.hash, seed),
                count: shape.count, isASCII: shape.isASCII, hasLower: shape.hasLower, isUpper: shape.isUpper,
                folded: start..<folded.count, isSmall: SmallWords.contains(folded[start...])))
    }

    /// The folded bytes of a word.
    func folded(_ word: Word) -> ArraySlice<UInt8> { folded[word.folded] }

    /// The hash of a word's first letters in lower case.
    func stem(_ word: Word, _ length: Int) -> UInt32 {
        guard word.isASCII else { return NewsWords.hash(Substring(word.text).lowercased().prefix(length), seed) }
        return NewsWords.mixed(WordHashes.ofBytes(folded(word).prefix(length)), seed)
    }

    /// The hash of a word's first folded bytes.
    func foldedStem(_ word: Word, _ length: Int) -> UInt32 {
        let stem = folded(word).prefix(length)
        guard stem.allSatisfy({ $0 < 0x80 && Bytes.isAlphanumeric($0) }) else {
            return NewsWords.hash(Substring(String(decoding: stem, as: UTF8.self)), seed)
        }
        return NewsWords.mixed(WordHashes.ofBytes(stem), seed)
    }
}
