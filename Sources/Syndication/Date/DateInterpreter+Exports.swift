import Model

/// Times without colons, as databases and programs write them.
extension DateInterpreter {
    /// `20240305 101530`, `2024-03-05-10.15.30.123456`, `2024-03-05_10-15-30`, `05 Mar 2024 1015 GMT`.
    mutating func exportedClock(_ index: Int) -> (Finding, Int) {
        let place = place(index)
        guard place != .elsewhere else { return (.absent, index) }
        if let (parts, end) = dividedParts(index, place) { return found(parts, index, end) }
        let token = tokens[index]
        guard token.digits == 4 || token.digits == 6, mayBeWhole(index, place) else { return (.absent, index) }
        let value = token.digits == 4 ? token.value * 100 : token.value
        return found([value / 10000, value / 100 % 100, value % 100], index, index + 1)
    }

    /// What a number stands right behind.
    private enum Place { case dayOfISO, compactDay, year, elsewhere }

    private func place(_ index: Int) -> Place {
        let last = isJoint(index - 1) ? index - 2 : index - 1
        guard let before = number(last) else { return .elsewhere }
        if before.digits == 8, (19000101...20991231).contains(before.value) { return .compactDay }
        if before.digits == 4, month(at: last - 1) != nil { return .year }
        guard before.digits == 2, number(last - 2)?.digits == 2, number(last - 4)?.digits == 4,
            let mark = token(last - 1), mark.kind == .mark, mark.value == tokens[last - 3].value, !mark.isMark(":")
        else { return .elsewhere }
        return .dayOfISO
    }

    private func isJoint(_ index: Int) -> Bool {
        guard let token = token(index), token.isGlued else { return false }
        return token.isMark("-") || token.isMark("_") || token.isWord("t")
    }

    /// `10-15-30`, `10.15.30`, `10_15_30`, `10 15 30` before a zone, and `10_15` behind `_`.
    private func dividedParts(_ index: Int, _ place: Place) -> ([Int], end: Int)? {
        guard tokens[index].digits == 2, place != .compactDay, let mark = token(index + 1) else { return nil }
        var values = [tokens[index].value]
        var end = index + 1
        if mark.isNumber {
            while let part = number(end), part.digits == 2, values.count < 3 {
                values.append(part.value)
                end += 1
            }
            return values.count == 3 && place == .year && isZoneOfExport(end) ? (values, end) : nil
        }
        guard mark.isMark("-") || mark.isMark("_") || (mark.isMark(".") && isJoint(index - 1)) else { return nil }
        while values.count < 3, token(end).map({ $0.isGlued && $0.kind == .mark && $0.value == mark.value }) ?? false,
            let part = number(end + 1), part.digits == 2, part.isGlued
        {
            values.append(part.value)
            end += 2
        }
        if values.count == 2, mark.isMark("_"), isMark(index - 1, "_") { values.append(0) }
        end = pastFraction(end)
        return values.count == 3 && (token(end) == nil || isZoneOfExport(end)) ? (values, end) : nil
    }

    /// Whether four or six digits in one piece are a time.
    private func mayBeWhole(_ index: Int, _ place: Place) -> Bool {
        switch place {
        case .elsewhere: false
        case .year: isZoneOfExport(index + 1)
        // Of four digits behind a word nobody knows what they are: `Docket 2024-03-05 1234`.
        case .dayOfISO:
            !tokens[index].isGlued && (index == 5 || tokens[index].digits == 6)
                && (token(index + 1) == nil || isZoneOfExport(index + 1))
        // `20240305-1015` is the number of a document.
        case .compactDay:
            (!tokens[index].isGlued || (isJoint(index - 1) && tokens[index].digits == 6))
                && (token(index + 1) == nil || isZoneOfExport(index + 1))
        }
    }

    private func isZoneOfExport(_ index: Int) -> Bool {
        isWord(index, in: ["gmt", "utc", "ut", "z"])
            || ((isMark(index, "+") || isMark(index, "-")) && (number(index + 1)?.isGlued ?? false)
                && (isMark(index + 2, ":") || index == tokens.count - 2))
    }

    private mutating func found(_ parts: [Int], _ index: Int, _ end: Int) -> (Finding, Int) {
        guard parts[0] < 24, parts[1] < 60, parts[2] < 60 else { return (.absent, index) }
        (civil.hour, civil.minute, civil.second) = (parts[0], parts[1], parts[2])
        if isJoint(index - 1) { use(index - 1..<index) }
        return (.found, end)
    }

    /// Past the fraction of a second.
    func pastFraction(_ index: Int) -> Int {
        let hasFraction = (isMark(index, ".") || isMark(index, ",")) && (number(index + 1)?.isGlued ?? false)
        return hasFraction ? index + 2 : index
    }
}
