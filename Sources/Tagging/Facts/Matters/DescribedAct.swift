import Model

/// Acts and decisions that a text describes: by what they are and their number or date, as `arrêté du 3 mars 2023` and
/// `Portaria n.º 1098/2008`, or by a provision and its act, as `§ 5c des Infektionsschutzgesetzes`. Many have such a
/// number, so they are read only beside words of a treatment.
struct DescribedAct {
    let text: FactText
    let grammar: ActGrammar
    private let cues: [Range<Int>]
    /// Where cues begin and end, in order.
    private let (beginnings, ends): ([Int], [Int])

    /// Bytes before and behind a cue in which such an act begins.
    private static let reach = 200
    /// Bytes of one at most, and words between what it is and what tells it from others.
    static let (longest, mostWords) = (200, 14)
    /// Words between what an act is and a number without a sign, and between the act of a provision and its number.
    static let (mostBeforeBare, mostOfProvision) = (2, 4)

    /// The acts and decisions that stand near cues, in order.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - language: Its language.
    ///   - cues: Where words of treatments stand.
    ///   - citations: Where citations stand: what one tells from others needs no description.
    /// - Returns: The acts and decisions.
    static func all(
        in text: FactText, language: Language, near cues: [Range<Int>], citing citations: [Range<Int>]
    ) -> [NamedAuthority] {
        guard let grammar = ActGrammar.of(language.primary) else { return [] }
        return DescribedAct(text, grammar, cues).all().filter { act in
            !citations.around(act.range, reach: citedWithin).contains {
                act.range.overlaps($0)
                    || $0.lowerBound >= act.range.upperBound
                        && isLabel(text.text(act.range.upperBound..<$0.lowerBound))
            }
        }
    }

    private init(_ text: FactText, _ grammar: ActGrammar, _ cues: [Range<Int>]) {
        (self.text, self.grammar) = (text, grammar)
        self.cues = cues.sorted { $0.lowerBound < $1.lowerBound }
        beginnings = self.cues.map(\.lowerBound)
        ends = cues.map(\.upperBound).sorted()
    }

    /// Bytes between what describes a decision and its number.
    private static let citedWithin = 64

    /// Whether only names and signs stand between what describes a decision and a citation: ` (BGH, Az. `, `, SRB v EDPS (`.
    private static func isLabel(_ words: String) -> Bool {
        words.split(whereSeparator: { " ,().-".contains($0) }).allSatisfy {
            $0.first?.isUppercase ?? false || $0.count < 3 || labels.contains($0.lowercased())
        }
    }

    private static let labels: Set<String> = [
        "case", "asunto", "causa", "affaire", "rechtssache", "zaak", "sygn", "делу",
    ]

    private func all() -> [NamedAuthority] {
        var found: [NamedAuthority] = []
        var index = 0
        for cue in cues {
            index = max(index, cue.lowerBound - Self.reach)
            let end = min(text.count, cue.upperBound + Self.reach)
            while index < end {
                guard let word = word(at: index) else {
                    index += 1
                    continue
                }
                if let act = act(word)
                    ?? provision(word).map({ NamedAuthority(value: text.text($0), range: $0, kind: .described) })
                {
                    found.append(act)
                    index = act.range.upperBound
                } else {
                    index = word.upperBound
                }
            }
        }
        return found
    }

    /// The word that begins at an offset, without the punctuation behind it; nil where none does.
    func word(at index: Int) -> Range<Int>? {
        guard index < text.count, Self.isWord(text.lower[index]),
            index == 0 || !Self.isWord(text.lower[index - 1]) || text.lower[index - 1] == 0x2D
        else { return nil }
        var end = index
        while end < text.count, Self.isWord(text.lower[end]) || isInner(end) { end += 1 }
        return index..<end
    }

    private static func isWord(_ byte: UInt8) -> Bool { Bytes.isAlphanumeric(byte) || byte >= 0x80 || byte == 0x2D }

    /// Whether a full stop, a slash or a bracket belongs to the word around it: `19.06.2025`, `ETU/296/2017`.
    private func isInner(_ index: Int) -> Bool {
        [0x2E, 0x2F].contains(text.lower[index]) && index + 1 < text.count && Self.isWord(text.lower[index + 1])
    }

    func lower(_ range: Range<Int>) -> String { String(ascii: text.lower[range]) }

    func hasDigit(_ range: Range<Int>) -> Bool { text.lower[range].contains(where: Bytes.isDigit) }

