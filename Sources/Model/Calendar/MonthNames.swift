/// The Gregorian months by the names that some fifty languages give them.
public enum MonthNames {
    /// Names of one language: twelve groups divided by `|`, some of which may be empty where another table of the
    /// language has them, the spellings of a month divided by spaces.
    ///
    /// A `_` stands for the space inside a name.
    public struct Table: Sendable {
        /// The primary language subtag, such as `de`.
        public let language: String
        /// The spellings of each month, as people write them: full names in the cases that dates use, abbreviations.
        public let names: [[String]]

        init(_ language: String, _ names: String) {
            self.language = language
            // Bytes are split, which is soon done.
            self.names = names.utf8.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map { month in
                month.split(separator: UInt8(ascii: " ")).map { name in
                    String(decoding: name.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
                }
            }
        }
    }

    /// What a word means as a month.
    public struct Meaning: Sendable, Hashable {
        /// The month, 1...12.
        public let month: Int
        /// The languages in which the word is that month.
        public let languages: [String]

        /// A meaning from its month and languages.
        public init(month: Int, languages: [String]) {
            self.month = month
            self.languages = languages
        }
    }

    /// What a folded name or abbreviation can mean, the commonest first; empty where it names no month.
    public static func meanings(_ folded: String) -> [Meaning] { index[folded] ?? [] }

    /// The month that a word of a text names.
    ///
    /// - Parameters:
    ///   - folded: A name or abbreviation without a full stop, folded by `LetterFolding`.
    ///   - language: The primary subtag of the text's language: `listopada` is October in Croatian, November in Polish.
    ///   - isBesideYear: Whether a year stands beside it. Without one, names of other languages do not count where the
    ///     text's own is known: `des`, `set` and `out` are months in some.
    /// - Returns: nil where it names no month.
    public static func month(_ folded: String, language: String, isBesideYear: Bool) -> Int? {
        let meanings = meanings(folded)
        let own = namesakes[language] ?? language
        if let meaning = meanings.first(where: { $0.languages.contains(own) }) { return meaning.month }
        guard isBesideYear || !languages.contains(own) else { return nil }
        // Abbreviations are words of other languages, even before a year: `Artikel 5 des 2024 …`.
        let isLong = folded.unicodeScalars.count > 3
        return meanings.first { isLong || $0.languages.contains("en") }?.month
    }

    /// Whether the names of a language's months are known.
    public static func knows(_ language: String) -> Bool { languages.contains(namesakes[language] ?? language) }

    private static let languages = Set(tables.map(\.language))
    /// Languages whose months bear the names of another's.
    private static let namesakes = ["nb": "no", "nn": "no", "bs": "sr", "sh": "sr", "fil": "tl"]

    /// The tables of all languages, in order of precedence where two languages differ.
    public static let tables: [Table] = westEuropean + eastEuropean + asian + further

    private static let index: [String: [Meaning]] = {
        var index: [String: [Meaning]] = [:]
        for table in tables {
            for (number, names) in table.names.enumerated() {
                for name in names { add(table.language, number + 1, to: &index[LetterFolding.fold(name), default: []]) }
            }
        }
        return index
    }()

    private static func add(_ language: String, _ month: Int, to meanings: inout [Meaning]) {
        guard let known = meanings.firstIndex(where: { $0.month == month }) else {
            return meanings.append(Meaning(month: month, languages: [language]))
        }
        guard !meanings[known].languages.contains(language) else { return }
        meanings[known] = Meaning(month: month, languages: meanings[known].languages + [language])
    }
}
