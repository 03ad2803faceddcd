import Model

/// Acts without a number that reports in several languages are about, each by the names that the languages have for it.
///
/// A line is `law,act,language,names`: whose law the act is of, what it is called here, and the names, separated by `;`,
/// in titles of a language, or of all where it is `*`. `+` joins words that stand in any order. A `#` begins a comment.
public struct KnownActs: Sendable {
    /// No acts.
    public static let none = KnownActs()

    /// An act, and the words of which one group stands in a title that names it.
    private struct Names {
        let key: String
        let language: String
        /// For each name its words, by their places in the list of all.
        let words: [[Int]]
    }

    /// In the order of the file: those first that have others inside them.
    private var table: [Names] = []
    /// The places of those of a law.
    private var byLaw: [String: [Int]] = [:]
    private var words = Words()

    /// Bytes of a title that are read.
    private static let longest = 400

    private init() {}

    /// Reads the table.
    ///
    /// - Parameters:
    ///   - file: The file's name.
    ///   - text: What it holds.
    /// - Throws: `FactTableError` for the first line that cannot be read, or that repeats a name.
    public init(file: String, text: String) throws(FactTableError) {
        var lines: [String: Int] = [:]
        try NameTable.read(file: file, text: text, columns: "law,act,language,names") {
            (line, number) throws(FactTableReader.BadLine) in
            let names = try Self.names(line)
            for words in names {
                let name = words.joined(separator: "+")
                guard let other = lines.updateValue(number, forKey: "\(line.law),\(line.language),\(name)") else {
                    continue
                }
                throw FactTableReader.BadLine(
                    reason: "“\(name)” is a name of \(line.law) in line \(other) already; take one of them out")
            }
            let places = names.map { $0.map { words.add($0) } }
            byLaw[line.law, default: []].append(table.count)
            table.append(
                Names(key: "\(line.law) \(line.what)", language: line.language, words: places))
        }
    }

    /// The names of a line, each by its words.
    private static func names(_ line: NameTable.Line) throws(FactTableReader.BadLine) -> [[String]] {
        guard Jurisdiction(line.law)?.isAssigned == true else {
            throw FactTableReader.BadLine(
                reason: "“\(line.law)” is no jurisdiction: write a code of ISO 3166-1 such as DE, or EU, or INT")
        }
        let words = line.names.lowercased().split(separator: ";").map { name in
            name.split(separator: "+").map { NameTable.plain(String($0)) }
        }
        // One letter stands in every title.
        if let short = words.first(where: { $0.isEmpty || $0.contains { $0.utf8.count < 2 } }) {
            throw FactTableReader.BadLine(
                reason: "the name “\(short.joined(separator: "+"))” has words of less than two bytes")
        }
        return words
    }

    /// The act that a title names, as a key of its own; of several the one whose name says most.
    ///
    /// - Parameters:
    ///   - title: The title.
    ///   - language: The primary subtag of its language.
    ///   - jurisdictions: Whose law the item speaks of.
    /// - Returns: The key, as it is shown; nil where none is known.
    func named(in title: String, _ language: String, of jurisdictions: Set<Jurisdiction>) -> String? {
        let acts = acts(of: jurisdictions.map(\.code), language)
        if acts.isEmpty { return nil }
        let places = words.places(in: title.lowercased().firstBytes(Self.longest))
        return acts.first { $0.words.contains { $0.allSatisfy { places[$0] != nil } } }?.key
    }

    private func acts(of laws: [String], _ language: String) -> [Names] {
        let places = laws.count == 1 ? byLaw[laws[0]] ?? [] : Set(laws.flatMap { byLaw[$0] ?? [] }).sorted()
        return places.lazy.map { table[$0] }.filter { $0.language == "*" || $0.language == language }
    }
}

