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
        /// The words by their first bytes: four of them, or two of a word that has less than four.
        private var beginning: [UInt32: [Int]] = [:]
        /// Which beginnings there may be, by a hash of four bytes and by two.
        private var fours = [UInt64](repeating: 0, count: 1 << 10)
        private var pairs = [UInt64](repeating: 0, count: 1 << 10)

        /// A word's place in the list; it has two bytes at least.
        mutating func add(_ word: String) -> Int {
            let bytes = Array(word.utf8)
            let key = bytes.prefix(bytes.count < 4 ? 2 : 4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            if let known = beginning[key]?.first(where: { list[$0] == bytes }) { return known }
            list.append(bytes)
            beginning[key, default: []].append(list.count - 1)
            if bytes.count < 4 {
                pairs[Self.slot(key)] |= Self.bit(key)
            } else {
                fours[Self.slot(Self.hash(key))] |= Self.bit(Self.hash(key))
            }
            return list.count - 1
        }

        func text(of word: Int) -> String { String(decoding: list[word], as: UTF8.self) }

        /// Where each of the words stands first that stand in a text.
        func places(in bytes: [UInt8]) -> [Int: Range<Int>] {
            var places: [Int: Range<Int>] = [:]
            func note(_ key: UInt32, at start: Int) {
                for word in beginning[key] ?? [] where places[word] == nil && bytes[start...].starts(with: list[word]) {
                    places[word] = start..<(start + list[word].count)
                }
            }
            var last: UInt32 = 0
            for (index, byte) in bytes.enumerated() {
                last = last << 8 | UInt32(byte)
                let (pair, hash) = (last & 0xFFFF, Self.hash(last))
                if index >= 3, fours[Self.slot(hash)] & Self.bit(hash) != 0 { note(last, at: index - 3) }
                if index >= 1, pairs[Self.slot(pair)] & Self.bit(pair) != 0 { note(pair, at: index - 1) }
            }
            return places
        }

        /// Sixteen bits of four bytes: a multiplication by the golden ratio spreads them (Knuth, The Art of Computer
        /// Programming, 6.4).
        private static func hash(_ four: UInt32) -> UInt32 { (four &* 0x9E37_79B1) >> 16 }
        private static func slot(_ bits: UInt32) -> Int { Int(bits >> 6) }
        private static func bit(_ bits: UInt32) -> UInt64 { 1 << UInt64(bits & 63) }
    }
}
