import Model

extension Vocabulary {
    /// A word of one language alone in a text.
    private struct ToldWord {
        let pattern: Int32
        let range: Range<Int32>

        init(_ match: Lexicon.Match) {
            pattern = match.term
            range = match.start..<match.end
        }
    }

    /// The language that the words of the vocabulary and of the tables tell, where small words tell none: the one that
    /// alone has most of them, one beside a small word, two beside letters of its own, else three, and more than the
    /// declared one has for itself.
    ///
    /// Words that both languages have tell nothing, and neither do capitals alone: names have them in each language, and
    /// nouns in German.
    ///
    /// - Parameters:
    ///   - texts: The beginnings of the text's parts.
    ///   - own: The declared language; nil where there is none.
    ///   - smallWords: The small words that were counted.
    /// - Returns: The language; nil where nothing is told.
    func language(toldBy texts: [String], insteadOf own: String?, beside smallWords: SmallWords) -> Language? {
        let text = NormalText(texts.map { (.title, $0) })
        let words = words(byLanguageIn: text)
        let ownWords = own.flatMap { languages[$0] }.flatMap { words[$0] } ?? []
        var best: (language: String, count: Int)?
        var isShared = false
        for language in SmallWords.languages where language != own {
            guard let found = languages[language].flatMap({ words[$0] }) else { continue }
            let foreign = found.filter { word in !ownWords.contains { $0.range.overlaps(word.range) } }
            let left = ownWords.count { word in
                (own == "de" || isLower(word, in: text)) && !found.contains { $0.range.overlaps(word.range) }
            }
            let count = Set(foreign.map(\.pattern)).count
            let needed = smallWords.has(language) ? 1 : smallWords.hasLetters(of: language) ? 2 : 3
            guard count >= needed, count > left,
                smallWords.has(language) || smallWords.hasLetters(of: language)
                    || foreign.contains(where: { isLower($0, in: text) })
            else { continue }
            isShared = best.map { $0.count == count } ?? false
            if best.map({ $0.count <= count }) ?? true { best = (language, count) }
        }
        return isShared ? nil : best.map { Language($0.language) }
    }

    /// The longest words at each place by the bit of the one language that has them.
    private func words(byLanguageIn text: NormalText) -> [UInt32: [ToldWord]] {
        var words: [UInt32: [ToldWord]] = [:]
        for match in lexicon.matches(in: text, language: .max).matches {
            let bits = patternLanguages[Int(match.term)] & ~Self.unknownLanguage
            guard bits.nonzeroBitCount == 1, isWritten(match, in: text) else { continue }
            if let last = words[bits]?.last, match.start < last.range.upperBound {
                if match.start > last.range.lowerBound || match.end <= last.range.upperBound { continue }
                words[bits]?.removeLast()
            }
            words[bits, default: []].append(ToldWord(match))
        }
        return words
    }

    /// Bytes of a word that is no acronym: shorter ones are found in each language.
    private static let shortest: Int32 = 5

    /// Whether a term stands as it is written; a phrase of the tables is that of what something is, not of a name.
    private func isWritten(_ match: Lexicon.Match, in text: NormalText) -> Bool {
        if let tables, Int(match.term) >= terms.count {
            let rule = tables.rules[tables.shapes[Int(match.term) - terms.count].rule]
            return (rule.family == .instrument || rule.family == .stage) && match.end - match.start >= Self.shortest
        }
        let term = terms[Int(match.term)]
        return term.spelling < 0
            ? match.end - match.start >= Self.shortest : isSpelled(match, spellings[Int(term.spelling)], in: text)
    }

    private func isLower(_ word: ToldWord, in text: NormalText) -> Bool {
        let start = Int(word.range.lowerBound)
        guard let (span, origin) = text.origin(of: start..<start + 1),
            let first = text.spans[span].original[origin].first
        else { return false }
        return first &- 0x61 < 26
    }
}
