import Model

extension DateInterpreter {
    /// Reads the zone right behind the time, else anywhere after it.
    mutating func readZone(_ start: Int) -> Finding {
        var index = start
        while isMark(index, ",") || isMark(index, "(") || isMark(index, "[") || isWord(index, in: ["uhr"])
            || ((isMark(index, ":") || isMark(index, "-")) && (isMark(index + 1, "+") || isMark(index + 1, "-")))
        {
            index += 1
        }
        let finding = zone(at: index, isNear: true)
        guard finding == .absent else { return finding }
        if let word = token(index), word.kind == .word, word.isUpper, (2...5).contains(word.word.utf8.count),
            month(at: index) == nil
        {
            tokens[index].isUsed = true
            // `XYZ-0700 2026`: of a zone that nobody knows the offset counts.
            if isOffset(index + 1), isMark(index + 1, "-") || isMark(index + 1, "+") {
                return signedZone(at: index + 1, isNear: true)
            }
        }
        for later in tokens.indices where later > index {
            let finding = zone(at: later, isNear: false)
            if finding != .absent { return finding }
        }
        if let before = tokens.indices.first(where: { isBeforeTime($0) }) { return zone(at: before, isNear: false) }
        if let before = tokens.firstIndex(where: { ZoneNames.ideographic[$0.word] != nil }) {
            return zone(at: before, isNear: false)
        }
        return .found
    }

    /// `HKT 15:30`: whether the abbreviation of a zone stands right before the time.
    private func isBeforeTime(_ index: Int) -> Bool {
        guard let token = token(index), token.isUpper, !token.isUsed, (3...4).contains(token.word.utf8.count),
            let hour = self.token(index + 1), hour.isNumber, hour.isUsed, isMark(index + 2, ":")
        else { return false }
        return ZoneNames.offset(token.word) != nil
    }

    /// The zone of a day without a time: `2024-03-05Z`, `2024-03-05+01:00`, `5 March 2024 GMT`.
    mutating func readDayZone() -> Finding {
        for index in tokens.indices.dropFirst() {
            let token = tokens[index]
            // `20260305143000Z00'00'` is how PDF writes it.
            if token.isWord("z"), token.isGlued,
                tokens[(index + 1)...].allSatisfy({ $0.isMark("'") || ($0.isNumber && $0.value == 0) })
            {
                _ = zone(at: index, isNear: true)
                use(index + 1..<tokens.count)
            }
            let isSigned = token.isMark("+") || token.isMark("-")
            let last = isMark(index - 2, ".") || isMark(index - 2, ",") ? index - 3 : index - 1
            if isSigned, hasMinutes(index) || endsWithOffset(index) || number(last).map({ $0.digits > 11 }) ?? false {
                if zone(at: index, isNear: true) == .impossible { return .impossible }
            }
            if token.isUpper, token.word.utf8.count == 3, isAtEnd(index) { _ = zone(at: index, isNear: false) }
        }
        return .absent
    }

    /// `+01:00`, in one piece.
    private func hasMinutes(_ index: Int) -> Bool {
        isMark(index + 2, ":") && (index + 1...index + 3).allSatisfy { token($0)?.isGlued ?? false }
            && (number(index + 3).map { $0.digits == 2 } ?? false)
    }

    /// `02.01.2006 -0700`: a sign that stands alone before four digits at the end of the text.
    func endsWithOffset(_ index: Int) -> Bool {
        !tokens[index].isGlued && index == tokens.count - 2 && isOffset(index)
    }

    /// Whether a sign stands before an offset that some zone has, behind which there is no more than a year.
    private func isOffset(_ index: Int) -> Bool {
        guard let number = number(index + 1), number.isGlued, number.digits == 4, number.value <= 1400,
            number.value % 100 % 15 == 0
        else { return false }
        return index == tokens.count - 2 || (index == tokens.count - 3 && tokens[index + 2].digits == 4)
    }

    /// Whether a word ends the text right behind a number: in `ART. 5 DU 5 MARS 2024` and `[2024] CAT 12` are no zones.
    private func isAtEnd(_ index: Int) -> Bool {
        tokens[..<index].last { $0.kind != .mark }?.isNumber ?? false
            && tokens[(index + 1)...].allSatisfy { $0.kind == .mark }
    }

    private mutating func zone(at index: Int, isNear: Bool) -> Finding {
        guard let token = token(index), !token.isUsed else { return .absent }
        switch token.kind {
        case .mark where token.isMark("+") || token.isMark("-"): return signedZone(at: index, isNear: isNear)
        case .word: return namedZone(at: index, isNear: isNear)
        default: return .absent
        }
    }

