import Model

/// Names in capitals that stand right beside words of a treatment in English: acts without a number, as in `rescinds the
/// AI Diffusion Rule`, and cases by one party, as in `distinguishing Star Athletica`.
enum TitledName {
    /// Words between a cue and a name at most, and words of a name.
    private static let (mostFillers, mostWords) = (4, 16)

    /// What such acts are called.
    private static let heads: Set<String> = [
        "Act", "Acts", "Rule", "Rules", "Regulation", "Regulations", "Order", "Guidance", "Guidelines", "Code", "Law",
        "Directive", "Memorandum", "Circular", "Ordinance", "Proclamation", "Decree", "Terms", "Direction",
        "Directions",
        "Instruction", "Determination",
    ]
    /// What tells no act from others.
    private static let general: Set<String> = [
        "Final", "Proposed", "Interim", "New", "Executive", "Court", "State", "Federal", "General", "Local", "District",
        "Standing", "The", "Temporary", "Restraining", "Preliminary", "Emergency", "Direct", "Delegated",
        "Implementing",
        "Commission", "Council", "Presidential", "Scheduling", "Protective", "Existing", "Draft", "National",
    ]
    private static let fillers: Set<String> = [
        "the", "its", "their", "that", "this", "both", "all", "entire", "of", "in", "decision", "ruling", "judgment",
        "holding", "precedent", "case", "enforcement", "application", "parts", "portions", "provisions", "certain",
        "entirety",
    ]
    private static let joints: Set<String> = ["of", "for", "and", "on", "the", "in", "to", "with", "&", "re", "parte"]
    /// What stands between what an act is called and the rest of its name.
    private static let lateJoints: Set<String> = ["of", "for"]
    /// What leads to the words, in small letters, by which an act is told that has no name else: `its Final Rules on
    /// climate disclosure`, and how many there are at most.
    private static let subjects: Set<String> = ["on", "for", "concerning", "regarding"]
    private static let mostOfSubject = 5
    /// What precedents are applied as: `applies Sugarland factors`.
    private static let tests = ["factors", "test", "framework", "doctrine", "analysis", "criteria"]
    /// What goes on behind the name of a case.
    private static let behindCases: Set<String> = ["where", "because", "as", "on", "which"]

    /// The names beside cues.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - cues: Where the words stand, of which kind of treatment, and whether the name stands behind them.
    ///   - language: The language of the text.
    /// - Returns: The names.
    static func all(
        in text: FactText, beside cues: [(range: Range<Int>, kind: Treatment.Kind?, isActive: Bool)],
        language: Language
    ) -> [NamedAuthority] {
        guard language.primary == "en" else { return [] }
        var found: [NamedAuthority] = []
        for cue in cues.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
        where !isHeadline(text, cue.range) {
            let name =
                cue.isActive
                ? name(in: text, behind: cue.range.upperBound, cue.kind) : name(in: text, before: cue.range.lowerBound)
            guard let name,
                found.last?.range.overlaps(name) != true
            else { continue }
            found.append(NamedAuthority(value: text.text(name), range: name, kind: .titled))
        }
        return found
    }

    /// Whether a cue is written as words of headlines are, of which capitals say nothing.
    private static func isHeadline(_ text: FactText, _ cue: Range<Int>) -> Bool {
        guard Bytes.isUpper(text.cased[cue.lowerBound]) else { return false }
        return cue.lowerBound > 1 && ![0x2E, 0x3A, 0x3F, 0x29].contains(text.cased[cue.lowerBound - 2])
    }

