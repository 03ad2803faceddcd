import Model

/// Finds the names of a table in texts: at each place the longest that stands there.
///
/// A `*` at the end of a name is the rest of a word. A name of a script that separates its words is a word of its own.
struct NameFinder<Meaning: Sendable>: Sendable {
    private struct Name {
        let bytes: [UInt8]
        let isStem: Bool
        let language: String
        let meaning: Meaning
    }

    /// A name in a text.
    struct Place {
        /// Its bytes.
        let range: Range<Int>
        let meaning: Meaning
    }

    /// By their first two bytes; the longest first once they are sorted.
    private var names: [UInt16: [Name]] = [:]
    /// Which pairs of bytes any name begins with: most places of a text begin none.
    private var pairs = [UInt64](repeating: 0, count: 1 << 10)
    /// The line of each name and its language.
    private var lines: [String: Int] = [:]

    /// Adds a name.
    ///
    /// - Parameters:
    ///   - written: The name as the table has it.
    ///   - language: The primary subtag of the language of texts that it stands in, or `*`.
    ///   - meaning: What it means.
    ///   - line: The line of the table.
    /// - Throws: `FactTableReader.BadLine` where it is too short, or known in this language.
    mutating func add(
        _ written: String, _ language: String, _ meaning: Meaning, line: Int
    ) throws(FactTableReader.BadLine) {
        let words = NameTable.plain(written)
        let isStem = words.hasSuffix("*")
        let bytes = FactFolding.lowered(Array((isStem ? words.dropLast() : words[...]).utf8))
        guard bytes.count > 1 else {
            throw FactTableReader.BadLine(reason: "the name “\(words)” has less than two bytes")
        }
        if let other = lines.updateValue(line, forKey: "\(language),\(String(decoding: bytes, as: UTF8.self))") {
            throw FactTableReader.BadLine(reason: "“\(words)” stands in line \(other) already; take one of them out")
        }
        let pair = Self.pair(bytes, at: 0)
        names[pair, default: []].append(Name(bytes: bytes, isStem: isStem, language: language, meaning: meaning))
        pairs[Int(pair >> 6)] |= 1 << (pair & 63)
    }

    /// Makes it ready for searching.
    mutating func sort() {
        for key in names.keys { names[key]?.sort { $0.bytes.count > $1.bytes.count } }
    }

    /// Whether it has no names.
    var isEmpty: Bool { names.isEmpty }

    /// The names in a text, from left to right, none inside another.
    ///
    /// - Parameters:
    ///   - bytes: The text in lower case, as `FactFolding` makes it.
    ///   - language: The primary subtag of its language.
    ///   - isFit: Whether a name may stand at a range.
    /// - Returns: Where they stand.
    func places(
        in bytes: [UInt8], _ language: String, where isFit: (Range<Int>) -> Bool = { _ in true }
    ) -> [Place] {
        var found: [Place] = []
        var index = 0
        while index + 1 < bytes.count {
            let pair = Self.pair(bytes, at: index)
            guard pairs[Int(pair >> 6)] & 1 << (pair & 63) != 0, Bytes.wordBegins(bytes, at: index),
                let name = name(in: bytes, at: index, pair, language, isFit)
            else {
                index += 1
                continue
            }
            found.append(Place(range: index..<(index + name.bytes.count), meaning: name.meaning))
            index += name.bytes.count
        }
        return found
    }

    private func name(
        in bytes: [UInt8], at index: Int, _ pair: UInt16, _ language: String, _ isFit: (Range<Int>) -> Bool
    ) -> Name? {
        names[pair]?.first { name in
            let end = index + name.bytes.count
            return (name.language == "*" || name.language == language) && bytes[index...].starts(with: name.bytes)
                && (name.isStem || bytes[end - 1] >= 0xE0 || name.bytes[0] >= 0xE3 || !Bytes.wordGoesOn(bytes, at: end))
                && isFit(index..<end)
        }
    }

    private static func pair(_ bytes: [UInt8], at index: Int) -> UInt16 {
        UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
    }
}
