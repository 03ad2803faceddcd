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
/// where the phrases count in every text. A `#` begins a comment.
public struct FactTables: Sendable {
    /// What a phrase stands for.
    struct Rule: Sendable {
        var family: Family
        var value: String
        var language: String
        /// How much the phrases prove: the number after the value's colon, 1 where there is none.
        var weight: Int

        init(family: Family, value: Substring, language: Substring) {
            self.family = family
            self.language = String(language)
            let parts = value.split(separator: ":")
            let weight = parts.count == 2 ? Int(parts[1]) : nil
            self.weight = weight ?? 1
            self.value = weight == nil ? String(value) : String(parts[0])
        }
    }

    /// The kinds of tables.
    enum Family: String, Sendable, CaseIterable {
        /// A court, an authority or an act of a jurisdiction.
        case law
        /// A country, a part of it, or its people.
        case place
        /// A kind of instrument.
        case instrument
        /// How far a thing has come.
        case stage
        /// What happens on a date that stands after the words.
        case dateAfter = "date-after"
        /// What happens on a date that stands before the words.
        case dateBefore = "date-before"
        /// What was done to an authority.
        case treatment
        /// Against whom a ruling or measure went.
        case outcome
        /// The name of a case or act that is followed by it.
        case matter
        /// The month that a word names.
        case month
    }

    let rules: [Rule]
    let phrases: PhraseTable

    /// Reads tables.
    ///
    /// - Parameter files: The files' names and texts.
    /// - Throws: `FactTableError` for the first line that is no rule.
    public init(files: [(name: String, text: String)]) throws(FactTableError) {
        var rules: [Rule] = []
        var phrases: [Phrase] = []
        for file in files {
            var number = 0
            for line in file.text.split(separator: "\n", omittingEmptySubsequences: false) {
                number += 1
                let line = line.utf8.last == 0x0D ? line.dropLast() : line
                if line.isEmpty || line.utf8.first == UInt8(ascii: "#") { continue }
                do {
                    try Self.read(line, into: &rules, &phrases)
                } catch {
                    throw FactTableError(file: file.name, line: number, reason: error.reason)
                }
            }
        }
        self.rules = rules
        self.phrases = PhraseTable(phrases)
    }

    private struct BadLine: Error { let reason: String }

    private static func read(
        _ line: Substring, into rules: inout [Rule], _ phrases: inout [Phrase]
    ) throws(BadLine) {
        let cells = line.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
        guard cells.count == 4 else { throw BadLine(reason: "not four cells: family,value,language,phrases") }
        guard let family = Family(rawValue: String(cells[0])) else {
            let known = Family.allCases.map(\.rawValue).joined(separator: ", ")
            throw BadLine(reason: "unknown family “\(cells[0])”; known are \(known)")
        }
        rules.append(Rule(family: family, value: cells[1], language: cells[2]))
        for spelling in cells[3].split(separator: ";") {
            guard let phrase = Phrase(spelling, rule: rules.count - 1) else {
                throw BadLine(reason: "the phrase “\(spelling)” is shorter than two bytes")
            }
            phrases.append(phrase)
        }
    }
}
