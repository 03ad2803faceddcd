import Model

extension NewsWords {
    /// A word, or a pair of East Asian characters, and how it stands in its text.
    private struct Unit {
        enum Kind { case capital, small, leading, inner }
        var hash: UInt32
        var kind: Kind
        var length: Int
    }

    /// Units of a title, and of the text behind it, in which a report says what it is about.
    private static let mostRead = 32
    /// Pairs of characters at the beginning of a title, where the one stands who does something.
    private static let leadingPairs = 3
    /// Letters of a foreign name at least.
    private static let foreign = 3

    /// What a report is about by its own account: the words with a capital that both its title and the text behind it
    /// have, none of them written small elsewhere, and the states of the USA that its title names; in scripts without
    /// capitals the characters at the beginning of the title, and names in Latin letters that both have.
    static func keys(_ text: ItemText, _ seed: UInt64) -> [UInt32] {
        // What stands only in the full text is not among the words that others are compared with.
        if text.summary.isEmpty, !text.content.isEmpty { return [] }
        let titled = units(of: text.title, seed)
        let told = units(of: text.summary, seed)
        let hasCapitals = !["zh", "ja", "ko"].contains(text.language.primary)
        var keys: [UInt32] = []
        for unit in titled {
            let isKey =
                switch unit.kind {
                case .small, .inner: false
                case .leading: told.isEmpty || told.contains { $0.hash == unit.hash }
                case .capital where UnitedStates.hashes.contains(unit.hash): true
                case .capital where hasCapitals:
                    told.contains { $0.hash == unit.hash }
                        && !told.contains { $0.hash == unit.hash && $0.kind == .small }
                        && !titled.contains { $0.hash == unit.hash && $0.kind == .small }
                case .capital: unit.length >= foreign && told.contains { $0.hash == unit.hash }
                }
            if isKey, !keys.contains(unit.hash) { keys.append(unit.hash) }
        }
        return keys
    }

    private static func units(of text: String, _ seed: UInt64) -> [Unit] {
        var units: [Unit] = []
        var (hash, length, isCapital) = (WordHashes.start, 0, false)
        var (before, leading) = (UInt64?.none, leadingPairs)
        func endWord() {
            guard length > 0 else { return }
            units.append(Unit(hash: mixed(hash, seed), kind: isCapital ? .capital : .small, length: length))
            (hash, length) = (WordHashes.start, 0)
        }
        for scalar in text.unicodeScalars {
            if units.count >= mostRead { return units }
            if scalar.value >= 0x2E80, WordHashes.isLetter(scalar) {
                endWord()
                let character = WordHashes.ofCharacter(scalar)
                if let first = before {
                    let pair = mixed(WordHashes.step(first, character), seed)
                    units.append(Unit(hash: pair, kind: leading > 0 ? .leading : .inner, length: 2))
                    leading -= 1
                }
                before = character
            } else if WordHashes.isWord(scalar) {
                if length == 0 {
                    isCapital = scalar.value < 0x80 ? Bytes.isUpper(UInt8(scalar.value)) : scalar.properties.isUppercase
                    before = nil
                }
                hash = WordHashes.step(hash, UInt64(WordHashes.lowered(scalar)))
                length += 1
            } else {
                endWord()
                // Words of Korean stand apart within a part, too.
                if scalar != " ", !units.isEmpty { (before, leading) = (nil, 0) }
            }
        }
        endWord()
        return units
    }
}
