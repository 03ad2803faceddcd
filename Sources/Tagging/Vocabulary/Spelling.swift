/// The ways in which people write one term.
enum Spelling {
    /// The term, and in German with `ae` for `ä`, in Arabic with and without the article and the particles that are
    /// written together with a word.
    static func variants(of term: String, language: String) -> [String] {
        switch language {
        case "de": german(term)
        case "ar": arabic(term)
        default: [term]
        }
    }

    private static func german(_ term: String) -> [String] {
        let transcribed: [Unicode.Scalar: String] = ["ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"]
        var other = ""
        for scalar in term.unicodeScalars {
            if let pair = transcribed[scalar] { other += pair } else { other.unicodeScalars.append(scalar) }
        }
        return other.utf8.elementsEqual(term.utf8) ? [term] : [term, other]
    }

    private static let particles = ["", "و", "ب", "ل", "ال", "وال", "بال", "لل"]

    private static func arabic(_ term: String) -> [String] {
        let scalars = Array(term.unicodeScalars)
        guard let first = scalars.first, (0x0600...0x06FF).contains(first.value) else { return [term] }
        let hasArticle = scalars.count > 4 && scalars[0].value == 0x0627 && scalars[1].value == 0x0644
        var stem = ""
        stem.unicodeScalars.append(contentsOf: hasArticle ? scalars.dropFirst(2) : scalars[...])
        return particles.map { $0 + stem }
    }
}
