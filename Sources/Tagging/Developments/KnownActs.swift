import Model

/// Acts without a number that reports in several languages are about, each by the names that the languages have for it.
///
/// A line is `law,act,language,names`: whose law the act is of, what it is called here, and the names, separated by `;`,
/// in titles of a language, or of all where it is `*`. `+` joins words that stand in any order. A `#` begins a comment.
public struct KnownActs: Sendable {
    /// No acts.
    public static let none = KnownActs()

    /// An act, whose law it is, and the words of which one group stands in a title that names it.
    private struct Names {
        let key: String
        let country: String
        let language: String
        let words: [[String]]
    }

    /// In the order of the file: those first that have others inside them.
    private let table: [Names]

    /// Bytes of a title that are read.
    private static let longest = 400

    private init() { table = [] }

    /// Reads the table.
    ///
    /// - Parameters:
    ///   - file: The file's name.
    ///   - text: What it holds.
    /// - Throws: `FactTableError` for the first line that cannot be read, or that repeats a name.
    public init(file: String, text: String) throws(FactTableError) {
        var table: [Names] = []
        var lines: [String: Int] = [:]
        var number = 0
        for line in Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            let line = line.last == 0x0D ? line.dropLast() : line
            if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
            do throws(FactTableReader.BadLine) {
                let names = try Self.names(line)
                for words in names.words {
                    let name = words.joined(separator: "+")
                    guard let other = lines.updateValue(number, forKey: "\(names.country),\(names.language),\(name)")
                    else { continue }
                    throw FactTableReader.BadLine(
                        reason: "“\(name)” is a name of \(names.country) in line \(other) already; take one of them out"
                    )
                }
                table.append(names)
            } catch {
                throw FactTableError(file: file, line: number, reason: error.reason)
            }
        }
        self.table = table
    }

    private static func names(_ line: ArraySlice<UInt8>) throws(FactTableReader.BadLine) -> Names {
        let cells = line.split(separator: 0x2C, maxSplits: 3, omittingEmptySubsequences: false).map {
            Self.plain(String(ascii: $0))
        }
        guard cells.count == 4, cells.allSatisfy({ $0.contains { $0 != ";" } }) else {
            throw FactTableReader.BadLine(reason: "not four cells: law,act,language,names")
        }
        guard Jurisdiction(cells[0]) != nil else {
            throw FactTableReader.BadLine(
                reason: "“\(cells[0])” is no jurisdiction: write a code of ISO 3166-1 such as DE, or EU, or INT")
        }
        guard cells[2] == "*" || cells[2] != "any" && LanguageCodes.contains(cells[2]) else {
            throw FactTableReader.BadLine(
                reason: "“\(cells[2])” is no language: write a code such as en, or * for all")
        }
        let words = cells[3].lowercased().split(separator: ";").map { name in
            name.split(separator: "+").map { Self.plain(String($0)) }
        }
        // One letter stands in every title.
        if let short = words.first(where: { $0.isEmpty || $0.contains { $0.utf8.count < 2 } }) {
            throw FactTableReader.BadLine(
                reason: "the name “\(short.joined(separator: "+"))” has words of less than two bytes")
        }
        return Names(key: "\(cells[0]) \(cells[1])", country: cells[0], language: cells[2], words: words)
    }

    /// Without the spaces around it.
    private static func plain(_ text: String) -> String { text.split(separator: " ").joined(separator: " ") }

    /// The act that a title names, as a key of its own; of several the one whose name says most.
    ///
    /// - Parameters:
    ///   - title: The title.
    ///   - language: The primary subtag of its language.
    ///   - jurisdictions: Whose law the item speaks of.
    /// - Returns: The key, as it is shown; nil where none is known.
    func named(in title: String, _ language: String, of jurisdictions: Set<Jurisdiction>) -> String? {
        if table.isEmpty { return nil }
        let countries = jurisdictions.map(\.code)
        let acts = table.filter {
            countries.contains($0.country) && ($0.language == "*" || $0.language == language)
        }
        if acts.isEmpty { return nil }
        let bytes = title.lowercased().utf8.prefix(Self.longest)
        let words = String(decoding: bytes, as: UTF8.self)
        return acts.first { $0.words.contains { $0.allSatisfy { words.contains($0) } } }?.key
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
        if table.isEmpty || laws.isEmpty { return [] }
        var bytes: [UInt8] = []
        var found: [NamedAuthority] = []
        for act in table where laws.contains(act.country) && (act.language == "*" || act.language == language.primary) {
            if bytes.isEmpty {
                bytes = FactFolding.lowered(Array((text.lower.isEmpty ? text.cased : text.lower).prefix(Self.longest)))
            }
            guard let range = act.words.lazy.compactMap({ Self.place(of: $0, in: bytes) }).first,
                !found.contains(where: { $0.value == act.key || $0.range.overlaps(range) })
            else { continue }
            found.append(NamedAuthority(value: act.key, range: range, kind: .knownAct))
        }
        return found
    }

    /// The key of an act as people write its name: as it is shown, without its law, or as texts name it; nil where none is
    /// meant, or several may be.
    public func key(of name: String) -> String? {
        let plain = Self.plain(name).lowercased()
        let keys = Set(table.map(\.key))
        if let key = keys.first(where: { $0.lowercased() == plain }) { return key }
        let bare = self.keys(named: plain)
        if !bare.isEmpty { return bare.count == 1 ? bare[0] : nil }
        let named = Set(table.filter { $0.words.contains([plain]) }.map(\.key))
        return named.count == 1 ? named.first : nil
    }

    /// The keys of all acts that are called so, without their law.
    public func keys(named name: String) -> [String] {
        let plain = Self.plain(name).lowercased()
        return Set(table.map(\.key)).filter { $0.dropFirst(3).lowercased() == plain }.sorted()
    }

    /// Bytes in which words of a name stand that may stand in any order.
    private static let widest = 80

    /// From the first to the last of the words of a name; nil where one is not there.
    private static func place(of words: [String], in bytes: [UInt8]) -> Range<Int>? {
        var place: Range<Int>?
        for word in words {
            let word = Array(word.utf8)
            guard let start = bytes.indices.first(where: { bytes[$0] == word[0] && bytes[$0...].starts(with: word) })
            else { return nil }
            let end = start + word.count
            place = min(place?.lowerBound ?? start, start)..<max(place?.upperBound ?? end, end)
        }
        return place.flatMap { $0.count <= widest ? $0 : nil }
    }
}
