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

    /// A citation where it stands, with what the family that read it knows.
    struct Hit: Sendable, Equatable {
        var value: String
        /// Whose law it is of; nil where several countries number alike.
        var law: String?
        var kind: CitationClass
        var range: Range<Int>
    }

    /// The citation that a text is nothing else than; nil where it is none that we know.
    static func only(in text: FactText) -> Hit? {
        hits(in: text).first.flatMap { $0.range.count * 2 >= text.count ? $0 : nil }
    }

    static func citations(in text: FactText, field: Evidence.Field) -> [Proven<String>] {
        var seen: Set<String> = []
        return hits(in: text).filter { seen.insert($0.value).inserted }.map {
            Proven($0.value, [text.evidence("citation", $0.range, field)])
        }
    }

    static func hits(in text: FactText) -> [Hit] {
        var hits: [Hit] = []
        guard text.hasDigits else { return hits }
        let (bytes, kinds) = (text.cased, kinds)
        var (index, digit) = (0, 0)
        while index < bytes.count {
            if digit <= index {
                digit = index
                while digit < bytes.count, !Bytes.isDigit(bytes[digit]) { digit += 1 }
                if digit == bytes.count { break }
            }
            if digit - index > mostBeforeDigits { index = digit - mostBeforeDigits }
            let kind = kinds[Int(bytes[index])]
            guard kind != 0, kind == 2 || !Bytes.wordEnds(bytes, at: index) || follows(bytes, index),
                let hit = read(text, index)
            else {
                index += 1
                continue
            }
            if let last = hits.last { hits += between(last, hit, bytes) }
            hits.append(hit)
            var last = hit
            while let next = ListedNumber.next(after: last, in: text) {
                hits.append(next)
                last = next
            }
            index = max(index + 1, last.range.upperBound)
        }
        return hits
    }

    /// The cases between two that a range of joined ones ends with: `C-250/25 to C-252/25`.
    private static func between(_ first: Hit, _ last: Hit, _ bytes: [UInt8]) -> [Hit] {
        guard last.law == "EU", last.kind == .docket, first.kind == .docket,
            (3...12).contains(last.range.lowerBound - first.range.upperBound)
        else { return [] }
        let words = bytes[first.range.upperBound..<last.range.lowerBound]
        return LuxembourgCase.between(first.value, last.value, joinedBy: words).map {
            Hit(value: $0, law: "EU", kind: .docket, range: first.range.lowerBound..<last.range.upperBound)
        }
    }

    /// How far the first digit of a citation stands from its beginning at most.
    private static let mostBeforeDigits = 40

    /// 1 for a byte that can begin a citation at the beginning of a word, 2 for one that can anywhere.
    private static let kinds: [UInt8] = (0..<256).map { value in
        let byte = UInt8(value)
        if Bytes.isDigit(byte) || Bytes.isUpper(byte) || byte == 0xD0 || byte == 0x61 || byte == 0x6E || byte == 0x65 {
            return 1
        }
        return byte == 0x28 || byte == 0x5B || byte == 0xE4 || byte == 0xE5 || byte == 0xE6 ? 2 : 0
    }

    /// Whether a digit stands right after a letter of a script that is written without spaces.
    private static func follows(_ bytes: [UInt8], _ index: Int) -> Bool { index > 0 && bytes[index - 1] >= 0xE0 }

    private static func read(_ text: FactText, _ index: Int) -> Hit? {
        var reader = ByteReader(bytes: text.cased, index: index)
        let found: Found? =
            switch text.cased[index] {
            case 0x30...0x39: byDigit(&reader)
            case 0x28: byBracket(&reader)
            case 0x5B: reader.first(NeutralCitation.bracketed).map { ($0, NeutralCitation.law(of: $0), .judgment) }
            case 0xE4...0xE6:
                JapaneseCase.begins(text.cased, index)
                    ? reader.first(JapaneseCase.read).map { ($0, "JP", .docket) } : nil
            default: byLetter(&reader)
            }
        guard let found, reader.index > index else { return nil }
        return Hit(value: found.value, law: found.law, kind: found.kind, range: index..<reader.index)
    }

    private typealias Found = (value: String, law: String?, kind: CitationClass)

    private static func byBracket(_ reader: inout ByteReader) -> Found? {
        if let value = reader.first(EUAct.bracketed) { return (value, "EU", .act) }
        if let value = reader.first(ChineseCase.read) { return (value, "CN", .judgment) }
        return reader.first(PinyinCase.read).map { ($0, "CN", .judgment) }
    }

    private static func byDigit(_ reader: inout ByteReader) -> Found? {
        if let value = reader.first(USDocket.read) { return (value, "US", .docket) }
        if let value = reader.first(USDocket.further) { return (value, "US", .docket) }
        if let value = reader.first(USDocket.leading) { return (value, "US", .docket) }
        if let value = reader.first(USDocket.trailing) { return (value, "US", .docket) }
        if let value = reader.first(USDocket.registered) { return (value, "US", .docket) }
        if let value = reader.first(USDocket.superior) { return (value, "US", .docket) }
        if let value = reader.first(CELEX.bare) { return (value, "EU", CELEX.kind(of: value)) }
        if let value = reader.first(EUAct.byNumber) { return (value, "EU", .act) }
        if let value = reader.first(NeutralCitation.byYear) {
            return (value, NeutralCitation.law(of: value), .judgment)
        }
        if let value = reader.first(IndianCase.neutral) { return (value, "IN", .judgment) }
        if let value = reader.first(KoreanCase.read) { return (value, "KR", .docket) }
        if let value = reader.first(RomanisedCase.korean) { return (value, "KR", .docket) }
        if let value = reader.first(RomanisedCase.japanese) { return (value, "JP", .docket) }
        if let value = reader.first(TaiwaneseCase.read) { return (value, "TW", .docket) }
        if let value = reader.first(USReporter.read) { return (value, "US", .judgment) }
        if let value = reader.first(SwissCase.supreme) { return (value, "CH", .docket) }
        if let value = reader.first(PortugueseCase.read) { return (value, "PT", .docket) }
        if let value = reader.first(GermanFileNumber.read) { return (value, GermanFileNumber.law(of: value), .docket) }
        if let value = reader.first(BrazilianCase.byNumber) { return (value, "BR", .docket) }
        if let value = reader.first(RussianCase.supreme) { return (value, "RU", .docket) }
        if let value = reader.first(FrenchDecision.ofCassation) { return (value, "FR", .docket) }
        if let value = reader.first(FrenchDecision.ofCouncil) { return (value, "FR", .docket) }
        if let value = reader.first(FrenchDecision.constitutional) { return (value, "FR", .judgment) }
        if let value = reader.first(SpanishDecision.numbered) { return (value, nil, .judgment) }
        return reader.first(FrenchDecision.competition).map { ($0, "FR", .judgment) }
    }

    private static func byLetter(_ reader: inout ByteReader) -> Found? {
        if let value = reader.first(ECLI.read) { return (value, ECLI.law(of: value), .judgment) }
        if let value = reader.first(CELEX.prefixed) { return (value, "EU", CELEX.kind(of: value)) }
        if let value = reader.first(LuxembourgCase.read) { return (value, LuxembourgCase.law(of: value), .docket) }
        if let value = reader.first(USDocket.numbered) { return (value, "US", .docket) }
        if let value = reader.first(FrenchDecision.numbered) { return (value, "FR", .docket) }
        if let value = reader.first(USBill.read) { return (value, "US", .bill) }
        if let value = reader.first(IndianCase.read) { return (value, "IN", .docket) }
        if let value = reader.first(SwissCase.read) { return (value, "CH", .docket) }
        if let value = reader.first(AustrianAdministrativeCase.read) { return (value, "AT", .docket) }
        if let value = reader.first(HongKongCase.read) { return (value, "HK", .docket) }
        if let value = reader.first(RomanisedCase.japanese) { return (value, "JP", .docket) }
        if let value = reader.first(NeutralCitation.docket) { return (value, "GB", .docket) }
        if let value = reader.first(EUAct.ofJournal) { return (value, "EU", .act) }
        if let value = reader.first(AppealBoardCase.read) { return (value, "INT", .docket) }
        if let value = reader.first(GermanFileNumber.roman) { return (value, GermanFileNumber.law(of: value), .docket) }
        if let value = reader.first(SpanishDecision.colombian) { return (value, "CO", .judgment) }
        if let value = reader.first(SpanishDecision.read) { return (value, "ES", .judgment) }
        if let value = reader.first(ItalianCase.read) { return (value, ItalianCase.law(of: value), .docket) }
        if let value = reader.first(RussianCase.read) { return (value, "RU", .docket) }
        if let value = reader.first(BrazilianBill.read) { return (value, "BR", .bill) }
        if let value = reader.first(BrazilianCase.appeal) { return (value, "BR", .docket) }
        if let value = reader.first(NamedRegisterCase.read) {
            return (value, NamedRegisterCase.law(of: value), .docket)
        }
        if let value = reader.first(USDocket.sanFrancisco) { return (value, "US", .docket) }
        if let value = reader.first(USDocket.californian) { return (value, "US", .docket) }
        if let value = reader.first(USDocket.bareAppeal) { return (value, "US", .docket) }
        if let value = reader.first(USDocket.stateNumbered) { return (value, "US", .docket) }
        if let value = reader.first(PatentCourtCase.read) { return (value, nil, .docket) }
        if let value = reader.first(EUIPOAppeal.read) { return (value, "EU", .docket) }
        return reader.first(EUAct.plain).map { ($0, "EU", .act) }
    }
}

extension ByteReader {
    /// What a family of citations reads from here; the reader stays where it gives nothing.
    @inline(__always)
    fileprivate mutating func first(_ family: (inout ByteReader) -> String?) -> String? {
        let start = index
        if let value = family(&self), index > start { return value }
        index = start
        return nil
    }
}

extension Citation {
    /// The normal form of a citation as a person writes it: `C‑250/25`, `Regulation (EU) 2024/1689`, `HR 2794`.
    ///
    /// - Parameter text: One citation.
    /// - Returns: The normal form, or the text with its width, dashes and spaces unified where it is none we know.
    public static func normalise(_ text: String) -> String {
        let folded = FactText(text)
        if let hit = CitationScanner.only(in: folded) { return hit.value }
        return folded.text(0..<folded.count).split(separator: " ").joined(separator: " ")
    }
}
