import Model

/// Decisions that East Asian texts only point back to, right beside words of a treatment: `撤销一审判决`, `원심판결을 파기`.
struct MarkedDecision {
    let text: FactText
    let language: String

    /// Bytes beside a cue that are read.
    private static let reach = 120
    /// What decisions are called; the first so many are of courts.
    private static let heads: [String: (ofCourts: [String], others: [String])] = [
        "zh": (["判决", "判決", "裁定"], ["决定", "決定", "裁决", "裁決", "处分", "處分", "通知", "处罚", "處罰", "罚款", "罰款", "命令"]),
        "ja": (["判決", "決定"], ["命令", "処分", "審決", "裁定"]),
        "ko": (["판결", "원심"], ["결정", "처분", "명령", "과징금", "과태료", "심결"]),
    ]
    /// What tells no decision from others: which instance's it is, or that it was spoken of.
    private static let pointing = [
        "zh": [
            "原审", "原審", "一审", "一審", "二审", "二審", "初审", "终审", "終審", "下级法院", "法院", "被诉", "被訴", "上述", "该", "該", "原", "一、",
            "的",
        ],
        "ja": ["第一審", "一審", "第二審", "二審", "控訴審", "高裁", "地裁", "原審", "同", "本件", "当該", "原", "の"],
        "ko": ["원심", "1심", "2심", "항소심", "하급심", "이 사건", "해당", "의", " "],
    ]

    /// Nil for languages that are not read so.
    init?(_ text: FactText, language: Language) {
        guard Self.heads[language.primary] != nil else { return nil }
        (self.text, self.language) = (text, language.primary)
    }

    private var ofCourts: [String] { Self.heads[language]?.ofCourts ?? [] }
    private var all: [String] { Self.heads[language].map { $0.ofCourts + $0.others } ?? [] }

    /// The decision that stands beside a cue.
    func beside(_ cue: Range<Int>, isBehind: Bool) -> EarlierDecision.Found? {
        switch language {
        case "zh": isBehind ? chineseBehind(cue) ?? chineseBefore(cue, by: "被") : chineseBefore(cue, by: nil)
        case "ja": japanese(cue)
        default: korean(cue)
        }
    }

    /// The words before a cue in the same clause.
    private func ahead(_ cue: Range<Int>) -> Substring {
        var start = max(0, cue.lowerBound - Self.reach)
        while start < cue.lowerBound, text.cased[start] & 0xC0 == 0x80 { start += 1 }
        let words = text.text(start..<cue.lowerBound)
        return words.lastIndex(where: Self.stops.contains).map { words[words.index(after: $0)...] } ?? words[...]
    }

    private static let stops = Set<Character>("，。；、：,;:!?！？（）()《》「」“”\"")

    private func found(_ words: Substring, endingAt end: Int) -> EarlierDecision.Found {
        var rest = String(words)
        for word in Self.pointing[language] ?? [] { rest = rest.replacingAll(word, by: "") }
        let range = (end - words.utf8.count)..<end
        let isBelow = words == "원심" || ofCourts.contains(rest) || rest.isEmpty
        return EarlierDecision.Found(value: isBelow ? EarlierDecision.below : String(words), range: range)
    }

    // MARK: Chinese

    private func chineseBehind(_ cue: Range<Int>) -> EarlierDecision.Found? {
        var end = min(text.count, cue.upperBound + Self.reach)
        while end < text.count, text.cased[end] & 0xC0 == 0x80 { end -= 1 }
        let clause = text.text(cue.upperBound..<end).prefix { !Self.stops.contains($0) && $0 != " " }
        let ends = all.compactMap { clause.firstRange(of: $0)?.upperBound }
        guard let last = ends.min() else { return nil }
        let name = clause[..<last].drop { $0 == "了" }
        let rest = clause[last...].drop { "书書".contains($0) }
        // Behind the verb alone what a decision is called tells what was decided: `撤销决定`.
        guard !all.contains(String(name)), !Self.sought.contains(where: rest.contains),
            !Self.sought.contains(where: name.contains), !rest.hasPrefix("权"),
            !rest.hasPrefix("的") || Self.forces.contains(where: rest.dropFirst().hasPrefix)
        else { return nil }
        return found(name, endingAt: cue.upperBound + clause[..<last].utf8.count)
    }

