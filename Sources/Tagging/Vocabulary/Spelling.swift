/// The ways in which people write one term.
enum Spelling {
    /// The term, and in German with `ae` for `ä`, in Arabic with and without the article and the particles that are
    /// written together with a word.
    static func variants(of term: String, language: String) -> [String] {
        switch language {
        case "de": german(term)
        case "ar": arabic(term)
        default: [term]
        }
    }

    private static func german(_ term: String) -> [String] {
        let transcribed: [Unicode.Scalar: String] = ["ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"]
        var other = ""
        for scalar in term.unicodeScalars {
            if let pair = transcribed[scalar] { other += pair } else { other.unicodeScalars.append(scalar) }
        }
        return other.utf8.elementsEqual(term.utf8) ? [term] : [term, other]
    }

    private static let particles = ["", "و", "ب", "ل", "ال", "وال", "بال", "لل"]

    private static func arabic(_ term: String) -> [String] {
        let scalars = Array(term.unicodeScalars)
        guard let first = scalars.first, (0x0600...0x06FF).contains(first.value) else { return [term] }
        let hasArticle = scalars.count > 4 && scalars[0].value == 0x0627 && scalars[1].value == 0x0644
        var stem = ""
        stem.unicodeScalars.append(contentsOf: hasArticle ? scalars.dropFirst(2) : scalars[...])
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
