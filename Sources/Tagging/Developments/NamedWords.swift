/// Hashes of the numbers and the names of a text, some at most.
struct NamedWords {
    /// Numbers and names that are kept at most.
    private static let most = 24
    /// Words of four letters and more from which on a part of a text shows how it is written.
    private static let leastWords = 5

    /// The one firm whose name is a letter.
    private static let firm = WordHashes.step(WordHashes.start, UInt64(UInt8(ascii: "x")))

    /// Characters of one kind that stand side by side.
    private struct Run {
        enum Kind { case none, number, word, eastAsian }

        var kind = Kind.none
        var hash = WordHashes.start
        var length = 0
        /// The number, as far as four digits.
        var value: UInt32 = 0
        var hasCapital = false

        /// Whether it is the letter that begins a name, as in `A. Dupont`, or a firm's name: `X`.
        var isLetter: Bool { kind == .word && length == 1 && hasCapital }
    }

    /// The text's language, as the words of reports are told apart by it.
    let seed: UInt64
    /// The numbers that tell one event from another: no years, outside of titles those of two digits and more.
    private(set) var numbers: [UInt32] = []
    /// The words with a capital within a sentence, and the states of the USA.
    private(set) var names: [UInt32] = []

    init(seed: UInt64) { self.seed = seed }

    /// Takes in a part of a text.
    mutating func read(_ part: String, isTitle: Bool) {
        let before = names.count
        var (capitals, words, states) = (0, 0, [UInt32]())
        var (run, beginsSentence, hasEastAsian) = (Run(), true, false)

        func end() {
            switch run.kind {
            case .none: return
            case .number:
                let isYear = run.length == 4 && (1900...2099).contains(run.value)
                if isTitle || run.length >= 2, !isYear { numbers.append(NewsWords.mixed(run.hash, seed)) }
            case .eastAsian: hasEastAsian = true
            case .word:
                if run.length >= 4 { (capitals, words) = (capitals + (run.hasCapital ? 1 : 0), words + 1) }
                if run.hasCapital, run.length >= 3 || run.hash == Self.firm && run.length == 1 {
                    let hash = NewsWords.mixed(run.hash, seed)
                    if UnitedStates.hashes.contains(hash) { states.append(hash) }
                    if !beginsSentence { names.append(hash) }
                }
            }
            beginsSentence = false
        }

        var rest = WordHashes.longest
        for scalar in part.unicodeScalars {
            rest -= 1
            if rest < 0 || numbers.count + names.count >= Self.most {
                run = Run()
                break
            }
            let kind = Self.kind(scalar)
            let isInitial = scalar == "." && run.isLetter
            if kind != run.kind {
                end()
                run = Run(kind: kind)
                if kind == .word { run.hasCapital = Self.isCapital(scalar) }
            }
            switch kind {
            case .none: if !isInitial, Self.endsSentence(scalar) { beginsSentence = true }
            case .eastAsian: break
            case .number:
                if run.length < 4 { run.value = run.value * 10 + scalar.value - 0x30 }
                fallthrough
            case .word:
                run.hash = WordHashes.step(run.hash, UInt64(WordHashes.lowered(scalar)))
                run.length += 1
            }
        }
        end()
        // In A Headline of This Kind a capital tells no name.
        if capitals * 3 > words * 2, words >= Self.leastWords { names.removeSubrange(before...) }
        names += states
        if isTitle, hasEastAsian { numbers += ordinals(in: part, most: Self.most - numbers.count - names.count) }
    }

    /// The numbers of a series that a text of East Asian characters names: 十五 in 第十五批.
    private func ordinals(in text: String, most: Int) -> [UInt32] {
        var reader = ByteReader(bytes: Array(text.utf8), index: 0)
        var found: [UInt32] = []
        while reader.index < reader.bytes.count, found.count < most {
            if reader.skip("第") {
                if let number = HanNumerals.number(&reader) {
                    found.append(NewsWords.hash(Substring(String(number)), seed))
                }
            } else {
                reader.index += 1
            }
        }
        return found
    }

    @inline(__always)
    private static func kind(_ scalar: Unicode.Scalar) -> Run.Kind {
        if (0x30...0x39).contains(scalar.value) { return .number }
        guard WordHashes.isLetter(scalar) else { return .none }
        return scalar.value >= 0x2E80 ? .eastAsian : .word
    }

    private static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 ? Bytes.isUpper(UInt8(scalar.value)) : scalar.properties.isUppercase
    }

    private static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", "!", "?", ":", ";", "\"", "(", "|", "\u{2013}", "\u{2014}", "\u{2018}", "\u{201C}", "\u{201E}":
            true
        default: false
        }
    }
}
