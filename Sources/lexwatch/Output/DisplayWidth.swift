import Model

extension DisplayWidth {
    /// The text cut to some columns, with `…` where something was left out.
    static func cut(_ text: String, to width: Int) -> String {
        guard of(text) > width else { return text }
        var result = String.UnicodeScalarView()
        var used = 0
        for scalar in text.unicodeScalars {
            let next = of(scalar)
            if used + next > width - 1 { break }
            used += next
            result.append(scalar)
        }
        return String(result) + "…"
    }

    /// The text with spaces behind it up to some columns.
    static func pad(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - of(text)))
    }
}
