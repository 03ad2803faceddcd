package import Model

/// Tells the language of a text by its script and its function words, where nobody says it or where what is said
/// cannot be.
///
/// Only the beginning of a text is looked at, byte by byte, since this is asked for each item.
package enum LanguageGuess {
    /// Bytes of a text that are looked at.
    private static let reach = 600

    /// The language to read a text in: the declared one, unless its script or all its small words are another's.
    ///
    /// - Parameters:
    ///   - texts: The text's parts, the title first.
    ///   - declared: What the source says; nil where it says nothing.
    /// - Returns: The language; nil where nothing tells.
    package static func language(of texts: [String], declared: Language?) -> Language? {
        language(of: texts, declared: declared, by: nil)
    }

    /// The same, where few small words leave it to a vocabulary.
    static func language(of texts: [String], declared: Language?, by vocabulary: Vocabulary?) -> Language? {
        var count = ScriptCount()
        for text in texts { beginning(of: text) { count.add($0) } }
        guard let script = count.script else { return declared }
        if script == .latin {
            let isLatin = declared.map { ScriptCount.isWritten($0, in: .latin) } ?? false
            return smallWords(of: texts, declared: isLatin ? declared?.primary : nil, vocabulary)
                ?? (isLatin ? declared : declared.map { _ in .english })
        }
        if let declared, count.mayBeLatin, ScriptCount.isWritten(declared, in: .latin), isSpoken(declared, in: texts) {
            return declared
        }
        // Titles in Japanese may be Chinese characters all but one, and lists of its courts more than a title.
        if script == .han, declared?.primary == "ja", count.mayBeJapanese || texts.contains(where: namesEra) {
            return declared
        }
        if let declared, ScriptCount.isWritten(declared, in: script) { return declared }
        return count.language(in: script)
    }

    /// Whether texts have at least two small words of a language: then they are in it, and what is in another script is
    /// cited.
    private static func isSpoken(_ language: Language, in texts: [String]) -> Bool {
        guard let own = SmallWords.number(of: language.primary) else { return false }
        var words = SmallWords()
        for text in texts { beginning(of: text) { words.add($0, until: own) } }
        return words.counts[own] > 1
    }

    /// Whether a text counts years as Japan does.
    private static func namesEra(_ text: String) -> Bool {
        ["令和", "平成", "昭和"].contains { text.contains($0) }
    }

    /// The language that small words tell, instead of a declared one only where that has hardly any; where they do not
    /// tell and none is of that one alone, the language that the vocabulary tells.
    private static func smallWords(of texts: [String], declared: String?, _ vocabulary: Vocabulary?) -> Language? {
        var own: Int?
        if let declared {
            guard let number = SmallWords.number(of: declared) else { return nil }
            own = number
        }
        var words = SmallWords()
        for text in texts {
            beginning(of: text) { words.add($0, until: own) }
            // Two words that only the declared language has are enough to believe it.
            if let own, words.alone[own] > 1 { return nil }
        }
        if let best = words.best(insteadOf: own) { return best }
        guard let vocabulary, own.map(words.speaksLittle) ?? true else { return nil }
        let beginnings = texts.map { String(decoding: $0.utf8.prefix(reach), as: UTF8.self) }
        return vocabulary.language(toldBy: beginnings, insteadOf: declared, beside: words)
    }

    private static func beginning(of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        var text = text
        text.withUTF8 { body(UnsafeBufferPointer(rebasing: $0.prefix(reach))) }
    }
}
