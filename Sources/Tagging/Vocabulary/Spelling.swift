/// The ways in which people write one term.
enum Spelling {
    /// The ways in which a term is written, in UTF-8: in German with `ae` for `ä`, too, in Arabic with and without the
    /// article and the particles that are written together with a word, in Korean, which leaves the spaces between the
    /// words of a technical term to the writer (Hangul orthography, article 50), also without them. Empty where there is
    /// only the one.
    static func variants(of term: ArraySlice<UInt8>, language: String) -> [[UInt8]] {
        switch language {
        case "de": german(term)
        case "ar": arabic(term)
        case "ko": korean(term)
        default: []
        }
    }

    private static func german(_ term: ArraySlice<UInt8>) -> [[UInt8]] {
        guard term.contains(0xC3) else { return [] }
        var other: [UInt8] = []
        var index = term.startIndex
        while index < term.endIndex {
            if term[index] == 0xC3, index + 1 < term.endIndex, let vowel = umlauts[term[index + 1]] {
                other += [vowel, UInt8(ascii: "e")]
                index += 2
            } else {
                other.append(term[index])
                index += 1
            }
        }
        return other.count == term.count && term.elementsEqual(other) ? [] : [Array(term), other]
    }

    /// The letter below the dots, by the second byte of ä, ö, ü, Ä, Ö and Ü.
    private static let umlauts: [UInt8: UInt8] = [
        0xA4: 0x61, 0xB6: 0x6F, 0xBC: 0x75, 0x84: 0x41, 0x96: 0x4F, 0x9C: 0x55,
    ]

    private static func korean(_ term: ArraySlice<UInt8>) -> [[UInt8]] {
        let space = UInt8(ascii: " ")
        guard term.contains(space) else { return [] }
        let joined = term.indices.filter { index in
            term[index] != space || !(isHangul(term, index + 1) || isHangul(term, index - 3))
        }
        return joined.count == term.count ? [] : [Array(term), joined.map { term[$0] }]
    }

    /// Whether a syllable of Hangul, U+AC00 to U+D7A3, begins at an index.
    private static func isHangul(_ term: ArraySlice<UInt8>, _ index: Int) -> Bool {
        term.indices.contains(index) && (0xEA...0xED).contains(term[index])
    }

    private static let particles = ["", "و", "ب", "ل", "ال", "وال", "بال", "لل"].map { Array($0.utf8) }
    private static let article = Array("ال".utf8)

    private static func arabic(_ term: ArraySlice<UInt8>) -> [[UInt8]] {
        // The letters of the block, U+0600 to U+06FF, begin with these bytes.
        guard let first = term.first, (0xD8...0xDB).contains(first) else { return [] }
        let letters = term.lazy.filter { $0 & 0xC0 != 0x80 }.count
        let stem = letters > 4 && term.starts(with: article) ? term.dropFirst(article.count) : term
        return particles.map { $0 + stem }
    }
}

extension Spelling {
    /// Whether words as written are those that are spelled so: in full width or with another hyphen, capitals as they
    /// stand.
    ///
    /// - Parameters:
    ///   - written: the words of a text, in UTF-8.
    ///   - spelling: how they are spelled; `*` is the rest of a word.
    /// - Returns: whether they are the same.
    static func isSame(_ written: ArraySlice<UInt8>, _ spelling: [UInt8]) -> Bool {
        if let isSame = isSamePlain(written, spelling) { return isSame }
        let narrow = String(decoding: written, as: UTF8.self).unicodeScalars.map { scalar in
            (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
        }
        let isHyphen = { (value: UInt32) in value == 0x20 || value == 0x2D || (0x2010...0x2015).contains(value) }
        let expected = String(decoding: spelling, as: UTF8.self).unicodeScalars.map(\.value)
        var index = 0
        for letter in expected where letter != 0x2A {
            guard index < narrow.count, narrow[index] == letter || isHyphen(letter) && isHyphen(narrow[index]) else {
                return false
            }
            index += 1
        }
        // Behind what is spelled only soft signs may follow, unless the term has a star.
        return index >= narrow.count || expected.contains(0x2A)
            || narrow[index...].allSatisfy { $0 <= 0x20 || $0 == 0xAD }
    }

    /// The same for words in ASCII, byte by byte, as the `ai` of Italian is asked whether it is `AI` at each of its
    /// places; nil where a byte is none.
    private static func isSamePlain(_ written: ArraySlice<UInt8>, _ spelling: [UInt8]) -> Bool? {
        let isHyphen = { (byte: UInt8) in byte == 0x20 || byte == 0x2D }
        var index = written.startIndex
        var hasStar = false
        for letter in spelling {
            if letter >= 0x80 { return nil }
            if letter == 0x2A {
                hasStar = true
                continue
            }
            guard index < written.endIndex else { return false }
            let byte = written[index]
            if byte >= 0x80 { return nil }
            guard byte == letter || isHyphen(letter) && isHyphen(byte) else { return false }
            index += 1
        }
        for byte in written[index...] where byte >= 0x80 { return nil }
        return hasStar || written[index...].allSatisfy { $0 <= 0x20 }
    }
}
