/// Names of acts that Japanese texts give without marks, right before what happens to them: `営業秘密管理指針を改訂した`.
enum JapaneseActName {
    /// Bytes before a cue that are read.
    private static let reach = 180
    /// The particles of what something happens to.
    private static let particles = ["の一部を", "の一部が", "の一部は", "を", "が", "は"].map { Array($0.utf8) }
    /// What joins the parts of a name, and the names of a list.
    private static let parts = ["に関する", "における", "のための", "に係る", "の"]
    private static let joints = ["及び", "並びに", "および", "と", "や"]
    /// What begins a name that only points to another.
    private static let pointing = ["同", "本", "当", "旧", "新", "各", "関係", "関連", "現行", "前"]
    /// Characters of a name at least; a law may have fewer.
    private static let (shortest, shortestLaw) = (5, 4)

    /// The acts that are the objects of cues.
    static func all(in text: FactText, before cues: [Range<Int>]) -> [NamedAuthority] {
        cues.flatMap { cue in
            let ahead = text.lower[..<cue.lowerBound]
            guard let particle = particles.first(where: { ahead.suffix($0.count).elementsEqual($0) }) else {
                return [NamedAuthority]()
            }
            return names(in: text, before: cue.lowerBound - particle.count)
        }
    }

    private static func names(in text: FactText, before end: Int) -> [NamedAuthority] {
        var found: [NamedAuthority] = []
        var (cursor, last) = (end, end)
        let limit = max(0, end - reach)
        while cursor > limit {
            if isLetter(text.cased, cursor) {
                cursor -= 3
            } else if let part = parts.first(where: { ends(text.cased, cursor, with: $0) }), cursor < last {
                cursor -= part.utf8.count
            } else if let joint = joints.first(where: { ends(text.cased, cursor, with: $0) }), cursor < last {
                guard let name = name(text, cursor..<last) else { return found.reversed() }
                found.append(name)
                cursor -= joint.utf8.count
                last = cursor
            } else {
                break
            }
        }
        if let name = name(text, cursor..<last) { found.append(name) }
        return found.reversed()
    }

    /// Whether a kanji, a katakana or a sign of length ends at an offset.
    private static func isLetter(_ bytes: [UInt8], _ end: Int) -> Bool {
        guard end >= 3 else { return false }
        switch (bytes[end - 3], bytes[end - 2]) {
        case (0xE4...0xE9, _): return bytes[end - 1] >= 0x80
        case (0xE3, 0x82): return bytes[end - 1] >= 0xA0
        case (0xE3, 0x83): return true
        default: return false
        }
    }

    private static func ends(_ bytes: [UInt8], _ end: Int, with words: String) -> Bool {
        bytes[..<end].suffix(words.utf8.count).elementsEqual(words.utf8)
    }

    private static func name(_ text: FactText, _ range: Range<Int>) -> NamedAuthority? {
        let name = text.text(range)
        let length = name.unicodeScalars.count
        guard length >= (name.hasSuffix("法") ? shortestLaw : shortest), ActName.endings.contains(where: name.hasSuffix),
            !pointing.contains(where: name.hasPrefix), !parts.contains(where: name.hasPrefix)
        else { return nil }
        return NamedAuthority(value: "「\(name)」", range: range, kind: .act)
    }
}
