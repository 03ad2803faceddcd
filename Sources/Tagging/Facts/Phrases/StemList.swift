/// Words of a table by which other words are known: whole ones, stems that go on (`постановлени-`), and what compounds end
/// with (`-anordnung`).
struct StemList: Sendable {
    private var whole: Set<String> = []
    private var stems: [String] = []
    private var endings: [String] = []
    /// The words as written, in order, without the marks.
    private(set) var words: [String] = []
    /// Bytes that may follow a stem.
    private static let longestEnding = 12

    init() {}

    /// A list of words as a table writes them.
    init(_ written: [String]) {
        for word in written {
            if word.utf8.last == 0x2D {
                stems.append(String(word.dropLast()))
                words.append(String(word.dropLast()))
            } else if word.utf8.first == 0x2D {
                endings.append(String(word.dropFirst()))
                words.append(String(word.dropFirst()))
            } else {
                whole.insert(word)
                words.append(word)
            }
        }
    }

    var isEmpty: Bool { words.isEmpty }

    /// Whether a word in lower case is one of the list.
    func has(_ word: String) -> Bool {
        whole.contains(word)
            || stems.contains { word.hasPrefix($0) && word.utf8.count <= $0.utf8.count + Self.longestEnding }
            || endings.contains { word.utf8.count > $0.utf8.count + 1 && word.hasSuffix($0) }
    }

    /// Whether a text in lower case has one of the words: whole ones as words, stems at the beginning of one.
    func isIn(_ text: String) -> Bool {
        let padded = Array(" \(text) ".utf8)
        return whole.contains { Self.find(" \($0) ", padded) } || stems.contains { Self.find(" \($0)", padded) }
    }

    private static func find(_ word: String, _ text: [UInt8]) -> Bool {
        let word = Array(word.utf8)
        guard word.count <= text.count else { return false }
        return (0...(text.count - word.count)).contains { text[$0...].starts(with: word) }
    }
}
