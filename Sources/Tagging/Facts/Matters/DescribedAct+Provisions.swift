extension DescribedAct {
    /// What stands in the number of a provision beside figures, in lower case.
    private static let numerals: Set<String> = [
        "abs", "abs.", "absatz", "satz", "nr", "nr.", "bis", "und", "u", "y", "e", "et", "i", "a", "и", "and", "to",
        "lid",
        "ust", "ust.", "pkt", "lit", "lit.", "à", "buchst", "buchst.", "uabs", "uabs.", "buchstabe", "al", "n", "n.º",
        "apartado", "comma", "alinéa", "paragraphe", "par",
        "часть", "части", "пункта", "статьи", "odst", "písm", "first", "ii", "iii", "iv", "v", "vi", "vii", "i",
    ]
    /// What joins the words of a name.
    private static let joints: Set<String> = [
        "of", "and", "on", "de", "da", "do", "e", "y", "du", "et", "of", "la", "und",
    ]

    /// A provision with the act that it is of.
    func provision(_ first: Range<Int>) -> Range<Int>? {
        var first = first
        if first.upperBound < text.count, text.lower[first.upperBound] == 0x2E {
            first = first.lowerBound..<(first.upperBound + 1)
        }
        guard grammar.provisions.contains(lower(first)), !isBasis(before: first.lowerBound),
            let number = provisionNumber(first.upperBound)
        else { return nil }
        var (index, isOfAct, end) = (number.upperBound, grammar.isActBare, Int?.none)
        while index - first.lowerBound <= Self.longest, let word = next(behindAside(index)), !hasCue(word) {
            let words = lower(word)
            if hasDigit(word) || end == nil && (Self.numerals.contains(words) || word.count == 1) {
                if end != nil { break }
            } else if grammar.isHead(words) {
                end = identified(word, within: Self.mostOfProvision) ?? code(word) ?? word.upperBound
            } else if isName(word) {
                guard isOfAct else { break }
                end = word.upperBound
            } else if grammar.genitives.contains(words) {
                isOfAct = true
            } else if end == nil || !Self.joints.contains(words) {
                break
            }
            index = max(word.upperBound, end ?? 0)
            // `dell'articolo`, `Abs. 1`.
            if index < text.count, text.lower[index] == 0x27 || text.lower[index] == 0x2E && end == nil { index += 1 }
            if index < text.count, text.lower[index] != 0x20, let glued = self.word(at: index) {
                guard grammar.isHead(lower(glued)) else { break }
                end = identified(glued, within: Self.mostOfProvision) ?? glued.upperBound
                break
            }
        }
        guard let end, !Self.isOfConstitution(lower(first.lowerBound..<end)) else { return nil }
        return first.lowerBound..<end
    }

    /// Behind words between commas which say that there are others: `los artículos 46 y 132, entre otros, del …`.
    private func behindAside(_ index: Int) -> Int {
        index + (Self.asides.first { text.lower[index...].starts(with: $0) }?.count ?? 0)
    }

    private static let asides = [
        ", entre otros,", ", entre outros,", ", inter alia,", ", unter anderem,", ", tra gli altri,", ", notamment,",
        ", among others,",
    ].map { Array($0.utf8) }

    /// Whether a provision is of a constitution, by which others are measured.
    private static func isOfConstitution(_ words: String) -> Bool {
        constitutions.contains { words.contains($0) }
    }

    private static let constitutions = [
        "constitu", "costituzione", "konstytuc", "grundgesetz", " gg", "конституц", "ústavy", "grondwet", "الدستور",
    ]

    /// The number of a provision behind what it is called: `5c`, `L. 232-3-1`.
    private func provisionNumber(_ index: Int) -> Range<Int>? {
        guard let word = next(index) else { return nil }
        if hasDigit(word) { return word }
        guard word.count == 1, isName(word), word.upperBound < text.count else { return nil }
        let behind = text.lower[word.upperBound] == 0x2E ? word.upperBound + 1 : word.upperBound
        return next(behind).flatMap { hasDigit($0) ? $0 : nil }
    }

    /// Where the name of a code ends, which is written in small letters: `du code de la propriété intellectuelle`.
    func code(_ head: Range<Int>) -> Int? {
        guard Self.codes.contains(lower(head)) else { return nil }
        var index = head.upperBound
        while let article = next(index), grammar.genitives.contains(lower(article)) {
            index = article.upperBound
            if index < text.count, text.lower[index] == 0x27 {
                return word(at: index + 1)?.upperBound
            }
        }
        if index == head.upperBound, let noun = next(index), !hasCue(noun), Self.branches.contains(lower(noun)) {
            return noun.upperBound
        }
        guard index > head.upperBound, let noun = next(index), !hasCue(noun) else { return nil }
        guard let adjective = next(noun.upperBound), !hasCue(adjective),
            Self.adjectives.contains(where: lower(adjective).hasSuffix)
        else { return noun.upperBound }
        return adjective.upperBound
    }

    private static let codes: Set<String> = ["code", "código", "codice", "kodeks", "kodeksu", "wetboek"]
    /// What codes are of that say it without a joint: `code pénal`.
    private static let branches: Set<String> = [
        "pénal", "civil", "penal", "civile", "penale", "électoral", "electoral", "monétaire", "karny", "cywilny",
        "karnego", "cywilnego", "wyborczy", "pracy",
    ]
    private static let adjectives = ["elle", "ale", "aire", "ique", "ive", "ière", "iel", "al", "ier"]
}
