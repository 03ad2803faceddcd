import Model

/// Papers that a body counts by years, told by their numbers in whatever language: the EDPB's `Opinion 28/2026` is the
/// CEPD's `Dictamen 28/2026`.
///
/// A line is `law,what,language,names`: a body, by the law that it belongs to, or with `*` a kind of paper, and their names,
/// separated by `;`, in texts of a language, or of all where it is `*`. A `*` at the end of a name is the rest of a word. A
/// `#` begins a comment.
public struct KnownPapers: Sendable {
    /// No papers.
    public static let none = KnownPapers()

    private struct Name {
        let bytes: [UInt8]
        let isStem: Bool
        let language: String
        let what: String
        let isBody: Bool
    }

    /// By their first byte; the longest first.
    private var names: [UInt8: [Name]] = [:]

    /// Bytes of a text that are read, and those between a kind and its number.
    private static let (longest, reach) = (400, 12)
    /// Years in which papers are counted.
    private static let years: ClosedRange<Int> = 2000...2099

    private init() {}

    /// Reads the table.
    ///
    /// - Parameters:
    ///   - file: The file's name.
    ///   - text: What it holds.
    /// - Throws: `FactTableError` for the first line that cannot be read.
    public init(file: String, text: String) throws(FactTableError) {
        try NameTable.read(file: file, text: text, columns: "law,paper,language,names") {
            (line, _) throws(FactTableReader.BadLine) in
            guard line.law == "*" || Jurisdiction(line.law) != nil else {
                throw FactTableReader.BadLine(
                    reason:
                        "“\(line.law)” is no jurisdiction: write a code of ISO 3166-1 such as DE, EU, or * for a kind")
            }
            let isBody = line.law != "*"
            for written in line.names.split(separator: ";").map(String.init) {
                let words = NameTable.plain(written)
                let isStem = words.hasSuffix("*")
                let bytes = FactFolding.lowered(Array((isStem ? words.dropLast() : words[...]).utf8))
                guard let first = bytes.first, bytes.count > 1 else {
                    throw FactTableReader.BadLine(reason: "the name “\(words)” has less than two bytes")
                }
                let what = isBody ? "\(line.law) \(line.what)" : line.what
                names[first, default: []].append(
                    Name(bytes: bytes, isStem: isStem, language: line.language, what: what, isBody: isBody))
            }
        }
        for key in names.keys { names[key]?.sort { $0.bytes.count > $1.bytes.count } }
    }

    /// The papers that texts name, where they name one body: `EU EDPB opinion 28/2026`.
    ///
    /// - Parameters:
    ///   - texts: The texts.
    ///   - language: The primary subtag of their language.
    /// - Returns: The papers.
    func named(in texts: [String], _ language: String) -> Set<String> {
        if names.isEmpty { return [] }
        var (bodies, papers): (Set<String>, Set<String>) = ([], [])
        for text in texts {
            let bytes = FactFolding.lowered(Array(text.utf8.prefix(Self.longest)))
            guard bytes.contains(0x2F) || bodies.isEmpty else { continue }
            var index = 0
            while index < bytes.count {
                guard Bytes.wordBegins(bytes, at: index), let name = name(in: bytes, at: index, language) else {
                    index += 1
                    continue
                }
                index += name.bytes.count
                if name.isBody {
                    bodies.insert(name.what)
                } else if let number = Self.number(bytes, index) {
                    papers.insert("\(name.what) \(number)")
                }
            }
        }
        guard bodies.count == 1, let body = bodies.first else { return [] }
        return Set(papers.map { "\(body) \($0)" })
    }

    private func name(in bytes: [UInt8], at index: Int, _ language: String) -> Name? {
        names[bytes[index]]?.first { name in
            let end = index + name.bytes.count
            return (name.language == "*" || name.language == language) && bytes[index...].starts(with: name.bytes)
                && (name.isStem || name.bytes[0] >= 0xE3 || !Bytes.wordGoesOn(bytes, at: end))
        }
    }

    /// A number of a year a little behind a place, without zeros before it: `28/2026`.
    private static func number(_ bytes: [UInt8], _ index: Int) -> String? {
        guard let start = bytes[index...].prefix(reach).firstIndex(where: Bytes.isDigit) else { return nil }
        var reader = ByteReader(bytes: bytes, index: start)
        guard let number = reader.digits(1...3).flatMap({ Int(String(ascii: $0)) }), reader.skip("/"),
            let year = reader.digits(4...4).flatMap({ Int(String(ascii: $0)) }), years.contains(year)
        else { return nil }
        return "\(number)/\(year)"
    }
}
