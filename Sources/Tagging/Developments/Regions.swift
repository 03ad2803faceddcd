import Model

/// Parts of countries whose courts and authorities decide each for themselves, by the names that titles have for them.
///
/// A line is `law,region,language,names`: whose law it is, the part, and its names, separated by `;`, in titles of a
/// language, or of all where it is `*`. A `*` at the end is the rest of a word. A name counts beside a word of the lines
/// `*,actor`, such as a court, or of `*,highest`, which are courts over those of all parts; one with a `!` behind it is
/// that of a court or an authority itself. A name of the region `-` says nothing, and hides names inside it. A `#` begins
/// a comment.
public struct Regions: Sendable {
    /// No parts.
    public static let none = Regions()

    /// What a name is of.
    private enum Kind { case actor, highest, region(String), nothing }

    private struct Meaning {
        let kind: Kind
        /// Whether it is the name of a court or an authority by itself.
        let isOfActor: Bool
    }

    private var names = NameFinder<Meaning>()

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
        try NameTable.read(file: file, text: text, columns: "law,region,language,names") {
            (line, number) throws(FactTableReader.BadLine) in
            let kind = try Self.kind(line)
            for written in line.names.split(separator: ";", omittingEmptySubsequences: false) {
                let words = NameTable.plain(String(written))
                let isOfActor = words.hasSuffix("!")
                let meaning = Meaning(kind: kind, isOfActor: isOfActor)
                try names.add(isOfActor ? String(words.dropLast()) : words, line.language, meaning, line: number)
            }
        }
        names.sort()
    }

    private static func kind(_ line: NameTable.Line) throws(FactTableReader.BadLine) -> Kind {
        switch (line.law, line.what) {
        case ("*", "actor"): return .actor
        case ("*", "highest"): return .highest
        default:
            guard Jurisdiction(line.law) != nil else {
                throw FactTableReader.BadLine(
                    reason: "“\(line.law)” is no jurisdiction: write a code of ISO 3166-1 such as DE, or *,actor")
            }
            return line.what == "-" ? .nothing : .region("\(line.law)-\(line.what)")
        }
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
        for place in names.places(in: bytes, language) {
            switch place.meaning.kind {
            case .actor, .highest: actors.append(place.range)
            case .region(let region): regions.append((place.range, region, place.meaning.isOfActor))
            case .nothing: break
            }
        }
        return Set(
            regions.lazy.filter { place in
                place.isOfActor || actors.contains { Self.isBeside($0, place.range, in: bytes) }
            }.map(\.region))
    }

    /// Whether a title names a court that stands over those of all parts of a country.
    ///
    /// - Parameters:
    ///   - title: The title.
    ///   - language: The primary subtag of its language.
    /// - Returns: Whether it does.
    func nameHighestCourt(in title: String, _ language: String) -> Bool {
        let bytes = FactFolding.lowered(Array(title.utf8.prefix(Self.longest)))
        return names.places(in: bytes, language).contains { place in
            if case .highest = place.meaning.kind { true } else { false }
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
