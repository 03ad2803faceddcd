/// One term as a file states it.
struct VocabularyLine: Sendable {
    /// The words in which other words would have to stand, or must not.
    struct Condition: Hashable, Sendable {
        enum Kind: String, Hashable, Sendable {
            /// Not where any of the words stands anywhere in the item.
            case unless
            /// Not where any of the words stands close by.
            case unlessNear = "unless near"
            /// Only where one of the words stands anywhere in the item.
            case only = "only with"
            /// Only where one of the words stands close by.
            case onlyNear = "only near"
        }
        let kind: Kind
        let words: [String]
    }

    /// The concept of the section.
    let concept: String
    /// The language of the file; `any` for names that are the same everywhere.
    let language: String
    /// The term, `*` for the rest of a word.
    let term: String
    /// Whether capitals must stand as written.
    let isExact: Bool
    /// What else must stand in the item, or must not.
    let conditions: [Condition]
    /// The line's number.
    let number: Int
}

extension VocabularyLine {
    /// A term in which every letter is a capital, at most eight of them, is an acronym: `AI`, `BGH`, `DS-GVO`.
    static func isAcronym(_ term: String) -> Bool {
        var capitals = 0
        for byte in term.utf8 {
            switch byte {
            case 0x41...0x5A: capitals += 1
            case 0x61...0x7A, 0x80...0xFF, 0x20: return false
            default: break
            }
        }
        return (1...8).contains(capitals)
    }
}