    private static func name(in text: FactText, behind start: Int, _ kind: Treatment.Kind?) -> Range<Int>? {
        var words = text.cased[start...].prefix(400).split(separator: 0x20, omittingEmptySubsequences: true)[...]
        guard start < text.count, text.cased[start] == 0x20 else { return nil }
        let fillers = words.prefix(while: { Self.fillers.contains(String(ascii: $0)) })
        guard fillers.count <= mostFillers else { return nil }
        words = words.dropFirst(fillers.count)
        guard let first = words.first, Bytes.isUpper(first[first.startIndex]) || isYear(first) else { return nil }
        var (end, count, hasHead, isTold, depth) = (first.startIndex, 0, false, false, 0)
        for (place, word) in zip(words.indices, words).prefix(mostWords) {
            let plain = String(ascii: word.filter { Bytes.isAlphanumeric($0) || $0 >= 0x80 || $0 == 0x2D })
            let isOpen = depth > 0 || word.first == 0x28
            depth += word.count { $0 == 0x28 } - word.count { $0 == 0x29 }
            if !isOpen {
                guard Bytes.isUpper(word[word.startIndex]) || Bytes.isDigit(word[word.startIndex]) else {
                    if hasHead, !isTold, let rest = subject(words[place...]) {
                        (end, isTold, count) = (rest, true, count + 1)
                        break
                    }
                    let joints = hasHead ? lateJoints : joints
                    guard joints.contains(plain), word.count == plain.utf8.count, place + 1 < words.endIndex,
                        plain != "and" || !words[place + 1].elementsEqual("the".utf8)
                    else { break }
                    continue
                }
                if heads.contains(plain) { hasHead = true } else if !general.contains(plain) { isTold = true }
                count += 1
            }
            let last = word[word.endIndex - 1]
            end = word.endIndex
            // `Rules, 2021` goes on, `the Rule, issued` does not.
            if last == 0x2C, hasHead, place + 1 < words.endIndex, isYear(words[place + 1]) { continue }
            let isFullStop = last == 0x2E && (word.count > 5 || heads.contains(plain))
            if depth == 0, last == 0x2C || last == 0x3B || last == 0x3A || isFullStop { break }
        }
        while end > first.startIndex, [0x2C, 0x2E, 0x3B, 0x3A, 0x22, 0x27].contains(text.cased[end - 1]) { end -= 1 }
        let range = first.startIndex..<end
        guard !range.isEmpty, isTold else { return nil }
        // Everybody applies acts.
        if hasHead { return count > 1 && kind != .applied ? range : nil }
        return isCase(text, range, kind) ? range : nil
    }

    /// The act whose name ends right before a cue that begins with its verb: `The Communications Act 2000 is repealed`.
    private static func name(in text: FactText, before end: Int) -> Range<Int>? {
        guard end > 1, text.cased[end - 1] == 0x20 else { return nil }
        var (cursor, start, count, hasHead, isTold) = (end - 1, end - 1, 0, false, false)
        while cursor > 0, count < mostWords {
            let word = text.cased[(text.cased[..<cursor].lastIndex(of: 0x20).map { $0 + 1 } ?? 0)..<cursor]
            let plain = String(ascii: word.filter { Bytes.isAlphanumeric($0) || $0 >= 0x80 || $0 == 0x2D })
            guard let first = word.first, let last = word.last else { break }
            if Bytes.isUpper(first) || Bytes.isDigit(first) {
                guard count == 0 || last != 0x2E && last != 0x3A && last != 0x3B && (last != 0x2C || start < end - 6)
                else { break }
                if plain == "The" { break }
                if heads.contains(plain) {
                    hasHead = true
                } else if !general.contains(plain) {
                    isTold = isTold || !Bytes.isDigit(first)
                }
                start = word.startIndex
            } else if count == 0 || !namesJoints.contains(plain) || word.count != plain.utf8.count {
                break
            }
            count += 1
            cursor = word.startIndex - 1
        }
        return hasHead && isTold && count > 1 ? start..<(end - 1) : nil
    }

    /// What joins words within the name of an act.
    private static let namesJoints: Set<String> = ["of", "for", "and", "on", "in", "to"]

    /// Where a subject ends in small letters before a punctuation mark; nil where it does not soon.
    private static func subject(_ words: ArraySlice<ArraySlice<UInt8>>) -> Int? {
        guard let first = words.first, subjects.contains(String(ascii: first)) else { return nil }
        return words.dropFirst().prefix(mostOfSubject).first { [0x2C, 0x2E, 0x3B].contains($0[$0.endIndex - 1]) }?
            .endIndex
    }

    private static func isYear(_ word: ArraySlice<UInt8>) -> Bool {
        let digits = word.prefix(while: Bytes.isDigit)
        return digits.count == 4
    }

    /// Whether a name behind words of what only precedents meet with is that of a case: nothing else is said of it.
    private static func isCase(_ text: FactText, _ name: Range<Int>, _ kind: Treatment.Kind?) -> Bool {
        guard kind == .distinguished || kind == .overruled || kind == .applied, name.count > 4,
            text.cased[name].contains(where: Bytes.isLower)
        else { return false }
        if kind == .applied {
            return tests.contains { text.cased[name.upperBound...].starts(with: " \($0)".utf8) }
        }
        guard name.upperBound + 1 < text.count else { return true }
        if text.cased[name.upperBound] != 0x20 { return true }
        let next = text.cased[(name.upperBound + 1)...].prefix { $0 != 0x20 }
        return behindCases.contains(String(ascii: next))
    }
}
