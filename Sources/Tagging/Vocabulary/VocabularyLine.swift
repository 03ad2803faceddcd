/// One term as a file states it.
struct VocabularyLine: Sendable {
    /// The words in which other words would have to stand, or must not.
    struct Condition: Hashable, Sendable {
        enum Kind: Hashable, Sendable {
            /// Not where any of the words stands anywhere in the item.
            case unless
            /// Not where any of the words stands close by.
            case unlessNear
            /// Only where one of the words stands anywhere in the item.
            case only
            /// Only where one of the words stands close by.
            case onlyNear
        }
        let kind: Kind
        /// Where each of them stands in the file.
        let words: [Range<Int>]
    }

    /// The section that it stands in: an index into the reader's concepts.
    let section: Int
    /// Where the term stands in the file, `*` for the rest of a word.
    let term: Range<Int>
    /// Whether capitals must stand as written.
    let isExact: Bool
    /// What else must stand in the item, or must not.
    let conditions: [Condition]
    /// The line's number.
    let number: Int
}

extension VocabularyLine {
    /// A term in which every letter is a capital, at most eight of them, is an acronym: `AI`, `BGH`, `DS-GVO`.
    static func isAcronym(_ term: ArraySlice<UInt8>) -> Bool {
        var capitals = 0
        for byte in term {
            switch byte {
            case 0x41...0x5A: capitals += 1
            case 0x61...0x7A, 0x80...0xFF, 0x20: return false
            default: break
            }
        }
        return (1...8).contains(capitals)
    }
}