    /// `+8`, `+08`, `+800`, `+0800`, `+08:00`, `+01'00'`.
    private mutating func signedZone(at index: Int, isNear: Bool, mayBeApart: Bool = false) -> Finding {
        guard let number = number(index + 1),
            number.isGlued || mayBeApart
                || (isNear && isMark(index, "+") && number.digits == 4 && index == tokens.count - 2)
        else {
            return isNear && isMark(index, "+") ? .impossible : .absent
        }
        guard isNear || (number.digits == 4 && !tokens[index].isGlued), !isFurtherDay(index + 1) else { return .absent }
        var (hours, minutes, end) = (number.value, 0, index + 2)
        switch number.digits {
        case 1, 2:
            if isMark(end, ":") || isMark(end, "'") {
                guard let part = self.number(end + 1), part.digits == 2 else { return .impossible }
                minutes = part.value
                end += 2
            }
        case 3, 4: (hours, minutes) = (number.value / 100, number.value % 100)
        case 6: (hours, minutes) = (number.value / 10000, number.value / 100 % 100)
        default: return .impossible
        }
        guard hours < 24, minutes < 60 else { return .impossible }
        civil.offset = (hours * 3600 + minutes * 60) * (isMark(index, "-") ? -1 : 1)
        use(index..<end)
        return .found
    }

    /// `10:00～2024年3月7日`, `10:00-7 March`.
    private func isFurtherDay(_ index: Int) -> Bool {
        [CalendarWords.years, CalendarWords.months, CalendarWords.days].contains { isWord(index + 1, in: $0) }
            || (tokens[index].digits <= 2 && month(at: index + 1) != nil)
    }

    private mutating func namedZone(at index: Int, isNear: Bool) -> Finding {
        let token = tokens[index]
        if token.word == "etc", isMark(index + 1, "/") {
            use(index..<index + 2)
            let finding = zone(at: index + 2, isNear: isNear)
            // `Etc/GMT-3` is east of Greenwich, as POSIX counts.
            if isMark(index + 3, "+") || isMark(index + 3, "-") { civil.offset = civil.offset.map { -$0 } }
            return finding
        }
        if Self.continents.contains(token.word), isMark(index + 1, "/") { return placeZone(at: index) }
        if let length = readLongNamedZone(at: index) {
            use(index..<index + length)
            return .found
        }
        let isUniversal = ["gmt", "utc", "ut", "z"].contains(token.word) && (isNear || token.word != "z")
        let isName =
            token.isUpper && (isNear || token.word.utf8.count > 2)
            || (isNear && token.word.utf8.count > 2
                && !["met", "eat", "cat", "art", "ist", "wit", "har"].contains(token.word))
            || token.word.utf8.first.map { $0 > 0x7F } ?? false
        guard isUniversal || isName, mayBeZone(at: index), takeZone(named: token.word) else { return .absent }
        use(index..<index + 1)
        // `PST-0700`: the offset counts.
        if isNear, let number = number(index + 2), number.digits == 4, number.isGlued,
            isMark(index + 1, "+") || isMark(index + 1, "-"), tokens[index + 1].isGlued
        {
            return signedZone(at: index + 1, isNear: true)
        }
        // `10:30 GMT - 12:00 GMT`.
        if isMark(index + 1, "-"), isMark(index + 3, ":"), let hour = number(index + 2), !hour.isGlued,
            hour.value > civil.hour
        {
            return .found
        }
        // `(GMT +3)`; but `GMT - 10 July`.
        guard isUniversal, isMark(index + 1, "+") || isMark(index + 1, "-"),
            tokens[index + 1].isGlued || self.token(index + 3).map({ $0.isMark(")") || $0.isMark(":") }) ?? true
        else { return .found }
        let signed = signedZone(at: index + 1, isNear: true, mayBeApart: true)
        return signed == .absent ? .found : signed
    }

    /// The zone by name right behind a time that was found after all else.
    mutating func readNamedZone(behind index: Int) {
        guard civil.offset == nil, civil.zoneName == nil, token(index)?.kind == .word else { return }
        _ = namedZone(at: index, isNear: true)
    }

