import Model

/// The first line of a digest: how many policies need the reader, and the earliest date.
struct Headline {
    let digest: Digest
    let words: Words

    /// How many things need the reader; where nothing could be read, that as well, as silence is no news then.
    var need: String {
        guard digest.isBlind else { return count }
        return digest.isQuiet ? words("headline-blind") : count + words("clause") + words("blind")
    }

    private var count: String {
        switch digest.kind {
        case .unit where !digest.briefing.isEmpty: return words("headline-unit", count: digest.briefing.count)
        case .management:
            return words("headline-management", count: digest.management?.open ?? 0)
        case .unit, .owner: break
        }
        let needing = digest.needing
        if needing > 0 {
            // Who has no policy is asked about matters alone.
            if digest.entries.allSatisfy({ $0.kind == .matter }) {
                return words("headline-management", count: digest.entries.reduce(0) { $0 + $1.openQuestions })
            }
            let areAllPolicies = digest.entries.allSatisfy { $0.kind == .policy }
            return words(areAllPolicies ? "headline-policies" : "headline-both", count: needing)
        }
        return words(digest.isQuiet ? "headline-quiet" : "headline-news")
    }

    /// The earliest date on which something is due; nil where nothing is.
    var earliest: String? {
        guard let day = digest.earliest else { return nil }
        let text = words("earliest", ["date": words.day(day)])
        let today = Zone(digest.recipient.timeZone).day(of: digest.composed)
        return day < today ? "\(text) (\(words("overdue")))" : text
    }

    /// Both in one line.
    var line: String { earliest.map { need + words("clause") + $0 } ?? need }

    /// The kind of digest in words.
    var kind: String {
        switch digest.kind {
        case .unit: words("unit")
        case .management: words("management")
        case .owner: words((digest.rhythm ?? .weekly).rawValue)
        }
    }
}
