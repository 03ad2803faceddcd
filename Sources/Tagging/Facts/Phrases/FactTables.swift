import Model

/// A line of a facts table that cannot be read.
public struct FactTableError: Error, Equatable, CustomStringConvertible {
    /// The file's name.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// What is wrong, in words.
    public let reason: String
    /// `file:line: reason`.
    public var description: String { "\(file):\(line): \(reason)" }
}

/// The tables by which facts are recognised: which words speak of which court, instrument, stage or date.
///
/// A line is `family,value,language,phrases`, the phrases separated by `;`. The language is a primary subtag, or `*`
/// where the phrases count in every text. A `#` begins a comment. A line `list,name,language,words` gives words a name by
/// which the phrases of later lines can begin and end: `{court}*{decides}` is any word of the one list, and a little later
/// one of the other.
public final class FactTables: Sendable {
    /// What a phrase stands for.
    struct Rule: Sendable {
        var family: Family
        var value: String
        var language: String
        /// How much the phrases prove: the number after the value's colon, 1 where there is none.
        var weight: Int
        /// The value's place among instruments or stages; nil for other families.
        var place: Int?
        /// The jurisdictions that the value names, each with the words by which evidence tells of it.
        var codes: [(code: String, label: String)] = []
        /// Whether bodies of several jurisdictions share the name, so that it speaks of one of them: `DE/CH`, not `DE+CH`.
        var isShared = false
        /// Whether every phrase says who does what, in words that stand apart: `{courts}*{decides}`.
        var isClause = false

        init(family: Family, value: String, language: String) {
            self.family = family
            self.language = language
            let parts = value.utf8.split(separator: 0x3A)
            let weight = parts.count == 2 ? Int(Substring(parts[1])) : nil
            self.weight = weight ?? 1
            self.value = weight == nil ? value : String(Substring(parts[0]))
            switch family {
            case .instrument, .paper: place = Instrument(rawValue: self.value)?.place
            case .stage: place = Stage(rawValue: self.value)?.place
            case .law, .place, .claimant, .respondent:
                isShared = self.value.utf8.contains(0x2F)
                codes = self.value.utf8.split { $0 == 0x2B || $0 == 0x2F }.map {
                    (String(Substring($0)), "\(family.rawValue): \(Substring($0))")
                }
            default: break
            }
        }
    }

    /// The kinds of tables.
    enum Family: String, Sendable, CaseIterable {
        /// A court, an authority or an act of a jurisdiction.
        case law
        /// A country, a part of it, or its people.
        case place
        /// One who sues makers of AI, by its home.
        case claimant
        /// A maker of AI, by its home.
        case respondent
        /// A firm or a product, whose home is told beside it and is not yet a law.
        case firm
        /// A kind of instrument.
        case instrument
        /// How far a thing has come.
        case stage
        /// What happens on a date that stands after the words.
        case dateAfter = "date-after"
        /// What happens on a date that stands before the words.
        case dateBefore = "date-before"
        /// That a date moves, or what stands beside the date that it moves from.
        case moved
        /// That something moves, where a title says so.
        case movedTitle = "moved-title"
        /// What was done to an authority that stands after the words, or right before them.
        case treatment
        /// What was done to an authority that stands after the words.
        case treatmentAfter = "treatment-after"
        /// What was done to an authority that stands before the words.
        case treatmentBefore = "treatment-before"
        /// What takes a treatment back, ends that, or tells who did it or to what else.
        case negation
        /// Against whom a ruling or measure went.
        case outcome
        /// The name of a case or act that is followed by it.
        case matter
        /// What the public is asked for, which makes a deadline the end of a consultation, and what a period is called in
        /// which it may answer.
        case reply
        /// What a paper in the file of a case is called, which stands alone under the name and number of the case.
        case paper
        /// What stands before tags and links to other items.
        case aside
        /// That what was proposed comes to nothing.
        case ended
        /// That a court is still to decide.
        case ahead

        /// The family's place among all.
        var number: Int {
            switch self {
            case .law: 0
            case .place: 1
            case .instrument: 2
            case .stage: 3
            case .dateAfter: 4
            case .dateBefore: 5
            case .treatment: 6
            case .outcome: 7
            case .matter: 8
            case .moved: 9
            case .treatmentAfter: 10
            case .treatmentBefore: 11
            case .negation: 12
            case .claimant: 13
            case .respondent: 14
            case .firm: 15
            case .reply: 16
            case .paper: 17
            case .movedTitle: 18
            case .aside: 19
            case .ended: 20
            case .ahead: 21
            }
        }
    }

