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

    private struct Meaning {
        let what: String
        let isBody: Bool
    }

    private var names = NameFinder<Meaning>()

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
    /// - Throws: `FactTableError` for the first line that cannot be read, or that repeats a name.
    public init(file: String, text: String) throws(FactTableError) {
        try NameTable.read(file: file, text: text, columns: "law,paper,language,names") {
            (line, number) throws(FactTableReader.BadLine) in
            guard line.law == "*" || Jurisdiction(line.law) != nil else {
                throw FactTableReader.BadLine(
                    reason:
                        "“\(line.law)” is no jurisdiction: write a code of ISO 3166-1 such as DE, EU, or * for a kind")
            }
            let isBody = line.law != "*"
            let meaning = Meaning(what: isBody ? "\(line.law) \(line.what)" : line.what, isBody: isBody)
            for name in line.names.split(separator: ";") {
                try names.add(String(name), line.language, meaning, line: number)
            }
        }
        names.sort()
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
            for place in names.places(in: bytes, language) {
                if place.meaning.isBody {
                    bodies.insert(place.meaning.what)
                } else if let number = Self.number(bytes, place.range.upperBound) {
                    papers.insert("\(place.meaning.what) \(number)")
                }
            }
        }
        guard bodies.count == 1, let body = bodies.first else { return [] }
        return Set(papers.map { "\(body) \($0)" })
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
