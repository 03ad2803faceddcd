import Model

/// The numbers that authorities give to what they publish: `IP/26/2311`, `Guidelines 7/2026`.
enum PaperNumbers {
    /// Bytes of a text that are read at most.
    private static let longest = 600
    /// Letters of a word before a number that counts papers by years.
    private static let leastLetters = 4
    /// Years in which papers are counted.
    private static let years: ClosedRange<Int> = 2000...2099

    /// The numbers that a text names, in lower case: those of a series with its letters, those of a year's papers with the
    /// word before them, as an authority counts opinions and guidelines each on their own.
    static func named(in text: String) -> Set<String> {
        let bytes = text.firstBytes(longest)
        guard bytes.contains(0x2F) else { return [] }
        var found: Set<String> = []
        let words = bytes.split {
            !Bytes.isAlphanumeric($0) && $0 < 0x80 && $0 != 0x2F && $0 != 0x2D
        }
        for (index, word) in words.enumerated() where word.contains(0x2F) {
            let parts = word.split(separator: 0x2F, omittingEmptySubsequences: false)
            let isCounted = parts.dropFirst().allSatisfy { !$0.isEmpty && $0.allSatisfy(Bytes.isDigit) }
            guard isCounted, let first = parts.first, !first.isEmpty else { continue }
            if parts.count == 3, (2...8).contains(first.count), first.allSatisfy(Bytes.isUpper) {
                found.insert(String(decoding: word, as: UTF8.self).lowercased())
            } else if parts.count == 2, first.count <= 3, first.allSatisfy(Bytes.isDigit),
                let year = Int(String(decoding: parts[1], as: UTF8.self)), years.contains(year), index > 0,
                words[index - 1].count >= leastLetters, !words[index - 1].contains(where: Bytes.isDigit)
            {
                let kind = String(decoding: words[index - 1], as: UTF8.self).lowercased()
                found.insert("\(kind) \(String(decoding: word, as: UTF8.self))")
            }
        }
        return found
    }

    /// Whether a number is that of a series, which has it once.
    static func isOfSeries(_ number: some StringProtocol) -> Bool { number.utf8.count { $0 == 0x2F } == 2 }

    /// A number without the word before it, for which each language has another.
    static func plain(_ number: String) -> Substring { number.split(separator: " ").last ?? "" }
}
