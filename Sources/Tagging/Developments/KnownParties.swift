import Model

/// Firms and persons as other scripts and short forms write them, so that texts in several languages name them alike.
///
/// A line is `kind,name,language,names`: what titles in Latin letters call a party, and its other names, separated by `;`,
/// in texts of a language, or of all where it is `*`. The kind is `party`, `provider` for a firm that many sue at once, or
/// `product` for what a party makes. A `*` at the end is the rest of a word. A name of the party `-` is nobody's, and hides
/// the names inside it. A `#` begins a comment.
public struct KnownParties: Sendable {
    /// No parties.
    public static let none = KnownParties()

    private enum Kind: String { case party, provider, product, nobody }

    private struct Meaning {
        /// What the party is called in Latin letters.
        let name: String
        let number: Int
        let kind: Kind
    }

    private var names = NameFinder<Meaning>()
    /// The number of each party, in the order of the file.
    private var numbers: [String: Int] = [:]
    /// The parties that many sue at once.
    private(set) var providers: Set<Int> = []

    /// Bytes of a text that are read.
    private static let longest = 1200

    private init() {}

    /// Reads the table.
    ///
    /// - Parameters:
    ///   - file: The file's name.
    ///   - text: What it holds.
    /// - Throws: `FactTableError` for the first line that cannot be read, or that repeats a name.
    public init(file: String, text: String) throws(FactTableError) {
        try NameTable.read(file: file, text: text, columns: "kind,name,language,names") {
            (line, row) throws(FactTableReader.BadLine) in
            guard let kind = Kind(rawValue: line.law), kind != .nobody else {
                throw FactTableReader.BadLine(
                    reason: "“\(line.law)” is no kind of party: write party, provider or product")
            }
            let number = numbers[line.what] ?? numbers.count
            let meaning = Meaning(name: line.what, number: number, kind: line.what == "-" ? .nobody : kind)
            if numbers.updateValue(number, forKey: line.what) == nil, meaning.kind != .nobody {
                guard kind != .product else {
                    throw FactTableReader.BadLine(
                        reason: "“\(line.what)” makes a product, and is no party of a line before this one; add it")
                }
                try names.add(line.what, "*", meaning, line: row)
                if kind == .provider { providers.insert(number) }
            }
            for name in line.names.split(separator: ";") where name.lowercased() != line.what.lowercased() {
                try names.add(String(name), line.language, meaning, line: row)
            }
        }
        names.sort()
    }

    /// A party's number, by what it is called in Latin letters.
    func number(of name: String) -> Int? { numbers[name] }

    /// What parties are called in Latin letters.
    func names(of parties: Set<Int>) -> [String] { numbers.filter { parties.contains($0.value) }.map(\.key) }

    /// A text as titles in Latin letters would have it.
    struct Reading {
        /// The beginning of the text with its parties named in Latin letters; the whole text as it was where it names none of
        /// them by another name.
        let text: String
        /// The numbers of the parties that it names.
        let parties: Set<Int>
    }

    /// Reads who is named in the beginning of a text.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - language: The primary subtag of its language.
    /// - Returns: The text and the parties.
    func read(_ text: String, _ language: String) -> Reading {
        if names.isEmpty { return Reading(text: text, parties: []) }
        let bytes = Array(text.utf8.prefix(Self.longest))
        let places = places(in: bytes, language)
        let parties = Set(places.map(\.meaning.number))
        let others = places.filter {
            $0.meaning.kind != .product && !bytes[$0.range].elementsEqual($0.meaning.name.utf8)
        }
        if others.isEmpty { return Reading(text: text, parties: parties) }
        var (latin, end) = ([UInt8](), 0)
        for place in others {
            latin += bytes[end..<place.range.lowerBound] + [0x20] + Array(place.meaning.name.utf8) + [0x20]
            end = place.range.upperBound
        }
        return Reading(text: String(decoding: latin + bytes[end...], as: UTF8.self), parties: parties)
    }

    /// Where parties are named; a name in Latin letters has a capital.
    private func places(in bytes: [UInt8], _ language: String) -> [NameFinder<Meaning>.Place] {
        let lower = FactFolding.lowered(bytes)
        return names.places(in: lower, language) { range in
            Self.isWhole(range, in: lower) && !Bytes.isLower(bytes[range.lowerBound])
        }.filter { $0.meaning.kind != .nobody }
    }

    /// Whether a name is no part of a longer word: a name in katakana is written between other characters, and what follows
    /// one in Hangul may be a particle.
    private static func isWhole(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
        if isKatakana(bytes, at: range.lowerBound) {
            return !isKatakana(bytes, at: range.lowerBound - 3) && !isKatakana(bytes, at: range.upperBound)
        }
        return !isHangul(bytes, at: range.lowerBound) || !isHangul(bytes, at: range.lowerBound - 3)
    }

    /// Whether one of the characters from `ァ` to `ヺ`, or `ー`, stands at an offset.
    private static func isKatakana(_ bytes: [UInt8], at index: Int) -> Bool {
        guard index >= 0, index + 2 < bytes.count, bytes[index] == 0xE3 else { return false }
        return bytes[index + 1] == 0x82 && bytes[index + 2] >= 0xA1
            || bytes[index + 1] == 0x83 && bytes[index + 2] != 0xBB
    }

    private static func isHangul(_ bytes: [UInt8], at index: Int) -> Bool {
        index >= 0 && index + 2 < bytes.count && (0xEA...0xED).contains(bytes[index])
            && (bytes[index] > 0xEA || bytes[index + 1] >= 0xB0)
    }
}