    /// The next word behind a space.
    func next(_ index: Int) -> Range<Int>? {
        var start = index
        while start < text.count, text.lower[start] == 0x20, start - index < 3 { start += 1 }
        return start == index ? nil : word(at: start)
    }

    /// Whether a word begins with a capital.
    func isName(_ word: Range<Int>) -> Bool {
        text.cased[word.lowerBound] != text.lower[word.lowerBound]
            || word.count > 1 && text.cased[word.lowerBound + 1] != text.lower[word.lowerBound + 1]
                && text.cased[word.lowerBound] >= 0x80
    }

    /// Whether a cue begins in a range.
    func hasCue(_ range: Range<Int>) -> Bool { beginnings.meets(range) }

    // MARK: By number or date

    private func act(_ head: Range<Int>) -> NamedAuthority? {
        let word = lower(head)
        guard grammar.isHead(word), !isBasis(before: head.lowerBound) else { return nil }
        if let end = identified(head) {
            let range = withAttribute(head.lowerBound)..<end
            return NamedAuthority(
                value: text.text(range), range: range, kind: grammar.isDecision(word) ? .decision : .described)
        }
        if let end = quoted(head) {
            let range = withAttribute(head.lowerBound)..<end
            return NamedAuthority(value: text.text(range), range: range, kind: .described)
        }
        if isName(head) || isObject(head), let end = code(head) {
            return NamedAuthority(
                value: text.text(head.lowerBound..<end), range: head.lowerBound..<end, kind: .described)
        }
        if let range = title(head) { return NamedAuthority(value: text.text(range), range: range, kind: .described) }
        if let range = namedCase(head) { return NamedAuthority(value: text.text(range), range: range, kind: .decision) }
        let start = monthAhead(head.lowerBound) ?? yearAhead(head)
        if let end = start == nil ? subject(head) : head.upperBound {
            let range = (start ?? head.lowerBound)..<end
            return NamedAuthority(value: text.text(range), range: range, kind: .described)
        }
        return isName(head)
            ? grammar.name(text.text(head)).map { NamedAuthority(value: $0, range: head, kind: .described) } : nil
    }

    /// Whether an article or nothing stands between a cue and what an act is called: `modifie le code …`.
    private func isObject(_ head: Range<Int>) -> Bool {
        let start = (text.lower[..<max(0, head.lowerBound - 1)].lastIndex(of: 0x20) ?? -1) + 1
        return ends.meets(head.lowerBound - 1..<head.lowerBound) || ends.meets(max(0, start - 1)..<start)
    }

    /// Where an act ends whose title stands in quotation marks: `закон «О персональных данных»`.
    private func quoted(_ head: Range<Int>) -> Int? {
        let start =
            next(head.upperBound).flatMap { hasDigit($0) || isName($0) == false ? nil : $0.upperBound }
            ?? head.upperBound
        let rest = text.lower[start...].prefix(Self.longest)
        guard rest.starts(with: " \"".utf8), let end = rest.dropFirst(2).firstIndex(of: 0x22) else { return nil }
        return end + 1
    }

    /// Where a month with its year begins that stands right before what an act is called: `February 2024 guidance`.
    private func monthAhead(_ head: Int) -> Int? {
        guard grammar.isMonthFirst, head > 1, text.lower[head - 1] == 0x20 else { return nil }
        let words = text.lower[max(0, head - Self.longestMonth)..<(head - 1)].split(separator: 0x20).suffix(2)
        guard words.count == 2, let month = words.first, let year = words.last, year.count == 4,
            year.allSatisfy(Bytes.isDigit), Self.months.contains(String(ascii: month))
        else { return nil }
        return month.startIndex
    }

    /// Where a year begins that stands right before what guidance is called: `the 2019 guidelines`.
    private func yearAhead(_ head: Range<Int>) -> Int? {
        guard grammar.isMonthFirst, !grammar.isDecision(lower(head)), head.lowerBound > 5,
            text.lower[head.lowerBound - 1] == 0x20
        else { return nil }
        let year = text.lower[(head.lowerBound - 5)..<(head.lowerBound - 1)]
        guard year.allSatisfy(Bytes.isDigit), [0x31, 0x32].contains(text.lower[year.startIndex]),
            text.lower[year.startIndex - 1] == 0x20
        else { return nil }
        return year.startIndex
    }

