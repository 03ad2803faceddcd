import Model

/// What of a text with several days says which of them counts.
extension DateInterpreter {
    /// `Argued January 9, 2024 - Decided March 5, 2024` is a decision of March.
    static func fromDecision(_ tokens: [DateToken]) -> [DateToken]? {
        guard let index = tokens.indices.last(where: { isDecision($0, tokens) }), index > 3,
            tokens[index...].contains(where: \.isNumber)
        else { return nil }
        return Array(tokens[index...])
    }

    private static func isDecision(_ index: Int, _ tokens: [DateToken]) -> Bool {
        guard tokens[index].kind == .word else { return false }
        if CalendarWords.decision.contains(tokens[index].word) { return true }
        // `Date of hearing: …; date of decision: …`, `Hearing date: …; decision date: …`, `Hearing: …; decision: …`.
        let next = index + 1 < tokens.count ? tokens[index + 1] : nil
        if tokens[index].word == "handed" { return next?.isWord("down") ?? false }
        guard tokens[index].word == "decision" else { return false }
        return (index > 1 && tokens[index - 1].isWord("of") && tokens[index - 2].isWord("date"))
            || next?.isWord("date") ?? false || next?.isMark(":") ?? false
    }

    /// `Updated 7 March 2024, published 5 March 2024` was published on the 5th, and `In force from 1 April 2024, adopted
    /// 5 March 2024` adopted.
    static func fromPublication(_ tokens: [DateToken]) -> [DateToken]? {
        guard let number = tokens.firstIndex(where: \.isNumber) else { return nil }
        let words = tokens[..<number].filter { $0.kind == .word }.map(\.word)
        let isToCome = words.contains(where: CalendarWords.validity.contains)
        let isChange = words.contains(where: CalendarWords.change.contains)
        guard isToCome || isChange else { return fromLabel(tokens, behind: number) }
        let behind = tokens[number...]
        let index =
            behind.firstIndex {
                CalendarWords.publication.contains($0.word) || (isToCome && CalendarWords.making.contains($0.word))
            } ?? behind.firstIndex { isChange && CalendarWords.creation.contains($0.word) }
        guard let index, tokens[index...].contains(where: \.isNumber) else { return nil }
        return Array(tokens[index...])
    }

    /// `Séance du 4 novembre 2024, lecture du 14 novembre 2024` is a decision of the 14th, `Application filed 3 May 2020;
    /// granted 14 November 2024` a grant.
    static func fromHearing(_ tokens: [DateToken]) -> [DateToken]? {
        guard let number = tokens.firstIndex(where: \.isNumber) else { return nil }
        let head = tokens[..<number].filter { $0.kind == .word }.map(\.word)
        guard head.contains(where: CalendarWords.hearing.contains),
            !head.contains(where: { CalendarWords.outcome.contains($0) && !CalendarWords.generic.contains($0) }),
            let index = tokens[number...].firstIndex(where: { CalendarWords.outcome.contains($0.word) }),
            tokens[index...].contains(where: \.isNumber)
        else { return nil }
        return Array(tokens[index...])
    }

    /// `Reissued: 6 March 2024; Published: 5 March 2024`: the label of a publication counts before one that is not known.
    private static func fromLabel(_ tokens: [DateToken], behind number: Int) -> [DateToken]? {
        let head = tokens[..<number].filter { $0.kind == .word }
        let hasColon = tokens[..<number].contains { $0.isMark(":") }
        guard head.contains(where: isLabel),
            !head.contains(where: { isKnownLabel($0.word) || !hasColon && CalendarWords.outcome.contains($0.word) })
        else { return nil }
        let index = tokens.indices[number...].first { index in
            CalendarWords.publication.contains(tokens[index].word)
                && !CalendarWords.earlier.contains(tokens[index - 1].word)
                && tokens[(index + 1)...].prefix(longestLabel).contains(where: \.isNumber)
        }
        return index.map { Array(tokens[$0...]) }
    }

    /// Tokens between the label of a day and its first number.
    private static let longestLabel = 3

    /// Whether a word before a day may say what it is: no weekday, no month, and no word that leads to any day.
    private static func isLabel(_ token: DateToken) -> Bool {
        token.word.count > 2 && WeekdayNames.meanings(token.word).isEmpty
            && CalendarNames.month(at: 0, in: [token], language: nil) == nil
            && !CalendarWords.fillers.contains(token.word)
    }

    private static func isKnownLabel(_ word: String) -> Bool {
        CalendarWords.publication.contains(word) || CalendarWords.making.contains(word)
            || CalendarWords.creation.contains(word) || CalendarWords.decision.contains(word)
            || CalendarWords.generic.contains(word) || word == "decision"
            || !WeekdayNames.meanings(word).isEmpty
    }

    /// `2024年5月1日起施行 2024年3月5日公布` was published on 5 March: there the words stand behind their days.
    static func fromPublicationBehind(_ tokens: [DateToken]) -> [DateToken]? {
        guard let number = tokens.firstIndex(where: \.isNumber),
            let change = tokens[number...].firstIndex(where: {
                CalendarWords.change.contains($0.word) || CalendarWords.validity.contains($0.word)
            }),
            tokens[number..<change].contains(where: { CalendarWords.days.contains($0.word) }),
            let publication = tokens[change...].firstIndex(where: { CalendarWords.publication.contains($0.word) }),
            CalendarWords.days.contains(tokens[publication - 1].word),
            tokens[change..<publication].contains(where: \.isNumber)
        else { return nil }
        return Array(tokens[(change + 1)...publication])
    }

    /// `[시행 2024. 3. 5.] [법률 제20345호, 2024. 2. 13., 일부개정]`: Korea's laws name the day of force before their own.
    static func fromKoreanHeader(_ tokens: [DateToken]) -> [DateToken]? {
        guard tokens.count > 2, tokens[0].kind == .mark, tokens[1].isWord("시행"),
            let end = tokens.firstIndex(where: { $0.isMark("]") || $0.isMark(")") }),
            tokens[end...].count(where: \.isNumber) > 2
        else { return nil }
        return Array(tokens[(end + 1)...])
    }
}
