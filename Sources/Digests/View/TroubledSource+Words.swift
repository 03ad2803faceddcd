import Model

extension TroubledSource {
    /// The figures in a reader's language; what only stands there in English is quoted in any other.
    func detail(in words: Words) -> String? {
        if let silence {
            return words(
                "silence",
                [
                    "days": words("days", count: silence.days), "before": words("days", count: silence.daysBefore),
                    "longest": words("days", count: silence.longestBefore),
                ])
        }
        guard !detail.isEmpty else { return nil }
        return words.primary == Language.english.primary ? detail : words("quoted", ["words": detail])
    }
}
