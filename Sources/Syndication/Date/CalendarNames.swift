import Model

/// Month names in a row of tokens, also those of several words.
enum CalendarNames {
    /// The meanings of the month name at an index, and how many tokens it is; nil where there is none.
    static func month(
        at index: Int, in tokens: [DateToken], language: String?
    ) -> (meanings: [MonthNames.Meaning], length: Int)? {
        guard tokens.indices.contains(index), tokens[index].kind == .word else { return nil }
        if ["thang", "thg"].contains(tokens[index].word), index + 1 < tokens.count, tokens[index + 1].isNumber {
            let value = tokens[index + 1].value
            return (1...12).contains(value) ? ([MonthNames.Meaning(month: value, languages: ["vi"])], 2) : nil
        }
        for length in [3, 2] {
            guard index + length <= tokens.count else { continue }
            let words = tokens[index..<index + length]
            guard words.allSatisfy({ $0.kind == .word }) else { continue }
            let meanings = MonthNames.meanings(words.map(\.word).joined(separator: " "))
            if !meanings.isEmpty { return (meanings, length) }
        }
        let meanings = meanings(tokens[index].word)
        if wordsElsewhere.contains(tokens[index].word) {
            let own = language == "fil" ? "tl" : language ?? ""
            guard meanings.contains(where: { $0.languages.contains(own) }) else { return nil }
        }
        return meanings.isEmpty ? nil : (meanings, 1)
    }

    /// Short names that mean so much else that they are months only in a text of their own language: `Urt.` is a
    /// judgment in German, `там` is "there" in Russian.
    private static let wordsElsewhere: Set<String> = [
        "urt", "ots", "api", "eka", "uzt", "abu", "ira", "urr", "aza", "abe", "ion", "maw", "ebr", "meh", "hyd", "shk",
        "pri", "qer", "sht", "tet", "dhj", "hun", "hul", "nob", "fan", "там",
    ]

    /// The meanings of a word without what is written in one with it: Thai's `เดือน` ("month") before a name, Kazakh's
    /// endings for "on" and "of" behind it.
    private static func meanings(_ word: String) -> [MonthNames.Meaning] {
        let plain = MonthNames.meanings(word)
        guard plain.isEmpty, let first = word.unicodeScalars.first, first.value > 0x3FF else { return plain }
        // Hebrew's "of".
        if first == "ל" { return MonthNames.meanings(String(word.dropFirst())).filter { $0.languages.contains("he") } }
        if word.utf8.starts(with: "เดือน".utf8) { return MonthNames.meanings(String(word.unicodeScalars.dropFirst(5))) }
        for ending in ["дағы", "дегі", "тағы", "тегі", "ындағы", "індегі", "да", "де", "та", "те"]
        where word.hasSuffix(ending) {
            let meanings = MonthNames.meanings(String(word.dropLast(ending.count)))
            if meanings.contains(where: { $0.languages.contains("kk") }) { return meanings }
        }
        return []
    }

    /// The English month that a misspelt name begins as (`Janurary`).
    static func beginning(_ word: String) -> Int? {
        guard word.utf8.count > 3, word.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let start = String(word.prefix(3))
        return MonthNames.meanings(start).first { $0.languages.contains("en") }?.month
    }
}
