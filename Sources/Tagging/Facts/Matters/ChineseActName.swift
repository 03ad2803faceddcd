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
        .map { Array($0.utf8) }
    /// What begins words that only point to an act.
    private static let pointing = ["本", "该", "該", "其", "相关", "相關", "有关", "有關"]
    /// Characters of a name at least.
    private static let shortest = 3

    /// The acts that are the objects of cues.
    static func all(in text: FactText, behind cues: [Range<Int>]) -> [NamedAuthority] {
        cues.prefix(mostCues).compactMap { cue in
            let words = hanRun(text.cased[cue.upperBound..<min(text.count, cue.upperBound + reach)])
            for mark in behind {
                guard let range = words.firstRange(of: mark).map({ words.startIndex..<$0.lowerBound }) else { continue }
                let name = text.text(range)
                guard range.count >= shortest * 3, endings.contains(where: name.hasSuffix),
                    !pointing.contains(where: name.hasPrefix)
                else { continue }
                return NamedAuthority(value: "《\(name)》", range: range, kind: .act)
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

    /// The Chinese characters that bytes begin with, each of three bytes: U+4E00 to U+9FFF.
    private static func hanRun(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var end = bytes.startIndex
        while bytes.endIndex - end >= 3, (0xE4...0xE9).contains(bytes[end]), bytes[end] > 0xE4 || bytes[end + 1] >= 0xB8
        {
            end += 3
        }
        return bytes[..<end]
    }
}
