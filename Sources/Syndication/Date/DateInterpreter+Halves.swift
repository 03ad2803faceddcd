import Model

/// Which half of the day a time belongs to.
extension DateInterpreter {
    /// A word for a half of the day; `p.m.` is three or four tokens, `in the afternoon` three.
    func meridian(at index: Int) -> (half: DayHalf, length: Int)? {
        guard let token = token(index), !token.isNumber else { return nil }
        if let spoken = spokenHalf(at: index) { return spoken }
        // `2:30 de la tarde` begins with no half, as Hungarian does.
        guard token.kind == .word, language == "hu" || (token.word != "de" && token.word != "da") else { return nil }
        if let half = CalendarWords.halves[token.word] { return (half, 1) }
        if let half = shortHalf(token.word, at: index, endsIt: self.token(index + 1)?.kind ?? .mark == .mark) {
            return (half, 1)
        }
        guard let (joined, length) = initials(at: index) else { return nil }
        if let half = CalendarWords.halves[joined], ["am", "pm", "πμ", "μμ"].contains(joined) { return (half, length) }
        return shortHalf(joined, at: index, endsIt: true).map { ($0, length) }
    }

    /// Two parts of a word that a full stop, or nothing, divides: `p.m.`, `d.o.p.`; how many tokens they are.
    private func initials(at index: Int) -> (joined: String, length: Int)? {
        let dot = isMark(index + 1, ".") ? 1 : 0
        guard dot == 1 || (token(index + 1)?.isGlued ?? false), let second = token(index + 1 + dot),
            second.kind == .word, tokens[index].word.utf8.count <= 2
        else { return nil }
        return (tokens[index].word + second.word, 2 + dot + (isMark(index + 2 + dot, ".") ? 1 : 0))
    }

    /// `in the afternoon`, `de l'après-midi`, `po południu`, `'s middags`, `o'clock p.m.`.
    private func spokenHalf(at index: Int) -> (half: DayHalf, length: Int)? {
        guard language != "hu" || !(token(index)?.isWord("de") ?? false) else { return nil }
        var at = index
        while at < index + 4, isWord(at, in: CalendarWords.beforeHalf) || isMark(at, "'") { at += 1 }
        if let pair = halfOfTwoWords(at: at) { return (pair.half, at - index + pair.length) }
        guard at > index, let word = token(at), word.kind == .word else { return nil }
        if let half = CalendarWords.spokenHalves[word.word] { return (half, at + 1 - index) }
        return meridian(at: at).map { ($0.half, at - index + $0.length) }
    }

    private func halfOfTwoWords(at index: Int) -> (half: DayHalf, length: Int)? {
        guard let first = token(index), first.kind == .word else { return nil }
        let next = isMark(index + 1, "-") || isWord(index + 1, in: ["از"]) ? index + 2 : index + 1
        guard let second = token(next), second.kind == .word else { return nil }
        return CalendarWords.halvesOfTwoWords["\(first.word) \(second.word)"].map { ($0, next + 1 - index) }
    }

    /// The half that a short word is in the text's language; where that is not known, it is one only in small letters
    /// that end what they belong to.
    private func shortHalf(_ word: String, at index: Int, endsIt: Bool) -> DayHalf? {
        if let language {
            let meanings = CalendarWords.shortHalves[word] ?? CalendarWords.halvesOfLanguages[word]
            return meanings?.first { $0.languages.contains(language) }?.half
        }
        return endsIt && !tokens[index].isUpper ? CalendarWords.shortHalves[word]?.first?.half : nil
    }

    /// Applies the half of the day that stands before or behind the time.
    mutating func readMeridian(_ start: Int, _ end: inout Int) {
        // `2:35 ч. pm`.
        if isWord(end, in: CalendarWords.behindHour) {
            let next = isMark(end + 1, ".") ? end + 2 : end + 1
            if meridian(at: next) != nil { end = next }
        }
        var found = meridian(at: end)
        if let length = found?.length {
            use(end..<end + length)
            end += length
        } else if let before = meridian(endingAt: start) {
            found = (before.half, before.length)
            use(start - before.length..<start)
        }
        if let found {
            civil.hour = found.half.hour(civil.hour)
        } else if (1...12).contains(civil.hour), let length = unknownHalf(at: end) {
            // Half a day early is worse than no time at all.
            (civil.hour, civil.minute, civil.second) = (0, 0, 0)
            use(end..<end + length)
            end += length
        }
    }

    /// `PM 2:30`, `du. 2:30`, `öğleden sonra 2:30`.
    private func meridian(endingAt start: Int) -> (half: DayHalf, length: Int)? {
        if let pair = halfOfTwoWords(at: start - 2), pair.length == 2 { return pair }
        if let before = token(start - 1), before.kind == .word, before.word != "am" || before.isUpper,
            before.word.utf8.count > 2 || !before.isUpper || ["am", "pm"].contains(before.word),
            let word = meridian(at: start - 1), word.length == 1
        {
            return word
        }
        // `du. 2:30`.
        guard isMark(start - 1, "."), let word = token(start - 2), CalendarWords.shortHalves[word.word] != nil else {
            return nil
        }
        return meridian(at: start - 2).map { ($0.half, 2) }
    }

    /// `2:30 x.y.`: two small letters with full stops that end the text, or stand before a mark, are a half of the day in
    /// a language whose words for them are not known.
    private func unknownHalf(at index: Int) -> Int? {
        guard let first = token(index), first.kind == .word, !first.isUpper, first.word.unicodeScalars.count == 1,
            isMark(index + 1, "."), let second = token(index + 2), second.kind == .word, second.isGlued,
            second.word.unicodeScalars.count == 1, isMark(index + 3, "."),
            token(index + 4).map({ $0.kind != .word }) ?? true
        else { return nil }
        return 4
    }
}
