import Model

/// Names of acts as East Asian texts mark them: `《生成式人工智能服务管理办法》`, `「AIと著作権に関する考え方」`.
enum ActName {
    private static let marks: [(open: Unicode.Scalar, close: Unicode.Scalar)] = [("《", "》"), ("「", "」"), ("『", "』")]
    /// What such names end with: books and films stand in the same marks.
    private static let endings = [
        "法", "办法", "辦法", "规定", "規定", "条例", "條例", "细则", "細則", "规则", "規則", "规范", "規範", "指南", "指引", "标准", "標準", "意见",
        "意見", "方案", "决定", "決定", "纲要", "考え方", "ガイドライン", "指針", "基準", "計画", "计划", "令", "案", "법", "법률", "지침", "고시",
        "가이드라인", "시행령", "규칙", "기준",
    ]
    /// What says that the act is a draft, within the marks or behind them.
    private static let drafts = ["征求意见", "徵求意見", "草案", "素案", "意见稿"]
    /// Characters of a name: a short one may be any law.
    private static let lengths = 5...80

    /// The acts that a title names, else the first draft that the text behind it names: what else is named there is
    /// mostly the law on which something rests.
    static func told(in text: ItemText) -> Set<String> {
        guard ["zh", "ja", "ko"].contains(text.language.primary) else { return [] }
        let titled = names(in: text.title)
        if !titled.isEmpty { return Set(titled.map(\.name)) }
        return Set(names(in: text.summary).first { $0.isDraft }.map { [$0.name] } ?? [])
    }

    private static func names(in text: String) -> [(name: String, isDraft: Bool)] {
        var found: [(name: String, isDraft: Bool)] = []
        let scalars = text.unicodeScalars.prefix(WordHashes.longest)
        var start = scalars.startIndex
        while let open = scalars[start...].firstIndex(where: { scalar in marks.contains { $0.open == scalar } }) {
            let close = marks.first { $0.open == scalars[open] }?.close
            let inner = scalars.index(after: open)
            guard let end = scalars[inner...].firstIndex(where: { $0 == close }) else { return found }
            let words = String(scalars[inner..<end])
            let plain = withoutNote(words)
            if lengths.contains(plain.unicodeScalars.count), endings.contains(where: plain.hasSuffix) {
                let behind = String(scalars[end...].dropFirst().prefix(8))
                found.append((plain, drafts.contains { words.contains($0) || behind.contains($0) }))
            }
            start = scalars.index(after: end)
        }
        return found
    }

    /// The name without the notes in brackets that say it is a draft, or for trial.
    private static func withoutNote(_ name: String) -> String {
        var bare = String.UnicodeScalarView(name.unicodeScalars.filter { !$0.properties.isWhitespace })
        while bare.last == "）" || bare.last == ")", let open = bare.lastIndex(where: { $0 == "（" || $0 == "(" }) {
            bare.removeSubrange(open...)
        }
        return String(bare)
    }
}
