/// The words by which the texts of one language speak of authorities, as the tables list them.
struct AuthorityWords: Sendable {
    /// What an authority is called in a script without spaces.
    struct Head: Sendable {
        let characters: [Character]
        let isDecision: Bool
        let isCase: Bool
    }

    /// Words that may stand anywhere in a text without spaces, by their first characters.
    struct Anywhere: Sendable {
        private let words: [Character: [[Character]]]

        init(_ words: [String]) {
            self.words = Dictionary(grouping: words.map(Array.init).filter { !$0.isEmpty }) { $0[0] }
        }

        /// Whether a text has one of them.
        func areIn(_ text: ArraySlice<Character>) -> Bool {
            text.indices.contains { index in
                words[text[index]]?.contains { text[index...].starts(with: $0) } ?? false
            }
        }
    }

    /// The lists by their names.
    private let lists: [String: StemList]
    /// Short names of leading cases, who decides, and what says that a part is meant, in scripts without spaces.
    let precedents, issuers, partials: Anywhere
    /// What authorities are called in scripts without spaces, by their first characters, the longest first.
    let heads: [Character: [Head]]

    init(_ lists: [String: StemList]) {
        self.lists = lists
        func words(_ name: Name) -> [String] {
            (lists[name.rawValue]?.words ?? []).filter { $0.unicodeScalars.first.map { $0.value >= 0x2E80 } ?? false }
        }
        precedents = Anywhere(lists[Name.precedents.rawValue]?.words ?? [])
        issuers = Anywhere(words(.issuers))
        partials = Anywhere(words(.partial))
        let (decisions, cases) = (words(.decisions), words(.cases))
        let heads = Set(decisions + cases + words(.acts)).map { word in
            Head(
                characters: Array(word), isDecision: decisions.contains(where: word.hasSuffix),
                isCase: cases.contains(where: word.hasSuffix))
        }
        self.heads = Dictionary(grouping: heads) { $0.characters[0] }
            .mapValues { $0.sorted { $0.characters.count > $1.characters.count } }
    }

    subscript(_ name: Name) -> StemList { lists[name.rawValue] ?? StemList() }

    /// Whether a text in lower case says that it speaks of a part.
    func tellPart(_ text: String) -> Bool { self[.partial].isIn(text) || partials.areIn(Array(text)[...]) }

    /// What the lists tell, which are named so behind `authority-`.
    enum Name: String, CaseIterable, Sendable {
        /// What begins the names of the lists in the tables.
        static let prefix = "authority-"

        /// What acts, rules and guidance are called, what decisions are, and what names of precedents stand beside.
        case acts, decisions, cases
        /// Who decides.
        case issuers
        /// What may stand between a verb and its object, and between a Chinese object and its verb.
        case light, adverbs
        /// What of an authority is treated in its stead.
        case shells
        /// Prepositions by which a verb does not speak of a noun, and what joins an authority and what tells it from others.
        case governs, links
        /// Verbs that say that something is done to what stands before them.
        case passives
        /// What begins another clause, and what makes one tell what was before.
        case breaks, background
        /// What is done to a decision that stands.
        case upheld
        /// What says that it is done to a part of a decision only.
        case partial
        /// Short names of leading cases.
        case precedents
    }
}
