import Model

/// Finds the names by which cases and acts are followed: `Getty Images v. Stability AI`, `李某诉刘某`, and those of the
/// table.
struct MatterNames {
    let tables: FactTables

    /// The parties of a case, in short.
    struct Parties: Equatable {
        var name: String
        var range: Range<Int>
    }

    func names(in fields: [(ReadField, parties: [Parties])]) -> [Proven<String>] {
        var seen: Set<String> = []
        var found: [Proven<String>] = []
        for (field, parties) in fields {
            for hit in field.hits(.matter) {
                let name = tables.rules[hit.rule].value
                guard seen.insert(name.lowercased()).inserted else { continue }
                found.append(Proven(name, [field.evidence("matter", hit)]))
            }
            for parties in parties where seen.insert(parties.name.lowercased()).inserted {
                found.append(Proven(parties.name, [field.text.evidence("case name", parties.range, field.field)]))
            }
        }
        return found
    }

    private static let separators: [[UInt8]] = [
        " v. ", " v ", " vs. ", " vs ", " V. ", " VS ", " c. ", " gegen ", " ./. ", " contra ", " contro ", " tegen ",
    ].map { Array($0.utf8) }

    private static func separator(_ bytes: [UInt8], _ index: Int) -> [UInt8]? {
        let begins = UInt16(bytes[index + 1]) << 8 | UInt16(bytes[index + 2])
        guard beginnings.contains(begins) else { return nil }
        return separators.first { separator in
            index + separator.count <= bytes.count
                && separator.indices.allSatisfy { bytes[index + $0] == separator[$0] }
        }
    }

    /// The two bytes behind the space of each separator.
    private static let beginnings = separators.map { UInt16($0[1]) << 8 | UInt16($0[2]) }

    /// Whether a separator goes on with a byte behind its space.
    private static let initials: [Bool] = (0..<256).map { byte in separators.contains { Int($0[1]) == byte } }

    /// The next offset at which parties may be joined: a space before an initial of a separator, or 诉.
    private static func candidate(in bytes: [UInt8], from start: Int) -> Int {
        initials.withUnsafeBufferPointer { initials in
            bytes.withUnsafeBufferPointer { bytes in
                var index = start
                while index + 3 < bytes.count {
                    let byte = bytes[index]
                    if byte == 0x20, initials[Int(bytes[index + 1])] { return index }
                    if byte == 0xE8, bytes[index + 1] == 0xAF, bytes[index + 2] == 0x89 { return index }
                    index &+= 1
                }
                return index
            }
        }
    }

    /// The cases named by their parties, at most four; a number beside a party, as in `Case C-250/25 Like Company v Google`,
    /// is no part of its name.
    static func parties(in text: FactText, citing citations: [CitationScanner.Hit] = []) -> [Parties] {
        var found: [Parties] = []
        let bytes = text.cased
        var index = candidate(in: bytes, from: 1)
        while index + 3 < bytes.count, found.count < 4 {
            if bytes[index] == 0x20 {
                let last = found.last?.range.upperBound ?? 0
                if let separator = separator(bytes, index),
                    let parties = latin(text, index, separator, citations, behind: last)
                {
                    found.append(parties)
                    index = parties.range.upperBound - 1
                }
            } else if let parties = chinese(text, index) {
                found.append(parties)
            }
            index = candidate(in: bytes, from: index + 1)
        }
        return found
    }

    /// The case that a title names by who sues whom: `GEMA sues OpenAI`. Who sues as one of many, as `Authors` do, names
    /// no case.
    static func suit(in title: FactText) -> Parties? {
        let bytes = title.cased
        for index in bytes.indices where bytes[index] == 0x20 {
            let verb = suing.first { verb in
                index + verb.count < bytes.count && verb.indices.allSatisfy { bytes[index + $0] == verb[$0] }
            }
            guard let verb else { continue }
            let left = words(title, endingAt: index)
            let right = words(title, startingAt: index + verb.count)
            guard !left.isEmpty, !right.isEmpty, right.lowerBound == index + verb.count else { return nil }
            let claimant = title.text(left)
            let last = claimant.lowercased().split(separator: " ").last.map(String.init) ?? ""
            let respondent = PartyName.short(title.text(right))
            guard !anybody.contains(last), !places.contains(respondent) else { return nil }
            let name = PartyName.short(claimant) + " v " + respondent
            return Parties(name: name, range: left.lowerBound..<right.upperBound)
        }
        return nil
    }

