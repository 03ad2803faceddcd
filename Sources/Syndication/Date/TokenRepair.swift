/// Tokens that the writing joined or divided against their meaning.
enum TokenRepair {
    /// The tokens as they are meant.
    static func repaired(_ tokens: [DateToken]) -> [DateToken] {
        var result: [DateToken] = []
        result.reserveCapacity(tokens.count + 1)
        var index = 0
        while index < tokens.count {
            let token = tokens[index]
            if let (day, hour) = dayAndHour(index, tokens) {
                result += [day, hour]
            } else if isOrdinalEnding(index, tokens) {
                index += 1
            } else if let year = dividedYear(index, tokens) {
                result.append(year)
                index += 2
            } else if let last = result.last, token.kind == .word, !token.isGlued, let era = era(last, token) {
                result[result.count - 1].word = era
            } else {
                result.append(token)
            }
            index += 1
        }
        return result
    }

    /// `2024-03-0514:30`, `05.03.202414:30`: a page that shows day and time in two lines.
    private static func dayAndHour(_ index: Int, _ tokens: [DateToken]) -> (DateToken, DateToken)? {
        let token = tokens[index]
        guard token.isNumber, token.digits == 4 || token.digits == 6, token.isGlued, index > 3,
            index + 2 < tokens.count, tokens[index + 1].isMark(":"), tokens[index + 2].digits == 2,
            [tokens[index - 1], tokens[index - 3]].allSatisfy({
                $0.isMark("-") || $0.isMark("/") || $0.isMark(".")
            }), (1...2).contains(tokens[index - 2].digits),
            token.digits == 4 ? tokens[index - 4].digits == 4 : (1...2).contains(tokens[index - 4].digits)
        else { return nil }
        var (day, hour) = (token, token)
        (day.value, day.digits) = (token.value / 100, token.digits - 2)
        (hour.value, hour.digits, hour.isGlued) = (token.value % 100, 2, false)
        return (day, hour)
    }

    /// `5:e`, `1:a`: Sweden's ordinal numbers.
    private static func isOrdinalEnding(_ index: Int, _ tokens: [DateToken]) -> Bool {
        guard tokens[index].isMark(":"), tokens[index].isGlued, index > 0, index + 1 < tokens.count else {
            return false
        }
        return (1...2).contains(tokens[index - 1].digits) && tokens[index + 1].isGlued
            && (tokens[index + 1].isWord("e") || tokens[index + 1].isWord("a"))
    }

    /// `5 de marzo de 2.024`: a year that is divided as large numbers are.
    private static func dividedYear(_ index: Int, _ tokens: [DateToken]) -> DateToken? {
        guard tokens[index].digits == 1, (1...2).contains(tokens[index].value), index > 0, index + 2 < tokens.count,
            tokens[index - 1].isWord("de") || tokens[index - 1].isWord("del"), tokens[index + 1].isMark("."),
            tokens[index + 1].isGlued, tokens[index + 2].digits == 3, tokens[index + 2].isGlued,
            index + 3 == tokens.count || !tokens[index + 3].isGlued || tokens[index + 3].kind == .mark
        else { return nil }
        var year = tokens[index]
        (year.value, year.digits) = (year.value * 1000 + tokens[index + 2].value, 4)
        return year
    }

    /// `令 和`: spaced to fill a line.
    private static func era(_ first: DateToken, _ second: DateToken) -> String? {
        guard first.kind == .word, second.word.unicodeScalars.count == 1, first.word.unicodeScalars.count == 1,
            second.word.unicodeScalars.first.map({ $0.value > 0x3000 }) ?? false
        else { return nil }
        let joined = first.word + second.word
        return CalendarWords.eras[joined] != nil ? joined : nil
    }
}
