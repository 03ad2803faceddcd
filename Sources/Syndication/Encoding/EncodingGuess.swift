/// What a document is that does not say how it is encoded, or says it wrongly: told from its bytes and its language.
enum EncodingGuess {
    /// The encoding.
    ///
    /// - Parameters:
    ///   - bytes: A document that is no clean UTF-8.
    ///   - language: The language of its source, as a BCP 47 tag; what the document says of itself counts before it.
    /// - Returns: Its name; nil for UTF-8, damaged perhaps, and for whatever Latin alphabet nothing is known of.
    static func name(_ bytes: UnsafeBufferPointer<UInt8>, language: String?) -> String? {
        guard UTF8Scan.firstBeyondASCII(in: bytes) != nil else { return escaped(bytes) }
        guard !UTF8Scan.isRather(bytes) else { return nil }
        let runs = Runs(bytes)
        if let name = name(bytes, runs, language) ?? (runs.areDouble ? double(bytes) : nil) { return name }
        return runs.areDense ? byLetters(sample(bytes)) : nil
    }

    /// What a document is that says windows-1252 as servers do unasked; nil where that may be true.
    static func instead(ofLatin bytes: UnsafeBufferPointer<UInt8>, language: String?) -> String? {
        name(bytes, Runs(bytes), language, beyondLatin: true)
    }

    /// Whether a document may well be in an encoding that it declares, as its language needs letters that windows-1252 lacks.
    static func isUsual(_ name: String, for bytes: UnsafeBufferPointer<UInt8>, language: String?) -> Bool {
        guard UTF8Scan.firstBeyondASCII(in: bytes) != nil, let tag = tag(of: bytes, language) else { return false }
        let kin = ["ISO-8859-2": "CP1250", "ISO-8859-9": "CP1254", "ISO-8859-13": "CP1257", "ISO-8859-4": "CP1257"]
        return candidates(tag, Runs(bytes)).first == kin[name] ?? name
    }

    /// Whether bytes stand for letters of windows-1250 where ISO 8859-2 has controls only.
    static func isWindows1250(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.contains { [0x8A, 0x8C, 0x8D, 0x8E, 0x8F, 0x9A, 0x9C, 0x9D, 0x9E, 0x9F].contains($0) }
    }

    /// Whether ISO 8859-2 is likelier than windows-1250: one of the letters that both have in other places stands in a
    /// word where the other has a sign, or a letter that the language lacks.
    private static func isLatin2(_ bytes: UnsafeBufferPointer<UInt8>, _ tag: String) -> Bool {
        let telling: Set<UInt8>
        switch tag.lowercased().prefix(2) {
        case "pl": telling = [0xA1, 0xA6, 0xAC, 0xB1, 0xB6, 0xBC]
        case "cs", "sk", "sl", "hr", "bs": telling = [0xB9]
        default: return false
        }
        guard !isWindows1250(bytes) else { return false }
        let isLetter = { (byte: UInt8) in isAlphanumeric(byte) && byte > 0x40 }
        return bytes.indices.dropFirst().dropLast().contains {
            telling.contains(bytes[$0]) && (isLetter(bytes[$0 - 1]) || isLetter(bytes[$0 + 1]))
        }
    }

    /// The language of a document. Templates say English, whatever stands in them.
    private static func tag(of bytes: UnsafeBufferPointer<UInt8>, _ language: String?) -> String? {
        ownLanguage(bytes).map { $0.lowercased().hasPrefix("en") ? language : $0 } ?? language
    }

    private static func name(
        _ bytes: UnsafeBufferPointer<UInt8>, _ runs: Runs, _ language: String?, beyondLatin: Bool = false
    ) -> String? {
        guard let tag = tag(of: bytes, language), !candidates(tag, runs).isEmpty else { return nil }
        let names = candidates(tag, runs)
        if names == ["CP1250"], !beyondLatin, isLatin2(bytes, tag) { return "ISO-8859-2" }
        if names == ["CP1250"] || names == ["CP1254"] || names == ["CP1257"] {
            guard beyondLatin else { return names[0] }
            // Polish and Czech letters stand in other places of ISO 8859-2.
            let rivals = names == ["CP1250"] && isLatin2(bytes, tag) ? ["ISO-8859-2"] + names : names
            let beginning = Self.sample(bytes)
            return rivals.first { Alphabets.fit(beginning, tag, $0, instead: "CP1252") }
        }
        // Quotation marks in a text of another language stand alone.
        guard runs.areDense else { return nil }
        let sample = Self.sample(bytes)
        let isCyrillic = names.contains("CP1251")
        let scored = names.compactMap { name -> (name: String, score: Double)? in
            guard let converter = Iconv(from: name) else { return nil }
            var faults = 0
            let text = converter.convert(sample, faults: &faults)
            guard faults * 20 <= runs.bytes else { return nil }
            return (name, isCyrillic ? lowerCase(text) : -Double(faults))
        }
        return scored.max { $0.score < $1.score }?.name
    }

