/// The plural categories of CLDR.
enum Plural: String, Sendable, CaseIterable {
    case zero, one, two, few, many, other

    /// The category of a whole number in a language (CLDR 45, cardinal rules).
    init(_ number: Int, language: String) {
        let n = number.magnitude
        switch language {
        case "zh": self = .other
        case "ar": self = Plural.arabic(n)
        case "ru": self = Plural.russian(n)
        case "fr": self = n <= 1 ? .one : Plural.romance(n)
        case "es": self = n == 1 ? .one : Plural.romance(n)
        default: self = n == 1 ? .one : .other
        }
    }

    private static func romance(_ n: UInt) -> Plural { n != 0 && n % 1_000_000 == 0 ? .many : .other }

    private static func arabic(_ n: UInt) -> Plural {
        switch (n, n % 100) {
        case (0, _): .zero
        case (1, _): .one
        case (2, _): .two
        case (_, 3...10): .few
        case (_, 11...99): .many
        default: .other
        }
    }

    private static func russian(_ n: UInt) -> Plural {
        switch (n % 10, n % 100) {
        case (1, let rest) where rest != 11: .one
        case (2...4, let rest) where !(12...14).contains(rest): .few
        default: .many
        }
    }
}