    private static let suing = [
        " sues ", " sue ", " Sues ", " Sue ", " sued ", " files lawsuit against ", " files a lawsuit against ",
        " files suit against ", " filed suit against ", " files copyright lawsuit against ", " Files Lawsuit Against ",
        " files complaint against ", " brings suit against ", " verklagt ", " erhebt Klage gegen ",
        " reicht Klage gegen ", " klagt gegen ", " assigne ", " demanda a ", " fa causa a ", " processa a ",
        " processa ", " klaagt ",
    ].map { Array($0.utf8) }

    /// What stands before a respondent's name: `sues US startup Acme`.
    private static let places: Set<String> = ["us", "uk", "eu", "chinese", "german", "french", "ai"]

    /// Claimants of whom there are many.
    private static let anybody: Set<String> = [
        "authors", "writers", "novelists", "artists", "illustrators", "musicians", "labels", "publishers", "newspapers",
        "outlets", "organisations", "organizations", "creators", "youtubers", "actors", "studios", "parents", "family",
        "families", "mother", "father", "woman", "man", "users", "customers", "consumers", "shareholders", "investors",
        "employees", "workers", "states", "general", "plaintiffs", "group", "groups", "state", "us", "city", "school",
        "verlage", "autoren", "künstler", "verbraucherzentrale", "éditeurs", "auteurs", "editores", "autores",
    ]

    private static func latin(
        _ text: FactText, _ index: Int, _ separator: [UInt8], _ citations: [CitationScanner.Hit], behind last: Int
    ) -> Parties? {
        var left = words(text, endingAt: index, from: last)
        var right = words(text, startingAt: index + separator.count)
        for citation in citations.map(\.range) {
            if citation.lowerBound < index, citation.upperBound > left.lowerBound {
                left = words(text, endingAt: index, from: max(last, citation.upperBound))
            }
            if right.contains(citation.lowerBound) {
                right = right.lowerBound..<max(right.lowerBound, citation.lowerBound - 1)
            }
        }
        right = withoutNext(right, in: text)
        guard !left.isEmpty, !right.isEmpty, right.lowerBound == index + separator.count, left.upperBound == index
        else {
            return nil
        }
        let isCommonWord = separator.count > 4 || separator == Array(" c. ".utf8)
        if isCommonWord, left.count < 3 || isProceeding(text.text(left)) { return nil }
        let name = PartyName.short(text.text(left)) + " v " + PartyName.short(text.text(right))
        return Parties(name: name, range: left.lowerBound..<right.upperBound)
    }

    /// The words of a party without those of the next case of a list: the first of `OpenAI and Bartz v. Anthropic`.
    private static func withoutNext(_ words: Range<Int>, in text: FactText) -> Range<Int> {
        let bytes = text.cased
        guard words.upperBound + 3 < bytes.count, bytes[words.upperBound] == 0x20,
            separator(bytes, words.upperBound) != nil
        else { return words }
        let joint = words.dropFirst().last { place in joints.contains { bytes[place...].starts(with: $0) } }
        return joint.map { words.lowerBound..<$0 } ?? words
    }

    private static let joints = [" and ", " & ", " et "].map { Array($0.utf8) }

    /// The capitalised words that end at an offset, six at most.
    private static func words(_ text: FactText, endingAt end: Int, from limit: Int = 0) -> Range<Int> {
        let bytes = text.cased
        var (start, count, cursor) = (end, 0, end)
        while cursor > limit, count < 7 {
            var wordStart = cursor
            while wordStart > limit, bytes[wordStart - 1] != 0x20 { wordStart -= 1 }
            var word = bytes[wordStart..<cursor]
            // `Getty Images (US) Inc` and `Acme (Appellant)` go on before the parenthesis, `(Acme` does not.
            if word.first == 0x28 {
                if word.last == 0x29, wordStart > 0 {
                    (cursor, count) = (wordStart - 1, count + 1)
                    continue
                }
                (word, wordStart) = (word.dropFirst(), wordStart + 1)
            }
            let isLast = wordStart > 0 && bytes[wordStart - 1] == 0x28
            guard let first = word.first, isPartyWord(word) else { break }
            // `CJEU: Like Company v Google` begins behind the colon.
            if word.last == 0x3A || word.last == 0x3B, cursor != end { break }
            // So does the question `Should Kadrey v. Meta be reversed?` behind its verb.
            if cursor != end, asking.contains(where: { word.elementsEqual($0) }) { break }
            if Bytes.isUpper(first) || first >= 0xC3 { start = wordStart }
            count += 1
            cursor = max(0, wordStart - 1)
            if wordStart == 0 || isLast { break }
        }
        return start..<end
    }

