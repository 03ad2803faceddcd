import Model

/// Words that the end of a line broke, as texts from PDF have them: `arti-⏎ficial`, `生成Ａ⏎Ｉ`, `인공지⏎능`.
///
/// Feeds make a space of the line's end. A hyphen there may be the word's own (`well-⏎known`), and a line in Korean may
/// end with its word: then a text is read in two ways.
struct BrokenWords {
    /// Both ways to read a text, the likelier first.
    var first: [UInt8] = []
    var second: [UInt8] = []
    private let bytes: [UInt8]

    /// How a text reads with its words whole; nil where it has none that are broken.
    static func mended(_ text: TaggedText) -> (first: TaggedText, second: TaggedText?)? {
        let fields = [text.title, text.summary, text.content].map { BrokenWords($0) }
        guard fields.contains(where: { $0 != nil }) else { return nil }
        func with(_ way: (BrokenWords) -> [UInt8]) -> TaggedText {
            func mended(_ field: BrokenWords?, _ words: String) -> String {
                field.map { String(decoding: way($0), as: UTF8.self) } ?? words
            }
            var whole = text
            whole.title = mended(fields[0], text.title)
            whole.summary = mended(fields[1], text.summary)
            whole.content = mended(fields[2], text.content)
            for index in whole.paragraphs.indices {
                let words = whole.paragraphs[index].text
                whole.paragraphs[index].text = mended(BrokenWords(words), words)
            }
            return whole
        }
        let isOne = fields.allSatisfy { $0.map { $0.first == $0.second } ?? true }
        return (with(\.first), isOne ? nil : with(\.second))
    }

    private init?(_ text: String) {
        guard text.utf8.withContiguousStorageIfAvailable(Self.mayBreak) ?? true else { return nil }
        bytes = Array(text.utf8)
        var end = 0
        var index = 0
        while let space = bytes[index...].firstIndex(where: Self.isSpace) {
            index = bytes[space...].firstIndex { !Self.isSpace($0) } ?? bytes.count
            guard let ways = ways(space..<index) else { continue }
            let words = bytes[end..<(space - ways.dropped)]
            first += words + ways.first
            second += words + ways.second
            end = index
        }
        if end == 0 { return nil }
        first += bytes[end...]
        second += bytes[end...]
    }

    /// Whether any space stands behind what may be the first half of a word: most texts are looked at no further.
    private static func mayBreak(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 3
        while index < bytes.count {
            defer { index &+= 1 }
            guard isSpace(bytes[index]) else { continue }
            let (last, before) = (bytes[index - 1], bytes[index - 2])
            switch last {
            case 0x2D: if before > 0x40 { return true }
            case 0x41...0x5A: if before >= 0x80 { return true }
            case 0x90, 0xA1...0xBA:
                if before == 0xC2 || bytes[index - 3] == 0xE2 || bytes[index - 3] == 0xEF { return true }
            default: break
            }
            if last >= 0x80, bytes[index] == 0x0A || bytes[index] == 0x0D { return true }
        }
        return false
    }

    /// What stands instead of some spaces, and of how many bytes before them; nil where they part words.
    private func ways(_ spaces: Range<Int>) -> (dropped: Int, first: [UInt8], second: [UInt8])? {
        guard spaces.lowerBound > 2, spaces.upperBound < bytes.count else { return nil }
        if let mark = Self.hyphens.first(where: { bytes[..<spaces.lowerBound].suffix($0.count).elementsEqual($0) }) {
            let stem = spaces.lowerBound - mark.count
            guard isLetter(before: stem), let isSmall = isSmallRest(at: spaces.upperBound) else { return nil }
            if mark == Self.soft { return (mark.count, [], []) }
            // `KI-⏎Verordnung`, `AI-⏎based`: no word is broken so.
            return isSmall && !Bytes.isUpper(bytes[stem - 1]) ? (mark.count, [], [0x2D]) : (0, [], [])
        }
        if isWide(before: spaces.lowerBound), isWide(before: spaces.upperBound + 3) { return (0, [], []) }
        if isCapital(before: spaces.lowerBound), isCapital(at: spaces.upperBound) { return (0, [], []) }
        let isLine = bytes[spaces].count { $0 == 0x0A } == 1
        guard isLine, isHangul(at: spaces.lowerBound - 3), isHangul(at: spaces.upperBound) else { return nil }
        return (0, [0x20], [])
    }

    /// Whether two letters or more end here.
    private func isLetter(before end: Int) -> Bool {
        end > 1 && bytes[(end - 2)..<end].allSatisfy { Bytes.isLetter($0) || $0 >= 0x80 }
    }

    /// Whether a word goes on here in small letters; nil where none goes on, or one that leads to the other half of a pair:
    /// `pre- and post-trial`.
    private func isSmallRest(at start: Int) -> Bool? {
        let word = String(decoding: bytes[start...].prefix(Self.longestJoint * 2), as: UTF8.self).prefix { $0.isLetter }
        guard word.count > 1, !Self.joints.contains(String(word)) else { return nil }
        return word.unicodeScalars.first?.properties.isLowercase
    }

    /// Whether a Latin letter as wide as a Chinese one ends here.
    private func isWide(before end: Int) -> Bool {
        guard end > 2, end <= bytes.count, bytes[end - 3] == 0xEF else { return false }
        return bytes[end - 2] == 0xBC && (0xA1...0xBA).contains(bytes[end - 1])
    }

    /// Whether a single capital ends here behind a character of a script without spaces, or begins here before one.
    private func isCapital(before end: Int) -> Bool {
        end > 3 && Bytes.isUpper(bytes[end - 1]) && (0xE3...0xE9).contains(bytes[end - 4])
    }

    private func isCapital(at start: Int) -> Bool {
        Bytes.isUpper(bytes[start]) && start + 1 < bytes.count && (0xE3...0xE9).contains(bytes[start + 1])
    }

    private func isHangul(at start: Int) -> Bool {
        start >= 0 && start + 2 < bytes.count && (0xEA...0xED).contains(bytes[start])
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static let soft: [UInt8] = [0xC2, 0xAD]
    private static let hyphens: [[UInt8]] = [[0x2D], soft, [0xE2, 0x80, 0x90]]
    /// Bytes of a word that joins two, at most.
    private static let longestJoint = 10
    private static let joints: Set<String> = [
        "and", "or", "to", "und", "oder", "bzw", "sowie", "bis", "wie", "et", "ou", "à", "en", "of", "tot", "dan",
        "als", "lub", "oraz", "nebo", "či", "или", "und/oder",
    ]
}
