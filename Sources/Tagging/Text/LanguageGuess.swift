import Model

/// Tells the language of a text by its script and its function words, where nobody says it or where what is said
/// cannot be.
///
/// Only the beginning of a text is looked at, byte by byte, since this is asked for each item.
enum LanguageGuess {
    /// Bytes of a text that are looked at.
    private static let reach = 600

    /// The language to read a text in: the declared one, unless its script or all its small words are another's.
    ///
    /// - Parameters:
    ///   - texts: The text's parts, the title first.
    ///   - declared: What the source says; nil where it says nothing.
    /// - Returns: The language; nil where nothing tells.
    static func language(of texts: [String], declared: Language?) -> Language? {
        var count = ScriptCount()
        var words = WordCount()
        for text in texts {
            for byte in text.utf8.prefix(reach) {
                count.add(byte)
                words.add(byte)
            }
            words.add(0x20)
        }
        guard let script = count.script else { return declared }
        if script == .latin {
            let isLatin = declared.map { !ScriptCount.otherScripts.contains($0.primary) } ?? false
            return words.best(declared: isLatin ? declared?.primary : nil)
                ?? (isLatin ? declared : declared.map { _ in .english })
        }
        let told = count.language(in: script)
        return declared?.primary == told.primary ? declared : told
    }
}

/// Counts the letters of a text by script, from its bytes.
private struct ScriptCount {
    enum Script { case latin, han, kana, hangul, cyrillic, arabic }

    /// Languages that are not written in Latin letters.
    static let otherScripts: Set<String> = ["zh", "ja", "ko", "ru", "ar"]

    private var latin = 0
    private var han = 0
    private var kana = 0
    private var hangul = 0
    private var cyrillic = 0
    private var arabic = 0
    private var traditional = 0
    private var simplified = 0
    private var pending: UInt32 = 0
    private var left = 0

    mutating func add(_ byte: UInt8) {
        if byte < 0x80 {
            if Bytes.isLetter(byte) { latin += 1 }
        } else if byte >= 0xC0 {
            left = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1
            pending = UInt32(byte & (byte >= 0xF0 ? 0x07 : byte >= 0xE0 ? 0x0F : 0x1F))
        } else if left > 0 {
            pending = pending << 6 | UInt32(byte & 0x3F)
            left -= 1
            if left == 0 { addScalar() }
        }
    }

    private mutating func addScalar() {
        switch pending {
        case 0xC0...0x24F: latin += 1
        case 0x400...0x52F: cyrillic += 1
        case 0x600...0x6FF: arabic += 1
        case 0x3041...0x30FF: kana += 1
        case 0xAC00...0xD7A3: hangul += 1
        case 0x4E00...0x9FFF:
            han += 1
            if Self.traditionalOnly.contains(pending) { traditional += 1 }
            if Self.simplifiedOnly.contains(pending) { simplified += 1 }
        default: break
        }
    }

    /// The script that most of the text is in; nil where it has no letters. A character of East Asia weighs five
    /// letters, as names in Latin letters stand in its texts.
    var script: Script? {
        let asian = han + kana + hangul
        if asian > 0, asian * 5 >= latin {
            if hangul * 3 > asian { return .hangul }
            return kana * 8 > asian ? .kana : .han
        }
        if cyrillic + arabic > 0, (cyrillic + arabic) * 2 >= latin { return cyrillic > arabic ? .cyrillic : .arabic }
        return latin > 0 ? .latin : nil
    }

    /// The language that a script other than Latin is taken for.
    func language(in script: Script) -> Language {
        switch script {
        case .hangul: Language("ko")
        case .kana: Language("ja")
        case .cyrillic: Language("ru")
        case .arabic: Language("ar")
        case .han, .latin: traditional > simplified ? Language("zh-Hant") : .simplifiedChinese
        }
    }

    private static let traditionalOnly = Set(
        "個為與國會來時這們對發業資訊關機構應無產權點實開學經場動務過說長門問間書條東車號將從後員總並處議際團圖標準審查證據護產論訴訟規範圍製著權責險".unicodeScalars.map(\.value))
    private static let simplifiedOnly = Set(
        "个为与国会来时这们对发业资讯关机构应无产权点实开学经场动务过说长门问间书条东车号将从后员总并处议际团图标准审查证据护论诉讼规范围制责险".unicodeScalars.map(\.value)
    ).subtracting(traditionalOnly)
}

/// Counts the small words of languages written in Latin letters.
private struct WordCount {
    /// The small words by language: articles, prepositions, forms of to be.
    private static let smallWords: [(language: String, words: String)] = [
        (
            "en",
            "the of and to in for on with that is by from as its are was has will not may over after it or an at be"
        ),
        (
            "de",
            "der die das und von für mit den dem des ist ein eine auf nicht im zu bei sich vom zur zum als auch wird durch"
        ),
        (
            "fr",
            "le la les des et du une un pour dans sur par est au aux qui que ne pas sont ses son avec en ce d'un cette"
        ),
        ("es", "el la los las del y en por para con una un que se su al es no lo como más sus ante sobre"),
        ("it", "il lo la gli le di del della e per con una un che dei delle nel sul è al non alla dal da dell nella"),
        ("pt", "o a os as do da dos das e em no na para por com um uma que não ao são pela pelo à se nos"),
        ("nl", "de het een en van voor met op is aan dat te niet door bij zijn wordt ook naar om over uit"),
        ("pl", "i w z na do nie się o że jest dla przez od oraz po za ze jak przy są"),
        ("cs", "a v na se že je s z do o pro ve podle za jako není od po jsou k při"),
    ]

    /// For each small word, a bit for each language that has it.
    private static let bits: [UInt64: UInt16] = {
        var bits: [UInt64: UInt16] = [:]
        for (index, entry) in smallWords.enumerated() {
            for word in entry.words.split(separator: " ") {
                let key = word.utf8.reduce(0) { $0 << 8 | UInt64($1) }
                bits[key, default: 0] |= 1 << UInt16(index)
            }
        }
        return bits
    }()

    private var counts = [Int](repeating: 0, count: smallWords.count)
    private var word: UInt64 = 0
    private var length = 0

    mutating func add(_ byte: UInt8) {
        let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        if lower >= 0x80 || (lower >= 0x61 && lower <= 0x7A) {
            word = word << 8 | UInt64(lower)
            length += 1
            return
        }
        if length > 0, length <= 7, let found = Self.bits[word] {
            for index in counts.indices where found & 1 << UInt16(index) != 0 { counts[index] += 1 }
        }
        word = 0
        length = 0
    }

    /// The language with the most small words; of a declared one only where it has none and another at least three.
    func best(declared: String?) -> Language? {
        let ranked = counts.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
        let (first, second) = (ranked[0], ranked[1])
        if let declared {
            guard let own = Self.smallWords.firstIndex(where: { $0.language == declared }), counts[own] == 0,
                counts[first] >= 3
            else { return nil }
        } else {
            guard counts[first] >= 2, counts[first] > counts[second] else { return nil }
        }
        return Language(Self.smallWords[first].language)
    }
}