    /// Words with which a sentence begins, and no name does.
    private static let asking = [
        "Should", "Could", "Would", "Did", "Does", "Had", "Why", "How", "When", "What", "If", "Inside",
    ].map { Array($0.utf8) }

    /// The capitalised words from an offset on, six at most.
    private static func words(_ text: FactText, startingAt start: Int) -> Range<Int> {
        let bytes = text.cased
        var (end, count, cursor) = (start, 0, start)
        while cursor < bytes.count, count < 6 {
            var wordEnd = cursor
            while wordEnd < bytes.count, bytes[wordEnd] != 0x20 { wordEnd += 1 }
            let word = bytes[cursor..<wordEnd]
            guard isPartyWord(word), count > 0 || Bytes.isUpper(bytes[cursor]) || bytes[cursor] >= 0xC3 else { break }
            if let first = word.first, Bytes.isUpper(first) || first >= 0xC3 { end = wordEnd }
            count += 1
            cursor = wordEnd + 1
            if let last = word.last,
                last == 0x2C || last == 0x3A || last == 0x3B || last == 0x29 || (last == 0x2E && word.count > 5)
            {
                break
            }
        }
        while end > start, [0x2C, 0x3A, 0x3B, 0x2E, 0x29, 0x22].contains(bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    private static func isPartyWord(_ word: ArraySlice<UInt8>) -> Bool {
        guard let first = word.first else { return false }
        if first >= 0xE0 || first == 0x28 || first == 0x5B || first == 0x22 || first == 0x2D { return false }
        return Bytes.isUpper(first) || (first >= 0xC3 && first <= 0xDF) || word.elementsEqual("of".utf8)
            || word.elementsEqual("the".utf8) || word.elementsEqual("and".utf8) || word.elementsEqual("&".utf8)
            || word.elementsEqual("de".utf8) || word.elementsEqual("et".utf8) || word.elementsEqual("al".utf8)
            || word.elementsEqual("al.".utf8) || Bytes.isDigit(first)
    }

    /// Whether it is no party but what somebody brought against one: `Klage gegen OpenAI`.
    private static func isProceeding(_ name: String) -> Bool {
        let last = name.lowercased().split(separator: " ").last ?? ""
        return proceedings.contains { last.hasSuffix($0) }
    }

    private static let proceedings = [
        "klage", "urteil", "verfahren", "beschwerde", "berufung", "antrag", "prozess", "vorwürfe", "ermittlungen",
        "bußgeld", "anzeige", "rechtsstreit", "beschluss", "verfügung", "revision", "strafe", "untersuchung", "demanda",
        "recurso", "querella", "denuncia", "causa", "ricorso", "esposto", "ação", "processo", "zaak", "klacht",
        "boete", "vordering", "recours", "plainte", "procès", "action", "appel", "gesetz", "gesetzes", "gesetze",
        "gesetzentwurf", "entwurf", "protest", "proteste", "kampf", "vorgehen", "verbot", "widerstand", "widerspruch",
        "einspruch", "schutz", "maßnahmen", "initiative", "petition", "verstoß", "verstöße", "vorwurf", "kritik",
        "bündnis", "sanktionen", "regeln", "richtlinie", "verordnung", "warnung", "aufruf", "mittel", "ley", "leyes",
        "lucha", "protesta", "medidas", "legge", "lotta", "misure", "lei", "luta", "wet", "strijd",
        "maatregelen",
    ]

    /// `李某某诉刘某某`: up to eight characters at either side of 诉.
    private static func chinese(_ text: FactText, _ index: Int) -> Parties? {
        let bytes = text.cased
        var start = index
        while start >= 3, index - start < 24, isChineseLetter(bytes, start - 3) { start -= 3 }
        var end = index + 3
        while end + 3 <= bytes.count, end - index < 36, isChineseLetter(bytes, end) { end += 3 }
        guard index - start >= 6, end - index >= 9 else { return nil }
        let name = text.text(start..<end)
        guard !["起诉", "上诉", "投诉", "胜诉", "诉讼", "申诉", "反诉", "败诉", "诉请", "诉求", "告诉", "控诉"].contains(where: name.contains)
        else {
            return nil
        }
        return Parties(name: name, range: start..<end)
    }

    private static func isChineseLetter(_ bytes: [UInt8], _ index: Int) -> Bool {
        (0xE4...0xE9).contains(bytes[index])
    }
}
