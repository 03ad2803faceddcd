import Model

/// Authorities that East Asian sentences name by what they are and what tells them from others, and the verbs that speak of
/// them: `第17号通知`, `最判令和7年3月3日`, `2021년 「AI 원칙」`.
struct MarkedAuthority {
    let text: FactText
    let language: String
    let words: AuthorityWords
    /// The authorities that others read.
    let known: [NamedAuthority]

    /// Bytes of the sentence before a cue and behind it, characters of a name, and of what stands between it and a cue.
    private static let (reach, longestName, longestGap, longestAdverb) = (300, 44, 90, 14)
    /// Marks between a precedent that is cited and what is said of it.
    private static let mostStops = 1
    private static let sentenceEnds = Set<Character>("。；;!?！？")
    private static let stops = Set<Character>("，。、；：,;:!?！？…—“”\"")
    private static let open = Set<Character>("《「『〈(（")
    private static let close = Set<Character>("》」』〉)）")

    /// Words behind which a name begins: what leads to it, and what is done to it.
    private static let verbs = [
        "关于", "關於", "修改", "修订", "修訂", "废止", "廢止", "认为", "認為", "针对", "針對", "撤销", "撤銷", "维持", "維持", "支持", "宣布",
        "判令", "裁定在",
    ].map(Array.init)
    /// Words by which a law is only offended against or acted by.
    private static let means = ["违反", "違反", "触犯", "觸犯", "依据", "依據", "根据", "根據", "按照"].map(Array.init)
    private static let sources = ["から", "より"].map(Array.init)

    /// A name in a part of the sentence, by characters.
    private struct Name {
        var range: Range<Int>
        var isDecision: Bool
        var isCase: Bool
        var isKnown: Bool
    }

    /// The authority of which a cue speaks.
    func beside(_ cue: Range<Int>, side: FactTables.Family, kind: Treatment.Kind) -> NamedAuthority? {
        let isOfPrecedents = kind == .overruled || kind == .distinguished
        let ahead = self.ahead(cue)
        // A case whose judgment is another on appeal is no precedent that is left.
        guard !words[.background].isIn(String(ahead)), !text.text(cue).contains("改判") else { return nil }
        if language == "zh", side != .treatmentBefore, let found = behind(cue, kind) { return found }
        let sentence = Array(ahead)
        let names = self.names(in: sentence).filter { isTreated($0, kind, cue) }
        // What others read is one where it ends in the sentence and nothing named stands behind it.
        let firstByte = cue.lowerBound - ahead.utf8.count
        let cited = known.last {
            $0.range.lowerBound >= firstByte && $0.range.upperBound <= cue.lowerBound
                && (isOfPrecedents ? $0.isCase : true)
        }
        if let cited, isOfPrecedents,
            text.text(cited.range.upperBound..<cue.lowerBound).count(where: Self.stops.contains) <= Self.mostStops
        {
            return cited
        }
        for name in names.reversed() {
            let gap = sentence[name.range.upperBound...]
            let joins =
                switch language {
                case "zh": isChineseSubject(gap, isOfPrecedents, name, sentence, side)
                case "ja": isJapaneseObject(gap, isOfPrecedents)
                default: isKoreanObject(gap, isOfPrecedents)
                }
            guard joins else { continue }
            let start = cue.lowerBound - String(sentence[name.range.lowerBound...]).utf8.count
            let end = cue.lowerBound - String(gap).utf8.count
            return known.first { $0.range.overlaps(start..<end) } ?? authority(start..<end, name, isOfPrecedents)
        }
        return nil
    }

    private func authority(_ range: Range<Int>, _ name: Name, _ isOfPrecedents: Bool) -> NamedAuthority {
        NamedAuthority(
            value: text.text(range), range: range,
            kind: name.isDecision || name.isCase && isOfPrecedents ? .decision : .described)
    }

    private func isTreated(_ name: Name, _ kind: Treatment.Kind, _ cue: Range<Int>) -> Bool {
        switch kind {
        case .overruled, .distinguished: return name.isCase || name.isKnown
        case .applied:
            let verb = text.text(cue)
            return name.isCase && name.isKnown
                || name.isDecision && words[.upheld].words.contains(where: verb.contains)
        case .annulled, .stayed, .repealed: return !name.isCase || name.isDecision
        default: return !name.isDecision && !name.isCase
        }
    }