    /// Where an act begins whose attribute stands before what it is called: `Федеральный закон`.
    private func withAttribute(_ head: Int) -> Int {
        guard !grammar.attributes.isEmpty, head > 1, text.lower[head - 1] == 0x20 else { return head }
        let start = text.lower[..<(head - 1)].lastIndex(of: 0x20).map { $0 + 1 } ?? 0
        let word = String(ascii: text.lower[start..<(head - 1)])
        return grammar.attributes.contains(where: word.hasPrefix) ? start : head
    }

    /// Where an act ends that is told by what it is about right behind a cue: `o zmianie ustawy o prawie autorskim`.
    private func subject(_ head: Range<Int>) -> Int? {
        guard !grammar.subjects.isEmpty, ends.meets(head.lowerBound - 1..<head.lowerBound),
            let joint = grammar.subjects.first(where: { text.lower[head.upperBound...].starts(with: $0) })
        else { return nil }
        var (end, words, noun) = (head.upperBound + joint.count, 0, Int?.none)
        while words < Self.mostOfSubject, let word = word(at: end) ?? next(end), !hasCue(word), !hasDigit(word),
            !Self.subjectEnds.contains(lower(word))
        {
            (end, words) = (word.upperBound, words + 1)
            if isName(word) { noun = end }
        }
        // Where nouns have capitals a name ends with one.
        return grammar.isCompounded ? noun : words > 0 ? end : nil
    }

    /// Words of what an act is about at most, and those that do not belong to it any more.
    private static let mostOfSubject = 8
    private static let subjectEnds: Set<String> = [
        "oraz", "wprowadza", "podpisana", "opublikowana", "weszła", "wchodzi",
    ]

    /// Where an act ends that is told from others by a number or a date behind what it is called.
    func identified(_ head: Range<Int>, within most: Int = mostWords) -> Int? {
        var (index, words) = (head.upperBound, 0)
        while true {
            if let end = number(index, isBare: words <= Self.mostBeforeBare) ?? date(index) {
                return number(behindYear(end), isBare: false) ?? date(end) ?? end
            }
            // `la cour d'appel`
            let isElided = index < text.count && text.lower[index] == 0x27
            guard words < most, let word = isElided ? word(at: index + 1) : next(index),
                word.upperBound - head.lowerBound <= Self.longest,
                !hasDigit(word), !hasCue(word), !grammar.isHead(lower(word))
            else { return nil }
            (index, words) = (word.upperBound, words + 1)
        }
    }

    /// Signs of numbers.
    private static let signs = [
        "n.º", "n.°", "n°", "nº", "núm.", "no.", "nr.", "nr", "n.", "№", "número", "numero", "رقم", "č.", "sygn.",
    ].map { Array($0.utf8) }

    /// Where a number ends that begins behind a space or a comma, with its year.
    private func number(_ index: Int, isBare: Bool) -> Int? {
        guard var start = start(index) else { return nil }
        let sign = Self.signs.first { text.lower[start...].starts(with: $0) }
        if let sign {
            start += sign.count
            while start < text.count, [0x20, 0x28].contains(text.lower[start]) { start += 1 }
        }
        guard let word = word(at: start), hasDigit(word),
            sign != nil || isBare && (isNumber(word) || isFigures(word) && year(word.upperBound) != nil)
        else { return nil }
        var end = word.upperBound
        if end < text.count, text.lower[end] == 0x29 { end += 1 }
        return year(end) ?? end
    }

    /// Whether a word is a number with its year without a sign: `ETU/296/2017`.
    private func isNumber(_ word: Range<Int>) -> Bool {
        let parts = text.lower[word].split(separator: 0x2F)
        return parts.count > 1 && parts.last.map { (2...4).contains($0.count) && $0.allSatisfy(Bytes.isDigit) } ?? false
            && parts[parts.count - 2].contains(where: Bytes.isDigit)
    }

    private func isFigures(_ word: Range<Int>) -> Bool { text.lower[word].allSatisfy(Bytes.isDigit) }

    private static let years = [" del ", " de ", " of ", " لسنة "].map { Array($0.utf8) }

    /// Where the year ends that stands behind a number: `n. 32 del 2021`.
    private func year(_ index: Int) -> Int? {
        guard let joint = Self.years.first(where: { text.lower[index...].starts(with: $0) }) else { return nil }
        var reader = ByteReader(bytes: text.lower, index: index + joint.count)
        return reader.digits(4...4) == nil || reader.tokenGoesOn ? nil : reader.index
    }

    /// Bytes of the name of a month and of the words beside it.
    private static let longestMonth = 26