    /// Whether what stands behind a name lets it be a zone.
    ///
    /// A letter ends its text or stands before its year (RFC 822, 5.1): elsewhere it is an initial, a district or a
    /// docket. `Central` is the beginning of many a name, and what stands before `v` a party.
    private func mayBeZone(at index: Int) -> Bool {
        let word = tokens[index].word
        let rest = tokens[(index + 1)...].drop { $0.kind == .mark || $0.isUsed }
        if word.utf8.count == 1 {
            guard word != "z" || !(tokens[index].isGlued || rest.first?.isNumber ?? false) else { return true }
            return !isMark(index + 1, ".") && (rest.isEmpty || (rest.count == 1 && rest.first?.digits == 4))
        }
        // `Московское УФАС` and `Московский округ` are no zones.
        if word.hasPrefix("московск") { return isWord(index + 1, in: ["времени", "время"]) }
        if ZoneNames.isPlace(word), let next = token(index + 1), next.kind == .word {
            return isWord(index + 1, in: ["time", "standard", "daylight", "prevailing", "on", "and", "or"])
                || month(at: index + 1) != nil || !WeekdayNames.meanings(next.word).isEmpty
        }
        // In Czech `v` is the place where a time is kept.
        return !isWord(index + 1, in: ["v", "vs"]) || (language ?? "en") != "en" || word == "cet" || word == "cest"
    }

    private mutating func takeZone(named word: String) -> Bool {
        civil.offset = ZoneNames.offset(word)
        let rivals = ZoneNames.rivals(word)
        if let own = rivals.first(where: { $0.language == language }) { civil.offset = own.offset }
        civil.rivalOffsets = rivals.map(\.offset)
        guard civil.offset == nil, let place = ZoneNames.place(word) else { return civil.offset != nil }
        (civil.zoneName, civil.customaryOffset) = (place.zone, place.winter)
        return true
    }

    /// `Eastern Standard Time`, `W. Europe Standard Time`, `Brussels time`, `heure de Paris`: how many tokens they are.
    private mutating func readLongNamedZone(at index: Int) -> Int? {
        if isWord(index, in: ["heure", "heures", "hora", "horario", "ora"]), isWord(index + 1, in: ["de", "di", "do"]),
            let place = token(index + 2).flatMap({ ZoneNames.city($0.word) })
        {
            (civil.zoneName, civil.customaryOffset) = (place.zone, place.winter)
            return 3
        }
        var name: [String] = []
        for end in index..<min(index + 7, tokens.count) {
            if isMark(end, "."), tokens[end].isGlued { continue }
            guard tokens[end].kind == .word else { return nil }
            guard tokens[end].word == "time" else {
                name.append(tokens[end].word)
                continue
            }
            let joined = name.joined(separator: " ")
            if let place = WindowsZones.place(joined) ?? ZoneNames.city(joined) {
                (civil.zoneName, civil.customaryOffset) = (place.zone, place.winter)
                return end + 1 - index
            }
            civil.offset = ZoneNames.offset(named: joined) ?? WindowsZones.summerOffset(joined)
            return civil.offset != nil || (name.count == 1 && takeZone(named: joined)) ? end + 1 - index : nil
        }
        return nil
    }

    /// `Europe/Berlin`, `America/New_York`: a zone of the IANA database.
    private mutating func placeZone(at index: Int) -> Finding {
        var name = ""
        var end = index
        while let token = token(end), end == index || token.isGlued, !token.isUsed {
            switch token.kind {
            case .word where token.word == "us": name += "US"
            case .word: name += Self.particles.contains(token.word) ? token.word : token.word.capitalizedASCII
            case .mark where ["/", "_", "-"].contains { token.isMark($0) }:
                name.unicodeScalars.append(Unicode.Scalar(UInt32(token.value)) ?? "/")
            default:
                civil.zoneName = name
                use(index..<end)
                return .found
            }
            end += 1
        }
        civil.zoneName = name
        use(index..<end)
        return .found
    }

    private static let continents: Set<String> = [
        "africa", "america", "antarctica", "arctic", "asia", "atlantic", "australia", "europe", "indian", "pacific",
        "us",
        "canada",
    ]
    /// The small words in names of places: `Port_of_Spain`, `Port-au-Prince`.
    private static let particles: Set<String> = ["of", "au", "es"]
}

extension String {
    /// With its first letter, if it is one of ASCII, as a capital.
    fileprivate var capitalizedASCII: String {
        guard let first = utf8.first, (0x61...0x7A).contains(first) else { return self }
        return String(decoding: [first - 0x20], as: UTF8.self) + dropFirst()
    }
}
