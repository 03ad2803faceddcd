import Model

/// What an item gave, as the text that is kept: `{"evidence":[…],"topics":[…],…}`.
///
/// The words that prove one finding often prove others, too, so that each piece of evidence stands once, in a list, and
/// findings name its place in it. A piece is `[rule, field, offset, words, context]`; for words that stand in the item's
/// newest text nothing is repeated: `[rule, field, offset, length, context's offset, context's length]`, in bytes of
/// UTF-8.
struct FindingsText {
    private let fields: EvidenceFields
    private var pool: [Evidence] = []
    /// Where each piece of the pool stands: what is compared first.
    private var offsets: [Int] = []
    private var evidence = JSONText()
    private var lists = JSONText()

    /// The findings of a text, without topics that were just missed; nil where nothing was found.
    private(set) var detail: String?
    /// The topics that were just missed, `[topic, lacked, evidence]` each; nil where there are none.
    private(set) var misses: String?

    init(_ findings: Findings, in text: ItemText) {
        fields = EvidenceFields(text)
        list("topics", findings.topics) { ($0.topic.rawValue, $0.rule, $0.evidence) }
        list("instrument", [findings.instrument]) { (nil, nil, $0.evidence) }
        list("stage", [findings.stage]) { (nil, nil, $0.evidence) }
        list("jurisdictions", findings.jurisdictions) { ($0.value.code, nil, $0.evidence) }
        list("citations", findings.citations) { ($0.value, nil, $0.evidence) }
        list("dates", findings.dates) { ($0.value.date.description, $0.value.kind.rawValue, $0.evidence) }
        list("off", findings.datesOff) { ($0.value.date.description, $0.value.kind.rawValue, $0.evidence) }
        list("treatments", findings.treatments) { ($0.value.authority, $0.value.kind.rawValue, $0.evidence) }
        list("names", findings.matterNames) { ($0.value, nil, $0.evidence) }
        let found = lists
        lists = JSONText()
        write(findings.nearMisses) { ($0.topic.rawValue, $0.lacked, $0.evidence) }
        misses = findings.nearMisses.isEmpty ? nil : lists.string
        guard !found.bytes.isEmpty || !pool.isEmpty else { return }
        var text = JSONText(capacity: evidence.bytes.count + found.bytes.count + 32)
        text.token("{\"evidence\":[")
        text.append(evidence)
        text.token("]")
        text.append(found)
        text.token("}")
        detail = text.string
    }

    /// A finding: one or two words, and the places of its evidence.
    private typealias Entry = (value: String?, second: String?, evidence: [Evidence])

    private mutating func list<Finding>(_ name: StaticString, _ findings: [Finding], _ entry: (Finding) -> Entry) {
        let isSaid = findings.contains { finding in
            let entry = entry(finding)
            return entry.value != nil || !entry.evidence.isEmpty
        }
        guard isSaid else { return }
        lists.token(",\"")
        lists.token(name)
        lists.token("\":")
        write(findings, entry)
    }

    private mutating func write<Finding>(_ findings: [Finding], _ entry: (Finding) -> Entry) {
        lists.token("[")
        for (index, finding) in findings.enumerated() {
            let (value, second, evidence) = entry(finding)
            lists.token(index == 0 ? "[" : ",[")
            for word in [value, second] {
                guard let word else { continue }
                lists.quoted(word)
                lists.token(",")
            }
            lists.token("[")
            for (index, piece) in evidence.enumerated() {
                if index > 0 { lists.token(",") }
                lists.number(Int64(place(of: piece)))
            }
            lists.token("]]")
        }
        lists.token("]")
    }

    /// The place of a piece of evidence in the list, where it is put if it is not there yet.
    private mutating func place(of piece: Evidence) -> Int {
        for (index, offset) in offsets.enumerated() where offset == piece.offset && pool[index] == piece {
            return index
        }
        pool.append(piece)
        offsets.append(piece.offset)
        evidence.token(pool.count == 1 ? "[" : ",[")
        evidence.quoted(piece.rule)
        evidence.token(",\"")
        evidence.ascii(piece.field.rawValue)
        evidence.token("\",")
        evidence.number(Int64(piece.offset))
        evidence.token(",")
        if let passage = piece.passage, fields.hold(passage, in: piece.field) {
            evidence.number(Int64(passage.words.count))
            evidence.token(",")
            evidence.number(Int64(passage.context.lowerBound))
            evidence.token(",")
            evidence.number(Int64(passage.context.count))
        } else {
            evidence.quoted(piece.words)
            evidence.token(",")
            evidence.quoted(piece.context)
        }
        evidence.token("]")
        return pool.count - 1
    }
}

/// The parts of a text in which evidence stands, in UTF-8.
struct EvidenceFields {
    private let title: [UInt8]
    private let summary: [UInt8]
    private let content: [UInt8]

    init(_ text: ItemText) {
        title = Self.asStored(text.title)
        summary = Self.asStored(text.summary)
        content = Self.asStored(text.content)
    }

    /// A NUL is stored as another character, so that places behind it would not be the same: nothing is found there.
    private static func asStored(_ text: String) -> [UInt8] {
        text.holdsNUL ? [] : Array(text.utf8)
    }

    private func text(_ field: Evidence.Field) -> [UInt8] {
        switch field {
        case .title: title
        case .summary: summary
        case .content: content
        case .source, .stated: []
        }
    }

    /// Whether a passage stands in a field as it is shown, at the same places.
    func hold(_ passage: Passage, in field: Evidence.Field) -> Bool {
        let text = text(field)
        return text.withUnsafeBytes { text in
            passage.text.withUnsafeBytes { other in
                func holds(_ range: Range<Int>) -> Bool {
                    range.upperBound <= text.count && passage.isLine(range)
                        && range.allSatisfy { text[$0] == other[$0] }
                }
                let (words, context) = (passage.words, passage.context)
                let isWithin = context.lowerBound <= words.lowerBound && words.upperBound <= context.upperBound
                return holds(context) && (isWithin ? passage.isLine(words) : holds(words))
            }
        }
    }

    /// The passage at some places; nil where the field is shorter.
    func passage(in field: Evidence.Field, words: Range<Int>, context: Range<Int>) -> Passage? {
        let text = text(field)
        guard max(words.upperBound, context.upperBound) <= text.count else { return nil }
        return Passage(of: text, words: words, context: context)
    }
}
