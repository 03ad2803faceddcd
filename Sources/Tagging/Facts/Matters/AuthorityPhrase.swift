import Model

/// What a sentence calls an authority: what it is called, with what tells it from others, as in `la délibération de la
/// CNIL du 3 mai`, `Judge Howell's 2023 judgment`, `Schufa-arrest`; or the short name of a leading case.
struct AuthorityPhrase {
    /// Its words in the sentence.
    var words: Range<Int>
    /// The word that says what it is.
    var head: Int
    var isDecision: Bool
    /// Whether it may be a precedent.
    var isCase: Bool
    /// Whether it is known as a precedent by its name.
    var isKnown = false
    /// The authority that it is, where others read it, too.
    var authority: NamedAuthority?

    /// Words behind what an authority is called, and those among them that neither tell it from others nor lead to what does.
    private static let (mostBehind, mostUnknown, mostAhead) = (14, 2, 7)
    /// Words of the name of a precedent.
    private static let mostOfName = 4

    /// The authorities of a sentence, in order, each with what tells it from others.
    static func all(
        in sentence: ClauseWords, _ tables: AuthorityWords, _ language: String, isCue: (Range<Int>) -> Bool
    ) -> [AuthorityPhrase] {
        var found: [AuthorityPhrase] = []
        var index = 0
        while index < sentence.words.count {
            let phrase =
                known(at: index, sentence, tables)
                ?? described(at: index, sentence, tables, language, isCue: isCue)
            if let phrase { found.append(phrase) }
            index = max(index + 1, phrase?.words.upperBound ?? 0)
        }
        return found
    }

    /// Whether a word says what an authority is.
    static func isHead(_ word: ClauseWords.Word, _ tables: AuthorityWords) -> Bool {
        tables[.acts].has(word.plain) || tables[.decisions].has(word.plain) || tables[.cases].has(word.plain)
    }

    private static func known(at index: Int, _ sentence: ClauseWords, _ tables: AuthorityWords) -> AuthorityPhrase? {
        let first = sentence.words[index]
        guard first.isName else { return nil }
        let end = min(sentence.words.count, index + mostOfName) - 1
        for last in stride(from: end, through: index, by: -1) {
            let range = first.range.lowerBound..<sentence.words[last].range.upperBound
            let name = sentence.text.text(range)
            if tables[.precedents].words.contains(name) {
                return AuthorityPhrase(
                    words: index..<last + 1, head: index, isDecision: true, isCase: true, isKnown: true)
            }
        }
        return nil
    }

    private static func described(
        at head: Int, _ sentence: ClauseWords, _ tables: AuthorityWords, _ language: String,
        isCue: (Range<Int>) -> Bool
    ) -> AuthorityPhrase? {
        let word = sentence.words[head]
        let (isDecision, isCase) = (tables[.decisions].has(word.plain), tables[.cases].has(word.plain))
        guard isDecision || isCase || tables[.acts].has(word.plain), !isCue(word.range) else { return nil }
        var (end, unknown, index) = (head + 1, 0, head + 1)
        var isTold = word.plain.utf8.contains(0x2D) && word.isName && language != "en"
        let isNounCapital = language == "de"
        // Where verbs stand behind their objects any word may be one.
        let isStrict = isNounCapital || language == "nl"
        var isBehindIssuer = false
        while index < min(sentence.words.count, head + mostBehind) {
            let (last, next) = (sentence.words[index - 1], sentence.words[index])
            if let mark = last.mark, mark != 0x22, mark != 0x28, mark != 0x2E || !isAbbreviated(last, tables) { break }
            if last.isQuoted, !next.isQuoted, !tables[.links].has(next.plain), !next.hasDigit { break }
            if isCue(next.range) || tables[.passives].has(next.plain) { break }
            let isIssuer = tables[.issuers].has(next.plain)
            let isAmount = last.hasDigit && EarlierDecision.amounts.contains(next.plain)
            let isName =
                next.isName && (!isNounCapital || next.isShort || isBehindIssuer || last.hasDigit && last.mark == 0x2E)
            if next.hasDigit || next.isQuoted || isName || isIssuer || isAmount {
                isTold = isTold || next.hasDigit || next.isQuoted || isName
                isBehindIssuer = isIssuer || isBehindIssuer && isName
                (end, unknown) = (index + 1, 0)
            } else if !tables[.links].has(next.plain) {
                if tables[.breaks].has(next.plain) { break }
                unknown += 1
                if unknown > (isStrict ? 0 : mostUnknown) { break }
            }
            index += 1
        }
        if !isTold { end = head + 1 }
        var start = head
        if language == "en" { (start, isTold) = ahead(of: head, sentence, tables, isTold) }
        guard isTold else { return nil }
        return AuthorityPhrase(words: start..<end, head: head, isDecision: isDecision, isCase: isCase)
    }

    /// Whether the full stop behind a word is that of an abbreviation or of a day.
    private static func isAbbreviated(_ word: ClauseWords.Word, _ tables: AuthorityWords) -> Bool {
        word.range.count < 4 && (word.hasDigit || word.isName || tables[.links].has(word.plain))
    }

    /// Where an authority begins in English, whose attributes stand before what it is called.
    private static func ahead(
        of head: Int, _ sentence: ClauseWords, _ tables: AuthorityWords, _ isTold: Bool
    ) -> (start: Int, isTold: Bool) {
        var (start, isTold, index) = (head, isTold, head - 1)
        while index >= 0, head - index <= mostAhead {
            let word = sentence.words[index]
            guard word.mark == nil || word.mark == 0x22 || word.mark == 0x2D else { break }
            let isPossessor = word.plain.hasSuffix("'s")
            guard !tables[.light].has(word.plain), !tables[.breaks].has(word.plain),
                !tables[.governs].has(word.plain), !tables[.passives].has(word.plain)
            else { break }
            if word.isName && index > 0 || word.hasDigit || word.isQuoted || isPossessor {
                start = index
                isTold = isTold || !tables[.issuers].has(word.plain)
            }
            index -= 1
        }
        return (start, isTold)
    }
}
