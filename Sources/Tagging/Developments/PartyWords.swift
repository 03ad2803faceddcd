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

    /// Hashes of words that are nobody's name: who fines and who judges, and where.
    static let common: Set<UInt64> = Set(
        """
        authority commission court courts judge judges regulator tribunal tribunale gericht rechter rechtbank garante
        autoriteit persoonsgegevens behörde datenschutzbehörde cnil aepd anpd uodo edpb fine fined fines boete bußgeld
        amende multa sanzione kara italian italy french france german germany dutch netherlands spanish spain irish
        ireland polish poland greek greece british london rome paris berlin data protection privacy agency office
        supreme circuit district attorney landgericht oberlandesgericht bundesgerichtshof training software
        """.split(whereSeparator: \.isWhitespace).map { hash($0.utf8) })

    /// The hash of a word or a name in lower case.
    static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
        word.reduce(WordHashes.start) { WordHashes.step($0, UInt64($1)) }
    }

    /// Hashes of the words with a capital.
    static func named(in title: String) -> Set<UInt64> {
        var found: Set<UInt64> = []
        for word in title.utf8.prefix(longest).split(whereSeparator: { !Bytes.isAlphanumeric($0) && $0 < 0x80 })
        where word.count >= least && (word.first.map(Bytes.isUpper) ?? false) {
            let word = String(decoding: word, as: UTF8.self).lowercased()
            if !sums.contains(word) {
                found.insert(hash(word.utf8))
            }
        }
        return found
    }
}