    /// The sentence up to a cue.
    private func ahead(_ cue: Range<Int>) -> Substring {
        var start = max(0, cue.lowerBound - Self.reach)
        while start < cue.lowerBound, text.cased[start] & 0xC0 == 0x80 { start += 1 }
        let words = text.text(start..<cue.lowerBound)
        let last = words.indices.last { index in
            Self.sentenceEnds.contains(words[index])
                || words[index] == "." && words[words.index(after: index)...].first == " "
                    && !(words[..<index].last?.isNumber ?? false)
        }
        return last.map { words[words.index(after: $0)...] } ?? words[...]
    }

    // MARK: Names

    private func head(at index: Int, in sentence: [Character]) -> AuthorityWords.Head? {
        guard index < sentence.count, let heads = words.heads[sentence[index]] else { return nil }
        return heads.first { sentence[index...].starts(with: $0.characters) }
    }

    private func names(in sentence: [Character]) -> [Name] {
        var found: [Name] = []
        var index = 0
        while index < sentence.count {
            guard let first = head(at: index, in: sentence) else {
                index += 1
                continue
            }
            let head = first.characters
            var (last, end) = (first, index + head.count)
            // A name goes on with what else it is called, `判決書`, with its date, and with what closes it.
            while let longer = self.head(at: end, in: sentence) {
                last = longer
                end += longer.characters.count
            }
            if isPartOfWord(head, sentence[..<index], sentence[end...]) {
                index += 1
                continue
            }
            if end < sentence.count, Self.close.contains(sentence[end]) { end += 1 }
            end = behindNote(sentence, end)
            if language == "ja", ["最判", "最決", "大判", "最大判"].contains(where: { String(head) == $0 }) {
                end = behindDate(sentence, end)
            }
            let start = start(of: end, headedAt: index, in: sentence, after: found.last?.range.upperBound ?? 0)
            let range = start..<end
            // Who offends against a law or acts by it does nothing to it.
            let isMeans = Self.means.contains { sentence[..<start].hasSuffix($0) }
            if !isMeans, isTold(sentence[range], head: head) {
                found.append(
                    Name(
                        range: range, isDecision: last.isDecision, isCase: last.isCase,
                        isKnown: words.precedents.areIn(sentence[range])))
            }
            index = end
        }
        return found
    }

    /// Whether the character for law is one of another word, `法院`, `依法`.
    private func isPartOfWord(
        _ head: [Character], _ ahead: ArraySlice<Character>, _ behind: ArraySlice<Character>
    ) -> Bool {
        guard head == ["法"] else { return false }
        return behind.first.map { "院官律庭人定學学务務治制医醫国國".contains($0) } ?? false
            || ahead.last.map { "依非合违違司立方做守执執办辦".contains($0) } ?? false
    }

    private func behindNote(_ sentence: [Character], _ end: Int) -> Int {
        guard end < sentence.count, "(（".contains(sentence[end]),
            let close = sentence[end...].prefix(24).firstIndex(where: { ")）".contains($0) })
        else { return end }
        return close + 1
    }

    private func behindDate(_ sentence: [Character], _ end: Int) -> Int {
        var index = end
        while index < sentence.count,
            sentence[index].isASCII && sentence[index].isNumber || "令和平成昭元年月日".contains(sentence[index])
        { index += 1 }
        return behindNote(sentence, index)
    }

    /// Where the name begins that ends at a place.
    private func start(of end: Int, headedAt head: Int, in sentence: [Character], after limit: Int) -> Int {
        var (index, depth) = (head, 0)
        if end > head, sentence[head..<end].contains(where: { "》」』〉".contains($0) }) { depth = 1 }
        while index > limit, end - index < Self.longestName {
            let character = sentence[index - 1]
            if Self.close.contains(character) { depth += 1 }
            if Self.open.contains(character) { depth -= 1 }
            guard depth >= 0 else { break }
            if depth == 0, Self.stops.contains(character) && character != "\"" || ends(sentence[..<index]) { break }
            index -= 1
        }
        while index < head, " しのた的了对對將将把就".contains(sentence[index]) { index += 1 }
        return index
    }

    /// Whether a word ends before a name that is no part of it.
    private func ends(_ ahead: ArraySlice<Character>) -> Bool {
        guard let last = ahead.last else { return true }
        switch language {
        case "ja": return "をはがにでともへ".contains(last) || Self.sources.contains { ahead.hasSuffix($0) }
        case "ko":
            guard last == " " else { return false }
            let word = ahead.dropLast()
            return "은는이가을를에고며여서한된던의".contains(word.last ?? " ") || word.last.map { "로".contains($0) } ?? true
        default:
            return "把将將对對就以与與和及在于於".contains(last)
                || Self.verbs.contains { ahead.hasSuffix($0) } || Self.means.contains { ahead.hasSuffix($0) }
        }
    }

