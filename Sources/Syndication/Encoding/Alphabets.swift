/// The letters beyond ASCII of languages that are written in Latin letters which windows-1252 lacks.
enum Alphabets {
    /// Whether a text has letters of its language in one encoding, and others in that which it declares: `Sąd`, not `S¹d`.
    ///
    /// - Parameters:
    ///   - bytes: The text.
    ///   - tag: Its language, as a BCP 47 tag.
    ///   - name: The encoding that the language needs.
    ///   - declared: The encoding that is declared.
    /// - Returns: Whether it is in the former.
    static func fit(
        _ bytes: UnsafeBufferPointer<UInt8>, _ tag: String, _ name: String, instead declared: String
    ) -> Bool {
        let language = String(tag.lowercased().prefix { $0 != "-" && $0 != "_" })
        guard let letters = letters[language], let one = counts(bytes, as: name, letters),
            let other = counts(bytes, as: declared, letters)
        else { return false }
        return one.own >= fewest && one.own > other.own && one.foreign * 4 <= other.foreign
    }

    /// Letters of the language that show it.
    private static let fewest = 2

    /// How many characters beyond ASCII are letters of the language, and how many within words are none.
    private static func counts(
        _ bytes: UnsafeBufferPointer<UInt8>, as name: String, _ letters: Set<Unicode.Scalar>
    ) -> (own: Int, foreign: Int)? {
        guard let converter = Iconv(from: name) else { return nil }
        var faults = 0
        let text = String(decoding: converter.convert(bytes, faults: &faults), as: UTF8.self)
        var (own, foreign, isInWord) = (0, faults, false)
        for scalar in text.unicodeScalars {
            if scalar.value > 0x7F {
                if letters.contains(scalar) {
                    own += 1
                } else if isInWord {
                    foreign += 1
                }
            }
            isInWord = scalar.properties.isAlphabetic
        }
        return (own, foreign)
    }

    private static let letters: [String: Set<Unicode.Scalar>] = [
        "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž", "sk": "áäčďéíĺľňóôŕšťúýž", "hu": "áéíóöőúüű", "sl": "čšž",
        "hr": "čćđšž", "bs": "čćđšž", "ro": "ăâîșțşţ", "tr": "çğıöşüâîû", "az": "çəğıöşü", "lt": "ąčęėįšųūž",
        "lv": "āčēģīķļņšūž",
    ].mapValues { Set(($0 + $0.uppercased() + "İ").unicodeScalars) }
}
