public import Model

/// Finds the citations of cases and acts that a text states, in their normal forms.
///
/// One pass over the bytes: a digit, a bracket or a capital at the beginning of a word asks the families that can
/// begin so; the first that reads on takes the place.
public enum CitationScanner {
    /// The citations in order of appearance, each once, with the words at its first appearance.
    ///
    /// - Parameter text: Plain text, of an item or of a policy's document.
    /// - Returns: The citations, in order of appearance.
    public static func citations(in text: String) -> [Proven<String>] {
        citations(in: FactText(text), field: .content)
    }

    /// A citation where it stands.
    struct Hit: Sendable, Equatable {
        var value: String
        var range: Range<Int>
    }

    static func citations(in text: FactText, field: Evidence.Field) -> [Proven<String>] {
        var seen: Set<String> = []
        return hits(in: text).filter { seen.insert($0.value).inserted }.map {
            Proven($0.value, [text.evidence("citation", $0.range, field)])
        }
    }

    static func hits(in text: FactText) -> [Hit] {
        var hits: [Hit] = []
        let bytes = text.cased
        var index = 0
        while index < bytes.count {
            let kind = kinds[Int(bytes[index])]
            guard kind != 0, kind == 2 || !Bytes.wordEnds(bytes, at: index) || follows(bytes, index),
                let hit = read(text, index)
            else {
                index += 1
                continue
            }
            hits.append(hit)
            index = max(index + 1, hit.range.upperBound)
        }
        return hits
    }

    /// 1 for a byte that can begin a citation at the beginning of a word, 2 for one that can anywhere.
    private static let kinds: [UInt8] = (0..<256).map { value in
        let byte = UInt8(value)
        if Bytes.isDigit(byte) || Bytes.isUpper(byte) || byte == 0xD0 || byte == 0x6E || byte == 0x65 { return 1 }
        return byte == 0x28 || byte == 0x5B || byte == 0xE4 || byte == 0xE5 || byte == 0xE6 ? 2 : 0
    }

    /// Whether a digit stands right after a letter of a script that is written without spaces.
    private static func follows(_ bytes: [UInt8], _ index: Int) -> Bool { index > 0 && bytes[index - 1] >= 0xE0 }

    private static func read(_ text: FactText, _ index: Int) -> Hit? {
        let families: [CitationFamily]
        switch text.cased[index] {
        case 0x30...0x39: families = byDigit
        case 0x28: families = byBracket
        case 0x5B: families = [NeutralCitation.bracketed]
        case 0xE4...0xE6: families = [JapaneseCase.read]
        default: families = byLetter
        }
        for family in families {
            var reader = ByteReader(bytes: text.cased, index: index)
            guard let value = family(&reader), reader.index > index else { continue }
            return Hit(value: value, range: index..<reader.index)
        }
        return nil
    }

    /// Reads one citation from where the reader stands, and gives its normal form.
    typealias CitationFamily = @Sendable (inout ByteReader) -> String?

    private static let byDigit: [CitationFamily] = [
        USDocket.read, USDocket.further, CELEX.bare, EUAct.byNumber, NeutralCitation.byYear, IndianCase.neutral,
        KoreanCase.read,
        TaiwaneseCase.read, USReporter.read, GermanFileNumber.read, FrenchDecision.competition,
    ]
    private static let byBracket: [CitationFamily] = [EUAct.bracketed, ChineseCase.read]
    private static let byLetter: [CitationFamily] = [
        ECLI.read, CELEX.prefixed, LuxembourgCase.read, USDocket.numbered, FrenchDecision.cassation, USBill.read,
        IndianCase.read, SwissCase.read, AppealBoardCase.read, GermanFileNumber.roman, SpanishDecision.read,
        ItalianCase.read, RussianCase.read, EUAct.plain,
    ]
}

/// Normal forms of citations.
public enum Citation {
    /// The normal form of a citation as a person writes it: `C‑250/25`, `Regulation (EU) 2024/1689`, `HR 2794`.
    ///
    /// - Parameter text: One citation.
    /// - Returns: The normal form, or the text with its width, dashes and spaces unified where it is none we know.
    public static func normalise(_ text: String) -> String {
        let folded = FactText(text)
        if let hit = CitationScanner.hits(in: folded).first, hit.range.count * 2 >= folded.count { return hit.value }
        return folded.text(0..<folded.count).split(separator: " ").joined(separator: " ")
    }

    /// What two forms of one citation share, so that they meet: a docket without its division, say.
    ///
    /// - Parameter citation: A normal form.
    /// - Returns: The key.
    public static func key(_ citation: String) -> String {
        let bytes = Array(citation.utf8)
        if bytes.count > 5, Bytes.isDigit(bytes[0]), bytes[1] == 0x3A {
            return String(ascii: bytes[2...]).lowercased()
        }
        return citation.lowercased()
    }
}