    /// Whether something tells a name from others: figures, other letters, marks, or whose it is.
    private func isTold(_ name: ArraySlice<Character>, head: [Character]) -> Bool {
        guard name.count > head.count else { return words.precedents.areIn(name) }
        let rest = name.prefix(name.count - head.count)
        return rest.contains {
            $0.isASCII && $0.isNumber || $0 == "第" || $0.isASCII && $0.isLetter || "《「『〈".contains($0)
        }
            || words.precedents.areIn(name) || rest.count > 2 && words.issuers.areIn(rest)
            || rest.count > 1 && ["法", "条例", "條例", "办法", "辦法", "規則", "告示", "법", "조례", "고시"].contains(String(head))
                && !"本该該同当其旧新相有各".contains(rest.first ?? " ")
    }

    // MARK: Verbs

    private func behind(_ cue: Range<Int>, _ kind: Treatment.Kind) -> NamedAuthority? {
        var end = min(text.count, cue.upperBound + Self.reach)
        while end < text.count, text.cased[end] & 0xC0 == 0x80 { end -= 1 }
        let clause = Array(text.text(cue.upperBound..<end).prefix { !Self.stops.contains($0) || $0 == "\"" })
        let isOfPrecedents = kind == .overruled || kind == .distinguished
        let known = names(in: clause).first { isTreated($0, kind, cue) }
        guard let name = known, name.range.lowerBound <= 12,
            !clause[..<name.range.lowerBound].contains(where: "的 ".contains),
            !clause[name.range.upperBound...].prefix(1).contains(where: "的".contains)
                || ["的决定", "的決定", "的命令", "的效力", "的执行", "的執行", "的见解", "的裁判", "的判决", "的判決"]
                    .contains(where: { clause[name.range.upperBound...].starts(with: Array($0)) })
        else { return nil }
        let start = cue.upperBound + String(clause[..<name.range.lowerBound]).utf8.count
        return authority(start..<start + String(clause[name.range]).utf8.count, name, isOfPrecedents)
    }

    private func isChineseSubject(
        _ gap: ArraySlice<Character>, _ isOfPrecedents: Bool, _ name: Name, _ sentence: [Character],
        _ side: FactTables.Family
    ) -> Bool {
        if isOfPrecedents { return gap.count <= Self.longestGap }
        let isFronted = sentence[..<name.range.lowerBound].last.map { "把将將对對就".contains($0) } ?? false
        guard side != .treatmentAfter || isFronted else { return false }
        var rest = gap
        while !rest.isEmpty {
            guard
                let word = words[.adverbs].words.filter({ rest.starts(with: Array($0)) }).max(by: {
                    $0.count < $1.count
                })
            else { return false }
            rest = rest.dropFirst(word.count)
        }
        return gap.count <= Self.longestAdverb
    }

    private func isJapaneseObject(_ gap: ArraySlice<Character>, _ isOfPrecedents: Bool) -> Bool {
        guard gap.count <= Self.longestGap else { return false }
        if isOfPrecedents { return true }
        let words = String(gap)
        let shells = ["の結論を", "の判断を", "の効力を", "の執行を", "の一部を", "の適用を", "の施行を"]
        if let shell = shells.first(where: words.hasPrefix) { return isFree(words.dropFirst(shell.count)) }
        let particles = ["について", "に関しては", "を", "は", "が", "も"]
        guard let particle = particles.first(where: words.hasPrefix) else { return false }
        return isFree(words.dropFirst(particle.count))
    }

    /// Whether nothing else is the object of a verb.
    private func isFree(_ words: Substring) -> Bool {
        !String(words).split(separator: "をもって").joined().contains { $0 == "を" }
    }

    private func isKoreanObject(_ gap: ArraySlice<Character>, _ isOfPrecedents: Bool) -> Bool {
        guard gap.count <= Self.longestGap else { return false }
        if isOfPrecedents { return true }
        let parts = String(gap).split(separator: " ").map(String.init)
        guard let first = parts.first, !gap.starts(with: " ") else { return gap.allSatisfy { $0 == " " } }
        guard ["을", "를", "은", "는", "이", "가", "의", "도"].contains(first) else { return false }
        let isShell = first == "의"
        if isShell {
            guard let shell = parts.dropFirst().first,
                ["집행", "효력", "시행", "적용", "결론", "판단"].contains(where: shell.hasPrefix)
            else { return false }
        }
        return !parts.dropFirst(isShell ? 2 : 1).contains { $0.hasSuffix("을") || $0.hasSuffix("를") }
    }
}

extension ArraySlice where Element == Character {
    /// Whether the slice ends with some characters.
    fileprivate func hasSuffix(_ end: [Character]) -> Bool { suffix(end.count).elementsEqual(end) }
}