    /// Where a date ends that begins behind a space or a comma.
    private func date(_ index: Int) -> Int? {
        guard let start = start(index) else { return nil }
        for joint in grammar.dateJoints where text.lower[start...].starts(with: joint) {
            var reader = ByteReader(bytes: text.lower, index: start + joint.count)
            guard let day = reader.digits(1...2) else {
                if let end = american(start + joint.count) ?? monthAndYear(start + joint.count) { return end }
                continue
            }
            if reader.skip(".") || reader.skip("/") {
                if day.count == 2, reader.digits(2...2) != nil, reader.skip(".") || reader.skip("/"),
                    reader.digits(4...4) != nil
                {
                    return reader.index
                }
            } else if !reader.skip("er") {
                _ = reader.skip("º")
            }
            guard reader.current == 0x20,
                let year = text.lower[reader.index...].prefix(Self.longestMonth).firstIndex(where: Bytes.isDigit),
                !text.lower[reader.index..<year].contains(where: { [0x2C, 0x2E, 0x3B, 0x28].contains($0) })
            else { continue }
            reader.index = year
            if reader.digits(4...4) != nil { return reader.index }
        }
        return nil
    }

    /// Where a date ends that begins with its month, with a day or without: `February 13, 2024`.
    private func american(_ index: Int) -> Int? {
        guard grammar.isMonthFirst, let month = word(at: index), Self.months.contains(lower(month)),
            month.upperBound < text.count, text.lower[month.upperBound] == 0x20
        else { return nil }
        var reader = ByteReader(bytes: text.lower, index: month.upperBound + 1)
        if reader.digits(1...2) != nil, !(reader.skip(",") && reader.skip(" ")) { return nil }
        return reader.digits(4...4) == nil || reader.tokenGoesOn ? nil : reader.index
    }

    /// Where a month ends with its year, or a year alone, in languages that know no months: `الصادر في يناير 2024`.
    private func monthAndYear(_ index: Int) -> Int? {
        guard !grammar.isMonthFirst, let month = word(at: index), month.count > 3, !hasDigit(month), !isName(month),
            !grammar.isHead(lower(month)), month.upperBound < text.count, text.lower[month.upperBound] == 0x20
        else { return nil }
        var reader = ByteReader(bytes: text.lower, index: month.upperBound + 1)
        for joint in [" de ", " del "] where text.lower[month.upperBound...].starts(with: joint.utf8) {
            reader.index = month.upperBound + joint.utf8.count
        }
        return reader.digits(4...4) == nil || reader.tokenGoesOn ? nil : reader.index
    }

    private static let months: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// Behind the word for a year that stands behind its figures: `от 10 декабря 2008 г. № 941`.
    private func behindYear(_ index: Int) -> Int {
        let word = Self.yearWords.first { text.lower[index...].starts(with: $0) }
        return index + (word?.count ?? 0)
    }

    private static let yearWords = [" г.", " года", " r.", " roku", " р."].map { Array($0.utf8) }

    /// Where something begins behind a space, or a comma and a space.
    private func start(_ index: Int) -> Int? {
        var start = index
        if start < text.count, text.lower[start] == 0x2C { start += 1 }
        guard start + 1 < text.count, text.lower[start] == 0x20 else { return nil }
        return start + 1
    }

    /// What says that something rests on an act or was done by it, and not to it.
    private static let bases = [
        "par ", "selon ", "vu ", "vu la ", "vu le ", "vu l'", "aux termes de ", "aux termes de l'", "en vertu de l'",
        "con ", "visto il ", "visto ", "vista la ", "ai sensi del ", "ai sensi della ", "ai sensi dell'", "mit ",
        "durch ", "gemäß ", "nach ", "mediante ", "por ", "por el ", "por la ", "pela ", "pelo ", "nos termos da ",
        "nos termos do ", "bij ", "krachtens ", "op grond van ", "na podstawie ", "zgodnie z ", "podle ",
        "в соответствии с ", "на основании ", "согласно ", "under ", "under the ", "by ", "by the ", "pursuant to ",
        "pursuant to the ", "بموجب ", "وفقا ",
    ].map { Array($0.utf8) }

    func isBasis(before index: Int) -> Bool {
        Self.bases.contains { basis in
            guard index >= basis.count, text.lower[(index - basis.count)..<index].elementsEqual(basis) else {
                return false
            }
            return !Bytes.wordEnds(text.lower, at: index - basis.count)
        }
    }
}
