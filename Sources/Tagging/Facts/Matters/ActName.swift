import Model

/// Names of acts as East Asian texts mark them: `《生成式人工智能服务管理办法》`, `「AIと著作権に関する考え方」`.
enum ActName {
    /// The last are those of a name within another.
    private static let marks = [("《", "》"), ("「", "」"), ("『", "』"), ("〈", "〉")].map {
        (open: Array($0.utf8), close: Array($1.utf8))
    }
    /// What such names end with: books and films stand in the same marks.
    static let endings = [
        "法", "办法", "辦法", "规定", "規定", "条例", "條例", "细则", "細則", "规则", "規則", "规范", "規範", "指南", "指引", "标准", "標準", "意见",
        "意見", "方案", "决定", "決定", "纲要", "考え方", "ガイドライン", "指針", "基準", "計画", "计划", "令", "法案", "草案", "素案", "修正案", "改正案",
        "条例案", "條例案", "指針案", "計画案", "骨子案", "ガイドライン案", "법", "법률", "지침", "고시",
        "가이드라인", "시행령", "규칙", "기준",
    ]
    /// What says that the act is a draft, within the marks or behind them.
    private static let drafts = ["征求意见", "徵求意見", "草案", "素案", "意见稿"].map { Array($0.utf8) }
    /// Characters of a name: a short one may be any law.
    private static let lengths = 5...80
    /// Bytes of a text in which names begin, those behind a name in which it is said to be a draft, and those of a name
    /// with what it notes in brackets.
    private static let (longest, noted, longestName) = (2_000, 24, 300)

    /// The acts that a title names, else the first draft that the text behind it names: what else is named there is
    /// mostly the law on which something rests. They are names of matters, with what shows them.
    static func matters(_ title: ReadField, _ summary: ReadField, _ language: Language) -> [Proven<String>] {
        guard isRead(language) else { return [] }
        var seen: Set<String> = []
        let titled = acts(in: title.text.cased).map { (title, $0) }
        let found =
            titled.isEmpty ? acts(in: summary.text.cased).first { $0.isDraft }.map { [(summary, $0)] } ?? [] : titled
        return found.compactMap { field, act in
            guard seen.insert(act.matter).inserted else { return nil }
            return Proven(act.matter, [field.text.evidence(rule, act.range, field.field)])
        }
    }

    /// The names under which acts are followed that have a number of one country only, or none: each where it stands first.
    ///
    /// - Parameters:
    ///   - acts: For each field those without a number.
    ///   - fields: The fields; the last is not read, as what a full text names is much.
    /// - Returns: The names, with what shows them.
    static func known(_ acts: [[NamedAuthority]], in fields: [ReadField]) -> [Proven<String>] {
        var seen: Set<String> = []
        var found: [Proven<String>] = []
        for (field, acts) in zip(fields, acts).dropLast() {
            for act in NumberedAct.all(in: field.text) + acts where seen.insert(act.value).inserted {
                found.append(Proven(act.value, [field.text.evidence(rule, act.range, field.field)]))
            }
        }
        return found
    }

    /// The rule of evidence for the name of an act.
    static let rule = "act"

    /// Whether the name of a matter is the number of an act that only its own country gives.
    static func isNumbered(_ matter: Proven<String>) -> Bool {
        matter.evidence.first?.rule == rule && NumberedAct.normalised(matter.value) == matter.value
    }

    /// The acts that an item is about by their names, without the marks, which are not the same in every script.
    static func named(by findings: Findings) -> Set<String> {
        Set(findings.matterNames.map(\.value).filter(isName).map { String($0.dropFirst().dropLast()) })
    }

    /// Whether the name of a matter is that of an act, which stands in its marks.
    static func isName(_ matter: String) -> Bool { marks.contains { matter.utf8.starts(with: $0.open) } }

    /// The name by which an act is followed: as it stands in marks, or all of a text that ends as names of acts do.
    static func normalised(_ text: String) -> String? {
        let words = Array(text.utf8)
        if let act = acts(in: words).first { return act.matter }
        guard !text.isEmpty, text.unicodeScalars.allSatisfy({ $0.value >= 0x2E80 || $0.properties.isAlphabetic }) else {
            return nil
        }
        let isJapanese = text.unicodeScalars.contains { (0x3040...0x30FF).contains($0.value) }
        let (open, close) = marks[isJapanese ? 1 : 0]
        return acts(in: open + words + close).first?.matter
    }

    /// Whether texts of a language name acts in such marks.
    static func isRead(_ language: Language) -> Bool { ["zh", "ja", "ko"].contains(language.primary) }

    /// An act as a text names it.
    struct Act {
        /// The name within its marks, which are of one kind for each script.
        let matter: String
        /// Where it stands, with the marks.
        let range: Range<Int>
        let isDraft: Bool
    }

    /// All acts of a text, also those within the names of others: `《关于废止〈…办法〉的决定》`.
    static func all(in text: FactText) -> [Act] { acts(in: text.cased, nested: true, before: text.count) }

    private static func acts(in bytes: [UInt8], nested: Bool = false, before limit: Int = longest) -> [Act] {
        var found: [Act] = []
        var index = 0
        let marks = nested ? Self.marks[...] : Self.marks.dropLast()
        while let start = bytes[index...].firstIndex(of: 0xE3), start < limit {
            index = start + 1
            // The kana begin with the same byte.
            guard index < bytes.count, bytes[index] == 0x80,
                let kind = marks.firstIndex(where: { bytes[start...].starts(with: $0.open) })
            else { continue }
            let inner = start + marks[kind].open.count
            // Where names are looked for within others, one that does not end soon is left.
            let rest = nested ? bytes[inner...].prefix(longestName) : bytes[inner...]
            guard
                let end = rest.indices.first(where: {
                    bytes[$0] == 0xE3 && bytes[$0...].starts(with: marks[kind].close)
                })
            else {
                if nested { continue }
                return found
            }
            let words = String(decoding: bytes[inner..<end], as: UTF8.self)
            let plain = nested ? withoutVersion(withoutNote(words)) : withoutNote(words)
            let behind = end + marks[kind].close.count
            index = nested ? inner : behind
            guard lengths.contains(plain.unicodeScalars.count), endings.contains(where: plain.hasSuffix) else {
                continue
            }
            let note = bytes[behind...].prefix(noted)
            let shown = marks[kind % 3 == 0 ? 0 : 1]
            found.append(
                Act(
                    matter: String(decoding: shown.open + Array(plain.utf8) + shown.close, as: UTF8.self),
                    range: start..<behind,
                    isDraft: drafts.contains { bytes[inner..<end].contains($0) || note.contains($0) }))
        }
        return found
    }

    /// The name without the number of its version: `…ガイドラインVer.1.1`.
    private static func withoutVersion(_ name: String) -> String {
        var bare = Substring(name)
        while let last = bare.last, "0123456789.版".contains(last) { bare = bare.dropLast() }
        for mark in ["Ver", "ver", "V", "第"] where bare.hasSuffix(mark) { bare = bare.dropLast(mark.count) }
        return endings.contains(where: bare.hasSuffix) ? String(bare) : name
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