    /// The beginning of the text; scripts and styles before it tell nothing.
    private static func sample(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        let start = UTF8Scan.firstBeyondASCII(in: bytes) ?? 0
        return UnsafeBufferPointer(rebasing: bytes[start...].prefix(65_536))
    }

    /// The encodings of a language, the likeliest first; none where windows-1252 will do.
    private static func candidates(_ tag: String, _ runs: Runs) -> [String] {
        let parts = tag.lowercased().split { $0 == "-" || $0 == "_" }
        switch parts.first ?? "" {
        case "zh":
            guard !runs.areDouble else { return ["GB18030"] }
            let isTraditional = parts.dropFirst().contains { ["hant", "tw", "hk", "mo"].contains($0) }
            return isTraditional ? ["BIG5-HKSCS", "GB18030"] : ["GB18030", "BIG5-HKSCS"]
        case "ja": return runs.areDouble ? ["EUC-JP-MS", "CP932"] : ["CP932", "EUC-JP-MS"]
        case "ko": return ["CP949"]
        case "ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg":
            return ["CP1251", "KOI8-U", "IBM866", "ISO-8859-5"]
        case "el": return ["CP1253"]
        case "he": return ["CP1255"]
        // Windows' has letters where the other has none.
        case "ar": return ["ISO-8859-6", "CP1256"]
        case "fa", "ur": return ["CP1256"]
        case "th": return ["CP874"]
        case "pl", "cs", "sk", "hu", "sl", "hr", "bs", "ro", "sq": return ["CP1250"]
        case "tr", "az": return ["CP1254"]
        case "lt", "lv", "et": return ["CP1257"]
        default: return []
        }
    }

    /// What text of two bytes a character is by its first bytes: kana stand in two rows, Hangul in the first half of what
    /// Chinese fills.
    private static func double(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var (kana, hangul, all) = (0, 0, 0)
        var index = 0
        while index + 1 < bytes.count, all < 4000 {
            guard bytes[index] >= 0x80 else {
                index += 1
                continue
            }
            all += 1
            if (0xA4...0xA5).contains(bytes[index]) { kana += 1 }
            if (0xB0...0xC8).contains(bytes[index]) { hangul += 1 }
            index += 2
        }
        if kana * 4 >= all { return "EUC-JP-MS" }
        return hangul * 100 >= all * 97 ? "CP949" : "GB18030"
    }

    /// How much of what is beyond ASCII is small letters of Cyrillic: its encodings swap small ones with capitals.
    private static func lowerCase(_ text: [UInt8]) -> Double {
        var (small, all) = (0, 0)
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars where scalar.value > 0x7F {
            all += 1
            if (0x430...0x45F).contains(scalar.value) || scalar.value == 0x491 { small += 1 }
        }
        return Double(small) / Double(max(1, all))
    }

    /// The language that a feed or a page names near its beginning.
    private static func ownLanguage(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        let head = UnsafeBufferPointer(rebasing: bytes.prefix(2048))
        let scan = ByteScan(head)
        // Not `hreflang`, which speaks of other pages.
        for end in (["<language>", ":lang=", " lang="] as [StaticString]).compactMap({ scan.end(of: $0, from: 0) }) {
            let tag = head[end...].drop { $0 == 0x22 || $0 == 0x27 || $0 <= 0x20 }
                .prefix { ByteScan.isNamePart($0) && $0 < 0x80 }
            if tag.count > 1 { return String(decoding: tag.prefix(35), as: UTF8.self) }
        }
        return nil
    }

    /// The escapes of ISO 2022, in seven bits.
    private static func escaped(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        let scan = ByteScan(bytes)
        if scan.end(of: "\u{1B}$B", from: 0) ?? scan.end(of: "\u{1B}$@", from: 0) != nil { return "ISO-2022-JP" }
        return scan.end(of: "\u{1B}$)C", from: 0) == nil ? nil : "ISO-2022-KR"
    }

    /// The rows of bytes beyond ASCII, as far as they are no UTF-8.
    private struct Runs {
        private(set) var bytes = 0
        private var count = 0
        private var (even, odd) = (0, 0)

        init(_ all: UnsafeBufferPointer<UInt8>) {
            var index = 0
            while let fault = UTF8Scan.fault(in: all, from: index), count < 2000 {
                index = fault.index + fault.length
                guard fault.kind == .byte else { continue }
                count += 1
                var end = fault.index
                while end < all.count, all[end] >= 0x80 { end += 1 }
                let length = end - fault.index
                bytes += length
                if length % 2 == 0 { even += length } else { odd += length }
                index = end
            }
        }

        /// Text of two bytes a character comes in even rows.
        var areDouble: Bool { even >= 16 && even > odd * 8 }
        /// Words beyond ASCII, rather than single letters and marks among those of ASCII.
        var areDense: Bool { bytes >= 8 && bytes * 10 >= count * 18 }
    }
}