    /// Some of the families.
    struct Families: OptionSet {
        let rawValue: UInt32

        init(rawValue: UInt32) { self.rawValue = rawValue }

        init(_ family: Family) { rawValue = 1 << UInt32(family.number) }

        init(arrayLiteral families: Family...) { rawValue = families.reduce(0) { $0 | 1 << UInt32($1.number) } }
    }

    /// What a reader asks of every hit of a phrase.
    struct Shape: Sendable {
        let rule: Int
        /// The rule's family; places count among laws, so that a law's name hides the place in it.
        let group: Family
        let isExact: Bool
        /// Whether accents, or the choice between traditional and simplified characters, matter.
        var isAsWritten: Bool
        /// The number of what has to follow it; -1 where nothing has.
        var tail: Int32 = -1

        init(_ phrase: Phrase, of family: Family) {
            rule = phrase.rule
            group = family == .place ? .law : family
            isExact = phrase.isExact
            isAsWritten = phrase.spelling.contains(where: Phrase.isAccented)
        }
    }

    let rules: [Rule]
    let phrases: [Phrase]
    /// For each phrase, what its hits are asked.
    let shapes: [Shape]
    /// What has to follow phrases, by the numbers that their shapes give.
    let tails: [PhraseTail]
    /// For each language the words by which its texts speak of authorities.
    private let authorityWords: [String: AuthorityWords]

    /// The words by which texts of a language speak of authorities, and those of all; nil where none are listed for it.
    func authorityWords(_ language: Language) -> AuthorityWords? { authorityWords[language.primary] }

    /// Reads tables.
    ///
    /// - Parameter files: The files' names and texts.
    /// - Throws: `FactTableError` for the first line that is no rule, or else for the first that repeats a phrase: its
    ///   points would count twice.
    public init(files: [(name: String, text: String)]) throws(FactTableError) {
        var reader = FactTableReader()
        var lines: [(file: String, number: Int)] = []
        for file in files {
            var number = 0
            // Bytes are split, not characters: those have to be looked for in the text one by one.
            for line in Array(file.text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false) {
                number += 1
                let line = line.last == 0x0D ? line.dropLast() : line
                if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
                do {
                    if try reader.read(line) { lines.append((file.name, number)) }
                } catch {
                    throw FactTableError(file: file.name, line: number, reason: error.reason)
                }
            }
        }
        (phrases, shapes) = try Self.distinct(reader.phrases, reader.rules, lines)
        var rules = reader.rules
        for rule in rules.indices { rules[rule].isClause = true }
        for phrase in phrases where phrase.tail == nil { rules[phrase.rule].isClause = false }
        self.rules = rules
        let shared = reader.authorityWords["*"] ?? [:]
        authorityWords = reader.authorityWords.mapValues { lists in
            AuthorityWords(lists.merging(shared) { own, other in StemList(own.words + other.words) })
        }
        tails = phrases.compactMap(\.tail)
    }

    /// The phrases, without those that the fold makes the same as another of the same value; with accents a phrase stays,
    /// as a text that writes them means it alone. Where the fold makes phrases of different values the same, 著作權法 of
    /// Taiwan and 著作权法 of China, each counts only as it is written.
    private static func distinct(
        _ phrases: [Phrase], _ rules: [Rule], _ lines: [(file: String, number: Int)]
    ) throws(FactTableError) -> ([Phrase], [Shape]) {
        var kept: [Phrase] = []
        var shapes: [Shape] = []
        var tails: Int32 = 0
        // For each phrase that is kept the one before with the same bytes, -1 where it is the first.
        var previous: [Int] = []
        kept.reserveCapacity(phrases.count)
        shapes.reserveCapacity(phrases.count)
        previous.reserveCapacity(phrases.count)
        var known = Dictionary<ByteKey, Int>(minimumCapacity: phrases.count)
        for phrase in phrases {
            var shape = Shape(phrase, of: rules[phrase.rule].family)
            let key = ByteKey(phrase.bytes)
            let last = known.updateValue(kept.count, forKey: key) ?? -1
            if last >= 0 {
                let rule = rules[phrase.rule]
                let alike = sequence(first: last) { previous[$0] >= 0 ? previous[$0] : nil }
                if let first = alike.first(where: { isSame(kept[$0], rules[kept[$0].rule], phrase, rule) }) {
                    let (here, there) = (lines[phrase.rule], lines[kept[first].rule])
                    throw FactTableError(
                        file: here.file, line: here.number,
                        reason: "“\(String(decoding: phrase.spelling, as: UTF8.self))” stands for "
                            + "\(rule.family.rawValue),\(rule.value),\(rule.language) in \(there.file):\(there.number) "
                            + "already; take one of them out")
                }
                let others = alike.filter { isRival(kept[$0], rules[kept[$0].rule], to: phrase, rule) }
                let isThere =
                    !phrase.spelling.contains(where: Phrase.isAccented)
                    && others.contains {
                        let other = rules[kept[$0].rule]
                        return other.value == rule.value && !shapes[$0].isAsWritten
                            && (other.language == rule.language || other.language == "*")
                    }
                if isThere {
                    known[key] = last
                    continue
                }
                for other in others where rules[kept[other].rule].value != rule.value {
                    shapes[other].isAsWritten = true
                    shape.isAsWritten = true
                }
            }
            if phrase.tail != nil {
                shape.tail = tails
                tails += 1
            }
            previous.append(last)
            kept.append(phrase)
            shapes.append(shape)
        }
        return (kept, shapes)
    }

