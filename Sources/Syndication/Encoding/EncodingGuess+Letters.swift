extension EncodingGuess {
    /// The encoding of a text in a script that is not Latin, where no language tells it: that in which most letters are
    /// those that the script's languages use most. Capitals are none of them, as other encodings make capitals of small
    /// letters.
    ///
    /// - Parameter bytes: Text in words of bytes beyond ASCII.
    /// - Returns: nil where in none of the encodings most letters are such.
    static func byLetters(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        let scored = alphabets.compactMap { name, letters -> (name: String, share: Double)? in
            guard let converter = Iconv(from: name) else { return nil }
            var faults = 0
            let text = String(decoding: converter.convert(bytes, faults: &faults), as: UTF8.self)
            var (common, all) = (0, 0)
            for scalar in text.unicodeScalars where scalar.value > 0xA0 {
                all += 1
                if letters.contains(scalar) { common += 1 }
            }
            guard all >= 20, faults * 20 <= all else { return nil }
            return (name, Double(common) / Double(max(1, all)))
        }
        guard let best = scored.max(by: { $0.share < $1.share }), best.share > 0.65 else { return nil }
        return best.name
    }

    private static let alphabets: [(name: String, letters: Set<Unicode.Scalar>)] = [
        ("CP1251", cyrillic), ("KOI8-U", cyrillic), ("IBM866", cyrillic), ("ISO-8859-5", cyrillic),
        ("CP1253", Set("αοιετσνηυρπκμςίόά".unicodeScalars)), ("CP1255", Set("יהולארתשבמםנן".unicodeScalars)),
        ("ISO-8859-6", arabic), ("CP1256", arabic), ("CP874", Set("านรอกเง่้มยีลิวทดสคะัต".unicodeScalars)),
    ]
    private static let cyrillic = Set("оеаинтсрвлкмдпу".unicodeScalars)
    private static let arabic = Set("اليمنورتبةعدأ".unicodeScalars)
}
