import Model

/// Parts of countries whose courts and authorities decide each for themselves, by the names that titles have for them.
///
/// A line is `law,region,language,names`: whose law it is, the part, and its names, separated by `;`, in titles of a
/// language, or of all where it is `*`. A `*` at the end is the rest of a word. A name counts beside a word of the lines
/// `*,actor`, such as a court; one with a `!` behind it is that of a court or an authority itself. A name of the region `-`
/// says nothing, and hides names inside it. A `#` begins a comment.
public struct Regions: Sendable {
    /// No parts.
    public static let none = Regions()

    /// What a name is of.
    private enum Kind { case actor, region(String), nothing }

    private struct Name {
        let bytes: [UInt8]
        let isStem: Bool
        let language: String
        let kind: Kind
        /// Whether it is the name of a court or an authority by itself.
        let isOfActor: Bool
    }

    /// By their first two bytes; the longest first.
    private var names: [UInt16: [Name]] = [:]

    /// Bytes of a title that are read.
    private static let longest = 400
    /// Bytes between a region and the actor of it: two words at most, or three characters of scripts without spaces.
    private static let (reach, reachOfCharacters) = (16, 9)

    private init() {}

    /// Reads the table.
    ///
    /// - Parameters:
    ///   - file: The file's name.
    ///   - text: What it holds.
    /// - Throws: `FactTableError` for the first line that cannot be read, or that repeats a name.
    public init(file: String, text: String) throws(FactTableError) {
        var lines: [String: Int] = [:]
        try NameTable.read(file: file, text: text, columns: "law,region,language,names") {
            (line, number) throws(FactTableReader.BadLine) in
            for name in try Self.names(line) {
                let words = String(decoding: name.bytes, as: UTF8.self)
                guard let other = lines.updateValue(number, forKey: "\(name.language),\(words)") else {
                    names[Self.key(name.bytes, at: 0), default: []].append(name)
                    continue
                }
                throw FactTableReader.BadLine(
                    reason: "“\(words)” stands in line \(other) already; take one of them out")
            }
        }
        for key in names.keys { names[key]?.sort { $0.bytes.count > $1.bytes.count } }
    }

    private static func names(_ line: NameTable.Line) throws(FactTableReader.BadLine) -> [Name] {
        guard line.law == "*" && line.what == "actor" || Jurisdiction(line.law) != nil else {
            throw FactTableReader.BadLine(
                reason: "“\(line.law)” is no jurisdiction: write a code of ISO 3166-1 such as DE, or *,actor")
        }
        let kind = line.law == "*" ? Kind.actor : line.what == "-" ? .nothing : .region("\(line.law)-\(line.what)")
        var names: [Name] = []
        for written in line.names.split(separator: ";", omittingEmptySubsequences: false).map(String.init) {
            let words = NameTable.plain(written)
            let isOfActor = words.hasSuffix("!")
            let isStem = words.hasSuffix("*")
            let bytes = FactFolding.lowered(Array((isOfActor || isStem ? words.dropLast() : words[...]).utf8))
            guard bytes.count > 1 else {
                throw FactTableReader.BadLine(reason: "the name “\(words)” has less than two bytes")
            }
            names.append(
                Name(bytes: bytes, isStem: isStem, language: line.language, kind: kind, isOfActor: isOfActor))
        }
        return names
    }

    private static func key(_ bytes: [UInt8], at index: Int) -> UInt16 {
        UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
    }

    /// The parts of countries whose courts or authorities a title names, as `DE-HH`.
    ///
    /// - Parameters:
    ///   - title: The title.
    ///   - language: The primary subtag of its language.
    /// - Returns: The parts.
    func named(in title: String, _ language: String) -> Set<String> {
        if names.isEmpty { return [] }
        let bytes = FactFolding.lowered(Array(title.utf8.prefix(Self.longest)))
        var actors: [Range<Int>] = []
        var regions: [(range: Range<Int>, region: String, isOfActor: Bool)] = []
        var index = 0
        while index + 1 < bytes.count {
            guard Bytes.wordBegins(bytes, at: index), let name = name(in: bytes, at: index, language) else {
                index += 1
                continue
            }
            let range = index..<(index + name.bytes.count)
            switch name.kind {
            case .actor: actors.append(range)
            case .region(let region): regions.append((range, region, name.isOfActor))
            case .nothing: break
            }
            index = range.upperBound
        }
        return Set(
            regions.lazy.filter { place in
                place.isOfActor || actors.contains { Self.isBeside($0, place.range, in: bytes) }
            }.map(\.region))
    }

    /// The longest name that stands at an offset.
    private func name(in bytes: [UInt8], at index: Int, _ language: String) -> Name? {
        names[Self.key(bytes, at: index)]?.first { name in
            let end = index + name.bytes.count
            return (name.language == "*" || name.language == language) && bytes[index...].starts(with: name.bytes)
                && (name.isStem || bytes[end - 1] >= 0xE0 || name.bytes[0] >= 0xE3 || !Bytes.wordGoesOn(bytes, at: end))
        }
    }

    /// Whether little stands between two names, and nothing that ends a clause.
    private static func isBeside(_ left: Range<Int>, _ right: Range<Int>, in bytes: [UInt8]) -> Bool {
        let between = min(left.upperBound, right.upperBound)..<max(left.lowerBound, right.lowerBound)
        let isOfCharacters = bytes[between.upperBound] >= 0xE3
        guard between.count <= (isOfCharacters ? reachOfCharacters : reach) else { return false }
        let gap = String(decoding: bytes[between], as: UTF8.self)
        return !gap.contains { ":;,.、，：。；/|".contains($0) }
    }

    /// Whether two sets of parts are of different courts or authorities: each has a part of a country of which the other
    /// names others only.
    static func differ(_ left: Set<String>, _ right: Set<String>) -> Bool {
        if left.isEmpty || right.isEmpty || !left.isDisjoint(with: right) { return false }
        let laws = Set(left.map { $0.prefix(2) })
        return right.contains { laws.contains($0.prefix(2)) }
    }
}