    /// Whether two phrases that fold to the same bytes are one, written for the same thing.
    private static func isSame(_ other: Phrase, _ its: Rule, _ phrase: Phrase, _ rule: Rule) -> Bool {
        other.spelling == phrase.spelling && other.isExact == phrase.isExact && other.tail == phrase.tail
            && other.isOpenBefore == phrase.isOpenBefore
            && other.isOpenAfter == phrase.isOpenAfter
            && its.family == rule.family && its.value == rule.value && its.language == rule.language
    }

    /// Whether nothing has to follow either of two phrases, or the same words.
    private static func isLike(_ left: PhraseTail?, _ right: PhraseTail?) -> Bool {
        guard let left, let right else { return left == nil && right == nil }
        return left.isLike(right)
    }

    /// Whether two phrases that fold to the same bytes are written differently and could stand in one text for one
    /// family.
    private static func isRival(_ other: Phrase, _ its: Rule, to phrase: Phrase, _ rule: Rule) -> Bool {
        other.spelling != phrase.spelling && its.family == rule.family
            && (its.language == rule.language || its.language == "*" || rule.language == "*")
            && !other.isExact && !phrase.isExact && isLike(other.tail, phrase.tail)
    }
}

extension FactTables {
    /// Families that a vocabulary without a line of them can hardly do without, as the files name them.
    public var missingFamilies: [String] {
        let there = Set(rules.map(\.family))
        let needed: [Family] = [.law, .place, .instrument, .stage, .dateAfter, .treatment, .moved]
        return needed.filter { !there.contains($0) }.map(\.rawValue)
    }
}

extension FactTables.Family {
    /// Whether its values are codes of jurisdictions.
    var namesLaw: Bool {
        switch self {
        case .law, .place, .claimant, .respondent: true
        default: false
        }
    }

    /// The values that a line of the family may have; nil where there are too many to list.
    var values: [String]? { Self.values[number] }

    private static let values = Dictionary(
        uniqueKeysWithValues: allCases.compactMap { family in family.listed.map { (family.number, $0) } })

    private var listed: [String]? {
        switch self {
        case .law, .place, .claimant, .respondent, .matter: nil
        case .firm: ["home"]
        case .movedTitle: ["verb"]
        case .ended: ["proposal"]
        case .ahead: ["ruling"]
        case .aside: OwnText.Label.Kind.allCases.map(\.rawValue)
        case .reply: ["comment", "period"]
        case .paper: [Instrument.ruling, .filing].map(\.rawValue)
        case .instrument: Instrument.allCases.map(\.rawValue)
        case .stage: Stage.allCases.map(\.rawValue)
        case .dateAfter, .dateBefore:
            LegalDate.Kind.allCases.map(\.rawValue) + ["none", "link", "term", "off", "judgment"]
        case .treatment, .treatmentAfter, .treatmentBefore: Treatment.Kind.allCases.map(\.rawValue)
        case .negation:
            [
                "before", "after", "turn", "agent", "other", "sought", "own", "supposed", "supposed-first", "advised",
                "asked",
            ]
        case .moved:
            ["verb", "origin", "start", "start-after", "off", "new", "correction", "denied", "former"]
                + LegalDate.Kind.allCases.map(\.rawValue)
        case .outcome: Outcome.allCases.map(\.rawValue)
        }
    }
}