extension KnownActs {
    /// The acts that the beginning of a text names, each once and where it stands.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - language: Its language.
    ///   - laws: Codes of the jurisdictions that the item speaks of.
    /// - Returns: The acts, each by its key.
    func named(in text: FactText, _ language: Language, of laws: [String]) -> [NamedAuthority] {
        let acts = acts(of: laws, language.primary)
        if acts.isEmpty { return [] }
        let bytes = FactFolding.lowered(Array((text.lower.isEmpty ? text.cased : text.lower).prefix(Self.longest)))
        let places = words.places(in: bytes)
        var found: [NamedAuthority] = []
        for act in acts {
            guard let range = act.words.lazy.compactMap({ range(of: $0, places) }).first,
                !found.contains(where: { $0.value == act.key || $0.range.overlaps(range) })
            else { continue }
            found.append(NamedAuthority(value: act.key, range: range, kind: .knownAct))
        }
        return found
    }

    /// Bytes in which words of a name stand that may stand in any order.
    private static let widest = 80

    /// From the first to the last of the words of a name; nil where one is not there, or they stand far apart.
    private func range(of name: [Int], _ places: [Int: Range<Int>]) -> Range<Int>? {
        var range: Range<Int>?
        for word in name {
            guard let place = places[word] else { return nil }
            range =
                min(
                    range?.lowerBound ?? place.lowerBound, place.lowerBound)..<max(
                    range?.upperBound ?? place.upperBound, place.upperBound)
        }
        return range.flatMap { $0.count <= Self.widest ? $0 : nil }
    }

    /// The key of an act as people write its name: as it is shown, without its law, or as texts name it; nil where none is
    /// meant, or several may be.
    public func key(of name: String) -> String? {
        let plain = NameTable.plain(name).lowercased()
        let keys = Set(table.map(\.key))
        if let key = keys.first(where: { $0.lowercased() == plain }) { return key }
        let bare = self.keys(named: plain)
        if !bare.isEmpty { return bare.count == 1 ? bare[0] : nil }
        let named = Set(
            table.filter { $0.words.contains { $0.count == 1 && words.text(of: $0[0]) == plain } }.map(\.key))
        return named.count == 1 ? named.first : nil
    }

    /// The keys of all acts that are called so, without their law.
    public func keys(named name: String) -> [String] {
        let plain = NameTable.plain(name).lowercased()
        return Set(table.map(\.key)).filter { $0.dropFirst(3).lowercased() == plain }.sorted()
    }
}

extension KnownActs {
    /// The words of all names, which are looked for at once.
    private struct Words {
        private var list: [[UInt8]] = []
        /// The words that begin with two bytes, and which pairs of bytes any does.
        private var beginning: [UInt16: [Int]] = [:]
        private var pairs = [UInt64](repeating: 0, count: 1 << 10)

        /// A word's place in the list; it has two bytes at least.
        mutating func add(_ word: String) -> Int {
            let bytes = Array(word.utf8)
            let pair = Self.pair(bytes, at: 0)
            if let known = beginning[pair]?.first(where: { list[$0] == bytes }) { return known }
            list.append(bytes)
            beginning[pair, default: []].append(list.count - 1)
            pairs[Int(pair >> 6)] |= 1 << (pair & 63)
            return list.count - 1
        }

        func text(of word: Int) -> String { String(decoding: list[word], as: UTF8.self) }

        /// Where each of the words stands first that stand in a text.
        func places(in bytes: [UInt8]) -> [Int: Range<Int>] {
            var places: [Int: Range<Int>] = [:]
            for start in bytes.indices.dropLast() {
                let pair = Self.pair(bytes, at: start)
                guard pairs[Int(pair >> 6)] & 1 << (pair & 63) != 0 else { continue }
                for word in beginning[pair] ?? [] where places[word] == nil && bytes[start...].starts(with: list[word])
                {
                    places[word] = start..<(start + list[word].count)
                }
            }
            return places
        }

        private static func pair(_ bytes: [UInt8], at index: Int) -> UInt16 {
            UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
        }
    }
}
