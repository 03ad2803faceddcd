/// Who is named in the title of a report of a dispute: its parties, among others.
struct Disputants {
    /// Hashes of the names, each of all its words.
    private let names: Set<UInt64>
    /// Hashes of their first letters, as names of three words and more are often written: `New York Times`, `NYT`.
    private let short: Set<UInt64>
    /// Hashes of their words, which are the same in every language.
    private let words: Set<UInt64>

    /// Letters of a word at least, and of one in capitals.
    private static let (least, leastCapitals) = (4, 3)
    /// Words of a name from which on it has a short form.
    private static let leastShortened = 3
    /// Words with a capital from which on a title without any other long word shows none by its capitals.
    private static let mostCapitals = 5

    /// nil where the title names nobody, or every word of it has a capital.
    init?(named title: String) {
        var (names, short, words): (Set<UInt64>, Set<UInt64>, Set<UInt64>) = ([], [], [])
        var (capitals, others) = (0, 0)
        for run in Self.runs(of: title) {
            guard run.isName else {
                others += run.words.count { $0.utf8.count >= Self.least }
                continue
            }
            capitals += run.words.count
            let folded = run.words.map { PartyWords.hash($0.lowercased().utf8) }
            if folded.contains(where: PartyWords.common.contains) { continue }
            if run.words.contains(where: Self.isLong) {
                names.insert(PartyWords.hash(run.words.joined(separator: " ").lowercased().utf8))
            }
            if run.words.count >= Self.leastShortened {
                short.insert(PartyWords.hash(String(run.words.compactMap(\.first)).lowercased().utf8))
            }
            words.formUnion(zip(run.words, folded).filter { Self.isLong($0.0) }.map(\.1))
        }
        guard !words.isEmpty, others > 0 || capitals < Self.mostCapitals else { return nil }
        (self.names, self.short, self.words) = (names, short, words)
    }

    /// By which reports of the same dispute are found.
    var all: Set<UInt64> { names.union(short).union(words) }

    /// How many words of names two titles have in common, in whatever languages.
    func wordsShared(with other: Disputants) -> Int { words.intersection(other.words).count }

    /// Whether most names of two titles in one language are the same, and so many at least. A word of a name may be
    /// another's, and a title with further names compares disputes.
    func areMostly(_ other: Disputants, atLeast least: Int) -> Bool {
        let shared = names.intersection(other.names.union(other.short)).union(other.names.intersection(short)).count
        return shared >= least && shared * 2 > max(names.count, other.names.count)
    }

    /// The names of a title that another has, too, as people read them.
    func spelt(sharedWith other: Disputants, in title: String) -> [String] {
        let shared = all.intersection(other.all)
        return Self.runs(of: title).filter(\.isName).compactMap { run in
            guard run.words.contains(where: Self.isLong) else { return nil }
            let forms = [run.words.joined(separator: " "), String(run.words.compactMap(\.first))]
            if forms.contains(where: { shared.contains(PartyWords.hash($0.lowercased().utf8)) }) { return forms[0] }
            let words = run.words.filter { shared.contains(PartyWords.hash($0.lowercased().utf8)) }
            return words.isEmpty ? nil : words.joined(separator: " ")
        }
    }

    private static func isLong(_ word: String) -> Bool {
        word.utf8.count >= least || word.utf8.count >= leastCapitals && word.utf8.allSatisfy(Bytes.isUpper)
    }

    /// Words side by side that all begin with a capital, or none.
    private struct Run {
        let isName: Bool
        var words: [String]
    }

    /// The words of a title. Where no sign is part of the character before it, all are told one by one.
    private static func runs(of title: String) -> [Run] {
        guard title.unicodeScalars.allSatisfy(standsAlone) else { return runs(ofMarked: title) }
        var runs: [Run] = []
        for part in title.unicodeScalars.split(whereSeparator: { $0 != " " && !isOfWord($0) }) {
            var isJoined = false
            for word in part.split(separator: " ") {
                let isName = word.first.map(isCapital) ?? false
                if isJoined, runs.last?.isName == isName {
                    runs[runs.count - 1].words.append(String(word))
                } else {
                    runs.append(Run(isName: isName, words: [String(word)]))
                }
                isJoined = true
            }
        }
        return runs
    }

    /// Whether a character of Unicode is one of people's, too, whatever stands beside it.
    private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0xA8, 0xAA...0xAC, 0xAE...0x2FF, 0x400...0x482, 0x2010...0x2027, 0x3001...0x3029,
            0x3041...0x3096, 0x309D...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFF01...0xFF60:
            true
        default: false
        }
    }

    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return Bytes.isAlphanumeric(UInt8(scalar.value)) }
        let character = Character(scalar)
        return character.isLetter || character.isNumber
    }

    private static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 ? Bytes.isUpper(UInt8(scalar.value)) : Character(scalar).isUppercase
    }

    private static func runs(ofMarked title: String) -> [Run] {
        var runs: [Run] = []
        for part in title.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != " " }) {
            var isJoined = false
            for word in part.split(separator: " ").map(String.init) {
                let isName = word.first?.isUppercase ?? false
                if isJoined, runs.last?.isName == isName {
                    runs[runs.count - 1].words.append(word)
                } else {
                    runs.append(Run(isName: isName, words: [word]))
                }
                isJoined = true
            }
        }
        return runs
    }
}
