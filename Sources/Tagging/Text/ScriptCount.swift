import Model

/// Counts the letters of a text by script, from its bytes.
struct ScriptCount {
    enum Script { case latin, han, kana, hangul, cyrillic, arabic }

    /// The languages that are written in a script other than Latin.
    private static let languages: [Script: Set<String>] = [
        .han: ["zh"], .kana: ["ja"], .hangul: ["ko"],
        .cyrillic: [
            "ru", "uk", "be", "bg", "mk", "mn", "kk", "ky", "tg", "tt", "ba", "ce", "cv", "os", "sr", "bs", "sh", "az",
            "uz",
        ],
        .arabic: ["ar", "fa", "ur", "ps", "ug", "sd", "ckb", "ku", "az", "ks", "pa"],
    ]
    /// Languages of those that are written in Latin letters as well, or in letters that are not counted.
    private static let ofTwoScripts: Set<String> = ["sr", "bs", "sh", "az", "uz", "kk", "tt", "ku", "pa", "sd", "ks"]
    private static let others = languages.values.reduce(into: Set<String>()) { $0.formUnion($1) }
        .subtracting(ofTwoScripts)

    /// Whether texts in a language may be in a script.
    static func isWritten(_ language: Language, in script: Script) -> Bool {
        script == .latin
            ? !others.contains(language.primary) : languages[script]?.contains(language.primary) ?? false
    }

    private var latin = 0
    private var han = 0
    private var kana = 0
    private var hangul = 0
    private var cyrillic = 0
    private var arabic = 0
    private var traditional = 0
    private var simplified = 0

    /// Counts the letters of UTF-8; a character that is cut off at its end counts for nothing.
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                let letters = Self.letters(in: bytes, at: index)
                if letters >= 0 {
                    latin &+= letters
                    index &+= 8
                    continue
                }
                if (byte | 0x20) &- 0x61 < 26 { latin &+= 1 }
                index &+= 1
                continue
            }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            guard index + length <= bytes.count else { return }
            var scalar = UInt32(byte & (0x7F >> UInt8(length)))
            for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
            add(scalar)
            index &+= length
        }
    }

    /// How many of the next eight bytes are letters; -1 where fewer are left, or where one is no ASCII.
    @inline(__always)
    private static func letters(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        guard index + 8 <= bytes.count else { return -1 }
        let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        let block = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
        guard block & highs == 0 else { return -1 }
        // A byte's highest bit tells whether it is at least `a`, and whether it is beyond `z`.
        let lower = block | ones &* 0x20
        let (fromA, beyondZ) = (lower &+ ones &* (0x80 - 0x61), lower &+ ones &* (0x80 - 0x7B))
        return (fromA & ~beyondZ & highs).nonzeroBitCount
    }

    private mutating func add(_ scalar: UInt32) {
        switch scalar {
        case 0xC0...0x24F: latin += 1
        case 0x400...0x52F: cyrillic += 1
        case 0x600...0x6FF: arabic += 1
        case 0x3041...0x30FF: kana += 1
        case 0xAC00...0xD7A3: hangul += 1
        case Self.firstHan...0x9FFF:
            han += 1
            let kind = Self.kinds[Int(scalar - Self.firstHan)]
            if kind & Self.isTraditional != 0 { traditional += 1 }
            if kind & Self.isSimplified != 0 { simplified += 1 }
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

    /// Whether letters of East Asia are so few that they may be a name within a text in Latin letters.
    var mayBeLatin: Bool { latin >= (han + kana + hangul) * 2 }

    /// Whether Chinese characters may be Japanese: kana stand among them, or they are no more than a title.
    var mayBeJapanese: Bool { kana > 0 || han <= Self.mostInTitle }

    /// Chinese characters of a Japanese title that has no kana, at most.
    private static let mostInTitle = 30

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

    private static let firstHan: UInt32 = 0x4E00
    private static let (isTraditional, isSimplified): (UInt8, UInt8) = (1, 2)

    /// For each Chinese character, whether only one of the two scripts has it: a traditional one that has a simplified
    /// form, or such a form.
    private static let kinds: [UInt8] = {
        var kinds = [UInt8](repeating: 0, count: 0x5200)
        var forms = FoldTable.chinese.unicodeScalars.lazy.filter { $0.value > 0x20 }.makeIterator()
        while let traditional = forms.next(), let simplified = forms.next() {
            for (scalar, kind) in [(traditional, isTraditional), (simplified, isSimplified)]
            where (firstHan...0x9FFF).contains(scalar.value) {
                kinds[Int(scalar.value - firstHan)] |= kind
            }
        }
        for scalar in shared.unicodeScalars { kinds[Int(scalar.value - firstHan)] = 0 }
        return kinds
    }()

    /// Simplified forms that are traditional characters of their own, as 制 of 製 is in 管制: those that Big5 has among
    /// the frequent ones.
    private static let shared = """
        丑丰么于云仆伙余佛佣俊修僵儿克冢冬准凌几凶出划刮制千升卜占即卷只台吁吃合吊同后向听呆周咨咸咽哄唇喂噪回困坏夸奸姜娘家尸局岩岳峰巨布帘席干并幸床庵弦彩征御志念恤愈愿戚才扎扑托\
        扣折拐挂挨挽捆搜教斗旋旗既昆晒暗曲朱朴杆杠杯杰松板查栗核梁棋欲污沈沾泄泛注涌游溯漓灶玩症痴皂真矩私秋秘筑粽糊糖系累群肴胄胡腌致舍芸苔范荐蒙蓑蔑虫虱表谷辟逾郁酸采里雇雕霉面飧
        """
}