    private func chineseBefore(_ cue: Range<Int>, by passive: Character?) -> EarlierDecision.Found? {
        var words = ahead(cue)
        if let passive {
            guard let mark = words.lastIndex(of: passive), words.distance(from: mark, to: words.endIndex) < 20,
                !Self.accused.contains(where: words[words.index(after: mark)...].hasPrefix)
            else { return nil }
            words = words[..<mark]
        }
        while let adverb = Self.adverbs.first(where: words.hasSuffix) { words = words.dropLast(adverb.count) }
        guard let head = all.first(where: words.hasSuffix), words.count > head.count else { return nil }
        guard !Self.sought.contains(where: words.contains) else { return nil }
        return EarlierDecision.Found(
            value: found(words, endingAt: cue.lowerBound).value,
            range: (cue.lowerBound - words.utf8.count)..<cue.lowerBound)
    }

    private static let sought = ["请求", "請求", "申请", "申請", "诉讼", "訴訟", "主张", "要求", "之诉", "之訴", "建议", "上诉", "上訴"]
    private static let forces = ["执行", "執行", "效力"]
    private static let accused = ["诉", "訴", "告", "上", "申", "罚"]
    private static let adverbs = ["已", "均", "遂", "依法", "应", "應", "被"]

    // MARK: Japanese

    private func japanese(_ cue: Range<Int>) -> EarlierDecision.Found? {
        let words = ahead(cue)
        let isOfForce = ["効力", "執行"].contains(where: text.text(cue).hasPrefix)
        let particles = isOfForce ? ["の"] : ["の効力を", "の執行を", "を", "は", "が"]
        guard let particle = particles.first(where: words.hasSuffix) else { return nil }
        let object = words.dropLast(particle.count)
        guard let head = all.first(where: object.hasSuffix) else { return nil }
        let name = object.reversed().prefix { Self.isOfName($0) }.count
        var decision = object.suffix(max(name, head.count)).drop { $0 == "の" }
        if decision.hasPrefix("同"), decision.count > head.count { decision = decision.dropFirst() }
        let isCourts = ofCourts.contains(head)
        // A bare word for a decision says who decides, too.
        guard isCourts || decision.count >= head.count else { return nil }
        return found(decision, endingAt: cue.lowerBound - particle.utf8.count)
    }

    /// Whether a character stands in the name of a decision: a kanji, a katakana, a figure or what joins them.
    private static func isOfName(_ character: Character) -> Bool {
        guard let value = character.unicodeScalars.first?.value else { return false }
        return (0x4E00...0x9FFF).contains(value) || (0x30A1...0x30FC).contains(value) || character == "の"
            || character.isNumber
    }

    // MARK: Korean

    private func korean(_ cue: Range<Int>) -> EarlierDecision.Found? {
        var words = ahead(cue).split(separator: " ")[...]
        if let last = words.last, Self.forcesOfDecisions.contains(String(last)) { words = words.dropLast() }
        guard let last = words.last else { return nil }
        let particle = Self.particles.first { last.hasSuffix($0) }
        let object = particle.map { last.dropLast($0.count) } ?? last
        guard let head = all.first(where: object.hasSuffix), particle != nil || ofCourts.contains(head) else {
            return nil
        }
        var name = String(object)
        if let owner = words.dropLast().last, object.count == head.count, Self.owners.contains(where: owner.hasSuffix) {
            name = "\(owner) \(name)"
        }
        return EarlierDecision.Found(
            value: found(Substring(name), endingAt: cue.lowerBound).value,
            range: max(0, cue.lowerBound - name.utf8.count)..<cue.lowerBound)
    }

    private static let particles = ["을", "를", "은", "는", "이", "가", "의"]
    private static let forcesOfDecisions: Set<String> = ["효력을", "집행을", "효력"]
    private static let owners = ["심", "법", "법원", "위", "위원회", "의", "심판원", "부과", "시정", "년", "과징금", "과태료"]
}

extension String {
    /// The text with all of some words replaced.
    fileprivate func replacingAll(_ words: String, by other: String) -> String {
        split(separator: words, omittingEmptySubsequences: false).joined(separator: other)
    }
}
