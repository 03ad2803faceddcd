import Model

/// Words of a title that may name a party, the same in every language.
enum PartyWords {
    /// Letters of such a word at least.
    private static let least = 4
    /// Bytes of a title that are read at most.
    private static let longest = 400
    /// Words of sums, which stand beside many of them.
    private static let sums: Set<String> = [
        "dollar", "dollars", "euro", "euros", "pound", "pounds", "million", "millions", "millionen", "billion",
        "milliarden", "yuan",
    ]

    /// Hashes of the words with a capital.
    static func named(in title: String) -> Set<UInt64> {
        var found: Set<UInt64> = []
        for word in title.utf8.prefix(longest).split(whereSeparator: { !Bytes.isAlphanumeric($0) && $0 < 0x80 })
        where word.count >= least && (word.first.map(Bytes.isUpper) ?? false) {
            let word = String(decoding: word, as: UTF8.self).lowercased()
            if !sums.contains(word) {
                found.insert(word.utf8.reduce(WordHashes.start) { WordHashes.step($0, UInt64($1)) })
            }
        }
        return found
    }
}
