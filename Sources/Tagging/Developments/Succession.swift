public import Model

/// What stands under an address now, beside what stood there before: a page for whatever is the latest publication has
/// one address, and often one id, for all of them.
public enum Succession {
    /// The share of the words of the shorter text that both have, from which on both are of one publication; and where
    /// each names cases that the other does not.
    private static let (alike, alikeOfOtherCases) = (0.4, 0.6)
    /// The same for titles.
    private static let alikeTitles = 0.5
    /// Words of a text that tell what is published, at least.
    private static let leastWords = 3
    /// Letters of such a word at least.
    private static let leastLetters = 3
    /// Words of a text that are read at most.
    private static let mostWords = 2_000

    /// Whether a text is another publication than the one in whose place it came, rather than an edit of it: it has
    /// another title, most of its words are new, and it states none of the other's facts.
    ///
    /// - Parameters:
    ///   - new: The text, and what it gave.
    ///   - old: What stood there before.
    /// - Returns: Whether it is; not where either has too few words to tell.
    public static func isOther(
        _ new: (text: ItemText, findings: Findings), than old: (text: ItemText, findings: Findings)
    ) -> Bool {
        guard new.text.inItsLanguage.language.primary == old.text.inItsLanguage.language.primary,
            new.text.published == nil || new.text.published != old.text.published
        else { return false }
        let (mine, theirs) = (Words(new.text.title), Words(old.text.title))
        guard mine != theirs, sharesNoFact(new.findings, old.findings) else { return false }
        // An issue of a series has its number or its month in the title; else titles say what they are about.
        let isIssue =
            mine.words == theirs.words
            || !mine.numbers.isSubset(of: theirs.numbers)
                && !theirs.numbers.isSubset(of: mine.numbers)
        guard isIssue || share(mine.words, theirs.words) < alikeTitles else { return false }
        let (after, before) = (words(of: new.text), words(of: old.text))
        guard min(after.count, before.count) >= leastWords else { return false }
        let isOfOtherCases = !cases(new.findings).isEmpty && !cases(old.findings).isEmpty
        return share(after, before) <= (isOfOtherCases ? alikeOfOtherCases : alike)
    }

    /// Whether neither names a case, or states a day, of the other's.
    private static func sharesNoFact(_ left: Findings, _ right: Findings) -> Bool {
        let spelt = Set(cases(right).flatMap(Citation.spellings))
        return cases(left).isDisjoint(with: spelt)
            && Set(left.dates.map(\.value)).isDisjoint(with: right.dates.map(\.value))
    }

    private static func cases(_ findings: Findings) -> Set<String> {
        Set((findings.citations + findings.matterNames).map(\.value))
            .filter { !Citation.isAct($0) && !ActName.isName($0) }
    }

    /// The words behind the title; where they are too few, with those of the title.
    private static func words(of text: ItemText) -> Set<String> {
        let told = Words([text.summary, text.content].joined(separator: " ")).words
        return told.count < leastWords ? told.union(Words(text.title).words) : told
    }

    private static func share(_ left: Set<String>, _ right: Set<String>) -> Double {
        let least = min(left.count, right.count)
        return least > 0 ? Double(left.intersection(right).count) / Double(least) : 0
    }

    /// The words of a text that say what it tells, and the numbers and months that tell when or which.
    private struct Words: Equatable {
        private(set) var words: Set<String> = []
        private(set) var numbers: Set<String> = []

        init(_ text: String) {
            var run = ""
            var (kind, before) = (Kind.gap, Unicode.Scalar?.none)
            for scalar in text.unicodeScalars {
                if words.count >= mostWords { break }
                let next = Kind(scalar)
                if next != kind || next == .eastAsian { take(&run, kind) }
                if next == .eastAsian, kind == .eastAsian, let before { words.insert("\(before)\(scalar)") }
                if next == .word || next == .number { run.unicodeScalars.append(scalar) }
                (kind, before) = (next, scalar)
            }
            take(&run, kind)
        }

        private static func isMonth(_ word: String) -> Bool {
            let letters = word.unicodeScalars.compactMap(LetterFolding.fold)
            return !MonthNames.meanings(String(String.UnicodeScalarView(letters))).isEmpty
        }

        private mutating func take(_ run: inout String, _ kind: Kind) {
            defer { run = "" }
            if kind == .number { numbers.insert(run) }
            guard kind == .word, run.unicodeScalars.count >= leastLetters else { return }
            let folded = NormalText.folded(run)
            let word = String(decoding: folded, as: UTF8.self)
            if Self.isMonth(run) {
                numbers.insert(word)
            } else if !SmallWords.contains(folded) {
                words.insert(word)
            }
        }
    }

    /// What a character is part of.
    private enum Kind {
        case gap, number, word, eastAsian

        init(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x30...0x39: self = .number
            case 0x2E80... where WordHashes.isLetter(scalar): self = .eastAsian
            default: self = WordHashes.isWord(scalar) ? .word : .gap
            }
        }
    }
}
