/// Names of acts that Chinese texts give without marks, right behind what happens to them: `修正個人資料保護法部分條文`; and
/// cases by what they are called in quotation marks.
enum ChineseActName {
    /// Bytes behind a cue, or before one, that are read.
    private static let (reach, reachBefore) = (72, 120)
    /// Cues of a field that are looked at.
    private static let mostCues = 200
    private static let endings = ["条例", "條例", "办法", "辦法", "规则", "規則", "细则", "細則", "法"]
    /// What stands behind the name: which part of the act it is, or that this is the decision to do so.
    private static let behind = ["部分条文", "部分條文", "条文", "條文", "第", "的决定", "的決定", "部分條款", "部分条款"]
    /// What begins words that only point to an act.
    private static let pointing = ["本", "该", "該", "其", "相关", "相關", "有关", "有關"]
    /// Characters of a name at least.
    private static let shortest = 3

    /// The acts that are the objects of cues.
    static func all(in text: FactText, behind cues: [Range<Int>]) -> [NamedAuthority] {
        cues.prefix(mostCues).compactMap { cue in
            var end = min(text.count, cue.upperBound + reach)
            while end < text.count, text.cased[end] & 0xC0 == 0x80 { end -= 1 }
            let words = text.text(cue.upperBound..<end)
            for mark in behind {
                guard let place = words.firstRange(of: mark) else { continue }
                let name = words[..<place.lowerBound]
                guard name.count >= shortest, name.allSatisfy(isHan), endings.contains(where: name.hasSuffix),
                    !pointing.contains(where: name.hasPrefix)
                else { continue }
                return NamedAuthority(
                    value: "《\(name)》", range: cue.upperBound..<cue.upperBound + name.utf8.count, kind: .act)
            }
            return nil
        }
    }

    /// The cases that stand in quotation marks before cues: `“春风案”的结论不予援用`.
    static func cases(in text: FactText, before cues: [Range<Int>]) -> [NamedAuthority] {
        cues.prefix(mostCues).compactMap { cue in
            let start = max(0, cue.lowerBound - reachBefore)
            let ahead = text.lower[start..<cue.lowerBound]
            guard let close = ahead.lastIndex(of: 0x22), close > start,
                let open = ahead[..<close].lastIndex(of: 0x22), open + 1 < close,
                text.lower[..<close].suffix(3).elementsEqual("案".utf8)
            else { return nil }
            return NamedAuthority(value: text.text(open + 1..<close), range: open + 1..<close, kind: .citation)
        }
    }

    private static func isHan(_ character: Character) -> Bool {
        character.unicodeScalars.first.map { (0x4E00...0x9FFF).contains($0.value) } ?? false
    }
}
